"""The collector rests within and is as it was before, also where something fails."""

from __future__ import annotations

import gc

import pytest

from agent.bulk import nothing_to_collect


def test_the_collector_is_as_it_was() -> None:
    assert gc.isenabled()
    with nothing_to_collect():
        assert not gc.isenabled()
        with nothing_to_collect():
            pass
        assert not gc.isenabled(), "the outer one decides"
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), nothing_to_collect():
        _ = 1 // 0
    assert gc.isenabled()
