"""PJL (HP, "Printer Job Language Technical Reference Manual", chapter 7) that print servers speak: the printer's name.

    @PJL INFO ID CR LF ->   <- @PJL INFO ID CR LF "HP LaserJet 4250" CR LF FF

Heard, never asked: whatever is sent to a printer's port may be printed, so daicho touches none of them. A print server
asks its printers what they are; of what they answer this one line is read. Status messages, which name jobs, are not.
"""

from __future__ import annotations

import re

from probes.charset import guessed
from probes.model import Impact, ParseError, Probe, Reading, reading

PORTS = range(9100, 9108)
STARTS = b"@PJL INFO ID"
LONGEST = 120
SEARCHED = 512

_ANSWER = re.compile(rb'@PJL INFO ID *\r?\n"?([^"\r\n\x0c]{1,%d})"?\r?\n' % LONGEST)


def hear(payload: bytes) -> list[Reading]:
    """One piece of a stream from a printer. Raises ParseError where an answer begins and does not end."""
    at = payload[:SEARCHED].find(STARTS)
    if at < 0:
        return []
    answer = _ANSWER.match(payload, at)
    if not answer:
        raise ParseError(f"no name in {payload[at : at + 40]!r}")
    return [r for r in (reading("pjl.id", guessed(answer[1])),) if r.value]


PROBE = Probe(
    name="pjl_heard",
    impact=Impact.LISTEN,
    fields=frozenset({"pjl.id"}),
    ports=frozenset(),
    packets=1,
    summary="Hears printers tell print servers their name (PJL); no job, no document.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("tcp-from", port) for port in PORTS}),
)
