"""account.json: what was sent to whom in one run, signed, so that it can be shown to somebody who was not there.

The account is made from the journal alone and names the journal's last chain value, so that it stands or falls
with it. The signature is Ed25519 (RFC 8032) over the document without its `signature`, as JSON with sorted keys and
no spaces. It shows that the holder of the key made this account and that nobody has changed it since; it does
not show that the holder told the truth. The key belongs to this machine (agent/signing.py).
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable

from agent.findings import Findings, Json
from agent.gate import AccountRecord

SCHEMA = "daicho.account/1"
ALGORITHM = "Ed25519"


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


def signed(document: dict[str, Json], public_key: bytes, sign: Callable[[bytes], bytes]) -> str:
    """The document with its signature, as text."""
    signature: dict[str, Json] = {
        "algorithm": ALGORITHM,
        "key": public_key.hex(),
        "fingerprint": fingerprint(public_key),
        "value": sign(_canonical(document)).hex(),
    }
    return json.dumps({**document, "signature": signature}, ensure_ascii=False, indent=2) + "\n"


def checked(text: str, verify: Callable[[bytes, bytes, bytes], bool]) -> tuple[dict[str, Json], str]:
    """A signed account -> the document and the fingerprint of its key. Raises AccountError.

    verify: (public key, signature, message) -> whether they belong together.
    """
    try:
        document = json.loads(text)
        signature = document.pop("signature")
        key, value = bytes.fromhex(signature["key"]), bytes.fromhex(signature["value"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AccountError(f"no signed account ({type(error).__name__})") from error
    if signature.get("fingerprint") != fingerprint(key):
        raise AccountError("the fingerprint written in it is not its key's")
    if document.get("schema") != SCHEMA or signature.get("algorithm") != ALGORITHM:
        raise AccountError(f"no {SCHEMA} document signed with {ALGORITHM}")
    if not verify(key, value, _canonical(document)):
        raise AccountError("its signature does not fit: it was changed after it was signed")
    return document, fingerprint(key)


def fingerprint(public_key: bytes) -> str:
    """What a person compares: the first 16 bytes of the key's SHA-256, in groups."""
    digest = hashlib.sha256(public_key).hexdigest()[:32].upper()
    return " ".join(digest[i : i + 4] for i in range(0, 32, 4))


def _canonical(document: dict[str, Json]) -> bytes:
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")
