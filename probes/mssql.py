"""SQL Server Browser ([MC-SQLR]): which instances of SQL Server are there, of which version, on which ports?

    03 ->   <- 05, length, "ServerName;...;InstanceName;...;IsClustered;...;Version;...;tcp;1433;;" of each

CLNT_UCAST_EX (2.2.2): one byte to UDP 1434, the question of every tool that lists servers; the browser service is
there to answer it, with what it read from the registry. It names no instance, so it holds no text that an old
server could trip over (what brought SQL Server 2000 down in 2003 was a name too long, in message 04). Nothing is
connected to and no login is tried, and only hosts that showed themselves to be Windows (or Samba) are asked. The
text is in the server's ANSI code page, in Japan CP932.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from probes.charset import decoded
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 1434
WAIT = 1.5
REQUEST = b"\x03"
RESPONSE = 0x05
MOST_INSTANCES = 32
LONGEST_NAME = 255
"""Bytes ([MC-SQLR] 2.2.5)."""
KEYS = ("ServerName", "InstanceName", "IsClustered", "Version")
"""With these every instance begins, in this order."""

_VERSION = re.compile(r"[0-9.]{1,16}")


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance. port: 0 where it listens on none."""

    server: str
    name: str
    version: str
    port: int = 0


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.UDP, PORT, REQUEST, WAIT)
    return [r for reply in replies for r in _readings(parse(reply.payload))]


def parse(message: bytes) -> tuple[Instance, ...]:
    """SVR_RESP ([MC-SQLR] 2.2.5); MOST_INSTANCES at most. Raises ParseError."""
    cursor = Cursor(message)
    if (kind := cursor.u8()) != RESPONSE:
        raise ParseError(f"no answer of a SQL Server Browser: {kind:#04x}")
    text = decoded(cursor.take(cursor.u16(little=True)), "cp932")
    found = tuple(_instances(text.split(";")))
    if not found:
        raise ParseError("an answer without an instance")
    return found


def _instances(words: list[str]) -> Iterator[Instance]:
    """The words come in pairs, key and value; an empty key ends an instance."""
    at = 0
    for _ in range(MOST_INSTANCES):
        if at >= len(words) or not words[at]:
            return
        pairs: dict[str, str] = {}
        while at + 1 < len(words) and words[at]:
            pairs.setdefault(words[at], words[at + 1])
            at += 2
        at += 1
        yield _instance(pairs)


def _instance(pairs: dict[str, str]) -> Instance:
    if tuple(pairs)[: len(KEYS)] != KEYS:
        raise ParseError(f"an instance that begins with {', '.join(list(pairs)[:4])[:80]}")
    server, name, version = pairs["ServerName"], pairs["InstanceName"], pairs["Version"]
    if max(len(server), len(name)) > LONGEST_NAME or not _VERSION.fullmatch(version):
        raise ParseError(f"an instance of version {version[:40]!r}")
    port = pairs.get("tcp", "")
    usable = port.isascii() and port.isdigit() and len(port) <= 5 and 0 < int(port) < 65536
    return Instance(server, name, version, int(port) if usable else 0)


def _readings(instances: tuple[Instance, ...]) -> list[Reading]:
    found: dict[Reading, None] = {}
    for instance in instances:
        found[reading("mssql.server", instance.server)] = None
        found[reading("mssql.instance", f"{instance.name} {instance.version}")] = None
        found[reading("mssql.version", instance.version)] = None
        if instance.port:
            found[reading("mssql.port", f"tcp/{instance.port} {instance.name}")] = None
    return [r for r in found if r.value]


PROBE = Probe(
    name="mssql",
    impact=Impact.DATAGRAM,
    fields=frozenset({"mssql.server", "mssql.instance", "mssql.version", "mssql.port"}),
    ports=frozenset({("udp", PORT)}),
    packets=4,  # the question; the kernel's ARP question and answer; "port unreachable" to an answer too late
    summary="asks the SQL Server Browser which instances, versions and ports there are (one byte)",
    talk=talk,
    suits=frozenset({"server", "terminal", "medical", "unknown"}),
    wants=frozenset({"netbios.services", "browser.roles", "smb.version", "rdp.answer"}),
    worth=4,
)
