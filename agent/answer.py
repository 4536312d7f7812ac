"""What came of one Ask, whichever way it went: the replies, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass

from probes.model import Reply

MOST_REPLIES = 4096
MOST_REPLIES_OF_ONE, MOST_REPLY_BYTES = 64, 8 << 20
"""What is kept of the answers to a question that was put to everyone: of each peer so many, and of all so many bytes.
Who floods must cost nobody else his answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one Ask brought. `refused`: the host said no.  `barred`: why nothing was sent.  `note`: why
    nothing came back, where the system says so, or what was odd about what came.  Of an Ask to everyone: who sent more
    than is kept of one (`flooding`), and how many replies came from outside the network (`foreign`)."""

    replies: tuple[Reply, ...] = ()
    refused: bool = False
    barred: str = ""
    note: str = ""
    flooding: tuple[str, ...] = ()
    foreign: int = 0
