"""What is compared: one device and one ledger row, each brought once into the same plain forms.

Features (features.py) read only these. Nothing is weighed here; what cannot be told is empty, and
an empty form agrees and disagrees with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType

from agent.device import Claim, Device, Tier
from reconciler.forms import NETBIOS_LENGTH, host_forms, is_identity, is_link_local, serial_fold, serial_form
from reconciler.ledger.asset import Asset, RowRef
from reconciler.words import class_of, company, letters, plain

_NAME_LIKE_HOST = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")
_LAST_NUMBER = re.compile(r"\d+$")
_NOT_ALNUM = re.compile(r"[\W_]+")
_CUTS = re.compile(r"[-_]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Seen:
    """A device as it is compared. serials: every one that a claim of MEDIUM or better names.

    serial_texts: as the device writes them, and serial_folds: see forms.serial_fold; both beside serials.
    host_keys: hosts, and what NetBIOS leaves of long ones.  *_said: the value as it was said.  *_sure: said by
    more than a hint.
    """

    device: Device
    macs: tuple[str, ...]
    serials: tuple[str, ...]
    serial_texts: tuple[str, ...]
    serial_folds: tuple[str, ...]
    hosts: tuple[str, ...]
    host_keys: tuple[str, ...]
    tags: tuple[str, ...]
    ips: tuple[str, ...]
    maker: str
    maker_sure: bool
    model: str
    model_said: str
    model_sure: bool
    model_codes: tuple[str, ...]
    kind: str
    kind_sure: bool
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A row as it is compared, its duplicates' identifiers included. `row` is the one that counts.

    hosts: names that may be hostnames; host_certain where a hostname column says so.
    keys: the row's own name first, then its duplicates'.  capacity: how many devices it declares: 1, N, 0 for "some".
    kind_said: the class comes from a column for it, not from the row's name.  maker_written: as the cell has it.
    """

    row: Asset
    duplicates: tuple[Asset, ...]
    keys: tuple[str, ...]
    macs: tuple[str, ...]
    serial: str
    serial_folds: tuple[str, ...]
    hosts: tuple[str, ...]
    host_keys: tuple[str, ...]
    host_certain: bool
    tags: tuple[str, ...]
    ips: tuple[str, ...]
    maker: str
    maker_written: str
    model: str
    model_codes: tuple[str, ...]
    kind: str
    kind_said: bool
    capacity: int
    retired: bool
    reserved: bool

    @property
    def ref(self) -> RowRef:
        return self.row.row

    def written(self, field: str) -> str:
        """The cell of the row, or of the first duplicate that has one."""
        own = getattr(self.row, field)
        if own or not self.duplicates:
            return str(own)
        return next((t for a in self.duplicates if (t := str(getattr(a, field)))), "")

    def described(self) -> str:
        """Maker, model and name in one, as ledgers write them in one cell."""
        return " ".join(letters(f"{a.maker} {a.model} {a.name}") for a in (self.row, *self.duplicates))

    def place(self) -> str:
        return letters(" ".join(f"{a.place} {a.department}" for a in (self.row, *self.duplicates)))

    @property
    def key(self) -> str:
        return self.keys[0]


def seen(device: Device) -> Seen:
    hosts = host_forms(device.hostnames)
    serials = _serials(device)
    model, said = device.best("model"), device.claims
    return Seen(
        device=device,
        macs=tuple([m for m in dict.fromkeys(device.macs) if is_identity(m)]),
        serials=tuple(serials),
        serial_texts=tuple(serials.values()),
        serial_folds=tuple([serial_fold(s) for s in serials]),
        hosts=hosts,
        host_keys=_host_keys(hosts),
        tags=_tag_forms(hosts),
        ips=tuple([ip for ip in dict.fromkeys(device.ips) if not is_link_local(ip)]),
        maker=device.best("vendor"),
        maker_sure=_sure(said, "vendor"),
        model=letters(model),
        model_said=model,
        model_sure=_sure(said, "model"),
        model_codes=_codes(model),
        kind=device.best("class"),
        kind_sure=_sure(said, "class"),
        places=_places(device),
    )


