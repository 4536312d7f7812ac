"""Letters to vendors: who gets one, about what; and that nothing of another vendor or of staff is in it."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.device import Claim, Device, Interface, Tier
from agent.findings import Coverage
from reconciler.cli import daicho
from reconciler.ledger.asset import Asset, Ledger, RowRef
from reconciler.reconciliation import DeviceBucket, Kind, Match, Reason, Reconciliation, RowBucket, Severity
from reconciler.report import inquiry, inquiry_book, tables
from reconciler.report.building import build
from reconciler.report.discretion import bare
from reconciler.report.inquiry import Inquiries, inquiries
from reconciler.report.model import Cover, Report
from reconciler.report.wording import words
from tests.reconciler.report_reading import workbook_text
from tests.reconciler.report_sample import COVER, RESULT, differs, report

JA = words("ja")
COVERAGE = (Coverage("main", "LAN", "10.1.0.0/24", "office", True, 254, 254, 9),)


def row(number: int, **fields: object) -> Asset:
    return Asset(row=RowRef("l.xlsx", "機器", number), tag=f"T-{number:03}", **fields)  # type: ignore[arg-type]


def box(
    number: int, vendor: str = "", model: str = "", tier: Tier = Tier.STRONG, remote: tuple[str, ...] = ()
) -> Device:
    claims = tuple(
        Claim(attribute, value, tier, "r-1", "snmp.sysDescr", value)
        for attribute, value in (("vendor", vendor), ("model", model))
        if value
    )
    mac = f"00:00:5e:00:53:{number:02x}"
    return Device(id=f"d{number}", site="main", interfaces=(Interface(mac, (f"10.1.0.{number}",)),), claims=claims,
                  remote_maintenance=remote, segments=("LAN",))  # fmt: skip


def made_of(
    rows: list[Asset],
    boxes: list[Device] | None = None,
    matched: dict[str, int] | None = None,
    cover: Cover = COVER,
    aliases: dict[str, str] | None = None,
    buckets: dict[str, DeviceBucket] | None = None,
    row_buckets: dict[int, RowBucket] | None = None,
    kinds: dict[str, Kind] | None = None,
) -> Report:
    """matched: device id -> number of its row.  kinds: device id -> a difference laid on it."""
    devices, pairs = boxes or [], matched or {}
    refs = {a.row.row: a.row for a in rows}
    result = Reconciliation(
        run="r", ended="2026-06-15T01:24:05Z", devices=tuple(devices), ledgers=(Ledger("l.xlsx", assets=tuple(rows)),),
        coverage=COVERAGE, notes=(),
        matches=tuple(
            Match(d, refs[n], f"T-{n:03}", Tier.STRONG, (Reason("mac", Tier.STRONG),)) for d, n in pairs.items()
        ),
        differences=tuple(
            replace(differs(kind, Severity.HIGH), id=f"{kind}:{d}", device=d) for d, kind in (kinds or {}).items()
        ),
        device_buckets={
            d.id: (buckets or {}).get(d.id, DeviceBucket.MATCHED if d.id in pairs else DeviceBucket.UNREGISTERED)
            for d in devices
        },
        row_buckets={
            a.row: (row_buckets or {}).get(
                a.row.row, RowBucket.MATCHED if a.row.row in pairs.values() else RowBucket.NOT_SEEN
            )
            for a in rows
        },
    )  # fmt: skip
    return build(result, cover, aliases=aliases or {})


def letters_of(made: Inquiries) -> dict[str, int]:
    return {letter.vendor: len(letter.subjects) for letter in made.letters}


@pytest.mark.parametrize(
    ("meaning", "fields", "expected"),
    [
        ("the maintainer comes first", {"maintainer": "青葉システム㈱", "maker": "富士通"}, {"青葉システム株式会社": 1}),
        ("else the maker", {"maker": "富士通株式会社"}, {"富士通株式会社": 1}),
        ("nobody maintains it: its maker", {"maintainer": "なし", "maker": "富士通"}, {"富士通": 1}),
        ("nobody, and why in brackets", {"maintainer": "なし（院内対応）", "maker": "富士通"}, {"富士通": 1}),
        ("a department is no vendor", {"maintainer": "臨床工学科", "department": "臨床工学科"}, {}),
        ("the hospital is none", {"maintainer": "院内"}, {}),
        ("what is not known is none", {"maintainer": "不明", "maker": "？"}, {}),
        ("a person in brackets goes", {"maintainer": "青葉システム（山田様 03-5555-0100）"}, {"青葉システム": 1}),
        ("a member of staff is none", {"maintainer": "佐々木", "responsible": "佐々木"}, {}),
    ],
)  # fmt: skip
def test_who_is_asked(meaning: str, fields: dict[str, str], expected: dict[str, int]) -> None:
    made = inquiries(made_of([row(2, **fields)]))
    assert letters_of(made) == expected, meaning
    assert len(made.kept) == 1 - len(expected), "neither asked of nor kept back"


@pytest.mark.parametrize(
    ("meaning", "tier", "expected"),
    [("its own word", Tier.MEDIUM, {"Fukuda Denshi": 1}), ("an address block alone", Tier.WEAK, {})],
)
def test_a_device_without_a_row_is_asked_of_its_maker(
    meaning: str, tier: Tier, expected: dict[str, int]
) -> None:
    assert letters_of(inquiries(made_of([], [box(5, "Fukuda Denshi", tier=tier)]))) == expected, meaning


def test_spellings_of_one_vendor_get_one_letter() -> None:
    rows = [row(2, maintainer="富士通㈱"), row(3, maintainer="富士通 株式会社"), row(4, maker="FUJITSU")]
    made = inquiries(made_of(rows, [box(5, "Fujitsu")], aliases={"富士通": "Fujitsu"}))
    assert letters_of(made) == {"富士通株式会社": 4}
    assert made.letters[0].how == "maintainer"


def test_letters_and_lists_have_the_ledgers_own_spelling_of_the_maker() -> None:
    made = made_of([row(2, maker="富士通株式会社", model="ESPRIMO", raw={"maker": "富士通㈱"})])
    (letter,) = inquiries(made).letters
    shown = (inquiry.subjects(letter, frozenset(), JA), tables.rows(made, JA))
    assert all("富士通㈱ ESPRIMO" in str(table.rows) for table in shown)


@pytest.mark.parametrize(
    ("meaning", "report_of", "why"),
    [
        ("a guest", {"buckets": {"d5": DeviceBucket.GUEST}}, "guest"),
        ("other hardware in its place", {"matched": {"d5": 2}, "kinds": {"d5": Kind.REPLACED}}, "replaced"),
        ("a row that is out of use", {"row_buckets": {2: RowBucket.GONE_AS_RECORDED}}, "out_of_use"),
        ("a duplicate", {"row_buckets": {2: RowBucket.DUPLICATE_ROW}}, "out_of_use"),
    ],
)  # fmt: skip
def test_what_goes_to_nobody_is_kept_with_a_reason(
    meaning: str, report_of: dict[str, object], why: str
) -> None:
    made = inquiries(made_of([row(2, maker="富士通")], [box(5, "Canon", "LBP351i")], **report_of))  # type: ignore[arg-type]
    assert why in {kept.why for kept in made.kept}, meaning


def test_every_device_and_row_of_the_sample_is_told_once() -> None:
    made = report()
    told = inquiries(made)
    subjects = [s for letter in told.letters for s in letter.subjects] + [k.subject for k in told.kept]
    assert sorted(s.device.id for s in subjects if s.device) == sorted(
        line.device.id for line in made.devices
    )
    rows = {s.asset.row for s in subjects if s.asset}
    assert rows == {line.row for line in made.rows if line.asset}


def test_a_letter_asks_of_software_support_maintenance_and_who_answers() -> None:
    (text,) = [
        workbook_text(c)
        for c in inquiry_book.letters(made_of([row(2, maintainer="甲社", model="X1")])).values()
    ]
    for asked in (
        "現在の版",
        "サポートの期限",
        "MDS/SDS",
        "SBOM",
        "リモート保守",
        "接続元",
        "窓口",
        "脆弱性",
        "御中",
        "X1",
    ):
        assert asked in text, asked


def test_answers_are_left_empty() -> None:
    for letter in inquiries(report()).letters:
        table = inquiry.subjects(letter, frozenset(), JA)
        for line in table.rows:
            told = zip(table.columns, line.cells, strict=True)
            assert all(cell == "" for column, cell in told if column.code in inquiry.ANSWERS)


# -- what must not be in one --------------------------------------------------------------------

VENDORS = ("甲社システム", "乙医療機器", "丙ネットワーク", "Delta Denshi")
WHERE = ("user", "responsible", "note", "name", "place", "model", "software", "remote_maintenance")
FAMILIES = ("佐々木", "御手洗", "小鳥遊", "五十嵐")
GIVEN = ("翔太", "美咲", "健", "ゆい")


@st.composite
def hospitals(draw: st.DrawFn) -> Report:
    """Rows and devices of several vendors. All that is one vendor's carries its number; names of staff stand anywhere."""
    rows: list[Asset] = []
    boxes: list[Device] = []
    matched: dict[str, int] = {}
    for number in range(2, 2 + draw(st.integers(1, 8))):
        vendor = draw(st.integers(0, len(VENDORS) - 1))
        mark = f"vendor{vendor}x{number}"
        family, given = draw(st.sampled_from(FAMILIES)), draw(st.sampled_from(GIVEN))
        person = draw(
            st.sampled_from([f"{family} {given}", f"{family}　{given}", f"{family}{given}", f"{family}先生"])
        )
        fields: dict[str, str] = {
            "name": f"{mark}装置",
            "model": f"M-{mark}",
            "serial": f"S-{mark}",
            "place": f"{mark}室",
        }
        fields[draw(st.sampled_from(["user", "responsible"]))] = person
        for place in draw(st.lists(st.sampled_from(WHERE), max_size=3)):
            fields[place] = f"{fields.get(place, '')} {family}".strip()
        known = draw(st.sampled_from(["maintainer", "maker", "recognised"]))
        if known != "recognised":
            fields[known] = VENDORS[vendor]
        rows.append(row(number, **fields))
        if known == "recognised" or draw(st.booleans()):
            boxes.append(
                replace(
                    box(number, VENDORS[vendor], f"D-{mark}", remote=("RDP",)),
                    hostnames=(f"{family}-{mark}",),
                )
            )
            if draw(st.booleans()):
                matched[f"d{number}"] = number
    kinds = {
        d: draw(st.sampled_from([Kind.CHANGED, Kind.REMOTE_UNDECLARED]))
        for d in matched
        if draw(st.booleans())
    }
    cover = replace(
        COVER,
        author=f"情報課 {FAMILIES[0]}",
        contact=f"{FAMILIES[1]}（内線 2100）",
        authorised_by=f"院長 {FAMILIES[2]}",
    )
    return made_of(rows, boxes, matched, cover, kinds=kinds)


