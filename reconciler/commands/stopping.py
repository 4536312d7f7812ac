"""How a run is stopped, and what holds the next one back.

A STOP file ends all sending of this user within a second (`daicho stop`); signals end a run in good order, with what was
found. After the watch lost a device, nothing is sent until a person has looked and gives a name.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import click

from agent.findings import Findings
from agent.host import ending_signals
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.state import LOST, STOP, held_back, usable_state


def check_armed(rearmed_by: str, out: Path | None) -> None:
    """After the watch stopped a run, nothing is sent until a person has looked and gives his name."""
    for path in tuple(held_back(out)):
        if not rearmed_by.strip():
            raise CommandError(
                f"nothing was sent: {path.read_text(encoding='utf-8').strip()}\nLook at the device first. Then go on "
                "with --rearmed-by NAME (and --resume, to finish that run).",
                Exit.REFUSED,
            )
        path.unlink()


def disarm(findings: Findings, folder: Path, state: Path) -> None:
    """What the watch stopped stays stopped, for the next run too. Kept where every run of this user looks."""
    stops = [lost.stopped for lost in findings.lost if lost.stopped]
    if stops and not findings.complete:
        path = state / LOST
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the watch stopped the run in {folder.resolve()}: {stops[-1]}\n", encoding="utf-8")


def stop(out: Path | None = None) -> None:
    """Writes the STOP file that every run of this user looks for. out: the run's folder, for a portable program."""
    path = usable_state(out) / STOP
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{datetime.now(UTC).isoformat()}\n", encoding="utf-8")
    click.echo(f"all sending ends within a second; runs may begin again once {path} is removed", err=True)


def stop_watch(path: Path) -> Callable[[], str]:
    """Looks for the STOP file at most five times a second."""
    looked, found = 0.0, ""

    def reason() -> str:
        nonlocal looked, found
        if time.monotonic() - looked > 0.2:
            looked = time.monotonic()
            found = f"stopped by {path}; remove it and use --resume to go on" if path.exists() else ""
        return found

    return reason


@contextmanager
def orderly_end() -> Iterator[None]:
    """SIGTERM and SIGHUP end a run as Ctrl-C does: what was found is kept.

    The handler of SIGINT is put in place by name, for a shell starts what it runs in the background with
    SIGINT ignored.
    """

    def end(_signum: int, _frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGINT)

    before = {s: signal.signal(s, end) for s in ending_signals()}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        for s, handler in before.items():
            signal.signal(s, handler)
