"""A row for each unregistered device, in the columns of the table where the hospital keeps devices of its class.

Filled is only what is known: addresses and names as they were seen, and claims that are more than a hint. What a
person must find out (tag, place, department, state) stays empty. Guests get no row. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from ipaddress import IPv4Address

from agent.device import Device, Tier
from reconciler.blank_rows import Form, FormColumn, forms_of, own_form
from reconciler.declared import declared_class
from reconciler.forms import is_link_local, parse_ip
from reconciler.houses import Kin, Makers
from reconciler.ledger.asset import Asset, RowRef
from reconciler.ledger.notation import commonest, date_writer, dhcp_word, mac_writer
from reconciler.reconciliation import DeviceBucket, Reconciliation

SEVERAL = ", "
"""Between several values of one cell; the ledger's reader takes them apart again."""

_ASKED_DHCP = ("dhcp.", "dhcpv6.")
_BY_HAND = re.compile(r"棚卸|現物|現品|実査|者|印")
"""Headings of a column for checks that only a person can have made."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """values: by the index of the column. hints: attributes that only a weak claim tells, and that were left out."""

    device: Device
    values: Mapping[int, str]
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    form: Form
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class _Habits:
    """How one form is written, and the words that it has for sorts of devices.

    classes: share of its rows by class.  kinds: (class, kind) -> its word.  only: class -> its word, where it has
    but one.  makers: a maker as read -> as written.
    """

    mac: Callable[[str], str]
    day: Callable[[date], str]
    dhcp: str
    dhcp_mark: str
    networked: str
    classes: Mapping[str, float]
    kinds: Mapping[tuple[str, str], str]
    only: Mapping[str, str]
    makers: Mapping[str, str]


def propose(
    result: Reconciliation, day: date, sort: Callable[[Device], str], makers: Makers
) -> tuple[Block, ...]:
    """sort: our own words for a device's class and kind, where the ledger has none. makers: which spellings are one."""
    wanted = [d for d in result.devices if result.device_buckets[d.id] is DeviceBucket.UNREGISTERED]
    if not wanted:
        return ()
    forms = [form for ledger in result.ledgers for form in forms_of(ledger)]
    seen = _seen(result)
    habits = [_habits(form, seen) for form in forms]
    own = own_form(result.ledgers[0].file if result.ledgers else "")
    blocks: dict[int, list[Proposal]] = defaultdict(list)
    for device in wanted:
        best = _best(device, forms, habits)
        form, written = (forms[best], habits[best]) if best >= 0 else (own, _habits(own, seen))
        blocks[best].append(_proposal(device, form, written, day, _words(device, written, sort, makers)))
    order = sorted(blocks, key=lambda n: n if n >= 0 else len(forms))
    return tuple(Block(forms[n] if n >= 0 else own, tuple(blocks[n])) for n in order)


def _seen(result: Reconciliation) -> Mapping[RowRef, Device]:
    devices = {d.id: d for d in result.devices}
    return {m.row: devices[m.device] for m in result.matches if m.device in devices}


def _known_as(asset: Asset, seen: Mapping[RowRef, Device]) -> tuple[str, str]:
    """What a row's device is: as it was seen where one was matched, else as the row declares it."""
    device, declared = seen.get(asset.row), declared_class(asset)
    if device is None or not device.best("class"):
        return declared
    kind = device.best("kind")
    return device.best("class"), kind or (declared[1] if declared[0] == device.best("class") else "")


def _best(device: Device, forms: Sequence[Form], habits: Sequence[_Habits]) -> int:
    """The form that keeps devices of this class, then the one that has room for most of what is known; -1 for none."""
    known = frozenset(_known(device))
    best, found = (False, 0, 0.0, 0), -1
    for number, form in enumerate(forms):
        share = habits[number].classes.get(device.best("class") or "-", 0.0)
        score = (share >= 0.5, len(known & form.fields), share, len(form.assets))
        if score[1] and (found < 0 or score > best):
            best, found = score, number
    return found


def _known(device: Device) -> dict[str, str]:
    """Field of the ledger -> what is known of it, unformatted; one that is not known is not there."""
    told = {
        "hostname": next(iter(device.hostnames), ""),
        "macs": SEVERAL.join(device.macs),
        "ips": SEVERAL.join(_ips(device)),
    }
    for field, attribute in (
        ("maker", "vendor"),
        ("model", "model"),
        ("serial", "serial"),
        ("os", "os"),
        ("os_version", "version"),
    ):
        if (device.tier(attribute) or Tier.WEAK) > Tier.WEAK:
            told[field] = device.best(attribute)
    if device.best("class") and (device.tier("class") or Tier.WEAK) > Tier.WEAK:
        told["kind"] = device.best("class")
    return {field: text for field, text in told.items() if text}