@given(hospitals())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_of_another_vendor_or_of_staff_leaks(made: Report) -> None:
    """Read back cell by cell, with the file's own properties, as whoever receives it could."""
    told = inquiries(made)
    files = inquiry_book.letters(made)
    assert len(files) == len(told.letters)
    for letter, content in zip(told.letters, files.values(), strict=True):
        own = VENDORS.index(letter.vendor)
        with ZipFile(BytesIO(content)) as parts:
            text = "\n".join(parts.read(name).decode() for name in parts.namelist())
        assert VENDORS[own] in text
        assert set(re.findall(r"vendor(\d)x", text)) <= {str(own)}, letter.vendor
        assert not [other for n, other in enumerate(VENDORS) if n != own and other in text]
        assert not [name for name in FAMILIES if name in bare(text)], letter.vendor


@given(hospitals())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_lost_between_letters(made: Report) -> None:
    told = inquiries(made)
    subjects = [s for letter in told.letters for s in letter.subjects] + [k.subject for k in told.kept]
    assert len(subjects) == len(made.devices) + sum(1 for line in made.rows if not line.matches)


def test_a_withheld_value_says_so() -> None:
    made = made_of([row(2, maintainer="甲社", name="佐々木用ノート", user="佐々木 翔太", model="X1")])
    (text,) = [workbook_text(c) for c in inquiry_book.letters(made).values()]
    assert "（院内で確認）" in text and "X1" in text and "佐々木" not in text


