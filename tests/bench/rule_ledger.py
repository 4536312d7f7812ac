"""What each rule says of the corpus' SNMP records, and how much of it is right; and the rules without a maker's own.

The first finds rules whose tier promises more than they keep. The second is a stand-in for devices of makers of
whom nobody here has heard: a maker's records meet the rules with all left out that was written for that maker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TypeAlias

from agent.device import Tier
from agent.identify import identify
from agent.makers import MAKER_FIELD
from agent.rule_file import Rule
from agent.rules import RuleSet
from agent.vocabulary import slug
from probes.model import Evidence
from reconciler.commands.identify import SAID
from tests.bench.corpus_evidence import evidence_of, recordings_of

Record: TypeAlias = Mapping[str, object]

BARS: Mapping[Tier, float] = MappingProxyType({Tier.STRONG: 0.995, Tier.MEDIUM: 0.95, Tier.WEAK: 0.0})
MOST_SAMPLES = 4


@dataclass(slots=True)
class Account:
    """What a rule said of one attribute, over all records that are labelled for it.

    samples: (record, label, what was said) of those that were wrong.  makers: the labels' makers.
    """

    tier: Tier
    right: int = 0
    wrong: int = 0
    makers: set[str] = field(default_factory=set)
    samples: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def short(self) -> bool:
        """Whether it keeps less than its tier promises."""
        return self.right < BARS[self.tier] * (self.right + self.wrong)


def evidence(record: Record, recordings: Mapping[str, Mapping[tuple[int, ...], object]]) -> list[Evidence]:
    """What our probes would have read of the record, as evidence of one host."""
    return [
        Evidence("", "0.0.0.0", r.field.partition(".")[0], r.field, r.value, "")
        for r in evidence_of(record, recordings)  # type: ignore[arg-type]
    ]


def accounts(
    score: ModuleType, records: Sequence[Record], folder: Path, rules: RuleSet
) -> dict[tuple[str, str], Account]:
    """(rule, attribute) -> its account; what lost against a stronger claim counts too."""
    recordings = recordings_of(folder, (str(r["raw"]) for r in records if r.get("raw")))
    kept: dict[tuple[str, str], Account] = {}
    for record in records:
        labels: Mapping[str, object] = record["labels"]  # type: ignore[assignment]
        for device in identify(evidence(record, recordings), rules):
            for claim in device.claims:
                if claim.attribute not in SAID or not score.labelled(claim.attribute, labels):
                    continue
                account = kept.setdefault((claim.rule, claim.attribute), Account(claim.tier))
                account.makers.add(str(labels.get("vendor")))
                if score.judge(claim.attribute, labels, claim.value)[0]:
                    account.right += 1
                    continue
                account.wrong += 1
                account.samples.append((str(record["id"]), str(labels[claim.attribute]), claim.value))
    return kept


def show_accounts(kept: Mapping[tuple[str, str], Account], *, only_short: bool = True) -> None:
    """Prints those that keep less than their tier promises, the worst first."""
    rows = sorted(kept.items(), key=lambda item: (-item[1].tier, -item[1].wrong, item[0]))
    for (rule, attribute), account in rows:
        if only_short and not account.short:
            continue
        print(
            f"{account.tier.name.lower():7} {attribute:8} {account.right:5} right {account.wrong:4} wrong  "
            f"{len(account.makers):3} makers  {rule}"
        )
        for sample in account.samples[:MOST_SAMPLES]:
            print("           ", *map(repr, sample))


def without_own(rules: RuleSet, score: ModuleType, maker: str) -> RuleSet:
    """The rules of one who has never heard of `maker`: neither its file, nor rules of other files that say its name
    or are named after it or say a system that it alone makes, nor the spellings of its name."""
    words = rules.vocabulary
    names = {name for name in words.vendors if score.judge("vendor", {"vendor": maker}, name)[0]}
    slugs = tuple(f".{slug(name)}-" for name in names)
    systems = {each for each in words.system_makers if words.system_maker(each) in names}

    def foreign(rule: Rule) -> bool:
        said = dict(rule.says)
        return not (
            rule.vendor in names
            or said.get("vendor") in names
            or (slugs and any(part in rule.id for part in slugs))
            or said.get("os") in systems
        )

    def nameless(rule: Rule) -> Rule:
        """A table of makers without this one."""
        is_table = rule.how == "equals" and rule.reads == (MAKER_FIELD,)
        return replace(rule, what=tuple(w for w in rule.what if w not in names)) if is_table else rule

    unheard = replace(
        words,
        vendors={name: also for name, also in words.vendors.items() if name not in names},
        keys={key: name for key, name in words.keys.items() if name not in names},
        system_makers={each: name for each, name in words.system_makers.items() if name not in names},
    )
    return RuleSet((nameless(rule) for rule in rules.rules if foreign(rule)), unheard)


def by_maker(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Label of the maker -> its records; those without one are left out."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if maker := str(record["labels"].get("vendor") or ""):  # type: ignore[attr-defined]
            found[maker].append(record)
    return found
