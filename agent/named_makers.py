"""Who made it by its own words: the maker with whose name a text begins, or in whose name it claims copyright, or whose
name stands further on.

Where no maker is named that the vocabulary knows, the text may begin with the name of a company that has addresses
registered (agent/registered_makers.py), or be a name in a company's form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from agent.behind_name import FOLLOWED, followed
from agent.company_names import plain_name
from agent.device import Claim, Tier
from agent.maker_names import (
    COMPANY,
    COMPANY_RULE,
    LONGEST_NAME,
    LONGEST_SHOWN,
    MOST_WORDS,
    NAMED_MODEL_RULE,
    REGISTERED_RULE,
    SHORTEST_NAME,
    WORD,
    maker_of,
)
from agent.named_models import model_after
from agent.registered_makers import maker_named
from agent.rules import RuleSet
from agent.settle import NAMED_RULE
from agent.vocabulary import Vocabulary, vendor_key

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
MENTION_RULE = "identify.mentioned-maker"
MENTIONING = frozenset(
    {"snmp.sysDescr", "lldp.system_description", "telnet.banner", "ftp.banner", "http.realm", "https.realm"}
)
COPYRIGHT_RULE = "identify.copyright"
_COPYRIGHT = re.compile(r"(?i)(?:\(c\)|©|copyright)[\s,]*(?:(?:\(c\)|©|copyright|by|\d{4})[\s,–-]*)*")
_OTHERS = frozenset({"with", "for", "on", "an", "hw", "by", "of", "from", "to"})
"""Words before the name of somebody else, whose part or standard this is."""
_HOST_FIRST = re.compile(r"(?i)(?:linux|freebsd|netbsd|openbsd|sunos|aix|hp-ux|darwin|hardware:) ")
"""What a system says of itself begins so; then comes the host's name, which can be any word."""


def named_claims(name: str, text: str, rules: RuleSet, said: Collection[str]) -> Iterable[Claim]:
    """What the text of the field `name` tells of the maker, and of what follows the name. said: attributes of which
    rules say something there."""
    if name not in NAMING:
        return
    found = list(_known_claims(name, text, rules, said)) or list(
        _mentioned_claims(name, text, rules.vocabulary)
    )
    if not any(c.attribute == "vendor" for c in found):
        found += _registered_claims(name, text, rules, said)
    yield from found


def _known_claims(name: str, text: str, rules: RuleSet, said: Collection[str]) -> Iterable[Claim]:
    """The maker with whose name a description begins, in any spelling that the vocabulary has."""
    start = _uninvited(name, text)
    shown = start[:LONGEST_NAME]
    words = list(WORD.finditer(shown.replace("-", " ") if name in HYPHENED else shown))[:MOST_WORDS]
    maker, count = maker_of([word[0] for word in words], rules.vocabulary)
    if start != text:
        yield from followed(name, text, start, "", rules, said)
    if maker and not (NAMING[name] is Tier.WEAK and maker in PROGRAM_HOUSES):
        claim = Claim("vendor", maker, NAMING[name], NAMED_RULE, name, text[:LONGEST_NAME])
        yield from _with_what_follows(claim, text, start[words[count - 1].end() :], rules, said)


def _registered_claims(name: str, text: str, rules: RuleSet, said: Collection[str]) -> Iterable[Claim]:
    """The company of the registry with whose name a description begins, where neither rules nor the vocabulary know
    a maker or a program."""
    if name not in REGISTERED or not {"vendor", "product"}.isdisjoint(said) or _HOST_FIRST.match(text):
        return
    start = _uninvited(name, text)
    words = list(WORD.finditer(start[:LONGEST_NAME]))[:MOST_WORDS]
    maker, count = maker_named([word[0] for word in words])
    rest = start[words[count - 1].end() :] if count else ""
    if maker and not (name == "telnet.banner" and _HOSTS_PROMPT.match(rest)):
        claim = Claim("vendor", maker, Tier.WEAK, REGISTERED_RULE, name, text[:LONGEST_NAME])
        yield from _with_what_follows(claim, text, rest, rules, said)


def _uninvited(name: str, text: str) -> str:
    """The text without what a page or a greeting says before the name."""
    lead = _INVITING.match(text) if name in INVITING else None
    return text[lead.end() if lead else 0 :]


def _with_what_follows(
    claim: Claim, text: str, rest: str, rules: RuleSet, said: Collection[str]
) -> Iterable[Claim]:
    """The claim on a maker, and what rules say of the `rest` behind the name; a model where none knows one."""
    name = claim.field
    if name in FOLLOWED:
        yield from followed(name, text, rest, claim.value, rules, said)
    yield claim
    if name in MODELLED and "model" not in said and (model := model_after(rest)):
        yield Claim("model", model, Tier.WEAK, NAMED_MODEL_RULE, name, text[:LONGEST_SHOWN])


def _mentioned_claims(name: str, text: str, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The maker in whose name a description claims copyright; and the first whose name stands further on."""
    if name not in MENTIONING:
        return
    notice = _COPYRIGHT.search(text)
    owner = text[notice.end() :][:LONGEST_NAME] if notice else ""
    if maker := maker_of(WORD.findall(owner)[:MOST_WORDS], vocabulary)[0]:
        yield Claim("vendor", maker, Tier.MEDIUM, COPYRIGHT_RULE, name, text[:LONGEST_SHOWN])
        return
    for place in (text, owner):
        if company := COMPANY.match(place):
            yield Claim("vendor", plain_name(company[1]), Tier.WEAK, COMPANY_RULE, name, text[:LONGEST_SHOWN])
            return
    words = [] if _HOST_FIRST.match(text) else WORD.findall(text)
    for start in range(1, len(words)):
        if len(words[start]) < SHORTEST_NAME or words[start - 1].casefold() in _OTHERS:
            continue
        maker = maker_of(words[start : start + MOST_WORDS], vocabulary)[0]
        if maker and vendor_key(maker) not in vocabulary.parts:
            yield Claim("vendor", maker, Tier.WEAK, MENTION_RULE, name, text[:LONGEST_SHOWN])
            return
