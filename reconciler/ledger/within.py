"""Headings that have a known one inside them, or that end as names of devices do. Pure."""

from __future__ import annotations

import re

from reconciler.ledger.candidate import EXACT, NAMING, WEAK, WITHIN, Candidate
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.morphemes import tells
from reconciler.ledger.normalise import text

_NUMBER = ("番号", "no", "id", "コド")
"""How the `heading_key` of a number's heading ends."""

_ENDPOINT = frozenset({"ips", "macs", "hostname", "maintainer"})

_NOUNS = frozenset({"department", "place", "user", "responsible", "maker", "kind", "name"})
"""Fields whose headings may stand before another word, which is then what the column is about."""

_PREPOSITIONS = frozenset({"in", "of", "by", "for", "to", "at", "on", "from", "with"})
_NAMED = re.compile(
    r"(構成|対象|接続|設置|導入|使用|保有|搭載)(機器|装置|端末|設備)$|(機|器|装置|設備|端末|カメラ|スコープ|モニタ|モニター|ポンプ|機材|機械|システム)名$|(?<!業者)(?<!会社)(?<!部署)(?<!部門)(?<!場所)(?<!回線)(?<!ソフト)名称$"
)


def within(words: Dictionary, heading: str) -> Candidate | None:
    """The longest known heading inside this one; one at the end weighs more, as Japanese puts the head last."""
    key = heading_key(heading)
    if not 2 <= len(key) <= 40:
        return None
    ends = _ends(heading)
    best: tuple[float, str] | None = None
    for word in words.within:
        if best is not None and len(word) + 1.5 <= best[0]:
            break
        at = key.rfind(word)
        if at < 0 or (word.isascii() and not _stands_alone(key, word, at) and word not in ends):
            continue
        weight = len(word) + (1.5 if key.endswith(word) else 0.0)
        if best is None or weight > best[0]:
            best = (weight, word)
    if best is None:
        kinds = (k for k in words.kinds if key.startswith(k) and key[len(k) :] in _NUMBER)
        if (kind := next(kinds, None)) is not None:
            return Candidate(("tag",), WITHIN + len(kind), f'"{text(heading)}": the number of a {kind}')
        return None
    entry = next(e for e in words.headings[best[1]] if not e.weak)
    shown = text(heading)
    before, _, after = key.rpartition(best[1])
    if after.endswith(_NUMBER) and set(entry.fields) & NAMING:  # 装置番号 is no 装置
        return Candidate(
            ("tag",), WITHIN + best[0], f'"{shown}": the number of a {entry.fields[0]}', entry.dialect
        )
    if set(entry.fields) & _ENDPOINT and _of_another(words, entry.fields, before):
        subject = "another device, at the other end"
        return Candidate((), EXACT - 5, f'"{shown}" is of {subject}', entry.dialect, subject)
    if after and set(entry.fields) <= _NOUNS and _says_another(words, after):
        return None
    if not entry.fields:
        return Candidate(
            (),
            WITHIN + best[0],
            f'"{shown}" is about {entry.subject}, which daicho does not compare',
            entry.dialect,
            entry.subject,
        )
    what = " and ".join(entry.fields)
    return Candidate(
        entry.fields,
        WITHIN + best[0],
        f'"{shown}" has in it a known heading for {what} ({entry.dialect})',
        entry.dialect,
        inner=True,
    )


def _says_another(words: Dictionary, after: str) -> bool:
    """Whether what stands behind is a thing of its own: 部門システム連携 is no department."""
    return any(
        tells(words.grammar, after, name) for name in ("thing", "terminal", "soft", "firm", "person", "link")
    )


def _of_another(words: Dictionary, fields: tuple[str, ...], before: str) -> bool:
    """Whether what stands before is another's: 業者 before IP, and not before 連絡会社, which is the firm itself."""
    ours = {e.fields for e in words.headings.get(before, ())}
    return before.endswith(words.others) and not (fields == ("maintainer",) and fields in ours)


def _ends(heading: str) -> frozenset[str]:
    """The last words of an English heading as keys, two and three of them: Dell Service Tag ends in a Service Tag."""
    parts = text(heading).split()
    tails = (parts[-n:] for n in range(2, min(len(parts), 4)))
    return frozenset(heading_key("".join(t)) for t in tails if t[0].casefold() not in _PREPOSITIONS)


def named(heading: str) -> Candidate | None:
    """スコープ名称, 分析器名: the name of something that is a device."""
    shown = text(heading)
    if not _NAMED.search(shown):
        return None
    return Candidate(("name",), WEAK - 5, f'"{shown}" may mean name: it ends so')


def _stands_alone(key: str, word: str, at: int) -> bool:
    """An English word must not be the middle of another: os is no part of hostname."""
    before, after = key[at - 1 : at], key[at + len(word) : at + len(word) + 1]
    return not (before.isascii() and before.isalpha()) and not (after.isascii() and after.isalpha())
