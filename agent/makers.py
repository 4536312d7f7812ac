"""Who made it, besides what a maker's own rules say.

- The registry of address blocks (IEEE) and that of enterprise numbers (IANA) name a maker: of the network adapter
  the one, of the agent the other.
- An agent that is nobody's own carries the tree of a maker who builds on it.
- A description names its maker (agent/named_makers.py), and so does a certificate (agent/certificate_makers.py).

And what follows from the maker: what he mostly makes, and that his name is no part of the model's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from agent import enterprises, oui
from agent.certificate_makers import certificate_claims
from agent.company_names import without_aside
from agent.device import Claim, Tier
from agent.maker_names import COMPANY_RULE, MOST_WORDS, REGISTERED_RULE, SHORTEST_NAME
from agent.named_makers import named_claims
from agent.named_models import without_kinds
from agent.rules import RuleSet
from agent.vocabulary import Vocabulary, vendor_key

REGISTRY_RULE = "ieee.oui"
AGENT_RULE = "iana.enterprise"
AGENT_FIELDS = frozenset({"snmp.sysObjectID", "snmpv3.enterprise"})
DICOM_ROOT = "dicom.implementation_uid"
"""Its maker may have made it under his enterprise number (DICOM PS3.5, 9 and annex B)."""
TREE_FIELD, OBJECT_ID = "snmp.own", "snmp.sysObjectID"
ELSEWHERE = "1"
"""What an object outside the makers' tree, which is named in full, begins with."""
MAKER_FIELD = "iana.organisation"
"""Read by rules, given by no probe: the name to which IANA registered the agent's number, or by which a device names
its maker."""
DESCRIBING = frozenset({"snmp.sysDescr", "snmp.entPhysicalDescr", "lldp.system_description"})
"""Where words say what a thing is; on a page they are its title."""
WITH_KINDS = DESCRIBING | {TREE_FIELD, "snmp.entPhysicalModelName"}
"""Where these words stand around a model's name."""


def maker_claims(
    name: str,
    value: str,
    rules: RuleSet,
    said: Collection[str] = (),
    registrant: Callable[[str], str] = oui.vendor_of,
) -> Iterable[Claim]:
    """What the field `name` with this value tells of the maker. said: attributes of which rules say something there.

    registrant: MAC -> the registrant of its address block.
    """
    if name.endswith(".mac"):
        yield from _registry_claims(name, value, rules.vocabulary, registrant)
    elif name in AGENT_FIELDS:
        yield from _agent_claims(name, value, rules, said)
    elif name == TREE_FIELD:
        yield from _tree_claims(value, rules)
    elif name == DICOM_ROOT and {"vendor", "product"}.isdisjoint(said):
        yield from _root_claims(value, rules)
    yield from certificate_claims(name, value, rules.vocabulary, said)
    yield from named_claims(name, value, rules, said)


def _registry_claims(
    name: str, value: str, vocabulary: Vocabulary, registrant: Callable[[str], str]
) -> Iterable[Claim]:
    """The registry's word on the maker: of the network adapter at least, hence weak, or nothing (see `parts`)."""
    maker = registrant(value)
    if maker and vendor_key(maker) not in vocabulary.parts:
        yield Claim("vendor", vocabulary.vendor(maker) or maker, Tier.WEAK, REGISTRY_RULE, name, value)


def _agent_claims(name: str, oid: str, rules: RuleSet, said: Collection[str]) -> Iterable[Claim]:
    """IANA's word on who made the agent, who is nearly always the maker of the device (see `agents`); and what
    rules make of that name. said: what rules say of the number itself, which is not said again."""
    number = enterprises.number_of(oid)
    maker = "" if number in rules.vocabulary.agents else enterprises.registrant(number)
    if maker and "vendor" not in said:
        known = rules.vocabulary.vendor(
            without_aside(enterprises.legal_name(number))
        ) or rules.vocabulary.vendor(maker)
        yield Claim("vendor", known or maker, Tier.MEDIUM if known else Tier.WEAK, AGENT_RULE, name, oid)
    if maker and "class" not in said:
        yield from rules.claims(MAKER_FIELD, maker)


def _tree_claims(text: str, rules: RuleSet) -> Iterable[Claim]:
    """What follows from whose part of the tree an agent carries: hints, for it may be that of a program."""
    oid = f"1.3.6.1.4.1.{text.partition(' ')[0]}"
    if enterprises.number_of(oid) == ELSEWHERE:
        return
    own = rules.claims(OBJECT_ID, oid)
    for claim in (*own, *_agent_claims(TREE_FIELD, oid, rules, {c.attribute for c in own})):
        if claim.attribute in ("vendor", "class"):
            yield replace(claim, tier=Tier.WEAK, field=TREE_FIELD, text=text)


def _root_claims(uid: str, rules: RuleSet) -> Iterable[Claim]:
    """IANA's word on whose number a UID is made under, where no rule knows the UID: a hint, for it may be a toolkit's."""
    number = enterprises.number_of(uid)
    if maker := "" if number in rules.vocabulary.agents else enterprises.registrant(number):
        known = rules.vocabulary.vendor(maker) or maker
        yield Claim("vendor", known, Tier.WEAK, AGENT_RULE, DICOM_ROOT, uid)


def trades(found: Sequence[Claim], rules: RuleSet) -> Iterable[Claim]:
    """What the makers make that are likely by the device's own word, or what their names say that they make: hints
    at its class, where there is none else."""
    if any(c.attribute == "class" for c in found):
        return
    named = (REGISTERED_RULE, COMPANY_RULE)
    makers = (c.value for c in found if c.attribute == "vendor" and (c.tier > Tier.WEAK or c.rule in named))
    for maker in dict.fromkeys(makers):
        yield from rules.claims(MAKER_FIELD, maker)


def without_makers(found: Sequence[Claim], vocabulary: Vocabulary) -> Iterable[Claim]:
    """The name of a model as hints have it may hold its maker's, mostly first, and then what it is: it is told from
    behind that on, and not at all where nothing is left."""
    makers = [c.value for c in found if c.attribute == "vendor"]
    keys = {vendor_key(maker) for maker in makers}
    firsts = {first for maker in makers if len(first := maker.split()[0].casefold()) >= SHORTEST_NAME}
    for claim in found:
        if claim.attribute == "model" and claim.tier is Tier.WEAK:
            words = claim.value.split()
            starts = (
                (count, " ".join(words[:count])) for count in range(min(len(words) - 1, MOST_WORDS), 0, -1)
            )
            named = (count for count, name in starts if vocabulary.vendor(name) or vendor_key(name) in keys)
            count = next(named, 0) or next(
                (at for at, word in enumerate(words[:-1], 1) if word.casefold() in firsts), 0
            )
            name = " ".join(words[count:])
            claim = replace(claim, value=without_kinds(name) if claim.field in WITH_KINDS else name)
        if claim.value:
            yield claim
