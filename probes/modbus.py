"""Modbus/TCP: Read Device Identification (MODBUS Application Protocol V1.1b3, 6.21): who made this controller?

    transaction u16 | 0000 | length u16 | unit FF | 2B 0E | 02 | first object

Function 43/14 reads texts that the maker put in; no coil, no register, nothing of the process is read, and nothing
at all can be written with it. Unit 255 is the device at this address itself (Messaging on TCP/IP V1.0b, 4.4.2.1):
behind a gateway no serial unit is addressed, for theirs are 1 to 247 and 0 would reach all of them.

Benign, but one more connection than usual: a small controller may close its oldest to take it (Messaging, 4.2.1).
So 502 needs the scope's `building` grant and a host recognised beyond doubt (agent/limits.py).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.whole_answer import whole_answer

PORT = 502
UNIT = 0xFF
ENCAPSULATED, READ_IDENTIFICATION, REGULAR = 0x2B, 0x0E, 0x02
EXCEPTION = 0x80
MORE = 0xFF
HEADER = 7
LONGEST_FRAME = 260
MOST_ROUNDS = 3
MOST_READS = 3
ZEROES = b"\0\0"
"""The protocol number: in every frame that may come."""

OBJECTS = {
    0: "vendor",
    1: "product_code",
    2: "revision",
    3: "url",
    4: "product",
    5: "model",
    6: "application",
}
"""Object -> field, without its prefix (table of 6.21); a device that has fewer answers with those."""


@dataclass(frozen=True, slots=True)
class Identification:
    """objects: number -> text.  following: the object to go on from, or None.  exception: its code, 0 for none."""

    objects: dict[int, str]
    following: int | None = None
    exception: int = 0


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    found: dict[int, str] = {}
    first: int | None = 0
    exception = -1
    for round_ in range(MOST_ROUNDS):
        if first is None:
            break
        number = (target.nonce + round_) & 0xFFFF
        answer = yield from _ask(request(number, first))
        if not answer:
            break
        part = parse(answer, number)
        exception = part.exception
        found = {**part.objects, **found}
        first = part.following if part.following not in found else None
    if exception < 0:
        return []
    said = [("answer", f"exception {exception}" if exception else "identification")]
    said += [(field, found[number]) for number, field in OBJECTS.items() if number in found]
    return [r for r in (reading(f"modbus.{name}", value) for name, value in said) if r.value]


def _ask(payload: bytes) -> Generator[Ask, tuple[Reply, ...], bytes]:
    """The whole frame that answers, as far as it came, or b""."""
    question = Ask(Via.TCP, PORT, payload, wait=3.0, until=ZEROES)
    return (yield from whole_answer(question, missing, MOST_READS, ZEROES))


def request(number: int, first: int) -> bytes:
    """Streams all regular objects from `first` on."""
    pdu = bytes([ENCAPSULATED, READ_IDENTIFICATION, REGULAR, first])
    return number.to_bytes(2, "big") + ZEROES + (len(pdu) + 1).to_bytes(2, "big") + bytes([UNIT]) + pdu


def missing(answer: bytes) -> int:
    """How many bytes of the frame are still to come; 0 as well for what can never become one."""
    if len(answer) < HEADER - 1:
        return HEADER - 1 - len(answer)
    length = int.from_bytes(answer[4:6], "big")
    return max(0, HEADER - 1 + length - len(answer)) if length <= LONGEST_FRAME else 0


def parse(frame: bytes, number: int) -> Identification:
    """The answer to request `number` (6.21, and 7 for exceptions). Raises ParseError."""
    cursor = Cursor(frame)
    told, protocol, length = cursor.u16(), cursor.u16(), cursor.u16()
    if protocol or told != number:
        raise ParseError(f"no Modbus answer to {number}: transaction {told}, protocol {protocol}")
    body = Cursor(cursor.take(length))
    body.skip(1)  # the unit: some answer with their own
    function = body.u8()
    if function == ENCAPSULATED | EXCEPTION:
        return Identification({}, exception=body.u8())
    if function != ENCAPSULATED or body.u8() != READ_IDENTIFICATION:
        raise ParseError(f"function {function:#04x} answers no identification request")
    body.skip(2)  # the code asked, and the device's conformity level
    more, following, count = body.u8(), body.u8(), body.u8()
    objects: dict[int, str] = {}
    for _ in range(count):
        key = body.u8()
        objects[key] = guessed(body.take(body.u8())).strip("\0 ")
    return Identification(objects, following if more == MORE else None)


PROBE = Probe(
    name="modbus",
    impact=Impact.CONNECT,
    fields=frozenset({"modbus.answer", *(f"modbus.{field}" for field in OBJECTS.values())}),
    ports=frozenset({("tcp", PORT)}),
    packets=14,  # a question and its answer 12; one more for each further part
    summary="reads a controller's own name plate (Modbus 43/14), where the scope grants `building`; no registers",
    talk=talk,
    suits=frozenset({"building", "power"}),
)
