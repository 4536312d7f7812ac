"""account.json: what was sent to whom in one run, signed, so that it can be shown to somebody who was not there.

The account is made from the journal alone and names the journal's last chain value, so that it stands or falls
with it. Its signature (agent/signed.py) shows that the holder of the key made this account and that nobody has
changed it since; it does not show that the holder told the truth. The key belongs to this machine (agent/signing.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from agent.findings import Findings, Json
from agent.host_accounts import AccountRecord
from agent.signed import SignedError, Verify, opened

SCHEMA = "daicho.account/1"


class AccountError(ValueError):
    """This is no account that can be believed; the message says why."""


def account_of(
    findings: Findings, records: Iterable[AccountRecord], journal: str, version: str
) -> dict[str, Json]:
    """The unsigned document. journal: the last chain value of the run's journal."""
    by_host, by_network = _sums(records)
    devices: list[Json] = []
    told: set[tuple[str, str]] = set()
    for device in sorted(findings.devices, key=lambda d: d.id):
        addresses: list[Json] = []
        for ip in device.ips:
            told.add((device.site, ip))
            addresses.append({"ip": ip, **by_host.get((device.site, ip), {"packets": 0, "bytes": 0})})
        devices.append(
            {
                "id": device.id,
                "macs": list(device.macs),
                "packets": device.packets,
                "bytes": device.bytes,
                "addresses": addresses,
            }
        )
    others: list[Json] = [
        {"site": site, "ip": ip, **sums}
        for (site, ip), sums in sorted(by_host.items())
        if (site, ip) not in told
    ]
    networks: list[Json] = [
        {"site": site, "network": network, "probe": probe, "frames": frames}
        for (site, network, probe), frames in sorted(by_network.items())
    ]
    return {
        "schema": SCHEMA,
        "run": findings.run,
        "scope": findings.scope,
        "started": findings.started,
        "ended": findings.ended,
        "complete": findings.complete,
        "tool": f"daicho {version}",
        "journal": journal,
        "devices": devices,
        "addresses_without_device": others,
        "to_everyone": networks,
    }


def _sums(
    records: Iterable[AccountRecord],
) -> tuple[dict[tuple[str, str], dict[str, Json]], dict[tuple[str, str, str], int]]:
    """(site, address) -> packets and bytes; (site, network, probe) -> broadcast and multicast frames. What was
    reserved and never settled counts in full."""
    hosts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    networks: dict[tuple[str, str, str], int] = defaultdict(int)
    unsettled: dict[int, AccountRecord] = {}
    for record in records:
        if record.event == "segment":
            networks[(record.site, record.host, record.probe)] += record.packets
        elif record.event == "reserved":
            unsettled[record.number] = record
        elif record.event == "settled":
            unsettled.pop(record.number, None)
            hosts[(record.site, record.host)][0] += record.packets
            hosts[(record.site, record.host)][1] += record.bytes
    for record in unsettled.values():
        hosts[(record.site, record.host)][0] += record.packets
    return {key: {"packets": p, "bytes": b} for key, (p, b) in hosts.items()}, dict(networks)


def checked(text: str, verify: Verify) -> tuple[dict[str, Json], str]:
    """A signed account -> the document and the fingerprint of its key. Raises AccountError."""
    try:
        return opened(text, SCHEMA, verify)
    except SignedError as error:
        raise AccountError(str(error)) from error
