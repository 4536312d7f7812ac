"""The ladder: quiet first, cheap first, and an end as soon as the device is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network

from agent.care import HostView
from agent.device import Claim, Tier
from agent.ladder import GIVES_UP_AFTER, next_step
from agent.scope import Authorisation, Care, HostGrant, Network, Scope
from probes import all_probes
from probes.model import Impact, Outcome, Probe

NOW = datetime(2026, 11, 24, tzinfo=UTC)
OFFICE = Network(ip_network("10.0.1.0/24"), "office", care=Care.OFFICE)
SCOPE = Scope(Authorisation("x", datetime(2027, 1, 1, tzinfo=UTC)), (OFFICE,), "", "")
VIEW = HostView("main", OFFICE, ip_address("10.0.1.5"), "00:11:22:33:44:55")
PROBES = all_probes().values()
DATAGRAMS = frozenset(p.name for p in PROBES if all(transport != "tcp" for transport, _ in p.ports))


def climb(
    view: HostView = VIEW, scope: Scope = SCOPE, outcome: Outcome = Outcome.REFUSED, secret: bool = True
) -> list[str]:
    """The names of all questions that a host of which nothing is learnt would be put."""
    tried: dict[str, Outcome] = {}
    while (step := next_step(view, (), tried, PROBES, scope, NOW, secret)).probe is not None:
        tried[step.probe.name] = outcome
    return list(tried)


def test_datagrams_come_before_connections_and_what_tells_most_before_the_rest() -> None:
    order = [all_probes()[name] for name in climb()]
    ranks = [(p.impact, -p.worth, p.packets) for p in order]
    assert ranks == sorted(ranks) and len(ranks) > 8
    assert order[0].impact is Impact.DATAGRAM and order[-1].impact is Impact.CONNECT


def test_what_is_made_for_a_class_goes_before_what_suits_all() -> None:
    names = climb(replace(VIEW, klass="printer", tier=Tier.STRONG))
    assert names.index("ipp") < names.index("ftp") and names.index("snmpv3") < names.index("http")


def test_ways_in_are_asked_after_a_terminal_is_identified_and_of_nobody_else() -> None:
    enough = known("class", "vendor", "model", "version")
    for klass, wanted in (("terminal", {"rdp", "vnc"}), ("printer", set()), ("", set())):
        view = replace(VIEW, klass=klass, tier=Tier.STRONG, recognised=True)
        asked: dict[str, Outcome] = {}
        while (step := next_step(view, enough, asked, PROBES, SCOPE, NOW, True)).probe is not None:
            assert step.probe.ways_in
            asked[step.probe.name] = Outcome.REFUSED
        assert "identified" in step.why and wanted <= asked.keys() and (asked or not wanted)


def test_what_is_put_to_a_segment_or_only_heard_is_not_put_to_a_host() -> None:
    assert not {"arp", "mdns", "icmp", "nmap"} & set(climb())


def test_snmp_is_asked_only_where_a_credential_was_given() -> None:
    assert "snmp" in climb(secret=True) and "snmp" not in climb(secret=False)


def test_nmap_is_for_hosts_with_a_session_grant_on_an_office_network() -> None:
    granted = replace(SCOPE, hosts=(HostGrant(Impact.SESSION, "", ip=VIEW.ip),))
    assert climb(scope=granted)[-1] == "nmap"
    assert "nmap" not in climb(scope=replace(SCOPE, hosts=(HostGrant(Impact.CONNECT, "", ip=VIEW.ip),)))


def test_no_question_is_put_twice() -> None:
    names = climb()
    assert len(names) == len(set(names)) > 3


def test_a_host_that_drops_everything_is_soon_left_in_peace() -> None:
    connections = [name for name in climb(outcome=Outcome.SILENT) if name not in DATAGRAMS]
    assert len(connections) == GIVES_UP_AFTER


def test_datagrams_without_an_answer_do_not_count() -> None:
    """A PC whose firewall drops what it does not expect is still asked for its SMB. That holds for IKE too, which is
    one datagram although the responder keeps an exchange open for it."""
    quiet = {name: Outcome.SILENT for name in DATAGRAMS}
    step = next_step(VIEW, (), quiet, PROBES, SCOPE, NOW, True)
    assert len(quiet) >= GIVES_UP_AFTER and step.probe is not None and step.probe.impact is Impact.CONNECT


def test_a_probe_of_named_ports_is_put_only_where_a_port_is_named() -> None:
    assert not {"mysql", "postgres"} & set(climb())
    assert {"mysql", "postgres"} <= set(climb(replace(VIEW, named=frozenset({("tcp", 3306)}))))


def known(*attributes: str, tier: Tier = Tier.STRONG) -> tuple[Claim, ...]:
    return tuple(Claim(a, "x", tier, "r", "f", "t") for a in attributes)


def test_it_ends_when_the_device_is_identified() -> None:
    end = next_step(VIEW, known("class", "vendor", "model", "version"), {}, PROBES, SCOPE, NOW, True)
    assert end.probe is None and "identified" in end.why
    assert next_step(VIEW, known("class", "vendor"), {}, PROBES, SCOPE, NOW, True).probe
    weak = known("class", "vendor", "model", "version", tier=Tier.MEDIUM)
    assert next_step(VIEW, weak, {}, PROBES, SCOPE, NOW, True).probe


def test_the_end_says_why() -> None:
    bedside = replace(OFFICE, care=Care.BEDSIDE)
    step = next_step(
        replace(VIEW, network=bedside), (), {}, PROBES, replace(SCOPE, networks=(bedside,)), NOW, True
    )
    assert step.probe is None and "bedside" in step.why


def test_an_unknown_clinical_host_is_asked_only_the_granted_questions() -> None:
    ward = replace(OFFICE, care=Care.CLINICAL, ask_unknown=True)
    scope = replace(SCOPE, networks=(ward,))
    assert set(climb(replace(VIEW, network=ward), scope)) == {"snmp", "ssh", "http", "dicom"}
    silent = replace(ward, ask_unknown=False)
    assert climb(replace(VIEW, network=silent), replace(SCOPE, networks=(silent,))) == []


def told(*fields: str, **view: object) -> set[str]:
    """The questions that a host of which these fields are known may be put first, each alone."""
    seen = replace(VIEW, **view)  # type: ignore[arg-type]
    return {p.name for p in PROBES if next_step(seen, (), {}, [p], SCOPE, NOW, True, frozenset(fields)).probe}


def test_what_goes_on_from_an_announcement_waits_for_it() -> None:
    going_on = {"upnp", "wsd_device", "portal", "ssh_key"}
    assert not going_on & told()
    assert going_on & told("ssdp.location") == {"upnp"}
    assert going_on & told("wsd.service") == {"wsd_device"}
    assert going_on & told("ssh.protocol") == {"ssh_key"}
    assert going_on & told("https.location") == {"portal"}


def test_a_medical_device_is_not_asked_for_more_of_itself() -> None:
    everything = ("ssdp.location", "wsd.service", "wsd.uuid", "wsd.type", "ssh.protocol", "http.location")
    assert not {"upnp", "wsd_device", "ssh_key", "portal"} & told(*everything, klass="medical", kind="pacs")


def test_the_portal_comes_after_the_pages_that_lead_to_it() -> None:
    packets = {p.name: (p.packets, p.name) for p in PROBES}
    assert packets["http"] < packets["tls"] < packets["portal"]


def test_a_probe_of_named_ports_alone_waits_for_one() -> None:
    named = Probe(
        "x", Impact.CONNECT, frozenset({"x.y"}), frozenset({("tcp", 0)}), 12, "", all_probes()["ssh"].talk
    )
    for ports, asked in (((), False), ((("udp", 161),), False), ((("tcp", 5000),), True)):
        view = replace(VIEW, named=frozenset(ports))
        assert bool(next_step(view, (), {}, [named], SCOPE, NOW, True).probe) == asked
