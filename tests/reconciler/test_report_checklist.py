"""The correspondence with the ministry's papers: data that is whole, and a suggestion that is never はい."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconciler.advice.checklist import Question, answers_no, papers, questions
from reconciler.reconciliation import Kind
from reconciler.report import checklist, page, workbook
from reconciler.report.building import build
from reconciler.report.checklist import ENTRIES, FIGURES, Suggestion, suggestion
from reconciler.report.model import Report
from reconciler.report.wording import LANGUAGES, words
from reconciler.required import ours
from tests.reconciler.report_reading import page_text, workbook_text
from tests.reconciler.report_sample import COVER, RESULT, report

JA = words("ja")


def made_of(*differences: tuple[Kind, str]) -> Report:
    template = RESULT.differences[0]
    made = tuple(
        replace(template, id=f"{kind.value}:{n}", kind=kind, field=field, device="", row=None)
        for n, (kind, field) in enumerate(differences)
    )
    return build(replace(RESULT, differences=made), COVER)


def question(number: str) -> Question:
    return next(q for q in questions() if q.number == number)


def test_the_items_that_a_hospital_must_answer_are_there() -> None:
    numbers = [q.number for q in questions()]
    assert len(numbers) == len(set(numbers))
    assert {"2-①", "2-②", "2-③", "2-⑥", "2-⑫", "2-⑬"} <= set(numbers)
    assert {"Part1 参考3①(a)", "Part1 参考3①(b)", "Part1 B3①", "Part1 B3②"} <= set(numbers)
    assert {"Part2 参考1", "Part2 参考6", "Part2 A11", "Part2 A12"} <= set(numbers)
    assert {q.paper for q in questions()} == {p.code for p in papers()}


def test_the_data_is_whole() -> None:
    for q in questions():
        assert q.wording and q.english and not q.no & q.bears, q.number
        assert set(q.figures) <= FIGURES.keys(), q.number
        assert q.lacks <= set(ours().requirements), q.number
        assert q.seen or not q.no, f"{q.number}: no network shows it, yet a finding answers it"
    assert {code for q in questions() for code in q.figures} == FIGURES.keys()


@pytest.mark.parametrize(
    ("meaning", "number", "differences", "expected"),
    [
        ("nothing found decides nothing", "2-①", [], Suggestion.CHECK),
        ("an unregistered device", "2-①", [(Kind.UNREGISTERED, "")], Suggestion.NO),
        ("a row that lacks its place", "2-①", [(Kind.UNDOCUMENTED, "place,maintainer")], Suggestion.NO),
        ("a row that lacks what the item does not ask for", "2-①", [(Kind.UNDOCUMENTED, "maintainer")], Suggestion.CHECK),
        ("not seen is not lost", "2-①", [(Kind.NOT_SEEN, "")], Suggestion.CHECK),
        ("remote maintenance that nobody declared", "2-②", [(Kind.REMOTE_UNDECLARED, "")], Suggestion.NO),
        ("nothing said of remote maintenance", "2-②", [(Kind.UNDOCUMENTED, "remote_maintenance")], Suggestion.NO),
        ("an unregistered device says nothing of it", "2-②", [(Kind.UNREGISTERED, "")], Suggestion.CHECK),
        ("out of support", "2-⑥", [(Kind.UNSUPPORTED, "")], Suggestion.NO),
        ("what no network shows", "2-④", [(kind, "place") for kind in Kind], Suggestion.CHECK),
    ],
)  # fmt: skip
def test_what_is_suggested(
    meaning: str, number: str, differences: list[tuple[Kind, str]], expected: Suggestion
) -> None:
    assert suggestion(question(number), made_of(*differences)) is expected, meaning


DIFFERENCES = st.lists(
    st.tuples(st.sampled_from(Kind), st.sampled_from(["", "place", "remote_maintenance", "version"]))
)


@given(DIFFERENCES, st.dates(date(2026, 1, 1), date(2030, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_yes_is_only_ever_said_by_a_person(differences: list[tuple[Kind, str]], day: date) -> None:
    """Whatever was found: the suggestion is いいえ or 要確認, and what people write in is empty."""
    made = replace(made_of(*differences), as_of=day)
    year_end = date(day.year + (day.month > 3), 3, 31)
    for language in LANGUAGES:
        w = words(language)
        for table in checklist.answers(made, w):
            for row in table.rows:
                cells = {c.code: cell for c, cell in zip(table.columns, row.cells, strict=True)}
                assert cells["suggestion"] in {w.of("suggestion", s.value) for s in Suggestion}
                assert all(cells[code] == "" for code in ENTRIES if code in cells)
                if isinstance(cells["due"], date):
                    assert cells["due"] <= year_end


def test_there_is_no_suggestion_that_means_yes() -> None:
    assert {s.value for s in Suggestion} == {"no", "check"}
    for language in LANGUAGES:
        for one in Suggestion:
            assert not re.search(
                r"はい|適|済|\byes\b|\bok\b", words(language).of("suggestion", one.value), re.IGNORECASE
            )


def test_no_face_fills_the_answer_in() -> None:
    """はい stands in headings and rules alone."""
    allowed = ("はい・いいえ（病院記入）", "「はい」")
    for told in (page_text(page.render(report())), workbook_text(workbook.to_bytes(report()))):
        for line in told.splitlines():
            rest = line
            for words_of_ours in allowed:
                rest = rest.replace(words_of_ours, "")
            assert not re.search(r"(?<![\w])はい(?![\w])", rest), line


def test_what_was_not_examined_is_said() -> None:
    table = checklist.answers(made_of(), JA)[0]
    shown = {str(row.cells[0]): str(row.cells[2]) for row in table.rows}
    assert "今回は調べていません：公表された脆弱性に該当する可能性" in shown["2-⑥"]
    assert "これだけでは判断できません" in shown["2-①"]


def test_a_kind_that_makes_an_item_no_is_due_within_the_year() -> None:
    assert answers_no(Kind.UNREGISTERED) and answers_no(Kind.REMOTE_UNDECLARED)
    assert not answers_no(Kind.GUEST) and not answers_no(Kind.NOT_LOOKED)


def test_services_are_counted_by_class() -> None:
    rows = [[str(cell) for cell in row.cells] for row in checklist.services(report(), JA).rows]
    assert rows[0] == ["ssh", "tcp/22", "2", "ネットワーク機器 1台、ストレージ 1台", ""]
