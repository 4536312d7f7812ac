"""The sheets that are given back: each row of the ledger once, what to paste for devices that no row explains."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from agent.device import Claim, Device, Interface, Tier
from reconciler.blank_rows import forms_of
from reconciler.houses import makers
from reconciler.ledger.added import MAX_LINKS, AddedSheet, Text
from reconciler.ledger.asset import Asset, Ledger, MappedColumn, RowRef
from reconciler.ledger.sheets import ADDED, is_added
from reconciler.ledger.workbook import Sheet
from reconciler.proposals import Block, propose
from reconciler.reconciliation import DeviceBucket, Reconciliation, RowBucket
from reconciler.report import phrases
from reconciler.report.additions import additions
from reconciler.report.annotation import COLUMNS, Copy, Run, entries, results
from reconciler.report.building import build
from reconciler.report.cell_remarks import LONGEST, remarks
from reconciler.report.model import Report
from reconciler.report.wording import LANGUAGES, Language, words
from tests.reconciler import report_sample as sample

SHEETS = ("機器一覧", "ME機器")
REPORT = sample.report()


def copy_of(report: Report, **changes: object) -> Copy:
    copy = Copy(sample.FILE, SHEETS, lambda name: name or "台帳", proposed=3)
    return replace(copy, **changes)  # type: ignore[arg-type]


def grid(sheet: AddedSheet) -> list[dict[int, Text]]:
    return [dict(line.cells) for line in sheet.lines]


def said(sheet: AddedSheet) -> str:
    return text_of(grid(sheet))


def text_of(lines: list[dict[int, Text]]) -> str:
    return "\n".join(cell.text for line in lines for cell in line.values())


# -- conservation -------------------------------------------------------------------------------


@pytest.mark.parametrize("report", [REPORT, build(sample.large(600), sample.COVER)], ids=["small", "large"])
def test_each_row_of_the_ledger_stands_exactly_once(report: Report) -> None:
    found = Counter[RowRef]()
    for entry in entries(report, copy_of(report)):
        if isinstance(entry, Run):
            rows = range(entry.first.row, entry.last + 1)
            found.update(RowRef(entry.first.file, entry.first.sheet, row) for row in rows)
        else:
            found[entry.row] += 1
    assert found == Counter(line.row for line in report.rows)


def test_rows_of_another_ledger_stand_elsewhere() -> None:
    assert not list(entries(REPORT, copy_of(REPORT, file="別の台帳.xlsx")))


def test_rows_stand_in_the_order_of_the_workbook() -> None:
    backwards = copy_of(REPORT, order=tuple(reversed(SHEETS)))
    refs = [e.first if isinstance(e, Run) else e.row for e in entries(REPORT, backwards)]
    assert refs == sorted(refs, key=lambda r: (r.sheet != "ME機器", r.row))


def test_rows_without_a_device_are_told_in_runs() -> None:
    lines = [line for line in REPORT.rows if line.bucket is not RowBucket.SKIPPED]
    blank = next(line for line in REPORT.rows if line.bucket is RowBucket.SKIPPED)
    rows = [replace(blank, row=sample.ref(n), skipped_why=why) for n, why in
            ((21, "blank"), (22, "blank"), (23, "remark"), (25, "remark"), (26, "remark"))]  # fmt: skip
    runs = [e for e in entries(replace(REPORT, rows=(*lines, *rows)), copy_of(REPORT)) if isinstance(e, Run)]
    assert [(r.first.row, r.last, r.why) for r in runs] == [
        (21, 22, "blank"),
        (23, 23, "remark"),
        (25, 26, "remark"),
    ]
    told = said(results(replace(REPORT, rows=tuple(rows)), copy_of(REPORT), words("ja")))
    assert "機器一覧 21～22行目" in told and "空行" in told


def test_the_counts_of_the_legend_add_up() -> None:
    told = said(results(REPORT, copy_of(REPORT), words("ja")))
    counts = [int(n) for n in re.findall(r"（(\d+)行）：", told)]
    assert sum(counts) == len(REPORT.rows) and f"計{len(REPORT.rows)}行" in told


# -- what is told of a row ----------------------------------------------------------------------


def cells_of(row: int, sheet: str = "機器一覧", lang: Language = "ja") -> dict[str, str]:
    w = phrases.wording(REPORT, lang)
    spot = phrases.place_of(f"{sheet}!{row}", w)
    line = next(line for line in grid(results(REPORT, copy_of(REPORT), w)) if line[0].text == spot)
    return {code: line[n].text if n in line else "" for n, (code, _) in enumerate(COLUMNS)}


def test_a_row_tells_what_differs_why_and_what_to_do() -> None:
    told = cells_of(13)
    assert (told["tag"], told["name"], told["bucket"]) == ("PC-0122", "診察室1 PC", "検出機器と一致")
    assert "MACアドレス" in told["differences"] and "74:4c:a1:00:02:99" in told["differences"]
    assert "74:4c:a1:00:02:22" in told["differences"] and "ホスト名" in told["reasons"]
    assert "現物で確認" in told["action"] and told["check"] and told["check"] not in told["action"]
    assert "PC-0122" in told["device"] and "10.2.0.22" in told["device"] and "sw-2f" in told["device"]


def test_a_row_without_a_device_says_why() -> None:
    assert cells_of(10)["bucket"] == "今回未検出" and "10.1.0.0/24" in cells_of(10)["reasons"]
    assert cells_of(15)["bucket"] == "今回未確認" and not cells_of(15)["device"]


def test_a_doubtful_row_names_its_candidates() -> None:
    assert cells_of(5, "ME機器")["device"].startswith("候補：")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_and_the_mark_by_which_the_sheet_is_known_again(lang: Language) -> None:
    w = phrases.wording(REPORT, lang)
    sheet = results(REPORT, copy_of(REPORT), w)
    lines = grid(sheet)
    told, first = text_of(lines), lines[0][0]
    assert (
        ADDED in first.tail
        and sheet.name == first.text
        and is_added(Sheet(sheet.name, [(first.text + first.tail,)]))
    )
    assert sample.RUN in told and w.time(sample.RESULT.ended) in told
    assert (sheet.name == "daicho 確認結果") is (lang == "ja")
    if lang == "en":
        assert not re.search("[ぁ-ん]", "".join(w(code) for code in w.messages if code.startswith(("annotation.", "additions."))
                                              and "{" not in w.messages[code]))  # fmt: skip


def test_a_run_that_was_stopped_is_told_as_such() -> None:
    stopped = replace(REPORT, cover=replace(REPORT.cover, complete=False))
    assert "途中で終了" in said(results(stopped, copy_of(stopped), words("ja")))


def test_rows_are_linked_and_not_more_than_excel_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    links = [
        line[0].link for line in grid(results(REPORT, copy_of(REPORT), words("ja"))) if line and line[0].link
    ]
    assert len(links) == len(list(entries(REPORT, copy_of(REPORT)))) and links[0] and links[0].cell == "A5"
    assert MAX_LINKS < 65_530
    monkeypatch.setattr("reconciler.report.annotation.MAX_LINKS", 5)
    few = [line for line in grid(results(REPORT, copy_of(REPORT), words("ja"))) if line and line[0].link]
    assert 0 < len(few) < len(links)


def test_what_would_act_is_spelt_out() -> None:
    odd = replace(sample.ASSETS[0], name="a\u202eb\x07", tag="=cmd|x")
    ledger = replace(sample.LEDGER, assets=(odd, *sample.ASSETS[1:]))
    report = build(replace(sample.RESULT, ledgers=(ledger,)), sample.COVER)
    told = said(results(report, copy_of(report), words("ja")))
    assert "a[U+202E]b[U+0007]" in told and "\u202e" not in told


# -- comments -----------------------------------------------------------------------------------


def test_rows_with_something_to_say_get_a_comment_the_gravest_first() -> None:
    made = list(remarks(REPORT, sample.LEDGER, copy_of(REPORT), words("ja")))
    wanted = {line.row for line in REPORT.rows if line.asset and line.items}
    assert {(r.sheet, r.cell) for r in made} == {(row.sheet, f"A{row.row}") for row in wanted}
    assert "RETIRED" not in made[0].text and "廃棄・撤去済み" in made[0].text
    assert all(len(r.text) < LONGEST + 200 for r in made)


# -- proposed rows ------------------------------------------------------------------------------


def column(
    letter: str, header: str, field: str, sheet: str = "端末", rows: tuple[int, ...] = (3,)
) -> MappedColumn:
    return MappedColumn(sheet, 1, letter, header, field, "", rows)


def row(number: int, sheet: str = "端末", **fields: object) -> Asset:
    raw = fields.pop("raw", {})
    return Asset(RowRef("a.xlsx", sheet, number), raw=raw, **fields)  # type: ignore[arg-type]


LAPTOP = {
    "kind": "ノートＰＣ",
    "maker": "ＮＥＣ",
    "ips": "ＤＨＣＰ",
    "macs": "744c.a100.0221",
    "checked": "R8.4.1",
}
PCS = Ledger(
    "a.xlsx",
    columns=(
        column("B", "管理番号", "tag"), column("C", "種別", "kind"), column("D", "メーカー", "maker"),
        column("F", "IP", "ips"), column("G", "MAC(有線)", "macs"), column("H", "MAC(無線)", "macs"),
        column("I", "OS", "os"), column("J", "更新日", "checked"), column("K", "棚卸日", "checked"),
        column("L", "謎", ""), column("B", "番号", "tag", "医療", (1,)), column("C", "名称", "name", "医療", (1,)),
        column("D", "IP", "ips", "医療", (1,)), column("E", "数量", "quantity", "医療", (1,)),
    ),
    assets=(
        row(4, kind="端末", maker="日本電気株式会社", dhcp=True, raw=LAPTOP),
        row(5, kind="端末", raw={"kind": "ノートＰＣ", "macs": "744c.a100.0222", "checked": "R8.4.10"}),
        row(2, "医療", name="生体情報モニタ"), row(3, "医療", name="輸液ポンプ"),
    ),
)  # fmt: skip


def device(
    number: int, mac: str, ips: tuple[str, ...], *claims: Claim, names: tuple[str, ...] = ()
) -> Device:
    return Device(f"d{number}", "", (Interface(mac, ips),), hostnames=names, claims=claims)


def claim(attribute: str, value: str, tier: Tier = Tier.STRONG, field: str = "snmp.sysDescr") -> Claim:
    return Claim(attribute, value, tier, "r", field, value)


def proposed(
    *devices: Device, ledgers: tuple[Ledger, ...] = (PCS,), **bucket: DeviceBucket
) -> tuple[Block, ...]:
    buckets = {d.id: bucket.get(d.id, DeviceBucket.UNREGISTERED) for d in devices}
    rows = {a.row: RowBucket.NOT_SEEN for ledger in ledgers for a in ledger.assets}
    result = Reconciliation("r", sample.RESULT.ended, devices, ledgers, (), (), (), (), buckets, rows)
    known = makers({"NEC": "NEC", "日本電気": "NEC"})
    return propose(result, REPORT.as_of, lambda d: f"<{d.best('kind')}>", known)


PC = device(1, "74:4c:a1:00:02:99", ("10.2.0.9", "fe80::1", "fd00::9"), claim("class", "terminal"), claim("kind", "pc"),
            claim("vendor", "NEC"), claim("os", "Windows 11"), claim("version", "23H2"), names=("PC-9",))  # fmt: skip


def test_a_row_is_written_as_its_neighbours_are() -> None:
    (block,) = proposed(PC)
    assert block.form.sheet == "端末"
    assert dict(block.proposals[0].values) == {
        2: "ノートＰＣ", 3: "ＮＥＣ", 5: "10.2.0.9", 6: "744c.a100.0299", 8: "Windows 11 23H2", 9: "R8.6.15",
    }  # fmt: skip


def test_what_takes_its_address_by_dhcp_is_written_with_the_hospitals_word() -> None:
    moving = replace(PC, claims=(*PC.claims, claim("hostname", "PC-9", Tier.MEDIUM, "dhcp.hostname")))
    assert proposed(moving)[0].proposals[0].values[5] == "ＤＨＣＰ"


def test_a_hint_is_not_filled_in_but_named() -> None:
    weak = device(
        1, "74:4c:a1:00:02:99", (), claim("vendor", "NEC", Tier.WEAK), claim("os", "Linux", Tier.MEDIUM)
    )
    (block,) = proposed(weak)
    assert 3 not in block.proposals[0].values and block.proposals[0].hints == ("vendor",)
    assert block.proposals[0].values[8] == "Linux"


def test_a_conflict_is_not_filled_in() -> None:
    torn = replace(PC, conflicts=("vendor", "os"))
    values = proposed(torn)[0].proposals[0].values
    assert 3 not in values and 8 not in values


def test_the_table_that_keeps_its_class_is_taken() -> None:
    monitor = device(2, "00:1e:3d:00:03:41", ("10.3.0.41",), claim("class", "medical"), names=("MON-1",))
    blocks = proposed(PC, monitor)
    assert [(b.form.sheet, [p.device.id for p in b.proposals]) for b in blocks] == [
        ("端末", ["d1"]),
        ("医療", ["d2"]),
    ]
    assert dict(blocks[1].proposals[0].values) == {2: "MON-1", 3: "10.3.0.41", 4: "1"}


@pytest.mark.parametrize("bucket", [b for b in DeviceBucket if b is not DeviceBucket.UNREGISTERED])
def test_only_what_no_row_explains_gets_a_row(bucket: DeviceBucket) -> None:
    assert proposed(PC, d1=bucket) == ()


def test_several_addresses_of_one_box() -> None:
    box = replace(
        PC, interfaces=tuple(Interface(f"74:4c:a1:00:03:0{n}", (f"10.2.0.{n}",)) for n in (1, 2, 3))
    )
    values = proposed(box)[0].proposals[0].values
    assert values[5] == "10.2.0.1, 10.2.0.2, 10.2.0.3"
    assert (values[6], values[7]) == ("744c.a100.0301", "744c.a100.0302, 744c.a100.0303")


def test_a_ledger_without_a_table_to_paste_into_gets_our_columns() -> None:
    lying = Ledger(
        "b.xlsx",
        columns=tuple(MappedColumn("横", 1, "A", h, f, "") for h, f in (("名称", "name"), ("IP", "ips"))),
    )
    (block,) = proposed(PC, ledgers=(lying,))
    assert block.form.ours and block.form.file == "b.xlsx" and forms_of(lying) == ()
    assert "PC-9" in block.proposals[0].values.values()


def test_the_sheet_has_the_rows_in_the_hospitals_columns_and_the_reasons_beside() -> None:
    w = words("ja")
    blocks = proposed(PC, device(2, "00:1e:3d:00:03:41", ("10.3.0.41",), claim("class", "medical")))
    sheet = additions(blocks, REPORT, copy_of(REPORT, file="a.xlsx"), w)
    lines = grid(sheet)
    head = next(line for line in lines if line.get(1) and line[1].text == "管理番号")
    assert [head[n].text for n in (1, 2, 3, 5, 6, 7, 8, 9, 10, 11)] == [
        "管理番号", "種別", "メーカー", "IP", "MAC(有線)", "MAC(無線)", "OS", "更新日", "棚卸日", "謎",
    ]  # fmt: skip
    assert 4 not in head and 12 not in head and head[13].text == "機器", (
        "a column stays empty before the reasons"
    )
    pasted = lines[lines.index(head) + 1]
    assert pasted[6].text == "744c.a100.0299" and 12 not in pasted and "NEC" in pasted[14].text
    link = next(line[0].link for line in lines if line and line.get(0) and line[0].link)
    assert link and (link.sheet, link.cell) == ("端末", "A3") and ADDED in lines[0][0].tail
