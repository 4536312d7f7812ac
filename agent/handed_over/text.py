"""Bytes of a handed-over file -> numbered lines of text, whatever wrote it.

UTF-8, UTF-16 (PowerShell's `>`), CP932 and EUC-JP. What terminals leave in a log is taken out: colours, the
prompt of a pager and the backspaces that wiped it away. Lines are cut at LONGEST_LINE.
"""

from __future__ import annotations

import re

from agent.handed_over.rows import Line
from probes.charset import guessed
from probes.model import ParseError

LARGEST_FILE = 64 * 1024 * 1024
MOST_LINES = 1_000_000
LONGEST_LINE = 400
"""Characters: no table of any maker is as wide, and no template gets to see a longer line."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]{0,16}[A-Za-z]|[()][A-Z0-9]|[=>78cDEHM])")
_PAGER = re.compile(
    r"^\s{0,8}<?-{2,4} ?\(?more(?: \d{1,3}%)?\)? ?-{2,4}>?(?:, next page: .{0,60}?control-c)?\s{0,80}",
    re.IGNORECASE,
)
"""--More--, ---- More ----, <--- More --->, ---(more 45%)---, and ProCurve's with its keys."""


def lines_of(octets: bytes) -> list[Line]:
    """The lines with their numbers, from 1, without control characters. Raises ParseError for what is no text."""
    text = decoded(octets)
    if "\n" not in text:
        text = text.replace("\r", "\n")
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        raise ParseError(f"{len(lines)} lines, more than any table has")
    if lines and not lines[-1]:
        lines.pop()
    return [(number, _cleaned(line)) for number, line in enumerate(lines, 1)]


def decoded(octets: bytes) -> str:
    """Raises ParseError where the bytes are no text or too many."""
    if len(octets) > LARGEST_FILE:
        raise ParseError(f"{len(octets) >> 20} MB, more than any table or lease file that was met")
    if octets.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(octets, "utf-16")
    head = octets[:4096]
    if b"\0" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        for codec, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
            if many * 20 >= len(head) * 6 and few * 20 < len(head):
                return _strictly(octets, codec)
        raise ParseError(
            "neither a recording nor a text (it holds NUL bytes): give the file as the switch or server wrote it"
        )
    for codec in ("utf-8-sig", "euc_jp", "cp932"):
        try:
            return octets.decode(codec)
        except UnicodeDecodeError:
            continue
    return "\n".join(guessed(line) for line in octets.split(b"\n"))


def _strictly(octets: bytes, codec: str) -> str:
    try:
        return octets.decode(codec)
    except UnicodeDecodeError as error:
        raise ParseError(f"begins as {codec} and is not: {error.reason}") from error


def _cleaned(line: str) -> str:
    line = line[: LONGEST_LINE * 4].rstrip("\r")
    if not line.isprintable():
        line = _ESCAPES.sub("", line)
        if "\b" in line:
            line = line.rpartition("\b")[2]
        if "\r" in line:
            line = line.rpartition("\r")[2]
        line = "".join(c if c.isprintable() or c in "\t\u3000\xa0" else "" for c in line)
    return _PAGER.sub("", line[:LONGEST_LINE].rstrip())
