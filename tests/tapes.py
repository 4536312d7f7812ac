"""Tapes: one conversation with one device, as text that a person can read, check and send in.

A tape is `tests/probes/tapes/<probe>-<device>.tape`, UTF-8. Dropping one there is a test. Whole:

    # Acme SW-8, firmware 2.1. Invented. From: bench. Redacted: serial number.
    # target: community=public-read version=1
    > udp 161
    30 29 02 01 00 04 0b 70  75 62 6c 69 63 2d 72 65   0).....public-re
    <
    30 3a 02 01 00                                     0:...
    = snmp.sysDescr: Acme SW-8

`# ...`                    comment. The header says what, which firmware, where from, what was redacted.
`# target: key=value ...`  what the probe is told: community= version= (1 or 2c), or user= auth=
                           auth_phrase= privacy= privacy_phrase=; names=a,b; nonce=. Host is always
                           192.0.2.10, nonce 0x01020304 if not given. May be written on several lines.
                           ports=tcp/5000,tcp/8443: what is named for the host besides (Target.ports).
`# told: field: value`     what another probe read of the host before (Target.told), one a line.
`> udp 161`                the probe asks; the lines below are its bytes, exactly (none: sends nothing).
                           Also `> tcp 22`, `> tls 443`, `> icmp`, `> run`, `> multicast 224.0.0.251 5353`,
                           `> link 33:33:00:00:00:01`.
`<`                        one reply to it; several `<` are several replies. `< from 10.0.0.5`: another
                           peer. `<` with no bytes below, or `< (silence)`: nothing came. `< (declined)`:
                           it speaks TLS and none of ours (a reply with nothing in it).
`<cert`                    the peer's certificate in DER; it belongs to the reply in the `<` that follows
                           (or to one with no payload). tls only.
`<` before any `>`         a packet that nobody asked for: it goes to the probe's `hear`.
`= field: value`           a reading expected; `= @10.0.0.5 field: value` where Reading.host is set.
                           All readings must be there and no other; their order is free.
`! garbled`                instead of readings: the probe must say ParseError.
`41 42  43   AB C`         bytes: pairs of hex digits, one or two spaces between them; whatever stands
                           after three spaces is for people. `| text` is the line's UTF-8 bytes and LF.

`play` asserts that the bytes asked equal the tape's. `endure` plays a damaged tape: a parser may raise
ParseError and nothing else, must end, and must stay within its own declaration. `python -m tests.tapes
FILE` prints a file's bytes as lines for a tape.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from probes.model import (
    Ask,
    Community,
    ParseError,
    Probe,
    Reading,
    Reply,
    Secret,
    Target,
    UsmUser,
    Via,
    reading,
)

FOLDER = Path(__file__).parent / "probes" / "tapes"
HOST = "192.0.2.10"
NONCE = 0x01020304
MUTATIONS = 60
EVERY_PREFIX = 2048
"""Replies up to this long are cut at every byte; beyond it every seventh cut is tried."""
MOST_ASKS = 300
"""A conversation longer than this never ends: no tape of a sane probe comes near."""

T = TypeVar("T")

_HEX = re.compile(r"(?P<bytes>[0-9a-fA-F]{2}(?: {1,2}[0-9a-fA-F]{2})*)(?:\s{3,}.*|\s*)")
_READING = re.compile(r"= (?:@(?P<host>\S+) )?(?P<field>[\w.-]+):(?: (?P<value>.*))?")


class TapeError(ValueError):
    """The tape itself is wrong; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What must be asked, and what came back (an empty tuple is silence)."""

    via: Via
    port: int
    group: str
    payload: bytes
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Tape:
    name: str
    target: Target
    heard: tuple[bytes, ...]
    exchanges: tuple[Exchange, ...]
    readings: tuple[Reading, ...]
    garbled: bool

    @property
    def probe(self) -> str:
        return self.name.partition("-")[0]


def all_tapes() -> list[Path]:
    return sorted(FOLDER.glob("*.tape"))


def read_tape(path: Path) -> Tape:
    """Raises TapeError with file and line, or where the tape holds nothing to test."""
    reader = _TapeReader(path.name)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            reader.line(line)
        except ValueError as error:
            raise TapeError(f"{path.name}:{number}: {error}") from error
    return reader.tape(path.stem)


class _TapeReader:
    """Collects one tape line by line. `_sink` is where bytes go next."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._keys: dict[str, str] = {}
        self._told: list[tuple[str, str]] = []
        self._asks: list[tuple[Via, int, str, bytearray]] = []
        self._answers: list[list[tuple[str, str, bytearray]]] = [[]]  # [0]: before any ask
        self._readings: list[Reading] = []
        self._garbled = False
        self._sink: bytearray | None = None

    def line(self, line: str) -> None:
        if not line.strip() or line.startswith("#"):
            if line.startswith("# target:"):
                for word in line.removeprefix("# target:").split():
                    key, _, value = word.partition("=")
                    self._keys[key] = value
            elif line.startswith("# told: "):
                name, _, value = line.removeprefix("# told: ").partition(": ")
                self._told.append((name, value))
        elif line.startswith(">"):
            via, port, group = _address(line[1:].split())
            self._sink = bytearray()
            self._asks.append((via, port, group, self._sink))
            self._answers.append([])
        elif line.startswith("<"):
            self._answer(line[1:])
        elif line.startswith("="):
            self._readings.append(_reading(line))
        elif line.strip() == "! garbled":
            self._garbled = True
        else:
            self._bytes(line)

    def _answer(self, words: str) -> None:
        kind, _, peer = words.strip().partition("from ")
        if kind.strip() not in ("", "cert", "(silence)", "(declined)"):
            raise ValueError(
                f"what is {words!r}? `<`, `< from ADDRESS`, `<cert`, `< (silence)`, `< (declined)`"
            )
        self._sink = bytearray()
        self._answers[-1].append((kind.strip(), peer.strip() or HOST, self._sink))

    def _bytes(self, line: str) -> None:
        if self._sink is None:
            raise ValueError("bytes before any `>` or `<`")
        if line.startswith("| ") or line == "|":
            self._sink += line[2:].encode() + b"\n"
        elif found := _HEX.fullmatch(line):
            self._sink += bytes.fromhex(found["bytes"])
        else:
            raise ValueError(f"neither hex digits, `| text` nor a mark: {line!r}")

    def tape(self, name: str) -> Tape:
        exchanges = tuple(
            Exchange(via, port, group, bytes(payload), _replies(answers))
            for (via, port, group, payload), answers in zip(self._asks, self._answers[1:], strict=True)
        )
        heard = tuple(r.payload for r in _replies(self._answers[0]))
        if not exchanges and not heard:
            raise TapeError(f"{self._name}: neither an ask (`>`) nor a packet heard (`<`)")
        if self._garbled and self._readings:
            raise TapeError(f"{self._name}: `! garbled` and readings exclude each other")
        target = replace(_target(self._keys), told=tuple(self._told))
        return Tape(name, target, heard, exchanges, tuple(self._readings), self._garbled)


