"""What stand-ins say unasked, and the tables that stand-in switches show, read back by others' eyes."""

from __future__ import annotations

from ipaddress import IPv4Network
from types import MappingProxyType

import pytest

from agent.demo.host import Hospital, Host, Port, Shared, Snmp, Switch
from agent.demo.namespaces import Attachment, Node, Segment
from agent.demo.snmp_answers import snmp_answer
from agent.demo.tables import wired
from agent.demo.utterances import SAYS, Utterance, spoken
from probes import dhcp, dicom_heard, ge_unity, hl7, intellivue

MAC, IP = "00:09:fb:12:34:56", "192.0.2.17"
VALUES = {
    "ge-time": {"unit": "ICU", "room": "CIC1"},
    "dhcp": {"hostname": "BED-1", "vendor_class": "LAB"},
    "hl7": {"application": "GAS", "facility": "ICU", "receiver": "GW", "receiving_facility": "MIDORI"},
    "dicom": {
        "title": "PXR1",
        "calls": "PACS",
        "implementation_class": "1.2.3.4",
        "implementation_version": "LAB_1",
    },
}


@pytest.mark.parametrize(
    ("kind", "hear", "expected"),
    [
        ("intellivue", intellivue.hear, {("intellivue.system_type", "1/33"), ("intellivue.address", IP)}),
        ("ge-time", ge_unity.hear, {("ge_unity.address", IP), ("ge_unity.place", "ICU|CIC1")}),
        ("dhcp", dhcp.hear, {("dhcp.hostname", "BED-1"), ("dhcp.vendor_class", "LAB")}),
        ("hl7", hl7.hear, {("hl7.application", "GAS"), ("hl7.receiver", "GW")}),
        ("dicom", dicom_heard.hear, {("dicom.title", "PXR1"), ("dicom.implementation_uid", "1.2.3.4")}),
    ],
)
def test_what_is_said_is_what_is_heard(kind, hear, expected) -> None:  # type: ignore[no-untyped-def]
    utterance = Utterance(kind, 1.0, values=tuple(VALUES.get(kind, {}).items()))
    assert expected <= {(r.field, r.value) for r in hear(spoken(utterance, MAC, IP).payload)}


def test_another_port_is_taken_where_it_is_given() -> None:
    utterance = Utterance("hl7", 1.0, "192.0.2.9", 6661, tuple(VALUES["hl7"].items()))
    assert spoken(utterance, MAC, IP).port == 6661
    assert set(SAYS) == {"intellivue", "ge-time", "dhcp", "hl7", "dicom"}


def host(name: str, *at: Attachment, switch: Switch | None = None) -> Host:
    snmp = Snmp("secret", ()) if switch else None
    return Host(name, name, at, MappingProxyType({}), snmp=snmp, switch=switch)


def hospital(manner: str) -> Hospital:
    """A switch with a PC at port 1, a printer of another VLAN at port 2, and a router behind port 24."""
    ports = (
        Port(1, "Gi0/1", "PC", ("pc",)),
        Port(2, "Gi0/2", "printer", ("printer",)),
        Port(24, "Gi0/24", "up", neighbour="router", neighbour_port="eth0"),
    )
    switch = Switch(manner, ports, ("a", "b"))
    return Hospital(
        segments=(
            Segment("a", IPv4Network("192.0.2.0/25"), vlan=10),
            Segment("b", IPv4Network("192.0.2.128/25"), vlan=20),
        ),
        agent=Node("agent", ()),
        hosts=(
            host("switch", Attachment("a", "02:00:00:00:00:99", "192.0.2.2"), switch=switch),
            host("pc", Attachment("a", "02:00:00:00:00:01", "192.0.2.10")),
            host("printer", Attachment("b", "02:00:00:00:00:02", "192.0.2.130")),
            host("router", Attachment("a", "02:00:00:00:00:03", "192.0.2.1")),
        ),
        secrets=MappingProxyType({}),
        shared=(Shared("pair", ("router",), Attachment("a", "00:00:5e:00:01:01", "192.0.2.3"), 1),),
    )


BRIDGE_FDB = (1, 3, 6, 1, 2, 1, 17, 4, 3, 1, 2)
VLAN_FDB = (1, 3, 6, 1, 2, 1, 17, 7, 1, 2, 2, 1, 2)
PC, PRINTER, ROUTER = (2, 0, 0, 0, 0, 1), (2, 0, 0, 0, 0, 2), (2, 0, 0, 0, 0, 3)


def test_a_bridge_has_one_host_at_a_port_and_the_rest_at_its_uplink() -> None:
    snmp = wired(hospital("bridge")).host("switch").snmp
    assert snmp is not None
    rows = {name[len(BRIDGE_FDB) :]: v for name, v in snmp.values if name[: len(BRIDGE_FDB)] == BRIDGE_FDB}
    assert rows == {PC: 1, PRINTER: 2, ROUTER: 24, (0, 0, 0x5E, 0, 1, 1): 24}
    assert list(snmp.values) == sorted(snmp.values, key=lambda pair: pair[0])


def test_a_switch_that_knows_vlans_has_them_in_the_index() -> None:
    values = dict(wired(hospital("vlans")).host("switch").snmp.values)  # type: ignore[union-attr]
    assert values[*VLAN_FDB, 10, *PC] == 1 and values[*VLAN_FDB, 20, *PRINTER] == 2
    assert not any(name[: len(BRIDGE_FDB)] == BRIDGE_FDB for name in values)


@pytest.mark.parametrize(
    ("community", "seen"), [("secret@10", PC), ("secret@20", PRINTER), ("secret", None), ("secret@30", None)]
)
def test_a_switch_with_contexts_shows_one_vlan_at_a_time(
    community: str, seen: tuple[int, ...] | None
) -> None:
    snmp = wired(hospital("contexts")).host("switch").snmp
    assert snmp is not None
    for mac in (PC, PRINTER):
        answer = snmp_answer(get(community, (*BRIDGE_FDB, *mac)), snmp, 0)
        found = answer is not None and b"\x80\x00" not in answer[-4:]
        assert found == (mac == seen), (community, mac)


def test_the_vlans_of_contexts_are_listed() -> None:
    """vtpVlanState, vtpVlanType and vtpVlanName of CISCO-VTP-MIB, indexed by management domain and VLAN."""
    table = (1, 3, 6, 1, 4, 1, 9, 9, 46, 1, 3, 1, 1)
    values = dict(wired(hospital("contexts")).host("switch").snmp.values)  # type: ignore[union-attr]
    assert {n[len(table) :]: v for n, v in values.items() if n[: len(table)] == table} == {
        (2, 1, 10): 1, (3, 1, 10): 1, (4, 1, 10): "VLAN0010",
        (2, 1, 20): 1, (3, 1, 20): 1, (4, 1, 20): "VLAN0020",
    }  # fmt: skip


def get(community: str, name: tuple[int, ...]) -> bytes:
    """An SNMPv2c GetRequest (RFC 3416), every length below 128."""
    octets = bytes([name[0] * 40 + name[1], *name[2:]])
    binding = b"\x30" + bytes([len(octets) + 4]) + b"\x06" + bytes([len(octets)]) + octets + b"\x05\x00"
    pdu = b"\x02\x01\x07\x02\x01\x00\x02\x01\x00\x30" + bytes([len(binding)]) + binding
    body = b"\x02\x01\x01\x04" + bytes([len(community)]) + community.encode()
    body += b"\xa0" + bytes([len(pdu)]) + pdu
    return b"\x30" + bytes([len(body)]) + body
