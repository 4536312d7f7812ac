"""What came of one Ask, whichever way it went: the replies, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass

from probes.model import Reply

MOST_REPLIES_OF_ONE = 64
"""So many answers of each peer are kept, where a question was put to everyone: who floods must cost nobody else his
answer."""


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
