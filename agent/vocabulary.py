"""The words that rules may use, and which spellings of a maker's name mean the same maker.

Words stand in rules/vocabulary.toml; a vendor with a rule file of its own brings its name and its
other spellings (Japanese ones too) in that file, so that a new vendor edits nothing that exists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

TABLES = (
    "attributes",
    "kinds",
    "fragile",
    "services",
    "vendors",
    "houses",
    "parts",
    "agents",
    "former",
    "common",
    "systems",
    "system_makers",
    "remote",
    "placeholders",
    "fields",
)
"""The tables of vocabulary.toml; what each holds is said there."""

OWN_WORDS = ("services", "fields", "common", "vendors")
"""Tables that a protocol's rule file may have as well, so that a new protocol edits nothing that exists."""

ROLES = ("identity", "copyable", "hostname", "told_mac", "port", "place", "address", "past", "unread")
"""What a field can be besides what rules read in it.

identity: only one box in the world has this value.  copyable: so it should be, but a copy of its disk or of its
firmware has it too (an SSH host key, a UPnP uuid); agent/merge.py says when it joins.  hostname: a name that the
host has.  told_mac: a MAC that the host says of itself.  port: names a port of the host: "tcp/5000 ...", or a URL
of the host itself.  place: tells a person where the host is.  address: a further address of the same interface.
past: tells of a time that is over, and alone makes no device.  unread: no rule reads it; it is kept for people, for
matching or for other rooms.
"""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """kinds: kind -> its class.  vendors: canonical name -> other spellings.  keys: vendor_key -> canonical.

    houses: name of a house -> its brands, the one that it goes by today first.
    services: name -> (transport, usual port).  parts: makers of network adapters and modules, whose
    address block tells nothing of the device.  agents: enterprise numbers of those who make SNMP agents and
    chips for other people's devices.  former: brands that their house has given up.  common: vendors whose names
    are words of everyday use, makers of programs alone, and spellings that many things are called by.  systems: general
    name of an operating system -> names that say the same more exactly.  system_makers: name of a system -> who makes it.
    remote: names of remote maintenance technologies.  turns: rule -> when its hint is heard (agent/rule_file.py).
    """

    attributes: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    fragile: frozenset[str] = frozenset()
    services: Mapping[str, tuple[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    vendors: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    beginnings: frozenset[str] = frozenset()
    houses: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    parts: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    systems: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    system_makers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    remote: frozenset[str] = frozenset()
    placeholders: frozenset[str] = frozenset()
    fields: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    turns: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def role(self, name: str) -> frozenset[str]:
        """The fields that are this besides (see ROLES)."""
        return self.fields.get(name, frozenset())

    def vendor(self, text: str) -> str:
        """The canonical name of the maker that `text` spells, company form and all, or "" if none we know."""
        return self.keys.get(vendor_key(text), "")

    def begins_no_vendor(self, word: str) -> bool:
        """Whether no spelling of a maker that we know begins with this word; quick, and False where it is not plain."""
        key = vendor_key(word)
        return len(key) >= _BEGINNING and key[:_BEGINNING] not in self.beginnings

    def family(self, system: str) -> str:
        """The general name of a system, the narrowest that there is: Linux for Debian; "" where it has none."""
        found = [(len(exact), general) for general, exact in self.systems.items() if system in exact]
        return min(found, default=(0, ""))[1]

    def system_maker(self, system: str) -> str:
        """Who makes this operating system, or "". "A or B": where both are one maker's."""
        makers = {
            self.system_makers.get(each) or self.system_makers.get(self.family(each), "")
            for each in system.split(" or ")
        }
        return makers.pop() if len(makers) == 1 else ""

    def is_placeholder(self, text: str) -> bool:
        """Whether a serial or model is what a factory or an installer left in for want of a real one."""
        key = placeholder_key(text)
        counted = "0123456789" * 2
        return (
            key in self.placeholders
            or len(set(key)) <= 1
            or (len(key) >= 4 and key.isdigit() and (key in counted or key[::-1] in counted))
        )


_BEGINNING = 4
"""Letters by which a word is told from the beginning of every maker's name."""
_NO_SIGN = re.compile(r"[^0-9a-z]")
_WORDS = re.compile(r"[^\W_]+")


def placeholder_key(text: str) -> str:
    return _NO_SIGN.sub("", text.casefold())


_COMPANY = re.compile(r"株式会社|有限会社|合同会社|\((株|有|同)\)")
_FORMS = frozenset({
    "inc", "incorporated", "co", "ltd", "ltda", "limited", "corp", "corporation", "company", "gmbh", "kg", "kgaa", "ag",
    "sa", "spa", "llc", "plc", "bv", "nv", "ab", "as", "oy", "oyj", "kk", "srl", "sas", "pty", "pte", "pvt", "aps",
})  # fmt: skip


@lru_cache(maxsize=8192)
def slug(vendor: str) -> str:
    """The file name, without .toml, of a vendor's rules: "Konica Minolta" -> "konica-minolta"."""
    plain = unicodedata.normalize("NFKD", vendor).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@lru_cache(maxsize=8192)
def vendor_key(text: str) -> str:
    """What the spellings of one maker have in common: width, case, company form and punctuation taken off."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    for written, form in (("a/s", "as"), ("s.p.a", "spa"), ("b.v.", "bv"), ("n.v.", "nv"), ("k.k.", "kk")):
        plain = plain.replace(written, form)
    words = _WORDS.findall(_COMPANY.sub(" ", plain))
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    return "".join(words)


def build_vocabulary(
    tables: Iterable[Mapping[str, object]], vendors: Iterable[tuple[str, tuple[str, ...]]]
) -> tuple[Vocabulary, list[str]]:
    """The words of some vocabulary.toml (later ones add), and the vendors that rule files bring.

    Also returned: one sentence for each thing that cannot be meant so.
    """
    doubts: list[str] = []
    merged: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in TABLES}
    for table in tables:
        for name, content in table.items():
            if name not in merged:
                doubts.append(f"unknown table: {name}")
            elif isinstance(content, dict):
                for word, also in content.items():
                    before = merged[name].get(word, ()) if name == "fields" else ()
                    merged[name][word] = (*before, *_words(also))
            else:
                merged[name].update({word: () for word in _words(content)})
    known = merged["vendors"]
    for name, spellings in vendors:
        known[name] = (*known.get(name, ()), *spellings)
    keys = _inverted(known, vendor_key, doubts)
    return Vocabulary(
        attributes=frozenset(merged["attributes"]),
        classes=frozenset(merged["kinds"]),
        kinds=_inverted(merged["kinds"], str, doubts, itself=False),
        fragile=frozenset(merged["fragile"]),
        services={name: _service(where) for name, where in merged["services"].items()},
        vendors=known,
        keys=keys,
        beginnings=frozenset(key[:_BEGINNING] for key in keys),
        houses={
            house: tuple(keys.get(vendor_key(brand), brand) for brand in brands)
            for house, brands in merged["houses"].items()
        },
        parts=frozenset(vendor_key(name) for name in merged["parts"]),
        agents=frozenset(merged["agents"]),
        former=frozenset(merged["former"]),
        common=frozenset(merged["common"]),
        systems={name: frozenset(exact) for name, exact in merged["systems"].items()},
        system_makers={
            system: maker for maker, systems in merged["system_makers"].items() for system in systems
        },
        remote=frozenset(merged["remote"]),
        placeholders=frozenset(placeholder_key(word) for word in merged["placeholders"]),
        fields={role: frozenset(names) for role, names in merged["fields"].items()},
    ), doubts


def _inverted(
    table: Mapping[str, tuple[str, ...]], key: Callable[[str], str], doubts: list[str], *, itself: bool = True
) -> dict[str, str]:
    """word -> the heading that it stands under; a word under two headings is a doubt and keeps the first."""
    inverted: dict[str, str] = {}
    for heading, words in table.items():
        for word in (heading, *words) if itself else words:
            if inverted.setdefault(key(word), heading) != heading:
                doubts.append(f"{word} stands for {inverted[key(word)]} and for {heading}")
    return inverted


def _words(content: object) -> tuple[str, ...]:
    if isinstance(content, str):
        return (content,)
    return tuple(str(word) for word in content) if isinstance(content, list) else ()


def _service(where: tuple[str, ...]) -> tuple[str, int]:
    """("tcp/22",) -> ("tcp", 22); a service without a usual port has port 0."""
    transport, _, port = "".join(where).partition("/")
    return transport, int(port) if port.isdigit() else 0
