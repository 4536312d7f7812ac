"""What speaks for and against a device and a row being the same thing: one function per feature.

A feature returns a Reason with the two values compared, or None where a side says nothing: missing
is not different. Its docstring says in words what the reason means. Tiers are of the single
reason; what reasons together are worth is decided in match.py alone.

An identifier that stands in two rows or on two devices decides nothing alone; its reason is
`..._shared` and WEAK.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from agent.bulk import nothing_to_collect
from agent.device import Tier
from reconciler.forms import is_local, same_host
from reconciler.houses import Kin, Makers
from reconciler.reconciliation import Reason
from reconciler.traits import IDENTIFIERS, Recorded, Seen, same_model
from reconciler.words import compatible, letters

MAKERS_PART = 9
"""Characters of a written MAC (three octets) that the maker cannot choose for each box."""
SHORT_SERIAL = 5
"""Serials shorter than this are given by more than one maker."""


why = lru_cache(maxsize=1 << 14)(Reason)
"""A reason; of those that are said of thousands (the same class, the same maker) there is one."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a feature may know of all the others: which identifiers are carried twice, and makers' names.

    on_devices, in_rows: feature -> forms that two or more carry.  in_live_rows leaves out retired and reserved rows,
    so that what a disposed machine left behind does not blur the one that took its name or address.
    seen_macs, recorded_macs: all that there are.
    """

    on_devices: Mapping[str, Set[str]]
    in_rows: Mapping[str, Set[str]]
    in_live_rows: Mapping[str, Set[str]]
    seen_macs: Set[str]
    recorded_macs: Set[str]
    makers: Makers

    def shared(self, feature: str, form: str, row: Recorded) -> bool:
        if form in self.on_devices[feature]:
            return True
        return form in self.in_rows[feature] and (row.retired or form in self.in_live_rows[feature])


def context(devices: Sequence[Seen], rows: Sequence[Recorded], makers: Makers) -> Context:
    with nothing_to_collect():
        in_rows = {name: carried_twice(map(forms, rows)) for name, forms in IDENTIFIERS.items()}
        live = [row for row in rows if not row.retired and not row.reserved]
        return Context(
            on_devices={name: carried_twice(map(forms, devices)) for name, forms in IDENTIFIERS.items()},
            in_rows=in_rows,
            in_live_rows={
                name: carried_twice([f for f in forms(row) if f in in_rows[name]] for row in live)
                for name, forms in IDENTIFIERS.items()
                if in_rows[name]
            },
            seen_macs={mac for device in devices for mac in device.macs},
            recorded_macs={mac for row in rows for mac in row.macs},
            makers=makers,
        )


def carried_twice(carried: Iterable[Sequence[str]]) -> set[str]:
    """Forms that more than one carries; each carrier names a form once."""
    once: set[str] = set()
    more: set[str] = set()
    add = once.add
    for forms in carried:
        for form in forms:
            if form in once:
                more.add(form)
            else:
                add(form)
    return more


def serial(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The serial number is the same, or the same but for letters and digits that are easily confused
    (O and 0, I and 1) and zeros lost in front; or one character is wrong, which is a hint only, as
    neighbours of one batch differ so too; or it is plainly another one."""
    if not row.serial or not device.serials:
        return None
    (fold,) = row.serial_folds
    written = row.written("serial")
    if fold not in device.serial_folds:
        for form, text in zip(device.serials, device.serial_texts, strict=True):
            if _one_wrong(form, row.serial):
                return Reason("serial_near", Tier.WEAK, text, written)
        return Reason("serial", Tier.STRONG, device.serial_texts[0], written, against=True)
    same = row.serial in device.serials
    shown = device.serial_texts[device.serials.index(row.serial) if same else device.serial_folds.index(fold)]
    if known.shared("serial", fold, row):
        return Reason("serial_shared", Tier.WEAK, shown, written)
    if not same:
        return Reason("serial_near", Tier.MEDIUM, shown, written)
    if len(row.serial) < SHORT_SERIAL:
        return Reason("serial_short", Tier.MEDIUM, shown, written)
    return Reason("serial", Tier.STRONG, shown, written)


