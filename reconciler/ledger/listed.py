"""A heading, or one part of it, that a dialect has as it stands: columns/*.toml. Pure."""

from __future__ import annotations

import re

from reconciler.ledger.candidate import BRACKETS, EXACT, WEAK, Candidate
from reconciler.ledger.dictionary import Dictionary, Entry, heading_key
from reconciler.ledger.normalise import text

_NUMBERING = re.compile(r"^\s*[(\[]?\d{1,2}[)\].:、\s]+(?=\D)|^\s*[A-Z]\s*[.)]\s*")
TERM_BEGINS = re.compile(r"自|始|始期|開始|開始日|開始年月日?|から|from|start(?: date)?|begin", re.IGNORECASE)
TERM_ENDS = re.compile(
    r"至|終|終期|終了|終了日|終了年月日?|満了|満了日|満了年月日?|まで|to|until|end(?: date)?", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"[(\[【〔<{](.*?)[)\]】〕>}]")
LEASE = re.compile(r"リース|レンタル|賃貸?借|lease|rental", re.IGNORECASE)
_WHOM = frozenset({"department", "place", "user", "maintainer"})
_SAYS_WHICH = frozenset({"hostname", "model", "serial"})
_BEFORE = re.compile(r"旧|変更前|移行前|更新前|交換前|入替前|移設前")
OF_BEFORE = re.compile(
    r"(旧(?!館|棟|病棟)|変更前|移行前|更新前|交換前|入替前|移設前|撤去|(old|former|previous|replaced)\b)",
    re.IGNORECASE,
)
"""A group of headings that tells of the device that was there before."""


def listed(entry: Entry, shown: str, score: float) -> Candidate:
    if not entry.fields:
        return Candidate(
            (),
            score,
            f'"{shown}": {entry.subject}, which daicho does not compare',
            entry.dialect,
            entry.subject,
        )
    what = " and ".join(entry.fields)
    if entry.weak:
        return Candidate(
            entry.fields,
            score,
            f'"{shown}" may mean {what} ({entry.dialect})',
            entry.dialect,
            rank=entry.rank,
        )
    return Candidate(
        entry.fields,
        score,
        f'"{shown}" is a known heading for {what} ({entry.dialect})',
        entry.dialect,
        rank=entry.rank,
    )


def exact(words: Dictionary, leaf: str) -> list[Candidate]:
    """One part that is known as it stands, without its brackets, or without a number in front; else []."""
    shown = _with_number(text(leaf))
    found: list[Candidate] = []
    for form, less in ((shown, 0.0), (BRACKETS.sub("", shown), 3.0), (_NUMBERING.sub("", shown), 2.0)):
        for entry in words.exact(form):
            found.append(listed(entry, shown, (WEAK if entry.weak else EXACT) - less))
        if form != shown and _begins(shown) and any("maintained_until" in c.fields for c in found):
            return [begun(shown)]
        if form == shown and found and not any(c.fields for c in found) and _named_before(words, shown):
            found = []  # 業者(連絡先) is no 業者連絡先
        if found:
            return [*_within_brackets(words, shown, found), *found]
    key = heading_key(BRACKETS.sub("", shown))
    if (old := _BEFORE.match(key)) and words.headings.get(key[old.end() :]):
        subject = "what it was before"
        return [Candidate((), EXACT - 5, f'"{shown}" is {subject}', subject=subject)]
    if key.startswith("新"):
        found.extend(
            listed(entry, shown, (WEAK if entry.weak else EXACT) - 5)
            for entry in words.headings.get(key[1:], ())
        )
    for kind in words.kinds:  # サーバ機種, 端末メーカー
        if key.startswith(kind) and len(key) > len(kind):
            for entry in words.headings.get(key[len(kind) :], ()):
                found.append(listed(entry, shown, (WEAK if entry.weak else EXACT) - 6))
    return found


def _with_number(shown: str) -> str:
    """# is a number, alone or behind a word: Asset#."""
    if "#" in shown and not heading_key(shown):
        return "No"
    return f"{shown[:-1].strip()} No" if shown.endswith("#") else shown


def is_half(leaf: str) -> bool:
    """自, 至, 開始, 終了: one end of a term, below the heading of the whole."""
    shown = text(leaf)
    return bool(TERM_BEGINS.fullmatch(shown) or TERM_ENDS.fullmatch(shown))


def _begins(shown: str) -> bool:
    inner = _IN_BRACKETS.search(shown)
    return inner is not None and bool(TERM_BEGINS.fullmatch(inner[1].strip()))


def begun(shown: str) -> Candidate:
    """リース期間(自): a lease begins when the thing comes; a contract of maintenance has a begin of its own."""
    if LEASE.search(shown):
        return Candidate(("introduced",), EXACT - 4, f'"{shown}" is when a lease begins: introduced')
    subject = "when a contract begins"
    return Candidate((), EXACT - 4, f'"{shown}" is {subject}', subject=subject)


def _named_before(words: Dictionary, shown: str) -> bool:
    """Whether what stands before the brackets is a heading of a field in its own right."""
    bare = BRACKETS.sub("", shown)
    return bare != shown and any(e.fields and not e.weak for e in words.exact(bare))


def _within_brackets(words: Dictionary, shown: str, found: list[Candidate]) -> list[Candidate]:
    """装置名(Hostname): a name, and the brackets say which."""
    if not (inner := BRACKETS.search(shown)):
        return []
    entries = words.exact(inner[0])
    if (
        shown.partition(inner[0])[0].rstrip().endswith("先")
    ):  # 設置先(部署): a place, a firm or whoever the brackets say
        return [listed(e, shown, EXACT) for e in entries if not e.weak and set(e.fields) & _WHOM]
    if found[0].fields != ("name",):
        return []
    return [listed(e, shown, EXACT) for e in entries if not e.weak and set(e.fields) & _SAYS_WHICH]
