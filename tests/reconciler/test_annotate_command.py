"""`daicho annotate` from the command line: whole copies, the ledger untouched, every special workbook told of."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.comments import Comment

from agent.device import Claim, Device, Interface, Tier
from agent.findings import Coverage, Findings, to_json
from reconciler.cli import daicho
from reconciler.commands.outcome import Exit
from reconciler.commands.protecting import read_ledgers
from reconciler.commands.reading import read_findings
from reconciler.commands.reporting import concluded
from reconciler.commands.source import Source, sources_of
from reconciler.ledger.read import read_ledger
from tests.ledgers import rich

ROOT = Path(__file__).resolve().parents[2]
SEEN = "2026-11-25T16:30:00Z"
"""Already the 26th in Japan."""


def device(name: str, mac: str, ip: str, klass: str, bits: str = "") -> Device:
    claims = (Claim("class", klass, Tier.STRONG, "r", "snmp.sysDescr", klass),)
    return Device(
        name, "", (Interface(mac, (ip,), bits and "sw-1", bits),), ("外来",), (name,), claims, last_seen=SEEN
    )


DEVICES = (
    device("UKETSUKE01", "74:4c:a1:00:02:21", "10.2.0.21", "terminal"),
    device("SHINSATSU01", "74:4c:a1:00:02:99", "10.2.0.22", "terminal"),
    device("NEW-PC", "74:4c:a1:00:02:77", "10.2.0.77", "terminal", "12"),
    device("phone", "da:a1:19:33:77:01", "10.2.0.90", "guest"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    coverage = (Coverage("", "外来", "10.2.0.0/24", "office", True, 254, 254, 4),)
    findings = Findings("RUN-7", "d", "2026-11-25T16:00:00Z", SEEN, True, coverage, DEVICES)
    (tmp_path / "findings.json").write_text(to_json(findings), encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str | Path) -> Result:
    found = [str(folder / a) if isinstance(a, Path) else a for a in arguments]
    out = ["--out", str(folder / "out")]
    whole = ["annotate", str(folder / "findings.json"), *found, *out]
    return CliRunner().invoke(daicho, whole, catch_exceptions=False, standalone_mode=False)


def copies(folder: Path) -> list[str]:
    return sorted(p.name for p in (folder / "out").iterdir())


def rows_of(path: Path, sheet: str) -> list[list[str]]:
    found = openpyxl.load_workbook(path)[sheet]
    return [[str(c or "") for c in row] for row in found.iter_rows(values_only=True)]


def test_a_copy_with_both_sheets_and_the_ledger_as_it_was(folder: Path) -> None:
    ledger = rich.written(folder / "台帳.xlsx")
    before, stamp = ledger.read_bytes(), ledger.stat().st_mtime_ns
    result = run(folder, Path("台帳.xlsx"), "--comments")
    assert result.return_value == Exit.DIFFER and copies(folder) == ["台帳_daicho確認_20261126.xlsx"]
    assert (ledger.read_bytes(), ledger.stat().st_mtime_ns) == (before, stamp)
    copy = folder / "out" / copies(folder)[0]
    told = rows_of(copy, "daicho 確認結果")
    assert [r[0] for r in told[4:8]] == [
        "機器一覧 1行目",
        "機器一覧 2行目",
        "機器一覧 3行目",
        "機器一覧 4行目",
    ]
    assert "74:4c:a1:00:02:99" in told[6][4] and "RUN-7" in told[2][0]
    added = rows_of(copy, "台帳追加候補")
    head = next(n for n, r in enumerate(added) if "管理番号" in r)
    assert added[head][:9] == rich.HEAD and added[head][9] == ""
    pasted = added[head + 1]
    assert pasted[2:6] == ["端末", "NEW-PC", "10.2.0.77", "74-4C-A1-00-02-77"] and pasted[7] == "R8.11.26"
    assert pasted[0] == pasted[6] == pasted[8] == "" and "sw-1" in pasted[10]
    assert not any("10.2.0.90" in " ".join(r) for r in added), "a guest gets no row"
    assert openpyxl.load_workbook(copy)["機器一覧"]["A3"].comment is not None


def test_the_copy_reads_back_as_the_same_ledger(folder: Path) -> None:
    run(folder, rich.written(folder / "台帳.xlsx").relative_to(folder))
    before, after = read_ledger(folder / "台帳.xlsx"), read_ledger(folder / "out" / copies(folder)[0])
    assert [replace(a, row=replace(a.row, file="")) for a in after.assets] == [
        replace(a, row=replace(a.row, file="")) for a in before.assets
    ]


def test_a_second_copy_does_not_take_the_place_of_the_first(folder: Path) -> None:
    rich.written(folder / "a.xlsx")
    run(folder, Path("a.xlsx"))
    first = folder / "out" / "a_daicho確認_20261126.xlsx"
    first.write_bytes(b"what somebody wrote into it")
    run(folder, Path("a.xlsx"))
    assert copies(folder) == ["a_daicho確認_20261126.xlsx", "a_daicho確認_20261126_2.xlsx"]
    assert first.read_bytes() == b"what somebody wrote into it"


def test_several_ledgers_and_another_language(folder: Path) -> None:
    rich.with_macros(folder / "a.xlsm")
    (folder / "b.csv").write_text("管理番号,機器名,IPアドレス\n0001,ポンプ,10.2.0.99\n", encoding="cp932")
    result = run(folder, Path("a.xlsm"), Path("b.csv"), "--lang", "en")
    assert copies(folder) == ["a_daicho_20261126.xlsm", "b_daicho_20261126.xlsx"]
    book = openpyxl.load_workbook(folder / "out" / "b_daicho_20261126.xlsx")
    assert book.sheetnames == ["台帳", "daicho results"] and book["台帳"]["A2"].value == "0001"
    assert "copy of the values" in book["daicho results"]["A2"].value
    assert "Rows to add" in openpyxl.load_workbook(folder / "out" / "a_daicho_20261126.xlsm").sheetnames
    assert result.return_value == Exit.DIFFER


def test_an_audit_gives_the_ledger_back_too(folder: Path) -> None:
    path = rich.written(folder / "a.xlsx")
    sources, findings = sources_of([path]), read_findings(folder / "findings.json")
    code, _ = concluded(
        findings, read_ledgers([path]) or (), folder / "run", store=None, lang="ja", sources=sources
    )
    assert code == Exit.DIFFER and (folder / "run" / "a_daicho確認_20261126.xlsx").exists()
    copy = zipfile.ZipFile(folder / "run" / "a_daicho確認_20261126.xlsx")
    assert "daicho 確認結果" in copy.read("xl/workbook.xml").decode()


def test_two_ledgers_of_one_name_are_refused(folder: Path) -> None:
    (folder / "x").mkdir()
    paths = [rich.written(folder / "a.xlsx"), rich.written(folder / "x" / "a.xlsx")]
    done = command(folder, *map(str, paths))
    assert done.returncode == 2 and "another name" in done.stderr and not (folder / "out").exists()


def commented(path: Path) -> Path:
    book = openpyxl.Workbook()
    for cells in (rich.HEAD, *rich.ROWS[:2]):
        book.active.append(cells)
    book.active["A2"].comment = Comment("前年度に確認", "担当")
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("make", "options", "says", "very"),
    [
        (rich.signed, (), "digital signature", False),
        (rich.signed, ("--unsigned",), "", True),
        (rich.shared, (), "shared", False),
        (rich.rich, (), "structure is protected", True),
        (commented, ("--comments",), "comments or controls of its own", True),
    ],
)
def test_special_workbooks_are_told_of(
    make: Callable[[Path], Path], options: tuple[str, ...], says: str, very: bool, folder: Path
) -> None:
    """very: whether the copy is the very workbook, or one of its values alone."""
    before = zipfile.ZipFile(make(folder / "a.xlsx")).namelist()
    assert says in run(folder, Path("a.xlsx"), *options).stderr
    with zipfile.ZipFile(folder / "out" / copies(folder)[0]) as archive:
        assert (archive.namelist()[: len(before)] == before) is very


def test_what_cannot_be_read_ends_with_a_sentence(folder: Path) -> None:
    (folder / "a.xlsx").write_bytes(b"PK\3\4 and no more")
    done = command(folder, str(folder / "a.xlsx"))
    assert done.returncode == 2 and "damaged" in done.stderr and "Traceback" not in done.stderr


def test_a_ledger_that_changed_meanwhile_is_not_annotated(folder: Path) -> None:
    path = rich.written(folder / "a.xlsx")
    (source,) = sources_of([path])
    assert source.read() == path.read_bytes()
    os.utime(path, ns=(source.stamp[0] + 10**9, source.stamp[0] + 10**9))
    with pytest.raises(Exception, match="was changed after"):
        Source(path, source.stamp).read()


def test_killed_while_it_writes_it_leaves_no_half_copy(folder: Path) -> None:
    """The name of a copy appears by a rename alone, so that whoever sees it sees it whole."""
    rich.written(folder / "a.xlsx")
    program = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "def die(self, target): os.kill(os.getpid(), signal.SIGKILL)\n"
        "Path.replace = die\nfrom reconciler.cli import main\n"
        f"sys.argv = ['daicho', 'annotate', {str(folder / 'findings.json')!r}, {str(folder / 'a.xlsx')!r}, "
        f"'--out', {str(folder / 'out')!r}]\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, cwd=ROOT)
    assert done.returncode == -9 and copies(folder) == ["a_daicho確認_20261126.xlsx.partial"]
    assert run(folder, Path("a.xlsx")).return_value == Exit.DIFFER
    assert copies(folder) == ["a_daicho確認_20261126.xlsx"]


def test_the_same_run_gives_the_same_copy(folder: Path) -> None:
    rich.written(folder / "a.xlsx")
    run(folder, Path("a.xlsx"), "--comments")
    run(folder, Path("a.xlsx"), "--comments")
    one, two = ((folder / "out" / name).read_bytes() for name in copies(folder))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert not re.search(rb"<f[ >]", archive.read("xl/worksheets/sheet5.xml"))


def command(folder: Path, *ledgers: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reconciler", "annotate", str(folder / "findings.json"), *ledgers, "--out", str(folder / "out")],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
