"""The words in which probes and agent speak to each other: all frozen, none with behaviour.

A probe is a value and two pure functions. `talk(target)` is a generator: it yields an Ask,
is sent the Replies to it (an empty tuple is silence), and returns what it read. `hear(packet)`
reads one packet that nobody asked for. The driver stamps every Reading into Evidence with
host, probe and time, so that no probe can forget where a thing came from.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Literal, TypeAlias

MAX_VALUE = 4096
"""Longest text of one Reading, in characters; longer ones are cut by `reading()`."""


class ParseError(ValueError):
    """These bytes are not what the protocol says. Every parser raises this and nothing else."""


class Impact(IntEnum):
    """What a question costs the host that is asked; a scope grants up to one of these."""

    LISTEN = 0
    DATAGRAM = 1
    CONNECT = 2
    SESSION = 3


class Outcome(Enum):
    """How one conversation ended. "No" has kinds, and a fault of ours says that it is ours."""

    ANSWERED = "answered"
    SILENT = "silent"
    REFUSED = "refused"
    GARBLED = "garbled"
    NOT_ALLOWED = "not_allowed"
    BUG = "bug"


class Via(Enum):
    """How an Ask travels.

    UDP: one datagram, replies from that peer alone.  MULTICAST: one datagram to a group, replies
    from anyone on the segment.  ICMP: one echo request.  TCP: opens one connection at the first
    Ask of a conversation and keeps it; an empty payload waits for the greeting.  TLS: as TCP
    after a handshake; the first reply carries the certificate, and one with nothing in it means that the
    peer speaks TLS and had nothing in common with ours.  RUN: a program by reservation
    (nmap); the payload is its fixed argument template, one argument a line.  LINK: one IPv6 packet in one frame to
    everyone on the link; the group is a MAC, the replies are whole frames.
    """

    UDP = "udp"
    MULTICAST = "multicast"
    ICMP = "icmp"
    TCP = "tcp"
    TLS = "tls"
    RUN = "run"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Community:
    """SNMP v1/v2c read community (RFC 3584). Never printed: repr hides it."""

    text: str = field(repr=False)
    version: Literal["1", "2c"] = "2c"


@dataclass(frozen=True, slots=True)
class UsmUser:
    """SNMPv3 user (RFC 3414), keys as pass phrases. Never printed. Falls back to nothing weaker."""

    user: str = field(repr=False)
    auth: str  # md5, sha1, sha224, sha256, sha384, sha512
    auth_phrase: str = field(repr=False)
    privacy: str  # des, aes128, aes192, aes256
    privacy_phrase: str = field(repr=False)


Secret: TypeAlias = Community | UsmUser


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a conversation is with. `nonce` (0 to 2**31-1) is given, so that bytes are repeatable.

    told: (field, value) pairs already known of this host, of the fields that the probe `wants`, in the order
    in which they came.  ports: (transport, port) pairs that the host itself announced, that a table or passing
    traffic showed, or that the ledger names for it; a probe whose ports have (transport, 0) may use them.
    """

    host: str
    nonce: int
    secret: Secret | None = None
    names: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    ports: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to send. `wait` is in seconds: how long replies may take after sending.

    `until` (TCP, TLS) ends reading early: a byte string that closes the answer, such as b"\\n"
    for a greeting line; None reads until the peer closes, `wait` is over or 16 KB have come.
    `group` is the address of a MULTICAST ask.
    """

    via: Via
    port: int
    payload: bytes = b""
    wait: float = 2.0
    until: bytes | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. `peer` is the sender's address; `certificate` the peer's, in DER (TLS only)."""

    peer: str
    payload: bytes
    certificate: bytes = b""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing read. `field` is `protocol.name`; `host` is set only where it is not the target
    (answers to a multicast question, entries of a table)."""

    field: str
    value: str
    host: str = ""


Talk: TypeAlias = Callable[[Target], Generator[Ask, tuple[Reply, ...], list[Reading]]]
Hear: TypeAlias = Callable[[bytes], list[Reading]]


@dataclass(frozen=True, slots=True)
class Probe:
    """A protocol that daicho speaks.

    fields: every field that its readings may have.  ports: (transport, port) pairs that it may
    send to, transport "udp", "tcp", "icmp" or "icmp6"; the wire holds it to them; port 0 stands for those that are
    known of the host (Target.ports), the deny-lists excepted.  packets: the worst case
    of unicast frames to the host for one whole conversation, kernel's frames included (budget is
    reserved by it).  summary: one English sentence for `daicho probes`.  suits: classes of device
    that the question tells something about, "any", "unknown" (no class known yet), "session" (only
    where the scope grants one), "segment" (put once to a whole network, by multicast) or "link" (the same below
    IP: one frame); an empty set is for probes that are not put to hosts in turn.  wants: fields without any of
    which there is nothing to ask; what is known of them is handed over in Target.told.  worth: how much
    its answer tells and how often there is one, 0 to 10: of questions that cost alike the worthier goes first.  ways_in:
    it tells of ways into a device, and is asked where the device is identified already, too.  heard_on: where its
    packets are recognised in passing traffic, and what `hear` is then given: ("udp", port) of either side, ("udp", 0)
    any datagram, ("tcp", 0) any stream, ("tcp-from", port) what comes from that port, and ("ip", protocol number): the
    payload; ("icmp6", type): the message; ("ethertype", n),
    ("llc", SSAP) and ("snap", protocol of Cisco's): what follows that header; ("frame", EtherType):
    the whole frame, Ethernet header included.
    """

    name: str
    impact: Impact
    fields: frozenset[str]
    ports: frozenset[tuple[str, int]]
    packets: int
    summary: str
    talk: Talk | None = None
    hear: Hear | None = None
    suits: frozenset[str] = frozenset({"any"})
    wants: frozenset[str] = frozenset()
    worth: int = 5
    ways_in: bool = False
    heard_on: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One conversation as it went, also one that was not allowed. `at` is UTC, ISO 8601."""

    site: str
    host: str
    probe: str
    at: str
    outcome: Outcome
    sent_packets: int = 0
    sent_bytes: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reading with its provenance. `at` is UTC, ISO 8601."""

    site: str
    host: str
    probe: str
    field: str
    value: str
    at: str


def reading(name: str, value: str, host: str = "") -> Reading:
    """A Reading whose text is safe to keep: no NUL, no control characters, at most MAX_VALUE long.

    A tab or line break becomes one space; other control characters become U+FFFD, so that
    neither a terminal nor a workbook is ever driven by what a device says.
    """
    cleaned = "".join(_clean(c) for c in value[: MAX_VALUE * 2])
    return Reading(name, cleaned.strip()[:MAX_VALUE], host)


def _clean(character: str) -> str:
    if character in "\t\r\n":
        return " "
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return character
