"""Raises small networks of network namespaces from which no packet can leave.

A segment is a Linux bridge in a namespace called the switch; a host is a namespace joined to its
bridges by veth pairs, with the MAC and address it is given. No interface of the world outside is
ever moved in, no default route exists, and the namespaces have no names under /run: each lives by
one file descriptor of this process. When the process ends, kill -9 included, the kernel closes the
descriptors and takes the networks away; nothing is left to clean up.

Works as root and, without root, behind the words that `entry()` gives (a user namespace). Uses
`ip` and `setpriv` and `unshare` of util-linux, and nothing else. Linux only.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from ipaddress import IPv4Network
from pathlib import Path
from threading import Thread
from typing import IO

SWITCH = "switch"
CLONE_NEWNET = 0x40000000
LLDP_GROUP = 1 << 14
"""Bridges swallow 01:80:c2:00:00:0e; a real switch would speak LLDP itself, ours lets it through."""

PROGRAMS = ("ip", "unshare", "setpriv", "mount", "sh")

_TRIAL = """
ip link add daicho0 type bridge &&
ip link add daicho1 type veth peer name daicho2 &&
ip link set daicho1 master daicho0 &&
mount -t sysfs sysfs /sys &&
echo 1 > /proc/sys/net/ipv4/conf/all/arp_ignore
"""

_OWN_SYS = '[ "$PPID" = "$0" ] && mount -t sysfs sysfs /sys && exec "$@"'
"""$0: who started it. Whoever was killed before this child could ask for its own death, is no longer its parent."""


class NamespaceError(RuntimeError):
    """The network could not be raised; the message has the failing command's own words."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One broadcast domain. `name` is at most 12 characters (an interface is called after it).

    mirrored: everybody hears everything, as at a mirror port.  vlan: the number its switches give it.
    """

    name: str
    cidr: IPv4Network
    mirrored: bool = False
    vlan: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """One interface: eth0, eth1, ... of its node, in the order of `Node.attachments`."""

    segment: str
    mac: str
    ip: str


@dataclass(frozen=True, slots=True)
class Node:
    """One host. routes: (network, next hop) pairs, never a default route. forwards: is a router."""

    name: str
    attachments: tuple[Attachment, ...]
    routes: tuple[tuple[str, str], ...] = ()
    forwards: bool = False


def entry() -> tuple[str, ...]:
    """The words to put before a command that calls `raised()`: () as root, a user namespace otherwise."""
    if os.geteuid() == 0:
        return ()
    return ("unshare", "--user", "--map-root-user", "--net", "--mount", "--")


def possible() -> str:
    """ "" where networks can be raised (behind `entry()`), else the reason, one sentence."""
    if not sys.platform.startswith("linux"):
        return f"network namespaces are a feature of Linux, and this is {sys.platform}"
    for program in PROGRAMS:
        if shutil.which(program) is None:
            return f"the program {program} is not installed (Debian: iproute2, util-linux)"
    words = entry() or ("unshare", "--net", "--mount", "--")
    trial = subprocess.run([*words, "sh", "-c", _TRIAL], capture_output=True, text=True, check=False)
    if trial.returncode == 0:
        return ""
    said = (trial.stderr.strip().splitlines() or ["no reason given"])[-1]
    return f"this system does not let us make network namespaces ({said}){_who_denies()}"


def _who_denies() -> str:
    """Ubuntu from 23.10 on lets only programs with an AppArmor profile use user namespaces."""
    switch = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
    if os.geteuid() != 0 and switch.exists() and switch.read_text().strip() == "1":
        return "; AppArmor allows it to root only: run the command with sudo"
    return ""


class Networks:
    """The raised networks: go inside a node, or run a program there. Made by `raised()` alone."""

    def __init__(self, fds: Mapping[str, int]) -> None:
        self._fds = dict(fds)
        self._started: list[subprocess.Popen[str]] = []

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._fds)

    def inode(self, node: str) -> int:
        """The number by which /proc/PID/ns/net names the node's namespace."""
        return os.fstat(self._fds[node]).st_ino

    @contextmanager
    def inside(self, node: str) -> Iterator[None]:
        """The calling thread, and what it opens or starts meanwhile, is in the node's namespace."""
        home = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
        try:
            _enter(self._fds[node])
            try:
                yield
            finally:
                _enter(home)
        finally:
            os.close(home)

    def start(
        self,
        node: str,
        argv: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        stdin: IO[str] | int | None = subprocess.DEVNULL,
        stdout: IO[str] | int | None = None,
        stderr: IO[str] | int | None = None,
    ) -> subprocess.Popen[str]:
        """Starts a program in the node. It dies with the calling thread, and at the networks' end.

        It sees its own /sys: the outer one would show it the interfaces of the world outside.
        """
        wrapped = ["setpriv", "--pdeathsig", "KILL", "--", "unshare", "--mount", "--"]
        with self.inside(node):
            child = subprocess.Popen(
                [*wrapped, "sh", "-c", _OWN_SYS, str(os.getpid()), *argv],
                env=None if env is None else dict(env),
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                text=True,
            )
        self._started.append(child)
        return child

    def run(
        self,
        node: str,
        argv: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program in the node to its end; output is captured. Raises TimeoutExpired after killing it."""
        child = self.start(node, argv, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            out, err = child.communicate(timeout=timeout)
        finally:
            if child.poll() is None:
                child.kill()
                child.communicate()
            self._started.remove(child)
        return subprocess.CompletedProcess(list(argv), child.returncode, out, err)

    def stop(self) -> None:
        """Ends what `start` started. Called by `raised()` at its end."""
        for child in self._started:
            child.kill()
        for child in self._started:
            child.wait()
        self._started.clear()


@contextmanager
def raised(segments: Sequence[Segment], nodes: Sequence[Node]) -> Iterator[Networks]:
    """Raises the networks, wired and up; takes them away at the end. Raises NamespaceError.

    Needs CAP_SYS_ADMIN and CAP_NET_ADMIN in the current user namespace (see `entry`).
    """
    with ExitStack() as held:
        fds: dict[str, int] = {}
        for name in (SWITCH, *(node.name for node in nodes)):
            if name in fds:
                raise NamespaceError(f"two nodes are called {name}")
            fds[name] = _new_namespace()
            held.callback(os.close, fds[name])
        networks = Networks(fds)
        held.callback(networks.stop)
        with networks.inside(SWITCH):
            _ip(_switch_lines(segments, nodes, fds), tuple(fds.values()))
        lengths = {segment.name: segment.cidr.prefixlen for segment in segments}
        for node in nodes:
            with networks.inside(node.name):
                _kernel_settings(node)
                _ip(_node_lines(node, lengths))
        yield networks


def _switch_lines(
    segments: Sequence[Segment], nodes: Sequence[Node], fds: Mapping[str, int]
) -> Iterator[str]:
    """Input of `ip -batch`. addrgenmode none: an interface without IPv6 address sends no noise."""
    for segment in segments:
        yield (
            f"link add br-{segment.name} type bridge stp_state 0 forward_delay 0 "
            f"mcast_snooping 0 group_fwd_mask {LLDP_GROUP}"
            f"{' ageing_time 0' if segment.mirrored else ''}"
        )
        yield f"link set br-{segment.name} addrgenmode none"
        yield f"link set br-{segment.name} up"
    port = 0
    for node in nodes:
        for index, attachment in enumerate(node.attachments):
            port += 1
            yield (
                f"link add port{port} type veth peer name eth{index} address {attachment.mac} "
                f"netns /proc/self/fd/{fds[node.name]}"
            )
            # Two lines: in one, the kernel brings it up first, and it has an IPv6 address already.
            yield f"link set port{port} addrgenmode none"
            yield f"link set port{port} master br-{attachment.segment} up"


def _node_lines(node: Node, lengths: Mapping[str, int]) -> Iterator[str]:
    yield "link set lo up"
    for index, attachment in enumerate(node.attachments):
        yield f"link set eth{index} addrgenmode none"
        yield f"addr add {attachment.ip}/{lengths[attachment.segment]} brd + dev eth{index}"
        yield f"link set eth{index} up"
    for network, hop in node.routes:
        yield f"route add {network} via {hop}"


def _kernel_settings(node: Node) -> None:
    """A node with several interfaces answers ARP on the right one alone, and with its own address."""
    settings = {"conf/all/arp_ignore": 1, "conf/all/arp_announce": 2} if len(node.attachments) > 1 else {}
    if node.forwards:
        settings["ip_forward"] = 1
    for name, value in settings.items():
        try:
            Path("/proc/sys/net/ipv4", name).write_text(f"{value}\n")
        except OSError as error:
            raise NamespaceError(f"{node.name}: net.ipv4.{name} cannot be set: {error}") from error


def _ip(lines: Iterator[str], fds: Sequence[int] = ()) -> None:
    """Runs `ip -batch` in the calling thread's namespace; `fds` are visible to it as /proc/self/fd/N."""
    done = subprocess.run(
        ["ip", "-batch", "-"],
        input="".join(f"{line}\n" for line in lines),
        pass_fds=tuple(fds),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise NamespaceError(f"ip: {done.stderr.strip()}")


def _new_namespace() -> int:
    """A descriptor that holds a new, empty network namespace.

    Made by a thread that ends at once, since unshare(2) moves the thread that calls it.
    """
    made: list[int] = []
    failed: list[OSError] = []

    def work() -> None:
        try:
            _call("unshare", CLONE_NEWNET)
            made.append(os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC))
        except OSError as error:
            failed.append(error)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    if failed:
        raise NamespaceError(f"no network namespace can be made: {failed[0]}") from failed[0]
    return made[0]


def _enter(fd: int) -> None:
    _call("setns", fd, CLONE_NEWNET)


def _call(function: str, *arguments: int) -> None:
    """A call of the C library that answers 0 or sets errno. (os.setns came with Python 3.12.)"""
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, function)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{function}: {os.strerror(number)}")
