"""What other scanners print in lines: arp-scan(1) and fping(8).

An answer to arp-scan is an answer to ARP, like our own. fping's `is alive` is an answer to an echo. A bare list of
addresses, which `fping -a` prints too, does not say what it is a list of, and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent import oui
from agent.handed_over.rows import GROUP, Line, Row, Sheet, host_address, is_group, is_link_local, readings
from probes.flow import is_host

_ARP_SCAN = re.compile(r"^(?P<ip>\d{1,3}(?:\.\d{1,3}){3})\t(?P<mac>[0-9a-fA-F:]{17})(?:\t.{0,200})?$")
_ABOUT = re.compile(
    r"^(?:Interface: \S{1,40}, .{0,160}|Starting arp-scan .{0,120}|Ending arp-scan .{0,160}|\d{1,9} packets received.{0,80}"
    r"|WARNING: .{0,160})$"
)
_FPING = re.compile(
    r"^(?P<ip>[0-9a-fA-F.:]{2,45})(?: \([^()]{1,60}\))? is (?P<state>alive|unreachable)(?: \([\d.]{1,12} ms\))?$"
)


def arp_scan(lines: Sequence[Line]) -> Sheet:
    sheet = Sheet("output of arp-scan", len(lines))
    for number, line in lines:
        if not line.strip() or _ABOUT.match(line):
            continue
        hit = _ARP_SCAN.match(line)
        mac = oui.canonical(hit["mac"]) if hit else ""
        if hit is None or not mac or not (ip := _address(hit["ip"])):
            sheet.unread.append((number, line))
        elif is_group(mac):
            sheet.rows.append(Row(number, why_not=GROUP))
        else:
            sheet.rows.append(Row(number, readings("arp", [("arp.mac", mac)], ip)))
    return sheet


def fping(lines: Sequence[Line]) -> Sheet:
    sheet = Sheet("output of fping", len(lines))
    for number, line in lines:
        hit = _FPING.match(line.strip())
        if hit and (ip := _address(hit["ip"])):
            if hit["state"] == "alive":
                sheet.rows.append(Row(number, readings("icmp", [("icmp.echo", "reply")], ip)))
            else:
                sheet.rows.append(Row(number, why_not="addresses that did not answer"))
        elif line.strip():
            sheet.unread.append((number, line))
    return sheet


def _address(text: str) -> str:
    try:
        address = host_address(text)
    except ValueError:
        return ""
    return address if is_host(address) and not is_link_local(address) else ""
