"""BACnet/IP: ReadProperty of the device object (ASHRAE 135, 15.5; annex J): who made this controller, which firmware?

    81 0A length | 01 04 | 00 05 number 0C | object | property        one property a datagram, UDP 47808

Object name, vendor, model, firmware and application software are read: the texts of a name plate. No input,
output or schedule is read, and nothing is written. Instance 4194303 stands for "whichever device you are"
(15.5.2). Only a device that does not know it is asked Who-Is (16.10), to it alone: many answer that with an I-Am
to everybody, and a question to one host should not become a broadcast to all. 47808 needs the scope's
`building` grant and a host recognised beyond doubt (agent/limits.py). The first silence ends it.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from probes.charset import decoded, guessed
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 47808
WAIT = 1.5
BVLC, UNICAST, BROADCAST, FORWARDED = 0x81, 0x0A, 0x0B, 0x04
EXPECTING_REPLY, NETWORK_MESSAGE, HAS_DESTINATION, HAS_SOURCE = 0x04, 0x80, 0x20, 0x08
CONFIRMED, UNCONFIRMED, COMPLEX_ACK, ERROR, REJECT, ABORT = 0, 1, 3, 5, 6, 7
READ_PROPERTY, I_AM = 12, 0
DEVICE, ANY_INSTANCE = 8, 4194303
ACCEPTS = 0x05
"""Segments unspecified, answers of up to 1476 bytes (20.1.2.4 and 20.1.2.5): one frame."""

WHO_IS = bytes.fromhex("810a0008 0100 1008")
"""Of any number, in one Original-Unicast-NPDU."""

PROPERTIES = {77: "name", 121: "vendor", 70: "model", 44: "firmware", 12: "application"}
"""Property -> field, without its prefix (clause 21, BACnetPropertyIdentifier)."""

CHARACTER_STRING = 7
CHARSETS = {0: "utf-8", 4: "utf-16-be", 5: "iso-8859-1"}
"""20.2.9; 1 is a code page that is named with it, 2 is JIS X 0208."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a device says of one property. text: None where it refused (an error, a reject, an abort)."""

    invoke: int
    instance: int
    prop: int
    text: str | None


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    name = yield from _read(target, 0, ANY_INSTANCE)
    if name is None:
        return []
    instance = name.instance
    if name.text is None:  # it speaks BACnet and knows no wildcard
        instance = yield from _instance()
        if instance == ANY_INSTANCE:
            return [reading("bacnet.answer", "refused")]
        name = yield from _read(target, 0, instance)
    found = [reading("bacnet.answer", "device")]
    if instance != ANY_INSTANCE:
        found.append(reading("bacnet.instance", str(instance)))
    for step, field in enumerate(PROPERTIES.values()):
        value = name if step == 0 else (yield from _read(target, step, instance))
        if value is None:
            break
        found.append(reading(f"bacnet.{field}", value.text or ""))
    return [r for r in found if r.value]


def _read(target: Target, step: int, instance: int) -> Generator[Ask, tuple[Reply, ...], Value | None]:
    """Asks for one property; None where no answer to it came."""
    invoke = (target.nonce + step) & 0xFF
    replies = yield Ask(Via.UDP, PORT, request(invoke, instance, list(PROPERTIES)[step]), WAIT)
    values = (parse(reply.payload) for reply in replies)
    return next((value for value in values if value.invoke == invoke), None)


def _instance() -> Generator[Ask, tuple[Reply, ...], int]:
    """Asks who it is; ANY_INSTANCE where nothing comes back to us (the I-Am may have gone to everybody)."""
    replies = yield Ask(Via.UDP, PORT, WHO_IS, WAIT)
    return next((i_am(reply.payload) for reply in replies), ANY_INSTANCE)


def request(invoke: int, instance: int, prop: int) -> bytes:
    """One ReadProperty in one Original-Unicast-NPDU (J.2.11; 6.2; 20.1.2)."""
    number = (DEVICE << 22 | instance).to_bytes(4, "big")
    apdu = bytes([CONFIRMED << 4, ACCEPTS, invoke, READ_PROPERTY, 0x0C]) + number + bytes([0x19, prop])
    npdu = bytes([1, EXPECTING_REPLY]) + apdu
    return bytes([BVLC, UNICAST]) + (len(npdu) + 4).to_bytes(2, "big") + npdu


