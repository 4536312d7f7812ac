"""Tables that say by their headings what they hold: of makers without a template, of Windows, of Unix.

Sound rather than clever. An address table has a heading that names an address and a hardware address, and each
of its rows holds exactly one IP address and at most one MAC; where they stand does not matter. A table of MACs
has a heading that names MAC and port, and its rows have as many words as the heading has columns; what else is
there is unread. So it is with: Yamaha RTX `show arp` (command reference, ARP), NEC UNIVERGE IX `show arp entry`,
AlaxalA `show ip arp` and `show mac-address-table`, AlliedWare `SHOW IP ARP`, Fujitsu SR-S and Si-R, APRESIA and
Buffalo `show fdb` and its like (each maker's command reference), Windows `arp -a`, `netsh interface ipv4 show
neighbors` and `Get-NetNeighbor` in English and Japanese (Microsoft Learn), Linux `arp -n` and /proc/net/arp (arp(8),
proc(5)), and BSD's `ndp -a`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agent import oui
from agent.handed_over.rows import INCOMPLETE, Line, Row, Sheet, host_address, neighbour, port_row

_IP_HEAD = re.compile(
    r"internet ?address|ip(?:v[46])?[ _-]?addr|\baddress(?:es)?\b|"
    r"ipアドレス|インターネット ?アドレス|ip ?アドレス|neighbou?r|\bdestination\b",
    re.IGNORECASE,
)
_MAC_HEAD = re.compile(
    r"\bmac\b|mac ?addr|hw ?addr|hardware|physical|phys\.|link-?layer|\bll addr|ethernet addr|lladdr|macアドレス|mac ?アドレス|"
    r"物理アドレス|ハードウェア",
    re.IGNORECASE,
)
_PORT_HEAD = re.compile(
    r"^(?:ports?(?:-list| list)?|interface|if|destination port|learned-from|ポート|インタ[ーフ].*)$", re.I
)
_VLAN_HEAD = re.compile(r"^(?:vlan(?:[ -]?id)?|vid|vlan/vsi.*|tag)$", re.I)
_KIND_HEAD = re.compile(r"^(?:type|status|state|kind|mode|種別|種類|タイプ|状態)$", re.I)
_INTERFACE = re.compile(
    r"^\s{0,4}(?:interface|インターフェイス|インターフェース)\s?:?\s{0,4}(?:[\d.]{7,15} --- 0x[0-9a-f]{1,4}|\d{1,4}: .{1,100})$",
    re.I,
)
_TOTAL = re.compile(
    r"^\s{0,20}(?:(?:total|number of|no\. of|count|entries|"
    r"カウント数|エントリ数|合計).{0,100}|.{0,60}(?:entries|items|\bfound|個|件)\.?"
    r"|[-=+ |\t]{2,}|arp .{0,40}|.{0,30}table:?)$",
    re.I,
)
_DEAD = re.compile(
    r"unreachable|到達不能|incomplete|不完全|failed|invalid|無効|pending|unresolved|free|expired\b", re.I
)
_IP_WORD = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\w{1,20})?)(?![\w.:])",
    re.I,
)
_WORDS = re.compile(r"[^\s|]+")
_COLUMNS = re.compile(r"\s{2,}|\t|\s*\|\s*")
_PHRASES = re.compile(
    r"(?<=mac) (?=addr)|(?<=vlan) (?=id|name)|(?<=ip) (?=addr)|(?<=hardware) (?=addr)|(?<=port) (?=list)",
    re.I,
)


def address_table(lines: Sequence[Line], source: str) -> Sheet:
    """Any address table with a heading. source: the device or file that tells."""
    sheet, begun = Sheet("address table (by its heading)", len(lines)), False
    for number, line in lines:
        ips, macs = _found(line)
        if not line.strip() or (not ips and not macs and _TOTAL.match(line)):
            continue
        if _INTERFACE.match(line):
            continue
        if not ips and not macs and _MAC_HEAD.search(line) and _IP_HEAD.search(_MAC_HEAD.sub("", line)):
            begun = True
        elif begun and len(ips) == 1 and len(macs) < 2 and (macs or _DEAD.search(line)):
            sheet.rows.append(_address_row(number, line, ips[0], macs, source))
        else:
            sheet.unread.append((number, line))
    return sheet


def _address_row(number: int, line: str, ip: str, macs: Sequence[str], source: str) -> Row:
    if not macs or _DEAD.search(line):
        return Row(number, why_not=INCOMPLETE)
    vlan = re.search(r"\bvlan[ _-]?0{0,3}(\d{1,4})\b", line, re.I)
    return neighbour(number, ip, macs[0], source, vlan[1] if vlan else "")


def port_table(lines: Sequence[Line], switch: str, places: Mapping[str, str]) -> Sheet:
    """Any table of MACs with a heading that its rows keep to."""
    sheet, columns = Sheet("table of MACs (by its heading)", len(lines)), list[str]()
    for number, line in lines:
        ips, macs = _found(line)
        if not macs and (heading := _heading(line)):
            columns = heading
        elif not line.strip() or (not macs and _TOTAL.match(line)):
            continue
        elif (
            columns
            and len(macs) == 1
            and not ips
            and (row := _port_row(number, line, columns, switch, places))
        ):
            sheet.rows.append(row)
        else:
            sheet.unread.append((number, line))
    return sheet


def _heading(line: str) -> list[str]:
    """The columns that a heading names, or [] where this is none of a table of MACs."""
    for apart in (_COLUMNS.split(line.strip().strip("|")), _PHRASES.sub("\0", line).split()):
        columns = [column.replace("\0", " ").strip() for column in apart if column.strip()]
        macs = [c for c in columns if _MAC_HEAD.search(c)]
        if len(macs) == 1 and sum(bool(_PORT_HEAD.match(c)) for c in columns) == 1:
            return columns
    return []


def _port_row(
    number: int, line: str, columns: Sequence[str], switch: str, places: Mapping[str, str]
) -> Row | None:
    words = _WORDS.findall(line)
    if len(words) != len(columns):
        return None
    cell = {"mac": "", "port": "", "vlan": "", "kind": ""}
    for column, word in zip(columns, words, strict=True):
        for name, form in (("port", _PORT_HEAD), ("vlan", _VLAN_HEAD), ("kind", _KIND_HEAD)):
            if form.match(column):
                cell[name] = word
        if _MAC_HEAD.search(column):
            cell["mac"] = word
    vlan = cell["vlan"].partition("/")[0].lstrip("0")
    try:
        return port_row(
            number, cell["mac"], switch, cell["port"], cell["kind"], vlan if vlan.isdigit() else "",
            places.get(cell["port"], ""),
        )  # fmt: skip
    except ValueError:
        return None


def _found(line: str) -> tuple[list[str], list[str]]:
    """The IP addresses and the MACs among the words of a line, in any notation; zeros are a MAC of nobody."""
    macs = [w for w in _WORDS.findall(line) if len(w) >= 11 and oui.digits_of(w.strip("()<>"))]
    ips = []
    for hit in _IP_WORD.finditer(line):
        if hit[0] in macs:
            continue
        try:
            ips.append(host_address(hit[0]))
        except ValueError:
            continue
    return ips, [mac.strip("()<>") for mac in macs]
