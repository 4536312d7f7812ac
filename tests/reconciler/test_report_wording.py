"""The catalogues: both languages whole, nothing unused, no code without its sentence, no word of assurance."""

from __future__ import annotations

import ast
import errno
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from agent.device import ATTRIBUTES, Tier
from agent.fault import FAULTS
from agent.scope import Care
from reconciler.advice.checklist import papers
from reconciler.decisions import Verdict
from reconciler.followups import State
from reconciler.ledger.asset import FIELDS, STATES
from reconciler.reconciliation import DeviceBucket, Kind, RowBucket, Severity
from reconciler.report.answers import PROBLEMS
from reconciler.report.appendix import INPUTS
from reconciler.report.checklist import FIGURES, RULES, Suggestion
from reconciler.report.concerns import ASKS, CONCERNS
from reconciler.report.front import LIMITS, METHOD, ROLES, TERMS
from reconciler.report.inquiry import HOW, KEPT, QUESTIONS
from reconciler.report.item import SECTIONS
from reconciler.report.lesson import CHECKS, HABITS, INCIDENT_OF, TOPICS
from reconciler.report.wording import LANGUAGES, OPEN, Language, placeholders, words
from reconciler.required import ours

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "reconciler" / "report"
SOURCES = sorted(REPORT.glob("*.py"))
TEMPLATES = sorted((REPORT / "templates").iterdir())
RECONCILER = sorted(p for p in (ROOT / "reconciler").glob("*.py"))
VOCABULARY = tomllib.loads((ROOT / "agent" / "rules" / "vocabulary.toml").read_text(encoding="utf-8"))


def catalogue(language: str) -> dict[tuple[str, str], str]:
    told: dict[tuple[str, str], str] = {}
    for path in catalogues(language):
        with path.open("rb") as file:
            messages: Iterable[Message] = read_po(file, locale=language)
            told |= {(m.context or "", str(m.id)): str(m.string) for m in messages if m.id}
    return told


def catalogues(language: str) -> list[Path]:
    return sorted((REPORT / "locale" / language / "LC_MESSAGES").glob("*.po"))


JA, EN = catalogue("ja"), catalogue("en")
CHOOSES = {"value.day"}
"""A date is given in parts and whole; each language takes what it needs."""
UNTOLD = {"dialect"}
"""Which of our lists of headings knew a heading: of use to who mends the lists, and a riddle to others."""
CODES = {code for context, code in JA if not context}


def test_both_languages_say_the_same_things() -> None:
    assert [p.name for p in catalogues("ja")] == [p.name for p in catalogues("en")]
    assert JA.keys() == EN.keys()
    assert all(JA.values()) and all(EN.values()), "an empty translation"


