"""IntelliVue: the Connect Indication alone is read; anything that could hold a measurement is refused."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import intellivue
from probes.model import ParseError, Reading


def indication(
    *attributes: tuple[int, bytes],
    operation: int = 1,
    command: int = 0,
    event: int = 3334,
    start: bytes = b"\0\0\x01\0",
) -> bytes:
    body = b"".join(struct.pack(">HH", kind, len(value)) + value for kind, value in attributes)
    report = struct.pack(">HHHIHHHH", 33, 0, 0, 7, event, len(body) + 4, len(attributes), len(body)) + body
    remote = struct.pack(">HHH", 1, command, len(report)) + report
    return start + struct.pack(">HH", operation, len(remote)) + remote


NETWORK = bytes.fromhex("00095c100007") + bytes([192, 0, 2, 80, 255, 255, 0, 0])


def test_the_real_mac_belongs_to_the_address_that_it_stands_with() -> None:
    found = intellivue.hear(indication((0xF100, NETWORK)))
    assert Reading("intellivue.mac", "00:09:5c:10:00:07", "192.0.2.80") in found


@pytest.mark.parametrize("value", [bytes(14), NETWORK[:6] + bytes(8), bytes(6) + NETWORK[6:]])
def test_no_mac_is_told_without_an_address_or_of_nobody(value: bytes) -> None:
    assert "intellivue.mac" not in {r.field for r in intellivue.hear(indication((0xF100, value)))}


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ((5, 1, 24105, 0x8000), ["udp/24105 wireless"]),
        ((5, 1, 24105, 0), ["udp/24105"]),
        ((1, 1, 24105, 0), []),
        ((5, 2, 24105, 0), []),
    ],
)
def test_where_its_data_are_taken(entry: tuple[int, int, int, int], told: list[str]) -> None:
    found = intellivue.hear(indication((0xF101, struct.pack(">HH4H", 1, 8, *entry))))
    assert [r.value for r in found if r.field == "intellivue.export"] == told


@pytest.mark.parametrize(
    ("meaning", "message"),
    [
        ("nothing", b""),
        ("a data session", indication(start=b"\xe1\0\0\x02")),
        ("an answer", indication(operation=2)),
        ("a request", indication(command=7)),
        ("another event", indication(event=3350)),
        ("an attribute beyond the end", indication((0x0986, b"\0\x01\0\x21"))[:-1]),
    ],
)
def test_what_is_refused(meaning: str, message: bytes) -> None:
    with pytest.raises(ParseError):
        intellivue.hear(message)


@given(st.binary(max_size=80), st.sampled_from([0x0986, 0xF100, 0xF101, 0x0937, 0x0928]))
def test_any_attribute_is_read_or_refused(value: bytes, kind: int) -> None:
    try:
        intellivue.hear(indication((kind, value)))
    except ParseError:
        return
