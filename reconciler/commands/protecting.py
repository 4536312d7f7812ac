"""The ledger before anything is sent: it is read first, and protects what it declares. One that cannot be read stops all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from agent.scope import Protected
from reconciler.commands.outcome import CommandError
from reconciler.ledger.asset import Ledger


def read_ledgers(paths: Sequence[Path]) -> tuple[Ledger, ...] | None:
    """Every ledger, or None where none was given. One that cannot be read stops everything: it protects."""
    if not paths:
        return None
    from reconciler.ledger.read import read_ledger  # the workbook libraries come with it

    ledgers = tuple(read_ledger(path) for path in paths)
    for path, ledger in zip(paths, ledgers, strict=True):
        if ledger.error:
            raise CommandError(unread(path, ledger.error))
    return ledgers


def unread(path: Path, error: str) -> str:
    """What is wrong with a ledger, which begins with its name, with the folder that it lies in."""
    return f"{path}{error[len(path.name) :]}" if error.startswith(path.name) else f"{path}: {error}"


def protected_by(ledgers: Sequence[Ledger]) -> tuple[Protected, ...]:
    """Every row that names an address, as the gate should see it."""
    from reconciler.declared import declared_class, declared_ports

    found: list[Protected] = []
    for ledger in ledgers:
        for asset in ledger.assets:
            klass, kind = declared_class(asset)
            source = f"{ledger.file} {asset.row}"
            ports = declared_ports(asset)
            found += [Protected(source, klass, kind, mac=mac, ports=ports) for mac in asset.macs]
            found += [Protected(source, klass, kind, ip=ip, ports=ports) for ip in asset.ips]
    return tuple(p for p in found if p.klass)
