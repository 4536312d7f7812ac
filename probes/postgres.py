"""PostgreSQL: SSLRequest, the question whether TLS is to be had (protocol 3.0, "Message Formats").

    00 00 00 08  04 d2 16 2f ->   <- "S" (yes) or "N" (no)

Every client begins with it. No user, database or password is named, so nothing is tried and nothing fails; the
server drops the connection when we close and may write one line that a handshake did not come. It is asked only
where the ledger, an announcement or passing traffic names the port: receipt computers (ORCA) keep their data so.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 5432
REQUEST = bytes.fromhex("00000008 04d2162f")
ANSWERS = {b"S": "offered", b"N": "no"}


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    if ("tcp", PORT) not in target.ports:
        return []
    replies = yield Ask(Via.TCP, PORT, REQUEST, wait=1.5, until=b"S")  # after "N" the server waits as well
    return parse(b"".join(reply.payload for reply in replies)) if replies else []


def parse(answer: bytes) -> list[Reading]:
    """The answer to SSLRequest, which is one letter and nothing behind it. Raises ParseError."""
    if answer not in ANSWERS:
        raise ParseError(f"no answer to SSLRequest: {answer[:40]!r}")
    return [reading("postgres.tls", ANSWERS[answer])]


PROBE = Probe(
    name="postgres",
    impact=Impact.CONNECT,
    fields=frozenset({"postgres.tls"}),
    ports=frozenset({("tcp", 0)}),  # 5432 where it is named, and no other
    packets=9,
    summary="asks a PostgreSQL server whose port 5432 is named whether it offers TLS, and no more",
    talk=talk,
    suits=frozenset({"server", "terminal", "storage", "medical", "unknown"}),
    worth=3,
)
