"""Holds one audit of the laboratory against its truth: who was found, what was said of them, what they had to bear.

The truth stands in hospital.toml and ledger.toml; the judges of what was sent are nftables counters in
each host's own namespace, and the fragile devices' own record of how they were treated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from agent.demo.host import Host, Shared
from agent.demo.ledger import JUDGED, DeviceTruth, RowTruth
from agent.device import Device
from agent.findings import Findings, from_json
from agent.limits import HOST_BUDGETS, NEIGHBOUR_PACKETS, TABLE_BUDGET
from agent.scope import Care, load_scope
from reconciler.commands.holding import held
from reconciler.commands.reading import told_beside
from reconciler.ledger.read import read_ledger
from reconciler.reconciliation import Reconciliation
from tests.lab.hospital import Lab

ATTRIBUTES = ("class", "vendor", "model", "os", "version", "serial")
CARE = {
    "10.77.1.": Care.OFFICE,
    "10.77.2.": Care.CLINICAL,
    "10.77.3.": Care.BEDSIDE,
    "10.77.4.": Care.CLINICAL,
}
STURDY = frozenset({"network", "printer", "phone", "camera", "power"})
LENT = " (lent)"
"""What a host answers ARP for and is not itself; a device of such addresses is no second one of the host."""


@dataclass(slots=True)
class Verdict:
    """Everything that went wrong, one sentence each, and the figures beside it."""

    hosts: int = 0
    found: int = 0
    ghosts: list[str] = field(default_factory=list)
    split: list[str] = field(default_factory=list)
    harmed: list[str] = field(default_factory=list)
    over_budget: list[str] = field(default_factory=list)
    misaccounted: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    evident: int = 0
    rows: int = 0
    ledger: list[str] = field(default_factory=list)
    frames: int = 0
    busiest: int = 0
    tables: int = 0

    @property
    def faults(self) -> list[str]:
        missing = [] if self.found == self.hosts else [f"{self.hosts - self.found} hosts were not found"]
        lists = (
            self.ghosts,
            self.split,
            self.harmed,
            self.over_budget,
            self.misaccounted,
            self.wrong,
            self.unsaid,
        )
        return [*missing, *(line for listed in lists for line in listed), *self.ledger]


def judge(lab: Lab, folder: Path, ledger: Path) -> Verdict:
    findings = from_json((folder / "findings.json").read_text(encoding="utf-8"))
    result, _ = held(findings, [read_ledger(ledger)], None, told_beside(folder / "journal.jsonl")[1])
    verdict = Verdict(hosts=len(lab.hosts))
    by_host = devices_of(lab.hosts, findings, verdict, lab.hospital.shared)
    tables = _asked_for_tables(folder.parent / "scope.toml")
    for host in lab.hosts:
        devices = by_host.get(host.name, [])
        verdict.found += bool(devices)
        if len(devices) > 1:
            verdict.split.append(f"{host.name} became {len(devices)} devices")
        for device in devices[:1]:
            _identity(host, device, verdict)
        accounted = sum(d.packets for d in [*devices, *by_host.get(host.name + LENT, [])])
        taken = [s.name for s in lab.hospital.shared for d in devices if s.attachment.ip in d.ips]
        frames = lab.frames(host.name) + sum(map(lab.shared_frames, taken))
        _treatment(lab, host, frames, accounted, bool(tables & {a.ip for a in host.attachments}), verdict)
    for shared in lab.hospital.shared:
        if apart := by_host.get(shared.name):
            _accounting(
                shared.name, lab.shared_frames(shared.name), sum(d.packets for d in apart), 1, verdict
            )
    hold_ledger(result, lab.row_truths(), lab.device_truths(), by_host, verdict)
    return verdict


def _asked_for_tables(scope: Path) -> set[str]:
    """Addresses that the scope lists under an infrastructure credential: they are asked for whole tables."""
    return {
        str(ip) for access in load_scope(scope).snmp if access.kind == "infrastructure" for ip in access.hosts
    }


def judge_ledger(
    hosts: Iterable[Host],
    folder: Path,
    ledger: Path,
    rows: Mapping[tuple[str, int], RowTruth],
    boxes: Mapping[str, DeviceTruth],
) -> Verdict:
    """The same without the judges of what was sent: for a run that is replayed."""
    findings = from_json((folder / "findings.json").read_text(encoding="utf-8"))
    result, _ = held(findings, [read_ledger(ledger)], None, told_beside(folder / "journal.jsonl")[1])
    verdict = Verdict()
    by_host = devices_of(hosts, findings, verdict)
    verdict.hosts, verdict.found = sum(1 for _ in hosts), len(by_host)
    for host in hosts:
        for device in by_host.get(host.name, [])[:1]:
            _identity(host, device, verdict)
    hold_ledger(result, rows, boxes, by_host, verdict)
    return verdict


def hold_ledger(
    result: Reconciliation,
    rows: Mapping[tuple[str, int], RowTruth],
    boxes: Mapping[str, DeviceTruth],
    by_host: dict[str, list[Device]],
    verdict: Verdict,
) -> None:
    _rows(rows, result, by_host, verdict)
    _devices(boxes, result, by_host, verdict)


def devices_of(
    hosts: Iterable[Host], findings: Findings, verdict: Verdict, shared: Iterable[Shared] = ()
) -> dict[str, list[Device]]:
    """Host -> its devices. Addresses that a host lends its MAC to stand under the host's name and LENT; those
    that a pair shares under the pair's, or with whichever of the pair the product took them for."""
    owner = {a.ip: host.name for host in hosts for a in host.attachments}
    owner |= {ip: host.name + LENT for host in hosts for ip in host.lends}
    owner |= {pair.attachment.ip: pair.name for pair in shared}
    holders = {pair.name: set(pair.hosts) for pair in shared}
    found: dict[str, list[Device]] = {}
    for device in findings.devices:
        names = {owner[ip] for ip in device.ips if ip in owner}
        names -= {name for name in names if holders.get(name, set()) & names}
        if len(names) == 1:
            found.setdefault(names.pop(), []).append(device)
        else:
            verdict.ghosts.append(f"{device.id} is {' and '.join(sorted(names)) or 'nobody'}")
    return found


