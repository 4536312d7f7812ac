"""The same box in two runs, told by what only one box has: never by its IP address alone.

An id is a MAC or, where nothing better was met, an address, each within its site (agent/identify.py). So an equal id
with a MAC is the same box, and an equal address only the same place: whether the box there is the same, is not known.
Serials and globally unique MACs know a box again whose id changed, also one that moved to another site.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.device import Device
from reconciler.forms import parse_ip
from reconciler.history import identities_of


@dataclass(frozen=True, slots=True)
class KnownAgain:
    """pairs: id before -> id after.  by: id before -> "id", or the identity that both have ("serial:...", "mac:...").
    same_place: pairs of ids that have but their address in common."""

    pairs: Mapping[str, str]
    by: Mapping[str, str]
    same_place: tuple[tuple[str, str], ...]


def known_again(before: Sequence[Device], after: Sequence[Device]) -> KnownAgain:
    """Each device of a run is paired once at most. Equal ids first, then serials, then MACs."""
    there = {d.id for d in after}
    pairs = {d.id: d.id for d in before if d.id in there and not only_address(d)}
    by = dict.fromkeys(pairs, "id")
    taken = set(pairs.values())
    owner = {identity: d.id for d, own in identities_of(after) for identity in own}
    for sort in ("serial:", "mac:"):
        for device, own in identities_of(before):
            if device.id in pairs:
                continue
            for identity in own:
                now = owner.get(identity, "")
                if identity.startswith(sort) and now and now not in taken:
                    pairs[device.id], by[device.id] = now, identity
                    taken.add(now)
                    break
    left = {d.id for d in after if only_address(d)} - taken
    places = tuple(sorted((d.id, d.id) for d in before if d.id in left and d.id not in pairs))
    return KnownAgain(pairs, by, places)


def only_address(device: Device) -> bool:
    """Whether the id is no more than an address at a site."""
    return parse_ip(device.id.removeprefix(f"{device.site}/")) is not None
