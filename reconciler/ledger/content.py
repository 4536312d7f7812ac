"""Meanings that a column has by its cells, where its heading says little or another thing. Pure.

Each is one more candidate of the column: columns.py weighs them all.
"""

from __future__ import annotations

from reconciler.ledger.candidate import EXACT, STRONG, WEAK, Candidate, label
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.headings import candidates
from reconciler.ledger.sniff import Profile
from reconciler.ledger.tables import Table
from reconciler.ledger.weighing import by_content, without_any

_CONTRACT = "kind of maintenance contract"
"""The subject of 保守契約, as columns/common.toml has it: with whom, where its cells are firms."""

_FEWEST, _MOST = 3, 0.8
"""Cells, and the share of them, that say what a column is whose heading says nothing."""

_SYSTEM = frozenset(map(heading_key, ("システム", "部門システム")))
"""What a device is a part of: its name only where it has no other."""


def by_cells(
    table: Table, column: int, seen: Profile, found: list[Candidate], own: set[str], words: Dictionary
) -> list[Candidate]:
    """What the cells say beside `found`, what the heading was taken for. own: fields that they must not be taken for."""
    parts = table.parts[column]
    offered = {f for c in found for f in c.fields} | own
    signs = bool(parts) and not heading_key("".join(parts))
    told = by_content(seen, bool(parts), offered, signs=signs, unknown=not found)
    if table.bottom < 0:
        return [*told, *without_any(seen)]
    if "kind" in offered and seen.share(seen.os) >= _MOST and not _may_be(table, column, "os", words):
        why = f'"{label(parts)}": {seen.os} of {seen.filled} cells name an OS'
        told.append(Candidate(("os",), EXACT, why))  # エディション
    if "disposed" in offered and seen.filled and seen.share(seen.worded) >= _MOST:
        why = f'"{label(parts)}": {seen.worded} of {seen.filled} cells are states'
        told.append(Candidate(("state",), EXACT - 6, why))  # 廃棄区分 beside 廃棄年月日
    if "dhcp" in offered and seen.share(seen.ip) >= _MOST and not _may_be(table, column, "ips", words):
        why = f'"{label(parts)}": {seen.ip} of {seen.filled} cells are IP addresses'
        told.append(Candidate(("ips",), EXACT + 2, why))  # IP設定 alone
    if parts and not found:
        told.extend(_unknown(table, column, seen, words))
    return told if "name" in offered else [*told, *_names(table, column, seen, offered, words)]


def _unknown(table: Table, column: int, seen: Profile, words: Dictionary) -> list[Candidate]:
    """Of a heading that says nothing: what devices are, where no other column may name them; states; and firms beside
    the makers."""
    if seen.filled < _FEWEST:
        return []
    several = seen.distinct > 1
    said = (
        ("name", seen.thing, several and not _may_be(table, column, "name", words)),
        ("state", seen.worded, several and not _may_be(table, column, "state", words)),
        ("maintainer", seen.firm, _may_be(table, column, "maker", words) and not _may_be(table, column, "maintainer", words)),
    )  # fmt: skip
    return [
        Candidate(
            (field,), WEAK - 13, f"no known heading; {count} of {seen.filled} cells read like a {field}"
        )
        for field, count, alone in said
        if alone and seen.share(count) >= _MOST
    ]


def _names(table: Table, column: int, seen: Profile, offered: set[str], words: Dictionary) -> list[Candidate]:
    """A name where no other column may be one: システム, and a host in Japanese, as no host is called."""
    shown = label(table.parts[column])
    of_system = heading_key(shown) in _SYSTEM
    spelt = "hostname" in offered and seen.japanese * 2 > seen.filled
    if not (of_system or spelt) or _may_be(table, column, "name", words):
        return []
    if of_system:
        return [Candidate(("name",), WEAK - 2, f'"{shown}" may mean name: no other column is one')]
    why = f'"{shown}": {seen.japanese} of {seen.filled} cells are names in Japanese, which no host has'
    return [Candidate(("name",), EXACT + 2, why)]


def with_whom(found: list[Candidate], parts: tuple[str, ...], seen: Profile) -> list[Candidate]:
    """保守契約 over the names of firms: with whom the contract is."""
    firms = seen.filled > 1 and seen.firm * 5 >= seen.filled * 4
    if not firms or not any(c.subject == _CONTRACT for c in found):
        return found
    why = f'"{label(parts)}": {seen.firm} of {seen.filled} cells are firms, with whom the contract is'
    return [*(c for c in found if c.subject != _CONTRACT), Candidate(("maintainer",), STRONG - 6, why)]


def _may_be(table: Table, column: int, field: str, words: Dictionary) -> bool:
    """Whether the heading of another column may mean `field`."""
    others = (candidates(words, parts) for c, parts in table.parts.items() if parts and c != column)
    return any(field in c.fields for found in others for c in found)
