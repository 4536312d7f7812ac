"""Claims of one box, settled: what is believed of each attribute, and what is in conflict.

- The strongest tier speaks; weaker claims stay as runners-up.
- Within it, values that say the same agree: spelling, maker's aliases and a more exact value that contains
  the other ("RTX1210 Rev.14" and "RTX1210", version 12.4 and 12, Debian and Linux). The most exact one is
  taken. "A or B" agrees with both, and with another that leaves only B it becomes B.
- Makers of one house (a takeover, a brand) agree too: the device is whose name its own description begins with.
- Otherwise the attribute is in conflict: its value is unknown, and all that was said is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agent.device import ATTRIBUTES, Claim
from agent.vocabulary import Vocabulary, vendor_key

AGREED_RULE = "identify.agreed"
"""The rule of a claim that no single rule made: what several, taken together, leave."""
NAMED_RULE = "identify.named-maker"
"""The rule of a claim on the maker with whose name a text begins."""
_OWN_WORDS = frozenset({"snmp.sysDescr", "lldp.system_description"})


def settle(claims: Iterable[Claim], vocabulary: Vocabulary) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """All claims, strongest and most exact first, and the attributes in conflict."""
    known = list(ordered(claims, vocabulary))
    conflicts: set[str] = set()
    for attribute in ATTRIBUTES:
        top = _strongest(known, attribute)
        left = _agreed(sorted({c.value for c in top}), attribute, vocabulary) or _brand(top, vocabulary)
        if top and not left:
            conflicts.add(attribute)
        elif left and left != top[0].value:
            proof = "; ".join(f"{c.field} {c.text}" for c in top)
            known.append(Claim(attribute, left, top[0].tier, AGREED_RULE, top[0].field, proof))
    if _kind_of_another_class(known, conflicts, vocabulary):
        conflicts.add("kind")
    return ordered(known, vocabulary), tuple(a for a in ATTRIBUTES if a in conflicts)


def ordered(claims: Iterable[Claim], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Each once, strongest first; among equals a conclusion, then the most exact."""

    def key(claim: Claim) -> tuple[object, ...]:
        rank = ATTRIBUTES.index(claim.attribute) if claim.attribute in ATTRIBUTES else len(ATTRIBUTES)
        exact = _exactness(claim.value, vocabulary)
        drawn = claim.rule != AGREED_RULE
        return (-claim.tier, rank, claim.attribute, drawn, exact, claim.rule, claim.field, claim.text)

    return tuple(sorted(set(claims), key=key))


def agree(one: str, other: str, attribute: str, vocabulary: Vocabulary) -> bool:
    """Whether two values of an attribute can both be right."""
    return bool(_agreed((one, other), attribute, vocabulary))


def _strongest(claims: Sequence[Claim], attribute: str) -> list[Claim]:
    mine = [c for c in claims if c.attribute == attribute]
    return [c for c in mine if c.tier is mine[0].tier]


def _agreed(values: Sequence[str], attribute: str, vocabulary: Vocabulary) -> str:
    """The most exact value that all of `values` allow; "" where there is none (or no value)."""
    alternatives = [value.split(" or ") if attribute == "os" else [value] for value in values]

    def says(exact: str, general: str) -> bool:
        return _covers(exact, general, attribute, vocabulary)

    options = sorted({o for some in alternatives for o in some}, key=lambda o: _exactness(o, vocabulary))
    fitting = [o for o in options if all(any(says(o, other) for other in some) for some in alternatives)]
    kept: list[str] = []
    for option in fitting:  # the most exact first: what it covers says nothing new
        if not any(says(exact, option) for exact in kept):
            kept.append(option)
    written = (value for value in values if sorted(value.split(" or ")) == sorted(kept))
    return next(written, " or ".join(sorted(kept))) if attribute == "os" else "".join(kept[:1])


def _brand(top: Sequence[Claim], vocabulary: Vocabulary) -> str:
    """The brand, where all are of one house: the one that the description begins with, which is printed on the
    device; else the one that the house goes by today."""
    if {c.attribute for c in top} != {"vendor"}:
        return ""
    said = {c.value for c in top}
    house = next((brands for brands in vocabulary.houses.values() if said <= set(brands)), ())
    named = {c.value for c in top if c.rule == NAMED_RULE and c.field in _OWN_WORDS}
    return next((brand for brand in house if brand in (named or said)), "")


def _covers(exact: str, general: str, attribute: str, vocabulary: Vocabulary) -> bool:
    """Whether `exact` says at least what `general` says."""
    if attribute in ("class", "kind"):
        return exact == general
    if attribute == "vendor":
        names = [vocabulary.vendor(name) or vendor_key(name) for name in (exact, general)]
        return names[0] == names[1]
    if attribute == "serial":
        return re.sub(r"\W", "", exact).casefold() == re.sub(r"\W", "", general).casefold()
    if attribute == "os" and exact in vocabulary.systems.get(general, ()):
        return True
    a, b = (re.findall(r"\w+", text.casefold()) for text in (exact, general))
    if attribute == "version":
        return a[: len(b)] == b
    return any(a[i : i + len(b)] == b for i in range(len(a) - len(b) + 1))


def _exactness(value: str, vocabulary: Vocabulary) -> tuple[bool, int, int, str]:
    """A key by which more exact values come first."""
    return (value in vocabulary.systems, -len(re.findall(r"\w+", value)), -len(value), value)


def _kind_of_another_class(claims: Sequence[Claim], conflicts: set[str], vocabulary: Vocabulary) -> bool:
    """Whether the best kind is no kind of the best class: a switch's word on a printer is worth nothing."""
    kind = next((c.value for c in claims if c.attribute == "kind"), "")
    best_class = next((c.value for c in claims if c.attribute == "class"), "")
    if not kind or not best_class or "class" in conflicts:
        return False
    return vocabulary.kinds.get(kind, best_class) != best_class
