"""Reading runs nothing, follows nothing, writes nothing; and does not depend on the order of columns or of files."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconciler.ledger.asset import FIELDS, Asset
from reconciler.ledger.read import ledger_of, read_ledger
from reconciler.ledger.workbook import Sheet, Workbook
from tests.ledgers import broken, unseen

WATCHED = """
import json, sys
from pathlib import Path
seen = []
def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if writes or event.split(".")[0] in {"subprocess", "os", "socket", "ctypes", "urllib", "ftplib", "smtplib"}:
        if event not in {"os.listdir", "os.scandir"}:
            seen.append([event, str(arguments)[:200]])
    if event == "open" and isinstance(arguments[0], str):
        opened.add(arguments[0])
opened = set()
from reconciler.ledger.read import read_ledger, to_json
import python_calamine, olefile
sys.addaudithook(watch)
ledger = read_ledger(Path(sys.argv[1]))
to_json(ledger)
data = [name for name in opened if not name.endswith((".py", ".pyc", ".so", ".toml"))]
print(json.dumps([seen, data, [dict(a.raw) for a in ledger.assets], ledger.error]))
"""


def hostile_csv(path: Path) -> None:
    path.write_text(
        "管理番号,機器名,シリアル番号,備考\n"
        "=cmd|' /C calc'!A0,PC,S1,=WEBSERVICE(\"http://192.0.2.1/\")\n"
        '@SUM(1+1)*cmd|x,PC,S2,"=HYPERLINK(""http://192.0.2.1/"",""x"")"\n',
        encoding="utf-8",
    )


def hostile_xlsx(path: Path) -> None:
    """A link to another book, a query, an object to embed, and formulas that call out; each with a stored value."""
    calls = b'<c r="A3" t="str"><f>WEBSERVICE("http://192.0.2.1/")</f><v>K-3</v></c>'
    links = b'<c r="B3" t="str"><f>[1]S!A1</f><v>PC</v></c>'
    broken.raw_workbook(path, [*broken.table(1), b'<row r="3">' + calls + links + b"</row>"])
    target = '<Relationship Target="file://192.0.2.1/x.xlsx" TargetMode="External"/>'
    query = '<connection><webPr url="http://192.0.2.1/"/></connection>'
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
        archive.writestr(
            "xl/externalLinks/_rels/externalLink1.xml.rels", f"<Relationships>{target}</Relationships>"
        )
        archive.writestr("xl/connections.xml", f"<connections>{query}</connections>")
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.csv", hostile_csv), ("a.xlsx", hostile_xlsx), ("a.xlsm", unseen.with_macros_and_formulas)],
)
def test_nothing_is_run_followed_or_written(
    name: str, make: Callable[[Path], object], tmp_path: Path
) -> None:
    """The interpreter's own audit events while a hostile file is read: only that file is opened, and to be read."""
    make(tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path / name)], capture_output=True, text=True, check=True
    )
    events, opened, cells, error = json.loads(done.stdout)
    assert events == [] and error == ""
    assert {Path(o).name for o in opened} <= {name}
    assert len(cells) >= 2


def test_a_formula_is_kept_as_its_text_or_its_stored_value(tmp_path: Path) -> None:
    hostile_csv(tmp_path / "a.csv")
    assert read_ledger(tmp_path / "a.csv").assets[0].raw["tag"] == "=cmd|' /C calc'!A0"
    hostile_xlsx(tmp_path / "a.xlsx")
    assert [(a.tag, a.name) for a in read_ledger(tmp_path / "a.xlsx").assets] == [
        ("P-2", "PC"),
        ("K-3", "PC"),
    ]


COLUMNS: dict[str, st.SearchStrategy[str]] = {
    "管理番号": st.integers(0, 99999).map(lambda n: f"K-{n:05}"),
    "機器名称": st.sampled_from(["ノートPC", "CT装置", "輸液ポンプ", "複合機"]),
    "メーカー": st.sampled_from(["富士通㈱", "テルモ", "-", "日本光電"]),
    "型式": st.sampled_from(["TE-131", "D7012", "BSM-6501"]),
    "製造番号": st.integers(0, 10**8).map(lambda n: f"SN{n:09}"),
    "MACアドレス": st.binary(min_size=5, max_size=5).map(lambda b: "02:" + b.hex(":").upper()),
    "IPアドレス": st.one_of(st.just("DHCP"), st.ip_addresses(v=4, network="10.0.0.0/8").map(str)),
    "設置場所": st.sampled_from(["3階東", "サーバ室", "本館1階受付"]),
    "所属部署": st.sampled_from(["放射線科", "3階東病棟", "医事課"]),
    "OS": st.sampled_from(["Windows 11 Pro", "RHEL 8", "不明"]),
    "購入年月日": st.sampled_from(["R5.4.1", "2023/4/1", "令和元年5月", "5.4.1"]),
    "状態": st.sampled_from(["使用中", "廃棄", "修理中", "○"]),
    "備考": st.sampled_from(["要確認", "2台目", "192.0.2.7から変更"]),
}


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[list[str], list[dict[str, str]]]:
    rows = draw(st.lists(st.fixed_dictionaries(COLUMNS), min_size=1, max_size=8))
    return draw(st.permutations(list(COLUMNS))), rows


def _read(order: list[str], rows: list[dict[str, str]]) -> list[dict[str, object]]:
    sheet = Sheet("台帳", [tuple(order), *(tuple(row[h] for h in order) for row in rows)])
    return [_values(a) for a in ledger_of("a.xlsx", Workbook((sheet,))).assets]


def _values(asset: Asset) -> dict[str, object]:
    return {name: getattr(asset, name) for name in (*FIELDS, "row", "networked", "columns", "raw", "doubts")}


@settings(max_examples=150, deadline=None)
@given(ledgers())
def test_the_order_of_columns_does_not_matter(made: tuple[list[str], list[dict[str, str]]]) -> None:
    order, rows = made
    assert _read(order, rows) == _read(list(COLUMNS), rows)
    assert len(_read(order, rows)) == len(rows)


@settings(max_examples=80, deadline=None)
@given(ledgers(), st.integers(0, 3))
def test_what_stands_below_changes_nothing_above(
    made: tuple[list[str], list[dict[str, str]]], cut: int
) -> None:
    """Reading is from above: without its last rows a ledger gives the same devices, save those."""
    order, rows = made
    kept = rows[: max(1, len(rows) - cut)]
    assert _read(order, kept) == _read(order, rows)[: len(kept)]


def test_each_value_keeps_where_it_came_from(tmp_path: Path) -> None:
    """Several files of several owners: file, sheet and row of each device, and the cell as written."""
    unseen.modalities(tmp_path / "放射線科.xlsx")
    unseen.fixed_assets_by_account(tmp_path / "用度.csv")
    found = [a for name in ("放射線科.xlsx", "用度.csv") for a in read_ledger(tmp_path / name).assets]
    assert [(a.row.file, str(a.row)) for a in found[3:5]] == [
        ("放射線科.xlsx", "モダリティ!8"),
        ("用度.csv", "5"),
    ]
    assert (
        found[0].raw["maintained_until"] == "R5.4.1～R10.3.31"
        and found[0].raw["maker"] == "キヤノンメディカルシステムズ(株)"
    )
