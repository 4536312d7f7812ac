"""ARP: our reader against scapy's on the same frames, and the one frame that a sweep patches."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probes import arp
from probes.model import Impact, ParseError

OWN_MAC, OWN_IP = "02:00:5e:10:00:ff", "192.0.2.1"
HOST_MAC = "02:00:5e:10:00:07"

REQUEST = bytes.fromhex(
    "ffffffffffff 02005e1000ff 0806"  # to all, from us, ARP
    "0001 0800 06 04 0001"  # Ethernet, IPv4, their lengths, request
    "02005e1000ff c0000201"  # sender: us
    "000000000000 00000000"  # target: to be patched
)
REPLY = bytes.fromhex(
    "02005e1000ff 02005e100007 0806 0001 0800 06 04 0002 02005e100007 c0000207 02005e1000ff c0000201"
)

macs = st.binary(min_size=6, max_size=6)
addresses = st.binary(min_size=4, max_size=4)


@pytest.fixture(scope="module")
def template() -> bytes:
    return arp.request_template(OWN_MAC, OWN_IP)


def test_the_template_is_a_request_to_all(template: bytes) -> None:
    assert template == REQUEST
    assert len(template) == arp.FRAME_LENGTH


def test_a_patch_changes_the_target_alone(template: bytes) -> None:
    assert arp.patch(template, 0xC0000207) == REQUEST[:38] + bytes.fromhex("c0000207")


def test_the_watch_asks_one_host_alone(template: bytes) -> None:
    frame = arp.unicast(template, HOST_MAC, 0xC0000207)
    assert frame == bytes.fromhex("02005e100007") + REQUEST[6:38] + bytes.fromhex("c0000207")


def test_a_template_without_an_address_of_ours_is_a_probe() -> None:
    assert arp.parse(arp.request_template(OWN_MAC, "0.0.0.0")).is_probe


def test_a_reply_is_read() -> None:
    assert arp.parse_reply(REPLY) == arp.ArpReply("192.0.2.7", HOST_MAC, HOST_MAC)
    assert not arp.parse_reply(REPLY).by_proxy


@pytest.mark.parametrize(
    ("meaning", "frame"),
    [
        ("nothing", b""),
        ("a request", REQUEST),
        ("cut before the end", REPLY[:41]),
        ("IPv4, not ARP", REPLY[:12] + b"\x08\x00" + REPLY[14:]),
        ("three VLAN tags", REPLY[:12] + bytes.fromhex("8100001e 8100001e 8100001e") + REPLY[12:]),
        ("a sender of 0.0.0.0", REPLY[:28] + bytes(4) + REPLY[32:]),
        ("a sender in 127/8", REPLY[:28] + bytes([127, 0, 0, 1]) + REPLY[32:]),
        ("a multicast sender", REPLY[:28] + bytes([224, 0, 0, 1]) + REPLY[32:]),
        ("a broadcast sender", REPLY[:28] + b"\xff" * 4 + REPLY[32:]),
        ("a group hardware address", REPLY[:22] + b"\x01" + REPLY[23:]),
        ("a hardware address of zeros", REPLY[:22] + bytes(6) + REPLY[28:]),
    ],
)
def test_what_is_no_credible_reply_is_refused(meaning: str, frame: bytes) -> None:
    with pytest.raises(ParseError):
        arp.parse_reply(frame)


@settings(deadline=None)  # the first example pays for scapy's import
@given(
    source=macs,
    tags=st.lists(st.integers(0, 4095), max_size=2),
    operation=st.integers(0, 3),
    sender=st.tuples(macs, addresses),
    target=st.tuples(macs, addresses),
    padding=st.sampled_from([0, 18]),
)
def test_both_readers_agree_on_what_scapy_builds(
    source: bytes,
    tags: list[int],
    operation: int,
    sender: tuple[bytes, bytes],
    target: tuple[bytes, bytes],
    padding: int,
) -> None:
    from scapy.layers.l2 import ARP, Dot1Q, Ether

    frame = Ether(dst="ff:ff:ff:ff:ff:ff", src=source.hex(":"))
    for tag in tags:
        frame /= Dot1Q(vlan=tag)
    frame /= ARP(
        op=operation,
        hwsrc=sender[0].hex(":"),
        psrc=_dotted(sender[1]),
        hwdst=target[0].hex(":"),
        pdst=_dotted(target[1]),
    )
    _agree(bytes(frame) + bytes(padding))


@settings(deadline=None)
@given(st.data())
def test_both_readers_agree_on_damaged_frames(data: st.DataObject) -> None:
    frame = bytearray(REPLY)
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    _agree(bytes(frame))


def _agree(frame: bytes) -> None:
    """Ours reads a frame exactly where scapy finds ARP for IPv4 over Ethernet in it, and reads the same."""
    from scapy.layers.l2 import ARP, Ether

    theirs = Ether(frame)
    layer = theirs.getlayer(ARP)
    if layer is None or (layer.hwtype, layer.ptype, layer.hwlen, layer.plen) != (1, 0x0800, 6, 4):
        with pytest.raises(ParseError):
            arp.parse(frame)
        return
    ours = arp.parse(frame)
    assert (ours.operation, ours.sender_mac, ours.sender_ip) == (layer.op, layer.hwsrc, layer.psrc)
    assert (ours.target_mac, ours.target_ip) == (layer.hwdst, layer.pdst)
    assert ours.ethernet_source == theirs.src


def _dotted(octets: bytes) -> str:
    return ".".join(map(str, octets))


def test_a_reader_of_65000_answers_costs_a_tenth_of_scapys() -> None:
    from scapy.layers.l2 import ARP, Ether

    def best_of_three(read: object, times: int) -> float:
        def once() -> float:
            begun = time.perf_counter()
            for _ in range(times):
                read(REPLY)  # type: ignore[operator]
            return (time.perf_counter() - begun) / times

        return min(once() for _ in range(3))

    assert best_of_three(arp.parse_reply, 2000) * 10 < best_of_three(lambda f: Ether(f)[ARP].psrc, 300)


def test_arp_may_be_heard_everywhere_and_is_put_to_no_host_in_turn() -> None:
    assert arp.PROBE.impact is Impact.LISTEN
    assert arp.PROBE.talk is None
    assert not arp.PROBE.suits
