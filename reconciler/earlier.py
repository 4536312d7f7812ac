"""What one earlier run knew of this run's differences, told without a store: from its findings and its differences."""

from __future__ import annotations

import json
from dataclasses import dataclass

from agent.findings import Findings
from reconciler.decisions import row_keys
from reconciler.history import Gone, History, with_device
from reconciler.known_again import known_again
from reconciler.reconciliation import SCHEMA, Reconciliation


class NotEarlierError(ValueError):
    """This run cannot be what the other is compared with; the message says why."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A difference as far as it is needed here."""

    id: str
    kind: str
    device: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the earlier run concluded. rows: keys of the rows that had a device then."""

    differences: tuple[Recorded, ...]
    rows: frozenset[str]


def known_of(result: Reconciliation) -> Known:
    keys = row_keys(result.assets, result.ended)
    differences = (Recorded(d.id, d.kind.value, d.device) for d in result.differences)
    return Known(tuple(differences), frozenset(keys[m.row] for m in result.matches if m.row in keys))


def known_of_text(text: str, run: str) -> Known:
    """The same from the reconciliation.json of this run; of its rows, those with a number. Raises NotEarlierError."""
    try:
        document = json.loads(text)
        differences = [
            Recorded(str(d["id"]), str(d["kind"]), str(d["device"])) for d in document["differences"]
        ]
        tags = [str(m["row"]["tag"]) for m in document["matches"]]
        own = document["schema"] == SCHEMA and document["run"] == run
    except (ValueError, KeyError, TypeError) as error:
        raise NotEarlierError(f"its reconciliation.json cannot be read ({error!r})") from error
    if not own:
        raise NotEarlierError("its reconciliation.json is of another run; take it away or give the right one")
    return Known(tuple(differences), frozenset(f"tag:{tag}" for tag in tags if tag))


def earlier(before: Findings, known: Known, findings: Findings, result: Reconciliation) -> History:
    """The history of this run with that one before it. Raises NotEarlierError where it did not end before.

    A device whose id changed is known again by its serial or MAC, and its differences with it. Where this run
    looked at less, a difference is gone only if its device was met again.
    """
    if (before.ended, before.run) >= (findings.ended, findings.run):
        raise NotEarlierError(f"the run {before.run} did not end before this one ({findings.run})")
    now_of = known_again(before.devices, findings.devices).pairs
    theirs = {with_device(d.id, d.device, now_of.get(d.device, d.device)): d for d in known.differences}
    mine = {d.id for d in result.differences}
    narrower = _narrower(before, findings)
    gone = [
        Gone(d.id, d.kind, _what(d))
        for now, d in sorted(theirs.items())
        if now not in mine and (not narrower or d.device in now_of)
    ]
    return History(
        run=findings.run,
        previous_run=before.run,
        previous_ended=before.ended,
        first_seen={i: before.ended if i in theirs else findings.ended for i in sorted(mine)},
        new=frozenset(mine - theirs.keys()),
        gone=tuple(gone),
        device_first_seen={
            now_of[d.id]: d.first_seen or before.ended for d in before.devices if d.id in now_of
        },
        device_last_before={now: before.ended for now in now_of.values()},
        row_last_seen=dict.fromkeys(sorted(known.rows), before.ended),
    )


def _what(difference: Recorded) -> str:
    """A difference's id is its kind, then the row's key or the device's id, then the field."""
    parts = difference.id.split("|")
    return parts[1] if len(parts) > 1 else difference.device


def _narrower(before: Findings, now: Findings) -> bool:
    then, here = ({(c.site, c.cidr) for c in run.coverage if c.looked} for run in (before, now))
    return not now.complete or not then <= here
