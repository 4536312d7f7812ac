"""report.json: every value of the model, each in one way, and the same bytes wherever it is made."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agent.device import Tier
from agent.findings import Json
from reconciler.cli import daicho
from reconciler.reconciliation import Kind, Severity
from reconciler.report import document
from reconciler.report.building import build
from reconciler.report.model import Report
from tests.reconciler.report_sample import ASSETS, COVER, DEVICES, RESULT, report

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Section:
    """A part that a later report might have."""

    kinds: frozenset[Kind]
    per_tier: dict[Tier, int]
    day: date


VALUES: tuple[tuple[str, object, Json], ...] = (
    ("a code of a closed list", Kind.NOT_SEEN, "NOT_SEEN"),
    ("a severity", Severity.HIGH, "high"),
    ("a tier, though it is a number", Tier.STRONG, "strong"),
    ("a day", date(2026, 4, 1), "2026-04-01"),
    ("a truth, though it is a number", True, True),
    ("nothing", None, None),
    ("a set is sorted", frozenset({"b", "a"}), ["a", "b"]),
    ("a mapping is sorted", {Tier.WEAK: 1, Tier.MEDIUM: 2}, {"medium": 2, "weak": 1}),
    ("a device is its id", DEVICES[0], "dev-01"),
    (
        "a row is its place",
        ASSETS[0],
        {"file": ASSETS[0].row.file, "sheet": "機器一覧", "row": 5, "column": ""},
    ),
    (
        "a part that nobody foresaw",
        (Section(frozenset({Kind.GUEST}), {Tier.WEAK: 3}, date(2026, 1, 2)),),
        [{"kinds": ["GUEST"], "per_tier": {"weak": 3}, "day": "2026-01-02"}],
    ),
)


@pytest.mark.parametrize(("meaning", "value", "written"), VALUES, ids=[v[0] for v in VALUES])
def test_each_value_is_written_in_one_way(meaning: str, value: object, written: Json) -> None:
    made = document.encoded(value)
    assert made == written and type(made) is type(written)


def test_a_value_that_nobody_can_write_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(TypeError, match="Path"):
        document.encoded({"where": Path("x")})


def test_every_part_of_the_model_is_in_it() -> None:
    made = json.loads(document.to_json(report()))
    assert made["schema"] == "daicho.report/1" and made["language"] == "ja"
    assert {f.name for f in fields(Report)} <= made.keys()
    assert len(made["items"]) == len(report().items)
    assert [d["device"]["id"] for d in made["devices"]] == [line.device.id for line in report().devices]
    assert made["devices"][0]["device"]["vendor"] == "Cisco"
    assert made["rows"][0]["asset"]["tag"] == "NW-001"
    assert {i["difference"]["id"] for i in made["items"]} == {i.difference.id for i in report().items}


@pytest.mark.parametrize(
    ("lang", "says"), [("ja", "台帳に対応する行が見つからない"), ("en", "No row of the ledger")]
)
def test_codes_stay_and_sentences_are_of_the_language(lang: str, says: str) -> None:
    made = json.loads(document.to_json(report(), "en" if lang == "en" else "ja"))
    first = next(i for i in made["items"] if i["difference"]["kind"] == "UNREGISTERED")
    assert first["difference"]["severity"] == "high" and first["section"] == "unregistered"
    assert says in first["said"]["finding"]


def test_half_a_character_does_not_break_the_document() -> None:
    """A name in UTF-16 that was cut in the middle: JSON can hold it, UTF-8 cannot."""
    odd = replace(RESULT, devices=(replace(DEVICES[0], hostnames=("\ud83d",)), *DEVICES[1:]))
    text = document.to_json(build(odd, COVER))
    assert "\\ud83d" in text and text.encode("utf-8")
    assert json.loads(text)["devices"][0]["device"]["hostnames"] == ["\ud83d"]


# -- the same bytes -----------------------------------------------------------------------------


def run(*arguments: object) -> Result:
    return CliRunner().invoke(daicho, [str(a) for a in arguments], standalone_mode=False)


def _faces(folder: Path, seed: str, zone: str) -> dict[str, str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    words = ["demo", "--replay", "--as-of", "2027-01-10", "--out", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "reconciler", *words], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    names = ("report.json", "report.html", "report.xlsx", "findings.json", "reconciliation.json")
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def test_the_same_inputs_and_day_give_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    one = _faces(tmp_path / "a", "1", "UTC")
    assert one == _faces(tmp_path / "b", "2", "America/New_York")
    assert json.loads((tmp_path / "a/report.json").read_text("utf-8"))["as_of"] == "2027-01-10"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "run"
    assert run("demo", "--replay", "--out", out).return_value == 1
    return out


def test_the_day_moves_target_dates_and_nothing_of_what_was_found(demo: Path, tmp_path: Path) -> None:
    """The default is the end of the run, not today."""
    files = (demo / "findings.json", demo / "ledger.xlsx")
    assert run("report", *files, "--out", tmp_path / "a").return_value == 1
    assert run("report", *files, "--as-of", "2027-04-05", "--out", tmp_path / "b").return_value == 1
    plain, later = (json.loads((tmp_path / n / "report.json").read_text("utf-8")) for n in "ab")
    assert (plain["as_of"], later["as_of"]) == ("2026-11-24", "2027-04-05")
    assert plain["ended"] == later["ended"]
    assert all(i["due"] > "2027-04-05" for i in later["items"])
    assert {i["difference"]["id"] for i in plain["items"]} <= {i["difference"]["id"] for i in later["items"]}


@pytest.mark.parametrize("day", ["2027-02-30", "tomorrow", "20270101"])
def test_what_is_no_day_is_refused(demo: Path, day: str) -> None:
    done = CliRunner().invoke(
        daicho, ["report", str(demo / "findings.json"), str(demo / "ledger.xlsx"), "--as-of", day]
    )
    assert done.exit_code == 2 and day in done.output
