"""Many lines of text in the room of their bytes: fifty thousand strings take three times as much.

Read by number, so that sorted lines are searched as they lie (bisect); each line is made when it is asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """text: UTF-8, each line with its end.  starts: the offset of each, and behind them where the text ends."""

    text: bytes
    starts: array[int]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self.text[self.starts[number] : self.starts[number + 1] - 1].decode("utf-8")

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(len(self)))


def lines_of(written: Iterable[str]) -> Lines:
    """These lines, sorted; none has a line's end in it."""
    return lines_in(b"".join(f"{line}\n".encode() for line in written))


def lines_in(text: bytes) -> Lines:
    """The lines of a UTF-8 text, sorted by code point; the last one's end may be wanting. Raises UnicodeDecodeError."""
    text.decode("utf-8")  # each line is decoded alone later, and must not fail then
    whole = text if text.endswith(b"\n") or not text else text + b"\n"
    starts = _starts(whole)
    pairs = zip(starts, starts[1:], starts[2:], strict=False)
    if any(whole[a : b - 1] > whole[b : c - 1] for a, b, c in pairs):
        whole = b"\n".join((*sorted(whole[:-1].split(b"\n")), b""))
        starts = _starts(whole)
    return Lines(whole, starts)


def _starts(text: bytes) -> array[int]:
    starts, at = array("L", [0]), text.find(b"\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find(b"\n", at + 1)
    return starts
