"""Answers to a question that was put to a whole link: many may answer, and each answers for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from probes.model import ParseError, Reading, Reply


def readings_of(replies: Iterable[Reply], read: Callable[[bytes, str], list[Reading]]) -> list[Reading]:
    """What `read` makes of each payload and its sender, each reading once.

    One device's garbage must not cost the others their answer: ParseError only where none could be read.
    """
    found: list[Reading] = []
    garbled: list[ParseError] = []
    good = 0
    for reply in replies:
        try:
            found += read(reply.payload, reply.peer)
            good += 1
        except ParseError as error:
            garbled.append(error)
    if garbled and not good:
        raise garbled[0]
    return list(dict.fromkeys(found))
