"""Which makers' names may stand for one another: what a ledger calls a maker, held against what a device shows.

A ledger's maker is written by brand, subsidiary, former name or seller. Of one name in two spellings it is the SAME;
of one HOUSE where houses.toml or the agent's rules know both as brands or as the former and the present owner; and
OTHER only where both are makers of whom we know that they are two. All else cannot be told: a name strange to us, a seller
of other makers' devices, a maker of boards, adapters, modules or computers that are inside others'. What passes for one
spelling is decided in words.company alone.

Pure: the file is read once, at first use.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from pathlib import Path

from reconciler.words import company, firm, letters, plain

_FILE = Path(__file__).with_name("houses.toml")
_PIECES = re.compile(r"[()\[\]{}【】〔〕/;→⇒>|、]+")
_THEN_OR_NOW = re.compile(r"^(?:旧社名|旧|現社名|現|元|ex-|(?:formerly|former|now)\b)[\s:]*")
_SHORTEST = 3
"""Letters of a name of which nobody has heard, that it may be the beginning of a longer one."""
_SHORTEST_KNOWN = 2
"""Letters of a maker's name that may begin a longer one: 日立, HP."""


class Kin(Enum):
    SAME = "same"
    HOUSE = "house"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class House:
    """Makers of one house. klass: the class of devices of which it holds, "" for all.  since, source: as the file
    has them, for people."""

    makers: frozenset[str]
    klass: str = ""
    since: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SoldAs:
    """What these makers make is sold under those names, in this class of devices."""

    makers: frozenset[str]
    sold_by: frozenset[str]
    klass: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Houses:
    """houses.toml. inside: makers that are in other makers' devices, and inside_kinds: kinds of device that are.

    computers: makers of what others' products run on, in devices of computer_classes; on_computers: classes of
    those products.  sellers: letters of their names, as words.firm has them.
    """

    houses: tuple[House, ...] = ()
    sold_as: tuple[SoldAs, ...] = ()
    inside: frozenset[str] = frozenset()
    inside_kinds: frozenset[str] = frozenset()
    computers: frozenset[str] = frozenset()
    computer_classes: frozenset[str] = frozenset()
    on_computers: frozenset[str] = frozenset()
    sellers: frozenset[str] = frozenset()

    def with_agents(self, brands: Iterable[Collection[str]], parts: Collection[str]) -> Houses:
        """With those of the agent's rules. brands: of each of its houses.  parts: makers of adapters and modules."""
        theirs = tuple(House(frozenset(of_one)) for of_one in brands)
        return replace(self, houses=(*self.houses, *theirs), inside=self.inside | frozenset(parts))

    def one_house(self, one: str, other: str, klass: str) -> bool:
        both = {one, other}
        found = {house.klass for house in self.houses if both <= house.makers}
        return not found.isdisjoint(("", klass))

    def may_hide(self, seen: str, recorded: str, klass: str) -> bool:
        """Whether a device that the ledger has as of the maker `recorded` may well show `seen`."""
        both = {seen, recorded}
        if both & self.inside or _begins(seen, recorded):
            return True
        if not klass and any(both <= house.makers for house in self.houses):
            return True
        if seen in self.computers and recorded not in self.computers and klass in self.computer_classes:
            return True
        if recorded in self.computers and seen not in self.computers and klass in self.on_computers:
            return True
        return any(
            klass in ("", s.klass) and seen in s.makers and recorded in s.sold_by for s in self.sold_as
        )


def _begins(one: str, other: str) -> bool:
    """Whether one name is the other and more words, as those of arms are, and of a few strangers: Sage, Sage
    Instruments."""
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return long[: len(short)] == short


