"""Which box it is: what counts as another, and what is known of it in the next run."""

from __future__ import annotations

import pytest

from agent.chassis import Chassis, Met, differs, pinned_after, pins_text, read_pins

KEY = ("main", "192.0.2.1")
KNOWN = Chassis("80001f88", "00:26:73:00:00:01", "00:26:73:00:00:02")


@pytest.mark.parametrize(
    ("meaning", "seen", "other"),
    [
        ("the same", KNOWN, False),
        ("less is known of it", Chassis(bridge=KNOWN.bridge), False),
        ("nothing is", Chassis(), False),
        ("another engine", Chassis("80001f99", KNOWN.mac, KNOWN.bridge), True),
        ("another MAC", Chassis(mac="00:26:73:00:00:09"), True),
        ("another bridge address", Chassis(KNOWN.engine, bridge="00:26:73:00:00:09"), True),
    ],
)
def test_another_box(meaning: str, seen: Chassis, other: bool) -> None:
    assert bool(differs(KNOWN, seen)) is other
    assert not differs(Chassis(), seen)


@pytest.mark.parametrize(
    ("meaning", "before", "met", "after"),
    [
        ("first met", {}, Met(*KEY, "sw", KNOWN), {KEY: KNOWN}),
        ("more is learnt", {KEY: Chassis("80001f88")}, Met(*KEY, "sw", KNOWN), {KEY: KNOWN}),
        ("what was known stands", {KEY: KNOWN}, Met(*KEY, "sw", Chassis("80001f88")), {KEY: KNOWN}),
        ("a distrusted one adds nothing", {KEY: KNOWN}, Met(*KEY, "", Chassis("80001f99"), "other"), {KEY: KNOWN}),
        ("a distrusted one is not the first", {}, Met(*KEY, "", Chassis("80001f99"), "other"), {}),
        ("one that says nothing", {}, Met(*KEY, "sw"), {}),
    ],
)  # fmt: skip
def test_what_the_next_run_knows(
    meaning: str, before: dict[tuple[str, str], Chassis], met: Met, after: dict[tuple[str, str], Chassis]
) -> None:
    assert pinned_after(before, [met]) == after


def test_pins_are_written_and_read() -> None:
    pins = {KEY: KNOWN, ("branch", "192.0.2.1"): Chassis()}
    assert read_pins(pins_text(pins)) == pins


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"boxes": [{}]}', '{"boxes": 7}', "null"])
def test_what_is_no_list_of_boxes_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_pins(text)