def _address(words: list[str]) -> tuple[Via, int, str]:
    match words:
        case ["udp" | "tcp" | "tls" as via, port]:
            return Via(via), int(port), ""
        case ["icmp" | "run" as via]:
            return Via(via), 0, ""
        case ["multicast", group, port]:
            return Via.MULTICAST, int(port), group
        case ["link", group]:
            return Via.LINK, 0, group
    raise ValueError(f"what is `> {' '.join(words)}`? see the top of tests/tapes.py")


def _reading(line: str) -> Reading:
    found = _READING.fullmatch(line)
    if not found:
        raise ValueError(f"not `= field: value`: {line!r}")
    return Reading(found["field"], found["value"] or "", found["host"] or "")


def _replies(answers: list[tuple[str, str, bytearray]]) -> tuple[Reply, ...]:
    """Joins each certificate to the payload after it; empty replies are silence."""
    replies: list[Reply] = []
    certificate = b""
    for kind, peer, data in answers:
        if kind == "cert":
            certificate = bytes(data)
        elif data or certificate or kind == "(declined)":
            replies.append(Reply(peer, bytes(data), certificate))
            certificate = b""
    if certificate:
        replies.append(Reply(HOST, b"", certificate))
    return tuple(replies)


def _target(keys: dict[str, str]) -> Target:
    given = dict(keys)
    nonce = int(given.pop("nonce", str(NONCE)), 0)
    names = tuple(n for n in given.pop("names", "").split(",") if n)
    named = (port.partition("/") for port in given.pop("ports", "").split(",") if port)
    ports = frozenset((transport, int(number)) for transport, _, number in named)
    secret: Secret | None = None
    if "community" in given:
        secret = Community(given.pop("community"), given.pop("version", "2c"))  # type: ignore[arg-type]
    elif "version" in given:
        secret = Community("public-read", given.pop("version"))  # type: ignore[arg-type]
    elif "user" in given:
        wanted = ("user", "auth", "auth_phrase", "privacy", "privacy_phrase")
        secret = UsmUser(*(given.pop(key, "") for key in wanted))
    if given:
        raise TapeError(f"unknown keys in `# target:`: {', '.join(sorted(given))}")
    return Target(HOST, nonce, secret, names, ports=ports)


# Playing


def play(tape: Tape, probe: Probe) -> list[Reading]:
    """The whole conversation. Raises ParseError as the probe does, AssertionError on other bytes."""

    def answer(turn: int, ask: Ask) -> tuple[Reply, ...]:
        assert turn < len(tape.exchanges), f"asked more than the tape holds: {ask}"
        wanted = tape.exchanges[turn]
        assert (ask.via, ask.port, ask.group) == (wanted.via, wanted.port, wanted.group)
        assert ask.payload == wanted.payload
        turns.append(turn)
        return wanted.replies

    turns: list[int] = []
    readings = _converse(tape, probe, answer)
    assert len(turns) == len(tape.exchanges), f"the tape holds {len(tape.exchanges)} asks, made: {len(turns)}"
    return readings


