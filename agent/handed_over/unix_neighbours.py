"""Neighbours as Unix prints them without a heading: `arp -a` and `ip neigh`.

`? (192.0.2.7) at 00:1b:21:aa:bb:cc [ether] on eth0` is net-tools' and BSD's (arp(8)); `192.0.2.7 dev eth0 lladdr
00:1b:21:aa:bb:cc REACHABLE` is iproute2's (ip-neighbour(8)). The name before the brackets is what that machine's
resolver said and not the neighbour's own word: it is not kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.handed_over.rows import INCOMPLETE, Line, Row, Sheet, neighbour

_ARP = re.compile(
    r"^\S{1,255} \((?P<ip>[\d.]{7,15})\) (?:at|--) [(<]?(?P<mac>[0-9a-fA-F:]{11,17}|incomplete)[)>]?"
    r"(?: \[\w{1,20}\])?(?: PERM| PUP)?(?: on [\w.@:-]{1,40})?(?: .{0,80})?$"
)
_NEIGH = re.compile(
    r"^(?P<ip>[0-9a-fA-F.:]{2,45}) dev [\w.@:-]{1,40}(?: lladdr (?P<mac>[0-9a-fA-F:]{17}))?"
    r"(?P<more>(?: {1,2}[\w/.]{1,30}){1,12})$"
)
_GONE = ("FAILED", "INCOMPLETE", "NOARP")


def neighbours(lines: Sequence[Line], source: str) -> Sheet:
    """Either of them, also mixed."""
    sheet = Sheet("neighbours of a Unix host", len(lines))
    for number, line in lines:
        text = line.strip()
        if not text:
            continue
        try:
            row = _row(number, text, source)
        except ValueError:
            row = None
        if row is None:
            sheet.unread.append((number, line))
        else:
            sheet.rows.append(row)
    return sheet


def _row(number: int, text: str, source: str) -> Row | None:
    hit = _ARP.match(text) or _NEIGH.match(text)
    if hit is None:
        return None
    gone = hit.re is _NEIGH and any(word in hit["more"].split() for word in _GONE)
    if gone or not hit["mac"]:
        return Row(number, why_not=INCOMPLETE)
    return neighbour(number, hit["ip"], hit["mac"], source)
