"""Claims of one box, settled: what is believed of each attribute, and what is in conflict.

- The strongest tier speaks; weaker claims stay as runners-up.
- Within it, values that say the same agree: spelling, maker's aliases and a more exact value that contains
  the other ("RTX1210 Rev.14" and "RTX1210", version 12.4 and 12, Debian and Linux). The most exact one is
  taken. "A or B" agrees with both, and with another that leaves only B it becomes B.
- Makers of one house (a takeover, a brand) agree too: the device is whose name its own description begins with,
  unless that is a brand of former days and the agent's number is that of today's.
- A maker that a rule concludes from a text in which no maker is named (ETX-203 may be anybody's model) is a hint
  where the agent's number is another maker's.
- What a form finds in several objects of a maker's tree it says of the first: those after it are of parts.
- Where they disagree and more fields say one of them than any other, that one is believed: fields are written by
  different hands. Of class, kind and serial this is not said: there the odd one out may be the one that matters.
- Otherwise the attribute is in conflict: its value is unknown, and all that was said is kept.

Then it is told no more firmly than its kind deserves (`_told`): in the field, one in five of the makers, versions
and models that a rule is sure to have read out of running text is not the one on the label, unless another field of
the device says the same: an order number stands for a name, a boot loader's version for the firmware's. A version
that a rule of the maker's own has read is likely all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from agent.agreement import agree, agreed, exactness
from agent.device import ATTRIBUTES, Claim, Tier
from agent.own_texts import confirmed, one_thing_each
from agent.vocabulary import Vocabulary, slug, vendor_key

AGREED_RULE = "identify.agreed"
"""The rule of a claim that no single rule made: what several, taken together, leave."""
NAMED_RULE = "identify.named-maker"
"""The rule of a claim on the maker with whose name a text begins."""
_OWN_WORDS = frozenset({"snmp.sysDescr", "lldp.system_description"})
_TEXTS = _OWN_WORDS | {
    "snmp.entPhysicalDescr",
    "snmp.entPhysicalModelName",
    "snmp.hrDeviceDescr",
    "snmp.sysName",
}
"""Running text, and what is an order number as often as a name."""
_TREE = "snmp.own"
_PARTS = frozenset({"snmp.entPhysicalSerialNum", _TREE})
"""Where the number of a part or of another unit of the stack may stand."""
_HEARD = MappingProxyType({
    "snmp.sysObjectID": 1, _TREE: 2, "iana.organisation": 3, "snmp.hrDeviceDescr": 3, "snmp.sysServices": 3,
})  # fmt: skip
"""In which turn hints at a class are heard by their field, where their rule has no turn of its own: words first, then who
made the agent, then what it keeps; a company's name, the processor and the layers that it serves only where nothing
else hints."""
_NAMED = MappingProxyType({"identify.mentioned-maker": 1, "iana.enterprise": 1, "ieee.oui": 2})
"""In which turn hints at the maker are heard that no rule of the files gives: words first, the names to which numbers were
registered, that of its network adapter."""
_BOOT = frozenset({"snmp.entPhysicalFirmwareRev", "snmp.upsIdentAgentSoftwareVersion"})
"""Versions of what the box starts with or of the card in it, heard where nothing else is told."""
_MAKERS = frozenset({"snmp.sysObjectID"})
"""What alone says who made the agent and for what line, of which there are always more than one thinks."""
_WHOLE_NUMBER = "enterprise.pen-"
"""What the rules' ids begin with that know no more than whose the enterprise number is."""
_CAPPED = ("class", "vendor", "model", "os", "version", "serial")
_BY_MOST = frozenset({"vendor", "model", "os", "version"})


def settle(claims: Iterable[Claim], vocabulary: Vocabulary) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """All claims, strongest and most exact first, and the attributes in conflict."""
    weighed = tuple(_weighed_makers(list(one_thing_each(tuple(claims))), vocabulary))
    known = list(ordered(_families_beside_members(weighed, vocabulary), vocabulary))
    conflicts: set[str] = set()
    drawn = False
    for attribute in ATTRIBUTES:
        top = _strongest(known, attribute, vocabulary)
        left = (
            agreed(sorted({c.value for c in top}), attribute, vocabulary)
            or _brand(top, vocabulary)
            or _most_said(top, known, attribute, vocabulary)
        )
        if top and not left:
            conflicts.add(attribute)
        elif left and left != next(c.value for c in known if c.attribute == attribute):
            proof = "; ".join(f"{c.field} {c.text}" for c in top)
            known.append(Claim(attribute, left, top[0].tier, AGREED_RULE, top[0].field, proof))
            drawn = True
    if _kind_of_another_class(known, conflicts, vocabulary):
        conflicts.add("kind")
    found = ordered(known, vocabulary) if drawn else tuple(known)
    most = {a: _told(a, found, vocabulary) for a in _CAPPED}
    told = (replace(c, tier=t) if c.tier > (t := most.get(c.attribute, c.tier)) else c for c in found)
    return tuple(sorted(told, key=lambda c: -c.tier)), tuple(a for a in ATTRIBUTES if a in conflicts)


