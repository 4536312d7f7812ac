"""ICMPv6 echo to all nodes: the packet as another library reads it, and whom each answer is about."""

from __future__ import annotations

from ipaddress import IPv6Address

from hypothesis import given
from hypothesis import strategies as st
from scapy.layers.inet6 import ICMPv6EchoRequest, IPv6

from probes import icmp6
from probes.model import Target


@given(st.ip_addresses(v=6), st.integers(0, 0xFFFF))
def test_the_packet_is_what_scapy_would_have_made(source: IPv6Address, identifier: int) -> None:
    ours = IPv6(icmp6.request(source, identifier))
    again = ours.copy()
    del again[ICMPv6EchoRequest].cksum
    assert bytes(again) == bytes(ours), "length and checksum are right"
    assert (ours.src, ours.dst, ours.hlim) == (str(IPv6(src=str(source)).src), "ff02::1", 1)
    assert ours[ICMPv6EchoRequest].id == identifier


def test_an_interface_without_ipv6_asks_nothing() -> None:
    assert list(icmp6.talk(Target("10.0.0.0", 1))) == []


def test_silence_is_no_answer_and_no_fault() -> None:
    talk = icmp6.talk(Target("10.0.0.0", 1, told=(("link.address", "fe80::1"),)))
    ask = next(talk)
    assert ask.group == icmp6.ALL_NODES_MAC
    try:
        talk.send(())
    except StopIteration as end:
        assert end.value == []
