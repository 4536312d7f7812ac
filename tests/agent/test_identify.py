"""From evidence to devices: scenes of one box and of several, and that order makes no difference."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.device import ATTRIBUTES, Claim, Device, Tier
from agent.identify import GUEST_RULE, claims_of, fragile, identify
from agent.merge import PROXY_ARP
from agent.rules import load_rules
from agent.settle import AGREED_RULE, settle
from probes.model import Evidence

RULES = load_rules()
T0 = "2025-04-01T00:00:00Z"
CISCO = (
    "Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(2)E7, RELEASE SOFTWARE (fc3)"
)
MAC_A, MAC_B, MAC_C = "00:1b:21:00:00:0a", "00:1b:21:00:00:0b", "00:1b:21:00:00:0c"


def seen(host: str, *readings: tuple[str, str], site: str = "main", at: str = T0) -> list[Evidence]:
    return [Evidence(site, host, name.split(".")[0], name, value, at) for name, value in readings]


def devices(*evidence: Iterable[Evidence]) -> tuple[Device, ...]:
    return identify([item for part in evidence for item in part], RULES)


def boxes(*evidence: Iterable[Evidence]) -> list[tuple[str, ...]]:
    """The addresses of each device."""
    return [device.ips for device in devices(*evidence)]


def one(*evidence: Iterable[Evidence]) -> Device:
    (device,) = devices(*evidence)
    return device


# What one box is


def test_nothing_seen_is_no_device() -> None:
    assert devices([]) == ()


def test_a_switch_in_its_own_words() -> None:
    device = one(
        seen(
            "10.0.0.2",
            ("arp.mac", "78:72:5d:3c:20:41"),
            ("snmp.sysDescr", CISCO),
            ("snmp.sysObjectID", "1.3.6.1.4.1.9.1.2494"),
            ("snmp.sysName", "sw-core.example.local"),
            ("snmp.entPhysicalSerialNum", "FCW2531A0DM"),
            ("snmp.entPhysicalModelName", "WS-C2960X-48FPD-L"),
            ("ssh.software", "Cisco-1.25"),
            ("ssh.protocol", "2.0"),
        )
    )
    assert device.id == "main/78:72:5d:3c:20:41"
    assert {a: device.best(a) for a in ATTRIBUTES} == {
        "class": "network",
        "kind": "switch",
        "vendor": "Cisco",
        "model": "WS-C2960X-48FPD-L",
        "os": "Cisco IOS",
        "version": "15.2(2)E7",
        "serial": "FCW2531A0DM",
    }
    assert device.tier("serial") is Tier.MEDIUM and device.conflicts == ()
    assert device.hostnames == ("sw-core",)
    assert [(s.transport, s.port, s.protocol, s.product, s.version) for s in device.services] == [
        ("tcp", 22, "ssh", "Cisco SSH", "1.25"),
        ("udp", 161, "snmp", "", ""),
    ]


def test_a_makers_block_is_weak_and_its_medical_rule_better() -> None:
    device = one(seen("10.0.0.9", ("arp.mac", "00:a0:9a:00:00:01")))
    assert device.best("vendor") == "Nihon Kohden" and device.tier("vendor") is Tier.MEDIUM
    assert "ieee.oui" in {c.rule for c in device.claims if c.tier is Tier.WEAK}


def test_the_maker_of_a_network_adapter_is_not_the_maker_of_the_device() -> None:
    assert one(seen("10.0.0.9", ("arp.mac", MAC_A))).best("vendor") == ""


def test_without_a_registry_there_is_no_claim_of_it() -> None:
    evidence = seen("10.0.0.9", ("arp.mac", "00:00:0c:00:00:01"))
    (device,) = identify(evidence, RULES, registrant=lambda mac: "")
    assert device.best("vendor") == ""


def test_the_strongest_claim_wins_and_the_others_stay() -> None:
    device = one(seen("10.0.0.2", ("arp.mac", "00:00:74:00:00:01"), ("snmp.sysDescr", CISCO)))
    assert device.best("vendor") == "Cisco" and device.conflicts == ()
    assert {c.value for c in device.claims if c.attribute == "vendor"} == {"Cisco", "Ricoh"}


def test_strong_claims_that_disagree_are_a_conflict_and_stay_unknown() -> None:
    device = one(seen("10.0.0.2", ("snmp.sysDescr", CISCO), ("http.server", "YAMAHA-RT")))
    assert set(device.conflicts) >= {"vendor", "kind"} and device.best("vendor") == ""
    assert {c.value for c in device.claims if c.attribute == "vendor"} == {"Cisco", "Yamaha"}


def test_fragile_gives_its_reason() -> None:
    evidence = seen("10.0.0.9", ("arp.mac", "00:40:d1:15:80:31"))
    assert fragile(claims_of(evidence, RULES)) == "fukuda-denshi.block: arp.mac 00:40:d1:15:80:31"
    assert fragile(claims_of(seen("10.0.0.9", ("arp.mac", MAC_A)), RULES)) == ""


def test_a_serial_device_server_is_fragile_at_the_weakest_hint() -> None:
    claims = claims_of(seen("10.0.0.9", ("arp.mac", "00:90:e8:00:00:01")), RULES)
    assert fragile(claims) and max(c.tier for c in claims) is Tier.WEAK


def test_a_remote_maintenance_mark_is_told() -> None:
    device = one(seen("10.0.0.1", ("https.cookie", "SVPNCOOKIE SVPNNETWORKCOOKIE")))
    assert device.remote_maintenance == ("SSL-VPN",)


def test_dicom_is_served_on_the_port_where_it_answered() -> None:
    device = one(seen("10.0.0.5", ("dicom.result", "accepted"), ("dicom.port", "11112"),
                      ("dicom.implementation_version", "OFFIS_DCMTK_367")))  # fmt: skip
    (service,) = device.services
    assert (service.port, service.protocol, service.product, service.version) == (
        11112,
        "dicom",
        "DCMTK",
        "367",
    )


def test_the_version_of_a_part_is_not_its_programs() -> None:
    (service,) = one(seen("10.0.0.5", ("http.status", "200"), ("http.server", "Apache-Coyote/1.1"))).services
    assert (service.product, service.version) == ("Apache Tomcat", "")


SHA256 = ("tls.sha256", "0f" * 32)
DOVECOT = ("tls.subject", "CN=mail.example.org,OU=IMAP server,O=Dovecot mail server")


@pytest.mark.parametrize(
    ("readings", "product"),
    [
        ((SHA256, DOVECOT), "Dovecot"),  # nothing else tells the program
        (
            (SHA256, DOVECOT, ("https.status", "200"), ("https.server", "nginx/1.26.2")),
            "nginx",
        ),  # it tells itself
        ((SHA256, ("tls.subject", "CN=mail.example.org")), ""),
    ],
)
def test_a_certificate_names_the_program_that_serves_https_where_it_does_not_itself(
    readings: tuple[tuple[str, str], ...], product: str
) -> None:
    (service,) = one(seen("192.0.2.5", *readings)).services
    assert (service.protocol, service.product) == ("https", product)


@pytest.mark.parametrize(
    ("server", "product"),
    [
        ("Lexmark", ""),  # the device's maker, and nothing of the program in it
        ("KONICAMINOLTA", ""),
        ("acme-httpd", "acme-httpd"),
        ("Lexmark Web Server", "Lexmark Web Server"),
    ],
)
def test_a_makers_name_alone_is_no_program(server: str, product: str) -> None:
    (service,) = one(seen("192.0.2.9", ("http.status", "200"), ("http.server", server))).services
    assert (service.protocol, service.product) == ("http", product)


def test_an_open_port_that_nothing_spoke_on_is_a_service_without_product() -> None:
    device = one(seen("10.0.0.5", ("nmap.open", "tcp/8080 http-proxy"), ("nmap.open", "tcp/22 ssh"),
                      ("ssh.protocol", "2.0"), ("ssh.software", "OpenSSH_9.2p1")))  # fmt: skip
    assert [(s.port, s.protocol, s.product) for s in device.services] == [
        (22, "ssh", "OpenSSH"),
        (8080, "http-proxy", ""),
    ]


def test_names_are_kept_as_written_and_compared_without_case() -> None:
    device = one(
        seen(
            "10.0.0.5",
            ("mdns.hostname", "NAS01"),
            ("netbios.name", "NAS01"),
            ("snmp.sysName", "nas01.example.local"),
            ("snmp.sysName", "other"),
        )
    )
    assert device.hostnames == ("NAS01", "other")


def test_the_account_and_the_times_are_summed_over_the_addresses() -> None:
    evidence = [
        *seen("10.0.0.1", ("arp.mac", MAC_A), at="2025-04-01T00:00:02Z"),
        *seen("10.0.1.1", ("arp.mac", MAC_A), at="2025-04-01T00:00:01Z"),
    ]
    account = {("main", "10.0.0.1"): (3, 180), ("main", "10.0.1.1"): (2, 120), ("other", "10.0.0.1"): (9, 9)}
    (device,) = identify(evidence, RULES, account=account, segment_of=lambda site, ip: ip[:6])
    assert (device.packets, device.bytes) == (5, 300)
    assert (device.first_seen, device.last_seen) == ("2025-04-01T00:00:01Z", "2025-04-01T00:00:02Z")
    assert device.segments == ("10.0.0", "10.0.1")


# Which addresses are one box


def test_vlan_interfaces_with_one_mac_are_one_box() -> None:
    device = one(*(seen(f"10.0.{n}.1", ("arp.mac", MAC_A), ("icmp.echo", "reply")) for n in range(40)))
    assert len(device.ips) == 40 and device.id == f"main/{MAC_A}"


def test_several_nics_are_one_box_by_serial() -> None:
    both = [
        seen(ip, ("arp.mac", mac), ("snmp.entPhysicalSerialNum", "FCW2531A0DM"))
        for ip, mac in (("10.0.0.2", MAC_A), ("10.0.1.2", MAC_B))
    ]
    device = one(*both)
    assert device.ips == ("10.0.0.2", "10.0.1.2") and device.macs == (MAC_A, MAC_B)


def test_serials_in_two_spellings_are_one() -> None:
    assert len(devices(seen("10.0.0.1", ("snmp.entPhysicalSerialNum", "fcw-2531-a0dm")),
                       seen("10.0.1.1", ("snmp.entPhysicalSerialNum", "FCW2531A0DM")))) == 1  # fmt: skip


def test_a_mac_that_a_host_tells_of_itself_joins_its_addresses() -> None:
    device = one(seen("10.9.0.1", ("netbios.mac", MAC_A)), seen("10.0.0.1", ("arp.mac", MAC_A)))
    assert device.ips == ("10.0.0.1", "10.9.0.1")


def test_two_feet_in_one_network_that_answer_for_each_other_are_one_box() -> None:
    device = one(
        seen("10.0.0.1", ("arp.mac", MAC_A), ("arp.mac", MAC_B)),
        seen("10.0.0.2", ("arp.mac", MAC_A), ("arp.mac", MAC_B)),
    )
    assert device.ips == ("10.0.0.1", "10.0.0.2", "10.0.0.1", "10.0.0.2") and device.macs == (MAC_A, MAC_B)


def test_an_address_in_dispute_joins_no_boxes() -> None:
    """10.0.0.2 is answered by both: whose voice was heard there nobody knows."""
    found = devices(
        seen("10.0.0.1", ("arp.mac", MAC_A)),
        seen("10.0.0.2", ("arp.mac", MAC_A), ("arp.mac", MAC_B)),
        seen("10.0.0.3", ("arp.mac", MAC_B)),
    )
    assert sorted(device.id for device in found) == sorted(
        [f"main/{MAC_A}", "main/10.0.0.2", f"main/{MAC_B}"]
    )


@pytest.mark.parametrize("serial", ["To be filled by O.E.M.", "0123456789", "00000000", "1234", "None"])
def test_a_placeholder_serial_joins_nothing(serial: str) -> None:
    assert len(devices(seen("10.0.0.1", ("snmp.entPhysicalSerialNum", serial)),
                       seen("10.0.0.2", ("snmp.entPhysicalSerialNum", serial)))) == 2  # fmt: skip


def test_one_serial_of_two_makers_joins_nothing() -> None:
    serial = ("snmp.entPhysicalSerialNum", "1048576")
    found = devices(
        seen("10.0.0.1", serial, ("snmp.sysDescr", CISCO)),
        seen("10.0.0.2", serial, ("http.server", "YAMAHA-RT")),
    )
    assert len(found) == 2


def test_names_join_nothing() -> None:
    assert len(devices(seen("10.0.0.1", ("snmp.sysName", "sw1"), ("netbios.name", "SW1")),
                       seen("10.0.0.2", ("snmp.sysName", "sw1"), ("netbios.name", "SW1")))) == 2  # fmt: skip


@pytest.mark.parametrize("mac", ["00:00:5e:00:01:01", "00:00:0c:07:ac:01", "00:00:0c:9f:f0:01"])
def test_a_shared_address_joins_nothing_but_is_shown(mac: str) -> None:
    """The same virtual router number in two networks is two routers' pairs."""
    found = devices(seen("10.0.0.1", ("arp.mac", mac)), seen("10.0.1.1", ("arp.mac", mac)))
    assert [device.id for device in found] == ["main/10.0.0.1", "main/10.0.1.1"]
    assert all(device.macs == (mac,) and device.best("kind") == "router" for device in found)


