"""What takes bytes from outside, as functions that a fuzzer may call: each returns, or raises what is a defect.

    conversations   every piece of every tape, replaced: each probe's parser, at each step of a conversation
    frames          one Ethernet frame through the headers and every listener
    recordings      pcap and pcapng (agent/recording.py)
    files           tables of switches, lease files, nmap's XML: what `daicho import` takes (agent/handed_over)
    ledgers         delimited text, .xls, .xlsx and the parts of an .xlsx (reconciler/ledger)

A seed is an undamaged input of the target. They are made from the tapes and tests anew each time; what is kept in
corpus/ are the inputs that once failed, each as a file, and those that reached something new (pack.py).
"""

from __future__ import annotations

import ast
import hashlib
import io
import os
import tempfile
import zipfile
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from agent.handed_over import recognise
from agent.listen import Table, hear, table_of
from agent.recorded import as_ethernet
from agent.recording import RecordingError, read
from probes import all_probes
from probes.model import ParseError
from reconciler.ledger.read import read_ledger
from tests.tapes import Tape, all_tapes, endure, places, read_tape

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).with_name("corpus")
KEY = 4
"""Bytes at the head of an input of `conversations` that choose the piece of a tape."""
MOST_FRAMES = 2000
SUFFIXES = (".csv", ".tsv", ".xls", ".xlsx", ".txt")


@dataclass(frozen=True, slots=True)
class FuzzTarget:
    """longest: bytes of an input, beyond which only time is lost."""

    take: Callable[[bytes], object]
    seeds: Callable[[], Iterator[bytes]]
    longest: int


# -- conversations ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    key: bytes
    data: bytes
    put: Callable[[bytes], Tape]


@cache
def _pieces() -> tuple[_Piece, ...]:
    """By key, so that a new tape moves few of the inputs that are kept."""
    found = []
    for path in all_tapes():
        for number, (data, put) in enumerate(places(read_tape(path))):
            key = hashlib.sha256(f"{path.name} {number}".encode()).digest()[:KEY]
            found.append(_Piece(key, data, put))
    return tuple(sorted(found, key=lambda piece: piece.key))


def _converse(octets: bytes) -> None:
    pieces = _pieces()
    piece = pieces[bisect_left(pieces, octets[:KEY], key=lambda p: p.key) % len(pieces)]
    tape = piece.put(octets[KEY:])
    endure(tape, all_probes()[tape.probe])


def _conversation_seeds() -> Iterator[bytes]:
    return (piece.key + piece.data for piece in _pieces())


# -- frames -------------------------------------------------------------------------------------


@cache
def _table() -> Table:
    return table_of(all_probes().values())


def _frame_seeds() -> Iterator[bytes]:
    """What the tapes heard, in the frames in which it would have come."""
    for path in all_tapes():
        tape = read_tape(path)
        for kind, number in sorted(all_probes()[tape.probe].heard_on) if tape.heard else ():
            yield from (_framed(kind, number, packet) for packet in tape.heard)


def _framed(kind: str, number: int, data: bytes) -> bytes:
    ethernet = bytes.fromhex("01005e7ffffa 02005e100007")
    match kind:
        case "frame":
            return data
        case "ethertype":
            return ethernet + number.to_bytes(2, "big") + data
        case "llc":
            return ethernet + (len(data) + 3).to_bytes(2, "big") + bytes((number, number, 3)) + data
        case "snap":
            snap = b"\xaa\xaa\x03\x00\x00\x0c" + number.to_bytes(2, "big") + data
            return ethernet + len(snap).to_bytes(2, "big") + snap
        case "udp":
            return (
                ethernet
                + b"\x08\x00"
                + _ip(17, _ports(number) + (len(data) + 8).to_bytes(2, "big") + b"\0\0" + data)
            )
        case "ip":
            return ethernet + b"\x08\x00" + _ip(number, data)
        case "icmp6":
            head = b"\x60\0\0\0" + len(data).to_bytes(2, "big") + b"\x3a\xff"
            return (
                ethernet
                + b"\x86\xdd"
                + head
                + bytes.fromhex("fe80" + "0" * 27 + "1")
                + bytes(15)
                + b"\x01"
                + data
            )
        case _:
            tcp = _ports(number) + bytes(8) + b"\x50\x18\xff\xff\0\0\0\0"
            return ethernet + b"\x08\x00" + _ip(6, tcp + data)


def _ports(number: int) -> bytes:
    return number.to_bytes(2, "big") + b"\xc0\x00"


def _ip(protocol: int, payload: bytes) -> bytes:
    head = b"\x45\0" + (len(payload) + 20 & 0xFFFF).to_bytes(2, "big") + b"\0\0\0\0\x40" + bytes((protocol,))
    return head + b"\0\0" + bytes((192, 0, 2, 10)) + bytes((192, 0, 2, 11)) + payload


