"""nmap as a program of the host's, that sends frames which we cannot count one by one.

It is started without a shell, under the fixed argument template of probes/nmap.py and for one address; it sees of our
environment what a program needs, and is killed when its time is up or the run is stopped.
"""

from __future__ import annotations

import asyncio
import os
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence

from probes.model import Ask

CHILD_SEES = ("PATH", "HOME", "LANG", "SYSTEMROOT")
"""Of our environment, which may hold secrets that the scope refers to, a program that we start sees this."""


def arguments(ask: Ask, peer: str) -> list[str] | None:
    """The command line that this Ask carries; None where it is not the one that nmap may be given for this peer."""
    from probes import nmap

    argv = ask.payload.decode("ascii").split("\n")
    return argv if nmap.allowed_argv(argv) and argv[-1] == peer else None


async def started(argv: Sequence[str]) -> Process:
    """Raises FileNotFoundError where the program is not installed."""
    return await asyncio.create_subprocess_exec(
        *argv,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=DEVNULL,
        env={name: os.environ[name] for name in CHILD_SEES if name in os.environ},
    )


async def output_of(process: Process, wait: float) -> bytes:
    """All that it prints. It does not outlive `wait` seconds, nor us. Raises TimeoutError."""
    try:
        async with asyncio.timeout(wait):
            output, _ = await process.communicate()
    except (TimeoutError, asyncio.CancelledError):
        process.kill()
        await process.wait()
        raise
    return output
