"""What a switch prints of LLDP and CDP in detail: which device stands behind each of its ports.

`show lldp neighbors detail`, `show cdp neighbors detail`, `show lldp info remote-device detail`, `display lldp
neighbor-information` and their like (each maker's command reference) are sheets of `key : value`, one a neighbour,
and say the same under names that differ little. So they are read by their keys, not by a template a maker. Of a
neighbour is kept what its own frames would have said (probes/lldp.py, probes/cdp.py), and the port it is on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent import oui
from agent.handed_over.rows import Line, Row, Sheet, host_address, is_group, is_link_local, readings
from probes.flow import is_host

_PAIR = re.compile(
    r"^\s{0,40}(?:[-+|] )?(?P<key>[A-Za-z][A-Za-z /()-]{1,40}?)\s{0,24}(?::|\.{2,60})\s{0,40}(?P<value>.{0,300})$"
)
_LOCAL = re.compile(
    r"^(?:LLDP neighbor-information of port \d{1,4}\[(?P<comware>[^\]]{1,40})\]:?"
    r"|(?P<huawei>\S{1,40}) {1,4}has \d{1,3} neighbors?(?:\(s\))?:?"
    r"|Interface (?P<arista>\S{1,40}) detected \d{1,3} LLDP neighbors?:?|Local (?P<awplus>port[\d.]{1,12}):)\s{0,4}$",
    re.IGNORECASE,
)
_PLATFORM = re.compile(
    r"^(?P<platform>[^,]{1,80}), {0,4}capabilities: {0,4}(?P<able>.{0,100})$", re.IGNORECASE
)
_INTERFACE = re.compile(
    r"^(?P<local>[^,]{1,40}), {0,4}port id ?\(outgoing port\): {0,4}(?P<port>.{1,60})$", re.IGNORECASE
)
_BREAK = re.compile(r"^\s{0,4}-{5,}\s{0,4}$")
_CODES = re.compile(
    r"^\s{0,4}(?:capability codes:|\([A-Z]\) |total (?:cdp )?entries|"
    r"lldp |cdp |={3,}|load for|.{0,30}neighbors? (?:information|table)).{0,120}$",
    re.I,
)

KEYS = {
    "device id": "device", "system name": "name", "sysname": "name", "neighbor chassis-name": "name",
    "neighbor system-name": "name", "chassis id": "chassis", "chassisid": "chassis", "neighbor chassis-id": "chassis",
    "port id": "port", "portid": "port", "neighbor port-id": "port", "platform": "platform", "capability": "able",
    "interface": "interface", "local intf": "local", "local port": "local", "local port id": "local",
    "local interface": "local", "port": "local", "ip address": "ip", "ip": "ip", "ipv4 address": "ip", "address": "ip",
    "mgmt address": "ip", "management address": "ip", "management addresses": "ip", "neighbor management-address": "ip",
    "system description": "description", "system descr": "description", "neighbor chassis-description": "description",
    "neighbor system-description": "description", "version": "version", "enabled capabilities": "enabled",
    "system capabilities enabled": "enabled", "chassis capabilities enabled": "enabled",
    "serial number": "serial", "manufacturer": "manufacturer", "manufacturer name": "manufacturer", "model": "model",
    "model name": "model",
}  # fmt: skip
ABLE = {
    "o": "other", "p": "repeater", "b": "bridge", "w": "access-point", "r": "router", "t": "telephone", "c": "docsis",
    "s": "station", "other": "other", "repeater": "repeater", "bridge": "bridge", "router": "router",
    "telephone": "telephone", "phone": "telephone", "switch": "switch", "host": "host", "igmp": "igmp",
    "trans-bridge": "bridge", "source-route-bridge": "source-route-bridge", "station": "station", "wlan": "access-point",
    "wlan-ap": "access-point", "wlan-access-point": "access-point", "wlanaccesspoint": "access-point",
}  # fmt: skip
"""How makers abbreviate the capabilities -> the words of probes/lldp.py and probes/cdp.py."""
NOTHING = frozenset({"", "-", "--", "n/a", "not advertised", "- not advertised", "not-advertised", "null"})
MOST_LINES_OF_TEXT = 6


@dataclass(slots=True)
class _Neighbour:
    line: int
    local: str = ""
    said: dict[str, str] = field(default_factory=dict)


def announcements(lines: Sequence[Line], switch: str) -> Sheet:
    """Every neighbour that has an address or a MAC."""
    sheet = Sheet("neighbours by LLDP or CDP", len(lines))
    found: list[_Neighbour] = []
    local, text, left, inside = "", "", 0, False
    for number, line in lines:
        if not line.strip() or _BREAK.match(line):
            inside, text = inside and not _BREAK.match(line), ""
            continue
        if hit := _LOCAL.match(line.strip()):
            local, inside, text = next(v for v in hit.groups() if v), False, ""
            continue
        pair = _PAIR.match(line)
        key = KEYS.get(" ".join(pair["key"].casefold().split()), "") if pair else ""
        if pair and key:
            text, left = key if key in ("description", "version") else "", MOST_LINES_OF_TEXT
            value = "" if pair["value"].strip().casefold() in NOTHING else pair["value"].strip().strip('"')
            if key == "local":
                if inside and "chassis" in found[-1].said and not found[-1].local:
                    found[-1].local = value
                else:
                    local, inside = value, False
                continue
            if key in ("device", "chassis") and (not inside or key in found[-1].said):
                found.append(_Neighbour(number, local))
                inside, local = True, local if key == "chassis" else ""
            if inside:
                _keep(found[-1], key, value)
                continue
        elif inside and text and left and not pair:
            found[-1].said[text] = f"{found[-1].said.get(text, '')} {line.strip()}".strip()
            left -= 1
            continue
        if not inside and not pair and not _CODES.match(line):
            sheet.unread.append((number, line))
    sheet.rows += [_row(neighbour, switch) for neighbour in found if neighbour.said]
    return sheet


def _keep(neighbour: _Neighbour, key: str, value: str) -> None:
    if key == "platform" and (hit := _PLATFORM.match(value)):
        neighbour.said |= {"platform": hit["platform"].strip(), "able": hit["able"].strip()}
    elif key == "interface":
        if hit := _INTERFACE.match(value):
            neighbour.local, neighbour.said["port"] = hit["local"].strip(), hit["port"].strip()
    elif value:
        neighbour.said.setdefault(key, value)


def _row(neighbour: _Neighbour, switch: str) -> Row:
    said = neighbour.said
    chassis = oui.canonical(said.get("chassis", "")) or said.get("chassis", "")
    host = _address(said.get("ip", "")) or oui.canonical(chassis)
    if not host or (":" in host and oui.canonical(host) and is_group(host)):
        return Row(neighbour.line, why_not="neighbours that announce neither address nor MAC")
    where = f"{switch} {''.join(neighbour.local.split())}" if neighbour.local else ""
    if "device" in said:
        named = ("device", "port", "version", "platform")
        told = [(f"cdp.{key}", said.get(key, "")) for key in named]
        told.append(("cdp.capabilities", _able(said.get("able", ""))))
    else:
        told = [
            ("lldp.chassis", chassis), ("lldp.port", oui.canonical(said.get("port", "")) or said.get("port", "")),
            ("lldp.system_name", said.get("name", "")), ("lldp.system_description", said.get("description", "")),
            ("lldp.capabilities", _able(said.get("enabled", ""))), ("lldp.serial", said.get("serial", "")),
            ("lldp.manufacturer", said.get("manufacturer", "")), ("lldp.model", said.get("model", "")),
        ]  # fmt: skip
    probe = told[0][0].partition(".")[0]
    return Row(
        neighbour.line,
        readings(probe, told, host) + readings("forwarding", [("forwarding.port", where)], host),
    )


def _able(text: str) -> str:
    words = re.findall(r"[a-z][a-z-]*", text.casefold())
    return " ".join(dict.fromkeys(ABLE[word] for word in words if word in ABLE))


def _address(text: str) -> str:
    words = text.split()
    try:
        address = host_address(words[-1]) if words else ""
    except ValueError:
        return ""
    return address if address and is_host(address) and not is_link_local(address) else ""
