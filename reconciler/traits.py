"""What is compared: one device and one ledger row, each brought once into the same plain forms.

Features (features.py) read only these. Nothing is weighed here; what cannot be told is empty, and
an empty form agrees and disagrees with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.device import Device, Tier
from reconciler.forms import NETBIOS_LENGTH, host_forms, is_identity, is_link_local, serial_fold, serial_form
from reconciler.ledger.asset import Asset, RowRef
from reconciler.words import class_of, letters, plain

_NAME_LIKE_HOST = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")
_LAST_NUMBER = re.compile(r"\d+$")


Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A device as it is compared. serials: every one that a claim of MEDIUM or better names.

    identifiers: (feature, form), each once, by which it can be looked up; a row has the same.
    """

    device: Device
    identifiers: tuple[Key, ...]
    macs: tuple[str, ...]
    serials: tuple[str, ...]
    hosts: tuple[str, ...]
    tag_forms: frozenset[str]
    ips: tuple[str, ...]
    maker: str
    model: str
    model_codes: tuple[str, ...]
    kind: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A row as it is compared, its duplicates' identifiers included. `row` is the one that counts.

    hosts: names that may be hostnames; host_certain where a hostname column says so.
    keys: the row's own name first, then its duplicates'.  capacity: how many devices it declares: 1, N, 0 for "some".
    kind_said: the class comes from a column for it, not from the row's name.
    """

    row: Asset
    duplicates: tuple[Asset, ...]
    keys: tuple[str, ...]
    identifiers: tuple[Key, ...]
    macs: tuple[str, ...]
    serial: str
    hosts: tuple[str, ...]
    host_certain: bool
    tag: str
    ips: tuple[str, ...]
    maker: str
    model: str
    model_codes: tuple[str, ...]
    described: str
    kind: str
    kind_said: bool
    place: str
    capacity: int
    retired: bool
    reserved: bool

    @property
    def ref(self) -> RowRef:
        return self.row.row

    def written(self, field: str) -> str:
        """The cell of the row, or of the first duplicate that has one."""
        return next((t for a in (self.row, *self.duplicates) if (t := str(getattr(a, field)))), "")

    @property
    def key(self) -> str:
        return self.keys[0]


def seen(device: Device) -> Seen:
    hosts = host_forms(device.hostnames)
    macs = tuple(m for m in dict.fromkeys(device.macs) if is_identity(m))
    serials = _serials(device)
    tag_forms = _tag_forms(hosts)
    ips = tuple(ip for ip in dict.fromkeys(device.ips) if not is_link_local(ip))
    return Seen(
        device=device,
        identifiers=_identifiers(serials, macs, hosts, sorted(tag_forms), ips),
        macs=macs,
        serials=serials,
        hosts=hosts,
        tag_forms=tag_forms,
        ips=ips,
        maker=device.best("vendor"),
        model=letters(device.best("model")),
        model_codes=_codes(device.best("model")),
        kind=device.best("class"),
        places=_places(device),
    )


def recorded(
    row: Asset, duplicates: Sequence[Asset] = (), *, keys: Sequence[str] = (), as_of: str = ""
) -> Recorded:
    """`keys` name the row and its duplicates (decisions.row_keys); `as_of` (ISO 8601) decides whether a
    date of disposal has come."""
    group = (row, *duplicates)
    kind_said, kind = _kind(group)
    hosts = host_forms(tuple(a.hostname for a in group if a.hostname))
    names = hosts or host_forms(tuple(a.name for a in group if _may_be_host(a.name)))
    macs = tuple(m for m in dict.fromkeys(m for a in group for m in a.macs) if is_identity(m))
    serial = next((s for a in group if (s := serial_form(a.serial))), "")
    tag = next((t for a in group if (t := letters(a.tag))), "")
    ips = tuple(dict.fromkeys(ip for a in group if not a.dhcp for ip in a.ips))
    return Recorded(
        row=row,
        duplicates=tuple(duplicates),
        keys=tuple(keys) or (str(row.row),),
        identifiers=_identifiers((serial,), macs, names, (tag,) if tag else (), ips),
        macs=macs,
        serial=serial,
        hosts=names,
        host_certain=bool(hosts),
        tag=tag,
        ips=ips,
        maker=next((a.maker for a in group if a.maker), ""),
        model=next((m for a in group if (m := letters(a.model))), ""),
        model_codes=_codes(*(a.model for a in group)),
        described=" ".join(letters(f"{a.maker} {a.model} {a.name}") for a in group),
        kind=kind,
        kind_said=kind_said,
        place=letters(" ".join(f"{a.place} {a.department}" for a in group)),
        capacity=_capacity(row),
        retired=is_retired(row, as_of),
        reserved=row.state == "reserved",
    )


def is_retired(row: Asset, as_of: str) -> bool:
    """Disposed by its state, or by a date of disposal that has come where no state contradicts it.

    Dates are as exact as the cell: "2023" has come on 2023-01-01 or later.
    """
    if row.state == "disposed":
        return True
    return row.state in ("", "unknown") and bool(row.disposed) and (not as_of or row.disposed <= as_of)


def same_model(device: Seen, row: Recorded) -> bool:
    """Equal, or one within the other, or one's code (letters with digits: A7511, 2960X) within the other.

    The row's maker, model and name are taken together, as ledgers write them in one cell.
    """
    mine, theirs = device.model, row.model
    if not mine:
        return False
    if theirs and (
        mine == theirs or (min(len(mine), len(theirs)) >= 3 and (mine in theirs or theirs in mine))
    ):
        return True
    return any(code in row.described for code in device.model_codes) or any(
        c in mine for c in row.model_codes
    )


def _identifiers(
    serials: Sequence[str], macs: Sequence[str], hosts: Sequence[str], tags: Sequence[str], ips: Sequence[str]
) -> tuple[Key, ...]:
    keys = [("serial", serial_fold(s)) for s in serials if s]
    keys += [("mac", m) for m in macs]
    keys += [("host", h) for h in hosts]
    keys += [("host", h[:NETBIOS_LENGTH]) for h in hosts if len(h) > NETBIOS_LENGTH]
    keys += [("tag", t) for t in tags]
    keys += [("ip", i) for i in ips]
    return tuple(dict.fromkeys(keys))


def _serials(device: Device) -> tuple[str, ...]:
    """All that claims name (a stack of switches has several), unless they are only hints."""
    claimed = (c.value for c in device.claims if c.attribute == "serial" and c.tier >= Tier.MEDIUM)
    return tuple(dict.fromkeys(form for value in claimed if (form := serial_form(value))))


def _tag_forms(hosts: Sequence[str]) -> frozenset[str]:
    """What of a hostname may be the number on the asset's label: "pc-0123" -> pc0123, 0123."""
    forms: set[str] = set()
    for host in hosts:
        forms.add(letters(host))
        pieces = re.split(r"[-_]", host)
        forms.update(letters("".join(pieces[n:])) for n in range(1, len(pieces)))
        if last := _LAST_NUMBER.search(host):
            forms.add(last.group())
    return frozenset(f for f in forms if len(f) >= 3 and any(c.isdigit() for c in f))


