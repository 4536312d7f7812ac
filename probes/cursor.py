"""A reader over bytes that cannot run off the end: every step checks, and says ParseError.

Big-endian, as the protocols of this house are; `little=True` where one is not.
"""

from __future__ import annotations

from probes.model import ParseError


class Cursor:
    """Reads `data` from left to right. `left` is how many bytes remain."""

    __slots__ = ("_at", "_data")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        return len(self._data) - self._at

    @property
    def at(self) -> int:
        return self._at

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        if count < 0 or count > self.left:
            raise ParseError(f"{count} bytes wanted at offset {self._at}, {self.left} there")
        piece = self._data[self._at : self._at + count]
        self._at += count
        return piece

    def skip(self, count: int) -> None:
        self.take(count)

    def rest(self) -> bytes:
        return self.take(self.left)

    def u8(self) -> int:
        return self.take(1)[0]

    def u16(self, *, little: bool = False) -> int:
        return int.from_bytes(self.take(2), "little" if little else "big")

    def u24(self) -> int:
        return int.from_bytes(self.take(3), "big")

    def u32(self, *, little: bool = False) -> int:
        return int.from_bytes(self.take(4), "little" if little else "big")

    def expect(self, wanted: bytes, meaning: str) -> None:
        """The next bytes must be `wanted`; `meaning` names them in the error."""
        got = self.take(len(wanted))
        if got != wanted:
            raise ParseError(f"{meaning}: {wanted.hex()} expected, {got.hex()} found")
