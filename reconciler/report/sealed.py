"""What `daicho verify` found, in words: whole or not, which file and where, and which seals there were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.fault import Fault
from reconciler.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Step:
    """One seal. then: (what, file) of all that differs in the seal after it."""

    number: int
    at: str
    tool: str
    key: str
    run: str
    then: Sequence[tuple[str, str]] = ()


def lines_of(
    faults: Sequence[Fault],
    steps: Sequence[Step],
    same: Sequence[str],
    w: Wording,
    *,
    files: int,
    has_seal: bool,
    asked: bool,
) -> Iterator[str]:
    """same: documents that were made again and came out as they are.  asked: whether a key was given to compare."""
    if not has_seal:
        yield w("verify.unsealed")
    elif faults:
        yield w("verify.changed", count=len(faults))
    else:
        yield w("verify.whole", count=files)
    for fault in faults:
        yield w("value.bullet", text=fault_of(fault, w))
    for step in steps:
        yield w(
            "verify.step",
            number=step.number,
            time=w.time(step.at),
            run=w.value(step.run),
            tool=w.value(step.tool),
        )
        for code, path in step.then:
            yield w("value.bullet", text=w.of("then", code, path=w.value(path)))
    if same:
        yield w("verify.same", names=w.joined(w.value(name) for name in same))
    if steps:
        yield w("verify.key_matches" if asked and not faults else "verify.key", key=steps[-1].key)
        yield w("verify.shows")


def fault_of(fault: Fault, w: Wording) -> str:
    """One sentence, and where it can be told, from where on."""
    parts = [w.of("fault", fault.code, path=w.value(fault.path), other=w.value(fault.other), line=fault.line)]
    if fault.first >= 0:
        same = fault.last <= fault.first
        parts.append(w("fault.at" if same else "fault.between", first=fault.first, last=fault.last))
    if fault.more:
        parts.append(w("fault.longer" if fault.more > 0 else "fault.shorter", count=abs(fault.more)))
    if fault.other and fault.code in ("added", "missing", "changed"):
        parts.append(w("fault.twin", other=w.value(fault.other)))
    if fault.why:
        parts.append(w("value.technical", text=w.value(fault.why)))
    return "".join(parts)
