"""Lines in the room of their bytes: the same lines, and searched as they lie."""

from __future__ import annotations

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.lines import lines_in, lines_of

ANY_LINE = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(ANY_LINE, max_size=20))
def test_what_was_written_is_read_and_sorted_lines_are_found(written: list[str]) -> None:
    lines = lines_of(written)
    assert list(lines) == sorted(written) and len(lines) == len(written)
    assert all(lines[bisect_left(lines, line)] == line for line in written)


@pytest.mark.parametrize(
    ("text", "lines"),
    [(b"", []), (b"b\na", ["a", "b"]), (b"\n", [""]), ("台\tA\n帳\tB".encode(), ["台\tA", "帳\tB"])],
    ids=["nothing", "the last end is wanting", "an empty line", "Japanese"],
)
def test_texts(text: bytes, lines: list[str]) -> None:
    assert list(lines_in(text)) == lines


def test_no_line_beyond_the_last_and_no_text_that_is_none() -> None:
    lines = lines_of(("a",))
    for number in (1, -1):
        with pytest.raises(IndexError):
            _ = lines[number]
    with pytest.raises(UnicodeDecodeError):
        lines_in(b"a\n\xff")
