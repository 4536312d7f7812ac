"""How well devices are recognised that people showed in public: tests/seen/*.jsonl, a file for each kind of thing.

    packaging/run python -m tests.bench.identify_seen [DOMAIN ...] [--errors]

Each record is what a device or program said, as somebody pasted it into a thread or a maker printed it in a manual,
and what it was by that page: {"id", "source", "evidence": [{"field", "value"}], "labels": {label: [answer, ...]}}.
Any of a label's answers is right. The evidence goes through what `daicho identify` does.

The records of a file were gathered before our rules were tried on them. How those rules did at that first sight,
before anything was mended, stands in first_sight.tsv and does not change: it is the figure that says how far rules
carry. Slips of the records themselves that this first run showed (a status left out, a label's form) were put right
before its figures were kept. Today's figures are for what was mended since, and to see that nothing became worse.

Serial numbers, addresses and hosts' names are invented in the form of those that the page shows; a few records are
put together from fields that a page lists one by one.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from agent.rules import RuleSet, load_rules
from reconciler.commands.identify import evidence_of_record, prediction
from reconciler.houses import Kin, Makers, makers

FOLDER = Path(__file__).resolve().parents[1] / "seen"
FIRST_SIGHT = FOLDER / "first_sight.tsv"
LABELS = ("class", "vendor", "model", "os", "version", "serial", "service", "service_version")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a device said, and what it was.

    labels: label -> the answers that are right.  source: the address of the page.
    """

    id: str
    source: str
    evidence: tuple[tuple[str, str], ...]
    labels: Mapping[str, tuple[str, ...]]

    def spoken(self) -> dict[str, object]:
        """As a line of what `daicho identify` reads."""
        return {"id": self.id, "evidence": [{"field": f, "value": v} for f, v in self.evidence]}


@dataclass(frozen=True, slots=True)
class Mistake:
    """said: "" where nothing was."""

    id: str
    label: str
    right: tuple[str, ...]
    said: str


def domains() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("*.jsonl"))


def seen(domain: str) -> list[Seen]:
    """Raises ValueError, KeyError or TypeError where the file is damaged."""
    lines = (FOLDER / f"{domain}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_record(json.loads(line)) for line in lines if line.strip()]


def _record(row: dict[str, object]) -> Seen:
    evidence, labels = row["evidence"], row["labels"]
    if not isinstance(evidence, list) or not isinstance(labels, dict):
        raise TypeError(f"{row['id']}: evidence is a list and labels a table")
    return Seen(
        id=str(row["id"]),
        source=str(row["source"]),
        evidence=tuple((str(item["field"]), str(item["value"])) for item in evidence),
        labels=MappingProxyType({str(k): tuple(map(str, v)) for k, v in labels.items()}),
    )


def judged(
    records: Iterable[Seen], rules: RuleSet
) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, bool]], list[Mistake]]:
    """((label, "right" | "wrong" | "unsaid") -> records; (tier, whether right) -> claims; what was not right)."""
    marks: Counter[tuple[str, str]] = Counter()
    tiers: Counter[tuple[str, bool]] = Counter()
    mistakes: list[Mistake] = []
    for record in records:
        answer = prediction(record.id, evidence_of_record(record.spoken()), rules)
        tier_of = _tiers(answer["because"])
        for label, answers in record.labels.items():
            said = str(answer[label] or "")
            right = bool(said) and any(is_right(label, one, said) for one in answers)
            marks[label, "right" if right else "wrong" if said else "unsaid"] += 1
            if said and label in tier_of:
                tiers[tier_of[label], right] += 1
            if not right:
                mistakes.append(Mistake(record.id, label, answers, said))
    return marks, tiers, mistakes


def _tiers(because: object) -> dict[str, str]:
    rows = because if isinstance(because, list) else []
    return {str(r["attribute"]): str(r["tier"]) for r in rows if isinstance(r, dict)}