@pytest.mark.parametrize(
    "user",
    [
        "共用",
        "看護師",
        "検査技師",
        "放射線技師",
        "外来",
        "2100",
        "担当者",
        "手術室",
        "3階病棟",
        "ナースステーション",
    ],
)
def test_words_that_name_nobody_withhold_nothing(user: str) -> None:
    made = made_of([row(2, maintainer="甲社", name=f"{user}端末2100", place=user, user=user)])
    assert not any("（院内で確認）" in workbook_text(c) for c in inquiry_book.letters(made).values())


# -- files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meaning", "vendors"),
    [
        ("signs that no file may have", ['A/B:C*?"<>|\\', "..", "CON"]),
        ("names that differ in case alone", ["ACME", "acme"]),
        ("a name of nothing but signs", ["///", "***"]),
        ("very long", ["あ" * 300]),
        ("marks that turn the line", ["a\u202eb"]),
    ],
)
def test_names_of_files(meaning: str, vendors: list[str]) -> None:
    taken: list[str] = []
    for vendor in vendors:
        taken.append(inquiry.file_name(vendor, taken, JA))
    assert len({name.casefold() for name in taken}) == len(vendors), meaning
    for name in taken:
        assert re.fullmatch(r"照会票_[\w　-]+\.xlsx", name) and len(name.encode()) <= 255, meaning


