"""Which kind of file is it? Its account of every line; and files of nonsense, refused within seconds whatever their size."""

from __future__ import annotations

import gzip
import random
import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.handed_over import recognise, text
from agent.handed_over.rows import Sheet, neighbour
from probes.model import ParseError

TOKYO = ZoneInfo("Asia/Tokyo")
HEAD = "Protocol  Address          Age (min)  Hardware Addr   Type   Interface\n"
ROW = "Internet  192.0.2.{n}              12   001b.2110.00{n:02x}  ARPA   Vlan30\n"
WIPED = "\b" * 9
TABLE = HEAD + "".join(ROW.format(n=n) for n in range(1, 21))


def read(octets: bytes) -> Sheet:
    return recognise.read(octets, "f", TOKYO)


def test_every_line_is_accounted_for_and_the_first_unread_are_told() -> None:
    lines = [*TABLE.splitlines(), "Internet  192.0.2.300 nonsense", "% Ambiguous command", ""]
    found = list(recognise.account(read("\n".join(lines).encode())))
    assert found == [
        "address table (cisco ios, show ip arp): 23 lines, 20 rows read, 2 lines not understood",
        "line 22 is not understood: 'Internet  192.0.2.300 nonsense'",
        "line 23 is not understood: '% Ambiguous command'",
    ]


def test_a_table_with_as_many_foreign_lines_as_rows_is_another_kind_of_file() -> None:
    with pytest.raises(ParseError, match="none of the files"):
        read((TABLE + "x 1.1.1.1 2 3\n" * 20).encode())


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("UTF-8", TABLE.encode()),
        ("UTF-8 with its mark", TABLE.encode("utf-8-sig")),
        ("UTF-16, as PowerShell writes it", TABLE.encode("utf-16")),
        ("UTF-16 without its mark", TABLE.encode("utf-16-le")),
        ("big-endian", TABLE.encode("utf-16-be")),
        ("Windows line ends", TABLE.replace("\n", "\r\n").encode()),
        ("old Macintosh line ends", TABLE.replace("\n", "\r").encode()),
        ("gzip", gzip.compress(TABLE.encode())),
        ("a remark in CP932 above", "# 三階東の交換機\n".encode("cp932") + TABLE.encode()),
        ("colours of a terminal", TABLE.replace("Vlan30", "\x1b[32mVlan30\x1b[0m").encode()),
        ("a pager's prompt", TABLE.replace(ROW.format(n=9), f" --More-- {WIPED}         {WIPED}" + ROW.format(n=9)).encode()),
        ("another pager's", TABLE.replace(ROW.format(n=9), "---- More ----\x1b[42D" + " " * 8 + ROW.format(n=9)).encode()),
    ],
)  # fmt: skip
def test_text_however_it_was_written(meaning: str, octets: bytes) -> None:
    assert read(octets).telling == 20


@pytest.mark.parametrize(
    ("meaning", "octets", "why"),
    [
        ("nothing", b"", "empty"),
        ("blanks", b" \n\n", "empty"),
        ("a program", b"\x7fELF" + bytes(200), "NUL"),
        ("a ledger", "管理番号,機器名,IPアドレス\nA-1,PC,192.0.2.7\n".encode("cp932"), "line 1 is"),
        ("prose", b"The switch is on the third floor.\n", "line 1 is"),
        ("JSON of something else", b'{"a": [1, 2, {"ip": "192.0.2.7"}]}', "no object has"),
        ("JSON without end", b'{"a": [', "not JSON"),
        ("a damaged gzip file", gzip.compress(TABLE.encode())[:-12], "damaged"),
        ("a gzip bomb", gzip.compress(bytes(text.LARGEST_FILE + 1)), "unpacked"),
    ],
)
def test_what_is_none_is_refused_and_told_why(meaning: str, octets: bytes, why: str) -> None:
    with pytest.raises(ParseError, match=why):
        read(octets)


SIZE = 50 << 20


def noise() -> bytes:
    return random.Random(1).randbytes(SIZE)


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("one line", lambda: b"a" * SIZE),
        ("dashes", lambda: (b"-" * 200 + b"\n") * (SIZE // 201)),
        ("bytes at random", noise),
        (
            "letters at random",
            lambda: bytes(b"abcdef0123456789 .:-\n"[b % 21] for b in noise()[: SIZE // 4]) * 4,
        ),
        ("a table that turns into nonsense", lambda: TABLE.encode() + (b"x " * 150 + b"\n") * (SIZE // 301)),
        ("elements without end", lambda: b"<a>" * (SIZE // 3)),
        ("brackets without end", lambda: b"[" * SIZE),
        ("prompts alone", lambda: b"SW#show arp\n" * 100_000),
    ],
)
def test_fifty_megabytes_of_nonsense_are_refused_within_seconds(meaning: str, octets: object) -> None:
    assert callable(octets)
    content = octets()
    begun = time.monotonic()
    with pytest.raises(ParseError):
        read(content)
    assert time.monotonic() - begun < 15


def test_a_row_that_says_no_mac_is_no_row() -> None:
    with pytest.raises(ValueError, match="no MAC"):
        neighbour(1, "192.0.2.7", "dynamic", "sw")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(octets: bytes) -> None:
    try:
        sheet = read(octets)
    except ParseError:
        return
    assert sheet.rows


PIECES = [
    *TABLE.splitlines()[:4],
    "SW1#show arp",
    "-" * 9,
    "",
    "? (192.0.2.9) at <incomplete> on eth0",
    "lease 192.0.2.7 {",
    "}",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_line_is_dropped_in_silence(lines: list[str]) -> None:
    """Rows, lines passed over and unread ones: none of the last holds an address that a reader did not see."""
    try:
        sheet = read("\n".join(lines).encode())
    except ParseError:
        return
    seen = {row.line for row in sheet.rows} | {number for number, _ in sheet.unread}
    notes = " ".join(sheet.notes)
    for number, line in enumerate(lines, 1):
        if line.startswith("Internet"):
            assert number in seen or "are not read" in notes
