"""Telnet: what a server says before the login prompt (RFC 854, RFC 855), read and never answered.

Text is mixed with commands that begin with IAC (255): IAC WILL/WONT/DO/DONT option, IAC SB ... IAC SE,
IAC IAC for a byte 255, IAC and one byte for the rest. We negotiate nothing (silence leaves every option
as it is, RFC 854 "the default is NVT") and type nothing. Some servers wait for the negotiation before
they say a word; the options that they ask for then still prove Telnet, and differ from maker to maker.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 23
IAC, SB, SE = 255, 250, 240
LONGEST = 8192
"""Bytes that are read, one by one: a banner is never so long, and a flood of commands says no more."""
NEGOTIATIONS = {251: "will", 252: "wont", 253: "do", 254: "dont"}


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.TCP, PORT, wait=3.0, until=b"ogin:")
    said = b"".join(reply.payload for reply in replies)
    return parse(said) if said else []


def parse(said: bytes) -> list[Reading]:
    """telnet.banner: the text.  telnet.options: such as "do 24 will 1", in the order they came.

    Raises ParseError for commands that RFC 854 does not know.
    """
    text, options = split(said)
    banner = reading("telnet.banner", " ".join(guessed(text.replace(b"\0", b"")).split()))
    readings = [banner] if banner.value else []
    return [*readings, reading("telnet.options", " ".join(options))] if options else readings


def split(said: bytes) -> tuple[bytes, list[str]]:
    """Text and negotiation apart. A command that is cut at the end is left out."""
    cursor, text, options = Cursor(said[:LONGEST]), bytearray(), []
    while cursor.left:
        byte = cursor.u8()
        if byte != IAC:
            text.append(byte)
        elif cursor.left:
            command = cursor.u8()
            if command == IAC:
                text.append(IAC)
            elif command in NEGOTIATIONS:
                if cursor.left:
                    options.append(f"{NEGOTIATIONS[command]} {cursor.u8()}")
            elif command == SB:
                _skip_subnegotiation(cursor)
            elif command < SE:
                raise ParseError(f"IAC {command} is no command of RFC 854")
    return bytes(text), options


def _skip_subnegotiation(cursor: Cursor) -> None:
    before = 0
    while cursor.left:
        byte = cursor.u8()
        if before == IAC and byte == SE:
            return
        before = 0 if before == IAC == byte else byte


PROBE = Probe(
    name="telnet",
    impact=Impact.CONNECT,
    fields=frozenset({"telnet.banner", "telnet.options"}),
    ports=frozenset({("tcp", PORT)}),
    packets=8,
    summary="reads what a Telnet server says before its prompt; types nothing, negotiates nothing",
    talk=talk,
    suits=frozenset({"network"}),
    worth=2,
)
