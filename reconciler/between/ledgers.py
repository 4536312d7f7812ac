"""Two ledgers, or two states of one: which rows came, went and changed. Order, sheets and layout do not count.

A row is known again by its management number, then its serial number, its number as a medical device, its MACs, its
host name, its name and place: each only where one row of either side has it. Rows that nothing tells apart are the
same where they say the same. An address is a value of a row, and never what knows it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from reconciler.between.model import Between, Change, Entry, Side, What, Who, changes, in_order
from reconciler.forms import host_forms, is_identity, is_local, serial_form
from reconciler.ledger.asset import FIELDS, Asset, Ledger
from reconciler.words import letters, plain


def between_ledgers(before: Ledger, after: Ledger) -> Between:
    then, now = list(before.assets), list(after.assets)
    pairs = list(_paired(then, now))
    columns = [frozenset[str]().union(*(a.columns for a in side)) for side in (then, now)]
    both = columns[0] & columns[1]
    entries: list[Entry] = []
    for old, new, by in pairs:
        if found := _changes(old, new, both):
            what = What.CHANGED if any(c.differs for c in found) else What.KNOWN
            entries.append(Entry(what, _who(old), _who(new), by, found))
    met = {id(asset) for old, new, _ in pairs for asset in (old, new)}
    entries += [Entry(What.WENT, _who(a), None) for a in then if id(a) not in met]
    entries += [Entry(What.CAME, None, _who(a)) for a in now if id(a) not in met]
    changed = sum(e.what in (What.CHANGED, What.KNOWN) for e in entries)
    return Between(
        "ledgers",
        Side(before.file, "", True, len(then)),
        Side(after.file, "", True, len(now)),
        in_order(entries),
        len(pairs) - changed,
        columns_came=tuple(sorted(columns[1] - columns[0])),
        columns_went=tuple(sorted(columns[0] - columns[1])),
    )


def _who(asset: Asset) -> Who:
    name = " ".join(t for t in (asset.tag, asset.name or asset.hostname) if t)
    return Who(f"{asset.row}", name, "", tuple(t for t in (asset.place,) if t))


def _changes(old: Asset, new: Asset, both: frozenset[str]) -> tuple[Change, ...]:
    return changes((f, _value(old, f), _value(new, f)) for f in (*FIELDS, "networked") if f in both)


def _value(asset: Asset, field: str) -> tuple[str, ...]:
    match getattr(asset, field):
        case bool() as truth:
            return ("yes" if truth else "no",)
        case str() as text:
            return (text,) if text else ()
        case int() as number:
            return (str(number),)
        case tuple() as several:
            return tuple(sorted(str(one) for one in several))
    return ()


Names = Callable[[Asset], Iterable[str]]


def _macs(asset: Asset) -> Iterator[str]:
    return (mac for mac in asset.macs if is_identity(mac) and not is_local(mac))


def _name_and_place(asset: Asset) -> Iterable[str]:
    return (f"{plain(asset.name)}@{plain(asset.place)}",) if asset.name and asset.place else ()


SAME_WORDS = "all"
WAYS: tuple[tuple[str, Names], ...] = (
    ("tag", lambda a: (letters(a.tag),)),
    ("serial", lambda a: (serial_form(a.serial),)),
    ("medical_id", lambda a: (letters(a.medical_id),)),
    ("mac", _macs),
    ("hostname", lambda a: host_forms((a.hostname,)) if a.hostname else ()),
    ("name_and_place", _name_and_place),
    (SAME_WORDS, lambda a: (repr([_value(a, f) for f in FIELDS]),)),
)
"""What knows a row again, strongest first."""


def _paired(then: Sequence[Asset], now: Sequence[Asset]) -> Iterator[tuple[Asset, Asset, str]]:
    left, fresh = list(then), list(now)
    for way, names in WAYS:
        mine, theirs = _named(left, names), _named(fresh, names)
        met: set[int] = set()
        for name, olds in mine.items():
            news = theirs.get(name, [])
            if way != SAME_WORDS and (len(olds) != 1 or len(news) != 1):
                continue
            for old, new in zip(
                olds, news, strict=False
            ):  # of rows that say the same, one stands for another
                if id(old) not in met and id(new) not in met:
                    met |= {id(old), id(new)}
                    yield old, new, way
        left = [a for a in left if id(a) not in met]
        fresh = [a for a in fresh if id(a) not in met]


def _named(assets: Iterable[Asset], names: Names) -> dict[str, list[Asset]]:
    found: dict[str, list[Asset]] = defaultdict(list)
    for asset in assets:
        for name in names(asset):
            if name:
                found[name].append(asset)
    return found
