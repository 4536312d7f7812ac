"""MAC and IP addresses out of cells: every notation, several in one cell, words instead of an address. Pure.

What is no address is a problem, never a guess: a number in scientific notation has lost its digits, an
address of three octets is nobody's. A number that lost its leading zeros is padded, with a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from itertools import pairwise

from reconciler.ledger.normalise import Cell, Meaning, cell_text, identifier, is_not_known, is_nothing

RANGE_CAP = 256
"""Longest range of addresses that is spelt out: one block of the last octet."""

DHCP_WORDS = frozenset(
    [
        "dhcp",
        "自動",
        "じどう",
        "自動取得",
        "自動割当",
        "自動割り当て",
        "動的",
        "dynamic",
        "auto",
        "可変",
        "dhcp自動",
    ]
)
FIXED_WORDS = frozenset(["固定", "固定ip", "静的", "static", "手動", "fixed", "manual"])
OFFLINE_WORDS = frozenset(
    {
        "未接続",
        "接続なし",
        "接続無し",
        "非接続",
        "ネットワーク未接続",
        "nw未接続",
        "lan未接続",
        "スタンドアロン",
        "スタンドアローン",
    }
    | {"単独", "オフライン", "offline", "standalone", "notconnected", "lanなし", "ネットワークなし"}
    | {"rs-232c", "rs232c", "rs232", "rs-232", "シリアル", "シリアル接続", "usb", "usb接続"}
)
_NOT_CONNECTED = re.compile(
    r"(ネット|lan|ネットワーク)?(に|へ|は)?(つな|繋)(い|が|げ|っ).{0,3}(ない|ません)|(ネット|lan|ネットワーク)?(に|へ|は)?接続(して)?(い)?(ない|ません|しない)"
    r"|(院内|有線|無線)?(ネット|lan|nw|ネットワーク)(に|へ|は|の)?(接続(なし|無し)|未接続|非接続)|非ネットワーク(接続)?",
    re.IGNORECASE,
)
"""つないでない, ネットにつながっていない, LANに接続していない."""

_HEX_SIGNS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_END = r"(?![0-9A-Fa-f])"
_START = r"(?<![0-9A-Za-z])(?<![^0-9A-Za-z][0-9A-Fa-f]{2}[:\-.])(?<!^[0-9A-Fa-f]{2}[:\-.])"
_MAC = re.compile(
    _START
    + r"(?:(?:[0-9A-Fa-f]{1,2}\s?[:\-]\s?){5}[0-9A-Fa-f]{1,2}(?!\s?[:\-]\s?[0-9A-Fa-f])"  # 00:1B:.., 00-1B-.., 0:1b:..
    + r"|(?:[0-9A-Fa-f]{4}[.:\-]){2}[0-9A-Fa-f]{4}(?![.:\-][0-9A-Fa-f])"  # 001b.2101.aabb
    + r"|[0-9A-Fa-f]{6}[\-:.][0-9A-Fa-f]{6}"  # 001b21-01aabb
    + r"|(?:[0-9A-Fa-f]{2}\.){5}[0-9A-Fa-f]{2}(?!\.[0-9A-Fa-f])"  # 00.1b.21.01.aa.bb
    + r"|(?:[0-9A-Fa-f]{2}[ _]){5}[0-9A-Fa-f]{2}(?![ _][0-9A-Fa-f]{2}\b)"  # 00 1b 21 01 aa bb
    + r"|[0-9A-Fa-f]{12})"
    + _END
)
_PLAIN_MAC = re.compile(r"[0-9A-Fa-f]{2}(?:[:\-][0-9A-Fa-f]{2}){5}")
_MAC_TYPO = re.compile(r"[0-9A-FOIL]{2}(?:[:\-][0-9A-FOIL]{2}){5}|[0-9A-FOIL]{12}", re.IGNORECASE)
_MAC_PIECE = re.compile(r"[0-9A-Za-z]+(?:[:\-.][0-9A-Za-z]+){2,}|[0-9A-Fa-f]{8,}|[0-9A-Za-z]{10,}")
_SCIENTIFIC = re.compile(r"^\d(\.\d+)?E\+?\d+$", re.IGNORECASE)
_ALL_DIGITS = re.compile(r"\d{7,11}")


def macs(cell: Cell) -> Meaning[tuple[str, ...]]:
    """The MAC addresses of a cell, lower case with colons, each once, in the order of the cell."""
    if isinstance(cell, bool) or (isinstance(cell, float) and (cell != int(cell) or cell >= 1e12)):
        return _scientific(cell_text(cell))
    if isinstance(cell, int | float):
        return _from_number(int(cell))
    if isinstance(cell, str) and _PLAIN_MAC.fullmatch(cell):  # by far the most cells
        mac = cell.replace("-", ":").lower()
        if mac[1] in "02468ace" and mac != "00:00:00:00:00:00":
            return Meaning((mac,))
    plain = _lines(cell_text(cell))
    if is_nothing(plain) or _offline(_word(plain)):
        return Meaning(())
    if _SCIENTIFIC.match(plain):
        return _scientific(plain)
    if _ALL_DIGITS.fullmatch(plain):
        return _from_number(int(plain))
    found = [m[0] for m in _MAC.finditer(plain)]
    rest = _MAC.sub(" ", plain)
    piece = _MAC_PIECE.search(rest)
    if piece and not found and (typo := _MAC_TYPO.fullmatch(piece[0])):
        return _repaired(typo[0])
    if piece or (not found and not _is_remark(rest)):
        wrong = piece[0] if piece else plain
        good = _usable(found)
        return Meaning(
            good.value, good.doubt, f"{wrong!r} is no MAC address", "read it from the device's label"
        )
    if not found:
        return Meaning((), doubt=f"the cell says {plain!r}")
    return _usable(found)


def _usable(found: Iterable[str]) -> Meaning[tuple[str, ...]]:
    """In our notation, without those that no device can have (all zero, broadcast, group)."""
    good, bad = list[str](), list[str]()
    for written in found:
        mac = canonical(written)
        useless = mac in {"00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"} or int(mac[:2], 16) & 1
        (bad if useless else good).append(mac)
    unique = tuple(dict.fromkeys(good))
    if bad:
        text = f"{bad[0]} is no address of a device"
        return Meaning(unique, problem=text, hint="read it from the device's label")
    return Meaning(unique)


def canonical(written: str) -> str:
    """A MAC in any notation that _MAC accepts, as aa:bb:cc:dd:ee:ff (IEEE 802, EUI-48)."""
    parts = [p for p in re.split(r"[^0-9A-Fa-f]+", written) if p]
    digits = "".join(p.zfill(2) for p in parts) if len(parts) == 6 else "".join(parts)
    return ":".join(digits[i : i + 2] for i in range(0, 12, 2)).lower()


def _from_number(number: int) -> Meaning[tuple[str, ...]]:
    """001122334455 typed as a number loses its zeros; 7 digits and more are padded (00:00:48 is an old block)."""
    digits = str(number)
    if number < 0 or not 7 <= len(digits) <= 12:
        return Meaning(
            (), problem=f"{digits} is no MAC address", hint="type it again as text, with its zeros"
        )
    found = _usable([digits.zfill(12)])
    if len(digits) == 12:
        return found
    return Meaning(found.value, f"the number {digits}, padded with zeros in front", found.problem, found.hint)


def _scientific(plain: str) -> Meaning[tuple[str, ...]]:
    text = f"{plain} is a number that lost its digits (scientific notation), no MAC address"
    return Meaning((), problem=text, hint="format the cell as text and type the address again")


def _repaired(written: str) -> Meaning[tuple[str, ...]]:
    """O for 0 and I or l for 1: neither is a hexadecimal digit, so only one reading is left."""
    found = _usable([written.upper().translate(_HEX_SIGNS)])
    problem = f"{written!r} has letters that are no hexadecimal digits"
    return Meaning(found.value, "O read as 0, I and L as 1", problem, "correct the cell")


def _is_remark(plain: str) -> bool:
    """True where what is left is words (後日確認, NIC1:) and not the wreck of an address."""
    return not re.search(r"[0-9A-Fa-f]{2}[:\-.][0-9A-Fa-f]{2}|\d{4}", plain) and bool(
        re.search(r"[^\W\d_]", plain)
    )


@dataclass(frozen=True, slots=True)
class IpCell:
    """addresses: canonical text.  dhcp: the cell says that the address is handed out.  offline: that there is none."""

    addresses: tuple[str, ...] = ()
    dhcp: bool = False
    offline: bool = False


def says_offline(cell: Cell) -> bool:
    """True where the cell says that the device has no network: 未接続, スタンドアロン."""
    return isinstance(cell, str) and _offline(_word(identifier(cell)))


def _offline(word: str) -> bool:
    return word in OFFLINE_WORDS or bool(_NOT_CONNECTED.fullmatch(word))


def both(cell: Cell) -> tuple[Meaning[tuple[str, ...]], Meaning[IpCell]]:
    """The MAC and the IP addresses of a cell that holds both kinds."""
    plain = _lines(cell_text(cell))
    rest = _MAC.sub(" ", plain)
    mac = _usable(m[0] for m in _MAC.finditer(plain))
    if wreck := re.search(r"[0-9A-Fa-f]{2}[:\-][0-9A-Fa-f]{2}[:\-][0-9A-Fa-f:\-]*", rest):
        mac = Meaning(
            mac.value, mac.doubt, f"{wreck[0]!r} is no MAC address", "read it from the device's label"
        )
    return mac, ips(rest if rest.strip(" ,/;") else None)


_OCTETS = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.]*\d)")
_RANGE = re.compile(
    r"(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?:/\d{1,2})?\s*(?:~|-|から|to|…|\.\.+)\s*(\d{1,3}(?:\.\d{1,3}){3}|\.?\d{1,3})(?![\d.]*\d|[A-Za-z階号])"
    r"(?:/\d{1,2})?(?:まで)?"
)
_NETWORK = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})\s*/\s*(\d{1,2}|255(?:\.\d{1,3}){3})(?![\d.])")
_SHORT_LIST = re.compile(
    r"(?<![\d.])(\d{1,3}(?:\.\d{1,3}){2}\.)(\d{1,3})((?:\s*[,、・/]\s*\.?\d{1,3}(?![\d.]))+)"
)
_SPACED = re.compile(r"\d{1,3}(?: ?\. ?\d{1,3}){3}")
_COMMAS = re.compile(r"^\d{1,3}(?:,\d{1,3}){3}$")
_V6 = re.compile(
    r"(?<![0-9A-Za-z:.])(?=[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:)[0-9A-Fa-f:]{2,39}(?:%\w+)?(?![0-9A-Za-z:])"
)
_IP_PIECE = re.compile(
    r"(?<![\d.])\d{1,4}(?:\.\d{1,4}){2,}(?![\d.]*\d)|\d+\.\d+\.\d*\.[xX*]|\d+\.\d+\.[xX*?]+|(?<![\w.])\d{7,12}(?!\w)"
)
_IP_HINT = "write four numbers from 0 to 255, as 192.168.1.10"


def ips(cell: Cell) -> Meaning[IpCell]:
    """The addresses of a cell: one, lists, ranges up to RANGE_CAP, a prefix after it, or words in their place."""
    if isinstance(cell, bool | int | float):
        return Meaning(IpCell(), problem=f"{cell_text(cell)} is a number, no IP address", hint=_IP_HINT)
    plain = _lines(cell_text(cell)).replace("。", ".")
    if is_nothing(plain):
        return Meaning(IpCell())
    if _SPACED.fullmatch(plain):
        plain = plain.replace(" ", "")
    if _OCTETS.fullmatch(plain) and (only := _v4(plain)):  # by far the most cells
        return Meaning(IpCell((only,)))
    word = _word(plain)
    if (said := _said(word)) is not None:
        return said
    doubts = list[str]()
    if _COMMAS.match(plain):
        plain = plain.replace(",", ".")
        doubts.append("commas read as dots")
    found, rest, problem = _take(plain, doubts)
    dhcp = any(w in word for w in ("dhcp", "自動", "動的", "dynamic")) or word in DHCP_WORDS
    if dhcp and found and ("予約" in word or "reserv" in word):
        dhcp = False
        doubts.append("handed out, but always the same (reservation)")
    wreck = _IP_PIECE.search(rest)
    if wreck and not problem:
        problem = f"{wreck[0]!r} is no IP address"
    if "→" in plain and len(found) > 1 and not problem:
        doubts.append(f"the last of {plain!r}")
        found = found[-1:]
    if not found and not problem and not dhcp and not doubts:
        if is_not_known(plain) or re.search(r"[^\W\d_]", rest) or "*" in rest:
            doubts.append(f"the cell says {plain!r}")
        else:
            problem = f"{plain!r} is no IP address"
    value = IpCell(tuple(dict.fromkeys(found)), dhcp)
    return Meaning(value, "; ".join(doubts), problem, _IP_HINT if problem else "")


def _said(word: str) -> Meaning[IpCell] | None:
    """What a cell of one word says in place of an address."""
    if _offline(word):
        return Meaning(IpCell(offline=True))
    if word in DHCP_WORDS:
        return Meaning(IpCell(dhcp=True))
    if word in FIXED_WORDS:
        return Meaning(IpCell(), doubt="the cell says that the address is fixed, not which it is")
    return None


def _take(plain: str, doubts: list[str]) -> tuple[list[str], str, str]:
    """Takes each notation out of the text in turn: (addresses in order, what is left, first problem)."""
    placed = list[tuple[int, list[str]]]()
    problem = ""
    for pattern, reader in (
        (_RANGE, _range),
        (_NETWORK, _network),
        (_SHORT_LIST, _short_list),
        (_OCTETS, _single),
    ):
        for m in list(pattern.finditer(plain)):
            got, wrong = reader(m, doubts)
            placed.append((m.start(), got))
            problem = problem or wrong
            plain = plain[: m.start()] + " " * len(m[0]) + plain[m.end() :]
    for m in list(_V6.finditer(plain)):
        address = _v6(m[0])
        if address:
            placed.append((m.start(), [address]))
            plain = plain[: m.start()] + " " * len(m[0]) + plain[m.end() :]
    return [a for _, got in sorted(placed) for a in got], plain, problem


def _network(m: re.Match[str], doubts: list[str]) -> tuple[list[str], str]:
    """192.168.1.10/24 is that address; 192.168.1.0/24 is a network, and no device's address."""
    address = _v4(m[1])
    if address is None:
        return [], f"{m[1]!r} is no IP address"
    prefix = int(m[2]) if "." not in m[2] else bin(int(IPv4Address(m[2]))).count("1") if _v4(m[2]) else 33
    if prefix > 32:
        return [address], f"/{m[2]} is no prefix"
    host_bits = (1 << (32 - prefix)) - 1
    if prefix < 31 and not int(IPv4Address(address)) & host_bits:
        doubts.append(f"{m[0]} is a network, not an address")
        return [], ""
    return [address], ""


