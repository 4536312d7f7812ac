"""Leases as JSON: Kea's answer to lease4-get-all, and the lists that firewalls' interfaces give.

Kea: `{"arguments": {"leases": [{"ip-address", "hw-address", "cltt", "valid-lft", "state", ...}]}}` (Kea, hook library
lease_cmds). Firewalls give lists of objects with an address and a MAC (FortiOS REST `monitor/system/dhcp`, OPNsense's
lease search, pfSense's API): every object with both is a lease, other objects are looked into.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from agent.handed_over.lease import ENDED, NOBODY, RUNS, Lease, lease_row, mac_in_duid, octets_of, readable_id
from agent.handed_over.rows import Sheet
from probes.model import ParseError

IP = ("ip-address", "ip", "address", "ip_address", "ipaddr", "ipaddress")
MAC = ("hw-address", "mac", "hwaddr", "mac_address", "macaddr", "hw_address", "macaddress")
NAME = ("hostname", "client-hostname", "host", "host_name", "name")
STATE = ("state", "status", "active_status", "binding")
VENDOR = ("vci", "vendor_class", "vendor-class")
ENDS = ("expire_time", "expire", "expires", "ends")
_STATES = {
    "0": RUNS, "1": NOBODY, "2": ENDED, "3": ENDED, "active": RUNS, "leased": RUNS, "static": NOBODY, "expired": ENDED,
    "free": ENDED, "released": ENDED, "backup": ENDED, "declined": NOBODY, "abandoned": NOBODY, "reserved": NOBODY,
}  # fmt: skip


def read(text: str) -> Sheet:
    """Raises ParseError for what is no JSON or holds no lease."""
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ParseError(f"not JSON: {error}") from error
    sheet = Sheet("leases (JSON)", text.count("\n") + 1)
    for number, found in enumerate(_leases(document), 1):
        try:
            sheet.rows.append(lease_row(_lease(number, found)))
        except ValueError:
            sheet.unread.append((number, f"lease {number}: {_first(found, IP)}"))
    if not sheet.rows:
        raise ParseError("JSON in which no object has an address and a MAC")
    if sheet.unread:
        sheet.notes.append("numbers of what was not read count the leases, not lines")
    return sheet


def _leases(document: object) -> Iterator[Mapping[str, object]]:
    waiting = [document]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, list):
            waiting.extend(reversed(thing))
        elif isinstance(thing, dict):
            if _first(thing, IP) and (_first(thing, MAC) or _first(thing, ("duid",))):
                yield thing
            else:
                waiting.extend(reversed(list(thing.values())))


def _lease(number: int, found: Mapping[str, object]) -> Lease:
    granted, length = _number(found.get("cltt")), _number(found.get("valid-lft"))
    state = _first(found, STATE).casefold()
    ends = granted + length if granted is not None and length is not None else _number_of(found, ENDS)
    return Lease(
        number, _first(found, IP), _first(found, MAC) or mac_in_duid(octets_of(_first(found, ("duid",)))),
        _STATES.get(state, RUNS), "active" if state == "0" else state, granted, ends,
        _first(found, NAME).rstrip("."), _first(found, VENDOR),
        readable_id(octets_of(_first(found, ("client-id",)))),
    )  # fmt: skip


def _first(found: Mapping[str, object], names: tuple[str, ...]) -> str:
    for name in names:
        value = found.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def _number_of(found: Mapping[str, object], names: tuple[str, ...]) -> float | None:
    return next((n for name in names if (n := _number(found.get(name))) is not None), None)


def _number(value: object) -> float | None:
    return (
        float(value)
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**11
        else None
    )
