"""Differences about devices, and about rows as such: their ids, severities and reasons.

An id is the kind and what it is about, by names that outlive a run: a row's key where there is a
row, else the device's id, and the field. Severity says how soon a person should look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from ipaddress import IPv4Address

from agent.device import Device, Tier
from reconciler.absence import Ground
from reconciler.advice.support import terms
from reconciler.comparison import Comparison
from reconciler.duplicates import Group, Shared
from reconciler.forms import is_identity, is_randomised, parse_ip, parse_network
from reconciler.ledger.asset import RowRef
from reconciler.match import Undecided
from reconciler.reconciliation import Difference, Kind, Reason, Severity
from reconciler.traits import Recorded

CORE = ("server", "network", "storage", "medical")
"""Classes on which others depend, or patients do."""
MISSED_AT_ONCE = {
    "server": Severity.HIGH,
    "network": Severity.HIGH,
    "storage": Severity.HIGH,
    "medical": Severity.MEDIUM,  # often off or in use elsewhere
    "terminal": Severity.MEDIUM,  # a lost one is a loss of data
}
GUEST_KINDS = ("", "smartphone", "tablet", "handheld", "randomised-address")


def difference(
    c: Comparison,
    kind: Kind,
    severity: Severity,
    reasons: Sequence[Reason],
    *,
    device: str = "",
    row: RowRef | None = None,
    field: str = "",
    recorded: str = "",
    seen: str = "",
    check: str = "",
) -> Difference:
    """One difference, its id made here and nowhere else."""
    about = [c.keys[row]] if row else [device]
    if kind is Kind.AMBIGUOUS and row and device:
        about = [device, c.keys[row]]
    name = "|".join([kind.value, *about, *([field] if field and kind is not Kind.UNDOCUMENTED else [])])
    return Difference(
        name, kind, device, row, field, recorded, seen, severity, tuple(reasons), None, check
    )  # fmt: skip


def why(feature: str, seen: str = "", recorded: str = "", tier: Tier = Tier.STRONG) -> Reason:
    return Reason(feature, tier, seen, recorded)


# -- devices -------------------------------------------------------------------------------------


def guest_reasons(device: Device) -> list[Reason]:
    """Why a device is taken for a visitor's: made-up addresses alone, and nothing that says it is more."""
    macs = device.macs
    if not macs or not all(is_randomised(mac) for mac in macs):
        return []
    klass, kind = device.best("class"), device.best("kind")
    if device.services or device.remote_maintenance or device.best("serial"):
        return []
    if klass not in ("", "phone", "guest", "terminal") or (klass and kind not in GUEST_KINDS):
        return []
    if klass == "terminal" and not kind:
        return []
    return [why("mac_randomised", " ".join(macs)), why("no_service_seen")]


def unregistered(c: Comparison, device_id: str) -> Iterator[Difference]:
    device = c.device(device_id)
    remote = ", ".join(device.remote_maintenance)
    high = remote or device.best("class") in CORE
    near = c.matching.nearest_row.get(device_id)
    reasons = [why("nearest_row_not_enough") if near else why("in_no_row")]
    found = difference(
        c, Kind.UNREGISTERED, Severity.HIGH if high else Severity.MEDIUM, reasons, device=device_id
    )
    yield replace(found, nearest=near)
    if remote:
        reasons = [why("remote_seen", remote), why("in_no_row")]
        yield difference(
            c, Kind.REMOTE_UNDECLARED, Severity.HIGH, reasons,
            device=device_id, field="remote_maintenance", seen=remote,
        )  # fmt: skip


def unsupported(c: Comparison, device_id: str, row: Recorded | None = None) -> Iterator[Difference]:
    """The maker's support of its system has ended, in every edition that it can be, or in some; of an edition that may
    go on, and of updates that are sold or given, the date is told beside."""
    device = c.device(device_id)
    seen_as = device.best("os")
    if not seen_as or (device.tier("os") or Tier.WEAK) < Tier.MEDIUM:
        return
    written = f"{row.written('os')} {row.written('os_version')}".strip() if row else ""
    known = terms(seen_as, _version_of_system(device, seen_as), written)
    ended = [t for t in known if t.ended(c.as_of)]
    if not ended:
        return
    go_on, paid = [t for t in known if t not in ended], [t for t in ended if t.is_paid(c.as_of)]
    given = [t for t in ended if t.is_given(c.as_of)]
    reasons = [why("support_ended", t.name, t.end, Tier.MEDIUM if go_on else Tier.STRONG) for t in ended]
    reasons += [why("support_goes_on", t.name, t.end, Tier.MEDIUM) for t in go_on]
    reasons += [why("updates_are_sold", t.name, t.paid_until, Tier.MEDIUM) for t in paid]
    reasons += [why("updates_are_given", t.name, t.given_until, Tier.MEDIUM) for t in given]
    doubt = bool(go_on or paid or given)
    check = "look_up_edition" if seen_as.startswith("Windows") else "look_up_updates"
    yield difference(
        c, Kind.UNSUPPORTED, Severity.LOW if doubt else Severity.MEDIUM, reasons,
        device=device_id, row=row.ref if row else None, field="os", recorded=written, seen=seen_as,
        check=check if doubt else "",
    )  # fmt: skip


