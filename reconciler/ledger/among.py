"""Columns that are not read for what stands beside them: a switch before its port, a login before its password. Pure.

Each by itself would have a meaning: スイッチ名 a name, ID a number, 端末台数 a quantity. Among these others it is of
another device, of a person who logs in, or of a part of the system that the row is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconciler.ledger.candidate import EXACT, Candidate, label
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.headings import LOGIN, candidates
from reconciler.ledger.listed import LEASE
from reconciler.ledger.sniff import Profile
from reconciler.ledger.tables import Table

_HUNG = re.compile(
    r"接続(?!先|元).*(端末|機器|装置|PC|ホスト|IP|MAC)|Connected (Device|Host|Client|IP|MAC)", re.IGNORECASE
)
"""The heading of what hangs on a port."""

_PEER = re.compile(r"(スイッチ|(L[23])?SW|HUB|ハブ|AP|Switch)(?![A-Za-z])", re.IGNORECASE)
_PORT = re.compile(r"(接続)?ポート(番号|No\.?)?|(Switch )?Port( No\.?)?", re.IGNORECASE)
_COMPUTERS = frozenset(map(heading_key, ("PC", "パソコン", "端末", "サーバ", "ノートPC", "デスクトップPC")))
_SINGLE = frozenset({"ips", "macs", "serial", "tag", "hostname"})
_NOW = re.compile(r"現|移設前|移転前|current|present", re.IGNORECASE)
_LATER = re.compile(r"新(?!規|館|棟)|移設後|移転後|移動後|変更後|更新後|new\b|future", re.IGNORECASE)
_CLIENTS = re.compile(
    r"クライアント(/|\s)*(端末)?(台数|数量|数)|clients?( count)?$|number of clients", re.IGNORECASE
)
_SCORE = re.compile(r"(合計)?点数?|得点|評点|スコア|score", re.IGNORECASE)
_OF_A_KIND = re.compile(r"(.+?)(台数|数量|数)")
_WHO = ("ID", "ユーザー", "ユーザー名", "User", "Username", "User Name", "アカウント", "Account", "管理者")
_WHO_KEYS = frozenset(map(heading_key, _WHO))
_PASSWORD = re.compile(r"pw|pass|パス|暗証", re.IGNORECASE)


def told_by_others(table: Table, profiles: Mapping[int, Profile], words: Dictionary) -> dict[int, Candidate]:
    """The columns that are not read, each with what it is about."""
    others = _peers(table, words) | _attached(table, words)
    told = {c: _of(table, c, "another device, at the other end") for c in others}
    told |= {c: _of(table, c, "what is planned") for c in _to_be(table, words)}
    for column in _first_days(table, profiles, words):
        subject = "when a contract begins"
        why = f'"{label(table.parts[column])}" is {subject}'
        told[column] = Candidate((), EXACT, why, subject=subject)
    told |= {c: _of(table, c, "a part of the system") for c in _counts_of_parts(table, words)}
    told |= {c: _of(table, c, "the lease of an address") for c in _leases(table, words)}
    told |= {c: _of(table, c, "how well it is done") for c in _scores(table, profiles)}
    for column in _logins(table, words):
        why = f'"{label(table.parts[column])}" is {LOGIN}: not read, and not kept'
        told[column] = Candidate((), EXACT, why, subject=LOGIN)
    return told


def _of(table: Table, column: int, subject: str) -> Candidate:
    return Candidate((), EXACT, f'"{label(table.parts[column])}" is of {subject}', subject=subject)


def _means(parts: tuple[str, ...], words: Dictionary) -> set[str]:
    return {f for c in candidates(words, parts)[:1] for f in c.fields} if parts else set()


def _peers(table: Table, words: Dictionary) -> set[int]:
    """The switch in a list of what hangs on its ports, which is of the devices at the far end."""
    found = {c for c, parts in table.parts.items() if _PEER.match(label(parts))}
    ends = {"hostname", "ips", "macs"}
    if any(_HUNG.match(label(p)) and _means(p, words) & ends for p in table.parts.values()):
        return found
    if not any("hostname" in _means(p, words) for at, p in table.parts.items() if at not in found):
        return set()
    return {c for c in found if _PORT.fullmatch(label(table.parts.get(c + 1, ())))}


def _attached(table: Table, words: Dictionary) -> set[int]:
    """プリンタ名 and プリンタIP in a list of terminals that have an IP of their own."""
    groups: dict[str, set[int]] = {}
    for column, parts in table.parts.items():
        key = heading_key(label(parts))
        kind = max((k for k in words.kinds if key.startswith(k) and key != k), key=len, default="")
        if kind and kind not in _COMPUTERS:
            groups.setdefault(kind, set()).add(column)
    found = set[int]()
    for columns in groups.values():
        own = [_means(parts, words) for c, parts in table.parts.items() if c not in columns]
        theirs = [_means(table.parts[c], words) for c in columns]
        if len(columns) > 1 and any(meant & mine for meant in theirs for mine in own if meant & _SINGLE):
            found |= columns
    return found


def _to_be(table: Table, words: Dictionary) -> set[int]:
    """新病院 over 部屋 beside 現病院 over 部屋, 移設後設置場所 beside 現設置場所: where it will be, and is not yet."""
    now = [_means(p, words) for p in table.parts.values() if p and _NOW.match(p[0])]
    later = {c: _means(p, words) for c, p in table.parts.items() if p and _LATER.match(p[0])}
    return {c for c, meant in later.items() if any(meant & mine for mine in now)}


def _first_days(table: Table, profiles: Mapping[int, Profile], words: Dictionary) -> set[int]:
    """Of 契約期間 over two columns of days, and perhaps a ～ between, those before the last: when it begins."""
    found = set[int]()
    for column in table.columns:
        parts = table.parts[column]
        if parts == table.parts.get(column - 1) or "maintained_until" not in _means(parts, words):
            continue
        run = [column]
        while table.parts.get(run[-1] + 1) == parts:
            run.append(run[-1] + 1)
        days = [c for c in run if profiles.get(c, Profile()).date]
        if len(days) > 1:
            found.update(c for c in run if c != days[-1])
    return found


def _leases(table: Table, words: Dictionary) -> set[int]:
    """When an address is handed out anew, in what a DHCP server tells: no device has a maker or a number there."""
    means = {c: _means(parts, words) for c, parts in table.parts.items()}
    every = set[str]().union(*means.values())
    if "ips" not in every or every & {"model", "serial", "maker", "tag", "introduced", "quantity"}:
        return set()
    return {
        c for c, meant in means.items() if "maintained_until" in meant and LEASE.search(label(table.parts[c]))
    }


def _counts_of_parts(table: Table, words: Dictionary) -> set[int]:
    """サーバ台数 beside 端末台数: each counts a part of a system, and neither how many of the row's device there are."""
    kinds = {
        column
        for column, parts in table.parts.items()
        if (cut := _OF_A_KIND.fullmatch(label(parts))) and heading_key(cut[1]) in words.kinds
    }
    served = {c for c, parts in table.parts.items() if _CLIENTS.match(label(parts))}  # how many a server has
    return (kinds if len(kinds) > 1 else set()) | served


def _scores(table: Table, profiles: Mapping[int, Profile]) -> set[int]:
    """点数 beside columns of ○ and ×: how many of the measures are taken, and no count of devices."""
    marked = sum(
        1 for c in table.columns if (seen := profiles.get(c)) and seen.filled and seen.share(seen.sign) >= 0.8
    )
    return {c for c, parts in table.parts.items() if _SCORE.fullmatch(label(parts))} if marked > 1 else set()


def _logins(table: Table, words: Dictionary) -> set[int]:
    """A bare ID or ユーザー right before a password is who logs in."""
    found = set[int]()
    for before, column in zip(table.columns, table.columns[1:], strict=False):
        parts, after = table.parts[before], table.parts[column]
        if not parts or not after or heading_key(parts[-1]) not in _WHO_KEYS:
            continue
        secret = any(c.subject == LOGIN for c in candidates(words, after)[:1])
        if secret and _PASSWORD.search(label(after)):
            found.add(before)
    return found
