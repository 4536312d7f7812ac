"""Recordings: both formats in both byte orders, in every state in which a file reaches us."""

from __future__ import annotations

import gzip
import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.recorded import Frame, as_ethernet
from agent.recording import LARGEST_PACKET, RecordingError, read, read_file

FRAME = bytes.fromhex("ffffffffffff 02005e100007 88cc") + bytes(range(50))
AT = 1_700_000_000.5


def pcap(*frames: bytes, order: str = "<", nano: bool = False, link: int = 1, extra: int = 0) -> bytes:
    magic = 0xA1B23C4D if nano else 0xA1B2CD34 if extra else 0xA1B2C3D4
    fraction = 500_000_000 if nano else 500_000
    out = struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, 65535, link)
    for frame in frames:
        out += struct.pack(order + "IIII", int(AT), fraction, len(frame), len(frame)) + bytes(extra) + frame
    return out


def block(kind: int, body: bytes, order: str) -> bytes:
    body += bytes(-len(body) % 4)
    size = struct.pack(order + "I", len(body) + 12)
    return struct.pack(order + "I", kind) + size + body + size


def section(order: str = "<", link: int = 1, options: bytes = b"") -> bytes:
    head = block(0x0A0D0D0A, struct.pack(order + "IHHq", 0x1A2B3C4D, 1, 0, -1), order)
    return head + block(1, struct.pack(order + "HHI", link, 0, 0) + options, order)


def packet(frame: bytes, order: str = "<", ticks: int = int(AT * 1_000_000), interface: int = 0) -> bytes:
    body = (
        struct.pack(order + "IIIII", interface, ticks >> 32, ticks & 0xFFFFFFFF, len(frame), len(frame))
        + frame
    )
    return block(6, body, order)


def read_all(data: bytes) -> tuple[list[Frame], list[str]]:
    notes: list[str] = []
    return list(read(io.BytesIO(data), notes.append)), notes


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("nano", "extra"), [(False, 0), (True, 0), (False, 8)])
def test_pcap_in_each_form(order: str, nano: bool, extra: int) -> None:
    assert read_all(pcap(FRAME, FRAME, order=order, nano=nano, extra=extra)) == (
        [Frame(FRAME, AT, 0)] * 2,
        [],
    )


@pytest.mark.parametrize("order", ["<", ">"])
def test_pcapng_in_both_orders_and_several_sections(order: str) -> None:
    other = "<" if order == ">" else ">"
    unknown = block(0x0BAD, b"a block of somebody's own", order)
    data = section(order) + unknown + packet(FRAME, order) + section(other) + packet(FRAME[:40], other)
    assert read_all(data) == ([Frame(FRAME, AT, 0), Frame(FRAME[:40], AT, 0)], [])


def test_the_older_packet_blocks_of_pcapng() -> None:
    old = (
        struct.pack("<HHIIII", 0, 0, int(AT * 1e6) >> 32, int(AT * 1e6) & 0xFFFFFFFF, len(FRAME), len(FRAME))
        + FRAME
    )
    simple = struct.pack("<I", len(FRAME)) + FRAME
    frames, notes = read_all(section() + block(2, old, "<") + block(3, simple, "<"))
    assert (frames, notes) == ([Frame(FRAME, AT, 0), Frame(FRAME, None, 0)], [])


@pytest.mark.parametrize(
    ("options", "ticks"),
    [
        (struct.pack("<HHB3x", 9, 1, 9), int(AT * 10**9)),
        (struct.pack("<HHB3x", 9, 1, 0x81), int(AT * 2)),
        (struct.pack("<HHB3xHHqHH", 9, 1, 6, 14, 8, 1_600_000_000, 0, 0), int((AT - 1_600_000_000) * 10**6)),
    ],
)
def test_pcapng_times_in_other_units(options: bytes, ticks: int) -> None:
    ((frame,), notes) = read_all(section(options=options) + packet(FRAME, ticks=ticks))
    assert (frame.at, notes) == (pytest.approx(AT), [])


@pytest.mark.parametrize("whole", [pcap(FRAME, FRAME), section() + packet(FRAME) + packet(FRAME)])
def test_a_file_cut_short_anywhere_keeps_what_came_before(whole: bytes) -> None:
    """After the last whole packet a note says so, unless the cut is between two."""
    for length in range(4, len(whole)):
        frames, notes = read_all(whole[:length])
        assert frames == [Frame(FRAME, AT, 0)] * len(frames)
        assert len(frames) < 2
        assert notes or length in (
            len(pcap()),
            len(pcap(FRAME)),
            28,
            len(section()),
            len(section() + packet(FRAME)),
        )


