"""The same laboratory, once audited by daicho and once scanned by `nmap -sV -O`: what each finds, costs and breaks.

Each gets a freshly raised copy. nmap is run by root from where daicho runs, over the three networks in which the
agent stands, with its defaults but two: -n, for there is no name server here and waiting for one would only cost
it time; and it gives a host up after three minutes, for it would question those that it broke for half an hour.

How nmap's words are held against the truth, always in its favour where two readings are possible:

- class: the type of the first OS class of its best match, or a service's device type, by CLASSES. "general purpose"
  counts as right for a server and for a terminal; a medical device has no type of its own there.
- model: the truth's model stands, in any spelling of case and spaces, in some OS match, service product, its
  version, its extra information, or its CPE.
- version: likewise, the truth's version as a whole word.
- vendor: the registrant of the MAC as nmap prints it, by the vocabulary's spellings, or the vendor of the OS class.

For daicho an attribute is right if the findings say exactly what the truth says. A device harmed is one that
complains or hangs. Packets are those that the hosts' own counters saw, ARP to their MAC included.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Network
from pathlib import Path
from xml.etree import ElementTree

import pytest

from agent.findings import from_json
from agent.limits import (
    CONNECT_DEADLINE,
    HOST_BUDGETS,
    SEGMENT_RATES,
    TABLE_BUDGET,
    WATCH_AGAIN,
    WATCH_WAITS,
)
from agent.rules import load_rules
from agent.scope import Care, load_scope
from tests.lab.hospital import Lab, missing, raise_hospital
from tests.lab.judge import Verdict, devices_of

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(
        os.environ.get("DAICHO_BENCH") != "long", reason="nmap takes eight minutes: DAICHO_BENCH=long"
    ),
]

BAR = 90.0
LONGEST = 3600.0
GROUP_WAIT = 2.0
"""Seconds that answers to a multicast question are waited for (Ask.wait)."""

TABLES = frozenset({"ports", "neighbours", "wireless", "links", "forwarding"})
JUDGED = ("class", "vendor", "model", "version")
CLASSES: Mapping[str, frozenset[str]] = {
    "general purpose": frozenset({"server", "terminal"}),
    **dict.fromkeys(
        ("router", "switch", "WAP", "broadband router", "firewall", "load balancer", "hub", "bridge", "proxy server",
         "terminal server", "remote management"), frozenset({"network"})
    ),
    **dict.fromkeys(("printer", "print server"), frozenset({"printer"})),
    **dict.fromkeys(("phone", "VoIP phone", "VoIP adapter", "PBX", "telecom-misc"), frozenset({"phone"})),
    "storage-misc": frozenset({"storage"}),
    "webcam": frozenset({"camera"}),
    "power-device": frozenset({"power"}),
    "terminal": frozenset({"terminal"}),
}  # fmt: skip
"""Device types of nmap-os-db and nmap-service-probes -> our classes."""


@dataclass(slots=True)
class Score:
    """right: attribute -> hosts of which it is right; frames over all hosts on the three networks."""

    found: set[str] = field(default_factory=set)
    right: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in JUDGED})
    frames: int = 0
    hosts: int = 0
    seconds: float = 0.0
    harmed: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def line(self, name: str) -> str:
        counts = ", ".join(f"{len(self.right[a])} right {a}" for a in JUDGED)
        return (
            f"{name:>7}: {len(self.found)} hosts, {counts}; {self.frames / self.hosts:.1f} frames a host,"
            f" {self.seconds:.1f} s, {len(self.harmed)} fragile devices harmed"
        )


def test_beside_nmap(tmp_path: Path) -> None:
    if reason := missing() or ("" if shutil.which("nmap") else "nmap is not installed"):
        assert os.environ.get("DAICHO_LAB_REQUIRED") != "1", reason
        pytest.skip(reason)
    with raise_hospital() as lab:
        ours = _audit(lab, tmp_path)
        least = _floor(tmp_path)
    with raise_hospital() as lab:
        theirs = _nmap(lab, tmp_path)
    print(f"\n{ours.line('daicho')}\n{theirs.line('nmap')}")
    for name, complaints in theirs.harmed.items():
        print(f"  nmap harmed {name}: {complaints[0] if complaints else 'it hangs'}")
    for name in sorted(theirs.found - ours.found):
        print(f"  nmap alone found {name}")
    print(
        f"  floor that budgets and rates set: {least:.1f} s; with 20 %: {least * 1.2:.1f} s; bar {BAR:.0f} s"
    )
    assert ours.harmed == {} and theirs.harmed
    assert len(ours.found) > len(theirs.found)
    for attribute in ("class", "model", "version"):
        assert len(ours.right[attribute]) > len(theirs.right[attribute]), attribute
    assert ours.frames / ours.hosts < theirs.frames / theirs.hosts / 10
    assert ours.seconds < BAR and ours.seconds <= least * 1.2


@contextmanager
def _measured(lab: Lab, score: Score) -> Iterator[None]:
    lab.reset_counts()
    begun = time.monotonic()
    yield
    score.seconds = time.monotonic() - begun
    segments = {a.segment for a in lab.hospital.agent.attachments}
    near = [h for h in lab.hosts if any(a.segment in segments for a in h.attachments)]
    score.hosts, score.frames = len(near), sum(lab.frames(h.name) for h in near)
    score.harmed = {n: c for n in lab.fragile if (c := lab.mistreated(n)) or lab.treatment(n).hung}


def _audit(lab: Lab, folder: Path) -> Score:
    lab.write_scope(folder / "scope.toml")
    lab.write_ledger(folder / "ledger.xlsx")
    argv = [sys.executable, "-m", "reconciler", "audit", "--scope", f"{folder}/scope.toml",
            "--ledger", f"{folder}/ledger.xlsx", "--out", f"{folder}/run"]  # fmt: skip
    score = Score()
    with _measured(lab, score):
        done = lab.run_in_agent(argv, env={"DAICHO_STATE": str(folder / "state")})
    assert done.returncode == 1, done.stderr
    findings = from_json((folder / "run/findings.json").read_text(encoding="utf-8"))
    by_host = devices_of(lab.hosts, findings, Verdict(), lab.hospital.shared)
    for host in lab.hosts:
        for device in by_host.get(host.name, []):
            score.found.add(host.name)
            for attribute in JUDGED:
                if host.truth.get(attribute) and device.best(attribute) == host.truth[attribute]:
                    score.right[attribute].add(host.name)
    return score


def _nmap(lab: Lab, folder: Path) -> Score:
    own = [a for a in lab.hospital.agent.attachments]
    networks = {s.name: str(s.cidr) for s in lab.hospital.segments}
    argv = ["nmap", "-n", "-sV", "-O", "--host-timeout", "3m", "-oX", f"{folder}/nmap.xml",
            "--exclude", ",".join(a.ip for a in own), *(networks[a.segment] for a in own)]  # fmt: skip
    score = Score()
    with _measured(lab, score):
        done = lab.run_in_agent(argv, timeout=LONGEST)
    assert done.returncode == 0, done.stderr
    owner = {a.ip: h for h in lab.hosts for a in h.attachments}
    vendor = load_rules().vocabulary.vendor
    for element in ElementTree.parse(folder / "nmap.xml").getroot().iter("host"):
        ip = next(a.get("addr", "") for a in element.iter("address") if a.get("addrtype") == "ipv4")
        if ip not in owner or element.find("status[@state='up']") is None:
            continue
        host = owner[ip]
        score.found.add(host.name)
        said = _said(element)
        for attribute in JUDGED:
            truth = host.truth.get(attribute, "")
            if attribute == "vendor":
                right = truth in {vendor(name) or name for name in said.vendors}
            elif attribute == "class":
                right = any(truth in CLASSES.get(kind, frozenset()) for kind in said.kinds)
            else:
                right = bool(truth) and any(_stands_in(truth, text) for text in said.texts)
            if truth and right:
                score.right[attribute].add(host.name)
    return score


@dataclass(frozen=True, slots=True)
class Said:
    kinds: frozenset[str]
    vendors: frozenset[str]
    texts: tuple[str, ...]


def _said(host: ElementTree.Element) -> Said:
    """What nmap says of one host: the types, vendors and texts that could name it."""
    matches = sorted(host.iter("osmatch"), key=lambda m: -int(m.get("accuracy", "0")))[:1]
    classes = [c for m in matches for c in list(m.iter("osclass"))[:1]]
    services = list(host.iter("service"))
    kinds = {c.get("type", "") for c in classes} | {s.get("devicetype", "") for s in services}
    vendors = {a.get("vendor", "") for a in host.iter("address")} | {c.get("vendor", "") for c in classes}
    texts = [m.get("name", "") for m in matches] + [c.text or "" for c in host.iter("cpe")]
    texts += [s.get(key, "") for s in services for key in ("product", "version", "extrainfo", "ostype")]
    return Said(frozenset(kinds), frozenset(vendors - {""}), tuple(texts))


def _stands_in(truth: str, text: str) -> bool:
    plain = re.sub(r"[\s_-]+", " ", truth).casefold()
    return bool(re.search(rf"(?<![\w.]){re.escape(plain)}(?![\w])", re.sub(r"[\s_-]+", " ", text).casefold()))


def _floor(folder: Path) -> float:
    """The least seconds that this run could take within its budgets and rates.

    Listening; the slowest sweep (addresses by rate; networks side by side); the box with the most table questions;
    each multicast question's wait; then the host that is asked most (starts by what it bears a second; hosts side
    by side) or the one that lets questions time out until it is given up; then the last look after whoever was asked.
    """
    scope = load_scope(folder / "scope.toml")
    near = [n for n in scope.networks if isinstance(n.cidr, IPv4Network) and n.listen_for]
    told: dict[str, float] = defaultdict(float)
    asked: dict[str, float] = defaultdict(float)
    silent: dict[str, float] = defaultdict(float)
    groups: dict[str, float] = defaultdict(float)
    for line in (folder / "run/journal.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] == "account" and record["event"] == "reserved" and record.get("detail"):
            box = str(record.get("mac") or record["host"])
            if record["probe"] in TABLES:
                told[box] += 1 / TABLE_BUDGET.starts_per_second
            else:
                asked[box] += 1 / HOST_BUDGETS[Care(str(record["detail"]).split()[0])].starts_per_second
        elif record["kind"] == "attempt" and record["outcome"] == "silent":
            silent[record["host"]] += CONNECT_DEADLINE
        elif record["kind"] == "segment_asked":
            groups[record["cidr"]] += GROUP_WAIT
    parts = {
        "listening": max(n.listen_for for n in near),
        "sweep": max((n.cidr.num_addresses - 2) / SEGMENT_RATES[n.care] for n in near),
        "tables": max(told.values(), default=0.0),
        "multicast": max(groups.values(), default=0.0),
        "asking": max(*asked.values(), *silent.values(), 0.0),
        "last look": WATCH_AGAIN + max(WATCH_WAITS),
    }
    print("\n  " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in parts.items()))
    return sum(parts.values())
