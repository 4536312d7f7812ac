"""Rows that describe one device twice, in one sheet or across the ledgers of several owners.

They are held together so that each brings what it knows; the first in precedence counts and the
others are DUPLICATE_ROW. Rows that share a number but contradict each other are not duplicates: a
number was copied, given twice, or counts lines; then it decides nothing alone and is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reconciler.decisions import precedence
from reconciler.forms import host_forms, is_identity, same_host, serial_fold, serial_form
from reconciler.ledger.asset import Asset, RowRef
from reconciler.words import letters

SURE_TAG = 4
"""A label number of fewer characters, digits alone, may be a line number that starts anew in each sheet."""


@dataclass(frozen=True, slots=True)
class Shared:
    """`value` of `field` (serial, macs, tag, ips) stands in `row` and in `other` too, which contradict each other."""

    field: str
    value: str
    row: RowRef
    other: RowRef


@dataclass(slots=True)
class Group:
    """first: the row that counts.  others: its duplicates, each with the (field, value) it shares."""

    first: Asset
    others: list[tuple[Asset, str, str]] = field(default_factory=list)

    @property
    def rows(self) -> tuple[Asset, ...]:
        return (self.first, *(asset for asset, _, _ in self.others))


@dataclass(frozen=True, slots=True)
class Face:
    """A row's identities, for comparing rows with rows."""

    serial: str
    macs: tuple[str, ...]
    hosts: tuple[str, ...]
    tag: str
    ips: tuple[str, ...]
    model: str
    name: str


def groups(assets: Iterable[Asset], as_of: str) -> tuple[list[Group], list[Shared]]:
    """Each asset is in one group. The order of the input does not count."""
    found: list[Group] = []
    shared: list[Shared] = []
    by_key: defaultdict[Key, list[int]] = defaultdict(list)
    faces: dict[int, list[Face]] = {}
    ordered = sorted(assets, key=lambda a: precedence(a, as_of))
    repeated = _repeated(ordered)
    for asset in ordered:
        keys = [key for key in _keys(asset) if key in repeated]
        single = asset.quantity in (None, 1)
        face = _face(asset) if keys and single else None
        joined = _joined(face, keys, by_key, faces) if face else None
        if joined:
            number, (name, _) = joined
            found[number].others.append((asset, name, _value(asset, name)))
        else:
            number = len(found)
            found.append(Group(asset))
            shared += _clashes(asset, keys, by_key, found, as_of)
        if face:
            faces.setdefault(number, []).append(face)
            for key in keys:
                if number not in by_key[key]:
                    by_key[key].append(number)
    return found, shared


Key = tuple[str, str]


def _repeated(assets: Iterable[Asset]) -> set[Key]:
    """Keys of more than one row: few, and nothing else can join two rows or set them against each other."""
    once: set[Key] = set()
    repeated: set[Key] = set()
    for asset in assets:
        for key in _keys(asset):
            (repeated if key in once else once).add(key)
    return repeated


def _joined(
    face: Face, keys: Iterable[Key], by_key: Mapping[Key, list[int]], faces: Mapping[int, list[Face]]
) -> tuple[int, Key] | None:
    """The group that the row belongs to, and the key that says so."""
    for key in keys:
        for number in by_key.get(key, ())[:SURE_TAG]:
            if all(_is_same(key[0], face, other) for other in faces[number]):
                return number, key
    return None


def _face(asset: Asset) -> Face:
    return Face(
        serial=serial_fold(serial_form(asset.serial)),
        macs=tuple([m for m in asset.macs if is_identity(m)]),
        hosts=host_forms((asset.hostname,)) if asset.hostname else (),
        tag=letters(asset.tag),
        ips=() if asset.dhcp else asset.ips,
        model=letters(asset.model),
        name=letters(asset.name),
    )


def _keys(asset: Asset) -> list[Key]:
    """What a row may share with another; an address is kept free for a device, so nothing is known of that yet."""
    if asset.state == "reserved":
        return []
    keys = [("macs", mac) for mac in sorted(set(asset.macs)) if is_identity(mac)]
    if asset.serial and (serial := serial_fold(serial_form(asset.serial))):
        keys.insert(0, ("serial", serial))
    if asset.tag and (tag := letters(asset.tag)):
        keys.append(("tag", tag))
    return keys


def _is_same(by: str, one: Face, other: Face) -> bool:
    """Whether two rows that share `by` describe one device, as a careful reader would say."""
    serial = _agree(one.serial, other.serial)
    mac = _meet(one.macs, other.macs)
    host = None if not one.hosts or not other.hosts else same_host(one.hosts[0], other.hosts[0])
    tag = _agree(one.tag, other.tag)
    ip = _meet(one.ips, other.ips)
    model = _agree_model(one.model, other.model)
    if by == "serial":
        return [mac, host, tag, model].count(False) < 2
    if by == "macs":
        return serial is not False and [host, tag, ip, model].count(False) < 2 and host is not False
    if False in (serial, mac, host, model):
        return False
    if len(one.tag) >= SURE_TAG or not one.tag.isdigit():
        return True
    return True in (serial, mac, host, ip) or (bool(one.name) and one.name == other.name and model is True)


def _meet(one: Sequence[str], other: Sequence[str]) -> bool | None:
    return None if not one or not other else any(value in other for value in one)


def _agree(one: str, other: str) -> bool | None:
    return None if not one or not other else one == other


@lru_cache(maxsize=4096)
def _agree_model(one: str, other: str) -> bool | None:
    return None if not one or not other else one in other or other in one


def _value(asset: Asset, name: str) -> str:
    return " ".join(asset.macs) if name == "macs" else str(getattr(asset, name))


def _clashes(
    asset: Asset,
    keys: Iterable[tuple[str, str]],
    by_key: Mapping[tuple[str, str], list[int]],
    found: list[Group],
    as_of: str,
) -> Iterable[Shared]:
    """Numbers that another row in use has too. A short number may count lines, and a retired row may keep its own."""
    if precedence(asset, as_of)[0] or asset.quantity not in (None, 1):
        return
    for name, form in keys:
        if name == "tag" and form.isdigit() and len(form) < SURE_TAG:
            continue
        if others := by_key.get((name, form)):
            value = form if name == "macs" else _value(asset, name)
            yield Shared(name, value, asset.row, found[others[0]].first.row)


def shared_addresses(assets: Iterable[Asset], as_of: str) -> list[Shared]:
    """Fixed addresses that two rows in use claim; `assets` are those that count, duplicates left out."""
    holders: dict[str, Asset] = {}
    found = []
    for asset in sorted(assets, key=lambda a: precedence(a, as_of)):
        if precedence(asset, as_of)[0] or asset.dhcp or asset.state in ("spare", "stopped"):
            continue
        for ip in dict.fromkeys(asset.ips):
            first = holders.setdefault(ip, asset)
            if first is not asset and asset.quantity in (None, 1) and len(asset.ips) <= 2:
                found.append(Shared("ips", ip, asset.row, first.row))
    return found
