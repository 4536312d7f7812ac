"""Work on very many small values at once. They are all kept and none refers to itself, so the cycle collector
would walk through them again and again and find nothing: at 100,000 devices that was half of the time, and a quarter of
what ten thousand rules take to load."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """The collector rests within; reference counts free what is not needed as always."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
