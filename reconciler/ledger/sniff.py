"""What the cells of a column look like, whatever its heading says. Pure; looks at a sample."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reconciler.ledger.addresses import DHCP_WORDS, FIXED_WORDS, OFFLINE_WORDS
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.normalise import Cell, company_key, identifier, state, state_key

_MAC = re.compile(
    r"([0-9A-F]{1,2}[:-]){5}[0-9A-F]{1,2}|([0-9A-F]{4}[.:-]){2}[0-9A-F]{4}|(?<![0-9A-Z])[0-9A-F]{12}(?![0-9A-Z])|[0-9A-F]{6}-[0-9A-F]{6}",
    re.IGNORECASE,
)
_IP = re.compile(r"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.])")
_OS = re.compile(
    r"windows|\bwin ?(\d|xp|nt)|linux|ubuntu|debian|rhel|centos|red hat|mac ?os|\bi(pad)?os\b|android|chrome ?os",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"^\d{4}[-/.年]\d{1,2}|^(令和|平成|昭和|[RHS])\.?\d{1,2}[-/.年]|^\d{4}年度?$|^(令和|平成|昭和|[RHS])\d{1,2}(年度?)?$"
    r"|^\d{1,2}[-/.]\d{4}$|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\s.,]+(\d{1,2},?\s+)?'?\d{2,4}$",
    re.IGNORECASE,
)
_SMALL = 1000
"""Below it a number is a count (months of a guarantee), and no year and no day."""


_HOST = re.compile(r"(?=.*[A-Za-z])(?=.*[\d-])[A-Za-z0-9][A-Za-z0-9_.-]{2,29}")
_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{2,29}")
"""One word of a computer's alphabet: what a heading of host names may have in its cells."""

_BRACKETED = re.compile(r"[^()]+\([^()]+\)")
_PHONE = re.compile(r"(?<!\d)0\d{1,4}-\d{1,4}-\d{3,4}(?!\d)|内線\s*\d{2,}|@")
_JAPANESE = re.compile(r"[ぁ-ヿ一-龥]")
_FEWEST_ISSUED = 4
"""Digits of a number that an authority gave: 61B第1234号, 22700BZX00012000."""

_DIALLED = re.compile(r"(TEL|電話|内線)?[\s:]*0?[\d-]{4,13}", re.IGNORECASE)
"""A telephone's number with no name beside it."""

_COUNTED = re.compile(r"[\d一二三四五六七八九十式]|セット|若干|複数|数台")
_FIRM = re.compile(
    r"\((株|有|合|同)\)|株式会社|有限会社|合同会社|(サービス|ジャパン|システムズ?|ソリューションズ?|販売|商会|商事|産業|通商|電機|医科器械|メディカル|ヘルスケア|Japan|Inc\.?|Ltd\.?)$"
)
"""What only the name of a firm has, or ends in."""

_ROOM = re.compile(
    r"\S{1,6}[館棟]((地下|地上|B)?\d{1,2}(F|階))? \S+|(地下|地上|B)?\d{1,2}(F|階) \S+", re.IGNORECASE
)
"""本館1階 事務室: a building or a floor, and then where there."""

_LONGEST_STATE = 20
_LATIN = re.compile(r"[A-Za-z0-9]")
_LENGTH = re.compile(r"\d{1,3}\s*(年間?|[ヶかカケヵ]月間?|months?|mo|years?|yrs?|日間?|days?)", re.IGNORECASE)
"""How long a guarantee lasts, and no day on which it ends."""

_ENOUGH = 200
"""Characters of a cell that say what it is."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How many of `filled` cells look like each; how many of them are different."""

    filled: int = 0
    mac: int = 0
    ip: int = 0
    ip_word: int = 0
    date: int = 0
    number: int = 0
    state: int = 0
    department: int = 0
    place: int = 0
    os: int = 0
    maker: int = 0
    host: int = 0
    medium: int = 0
    tenure: int = 0
    covers: int = 0
    token: int = 0
    small: int = 0
    device: int = 0
    length: int = 0
    bracketed: int = 0
    phone: int = 0
    stately: int = 0
    firm: int = 0
    spelt: int = 0
    thing: int = 0
    dialled: int = 0
    issued: int = 0
    japanese: int = 0
    sign: int = 0
    worded: int = 0
    counted: int = 0
    distinct: int = 0

    def share(self, count: int) -> float:
        return count / self.filled if self.filled else 0.0


