"""50,000 records through the rules in a process of its own, so that its memory is its own. Prints JSON."""

from __future__ import annotations

import json
import time

from agent.rules import load_rules
from probes.model import Evidence
from reconciler.commands.identify import prediction
from tests.bench.resident import resident

TEXTS = (
    ("snmp.sysDescr", "Acme AC-{n} 24-Port Gigabit Managed Switch, Software Version 2.{n}.1, S/N AB{n}00000"),
    ("snmp.sysObjectID", "1.3.6.1.4.1.{n}.1.1"),
    ("snmp.own", "{n}.1.1.0 AC-{n}"),
    ("http.server", "nginx/1.{n}"),
    ("ssh.software", "OpenSSH_9.{n}p1"),
)


def main(records: int = 50_000) -> None:
    began = time.process_time()
    rules = load_rules(proofs=False)
    loaded = time.process_time()
    length = 0
    for number in range(records):
        evidence = [
            Evidence("", "0.0.0.0", field.partition(".")[0], field, text.format(n=number), "")
            for field, text in TEXTS
        ]
        length += len(json.dumps(prediction(number, evidence, rules)))
    print(
        json.dumps(
            {
                "length": length,
                "loading": loaded - began,
                "seconds": time.process_time() - loaded,
                "megabytes": round(resident("VmHWM")),
            }
        )
    )


if __name__ == "__main__":
    main()
