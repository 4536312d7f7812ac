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
from tests.tapes import FOLDER, read_tape

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
        [{"mac": f"00:15:5d:10:00:0{n}", "ips": [f"192.0.2.{n}"], "switch": "", "port": "", "place": ""}]
        for n in (7, 8)
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
    with pytest.raises(CommandError, match=r"b\.csv: this is none of the files"):
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


def tape(name: str) -> bytes:
    """The packet of a tape: what a device really says, as tests/probes has it."""
    (packet, *_) = read_tape(FOLDER / f"{name}.tape").heard
    return packet


def udp(last: int, port: int, payload: bytes) -> bytes:
    body = port.to_bytes(2, "big") * 2 + (8 + len(payload)).to_bytes(2, "big") + bytes(2) + payload
    header = bytes([0x45, 0]) + (20 + len(body)).to_bytes(2, "big") + bytes(4) + b"\x40\x11" + bytes(2)
    macs = b"\xff" * 6 + bytes.fromhex(f"00095c1000{last:02x}")
    return macs + b"\x08\0" + header + bytes([192, 0, 2, last]) + b"\xff" * 4 + body


def test_a_bedside_monitor_that_only_speaks_by_itself_is_recognised(tmp_path: Path) -> None:
    file = tmp_path / "a.pcap"
    file.write_bytes(pcap(udp(80, 24005, tape("intellivue-connect-indication"))))
    run(tmp_path, file)
    (device,) = json.loads((tmp_path / "run/findings.json").read_text(encoding="utf-8"))["devices"]
    assert (device["class"], device["kind"], device["vendor"]) == ("medical", "monitor", "Philips")
    assert device["interfaces"][0]["mac"] == "00:09:5c:10:00:07"


def test_a_telephone_without_an_address_is_known_by_its_mac(tmp_path: Path) -> None:
    """Its link carries an address of the scope, so that it belongs there."""
    file = tmp_path / "a.pcap"
    phone = bytes.fromhex("0180c200000e 00155d100060 88cc") + tape("lldp-med-telephone")
    file.write_bytes(pcap(phone, arp_reply(7)))
    run(tmp_path, file)
    findings = json.loads((tmp_path / "run/findings.json").read_text(encoding="utf-8"))
    phones = [d for d in findings["devices"] if d["class"] == "phone"]
    assert [(d["interfaces"][0]["mac"], d["interfaces"][0]["ips"]) for d in phones] == [
        ("00:15:5d:10:00:60", [])
    ]
    assert phones[0]["serial"] == "SN0012345"


def test_no_patient_reaches_the_journal(tmp_path: Path) -> None:
    """HL7 and HTTP with a patient in them: names of applications are kept, and nothing else of it."""

    def tcp(payload: bytes) -> bytes:
        body = b"\xc3\x50\x0b\xb8" + bytes(8) + b"\x50\x18" + bytes(6) + payload
        header = bytes([0x45, 0]) + (20 + len(body)).to_bytes(2, "big") + bytes(4) + b"\x40\x06" + bytes(2)
        return (
            bytes.fromhex("00155d100001 00155d100002 0800")
            + header
            + bytes([192, 0, 2, 9, 192, 0, 2, 10])
            + body
        )

    file = tmp_path / "a.pcap"
    names = ("hl7-laboratory-result", "http_heard-request-and-answer", "dicom_heard-images")
    file.write_bytes(pcap(*(tcp(tape(name)) for name in names)))
    run(tmp_path, file)
    for document in ("journal.jsonl", "findings.json"):
        text = (tmp_path / "run" / document).read_text(encoding="utf-8")
        assert "LIS-9" in text if document == "journal.jsonl" else True
        assert not any(word in text for word in ("YAMADA", "0000123", "12345", "session=1", "karte"))
