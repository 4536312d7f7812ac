"""Leases of a Windows DHCP server, in each of the forms in which people take them out.

PowerShell's `Get-DhcpServerv4Lease | Export-Csv` (class DhcpServerv4Lease, Microsoft Learn: AddressState is Active,
Declined, Expired, Offered, ActiveReservation or InactiveReservation), the console's "Export List" (リストのエクスポート),
`netsh dhcp server scope ... show clients [1]`, and the XML of `Export-DhcpServer -Leases`.

Times are written in the culture of whoever exported: 2026/11/26 9:30:00 is certain, 11/26/2026 9:30:00 AM is
American, and what could be read in two ways is not read. They are of the server's zone, given by the caller. They
are ends of leases: when a lease was granted is not told, so that a running one has no time of its own.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo

from agent import oui
from agent.handed_over.lease import ENDED, NOBODY, RUNS, Lease, lease_row
from agent.handed_over.rows import Line, Row, Sheet
from agent.handed_over.xml_events import elements
from probes.model import ParseError

_COLUMNS = {
    "ip": (
        "ipaddress",
        "client ip address",
        "クライアント ip アドレス",
        "クライアントの ip アドレス",
        "クライアントipアドレス",
    ),
    "mac": ("clientid", "unique id", "一意の id", "一意な id", "一意のid"),
    "name": ("hostname", "name", "名前"),
    "ends": ("leaseexpirytime", "lease expiration", "リースの有効期限", "リース有効期限", "リースの期限"),
    "state": ("addressstate",),
}
_STATES = {
    "active": RUNS, "activereservation": RUNS, "expired": ENDED, "inactivereservation": NOBODY, "offered": NOBODY,
    "declined": NOBODY,
}  # fmt: skip
_NETSH = re.compile(
    r"^(?P<ip>\d{1,3}(?:\.\d{1,3}){3}) {0,10}- ?\d{1,3}(?:\.\d{1,3}){3} {0,10}- ?(?P<mac>[0-9a-fA-F-]{11,90}?) {1,20}-"
    r" ?(?P<ends>\S.{0,40}?) {0,20}- ?(?P<kind>[NDBUR])(?: {0,20}- {0,4}(?P<name>\S{1,255}))?$"
)
_NETSH_ABOUT = re.compile(
    r"^(?:changed the current scope|現在のスコープ|type ?:|種類 ?:|ip address|ip アドレス|=+$|-+$|no of clients|クライアント|"
    r"command completed|コマンド).{0,160}$",
    re.IGNORECASE,
)
_SORTED = re.compile(r"^(?P<y>\d{4})[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})[ T](?P<t>\d{1,2}:\d\d(?::\d\d)?)")
_AMERICAN = re.compile(
    r"^(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}) (?P<t>\d{1,2}:\d\d(?::\d\d)?) (?P<half>[AP]M)$", re.I
)
_EUROPEAN = re.compile(r"^(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4}) (?P<t>\d{1,2}:\d\d(?::\d\d)?)$")


def time_in(text: str, zone: tzinfo) -> float | None:
    """Seconds since 1970, or None for what is no time or could be two."""
    text = text.strip()
    hit = _SORTED.match(text) or _AMERICAN.match(text) or _EUROPEAN.match(text)
    if hit is None or (hit.re is _EUROPEAN and "/" in text and int(hit["d"]) <= 12):
        return None
    hour, minute, second = (int(part) for part in f"{hit['t']}:0".split(":")[:3])
    if hit.re is _AMERICAN:
        hour = hour % 12 + (12 if hit["half"].upper() == "PM" else 0)
    try:
        moment = datetime(int(hit["y"]), int(hit["m"]), int(hit["d"]), hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
    return moment.timestamp()


def exported(lines: Sequence[Line], zone: tzinfo) -> Sheet:
    """A CSV of PowerShell's or a list of the console's: a heading that names address and client."""
    sheet = Sheet("leases of a Windows DHCP server (exported list)", len(lines))
    columns: dict[int, str] = {}
    mark = ","
    for number, line in lines:
        if not line.strip() or line.startswith("#TYPE"):
            continue
        if not columns:
            mark = next((m for m in "\t;," if m in line), ",")
            columns = _heading(_cells(line, mark))
            if not columns:
                sheet.unread.append((number, line))
            continue
        cells = _cells(line, mark)
        said = {name: cells[at].strip() for at, name in columns.items() if at < len(cells)}
        _add(number, line, said, zone, sheet)
    return sheet


def _heading(cells: Sequence[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, cell in enumerate(cells):
        plain = cell.strip().casefold()
        for name, spellings in _COLUMNS.items():
            if plain in spellings and name not in found.values():
                found[at] = name
    return found if {"ip", "mac"} <= set(found.values()) else {}


def _cells(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []


def netsh(lines: Sequence[Line], zone: tzinfo) -> Sheet:
    sheet = Sheet("leases of a Windows DHCP server (netsh)", len(lines))
    for number, line in lines:
        text = line.strip()
        hit = _NETSH.match(text)
        if hit:
            said = {"ip": hit["ip"], "mac": hit["mac"], "name": hit["name"] or "", "ends": hit["ends"]}
            said["state"] = "InactiveReservation" if hit["ends"].upper().startswith("INACTIVE") else "Active"
            _add(number, line, said, zone, sheet)
        elif text and not _NETSH_ABOUT.match(text):
            sheet.unread.append((number, line))
    return sheet


def export_xml(octets: bytes, zone: tzinfo) -> Sheet:
    """The XML of Export-DhcpServer. Raises ParseError for XML of another kind."""
    sheet = Sheet("leases of a Windows DHCP server (exported server)", octets.count(b"\n") + 1)
    roots = set[str]()

    def lease(path: Sequence[str], line: int, said: Mapping[str, str]) -> None:
        cells = {name: said.get(tag, "") for name, tag in _TAGS.items()}
        _add(line, f"<Lease> {cells['ip']}", cells, zone, sheet)

    sheet.notes += elements(octets, "Lease", lease, roots.add)
    if "DHCPServer" not in roots:
        raise ParseError("no export of a Windows DHCP server")
    return sheet


_TAGS = {
    "ip": "IPAddress",
    "mac": "ClientId",
    "name": "HostName",
    "ends": "LeaseExpiryTime",
    "state": "AddressState",
}


def _add(number: int, line: str, said: Mapping[str, str], zone: tzinfo, sheet: Sheet) -> None:
    try:
        sheet.rows.append(_row(number, said, zone))
    except ValueError:
        sheet.unread.append((number, line))


def _row(number: int, said: Mapping[str, str], zone: tzinfo) -> Row:
    state = said.get("state", "") or "Active"
    identity = said.get("mac", "")
    mac = identity if oui.digits_of(identity) else ""
    return lease_row(
        Lease(
            number, said.get("ip", ""), mac, _STATES.get(state.casefold(), NOBODY), state,
            None, time_in(said.get("ends", ""), zone), said.get("name", "").rstrip("."),
        )
    )  # fmt: skip


Read = Callable[[Sequence[Line], tzinfo], Sheet]
