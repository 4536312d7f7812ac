"""The one click group, `daicho`. What a command takes is declared in this folder, by topic; what it does is in commands/.

Each module here brings its COMMANDS; a new one edits no other. Nothing heavy is imported until a
command needs it: `daicho --help` must answer at once on an old laptop. Exit codes: 0 agree, 1
differences, 2 usage or bad input, 3 refused by the scope, 4 our bug, 5 stopped before the end with
what was found kept.
"""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NoReturn

import click

from reconciler.commands.documents import DISK, NAME, RIGHTS, ROOM
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.privacy import keep_from_others
from reconciler.commands.right import OWN_PROCESS
from reconciler.commands.streams import carry_every_text

OURS = Path(__file__).resolve().parents[2]
"""Where daicho's own files stand: one that is missing there is a fault of daicho."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="daicho")
def daicho() -> None:
    """Tells a hospital what is really on its network, and where that differs from its ledger (台帳).

    Begin with `daicho demo`, which needs nothing but this machine. On a real network: `daicho init`
    drafts a scope for a person to confirm, and `daicho audit` does the rest.
    """


for _module in iter_modules(__path__):
    for _command in getattr(import_module(f"{__name__}.{_module.name}"), "COMMANDS", ()):
        daicho.add_command(_command)


def main() -> None:
    """Entry point: maps every way of ending to an exit code; an uncaught exception is ours, and says so."""
    keep_from_others()
    carry_every_text()
    try:
        code = daicho(standalone_mode=False, obj=OWN_PROCESS)
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.USAGE)
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(Exit.STOPPED)
    except CommandError as error:
        click.echo(str(error), err=True)
        sys.exit(error.code)
    except BrokenPipeError:
        sys.exit(Exit.AGREE)
    except OSError as error:
        sys.exit(_of_the_disk(error))
    except Exception:  # noqa: BLE001 - the last resort: a fault of ours must not look like a finding
        _ours()
    sys.exit(code if isinstance(code, int) else Exit.AGREE)


def _of_the_disk(error: OSError) -> Exit:
    """Says what the machine would not do with a file that a person named; anything else is a fault of ours."""
    named = str(error.filename or "")
    if error.errno in DISK:
        click.echo(f"{named or 'the disk'}: {error.strerror}; {ROOM}", err=True)
        return Exit.STOPPED
    if (
        error.errno not in NAME | RIGHTS
        or not named
        or Path(named).absolute().is_relative_to(OURS / "reconciler")
    ):
        _ours()
    click.echo(
        f"{named}: {error.strerror}; look at the name and at its rights, or give another place", err=True
    )
    return Exit.USAGE


def _ours() -> NoReturn:
    traceback.print_exc()
    click.echo(
        "This is a fault of daicho, not of your network or ledger. Please report the lines above.",
        err=True,
    )
    sys.exit(Exit.BUG)