@pytest.mark.parametrize(
    ("meaning", "data", "word"),
    [
        ("a packet longer than any", pcap() + struct.pack("<IIII", 1, 1, LARGEST_PACKET + 1, 1), "damage"),
        ("a block longer than any", section() + struct.pack("<II", 6, 1 << 31), "damage"),
        ("a block of 3 bytes", section() + struct.pack("<II", 6, 3) + bytes(40), "damage"),
        ("a section without its magic", section() + struct.pack("<II", 0x0A0D0D0A, 28) + bytes(40), "magic"),
        ("a packet of no interface", section() + packet(FRAME, interface=7), "not described"),
        ("Wi-Fi in the air", pcap(FRAME, FRAME, link=127), "2 packets of link type 127"),
        ("cooked, but half a header", pcap(FRAME[:9], link=113), "1 packets could not be read"),
    ],
)
def test_damage_is_told(meaning: str, data: bytes, word: str) -> None:
    frames, notes = read_all(data)
    assert not frames
    assert len(notes) == 1 and word in notes[0]


def test_a_damaged_block_does_not_cost_the_next() -> None:
    assert len(read_all(section() + packet(FRAME, interface=7) + packet(FRAME))[0]) == 1


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"snoop\0\0\0" + bytes(20), "snoop"),
        (b"PK\x03\x04" + bytes(20), "ZIP"),
        (b"No.,Time,Source", "4e 6f 2e 2c"),
        (b"\x1f", "1f"),
    ],
)
def test_what_is_no_recording_is_called_by_its_name(data: bytes, word: str) -> None:
    with pytest.raises(RecordingError, match=word):
        read_all(data)


MAC = "02005e100007"


@pytest.mark.parametrize(
    ("meaning", "link", "data", "frame"),
    [
        ("Ethernet", 1, FRAME, FRAME),
        ("cooked", 113, "0004 0001 0006" + MAC + "0000 0800 45aa", "00" * 6 + MAC + "0800 45aa"),
        ("cooked, of a tunnel", 113, "0004 fffe 0000" + MAC + "0000 0800 45aa", "00" * 12 + "0800 45aa"),
        ("cooked, second version", 276, "86dd 0000 00000003 0001 04 06" + MAC + "0000 60aa", "00" * 6 + MAC + "86dd 60aa"),
        ("raw IPv4", 101, "45aa", "00" * 12 + "0800 45aa"),
        ("raw IPv6", 12, "60aa", "00" * 12 + "86dd 60aa"),
        ("BSD loopback", 0, "02000000 45aa", "00" * 12 + "0800 45aa"),
        ("OpenBSD loopback, IPv6", 108, "00000018 60aa", "00" * 12 + "86dd 60aa"),
    ],
)  # fmt: skip
def test_other_links_become_ethernet_and_invent_nothing(
    meaning: str, link: int, data: str | bytes, frame: str | bytes
) -> None:
    octets = bytes.fromhex(data) if isinstance(data, str) else data
    assert as_ethernet(link, octets) == (bytes.fromhex(frame) if isinstance(frame, str) else frame)


def test_a_packed_file_is_read_as_it_is_and_a_damaged_one_as_far_as_it_goes(tmp_path: Path) -> None:
    path, notes = tmp_path / "span.pcap.gz", list[str]()
    packed = gzip.compress(pcap(*[bytes([n % 256]) * 60 for n in range(2000)]), mtime=0)
    path.write_bytes(packed)
    assert len(list(read_file(path, notes.append))) == 2000 and not notes
    path.write_bytes(packed[: len(packed) // 2])
    assert len(list(read_file(path, notes.append))) < 2000
    assert "compressed" in notes[0]
    path.write_bytes(packed[:2] + bytes(30))
    with pytest.raises(RecordingError, match="unpacked"):
        list(read_file(path, notes.append))


@given(st.binary(max_size=300), st.sampled_from([pcap(FRAME), section() + packet(FRAME), section(">")]))
def test_whatever_follows_is_read_or_told(tail: bytes, start: bytes) -> None:
    read_all(start + tail)


@given(st.integers(0, 400), st.integers(0, 255), st.booleans())
def test_no_damage_makes_it_fail(at: int, octet: int, ng: bool) -> None:
    data = bytearray(section() + packet(FRAME) * 2 if ng else pcap(FRAME, FRAME))
    data[at % (len(data) - 4) + 4] = octet
    read_all(bytes(data))
