"""Listening: which probe is given which frame, and whose each reading is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.listen import hear, table_of
from probes import all_probes
from probes.model import Impact, ParseError, Probe, Reading

TABLE = table_of(all_probes().values())
SOURCE = "02:00:5e:10:00:07"
MACS = bytes.fromhex("ffffffffffff" + SOURCE.replace(":", ""))


def echo(data: bytes) -> list[Reading]:
    """A stand-in protocol: reads what it is given; `?` is garbled; `@HOST` is of another host."""
    if data == b"?":
        raise ParseError("a question mark")
    return [Reading("echo.text", data.decode("latin-1"), data[1:].decode() if data[:1] == b"@" else "")]


def probe(*places: tuple[str, int]) -> Probe:
    return Probe(
        "echo",
        Impact.LISTEN,
        frozenset({"echo.text"}),
        frozenset(),
        1,
        "",
        hear=echo,
        heard_on=frozenset(places),
    )


def ipv4(body: bytes, protocol: int, source: str = "192.0.2.7") -> bytes:
    header = bytes([0x45, 0]) + (20 + len(body)).to_bytes(2, "big") + bytes(4) + bytes([64, protocol, 0, 0])
    return MACS + b"\x08\0" + header + bytes(map(int, source.split("."))) + bytes([192, 0, 2, 9]) + body


def ipv6(body: bytes, following: int, source: str) -> bytes:
    header = b"\x60" + bytes(3) + len(body).to_bytes(2, "big") + bytes([following, 255])
    return (
        MACS + b"\x86\xdd" + header + bytes.fromhex(source) + bytes.fromhex("ff02" + "00" * 13 + "01") + body
    )


def udp(body: bytes) -> bytes:
    return bytes.fromhex("1000 0043") + (8 + len(body)).to_bytes(2, "big") + bytes(2) + body


TCP = bytes.fromhex("c350 0068") + bytes(8) + b"\x50\x18" + bytes(6)
LLC = (6).to_bytes(2, "big") + bytes.fromhex("424203") + b"abc" + bytes(40)
SNAP = (11).to_bytes(2, "big") + bytes.fromhex("aaaa03 00000c 2000") + b"abc" + bytes(40)


@pytest.mark.parametrize(
    ("place", "frame", "text"),
    [
        (("udp", 0x43), ipv4(udp(b"abc"), 17), "abc"),
        (("udp", 0x1000), ipv4(udp(b"abc"), 17), "abc"),
        (("udp", 0x44), ipv4(udp(b"abc"), 17), None),
        (("tcp", 0), ipv4(TCP + b"abc", 6), "abc"),
        (("tcp", 0), ipv4(TCP, 6), None),
        (("tcp-from", 0xC350), ipv4(TCP + b"abc", 6), "abc"),
        (("tcp-from", 0x68), ipv4(TCP + b"abc", 6), None),
        (("udp", 0), ipv4(udp(b"abc"), 17), "abc"),
        (("udp", 0), ipv4(udp(b""), 17), None),
        (("ip", 112), ipv4(b"abc", 112), "abc"),
        (("icmp6", 0x61), ipv6(b"abc", 58, "20010db8" + "00" * 12), "abc"),
        (("ethertype", 0x88CC), MACS + b"\x88\xccabc", "abc"),
        (("llc", 0x42), MACS + LLC, "abc"),
        (("snap", 0x2000), MACS + SNAP, "abc"),
        (("llc", 0xAA), MACS + SNAP, None),
    ],
)
def test_each_probe_is_given_what_it_hears(place: tuple[str, int], frame: bytes, text: str | None) -> None:
    found = [reading.value for _, reading in hear(frame, table_of([probe(place)])).readings]
    assert found == ([] if text is None else [text])


def test_both_ports_of_one_datagram_are_one_packet() -> None:
    assert len(hear(ipv4(udp(b"abc"), 17), table_of([probe(("udp", 0x43), ("udp", 0x1000))])).readings) == 1


def test_a_frame_is_given_whole_to_who_wants_it_whole() -> None:
    frame = MACS + b"\x88\xccabc"
    ((_, reading),) = hear(frame, table_of([probe(("frame", 0x88CC))])).readings
    assert reading.value == frame.decode("latin-1")


@pytest.mark.parametrize(
    ("meaning", "frame", "host"),
    [
        ("the sender's address", ipv4(udp(b"abc"), 17), "192.0.2.7"),
        ("another that the packet names", ipv4(udp(b"@192.0.2.50"), 17), "192.0.2.50"),
        ("no address yet: the MAC", ipv4(udp(b"abc"), 17, "0.0.0.0"), SOURCE),
        ("an address that no host can have: nobody", ipv4(udp(b"abc"), 17, "127.0.0.1"), None),
        ("IPv6", ipv6(udp(b"abc"), 17, "20010db8" + "00" * 11 + "07"), "2001:db8::7"),
        ("fe80:: says nothing away from its link: the MAC", ipv6(udp(b"abc"), 17, "fe80" + "00" * 13 + "07"), SOURCE),
    ],
)  # fmt: skip
def test_whose_a_reading_is(meaning: str, frame: bytes, host: str | None) -> None:
    found = [reading.host for _, reading in hear(frame, table_of([probe(("udp", 0x43))])).readings]
    assert found == ([] if host is None else [host])


def test_a_link_that_records_no_address_names_nobody() -> None:
    assert hear(bytes(12) + b"\x88\xccabc", table_of([probe(("ethertype", 0x88CC))])).readings == ()


def test_what_cannot_be_read_is_told_and_costs_the_others_nothing() -> None:
    heard = hear(ipv4(udp(b"?"), 17), table_of([probe(("udp", 0x43)), all_probes()["flow"]]))
    assert heard.garbled == (("echo", "a question mark"),)
    assert ("flow", Reading("flow.speaks", "udp", "192.0.2.7")) in heard.readings


@pytest.mark.parametrize("name", sorted(n for n, p in all_probes().items() if p.heard_on))
def test_what_is_heard_can_be_read(name: str) -> None:
    assert all_probes()[name].hear is not None


@pytest.mark.parametrize("name", sorted(n for n, p in all_probes().items() if p.hear))
def test_every_hearing_probe_says_where(name: str) -> None:
    assert all_probes()[name].heard_on


@pytest.mark.parametrize("name", sorted(n for n, p in all_probes().items() if p.talk is None and p.heard_on))
def test_what_only_listens_sends_nothing_and_is_put_to_nobody(name: str) -> None:
    found = all_probes()[name]
    assert (found.impact, found.ports, found.suits) == (Impact.LISTEN, frozenset(), frozenset())


@given(
    st.binary(max_size=200),
    st.sampled_from([b"\x08\0", b"\x86\xdd", b"\x08\x06", b"\x88\xcc", b"\0\x40", b"\x81\0"]),
)
def test_no_frame_makes_it_fail(body: bytes, kind: bytes) -> None:
    for _, reading in hear(MACS + kind + body, TABLE).readings:
        assert reading.host


def test_spanning_tree_of_each_vlan_is_the_same_message() -> None:
    bpdu = bytes.fromhex(
        "0000 02 02 3c 8001 02005e100001 00000004 8001 02005e100002 8005 0000 1400 0200 0f00"
    )
    for head in ("424203", "aaaa03 00000c 010b"):
        body = bytes.fromhex(head) + bpdu
        frame = MACS + len(body).to_bytes(2, "big") + body
        told = {r.field: r.value for _, r in hear(frame, TABLE).readings}
        assert told["stp.bridge"] == "02:00:5e:10:00:02"
