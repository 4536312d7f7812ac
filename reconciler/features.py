"""What speaks for and against a device and a row being the same thing: one function per feature.

A feature returns a Reason with the two values compared, or None where a side says nothing: missing
is not different. Its docstring says in words what the reason means. Tiers are of the single
reason; what reasons together are worth is decided in match.py alone.

An identifier that stands in two rows or on two devices decides nothing alone; its reason is
`..._shared` and WEAK.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from agent.device import Tier
from reconciler.forms import is_local, same_host, serial_fold
from reconciler.reconciliation import Reason
from reconciler.traits import Key, Recorded, Seen, same_model
from reconciler.words import Makers, compatible, letters

SHORT_SERIAL = 5
"""Serials shorter than this are given by more than one maker."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a feature may know of all the others: how often each identifier occurs, and makers' names.

    on_devices, in_rows: (feature, form) -> how many.  in_live_rows leaves out retired and reserved rows,
    so that what a disposed machine left behind does not blur the one that took its name or address.
    """

    on_devices: Counter[Key]
    in_rows: Counter[Key]
    in_live_rows: Counter[Key]
    makers: Makers

    def shared(self, feature: str, form: str, row: Recorded) -> bool:
        key = (feature, form)
        rows = self.in_rows[key] if row.retired else self.in_live_rows[key]
        return self.on_devices[key] > 1 or rows > 1


def context(devices: Iterable[Seen], rows: Iterable[Recorded], makers: Makers) -> Context:
    on_devices: Counter[Key] = Counter()
    in_rows: Counter[Key] = Counter()
    in_live_rows: Counter[Key] = Counter()
    for device in devices:
        on_devices.update(device.identifiers)
    for row in rows:
        in_rows.update(row.identifiers)
        if not row.retired and not row.reserved:
            in_live_rows.update(row.identifiers)
    return Context(on_devices, in_rows, in_live_rows, makers)


def serial(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The serial number is the same, or the same but for letters and digits that are easily confused
    (O and 0, I and 1) and zeros lost in front; or one character is wrong, which is a hint only, as
    neighbours of one batch differ so too; or it is plainly another one."""
    if not row.serial or not device.serials:
        return None
    fold = serial_fold(row.serial)
    near = next((s for s in device.serials if serial_fold(s) == fold), None)
    if near is None:
        if typo := next((s for s in device.serials if _one_wrong(s, row.serial)), None):
            return Reason("serial_near", Tier.WEAK, _shown_serial(device, typo), row.written("serial"))
        return Reason("serial", Tier.STRONG, _shown_serial(device, ""), row.written("serial"), against=True)
    shown = _shown_serial(device, near)
    if known.shared("serial", fold, row):
        return Reason("serial_shared", Tier.WEAK, shown, row.written("serial"))
    if row.serial not in device.serials:
        return Reason("serial_near", Tier.MEDIUM, shown, row.written("serial"))
    if len(row.serial) < SHORT_SERIAL:
        return Reason("serial_short", Tier.MEDIUM, shown, row.written("serial"))
    return Reason("serial", Tier.STRONG, shown, row.written("serial"))


