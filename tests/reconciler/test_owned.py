"""Files that decide what daicho does: who else may change them, it is refused with what to do."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reconciler.commands.outcome import CommandError, Exit
from reconciler.commands.owned import made_for_us, only_ours

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")


@pytest.mark.parametrize(
    ("mode", "ours"), [(0o600, True), (0o644, True), (0o664, True), (0o666, False), (0o602, False)]
)
def test_what_others_may_change_is_refused(tmp_path: Path, mode: int, ours: bool) -> None:
    path = tmp_path / "scope.toml"
    path.write_text("")
    path.chmod(mode)
    if ours:
        only_ours(path)
        return
    with pytest.raises(CommandError, match=r"chmod o-w .*scope\.toml") as refused:
        only_ours(path)
    assert refused.value.code is Exit.REFUSED


def test_what_is_not_there_is_told_by_who_needs_it(tmp_path: Path) -> None:
    only_ours(tmp_path / "none")


@pytest.mark.parametrize("prefix", ["", "sqlite:///"])
def test_a_new_store_is_its_owners_alone(tmp_path: Path, prefix: str) -> None:
    path = tmp_path / "history.sqlite"
    made_for_us(f"{prefix}{path}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o666)
    with pytest.raises(CommandError):
        made_for_us(f"{prefix}{path}")


@pytest.mark.parametrize(
    "store", ["postgresql://db.example/daicho", ":memory:", "sqlite://", "none/history.sqlite"]
)
def test_what_is_no_file_of_ours_is_left_to_the_store(store: str) -> None:
    made_for_us(store)
    assert not Path(store).exists()


def test_no_image_of_the_memory_is_written() -> None:
    """In a process of its own: the limit cannot be raised again."""
    ask = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    code = f"from reconciler.commands.owned import leave_no_dump; leave_no_dump(); {ask}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "(0, 0)\n"
