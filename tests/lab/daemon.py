"""What the laboratory needs to know of a real daemon: how it is started, and what shows that it is ready."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Daemon:
    """script: shell text; its last command stays.  listens: ("tcp" | "udp", port) that show it ready.

    names: DNS-SD kinds that it must announce, or the NetBIOS name that it must answer for.
    holds: an address that it must have taken.
    """

    script: str
    listens: tuple[tuple[str, int], ...]
    names: tuple[str, ...] = ()
    holds: str = ""
