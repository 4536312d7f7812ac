"""hospital.toml -> Hospital. An unknown key is an error: a typing slip would make a host silent.

Addresses in such a file are private (RFC 1918), MACs lie in blocks that IEEE assigned to the maker,
serials are invented. The scope that goes with it has `UNTIL` in place of the day it ends.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from ipaddress import IPv4Network
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from agent.demo.host import (
    Certificate,
    Dicom,
    Fragile,
    Greeting,
    Hospital,
    Host,
    Mdns,
    NetBios,
    Oid,
    Page,
    Port,
    Service,
    Shared,
    Snmp,
    Switch,
    Value,
)
from agent.demo.namespaces import Attachment, Node, Segment
from agent.demo.tables import wired
from agent.demo.utterances import SAYS, Utterance

HOSPITAL = Path(__file__).with_name("hospital.toml")
SCOPE = Path(__file__).with_name("scope.toml")

Table: TypeAlias = Mapping[str, object]
T = TypeVar("T")
SYSTEM = {"description": 1, "object_id": 2, "contact": 4, "name": 5, "location": 6}
"""SNMPv2-MIB system group (RFC 3418): our key -> the last arc but one."""

ENTITY = {
    "description": 2, "class": 5, "name": 7, "hardware": 8, "firmware": 9, "software": 10,
    "serial": 11, "maker": 12, "model": 13,
}  # fmt: skip
"""ENTITY-MIB entPhysicalTable (RFC 6933): our key -> column."""


class HospitalError(ValueError):
    """The file does not describe a hospital; the message names the place."""


def read_hospital(path: Path = HOSPITAL) -> Hospital:
    """Reads a hospital file (the demo's own by default). Raises HospitalError."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    top = _Keys(document, path.name)
    agent = _Keys(top.get("agent", dict, {}), "agent")
    hospital = Hospital(
        segments=tuple(
            Segment(
                k.get("name", str, ""),
                IPv4Network(k.get("cidr", str, "")),
                k.get("mirrored", bool, False),
                k.get("vlan", int, 0),
            )
            for k in top.tables("segment")
        ),
        agent=Node("agent", _attachments(agent), _routes(agent)),
        hosts=tuple(_host(k) for k in top.tables("host")),
        secrets=MappingProxyType(dict(top.pairs("secrets"))),
        shared=tuple(_shared(k) for k in top.tables("shared")),
    )
    agent.close()
    top.close()
    return wired(hospital)


def scope_text(until: date, path: Path = SCOPE) -> str:
    """The scope.toml of the hospital (the demo's own by default), authorised until the end of that day."""
    return path.read_text(encoding="utf-8").replace("UNTIL", until.isoformat())


class _Keys:
    """One table of the file: each key is asked for once by kind, and an unasked one is an error."""

    def __init__(self, table: object, where: str) -> None:
        if not isinstance(table, dict):
            raise HospitalError(f"{where}: a table expected")
        self.where = where
        self.table: Table = table
        self.asked: set[str] = set()

    def get(self, key: str, kind: type[T], default: T) -> T:
        self.asked.add(key)
        value = self.table.get(key, default)
        if not isinstance(value, kind):
            raise HospitalError(f"{self.where}.{key}: {kind.__name__} expected, {value!r} found")
        return value

    def tables(self, key: str) -> list[_Keys]:
        return [_Keys(t, f"{self.where}.{key} {i}") for i, t in enumerate(self.get(key, list, []), 1)]

    def strings(self, key: str) -> tuple[str, ...]:
        return tuple(str(value) for value in self.get(key, list, []))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        return tuple((str(k), str(v)) for k, v in self.get(key, dict, {}).items())

    def has(self, key: str) -> bool:
        return key in self.table

    def close(self) -> None:
        unknown = sorted(set(self.table) - self.asked)
        if unknown:
            raise HospitalError(f"{self.where}: unknown keys {', '.join(unknown)}")


def _host(keys: _Keys) -> Host:
    keys.where = f"host {keys.get('name', str, '')}"
    attachments = _attachments(keys)
    host = Host(
        name=keys.get("name", str, ""),
        label=keys.get("label", str, ""),
        attachments=attachments,
        truth=MappingProxyType(dict(keys.pairs("truth"))),
        evident=frozenset(keys.strings("evident")),
        greetings=tuple(_greeting(k) for k in keys.tables("greeting")),
        pages=tuple(_page(k) for k in keys.tables("page")),
        snmp=_snmp(keys, attachments) if keys.has("snmp") else None,
        mdns=_mdns(keys) if keys.has("mdns") else None,
        netbios=_netbios(keys) if keys.has("netbios") else None,
        dicom=_dicom(keys) if keys.has("dicom") else None,
        fragile=_fragile(keys) if keys.has("fragile") else None,
        utterances=tuple(_utterance(k) for k in keys.tables("says")),
        switch=_switch(keys) if keys.has("switch") else None,
        daemons=keys.strings("daemons"),
        drops=keys.strings("drops"),
        lends=keys.strings("lends"),
        forwards=keys.get("forwards", bool, False),
        routes=_routes(keys),
    )
    keys.close()
    if not host.evident <= set(host.truth):
        raise HospitalError(f"{keys.where}: evident names what truth does not say")
    return host


def _attachments(keys: _Keys) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(k.get("segment", str, ""), k.get("mac", str, ""), k.get("ip", str, ""))
        for k in keys.tables("at")
    )


