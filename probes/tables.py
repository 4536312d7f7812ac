"""Tables of routers, switches and wireless controllers, read by SNMP a page at a time (RFC 3416, RFC 1157).

Benign: only the columns that are wanted, by GETBULK of few rows (in v1 by GETNEXT), one question after the other
and none repeated; a table ends with the first silence, and at a number of rows. What walks of whole trees
without a pause have done to switches is why. What is asked here needs a credential that the hospital gave for
this very address; none is guessed.

A reader of a table is a generator that yields a Page, is sent the Response (None: silence), and returns Read.
`talk_of` carries its pages in v1 and v2c messages, agent/snmp_session.py in SNMPv3's; agent/infrastructure.py
sets the pace.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeAlias, TypeVar

from probes.charset import decoded
from probes.flow import is_host
from probes.model import Ask, Community, ParseError, Reading, Reply, Talk, Target, Via
from probes.snmp import NO_ERROR, NO_SUCH_NAME, PORT, TOO_BIG
from probes.snmp_message import Oid, Response, Value, parse_message, request, version_number

WAIT = 3.0
BATCH = 8
"""Questions under one reservation: a long table is many conversations to the account."""
PACKETS = BATCH + 2 + 1
"""Of one batch: SNMPv3's handshake besides; the kernel's "port unreachable" to one answer too late."""
MOST_ENTRIES = 20
"""Values asked for at once: their answer fits one frame on most agents, and never needs many."""

MIB_2: Oid = (1, 3, 6, 1, 2, 1)
WHOLE, SILENT, CUT = "", "silent", "cut"
SPEAKS: frozenset[tuple[str, int]] = frozenset({("udp", PORT)})


@dataclass(frozen=True, slots=True)
class Page:
    """The values at `names`; or, where `rows` is not 0, up to so many entries after each of them.

    vlan: 0, or the VLAN in whose view to ask, as Cisco's switches keep one forwarding table for each: the
    community with "@" and the number behind it, SNMPv3's context "vlan-" and the number (Cisco, "SNMP Community
    String Indexing" and "Get Dynamic CAM Entries for Catalyst Switches").
    """

    names: tuple[Oid, ...]
    rows: int = 0
    vlan: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Index -> column -> value, in the agent's order. `end`: WHOLE, SILENT, CUT at the number of rows, or with
    which error."""

    rows: Mapping[Oid, Mapping[Oid, Value]]
    end: str = WHOLE


