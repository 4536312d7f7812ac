"""How well devices are recognised, measured on a folder of labelled evidence that nobody here wrote.

    packaging/run python -m tests.bench.identify_corpus [FOLDER]        (default: ../shared/corpus)

Each record goes through what `daicho identify` does; the folder's own score.py is the judge. A fifth of the
families, chosen by a hash of their names, is left unread while rules are written: its figures are printed
beside the others', and the gap between the two says how far the rules carry. `--errors` shows the first
kind only, and so do `--rules`, which lists the rules that keep less than their tier promises, and
`--without-own`, which judges each maker's records by the rules of one who has never heard of that maker: SNMP's, or
banners' with `--kind banner`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from agent.rules import RuleSet, load_rules
from reconciler.commands.identify import SAID, prediction
from tests.bench.corpus_evidence import recordings_of
from tests.bench.rule_ledger import accounts, by_maker, evidence, show_accounts, without_own

Record: TypeAlias = Mapping[str, object]
Predictions: TypeAlias = dict[str, dict[str, object]]

FILES = ("snmp.jsonl.gz", "banners.jsonl.gz", "misc.jsonl.gz")
LEFT_OUT = frozenset({"favicon.md5", "tls.jarm"})
"""Hashes: known or not known, nothing to learn."""
SHOWN = (*SAID, "service", "service_version")
DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def unread(record: Record) -> bool:
    """Whether the record's family is of the fifth that nobody looks at while writing rules."""
    family = str(record.get("family", record["id"]))
    return hashlib.sha256(f"daicho {family}".encode()).digest()[0] % 5 == 0


def records_of(folder: Path) -> list[Record]:
    found: list[Record] = []
    for name in FILES:
        if (folder / name).exists():
            with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
                found += [json.loads(line) for line in lines if line.strip()]
    return [
        r for r in found if r.get("match_key") not in LEFT_OUT and r["kind"] in ("snmp", "banner", "dicom")
    ]


def predictions_of(records: Iterable[Record], folder: Path, rules: RuleSet) -> Predictions:
    records = list(records)
    recordings = recordings_of(folder, (str(r["raw"]) for r in records if r.get("raw")))
    made: Predictions = {}
    for record in records:
        made[str(record["id"])] = dict(prediction(str(record["id"]), evidence(record, recordings), rules))
    return made


def judge(folder: Path) -> ModuleType:
    """The corpus' own score.py."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(
    score: ModuleType, records: Sequence[Record], made: Predictions
) -> dict[str, dict[str, float | None]]:
    """Field -> score.py's row, over these records."""
    total, _, _ = score.score(records, made)
    return {field: row for field in SHOWN if (row := total[field].row())}


def tiers(score: ModuleType, records: Iterable[Record], made: Predictions) -> dict[str, tuple[int, int]]:
    """Tier -> what was said with it and is labelled; how much of that was right."""
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for record in records:
        labels: Mapping[str, object] = record["labels"]  # type: ignore[assignment]
        answer = made[str(record["id"])]
        for reason in answer["because"]:  # type: ignore[attr-defined]
            field = reason["attribute"]
            if answer[field] and score.labelled(field, labels):
                said[reason["tier"]] += 1
                right[reason["tier"]] += bool(score.judge(field, labels, answer[field])[0])
    return {tier: (said[tier], right[tier]) for tier in ("strong", "medium", "weak")}


def report(
    folder: Path, *, errors: str = "", most: int = 40
) -> dict[str, dict[str, dict[str, float | None]]]:
    """Prints the figures; returns those of each part: "snmp read" -> field -> row."""
    started = time.process_time()
    rules = load_rules()
    loaded = time.process_time() - started
    records, score = records_of(folder), judge(folder)
    started = time.process_time()
    made = predictions_of(records, folder, rules)
    spent = time.process_time() - started
    print(
        f"{len(rules.rules)} rules in {loaded:.2f} s; {len(records)} records in {spent:.1f} s, recordings included"
    )
    figures: dict[str, dict[str, dict[str, float | None]]] = {}
    for kind in ("snmp", "banner", "dicom"):
        mine = [r for r in records if r["kind"] == kind]
        parts = {"read": [r for r in mine if not unread(r)], "unread": [r for r in mine if unread(r)]}
        for name, part in parts.items():
            figures[f"{kind} {name}"] = table(score, part, made)
            print(f"\n{kind}, {name} families: {len(part)} records")
            _show(figures[f"{kind} {name}"])
            _show_tiers(tiers(score, part, made))
        if kind == "snmp":
            _show_classes(score, mine, made)
    if errors:
        _show_errors(score, [r for r in records if not unread(r)], made, errors, most)
    return figures


