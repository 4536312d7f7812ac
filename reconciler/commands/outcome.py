"""How a command ends: its exit code, and the errors that a person can mend."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """5 outranks 1: a run that did not come to its end says nothing about agreement."""

    AGREE = 0
    DIFFER = 1
    USAGE = 2
    REFUSED = 3
    BUG = 4
    STOPPED = 5


class CommandError(Exception):
    """Ends a command with a message and a code; the message says what to do next."""

    def __init__(self, message: str, code: Exit = Exit.USAGE) -> None:
        super().__init__(message)
        self.code = code