def _range(m: re.Match[str], doubts: list[str]) -> tuple[list[str], str]:
    first = _v4(m[1])
    last = _v4(m[2] if m[2].count(".") == 3 else m[1].rsplit(".", 1)[0] + "." + m[2].lstrip("."))
    if first is None or last is None:
        return [], f"{m[0]!r} is no range of addresses"
    a, b = int(IPv4Address(first)), int(IPv4Address(last))
    if b < a:
        return [first, last], f"the range {m[0]!r} ends before it begins"
    if b - a + 1 > RANGE_CAP:
        return [], f"{m[0]!r} is a range of {b - a + 1} addresses, more than {RANGE_CAP}: not spelt out"
    doubts.append(f"a range of {b - a + 1} addresses")
    return [str(IPv4Address(n)) for n in range(a, b + 1)], ""


def _short_list(m: re.Match[str], doubts: list[str]) -> tuple[list[str], str]:
    """192.168.1.10,11,12: the later ones share the first three numbers."""
    tails = [m[2], *re.findall(r"\d{1,3}", m[3])]
    if "/" in m[3] and any(not 0 < int(b) - int(a) <= 4 for a, b in pairwise(tails)):
        doubts.append(f"only the address was taken out of {m[0]!r}")  # 10.20.1.11 / 104: a port
        only = _v4(m[1] + m[2])
        return ([only], "") if only else ([], f"{m[0]!r} is no IP address")
    found = [_v4(m[1] + tail) for tail in tails]
    if None in found:
        return [a for a in found if a], f"{m[0]!r} is no list of addresses"
    doubts.append(f"{m[0]!r} read as {len(found)} addresses")
    return [a for a in found if a], ""


