"""Text whose character set nobody states, or states wrongly: a guess that rather keeps Latin than invents kanji.

Japanese equipment sends UTF-8, Shift_JIS (CP932), EUC-JP or ISO-2022-JP without saying which. UTF-8 and
the escapes of ISO-2022-JP (RFC 1468) are certain. EUC-JP is tried before CP932, since nearly every
Japanese text in CP932 holds a byte that EUC-JP forbids and the reverse is not so. A lone accented letter
of Latin-1 is a valid kanji in both; so at least two Japanese characters must stand side by side.
"""

from __future__ import annotations

import re

_LABELS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("us-ascii", "ascii"), "ascii"),
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "x-sjis", "sjis", "ms_kanji", "windows-31j", "cp932"), "cp932"
    ),
    **dict.fromkeys(("euc-jp", "x-euc-jp", "eucjp", "euc_jp"), "euc_jp"),
    **dict.fromkeys(("iso-2022-jp", "csiso2022jp"), "iso2022_jp"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    "iso-8859-15": "iso8859_15",
    "big5": "big5",
    "euc-kr": "cp949",
}
"""Labels as they are met -> codec. Only these: some codecs of Python run long or are no text at all.
Shift_JIS means Microsoft's CP932, and Latin-1 means windows-1252, as browsers read them (WHATWG Encoding 4.2)."""

_JAPANESE_RUN = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff9f]{2}")


def decoded(data: bytes, label: str = "") -> str:
    """`data` as text: in the character set that `label` names if it is one we know and the bytes agree,
    else as `guessed` does. Never raises; control characters stay for `reading()` to replace."""
    codec = _LABELS.get(label.strip().strip("\"'").lower(), "")
    return (codec and _strict(data, codec)) or guessed(data)


def guessed(data: bytes) -> str:
    """`data` as text where nothing states its character set."""
    if b"\x1b$" in data and (text := _strict(data, "iso2022_jp")):
        return text
    if text := _strict(data, "utf-8"):
        return text
    for codec in ("euc_jp", "cp932"):
        text = _strict(data, codec)
        if text and _JAPANESE_RUN.search(text):
            return text
    return data.decode("latin-1")


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return ""
