"""A typeface as the typesetter must know it: which characters it has, how wide they are, whether it may be embedded.

A character that the typeface lacks would be printed as an empty box, which reads as nothing: it is spelt out
instead ("[U+1F600]"), as invisible ones are everywhere. A run that is wider than its column and offers no place to
break is broken, for print cannot be scrolled. Tables read: cmap, hmtx, head, OS/2 (OpenType 1.9).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

RESTRICTED, BITMAPS_ONLY = 0x0002, 0x0200
"""OS/2 fsType: the owner forbids embedding, or allows only bitmaps (OpenType 1.9, OS/2, fsType)."""

JAPANESE = (0x3042, 0x4E9C, 0x8A3A, 0x2160, 0x25CB)
"""あ 亜 診 Ⅰ ○: a typeface without these is none that a Japanese report can be set in."""

_TIGHT = re.compile(r"[^\s\u3001\u3002\uff1a\u3042-\u3096\u30a2-\u30fa\u3400-\u9fff]{8,}")
"""Runs that may have no place to break: all but ideographs and kana, between which a line always may end, and the comma,
stop and colon of Japanese, after which it may (Unicode Annex 14: classes CL and NS)."""


class TypefaceError(ValueError):
    """The file is no typeface that the report can be set in. The message is the reason, in English."""


class Shown(dict[int, "int | str"]):
    """For str.translate: what each code point is printed as, found once. Selectors of a letter's form stay: they
    choose among shapes and take no room where the typeface has but one."""

    def __init__(self, there: Iterable[int]) -> None:
        super().__init__({code: code for code in there})

    def __missing__(self, code: int) -> int | str:
        selects = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
        self[code] = code if code == 0x0A or selects else f"[U+{code:04X}]"
        return self[code]


@dataclass(frozen=True, slots=True)
class Typeface:
    """family: as the typesetter calls it.  files: its regular and, where there is one, its bold cut.
    widths: by code point, in ems; what is not in it is not in the typeface.
    shown: how each code point is printed."""

    family: str
    files: tuple[Path, ...]
    widths: Mapping[int, float]
    shown: Shown

    def spelt_out(self, text: str) -> str:
        """The text with every character that the typeface lacks as its code in brackets."""
        return text.translate(self.shown)

    def width(self, text: str) -> float:
        """Of one line, in ems, without kerning."""
        return sum(self.widths.get(ord(character), 1.0) for character in text)

    def fitted(self, text: str, room: float) -> str:
        """The text, all in characters that are there, no run of it wider than `room` ems."""
        told = self.spelt_out(text)
        if len(told) < room and "[" not in told:
            return told
        return _TIGHT.sub(lambda run: "\n".join(self._pieces(run[0], room)), told)

    def _pieces(self, run: str, room: float) -> Iterable[str]:
        start, used = 0, 0.0
        for at, character in enumerate(run):
            wide = self.widths.get(ord(character), 1.0)
            if used + wide > room and at > start:
                yield run[start:at]
                start, used = at, 0.0
            used += wide
        yield run[start:]


def read_typeface(regular: Path, bold: Path | None = None, family: str = "") -> Typeface:
    """The typeface in these files; `family` says which one where a file holds several.

    Raises TypefaceError where a file is no typeface, has no Japanese, or may not be embedded; OSError where it
    cannot be read.
    """
    from fontTools.ttLib import TTFont, TTLibError  # late: only print needs them

    with regular.open("rb") as file:
        collection = file.read(4) == b"ttcf"
    try:
        number = _number_in(regular, family) if collection else -1
        with TTFont(regular, lazy=True, fontNumber=number) as font:
            allowed = font["OS/2"].fsType if "OS/2" in font else 0
            if allowed & 0x000F == RESTRICTED or allowed & BITMAPS_ONLY:
                raise TypefaceError("its maker does not allow it to be embedded in a document")
            names, advances, em = font.getBestCmap() or {}, font["hmtx"].metrics, font["head"].unitsPerEm
            widths = {code: advances[glyph][0] / em for code, glyph in names.items() if glyph in advances}
            name = font["name"].getBestFamilyName() or ""
    except (TTLibError, KeyError, AssertionError, EOFError, ValueError, IndexError) as error:
        raise (
            error if isinstance(error, TypefaceError) else TypefaceError("it is no typeface that can be read")
        ) from error
    if any(code not in widths for code in JAPANESE):
        raise TypefaceError("it has no Japanese characters")
    return Typeface(family or name, (regular, bold) if bold else (regular,), widths, Shown(widths))


def _number_in(path: Path, family: str) -> int:
    """Which of a collection's typefaces bears this name; the first where none is asked for."""
    from fontTools.ttLib import TTCollection

    with TTCollection(path, lazy=True) as collection:
        named = [font["name"].getBestFamilyName() for font in collection.fonts]
    if family and family not in named:
        raise TypefaceError(f"it does not hold {family}")
    return named.index(family) if family else 0