def profile(cells: Iterable[Cell], words: Dictionary) -> Profile:
    """Of the cells that are not blank."""
    counts = dict.fromkeys(
        (
            "filled",
            "mac",
            "ip",
            "ip_word",
            "date",
            "number",
            "state",
            "department",
            "place",
            "os",
            "maker",
            "host",
            "token",
            "medium",
            "tenure",
            "covers",
            "small",
            "device",
            "length",
            "bracketed",
            "phone",
            "stately",
            "firm",
            "spelt",
            "thing",
            "dialled",
            "issued",
            "japanese",
            "sign",
            "worded",
            "counted",
        ),
        0,
    )
    different = set[Cell]()
    for cell in cells:
        if cell is None:
            continue
        counts["filled"] += 1
        different.add(cell)
        if isinstance(cell, str):
            _text(identifier(cell[:_ENOUGH]), words, counts)
        elif isinstance(cell, date):
            counts["date"] += 1
        elif isinstance(cell, int | float):
            counts["number"] += 1
            counts["counted"] += 1
            counts["small"] += abs(cell) < _SMALL
            counts["issued"] += abs(cell) >= 10 ** (_FEWEST_ISSUED - 1)
    return Profile(**counts, distinct=len(different))


def _text(plain: str, words: Dictionary, counts: dict[str, int]) -> None:
    for name, holds in (
        ("mac", bool(_MAC.search(plain))),
        ("os", bool(_OS.search(plain))),
        ("host", bool(_HOST.fullmatch(plain))),
        ("token", bool(_TOKEN.fullmatch(plain))),
        ("maker", _is_maker(plain, words)),
        ("firm", _is_maker(plain, words) or bool(_FIRM.search(plain))),
        ("japanese", bool(_JAPANESE.search(plain))),
        ("counted", bool(_COUNTED.search(plain))),
        ("worded", len(plain) > 2 and words.states.get(state_key(plain), "unknown") != "unknown"),
        ("sign", len(plain) == 1 and not plain.isalnum()),
        ("issued", sum(map(str.isdigit, plain)) >= _FEWEST_ISSUED),
        ("dialled", bool(_DIALLED.fullmatch(plain))),
        ("spelt", _is_spelt(plain)),
        ("thing", is_thing(plain, words)),
        ("device", _is_device(plain, words)),
        ("bracketed", bool(_BRACKETED.fullmatch(plain))),
        ("phone", bool(_PHONE.search(plain))),
        ("stately", len(plain) <= _LONGEST_STATE and state(plain, words.states).value not in {"", "unknown"}),
        ("length", bool(_LENGTH.fullmatch(plain))),
        ("medium", plain.casefold() in words.media),
        ("tenure", plain.casefold() in words.tenures),
        ("covers", plain.casefold() in words.covers),
    ):
        counts[name] += holds
    if _IP.search(plain):
        counts["ip"] += 1
    elif plain.casefold() in DHCP_WORDS | FIXED_WORDS | OFFLINE_WORDS:
        counts["ip_word"] += 1
    elif _DATE.search(plain):
        counts["date"] += 1
    elif plain.isdigit():
        counts["number"] += 1
        counts["small"] += len(plain) < len(str(_SMALL))
    elif state_key(plain) in words.states:
        counts["state"] += 1
    elif is_department(bare := plain.rstrip("0123456789"), words):  # CT室1
        counts["department"] += 1
    elif is_place(bare, words) or is_place(plain, words):
        counts["place"] += 1


def _is_maker(plain: str, words: Dictionary) -> bool:
    """The name of a maker, however its form is written: Cisco Systems, Inc."""
    return plain in words.makers or company_key(plain) in words.maker_keys


def _is_device(plain: str, words: Dictionary) -> bool:
    """What a device is, in plain words: ベッドサイドモニタ, and no model, which has letters and digits."""
    return not _LATIN.search(plain) and (
        plain.endswith(words.kind_endings) or heading_key(plain) in words.kinds
    )


def _is_spelt(plain: str) -> bool:
    """A host named in letters, RT-HONKAN, as no serial number and no model is."""
    letters = sum(map(str.isalpha, plain))
    return bool(_TOKEN.fullmatch(plain)) and letters * 5 >= len(plain) * 3 and not re.search(r"\d{3}", plain)


def is_thing(plain: str, words: Dictionary) -> bool:
    """What a device is, also with letters in it: 受付PC, ルータ."""
    key = heading_key(plain)
    return plain.endswith(words.kind_endings) or any(key.endswith(kind) for kind in words.kinds)


def is_department(plain: str, words: Dictionary) -> bool:
    """By its ending (内科, 3階東病棟) or as a whole (ICU)."""
    return (
        len(plain) <= 25
        and (plain.endswith(words.department_endings) or plain in words.department_names)
        and not is_place(plain, words)
    )


def is_place(plain: str, words: Dictionary) -> bool:
    """3F, 本館, サーバ室: where, and not who. A ward is both, and is taken for a department."""
    return (
        len(plain) <= 25
        and not plain.endswith("病棟")
        and (
            plain.endswith(words.place_endings)
            or bool(words.place_pattern.fullmatch(plain))
            or bool(_ROOM.fullmatch(plain))
        )
    )
