"""Who may be asked what: the care levels of the design, one line of table a promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network

import pytest

from agent.care import HostView, care_of, port_refusal, refusal
from agent.device import Tier
from agent.scope import Authorisation, Care, HostGrant, Network, Never, Scope
from probes.model import Impact, Probe

NOW = datetime(2026, 11, 24, tzinfo=UTC)
NETWORK = Network(ip_network("10.0.1.0/24"), "n", care=Care.CLINICAL)
UNTIL = datetime(2027, 1, 1, tzinfo=UTC)


def probe(name: str, impact: Impact = Impact.CONNECT, *ports: int) -> Probe:
    return Probe(name, impact, frozenset(), frozenset(("tcp", p) for p in ports or (80,)), 8, "")


def scope(network: Network, *hosts: HostGrant, never: Never = Never()) -> Scope:  # noqa: B008 - frozen
    return Scope(Authorisation("x", UNTIL), (network,), "", "", never=never, hosts=hosts)


def view(network: Network = NETWORK, **known: object) -> HostView:
    return replace(HostView("main", network, ip_address("10.0.1.5"), "00:11:22:33:44:55"), **known)  # type: ignore[arg-type]


HTTP, SSH, TELNET, SNMP = probe("http"), probe("ssh"), probe("telnet"), probe("snmp", Impact.DATAGRAM)
DICOM, NMAP = probe("dicom", Impact.CONNECT, 104), probe("nmap", Impact.SESSION)
OFFICE = replace(NETWORK, care=Care.OFFICE)
BEDSIDE = replace(NETWORK, care=Care.BEDSIDE)
ASKING = replace(NETWORK, ask_unknown=True)
IMAGING = replace(NETWORK, imaging=True)

CASES = [
    ("an office host is asked", view(OFFICE), HTTP, True),
    ("an office host gets no session ungranted", view(OFFICE), NMAP, False),
    ("an unrecognised clinical host is left alone", view(), HTTP, False),
    (
        "a WEAK claim from an address block is not recognition",
        view(klass="terminal", tier=Tier.WEAK),
        HTTP,
        False,
    ),
    (
        "a recognised clinical PC is asked",
        view(klass="terminal", tier=Tier.MEDIUM, recognised=True),
        HTTP,
        True,
    ),
    ("ask_unknown grants HTTP", view(ASKING), HTTP, True),
    ("ask_unknown grants SNMP", view(ASKING), SNMP, True),
    ("ask_unknown grants one DICOM association", view(ASKING), DICOM, True),
    ("ask_unknown never grants Telnet", view(ASKING), TELNET, False),
    ("nothing is asked at the bedside", view(BEDSIDE), HTTP, False),
    ("a fragile device is left alone in an office", view(OFFICE, fragile="pump"), SNMP, False),
    ("a monitor is left alone", view(OFFICE, klass="medical", kind="monitor", recognised=True), HTTP, False),
    (
        "an analyser is left alone",
        view(OFFICE, klass="medical", kind="analyser", recognised=True),
        SSH,
        False,
    ),
    ("a PACS is a server", view(klass="medical", kind="pacs", recognised=True), HTTP, True),
    ("imaging is not asked without a grant", view(klass="medical", kind="ct", recognised=True), DICOM, False),
    (
        "imaging is asked DICOM with it",
        view(IMAGING, klass="medical", kind="ct", recognised=True),
        DICOM,
        True,
    ),
    ("and nothing but DICOM", view(IMAGING, klass="medical", kind="ct", recognised=True), HTTP, False),
    ("a routed clinical host without a MAC is left alone", view(ASKING, local=False, mac=""), HTTP, False),
]


@pytest.mark.parametrize(("_meaning", "host", "question", "allowed"), CASES, ids=[c[0] for c in CASES])
def test_refusal(_meaning: str, host: HostView, question: Probe, allowed: bool) -> None:
    assert (refusal(host, question, scope(host.network), NOW) == "") is allowed


def test_never_wins_over_a_grant() -> None:
    host = view(OFFICE)
    grant = HostGrant(Impact.SESSION, "", ip=host.ip)
    assert refusal(host, NMAP, scope(OFFICE, grant), NOW) == ""
    never = Never(macs=frozenset({"00:11:22:33:44:55"}))
    assert "never" in refusal(host, NMAP, scope(OFFICE, grant, never=never), NOW)


def test_a_grant_reaches_a_fragile_host_but_not_beyond_its_level_nor_past_its_date() -> None:
    host = view(OFFICE, fragile="pump")
    grant = HostGrant(Impact.DATAGRAM, "", ip=host.ip, until=NOW)
    assert refusal(host, SNMP, scope(OFFICE, grant), NOW) == ""
    assert refusal(host, HTTP, scope(OFFICE, grant), NOW)
    assert refusal(host, SNMP, scope(OFFICE, grant), UNTIL)


def test_a_session_is_for_office_networks_whatever_is_granted() -> None:
    printer = {"klass": "printer", "tier": Tier.STRONG, "declared": True, "recognised": True}
    for network, allowed in ((OFFICE, True), (NETWORK, False)):
        host = view(network, **printer)
        grant = HostGrant(Impact.SESSION, "", ip=host.ip)
        assert (refusal(host, NMAP, scope(network, grant), NOW) == "") is allowed


def test_a_grant_does_not_open_the_bedside() -> None:
    host = view(BEDSIDE)
    assert refusal(host, SNMP, scope(BEDSIDE, HostGrant(Impact.SESSION, "", ip=host.ip)), NOW)


@pytest.mark.parametrize(
    ("klass", "kind", "tier", "declared", "level"),
    [
        ("network", "switch", Tier.STRONG, False, Care.OFFICE),
        ("printer", "", Tier.STRONG, True, Care.OFFICE),
        ("server", "hypervisor", Tier.STRONG, False, Care.OFFICE),
        ("network", "switch", Tier.MEDIUM, False, Care.CLINICAL),
        ("server", "", Tier.STRONG, True, Care.CLINICAL),
        ("terminal", "pc", Tier.STRONG, True, Care.CLINICAL),
        ("", "", None, False, Care.CLINICAL),
    ],
)
def test_sturdy_equipment_is_treated_as_in_an_office(
    klass: str, kind: str, tier: Tier | None, declared: bool, level: Care
) -> None:
    assert care_of(view(klass=klass, kind=kind, tier=tier, declared=declared)) is level


@pytest.mark.parametrize("port", [7, 9, 19, 37, 69, 515, 3001, 8210, 9100, 9107, 15376, 24105])
def test_ports_that_nobody_touches(port: int) -> None:
    sturdy = view(OFFICE, klass="printer", tier=Tier.STRONG)
    assert "never touched" in port_refusal(sturdy, probe("x", Impact.CONNECT, port), "tcp", port)


def test_class_ports_want_an_office_and_certainty() -> None:
    telnet = probe("telnet", Impact.CONNECT, 23)
    assert port_refusal(view(OFFICE, klass="network", tier=Tier.STRONG), telnet, "tcp", 23) == ""
    assert port_refusal(view(OFFICE, klass="network", tier=Tier.MEDIUM), telnet, "tcp", 23)
    assert port_refusal(view(OFFICE, klass="server", tier=Tier.STRONG), telnet, "tcp", 23)
    assert port_refusal(view(klass="network", tier=Tier.STRONG), telnet, "tcp", 23)


def test_building_ports_want_a_grant_besides() -> None:
    modbus = probe("modbus", Impact.CONNECT, 502)
    host = view(OFFICE, klass="building", tier=Tier.STRONG)
    assert "building" in port_refusal(host, modbus, "tcp", 502)
    granted = replace(host, network=replace(OFFICE, building=True))
    assert port_refusal(granted, modbus, "tcp", 502) == ""


def test_a_probe_is_held_to_its_own_ports_and_a_maker_keeps_its_own() -> None:
    assert "no business" in port_refusal(view(OFFICE), HTTP, "tcp", 8080)
    assert "no business" in port_refusal(view(OFFICE), HTTP, "udp", 80)
    moxa = view(OFFICE, maker="Moxa", denied_ports=frozenset({80}))
    assert "Moxa" in port_refusal(moxa, HTTP, "tcp", 80)