def test_a_router_that_also_answers_with_the_shared_address_keeps_its_own() -> None:
    device = one(seen("10.0.0.1", ("arp.mac", "00:00:5e:00:01:01"), ("arp.mac", MAC_A)))
    assert device.id == f"main/{MAC_A}" and device.macs == ("00:00:5e:00:01:01", MAC_A)


def test_a_randomised_address_joins_nothing_and_is_a_guest() -> None:
    mac = "9a:3e:51:c8:0b:12"
    found = devices(seen("10.0.0.1", ("arp.mac", mac)), seen("10.0.0.2", ("arp.mac", mac)))
    assert [device.id for device in found] == ["main/10.0.0.1", "main/10.0.0.2"]
    assert {device.best("class") for device in found} == {"guest"}
    assert GUEST_RULE in {claim.rule for claim in found[0].claims}


def test_a_randomised_address_of_something_known_is_no_guest() -> None:
    assert (
        one(seen("10.0.0.1", ("arp.mac", "9a:3e:51:c8:0b:12"), ("snmp.sysDescr", CISCO))).best("class")
        == "network"
    )
    assert one(seen("10.0.0.1", ("arp.mac", "52:54:00:c8:0b:12"))).best("kind") == "virtual-machine"


def test_proxy_arp_is_one_device_and_said_so() -> None:
    """A firewall that answers for dead addresses must not become two hundred devices."""
    device = one(*(seen(f"10.0.0.{n}", ("arp.mac", MAC_A)) for n in range(1, 201)))
    assert device.id == f"main/{MAC_A}" and len(device.ips) == 200
    assert "answers for 200 addresses" in {c.value for c in device.claims}


