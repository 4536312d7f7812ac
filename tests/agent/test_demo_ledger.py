"""The sample ledger: the same bytes each time, and a truth that fits both the cells and the hospital."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest

from agent.demo.hospital import read_hospital
from agent.demo.ledger import JUDGED, LEDGER, device_truths, row_truths, write_ledger
from reconciler.ledger.asset import FIELDS
from reconciler.reconciliation import DeviceBucket, Kind, RowBucket

HERE = Path(__file__).parents[1]
PAIRS = [
    pytest.param(LEDGER, LEDGER.with_name("hospital.toml"), id="demo"),
    pytest.param(HERE / "lab/ledger.toml", HERE / "lab/hospital.toml", id="lab"),
]


@pytest.mark.parametrize(("ledger", "hospital"), PAIRS)
def test_the_same_bytes_each_time(
    ledger: Path, hospital: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_ledger(tmp_path / "a.xlsx", ledger)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    write_ledger(tmp_path / "b.xlsx", ledger)
    digests = {hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("a.xlsx", "b.xlsx")}
    assert len(digests) == 1
    assert b"2025-06-01T00:00:00Z" in core_properties(tmp_path / "a.xlsx")


def core_properties(path: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2025, 6, 1, 0, 0, 0)}
        return package.read("docProps/core.xml")


@pytest.mark.parametrize(("ledger", "hospital"), PAIRS)
def test_the_truth_is_told_in_the_reconcilers_words(ledger: Path, hospital: Path) -> None:
    kinds = {kind.value for kind in Kind}
    assert kinds >= JUDGED
    for truth in row_truths(ledger).values():
        assert truth.bucket in list(RowBucket) and truth.kinds <= kinds
        assert set(truth.changed) <= set(FIELDS) and bool(truth.changed) == ("CHANGED" in truth.kinds)
        assert bool(truth.devices) == (truth.bucket == "MATCHED")
    for device in device_truths(ledger).values():
        assert device.bucket in list(DeviceBucket) and device.kinds <= kinds


@pytest.mark.parametrize(("ledger", "hospital"), PAIRS)
def test_every_host_is_in_exactly_one_bucket(ledger: Path, hospital: Path) -> None:
    named = [name for truth in row_truths(ledger).values() for name in truth.devices]
    assert len(named) == len(set(named))
    assert set(device_truths(ledger)) == {host.name for host in read_hospital(hospital).hosts}


@pytest.mark.parametrize(("ledger", "hospital"), PAIRS)
def test_the_cells_name_the_hardware_that_the_truth_says(
    ledger: Path, hospital: Path, tmp_path: Path
) -> None:
    """Each matched row has a MAC of each of its hosts, unless the box was replaced; no other row but a duplicate
    has any host's MAC."""
    from openpyxl import load_workbook

    write_ledger(tmp_path / "ledger.xlsx", ledger)
    book = load_workbook(tmp_path / "ledger.xlsx")
    hosts = {host.name: host for host in read_hospital(hospital).hosts}
    for (sheet, row), truth in row_truths(ledger).items():
        cells = [digits(cell.value) for cell in book[sheet][row]]
        has = {
            name
            for name, host in hosts.items()
            if any(a.mac.replace(":", "") in cell for a in host.attachments for cell in cells)
        }
        expected = set() if "REPLACED" in truth.kinds else set(truth.devices)
        assert has == expected or (truth.bucket == "DUPLICATE_ROW" and len(has) == 1), (sheet, row)


def digits(value: object) -> str:
    """A cell as hexadecimal digits; a number is padded, as Excel had taken the zeros away."""
    if isinstance(value, int):
        return f"{value:012d}"
    return re.sub(r"[^0-9a-f\n]", "", unicodedata.normalize("NFKC", str(value or "")).lower())


def test_the_demo_shows_the_usual_disorder() -> None:
    buckets = {truth.bucket for truth in row_truths().values()}
    assert buckets == {
        "MATCHED",
        "GONE_AS_RECORDED",
        "NOT_SEEN",
        "NOT_LOOKED",
        "DUPLICATE_ROW",
        "RESERVED",
        "SKIPPED",
    }
    kinds = {kind for truth in row_truths().values() for kind in truth.kinds}
    assert kinds == {"CHANGED", "UNDOCUMENTED", "RETIRED_ALIVE", "NOT_SEEN", "NOT_LOOKED", "DUPLICATE_ROW"}
    text = LEDGER.read_text(encoding="utf-8")
    assert all(
        word in text
        for word in ("〃", "DHCP", "令和", "１０．２０", "一式", "廃棄済", "令和７年度　情報機器管理台帳")
    )
