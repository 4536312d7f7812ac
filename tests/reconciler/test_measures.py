"""`--required` and `--patience` from the command line: the hospital's own measures hold, and slips in them are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agent.device import Claim, Device, Interface, Tier
from agent.findings import Coverage, Findings, to_json
from reconciler import patience, required
from reconciler.cli import daicho
from reconciler.commands.measures import measures_of
from reconciler.commands.outcome import CommandError, Exit

SEEN = "2026-11-25T16:30:00Z"
OURS = Path(required.__file__).with_name("required.toml"), Path(patience.__file__).with_name("patience.toml")

STRICT = """
[requirements]
place = ["place"]
serial = ["serial"]
"保証の満了" = ["maintained_until"]
[classes]
default = ["place", "serial", "保証の満了"]
"""
LENIENT = '[requirements]\nplace = ["place"]\n[classes]\ndefault = ["place"]\n'
AT_ONCE = "default = {scans = 1, days = 0}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    claims = (Claim("class", "terminal", Tier.STRONG, "r", "snmp.sysDescr", "PC"),)
    interface = Interface("74:4c:a1:00:02:21", ("10.2.0.21",), "", "")
    device = Device("PC-01", "", (interface,), ("外来",), ("PC-01",), claims, last_seen=SEEN)
    coverage = (Coverage("", "外来", "10.2.0.0/24", "office", True, 254, 254, 1),)
    findings = Findings("RUN-7", "d", "2026-11-25T16:00:00Z", SEEN, True, coverage, (device,))
    (tmp_path / "findings.json").write_text(to_json(findings), encoding="utf-8")
    (tmp_path / "台帳.csv").write_text(
        "管理番号,機器名,種別,IPアドレス,MACアドレス,設置場所\n"
        "T-1,受付PC,PC,10.2.0.21,74:4c:a1:00:02:21,受付\n"
        "T-2,会計PC,PC,10.2.0.22,74:4c:a1:00:02:22,会計\n",
        encoding="utf-8",
    )
    (tmp_path / "strict.toml").write_text(STRICT, encoding="utf-8")
    (tmp_path / "lenient.toml").write_text(LENIENT, encoding="utf-8")
    (tmp_path / "at-once.toml").write_text(AT_ONCE, encoding="utf-8")
    return tmp_path


def run(folder: Path, command: str, *more: str) -> Result:
    whole = [command, str(folder / "findings.json"), str(folder / "台帳.csv"), *more]
    return CliRunner().invoke(daicho, whole, catch_exceptions=False, standalone_mode=False)


def differences(folder: Path, *more: str) -> dict[tuple[str, str], dict[str, object]]:
    result = run(folder, "reconcile", "--json", *more)
    return {
        (d["kind"], d["row"]["row"] if d["row"] else 0): d for d in json.loads(result.stdout)["differences"]
    }


def test_own_required_fields_take_the_place_of_ours(folder: Path) -> None:
    assert ("UNDOCUMENTED", 2) in differences(folder)
    assert ("UNDOCUMENTED", 2) not in differences(folder, "--required", str(folder / "lenient.toml"))
    strict = differences(folder, "--required", str(folder / "strict.toml"))
    assert strict["UNDOCUMENTED", 2]["field"] == "serial,保証の満了"


def test_own_patience_takes_the_place_of_ours(folder: Path) -> None:
    assert differences(folder)["NOT_SEEN", 3]["severity"] == "low"
    impatient = differences(folder, "--patience", str(folder / "at-once.toml"))
    assert impatient["NOT_SEEN", 3]["severity"] != "low"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_report_and_annotate_take_both(folder: Path, lang: str) -> None:
    both = ["--required", str(folder / "strict.toml"), "--patience", str(folder / "at-once.toml")]
    out = ["--out", str(folder / "out"), "--lang", lang]
    assert run(folder, "report", *both, *out).return_value == Exit.DIFFER
    assert "保証の満了" in (folder / "out" / "report.html").read_text(encoding="utf-8")
    assert run(folder, "annotate", *both, *out).return_value == Exit.DIFFER


def test_what_daicho_brings_is_itself_a_file_that_it_takes() -> None:
    own = measures_of(*OURS)
    assert own.required == required.ours() and own.patience == patience.ours()


@pytest.mark.parametrize(
    ("option", "text", "told"),
    [
        ("--required", None, "No such file"),
        ("--patience", None, "No such file"),
        ("--required", "nonsense", "not TOML"),
        (
            "--required",
            '[requirements]\nplace = ["where"]\n[classes]\ndefault = []\n',
            "no such field: where",
        ),
        ("--required", f'{LENIENT}servr = ["place"]\n', "no class of device is called servr"),
        ("--patience", f"{AT_ONCE}pump = {{scans = 1, days = 0}}\n", "no class of device is called pump"),
        ("--patience", "default = {scans = 1}\n", "needs scans and days"),
    ],
)
@pytest.mark.parametrize("command", ["reconcile", "report", "annotate", "audit"])
def test_a_slip_is_told_before_anything_is_done(
    folder: Path, command: str, option: str, text: str | None, told: str
) -> None:
    path = folder / "own.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    out = folder / "out"
    arguments = [str(folder / "findings.json"), str(folder / "台帳.csv")]
    if command == "audit":
        arguments = ["--ledger", str(folder / "台帳.csv"), "--scope", str(folder / "scope.toml")]
    if command != "reconcile":
        arguments += ["--out", str(out)]
    with pytest.raises(CommandError, match=told) as error:
        CliRunner().invoke(
            daicho, [command, *arguments, option, str(path)], catch_exceptions=False, standalone_mode=False
        )
    assert str(path) in str(error.value) and error.value.code == Exit.USAGE
    assert not out.exists()
