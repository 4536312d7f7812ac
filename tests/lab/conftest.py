"""Fixtures of the laboratory: one hospital for all its tests, skipped with the reason where it cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.lab.hospital import Lab, missing, raise_hospital


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    """The hospital. DAICHO_LAB_REQUIRED=1 (set in CI) turns the skip into a failure."""
    reason = missing()
    if reason and os.environ.get("DAICHO_LAB_REQUIRED") == "1":
        pytest.fail(f"the laboratory is required here: {reason}")
    if reason:
        pytest.skip(reason)
    with raise_hospital() as raised:
        yield raised
