"""The sections: each told in both languages, numbered, whole; the table of measures, remote maintenance, appendix, lesson."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reconciler.reconciliation import Kind
from reconciler.report import appendix, lesson, overview, phrases, remote, targets
from reconciler.report.building import build
from reconciler.report.model import Input, Report
from reconciler.report.sections import MAKERS, Facts, Lines, sections, title_of
from reconciler.report.tables import Refs, Table
from reconciler.report.wording import LANGUAGES, Language, Wording, words
from tests.reconciler.report_sample import COVER, LEDGER, RESULT, SINCE, report

JA = words("ja")


def text_of(table: Table) -> list[list[str]]:
    return [[str(cell) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_told(language: Language) -> None:
    made = report()
    w = phrases.wording(made, language)
    told = sections(made, w)
    assert [s.code for s in told] == list(MAKERS)
    assert [s.title for s in told] == [title_of(code, w) for code in MAKERS]
    for section in told:
        assert section.blocks
        for block in section.blocks:
            match block:
                case Table():
                    assert w.of("table", block.code) and all(w.of("column", c.code) for c in block.columns)
                    assert all(len(row.cells) == len(block.columns) for row in block.rows)
                case Lines():
                    assert block.lines and all(block.lines)
                case Facts():
                    assert all(fact.label and fact.text for fact in block.facts)


def test_a_face_may_ask_for_some_and_they_keep_their_numbers() -> None:
    made = report()
    alone = sections(made, JA, {"checklist"})
    assert [s.title for s in alone] == [title_of("checklist", JA)]


def test_the_table_of_days_tells_what_the_dates_are_made_of() -> None:
    assert [row.cells[1] for row in targets.targets(JA).rows] == [7, 30, 60, 90]


def with_remote(**written: str) -> Report:
    """The sample, its PACS server and a row without a device saying so-and-so of remote maintenance."""
    assets = tuple(
        replace(a, remote_maintenance=written.get(a.tag.replace("-", "_"), "")) for a in LEDGER.assets
    )
    return build(replace(RESULT, ledgers=(replace(LEDGER, assets=assets),)), COVER)


@pytest.mark.parametrize(
    ("meaning", "written", "subjects"),
    [
        ("nothing written", {}, ["Yamaha RTX1210"]),
        ("a device whose row says so", {"SV_004": "あり（VPN）"}, ["PACSサーバー", "Yamaha RTX1210"]),
        ("a row without a device", {"SV_005": "有"}, ["Yamaha RTX1210", "給食システムサーバー"]),
        ("none is not some", {"SV_004": "無", "SV_005": "なし", "PC_0123": "－"}, ["Yamaha RTX1210"]),
        ("a retired row says nothing of today", {"ME_0200": "有"}, ["Yamaha RTX1210"]),
    ],
)
def test_the_register_of_remote_maintenance(
    meaning: str, written: dict[str, str], subjects: list[str]
) -> None:
    table = remote.register(with_remote(**written), JA)
    assert sorted(str(row.cells[0]) for row in table.rows) == sorted(subjects), meaning
    codes = [c.code for c in table.columns]
    assert all(
        cell == ""
        for row in table.rows
        for code, cell in zip(codes, row.cells, strict=True)
        if code in remote.ENTRIES
    )


def test_the_appendix_names_every_input_by_its_hash() -> None:
    result = replace(RESULT, ledgers=(replace(LEDGER, sha256="ab" * 32),))
    made = build(result, replace(COVER, inputs=(Input("findings", "findings.json", "cd" * 32),)))
    assert text_of(appendix.inputs(made, JA)) == [
        ["調査の結果", "findings.json", "cd" * 32],
        ["機器台帳", LEDGER.file, "ab" * 32],
    ]


def test_every_finding_has_evidence() -> None:
    made = report()
    told = appendix.evidence(made, JA)
    numbers = {
        number for row in told.rows for cell in row.cells if isinstance(cell, Refs) for number in cell.numbers
    }
    assert numbers == {item.number for item in made.items if item.difference.reasons or item.device}


def test_counts_against_the_last_run() -> None:
    told = {str(row.cells[0]): row.cells[1:] for row in overview.kind_counts(report(), JA).rows}
    # three unregistered: two new, one known; one of the last run is gone, so there were two
    assert told["台帳未登録の機器（所有者要確認）"] == (3, 2, 2, 1)
    assert told["廃棄済みの記載だが稼働中"] == (1, 1, 0, 0)
    first = {row.cells[2:] for row in overview.kind_counts(report(None), JA).rows}
    assert first == {("―", "―", "―")}


# -- the lesson ---------------------------------------------------------------------------------


def told_in(made: Report, w: Wording) -> str:
    return "\n".join(line for _, lines in lesson.lesson(made, w) for line in lines)


def test_the_lesson_is_made_of_what_was_found() -> None:
    assert lesson.topics(report()) == [("remote", 1), ("unknown", 3), ("retired", 1)]
    only = [d for d in RESULT.differences if d.kind is Kind.GUEST]
    made = build(replace(RESULT, differences=tuple(only)), COVER)
    assert lesson.topics(made) == [("guest", 1)]
    assert "徳島県" not in told_in(made, JA)


def test_a_run_without_findings_still_has_a_lesson_that_assures_nobody() -> None:
    made = build(replace(RESULT, differences=()), COVER)
    assert "記録されていません" in told_in(made, JA)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lesson_names_no_device_department_or_person(language: Language) -> None:
    told = told_in(report(), words(language))
    names = (
        {a.name for a in LEDGER.assets}
        | {a.department for a in LEDGER.assets}
        | {a.tag for a in LEDGER.assets}
    )
    names |= {d.best("model") for d in RESULT.devices} | {h for d in RESULT.devices for h in d.hostnames}
    names |= {a.place for a in LEDGER.assets} | {"佐藤", "田中", "鈴木", "高橋", COVER.facility}
    assert not [name for name in names if name and name in told]


def test_every_kind_teaches_something_or_is_not_the_staffs() -> None:
    taught = frozenset[Kind]().union(*lesson.TOPICS.values())
    assert set(Kind) - taught == {Kind.NOT_LOOKED}


def test_targets_of_the_sample_stay_within_the_fiscal_year() -> None:
    late = build(RESULT, COVER, as_of=date(2027, 3, 25), since=SINCE)
    for item in late.items:
        if item.kind in (
            Kind.UNREGISTERED,
            Kind.RETIRED_ALIVE,
            Kind.REMOTE_UNDECLARED,
            Kind.UNDOCUMENTED,
            Kind.REPLACED,
        ):
            assert item.due <= date(2027, 3, 31)
