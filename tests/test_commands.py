"""Every command and option is explained, README's commands exist, and nothing heavy is imported for help."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from reconciler.cli import daicho

ROOT = Path(__file__).resolve().parent.parent
HEAVY = (
    "scapy",
    "pysnmp",
    "sqlalchemy",
    "zeroconf",
    "openpyxl",
    "python_calamine",
    "xlsxwriter",
    "jinja2",
    "rich",
    "asyncio",
)


def commands(group: click.Group = daicho, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[n for n, _ in commands()])
def test_every_command_and_option_is_explained(name: str, command: click.Command) -> None:
    assert command.help and command.help.strip().endswith(".")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help and parameter.help[0].isupper(), f"{name} {parameter.opts}"


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys\nfrom reconciler.cli import daicho\n"
        "try:\n    daicho(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stderr.strip() == "[]"


def test_readmes_commands_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    known = {name for name, _ in commands()} | {"ledger"}
    named = set(re.findall(r"(?:daicho|packaging/run) ((?:ledger )?[a-z]+)", text)) - {
        "tests",
        "python",
        "ruff",
        "mypy",
    }
    blocks = re.findall(r"```[a-z]*\n(.*?)```", text, re.S)
    used = {
        m
        for block in blocks
        for m in re.findall(r"^(?:\$ )?(?:daicho|packaging/run) ((?:ledger )?[a-z]+)", block, re.M)
    }
    assert used - {"tests", "python"} <= known, used - known
    assert used, "README shows no command"
    assert {"demo", "audit", "init"} <= named


def test_a_fault_of_ours_is_told_as_ours(tmp_path: Path) -> None:
    """Uncaught exceptions end with code 4, never with one that could be read as a finding."""
    program = (
        "import reconciler.commands.catalogue as c\nimport sys\n"
        "def broken(**_): raise KeyError('x')\nc.probes = broken\nsys.argv = ['daicho', 'probes']\n"
        "from reconciler.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 4 and "fault of daicho" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["scan", "--scope", "nowhere.toml"], 3, "daicho init"),
        (["audit", "--scope", "nowhere.toml", "--out", "x"], 2, "--ledger"),
        (["audit", "--scope", "nowhere.toml", "--ledger", "nowhere.xlsx", "--out", "x"], 2, "nowhere.xlsx"),
        (["reconcile", "nowhere.json", "nowhere.xlsx"], 2, "findings.json"),
        (["why", "10.0.0.1"], 2, "--run"),
        (["ledger", "read", "nowhere.csv"], 2, "nowhere.csv"),
        (["scan", "--bogus"], 2, "No such option"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(
    arguments: list[str], code: int, says: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reconciler", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == code, done.stderr
    assert says in done.stderr and "Traceback" not in done.stderr


def test_an_expired_authorisation_is_a_refusal(tmp_path: Path) -> None:
    scope = tmp_path / "scope.toml"
    scope.write_text('[authorisation]\nby = "山田"\nuntil = 2020-01-01\n[[network]]\ncidr = "10.0.0.0/24"\n')
    done = subprocess.run(
        [sys.executable, "-m", "reconciler", "scan", "--scope", str(scope), "--out", str(tmp_path / "out")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3 and "山田" in done.stderr and "nothing was sent" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_draft_of_init_authorises_nothing_until_a_person_has_signed(tmp_path: Path) -> None:
    draft = tmp_path / "scope.toml"
    made = subprocess.run(
        [sys.executable, "-m", "reconciler", "init", "--out", str(draft)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0 and draft.exists(), made.stderr
    again = [sys.executable, "-m", "reconciler", "init", "--out", str(draft)]
    assert subprocess.run(again, capture_output=True, check=False).returncode == 2
    run = [sys.executable, "-m", "reconciler", "scan", "--scope", str(draft), "--out", str(tmp_path / "out")]
    refused = subprocess.run(run, capture_output=True, text=True, check=False)
    assert refused.returncode == 3 and "authorisation.by" in refused.stderr
