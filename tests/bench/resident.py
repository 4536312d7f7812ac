"""What this process holds in memory, by the kernel's count. Not ru_maxrss: that begins at what the process held that
started this one (getrusage(2); seen: 371 MiB beside a large test, 52 alone)."""

from __future__ import annotations

from pathlib import Path


def resident(name: str) -> float:
    """MiB. name: VmRSS, now, or VmHWM, at most until now (proc_pid_status(5))."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith(name)).split()[1]) / 1024
