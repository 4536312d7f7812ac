"""Text that came from a device or a cell, made harmless to show: what would act is spelt out instead.

Control characters, marks that turn the direction of writing, invisible format characters, lone
surrogates and non-characters become their code in brackets ("[U+202E]"), so that a reader sees that
something was there. Letters, ideographic variation selectors and emoji stay as they are.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_VALUE = 300
"""How many characters of one value are shown; the whole value stays in findings.json and the ledger."""

LONGEST_CELL = 30_000
"""Of one cell; Excel's own limit is 32,767 (Microsoft, "Excel specifications and limits")."""

_ORDINARY = re.compile(r"[ -~\n\u3000-\u30ff\u3400-\u9fff\uff01-\uff9f]*")
_ORDINARY_LINE = re.compile(r"[ -~\u3000-\u30ff\u3400-\u9fff\uff01-\uff9f]*")
"""What nearly every text is made of: a million of them are looked at for one large report."""


def visible(text: str) -> str:
    """`text` on one line, of any length: breaks and tabs become one space."""
    if _ORDINARY_LINE.fullmatch(text):
        return text
    return _spelt_out(" ".join(text.split()) if _has_breaks(text) else text)


def visible_lines(text: str, longest: int = LONGEST_CELL) -> str:
    """`text` with its line breaks kept, for a cell that holds several sentences."""
    if len(text) <= longest and _ORDINARY.fullmatch(text):
        return text
    cut = text if len(text) <= longest else text[:longest] + "…"
    return _spelt_out(cut.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def _has_breaks(text: str) -> bool:
    return any(mark in text for mark in "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def _spelt_out(text: str) -> str:
    return "".join(character if _shows(character) else f"[U+{ord(character):04X}]" for character in text)


def _shows(character: str) -> bool:
    if character == "\n":
        return True
    code = ord(character)
    return unicodedata.category(character) not in _ACTING and code & 0xFFFE != 0xFFFE


_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
