"""Who talks with whom: the conversations among the hosts of one run, from what was heard of both ends. Pure.

A flow is a client, a server and the server's port. TCP tells it by the handshake (`flow.uses`); UDP by a question and
an answer that were both heard (`flow.asks`, `flow.answered`; probes/flow.py). Only what both ends of are hosts of the run
is told: whom a host speaks with outside is not a hospital's map, and may be a person's reading.

The protocol is named where a rule recognised it at the server's port, and left open where only the port's number
suggests it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.device import Device
from agent.findings import Flow
from probes.model import Evidence

USES, ASKS, ANSWERED = "flow.uses", "flow.asks", "flow.answered"
_FLOW = re.compile(r"(?P<transport>tcp|udp)/(?P<port>\d{1,5}) (?P<server>\S+)")


def flows_of(evidence: Iterable[Evidence], devices: Iterable[Device]) -> tuple[Flow, ...]:
    """Every flow once, sorted by site, client, server, transport and port."""
    told: dict[str, set[tuple[str, str, str]]] = {USES: set(), ASKS: set(), ANSWERED: set()}
    hosts: set[tuple[str, str]] = set()
    for item in evidence:
        hosts.add((item.site, item.host))
        if item.field in told:
            told[item.field].add((item.site, item.host, item.value))
    protocols = {
        (device.site, ip, service.transport, service.port): service.protocol
        for device in devices
        for service in device.services
        for interface in device.interfaces
        for ip in interface.ips
    }
    found = []
    for site, client, value in told[USES] | (told[ASKS] & told[ANSWERED]):
        parts = _FLOW.fullmatch(value)
        if not parts or (site, parts["server"]) not in hosts:
            continue
        server, transport, port = parts["server"], parts["transport"], int(parts["port"])
        protocol = protocols.get((site, server, transport, port), "")
        found.append(Flow(site, client, server, transport, port, protocol))
    return tuple(sorted(found))