def _families_beside_members(claims: Sequence[Claim], vocabulary: Vocabulary) -> list[Claim]:
    """Whoever is sure of a family of systems (Linux, by NTP) does not hide its member that another knows (Debian, by
    the SSH greeting): the family is told no more surely than the member."""
    members = [c.value.split(" or ") for c in claims if c.attribute == "os" and c.tier is Tier.MEDIUM]

    def beside(claim: Claim) -> bool:
        exact = vocabulary.systems.get(claim.value, frozenset())
        return any(exact.issuperset(some) for some in members) if exact else False

    return [
        replace(c, tier=Tier.MEDIUM) if c.attribute == "os" and c.tier is Tier.STRONG and beside(c) else c
        for c in claims
    ]


def ordered(claims: Iterable[Claim], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Each once, strongest first; among equals a conclusion, then the most exact."""

    def key(claim: Claim) -> tuple[object, ...]:
        rank = ATTRIBUTES.index(claim.attribute) if claim.attribute in ATTRIBUTES else len(ATTRIBUTES)
        exact = exactness(claim.value, vocabulary)
        drawn = claim.rule != AGREED_RULE
        return (-claim.tier, rank, claim.attribute, drawn, exact, claim.rule, claim.field, claim.text)

    return tuple(sorted(set(claims), key=key))


def _strongest(claims: Sequence[Claim], attribute: str, vocabulary: Vocabulary) -> list[Claim]:
    mine = [c for c in claims if c.attribute == attribute]
    top = [c for c in mine if c.tier is mine[0].tier]
    if top and top[0].tier is Tier.WEAK:
        top = _soonest(top, attribute, vocabulary)
    elif attribute == "serial":
        return top  # a stack of switches has several, and each is said
    first: dict[str, tuple[int, ...]] = {}
    for claim in top:
        if claim.field == _TREE:
            first[claim.rule] = min(first.get(claim.rule, (place := _place(claim))), place)
    return [c for c in top if c.field != _TREE or _place(c) == first[c.rule]]


def _soonest(hints: Sequence[Claim], attribute: str, vocabulary: Vocabulary) -> list[Claim]:
    """The hints whose turn comes before the others'; a server's last: an appliance is one too."""
    left = confirmed(hints) if attribute == "model" else list(hints)
    turns = [_turn(hint, attribute, vocabulary) for hint in left]
    left = [hint for hint, turn in zip(left, turns, strict=True) if turn == min(turns)]
    return [hint for hint in left if hint.value != "server"] or left if attribute == "class" else left


def _turn(hint: Claim, attribute: str, vocabulary: Vocabulary) -> int:
    """When a hint is heard, 0 where nothing is said of it: by its rule, or else by its field."""
    if (turn := vocabulary.turns.get(hint.rule)) is not None:
        return turn
    if attribute == "class":
        return _HEARD.get(hint.field, 0)
    if attribute == "vendor":
        return _NAMED.get(hint.rule, 0)
    if attribute not in ("version", "serial", "model"):
        return 0
    return 2 if hint.field in _BOOT else 1 if hint.field in _MAKERS else 0


def _witness(claim: Claim) -> str:
    """The field, all of a maker's tree being one: an object is no second witness to itself (snmp.own_model)."""
    return _TREE if claim.field.startswith(_TREE) else claim.field


def _place(claim: Claim) -> tuple[int, ...]:
    """Where an object of a maker's tree stands in it, by the name with which its text begins."""
    return tuple(int(arc) for arc in claim.text.partition(" ")[0].split(".") if arc.isdecimal())


def _most_said(top: Sequence[Claim], known: Sequence[Claim], attribute: str, vocabulary: Vocabulary) -> str:
    """The value of the strongest that more fields say, however firmly, than say any other of them; "" where there is
    none, or one field alone says it."""
    if attribute not in _BY_MOST:
        return ""
    said: dict[str, tuple[set[str], list[str]]] = {}
    for value in sorted({c.value for c in top}):
        alike = [c for c in top if agree(c.value, value, attribute, vocabulary)]
        fields = {
            _witness(c)
            for c in known
            if c.attribute == attribute and agree(c.value, value, attribute, vocabulary)
        }
        said[value] = (fields, sorted({c.value for c in alike}))
    best = max((len(fields) for fields, _ in said.values()), default=0)
    groups = {tuple(values) for fields, values in said.values() if len(fields) == best}
    return agreed(groups.pop(), attribute, vocabulary) if best > 1 and len(groups) == 1 else ""


def _told(attribute: str, claims: Sequence[Claim], vocabulary: Vocabulary) -> Tier:
    """How firmly the best claim may be told: by the kind of its field, by whether another field says the same, and,
    of a maker, by whether another says a different one, or its house has other brands."""
    mine = [c for c in claims if c.attribute == attribute]
    if not mine or mine[0].tier is Tier.WEAK:
        return Tier.WEAK
    alike = [c for c in mine if agree(c.value, mine[0].value, attribute, vocabulary)]
    fields = {_witness(c) for c in alike}
    is_text, alone = fields <= _TEXTS, len(fields) == 1
    if attribute in ("class", "os"):
        return Tier.STRONG if not fields <= _MAKERS else Tier.WEAK if attribute == "class" else Tier.MEDIUM
    if attribute == "model":
        return Tier.WEAK if is_text or (alone and _TREE in fields) else Tier.MEDIUM
    if attribute == "version":
        if not (is_text and alone):
            return Tier.STRONG
        return Tier.MEDIUM if mine[0].tier is Tier.STRONG and _of_the_maker(mine[0], claims) else Tier.WEAK
    if attribute == "serial":
        return Tier.MEDIUM if alone and fields <= _PARTS else Tier.STRONG
    if any(c.value in vocabulary.former and c not in alike for c in mine):
        return Tier.WEAK  # a ledger may well have the name that the device shows
    if all(c.rule.startswith(_WHOLE_NUMBER) for c in alike):
        return Tier.WEAK  # whoever made the agent may have made it for another's device
    opposed = any(c.tier > Tier.WEAK and c not in alike for c in mine)
    shared = alone and any(mine[0].value in brands for brands in vocabulary.houses.values())
    return Tier(Tier.STRONG - alone - (opposed or shared))


def _of_the_maker(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a rule made for this maker read it: it knows the form of the maker's own sentence."""
    maker = next((c.value for c in claims if c.attribute == "vendor"), "")
    return bool(maker) and claim.rule.partition(".")[0] == slug(maker)


def _weighed_makers(claims: Sequence[Claim], vocabulary: Vocabulary) -> Iterable[Claim]:
    """The claims, as hints those on a maker that the agent's number makes doubtful: whose number it is, where a rule
    knows whose the line is that has this part of it; a brand of former days where the number is another's of its
    house; and one that is concluded from a text without any name where it is another's."""
    numbers = [c for c in claims if c.attribute == "vendor" and c.field in _MAKERS and c.tier > Tier.WEAK]
    lines = {c.value for c in numbers if not c.rule.startswith(_WHOLE_NUMBER)}
    makers = lines or {c.value for c in numbers}
    kin = {brand for house in vocabulary.houses.values() if makers & set(house) for brand in house}
    past = (vocabulary.former & kin) - makers
    for claim in claims:
        doubtful = claim.attribute == "vendor" and (
            claim.value in past
            or (claim in numbers and claim.value not in makers)
            or (
                (makers and claim.tier is Tier.MEDIUM and claim.field in _OWN_WORDS)
                and claim.value not in makers | kin
                and not _names(claim.text, claim.value, vocabulary)
            )
        )
        yield replace(claim, tier=Tier.WEAK) if doubtful else claim


def _names(text: str, maker: str, vocabulary: Vocabulary) -> bool:
    """Whether the maker's name stands in the text, in any spelling."""
    plain = vendor_key(text)
    return any(vendor_key(name) in plain for name in (maker, *vocabulary.vendors.get(maker, ())))


def _brand(top: Sequence[Claim], vocabulary: Vocabulary) -> str:
    """The brand, where all are of one house: the one that the description begins with, which is printed on the
    device; else the one that the house goes by today."""
    if {c.attribute for c in top} != {"vendor"}:
        return ""
    said = {c.value for c in top}
    house = next((brands for brands in vocabulary.houses.values() if said <= set(brands)), ())
    named = {c.value for c in top if c.rule == NAMED_RULE and c.field in _OWN_WORDS}
    return next((brand for brand in house if brand in (named or said)), "")


def _kind_of_another_class(claims: Sequence[Claim], conflicts: set[str], vocabulary: Vocabulary) -> bool:
    """Whether the best kind is no kind of the best class: a switch's word on a printer is worth nothing."""
    kind = next((c.value for c in claims if c.attribute == "kind"), "")
    best_class = next((c.value for c in claims if c.attribute == "class"), "")
    if not kind or not best_class or "class" in conflicts:
        return False
    return vocabulary.kinds.get(kind, best_class) != best_class
