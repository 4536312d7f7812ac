"""Whatever the sheet: each row is accounted for exactly once, each value comes from a cell, nothing is raised."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconciler.ledger.asset import STATES, Ledger
from reconciler.ledger.normalise import Cell
from reconciler.ledger.read import ledger_of, to_json
from reconciler.ledger.workbook import Layout, Merge, Sheet, Workbook

HEADINGS = [
    "管理番号",
    "機器名称",
    "No.",
    "型番",
    "製造番号",
    "MACアドレス",
    "IPアドレス",
    "設置場所",
    "部署",
    "OS",
    "バージョン",
    "導入日",
    "保守業者",
    "状態",
    "備考",
    "台数",
    "謎",
    "ネットワーク",
    "メーカー・型番",
    "廃棄日",
    "名称",
]
WORDS = [
    "〃",
    "同上",
    "計",
    "小計",
    "合計 3台",
    "【放射線科】",
    "3階東病棟",
    "※注",
    "以上",
    "-",
    "なし",
    "使用中",
    "廃棄",
    "一式",
    "例",
    "DHCP",
    "192.168.1.10",
    "192.168.1.10～20",
    "00:1B:21:AA:BB:CC",
    "R5.4.1",
    "2023/2/30",
    "富士通 FMV",
    "PC-001",
    "ノートPC",
    "1.12E+11",
]
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(HEADINGS + WORDS),
    st.integers(-5, 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    st.booleans(),
    st.text(min_size=1, max_size=8).filter(lambda s: bool(s.strip())),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet that may begin with titles, has headings or has none, and any cells after; any merges and looks."""
    width = draw(st.integers(1, 8))
    rows: list[tuple[Cell, ...]] = []
    for _ in range(draw(st.integers(0, 3))):
        rows.append(tuple(draw(st.lists(CELLS, max_size=3))))
    for _ in range(draw(st.integers(0, 3))):
        rows.append(tuple(draw(st.lists(st.sampled_from(HEADINGS), min_size=width, max_size=width))))
        rows.extend(tuple(r) for r in draw(st.lists(st.lists(CELLS, max_size=width), max_size=8)))
    rows = [row if any(cell is not None for cell in row) else () for row in rows]
    while rows and not rows[-1]:
        rows.pop()
    if not rows:
        rows = [("x",)]
    corner = st.tuples(st.integers(0, len(rows) - 1), st.integers(0, width - 1))
    merges = tuple(
        Merge(top, left, top + draw(st.integers(0, 3)), left + draw(st.integers(0, 3)))
        for top, left in draw(st.lists(corner, max_size=4))
    )
    some = st.frozensets(st.integers(0, len(rows) - 1), max_size=4)
    layout = Layout(hidden_rows=draw(some), struck=dict.fromkeys(draw(some), frozenset(range(width))))
    return Sheet(
        draw(st.sampled_from(["Sheet1", "3階病棟", "廃棄済", "集計", "凡例", "PC"])),
        rows,
        merges,
        draw(st.booleans()),
        layout,
    )


def read(sheet: Sheet) -> Ledger:
    return ledger_of("a.xlsx", Workbook((sheet,)))


@settings(max_examples=300, deadline=None)
@given(sheets())
def test_each_row_is_accounted_for_exactly_once(sheet: Sheet) -> None:
    ledger = read(sheet)
    skipped = [s.row for s in ledger.skipped]
    assets = [a.row.row for a in ledger.assets]
    assert len(skipped) == len(set(skipped)) and not set(skipped) & set(assets)
    assert len(set(a.row for a in ledger.assets)) == len(ledger.assets)
    assert set(skipped) | set(assets) >= set(range(1, len(sheet.rows) + 1))
    assert all(s.why for s in ledger.skipped)
    to_json(ledger)


