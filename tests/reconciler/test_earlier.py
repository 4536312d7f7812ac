"""`--since`: what an earlier run knew, without a store."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agent.device import Claim, Device, Interface, Tier
from agent.findings import Coverage, Findings
from reconciler.cli import daicho
from reconciler.commands.outcome import CommandError
from reconciler.diff import reconcile
from reconciler.earlier import NotEarlierError, earlier, known_of, known_of_text
from reconciler.known_again import known_again
from reconciler.reconciliation import to_json


def device(
    key: str,
    ip: str = "192.0.2.7",
    *,
    site: str = "main",
    mac: str = "",
    serial: str = "",
    vendor: str = "NEC",
) -> Device:
    said = {"serial": serial, "vendor": vendor}
    claims = tuple(Claim(a, v, Tier.STRONG, "r", "f", v) for a, v in said.items() if v)
    return Device(f"{site}/{key}", site, (Interface(mac, (ip,)),), claims=claims)


def run_of(
    *devices: Device, run: str, ended: str, cidr: str = "192.0.2.0/24", complete: bool = True
) -> Findings:
    looked = Coverage("main", "事務", cidr, "office", True, 254, 254, len(devices))
    return Findings(run, "x", ended, ended, complete, (looked,), devices)


ONE, TWO = "2026-05-01T01:00:00Z", "2026-06-01T01:00:00Z"
MAC = "00:00:4c:10:20:30"


def test_a_box_is_known_again_by_what_only_it_has() -> None:
    before = [
        device(MAC, mac=MAC, serial="7X1100A"),
        device("192.0.2.9", "192.0.2.9"),
        device("b", serial="55-201"),
    ]
    after = [
        device(MAC, "192.0.2.200", mac=MAC),
        device("192.0.2.9", "192.0.2.9"),
        device("c", serial="55-201", site="annex"),
    ]
    told = known_again(before, after)
    assert told.pairs == {f"main/{MAC}": f"main/{MAC}", "main/b": "annex/c"}
    assert told.same_place == (("main/192.0.2.9", "main/192.0.2.9"),), "an address alone is no identity"


def test_the_same_address_at_two_sites_is_two_places() -> None:
    told = known_again([device("192.0.2.9", site="a")], [device("192.0.2.9", site="b")])
    assert not told.pairs and not told.same_place


@pytest.mark.parametrize(
    ("meaning", "mac"),
    [("made up by a phone", "da:a1:19:33:77:01"), ("a virtual router's", "00:00:5e:00:01:0a")],
)
def test_a_mac_that_is_no_ones_own_knows_nobody_again(meaning: str, mac: str) -> None:
    assert not known_again([device("x", mac=mac)], [device("y", mac=mac)]).pairs


def test_a_serial_that_two_devices_have_knows_neither_again() -> None:
    after = [device("x", serial="55-201"), device("y", serial="55-201")]
    assert not known_again([device("b", serial="55-201")], after).pairs


def test_new_and_gone_are_told_and_what_stayed_is_neither() -> None:
    stays, left, came = (
        device(f"00:00:4c:10:20:0{n}", f"192.0.2.{n}", mac=f"00:00:4c:10:20:0{n}") for n in (1, 2, 3)
    )
    before, now = run_of(stays, left, run="a", ended=ONE), run_of(stays, came, run="b", ended=TWO)
    was, result = reconcile(before, ()), reconcile(now, ())
    for known in (known_of(was), known_of_text(to_json(was), "a")):
        told = earlier(before, known, now, result)
        assert told.new == {f"UNREGISTERED|{came.id}"}
        assert [(g.kind, g.what) for g in told.gone] == [("UNREGISTERED", left.id)]
        assert told.first_seen == {f"UNREGISTERED|{stays.id}": ONE, f"UNREGISTERED|{came.id}": TWO}


@pytest.mark.parametrize("change", [{"cidr": "192.0.2.0/25"}, {"complete": False}])
def test_what_a_narrower_run_does_not_show_is_not_gone(change: dict[str, object]) -> None:
    box = device(MAC, mac=MAC)
    before = run_of(box, run="a", ended=ONE)
    now = replace(run_of(run="b", ended=TWO), complete=change.get("complete") is not False)
    if "cidr" in change:
        now = replace(now, coverage=(replace(now.coverage[0], cidr=str(change["cidr"])),))
    assert earlier(before, known_of(reconcile(before, ())), now, reconcile(now, ())).gone == ()


def test_a_later_run_or_another_ones_reconciliation_is_refused() -> None:
    before, now = run_of(run="a", ended=ONE), run_of(run="b", ended=TWO)
    with pytest.raises(NotEarlierError, match="did not end before"):
        earlier(now, known_of(reconcile(now, ())), before, reconcile(before, ()))
    for text in (to_json(reconcile(now, ())), "{", "[]", '{"schema": 1}'):
        with pytest.raises(NotEarlierError):
            known_of_text(text, "a")


# -- as it is typed -----------------------------------------------------------------------------


def run(*arguments: object) -> Result:
    return CliRunner().invoke(daicho, [str(a) for a in arguments], standalone_mode=False)


@pytest.fixture
def two_runs(tmp_path: Path) -> tuple[Path, Path]:
    """The demo's run, and one a month before it that had not met its first device."""
    now, before = tmp_path / "now", tmp_path / "before"
    run("demo", "--replay", "--out", now)
    before.mkdir()
    shutil.copy(now / "findings.json", before)
    document = json.loads((before / "findings.json").read_text("utf-8"))
    document |= {"run": "earlier", "started": "2026-10-24T01:00:00Z", "ended": "2026-10-24T01:30:00Z"}
    document["devices"] = [d for d in document["devices"] if d["id"] != "main/e8:1c:ba:99:25:40"]
    (before / "findings.json").write_text(json.dumps(document), "utf-8")
    return before, now


def test_report_tells_what_is_new_since_a_folder(two_runs: tuple[Path, Path], tmp_path: Path) -> None:
    before, now = two_runs
    out = tmp_path / "out"
    done = run("report", now / "findings.json", now / "ledger.xlsx", "--since", before, "--out", out)
    assert done.return_value == 1, done.output
    made = json.loads((out / "report.json").read_text("utf-8"))
    assert made["since"]["previous_run"] == "earlier"
    assert [i["difference"]["device"] for i in made["items"] if i["new"]] == ["main/e8:1c:ba:99:25:40"]
    told = run("reconcile", now / "findings.json", now / "ledger.xlsx", "--since", before / "findings.json")
    assert "新規" in told.output and "初回" not in told.output


def test_a_run_cannot_be_its_own_past(two_runs: tuple[Path, Path]) -> None:
    before, now = two_runs
    done = run("reconcile", before / "findings.json", now / "ledger.xlsx", "--since", now)
    assert isinstance(done.exception, CommandError) and "did not end before" in str(done.exception)
