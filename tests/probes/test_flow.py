"""Flows: who is told of what, from headers alone; frames are taken apart as scapy takes them apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import flow, frame
from probes.model import ParseError, Reading

CLIENT, SERVER = "02:00:5e:10:00:07", "02:00:5e:10:00:01"


def ethernet(kind: int, body: bytes, tags: bytes = b"") -> bytes:
    macs = bytes.fromhex((SERVER + CLIENT).replace(":", ""))
    return macs + tags + kind.to_bytes(2, "big") + body


def ipv4(
    body: bytes, protocol: int = 17, fragment: int = 0, to: str = "192.0.2.9", length: int | None = None
) -> bytes:
    total = 20 + len(body) if length is None else length
    header = bytes([0x45, 0]) + total.to_bytes(2, "big") + bytes(2) + fragment.to_bytes(2, "big")
    header += bytes([64, protocol, 0, 0]) + bytes([192, 0, 2, 7]) + bytes(map(int, to.split(".")))
    return ethernet(frame.IPV4, header + body)


def udp(body: bytes, length: int | None = None) -> bytes:
    return (
        bytes.fromhex("0035 d431")
        + (8 + len(body) if length is None else length).to_bytes(2, "big")
        + bytes(2)
        + body
    )


def tcp(flags: int, source: int = 104, to: int = 50123) -> bytes:
    return source.to_bytes(2, "big") + to.to_bytes(2, "big") + bytes(8) + bytes([0x50, flags]) + bytes(6)


@pytest.mark.parametrize(
    ("meaning", "flags", "told"),
    [
        ("a question alone may never be answered", 0x02, False),
        ("accepted", 0x12, True),
        ("in the middle: which end serves is a guess", 0x10, False),
        ("refused", 0x14, False),
    ],
)
def test_only_an_accepted_handshake_says_who_serves_whom(meaning: str, flags: int, told: bool) -> None:
    found = flow.hear(ipv4(tcp(flags), protocol=6))
    assert (Reading("flow.serves", "tcp/104", "192.0.2.7") in found) == told
    assert (Reading("flow.uses", "tcp/104 192.0.2.7", "192.0.2.9") in found) == told


@pytest.mark.parametrize(
    ("to", "told"),
    [("224.0.0.251", True), ("255.255.255.255", True), ("239.255.255.250", False), ("192.0.2.9", False), ("192.0.2.255", False)],
)  # fmt: skip
def test_a_mac_is_told_only_where_no_router_can_stand_between(to: str, told: bool) -> None:
    found = flow.hear(ipv4(udp(b""), to=to))
    assert (Reading("flow.mac", CLIENT, "192.0.2.7") in found) == told


@pytest.mark.parametrize(
    ("mac", "shared"),
    [
        ("00:00:5e:00:01:07", True),
        ("00:00:5e:00:02:01", True),
        ("00:00:0c:07:ac:0a", True),
        ("00:00:0c:9f:f0:01", True),
        ("00:00:0c:07:ad:0a", False),
        ("00:00:5e:00:53:01", False),
    ],
)
def test_a_mac_that_routers_take_turns_with_is_nobodys_own(mac: str, shared: bool) -> None:
    octets = bytes.fromhex(mac.replace(":", ""))
    whole = ipv4(udp(b""), to="224.0.0.18")
    found = flow.hear(whole[:6] + octets + whole[12:])
    assert any(r.field == "flow.mac" for r in found) is not shared


@pytest.mark.parametrize(
    "address", ["", "0.0.0.0", "0.1.2.3", "127.0.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "ff02::1"]
)
def test_what_no_host_can_have(address: str) -> None:
    assert not flow.is_host(address)


@pytest.mark.parametrize(
    ("meaning", "octets", "payload"),
    [
        ("whole", ipv4(udp(b"abc")), b"abc"),
        ("padding behind it is not payload", ipv4(udp(b"abc")) + bytes(15), b"abc"),
        ("cut short by the snap length", ipv4(udp(b"abcdef"))[:-3], b"abc"),
        ("no length: the adapter segments", ipv4(udp(b"abc"), length=0), b"abc"),
        ("first fragment", ipv4(udp(b"abc"), fragment=0x2000), None),
        ("later fragment", ipv4(b"abc", fragment=0x0010), None),
        ("do not fragment is no fragment", ipv4(udp(b"abc"), fragment=0x4000), b"abc"),
    ],
)
def test_payload_of_a_datagram(meaning: str, octets: bytes, payload: bytes | None) -> None:
    assert frame.parse(octets).payload == payload


def test_vlan_tags_are_taken_off_and_the_inner_one_counts() -> None:
    tagged = ethernet(0x88CC, b"lldp", bytes.fromhex("88a8 0064 8100 601e"))
    packet = frame.parse(tagged)
    assert (packet.vlan, packet.kind, packet.payload) == (30, 0x88CC, b"lldp")


def test_802_3_ends_where_it_says_and_names_its_protocol() -> None:
    spanning = ethernet(7, bytes.fromhex("42 42 03") + b"bpdu" + bytes(30))
    assert (frame.parse(spanning).ssap, frame.parse(spanning).payload) == (0x42, b"bpdu")
    cisco = ethernet(10, bytes.fromhex("aa aa 03 00000c 2000") + b"cd" + bytes(30))
    assert (frame.parse(cisco).snap, frame.parse(cisco).payload) == (0x2000, b"cd")


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("nothing", b""),
        ("half a MAC", bytes(9)),
        ("tags without end", ethernet(0x8100, bytes.fromhex("0001 8100 0001 8100"))),
        ("a UDP length of 4", ipv4(udp(b"abc", length=4))),
        ("a total length below the header's", ipv4(b"", length=10)),
        ("IPv6 that says 4", ethernet(0x86DD, b"\x45" + bytes(60))),
        ("a TCP header of 8 bytes", ipv4(bytes(12) + b"\x20" + bytes(12), protocol=6)),
        ("an extension beyond the end", ethernet(0x86DD, b"\x60" + bytes(4) + b"\x08\0\x40" + bytes(32) + b"\x11\xff")),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(meaning: str, octets: bytes) -> None:
    with pytest.raises(ParseError):
        frame.parse(octets)


@given(st.binary(max_size=120), st.sampled_from([0x0800, 0x86DD, 0x8100, 60]))
def test_any_frame_is_read_or_refused(body: bytes, kind: int) -> None:
    try:
        flow.hear(ethernet(kind, body))
    except ParseError:
        return


def datagram(source: int, to: int, body: bytes = b"x") -> bytes:
    ports = source.to_bytes(2, "big") + to.to_bytes(2, "big")
    return ipv4(ports + (8 + len(body)).to_bytes(2, "big") + bytes(2) + body)


@pytest.mark.parametrize(
    ("meaning", "source", "to", "told"),
    [
        ("asked", 50123, 53, [Reading("flow.asks", "udp/53 192.0.2.9", "192.0.2.7")]),
        ("answered", 53, 50123, [Reading("flow.answered", "udp/53 192.0.2.7", "192.0.2.9")]),
        ("both ends with the same port", 123, 123, []),
        ("two services", 53, 161, []),
        ("a port that anybody may have", 50123, 50124, []),
        ("from a port below", 80, 53, []),
        ("QUIC, which would list what people read", 50123, 443, []),
    ],
)
def test_which_end_of_a_datagram_is_which(meaning: str, source: int, to: int, told: list[Reading]) -> None:
    found = flow.hear(datagram(source, to))
    assert [r for r in found if r.field in ("flow.asks", "flow.answered")] == told


def test_an_empty_datagram_is_no_question() -> None:
    assert not any(r.field == "flow.asks" for r in flow.hear(datagram(50123, 53, b"")))


@pytest.mark.parametrize(
    ("mac", "told"), [("ff" * 6, ["udp/7000"]), ("01005e7f0001", []), (SERVER.replace(":", ""), [])]
)
def test_what_is_sent_to_everyone_on_the_link(mac: str, told: list[str]) -> None:
    octets = bytes.fromhex(mac) + datagram(50123, 7000)[6:]
    assert [r.value for r in flow.hear(octets) if r.field == "flow.broadcasts"] == told
