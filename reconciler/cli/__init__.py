"""The one click group, `daicho`. What a command takes is declared in this folder, by topic; what it does is in commands/.

Each module here brings its COMMANDS; a new one edits no other. Nothing heavy is imported until a
command needs it: `daicho --help` must answer at once on an old laptop. Exit codes: 0 agree, 1
differences, 2 usage or bad input, 3 refused by the scope, 4 our bug, 5 stopped before the end with
what was found kept.
"""

from __future__ import annotations

import errno
import sys
import traceback
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

import click

from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.privacy import keep_from_others
from reconciler.commands.right import OWN_PROCESS

DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EFBIG})
FOUND_IS_KEPT = "make room there, or give another place; what was written before is whole, and the command can be repeated"


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
        if error.errno not in DISK:
            _ours()
        click.echo(f"{error.filename or 'the disk'}: {error.strerror}; {FOUND_IS_KEPT}", err=True)
        sys.exit(Exit.STOPPED)
    except Exception:  # noqa: BLE001 - the last resort: a fault of ours must not look like a finding
        _ours()
    sys.exit(code if isinstance(code, int) else Exit.AGREE)


def _ours() -> NoReturn:
    traceback.print_exc()
    click.echo(
        "This is a fault of daicho, not of your network or ledger. Please report the lines above.",
        err=True,
    )
    sys.exit(Exit.BUG)
