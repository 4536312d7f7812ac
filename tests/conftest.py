"""For all tests: two byte strings that differ are shown as hexdumps, and only the lines that differ."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff

import pytest

pytest.register_assert_rewrite("tests.tapes")  # before its first import, so that its asserts explain too


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    if op != "==" or not isinstance(left, bytes) or not isinstance(right, bytes):
        return None
    from tests.tapes import hexdump

    lines = (hexdump(left).splitlines(), hexdump(right).splitlines())
    return [
        f"{len(left)} bytes == {len(right)} bytes",
        *unified_diff(*lines, "left", "right", n=1, lineterm=""),
    ]


@pytest.fixture(scope="session", autouse=True)
def state_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test makes a key, or leaves anything, in the state folder of the user who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        if "DAICHO_STATE" not in os.environ:
            patch.setenv("DAICHO_STATE", str(tmp_path_factory.mktemp("state")))
        yield
