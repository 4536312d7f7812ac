"""Raises the hospital of the laboratory: 43 hosts in namespaces, real daemons, counters as the judge.

    with raise_hospital() as lab:
        done = lab.run_in_agent(["daicho", "audit", ...])
        assert lab.frames("karte") <= 30
        assert lab.mistreated("pump") == ()

Each host counts, in its own namespace and before its own kernel looks at them, the frames that come
from the agent to the host's own MAC: nobody under test has a hand in that. Behind the router frames are the
router's, so there the packets from the agent's addresses count. No interface leads out.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from agent.demo import ledger
from agent.demo.answers import SERVICES
from agent.demo.hospital import read_hospital, scope_text
from agent.demo.host import Hospital, Host
from agent.demo.hosts import StandIns, Treatment, serving
from agent.demo.namespaces import Networks, possible, raised
from tests.lab.counters import counters_of
from tests.lab.daemon import Daemon
from tests.lab.daemons import PROGRAMS, STARTS, without_daemons, wrapped

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
READY_WITHIN = 20.0
FOLDER = "daicho-lab-"


class LabError(RuntimeError):
    """The laboratory could not be raised; the message has the log of the daemon at fault."""


def missing() -> str:
    """ "" where the laboratory can be raised, else what it lacks."""
    if os.geteuid() != 0:
        return (
            "the laboratory needs root: real daemons switch users, which a user namespace of one user cannot"
        )
    for program, package in PROGRAMS.items():
        if shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") is None:
            return f"{program} is not installed (Debian: {package})"
    if find_spec("sdc11073") is None:
        return "sdc11073 is not installed (pip; it is in requirements.lock)"
    return possible()


class Lab:
    """The raised hospital. Hosts are named as in hospital.toml."""

    def __init__(self, hospital: Hospital, networks: Networks, stand_ins: StandIns, folder: Path) -> None:
        self.hospital = hospital
        self.networks = networks
        self.folder = folder
        self._stand_ins = stand_ins

    @property
    def hosts(self) -> tuple[Host, ...]:
        return self.hospital.hosts

    @property
    def fragile(self) -> tuple[str, ...]:
        """Names of the hosts that keep account of how they were treated."""
        return tuple(host.name for host in self.hosts if host.fragile)

    def frames(self, host: str) -> int:
        """Frames of any kind from the agent to the host's own MACs."""
        return self._count(host, "all_frames", "packets")

    def bytes(self, host: str) -> int:
        """Bytes of those frames, Ethernet headers included."""
        return self._count(host, "all_frames", "bytes") + 14 * self.frames(host)

    def arp_frames(self, host: str, interface: int | None = None) -> int:
        """The ARP frames among them (a broadcast request is not: it is to no MAC of the host)."""
        return self._count(host, "arp_frames", "packets", interface)

    def ip_frames(self, host: str, interface: int | None = None) -> int:
        """The IPv4 and IPv6 frames among them; at one interface alone where its number is given."""
        return self._count(host, "ip_frames", "packets", interface)

    def shared_frames(self, name: str) -> int:
        """Frames from the agent to the MAC that a pair shares, whoever of the two answered for it."""
        shared = next(s for s in self.hospital.shared if s.name == name)
        return sum(self._count(host, "shared_frames", "packets") for host in shared.hosts)

    def group_frames(self, segment: str) -> int:
        """Broadcast and multicast frames from the agent, as one host of the segment received them."""
        witness = next(h.name for h in self.hosts if [a.segment for a in h.attachments] == [segment])
        return self._count(witness, "group_frames", "packets")

    def reset_counts(self) -> None:
        """All counters of all hosts, and the accounts of the fragile ones, begin anew."""
        for host in self.hosts:
            with self.networks.inside(host.name):
                subprocess.run(["nft", "reset", "counters"], check=True, capture_output=True)
            if host.fragile:
                hung = self.treatment(host.name).hung
                self.treatment(host.name).forget()
                if hung:
                    _route(host, self.networks)

    def treatment(self, host: str) -> Treatment:
        return self._stand_ins.treatment(host)

    def mistreated(self, host: str) -> tuple[str, ...]:
        """What a fragile host complains of, one sentence each; () where it was left in peace."""
        return self._stand_ins.mistreated(host)

    def run_in_agent(
        self, argv: Sequence[str], *, env: Mapping[str, str] | None = None, timeout: float = 300
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program where the scan runs; output is captured. `env` is added to ours and the secrets."""
        return self.networks.run("agent", argv, env=self.environment(env), timeout=timeout)

    def start_in_agent(
        self, argv: Sequence[str], *, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Starts a program there; its pid is the program's own. Output is piped."""
        return self.networks.start(
            "agent", argv, env=self.environment(env), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        return {**os.environ, **self.hospital.secrets, **(more or {})}

    def write_scope(self, path: Path) -> None:
        """scope.toml of the laboratory, authorised for a day."""
        tomorrow = (datetime.now(UTC) + timedelta(days=1)).date()
        path.write_text(scope_text(tomorrow, HERE / "scope.toml"), encoding="utf-8")

    def write_ledger(self, path: Path) -> None:
        ledger.write_ledger(path, HERE / "ledger.toml")

    def row_truths(self) -> dict[tuple[str, int], ledger.RowTruth]:
        return ledger.row_truths(HERE / "ledger.toml")

    def device_truths(self) -> dict[str, ledger.DeviceTruth]:
        return ledger.device_truths(HERE / "ledger.toml")

    def _count(self, host: str, counter: str, unit: str, interface: int | None = None) -> int:
        with self.networks.inside(host):
            listed = subprocess.run(
                ["nft", "-j", "list", "counters"], check=True, capture_output=True, text=True
            )
        entries = [item["counter"] for item in json.loads(listed.stdout)["nftables"] if "counter" in item]
        tables = {f"judge{interface}"} if interface is not None else {e["table"] for e in entries}
        return sum(e[unit] for e in entries if e["name"] == counter and e["table"] in tables)


@contextmanager
def raise_hospital() -> Iterator[Lab]:
    """Raises everything and waits until all of it answers; takes it away at the end. Raises LabError."""
    reason = missing()
    if reason:
        raise LabError(reason)
    _sweep_up()
    hospital = read_hospital(HERE / "hospital.toml")
    with (
        TemporaryDirectory(prefix=f"{FOLDER}{os.getpid()}-") as temporary,
        raised(hospital.segments, hospital.nodes()) as networks,
    ):
        folder = Path(temporary)
        for host in hospital.hosts:
            with networks.inside(host.name):
                _nft(counters_of(host, hospital) + _filter(host))
                _answer_for_others(host)
        started = [
            (host, name, _start(host, name, hospital, networks, folder))
            for host in hospital.hosts
            for name in host.daemons
        ]
        with serving(networks, [without_daemons(host) for host in hospital.hosts]) as stand_ins:
            for host, name, daemon in started:
                _wait_for(host, daemon, networks, folder / f"{host.name}-{name}" / "log")
            _remember_neighbours(hospital, networks)
            yield Lab(hospital, networks, stand_ins, folder)


def _sweep_up() -> None:
    """Removes the folders of runs that were killed; the kernel has removed all else of them."""
    for left in Path(gettempdir()).glob(f"{FOLDER}*-*"):
        pid = left.name.removeprefix(FOLDER).partition("-")[0]
        if not Path("/proc", pid).exists():
            shutil.rmtree(left)


def _nft(script: str) -> None:
    done = subprocess.run(["nft", "-f", "-"], input=script, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        raise LabError(f"nft: {done.stderr}\n{script}")


def _filter(host: Host) -> str:
    """The packet filter of a host that lets ICMP in to nobody, or nothing at all (ARP is not its business)."""
    if not host.drops:
        return ""
    rule = "ip protocol icmp drop" if "ip" not in host.drops else "drop"
    return f"table inet filter {{\nchain input {{\ntype filter hook input priority 0;\n{rule}\n}}\n}}\n"


def _route(host: Host, networks: Networks) -> None:
    """The routes of a host whose interface was down: the kernel forgets them."""
    lines = [f"route replace {network} via {hop}\n" for network, hop in host.routes]
    with networks.inside(host.name):
        subprocess.run(["ip", "-batch", "-"], input="".join(lines), text=True, check=True)


def _answer_for_others(host: Host) -> None:
    """Proxy ARP for single addresses (arp(7), ip-neighbour(8)): the kernel wants a route to each elsewhere."""
    lines = [
        line for ip in host.lends for line in (f"route add {ip}/32 dev lo", f"neigh add proxy {ip} dev eth0")
    ]
    subprocess.run(["ip", "-batch", "-"], input="\n".join([*lines, ""]), text=True, check=True)


def _remember_neighbours(hospital: Hospital, networks: Networks) -> None:
    """Routers have met everybody: without a packet to a fragile device, their ARP tables are filled as such
    meetings would, and so that the kernel does not forget them (it counts all namespaces' entries together)."""
    for router in (host for host in hospital.hosts if host.forwards):
        lines = [
            f"neigh replace {there.ip} lladdr {there.mac} nud stale extern_learn dev eth{index}"
            for index, here in enumerate(router.attachments)
            for host in hospital.hosts
            for there in host.attachments
            if host is not router and there.segment == here.segment
        ]
        with networks.inside(router.name):
            subprocess.run(["ip", "-batch", "-"], input="\n".join([*lines, ""]), text=True, check=True)


def _start(host: Host, name: str, hospital: Hospital, networks: Networks, folder: Path) -> Daemon:
    own = folder / f"{host.name}-{name}"
    own.mkdir()
    daemon = STARTS[name](host, own, hospital)
    environment = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", "LC_ALL": "C"}
    with (own / "log").open("w") as log:
        networks.start(
            host.name, wrapped(host, daemon, own), env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    return daemon


def _wait_for(host: Host, daemon: Daemon, networks: Networks, log: Path) -> None:
    """Looks from inside the host, so that no packet of ours is on the wire before the judge is needed."""
    deadline = time.monotonic() + READY_WITHIN
    with networks.inside(host.name):
        while not _ready(host, daemon):
            if time.monotonic() > deadline:
                raise LabError(f"{host.name}: {log.parent.name} is not ready:\n{log.read_text()[-2000:]}")
            time.sleep(0.02)


def _ready(host: Host, daemon: Daemon) -> bool:
    if not all(port in _bound(transport) for transport, port in daemon.listens):
        return False
    if daemon.holds and f" {daemon.holds}/" not in _addresses():
        return False
    for name in daemon.names:
        if name.startswith("_"):
            if not _says(host.ip, 5353, _mdns_question(SERVICES), name.split(".")[0].encode()):
                return False
        elif not _says(host.ip, 137, _node_status_question(), name.encode()):
            return False
    return True


def _addresses() -> str:
    return subprocess.run(["ip", "-o", "-4", "addr"], capture_output=True, text=True, check=True).stdout


def _bound(transport: str) -> set[int]:
    """Local ports of the calling thread's namespace: TCP listening (state 0A), UDP bound."""
    ports = set()
    for table in (transport, f"{transport}6"):
        for line in Path(f"/proc/thread-self/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if transport == "udp" or fields[3] == "0A":
                ports.add(int(fields[1].rpartition(":")[2], 16))
    return ports


def _says(ip: str, port: int, question: bytes, wanted: bytes) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.settimeout(0.3)
        try:
            asking.sendto(question, (ip, port))
            return wanted in asking.recv(9000)
        except (TimeoutError, ConnectionRefusedError):
            return False


def _mdns_question(name: str) -> bytes:
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return bytes(5) + b"\x01" + bytes(6) + labels + b"\x00\x00\x0c\x00\x01"


def _node_status_question() -> bytes:
    return bytes(5) + b"\x01" + bytes(6) + b"\x20CK" + b"A" * 30 + b"\x00\x00\x21\x00\x01"
