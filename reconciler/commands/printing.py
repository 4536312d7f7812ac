"""Writes the printed report and the map. What keeps the PDF from being made is said; the other faces stand."""

from __future__ import annotations

from pathlib import Path

import click

from agent.host import give_back_memory
from reconciler.commands.outcome import CommandError
from reconciler.commands.typefaces import typeface_for_print
from reconciler.report import phrases
from reconciler.report.model import Report
from reconciler.report.wording import Language


def write_print(report: Report, path: Path, lang: Language, font: Path | None = None) -> tuple[Path, ...]:
    """The PDF's path; nothing where it could not be made, which is said on stderr. An earlier run's PDF does not
    stay beside this one's faces. Raises OSError where `path` cannot be written."""
    from reconciler.report.print import to_bytes
    from reconciler.report.typeset import TypesetError

    try:
        made = to_bytes(report, typeface_for_print(font), lang, give_back_memory)
    except (CommandError, TypesetError) as error:
        path.unlink(missing_ok=True)
        said = str(error) if isinstance(error, CommandError) else f"report.pdf was not written: {error}"
        click.echo(said, err=True)
        return ()
    path.write_bytes(made)
    return (path,)


def write_map(report: Report, path: Path, lang: Language) -> Path:
    """The map as a file of its own. Raises OSError."""
    from reconciler.report.map import drawings
    from reconciler.report.svg import document

    path.write_text(document(drawings(report, phrases.wording(report, lang))), encoding="utf-8")
    return path
