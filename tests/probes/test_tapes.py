"""Every tape of every probe: played as recorded, then cut at every byte, then damaged.

A new tape needs no edit here. DAMAGE=2000 in the environment tries harder (60 per reply otherwise).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from probes import all_probes
from probes.model import ParseError, Probe
from tests.tapes import MUTATIONS, all_tapes, cut, damaged, endure, play, read_tape

TAPES = [pytest.param(path, id=path.stem) for path in all_tapes()]


def probe_of(path: Path) -> Probe:
    name = path.stem.partition("-")[0]
    assert name in all_probes(), f"{path.name}: no probe is called {name!r}"
    return all_probes()[name]


@pytest.mark.parametrize("path", TAPES)
def test_tape_plays_as_recorded(path: Path) -> None:
    tape, probe = read_tape(path), probe_of(path)
    if tape.garbled:
        with pytest.raises(ParseError):
            play(tape, probe)
        return
    got = sorted((r.host, r.field, r.value) for r in play(tape, probe))
    assert got == sorted((r.host, r.field, r.value) for r in tape.readings)
    endure(tape, probe)  # undamaged, the conversation keeps to its declaration too


@pytest.mark.parametrize("path", TAPES)
def test_every_prefix_of_every_reply_is_read_or_refused(path: Path) -> None:
    tape, probe = read_tape(path), probe_of(path)
    for shorter in cut(tape):
        endure(shorter, probe)


@pytest.mark.parametrize("path", TAPES)
def test_damaged_replies_are_read_or_refused(path: Path) -> None:
    tape, probe = read_tape(path), probe_of(path)
    for other in damaged(tape, int(os.environ.get("DAMAGE", MUTATIONS))):
        endure(other, probe)


def test_every_probe_with_bytes_has_a_tape() -> None:
    taped = {path.stem.partition("-")[0] for path in all_tapes()}
    silent = {name for name, probe in all_probes().items() if probe.talk is None and probe.hear is None}
    assert set(all_probes()) - silent - taped == set()
