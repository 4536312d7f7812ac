"""Two runs: which devices came, went and changed. The same device is told by what only it has, never by its address alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from ipaddress import ip_network

from agent.device import ATTRIBUTES, Device
from agent.findings import Coverage, Findings
from reconciler.between.model import Between, Change, Entry, Side, What, Who, changes, in_order
from reconciler.forms import parse_ip, serial_form
from reconciler.known_again import known_again, only_address

Fields = Iterator[tuple[str, tuple[str, ...]]]


def between_runs(
    before: Findings,
    after: Findings,
    not_asked_before: Iterable[str] | None = None,
    not_asked_after: Iterable[str] | None = None,
) -> Between:
    """not_asked: what that run left out on purpose (addresses, networks, MACs, address blocks); None where not known."""
    was, now = ({d.id: d for d in run.devices} for run in (before, after))
    told = known_again(before.devices, after.devices)
    entries: list[Entry] = []
    same = 0
    for then, here in told.pairs.items():
        by = told.by[then].partition(":")[0]
        if (entry := _changed(was[then], now[here], by)) is None:
            same += 1
        else:
            entries.append(entry)
    left = [d for d in before.devices if d.id not in told.pairs]
    paired = set(told.pairs.values())
    fresh = [d for d in after.devices if d.id not in paired]
    places = dict(_same_places(left, fresh))
    unsettled = set(places.values())
    same_place = 0
    for then, here in places.items():
        found = _pair(was[then], now[here])
        if only_address(was[then]) and only_address(now[here]) and not any(c.differs for c in found):
            same_place += 1
        else:
            entries.append(Entry(What.NOT_SETTLED, who_of(was[then]), who_of(now[here]), "", found))
    looked = {"before": _Looked(before, not_asked_before), "after": _Looked(after, not_asked_after)}
    for device in left:
        if device.id not in places:
            what = What.WENT if looked["after"].at(device) else What.NOT_LOOKED
            entries.append(Entry(what, who_of(device), None))
    for device in fresh:
        if device.id not in unsettled:
            what = What.CAME if looked["before"].at(device) else What.FIRST_LOOKED
            entries.append(Entry(what, None, who_of(device)))
    return Between("runs", _side(before), _side(after), in_order(entries), same, same_place)


def _side(run: Findings) -> Side:
    return Side(run.run, run.ended, run.complete, len(run.devices))


def who_of(device: Device) -> Who:
    made = f"{device.best('vendor')} {device.best('model')}".strip()
    name = next((n for n in (*device.hostnames, made) if n), "")
    return Who(device.id, name, device.site, tuple(dict.fromkeys(device.ips or device.macs)))


def _changed(then: Device, here: Device, by: str) -> Entry | None:
    found = _pair(then, here)
    if not found:
        return None
    what = What.CHANGED if any(c.differs for c in found) else What.KNOWN
    return Entry(what, who_of(then), who_of(here), by, found)


def _pair(then: Device, here: Device) -> tuple[Change, ...]:
    fields = zip(_fields(then), _fields(here), strict=True)
    found = changes((field, old, new) for (field, old), (_, new) in fields)
    spelt = serial_form(then.best("serial")) == serial_form(here.best("serial")) != ""
    return tuple(c for c in found if not (spelt and c.field == "serial"))


def _fields(device: Device) -> Fields:
    yield "site", _known((device.site,))
    yield "segments", _known(device.segments)
    yield "ips", _known(device.ips)
    yield "macs", _known(device.macs)
    yield "hostnames", _known(device.hostnames)
    for attribute in ATTRIBUTES:
        yield attribute, _known((device.best(attribute),))
    yield "ports", _known(f"{i.switch} {i.port}".strip() for i in device.interfaces)
    yield "place", _known(i.place for i in device.interfaces)
    yield (
        "services",
        _known(
            " ".join(t for t in (f"{s.transport}/{s.port}", s.protocol, s.product, s.version) if t)
            for s in device.services
            if s.port
        ),
    )
    yield "remote_maintenance", _known(device.remote_maintenance)


def _known(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({t for t in texts if t}))


def _same_places(left: Sequence[Device], fresh: Sequence[Device]) -> Iterator[tuple[str, str]]:
    """Pairs that share an address of their site, of which at least one is known by nothing else."""
    at = {(d.site, ip): d for d in fresh for ip in d.ips}
    taken: set[str] = set()
    for device in left:
        for ip in device.ips:
            other = at.get((device.site, ip))
            if other and other.id not in taken and (only_address(device) or only_address(other)):
                taken.add(other.id)
                yield device.id, other.id
                break


class _Looked:
    """Whether a run looked where a device is: what it did not look at has neither come nor gone by it."""

    def __init__(self, run: Findings, not_asked: Iterable[str] | None) -> None:
        self.complete = run.complete
        self.coverage: Mapping[str, list[Coverage]] = _by_site(run.coverage)
        self.left_out = None if not_asked is None else tuple(text for text in not_asked if text)

    def at(self, device: Device) -> bool:
        if not self.complete or self._excluded(device):
            return False
        return any(self._looked_at(c, device) for c in self.coverage.get(device.site, ()))

    def _looked_at(self, network: Coverage, device: Device) -> bool:
        if not network.looked or (self.left_out is None and network.not_looked):
            return False
        addresses = [a for ip in device.ips if (a := parse_ip(ip)) is not None]
        if not addresses:
            return network.segment in device.segments
        cidr = ip_network(network.cidr, strict=False)
        return any(a.version == cidr.version and a in cidr for a in addresses)

    def _excluded(self, device: Device) -> bool:
        for text in self.left_out or ():
            if any(mac.startswith(text.lower()) for mac in device.macs):
                return True
            try:
                network = ip_network(text, strict=False)
            except ValueError:
                continue  # a MAC or a maker's block, which was held against the device above
            if any(
                (a := parse_ip(ip)) is not None and a.version == network.version and a in network
                for ip in device.ips
            ):
                return True
        return False


def _by_site(coverage: Iterable[Coverage]) -> dict[str, list[Coverage]]:
    found: dict[str, list[Coverage]] = {}
    for network in coverage:
        found.setdefault(network.site, []).append(network)
    return found
