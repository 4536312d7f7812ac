"""A ledger's file as it was when it was read: what is written beside its rows must be about those very rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reconciler.commands.outcome import CommandError


@dataclass(frozen=True, slots=True)
class Source:
    """stamp: the time of its last change in nanoseconds, and its size in bytes."""

    path: Path
    stamp: tuple[int, int]

    def read(self) -> bytes:
        """Its bytes. Raises CommandError where it was changed or went away since."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise CommandError(f"{self.path}: {error.strerror}; close it in Excel and try again") from error
        if _stamp(self.path) != self.stamp:
            raise CommandError(
                f"{self.path} was changed after its rows were compared, so no copy was annotated: "
                "use `daicho annotate` with the findings and the ledger as it is now"
            )
        return data


def sources_of(paths: Sequence[Path]) -> tuple[Source, ...]:
    """To be called before the ledgers are read. A file that is not there is told by its reader.

    Raises CommandError for two of one name: a row is known by the name of its file.
    """
    for number, path in enumerate(paths):
        if any(path.name == other.name for other in paths[:number]):
            raise CommandError(f"{path}: two of the ledgers are called so; give one of them another name")
    return tuple(Source(path, _stamp(path)) for path in paths)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_mtime_ns, found.st_size