def _ips(device: Device) -> tuple[str, ...]:
    """Its IPv4 addresses, or all others where it has none; addresses of one link name nobody elsewhere."""
    wide = tuple(dict.fromkeys(ip for ip in device.ips if not is_link_local(ip)))
    return tuple(ip for ip in wide if isinstance(parse_ip(ip), IPv4Address)) or wide


def _habits(form: Form, seen: Mapping[RowRef, Device]) -> _Habits:
    moving = [a for a in form.assets if a.dhcp]
    classes = Counter[str]()
    kinds: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    makers: defaultdict[str, list[str]] = defaultdict(list)
    for asset in form.assets:
        known = _known_as(asset, seen)
        classes[known[0]] += 1
        if asset.raw.get("kind") and "kind" not in asset.doubts:
            kinds[known].append(asset.raw["kind"])
        if asset.raw.get("maker") and "maker" not in asset.doubts:
            makers[asset.maker].append(asset.raw["maker"])
    of_class: defaultdict[str, set[str]] = defaultdict(set)
    for (klass, _), words in kinds.items():
        of_class[klass].update(words)
    return _Habits(
        mac=mac_writer(form.raw("macs")),
        day=date_writer([*form.raw("checked"), *form.raw("introduced")]),
        dhcp=dhcp_word(a.raw.get("ips", "") for a in moving),
        dhcp_mark=commonest((a.raw["dhcp"] for a in moving if a.raw.get("dhcp")), ""),
        networked=commonest(
            (a.raw["networked"] for a in form.assets if a.networked and a.raw.get("networked")), ""
        ),
        classes={klass: count / len(form.assets) for klass, count in classes.items() if klass},
        kinds={key: commonest(words, "") for key, words in kinds.items() if all(key)},
        only={klass: next(iter(words)) for klass, words in of_class.items() if len(words) == 1},
        makers={maker: commonest(spelt, "") for maker, spelt in makers.items()},
    )


def _words(device: Device, habits: _Habits, sort: Callable[[Device], str], makers: Makers) -> dict[str, str]:
    """The hospital's own words for the sort of device and for its maker, ours where it has none."""
    klass, kind = device.best("class"), device.best("kind")
    known, told = _known(device), dict[str, str]()
    if "kind" in known:
        told["kind"] = habits.kinds.get((klass, kind)) or habits.only.get(klass) or sort(device)
    if "maker" in known:
        spelt = (
            text for maker, text in habits.makers.items() if makers.kin(known["maker"], maker) is Kin.SAME
        )
        told["maker"] = next(spelt, known["maker"])
    return told


def _proposal(device: Device, form: Form, habits: _Habits, day: date, words: Mapping[str, str]) -> Proposal:
    told = {**_known(device), **words, "quantity": "1"}
    if "os_version" not in form.fields and told.get("os") and told.get("os_version"):
        told["os"] = f"{told['os']} {told['os_version']}"
    if "hostname" not in form.fields and "hostname" in told:
        told["name"] = told["hostname"]
    told["macs"] = SEVERAL.join(habits.mac(mac) for mac in device.macs)
    if habits.networked:
        told["networked"] = habits.networked
    if any(c.field.startswith(_ASKED_DHCP) for c in device.claims):
        told["dhcp"] = habits.dhcp_mark
        told["ips"] = habits.dhcp or told.get("ips", "")
    values = dict[int, str]()
    shared = {f: [c for c in form.columns if f in c.fields] for f in ("macs", "ips")}
    for column in form.columns:
        parts = [_part(told.get(f, ""), column, shared.get(f, ())) for f in column.fields]
        if "checked" in column.fields and not _BY_HAND.search(column.heading):
            parts.append(habits.day(day))
        if text := " / ".join(p for p in dict.fromkeys(parts) if p):
            values[column.index] = text
    hints = tuple(
        a for a in ("class", "vendor", "model", "os", "version", "serial")
        if device.best(a) and device.tier(a) is Tier.WEAK
    )  # fmt: skip
    return Proposal(device, values, hints)


def _part(text: str, column: FormColumn, columns: Sequence[FormColumn]) -> str:
    """One column's share of several values: one each from the left, the rest in the last. A second column for one
    address alone (wired, wireless) stays empty, for which of them it is is not known beyond the first."""
    if len(columns) < 2:
        return text
    at, values = columns.index(column), text.split(SEVERAL)
    return SEVERAL.join(values[at:]) if at == len(columns) - 1 else (values[at] if at < len(values) else "")
