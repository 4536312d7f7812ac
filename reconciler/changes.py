"""What differs between a row and the device that it describes, field by field. Missing is not different:
an empty cell and an attribute that nobody saw are no change, nor is a value that is only less exact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from agent.device import Tier
from reconciler.absence import Ground
from reconciler.features import Context, kin_of_makers
from reconciler.forms import is_local, parse_ip, same_host, same_system, same_version
from reconciler.houses import Kin
from reconciler.reconciliation import Kind, Match, Reason, Severity
from reconciler.traits import Recorded, Seen, same_model
from reconciler.words import plain

_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_HALF_YEAR = re.compile(r"(?<![0-9a-z])(\d\dh[12]|1[5-9]\d\d|2004)(?![0-9a-z])")
"""How Windows 10 and 11 name their releases: 22H2, 1809."""
_APPLIANCES = ("network", "printer", "storage", "camera", "power", "phone", "building")


@dataclass(frozen=True, slots=True)
class Change:
    kind: Kind
    field: str
    recorded: str
    seen: str
    severity: Severity
    reasons: tuple[Reason, ...] = ()


def together(devices: Sequence[Seen]) -> Seen:
    """Several devices that one row explains (adapters that could not be joined), as one to compare with."""
    first = devices[0]
    if len(devices) == 1:
        return first
    return replace(
        first,
        macs=tuple(dict.fromkeys(m for d in devices for m in d.macs)),
        serials=tuple(dict.fromkeys(s for d in devices for s in d.serials)),
        hosts=tuple(dict.fromkeys(h for d in devices for h in d.hosts)),
        ips=tuple(dict.fromkeys(i for d in devices for i in d.ips)),
    )


def changes(match: Match, device: Seen, row: Recorded, known: Context, looked: Ground) -> list[Change]:
    """CHANGED per field; where the hardware itself is another one, REPLACED instead of its fields."""
    found = [c for compare in _FIELDS for c in compare(device, row)]
    found += _addresses(device, row, looked)
    found += _maker(device, row, known)
    found += _state(row)
    if is_replaced(match):
        told = tuple(c for c in found if c.field in _HARDWARE)
        found = [c for c in found if c not in told]
        found.insert(0, _replaced(match, device, row, told))
    return found


_HARDWARE = ("serial", "macs", "model", "maker")


def is_replaced(match: Match) -> bool:
    """Same place, name or role, other hardware: another serial, or another adapter together with another
    model or maker, or at the very name and address that the row has."""
    speaks = {r.feature for r in match.reasons if not r.against}
    against = {r.feature for r in match.reasons if r.against}
    if speaks & {"serial", "serial_near", "mac", "decided_same"}:
        return False
    if "serial" in against:
        return True
    other_box = bool(against & {"model", "maker"})
    same_role = "ip_unique" in speaks
    return "mac" in against and (other_box or same_role)


def _replaced(match: Match, device: Seen, row: Recorded, told: Sequence[Change]) -> Change:
    recorded = " / ".join(c.recorded for c in told) or row.written("serial") or " ".join(row.macs)
    seen = " / ".join(c.seen for c in told) or " ".join(device.macs)
    fields = ",".join(c.field for c in told)
    return Change(Kind.REPLACED, fields, recorded, seen, Severity.MEDIUM, match.reasons)


def _changed(field: str, recorded: str, seen: str, severity: Severity, *reasons: Reason) -> Change:
    return Change(Kind.CHANGED, field, recorded, seen, severity, reasons)


def _serial(device: Seen, row: Recorded) -> Iterator[Change]:
    if not row.serial or not device.serials or row.serial in device.serials:
        return
    shown = device.device.best("serial") or device.serials[0]
    yield _changed("serial", row.written("serial"), shown, Severity.MEDIUM)


def _macs(device: Seen, row: Recorded) -> Iterator[Change]:
    if not row.macs or not device.macs or set(row.macs) & set(device.macs):
        return
    if all(is_local(mac) for mac in device.macs):
        return
    yield _changed("macs", " ".join(row.macs), " ".join(device.macs), Severity.MEDIUM)


def _hostname(device: Seen, row: Recorded) -> Iterator[Change]:
    if not row.host_certain or not device.hosts:
        return
    if not any(same_host(mine, theirs) for mine in device.hosts for theirs in row.hosts):
        recorded = row.written("hostname")
        yield _changed("hostname", recorded, " ".join(device.hosts), Severity.LOW)


def _model(device: Seen, row: Recorded) -> Iterator[Change]:
    if not device.model or not row.model or same_model(device, row) or not _sure(device, "model"):
        return
    yield _changed("model", row.written("model"), device.device.best("model"), Severity.MEDIUM)


def _system(device: Seen, row: Recorded) -> Iterator[Change]:
    seen_as, written, version = device.device.best("os"), row.written("os"), row.written("os_version")
    if not written or not seen_as or not _sure(device, "os"):
        return
    if not any(c.isdigit() for c in written) and not _HALF_YEAR.search(plain(version)):
        written = f"{written} {version}"
    if same_system(seen_as, written) is False:
        yield _changed("os", written.strip(), seen_as, Severity.MEDIUM)


def _version(device: Seen, row: Recorded) -> Iterator[Change]:
    """The device tells one version, of its system or its firmware; a row may record either or both.

    On servers, PCs and modalities a software version is the application's, of which no device tells, unless
    it is a release of Windows.
    """
    if not _sure(device, "version") and not _sure(device, "os"):
        return
    software = row.written("software_version")
    of_device = device.kind in _APPLIANCES or _HALF_YEAR.fullmatch(plain(software))
    fields = ("os_version", "software_version") if of_device else ("os_version",)
    recorded = [(f, text) for f in fields if (text := row.written(f))]
    seen_as = (device.device.best("version"), device.device.best("os"))
    answers = [(f, text, s, _same(text, s)) for f, text in recorded for s in seen_as if s]
    if any(same for *_, same in answers):
        return
    for field, text, shown, same in answers:
        if same is False:
            yield _changed(field, text, shown, Severity.MEDIUM)
            return


def _same(recorded: str, shown: str) -> bool | None:
    """None where the two count differently: a release name beside a build number."""
    for numbers in (_HALF_YEAR, _DOTTED):
        mine, theirs = numbers.findall(plain(shown)), numbers.findall(plain(recorded))
        if mine and theirs:
            return any(a == b or (numbers is _DOTTED and same_version(a, b)) for a in mine for b in theirs)
    left, right = re.findall(r"\d+", shown), re.findall(r"\d+", recorded)
    if left and left == right:
        return True
    return None


def _addresses(device: Seen, row: Recorded, looked: Ground) -> Iterator[Change]:
    """Another address, unless the recorded one stands in a network where nobody looked: it may have both."""
    if not row.ips or set(row.ips) & set(device.ips):
        return
    version = {a.version for ip in row.ips if (a := parse_ip(ip))}
    now = [ip for ip in device.ips if (a := parse_ip(ip)) and a.version in version]
    homes = [looked.network_of(ip) for ip in row.ips]
    if not now or any(home is not None and not home.looked for home in homes):
        return
    yield _changed("ips", " ".join(row.ips[:4]), " ".join(now[:4]), Severity.LOW)


def _maker(device: Seen, row: Recorded, known: Context) -> Iterator[Change]:
    if _sure(device, "vendor") and kin_of_makers(device, row, known) is Kin.OTHER:
        yield _changed("maker", row.maker_written, device.maker, Severity.MEDIUM)


def _state(row: Recorded) -> Iterator[Change]:
    """In use though the row says otherwise. Disposed ones are RETIRED_ALIVE, told elsewhere."""
    if row.row.state in ("spare", "stopped", "reserved"):
        yield _changed("state", row.row.state, "in_use", Severity.MEDIUM)
    if not row.row.networked:
        yield _changed("networked", "no", "yes", Severity.MEDIUM)


def _sure(device: Seen, attribute: str) -> bool:
    return (device.device.tier(attribute) or Tier.WEAK) >= Tier.MEDIUM


_FIELDS: tuple[Callable[[Seen, Recorded], Iterator[Change]], ...] = (
    _serial, _macs, _hostname, _model, _system, _version,
)  # fmt: skip
