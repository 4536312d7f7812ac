"""The networks of namespaces: quick to raise, without a way out, and gone with the process that made them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from ipaddress import IPv4Network
from pathlib import Path

import pytest

from agent.demo.namespaces import (
    SWITCH,
    Attachment,
    NamespaceError,
    Node,
    Segment,
    entry,
    possible,
    raised,
)

SEGMENTS = (Segment("office", IPv4Network("10.99.1.0/24")), Segment("ward", IPv4Network("10.99.2.0/24")))
AGENT = Node(
    "agent",
    (
        Attachment("office", "02:00:00:00:01:fa", "10.99.1.250"),
        Attachment("ward", "02:00:00:00:02:fa", "10.99.2.250"),
    ),
)
ROUTER = Node(
    "router",
    (
        Attachment("office", "02:00:00:00:01:01", "10.99.1.1"),
        Attachment("ward", "02:00:00:00:02:01", "10.99.2.1"),
    ),
    forwards=True,
)
HOSTS = tuple(
    Node(
        f"h{n}",
        (Attachment("office" if n % 2 else "ward", f"02:00:00:00:00:{n:02x}", f"10.99.{2 - n % 2}.{n}"),),
        routes=((f"10.99.{1 + n % 2}.0/24", f"10.99.{2 - n % 2}.1"),),
    )
    for n in range(11, 23)
)
NODES = (AGENT, ROUTER, *HOSTS)
ROOT = Path(__file__).parents[2]

needs_namespaces = pytest.mark.skipif(bool(possible()), reason=possible() or "-")
needs_root = pytest.mark.skipif(
    bool(possible()) or os.geteuid() != 0, reason=possible() or "raising in this very process needs root"
)

SCRIPT = """
import os, sys, time
sys.path.insert(0, {root!r})
from tests.agent.test_demo_namespaces import NODES, SEGMENTS
from agent.demo.namespaces import raised
begun = time.monotonic()
with raised(SEGMENTS, NODES) as networks:
    print(time.monotonic() - begun)
    done = networks.run("agent", ["ping", "-c1", "-W2", "-q", "10.99.1.11"])
    print(done.returncode, " ".join(sorted(networks.run("agent", ["ls", "/sys/class/net"]).stdout.split())))
    networks.start("h11", ["sleep", "600"])
    print(*(networks.inode(name) for name in networks.names), flush=True)
    sys.stdin.read()
"""


def processes_in(inodes: set[int]) -> list[str]:
    """Command lines of the processes of this machine that are inside one of these network namespaces."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "ns/net").stat().st_ino in inodes:
                found.append((process / "cmdline").read_text())
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
    return found


def waited_for(holds: Callable[[], bool], seconds: float = 3.0) -> bool:
    """Whether it holds within that time. A shell that mounts goes before each program that is started."""
    deadline = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return held


def started(words: tuple[str, ...]) -> tuple[subprocess.Popen[str], list[str]]:
    child = subprocess.Popen(
        [*words, sys.executable, "-c", SCRIPT.format(root=str(ROOT))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert child.stdout
    return child, [child.stdout.readline().strip() for _ in range(3)]


@needs_namespaces
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(entry(), id="as this user"),
        pytest.param(
            ("unshare", "--user", "--map-root-user", "--net", "--mount", "--"), id="in a user namespace"
        ),
    ],
)
def test_raised_in_two_seconds_and_gone_after_kill_9(words: tuple[str, ...]) -> None:
    child, (seconds, reached, inodes_line) = started(words)
    try:
        assert float(seconds) < 2.0
        assert reached == "0 eth0 eth1 lo", "the agent reaches a host and sees its own interfaces alone"
        inodes = [int(number) for number in inodes_line.split()]
        assert waited_for(
            lambda: [line.split("\0")[:2] for line in processes_in(set(inodes))] == [["sleep", "600"]]
        ), "the sleeper is there, so that its absence later has a meaning"
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    assert waited_for(lambda: processes_in(set(inodes)) == [])


@needs_root
def test_nothing_can_leave() -> None:
    outside = os.stat("/proc/self/ns/net").st_ino  # noqa: PTH116 - a namespace, not a file
    links = subprocess.run(["ip", "-o", "link"], capture_output=True, text=True, check=True).stdout
    with raised(SEGMENTS, NODES) as networks:
        assert outside not in {networks.inode(name) for name in networks.names}
        for name in networks.names:
            with networks.inside(name):
                shown = subprocess.run(["ip", "-o", "-d", "link"], capture_output=True, text=True, check=True)
                routes = subprocess.run(
                    ["ip", "route", "show", "table", "all"], capture_output=True, text=True, check=True
                )
            assert "default" not in routes.stdout.replace("qlen default", "")
            kinds = {"veth", "bridge"} if name == SWITCH else {"veth"}
            for line in shown.stdout.splitlines():
                assert " lo: " in line or any(f" {kind} " in line for kind in kinds), line
        now = subprocess.run(["ip", "-o", "link"], capture_output=True, text=True, check=True).stdout
        assert now.count("\n") == links.count("\n"), "no interface was added to the world outside"
        assert networks.run("h11", ["ping", "-c1", "-W1", "192.0.2.1"]).returncode != 0


@needs_root
def test_the_router_joins_and_the_agent_does_not() -> None:
    with raised(SEGMENTS, NODES) as networks:
        assert networks.run("h11", ["ping", "-c1", "-W2", "10.99.2.12"]).returncode == 0
    with raised(SEGMENTS, [AGENT, *HOSTS]) as networks:
        assert networks.run("h11", ["ping", "-c1", "-W1", "10.99.2.12"]).returncode != 0


@needs_root
def test_a_thread_comes_home_and_a_program_ends_with_the_networks() -> None:
    home = Path("/proc/thread-self/ns/net").stat().st_ino
    with raised(SEGMENTS, NODES) as networks:
        with pytest.raises(ZeroDivisionError), networks.inside("h11"):
            assert Path("/proc/thread-self/ns/net").stat().st_ino == networks.inode("h11")
            _ = 1 // 0
        assert Path("/proc/thread-self/ns/net").stat().st_ino == home
        child = networks.start("h11", ["sleep", "600"])
        with pytest.raises(subprocess.TimeoutExpired):
            networks.run("h11", ["sleep", "600"], timeout=0.1)
        assert child.poll() is None
    assert child.returncode == -signal.SIGKILL


@needs_root
def test_what_cannot_be_raised_says_why() -> None:
    with pytest.raises(NamespaceError, match="two nodes are called agent"), raised(SEGMENTS, [AGENT, AGENT]):
        pass
    odd = Node("h", (Attachment("office", "not-a-mac", "10.99.1.9"),))
    with pytest.raises(NamespaceError, match="not-a-mac"), raised(SEGMENTS, [odd]):
        pass


def test_possible_names_the_missing_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert possible() == "the program ip is not installed (Debian: iproute2, util-linux)"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert possible() == "network namespaces are a feature of Linux, and this is darwin"


def test_possible_repeats_what_the_system_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for program in ("ip", "setpriv", "mount", "sh"):
        (tmp_path / program).symlink_to("/bin/true")
    (tmp_path / "unshare").write_text(
        "#!/bin/sh\necho 'unshare failed: Operation not permitted' >&2\nexit 1\n"
    )
    (tmp_path / "unshare").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "(unshare failed: Operation not permitted)" in possible()