def _routes(keys: _Keys) -> tuple[tuple[str, str], ...]:
    return keys.pairs("routes")


def _greeting(keys: _Keys) -> Greeting:
    greeting = Greeting(keys.get("port", int, 0), keys.get("says", str, "").encode("latin-1"))
    keys.close()
    return greeting


def _page(keys: _Keys) -> Page:
    certificate = None
    if keys.has("certificate"):
        inner = _Keys(keys.get("certificate", dict, {}), f"{keys.where}.certificate")
        certificate = Certificate(inner.pairs("subject"), inner.pairs("issuer"))
        inner.close()
    page = Page(
        port=keys.get("port", int, 80),
        status=keys.get("status", str, "200 OK"),
        headers=keys.pairs("headers"),
        body=keys.get("body", str, ""),
        certificate=certificate,
    )
    keys.close()
    return page


def _snmp(host: _Keys, attachments: tuple[Attachment, ...]) -> Snmp:
    keys = _Keys(host.get("snmp", dict, {}), f"{host.where}.snmp")
    values: dict[Oid, Value] = {(1, 3, 6, 1, 2, 1, 1, 7, 0): 72}
    for key, arc in SYSTEM.items():
        text = keys.get(key, str, "0.0" if key == "object_id" else "")
        values[1, 3, 6, 1, 2, 1, 1, arc, 0] = oid(text) if key == "object_id" else text
    for index, attachment in enumerate(attachments, 1):
        column = (1, 3, 6, 1, 2, 1, 2, 2, 1)
        values[*column, 1, index] = index
        values[*column, 2, index] = f"eth{index - 1}"
        values[*column, 6, index] = bytes.fromhex(attachment.mac.replace(":", ""))
    for entity in keys.tables("entity"):
        index = entity.get("index", int, 1)
        for key, column_number in ENTITY.items():
            if entity.has(key):
                value: Value = entity.get("class", int, 3) if key == "class" else entity.get(key, str, "")
                values[1, 3, 6, 1, 2, 1, 47, 1, 1, 1, 1, column_number, index] = value
        entity.close()
    for key, text in keys.pairs("strings"):
        values[oid(key)] = text
    community = keys.get("community", str, "")
    keys.close()
    return Snmp(community, tuple(sorted(values.items(), key=lambda item: item[0])))


def oid(text: str) -> Oid:
    """ "1.3.6.1" -> (1, 3, 6, 1)."""
    return tuple(int(arc) for arc in text.split("."))


def _mdns(host: _Keys) -> Mdns:
    keys = _Keys(host.get("mdns", dict, {}), f"{host.where}.mdns")
    services = []
    for k in keys.tables("service"):
        services.append(
            Service(
                k.get("kind", str, ""), k.get("instance", str, ""), k.get("port", int, 0), k.strings("txt")
            )
        )
        k.close()
    result = Mdns(keys.get("hostname", str, ""), tuple(services))
    keys.close()
    return result


def _netbios(host: _Keys) -> NetBios:
    keys = _Keys(host.get("netbios", dict, {}), f"{host.where}.netbios")
    name, group = keys.get("name", str, ""), keys.get("workgroup", str, "")
    names = [(name, 0x00, False), (group, 0x00, True)]
    if keys.get("serves", bool, False):
        names.append((name, 0x20, False))
    keys.close()
    return NetBios(tuple(names))


def _dicom(host: _Keys) -> Dicom:
    keys = _Keys(host.get("dicom", dict, {}), f"{host.where}.dicom")
    result = Dicom(
        keys.get("port", int, 104),
        keys.get("implementation_class", str, ""),
        keys.get("implementation_version", str, ""),
    )
    keys.close()
    return result


def _fragile(host: _Keys) -> Fragile:
    keys = _Keys(host.get("fragile", dict, {}), f"{host.where}.fragile")
    ports = tuple(port for port in keys.get("ports", list, []) if isinstance(port, int))
    knows = tuple(bytes.fromhex(text) for text in keys.strings("knows"))
    result = Fragile(ports, knows, keys.get("hangs_by", str, ""))
    keys.close()
    return result


def _utterance(keys: _Keys) -> Utterance:
    kind, every = keys.get("kind", str, ""), keys.get("every", float, 1.0)
    if kind not in SAYS:
        raise HospitalError(f"{keys.where}: {kind!r} is nothing that a stand-in can say")
    result = Utterance(kind, every, keys.get("to", str, ""), keys.get("port", int, 0), keys.pairs("values"))
    keys.close()
    return result


def _switch(host: _Keys) -> Switch:
    keys = _Keys(host.get("switch", dict, {}), f"{host.where}.switch")
    ports = []
    for k in keys.tables("port"):
        name, alias = k.get("name", str, ""), k.get("alias", str, "")
        neighbour, there = k.get("neighbour", str, ""), k.get("neighbour_port", str, "")
        ports.append(Port(k.get("number", int, 0), name, alias, k.strings("hosts"), neighbour, there))
        k.close()
    result = Switch(keys.get("manner", str, "bridge"), tuple(ports), keys.strings("segments"))
    keys.close()
    return result


def _shared(keys: _Keys) -> Shared:
    (attachment,) = _attachments(keys)
    result = Shared(keys.get("name", str, ""), keys.strings("hosts"), attachment, keys.get("group", int, 1))
    keys.close()
    return result
