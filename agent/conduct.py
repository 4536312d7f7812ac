"""Drives one conversation: a probe's generator on one side, the wire on the other.

Never raises for what a host does. Each conversation ends as one Attempt, and each Reading is stamped
here with site, host, probe and time. A fault of ours is an outcome of its own (BUG), recorded
with its text, so that one probe's mistake never loses another's result.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from dataclasses import dataclass

from agent.answer import Answer
from agent.oddities import IN_AN_ATTEMPT, with_oddity
from agent.permit import Permit
from agent.wire import Conversation, Wire
from probes.model import Ask, Attempt, Evidence, Outcome, ParseError, Reading, Reply, Target

LONGEST_DETAIL, LONGEST_ERROR = 300, 200


@dataclass(slots=True)
class _Course:
    """What has happened so far in one conversation."""

    asked: int = 0
    answered: int = 0
    refused: int = 0
    note: str = ""
    barred: str = ""


async def conduct(
    permit: Permit,
    talk: Callable[[Target], Generator[Ask, tuple[Reply, ...], list[Reading]]],
    target: Target,
    wire: Wire,
    now: Callable[[], str],
) -> tuple[Attempt, tuple[Evidence, ...]]:
    """Holds the whole conversation under `permit`. Evidence of a garbled one is not kept."""
    course, readings, failure = _Course(), list[Reading](), None
    async with wire.conversation(permit) as conversation:
        try:
            readings = await _drive(talk(target), conversation, course)
        except ParseError as error:
            failure = (Outcome.GARBLED, with_oddity(str(error)[:LONGEST_ERROR], course.note))
        except asyncio.CancelledError:
            raise
        except Exception as error:  # noqa: BLE001 - a bug in a probe must not lose the others' results
            failure = (Outcome.BUG, f"{type(error).__name__}: {error}")
    outcome, detail = failure or _outcome(course, readings)
    view = permit.view
    attempt = Attempt(
        site=view.site,
        host=str(view.ip),
        probe=permit.probe.name,
        at=now(),
        outcome=outcome,
        sent_packets=conversation.packets,
        sent_bytes=conversation.bytes,
        detail=detail[:LONGEST_DETAIL],
    )
    return attempt, tuple(stamped(r, attempt) for r in readings)


async def _drive(
    generator: Generator[Ask, tuple[Reply, ...], list[Reading]], conversation: Conversation, course: _Course
) -> list[Reading]:
    try:
        ask = next(generator)
        while True:
            answer = await conversation.perform(ask)
            _note(answer, course)
            ask = generator.send(answer.replies)
    except StopIteration as end:
        readings: list[Reading] = end.value
        return readings
    finally:
        generator.close()


def _note(answer: Answer, course: _Course) -> None:
    course.asked += 1
    course.answered += bool(answer.replies)
    course.refused += answer.refused
    course.note = answer.note or course.note
    course.barred = answer.barred or course.barred


def _outcome(course: _Course, readings: list[Reading]) -> tuple[Outcome, str]:
    if readings:
        return Outcome.ANSWERED, course.note
    if course.asked == 0:
        return Outcome.NOT_ALLOWED, "there was nothing to ask it"
    if course.answered:
        nothing = "it answered, and said nothing that identifies it"
        return Outcome.ANSWERED, with_oddity(
            nothing, course.note
        ) if course.note in IN_AN_ATTEMPT else course.note or nothing
    if course.refused:
        return Outcome.REFUSED, ""
    if course.barred:
        return Outcome.NOT_ALLOWED, course.barred
    return Outcome.SILENT, course.note


def stamped(reading: Reading, attempt: Attempt) -> Evidence:
    """A Reading with its provenance."""
    return Evidence(
        attempt.site, reading.host or attempt.host, attempt.probe, reading.field, reading.value, attempt.at
    )
