"""`daicho compare`: two runs or two ledgers in, what differs out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reconciler.between.model import Between
from reconciler.commands.documents import not_overwritten, not_written
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.reading import language_of, ledgers_of, read_findings, told_beside
from reconciler.commands.run_folder import FINDINGS, JOURNAL, write_whole
from reconciler.commands.sealing import adding_to


def compare(before: Path, after: Path, out: Sequence[Path], *, as_json: bool, lang: str) -> Exit:
    from reconciler.report.between import text, to_json
    from reconciler.report.between_files import FILES

    language = language_of(lang)
    for path in out:
        if path.suffix not in (*FILES, ".json"):
            raise CommandError(f"{path}: give a name that ends in {', '.join(FILES)} or .json")
        if path.exists():
            raise not_overwritten(path, "give another --out")
    found = _between(before, after)
    for path in out:
        made = FILES[path.suffix](found, language) if path.suffix in FILES else to_json(found).encode("utf-8")
        try:
            with adding_to(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, made)
        except OSError as error:
            raise not_written(path, error, "give another --out") from error
        click.echo(str(path), err=True)
    click.echo(to_json(found) if as_json else text(found, language), nl=False)
    return Exit.DIFFER if found.differs else Exit.AGREE


def _between(before: Path, after: Path) -> Between:
    runs = [_findings_in(path) for path in (before, after)]
    if runs[0] and runs[1]:
        from reconciler.between.runs import between_runs

        left_out = [told_beside(path.parent / JOURNAL)[1] for path in (runs[0], runs[1])]
        return between_runs(read_findings(runs[0]), read_findings(runs[1]), *left_out)
    if runs[0] or runs[1]:
        raise CommandError(f"{before} and {after}: one is a run, the other a ledger; give two of a kind")
    from reconciler.between.ledgers import between_ledgers

    one, other = (ledgers_of([path])[0] for path in (before, after))
    return between_ledgers(one, other)


def _findings_in(path: Path) -> Path | None:
    """The findings.json of a run; None for a ledger."""
    if path.is_dir():
        return path / FINDINGS
    return path if path.suffix == ".json" else None