def _places(device: Device) -> tuple[str, ...]:
    claimed = [c.value for c in device.claims if c.attribute in ("place", "location")]
    ports = [f"{i.switch} {i.port}" for i in device.interfaces if i.switch and i.port]
    noted = [i.place for i in device.interfaces if i.place]
    return tuple(form for text in (*claimed, *ports, *noted) if len(form := letters(text)) >= 3)


def _codes(*texts: str) -> tuple[str, ...]:
    words_in = (w for text in texts for w in re.split(r"[^0-9a-z]+", plain(text)))
    return tuple(dict.fromkeys(w for w in words_in if len(w) >= 4 and any(c.isdigit() for c in w)))


def _kind(group: Sequence[Asset]) -> tuple[bool, str]:
    said = next((c for a in group if (c := class_of(a.kind))), "")
    if said:
        return True, said
    return False, next((c for a in group if (c := class_of(a.name))), "")


def _may_be_host(name: str) -> bool:
    """Ledgers often write the hostname in the column for the device's name: ASCII, no blanks, a digit."""
    return (
        3 <= len(name) <= 63
        and _NAME_LIKE_HOST.fullmatch(name) is not None
        and any(c.isdigit() for c in name)
    )


def _capacity(row: Asset) -> int:
    return 1 if row.quantity is None else row.quantity
