"""Whole runs inside the demo's hospital: killed and resumed, stopped, without rights, with what is left alone."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

import pytest

from agent import journal as journals
from agent.demo.hospital import Hospital, read_hospital, scope_text
from agent.demo.hosts import StandIns, serving
from agent.demo.namespaces import Networks, possible, raised
from agent.findings import Findings, from_json

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(possible()), reason=possible() or "-")]


@pytest.fixture(scope="module")
def hospital() -> Hospital:
    return read_hospital()


@pytest.fixture(scope="module")
def up(hospital: Hospital) -> Iterator[tuple[Networks, StandIns]]:
    with (
        raised(hospital.segments, hospital.nodes()) as networks,
        serving(networks, hospital.hosts) as stand_ins,
    ):
        yield networks, stand_ins


@pytest.fixture
def scope(tmp_path: Path) -> Path:
    path = tmp_path / "scope.toml"
    path.write_text(scope_text(date.today() + timedelta(days=2)), encoding="utf-8")  # noqa: DTZ011
    return path


def start(
    up: tuple[Networks, StandIns], hospital: Hospital, scope: Path, *more: str, before: tuple[str, ...] = ()
):  # type: ignore[no-untyped-def]
    argv = [*before, sys.executable, "-m", "reconciler", "scan", "--scope", str(scope), *more]
    environment = {
        **os.environ,
        **hospital.secrets,
        "PYTHONPATH": str(ROOT),
        "DAICHO_STATE": str(scope.parent / "state"),
    }
    return up[0].start("agent", argv, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def findings_of(folder: Path) -> Findings:
    return from_json((folder / "findings.json").read_text(encoding="utf-8"))


def known(findings: Findings) -> set[str]:
    return {ip for device in findings.devices for ip in device.ips}


def expected(hospital: Hospital) -> set[str]:
    return {a.ip for host in hospital.hosts for a in host.attachments}


def test_a_run_finds_every_address_and_harms_nobody(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    child = start(up, hospital, scope, "--out", str(tmp_path / "run"))
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    findings = findings_of(tmp_path / "run")
    assert known(findings) == expected(hospital)
    assert findings.complete and all(c.looked for c in findings.coverage)
    for host in hospital.hosts:
        if host.fragile is not None:
            assert up[1].mistreated(host.name) == ()
            assert all(d.packets == 0 for d in findings.devices if host.ip in d.ips)
    text = (tmp_path / "run/journal.jsonl").read_text(encoding="utf-8")
    assert not any(secret in text for secret in hospital.secrets.values()), "a secret stands in the journal"
    records = list(journals.read(tmp_path / "run/journal.jsonl"))
    bugs = [r.data for r in records if r.kind == "attempt" and r.data["outcome"] in ("bug", "garbled")]
    assert bugs == []


def wait_for_beginnings(journal: Path, number: int) -> None:
    """Until so many times a run was begun or gone on with."""
    for _ in range(600):
        if journal.exists() and sum(r.kind in ("run", "resumed") for r in journals.read(journal)) >= number:
            return
        time.sleep(0.1)
    pytest.fail("the run has not begun within a minute")


def test_killed_at_any_moment_and_resumed_it_comes_to_the_same_end(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "run"
    for beginnings, (pause, more) in enumerate(
        ((0.5, ()), (3.0, ("--resume",)), (6.0, ("--resume",))), start=1
    ):
        child = start(up, hospital, scope, "--out", str(folder), *more)
        wait_for_beginnings(folder / "journal.jsonl", beginnings)
        time.sleep(pause)
        child.send_signal(signal.SIGKILL)
        child.communicate()
    child = start(up, hospital, scope, "--out", str(folder), "--resume")
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    assert known(findings_of(folder)) == expected(hospital)
    records = list(journals.read(folder / "journal.jsonl"))
    assert sum(r.kind == "resumed" for r in records) == 3
    asked = Counter(
        (r.data["host"], r.data["probe"])
        for r in records
        if r.kind == "attempt" and r.data["outcome"] != "not_allowed"
    )
    assert max(asked.values()) == 1, "a question whose answer was on record was put again"


@pytest.mark.parametrize(
    ("word", "pause"), [("SIGINT", 3.5), ("SIGTERM", 2.5), ("SIGINT", 8.5), ("SIGTERM", 8.5)]
)
def test_a_signal_ends_a_run_and_keeps_what_was_found(up, hospital, scope, tmp_path, word, pause) -> None:  # type: ignore[no-untyped-def]
    child = start(up, hospital, scope, "--out", str(tmp_path / "run"))
    wait_for_beginnings(tmp_path / "run/journal.jsonl", 1)
    time.sleep(pause)
    child.send_signal(signal.Signals[word])
    _, err = child.communicate(timeout=20)
    assert child.returncode == 5, err
    findings = findings_of(tmp_path / "run")
    assert not findings.complete and len(findings.devices) > 3
    assert "--resume" in err and "Traceback" not in err


def test_the_stop_file_ends_all_sending_within_a_second(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    child = start(up, hospital, scope, "--out", str(tmp_path / "run"))
    wait_for_beginnings(tmp_path / "run/journal.jsonl", 1)
    second = start(up, hospital, scope, "--out", str(tmp_path / "run"), "--resume")
    _, err = second.communicate(timeout=20)
    assert second.returncode == 3 and "another daicho is writing this run" in err, err
    time.sleep(1)
    (scope.parent / "state").mkdir(exist_ok=True)
    (scope.parent / "state/STOP").touch()
    stopped = time.time()
    _, err = child.communicate(timeout=20)
    assert child.returncode == 5 and "STOP" in err
    records = journals.read(tmp_path / "run/journal.jsonl")
    sent = [r.at for r in records if r.kind == "account" and r.data["event"] != "settled"]
    from datetime import datetime

    assert datetime.fromisoformat(max(sent).replace("Z", "+00:00")).timestamp() < stopped + 1


def test_a_full_disk_ends_a_run_and_nothing_is_sent_beyond_the_account(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    child = start(up, hospital, scope, "--out", str(tmp_path / "run"), before=("prlimit", "--fsize=16384"))
    _, err = child.communicate(timeout=60)
    assert child.returncode == 5 and "Traceback" not in err, err
    again = start(up, hospital, scope, "--out", str(tmp_path / "run"), "--resume")
    _, err = again.communicate(timeout=120)
    assert again.returncode == 0, err
    assert known(findings_of(tmp_path / "run")) == expected(hospital)


def test_without_packet_sockets_it_says_what_that_costs(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    before = ("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all")
    scope.write_text(scope.read_text().replace("10.20.1.0/24", "10.20.1.0/26"), encoding="utf-8")
    child = start(up, hospital, scope, "--out", str(tmp_path / "run"), before=before)
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    findings = findings_of(tmp_path / "run")
    _, ward = findings.coverage
    small = {ip for ip in expected(hospital) if ip.startswith("10.20.1.") and int(ip.rpartition(".")[2]) < 64}
    assert small <= known(findings)
    assert not ward.looked and any("CAP_NET_RAW" in n.why for n in ward.not_looked)
    assert any(d.macs for d in findings.devices), "the kernel's neighbour table was not read"


def test_never_is_never(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    scope.write_text('never = ["10.20.1.1", "10.20.2.0/24"]\n' + scope.read_text(), encoding="utf-8")
    child = start(up, hospital, scope, "--out", str(tmp_path / "run"))
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    findings = findings_of(tmp_path / "run")
    assert known(findings) == {i for i in expected(hospital) if i.startswith("10.20.1.") and i != "10.20.1.1"}
    assert {n.why: n.count for c in findings.coverage for n in c.not_looked}[
        "the scope's `never` names them"
    ] in (1, 253, 254)


def test_without_out_the_document_goes_to_stdout(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = scope.read_text().replace("10.20.1.0/24", "10.20.1.0/29").replace("10.20.2.0/24", "10.20.2.0/29")
    scope.write_text(text, encoding="utf-8")
    child = start(up, hospital, scope)
    out, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    assert json.loads(out)["schema"] == "daicho.findings/1"


def test_what_the_ledger_declares_and_is_silent_is_asked_once_more(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    ledger = tmp_path / "ledger.csv"
    ledger.write_text(
        "管理番号,名称,IPアドレス\nA-1,事務PC,10.20.1.99\nA-2,ルータ,10.20.1.1\n", encoding="utf-8"
    )
    child = start(up, hospital, scope, "--ledger", str(ledger), "--out", str(tmp_path / "run"))
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    records = journals.read(tmp_path / "run/journal.jsonl")
    bursts = [r.data for r in records if r.kind == "account" and r.data["probe"] == "arp"]
    assert [b["packets"] for b in bursts if b.get("first") == "10.20.1.99"] == [1], "a burst for it alone"
    assert findings_of(tmp_path / "run").protected_by_ledger == 2


@pytest.mark.parametrize("installed", [True, False])
def test_nmap_by_reservation(up, hospital, scope, tmp_path, installed) -> None:  # type: ignore[no-untyped-def]
    """Only for the host that the scope grants a session, within its budget; where it is missing, a note."""
    grant = '[[host]]\nip = "10.20.1.20"\ngrant = "session"\nwhy = "保守契約の確認"\n\n'
    text = (
        scope.read_text()
        .replace("[[network]]", grant + "[[network]]", 1)
        .replace("10.20.1.0/24", "10.20.1.0/27")
    )
    scope.write_text(text.replace("10.20.2.0/24", "10.20.2.0/29"), encoding="utf-8")
    before = () if installed else ("env", "PATH=/nowhere")
    child = start(up, hospital, scope, "--out", str(tmp_path / "run"), before=before)
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    records = list(journals.read(tmp_path / "run/journal.jsonl"))
    asked = {r.data["host"]: r.data for r in records if r.kind == "attempt" and r.data["probe"] == "nmap"}
    if installed and shutil.which("nmap"):
        assert set(asked) == {"10.20.1.20"} and asked["10.20.1.20"]["outcome"] in ("answered", "silent"), (
            asked
        )
        nas = next(d for d in findings_of(tmp_path / "run").devices if "10.20.1.20" in d.ips)
        assert nas.packets <= 60
    else:
        assert asked == {} and "nmap is not installed" in err


def test_without_packet_sockets_what_the_ledger_protects_is_not_knocked_at(
    up, hospital, scope, tmp_path
) -> None:  # type: ignore[no-untyped-def]
    """Also where every address of an office network is asked one datagram to find who is there."""
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("管理番号,名称,IPアドレス\nA-1,輸液ポンプ,10.20.1.20\n", encoding="utf-8")
    text = scope.read_text().replace("10.20.1.0/24", "10.20.1.0/27").replace("10.20.2.0/24", "10.20.2.0/29")
    scope.write_text(text, encoding="utf-8")
    before = ("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all")
    child = start(up, hospital, scope, "--ledger", str(ledger), "--out", str(tmp_path / "run"), before=before)
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    records = list(journals.read(tmp_path / "run/journal.jsonl"))
    asked = {r.data["host"] for r in records if r.kind == "account" and r.data["event"] == "reserved"}
    assert "10.20.1.20" not in asked and "10.20.1.1" in asked
    office = next(c for c in findings_of(tmp_path / "run").coverage if c.cidr == "10.20.1.0/27")
    assert not office.looked, "one address was left alone: silence does not mean absence there"
    assert {n.why: n.count for n in office.not_looked}[
        "left alone, as the ledger or what is known of them asks"
    ] == 1


def test_however_often_a_sweep_is_killed_every_address_is_asked(up, hospital, scope, tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = scope.read_text().replace('care = "office"', 'care = "office"\nsweep_rate = 25')
    scope.write_text(text.replace("10.20.2.0/24", "10.20.2.0/29"), encoding="utf-8")
    folder, kills = tmp_path / "run", 5
    for number in range(kills):
        child = start(up, hospital, scope, "--out", str(folder), *(("--resume",) if number else ()))
        time.sleep(2.2)
        child.send_signal(signal.SIGKILL)
        child.communicate()
    child = start(up, hospital, scope, "--out", str(folder), "--resume")
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    bursts = [
        r.data
        for r in journals.read(folder / "journal.jsonl")
        if r.kind == "account" and r.data["probe"] == "arp"
    ]
    office = [b for b in bursts if b["host"] == "10.20.1.0/24" and "first" in b]  # the rest is the watch's
    firsts = [int(IPv4Address(str(b["first"]))) for b in office]
    asked = {
        n
        for first, b in zip(firsts, office, strict=True)
        for n in range(first, first + int(str(b["packets"])))
    }
    every = {int(ip) for ip in IPv4Network("10.20.1.0/24").hosts()} - {int(IPv4Address("10.20.1.250"))}
    assert asked >= every
    assert len(office) <= len(every) + kills, "no more than the burst in flight is sent again"
    assert next(c for c in findings_of(folder).coverage if c.cidr == "10.20.1.0/24").asked == len(every)