def recorded(
    row: Asset, duplicates: Sequence[Asset] = (), *, keys: Sequence[str] = (), as_of: str = ""
) -> Recorded:
    """`keys` name the row and its duplicates (decisions.row_keys); `as_of` (ISO 8601) decides whether a
    date of disposal has come."""
    group = (row, *duplicates)
    kind_said, kind = _kind(group)
    hosts = host_forms([a.hostname for a in group if a.hostname])
    names = hosts or host_forms([a.name for a in group if _may_be_host(a.name)])
    serial = _first([serial_form(a.serial) for a in group if a.serial])
    tag = _first([letters(a.tag) for a in group if a.tag])
    return Recorded(
        row=row,
        duplicates=tuple(duplicates),
        keys=tuple(keys) or (str(row.row),),
        macs=tuple([m for m in dict.fromkeys([m for a in group for m in a.macs]) if is_identity(m)]),
        serial=serial,
        serial_folds=(serial_fold(serial),) if serial else (),
        hosts=names,
        host_keys=_host_keys(names),
        host_certain=bool(hosts),
        tags=(tag,) if tag else (),
        ips=tuple(dict.fromkeys([ip for a in group if not a.dhcp for ip in a.ips])),
        maker=_first([a.maker for a in group]),
        maker_written=_first([maker_written(a) for a in group]),
        model=_first([letters(a.model) for a in group if a.model]),
        model_codes=_codes(*[a.model for a in group if a.model]),
        kind=kind,
        kind_said=kind_said,
        capacity=_capacity(row),
        retired=is_retired(row, as_of),
        reserved=row.state == "reserved",
    )


def maker_written(row: Asset) -> str:
    """In the ledger's own spelling (㈱, half width), where the cell holds the maker and nothing else."""
    written = " ".join(row.raw.get("maker", "").split())
    return written if written and company(written) == company(row.maker) else row.maker


def _first(texts: Sequence[str]) -> str:
    """The first that is not empty."""
    for text in texts:
        if text:
            return text
    return ""


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
    if any([code in mine for code in row.model_codes]):
        return True
    if not device.model_codes:
        return False
    described = row.described()
    return any([code in described for code in device.model_codes])


IDENTIFIERS: Mapping[str, Callable[[Seen | Recorded], Sequence[str]]] = MappingProxyType(
    {
        "serial": attrgetter("serial_folds"),
        "mac": attrgetter("macs"),
        "host": attrgetter("host_keys"),
        "tag": attrgetter("tags"),
        "ip": attrgetter("ips"),
    }
)
"""By what a device and a row can be looked up, each with its forms: devices and rows have them under one name."""


def _host_keys(hosts: tuple[str, ...]) -> tuple[str, ...]:
    if all([len(h) <= NETBIOS_LENGTH for h in hosts]):
        return hosts
    return tuple(dict.fromkeys((*hosts, *[h[:NETBIOS_LENGTH] for h in hosts])))


def _sure(claims: Sequence[Claim], attribute: str) -> bool:
    """Whether the strongest claim is more than a hint."""
    for claim in claims:
        if claim.attribute == attribute:
            return claim.tier >= Tier.MEDIUM
    return False


def _serials(device: Device) -> dict[str, str]:
    """Form -> text of all that claims name (a stack of switches has several), unless they are only hints."""
    found: dict[str, str] = {}
    for claim in device.claims:
        if claim.attribute == "serial" and claim.tier >= Tier.MEDIUM and (form := serial_form(claim.value)):
            found.setdefault(form, claim.value)
    return found


def _tag_forms(hosts: Sequence[str]) -> tuple[str, ...]:
    """What of a hostname may be the number on the asset's label: "pc-0123" -> pc0123, 0123."""
    forms: dict[str, None] = {}
    for host in hosts:
        forms[_NOT_ALNUM.sub("", host)] = None
        pieces = _CUTS.split(host)
        for n in range(1, len(pieces)):
            forms[_NOT_ALNUM.sub("", "".join(pieces[n:]))] = None
        if last := _LAST_NUMBER.search(host):
            forms[last.group()] = None
    return tuple([f for f in forms if len(f) >= 3 and _DIGIT.search(f)])


def _places(device: Device) -> tuple[str, ...]:
    claimed = [c.value for c in device.claims if c.attribute in ("place", "location")]
    ports = [f"{i.switch} {i.port}" for i in device.interfaces if i.switch and i.port]
    noted = [i.place for i in device.interfaces if i.place]
    return tuple(form for text in (*claimed, *ports, *noted) if len(form := letters(text)) >= 3)


@lru_cache(maxsize=1 << 12)
def _codes(*texts: str) -> tuple[str, ...]:
    words_in = (w for text in texts for w in re.split(r"[^0-9a-z]+", plain(text)))
    return tuple(dict.fromkeys(w for w in words_in if len(w) >= 4 and any(c.isdigit() for c in w)))


def _kind(group: Sequence[Asset]) -> tuple[bool, str]:
    if said := _first([class_of(a.kind) for a in group if a.kind]):
        return True, said
    return False, _first([class_of(a.name) for a in group if a.name])


def _may_be_host(name: str) -> bool:
    """Ledgers often write the hostname in the column for the device's name: ASCII, no blanks, a digit."""
    return (
        3 <= len(name) <= 63
        and _NAME_LIKE_HOST.fullmatch(name) is not None
        and any(c.isdigit() for c in name)
    )


def _capacity(row: Asset) -> int:
    return 1 if row.quantity is None else row.quantity