def _identity(host: Host, device: Device, verdict: Verdict) -> None:
    for attribute in ATTRIBUTES:
        said, truth = device.best(attribute), host.truth.get(attribute, "")
        verdict.evident += attribute in host.evident
        vague = truth.startswith(f"{said} ") or (attribute == "class" and said == "guest")
        if said and truth and said != truth and not vague:
            verdict.wrong.append(f"{host.name}: {attribute} {said!r}, in truth {truth!r}")
        elif not said and attribute in host.evident:
            verdict.unsaid.append(f"{host.name}: {attribute} {truth!r} was evident and not said")


def _treatment(lab: Lab, host: Host, frames: int, accounted: int, tables: bool, verdict: Verdict) -> None:
    """Each interface has the budget of its network, and none of it may go to a bedside one."""
    verdict.frames += frames
    verdict.busiest = max(verdict.busiest, 0 if tables else frames)
    sturdy = host.truth.get("class") in STURDY
    budget = 0
    for index, attachment in enumerate(host.attachments):
        care = next(care for prefix, care in CARE.items() if attachment.ip.startswith(prefix))
        if care is Care.BEDSIDE:
            asked, heard = lab.ip_frames(host.name, index), lab.arp_frames(host.name, index)
            if asked or heard > NEIGHBOUR_PACKETS:
                verdict.over_budget.append(
                    f"{host.name} received {asked} IP and {heard} ARP frames at a bedside"
                )
        budget += HOST_BUDGETS[Care.OFFICE if sturdy and care is Care.CLINICAL else care].packets
    if tables:
        verdict.tables = max(verdict.tables, frames)
        budget += TABLE_BUDGET.packets
    if host.fragile is not None:
        budget = 0
        verdict.harmed += [f"{host.name}: {complaint}" for complaint in lab.mistreated(host.name)]
        if lab.treatment(host.name).hung:
            verdict.harmed.append(f"{host.name} hangs")
    if frames > budget:
        verdict.over_budget.append(f"{host.name} received {frames} frames, its budget is {budget}")
    _accounting(host.name, frames, accounted, len(host.attachments), verdict)


def _accounting(name: str, frames: int, accounted: int, interfaces: int, verdict: Verdict) -> None:
    if not frames <= accounted <= frames + 3 * interfaces:
        verdict.misaccounted.append(f"{name} received {frames} frames, the account says {accounted}")


def _rows(
    truths: Mapping[tuple[str, int], RowTruth],
    result: Reconciliation,
    by_host: dict[str, list[Device]],
    verdict: Verdict,
) -> None:
    name_of = {device.id: name for name, devices in by_host.items() for device in devices}
    buckets = {(ref.sheet, ref.row): bucket for ref, bucket in result.row_buckets.items()}
    for (sheet, row), truth in truths.items():
        verdict.rows += 1
        place = f"{sheet}!{row}"
        bucket = buckets.get((sheet, row))
        if bucket is None or bucket.value != truth.bucket:
            verdict.ledger.append(f"{place} is in {bucket}, in truth {truth.bucket}")
            continue
        matched = {
            name_of.get(m.device, "?") for m in result.matches if (m.row.sheet, m.row.row) == (sheet, row)
        }
        if matched != set(truth.devices):
            verdict.ledger.append(
                f"{place} is matched with {sorted(matched)}, in truth {sorted(truth.devices)}"
            )
        laid = [d for d in result.differences if d.row and (d.row.sheet, d.row.row) == (sheet, row)]
        kinds = {d.kind.value for d in laid}
        if missing := truth.kinds - kinds:
            verdict.ledger.append(f"{place} lacks {sorted(missing)}")
        if extra := (kinds & JUDGED) - truth.kinds:
            verdict.ledger.append(
                f"{place} has {sorted(extra)} too many: {[(d.field, d.recorded, d.seen) for d in laid]}"
            )
        changed = {d.field for d in laid if d.kind.value == "CHANGED"}
        if truth.changed and changed != set(truth.changed):
            verdict.ledger.append(
                f"{place} changed in {sorted(changed)}, in truth in {sorted(truth.changed)}"
            )


def _devices(
    truths: Mapping[str, DeviceTruth],
    result: Reconciliation,
    by_host: dict[str, list[Device]],
    verdict: Verdict,
) -> None:
    for name, truth in truths.items():
        for device in by_host.get(name, []):
            bucket = result.device_buckets[device.id].value
            kinds = {d.kind.value for d in result.differences if d.device == device.id and d.row is None}
            if bucket != truth.bucket:
                verdict.ledger.append(f"device {name} is in {bucket}, in truth {truth.bucket}")
            elif missing := truth.kinds - kinds:
                verdict.ledger.append(f"device {name} lacks {sorted(missing)}")
