"""Every one of 2,000 random changes of single bytes in a sealed run, the seal included, is found, and where.

The folder is a whole run with its report, changed on the disk and verified as `daicho verify` does.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

import pytest

from agent.seal import SEAL
from reconciler.commands.verdict import verdict
from tests.reconciler.sealed_run import sealed_run

CHANGES = 2000
SEED = 20261126

pytestmark = pytest.mark.bench


def changed(octets: bytes, how: str, dice: random.Random) -> bytes:
    """Another content of the file: a byte changed, removed, or exchanged with another one that differs."""
    at = dice.randrange(len(octets))
    if how == "change":
        return octets[:at] + bytes([octets[at] ^ dice.randrange(1, 256)]) + octets[at + 1 :]
    if how == "removal":
        return octets[:at] + octets[at + 1 :]
    there = dice.choice([n for n in range(min(len(octets), 4096)) if octets[n] != octets[at]])
    mixed = bytearray(octets)
    mixed[at], mixed[there] = mixed[there], mixed[at]
    return bytes(mixed)


def first_difference(a: bytes, b: bytes) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def test_every_one_of_two_thousand_changes_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAICHO_STATE", str(tmp_path / "state"))
    folder, dice = sealed_run(tmp_path / "run"), random.Random(SEED)
    files = {p: p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    assert not verdict(folder).faults
    found, placed, kinds, began = 0, 0, Counter[str](), time.perf_counter()
    for number in range(CHANGES):
        path, how = dice.choice(list(files)), ("change", "removal", "swap")[number % 3]
        before = files[path]
        after = changed(before, how, dice)
        path.write_bytes(after)
        name, begins = path.relative_to(folder).as_posix(), first_difference(before, after)
        faults = [fault for fault in verdict(folder).faults if fault.path == name]
        path.write_bytes(before)
        found += bool(faults)
        kinds[how] += bool(faults)
        line = before[:begins].count(b"\n") + 1
        placed += any(
            fault.line == line if fault.line else fault.first <= begins <= fault.last for fault in faults
        )
    seconds = time.perf_counter() - began
    size = sum(map(len, files.values()))
    print(f"\n{found} of {CHANGES} found ({', '.join(f'{n} {k}s' for k, n in sorted(kinds.items()))})")
    print(
        f"{placed} of them with the place where they begin; the rest are in {SEAL}, whose signature does not fit"
    )
    print(f"{len(files)} files, {size:,} bytes; {1000 * seconds / CHANGES:.0f} ms to verify them")
    assert found == CHANGES
    assert not verdict(folder).faults