def test_behind_proxy_arp_what_speaks_is_a_box_of_its_own() -> None:
    count = PROXY_ARP + 3
    evidence = [seen(f"10.0.0.{n}", ("arp.mac", MAC_A)) for n in range(1, count)]
    found = devices(
        *evidence, seen("10.0.0.3", ("ssh.protocol", "2.0")), seen("10.0.0.4", ("http.status", "200"))
    )
    assert sorted(device.id for device in found) == sorted(
        [f"main/{MAC_A}", "main/10.0.0.3", "main/10.0.0.4"]
    )
    assert [device.macs for device in found if device.id != f"main/{MAC_A}"] == [(), ()]


def test_as_many_addresses_as_a_server_may_have_are_no_proxy() -> None:
    assert (
        len(
            devices(
                *(seen(f"10.0.0.{n}", ("arp.mac", MAC_A), ("icmp.echo", "reply")) for n in range(PROXY_ARP))
            )
        )
        == 1
    )


def test_one_mac_with_two_serials_is_two_boxes() -> None:
    found = devices(
        seen("10.0.0.1", ("arp.mac", MAC_A), ("snmp.entPhysicalSerialNum", "FCW2531A0DM")),
        seen("10.0.0.2", ("arp.mac", MAC_A), ("snmp.entPhysicalSerialNum", "FCW2531A0DN")),
    )
    assert [device.id for device in found] == ["main/10.0.0.1", "main/10.0.0.2"]


