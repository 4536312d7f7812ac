"""One ARP sweep as a program of its own: gate, account and journal included, nothing else.

    python sweep_alone.py INTERFACE MAC ADDRESS/LENGTH RATE JOURNAL

Prints one JSON line: addresses asked and answered, frames the kernel dropped, seconds, processor seconds.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import UTC, datetime, timedelta
from ipaddress import ip_interface
from pathlib import Path

from agent import journal as journals
from agent.capture import sweep, targets_of
from agent.gate import Gate
from agent.host import LocalInterface
from agent.permit import Moment
from agent.scope import Authorisation, Care, Network, Scope
from probes.arp import ArpReply
from probes.model import Evidence


def main(name: str, mac: str, address: str, rate: int, path: Path) -> None:
    own = ip_interface(address)
    network = Network(own.network, "bench", care=Care.OFFICE, sweep_rate=rate)
    journal = journals.create(path, lambda: datetime.now(UTC))
    scope = Scope(Authorisation("bench", datetime.now(UTC) + timedelta(hours=1)), (network,), "", "")
    gate = Gate(scope, lambda record: journal.append("account", journals.account_out(record)))
    seen: set[str] = set()

    def answered(_: Network, reply: ArpReply) -> None:
        if reply.ip not in seen:
            seen.add(reply.ip)
            evidence = Evidence("main", reply.ip, "arp", "arp.mac", reply.mac, "")
            journal.append("evidence", journals.evidence_out(evidence))

    targets = targets_of(network, int(own.ip), lambda _: False)
    begun = time.monotonic()
    (result,) = sweep(
        [(network, LocalInterface(name, mac, own, 0), targets)],
        gate,
        lambda: Moment(datetime.now(UTC), time.monotonic()),
        answered,
    )
    took = time.monotonic() - begun
    journal.close()
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "asked": result.asked,
                "answered": len(seen),
                "dropped": result.dropped,
                "seconds": round(took, 3),
                "processor": round(used.ru_utime + used.ru_stime, 3),
                "records": sum(1 for _ in journals.read(path)),
                "stopped": result.stopped,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), Path(sys.argv[5]))
