"""Who made it, besides what a maker's own rules say: registries, brands and copyrights.

- The registry of address blocks (IEEE) and that of enterprise numbers (IANA) name a maker: of the network adapter
  the one, of the agent the other.
- A device's description mostly begins with its maker's name, or has it in its copyright, or further on.
- Where no known maker is named, the text may begin with the name of a company that has addresses registered
  (agent/registered_makers.py).
- An agent that is nobody's own carries the tree of a maker who builds on it.

All other names are those of the vocabulary, in any spelling that it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from agent import enterprises, oui
from agent.behind_name import FOLLOWED, followed
from agent.company_names import plain_name, without_aside
from agent.device import Claim, Tier
from agent.named_models import model_after, model_in_name, without_kinds
from agent.registered_makers import maker_named
from agent.rules import RuleSet
from agent.settle import NAMED_RULE
from agent.vocabulary import Vocabulary, vendor_key

REGISTRY_RULE = "ieee.oui"
AGENT_RULE = "iana.enterprise"
AGENT_FIELDS = frozenset({"snmp.sysObjectID", "snmpv3.enterprise"})
TREE_FIELD, OBJECT_ID = "snmp.own", "snmp.sysObjectID"
ELSEWHERE = "1"
"""What an object outside the makers' tree, which is named in full, begins with."""
NAMING: Mapping[str, Tier] = {
    "snmp.sysDescr": Tier.STRONG,
    "snmp.entPhysicalDescr": Tier.STRONG,
    "snmp.entPhysicalMfgName": Tier.STRONG,
    "snmp.upsIdentManufacturer": Tier.STRONG,
    "lldp.system_description": Tier.STRONG,
    "pjl.id": Tier.STRONG,
    "dhcp.vendor_class": Tier.MEDIUM,
    "http.title": Tier.MEDIUM,
    "https.title": Tier.MEDIUM,
    "http.realm": Tier.MEDIUM,
    "https.realm": Tier.MEDIUM,
    "ftp.banner": Tier.MEDIUM,
    "upnp.manufacturer": Tier.MEDIUM,
    "telnet.banner": Tier.MEDIUM,
    "sip.server": Tier.MEDIUM,
    "sip.user_agent": Tier.MEDIUM,
    "rtsp.server": Tier.MEDIUM,
    "http.server": Tier.WEAK,
    "https.server": Tier.WEAK,
}
"""Texts in which a device describes itself, mostly with its maker's name first; a page may speak of a program."""
HYPHENED = frozenset(
    {
        "rtsp.server",
        "sip.server",
        "sip.user_agent",
        "http.server",
        "https.server",
        "dhcp.vendor_class",
    }
)
"""Where a hyphen may end the maker's name: a product's name has no room for a blank (RFC 9110, 10.2.4)."""
MODELLED = frozenset(NAMING) - {
    "snmp.sysDescr", "snmp.entPhysicalDescr", "snmp.entPhysicalMfgName", "snmp.upsIdentManufacturer",
    "lldp.system_description", "http.server", "https.server", "upnp.manufacturer",
}  # fmt: skip
"""Of these, the texts that are names and hardly sentences: a model follows the maker's name."""
NAMED_MODEL_RULE = "identify.named-model"
REGISTERED_RULE = "ieee.named"
REGISTERED = frozenset(NAMING) - {"http.server", "https.server", "upnp.manufacturer", "snmp.entPhysicalDescr"}
"""Texts that are searched for companies of which only the registry knows: a Server header names makers of programs,
parts those of parts."""
_HOSTS_PROMPT = re.compile(r"(?i)\s*(?:log ?in|user ?name|password)\b|\s*$")
"""What follows a host's name at a terminal, and may follow nothing else."""
INVITING = frozenset(
    {"http.title", "https.title", "http.realm", "https.realm", "telnet.banner", "ftp.banner"}
)
_INVITING = re.compile(
    r"(?i)(?:(?:welcome to|login to|log ?in to|sign ?in to|connected to|login|log ?in|log ?on|sign ?in|home|the|this is)\b"
    r"[\s:|–-]*){1,3}"
)
"""What a page and a greeting say before the name."""
PROGRAM_HOUSES = frozenset({"Citrix", "HP", "HPE", "IBM", "Oracle", "Sun", "VMware"})
"""Makers whose web servers run on other people's machines."""
SUBJECT = "tls.subject"
CERTIFICATES = frozenset({SUBJECT, "tls.issuer"})
CERTIFICATE_RULE = "identify.certificate-maker"
_OWNED = re.compile(r"(?i)\.[a-z]|[@*]|\b(?:ca|root|authority|issuing|trust|ssl|tls|sign\w*)\b")
"""Names in the certificates of those who run a thing, and of those who certify: a factory writes none of them."""
_ATTRIBUTE = re.compile(r"(?:^|[,+])(O|OU|CN)=((?:[^\\,+]|\\.){1,80})")
LONGEST_NAME, MOST_WORDS, LONGEST_SHOWN = 80, 4, 300
MENTION_RULE = "identify.mentioned-maker"
MENTIONING = frozenset(
    {"snmp.sysDescr", "lldp.system_description", "telnet.banner", "ftp.banner", "http.realm", "https.realm"}
)
_SHORTEST_MENTION = 4
DESCRIBING = frozenset({"snmp.sysDescr", "snmp.entPhysicalDescr", "lldp.system_description"})
"""Where words say what a thing is; on a page they are its title."""
WITH_KINDS = DESCRIBING | {TREE_FIELD, "snmp.entPhysicalModelName"}
"""Where these words stand around a model's name."""
COPYRIGHT_RULE = "identify.copyright"
_COPYRIGHT = re.compile(r"(?i)(?:\(c\)|©|copyright)[\s,]*(?:(?:\(c\)|©|copyright|by|\d{4})[\s,–-]*)*")
COMPANY_RULE = "identify.company-name"
_COMPANY = re.compile(
    r"([A-Z][\w&.'-]*(?: (?:[A-Z0-9][\w&.'-]*|&)){0,4}?),? "
    r"(?:Inc|Corp|Corporation|Incorporated|Co\.?,? ?Ltd|Ltd|Limited|LLC|GmbH|AG|S\.[pr]\.[AaLl]|s\.r\.o|a\.s\.|A/S|AB|B\.V|Oy|ApS"
    r"|Pty|Pte|PLC|KK|Kft|S\.?A\.?S?|株式会社)(?![\w])"
)
"""A name of which nobody here has heard is one of a company where the form of a company follows."""
_OTHERS = frozenset({"with", "for", "on", "an", "hw", "by", "of", "from", "to"})
"""Words before the name of somebody else, whose part or standard this is."""
_HOST_FIRST = re.compile(r"(?i)(?:linux|freebsd|netbsd|openbsd|sunos|aix|hp-ux|darwin|hardware:) ")
"""What a system says of itself begins so; then comes the host's name, which can be any word."""
_WORD = re.compile(r"[^\W_][^\s,;:()\[\]_/]*")
MAKER_FIELD = "iana.organisation"
"""Read by rules, given by no probe: the name to which IANA registered the agent's number, or by which a device names
its maker."""


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
    if name in CERTIFICATES:
        yield from _certificate_claims(name, value, rules.vocabulary, said)
    if name in NAMING:
        named = list(_named_claims(name, value, rules, said))
        if not named:
            named = list(_mentioned_claims(name, value, rules.vocabulary))
        if not any(c.attribute == "vendor" for c in named):
            named += _registered_claims(name, value, rules, said)
        yield from named


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
    firsts = {first for maker in makers if len(first := maker.split()[0].casefold()) >= _SHORTEST_MENTION}
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


