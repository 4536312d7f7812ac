"""The whole job in the laboratory: `daicho audit` on real daemons and fragile devices, judged by the truth."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from agent.device import Device
from agent.findings import from_json
from reconciler.store import history, opened
from tests.lab.hospital import Lab
from tests.lab.judge import LENT, Verdict, devices_of, judge

pytestmark = pytest.mark.lab


@pytest.fixture(scope="module")
def audited(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> tuple[Lab, Path, Verdict, str]:
    folder = tmp_path_factory.mktemp("audit")
    lab.write_scope(folder / "scope.toml")
    lab.write_ledger(folder / "ledger.xlsx")
    lab.reset_counts()
    argv = [
        sys.executable,
        "-m",
        "reconciler",
        "audit",
        "--scope",
        folder / "scope.toml",
        "--ledger",
        folder / "ledger.xlsx",
    ]
    more = ["--out", folder / "run", "--store", str(folder / "history.sqlite")]
    done = lab.run_in_agent(
        [str(word) for word in [*argv, *more]], env={"DAICHO_STATE": str(folder / "state")}
    )
    assert done.returncode == 1, done.stderr
    return lab, folder, judge(lab, folder / "run", folder / "ledger.xlsx"), done.stdout


@pytest.mark.parametrize(
    "aspect", ["ghosts", "split", "harmed", "over_budget", "misaccounted", "wrong", "unsaid", "ledger"]
)
def test_nothing_is_wrong_with(aspect: str, audited: tuple[Lab, Path, Verdict, str]) -> None:
    assert getattr(audited[2], aspect) == []


def test_every_host_is_found(audited: tuple[Lab, Path, Verdict, str]) -> None:
    assert audited[2].found == audited[2].hosts >= 40


@pytest.fixture(scope="module")
def devices(audited: tuple[Lab, Path, Verdict, str]) -> dict[str, list[Device]]:
    """Host -> its devices, as the judge tells them apart."""
    lab, folder, _, _ = audited
    findings = from_json((folder / "run/findings.json").read_text(encoding="utf-8"))
    return devices_of(lab.hosts, findings, Verdict(), lab.hospital.shared)


@pytest.mark.parametrize(
    ("host", "technology"),
    [
        ("kanri-pc", "RDP"),
        ("kiosk", "VNC"),
        ("vpn-ipsec", "IPsec"),
        ("rt-vpn", "VPN router"),
    ],
)
def test_who_may_look_in_from_outside(host: str, technology: str, devices: dict[str, list[Device]]) -> None:
    assert technology in devices[host][0].remote_maintenance


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("bed-monitor-1", "monitor"),
        ("bed-monitor-2", "monitor"),
        ("ge-central", "central-station"),
        ("analyser", "analyser"),
        ("portable-xray", "cr-dr"),
    ],
)
def test_the_bedside_is_known_by_what_it_says(host: str, kind: str, devices: dict[str, list[Device]]) -> None:
    """None of them opens a port, none was asked, and the agent only listened."""
    (device,) = devices[host]
    assert (device.best("class"), device.best("kind"), device.packets) == ("medical", kind, 0)


def test_every_cable_is_known(audited: tuple[Lab, Path, Verdict, str]) -> None:
    """Switch and port of each interface, as the switches' tables have them. An uplink is its neighbour's alone: of
    the hosts whose cables end in the router itself, no port is known."""
    lab, folder, _, _ = audited
    findings = from_json((folder / "run/findings.json").read_text(encoding="utf-8"))
    found = {i.mac: (i.switch, i.port) for d in findings.devices for i in d.interfaces if i.port}
    router = lab.hospital.host("rt-core")
    for mac in (*(a.mac for a in router.attachments), *(s.attachment.mac for s in lab.hospital.shared)):
        found.pop(mac, None)
    assert found == lab.hospital.sockets()


def test_what_is_answered_for_others_is_no_device_of_its_own_make(
    audited: tuple[Lab, Path, Verdict, str], devices: dict[str, list[Device]]
) -> None:
    """Ten addresses behind rt-vpn, by proxy ARP: said so once, and nothing is made up about them."""
    router = audited[0].hospital.host("rt-vpn")
    (lent,) = devices[router.name + LENT]
    assert set(lent.ips) == set(router.lends)
    assert [c.value for c in lent.claims if c.attribute == "proxy_arp"]
    assert [lent.best(attribute) for attribute in ("class", "model", "serial")] == ["", "", ""]


def test_a_shared_address_is_nobodys_own(devices: dict[str, list[Device]]) -> None:
    """The VRRP pair's: the block of its MAC belongs to a protocol, and names no maker."""
    for device in devices.get("gw-office", []):
        assert device.best("vendor") in ("", "Allied Telesis") and not device.best("serial")
    for name in ("rt-core", "rt-sub"):
        (device,) = devices[name]
        at_pair = [ip for i in device.interfaces if i.mac == "00:00:5e:00:01:07" for ip in i.ips]
        assert set(at_pair) <= {"10.77.1.5"}, "a router's own address is not behind the pair's MAC"


def test_the_reports_are_written_and_named(audited: tuple[Lab, Path, Verdict, str]) -> None:
    _, folder, _, told = audited
    for name in ("report.html", "report.xlsx"):
        assert (folder / "run" / name).stat().st_size > 10_000
        assert str(folder / "run" / name) in told
    assert json.loads((folder / "run/reconciliation.json").read_text())["schema"] == "daicho.reconciliation/1"


def test_the_second_audit_tells_what_is_new(audited: tuple[Lab, Path, Verdict, str]) -> None:
    """What stands on a network that the first audit's scope did not name is new in the second, and nothing else."""
    lab, folder, _, _ = audited
    scope = (folder / "scope.toml").read_text(encoding="utf-8")
    begun = scope.index("[[network]]  # behind the router")
    less = scope[:begun] + scope[scope.index("[snmp", begun) :]
    (folder / "less.toml").write_text(less, encoding="utf-8")
    histories = []
    for name in ("less", "scope"):
        argv = [
            sys.executable,
            "-m",
            "reconciler",
            "audit",
            "--lang",
            "en",
            "--scope",
            str(folder / f"{name}.toml"),
        ]
        store = str(folder / "second.sqlite")
        more = [
            "--ledger",
            str(folder / "ledger.xlsx"),
            "--out",
            str(folder / f"run-{name}"),
            "--store",
            store,
        ]
        done = lab.run_in_agent([*argv, *more], env={"DAICHO_STATE": str(folder / "state")})
        assert done.returncode == 1, done.stderr
        run = json.loads((folder / f"run-{name}/findings.json").read_text(encoding="utf-8"))["run"]
        with opened(store) as history_file:
            histories.append(history(history_file, run))
    first, second = histories
    findings = from_json((folder / "run-scope/findings.json").read_text(encoding="utf-8"))
    there = {d.id for d in findings.devices if any(ip.startswith("10.77.4.") for ip in d.ips)}
    told = json.loads((folder / "run-scope/reconciliation.json").read_text(encoding="utf-8"))["matches"]
    theirs = there | {f"tag:{m['row']['tag']}" for m in told if m["device"] in there and m["row"]["tag"]}
    assert first.previous_run == "" and second.previous_run == first.run
    assert second.new, "a network that was not looked at before has something new"
    strange = [d for d in second.new if not theirs & set(d.split("|"))]
    assert strange == [], sorted(strange)
    text = (folder / "run-scope/report.html").read_text(encoding="utf-8")
    assert first.run in text, "the report names the run that it is compared with"