# -- files --------------------------------------------------------------------------------------


def _record(octets: bytes) -> None:
    try:
        for number, frame in enumerate(read(io.BytesIO(octets), lambda _: None)):
            hear(frame.octets, _table())
            if number >= MOST_FRAMES:
                return
    except RecordingError:
        return


def _recording_seeds() -> Iterator[bytes]:
    frames = list(_frame_seeds())[::20]
    little = b"".join(b"\0" * 8 + len(f).to_bytes(4, "little") * 2 + f for f in frames[:4])
    yield bytes.fromhex("d4c3b2a1 0200 0400 00000000 00000000 ffff0000 01000000") + little
    yield (
        bytes.fromhex("a1b2c3d4 0002 0004 00000000 00000000 0000ffff 00000071")
        + bytes(8)
        + b"\0\0\0\x14" * 2
        + bytes(20)
    )
    yield bytes.fromhex(
        "0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 1c000000 01000000 14000000 0100 0000 00000000 14000000"
        "06000000 30000000 00000000 00000000 00000000 0e000000 0e000000 ffffffffffff02005e10000788cc0000 30000000"
    )
    for link in (0, 101, 113, 276):
        yield from (as_ethernet(link, frame) or b"" for frame in frames[:1])


def _import(octets: bytes) -> None:
    try:
        recognise.read(octets, "switch.txt", ZoneInfo("Asia/Tokyo"))
    except ParseError:
        return


def _file_seeds() -> Iterator[bytes]:
    """Every text of several lines in the tests of the readers."""
    for name in ("test_leases", "test_switch_tables", "test_nmap_xml", "test_recognise", "test_snmp_tables"):
        tree = ast.parse((ROOT / f"tests/agent/{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count("\n") > 1:
                yield node.value.encode()


# -- ledgers ------------------------------------------------------------------------------------


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))


def _read_ledger(octets: bytes) -> None:
    """The first byte says what the file is called, or which part of a workbook the rest replaces."""
    kind = octets[0] if octets else 0
    parts = _parts()
    if kind < 128:
        name, data = f"ledger{SUFFIXES[kind % len(SUFFIXES)]}", octets[1:]
    else:
        name, data = "ledger.xlsx", _packed(parts, sorted(parts)[kind % len(parts)], octets[1:])
    path = _folder() / f"{os.getpid()}-{name}"
    path.write_bytes(data)
    try:
        read_ledger(path)
    finally:
        path.unlink()


@cache
def _parts() -> MappingProxyType[str, bytes]:
    import openpyxl

    book, file = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    sheet.append(["管理番号", "名称", "メーカー", "IPアドレス", "購入日"])
    sheet.append(["ME-0001", "輸液ポンプ", "見本医科", "192.0.2.41", 45000])
    sheet.append(["ME-0002", "生体情報モニター", "見本医科", "192.0.2.42", "R5.4.1"])
    sheet.merge_cells("A5:C5")
    book.save(file)
    with zipfile.ZipFile(file) as packed:
        return MappingProxyType({name: packed.read(name) for name in packed.namelist()})


def _packed(parts: MappingProxyType[str, bytes], changed: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name, octets in parts.items():
            packed.writestr(name, data if name == changed else octets)
    return out.getvalue()


def _ledger_seeds() -> Iterator[bytes]:
    parts = _parts()
    yield from (bytes((128 + (i - 128) % len(parts),)) + parts[n] for i, n in enumerate(sorted(parts)))
    table = '管理番号,名称,IPアドレス,購入日\r\nA-1,事務PC,192.0.2.41,R5.4.1\r\n〃,"a\r\nb",DHCP,2023/4/1\r\n'
    for number, coding in enumerate(("utf-8-sig", "cp932", "utf-16")):
        yield bytes((number,)) + table.encode(coding)
    yield b"\x01" + table.replace(",", "\t").encode()
    yield b"\x03" + _packed(parts, "", b"")
    yield from (b"\x02" + path.read_bytes() for path in sorted((ROOT / "tests/ledgers").glob("*.xls")))


TARGETS = MappingProxyType(
    {
        "conversations": FuzzTarget(_converse, _conversation_seeds, 16 << 10),
        "frames": FuzzTarget(lambda octets: hear(octets, _table()), _frame_seeds, 4 << 10),
        "recordings": FuzzTarget(_record, _recording_seeds, 8 << 10),
        "files": FuzzTarget(_import, _file_seeds, 16 << 10),
        "ledgers": FuzzTarget(_read_ledger, _ledger_seeds, 32 << 10),
    }
)
