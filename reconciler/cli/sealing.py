"""Commands about the evidence of a run: whether it is as it was sealed, and how it leaves the house."""

from __future__ import annotations

from pathlib import Path

import click

from reconciler.cli.options import FILE, FOLDER, json_option, language_option
from reconciler.commands.outcome import Exit


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--key",
    metavar="FINGERPRINT",
    default="",
    help="Fingerprint on the signed paper copy; the seal must be of that key.",
)
@click.option(
    "--remake",
    is_flag=True,
    help="Make findings, differences and report again from what the folder holds, and compare them byte for byte.",
)
@json_option
@language_option
def verify(folder: Path, key: str, remake: bool, as_json: bool, lang: str) -> Exit:
    """Check the FOLDER of a run against its seal: any changed, missing, added or reordered byte is found and named.

    Without --key it is shown that the folder is as somebody's key sealed it; whose key that is, only the paper tells.
    0 is returned where all is as it was sealed, 1 where not, 2 where there is no seal.
    """
    from reconciler.commands.verify import verify as run

    return run(folder, key, remake=remake, as_json=as_json, lang="en" if lang == "en" else "ja")


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=FILE, required=True, help="File to write: .tar, or .tar.age if it is encrypted.")
@click.option(
    "--to",
    "recipients",
    metavar="RECIPIENT",
    multiple=True,
    help="Encrypt to this age recipient (age1..., ssh-ed25519 ...), or to those in this file. May be given more than once.",
)
def bundle(folder: Path, out: Path, recipients: tuple[str, ...]) -> Exit:
    """Put the sealed FOLDER of a run into one file, to hand it out of the house.

    The folder is verified first. It holds the ledgers as they were read, which are personal data of the hospital: give
    --to, and only the holder of that key can open it (age-encryption.org/v1; `daicho unbundle`, or age and tar).
    """
    from reconciler.commands.bundle import bundle as run

    return run(folder, out, recipients)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=FOLDER, required=True, help="Folder for what is in it; must not be there yet.")
@click.option(
    "--identity", type=FILE, help="File with the key that it was encrypted to, as age-keygen writes it."
)
@language_option
def unbundle(file: Path, out: Path, identity: Path | None, lang: str) -> Exit:
    """Open a bundle into --out, and verify it."""
    from reconciler.commands.bundle import unbundle as run

    return run(file, out, identity, lang="en" if lang == "en" else "ja")


COMMANDS = (verify, bundle, unbundle)
