"""What a scan is given besides scope and ledger: the list of ports, and the boxes that earlier runs met."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent import journal as journals
from agent.chassis import Chassis, Met
from agent.device import Device, Interface
from reconciler.commands.outcome import CommandError
from reconciler.commands.pinned import CHASSIS, pin, pins_of
from reconciler.commands.run_folder import JOURNAL
from reconciler.commands.scan import _port_places
from reconciler.report.item import where_of
from reconciler.report.phrases import where
from reconciler.report.wording import words

KEY = ("main", "192.0.2.1")


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAICHO_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def run_that_met(folder: Path, *boxes: Met) -> Path:
    journal = journals.create(folder / JOURNAL, lambda: datetime.now(UTC))
    journal.append("run", {"run": "r"})
    for box in boxes:
        journal.append("met", journals.met_out(box))
    journal.close()
    return folder


def test_the_first_run_knows_no_box_and_the_next_knows_those_that_it_met(state: Path, tmp_path: Path) -> None:
    assert pins_of(state) == {}
    seen = Chassis("80001f88", bridge="00:26:73:00:00:02")
    pin(
        {},
        run_that_met(tmp_path / "run", Met(*KEY, "sw", seen), Met("main", "192.0.2.2", "", seen, "other")),
        state,
    )
    assert pins_of(state) == {KEY: seen}
    pin(pins_of(state), run_that_met(tmp_path / "next", Met(*KEY, "sw", Chassis("80001f99"))), state)
    assert pins_of(state) == {KEY: seen}


def test_a_list_of_boxes_that_cannot_be_read_stops_before_anything_is_sent(state: Path) -> None:
    state.mkdir()
    (state / CHASSIS).write_text("{", encoding="utf-8")
    with pytest.raises(CommandError, match="nothing was sent"):
        pins_of(state)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_the_list_of_ports_comes_as_excel_writes_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "ports.csv"
    path.write_text("スイッチ,ポート,場所\r\nsw-3f,1,３階ナースステーション\r\n", encoding=encoding)
    assert _port_places(path) == {("sw-3f", "1"): "３階ナースステーション"}


def test_a_list_that_cannot_be_meant_is_refused_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "ports.csv"
    path.write_text("sw-3f,1\n", encoding="utf-8")
    with pytest.raises(CommandError, match="row 1"):
        _port_places(path)
    assert _port_places(None) == {}


def test_the_report_says_what_is_written_on_the_port() -> None:
    plug = Interface("00:26:73:00:00:01", (), "sw-3f", "Gi1/0/5", "3階 ICU")
    told = where(where_of(Device("d", "main", (plug,)), None), words("ja"))
    assert "接続先：sw-3f ポート Gi1/0/5" in told and "接続口の表示：3階 ICU" in told