def _named_claims(name: str, text: str, rules: RuleSet, said: Collection[str]) -> Iterable[Claim]:
    """The maker with whose name a description begins, in any spelling that the vocabulary has; and what follows: what
    rules say of it, and a model where none knows one."""
    vocabulary = rules.vocabulary
    lead = _INVITING.match(text) if name in INVITING else None
    start = text[lead.end() if lead else 0 :]
    shown = start[:LONGEST_NAME]
    words = list(_WORD.finditer(shown.replace("-", " ") if name in HYPHENED else shown))[:MOST_WORDS]
    maker, count = _maker([word[0] for word in words], vocabulary)
    if lead and name in INVITING:
        yield from followed(name, text, start, "", rules, said)
    if not maker or (NAMING[name] is Tier.WEAK and maker in PROGRAM_HOUSES):
        return
    rest = start[words[count - 1].end() :]
    if name in FOLLOWED:
        yield from followed(name, text, rest, maker, rules, said)
    yield Claim("vendor", maker, NAMING[name], NAMED_RULE, name, text[:LONGEST_NAME])
    if name in MODELLED and "model" not in said and (model := model_after(rest)):
        yield Claim("model", model, Tier.WEAK, NAMED_MODEL_RULE, name, text[:LONGEST_SHOWN])