def parse(datagram: bytes) -> Value:
    """The answer to a ReadProperty. Raises ParseError, also for what another device behind this one says."""
    apdu = _apdu(datagram)
    if apdu is None:
        raise ParseError("a message of the network layer, or one of another device: no answer")
    kind = apdu.u8() >> 4
    invoke = apdu.u8()
    if kind in (ERROR, REJECT, ABORT):
        return Value(invoke, ANY_INSTANCE, 0, None)
    if kind != COMPLEX_ACK or apdu.u8() != READ_PROPERTY:
        raise ParseError(f"PDU type {kind} answers no ReadProperty")
    apdu.expect(b"\x0c", "object identifier")
    number = apdu.u32()
    if number >> 22 != DEVICE:
        raise ParseError(f"a property of an object of type {number >> 22}")
    size = apdu.u8()
    if size not in (0x19, 0x1A):
        raise ParseError(f"property identifier: tag {size:#04x}")
    prop = apdu.u8() if size == 0x19 else apdu.u16()
    apdu.expect(b"\x3e", "value")
    return Value(invoke, number & ANY_INSTANCE, prop, _character_string(apdu))


def _apdu(datagram: bytes) -> Cursor | None:
    """What the NPDU carries (6.2), or None where that is the network layer's own or another device's."""
    cursor = Cursor(datagram)
    cursor.expect(bytes([BVLC]), "BACnet/IP")
    function, length = cursor.u8(), cursor.u16()
    if function not in (UNICAST, BROADCAST):
        if function == FORWARDED:
            return None
        raise ParseError(f"BVLC function {function:#04x} carries no answer")
    body = Cursor(cursor.take(length - 4))
    body.expect(b"\x01", "version of the NPDU")
    control = body.u8()
    if control & HAS_DESTINATION:
        body.skip(2)
        body.skip(body.u8())
    if control & HAS_SOURCE or control & NETWORK_MESSAGE:
        return None
    if control & HAS_DESTINATION:
        body.skip(1)  # hop count
    return body


def _tag(cursor: Cursor) -> tuple[int, int]:
    """(number, length) of an application tag (20.2.1)."""
    first = cursor.u8()
    if first & 0x08:
        raise ParseError(f"a context tag {first:#04x} where a value should be")
    length = first & 0x07
    if length == 5:
        length = cursor.u8()
        if length == 254:
            length = cursor.u16()
    return first >> 4, length


def _character_string(cursor: Cursor) -> str:
    """20.2.9: a byte for the character set, then the text."""
    number, length = _tag(cursor)
    if number != CHARACTER_STRING or length < 1:
        raise ParseError(f"a value of type {number}, no text")
    text = Cursor(cursor.take(length))
    charset = text.u8()
    if charset == 1:
        page = text.u16()
        return decoded(text.rest(), f"cp{page}").strip("\0 ")
    data = text.rest()
    if charset == 2:  # JIS X 0208 as it stands: pairs that ISO-2022-JP frames with escapes
        return decoded(b"\x1b$B" + data + b"\x1b(B", "iso-2022-jp").strip("\0 ")
    if charset == 4:
        return data.decode("utf-16-be", "replace").strip("\0 ")
    return (decoded(data, CHARSETS[charset]) if charset in CHARSETS else guessed(data)).strip("\0 ")


def i_am(datagram: bytes) -> int:
    """The number of the device that says I-Am (16.10). Raises ParseError."""
    apdu = _apdu(datagram)
    if apdu is None or apdu.u8() >> 4 != UNCONFIRMED or apdu.u8() != I_AM:
        raise ParseError("no I-Am of this device itself")
    apdu.expect(b"\xc4", "object identifier")
    number = apdu.u32()
    if number >> 22 != DEVICE:
        raise ParseError(f"an I-Am of an object of type {number >> 22}")
    return number & ANY_INSTANCE


PROBE = Probe(
    name="bacnet",
    impact=Impact.DATAGRAM,
    fields=frozenset(
        {"bacnet.answer", "bacnet.instance", *(f"bacnet.{field}" for field in PROPERTIES.values())}
    ),
    ports=frozenset({("udp", PORT)}),
    packets=9,  # a question refused, Who-Is, five questions; "port unreachable" to two late answers
    summary="reads a building controller's name plate (BACnet), where the scope grants `building`; no values",
    talk=talk,
    suits=frozenset({"building", "power"}),
)
