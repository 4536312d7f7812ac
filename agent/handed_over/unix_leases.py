"""Leases of Unix servers: ISC dhcpd's dhcpd.leases, Kea's memfile, dnsmasq's dnsmasq.leases.

ISC (dhcpd.leases(5)): a log of blocks, the last one of an address holds; times are UTC, or seconds since 1970 where
db-time-format is local. Kea (administrator reference manual, memfile lease backend): CSV, the last line of an
address holds. dnsmasq (dnsmasq(8), --dhcp-leasefile): one line a lease; it drops what has run out when it
writes, so that each line ran when the file was written; 0 means without end.

A lease whose end lies before the newest grant in its own file had run out when the file was last written, whatever
state it still shows: dhcpd writes the change of state only when it next looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from agent.handed_over.lease import ENDED, NOBODY, RUNS, Lease, lease_row, mac_in_duid, octets_of, readable_id
from agent.handed_over.rows import Line, Row, Sheet

SUPERSEDED = "older entries of an address that has a newer one"
_ISC_PASSED = re.compile(
    r"^(?:#.*|authoring-byte-order .{1,40};|server-duid .{1,400};|failover peer .{1,200}|)$"
)
_ISC_STATEMENT = re.compile(r"^#|[;{}](?: {0,4}#.{0,100})?$")
_ISC_LEASE = re.compile(r"^lease (?P<ip>[\d.]{7,15}) \{$")
_ISC_TIME = re.compile(r"^(?:epoch (?P<epoch>\d{1,11})|\d (?P<date>\d{4}/\d{1,2}/\d{1,2} \d{1,2}:\d\d:\d\d))")
_ISC_STATES = {
    "active": RUNS,
    "expired": ENDED,
    "released": ENDED,
    "free": ENDED,
    "backup": ENDED,
    "reset": ENDED,
}
LONGEST_BLOCK = 60

_DNSMASQ = re.compile(
    r"^(?P<ends>\d{1,11}) (?P<mac>(?:[0-9a-fA-F]{2}-)?[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}|\d{1,10}|T\d{1,10})"
    r" \[?(?P<ip>[0-9a-fA-F.:]{2,45})\]? (?P<name>\S{1,255}) (?P<id>\S{1,400})$"
)
_KEA_4 = "address,hwaddr,client_id,valid_lifetime,expire,subnet_id"
_KEA_6 = "address,duid,valid_lifetime,expire,subnet_id"
_KEA_STATES = {"0": RUNS, "1": NOBODY, "2": ENDED, "3": ENDED}


def isc(lines: Sequence[Line]) -> Sheet:
    """dhcpd.leases; blocks of IPv6 leases are counted, for they name no MAC."""
    sheet = Sheet("leases of ISC dhcpd", len(lines))
    leases: list[Lease] = []
    block: list[Line] | None = None
    depth = 0
    for number, line in lines:
        text = line.strip()
        if block is not None:
            block.append((number, text))
            depth += text.endswith("{") - text.startswith("}")
            if depth <= 0 or len(block) > LONGEST_BLOCK:
                _close(block, leases, sheet, whole=depth <= 0)
                block = None
        elif text.endswith("{") and text.startswith(
            ("lease ", "ia-na ", "ia-ta ", "ia-pd ", "failover peer ")
        ):
            block, depth = [(number, text)], 1
        elif not _ISC_PASSED.match(text):
            sheet.unread.append((number, line))
    if block is not None:
        sheet.unread += block
        sheet.notes.append("the file ends in the middle of a lease; what came before was read")
    _settled(leases, sheet)
    return sheet


def _close(block: Sequence[Line], leases: list[Lease], sheet: Sheet, *, whole: bool) -> None:
    number, head = block[0]
    hit = _ISC_LEASE.match(head)
    if not whole or (head.startswith("lease ") and hit is None):
        sheet.unread += block
    elif hit is None:
        if head.startswith("ia-"):
            sheet.rows.append(Row(number, why_not="IPv6 leases, which name no MAC"))
    else:
        sheet.unread += [line for line in block[1:] if line[1] and not _ISC_STATEMENT.search(line[1])]
        leases.append(_isc_lease(number, hit["ip"], [text.rstrip(";") for _, text in block[1:]]))


def _isc_lease(number: int, ip: str, said: Iterable[str]) -> Lease:
    """Statements of one block: `key words`; those not wanted here are many and harmless."""
    found = dict[str, str]()
    for statement in said:
        for key in (
            "starts", "ends", "cltt", "binding state", "hardware ethernet", "uid", "client-hostname",
            "set vendor-class-identifier =",
        ):  # fmt: skip
            if statement.startswith(f"{key} "):
                found[key] = statement[len(key) + 1 :].strip()
    state = found.get("binding state", "active")
    granted = [t for key in ("cltt", "starts") if (t := _isc_time(found.get(key, ""))) is not None]
    return Lease(
        number, ip, found.get("hardware ethernet", ""), _ISC_STATES.get(state, NOBODY), state,
        granted[0] if granted else None, _isc_time(found.get("ends", "")),
        _quoted(found.get("client-hostname", "")), _quoted(found.get("set vendor-class-identifier =", "")),
        readable_id(_quoted(found.get("uid", "")).encode("latin-1", "replace")),
    )  # fmt: skip


def _isc_time(text: str) -> float | None:
    hit = _ISC_TIME.match(text)
    if hit is None:
        return None
    if hit["epoch"]:
        return float(hit["epoch"])
    try:
        return datetime.strptime(hit["date"], "%Y/%m/%d %H:%M:%S").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None


def _quoted(text: str) -> str:
    """A quoted string with C's octal escapes, or bare hex."""
    if not text.startswith('"'):
        return octets_of(text).decode("latin-1")
    return re.sub(
        r"\\([0-7]{3}|.)",
        lambda hit: chr(int(hit[1], 8) & 0xFF) if hit[1][0] in "01234567" and len(hit[1]) == 3 else hit[1],
        text[1:].removesuffix('"'),
    )