def test_two_sites_with_the_same_addresses_never_join() -> None:
    found = devices(seen("10.0.0.1", ("arp.mac", MAC_A)), seen("10.0.0.1", ("arp.mac", MAC_A), site="annex"))
    assert [device.id for device in found] == [f"annex/{MAC_A}", f"main/{MAC_A}"]


def test_a_host_known_by_its_mac_alone_is_a_device_without_address() -> None:
    device = one(seen(MAC_A, ("lldp.sysName", "sw1")))
    assert device.id == f"main/{MAC_A}" and device.ips == () and device.macs == (MAC_A,)


def test_an_ipv6_address_is_not_taken_for_a_mac() -> None:
    device = one(seen("fe80::1234:5678", ("ssh.protocol", "2.0")))
    assert device.ips == ("fe80::1234:5678",) and device.macs == ()


# What a copy has too

KEY = ("ssh_key.fingerprint", "SHA256:GVqYit/fmR6psE/XEv63006ZHE92+t8qTu1WmkvPvsU")


def test_cloned_machines_with_one_ssh_key_on_one_segment_stay_two() -> None:
    found = boxes(seen("10.0.0.1", ("arp.mac", MAC_A), KEY), seen("10.0.0.2", ("arp.mac", MAC_B), KEY))
    assert sorted(found) == [("10.0.0.1",), ("10.0.0.2",)]


