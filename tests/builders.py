"""Short ways to write a device, a row, a ledger and a run, for tests that are about something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from types import MappingProxyType

from agent.device import Claim, Device, Interface, Service, Tier
from agent.findings import Coverage, Findings, NotLooked
from reconciler.ledger.asset import FIELDS, Asset, Ledger, RowRef

_rows = count(2)
ALL_COLUMNS = frozenset(FIELDS)
ENDED = "2026-11-20T10:00:00Z"


def device(
    id: str = "d1",
    *,
    mac: str | Sequence[str] = (),
    ip: str | Sequence[str] = (),
    host: str | Sequence[str] = (),
    segment: str = "office",
    services: Sequence[str] = (),
    remote: Sequence[str] = (),
    tier: Tier = Tier.STRONG,
    switch: str = "",
    port: str = "",
    **claims: str,
) -> Device:
    """One device. Several MACs make several interfaces, the addresses stand on the first; claims are
    attribute=value (`class_` for class), all of one tier."""
    macs = _many(mac) or ("",)
    ips = _many(ip)
    interfaces = tuple(
        Interface(m, tuple(sorted(ips)) if n == 0 else (), switch, port) for n, m in enumerate(macs)
    )
    said = tuple(
        Claim(attribute.rstrip("_"), value, tier, f"test.{attribute}", "test.field", value)
        for attribute, value in sorted(claims.items())
        if value
    )
    return Device(
        id=id,
        site="main",
        interfaces=interfaces,
        segments=(segment,) if segment else (),
        hostnames=_many(host),
        claims=said,
        services=tuple(Service("tcp", 80, s) for s in services),
        remote_maintenance=tuple(remote),
        first_seen=ENDED,
        last_seen=ENDED,
    )


def asset(
    tag: str = "",
    *,
    mac: str | Sequence[str] = (),
    ip: str | Sequence[str] = (),
    row: int = 0,
    sheet: str = "台帳",
    file: str = "ledger.xlsx",
    columns: Sequence[str] = tuple(sorted(ALL_COLUMNS)),
    dhcp: bool = False,
    quantity: int | None = None,
    networked: bool = True,
    **cells: str,
) -> Asset:
    """One row of a table that has every column. Without `row` each call takes the next number."""
    return replace(
        Asset(RowRef(file, sheet, row or next(_rows))),
        tag=tag,
        macs=_many(mac),
        ips=_many(ip),
        dhcp=dhcp,
        quantity=quantity,
        networked=networked,
        columns=frozenset(columns),
        raw=MappingProxyType(dict(cells)),
        **cells,
    )


def complete_asset(tag: str = "", **cells: object) -> Asset:
    """A row that lacks nothing that any class requires."""
    full = {
        "place": "2階",
        "user": "看護部",
        "os_version": "1",
        "state": "in_use",
        "maintainer": "保守会社",
        "remote_maintenance": "有",
    }
    return asset(tag, **{**full, **cells})  # type: ignore[arg-type]


def ledger(*assets: Asset, file: str = "ledger.xlsx") -> Ledger:
    return Ledger(file, assets=assets)


def network(
    cidr: str = "10.0.0.0/24", *, segment: str = "office", looked: bool = True, left_out: int = 0
) -> Coverage:
    missing = (NotLooked("left out", left_out),) if left_out else ()
    return Coverage("main", segment, cidr, "office", looked, 254, 254 if looked else 0, 3, 0, missing)


def findings(
    *devices: Device,
    coverage: Sequence[Coverage] | None = None,
    complete: bool = True,
    run: str = "run-1",
    ended: str = ENDED,
) -> Findings:
    return Findings(
        run=run,
        scope="scope",
        started=ended,
        ended=ended,
        complete=complete,
        coverage=tuple(coverage) if coverage is not None else (network(),),
        devices=devices,
    )


def _many(value: str | Sequence[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value)
