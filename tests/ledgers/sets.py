"""The sets of messy ledgers, in the order in which they were written: importing this registers all (make.LEDGERS)."""

from __future__ import annotations

import importlib

SETS = (
    "make", "more", "unseen", "later", "further", "others", "newcomers", "visitors", "strangers", "guests", "callers",
    "passers", "pilgrims", "settlers", "neighbours", "wanderers", "latecomers", "strays", "boarders", "tenants",
    "lodgers", "sojourners", "nomads", "petitioners", "travellers", "emigrants", "arrivals", "voyagers",
    "drifters", "incomers", "stragglers", "drovers", "herders", "grazers", "ramblers",
)  # fmt: skip
for _module in SETS:
    importlib.import_module(f"tests.ledgers.{_module}")