def test_cloned_virtual_machines_stay_apart_on_their_segments_too() -> None:
    found = boxes(
        seen("10.0.0.1", ("arp.mac", "52:54:00:00:00:01"), KEY),
        seen("10.0.1.1", ("arp.mac", "52:54:00:00:00:02"), KEY),
    )
    assert sorted(found) == [("10.0.0.1",), ("10.0.1.1",)]


def test_a_key_of_which_nobody_knows_the_mac_joins_nothing_on_one_segment() -> None:
    assert len(boxes(seen("10.0.0.1", KEY), seen("10.0.0.2", KEY))) == 2


def test_one_server_with_a_foot_in_two_segments_is_one_by_its_ssh_key() -> None:
    device = one(seen("10.0.0.1", ("arp.mac", MAC_A), KEY), seen("10.0.1.1", ("arp.mac", MAC_B), KEY))
    assert device.ips == ("10.0.0.1", "10.0.1.1") and device.macs == (MAC_A, MAC_B)


def test_two_addresses_of_one_mac_and_a_third_elsewhere_are_one_by_the_key() -> None:
    """On one segment it is one box by its MAC, so the key is not there twice."""
    device = one(
        seen("10.0.0.1", ("arp.mac", MAC_A), KEY),
        seen("10.0.0.2", ("arp.mac", MAC_A), KEY),
        seen("10.0.1.1", ("arp.mac", MAC_B), KEY),
    )
    assert device.ips == ("10.0.0.1", "10.0.0.2", "10.0.1.1")


def test_a_key_that_is_twice_on_one_segment_joins_nothing_anywhere() -> None:
    found = boxes(
        seen("10.0.0.1", ("arp.mac", MAC_A), KEY),
        seen("10.0.0.2", ("arp.mac", MAC_B), KEY),
        seen("10.0.1.1", ("arp.mac", MAC_C), KEY),
    )
    assert len(found) == 3


@pytest.mark.parametrize(
    ("meaning", "one_says", "other_says", "count"),
    [
        ("other names", ("snmp.sysName", "app1"), ("snmp.sysName", "app2"), 2),
        ("the same name", ("snmp.sysName", "app1"), ("netbios.name", "APP1"), 1),
        ("other serial numbers", ("snmp.entPhysicalSerialNum", "FCW2531A0DM"), ("snmp.entPhysicalSerialNum", "FCW2531A0DN"), 2),
        ("a serial number and an engine", ("snmp.entPhysicalSerialNum", "FCW2531A0DM"), ("snmpv3.engine_id", "80001f8880"), 1),
        ("other makers", ("snmp.sysDescr", CISCO), ("http.server", "YAMAHA-RT"), 2),
    ],
)  # fmt: skip
def test_what_keeps_apart_what_a_key_would_join(
    meaning: str, one_says: tuple[str, str], other_says: tuple[str, str], count: int
) -> None:
    assert len(boxes(seen("10.0.0.1", KEY, one_says), seen("10.0.1.1", KEY, other_says))) == count


