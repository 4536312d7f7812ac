"""What another reader of packets reads in the same recordings: pairs of its fields and ours.

The index beside the recordings (pcap_index.jsonl.gz) holds what tshark reads out. It is an oracle to compare with, and not
the truth: it joins streams, opens tunnels and radio frames, and reads questions where only answers tell of a host.
`KNOWN` says of which fields that is so. Nothing of the index is kept here.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Their field of a protocol, our fields, and how a row of theirs becomes values such as ours."""

    protocol: str
    theirs: str
    ours: tuple[str, ...]
    values: Callable[[Row], Iterator[str]]

    @property
    def name(self) -> str:
        return f"{self.protocol} {self.theirs}"


def _plain(field: str) -> Callable[[Row], Iterator[str]]:
    def values(row: Row) -> Iterator[str]:
        yield from row.get(field, "").split("|")

    return values


def _whole(field: str) -> Callable[[Row], Iterator[str]]:
    def values(row: Row) -> Iterator[str]:
        yield row.get(field, "")

    return values


def _parameters(row: Row) -> Iterator[str]:
    yield row.get("option.request_list_item", "").replace("|", ",")


def _greeting(code: str, code_field: str, text_field: str) -> Callable[[Row], Iterator[str]]:
    def values(row: Row) -> Iterator[str]:
        if row.get(code_field, code).startswith(code):
            yield row.get(text_field, "").removeprefix(f"{code} ").removesuffix("\\r\\n").lstrip("- ")

    return values


def _server_of_port(port: str, field: str) -> Callable[[Row], Iterator[str]]:
    def values(row: Row) -> Iterator[str]:
        if row.get("srcport", "").split("|")[0] == port:
            yield row.get(field, "").split("|")[0]

    return values


def _build(row: Row) -> Iterator[str]:
    parts = [row.get(f"version.{part}", "") for part in ("major", "minor", "build_number")]
    if all(parts):
        yield ".".join(part.split("|")[0] for part in parts)


def _system_name(row: Row) -> Iterator[str]:
    names, octets = row.get("name", "").split("|"), row.get("value.octets", "").split("|")
    if len(names) == len(octets):
        for name, value in zip(names, octets, strict=True):
            if name == "1.3.6.1.2.1.1.5.0" and row.get("version", "0") in ("0", "1"):
                yield bytes.fromhex(value).decode("latin-1")


def _claimed(row: Row) -> Iterator[str]:
    if row.get("addr") and row.get("type") == "32" and "|" not in row["name"]:
        name, _, suffix = row["name"].partition("<")
        if suffix.startswith("00"):
            yield name.strip()


def _i_am(row: Row) -> Iterator[str]:
    if row.get("unconfirmed_service") == "0":
        yield row.get("instance_number", "").split("|")[0]


def _without_dot(field: str) -> Callable[[Row], Iterator[str]]:
    def values(row: Row) -> Iterator[str]:
        for value in row.get(field, "").split("|"):
            yield value.rstrip(".")

    return values


def _host_name(row: Row) -> Iterator[str]:
    for value in row.get("srv.target", "").split("|"):
        yield re.sub(r"\.local\.?$", "", value)


