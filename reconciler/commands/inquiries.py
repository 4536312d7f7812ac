"""The letters of inquiry (照会票) as files: one for each vendor, in a folder of their own that holds nothing older."""

from __future__ import annotations

from pathlib import Path

from reconciler.commands.documents import not_written
from reconciler.commands.outcome import CommandError
from reconciler.report.inquiry_book import letters
from reconciler.report.model import Report
from reconciler.report.wording import Language

FOLDER = "inquiries"


def may_be_written(out: Path) -> None:
    """Raises CommandError where the folder for letters holds files already: they may have been sent or filled in."""
    folder = out / FOLDER
    if folder.is_dir() and any(folder.iterdir()):
        raise CommandError(f"{folder} holds files already; move them away, or give another --out")


def write_inquiries(report: Report, out: Path, language: Language) -> tuple[Path, ...]:
    """Returns the paths. Raises CommandError where the folder holds files already."""
    folder = out / FOLDER
    made = letters(report, language)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        may_be_written(out)
        for name, content in made.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise not_written(folder, error, "give another --out") from error
    return tuple(folder / name for name in made)