@pytest.mark.parametrize(
    ("value", "count"),
    [("uuid:aaaaaaaa-0000-4000-8000-000000000010", 1), ("00000000-0000-0000-0000-000000000000", 2)],
)
def test_a_uuid_joins_as_a_key_does_and_a_placeholder_not(value: str, count: int) -> None:
    assert len(boxes(seen("10.0.0.1", ("ssdp.uuid", value)), seen("10.0.1.1", ("ssdp.uuid", value)))) == count


def test_a_service_stands_where_it_answered() -> None:
    """On its usual port by one conversation, elsewhere by another: both; what was only heard says nothing of it."""

    def ports(*evidence: Evidence) -> list[int]:
        return [service.port for service in one(evidence).services]

    def said(probe: str, name: str, value: str) -> Evidence:
        return Evidence("main", "10.0.0.1", probe, name, value, T0)

    usual, other = said("tls", "https.status", "200"), said("portal", "https.port", "10443")
    assert ports(usual) == [443]
    assert ports(usual, other) == [443, 10443]
    assert ports(said("http", "http.status", "200"), said("http", "http.port", "8080")) == [8080]
    heard = said("dicom_heard", "dicom.calls", "PACS")
    assert ports(said("dicom", "dicom.result", "accepted"), said("dicom", "dicom.port", "4242"), heard) == [
        4242
    ]


# Order makes no difference