def endure(tape: Tape, probe: Probe) -> list[Reading] | None:
    """As `play` with bytes that nobody vouches for: readings, or None where it said ParseError.

    The probe may turn to other questions than the tape's (they are answered with silence), but it must
    come to an end, ask on its own ports, and return its own fields with text that is safe to keep.
    """

    def answer(turn: int, ask: Ask) -> tuple[Reply, ...]:
        assert turn < MOST_ASKS, f"{probe.name} goes on asking: {ask}"
        transport = {Via.TLS: "tcp", Via.MULTICAST: "udp", Via.LINK: "icmp6"}.get(ask.via, ask.via.value)
        named = (transport, 0) in probe.ports and (transport, ask.port) in tape.target.ports
        allowed = named or (transport, ask.port) in probe.ports
        assert ask.via in (Via.RUN, Via.ICMP) or allowed, f"port: {ask}"
        return tape.exchanges[turn].replies if turn < len(tape.exchanges) else ()

    try:
        readings = _converse(tape, probe, answer)
    except ParseError:
        return None
    for r in readings:
        assert r.field in probe.fields, f"a field that {probe.name} does not declare: {r}"
        assert r == reading(r.field, r.value, r.host), f"text not cleaned by reading(): {r!r}"
    return readings


def _converse(tape: Tape, probe: Probe, answer: Callable[[int, Ask], tuple[Reply, ...]]) -> list[Reading]:
    readings: list[Reading] = []
    for packet in tape.heard:
        assert probe.hear is not None, f"{tape.name} begins with `<`, but {probe.name} hears nothing"
        readings += probe.hear(packet)
    if not tape.exchanges:
        return readings
    assert probe.talk is not None, f"{tape.name} has `>`, but {probe.name} asks nothing"
    conversation = probe.talk(tape.target)
    turn = 0
    try:
        ask = next(conversation)
        while True:
            ask = conversation.send(answer(turn, ask))
            turn += 1
    except StopIteration as end:
        return readings + list(end.value)


# Damage


def cut(tape: Tape) -> Iterator[Tape]:
    """The tape with one reply, certificate or heard packet cut short, at every place."""
    for data, put in places(tape):
        step = 1 if len(data) <= EVERY_PREFIX else 7
        yield from (put(data[:length]) for length in range(0, len(data), step))


def damaged(tape: Tape, mutations: int = MUTATIONS) -> Iterator[Tape]:
    """The tape with one of its replies damaged: the same damage on every run."""
    dice = random.Random(tape.name)
    for data, put in places(tape):
        if data:
            yield from (put(_mutated(data, dice)) for _ in range(mutations))


def _mutated(data: bytes, dice: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8))):
        at = dice.randrange(len(out))
        match dice.randrange(5):
            case 0:
                out[at] ^= 1 << dice.randrange(8)
            case 1:
                out[at] = dice.choice((0x00, 0x7F, 0x80, 0xFF, dice.randrange(256)))
            case 2:
                del out[at : at + dice.randrange(1, 9)]
            case 3:
                out[at:at] = dice.randbytes(dice.randrange(1, 9))
            case 4:
                out[at:at] = out[at : at + 16] * 3
        out = out or bytearray(b"\0")
    return bytes(out)


def places(tape: Tape) -> Iterator[tuple[bytes, Callable[[bytes], Tape]]]:
    """Every piece of the tape that came from outside, with how to put another in its place."""
    for i, packet in enumerate(tape.heard):
        yield packet, lambda b, i=i: replace(tape, heard=_with(tape.heard, i, b))  # type: ignore[misc]
    for i, exchange in enumerate(tape.exchanges):
        for j, reply in enumerate(exchange.replies):

            def put(changed: Reply, i: int = i, j: int = j, exchange: Exchange = exchange) -> Tape:
                changed_exchange = replace(exchange, replies=_with(exchange.replies, j, changed))
                return replace(tape, exchanges=_with(tape.exchanges, i, changed_exchange))

            yield reply.payload, lambda b, r=reply, put=put: put(replace(r, payload=b))  # type: ignore[misc]
            if reply.certificate:
                yield (
                    reply.certificate,
                    lambda b, r=reply, put=put: put(replace(r, certificate=b)),  # type: ignore[misc]
                )


def _with(items: tuple[T, ...], at: int, item: T) -> tuple[T, ...]:
    return (*items[:at], item, *items[at + 1 :])


def hexdump(data: bytes) -> str:
    """Lines for a tape: sixteen bytes, a gap after eight, what is printable at the right."""
    lines = []
    for start in range(0, len(data), 16):
        row = data[start : start + 16]
        pairs = row[:8].hex(" ") + ("  " + row[8:].hex(" ") if len(row) > 8 else "")
        shown = "".join(chr(b) if 0x20 <= b < 0x7F else "." for b in row)
        lines.append(f"{pairs:<48}   {shown}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(hexdump(Path(sys.argv[1]).read_bytes()))
