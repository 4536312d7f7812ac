"""One box at several addresses is asked at one of them: an IPv6 address beside its IPv4 one, and proxy ARP (RFC 1027)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from agent.known_host import Host
from agent.merge import PROXY_ARP

MOST_LENT = 16
"""Of the addresses for which one MAC answers so many are asked, though somebody seems to have spoken at more: a voice
is easily forged."""
HEARSAY = ("arp.", "neighbours.", "forwarding.", "flow.mac", "nd.mac", "icmp6.mac")
"""Fields that tell who answers for an address, and nothing that somebody there has said."""


def asked_elsewhere(hosts: Iterable[Host]) -> dict[tuple[str, str], str]:
    """(site, address) -> why it is not asked: it is another address of a box that is.

    An IPv6 address of a box is asked at its IPv4 address. A MAC that answers for many addresses of one network is a
    router's or firewall's that answers for others (proxy ARP), dead ones too: what is asked there goes to that one
    box, and of those addresses only the ones at which somebody has spoken are asked, or else the first.
    """
    by_mac: dict[tuple[str, str], list[Host]] = defaultdict(list)
    for host in hosts:
        if host.mac:
            by_mac[(host.site, host.mac)].append(host)
    found: dict[tuple[str, str], str] = {}
    for (site, mac), faces in by_mac.items():
        older = [h for h in faces if h.ip.version == 4]
        if older:
            found |= {
                (site, str(h.ip)): f"the same box is asked at {older[0].ip}"
                for h in faces
                if h.ip.version == 6
            }
        for network in dict.fromkeys(h.network for h in older):
            here = [h for h in older if h.network == network]
            if len(here) <= PROXY_ARP:
                continue
            speaking = [h for h in here if any(not e.field.startswith(HEARSAY) for e in h.evidence)]
            speaking = speaking[:MOST_LENT] or here[:1]
            why = f"{mac} answers ARP for {len(here)} addresses here: it is asked at {speaking[0].ip}"
            found |= {(site, str(h.ip)): why for h in here if h not in speaking}
    return found