HOSTS = st.sampled_from([f"10.0.{n}.{m}" for n in range(2) for m in range(1, 7)])
READINGS = st.sampled_from([
    *[("arp.mac", mac) for mac in (MAC_A, MAC_B, MAC_C, "00:00:5e:00:01:01", "9a:3e:51:c8:0b:12", "00:a0:9a:00:00:01")],
    *[("netbios.mac", mac) for mac in (MAC_A, MAC_B)],
    *[("snmp.entPhysicalSerialNum", s) for s in ("FCW2531A0DM", "FCW2531A0DN", "None")],
    *[("snmp.sysDescr", d) for d in (CISCO, "RTX1210 Rev.14.01.38 (x)", "Linux a 6.1.0 #1 SMP Debian 6.1.76-1")],
    ("snmp.sysObjectID", "1.3.6.1.4.1.311.1.1.3.1.2"), ("http.server", "YAMAHA-RT"), ("http.server", "Microsoft-IIS/10.0"),
    ("ssh.comment", "Debian-2+deb12u3"), ("ssh.protocol", "2.0"), ("snmp.sysName", "SW1"), ("mdns.hostname", "sw1"),
    ("nmap.open", "tcp/22 ssh"), ("nmap.open", "tcp/22 other"), ("snmpv3.engine_id", "80001f8880"),
    *[("ssh_key.fingerprint", key) for key in ("SHA256:a", "SHA256:b")], ("upnp.udn", "uuid:x-1-y"),
])  # fmt: skip
EVIDENCE = st.lists(
    st.builds(
        lambda site, host, reading, second: Evidence(
            site, host, "p", reading[0], reading[1], f"2025-04-01T00:00:{second:02}Z"
        ),
        st.sampled_from(["main", "annex"]),
        HOSTS,
        READINGS,
        st.integers(0, 59),
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(EVIDENCE, st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_makes_no_difference(evidence: list[Evidence], random: Random) -> None:
    shuffled = list(evidence)
    random.shuffle(shuffled)
    assert identify(shuffled, RULES) == identify(evidence, RULES)


@settings(max_examples=200, deadline=None)
@given(EVIDENCE)
def test_every_address_is_in_one_device_and_ids_are_unique(evidence: list[Evidence]) -> None:
    found = identify(evidence, RULES)
    assert len({device.id for device in found}) == len(found)
    addresses = [(device.site, ip) for device in found for ip in set(device.ips)]
    assert sorted(addresses) == sorted({(item.site, item.host) for item in evidence})


@settings(max_examples=200, deadline=None)
@given(EVIDENCE)
def test_what_is_seen_twice_says_no_more(evidence: list[Evidence]) -> None:
    assert identify(evidence + evidence, RULES) == identify(evidence, RULES)


# Settling


def claim(attribute: str, value: str, tier: Tier = Tier.STRONG, rule: str = "a.b") -> Claim:
    return Claim(attribute, value, tier, rule, "f.x", value)


AGREEING = [
    ("model", ["RTX1210", "RTX1210 Rev.14"], "RTX1210 Rev.14"),
    ("model", ["HP LaserJet 400", "LaserJet 400"], "HP LaserJet 400"),
    ("version", ["12", "12.4"], "12.4"),
    ("vendor", ["Cisco", "CISCO Systems"], "CISCO Systems"),
    ("vendor", ["Cisco", "Yamaha"], None),
    ("vendor", ["Acme", "ACME K.K."], "ACME K.K."),
    ("serial", ["FCW-2531", "fcw2531"], "FCW-2531"),
    ("os", ["Linux", "Debian"], "Debian"),
    ("os", ["Cisco IOS", "Cisco IOS XE"], "Cisco IOS XE"),
    ("os", ["Windows", "Windows 10 1809 or Windows Server 2019"], "Windows 10 1809 or Windows Server 2019"),
    ("os", ["Windows Server", "Windows 10 1809 or Windows Server 2019"], "Windows Server 2019"),
    ("os", ["Windows Server 2019", "Windows 10 1809 or Windows Server 2019"], "Windows Server 2019"),
    ("os", ["Windows", "Debian"], None),
    ("version", ["12", "1.12"], None),
    ("model", ["RTX1210", "RTX12101"], None),
    ("class", ["network", "server"], None),
    ("kind", ["switch", "router"], None),
]


@pytest.mark.parametrize(("attribute", "values", "best"), AGREEING)
def test_equally_strong_claims(attribute: str, values: list[str], best: str | None) -> None:
    for order in (values, values[::-1]):
        claims, conflicts = settle([claim(attribute, value) for value in order], RULES.vocabulary)
        device = Device("x", "", (), claims=claims, conflicts=conflicts)
        assert device.best(attribute) == (best or "")
        assert (attribute in conflicts) is (best is None)


def test_what_several_claims_leave_is_a_claim_with_its_reasons() -> None:
    values = ["Windows Server", "Windows 10 1809 or Windows Server 2019"]
    claims, _ = settle([claim("os", value) for value in values], RULES.vocabulary)
    assert claims[0].rule == AGREED_RULE and all(value in claims[0].text for value in values)


def test_a_weaker_claim_makes_no_conflict() -> None:
    claims, conflicts = settle([claim("os", "Debian"), claim("os", "Windows", Tier.WEAK)], RULES.vocabulary)
    assert conflicts == () and claims[0].value == "Debian"


def test_a_kind_of_another_class_than_the_best_is_a_conflict() -> None:
    _, conflicts = settle([claim("class", "printer"), claim("kind", "switch", Tier.MEDIUM)], RULES.vocabulary)
    assert conflicts == ("kind",)


# Who made it


@pytest.mark.parametrize(
    ("meaning", "readings", "vendor"),
    [
        (
            "a brand in the description, the house's other brand in ENTITY-MIB",
            [("snmp.sysDescr", "HP Stack, revision KA.1"), ("snmp.entPhysicalMfgName", "Aruba")],
            "HP",
        ),
        (
            "a known maker in ENTITY-MIB before the agent's",
            [("snmp.sysObjectID", "1.3.6.1.4.1.9.1.1"), ("snmp.entPhysicalMfgName", "Juniper Networks")],
            "Juniper",
        ),
        (
            "a cipher in ENTITY-MIB behind the agent's",
            [("snmp.sysObjectID", "1.3.6.1.4.1.9.1.1"), ("snmp.entPhysicalMfgName", "QZRX")],
            "Cisco",
        ),
        (
            "a copyright",
            [("snmp.sysDescr", "Turbo thing 7 (c) 1999-2020 by Juniper Networks, Inc.")],
            "Juniper",
        ),
        ("a name further on", [("snmp.sysDescr", "Product: EMC thing, Version 1")], ""),
        ("a longer name further on", [("snmp.sysDescr", "Bedside Juniper thing")], "Juniper"),
        ("another maker's part", [("snmp.sysDescr", "Turbo thing 7 for Juniper racks")], ""),
        ("the name of a host", [("snmp.sysDescr", "Linux juniper 5.1 #1 SMP")], ""),
        (
            "the tree that an agent carries",
            [("snmp.sysObjectID", "1.3.6.1.4.1.8072.3.2.10"), ("snmp.own", "6574.1.5.1.0 DS999")],
            "Synology",
        ),
    ],
)
def test_the_maker(meaning: str, readings: list[tuple[str, str]], vendor: str) -> None:
    assert one(seen("10.0.0.2", *readings)).best("vendor") == vendor


def test_a_hint_of_a_model_is_told_without_its_maker() -> None:
    device = one(seen("10.0.0.2", ("snmp.sysDescr", "Juniper Turbo AC500")))
    assert device.best("model") == "Turbo AC500"


@pytest.mark.parametrize(
    ("field", "text", "maker"),
    [
        ("tls.subject", "CN=192.0.2.7,OU=Software,O=Hewlett-Packard Co.,C=US", "HP"),
        ("tls.issuer", "CN=device,O=Ubiquiti Networks Inc.,L=San Jose", "Ubiquiti"),
        ("tls.subject", "CN=Canon Imaging Product", "Canon"),
        ("tls.subject", "CN=canon.example.jp,O=Example Hospital,C=JP", ""),
        ("tls.issuer", "CN=Microsoft RSA TLS CA 01,O=Microsoft Corporation,C=US", ""),
        ("sip.server", "Mitel-5320-SIP-Phone 06.05.00.11", "Mitel"),
        ("http.server", "Netgear-Portal/1.0", "Netgear"),
        ("http.server", "IBM_HTTP_Server/8.5", ""),
        ("http.title", "Welcome to Makelsan Boxer 7", "Makelsan"),
        ("telnet.banner", "Metering gateway Copyright (c) 2014 by Makelsan login:", "Makelsan"),
        ("dhcp.vendor_class", "Polycom-VX900", "Polycom"),
        ("upnp.manufacturer", "Makelsan Co., Ltd.", "Makelsan"),
        ("tls.subject", "CN=AX-500,OU=Products,O=Flux Acme Inc.,C=US", "Flux Acme"),
        ("tls.subject", "CN=www.example.jp,OU=Web,O=Flux Acme Inc.,C=US", ""),
        ("tls.subject", "CN=Flux Acme Root CA,O=Flux Acme Inc.,C=US", ""),
    ],
)
def test_makers_in_certificates_and_in_names_of_programs(field: str, text: str, maker: str) -> None:
    assert one(seen("10.0.0.9", (field, text))).best("vendor") == maker


@pytest.mark.parametrize(
    ("field", "text", "model"),
    [
        ("http.title", "Makelsan Boxer 7 - Login", "Boxer 7"),
        ("ftp.banner", "Makelsan BX-70 FTP server (V1.2) ready.", "BX-70"),
        ("sip.user_agent", "Makelsan/BX70-2.1.3", "BX70"),
        ("tls.subject", "CN=BX70-001122AABBCC,OU=Products,O=Makelsan Inc.,C=TR", "BX70"),
        ("tls.subject", "CN=Makelsan BX70,O=Makelsan Inc.,C=TR", "BX70"),
        ("tls.issuer", "CN=BX70,O=Makelsan Inc.,C=TR", ""),
        ("http.title", "Makelsan Web Interface", ""),
        ("http.title", "Our friends at Makelsan BX70", ""),
    ],
)
def test_the_model_that_follows_its_maker(field: str, text: str, model: str) -> None:
    assert one(seen("10.0.0.9", (field, text))).best("model") == model


@pytest.mark.parametrize(
    ("meaning", "readings", "kind_of_thing"),
    [
        ("a certificate", [("tls.subject", "CN=gw7,O=Redline Communications Inc.,C=CA")], "network"),
        ("a page", [("http.title", "Makelsan Web")], "power"),
        ("a page that says what it is", [("http.title", "Makelsan Temperature Monitor")], "building"),
        ("a maker of many kinds of things", [("tls.subject", "CN=x,O=Siemens AG,C=DE")], ""),
        (
            "plain words elsewhere are heard first",
            [("tls.subject", "CN=gw7,O=Redline Communications Inc.,C=CA"), ("http.title", "IP Camera")],
            "camera",
        ),
    ],
)
def test_the_class_by_who_made_it(meaning: str, readings: list[tuple[str, str]], kind_of_thing: str) -> None:
    assert one(seen("10.0.0.2", *readings)).best("class") == kind_of_thing
