"""What this machine is: its interfaces, its rights, its tools. Reads; sends nothing.

The one place that knows systems apart. Linux tells the most; elsewhere interfaces still come from
ifaddr (a library that zeroconf brings), and rights count as missing, which leads to the reduced mode.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
from dataclasses import dataclass
from ipaddress import IPv4Interface, IPv4Network, IPv6Interface, IPv6Network, ip_interface
from pathlib import Path

CAP_NET_RAW = 13


@dataclass(frozen=True, slots=True)
class LocalInterface:
    """One address of one interface of this machine. A MAC of "" means that it has none or hides it."""

    name: str
    mac: str
    address: IPv4Interface | IPv6Interface
    index: int
    up: bool = True


@dataclass(frozen=True, slots=True)
class HostCheck:
    """One line of `daicho init`'s check: what was looked at, whether it is well, what to do if not."""

    what: str
    good: bool
    found: str
    advice: str = ""


def interfaces() -> tuple[LocalInterface, ...]:
    """Every address of this machine but loopback's, in the order of the system."""
    import ifaddr

    found: list[LocalInterface] = []
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            text = ip.ip if isinstance(ip.ip, str) else ip.ip[0]
            address = ip_interface(f"{text.split('%')[0]}/{ip.network_prefix}")
            if not address.ip.is_loopback:
                mac, up = _mac(adapter.name), _up(adapter.name)
                found.append(LocalInterface(adapter.name, mac, address, adapter.index or 0, up))
    return tuple(found)


def _mac(name: str) -> str:
    try:
        text = Path(f"/sys/class/net/{name}/address").read_text().strip()
    except OSError:
        return ""
    return "" if text == "00:00:00:00:00:00" else text


def _up(name: str) -> bool:
    try:
        return Path(f"/sys/class/net/{name}/operstate").read_text().strip() != "down"
    except OSError:
        return True


def gateways() -> dict[str, str]:
    """Interface name -> IPv4 default gateway, from the kernel's table (proc(5), /proc/self/net/route)."""
    found: dict[str, str] = {}
    try:
        lines = Path("/proc/self/net/route").read_text().splitlines()[1:]
    except OSError:
        return found
    for line in lines:
        parts = line.split()
        if len(parts) > 2 and parts[1] == "00000000":
            found[parts[0]] = ".".join(str(b) for b in bytes.fromhex(parts[2])[::-1])
    return found


def neighbours() -> tuple[tuple[str, str, str], ...]:
    """(interface, IPv4 address, MAC) of the kernel's neighbour table; complete entries only."""
    try:
        lines = Path("/proc/self/net/arp").read_text().splitlines()[1:]
    except OSError:
        return ()
    rows = [line.split() for line in lines]
    return tuple(
        (r[5], r[0], r[3]) for r in rows if len(r) == 6 and int(r[2], 16) & 2 and r[3] != "00:00:00:00:00:00"
    )


def portable() -> bool:
    """Whether daicho was started from a stick (packaging/stick/entry.py), and leaves nothing but its run's folder."""
    return os.environ.get("DAICHO_PORTABLE") == "1"


def open_to_others(path: Path) -> bool:
    """Whether anybody but its owner may read or write this file. On Windows rights are lists that we do not read:
    there a folder of the user's own is what protects. Raises OSError."""
    return os.name == "posix" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def everybody_may(path: Path) -> tuple[bool, bool]:
    """Whether every user of this machine may read it, and change it; neither where it cannot be told."""
    try:
        mode = path.stat().st_mode if os.name == "posix" else 0
    except OSError:
        return False, False
    return bool(mode & stat.S_IROTH), bool(mode & stat.S_IWOTH)


def ending_signals() -> tuple[signal.Signals, ...]:
    """What asks a program to end, beside Ctrl-C: a service manager, a terminal that is closed (not on Windows)."""
    return (signal.SIGTERM, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()))


def give_back_memory() -> None:
    """What this process freed goes back to the system where the C library can be told so (malloc_trim(3), glibc): it
    keeps it otherwise, and a face of a large report would stand on the room of the one before."""
    if sys.platform.startswith("linux"):
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def may_open_packet_sockets() -> bool:
    """CAP_NET_RAW in the effective set (capabilities(7))."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return False
    effective = next((line.split()[1] for line in status.splitlines() if line.startswith("CapEff:")), "0")
    return bool(int(effective, 16) >> CAP_NET_RAW & 1)


def check() -> tuple[HostCheck, ...]:
    """What `daicho init` tells of this host."""
    raw = may_open_packet_sockets()
    return (
        HostCheck(
            "packet sockets (CAP_NET_RAW)",
            raw,
            "allowed" if raw else "not allowed",
            ""
            if raw
            else "run as root or give the interpreter CAP_NET_RAW; without it there is no ARP sweep, and silent "
            "devices on this segment stay unseen (reduced mode)",
        ),
        _tool("nmap", 'optional: only hosts with grant = "session" are ever shown to it'),
        _clock(),
        _fonts(),
    )


def _tool(name: str, advice: str) -> HostCheck:
    path = shutil.which(name)
    return HostCheck(name, path is not None, path or "not installed", "" if path else advice)


def _clock() -> HostCheck:
    synchronised = Path("/run/systemd/timesync/synchronized").exists() or _chrony()
    found = "synchronised" if synchronised else "no sign of synchronisation"
    return HostCheck(
        "clock", synchronised, found, "" if synchronised else "compare it with the hospital's time source"
    )


def _chrony() -> bool:
    return any(Path(p).exists() for p in ("/run/chrony/chronyd.pid", "/run/chronyd.pid", "/run/ntpd.pid"))


def _fonts() -> HostCheck:
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts"]
    names = ("ipa", "noto", "cjk", "vlgothic", "bizud", "takao", "gothic")
    japanese = next(
        (
            f.name
            for folder in folders
            if folder.is_dir()
            for f in sorted(folder.rglob("*.[to]t[fc]"))
            if any(n in f.name.lower() for n in names)
        ),
        "",
    )
    return HostCheck(
        "Japanese font",
        bool(japanese),
        japanese or "none found",
        "" if japanese else "install fonts-ipafont-gothic to print here",
    )


def local_interface_for(
    network: object, found: tuple[LocalInterface, ...], sensor: str = ""
) -> LocalInterface | None:
    """The interface with an address in this network (and called `sensor`, if one is named), or None
    where the network is only reached by a router, or by another machine."""
    if not isinstance(network, IPv4Network | IPv6Network):
        return None
    for interface in found:
        named = not sensor or sensor == interface.name
        if interface.address.ip in network and interface.up and named:
            return interface
    return None