def test_the_same_report_gives_the_same_letters() -> None:
    assert inquiry_book.letters(report()) == inquiry_book.letters(report())


def test_letters_hold_no_formula_and_no_link() -> None:
    hostile = made_of(
        [row(2, maintainer="=1+1", name='=HYPERLINK("http://evil.example")', model="+cmd|' /C calc'!A0")]
    )
    (content,) = inquiry_book.letters(hostile).values()
    for sheet in openpyxl.load_workbook(BytesIO(content)).worksheets:
        assert not any(cell.data_type == "f" or cell.hyperlink for line in sheet.iter_rows() for cell in line)


def test_the_command_writes_a_folder_and_overwrites_no_letter(tmp_path: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(daicho, ["demo", "--replay", "--out", str(tmp_path / "run")]).exception is None
    words_of_it = ["report", str(tmp_path / "run" / "findings.json"), str(tmp_path / "run" / "ledger.xlsx"),
                   "--out", str(tmp_path / "out"), "--inquiries"]  # fmt: skip
    first = runner.invoke(daicho, words_of_it)
    assert first.exception is None
    letters = sorted((tmp_path / "out" / "inquiries").iterdir())
    assert letters and all(path.name.startswith("照会票_") and path.suffix == ".xlsx" for path in letters)
    (tmp_path / "out" / "report.html").unlink()
    before = [path.read_bytes() for path in letters]
    again = runner.invoke(daicho, words_of_it)
    assert "holds files already" in str(again.exception)
    assert before == [path.read_bytes() for path in letters]
    assert not (tmp_path / "out" / "report.html").exists(), "half of it must not be written"


def test_the_samples_result_is_not_changed_by_letters() -> None:
    before = repr(RESULT)
    inquiry_book.letters(report())
    assert repr(RESULT) == before
