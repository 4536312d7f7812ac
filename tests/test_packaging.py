"""What packaging/ hands out agrees with the program, and its unit is as tight as it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import click
import pytest

from reconciler.cli import daicho

ROOT = Path(__file__).resolve().parent.parent
DEBIAN = ROOT / "packaging" / "debian"


def unit(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (DEBIAN / name).read_text(encoding="utf-8").splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(key, []).append(value)
    return found


def test_the_sandbox_is_at_or_under_two() -> None:
    """`systemd-analyze security --offline`: 0 is closed, 10 is open."""
    program = shutil.which("systemd-analyze")
    if program is None:
        assert os.environ.get("DAICHO_LAB_REQUIRED") != "1", "systemd-analyze is missing: apt install systemd"
        pytest.skip("systemd-analyze is not here")
    done = subprocess.run(
        [program, "security", "--offline=true", "--threshold=20", "--no-pager", str(DEBIAN / "daicho.service")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-400:] + done.stderr
    level = re.search(r"exposure level for daicho.service: ([\d.]+)", done.stdout)
    assert level and float(level[1]) <= 2.0


def test_the_unit_begins_a_command_that_there_is() -> None:
    service = unit("daicho.service")
    (line,) = service["ExecStart"]
    program, command, option, path = line.split()
    audit = daicho.commands[command]
    assert program == "/usr/bin/daicho" and path == "/etc/daicho/daicho.toml"
    assert option in {name for p in audit.params for name in p.opts}


def test_the_unit_has_one_right_and_differences_are_a_success() -> None:
    service = unit("daicho.service")
    assert service["AmbientCapabilities"] == service["CapabilityBoundingSet"] == ["CAP_NET_RAW"]
    assert service["User"] == ["daicho"] and service["NoNewPrivileges"] == ["yes"]
    assert service["SuccessExitStatus"] == ["1 5"]
    assert unit("daicho.timer")["Persistent"] == ["yes"]


def test_what_is_built_carries_no_python_nmap() -> None:
    spec = (ROOT / "packaging/stick/daicho.spec").read_text(encoding="utf-8")
    assert '"nmap"' in spec.split("OUT = ")[1].split("}")[0]
    wheels = (ROOT / "packaging/windows/wheels.py").read_text(encoding="utf-8")
    assert 'LEFT_OUT = {"python-nmap"}' in wheels


@pytest.mark.parametrize("name", ["requirements.lock", "packaging/requirements-build.lock"])
def test_every_pin_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.split(
        r"\n(?=[a-z0-9])", "\n".join(x for x in text.splitlines() if not x.startswith("#")).strip()
    )
    assert len(pins) > 4
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+==\S+", pin) and "--hash=sha256:" in pin, pin.splitlines()[0]


def test_every_requirement_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["tests"], *groups["lint"]]
    for text in wanted:
        name = re.split(r"[<>=\[;]", text)[0].strip().lower().replace("_", "-")
        assert name in locked, f"{name} is in pyproject.toml and in no lock"


def commands(group: click.Group, before: str = "daicho") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        found[f"{before} {name}"] = command
        if isinstance(command, click.Group):
            found |= commands(command, f"{before} {name}")
    return found


@pytest.mark.parametrize("words", sorted(commands(daicho)))
def test_the_man_page_and_the_help_say_the_same(words: str) -> None:
    """The man pages are made of the commands (packaging/debian/manual.py): this is what they are made of."""
    command = commands(daicho)[words]
    assert command.help and command.help.strip(), f"{words} says nothing of itself"
    for param in command.params:
        if isinstance(param, click.Option):
            assert param.help, f"{words} {param.opts[0]} has no help"


def test_without_an_index_of_packages_it_is_said_what_to_do_instead(tmp_path: Path) -> None:
    """A port of this machine's that nobody listens at stands for the index that cannot be reached."""
    environment = {
        **os.environ,
        "DAICHO_ENVIRONMENT": str(tmp_path / "environment"),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
        "PIP_RETRIES": "0",
    }
    script = ROOT / "packaging" / "run"
    done = subprocess.run([script, "--version"], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 2
    assert "packaging/build" in done.stderr
    assert not (tmp_path / "environment" / "made-from").exists(), "the next time must try again"
