"""The form of a table of enterprise numbers: one line a maker, out come the rules that it stands for.

    # number  brand     class  note
    318       APC       power
    4515      RadCom    -      formerly Wandel

(tabs between). The brand is the name by which people call the maker today, which is often not the registry's; "-" where
the registry's will do. The class is what nearly all of the maker's managed devices are, "-" where they are of several.
A brand that is also a word of everyday use has "common" as its note's first word: no text is then searched for it. One
that stands for many kinds of things besides, medical ones among them, has "manifold": its name alone tells no class.

A brand becomes a rule of medium weight: IANA gave the number to that maker and to no other. A class becomes a hint, one
rule a class; and that of a brand's first number one where only its name is known. Examples and near misses are made of
the numbers themselves: what lies below an arc is its owner's, and what lies below an arc that only begins alike is
another's.
"""

from __future__ import annotations

from collections.abc import Mapping

SUFFIX = ".tsv"
READS = ("snmp.sysObjectID", "snmpv3.enterprise")
MAKER = "iana.organisation"
"""The field that holds a maker's name (agent/makers.py)."""
ARC = "1.3.6.1.4.1"
NONE = "-"
COMMON, MANIFOLD = "common", "manifold"
_SOURCE = "IANA private enterprise numbers"


class NumbersError(ValueError):
    """The table cannot be used; the message names the line."""


def rules_of(text: str, stem: str) -> Mapping[str, object]:
    """The table as a rule file has it (agent/rule_file.py): its rules, and "common": brands that are everyday words.

    stem: of the file's name, with which the rules' ids begin.  Raises NumbersError.
    """
    rules: list[Mapping[str, object]] = []
    classes: dict[str, list[str]] = {}
    common: list[str] = []
    trades: dict[str, str] = {}
    last = 0
    for place, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        number, brand, kind, note = _columns(place, line)
        if number <= last:
            raise NumbersError(f"line {place}: {number} comes after {last}: the numbers go up, each once")
        last = number
        if brand != NONE:
            plain = note.removeprefix(COMMON).removeprefix(MANIFOLD).strip()
            rules.append(_brand_rule(stem, number, brand, plain))
            trades.setdefault(brand, kind)
            if note.split(" ", 1)[0] == MANIFOLD:
                trades[brand] = NONE
        if kind != NONE:
            classes.setdefault(kind, []).append(f"{ARC}.{number}")
        if note.split(" ", 1)[0] == COMMON:
            common.append(brand)
    rules += [_class_rule(stem, kind, arcs) for kind, arcs in sorted(classes.items())]
    for kind in sorted(set(trades.values()) - {NONE}):
        rules.append(_trade_rule(stem, kind, [brand for brand, its in trades.items() if its == kind]))
    return {"rule": rules, "common": common}


def _columns(place: int, line: str) -> tuple[int, str, str, str]:
    number, brand, kind, *note = (cell.strip() for cell in line.split("\t") + [""] * (3 - line.count("\t")))
    if not number.isdecimal() or not brand or not kind or len(note) > 1:
        raise NumbersError(f"line {place}: number, brand, class and a note, with tabs between")
    if brand == kind == NONE:
        raise NumbersError(f"line {place}: says nothing of {number}")
    return int(number), brand, kind, "".join(note)


def _brand_rule(stem: str, number: int, brand: str, note: str) -> Mapping[str, object]:
    return {
        "id": f"{stem}.pen-{number}",
        "reads": READS,
        "oid": f"{ARC}.{number}",
        "says": {"vendor": brand},
        "tier": "medium",
        "source": f"{_SOURCE}: {number}" + (f" ({note})" if note else ""),
        "example": [{"text": f"{ARC}.{number}.1.2", "gives": {"vendor": brand}}],
        "counter": [{"text": f"{ARC}.{number}0.1"}],
    }


def _class_rule(stem: str, kind: str, arcs: list[str]) -> Mapping[str, object]:
    return {
        "id": f"{stem}.class-{kind}",
        "reads": READS,
        "oid": arcs,
        "says": {"class": kind},
        "tier": "weak",
        "source": f"{_SOURCE} of makers whose managed products are of this class, by their own catalogues",
        "example": [{"text": f"{arc}.1", "gives": {"class": kind}} for arc in arcs[:1]],
        "counter": [{"text": f"{ARC}.311.1.1"}],
    }


def _trade_rule(stem: str, kind: str, brands: list[str]) -> Mapping[str, object]:
    return {
        "id": f"{stem}.trade-{kind}",
        "reads": MAKER,
        "equals": brands,
        "says": {"class": kind},
        "tier": "weak",
        "source": "makers whose managed products are of this class, by their own catalogues",
        "example": [{"text": brands[0], "gives": {"class": kind}}],
        "counter": [{"text": "Zorblatt Frames"}],
    }
