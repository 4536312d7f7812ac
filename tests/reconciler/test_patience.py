"""How long NOT_SEEN waits before it is said aloud: our table, a hospital's own, and files that cannot be meant so."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconciler.patience import Absence, PatienceError, Wait, ours, read_patience

DAY = "2026-11-20T10:00:00Z"


@pytest.mark.parametrize(
    ("wait", "absence", "over"),
    [
        (Wait(1, 0), Absence(1, DAY), True),
        (Wait(3, 7), Absence(3, "2026-11-13T23:00:00Z"), True),
        (Wait(3, 7), Absence(2, "2026-01-01T00:00:00Z"), False),  # once a year: two scans
        (Wait(3, 7), Absence(99, "2026-11-14T00:00:00Z"), False),  # every hour of six days
        (Wait(0, 0), Absence(1, DAY), True),
    ],
)
def test_scans_and_days_must_both_have_come(wait: Wait, absence: Absence, over: bool) -> None:
    assert wait.is_over(absence, DAY) is over


def test_ours_waits_for_what_sleeps_and_not_for_what_must_run() -> None:
    for kind in ("server", "network", "storage"):
        assert ours().of(kind).is_over(Absence(1, DAY), DAY), kind
    for kind in ("terminal", "medical", "", "a class that nobody knows"):
        assert not ours().of(kind).is_over(Absence(1, DAY), DAY), kind


def test_a_hospitals_own_file(tmp_path: Path) -> None:
    path = tmp_path / "patience.toml"
    path.write_text("default = {scans = 2, days = 0}\nprinter = {scans = 9, days = 90}\n", encoding="utf-8")
    own = read_patience(path)
    assert (own.of("printer"), own.of("server")) == (Wait(9, 90), Wait(2, 0))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("server = {scans = 1, days = 0}", "default is missing"),
        ("default = {scans = 1}", "default: needs scans and days"),
        ("default = {scans = 1, days = 0, hours = 3}", "default: needs scans and days"),
        ("default = {scans = -1, days = 0}", "whole numbers"),
        ("default = {scans = true, days = 0}", "whole numbers"),
        ("default = 3", "default: needs scans and days"),
        ("[default", "not TOML"),
    ],
)
def test_a_bad_file_says_what_is_wrong(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "patience.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PatienceError, match=problem) as told:
        read_patience(path)
    assert str(path) in str(told.value)
