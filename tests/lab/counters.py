"""The judge of what was sent: nftables counters at the ingress of each host's interfaces, as text for `nft -f`.

Where the agent has an interface, a frame is its own by the source MAC; behind the router by the source address.
"""

from __future__ import annotations

from collections.abc import Iterator

from agent.demo.host import Hospital, Host
from agent.demo.namespaces import Attachment

COUNTERS = ("all_frames", "arp_frames", "ip_frames", "group_frames", "shared_frames")


def counters_of(host: Host, hospital: Hospital) -> str:
    """An nftables script for the host's namespace: one table per interface, counting at ingress."""
    lines = []
    for index, attachment in enumerate(host.attachments):
        lines += [f"table netdev judge{index} {{", *(f"counter {name} {{}}" for name in COUNTERS)]
        lines.append(f'chain ingress {{ type filter hook ingress device "eth{index}" priority -500;')
        lines += [*_counting(host, attachment, hospital), "}", "}"]
    return "\n".join([*lines, ""])


def _counting(host: Host, attachment: Attachment, hospital: Hospital) -> Iterator[str]:
    agents = {a.segment: a.mac for a in hospital.agent.attachments}
    if attachment.segment in agents:
        ours = f"ether saddr {agents[attachment.segment]}"
    else:
        ours = f"ip saddr {{ {', '.join(a.ip for a in hospital.agent.attachments)} }}"
    to_host = f"{ours} ether daddr {attachment.mac}"
    if host.forwards:
        # What a router passes on is counted where it arrives.
        beyond = ", ".join(str(s.cidr) for s in hospital.segments if s.name not in agents)
        own = ", ".join(a.ip for a in host.attachments)
        yield f"{to_host} ip daddr {{ {beyond} }} ip daddr != {{ {own} }} accept"
    yield f"{to_host} counter name all_frames"
    yield f"{to_host} meta protocol arp counter name arp_frames"
    yield f"{to_host} meta protocol {{ ip, ip6 }} counter name ip_frames"
    for shared in hospital.shared:
        if host.name in shared.hosts and shared.attachment.segment == attachment.segment:
            yield f"{ours} ether daddr {shared.attachment.mac} counter name shared_frames"
    yield f"{ours} ether daddr & 01:00:00:00:00:00 == 01:00:00:00:00:00 counter name group_frames"
