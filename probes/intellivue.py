"""Philips IntelliVue and Avalon: the Connect Indication of a patient monitor that looks for a client.

Heard, never asked: such a monitor may never be spoken to (24105 is denied everywhere). While nobody takes
its data it broadcasts to UDP 24005 what it is, on which port and whether by radio, and its real MAC and
address. It carries no measurement and no patient. Source: Philips, "IntelliVue Patient Monitor: Data Export
Interface Programming Guide" (4535 642 59271), "Connect Indication Event"; layout checked against mdpnp.

Big-endian: nomenclature (u32), then remote operation 1 (type, length), invoke id, command, length, event report:
object (6 bytes), time (u32), event 3334 "MDS create" (u16), length; then attributes: count, length, (id, length, value).
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.cursor import Cursor
from probes.flow import is_host, is_unicast_mac
from probes.model import Impact, ParseError, Probe, Reading, reading

PORT = 24005
INVOKE = 1
EVENT_REPORT, CONFIRMED_EVENT_REPORT = 0, 1
MDS_CREATE = 3334
SYSTEM_TYPE, PROTOCOLS, LANGUAGE, NETWORK = 0x0986, 0xF101, 0x0937, 0xF100
DATA_EXPORT, UDP_TRANSPORT, WIRELESS = 5, 1, 0x8000
MOST_ATTRIBUTES = 64
MOST_PROTOCOLS = 16


def hear(message: bytes) -> list[Reading]:
    """One Connect Indication. Raises ParseError."""
    cursor = Cursor(message)
    cursor.expect(b"\0\0", "nomenclature")
    version = f"{cursor.u8()}.{cursor.u8()}"
    if (operation := cursor.u16()) != INVOKE:
        raise ParseError(f"remote operation {operation}")
    cursor.skip(2 + 2)
    if (command := cursor.u16()) not in (EVENT_REPORT, CONFIRMED_EVENT_REPORT):
        raise ParseError(f"command {command}")
    cursor.skip(2 + 6 + 4)
    if (event := cursor.u16()) != MDS_CREATE:
        raise ParseError(f"event {event}")
    cursor.skip(2)
    count = cursor.u16()
    cursor.skip(2)
    found = [reading("intellivue.nomenclature", version)]
    for _ in range(min(count, MOST_ATTRIBUTES)):
        kind = cursor.u16()
        found += _readings(kind, Cursor(cursor.take(cursor.u16())))
    return list(dict.fromkeys(found))


def _readings(kind: int, value: Cursor) -> Iterator[Reading]:
    if kind == SYSTEM_TYPE:
        yield reading("intellivue.system_type", f"{value.u16()}/{value.u16()}")
    elif kind == LANGUAGE:
        value.skip(4)
        yield reading("intellivue.language", str(value.u16()))
    elif kind == NETWORK:
        mac, address = value.take(6).hex(":"), ".".join(map(str, value.take(4)))
        if is_host(address):
            yield reading("intellivue.address", address)
            if is_unicast_mac(mac):
                yield reading("intellivue.mac", mac, address)
    elif kind == PROTOCOLS:
        count = value.u16()
        value.skip(2)
        for _ in range(min(count, MOST_PROTOCOLS)):
            application, transport, port, options = (value.u16() for _ in range(4))
            if application == DATA_EXPORT and transport == UDP_TRANSPORT:
                yield reading("intellivue.export", f"udp/{port}{' wireless' if options & WIRELESS else ''}")


PROBE = Probe(
    name="intellivue",
    impact=Impact.LISTEN,
    fields=frozenset(
        {
            "intellivue.nomenclature",
            "intellivue.system_type",
            "intellivue.language",
            "intellivue.address",
            "intellivue.mac",
            "intellivue.export",
        }
    ),
    ports=frozenset(),
    packets=1,
    summary="Hears Philips patient monitors say that they are there (IntelliVue Connect Indication); no measurements.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
