"""`daicho import`: recordings in, a run out; nothing sent, nothing of others kept, every ending in order."""

from __future__ import annotations

import gzip
import json
import struct
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
SECOND = '[[network]]\ncidr = "198.51.100.0/24"\nsite = "annex"\n'


def arp_reply(last: int, network: str = "c00002") -> bytes:
    mac = f"00155d1000{last:02x}"
    return bytes.fromhex(
        f"ffffffffffff {mac} 0806 0001 0800 06 04 0002 {mac} {network}{last:02x}" + "00" * 10
    )


def pcap(*frames: bytes) -> bytes:
    out = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1)
    return out + b"".join(
        struct.pack("<IIII", 1_700_000_000 + n, 0, len(f), len(f)) + f for n, f in enumerate(frames)
    )


def run(folder: Path, *files: Path, scope: str = SCOPE, more: tuple[str, ...] = ()) -> int:
    (folder / "scope.toml").write_text(scope, encoding="utf-8")
    words = [
        "import",
        *map(str, files),
        "--scope",
        str(folder / "scope.toml"),
        "--out",
        str(folder / "run"),
        *more,
    ]
    result = CliRunner().invoke(daicho, words, standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return int(result.return_value)


def test_recordings_become_a_run(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pcap", tmp_path / "b.pcap.gz"
    first.write_bytes(pcap(arp_reply(7), arp_reply(7, "cb0071")))
    second.write_bytes(gzip.compress(pcap(arp_reply(8))))
    assert run(tmp_path, first, second) == Exit.AGREE
    findings = json.loads((tmp_path / "run/findings.json").read_text(encoding="utf-8"))
    assert [d["interfaces"] for d in findings["devices"]] == [
        [{"mac": f"00:15:5d:10:00:0{n}", "ips": [f"192.0.2.{n}"], "switch": "", "port": ""}] for n in (7, 8)
    ]
    assert all((d["packets"], d["bytes"]) == (0, 0) for d in findings["devices"])
    (coverage,) = findings["coverage"]
    assert (coverage["asked"], coverage["answered"], coverage["looked"]) == (0, 2, False)
    kinds = {r.kind for r in journal.read(tmp_path / "run/journal.jsonl")}
    assert kinds == {"run", "evidence", "note", "looked", "end"}


def test_what_was_heard_keeps_its_own_time(tmp_path: Path) -> None:
    file = tmp_path / "a.pcap"
    file.write_bytes(pcap(arp_reply(7)))
    run(tmp_path, file)
    findings = json.loads((tmp_path / "run/findings.json").read_text(encoding="utf-8"))
    assert findings["devices"][0]["first_seen"] == "2023-11-14T22:13:20.000Z"


def test_a_second_site_must_be_named(tmp_path: Path) -> None:
    file = tmp_path / "a.pcap"
    file.write_bytes(pcap(arp_reply(7), arp_reply(7, "c63364")))
    with pytest.raises(CommandError, match="annex, main"):
        run(tmp_path, file, scope=SCOPE + SECOND)
    assert run(tmp_path, file, scope=SCOPE + SECOND, more=("--site", "annex")) == Exit.AGREE
    findings = json.loads((tmp_path / "run/findings.json").read_text(encoding="utf-8"))
    assert [d["interfaces"][0]["ips"] for d in findings["devices"]] == [["198.51.100.7"]]
    with pytest.raises(CommandError, match="no site 'north'"):
        run(tmp_path, file, more=("--site", "north"))


def test_what_is_no_recording_stops_it_before_it_begins(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.pcap", tmp_path / "b.csv"
    good.write_bytes(pcap(arp_reply(7)))
    bad.write_text("ip,mac\n")
    with pytest.raises(CommandError, match=r"b\.csv: this is no pcap"):
        run(tmp_path, good, bad)
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path, tmp_path / "none.pcap")
    assert not (tmp_path / "run").exists()


def test_a_run_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.pcap"
    file.write_bytes(pcap(arp_reply(7)))
    run(tmp_path, file)
    with pytest.raises(CommandError, match="already holds a run"):
        run(tmp_path, file)


def test_a_recording_cut_short_is_read_as_far_as_it_goes_and_told(tmp_path: Path) -> None:
    file = tmp_path / "a.pcap"
    file.write_bytes(pcap(arp_reply(7), arp_reply(8))[:-5])
    assert run(tmp_path, file) == Exit.AGREE
    findings = json.loads((tmp_path / "run/findings.json").read_text(encoding="utf-8"))
    assert len(findings["devices"]) == 1
    assert any("middle of a packet" in note for note in findings["notes"])
