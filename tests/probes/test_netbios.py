"""NetBIOS node status: the question by the byte, and tables of names as hosts register them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import netbios
from probes.model import ParseError, Reading, Reply, Target

HEADER = bytes.fromhex("0304 8400 0000 0001 0000 0000")
NAME = b"\x20CK" + b"A" * 30 + b"\0"
RECORD = bytes.fromhex("0021 0001 00000000")
MAC = bytes.fromhex("00005e005301")
GROUP, UNIQUE = 0x8400, 0x0400


def status(*names: tuple[bytes, int, int], unit: bytes = MAC, header: bytes = HEADER) -> bytes:
    table = b"".join(n.ljust(15)[:15] + bytes([suffix]) + f.to_bytes(2, "big") for n, suffix, f in names)
    data = bytes([len(names)]) + table + unit + bytes(40)
    return header + NAME + RECORD + len(data).to_bytes(2, "big") + data


def readings(answer: bytes) -> list[Reading]:
    conversation = netbios.talk(Target("192.0.2.10", 0x01020304))
    next(conversation)
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply("192.0.2.10", answer),))
    found: list[Reading] = end.value.value
    return found


def test_the_question_by_the_byte() -> None:
    question = bytes.fromhex("0304 0000 0001 0000 0000 0000") + NAME + bytes.fromhex("0021 0001")
    assert netbios.request(0x01020304) == question


def test_scapy_reads_the_same_question() -> None:
    from scapy.layers.netbios import NBNSHeader, NBNSNodeStatusRequest

    theirs = NBNSHeader(netbios.request(0x01020304))
    assert (theirs.NAME_TRN_ID, theirs.RESPONSE, theirs.OPCODE, theirs.QDCOUNT) == (0x0304, 0, 0, 1)
    asked = theirs[NBNSNodeStatusRequest]
    assert asked.QUESTION_NAME.rstrip(b"\0") == b"*"
    assert (asked.QUESTION_TYPE, asked.QUESTION_CLASS) == (0x21, 1)


@pytest.mark.parametrize(
    ("meaning", "names", "wanted"),
    [
        ("its own name", [(b"IJI-PC01", 0x00, UNIQUE)], {"name": "IJI-PC01", "services": "00"}),
        ("its workgroup", [(b"IRYO", 0x00, GROUP)], {"group": "IRYO", "services": "00"}),
        ("a Japanese name", [("医事課".encode("cp932"), 0x00, UNIQUE)], {"name": "医事課", "services": "00"}),
        ("no CP932", [(b"CAF\xc9\xe9", 0x00, UNIQUE)], {"name": "CAF\u00c9\u00e9", "services": "00"}),
        ("padded with NULs", [(b"NAS1" + bytes(11), 0x00, UNIQUE)], {"name": "NAS1", "services": "00"}),
        ("fifteen characters", [(b"ABCDEFGHIJKLMNO", 0x00, UNIQUE)], {"name": "ABCDEFGHIJKLMNO", "services": "00"}),
        ("a file server", [(b"NAS1", 0x20, UNIQUE)], {"services": "20"}),
        ("a domain controller", [(b"D", 0x1C, GROUP), (b"D", 0x1B, UNIQUE)], {"services": "1B 1C"}),
        ("a person logged on", [(b"YAMADA", 0x03, UNIQUE)], {}),
    ],
)  # fmt: skip
def test_names(meaning: str, names: list[tuple[bytes, int, int]], wanted: dict[str, str]) -> None:
    found = {r.field.removeprefix("netbios."): r.value for r in readings(status(*names, unit=bytes(6)))}
    assert found == wanted


def test_the_mac_is_the_unit_id() -> None:
    assert netbios.parse(status()).mac == "00:00:5e:00:53:01"
    assert netbios.parse(status(unit=bytes(6))).mac == ""


@pytest.mark.parametrize(
    ("meaning", "header"),
    [
        ("a question", "0304 0000 0001 0000 0000 0000"),
        ("a negative answer", "0304 8403 0000 0001 0000 0000"),
        ("no answer in it", "0304 8400 0000 0000 0000 0000"),
    ],
)
def test_what_is_no_node_status_is_refused(meaning: str, header: str) -> None:
    with pytest.raises(ParseError):
        netbios.parse(status(header=bytes.fromhex(header)))


def test_another_record_is_refused() -> None:
    with pytest.raises(ParseError):
        netbios.parse(status().replace(RECORD, bytes.fromhex("0020 0001 00000000")))


def test_more_names_announced_than_there_are_is_refused() -> None:
    message = bytearray(status((b"A", 0, UNIQUE)))
    message[len(HEADER + NAME + RECORD) + 2] = 200
    with pytest.raises(ParseError):
        netbios.parse(bytes(message))


@given(
    st.lists(
        st.tuples(st.binary(min_size=15, max_size=15), st.integers(0, 255), st.integers(0, 0xFFFF)),
        max_size=30,
    )
)
def test_every_table_is_read_whole(names: list[tuple[bytes, int, int]]) -> None:
    found = netbios.parse(status(*names)).names
    assert [(n.suffix, n.group) for n in found] == [(s, bool(f & 0x8000)) for _, s, f in names]