def is_right(label: str, answer: str, said: str) -> bool:
    """Classes as they are; makers of one house; systems and programs by the answer's words among those said;
    models, versions and serial numbers by their letters and digits alone."""
    if label == "class":
        return answer == said
    if label == "vendor":
        return _letters(answer) == _letters(said) or _makers().kin(said, answer) in (Kin.SAME, Kin.HOUSE)
    if label in ("os", "service"):
        return f" {_words(answer)} " in f" {_words(said)} "
    return _letters(answer) == _letters(said)


@cache
def _makers() -> Makers:
    return makers(load_rules().vocabulary.keys)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def first_sight() -> dict[tuple[str, str], tuple[int, int, int]]:
    """(domain, label) -> right, wrong, unsaid before anything was mended. Empty where the table is not there."""
    if not FIRST_SIGHT.exists():
        return {}
    rows = (line.split("\t") for line in FIRST_SIGHT.read_text(encoding="utf-8").splitlines()[1:])
    return {(domain, label): (int(r), int(w), int(u)) for domain, label, r, w, u in rows}


def show(title: str, marks: Mapping[tuple[str, str], int], first: Mapping[str, Sequence[int]]) -> None:
    print(f"\n{title}\n  label              n   right of all   right of said    first sight")
    for label in LABELS:
        now = [marks.get((label, mark), 0) for mark in ("right", "wrong", "unsaid")]
        if sum(now):
            before = _shares(first[label]) if label in first else "      -      -"
            print(f"  {label:16}{sum(now):4}{_shares(now, width=15)}    {before}")


def _shares(counts: Sequence[int], width: int = 7) -> str:
    right, wrong, unsaid = counts
    said = f"{right / (right + wrong):{width}.3f}" if right + wrong else f"{'-':>{width}}"
    return f"{right / (right + wrong + unsaid):{width}.3f}{said}"


def _rows(domain: str, marks: Mapping[tuple[str, str], int]) -> Iterator[str]:
    for label in LABELS:
        counts = [marks.get((label, mark), 0) for mark in ("right", "wrong", "unsaid")]
        if sum(counts):
            yield "\t".join([domain, label, *map(str, counts)])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("domains", nargs="*", metavar="DOMAIN")
    parser.add_argument("--errors", action="store_true", help="also list what is wrong or unsaid")
    parser.add_argument("--rows", action="store_true", help="print the rows of first_sight.tsv instead")
    asked = parser.parse_args()
    rules, first = load_rules(), first_sight()
    whole: Counter[tuple[str, str]] = Counter()
    claims: Counter[tuple[str, bool]] = Counter()
    for domain in asked.domains or domains():
        marks, tiers, mistakes = judged(seen(domain), rules)
        whole, claims = whole + marks, claims + tiers
        if asked.rows:
            print(*_rows(domain, marks), sep="\n")
            continue
        show(domain, marks, {label: f for (d, label), f in first.items() if d == domain})
        for m in sorted(mistakes, key=lambda m: (m.label, not m.said)) if asked.errors else ():
            print(f"    {m.label:16}{m.id:32}{' | '.join(m.right)!r:40}{m.said!r}")
    if not asked.rows:
        _show_whole(whole, claims, first)


def _show_whole(
    whole: Mapping[tuple[str, str], int],
    claims: Mapping[tuple[str, bool], int],
    first: Mapping[tuple[str, str], Sequence[int]],
) -> None:
    sums = {
        label: [sum(f[i] for (_, one), f in first.items() if one == label) for i in range(3)]
        for label in {label for _, label in first}
    }
    show("all", whole, sums)
    for tier in ("strong", "medium", "weak"):
        right, all_ = claims.get((tier, True), 0), claims.get((tier, True), 0) + claims.get((tier, False), 0)
        print(f"  {tier}: {right}/{all_}" + (f" = {right / all_:.4f}" if all_ else ""))


if __name__ == "__main__":
    main()
