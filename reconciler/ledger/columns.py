"""Which column of a table is which field, and why: headings first, then what the cells look like.

Each field that holds one value takes the best column; the others fall back to their next meaning or to
none. What a column was taken for, and the reason, are part of the answer: a person can judge and pin it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from reconciler.ledger.among import told_by_others
from reconciler.ledger.candidate import ABOVE_VERSION, BRACKETS, EXACT, STRONG, WEAK, Candidate, label
from reconciler.ledger.content import by_cells, with_whom
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.headers import IDENTITY
from reconciler.ledger.headings import candidates
from reconciler.ledger.listed import exact
from reconciler.ledger.normalise import text
from reconciler.ledger.sniff import Profile
from reconciler.ledger.tables import Table
from reconciler.ledger.weighing import weighed
from reconciler.ledger.workbook import column_letter

MANY = frozenset(
    {
        "macs",
        "ips",
        "place",
        "department",
        "note",
        "remote_maintenance",
        "software",
        "medical_id",
        "responsible",
        "user",
        "state",
    }
)
"""Fields that several columns may fill together: 棟, 階 and 室 are one place."""

PIECES = frozenset({"macs", "ips", "place", "department", "state"})
"""Of these, also those whose heading is only a guess: a bare 階 beside 設置場所."""

FLOOR = 10.0
"""A column whose best meaning scores less is not read: unknown rather than wrong."""

GENERAL = frozenset({"common", "english", "makers"})
"""Dialects that are no sign of a kind of ledger."""

_BOTH = re.compile(r"OS名?\s*([/・,と(]|及び)", re.IGNORECASE)
"""OS／バージョン and OS（バージョン） head cells that may hold both; OSバージョン heads only one of them."""

_VENDOR_KEYS = frozenset(
    map(heading_key, ("Vendor", "Vendor Name", "ベンダー", "ベンダー名", "会社", "会社名"))
)
_OWN_COMPUTER = frozenset(map(heading_key, ("PC", "パソコン", "端末", "サーバ")))
"""Kinds whose address is that of the device itself, or of the computer that belongs to it."""

_ENGLISH_VENDOR = frozenset(map(heading_key, ("Vendor", "Vendor Name")))
_NAME = re.compile(r"(名|名称|名前|ラベル|name)\s*([(（].*)?$", re.IGNORECASE)
_SOLD_BY = re.compile(
    r"納入|納品|購入|販売|施工|工事|設置|導入|構築|調達|仕入|取扱|代理店|Supplier|Dealer|Reseller",
    re.IGNORECASE,
)
"""Who sold or built it: the maintainer only where no other column says who looks after it."""

_ROOM = re.compile(r"(室|棟|館|部屋|フロア)$")
_NUMBERED = re.compile(r"(番号|番|No\.?|№|ID|コード|Code|Number|#)$", re.IGNORECASE)
_VERSION_KEYS = frozenset(map(heading_key, ("バージョン", "Ver", "Version", "版数", "版", "ビルド")))

Offer = tuple[float, int, Candidate]
"""Score, column, meaning."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What one column was taken for. `fields`: one, several for a cell that holds them, none for not read.
    subject: what it is about, where that is known and no field of ours."""

    column: int
    heading: str
    fields: tuple[str, ...]
    why: str
    weak: bool = False
    subject: str = ""


def assign(table: Table, profiles: Mapping[int, Profile], words: Dictionary) -> tuple[Assigned, ...]:
    """One answer for each column of the table, from left to right."""
    dialect = _dialect(table, words)
    own = any(
        parts and "serial" in {f for c in exact(words, parts[-1])[:1] for f in c.fields}
        for parts in table.parts.values()
    )
    told = told_by_others(table, profiles, words)
    offers: list[Offer] = []
    for column in table.columns:
        if column in table.apart or column in table.joined or column in told:
            continue
        for candidate in _offers(table, column, profiles.get(column, Profile()), words):
            if own and candidate.fields == ("name",) and label(table.parts[column]).startswith("接続"):
                continue  # beside a device's own number, what is connected to it is another device
            bonus = 2.0 if dialect and candidate.dialect == dialect else 0.0
            offers.append((candidate.score + bonus - candidate.rank / 1000, column, candidate))
    offers = _fullest(offers, table, profiles)
    taken: dict[str, int] = {}
    given: dict[int, Candidate] = {}
    dropped: dict[int, Candidate] = {}
    for score, column, candidate in sorted(offers, key=lambda o: -o[0]):
        if score < FLOOR:
            dropped.setdefault(column, candidate)
    offers = [o for o in offers if o[0] >= FLOOR]
    for _, column, candidate in sorted(offers, key=lambda o: (-o[0], o[1])):
        shared = partial(_shares, candidate=candidate, heading=label(table.parts[column]), words=words)
        if column in given or any(f in taken and not shared(f) for f in candidate.fields):
            continue
        given[column] = candidate
        for field in candidate.fields:
            taken.setdefault(field, column)
    given.update(told)
    answers = (_answered(table, column, given, offers, taken, profiles) for column in table.columns)
    return tuple(
        replace(a, why=dropped[a.column].why)
        if not a.fields and a.column in dropped and a.column not in given
        else a
        for a in answers
    )


def _fullest(offers: list[Offer], table: Table, profiles: Mapping[int, Profile]) -> list[Offer]:
    """A name stands in every row: a column at the left that is written once for many rows names a system, where another
    is full. Behind a number or an address, a blank says that nothing is there."""
    named = {at: profiles.get(at, Profile()).filled for _, at, c in offers if c.fields == ("name",)}
    most = max(named.values(), default=0)
    keys = [at for score, at, c in offers if set(c.fields) & IDENTITY - {"name"} and score >= FLOOR]
    left = min(keys, default=table.columns[-1] + 1)
    once = {at for at, filled in named.items() if at < left and filled * 5 <= most * 4 and most > 2}
    return [(score - 35 if at in once and c.fields == ("name",) else score, at, c) for score, at, c in offers]


def _answered(
    table: Table,
    column: int,
    given: Mapping[int, Candidate],
    offers: list[Offer],
    taken: Mapping[str, int],
    profiles: Mapping[int, Profile],
) -> Assigned:
    heading = label(table.parts[column])
    if column in table.apart:
        why = "stands apart, behind empty columns"
        return Assigned(column, heading, (), why, subject="another table")
    if (first := table.joined.get(column)) is not None:
        fields = given[first].fields if first in given else ()
        return Assigned(
            column, heading, fields, f"a part of the value that begins in column {column_letter(first)}"
        )
    return _answer(table, column, given.get(column), offers, taken, profiles)


def _shares(field: str, candidate: Candidate, heading: str, words: Dictionary) -> bool:
    if field in {"ips", "macs"}:
        key = heading_key(heading)
        if any(key.startswith(kind) for kind in words.kinds if kind not in _OWN_COMPUTER):
            return False  # プリンタIP beside the terminal's own IPアドレス
    return field in PIECES or (field in MANY and candidate.score >= STRONG - 4)


def _dialect(table: Table, words: Dictionary) -> str:
    votes = Counter[str]()
    for parts in table.parts.values():
        found = candidates(words, parts) if parts else ()
        if found and found[0].score >= STRONG - 4 and found[0].dialect not in GENERAL:
            votes[found[0].dialect] += 1
    return min(votes, key=lambda d: (-votes[d], d)) if votes else ""


def _offers(table: Table, column: int, seen: Profile, words: Dictionary) -> list[Candidate]:
    """The meanings of the heading, weighed by the cells; and what the cells say where the heading says nothing."""
    parts = table.parts[column]
    meant = candidates(words, parts) if parts else ()
    found = [weighed(c, seen) for c in meant]
    own = {"macs"} if meant and meant[0].fields == ("serial",) and _has(table, "macs", words) else set[str]()
    if own:  # a serial number that is made of the MAC, which has a column of its own
        found = [c for c in meant if c.fields == ("serial",)]
    found += [
        replace(c, fields=(f,), score=c.score - 20)
        for c in found
        if len(c.fields) > 1
        for f in reversed(c.fields)
    ]
    if parts and heading_key(parts[-1]) in _VERSION_KEYS and (owner := _owner(table, column, words)):
        found.append(
            Candidate((owner,), ABOVE_VERSION, f'"{label(parts)}": the version of the column to its left')
        )
    if any(c.fields == ("os_version",) for c in found) and seen.share(seen.os) >= 0.4:
        why = f"{seen.os} of {seen.filled} cells name an OS, not only its version"
        found = [
            replace(c, score=min(c.score, EXACT - 1)) if c.fields == ("os_version",) else c for c in found
        ]
        both = ("os", "os_version") if _BOTH.search(label(parts)) else ("os",)
        found.append(Candidate(both, EXACT - 0.5, f'"{label(parts)}": {why}', "it"))
    if parts and heading_key(parts[-1]) in _ENGLISH_VENDOR and not _has(table, "maker", words):
        found.append(
            Candidate(("maker",), EXACT + 1, f'"{label(parts)}" is the maker where no other column is')
        )
    if parts and seen.filled > 1 and seen.bracketed * 5 >= seen.filled * 4:
        found.extend(_with_brackets(words, parts[-1]))
    told_apart = column == table.columns[0] or (column == table.columns[1] and seen.distinct == seen.filled)
    found = [
        replace(c, score=c.score - 9) if c.fields == ("maintainer",) and _SOLD_BY.search(label(parts)) else c
        for c in found
    ]
    if not found and parts and _ROOM.search(label(parts)) and seen.place == seen.filled > 0:
        why = f'"{label(parts)}": a room, and its {seen.filled} cells are places'
        found.append(Candidate(("place",), WEAK - 12, why))
    if (
        all(c.score < FLOOR for c in found)
        and told_apart
        and seen.number < seen.filled
        and _NUMBERED.search(label(parts))
    ):
        found.append(Candidate(("tag",), WEAK - 10, f'"{label(parts)}" may mean tag: it ends so'))
    names = [c for c in found if c.fields == ("name",)]
    if names and seen.host * 5 >= seen.filled * 4 > 0 and not _has(table, "hostname", words):
        others = (
            candidates(words, p)
            for c in table.columns
            if c != column and (p := table.parts[c]) and not label(p).startswith(("接続", "周辺", "付属"))
        )
        if any(c.fields == ("name",) for other in others for c in other[:1]) and _NAME.search(label(parts)):
            why = f'"{label(parts)}": {seen.host} of {seen.filled} cells look like host names, beside another name'
            found.append(Candidate(("hostname",), names[0].score + 1, why))
    kinds = [c for c in found if c.fields == ("kind",)]
    if kinds and seen.filled > 1 and seen.host * 5 >= seen.filled * 4 and not _has(table, "model", words):
        why = f'"{label(parts)}": {seen.host} of {seen.filled} cells look like models'
        found.append(Candidate(("model",), kinds[0].score + 1, why))
    found = with_whom(found, parts, seen)
    systems = any("システム" in label(p) for p in table.parts.values())  # whose vendor looks after them
    beside_mac = seen.maker > 0 and _has(table, "macs", words) and not _has(table, "maker", words)
    if (
        parts
        and heading_key(parts[-1]) in _VENDOR_KEYS
        and (seen.share(seen.maker) >= 0.6 or beside_mac)
        and not systems
    ):
        why = f"{seen.maker} of {seen.filled} cells are makers"
        found.append(
            Candidate(("maker",), EXACT + 1, f'"{label(parts)}" may be the maker or the maintainer; {why}')
        )
    found.extend(by_cells(table, column, seen, found, own, words))
    return found


def _with_brackets(words: Dictionary, leaf: str) -> list[Candidate]:
    """機器名(型式) over CT(TSX-301): what stands in the brackets of the heading is in those of the cells."""
    inner = BRACKETS.search(text(leaf))
    if inner is None:
        return []
    both = [exact(words, part)[:1] for part in (BRACKETS.sub("", text(leaf)), inner[0][1:-1])]
    fields = tuple(f for found in both for c in found for f in c.fields if c.score >= WEAK)
    if len(fields) != 2 or len(set(fields)) != 2:
        return []
    why = f'"{text(leaf)}": its cells have brackets as the heading has, {", ".join(fields)}'
    return [Candidate(fields, EXACT + 4, why)]


def _has(table: Table, field: str, words: Dictionary) -> bool:
    """Whether the heading of some column surely means `field`."""
    tops = (candidates(words, parts)[:1] for parts in table.parts.values() if parts)
    return any(field in c.fields and c.score >= STRONG - 4 for top in tops for c in top)


def _owner(table: Table, column: int, words: Dictionary) -> str:
    """A bare バージョン belongs to the nearest column to the left that is an OS or a software."""
    for left in sorted((c for c in table.columns if c < column and table.parts[c]), reverse=True)[:2]:
        best = candidates(words, table.parts[left])
        if best and best[0].fields in {("os",), ("software",)}:
            return f"{best[0].fields[0]}_version"
        if best and best[0].score >= EXACT - 4:
            return ""
    return ""


def _answer(
    table: Table,
    column: int,
    candidate: Candidate | None,
    offers: list[Offer],
    taken: Mapping[str, int],
    profiles: Mapping[int, Profile],
) -> Assigned:
    heading = label(table.parts[column])
    if candidate is not None:
        return Assigned(
            column, heading, candidate.fields, candidate.why, candidate.score < STRONG - 4, candidate.subject
        )
    lost = next((c for _, at, c in offers if at == column and c.fields), None)
    if lost is not None:
        field = next(f for f in lost.fields if f in taken)
        why = f'"{heading}" may mean {field}, but column {column_letter(taken[field])} says it better'
        return Assigned(column, heading, (), why)
    if not heading:
        return Assigned(
            column,
            "",
            (),
            f"no heading, and {profiles.get(column, Profile()).filled} cells that could be anything",
        )
    return Assigned(column, heading, (), f'"{heading}" is no heading that daicho knows')
