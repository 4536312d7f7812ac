"""Files that decide what daicho does, or hold what it knows, belong to one person: nobody else may change them.

Whoever may write the scope says what is asked of whom; whoever may write the list of known switches says which box is
shown a credential; whoever may write the store says what people have decided. (Who may read a secret's file is
checked where it is read, in agent/credentials.py.) Windows keeps rights in another way: there nothing is checked.
"""

from __future__ import annotations

import os
from pathlib import Path

from agent.host import everybody_may
from reconciler.commands.outcome import CommandError, Exit


def only_ours(path: Path) -> None:
    """Raises CommandError where others may change the file. One that is not there is no fault of its rights."""
    if everybody_may(path)[1]:
        raise CommandError(
            f"{path}: nothing was done: anybody on this machine may change it; `chmod o-w {path}` and look whether it "
            "still says what it should",
            Exit.REFUSED,
        )


def made_for_us(store: str) -> None:
    """Checks an SQLite store, and makes a new one readable by its owner alone. Other databases see to that themselves."""
    name = store.removeprefix("sqlite:///")
    if "://" in name or not name or name == ":memory:":
        return
    path = Path(name)
    only_ours(path)
    if not path.exists() and path.parent.is_dir() and os.access(path.parent, os.W_OK):
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def leave_no_dump() -> None:
    """From here on this process holds secrets: should it crash, no image of its memory is written (setrlimit(2))."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
