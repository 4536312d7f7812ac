"""What a history tells of a run, and how a device is known again from run to run. Pure values.

A device keeps its key: its first id, or, where the id changed, the key of the device that had the
same serial of the same maker, or the same globally unique MAC.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.device import Device
from reconciler.forms import is_identity, is_local, serial_form


@dataclass(frozen=True, slots=True)
class Gone:
    """A difference that the previous run had and this one has not. `what`: its row's key, or its device's id."""

    id: str
    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class History:
    """What earlier runs knew of this one's differences, devices and rows. Times are ends of runs, UTC, ISO 8601.

    previous_run: "" for the first.  first_seen: by difference id.  new: ids that the previous run had not.
    device_first_seen, device_last_before (the run before this one in which it was there, if any): by this
    run's device ids.  row_last_seen: by row key, when a device was last matched to it.
    """

    run: str
    previous_run: str
    previous_ended: str
    first_seen: Mapping[str, str]
    new: frozenset[str]
    gone: tuple[Gone, ...]
    device_first_seen: Mapping[str, str]
    device_last_before: Mapping[str, str]
    row_last_seen: Mapping[str, str]


def link(
    devices: Sequence[Device], known: Mapping[str, str], identities: Mapping[str, str]
) -> dict[str, str]:
    """Device id -> key. known: every earlier id -> key.  identities: as `identities_of` names them -> key.

    An id that is known keeps its key; a new one takes that of a shared identity, unless another
    device of this run has it already.
    """
    linked = {d.id: known[d.id] for d in devices if d.id in known}
    taken = set(linked.values())
    for device, own in identities_of(devices):
        if device.id in linked:
            continue
        key = next((k for i in own if (k := identities.get(i)) and k not in taken), device.id)
        linked[device.id] = key
        taken.add(key)
    return linked


def identities_of(devices: Sequence[Device]) -> list[tuple[Device, list[str]]]:
    """Serials with their maker, then globally unique MACs; what two devices of the run share names neither."""
    found = []
    for device in sorted(devices, key=lambda d: d.id):
        serial = serial_form(device.best("serial"))
        own = [f"serial:{device.best('vendor')}:{serial}"] if serial else []
        own += [f"mac:{mac}" for mac in device.macs if is_identity(mac) and not is_local(mac)]
        found.append((device, own))
    often = Counter(i for _, own in found for i in own)
    return [(device, [i for i in own if often[i] == 1]) for device, own in found]


def with_device(difference: str, old: str, new: str) -> str:
    """A difference's id with another device id in it (an id is parts with | between)."""
    if not old or old == new:
        return difference
    return "|".join(new if part == old else part for part in difference.split("|"))