def _one_wrong(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def mac(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """A network adapter's address is the same; or it differs in one digit, as when it was copied by hand;
    or none of the row's addresses is on the device."""
    if not row.macs or not device.macs:
        return None
    common = [m for m in row.macs if m in device.macs]
    alone = [m for m in common if not known.shared("mac", m, row)]
    if own := next((m for m in alone if not is_local(m)), None):
        return Reason("mac", Tier.STRONG, own, own)
    if alone:
        return Reason("mac_local", Tier.MEDIUM, alone[0], alone[0])
    if common:
        return Reason("mac_shared", Tier.WEAK, common[0], common[0])
    if near := _near(device, row, known):
        return near
    if all(is_local(m) for m in device.macs):
        return None  # a phone with private addresses on: it has others every day
    return Reason("mac", Tier.MEDIUM, " ".join(device.macs), " ".join(row.macs), against=True)


def _near(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """A typo is told from a neighbour of the same batch: those differ in the last digits, which are counted up."""
    for mine in device.macs:
        for theirs in row.macs:
            if known.in_rows[("mac", mine)] or known.on_devices[("mac", theirs)]:
                continue
            wrong = [n for n, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
            if len(wrong) == 1:
                return Reason("mac_near", Tier.MEDIUM if wrong[0] < 12 else Tier.WEAK, mine, theirs)
    return None


def hostname(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The device calls itself by the row's name (case and domain do not count), or by another."""
    if not row.hosts or not device.hosts:
        return None
    for theirs in row.hosts:
        for mine in device.hosts:
            if same_host(mine, theirs):
                if known.shared("host", mine, row) or known.shared("host", theirs, row):
                    return Reason("hostname_shared", Tier.WEAK, mine, theirs)
                return Reason("hostname", Tier.MEDIUM, mine, theirs)
    if not row.host_certain:
        return None
    return Reason("hostname", Tier.WEAK, " ".join(device.hosts), " ".join(row.hosts), against=True)


def tag(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The number on the asset's label stands in the device's own name (PC-0123 and 0123)."""
    if not row.tag or row.tag not in device.tag_forms or row.host_certain:
        return None
    if known.shared("tag", row.tag, row):
        return Reason("tag_shared", Tier.WEAK, " ".join(device.hosts), row.row.tag)
    tier = Tier.MEDIUM if len(row.tag) >= 4 else Tier.WEAK
    return Reason("tag_in_hostname", tier, " ".join(device.hosts), row.row.tag)


def model(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The model is the same, or one name contains the other; or both are told and have nothing in common."""
    if not device.model:
        return None
    if same_model(device, row):
        return Reason("model", Tier.WEAK, device.device.best("model"), row.row.model or row.row.name)
    if not row.model or (device.device.tier("model") or Tier.WEAK) < Tier.MEDIUM:
        return None
    return Reason("model", Tier.WEAK, device.device.best("model"), row.row.model, against=True)


def maker(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The maker is the same under any of its names, or another one. An address block's owner speaks only
    for a match: it may have made the network adapter alone."""
    if not device.maker or not row.maker:
        return None
    same = known.makers.same(device.maker, row.maker)
    if same:
        return Reason("maker", Tier.WEAK, device.maker, row.maker)
    if same is None or (device.device.tier("vendor") or Tier.WEAK) < Tier.MEDIUM:
        return None
    return Reason("maker", Tier.MEDIUM, device.maker, row.maker, against=True)


def place(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The switch port, or the place that the device itself names, is where the row says it stands."""
    for mine in device.places:
        if row.place and (mine in row.place or (len(row.place) >= 3 and row.place in mine)):
            return Reason("place", Tier.WEAK, mine, row.row.place)
    return None


def ip(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The device has the row's fixed address. Where the address is handed out by DHCP it says nothing."""
    common = [i for i in row.ips if i in device.ips]
    if not common:
        return None
    if alone := next((i for i in common if not known.shared("ip", i, row)), None):
        return Reason("ip_unique", Tier.WEAK, alone, alone)
    return Reason("ip_shared", Tier.WEAK, common[0], common[0])


def kind(device: Seen, row: Recorded, known: Context) -> Reason | None:
    """The sort of device is the one that the row's words name, or cannot be."""
    if not device.kind or not row.kind:
        return None
    words = row.row.kind if row.kind_said else row.row.name
    if device.kind == row.kind:
        return Reason("class", Tier.WEAK, device.kind, words)
    if compatible(device.kind, row.kind):
        return None
    sure = row.kind_said and (device.device.tier("class") or Tier.WEAK) >= Tier.MEDIUM
    return Reason("class", Tier.MEDIUM if sure else Tier.WEAK, device.kind, words, against=True)


Feature = Callable[[Seen, Recorded, Context], Reason | None]

FEATURES: tuple[Feature, ...] = (serial, mac, hostname, tag, ip, model, maker, kind, place)
"""In the order in which a person would look."""


def reasons(device: Seen, row: Recorded, known: Context) -> tuple[Reason, ...]:
    """All that there is, what speaks for the pair first, strongest first."""
    found = [r for feature in FEATURES if (r := feature(device, row, known)) is not None]
    found.sort(key=lambda r: (r.against, -r.tier))
    return tuple(found)


def _shown_serial(device: Seen, form: str) -> str:
    """As the device writes it."""
    for claim in device.device.claims:
        if claim.attribute == "serial" and (not form or letters(claim.value) == form):
            return claim.value
    return form
