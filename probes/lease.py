"""Leases of DHCP servers, as a site hands them over: who got which address, and what the client called itself.

Nothing is asked and nothing heard: agent/handed_over reads the files (dhcpd.leases, Kea, dnsmasq, Windows). A lease
that runs tells of its address; one that ran out tells of its MAC alone, that it was here until then
(`lease.ended`), and makes no device by itself.
"""

from __future__ import annotations

from probes.model import Impact, Probe

PROBE = Probe(
    name="lease",
    impact=Impact.LISTEN,
    fields=frozenset(
        {
            "lease.mac",
            "lease.hostname",
            "lease.vendor_class",
            "lease.client_id",
            "lease.state",
            "lease.ended",
        }
    ),
    ports=frozenset(),
    packets=0,
    summary="Is told by a DHCP server's list of leases who has which address, and since when nobody has it.",
    suits=frozenset(),
)
