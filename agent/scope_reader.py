"""The TOML document of a scope, key by key, with every problem collected instead of the first.

Each reader returns a value and appends to `problems`; the caller decides at the end. The keys
are those of DESIGN's faces; anything else in the file is named as unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal

from agent.scope import (
    EXAMPLE_HINT,
    MOST_ADDRESSES,
    Address,
    Authorisation,
    Care,
    Consent,
    HostGrant,
    Net,
    Network,
    Never,
    Scope,
    SnmpAccess,
    parse_address,
    parse_mac,
    parse_net,
)
from agent.scope_hours import read_hours
from agent.scope_keys import Keys, Table
from probes.model import Impact

GRANTS = {
    "listen": Impact.LISTEN,
    "datagram": Impact.DATAGRAM,
    "connect": Impact.CONNECT,
    "session": Impact.SESSION,
}
SECRET_FORMS = ("env:", "file:", "credential:")
AUTHS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
PRIVACIES = ("des", "aes128", "aes192", "aes256")


def read_document(document: Table, text: str, digest: str) -> tuple[Scope | None, list[str]]:
    """The parsed TOML -> (Scope or None, problems). None only together with problems."""
    problems: list[str] = []
    top = Keys(document, "scope", problems)
    hours = read_hours(top.get("hours", dict, {}), problems)
    authorisation = _authorisation(top, hours.zone, problems)
    networks = tuple(_network(t, i, problems) for i, t in enumerate(top.tables("network"), 1))
    if not networks:
        problems.append(f"scope has no [[network]]: say which networks may be looked at; {EXAMPLE_HINT}")
    snmp = tuple(_snmp(name, t, problems) for name, t in top.get("snmp", dict, {}).items())
    _check_references(networks, snmp, problems)
    _check_sites(networks, problems)
    hosts = tuple(_host(t, i, hours.zone, problems) for i, t in enumerate(top.tables("host"), 1))
    _check_grants(hosts, networks, problems)
    scope = Scope(
        authorisation=authorisation,
        networks=tuple(n for n in networks if n is not None),
        digest=digest,
        text=text,
        never=_never(top.strings("never"), problems),
        consents=tuple(_consent(t, i, problems) for i, t in enumerate(top.tables("consent"), 1)),
        hosts=hosts,
        hours=hours,
        snmp=snmp,
        facility=top.get("facility", str, ""),
    )
    top.close()
    return (None if problems else scope), problems


def _authorisation(top: Keys, zone: str, problems: list[str]) -> Authorisation:
    keys = Keys(top.get("authorisation", dict, {}, needed=True), "authorisation", problems)
    until = keys.moment("until", zone, needed=True)
    result = Authorisation(
        by=keys.get("by", str, "", needed=True),
        until=until or datetime.min.replace(tzinfo=UTC),
        role=keys.get("role", str, ""),
        clinical_engineer=keys.get("clinical_engineer", str, ""),
        contact=keys.get("contact", str, ""),
        since=keys.moment("from", zone),
    )
    if "by" in keys.table and not result.by.strip():
        problems.append("authorisation.by is empty: write the name of the person who authorised this")
    keys.close()
    return result


def _network(table: object, number: int, problems: list[str]) -> Network | None:
    keys = Keys(table, f"network {number}", problems)
    cidr: Net | None = keys.read("cidr", parse_net, None, needed=True)
    rate = keys.get("sweep_rate", int, 0)
    if "sweep_rate" in keys.table and not 1 <= rate <= 1000:
        problems.append(f"network {number}.sweep_rate: 1 to 1000 requests a second, {rate} found")
    if cidr is not None and cidr.version == 4 and cidr.num_addresses > MOST_ADDRESSES:
        problems.append(
            f"network {number}.cidr: {cidr} is larger than a /16; name the networks that are really used"
        )
    listen = keys.get("listen_for", int, 0)
    network = Network(
        cidr=cidr or parse_net("0.0.0.0/32"),
        name=keys.get("name", str, "") or str(cidr),
        site=keys.get("site", str, "main"),
        sensor=keys.get("sensor", str, ""),
        care=keys.read("care", _care, Care.CLINICAL),
        ask_unknown=keys.get("ask_unknown", bool, False),
        imaging=keys.get("imaging", bool, False),
        building=keys.get("building", bool, False),
        snmp=tuple(keys.strings("snmp")),
        sweep_rate=rate or None,
        listen_for=float(max(0, listen)),
    )
    keys.close()
    return network if cidr is not None else None


def _care(text: str) -> Care:
    try:
        return Care(text)
    except ValueError:
        raise ValueError(f"{text!r} is no care level: bedside, clinical or office") from None


def _never(texts: list[str], problems: list[str]) -> Never:
    networks: list[Net] = []
    macs: set[str] = set()
    ouis: set[str] = set()
    for text in texts:
        try:
            digits = re.sub(r"[:\-.]", "", text).lower()
            if re.fullmatch(r"[0-9a-f]{6}", digits) and re.fullmatch(r"\w\w[:\-]\w\w[:\-]\w\w|\w{6}", text):
                ouis.add(":".join(digits[i : i + 2] for i in range(0, 6, 2)))
            elif re.fullmatch(r"[0-9a-f]{12}", digits):
                macs.add(parse_mac(text))
            else:
                networks.append(parse_net(text))
        except ValueError:
            problems.append(
                f"never: {text!r} is no network, address, MAC or OUI; correct it, for it protects somebody"
            )
    return Never(tuple(networks), frozenset(macs), frozenset(ouis))


def _consent(table: object, number: int, problems: list[str]) -> Consent:
    keys = Keys(table, f"consent {number}", problems)
    on = keys.table.get("on")
    keys.asked.add("on")
    result = Consent(
        network=keys.get("network", str, ""),
        vendor=keys.get("vendor", str, "", needed=True),
        person=keys.get("person", str, ""),
        on="" if on is None else str(on),
    )
    keys.close()
    return result


def _host(table: object, number: int, zone: str, problems: list[str]) -> HostGrant:
    keys = Keys(table, f"host {number}", problems)
    grant = keys.read("grant", _grant, Impact.LISTEN, needed=True)
    result = HostGrant(
        grant=grant,
        why=keys.get("why", str, ""),
        ip=keys.read("ip", parse_address, None),
        mac=keys.read("mac", parse_mac, ""),
        until=keys.moment("until", zone),
    )
    if result.ip is None and not result.mac:
        problems.append(f"host {number}: give ip or mac, so that it is clear which host is meant")
    keys.close()
    return result


def _grant(text: str) -> Impact:
    if text not in GRANTS:
        raise ValueError(f"{text!r} is no grant: {', '.join(GRANTS)}")
    return GRANTS[text]


def _snmp(name: str, table: object, problems: list[str]) -> SnmpAccess:
    keys = Keys(table, f"snmp.{name}", problems)
    kind: Literal["infrastructure", "devices"] = (
        "infrastructure" if keys.read("kind", _one_of("infrastructure", "devices"), "devices", needed=True)
        == "infrastructure" else "devices"
    )  # fmt: skip
    version = keys.read("version", _one_of("1", "2c", "3"), "2c")
    result = SnmpAccess(
        name=name,
        kind=kind,
        version="1" if version == "1" else "3" if version == "3" else "2c",
        secret=keys.read("secret", _reference, "", needed=True),
        hosts=tuple(_addresses(keys.strings("hosts"), keys.where, problems)),
        user=keys.get("user", str, ""),
        auth=keys.read("auth", _one_of(*AUTHS), "sha256"),
        privacy=keys.read("privacy", _one_of(*PRIVACIES), "aes128"),
        privacy_secret=keys.read("privacy_secret", _reference, ""),
    )
    if version == "3" and not (result.user and result.privacy_secret):
        problems.append(f"snmp.{name}: version 3 needs user, secret (authentication) and privacy_secret")
    if kind == "infrastructure" and not result.hosts:
        problems.append(
            f"snmp.{name}.hosts is missing: an infrastructure secret goes only to listed addresses"
        )
    keys.close()
    return result


def _check_sites(networks: tuple[Network | None, ...], problems: list[str]) -> None:
    """Two sites may have the same addresses; then it must be said which interface looks at which."""
    known = [n for n in networks if n is not None]
    for i, one in enumerate(known):
        for other in known[i + 1 :]:
            if one.cidr == other.cidr and one.site == other.site:
                problems.append(
                    f"networks {one.name} and {other.name} are the same {one.cidr}: keep one of them"
                )
            same = one.cidr.version == other.cidr.version and one.cidr.overlaps(other.cidr)
            if (
                same
                and one.site != other.site
                and not (one.sensor and other.sensor and one.sensor != other.sensor)
            ):
                problems.append(
                    f"networks {one.name} ({one.site}) and {other.name} ({other.site}) share addresses: give each its "
                    "`sensor`, the interface that looks at it, or look at one site at a time"
                )


def _check_grants(
    hosts: tuple[HostGrant, ...], networks: tuple[Network | None, ...], problems: list[str]
) -> None:
    """What one device may bear is granted to no other that has its address at another site."""
    for number, host in enumerate(hosts, 1):
        sites = sorted(
            {n.site for n in networks if n is not None and host.ip is not None and host.ip in n.cidr}
        )
        if len(sites) > 1:
            problems.append(
                f"host {number}: {host.ip} is an address of several sites ({', '.join(sites)}): give the mac of the device "
                "that is meant"
            )


def _one_of(*allowed: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"{text!r}: one of {', '.join(allowed)} expected")
        return text

    return parse


def _reference(text: str) -> str:
    if not text.startswith(SECRET_FORMS):
        raise ValueError("a secret is never written here: give env:NAME, file:PATH or credential:NAME")
    return text


def _addresses(texts: list[str], where: str, problems: list[str]) -> list[Address]:
    found = []
    for text in texts:
        try:
            found.append(parse_address(text))
        except ValueError:
            problems.append(f"{where}.hosts: {text!r} is no address")
    return found


def _check_references(
    networks: tuple[Network | None, ...], snmp: tuple[SnmpAccess, ...], problems: list[str]
) -> None:
    names = {access.name for access in snmp}
    for network in networks:
        for name in network.snmp if network else ():
            if name not in names:
                problems.append(
                    f"network {network.name if network else ''}: snmp {name!r} has no [snmp.{name}] table"
                )
