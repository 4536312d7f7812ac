"""What a command writes: never over a file that is there, and what it says where nothing can be written."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from agent.findings import Coverage, Findings, NotLooked
from reconciler.cli import daicho
from reconciler.commands.documents import not_written
from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.scan import not_asked

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    assert ask("demo", "--replay", "--out", folder).return_value is Exit.DIFFER
    return folder


@pytest.fixture
def ledger(run: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "台帳.xlsx"
    copy.write_bytes((run / "ledger.xlsx").read_bytes())
    return copy


def ask(*words: object) -> Result:
    return CliRunner().invoke(daicho, [str(word) for word in words], standalone_mode=False)


def as_a_person(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The whole program, with what its entry point does about streams and errors."""
    return subprocess.run(
        [sys.executable, "-m", "reconciler", *(str(word) for word in words)],
        capture_output=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize(
    "words",
    [
        ["ledger", "read", "LEDGER", "--write-columns", "LEDGER"],
        ["compare", "RUN", "RUN", "--out", "LEDGER"],
        ["init", "--out", "LEDGER"],
        ["bundle", "RUN", "--out", "LEDGER"],
    ],
    ids=" ".join,
)
def test_a_mistyped_name_does_not_cost_the_ledger(words: list[str], run: Path, ledger: Path) -> None:
    before = ledger.read_bytes()
    named = {"LEDGER": ledger, "RUN": run}
    said = ask(*(named.get(word, word) for word in words))
    assert isinstance(said.exception, CommandError) and said.exception.code is Exit.USAGE
    assert "is not overwritten" in str(said.exception)
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("face", ["report.xlsx", "report.html"])
def test_a_ledger_that_has_a_documents_name_is_not_written_over(face: str, run: Path, ledger: Path) -> None:
    ledger = ledger.rename(ledger.with_name(face))
    before = ledger.read_bytes()
    said = ask("report", run / "findings.json", ledger, "--out", ledger.parent)
    assert isinstance(said.exception, CommandError)
    assert ledger.read_bytes() == before


def test_what_an_officer_filled_in_is_kept_when_the_report_is_made_again(
    run: Path, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    again = ("report", run / "findings.json", ledger, "--out", out)
    assert ask(*again).return_value is Exit.DIFFER
    assert ask(*again).return_value is Exit.DIFFER
    assert not list(out.glob("*_kept_*")), "nothing was written on it"

    workbook = out / "report.xlsx"
    book = openpyxl.load_workbook(workbook)
    page = book["要確認一覧"]
    column = next(c.column for c in page[3] if c.value == "判定")
    page.cell(4, column).value = "撤去"  # type: ignore[assignment]
    book.save(workbook)
    filled = workbook.read_bytes()
    assert ask(*again).return_value is Exit.DIFFER
    assert (out / "report_kept_1.xlsx").read_bytes() == filled
    assert workbook.read_bytes() != filled


def test_anothers_files_under_the_reports_names_are_kept(run: Path, ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    names = ("report.pdf", "report.html", "report.json", "network-map.svg")
    for name in names:
        (out / name).write_text(f"前回の業者の {name}", encoding="utf-8")
    again = ("report", run / "findings.json", ledger, "--out", out)
    said = ask(*again)
    assert said.return_value is Exit.DIFFER and "report_kept_1.pdf" in said.stderr
    for name in names:
        kept = Path(name)
        text = (out / f"{kept.stem}_kept_1{kept.suffix}").read_text(encoding="utf-8")
        assert text == f"前回の業者の {name}"
    assert ask(*again).return_value is Exit.DIFFER
    assert not list(out.glob("*_kept_2*")), "the second time all of them are ours"


@pytest.mark.parametrize(
    ("number", "code", "advice"),
    [
        (errno.ENOSPC, Exit.STOPPED, "make room"),
        (errno.EROFS, Exit.STOPPED, "give another place"),
        (errno.EACCES, Exit.USAGE, "close it"),
    ],
)
def test_what_to_do_is_said_by_what_is_wrong(number: int, code: Exit, advice: str) -> None:
    said = not_written(Path("report.xlsx"), OSError(number, os.strerror(number)), "close it where it is open")
    assert said.code is code
    assert advice in str(said) and str(said).startswith("report.xlsx: ")


def test_a_place_that_is_not_there_is_no_fault_of_ours(ledger: Path, tmp_path: Path) -> None:
    done = as_a_person("ledger", "read", ledger, "--write-columns", tmp_path / "no" / "x.toml")
    assert done.returncode == Exit.USAGE
    assert "Traceback" not in done.stderr and "x.toml" in done.stderr


@pytest.mark.parametrize("encoding", ["cp932", "latin-1", "utf-8"])
def test_no_console_is_too_small_for_a_name(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "boxes.jsonl"
    file.write_text('{"id": "é台帳\U0001f5a8", "evidence": []}\n', encoding="utf-8")
    done = as_a_person("identify", file, PYTHONIOENCODING=encoding)
    assert done.returncode == Exit.AGREE, done.stderr
    assert json.loads(done.stdout)["id"] == "é台帳\U0001f5a8"


def test_a_file_that_is_no_evidence_is_told_in_a_few_lines(tmp_path: Path) -> None:
    file = tmp_path / "台帳.xlsx"
    file.write_text("no JSON\n" * 500, encoding="utf-8")
    said = ask("identify", file)
    assert said.return_value is Exit.USAGE
    assert len(said.stderr.splitlines()) < 30 and "480 more lines" in said.stderr
    file.write_text("", encoding="utf-8")
    assert "no line of evidence" in ask("identify", file).stderr


def test_a_ledger_that_is_missing_is_named_once_and_with_its_folder(tmp_path: Path) -> None:
    missing = tmp_path / "無い.xlsx"
    for words in (["ledger", "read", missing], ["reconcile", tmp_path / "x.json", missing]):
        (tmp_path / "x.json").write_text("{}", encoding="utf-8")
        said = str(ask(*words).exception)
        assert said.count("無い.xlsx") <= 1
    assert str(ask("ledger", "read", missing).exception).startswith(f"{missing} is missing")


def test_a_scan_that_asked_nobody_on_a_network_says_so() -> None:
    """ "0 devices" alone would read as an empty network."""
    dark = Coverage(
        "main", "病棟", "192.0.2.0/24", "clinical", False, 254, 0, 0, not_looked=(NotLooked("routed", 254),)
    )
    seen = Coverage("main", "事務", "198.51.100.0/24", "office", True, 254, 253, 3)
    found = Findings("r", "x", "2026-05-01T01:00:00Z", "2026-05-01T01:00:00Z", True, (dark, seen), ())
    assert list(not_asked(found)) == ["病棟: none of its addresses was asked (routed)"]