def kea(lines: Sequence[Line]) -> Sheet:
    """A memfile of kea-dhcp4 or kea-dhcp6."""
    sheet = Sheet("leases of Kea", len(lines))
    columns: list[str] = []
    leases: list[Lease] = []
    for number, line in lines:
        if line.startswith((_KEA_4, _KEA_6)):
            columns = line.strip().split(",")
        elif line.strip():
            cells = dict(zip(columns, line.split(","), strict=False))
            if len(cells) >= len(columns) - 2 and len(cells) >= 6:
                leases.append(_kea_lease(number, cells))
            else:
                sheet.unread.append((number, line))
    _settled(leases, sheet)
    return sheet


def _kea_lease(number: int, cells: dict[str, str]) -> Lease:
    ends, length = (
        float(cells[k]) if cells.get(k, "").isdigit() else None for k in ("expire", "valid_lifetime")
    )
    state = cells.get("state", "0") or "0"
    mac = cells.get("hwaddr", "") or mac_in_duid(octets_of(cells.get("duid", "")))
    return Lease(
        number, cells["address"], mac, _KEA_STATES.get(state, NOBODY) if length != 0 else ENDED,
        {"0": "active", "2": "expired"}.get(state, state), ends - length if ends and length is not None else None, ends,
        cells.get("hostname", "").replace("&#x2c", ",").rstrip("."), "",
        readable_id(octets_of(cells.get("client_id", ""))),
    )  # fmt: skip


def dnsmasq(lines: Sequence[Line]) -> Sheet:
    """dnsmasq.leases: end, MAC (IPv6: an IAID), address, name, client id; * for what is not known."""
    sheet = Sheet("leases of dnsmasq", len(lines))
    for number, line in lines:
        text = line.strip()
        hit = _DNSMASQ.match(text)
        if hit is None:
            if text and not text.startswith("duid "):
                sheet.unread.append((number, line))
            continue
        identity = octets_of(hit["id"]) if hit["id"] != "*" else b""
        mac = hit["mac"].partition("-")[2] or hit["mac"] if ":" in hit["mac"] else mac_in_duid(identity)
        name = "" if hit["name"] == "*" else hit["name"]
        ends = float(hit["ends"]) or None
        said = readable_id(identity[1:])
        row = _row(Lease(number, hit["ip"], mac, RUNS, "active", None, ends, name, client_id=said))
        if row is None:
            sheet.unread.append((number, line))
        else:
            sheet.rows.append(row)
    return sheet


def _settled(leases: Sequence[Lease], sheet: Sheet) -> None:
    """Of each address the last entry; what had run out when the newest was written is over."""
    newest = max((lease.granted for lease in leases if lease.granted is not None), default=None)
    last = {lease.ip: lease for lease in leases}
    for lease in leases:
        if last[lease.ip] is not lease:
            sheet.rows.append(Row(lease.line, why_not=SUPERSEDED))
            continue
        over = lease.state == RUNS and lease.ends is not None and newest is not None and lease.ends < newest
        row = _row(_ended(lease) if over else lease)
        if row is None:
            sheet.unread.append((lease.line, f"lease {lease.ip}"))
        else:
            sheet.rows.append(row)


def _ended(lease: Lease) -> Lease:
    return Lease(
        lease.line, lease.ip, lease.mac, ENDED, lease.said, lease.granted, lease.ends, lease.hostname
    )


def _row(lease: Lease) -> Row | None:
    try:
        return lease_row(lease)
    except ValueError:
        return None