@settings(max_examples=200, deadline=None)
@given(sheets())
def test_no_value_without_a_cell_or_a_doubt(sheet: Sheet) -> None:
    for asset in read(sheet).assets:
        for name in (
            "tag",
            "name",
            "model",
            "serial",
            "place",
            "department",
            "kind",
            "state",
            "introduced",
            "maintainer",
        ):
            if getattr(asset, name):
                assert name in asset.raw or name in asset.doubts
        assert asset.state in {"", *STATES}
        assert not asset.macs or "macs" in asset.raw or "macs" in asset.doubts
        assert not asset.ips or "ips" in asset.raw or "ips" in asset.doubts


@settings(max_examples=100, deadline=None)
@given(sheets())
def test_the_same_sheet_reads_the_same(sheet: Sheet) -> None:
    assert read(sheet) == read(sheet)


DEVICE = st.fixed_dictionaries(
    {
        "管理番号": st.integers(0, 99999).map(lambda n: f"K-{n:05}"),
        "機器名称": st.sampled_from(["ノートPC", "CT装置", "輸液ポンプ", "サーバー", "複合機"]),
        "製造番号": st.integers(0, 10**8).map(lambda n: f"SN{n:09}"),
        "MACアドレス": st.binary(min_size=5, max_size=5).map(lambda b: "00:" + b.hex(":").upper()),
        "IPアドレス": st.ip_addresses(v=4, network="10.0.0.0/8").map(str),
    }
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(DEVICE, min_size=1, max_size=20),
    st.permutations(["管理番号", "機器名称", "製造番号", "MACアドレス", "IPアドレス"]),
    st.lists(
        st.sampled_from([("院内機器台帳",), (), ("更新日：2024/4/1",), (None, None, "放射線科")]), max_size=4
    ),
    st.integers(0, 3),
)
def test_every_device_is_found_wherever_the_table_stands(
    devices: list[dict[str, str]], order: list[str], titles: list[tuple[Cell, ...]], left: int
) -> None:
    pad: tuple[Cell, ...] = (None,) * left
    rows = [*titles, (*pad, *order), *((*pad, *(device[h] for h in order)) for device in devices)]
    ledger = read(Sheet("機器", rows))
    assert [(a.tag, a.name, a.serial) for a in ledger.assets] == [
        (d["管理番号"], d["機器名称"], d["製造番号"]) for d in devices
    ]
    assert [a.row.row for a in ledger.assets] == list(range(len(titles) + 2, len(rows) + 1))
    assert [a.ips for a in ledger.assets] == [(d["IPアドレス"],) for d in devices]
    assert [a.macs for a in ledger.assets] == [
        (d["MACアドレス"].lower(),) if d["MACアドレス"] != "00:00:00:00:00:00" else () for d in devices
    ]


def test_the_shorter_of_two_tables_side_by_side_ends_where_its_rows_end() -> None:
    rows: list[tuple[Cell, ...]] = [
        ("管理番号", "機器名称", None, "設置場所", "管理番号", "機器名称"),
        ("K-001", "ノートPC", None, "3階東病棟", "K-101", "CT装置"),
        ("K-002", "ノートPC", None, "4階西病棟", "K-102", "輸液ポンプ"),
        ("K-003", "ノートPC"),
        ("K-004", "複合機"),
    ]
    ledger = read(Sheet("機器", rows))
    assert [(a.tag, a.place) for a in ledger.assets] == [
        ("K-001", ""),
        ("K-101", "3階東病棟"),
        ("K-002", ""),
        ("K-102", "4階西病棟"),
        ("K-003", ""),
        ("K-004", ""),
    ]


@pytest.mark.parametrize("name", ["Sheet1", "3階病棟"])
def test_an_empty_workbook_is_an_empty_ledger(name: str) -> None:
    ledger = ledger_of("a.xlsx", Workbook((Sheet(name, [("x",)]),)))
    assert not ledger.assets and ledger.error and [s.row for s in ledger.skipped] == [1]
