"""The hospital's own measures, brought to a run: which fields a row must have, how long a device may be unseen.

A class that no rule ever gives would be a line without effect, so a slip in its name is refused and not ignored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reconciler.commands.outcome import CommandError
from reconciler.patience import Patience, PatienceError, read_patience
from reconciler.required import Required, RequiredError, read_required


@dataclass(frozen=True, slots=True)
class Measures:
    """None: as daicho brings it."""

    required: Required | None = None
    patience: Patience | None = None


OURS = Measures()


def measures_of(required: Path | None, patience: Path | None) -> Measures:
    """The files as given. Raises CommandError with the file, what is wrong in it and what to do."""
    try:
        fields = read_required(required) if required is not None else None
        waits = read_patience(patience) if patience is not None else None
    except (RequiredError, PatienceError) as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(
            f"{error.filename}: {error.strerror}; give the file that you made after reconciler/required.toml "
            "(--required) or reconciler/patience.toml (--patience)"
        ) from error
    for path, table in ((required, fields), (patience, waits)):
        if path is not None and table is not None:
            _check_classes(path, table.classes)
    return Measures(fields, waits)


def _check_classes(path: Path, classes: Iterable[str]) -> None:
    from agent.rules import load_rules

    known = load_rules(proofs=False).vocabulary.classes
    if wrong := sorted(set(classes) - known - {"default"}):
        listed = ", ".join(("default", *sorted(known)))
        raise CommandError(f"{path}: no class of device is called {', '.join(wrong)}; write one of: {listed}")
