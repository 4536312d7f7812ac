"""nmap's XML (-oX, nmap.dtd) of a scan that somebody else made: who answered, what is open, what it seems to be.

A host is one that answered: "up" because nmap was told to take it so (-Pn, reason user-set) is no answer, unless
a port did. Only open ports are kept. The system that nmap supposes is its guess and is called one; a service's
product is read out of what the service said, where nmap says so (method probed), not from its port's number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agent import oui
from agent.handed_over.rows import Row, Sheet, host_address, is_link_local, readings
from agent.handed_over.xml_events import walk
from probes.flow import is_host
from probes.model import ParseError

MOST_PORTS = 200
"""Open ports of one host: a box that shows more answers for everything (a firewall, a tarpit)."""
LEAST_ACCURACY = 90
"""Per cent, by nmap's own reckoning: a worse guess at the system is not worth keeping."""
UNASKED = "user-set"


@dataclass(slots=True)
class _Host:
    line: int
    at: float | None = None
    up: bool = False
    reason: str = ""
    ip: str = ""
    mac: str = ""
    names: list[str] = field(default_factory=list)
    system: str = ""
    answered: bool = False
    said: list[tuple[str, str]] = field(default_factory=list)
    port: dict[str, str] = field(default_factory=dict)
    ports: int = 0


def read(octets: bytes) -> Sheet:
    """Raises ParseError for XML that is none of nmap's."""
    sheet = Sheet("a scan of nmap (XML)", octets.count(b"\n") + 1)
    host: list[_Host] = []
    roots = set[str]()

    def start(path: Sequence[str], line: int, attributes: Mapping[str, str]) -> None:
        if len(path) == 1:
            roots.add(path[0])
            if path[0] != "nmaprun":
                raise ParseError(f"XML of another kind: {path[0][:40]}")
        if path[-1] == "host":
            host[:] = [_Host(line, _seconds(attributes))]
        elif host:
            _told(host[0], path[-1], attributes)

    def end(path: Sequence[str]) -> None:
        if path[-1] == "port" and host:
            _close_port(host[0])
        if path[-1] == "host" and host:
            sheet.rows.append(_row(host.pop()))

    sheet.notes += walk(octets, start, end)
    if "nmaprun" not in roots:
        raise ParseError("XML that breaks off before it says what it is")
    if host:
        sheet.rows.append(_row(host.pop()))
    return sheet


def _seconds(attributes: Mapping[str, str]) -> float | None:
    text = attributes.get("endtime") or attributes.get("starttime", "")
    return float(text) if text.isdigit() and len(text) < 12 else None


def _told(host: _Host, name: str, attributes: Mapping[str, str]) -> None:
    match name:
        case "status":
            host.up, host.reason = attributes.get("state") == "up", attributes.get("reason", "")
        case "address" if attributes.get("addrtype") == "mac":
            host.mac = oui.canonical(attributes.get("addr", ""))
        case "address":
            host.ip = host.ip or attributes.get("addr", "")
        case "hostname" if len(host.names) < 8:
            host.names.append(attributes.get("name", ""))
        case "osmatch" if not host.system:
            accuracy = attributes.get("accuracy", "")
            if accuracy.isdigit() and int(accuracy) >= LEAST_ACCURACY:
                host.system = attributes.get("name", "")
        case "port":
            host.port = {"protocol": attributes.get("protocol", ""), "id": attributes.get("portid", "")}
        case "state" if host.port:
            host.port["state"] = attributes.get("state", "")
            host.answered |= attributes.get("reason", "") in (
                "syn-ack",
                "reset",
                "conn-refused",
                "udp-response",
            )
        case "service" if host.port:
            host.port |= {f"service.{key}": value for key, value in attributes.items()}


def _close_port(host: _Host) -> None:
    port, host.port = host.port, {}
    number = port.get("id", "")
    if port.get("state") != "open" or port.get("protocol") not in ("tcp", "udp") or not number.isdigit():
        return
    host.ports += 1
    if host.ports > MOST_PORTS:
        return
    service = "".join(port.get("service.name", "").split())
    host.said.append(("nmap.open", f"{port['protocol']}/{number} {service}".strip()))
    if port.get("service.method") != "probed":
        return
    parts = [port.get(f"service.{key}", "").replace(";", ",") for key in ("product", "version", "extrainfo")]
    if any(parts):
        host.said.append(
            ("nmap.service", f"{port['protocol']}/{number} {service}; " + "; ".join(parts).rstrip("; "))
        )
    if kind := port.get("service.devicetype", ""):
        host.said.append(("nmap.device", kind))
    if system := port.get("service.ostype", ""):
        host.said.append(("nmap.ostype", system))
    if name := port.get("service.hostname", ""):
        host.names.append(name)


def _row(host: _Host) -> Row:
    try:
        ip = host_address(host.ip)
    except ValueError:
        return Row(host.line, why_not="hosts without an address")
    if not host.up:
        return Row(host.line, why_not="addresses that did not answer")
    if host.reason == UNASKED and not host.answered:
        return Row(host.line, why_not="addresses that nmap was told to take as up and that did not answer")
    if not is_host(ip) or is_link_local(ip):
        return Row(host.line, why_not="addresses of no single host")
    said = [
        ("nmap.up", host.reason),
        ("nmap.mac", host.mac),
        *(("nmap.hostname", name) for name in host.names),
    ]
    said += [*host.said, ("nmap.os", host.system)]
    if host.ports > MOST_PORTS:
        said.append(("nmap.up", f"{host.ports} ports seem open: something answers for every port"))
    return Row(host.line, readings("nmap", dict.fromkeys(said), ip), host.at)
