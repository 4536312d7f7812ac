"""How far the general forms carry: each record is judged without the rules that were written for its own maker
or product.

    packaging/run python -m tests.bench.identify_without_own [FOLDER] [--errors FIELD --most N] [--rules]

Families that nobody reads while rules are written (tests/bench/identify_corpus.py) must not be looked at, so they
teach nothing. Here every family that may be read stands in for them: what is left when its maker's file, and every rule
that names its maker or its product, is taken away is what a stranger of the same kind would meet. The names of makers
stay in the vocabulary, as they would for most strangers. `--rules` prints for each rule how often it was right and
wrong, with all rules there.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from agent.rule_file import Rule
from agent.rules import RuleSet, load_rules
from agent.vocabulary import vendor_key
from tests.bench import identify_corpus as corpus
from tests.bench.identify_corpus import Predictions, Record

Own: TypeAlias = tuple[str, str]
"""The keys of a record's maker and of its product; "" where it has none."""
KINDS = ("banner", "dicom")
SHORTEST = 3
"""Characters: a shorter name is found in too many patterns by chance."""


def own_of(record: Record) -> Own:
    labels: Mapping[str, object] = record["labels"]  # type: ignore[assignment]
    return vendor_key(str(labels.get("vendor") or "")), vendor_key(str(labels.get("service") or ""))


def names_in(rule: Rule) -> tuple[frozenset[str], str]:
    """The keys of what a rule says of maker, product and model; and all words that it looks for, run together."""
    said = dict(rule.says)
    spoken = {rule.vendor, *(said.get(name, "") for name in ("vendor", "product", "model"))} - {""}
    words = vendor_key(re.sub(r"\\.", "", " ".join(rule.what))) if rule.how not in ("oid", "oui") else ""
    return frozenset(map(vendor_key, spoken)), words


def without(rules: RuleSet, known: Sequence[tuple[frozenset[str], str]], own: Own) -> RuleSet:
    """The rules that do not know this maker or product. known: `names_in` of each rule."""
    maker = vendor_key(rules.vocabulary.vendor(own[0])) or own[0]
    names = {maker, *own} - {""}
    long = [name for name in names if len(name) >= SHORTEST]
    kept = (
        rule
        for rule, (spoken, words) in zip(rules.rules, known, strict=True)
        if spoken.isdisjoint(names) and not any(name in words for name in long)
    )
    return RuleSet(kept, rules.vocabulary, rules.problems)


def predictions_of(records: Iterable[Record], folder: Path, rules: RuleSet) -> Predictions:
    by: defaultdict[Own, list[Record]] = defaultdict(list)
    for record in records:
        by[own_of(record)].append(record)
    made: Predictions = {}
    known = [names_in(rule) for rule in rules.rules]
    for own, mine in by.items():
        made |= corpus.predictions_of(mine, folder, without(rules, known, own))
    return made


def rule_counts(score: ModuleType, records: Iterable[Record], made: Predictions) -> dict[str, list[int]]:
    """Rule and tier -> how often what it said, and was believed, was right and wrong."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for record in records:
        labels: Mapping[str, object] = record["labels"]  # type: ignore[assignment]
        answer = made[str(record["id"])]
        for reason in answer["because"]:  # type: ignore[attr-defined]
            field = reason["attribute"]
            if answer[field] and score.labelled(field, labels):
                right = bool(score.judge(field, labels, answer[field])[0])
                counts[f"{reason['tier']:6} {reason['rule']} {field}"][not right] += 1
    return counts


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=corpus.DEFAULT)
    parser.add_argument(
        "--errors", default="", choices=["", *corpus.SHOWN], help="also list wrong and missing values"
    )
    parser.add_argument("--most", type=int, default=40, help="how many of each")
    parser.add_argument("--rules", action="store_true", help="right and wrong of each rule that was wrong")
    options = parser.parse_args(arguments)
    if not (options.folder / "score.py").exists():
        print(f"{options.folder} holds no score.py: give the folder of the corpus", file=sys.stderr)
        return 2
    rules, score = load_rules(), corpus.judge(options.folder)
    records = [r for r in corpus.records_of(options.folder) if r["kind"] in KINDS and not corpus.unread(r)]
    if options.rules:
        counts = rule_counts(score, records, corpus.predictions_of(records, options.folder, rules))
        for name, (right, wrong) in sorted(counts.items(), key=lambda item: -item[1][1]):
            if wrong:
                print(f"{right:5} right {wrong:4} wrong  {name}")
        return 0
    made = predictions_of(records, options.folder, rules)
    by_key = Counter(str(r.get("match_key", r["kind"])) for r in records)
    for kind in KINDS:
        mine = [r for r in records if r["kind"] == kind]
        print(f"\n{kind}, each without its own rules: {len(mine)} records")
        corpus._show(corpus.table(score, mine, made))
        corpus._show_tiers(corpus.tiers(score, mine, made))
    for key, count in by_key.most_common():
        rows = corpus.table(score, [r for r in records if str(r.get("match_key", r["kind"])) == key], made)
        cells = " ".join(
            f"{f} {int(v['n'] or 0)}/{v['acc'] or 0:.2f}/{v['prec'] or 0:.2f}" for f, v in rows.items()
        )
        print(f"  {key:24} {count:4}  {cells}")
    if options.errors:
        corpus._show_errors(score, records, made, options.errors, options.most)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
