"""Private enterprise numbers: to whom IANA gave the arc of the SNMP object tree that an agent names as its own.

The table (enterprises.tsv: number, tab, organisation) is IANA's registry "Private Enterprise Numbers" as of
2024-08-23, which IANA puts in the public domain (CC0), without contacts and former names. It is sorted and
searched as it lies, like the address registry of agent/oui.py.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from agent.company_names import plain_name

_ARC = re.compile(r"\.?1\.3\.6\.1\.4\.1\.(?P<number>[1-9]\d{0,5})(?:\.|$)")


def number_of(oid: str) -> str:
    """The enterprise number that an object identifier lies under, or ""."""
    hit = _ARC.match(oid.strip())
    return hit["number"] if hit else ""


@lru_cache(maxsize=4096)
def registrant(number: str) -> str:
    """The organisation that has the number, as people say its name (agent/company_names.py), or ""."""
    return plain_name(legal_name(number))


def legal_name(number: str) -> str:
    """The organisation that has the number, as the registry writes it, or ""."""
    return _line_of(int(number)) if number.isdecimal() else ""


def _line_of(number: int) -> str:
    """The organisation as it stands in the table, or "": the half in which the number's line begins, again and
    again."""
    table = _table()
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.index(b"\n", middle)
        key, _, name = table[middle:end].partition(b"\t")
        if int(key) == number:
            return name.decode("utf-8")
        low, high = (end + 1, high) if int(key) < number else (low, middle)
    return ""


@cache
def _table() -> bytes:
    return files("agent").joinpath("enterprises.tsv").read_bytes()
