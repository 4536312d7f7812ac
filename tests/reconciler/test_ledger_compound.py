"""Compound files whose table of sectors leads in a circle: refused at once, for the reader would never end."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import pytest

from reconciler.ledger.compound import all_end, chain
from reconciler.ledger.read import read_ledger

LEDGERS = Path(__file__).resolve().parents[1] / "ledgers"
BOOKS = sorted(LEDGERS.glob("*.xls"))
SECTOR = 512


def changed(octets: bytes, at: int, *numbers: int) -> bytes:
    return octets[:at] + struct.pack(f"<{len(numbers)}I", *numbers) + octets[at + 4 * len(numbers) :]


def fat_of(octets: bytes) -> int:
    """Where the first sector of the FAT begins."""
    return (struct.unpack_from("<I", octets, 76)[0] + 1) * SECTOR


@pytest.mark.parametrize("path", BOOKS, ids=lambda p: p.name)
def test_an_ordinary_workbook_ends(path: Path) -> None:
    assert all_end(path.read_bytes())


@pytest.mark.parametrize(
    ("meaning", "damage"),
    [
        ("every sector leads to the first", lambda o: changed(o, fat_of(o), *[0] * 128)),
        ("two lead to each other", lambda o: changed(o, fat_of(o), *[1, 0] * 64)),
        ("the DIFAT leads to itself", lambda o: changed(changed(o, 68, 0, 1), 2 * SECTOR - 4, 0)),
        ("sectors of 2 to the power of 99", lambda o: o[:30] + b"\x63\0" + o[32:]),
        ("a header and nothing more", lambda o: o[:300]),
    ],
)
def test_a_circle_is_refused_at_once(meaning: str, damage, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "ledger.xls"
    path.write_bytes(damage(BOOKS[-1].read_bytes()))
    begun = time.process_time()
    ledger = read_ledger(path)
    assert not all_end(path.read_bytes()), meaning
    assert ledger.error and not ledger.assets
    assert time.process_time() - begun < 1


def test_a_chain_is_no_longer_than_its_table() -> None:
    assert chain((1, 2, 0xFFFFFFFE), 0) == [0, 1, 2]
    assert chain((), 7) == []
    assert chain((0,), 0) is None
