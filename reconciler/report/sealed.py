"""What `daicho verify` found, in words: whole or not, which file and where, and which seals there were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconciler.report.wording import Wording

TROUBLES = (
    "added", "missing", "changed", "line", "odd", "seal", "chain", "rewritten", "unfinished", "key", "not_vouched",
    "remade", "typeface", "not_made", "not_remade", "other_tool", "other_rules",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is not as it was sealed; the fields of agent/seal.py's Fault. Bytes are counted from 0."""

    code: str
    path: str
    first: int = -1
    last: int = -1
    line: int = 0
    other: str = ""
    more: int = 0
    why: str = ""


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
    troubles: Sequence[Trouble],
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
    elif troubles:
        yield w("verify.changed", count=len(troubles))
    else:
        yield w("verify.whole", count=files)
    for trouble in troubles:
        yield w("value.bullet", text=trouble_of(trouble, w))
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
        yield w("verify.key_matches" if asked and not troubles else "verify.key", key=steps[-1].key)
        yield w("verify.shows")


def trouble_of(trouble: Trouble, w: Wording) -> str:
    """One sentence, and where it can be told, from where on."""
    parts = [
        w.of(
            "fault", trouble.code, path=w.value(trouble.path), other=w.value(trouble.other), line=trouble.line
        )
    ]
    if trouble.first >= 0:
        same = trouble.last <= trouble.first
        parts.append(w("fault.at" if same else "fault.between", first=trouble.first, last=trouble.last))
    if trouble.more:
        parts.append(w("fault.longer" if trouble.more > 0 else "fault.shorter", count=abs(trouble.more)))
    if trouble.other and trouble.code in ("added", "missing", "changed"):
        parts.append(w("fault.twin", other=w.value(trouble.other)))
    if trouble.why:
        parts.append(w("value.technical", text=w.value(trouble.why)))
    return "".join(parts)
