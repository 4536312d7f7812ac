"""An answer that says its own length at its head, read until it is whole.

TCP keeps no borders between messages (RFC 9293): a reading ends at the bytes that end most answers, and what is still
missing then comes with the next one. Nothing is sent twice: a further reading has no payload and waits for a second.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

from probes.model import Ask, Reply


def whole_answer(
    question: Ask, missing: Callable[[bytes], int], reads: int, until: bytes
) -> Generator[Ask, tuple[Reply, ...], bytes]:
    """The answer to a question over TCP, as far as it came in so many readings; b"" for silence.

    missing: how many bytes are still to come, 0 as well for what can never become an answer.  until: ends a further
    reading.
    """
    answer, ask = b"", question
    for _ in range(reads):
        replies = yield ask
        answer += b"".join(reply.payload for reply in replies)
        if not replies or missing(answer) == 0:
            break
        ask = Ask(question.via, question.port, wait=1.0, until=until)
    return answer