def _single(m: re.Match[str], doubts: list[str]) -> tuple[list[str], str]:
    address = _v4(m[1])
    return ([address], "") if address else ([], f"{m[1]!r} is no IP address")


def _v4(plain: str) -> str | None:
    """Canonical text; 192.168.001.010 is 192.168.1.10 (ledgers pad with zeros, nobody writes octal)."""
    try:
        numbers = [int(p) for p in plain.split(".")]
    except ValueError:
        return None
    if len(numbers) != 4 or any(n > 255 for n in numbers):
        return None
    return f"{numbers[0]}.{numbers[1]}.{numbers[2]}.{numbers[3]}"


def _v6(plain: str) -> str | None:
    try:
        return str(IPv6Address(plain.split("%")[0]))
    except AddressValueError:
        return None


def _lines(raw: str) -> str:
    """`identifier` text with a comma between lines, save where a line ends amid an address."""
    if "\n" not in raw and "\r" not in raw:
        return identifier(raw)
    joined = re.sub(r"([:：\-－.．])\s*[\r\n]+\s*", r"\1", raw)
    return ", ".join(line for line in map(identifier, joined.splitlines()) if line)


def _word(plain: str) -> str:
    """A cell of words in the form of the tables above: without spaces, brackets and case."""
    return re.sub(r"[\s()\[\]「」・:]+", "", plain).casefold()
