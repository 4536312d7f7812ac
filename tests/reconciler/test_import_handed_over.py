"""`daicho import` of files that a site hands over: whole runs, each file told apart by its content and accounted for."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from agent import journal
from reconciler.cli import daicho
from reconciler.commands.outcome import CommandError, Exit

SCOPE = """
[authorisation]
by = "Information systems"
until = 2020-01-01
[[network]]
cidr = "192.0.2.0/24"
"""
WRITTEN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC).timestamp()
ARP = """\
Protocol  Address          Age (min)  Hardware Addr   Type   Interface
Internet  192.0.2.7              12   001b.2110.0007  ARPA   Vlan30
Internet  203.0.113.9             3   001b.2110.0009  ARPA   Vlan99
Internet  192.0.2.8               0   Incomplete      ARPA
"""
MACS = """\
SW-3F#show mac address-table
Vlan    Mac Address       Type        Ports
----    -----------       --------    -----
  30    001b.2110.0007    DYNAMIC     Gi1/0/5
  30    001b.2110.0060    DYNAMIC     Gi1/0/7
  99    001b.2110.0009    DYNAMIC     Gi1/0/9
  99    001b.2110.0098    DYNAMIC     Gi1/0/9
SW-3F#
"""


def run(folder: Path, *texts: str | bytes, scope: str = SCOPE) -> dict[str, object]:
    """The findings of these files, each with a name that says nothing."""
    (folder / "scope.toml").write_text(scope, encoding="utf-8")
    files = []
    for number, text in enumerate(texts):
        file = folder / f"file{number}"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(file, (WRITTEN, WRITTEN))
        files.append(str(file))
    words = ["import", *files, "--scope", str(folder / "scope.toml"), "--out", str(folder / "run")]
    result = CliRunner().invoke(daicho, words, standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    assert result.return_value == Exit.AGREE
    found: dict[str, object] = json.loads((folder / "run/findings.json").read_text(encoding="utf-8"))
    return found


def devices(findings: dict[str, object]) -> dict[str, dict[str, object]]:
    found = findings["devices"]
    assert isinstance(found, list)
    return {d["interfaces"][0]["mac"]: d for d in found}


def notes(findings: dict[str, object]) -> str:
    found = findings["notes"]
    assert isinstance(found, list)
    return "\n".join(found)


def test_an_address_table_becomes_a_run(tmp_path: Path) -> None:
    findings = run(tmp_path, ARP * 4 + "nonsense 1.2.3.4 between\n")
    assert [(m, d["interfaces"][0]["ips"], d["packets"]) for m, d in devices(findings).items()] == [  # type: ignore[index]
        ("00:1b:21:10:00:07", ["192.0.2.7"], 0)
    ]
    assert findings["devices"][0]["last_seen"] == "2026-03-02T01:00:00.000Z"  # type: ignore[index]
    told = notes(findings)
    assert "address table (cisco ios, show ip arp): 17 lines, 8 rows read, 1 lines not understood" in told
    assert "line 17 is not understood: 'nonsense 1.2.3.4 between'" in told
    assert hashlib.sha256((tmp_path / "file0").read_bytes()).hexdigest() in told
    assert "1 addresses outside the scope's networks" in told
    kinds = {r.kind for r in journal.read(tmp_path / "run/journal.jsonl")}
    assert kinds == {"run", "evidence", "note", "looked", "end"}


@pytest.mark.parametrize("order", [(ARP, MACS), (MACS, ARP)], ids=["addresses first", "ports first"])
def test_a_mac_that_no_table_gives_an_address_is_a_device_by_its_mac(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    """One whose address is elsewhere is none of ours, nor one of a VLAN where all addresses are elsewhere."""
    findings = run(tmp_path, *order)
    assert {m: d["interfaces"][0]["ips"] for m, d in devices(findings).items()} == {  # type: ignore[index]
        "00:1b:21:10:00:07": ["192.0.2.7"],
        "00:1b:21:10:00:60": [],
    }
    story = (tmp_path / "run/journal.jsonl").read_text(encoding="utf-8")
    assert '"forwarding.port", "value": "SW-3F Gi1/0/7"' in story
    assert "001b.2110.0098" not in story and "00:1b:21:10:00:98" not in story


LEASES = """\
lease 192.0.2.7 {
  starts 1 2026/03/02 00:00:00;
  ends 1 2026/03/02 08:00:00;
  binding state active;
  hardware ethernet 00:1b:21:10:00:07;
  client-hostname "WS-3E-1";
}
lease 192.0.2.8 {
  starts 1 2026/02/02 00:00:00;
  ends 1 2026/02/02 08:00:00;
  binding state free;
  hardware ethernet 00:1b:21:10:00:08;
}
lease 203.0.113.5 {
  starts 1 2026/02/02 00:00:00;
  ends 1 2026/02/02 08:00:00;
  binding state free;
  hardware ethernet 00:1b:21:10:00:55;
}
"""


def test_a_lease_that_ran_out_is_kept_and_makes_no_device(tmp_path: Path) -> None:
    findings = run(tmp_path, LEASES)
    ((mac, device),) = devices(findings).items()
    assert (mac, device["hostnames"], device["first_seen"]) == (
        "00:1b:21:10:00:07", ["WS-3E-1"], "2026-03-02T00:00:00.000Z"
    )  # fmt: skip
    ended = [
        r.data for r in journal.read(tmp_path / "run/journal.jsonl") if r.data.get("field") == "lease.ended"
    ]
    assert [(d["host"], d["value"], d["heard"]) for d in ended] == [
        ("00:1b:21:10:00:08", "192.0.2.8 until 2026-02-02T08:00:00Z", "2026-02-02T08:00:00.000Z")
    ]


def test_times_without_a_zone_are_of_the_scopes(tmp_path: Path) -> None:
    """The lease ended before the file was last written: it cannot have been seen later than that."""
    csv = "IPAddress,ClientId,HostName,AddressState,LeaseExpiryTime\n192.0.2.7,00-1b-21-10-00-07,ws,Active,2026/03/02 9:30:00\n"
    first = tmp_path / "tokyo"
    first.mkdir()
    (device,) = devices(run(first, csv)).values()
    assert device["last_seen"] == "2026-03-02T00:30:00.000Z"
    second = tmp_path / "utc"
    second.mkdir()
    (device,) = devices(run(second, csv, scope=SCOPE + '[hours]\nzone = "UTC"\n')).values()
    assert device["last_seen"] == "2026-03-02T01:00:00.000Z"


def test_files_of_all_kinds_join_in_one_device(tmp_path: Path) -> None:
    scan = (
        '<?xml version="1.0"?><!DOCTYPE nmaprun><nmaprun><host endtime="1772409600"><status state="up" reason="arp-response"/>'
        '<address addr="192.0.2.7" addrtype="ipv4"/><ports><port protocol="tcp" portid="3389">'
        '<state state="open" reason="syn-ack"/>'
        '<service name="ms-wbt-server" ostype="Windows" method="probed"/></port></ports></host>'
    )
    findings = run(tmp_path, ARP, MACS, LEASES, scan)
    device = devices(findings)["00:1b:21:10:00:07"]
    assert (device["hostnames"], device["os"]) == (["WS-3E-1"], "Windows")
    assert [s["port"] for s in device["services"]] == [3389]  # type: ignore[attr-defined]
    assert "the XML breaks off" in notes(findings)


def test_what_is_none_of_them_stops_it_before_it_begins(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="file1: this is none of the files that are read"):
        run(tmp_path, ARP, "管理番号,機器名\nA-1,PC\n".encode("cp932"))
    assert not (tmp_path / "run").exists()


def test_a_formula_and_a_persons_words_do_not_reach_the_run(tmp_path: Path) -> None:
    csv = (
        "IPAddress,ClientId,HostName,AddressState,Description\n"
        '192.0.2.7,00-1b-21-10-00-07,"=cmd|x\x1b[31m",Active,花子の端末\n'
    )
    run(tmp_path, csv)
    for document in ("journal.jsonl", "findings.json"):
        content = (tmp_path / "run" / document).read_text(encoding="utf-8")
        assert "花子" not in content and "\\u001b" not in content