@dataclass(frozen=True, slots=True)
class Box:
    """What the readings call the box whose tables these are. name: without blanks, for "NAME PORT".

    ports: ifIndex -> name of the port.  own: MACs of its own interfaces, which are no other device's.
    """

    name: str
    ports: Mapping[int, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()

    def port(self, index: int) -> str:
        """ "SWITCH PORT"; a port without a name is called by its number."""
        return f"{self.name} {self.ports.get(index) or f'ifIndex:{index}'}"


@dataclass(frozen=True, slots=True)
class Read:
    """What a table told. short: sentences on what of it was not read."""

    readings: tuple[Reading, ...] = ()
    short: tuple[str, ...] = ()


T = TypeVar("T")
Reader: TypeAlias = Generator[Page, Response | None, T]
Carrier: TypeAlias = Callable[[Page, int], Generator[Ask, tuple[Reply, ...], Response | None]]
"""Asks for one page once; the number counts the questions of a conversation. Raises ParseError."""


# Reading


def walk(columns: Sequence[Oid], most: int, vlan: int = 0) -> Reader[Table]:
    """These columns of one table, side by side, up to `most` rows.

    Each goes on from its own last entry and ends where it brings nothing new, so that what an agent appends
    from behind a column, or tells twice, neither confuses nor goes on for ever.
    """
    rows: dict[Oid, dict[Oid, Value]] = {}
    at = {column: column for column in columns}
    size = max(1, MOST_ENTRIES // len(columns))
    while at:
        response = yield Page(tuple(at.values()), size, vlan)
        if response is None:
            return Table(rows, SILENT)
        if response.status == TOO_BIG and size > 1:
            size //= 2
            continue
        if response.status == NO_SUCH_NAME and 1 <= response.index <= len(at):  # v1: nothing comes after it
            del at[list(at)[response.index - 1]]
            continue
        if response.status != NO_ERROR:
            return Table(rows, f"with error-status {response.status}")
        before = dict(at)
        for name, value in response.values.items():
            column = next((c for c in at if name[: len(c)] == c), None)
            if column is not None and name > at[column]:
                at[column] = name
                rows.setdefault(name[len(column) :], {})[column] = value
        moved = {column: last for column, last in at.items() if last != before[column]}
        if response.bindings >= len(at) or not response.bindings:
            at = moved
        elif not moved:  # cut before it came to the last columns: these alone are asked for again
            at = dict(list(at.items())[response.bindings :])
        if len(rows) >= most:
            return Table(rows, CUT if at else WHOLE)
    return Table(rows)


def fetch(names: Sequence[Oid]) -> Reader[Mapping[Oid, Value] | None]:
    """Single values; a name that v1 refuses is left out of the next question. None for silence."""
    left = tuple(names)
    for _ in names:
        response = yield Page(left)
        if response is None:
            return None
        if response.status == NO_ERROR:
            return response.values
        if response.status != NO_SUCH_NAME or not 1 <= response.index <= len(left):
            break
        left = (*left[: response.index - 1], *left[response.index :])
        if not left:
            break
    return {}


def shortness(name: str, table: Table) -> tuple[str, ...]:
    """A sentence where a table was not read to its end."""
    how = {
        CUT: f"was cut at {len(table.rows)} rows",
        SILENT: f"ended in silence after {len(table.rows)} rows",
    }
    return (f"{name} {how.get(table.end, f'ended {table.end}')}",) if table.end else ()


# Values


def mac_of(value: Value | None) -> str:
    """Six octets, as an OCTET STRING or as arcs of an index, that are one interface's address; else ""."""
    if isinstance(value, tuple) and len(value) == 6 and all(0 <= arc < 256 for arc in value):
        value = bytes(value)
    if not isinstance(value, bytes) or len(value) != 6 or value[0] & 1 or not any(value):
        return ""
    return value.hex(":")


def address_of(octets: Sequence[int]) -> str:
    """4 or 16 octets that are the address of a host: no multicast, none of this machine or link; else ""."""
    if len(octets) not in (4, 16) or not all(0 <= octet < 256 for octet in octets):
        return ""
    packed = bytes(octets)
    text = str(IPv4Address(packed) if len(packed) == 4 else IPv6Address(packed))
    address = ip_address(text)
    return "" if address.is_link_local or address.is_loopback or not is_host(text) else text


def text_of(value: Value | None) -> str:
    return " ".join(decoded(value.rstrip(b"\0")).split()) if isinstance(value, bytes) else ""


def number_of(value: Value | None) -> int:
    return value if isinstance(value, int) else 0


# How it travels


def community_carrier(secret: Community, nonce: int) -> Carrier:
    """Pages in v1 or v2c messages. An answer with another number or community is somebody else's, or forged."""

    def carry(page: Page, number: int) -> Generator[Ask, tuple[Reply, ...], Response | None]:
        asked = Community(f"{secret.text}@{page.vlan}", secret.version) if page.vlan else secret
        request_id = (nonce + number) % 2**31
        replies = yield Ask(Via.UDP, PORT, request(asked, request_id, page.names, page.rows), WAIT)
        expected = (version_number(asked), asked.text.encode(), request_id)
        for reply in replies:
            message = parse_message(reply.payload, asked.version)
            if (message.version, message.community, message.request_id) == expected:
                return message.response
        return None

    return carry


def talk_of(read: Callable[[Box], Reader[Read]]) -> Talk:
    """The talk of a table's probe in v1 or v2c. Asks nothing where the target has no community."""

    def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
        if not isinstance(target.secret, Community):
            return []
        carry = community_carrier(target.secret, target.nonce)
        reader, number = read(Box(target.host)), 0
        try:
            page = next(reader)
            while True:
                try:
                    response = yield from carry(page, number)
                except ParseError:
                    if number == 0:
                        raise
                    response = None  # what was read before stands
                number += 1
                page = reader.send(response)
        except StopIteration as end:
            read_: Read = end.value
            return list(read_.readings)

    return talk