def report_without_own(
    folder: Path, kind: str = "snmp", *, errors: str = "", most: int = 40
) -> dict[str, dict[str, float | None]]:
    """Prints how the read records of a kind fare where nobody has heard of their makers; returns field -> row."""
    rules, score = load_rules(), judge(folder)
    records = [r for r in records_of(folder) if r["kind"] == kind and not unread(r)]
    parts = by_maker(records)
    judged = [r for part in parts.values() for r in part]
    recordings = recordings_of(folder, (str(r["raw"]) for r in judged if r.get("raw")))
    made: Predictions = {}
    for maker, part in parts.items():
        fewer = without_own(rules, score, maker)
        for record in part:
            identity = str(record["id"])
            made[identity] = dict(prediction(identity, evidence(record, recordings), fewer))
    print(f"{kind}, read families, {len(parts)} makers each unheard of: {len(judged)} records")
    figures = table(score, judged, made)
    _show(figures)
    _show_tiers(tiers(score, judged, made))
    _show_classes(score, judged, made)
    if errors:
        _show_errors(score, judged, made, errors, most)
    return figures


def report_rules(folder: Path) -> None:
    """Prints the rules that keep less than their tier promises, by the read SNMP records."""
    records = [r for r in records_of(folder) if r["kind"] == "snmp" and not unread(r)]
    show_accounts(accounts(judge(folder), records, folder, load_rules()))


def _show(rows: Mapping[str, Mapping[str, float | None]]) -> None:
    print("  field                n    acc   prec    obs")
    for field, row in rows.items():
        print(f"  {field:16} {row['n']:5} {_part(row['acc'])} {_part(row['prec'])} {_part(row['obs'])}")


def _part(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def _show_tiers(found: Mapping[str, tuple[int, int]]) -> None:
    said = (f"{tier} {right}/{n} = {right / n:.4f}" for tier, (n, right) in found.items() if n)
    print("  right of what was said:", ", ".join(said))


def _show_classes(score: ModuleType, records: Sequence[Record], made: Predictions) -> None:
    """Per class: reach and precision of class and vendor, all families (no single record shows)."""
    by: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        by[str(record["labels"].get("class"))].append(record)  # type: ignore[attr-defined]
    print(
        "\nsnmp, by true class        n   class acc prec   vendor acc prec   model obs  version obs  serial obs"
    )
    for name, part in sorted(by.items(), key=lambda item: -len(item[1])):
        rows = table(score, part, made)
        cells = [f"{_part(rows[f][k]) if f in rows else '     -'}" for f, k in _CLASS_CELLS]
        print(f"  {name:20} {len(part):5}   {' '.join(cells)}")


_CLASS_CELLS = (
    ("class", "acc"), ("class", "prec"), ("vendor", "acc"), ("vendor", "prec"), ("model", "obs"),
    ("version", "obs"), ("serial", "obs"),
)  # fmt: skip


def _show_errors(
    score: ModuleType, records: Iterable[Record], made: Predictions, field: str, most: int
) -> None:
    """Read families only: what is wrong, then what is missing."""
    wrong, missing = [], []
    for record in records:
        labels: Mapping[str, object] = record["labels"]  # type: ignore[assignment]
        if score.labelled(field, labels):
            said = made[str(record["id"])][field]
            if not said:
                missing.append((record["id"], labels[field]))
            elif not score.judge(field, labels, said)[0]:
                wrong.append((record["id"], labels[field], said))
    for title, lines in (("wrong", wrong), ("missing", missing)):
        print(f"\n{title} {field}: {len(lines)}")
        for line in lines[:most]:
            print("  ", *map(repr, line))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument(
        "--errors", default="", choices=["", *SHOWN], help="also list wrong and missing values"
    )
    parser.add_argument("--without-own", action="store_true", help="each maker unheard of, read records")
    parser.add_argument(
        "--kind", default="snmp", choices=["snmp", "banner"], help="records for --without-own"
    )
    parser.add_argument("--rules", action="store_true", help="rules that keep less than their tier promises")
    parser.add_argument("--most", type=int, default=40, help="how many of each")
    options = parser.parse_args(arguments)
    if not (options.folder / "score.py").exists():
        print(f"{options.folder} holds no score.py: give the folder of the corpus", file=sys.stderr)
        return 2
    if options.rules:
        report_rules(options.folder)
        return 0
    if options.without_own:
        report_without_own(options.folder, options.kind, errors=options.errors, most=options.most)
        return 0
    report(options.folder, errors=options.errors, most=options.most)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