@pytest.mark.parametrize("key", JA, ids=lambda key: key[1][:40])
def test_placeholders_agree(key: tuple[str, str]) -> None:
    if key[1] not in CHOOSES:
        assert placeholders(JA[key]) - UNTOLD == placeholders(EN[key]) - UNTOLD
    if key[0] == "said":
        assert placeholders(JA[key]) | (placeholders(key[1]) & UNTOLD) == placeholders(key[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_code_is_written_twice(language: str) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in catalogues(language))
    ids = re.findall(r'^(?:msgctxt "said"\n)?msgid "(.+)"$', text, re.MULTILINE)
    assert len(ids) == len(set(ids))


# -- codes and sentences ------------------------------------------------------------------------

SECTION_NAMES = [name for name, _ in SECTIONS]
KINDS_OF_DEVICE = [kind for kinds in VOCABULARY["kinds"].values() for kind in kinds]
FAMILIES: dict[str, Iterable[str]] = {
    **{family: [k.value for k in Kind] for family in ("kind", "finding", "do", "risk")},
    **{family: [v.value for v in Verdict] for family in ("verdict", "verdict_also")},
    "follow": [s.value for s in State],
    "problem": PROBLEMS,
    **{f"device_{x}": [b.value for b in DeviceBucket] for x in ("bucket", "meaning", "story")},
    **{f"row_{x}": [b.value for b in RowBucket] for x in ("bucket", "meaning", "story")},
    "severity": [s.name for s in Severity],
    "tier": [t.name for t in Tier],
    "list": SECTION_NAMES,
    "intro": SECTION_NAMES,
    "concern": CONCERNS,
    "why": CONCERNS,
    "ask": ASKS,
    "method": METHOD,
    "term": TERMS,
    "meaning": TERMS,
    "class": [*VOCABULARY["kinds"], "unknown"],
    "sort": KINDS_OF_DEVICE,
    "remote": VOCABULARY["remote"],
    "do_decided": ["promise", "ignore"],
    "do_because": [f"NOT_LOOKED.{x}" for x in ("not_networked", "no_address_recorded", "address_not_asked")],
    "state": STATES,
    "networked": ["yes", "no"],
    "suggestion": [x.value for x in Suggestion],
    "checklist_rule": RULES,
    "figure": FIGURES,
    "question": QUESTIONS,
    "kept": KEPT,
    "how": HOW,
    "input": INPUTS,
    **{f"lesson_{x}": TOPICS for x in ("found", "why")},
    "incident": {*INCIDENT_OF.values(), "general"},
    "habit": HABITS,
    "lesson_check": CHECKS,
    "key": ["tag", "serial", "row"],
    "care": [c.value for c in Care],
    "ended": ["identified", "care", "budget", "silent", "end", "not_reached"],
    "field": {
        *FIELDS,
        *ATTRIBUTES,
        *VOCABULARY["attributes"],
        *ours().requirements,
        "any",
        "networked",
        "proxy_arp",
    },
}
"""Families whose codes are told elsewhere: the catalogue has these and no others."""


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_a_sentence_for_each_of_its_codes(family: str) -> None:
    has = {code.partition(".")[2] for code in CODES if code.startswith(f"{family}.")}
    wants = set(FAMILIES[family]) - ({"kind"} if family == "field" and "kind" not in has else set())
    assert has == wants


def literals(path: Path) -> set[str]:
    if path.suffix == ".py":
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return set(re.findall(r"""["']([A-Za-z_.]+)["']""", path.read_text(encoding="utf-8")))


def test_every_sentence_is_used() -> None:
    written = set[str]().union(*(literals(p) for p in (*SOURCES, *TEMPLATES)))
    apart = {"reason", "check", *FAMILIES}
    told_by = {
        "limit": LIMITS,
        "sign": ROLES,
        "fault": FAULTS,
        "column": [f"bucket_{b.value}" for b in DeviceBucket],
        "table": [*SECTION_NAMES, *(f"answers_{paper.code}" for paper in papers())],
        "mark": [b.value for b in DeviceBucket],
    }
    for code in CODES:
        family, _, name = code.partition(".")
        if family in apart or code in written or name in told_by.get(family, ()):
            continue
        assert family in written and name in written, f"nothing says {code}"


def test_every_code_that_is_asked_for_is_there() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "w":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    assert first.value in CODES, f"{path.name}:{node.lineno}: {first.value}"
    for path in TEMPLATES:
        for code in re.findall(r"""\bw\(["']([^"']+)["']""", path.read_text(encoding="utf-8")):
            assert code in CODES, f"{path.name}: {code}"


# -- the reconciler's codes ---------------------------------------------------------------------

SPEAKERS = {"Reason", "_why", "why"}
BY_NAME = {"crowd.feature": ["serial_shared", "mac_shared", "hostname_shared", "tag_shared", "ip_shared"]}
"""Expressions whose value comes from a table."""


def spoken(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """(code, against) of every reason that a module makes; a part that varies is "*"."""
    functions = {n.name: n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}
    for function in functions.values():
        if function.name in SPEAKERS:
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SPEAKERS and node.args:
                against = any(k.arg == "against" for k in node.keywords)
                for code in values(node.args[0], function, functions):
                    yield code, against


def values(node: ast.expr, function: ast.FunctionDef, functions: dict[str, ast.FunctionDef]) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from values(node.body, function, functions)
            yield from values(node.orelse, function, functions)
        case ast.JoinedStr():
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "*" for v in node.values)
        case ast.Name():
            given = [
                n.value
                for n in ast.walk(function)
                if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == node.id
            ]
            assert given, f"{function.name}: where does {node.id} come from?"
            for value in given:
                yield from values(value, function, functions)
        case ast.Call(func=ast.Name(id=name)) if name in functions:
            for n in ast.walk(functions[name]):
                if isinstance(n, ast.Return) and n.value is not None:
                    yield from values(n.value, functions[name], functions)
        case _:
            text = ast.unparse(node)
            assert text in BY_NAME, f"{function.name}: which codes can {text} be?"
            yield from BY_NAME[text]


SPOKEN = sorted({said for path in RECONCILER for said in spoken(ast.parse(path.read_text(encoding="utf-8")))})


def test_the_collector_finds_codes() -> None:
    assert {("serial", False), ("serial", True), ("segment_covered", False), ("cell_empty", False)} <= set(
        SPOKEN
    )


@pytest.mark.parametrize(("code", "against"), SPOKEN)
def test_every_reason_has_a_sentence(code: str, against: bool) -> None:
    wanted = re.compile(re.escape(f"reason.{code}{'.against' if against else ''}").replace(r"\*", r"\w+"))
    assert any(wanted.fullmatch(c) for c in CODES), code


def test_no_sentence_stands_for_a_reason_that_nobody_gives() -> None:
    known = [re.escape(f"reason.{c}{'.against' if a else ''}").replace(r"\*", r"\w+") for c, a in SPOKEN]
    for code in CODES:
        if code.startswith("reason."):
            assert any(re.fullmatch(k, code) for k in known), code


def test_every_settling_check_has_a_sentence() -> None:
    found = {
        text
        for path in RECONCILER
        for text in literals(path)
        if re.fullmatch(r"(read|ask|look|count)_[a-z_]+", text)
    }
    assert {f"check.{c}" for c in found} == {c for c in CODES if c.startswith("check.")}


# -- how it behaves -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_code_of_an_open_family_is_shown(language: Language) -> None:
    w = words(language)
    for family in OPEN:
        assert w.of(family, "never_heard_of") == "never_heard_of"
    with pytest.raises(KeyError):
        w.of("kind", "never_heard_of")
    with pytest.raises(KeyError):
        w("value.total_of_what")


def test_values_are_not_read_as_templates() -> None:
    assert words("ja")("value.tag", tag="{clock}%s{0}") == "管理番号 {clock}%s{0}"


def test_times_are_japans_and_odd_ones_are_shown_as_they_are() -> None:
    assert words("ja").time("2026-06-15T15:04:05Z") == "2026年6月16日 00:04"
    assert words("en").time("2026-06-15T15:04:05") == "2026-06-16 00:04 JST"
    assert words("ja").time("never\x1b[2J") == "never[U+001B][2J"


def test_a_sentence_of_the_agent_is_told_in_japanese() -> None:
    w = words("ja")
    said = w.said("3F\x07: the kernel dropped 1204 frames; silence there proves nothing")
    assert said.startswith("3F[U+0007]：受信を1204件") and "kernel" not in said
    assert w.said("a sentence that nobody translated") == "a sentence that nobody translated"


def test_a_sentence_within_a_sentence_is_told_too() -> None:
    why = '"ＩＰ" is a known heading for ips (ip), though only 2 of 9 cells look like one'
    assert words("ja").said(why) == (
        "見出し「ＩＰ」は IPアドレス として知られています。ただし、そのように読めるセルは9個中2個です"
    )


def test_of_two_sentences_that_fit_the_one_that_says_more_is_meant() -> None:
    assert words("ja").said("continues row 5 (merged cells)") == "5行目の続き（結合セル）"
    assert words("ja").said("continues row 5") == "5行目の続き"


SAID = sorted(code for context, code in JA if context == "said")


@pytest.fixture(scope="module")
def spoken_texts() -> str:
    """Every text that stands in the code and the data of all rooms, one after another."""
    paths = [
        p
        for room in ("probes", "agent", "reconciler")
        for p in (ROOT / room).rglob("*.py")
        if p.parent != REPORT
    ]
    kept = [p.read_text(encoding="utf-8") for p in (ROOT / "reconciler" / "ledger").rglob("*.toml")]
    system = [os.strerror(number) for number in errno.errorcode]
    return "\n".join([*(text for p in paths for text in sorted(literals(p))), *kept, *system])


@pytest.mark.parametrize("sentence", SAID)
def test_a_translated_sentence_is_still_said(sentence: str, spoken_texts: str) -> None:
    for part in re.split(r"\{\w+\}|; ", sentence):
        assert part in spoken_texts or part.strip(' ;,:("') in spoken_texts, part


@pytest.mark.parametrize("sentence", SAID)
def test_a_sentence_is_found_by_its_own_template(sentence: str) -> None:
    filled = re.sub(r"\{\w+\}", "7", sentence)
    told = words("ja").said(filled)
    assert told != filled and not re.search(r"[a-z]{4,} [a-z]{2,} [a-z]{2,}", told.replace(".xlsx", ""))


ASSURING = {
    "ja": r"不正機器|不正な機器|(異常|問題)は?(なし|ありません|ございません)|安全です|発見されなかった|万全",
    "en": r"\brogue\b|no problems?\b|\bis safe\b|\bare safe\b|\bsecure\b|nothing wrong",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_reads_as_assurance_or_blame(language: str) -> None:
    for (_, code), text in (JA if language == "ja" else EN).items():
        assert not re.search(ASSURING[language], text, re.IGNORECASE), code


def test_the_words_that_hospitals_were_promised() -> None:
    assert JA[("", "kind.UNREGISTERED")] == "台帳未登録の機器（所有者要確認）"
    assert JA[("", "kind.NOT_SEEN")] == "台帳にあり今回未検出（電源断・撤去・別網の可能性）"
