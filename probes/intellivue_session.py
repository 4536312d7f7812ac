"""Philips IntelliVue, data export: that a monitor speaks to a client of its own, and nothing of what it says.

Heard, never asked: 24105 is denied everywhere, and such a session is a patient's. Source: Philips, "IntelliVue
Patient Monitor: Data Export Interface Programming Guide" (4535 642 59271), "Protocol commands": E1 00 begins a
packet of the session, then presentation context, kind of operation, length. Which end is the monitor follows
from the operation: it answers polls and reports events, the client polls. The same packets run over its serial
port (probes/serial_stream.py). They are not read beyond the command.
"""

from __future__ import annotations

from probes.model import Impact, Probe, Reading, reading

PORT = 24105
SESSION = b"\xe1\0"
INVOKE, RESULT, LINKED_RESULT = 1, 2, 5
EVENT_REPORT, CONFIRMED_EVENT_REPORT, GET, CONFIRMED_SET, CONFIRMED_ACTION = 0, 1, 3, 5, 7
OF_MONITOR = {
    INVOKE: frozenset({EVENT_REPORT, CONFIRMED_EVENT_REPORT}),
    RESULT: frozenset({GET, CONFIRMED_SET, CONFIRMED_ACTION}),
    LINKED_RESULT: frozenset({GET, CONFIRMED_ACTION}),
}
"""Kind of operation -> the commands that only a monitor sends in it."""
COMMAND_AT = {INVOKE: 10, RESULT: 10, LINKED_RESULT: 12}
ACCEPT, REFUSE = 0x0E, 0x0C
"""Session headers of the association's answers (ISO 8327-1); a client's request begins with 0D."""
MORE = 0xFF


def hear(message: bytes) -> list[Reading]:
    """One datagram of either end. Never raises: nothing here is worth telling of as damage."""
    return [reading("intellivue_session.monitor", "data export")] if said_by_monitor(message) else []


def said_by_monitor(message: bytes) -> bool:
    """Whether this is a packet of a data export session that only the monitor's end sends."""
    if message[:1] in (bytes([ACCEPT]), bytes([REFUSE])):
        return _answers_association(message)
    operation = int.from_bytes(message[4:6], "big")
    if not message.startswith(SESSION) or operation not in OF_MONITOR:
        return False
    at = COMMAND_AT[operation]
    command = message[at : at + 2]
    return (
        len(command) == 2
        and int.from_bytes(message[6:8], "big") <= len(message) - 8
        and int.from_bytes(command, "big") in OF_MONITOR[operation]
    )


def _answers_association(message: bytes) -> bool:
    """The header's length is one byte, or FF and two, and reaches just to the end."""
    if len(message) < 4:
        return False
    length, head = (int.from_bytes(message[2:4], "big"), 4) if message[1] == MORE else (message[1], 2)
    return length >= 2 and length + head == len(message)


PROBE = Probe(
    name="intellivue_session",
    impact=Impact.LISTEN,
    fields=frozenset({"intellivue_session.monitor"}),
    ports=frozenset(),
    packets=1,
    summary="Hears that a Philips patient monitor speaks to a client of its own (data export); reads no measurement.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT)}),
)
