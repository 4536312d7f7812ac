"""Modbus (Modbus Application Protocol 1.1b3, 6.21) that others speak: the name plate of a controller that is asked for it.

Heard, never asked. Only the answer to "read device identification" is read, as probes/modbus.py reads it: maker, product,
release. Registers, which are what a building does, are not.
"""

from __future__ import annotations

from probes import modbus
from probes.model import Impact, Probe, Reading, reading

NUMBER, FUNCTION = slice(0, 2), slice(7, 9)
IDENTIFICATION = bytes([modbus.ENCAPSULATED, modbus.READ_IDENTIFICATION])
ITSELF = (b"\0", b"\xff")
"""Units that mean the controller with this address; others may stand behind it on a serial line."""
FIELDS = {number: f"modbus.{name}" for number, name in modbus.OBJECTS.items()}


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream from a controller. Raises ParseError where an identification contradicts itself."""
    if payload[2:4] != modbus.ZEROES or payload[6:7] not in ITSELF or payload[FUNCTION] != IDENTIFICATION:
        return []
    found = modbus.parse(payload, int.from_bytes(payload[NUMBER], "big"))
    said = (
        reading(name, found.objects[number]) for number, name in FIELDS.items() if number in found.objects
    )
    return [r for r in said if r.value]


PROBE = Probe(
    name="modbus_heard",
    impact=Impact.LISTEN,
    fields=frozenset(FIELDS.values()),
    ports=frozenset(),
    packets=1,
    summary="Hears the name plates of controllers that somebody asks for them (Modbus 43/14); no registers.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp-from", modbus.PORT)}),
)