@cache
def ours() -> Houses:
    """The file's. Raises KeyError or tomllib.TOMLDecodeError where the shipped file is damaged."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Houses(
        houses=tuple(
            House(frozenset(h["makers"]), h.get("class", ""), h["since"], h["source"]) for h in table["house"]
        ),
        sold_as=tuple(
            SoldAs(frozenset(s["makers"]), frozenset(s["sold_by"]), s["class"], s["source"])
            for s in table["sold_as"]
        ),
        inside=frozenset(table["inside"]["makers"]),
        inside_kinds=frozenset(table["inside"]["kinds"]),
        computers=frozenset(table["computers"]["makers"]),
        computer_classes=frozenset(table["computers"]["classes"]),
        on_computers=frozenset(table["computers"]["others_classes"]),
        sellers=frozenset(letters(firm(name)) for name in table["sellers"]["names"]),
    )


@dataclass(frozen=True, slots=True)
class Makers:
    """known: company(spelling) -> canonical name.  spelt: each spelling, as words.firm has it, with that name.
    answered: what `kin` said before."""

    known: Mapping[str, str]
    spelt: tuple[tuple[str, str], ...]
    houses: Houses
    answered: dict[tuple[str, str, str], Kin | None] = field(default_factory=dict, compare=False, repr=False)

    def canonical(self, text: str) -> str:
        """The canonical name, or "" where no alias says it."""
        return self.known.get(company(text), "")

    def kin(self, seen: str, written: str, klass: str = "") -> Kin | None:
        """How the maker that the ledger has written stands to the one that the device shows; None where it cannot be
        told. klass: the device's class, "" where nobody knows."""
        asked = (seen, written, klass)
        if asked not in self.answered:
            self.answered[asked] = self._kin(*asked)
        return self.answered[asked]

    def _kin(self, seen: str, written: str, klass: str) -> Kin | None:
        """Of a cell with several names the nearest counts: "東芝メディカル(現キヤノンメディカル)"."""
        found = {self._of_name(seen, name, klass) for name in self._names(written)}
        for nearest in (Kin.SAME, Kin.HOUSE, None, Kin.OTHER):
            if nearest in found:
                return nearest
        return None

    def _names(self, written: str) -> Iterator[str]:
        if self.canonical(written):
            yield written
            return
        for piece in _PIECES.split(firm(written)):
            yield _THEN_OR_NOW.sub("", plain(piece))

    def _of_name(self, seen: str, written: str, klass: str) -> Kin | None:
        left, right = company(seen), company(written)
        if not left or not right:
            return None
        if left == right:
            return Kin.SAME
        mine, theirs = self.known.get(left, ""), self.known.get(right, "")
        if mine and theirs:
            return self._of_makers(
                mine, theirs, klass, is_seller=letters(firm(written)) in self.houses.sellers
            )
        if _longer(firm(seen), firm(written)) and ((left + right).isascii() or not (mine or theirs)):
            return Kin.SAME
        mine, theirs = mine or self._beginning(seen), theirs or self._beginning(written)
        if mine and theirs:
            return Kin.HOUSE if mine == theirs or self.houses.one_house(mine, theirs, klass) else None
        meant = self._short_for(written) if mine else set()
        return None if mine not in meant else Kin.SAME if meant == {mine} else Kin.HOUSE

    def _of_makers(self, mine: str, theirs: str, klass: str, *, is_seller: bool) -> Kin | None:
        if mine == theirs:
            return Kin.SAME
        if self.houses.one_house(mine, theirs, klass):
            return Kin.HOUSE
        return None if is_seller or self.houses.may_hide(mine, theirs, klass) else Kin.OTHER

    def _beginning(self, text: str) -> str:
        """The maker with whose name a longer one begins: NEC for NECフィールディング; "" for none."""
        name = firm(text)
        ends = (end for end in range(len(name) - 1, 0, -1) if _may_end(name, end))
        starts = (company(name[:end]) for end in ends)
        return next((self.known[s] for s in starts if len(s) >= _SHORTEST_KNOWN and s in self.known), "")

    def _short_for(self, text: str) -> set[str]:
        """The makers who may be meant by the beginning of a name: フレゼニウス, ベックマン."""
        name = firm(text)
        return {maker for spelling, maker in self.spelt if spelling != name and _longer(name, spelling)}


def _longer(one: str, other: str) -> bool:
    """Whether one is the other and more, cut where a word may end: Siklu, Siklu Communication."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(company(short)) >= _SHORTEST and _may_end(long, len(short))


def _may_end(name: str, end: int) -> bool:
    """Whether a word may end there: between letters of the Latin alphabet none does."""
    before, after = name[end - 1 : end], name[end : end + 1]
    return not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum())


def makers(aliases: Mapping[str, str], houses: Houses | None = None) -> Makers:
    """`aliases`: spelling -> canonical name, as the agent's vocabulary has them; canonical names spell themselves."""
    spellings = {**{name: name for name in aliases.values()}, **aliases}
    known = {company(spelling): name for spelling, name in spellings.items()}
    known.pop("", None)
    spelt = tuple((firm(spelling), name) for spelling, name in spellings.items())
    return Makers(known, spelt, houses or ours())
