"""SSH: the identification line that a server says before anything is asked (RFC 4253, 4.2).

    SSH-protoversion-softwareversion SP comments CR LF

Other lines may come before it. We say nothing at all, not even our own identification: no key exchange
begins, no login is possible, and the server meets a connection that was opened and closed again.
"""

from __future__ import annotations

from collections.abc import Generator

from probes.charset import guessed
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 22
MOST_READS = 5
LONGEST_GREETING = 4096


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    greeting, wait = b"", 3.0
    for _ in range(MOST_READS):
        replies = yield Ask(Via.TCP, PORT, wait=wait, until=b"\n")
        greeting += b"".join(reply.payload for reply in replies)
        if not replies or whole(greeting) or len(greeting) > LONGEST_GREETING:
            break
        wait = 1.0
    return parse(greeting) if greeting else []


def whole(greeting: bytes) -> bool:
    """Whether the identification line is there to its end."""
    return any(line.startswith(b"SSH-") for line in greeting.split(b"\n")[:-1])


def parse(greeting: bytes) -> list[Reading]:
    """The readings of a greeting. Raises ParseError where no line is an identification.

    A line whose end did not come proves SSH, but its version may be cut: the protocol alone is read.
    """
    for line in greeting.split(b"\n"):
        if line.startswith(b"SSH-"):
            return _identification(guessed(line.rstrip(b"\r")), ended=whole(greeting))
    raise ParseError(f"no SSH identification in {greeting[:40]!r}")


def _identification(line: str, *, ended: bool) -> list[Reading]:
    _, protocol, *software = line.split("-", 2)
    if not protocol or not software:
        raise ParseError(f"an SSH identification without protocol or software: {line[:40]!r}")
    readings = [reading("ssh.protocol", protocol)]
    if not ended:
        return readings
    name, _, comment = software[0].partition(" ")
    readings += [reading("ssh.banner", line), reading("ssh.software", name)]
    if comment.strip():
        readings.append(reading("ssh.comment", comment))
    return readings


PROBE = Probe(
    name="ssh",
    impact=Impact.CONNECT,
    fields=frozenset({"ssh.banner", "ssh.protocol", "ssh.software", "ssh.comment"}),
    ports=frozenset({("tcp", PORT)}),
    packets=8,
    summary="reads the line with which an SSH server greets; says nothing",
    talk=talk,
    suits=frozenset(
        {
            "unknown",
            "network",
            "server",
            "storage",
            "terminal",
            "power",
            "building",
            "medical",
            "phone",
            "camera",
        }
    ),
    worth=7,
)