PAIRS = (
    Pair("lldp", "tlv.system.name", ("lldp.system_name",), _whole("tlv.system.name")),
    Pair("lldp", "tlv.system.desc", ("lldp.system_description",), _whole("tlv.system.desc")),
    Pair("lldp", "chassis.id.mac", ("lldp.chassis",), _plain("chassis.id.mac")),
    Pair("lldp", "port.desc", ("lldp.port_description",), _whole("port.desc")),
    Pair("lldp", "media.model", ("lldp.model",), _whole("media.model")),
    Pair("cdp", "deviceid", ("cdp.device",), _plain("deviceid")),
    Pair("cdp", "platform", ("cdp.platform",), _plain("platform")),
    Pair("cdp", "software_version", ("cdp.version",), _whole("software_version")),
    Pair("cdp", "portid", ("cdp.port",), _plain("portid")),
    Pair("dhcp", "option 12", ("dhcp.hostname",), _plain("option.hostname")),
    Pair("dhcp", "option 55", ("dhcp.parameters",), _parameters),
    Pair("dhcp", "option 60", ("dhcp.vendor_class",), _whole("option.vendor_class_id")),
    Pair("dhcp", "option 81", ("dhcp.fqdn",), _plain("fqdn.name")),
    Pair("dhcpv6", "vendorclass.data", ("dhcpv6.vendor_class",), _whole("vendorclass.data")),
    Pair("dhcpv6", "client_domain", ("dhcpv6.fqdn",), _without_dot("client_domain")),
    Pair("mdns", "srv.target", ("mdns.hostname",), _host_name),
    Pair("ssdp", "server", ("ssdp.server",), _plain("server")),
    Pair("ssdp", "user_agent", ("ssdp.user_agent",), _plain("user_agent")),
    Pair("ssdp", "location", ("ssdp.location",), _plain("location")),
    Pair("nbns", "name", ("netbios.name", "netbios.group"), _claimed),
    Pair("browser", "server", ("browser.name", "browser.workgroup"), _plain("server")),
    Pair("http", "server", ("http.server", "ssdp.server"), _plain("server")),
    Pair("http", "user_agent", ("http.user_agent", "ssdp.user_agent"), _plain("user_agent")),
    Pair("ssh", "protocol", ("ssh.banner",), _server_of_port("22", "protocol")),
    Pair("ftp", "response.arg", ("ftp.banner",), _greeting("220", "response.code", "response.arg")),
    Pair("smtp", "rsp.parameter", ("smtp.banner",), _greeting("220", "response", "rsp.parameter")),
    Pair("sip", "User-Agent", ("sip.user_agent",), _plain("User-Agent")),
    Pair("sip", "Server", ("sip.server",), _plain("Server")),
    Pair("tls", "server_name", ("tls.asks_for",), _plain("handshake.extensions_server_name")),
    Pair("ntlmssp", "nb_computer_name", ("ntlm.computer",), _plain("challenge.target_info.nb_computer_name")),
    Pair("ntlmssp", "version", ("ntlm.version",), _build),
    Pair("snmp", "sysName", ("snmp.sysName",), _system_name),
    Pair("vnc", "server_proto_ver", ("vnc.version",), _plain("server_proto_ver")),
    Pair("bacnet", "I-Am", ("bacnet.instance",), _i_am),
)

KNOWN: Mapping[str, str] = {
    "lldp": "one stands in a tunnel (ERSPAN)",
    "cdp": "those missing stand in tunnels (ERSPAN, GRE), which are another network's",
    "dhcp": "those missing are frames of Wi-Fi in the air (802.11, CAPWAP), which are counted and told of as not read",
    "browser": "those missing announce a workgroup and no host",
    "http": "those missing came through a proxy, as its headers say, or stand in tunnels",
    "ssh": "those missing have no end of line, so that a version could be cut, or stand in tunnels",
    "sip": "those missing came through a proxy, whose word it is not, are on another port, or damaged by a fuzzer",
    "tls": "those missing stand in tunnels",
    "ntlmssp": "a build of 0 is Samba's, and no version",
    "snmp": "the one missing is written to an agent and said by none",
}
"""Protocol -> why some of what they read is not read here; each was looked into."""


def same(theirs: str, ours: set[str]) -> bool:
    """Whether we read it too, alone or as one line of several."""
    return theirs in ours or any(theirs in value for value in ours if len(theirs) > SHORTEST_PART)


SHORTEST_PART = 12


def read(folder: Path) -> Mapping[str, Mapping[str, list[Row]]]:
    """File -> protocol -> rows; empty where there is no index."""
    path = folder.parent / "pcap_index.jsonl.gz"
    if not path.exists():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {entry["file"]: entry.get("facts", {}) for entry in map(json.loads, lines)}


def expected(pair: Pair, rows: list[Row]) -> set[str]:
    """What they read of this pair in one file."""
    return {plain for row in rows for value in pair.values(row) if (plain := plainly(value))}


def plainly(value: str) -> str:
    """One space for whatever separates words or lines, in their writing and ours."""
    return " ".join(value.replace("\\n", " ").replace("\\r", " ").replace("|", " ").split())
