"""pcapng, block by block (draft-ietf-opsawg-pcapng): sections of either byte order, each with interfaces of its own.

A block that contradicts itself is passed over, and one of a length that cannot be ends the reading, both with a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from agent.recorded import Frame, Interface, Recording, framed
from probes.cursor import Cursor
from probes.model import ParseError

LARGEST_BLOCK = 16 * 1024 * 1024
MOST_INTERFACES = 4096
SECTION, INTERFACE, OLD_PACKET, SIMPLE_PACKET, PACKET = 0x0A0D0D0A, 1, 2, 3, 6
ORDER_MAGIC = 0x1A2B3C4D
RESOLUTION, OFFSET = 9, 14
"""Options of an interface: if_tsresol and if_tsoffset."""


@dataclass(slots=True)
class _Section:
    little: bool
    interfaces: list[Interface] = field(default_factory=list)

    @property
    def order(self) -> Literal["little", "big"]:
        return "little" if self.little else "big"


def frames(stream: Recording) -> Iterator[Frame]:
    """Block by block: type, length, body, length again."""
    section = _section_header(stream)
    while section is not None and (head := stream.take(8, "")) is not None:
        kind = int.from_bytes(head[:4], section.order)
        if kind == SECTION:
            stream.held = head[4:]
            section = _section_header(stream)
            continue
        length = int.from_bytes(head[4:], section.order)
        if length < 12 or length % 4 or length > LARGEST_BLOCK:
            stream.note(f"a block of {length} bytes is damage; what came before was read")
            return
        body = stream.take(length - 8, "a block")
        if body is None:
            return
        try:
            yield from _block(stream, kind, Cursor(body[:-4]), section)
        except ParseError as error:
            stream.note(f"a block of type {kind} contradicts itself ({error}) and was passed over")


def _section_header(stream: Recording) -> _Section | None:
    """A Section Header Block after its type: a length in its own byte order, the magic that tells it."""
    head = stream.take(8, "a section header")
    if head is None:
        return None
    if int.from_bytes(head[4:], "little") == ORDER_MAGIC:
        section = _Section(little=True)
    elif int.from_bytes(head[4:], "big") == ORDER_MAGIC:
        section = _Section(little=False)
    else:
        stream.note(
            f"a section header without its magic number ({head[4:].hex()}); what came before was read"
        )
        return None
    length = int.from_bytes(head[:4], section.order)
    if length < 28 or length % 4 or length > LARGEST_BLOCK:
        stream.note(f"a section header of {length} bytes is damage; what came before was read")
        return None
    return section if stream.take(length - 12, "a section header") is not None else None


def _block(stream: Recording, kind: int, body: Cursor, section: _Section) -> Iterator[Frame]:
    little = section.little
    if kind == INTERFACE:
        if len(section.interfaces) < MOST_INTERFACES:
            section.interfaces.append(_interface(body, section))
    elif kind in (PACKET, OLD_PACKET):
        if kind == PACKET:
            number = body.u32(little=little)
        else:
            number = body.u16(little=little)
            body.skip(2)
        ticks = (body.u32(little=little) << 32) + body.u32(little=little)
        kept = body.u32(little=little)
        body.skip(4)
        interface = _numbered(section, number)
        at = interface.offset + ticks / interface.ticks
        yield from framed(stream, body.take(kept), interface, at if ticks else None, number)
    elif kind == SIMPLE_PACKET:
        length = body.u32(little=little)
        yield from framed(stream, body.take(min(length, body.left)), _numbered(section, 0), None, 0)


def _numbered(section: _Section, number: int) -> Interface:
    if number >= len(section.interfaces):
        raise ParseError(f"interface {number} is not described")
    return section.interfaces[number]


def _interface(body: Cursor, section: _Section) -> Interface:
    little = section.little
    found = Interface(body.u16(little=little), 1_000_000.0)
    body.skip(6)
    while body.left >= 4:
        code, length = body.u16(little=little), body.u16(little=little)
        if not code:
            break
        value = body.take(length)
        body.skip(min(-length % 4, body.left))
        if code == RESOLUTION and length == 1:
            power = value[0] & 0x7F
            found.ticks = float((2 if value[0] & 0x80 else 10) ** min(power, 64))
        elif code == OFFSET and length == 8:
            found.offset = int.from_bytes(value, section.order, signed=True)
    return found
