"""MySQL and MariaDB: the greeting that a server says first (client/server protocol, Protocol::HandshakeV10).

    length (u24), 0, protocol 10, version NUL, thread, 8 bytes, 0, capabilities ...    or    0xFF, error, text

We say nothing: no user is named, no login is tried or fails. A greeting that nobody answers leaves a line in the
server's log ("closed normally without authentication") and may count: after max_connect_errors of them (100) with
no login between, a server refuses the address that they came from, ours. So a server is asked only where the
ledger, an announcement or passing traffic names its port, and once a run at most. Little-endian.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.charset import guessed
from probes.cursor import Cursor
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.whole_answer import whole_answer

PORT = 3306
PROTOCOL, ERROR = 10, 0xFF
TLS = 0x0800
HEADER = 4
LONGEST = 1024
LONGEST_VERSION = 200
MOST_READS = 3


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    if ("tcp", PORT) not in target.ports:
        return []
    greeting = yield from whole_answer(Ask(Via.TCP, PORT, wait=3.0, until=b"\0"), missing, MOST_READS, b"\0")
    return parse(greeting) if greeting else []


def missing(greeting: bytes) -> int:
    """How many bytes of the packet are still to come; 0 as well for what can never become one."""
    if len(greeting) < HEADER:
        return HEADER - len(greeting)
    length = int.from_bytes(greeting[:3], "little")
    return max(0, HEADER + length - len(greeting)) if length <= LONGEST else 0


def parse(greeting: bytes) -> list[Reading]:
    """The readings of a greeting or of a refusal. Raises ParseError.

    mysql.error: the number of a refusal (1130: this address may not connect; 1129: it is blocked; 1040: too
    many connections) and the product that its text names; the rest of the text repeats our address.
    """
    cursor = Cursor(greeting)
    packet = Cursor(cursor.take(3))
    length = int.from_bytes(packet.rest(), "little")
    if length > LONGEST or cursor.u8() != 0:
        raise ParseError(f"no first packet of MySQL: {greeting[:8].hex()}")
    body = Cursor(cursor.take(length))
    kind = body.u8()
    if kind == ERROR:
        number, text = body.u16(little=True), body.rest()
        product = "MariaDB" if b"MariaDB" in text else "MySQL" if b"MySQL" in text else ""
        return [reading("mysql.error", f"{number} {product}")]
    if kind != PROTOCOL:
        raise ParseError(f"protocol {kind} of MySQL")
    version, _, rest = body.rest().partition(b"\0")
    if not version or len(version) > LONGEST_VERSION:
        raise ParseError(f"a version of {len(version)} bytes")
    after = Cursor(rest)
    after.skip(4 + 8 + 1)
    tls = "offered" if after.u16(little=True) & TLS else "no"
    return [reading("mysql.version", guessed(version)), reading("mysql.tls", tls)]


PROBE = Probe(
    name="mysql",
    impact=Impact.CONNECT,
    fields=frozenset({"mysql.version", "mysql.error", "mysql.tls"}),
    ports=frozenset({("tcp", 0)}),  # 3306 where it is named, and no other
    packets=8,
    summary="reads the greeting of a MySQL or MariaDB server whose port 3306 is named; says nothing to it",
    talk=talk,
    suits=frozenset({"server", "terminal", "storage", "medical", "unknown"}),
    worth=3,
)