def _version_of_system(device: Device, seen_as: str) -> str:
    """The version that the very rule told which named the system: another may be of the appliance built on it."""
    rules = {c.rule for c in device.claims if c.attribute == "os" and c.value == seen_as}
    return next((c.value for c in device.claims if c.attribute == "version" and c.rule in rules), "")


def guest(c: Comparison, device_id: str, reasons: Sequence[Reason]) -> Difference:
    return difference(c, Kind.GUEST, Severity.LOW, reasons, device=device_id)


def ambiguous(c: Comparison, undecided: Undecided) -> Difference:
    reasons = [why("more_than_one_fits"), *undecided.reasons]
    return difference(
        c, Kind.AMBIGUOUS, Severity.MEDIUM, reasons,
        device=undecided.device, row=undecided.row, check=undecided.check,
    )  # fmt: skip


def surplus(c: Comparison, device_id: str, row: Recorded) -> Difference:
    """More devices fit a row than it declares; which one is too many, only a person can count."""
    fitting = len(c.matches_of[row.ref]) + sum(1 for r in c.matching.surplus.values() if r == row.ref)
    reasons = [why("quantity_exceeded", str(fitting), str(row.capacity))]
    return difference(
        c, Kind.AMBIGUOUS, Severity.MEDIUM, reasons, device=device_id, row=row.ref, check="count_devices"
    )


def misplaced(c: Comparison, device: Device, looked: Ground) -> Iterator[Difference]:
    """An address that does not belong to the network on which it was seen. Routers and machines with several
    adapters have addresses elsewhere by right."""
    homes = [network for name in device.segments for network in looked.by_segment.get(name, ())]
    if len(device.interfaces) != 1 or device.best("class") == "network" or not homes:
        return
    for ip in device.ips:
        address = parse_ip(ip)
        if isinstance(address, IPv4Address) and not any(address in home for home in homes):
            reasons = [why("address_outside_network", ip, " ".join(str(h) for h in homes))]
            yield difference(
                c, Kind.IMPOSSIBLE, Severity.MEDIUM, reasons,
                device=device.id, field="ips", recorded=" ".join(str(h) for h in homes), seen=ip,
            )  # fmt: skip


# -- rows as such --------------------------------------------------------------------------------


def duplicates(c: Comparison, group: Group) -> Iterator[Difference]:
    for asset, field, value in group.others:
        reasons = [why(f"same_{field}", c.keys[group.first.row], value)]
        if asset.state != group.first.state and asset.state and group.first.state:
            reasons.append(why("states_differ", group.first.state, asset.state))
        yield difference(
            c, Kind.DUPLICATE_ROW, Severity.LOW, reasons,
            row=asset.row, field=field, recorded=value, seen=str(group.first.row),
        )  # fmt: skip


def clash(c: Comparison, shared: Shared) -> Difference:
    """Two rows in use claim one number, and are not one device."""
    reasons = [why(f"{shared.field}_in_two_rows", str(shared.other), shared.value)]
    return difference(
        c, Kind.IMPOSSIBLE, Severity.LOW, reasons,
        row=shared.row, field=shared.field, recorded=shared.value, seen=str(shared.other),
    )  # fmt: skip


def impossible(c: Comparison, row: Recorded, looked: Ground) -> Iterator[Difference]:
    """A MAC or an address that no device can have, in any of the rows that are one."""
    for asset in (row.row, *row.duplicates):
        bad = [mac for mac in asset.macs if not is_identity(mac)]
        if bad:
            reasons = [why("mac_not_a_device", "", " ".join(bad))]
            yield difference(
                c, Kind.IMPOSSIBLE, Severity.LOW, reasons, row=asset.row, field="macs", recorded=" ".join(bad)
            )
        wrong = [ip for ip in asset.ips if _no_host(ip, looked)]
        if wrong and not asset.dhcp and len(asset.ips) <= 2:
            reasons = [why("address_not_a_host", "", " ".join(wrong))]
            yield difference(
                c,
                Kind.IMPOSSIBLE,
                Severity.LOW,
                reasons,
                row=asset.row,
                field="ips",
                recorded=" ".join(wrong),
            )


def _no_host(ip: str, looked: Ground) -> bool:
    address = parse_ip(ip)
    if address is None:
        return False
    if address.is_multicast or address.is_loopback or address.is_unspecified or address.is_link_local:
        return True
    home = looked.network_of(ip)
    if home is None or not isinstance(address, IPv4Address):
        return False
    network = parse_network(home.cidr)
    return network.prefixlen < 31 and address in (network.network_address, network.broadcast_address)