def _registered_claims(name: str, text: str, rules: RuleSet, said: Collection[str]) -> Iterable[Claim]:
    """The company of the registry with whose name a description begins, where neither rules nor the vocabulary know
    a maker or a program; and what follows."""
    if name not in REGISTERED or not {"vendor", "product"}.isdisjoint(said) or _HOST_FIRST.match(text):
        return
    lead = _INVITING.match(text) if name in INVITING else None
    start = text[lead.end() if lead else 0 :]
    words = list(_WORD.finditer(start[:LONGEST_NAME]))[:MOST_WORDS]
    maker, count = maker_named([word[0] for word in words])
    rest = start[words[count - 1].end() :] if count else ""
    if not maker or (name == "telnet.banner" and _HOSTS_PROMPT.match(rest)):
        return
    if name in FOLLOWED:
        yield from followed(name, text, rest, maker, rules, said)
    yield Claim("vendor", maker, Tier.WEAK, REGISTERED_RULE, name, text[:LONGEST_NAME])
    if name in MODELLED and "model" not in said and (model := model_after(rest)):
        yield Claim("model", model, Tier.WEAK, NAMED_MODEL_RULE, name, text[:LONGEST_SHOWN])


def _certificate_claims(
    name: str, text: str, vocabulary: Vocabulary, said: Collection[str]
) -> Iterable[Claim]:
    """The maker in a certificate that a factory or the device itself made: its organisation, else the name or unit
    that begins with a maker's. A host name is one word, so that no maker's is found in it."""
    shown = text[:LONGEST_SHOWN]
    parts: dict[str, list[str]] = {"O": [], "OU": [], "CN": []}
    for kind, value in _ATTRIBUTE.findall(text):
        parts[kind].append(re.sub(r"\\(.)", r"\1", value))
    common_name = "".join(parts["CN"][:1])
    for value in (*parts["O"], *parts["CN"], *parts["OU"]):
        maker = _maker(_WORD.findall(value)[:MOST_WORDS], vocabulary)[0]
        if not maker:
            continue
        yield Claim("vendor", maker, Tier.MEDIUM, CERTIFICATE_RULE, name, shown)
        if (
            "model" not in said
            and name == SUBJECT
            and (model := _certified_model(common_name, maker, vocabulary))
        ):
            yield Claim("model", model, Tier.WEAK, NAMED_MODEL_RULE, name, shown)
        return
    if "vendor" not in said and common_name and not any(map(_OWNED.search, parts["CN"])):
        company = next(filter(None, map(_COMPANY.match, parts["O"])), None)
        named = [*parts["O"], *(value for value in parts["CN"] if " " in value)]
        makers = (maker_named(_WORD.findall(value)[:MOST_WORDS])[0] for value in named)
        if company:
            yield Claim("vendor", plain_name(company[1]), Tier.WEAK, COMPANY_RULE, name, shown)
        elif maker := next(filter(None, makers), ""):
            yield Claim("vendor", maker, Tier.WEAK, REGISTERED_RULE, name, shown)


def _certified_model(common_name: str, maker: str, vocabulary: Vocabulary) -> str:
    """The model that a certificate is made out to, without the maker's name before it."""
    first, _, rest = common_name.partition(" ")
    return model_in_name(rest if vocabulary.vendor(first) == maker else common_name)


def _mentioned_claims(name: str, text: str, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The maker in whose name a description claims copyright; and the first whose name stands further on."""
    if name not in MENTIONING:
        return
    notice = _COPYRIGHT.search(text)
    owner = text[notice.end() :][:LONGEST_NAME] if notice else ""
    if maker := _maker(_WORD.findall(owner)[:MOST_WORDS], vocabulary)[0]:
        yield Claim("vendor", maker, Tier.MEDIUM, COPYRIGHT_RULE, name, text[:LONGEST_SHOWN])
        return
    for place in (text, owner):
        if company := _COMPANY.match(place):
            yield Claim("vendor", plain_name(company[1]), Tier.WEAK, COMPANY_RULE, name, text[:LONGEST_SHOWN])
            return
    words = [] if _HOST_FIRST.match(text) else _WORD.findall(text)
    for start in range(1, len(words)):
        if len(words[start]) < _SHORTEST_MENTION or words[start - 1].casefold() in _OTHERS:
            continue
        maker = _maker(words[start : start + MOST_WORDS], vocabulary)[0]
        if maker and vendor_key(maker) not in vocabulary.parts:
            yield Claim("vendor", maker, Tier.WEAK, MENTION_RULE, name, text[:LONGEST_SHOWN])
            return


def _maker(words: Sequence[str], vocabulary: Vocabulary) -> tuple[str, int]:
    """The maker whose name these words begin with, and of how many words; not one whose name is a word of everyday
    use. ("", 0) where there is none."""
    for count in range(len(words), 0, -1):
        maker = vocabulary.vendor(" ".join(words[:count]))
        if maker and maker not in vocabulary.common:
            return maker, count
    return "", 0
