"""BACnet heard: I-Am of the sender, of one behind a relay and of one behind a router."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import bacnet_heard
from probes.model import ParseError, Reading

I_AM = b"\x10\0\xc4\x02\0\x04\xb1\x22\x05\xc4\x91\0\x21\x32"


def packet(body: bytes, function: int = 11, control: bytes = b"\1\0") -> bytes:
    return b"\x81" + bytes([function]) + (4 + len(control + body)).to_bytes(2, "big") + control + body


@pytest.mark.parametrize(
    ("meaning", "octets", "told"),
    [
        ("a controller", packet(I_AM), [("bacnet.instance", "1201", ""), ("bacnet.vendor_id", "50", "")]),
        (
            "to everyone",
            packet(I_AM, control=b"\1\x20\xff\xff\0\xff"),
            [("bacnet.instance", "1201", ""), ("bacnet.vendor_id", "50", "")],
        ),
        (
            "passed on",
            packet(I_AM, 4, bytes([192, 0, 2, 9, 0xBA, 0xC0, 1, 0])),
            [("bacnet.instance", "1201", "192.0.2.9"), ("bacnet.vendor_id", "50", "192.0.2.9")],
        ),
        ("routed", packet(I_AM, control=b"\1\x08\0\x07\1\x0c"), [("bacnet.behind", "1201 maker 50", "")]),
        ("Who-Is", packet(b"\x10\x08"), []),
        ("reading", packet(b"\0\5\1\x0c\x0c\2\0\4\xb1\x19\x55", 10, b"\1\4"), []),
        ("the network layer", packet(b"\0", control=b"\1\x80"), []),
        ("a registration", packet(b"", 5, b"\0\x3c"), []),
    ],
)
def test_what_is_read(meaning: str, octets: bytes, told: list[tuple[str, str, str]]) -> None:
    assert bacnet_heard.hear(octets) == [Reading(*entry) for entry in told]


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("nothing", b""),
        ("another protocol", b"\x82\x0b\0\x08\1\0"),
        ("another version", packet(I_AM, control=b"\2\0")),
        ("no device", packet(I_AM.replace(b"\xc4\x02", b"\xc4\x00"))),
        ("another tag", packet(I_AM.replace(b"\x91", b"\x75"))),
        ("cut short", packet(I_AM)[:-1]),
    ],
)
def test_what_is_refused(meaning: str, octets: bytes) -> None:
    with pytest.raises(ParseError):
        bacnet_heard.hear(octets)


@given(st.binary(max_size=60), st.sampled_from([4, 9, 10, 11]))
def test_whatever_follows_is_read_or_refused(tail: bytes, function: int) -> None:
    try:
        bacnet_heard.hear(packet(tail, function))
    except ParseError:
        return
