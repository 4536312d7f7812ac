"""SNMPv3 (RFC 3412; RFC 3414, 2.4) that others speak: the engine of who answers or reports, in clear before what is not.

Heard, never asked. A trap of a device names its own engine, with the maker's number in it, even where all else is
encrypted; so does an answer. Who asks for a report (questions and informs: RFC 3412, 6.4) names the other end's engine,
and is not read. The user's name stands in the same header and is passed over.
"""

from __future__ import annotations

from probes.cursor import Cursor
from probes.model import Impact, Probe, Reading
from probes.snmp_heard import INTEGER, OCTETS, PORT, REPORTABLE, SEQUENCE, TRAP_PORT, V3, inside
from probes.snmpv3 import LONGEST_ID, SHORTEST_ID, Engine, readings

NOT_OF_TRAPS = frozenset({"snmpv3.boots", "snmpv3.time"})
"""These say that an agent answers at 161."""


def hear(message: bytes) -> list[Reading]:
    """One message; [] for other versions. Raises ParseError."""
    body = inside(Cursor(message), SEQUENCE, "a message")
    if int.from_bytes(inside(body, INTEGER, "a version").rest(), "big") != V3:
        return []
    head = inside(body, SEQUENCE, "a header of version 3")
    number = int.from_bytes(inside(head, INTEGER, "a message's number").rest(), "big")
    inside(head, INTEGER, "a largest size")
    flags = inside(head, OCTETS, "flags").rest()
    if len(flags) != 1 or flags[0] & REPORTABLE:
        return []
    security = inside(inside(body, OCTETS, "security parameters"), SEQUENCE, "security parameters")
    engine = inside(security, OCTETS, "an engine's id").rest()
    if not SHORTEST_ID <= len(engine) <= LONGEST_ID:
        return []
    return [r for r in readings(Engine(number, engine, 0, 0)) if r.field not in NOT_OF_TRAPS]


PROBE = Probe(
    name="snmpv3_heard",
    impact=Impact.LISTEN,
    fields=frozenset(
        {"snmpv3.engine_id", "snmpv3.engine", "snmpv3.enterprise", "snmpv3.form", "snmpv3.mac", "snmpv3.text"}
    ),
    ports=frozenset(),
    packets=1,
    summary="Hears which engine answers or reports, with its maker's number, though all else is encrypted (SNMPv3).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT), ("udp", TRAP_PORT)}),
)
