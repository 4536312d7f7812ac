"""What a waiting person sees on a terminal: one bar a stage with counts, rate and time left.

Without a terminal on stderr nothing is drawn; with -v each stage is told in plain lines.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from agent.session import Progress

STAGES = {
    "listen": "listening",
    "sweep": "who is there",
    "seek": "who is there",
    "tables": "what the switches know",
    "ask": "what are they",
    "watch": "is everyone still there",
}


@contextmanager
def shown(*, verbose: bool) -> Iterator[Callable[[Progress], None]]:
    """Gives the function that a run tells its progress to."""
    if not sys.stderr.isatty():
        yield _lines() if verbose else lambda _: None
        return
    # rich costs 60 ms, and only a terminal needs it
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    bars = Bars(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("found {task.fields[found]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
    tasks: dict[tuple[str, str], TaskID] = {}

    def tell(p: Progress) -> None:
        key = (p.stage, "" if p.stage == "ask" else p.network)
        if key not in tasks:
            tasks[key] = bars.add_task(
                f"{STAGES.get(p.stage, p.stage)} {key[1]}", total=p.total, rate="", found=0
            )
        speed = bars.tasks[tasks[key]].speed
        rate = f"{speed:.0f}/s" if speed else ""
        bars.update(tasks[key], completed=p.done, total=p.total, found=p.found, rate=rate)

    with bars:
        yield tell


def _lines() -> Callable[[Progress], None]:
    told: set[tuple[str, str]] = set()

    def tell(p: Progress) -> None:
        if p.done >= p.total and (p.stage, p.network) not in told:
            told.add((p.stage, p.network))
            click.echo(
                f"{STAGES.get(p.stage, p.stage)}: {p.network}: {p.done} of {p.total}, found {p.found}",
                err=True,
            )

    return tell
