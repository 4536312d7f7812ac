"""What a box serves: the protocols in which it answered, with the program and its version, and ports that are open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from agent.device import Claim, Service, Tier
from agent.vocabulary import Vocabulary
from probes.model import Evidence

_SPOKEN_BY = MappingProxyType({"https": ("https", "tls")})
"""Service -> the probes whose fields tell its program, the most telling first: a certificate may name it too."""
_OPEN = re.compile(r"(?P<transport>tcp|udp)/(?P<port>\d{1,5})(?: (?P<name>\S+))?")

_SAID_BY_NMAP = re.compile(
    r"(?P<transport>tcp|udp)/(?P<port>\d{1,5})(?: [^\s;]+)?; (?P<product>[^;]+)(?:; (?P<version>[^;]+))?"
)


def services_of(
    evidence: Sequence[Evidence], claims: Sequence[Claim], vocabulary: Vocabulary
) -> tuple[Service, ...]:
    """What it serves: protocols that rules recognised, with their product; then ports that are merely open."""
    found: dict[tuple[str, int], Service] = {}
    for name in sorted(
        {c.value for c in claims if c.attribute == "service"} | _told(evidence, claims, vocabulary)
    ):
        transport, port = vocabulary.services.get(name, ("tcp", 0))
        product, version = _product(name, claims, vocabulary)
        for each in _ports(name, port, evidence):
            found[(transport, each)] = Service(transport, each, name, product, version)
    for value in sorted({e.value for e in evidence if e.field == "nmap.open"}):
        if hit := _OPEN.match(value):
            key = (hit["transport"], int(hit["port"]))
            found.setdefault(key, Service(*key, hit["name"] or ""))
    for item in evidence:
        if item.field == "nmap.service" and (hit := _SAID_BY_NMAP.match(item.value)):
            key = (hit["transport"], int(hit["port"]))
            if key in found and not found[key].product:
                found[key] = Service(*key, found[key].protocol, hit["product"], hit["version"] or "")
    return tuple(found[key] for key in sorted(found))


def _told(evidence: Iterable[Evidence], claims: Iterable[Claim], vocabulary: Vocabulary) -> set[str]:
    """Protocols whose answer names a program: where the program is known, so is that it answered. An inventory
    brings a header or a greeting without the status and the port that our own probe reads beside it."""
    asked = {(e.field, e.value) for e in evidence if not e.probe.endswith("_heard")}
    named = {
        c.field.partition(".")[0] for c in claims if c.attribute == "product" and (c.field, c.text) in asked
    }
    return named & vocabulary.services.keys()


def _ports(service: str, usual: int, evidence: Iterable[Evidence]) -> list[int]:
    """Where a service answered: the ports that its probe read, or the usual one where it says none.

    One probe may have met it on its usual port and another elsewhere, so each conversation counts by itself;
    what was only heard tells of the host's own questions, not of what it serves.
    """
    said: dict[tuple[str, str], set[int]] = defaultdict(set)
    for item in evidence:
        if item.field.startswith(f"{service}.") and not item.probe.endswith("_heard"):
            is_port = item.field == f"{service}.port" and item.value.isdigit()
            said[(item.host, item.probe)] |= {int(item.value)} if is_port else set()
    found = {port for ports in said.values() for port in ports or {usual}}
    return sorted(found - {0}) or [usual]


def _product(service: str, claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[str, str]:
    """Product and version of a service: the strongest that its own fields say, both of one rule. Where a text
    is no more than a maker's name, it says whose the device is, not what runs in it."""
    told = [c for c in claims if not (c.attribute == "product" and _is_makers_name(c, vocabulary))]
    said = (_said(probe, told) for probe in _SPOKEN_BY.get(service, (service,)))
    return next((found for found in said if found), ("", ""))


def _is_makers_name(claim: Claim, vocabulary: Vocabulary) -> bool:
    return claim.tier is Tier.WEAK and claim.value == claim.text and bool(vocabulary.vendor(claim.value))


def _said(probe: str, claims: Sequence[Claim]) -> tuple[str, str] | None:
    """Where the rule that knows the name reads no version, that of another which reads the same text and gives the
    product a name with a word of this one in it."""
    for claim in claims:
        if claim.attribute == "product" and claim.field.split(".")[0] == probe:
            same = [c for c in claims if (c.field, c.text) == (claim.field, claim.text)]
            versions = {c.rule: c.value for c in reversed(same) if c.attribute == "product_version"}
            words = _telling_words(claim.value)
            alike = (c.rule for c in same if c.attribute == "product" and words & _telling_words(c.value))
            return claim.value, versions.get(claim.rule, "") or next(
                filter(None, map(versions.get, alike)), ""
            )
    return None


def _telling_words(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]{3,}", name.casefold())} - _EVERY_SERVERS


_EVERY_SERVERS = frozenset(
    {"server", "service", "web", "http", "ftp", "mail", "smtp", "ssh", "sip", "dns", "for", "the", "apache"}
)
"""Words of many products' names, by which two are not the same: Apache-Coyote is a part of Apache Tomcat."""
