"""What a reconciliation knew of earlier runs, written and read back: nothing of it is lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciler.decisions import Decision, Verdict
from reconciler.followups import Followup, State
from reconciler.history import Gone
from reconciler.kept import KeptError, Used, from_text, to_text
from reconciler.patience import Absence, Patience, Wait
from reconciler.report.model import Since
from reconciler.required import Required

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DECISIONS = st.builds(
    Decision, st.sampled_from(Verdict), TEXT, TEXT, device=TEXT, row=TEXT, expires=TEXT, note=TEXT
)
SINCE = st.builds(
    Since,
    TEXT,
    TEXT,
    first_seen=st.dictionaries(TEXT, TEXT, max_size=3),
    new=st.frozensets(TEXT, max_size=3),
    gone=st.lists(st.builds(Gone, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    device_first_seen=st.dictionaries(TEXT, TEXT, max_size=3),
    row_last_seen=st.dictionaries(TEXT, TEXT, max_size=3),
)
FOLLOWUPS = st.builds(
    Followup, st.sampled_from(State), st.none() | DECISIONS, st.lists(TEXT, max_size=2).map(tuple), TEXT
)
FIELDS = st.dictionaries(TEXT, st.lists(TEXT, max_size=2).map(tuple), max_size=2)
USED = st.builds(
    Used,
    st.lists(DECISIONS, max_size=3).map(tuple),
    st.dictionaries(TEXT, st.builds(Absence, st.integers(0, 99), TEXT), max_size=3),
    st.none() | SINCE,
    st.lists(DECISIONS, max_size=2).map(tuple),
    st.lists(FOLLOWUPS, max_size=2).map(tuple),
    st.none() | st.builds(Required, FIELDS, FIELDS),
    st.none()
    | st.builds(
        Patience, st.dictionaries(TEXT, st.builds(Wait, st.integers(0, 9), st.integers(0, 9)), max_size=2)
    ),
)


@given(USED)
def test_what_was_used_comes_back(used: Used) -> None:
    assert from_text(to_text(used)) == used
    assert to_text(from_text(to_text(used))) == to_text(used)


def test_a_first_run_knew_nothing() -> None:
    assert from_text(to_text(Used())) == Used()


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "7", '{"schema": "daicho.history/1"}', '{"schema": "daicho.history/2", "used": {}}',
        '{"schema": "daicho.history/1", "used": {"colour": 1}}', '{"schema": "daicho.history/1", "used": []}',
        '{"schema": "daicho.history/1", "used": {"decisions": [{"verdict": "perhaps"}]}}',
        '{"schema": "daicho.history/1", "used": {"absences": {"a": {"times": "1", "since": ""}}}}',
        '{"schema": "daicho.history/1", "used": {"since": 7}}',
    ],
)  # fmt: skip
def test_what_is_no_history_is_refused(text: str) -> None:
    with pytest.raises(KeptError):
        from_text(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT, lambda x: st.lists(x) | st.dictionaries(TEXT, x)
    )
)
def test_any_other_document_is_refused_in_words(value: object) -> None:
    with pytest.raises(KeptError):
        from_text(json.dumps({"schema": "daicho.history/1", "used": {"decisions": [value]}}))
