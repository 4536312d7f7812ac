"""What to say and how to read it: one module a protocol, each a value `PROBE` and pure functions.

Nothing here opens a socket, reads a clock or a file, or draws a random number: what a
conversation needs is in its Target, and the driver (agent/conduct.py) owns time and wires.
A module that fails to import stops the program with its name; none is skipped quietly.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from probes.model import Probe


@cache
def all_probes() -> dict[str, Probe]:
    """Every probe by name, in alphabetical order. A new module needs no entry anywhere."""
    found: dict[str, Probe] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        probe = getattr(importlib.import_module(f"probes.{module.name}"), "PROBE", None)
        if isinstance(probe, Probe):
            if probe.name in found:
                raise RuntimeError(
                    f"two probes are called {probe.name!r}: rename the one in probes/{module.name}.py"
                )
            found[probe.name] = probe
    return found