def _one_wrong(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def mac(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """A network adapter's address is the same; or it differs in one digit, as when it was copied by hand;
    or none of the row's addresses is on the device."""
    if not row.macs or not device.macs:
        return None
    common = [m for m in row.macs if m in device.macs]
    if not common:
        return _other_mac(device, row, known)
    alone = [m for m in common if not known.shared("mac", m, row)]
    for own in alone:
        if not is_local(own):
            return Reason("mac", Tier.STRONG, own, own)
    if alone:
        return Reason("mac_local", Tier.MEDIUM, alone[0], alone[0])
    return Reason("mac_shared", Tier.WEAK, common[0], common[0])


def _other_mac(device: Seen, row: Recorded, known: Context) -> Reason | None:
    if near := _near(device, row, known):
        return near
    if all(is_local(m) for m in device.macs):
        return None  # a phone with private addresses on: it has others every day
    return Reason("mac", Tier.MEDIUM, " ".join(device.macs), " ".join(row.macs), against=True)


def _near(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """A typo is told from a neighbour of the same maker: those differ in the digits that are counted up."""
    for mine in device.macs:
        for theirs in row.macs:
            if mine in known.recorded_macs or theirs in known.seen_macs:
                continue
            wrong = [n for n, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
            if len(wrong) == 1:
                return Reason("mac_near", Tier.MEDIUM if wrong[0] < MAKERS_PART else Tier.WEAK, mine, theirs)
    return None


def hostname(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The device calls itself by the row's name (case and domain do not count), or by another."""
    if not row.hosts or not device.hosts:
        return None
    for theirs in row.hosts:
        for mine in device.hosts:
            if mine == theirs or same_host(mine, theirs):
                if known.shared("host", mine, row) or known.shared("host", theirs, row):
                    return Reason("hostname_shared", Tier.WEAK, mine, theirs)
                return Reason("hostname", Tier.MEDIUM, mine, theirs)
    if not row.host_certain:
        return None
    return Reason("hostname", Tier.WEAK, " ".join(device.hosts), " ".join(row.hosts), against=True)


def tag(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The number on the asset's label stands in the device's own name (PC-0123 and 0123), or is that name."""
    if not row.tags or row.host_certain or row.tags[0] not in device.tags:
        return None
    form = row.tags[0]
    if known.shared("tag", form, row):
        return Reason("tag_shared", Tier.WEAK, " ".join(device.hosts), row.row.tag)
    if not form.isdigit() and any(letters(host) == form for host in device.hosts):
        return Reason("tag_is_hostname", Tier.MEDIUM, " ".join(device.hosts), row.row.tag)
    tier = Tier.MEDIUM if len(form) >= 4 else Tier.WEAK
    return Reason("tag_in_hostname", tier, " ".join(device.hosts), row.row.tag)


def model(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The model is the same, or one name contains the other; or both are told and have nothing in common."""
    if not device.model:
        return None
    if same_model(device, row):
        return why("model", Tier.WEAK, device.model_said, row.row.model or row.row.name)
    if not row.model or not device.model_sure:
        return None
    return why("model", Tier.WEAK, device.model_said, row.row.model, against=True)


def maker(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The maker is the same under any of its names, or one of its house (a former owner, another brand), or another
    one. An address block's owner speaks only for a match: it may have made the network adapter alone."""
    kin = kin_of_makers(device, row, known)
    if kin is Kin.SAME:
        return why("maker", Tier.WEAK, device.maker, row.maker_written)
    if kin is Kin.HOUSE:
        return why("house", Tier.WEAK, device.maker, row.maker_written)
    if kin is None or not device.maker_sure:
        return None
    return why("maker", Tier.MEDIUM, device.maker, row.maker_written, against=True)


def kin_of_makers(device: Seen, row: Recorded, known: Context) -> Kin | None:
    """How the two makers stand to one another; None where it cannot be told, or where the device only passes on what
    another's does (a server for serial lines, a virtual machine)."""
    if not device.maker or not row.maker:
        return None
    kin = known.makers.kin(device.maker, row.maker, device.kind)
    passes_on = kin is Kin.OTHER and device.device.best("kind") in known.makers.houses.inside_kinds
    return None if passes_on else kin


def place(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The switch port, or the place that the device itself names, is where the row says it stands."""
    if not device.places or not (recorded := row.place()):
        return None
    for mine in device.places:
        if mine in recorded or (len(recorded) >= 3 and recorded in mine):
            return why("place", Tier.WEAK, mine, row.row.place)
    return None


def ip(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The device has the row's fixed address. Where the address is handed out by DHCP it says nothing."""
    common = [i for i in row.ips if i in device.ips] if row.ips else ()
    for alone in common:
        if not known.shared("ip", alone, row):
            return Reason("ip_unique", Tier.WEAK, alone, alone)
    return Reason("ip_shared", Tier.WEAK, common[0], common[0]) if common else None


def kind(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The sort of device is the one that the row's words name, or cannot be."""
    if not device.kind or not row.kind:
        return None
    words = row.row.kind if row.kind_said else row.row.name
    if device.kind == row.kind:
        return why("class", Tier.WEAK, device.kind, words)
    if compatible(device.kind, row.kind):
        return None
    sure = row.kind_said and device.kind_sure
    return why("class", Tier.MEDIUM if sure else Tier.WEAK, device.kind, words, against=True)


Feature = Callable[[Seen, Recorded, Context], Reason | None]

FEATURES: tuple[Feature, ...] = (serial, mac, hostname, tag, ip, model, maker, kind, place)
"""In the order in which a person would look."""
_WITHOUT_PLACE = FEATURES[:-1]


def reasons(device: Seen, row: Recorded, known: Context) -> tuple[Reason, ...]:
    """All that there is, what speaks for the pair first, strongest first."""
    found = []
    for feature in FEATURES if device.places else _WITHOUT_PLACE:
        reason = feature(device, row, known)
        if reason is not None:
            found.append(reason)
    found.sort(key=_order)
    return tuple(found)


def _order(reason: Reason) -> int:
    return 4 - reason.tier if reason.against else -reason.tier
