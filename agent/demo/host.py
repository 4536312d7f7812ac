"""A hospital made of stand-ins: its segments and hosts, what each of them speaks, and what it really is.

`truth` of a host is what it is: class, vendor, model, os, version, serial as far as somebody knows
them; `evident` names those that what it sends gives away. A scan must get the evident ones right
and may leave the others unknown, never wrong. The hospital of the demo is the file hospital.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from agent.demo.namespaces import Attachment, Node, Segment
from agent.demo.utterances import Utterance

Oid: TypeAlias = tuple[int, ...]
Value: TypeAlias = int | str | bytes | Oid


@dataclass(frozen=True, slots=True)
class Greeting:
    """A TCP port that speaks first, as SSH, FTP, SMTP and Telnet do."""

    port: int
    says: bytes


@dataclass(frozen=True, slots=True)
class Certificate:
    """Self-signed; `subject` and `issuer` are (short name, value) pairs such as ("OU", "FortiGate")."""

    subject: tuple[tuple[str, str], ...]
    issuer: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a web server answers to any GET; over TLS where a certificate is given."""

    port: int
    status: str
    headers: tuple[tuple[str, str], ...]
    body: str
    certificate: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Snmp:
    """An agent: the community that it answers to and all its variables, in OID order.

    contexts: VLAN -> the variables that "community@vlan" sees besides, in OID order.
    """

    community: str
    values: tuple[tuple[Oid, Value], ...]
    contexts: tuple[tuple[int, tuple[tuple[Oid, Value], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """One DNS-SD service: kind as "_ipp._tcp", instance as people see it, TXT strings."""

    kind: str
    instance: str
    port: int
    txt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mdns:
    hostname: str
    services: tuple[Service, ...] = ()


@dataclass(frozen=True, slots=True)
class NetBios:
    """names: (name, suffix, is a group)."""

    names: tuple[tuple[str, int, bool], ...]


@dataclass(frozen=True, slots=True)
class Dicom:
    port: int
    implementation_class: str
    implementation_version: str


@dataclass(frozen=True, slots=True)
class Fragile:
    """A device to be left alone. It listens on `ports` and understands payloads that begin with one of `knows`.

    hangs_by: "connections", "bytes", "sweep", "headers" or "flood" (agent/demo/fragile.py); "" bears them all.
    """

    ports: tuple[int, ...] = ()
    knows: tuple[bytes, ...] = ()
    hangs_by: str = ""


@dataclass(frozen=True, slots=True)
class Port:
    """hosts: "name" or "name:1" for a second interface.  neighbour: the switch or router that speaks LLDP there."""

    number: int
    name: str
    alias: str = ""
    hosts: tuple[str, ...] = ()
    neighbour: str = ""
    neighbour_port: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """manner: "bridge" shows dot1dTpFdbTable, "vlans" dot1qTpFdbTable, "contexts" one VLAN at a time."""

    manner: str
    ports: tuple[Port, ...]
    segments: tuple[str, ...]

    @property
    def uplink(self) -> Port:
        return next(port for port in self.ports if port.neighbour)


@dataclass(frozen=True, slots=True)
class Shared:
    """An address that is nobody's own: two routers stand in for each other behind it (VRRP, RFC 9568)."""

    name: str
    hosts: tuple[str, ...]
    attachment: Attachment
    group: int


@dataclass(frozen=True, slots=True)
class Host:
    """One stand-in. daemons: real programs that a laboratory runs in its place (none in the demo).

    drops: what its packet filter lets in to nobody, "icmp" or "ip" (all of it: such a host answers ARP alone).
    lends: addresses of others for which it answers ARP.  Filter and lending are put up by the laboratory.
    """

    name: str
    label: str
    attachments: tuple[Attachment, ...]
    truth: Mapping[str, str]
    evident: frozenset[str] = frozenset()
    greetings: tuple[Greeting, ...] = ()
    pages: tuple[Page, ...] = ()
    snmp: Snmp | None = None
    mdns: Mdns | None = None
    netbios: NetBios | None = None
    dicom: Dicom | None = None
    fragile: Fragile | None = None
    utterances: tuple[Utterance, ...] = ()
    switch: Switch | None = None
    daemons: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    lends: tuple[str, ...] = ()
    forwards: bool = False
    routes: tuple[tuple[str, str], ...] = ()

    @property
    def ip(self) -> str:
        return self.attachments[0].ip

    @property
    def mac(self) -> str:
        return self.attachments[0].mac

    @property
    def node(self) -> Node:
        return Node(self.name, self.attachments, self.routes, self.forwards)


@dataclass(frozen=True, slots=True)
class Hospital:
    """agent: the node from which the scan is run, with one interface in each segment that it is not routed to.

    secrets: environment variables to which the scope's references point.  shared: addresses of pairs.
    """

    segments: tuple[Segment, ...]
    agent: Node
    hosts: tuple[Host, ...]
    secrets: Mapping[str, str]
    shared: tuple[Shared, ...] = ()

    def host(self, name: str) -> Host:
        return next(host for host in self.hosts if host.name == name)

    def sockets(self) -> dict[str, tuple[str, str]]:
        """MAC -> (switch, port) of every interface whose cable the hospital file knows."""
        at = self.interfaces()
        return {
            at[host if ":" in host else f"{host}:0"].mac: (switch.name, port.name)
            for switch in self.hosts
            if switch.switch
            for port in switch.switch.ports
            for host in port.hosts
        }

    def interfaces(self) -> dict[str, Attachment]:
        """ "name:0" -> the first interface of a host, and so on."""
        return {f"{h.name}:{i}": a for h in self.hosts for i, a in enumerate(h.attachments)}

    def nodes(self) -> tuple[Node, ...]:
        """What `raised()` needs: the agent's node and every host's."""
        return (self.agent, *(host.node for host in self.hosts))
