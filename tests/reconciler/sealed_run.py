"""A whole run in a sealed folder, made once: the recorded run of `daicho demo`, with its report."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from reconciler.cli import daicho


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(daicho, [str(a) for a in arguments], standalone_mode=False)
    if result.exception and type(result.exception).__name__ not in ("CommandError", "UsageError"):
        raise result.exception
    return result


def code(result: Result) -> int:
    """The exit code that `main` would give."""
    if result.exception is None:
        return int(result.return_value or 0)
    return int(getattr(result.exception, "code", 2))


def sealed_run(folder: Path) -> Path:
    done = run("demo", "--replay", "--out", folder)
    assert code(done) == 1, done.output
    return folder


def copy_of(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to)
    return to
