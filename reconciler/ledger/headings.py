"""What one heading may mean: candidates with a score and the reason in plain English. Pure.

A heading has parts from top to bottom (ネットワーク over IP). The joined parts are tried first, then the last
part, then the one above it, then words inside. Content does not count here; columns.py weighs that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reconciler.ledger.dictionary import Dictionary, Entry, heading_key
from reconciler.ledger.morphemes import composed
from reconciler.ledger.normalise import text

JOINED, EXACT, ABOVE_VERSION, ABOVE, JOINED_WEAK, WEAK, WITHIN = 100.0, 90.0, 85.0, 72.0, 64.0, 62.0, 40.0
"""Scores: only their order matters. From STRONG up a heading is known; below it is a guess."""
STRONG = 86.0

COMPOSED, COMPOSED_WEAK = 83.5, 58.0
"""A heading that no list has, by what it is made of: known where each of its words is."""

MISSPELT = 55.0

_LIKE_DATA = frozenset(
    {
        "place",
        "department",
        "name",
        "kind",
        "state",
        "maker",
        "os",
        "software",
        "user",
        "hostname",
        "model",
        "note",
    }
)
"""Fields whose headings are words that stand in cells, too: 検査室, 電子カルテ端末."""

SEPARATORS = re.compile(r"\s*[/・／，,、|]\s*|\n")
"""Between the things that one cell holds, in its heading and in the cell."""

_BRACKETS = re.compile(r"[(\[【〔<{].*?[)\]】〕>}]")
_NUMBERING = re.compile(r"^\s*[(\[]?\d{1,2}[)\].:、\s]+(?=\D)|^\s*[A-Z]\s*[.)]\s*")
_JOINED = re.compile(r"(?<=[^\W\d])\s*(?:と|及び|および|&|\+|\band\b)\s*(?=[^\W\d])")
_VERSION = "software_version"
_BEFORE = re.compile(r"旧|変更前|移行前|更新前|交換前")
_NUMBER = ("番号", "no", "id", "コド")
"""How the `heading_key` of a number's heading ends."""

_ENDPOINT = frozenset({"ips", "macs", "hostname", "maintainer"})
_NAMING = frozenset({"name", "kind", "tag", "model", "user", "maker", "quantity", "department", "place"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """fields: one; several for a cell that holds them; none where the heading is known and nothing to us (subject).
    made: found by what the heading is made of."""

    fields: tuple[str, ...]
    score: float
    why: str
    dialect: str = ""
    subject: str = ""
    rank: int = 0
    made: bool = False


def label(parts: tuple[str, ...]) -> str:
    """The heading as people see it: 大項目/小項目, on one line."""
    return "/".join(text(part) for part in parts)


@lru_cache(maxsize=8192)
def candidates(words: Dictionary, parts: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Best first; () for a heading that nobody knows. Each set of fields stands once."""
    found: list[Candidate] = []
    for start in range(len(parts) - 1):  # all parts joined, then those below the uppermost, ...
        for entry in words.exact("".join(parts[start:])):
            found.append(_known(entry, label(parts), (JOINED_WEAK if entry.weak else JOINED) - start))
    leaf = parts[-1] if parts else ""
    below = exact(words, leaf)
    if len(parts) > 1:
        found.extend(_above(words, parts, below))
    found.extend(below)
    if not found or max(c.score for c in found) < STRONG - 4:
        found.extend(_by_making(words, parts, bool(below)))
    if not found or found[0].score < STRONG - 4:
        found.extend(_pieces(words, leaf))
    if not found or found[0].score < STRONG - 4:
        within = (
            _within(words, leaf)
            or _named(leaf)
            or (_within(words, "".join(parts)) if len(parts) > 1 else None)
        )
        if within is not None:
            found.append(within)
    if not found and parts:
        found.extend(_misspelt(words, leaf))
    best: dict[tuple[str, ...], Candidate] = {}
    for candidate in sorted(found, key=lambda c: -c.score):
        best.setdefault(candidate.fields, candidate)
    return tuple(best.values())


def known(words: Dictionary, leaf: str) -> int:
    """2: a heading that means one thing; 1: one that may; 0: nothing known."""
    found = exact(words, leaf)
    if found:
        return 2 if found[0].score >= STRONG - 4 else 1
    made = composed(words.grammar, leaf)
    if made is None or not made.sure:
        return 0
    return 2 if made.fields and not set(made.fields) & _LIKE_DATA else 1


def _by_making(words: Dictionary, parts: tuple[str, ...], listed: bool) -> list[Candidate]:
    """By the words that the heading is made of: its last part, and where that says too little all parts as one.
    listed: the last part is in a dialect, which knows better."""
    found: list[Candidate] = []
    whole = parts and not listed and len(_cut(words, text(parts[-1]))) == 1
    forms = [parts[-1]] if whole else []
    forms += ["".join(parts[start:]) for start in range(len(parts) - 2, -1, -1)]
    for number, form in enumerate(forms):
        made = composed(words.grammar, form)
        if made is None or made.share < (0.5 if made.certain else 0.7) or (number and not made.sure):
            continue
        shown = label(parts)
        score = COMPOSED - number if made.sure else COMPOSED_WEAK - 24 * (1 - made.share)
        if not made.fields:
            why = f'"{shown}" is {made.reading}: {made.subject}, which daicho does not compare'
            found.append(Candidate((), score, why, subject=made.subject))
        for fields, less in ((made.fields, 0), (made.instead, 14)):
            if fields:
                what = " and ".join(fields)
                why = f'"{shown}" is made of {made.reading}: {what}'
                found.append(Candidate(fields, score - less, why, made=True))
        if made.sure:
            break
    return found


def _known(entry: Entry, shown: str, score: float) -> Candidate:
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
    shown = text(leaf)
    if "#" in shown and not heading_key(shown):
        shown = "No"
    found: list[Candidate] = []
    for form, less in ((shown, 0.0), (_BRACKETS.sub("", shown), 3.0), (_NUMBERING.sub("", shown), 2.0)):
        for entry in words.exact(form):
            found.append(_known(entry, shown, (WEAK if entry.weak else EXACT) - less))
        if found:
            return found
    key = heading_key(_BRACKETS.sub("", shown))
    if (old := _BEFORE.match(key)) and words.headings.get(key[old.end() :]):
        subject = "what it was before"
        return [Candidate((), EXACT - 5, f'"{shown}" is {subject}', subject=subject)]
    if key.startswith("新"):
        found.extend(
            _known(entry, shown, (WEAK if entry.weak else EXACT) - 5)
            for entry in words.headings.get(key[1:], ())
        )
    for kind in words.kinds:  # サーバ機種, 端末メーカー
        if key.startswith(kind) and len(key) > len(kind):
            for entry in words.headings.get(key[len(kind) :], ()):
                found.append(_known(entry, shown, (WEAK if entry.weak else EXACT) - 6))
    return found


def _above(words: Dictionary, parts: tuple[str, ...], below: list[Candidate]) -> list[Candidate]:
    """OS over 名称 is the OS; OS over バージョン is its version; メーカー over 名称 is the maker."""
    strong = [e for e in words.exact(parts[-2]) if not e.weak and len(e.fields) == 1]
    if not strong or (below and below[0].score >= STRONG - 3):
        return []
    entry, shown = strong[0], label(parts)
    field = entry.fields[0]
    said = {f for c in below for f in c.fields}
    if _VERSION in said and field in {"os", "software"}:
        which = f"{field}_version"
        return [
            Candidate(
                (which,), ABOVE_VERSION, f'"{shown}": the version that belongs to {field}', entry.dialect
            )
        ]
    if below and not said & _NAMING:
        return []
    why = f'"{text(parts[-2])}" above it is a known heading for {field} ({entry.dialect})'
    return [Candidate(entry.fields, ABOVE, why, entry.dialect)]


def _pieces(words: Dictionary, leaf: str) -> list[Candidate]:
    """メーカー／機種／製造番号 heads cells that hold all three; of 規格・銘柄 the first word is known, and may be meant."""
    shown = text(leaf)
    pieces = _cut(words, shown)
    if len(pieces) < 2:
        return []
    known = [_piece(words, piece) for piece in pieces]
    if any(known) and len(kept := [k for k in known if not (k and not k[0].fields)]) == 1 and kept[0]:
        first = kept[0][0]  # AEタイトル/ポート
        what = " and ".join(first.fields)
        return [Candidate(first.fields, WEAK, f'"{shown}" may mean {what} ({first.dialect})', first.dialect)]
    fields = tuple(found[0].fields[0] for found in known if found and len(found[0].fields) == 1)
    unsure = any(found and found[0].made and found[0].score < STRONG - 4 for found in known)
    if (
        len(fields) == len(pieces) == len(set(fields))
        and not unsure
        and not set(fields)
        & {
            "macs",
            "ips",
            "dhcp",
            "networked",
            "unit",
        }
    ):
        return [
            Candidate(
                fields, EXACT - 4, f'"{shown}": each part is known, {", ".join(fields)}', known[0][0].dialect
            )
        ]
    if len(fields) == len(pieces) and len(set(fields)) == 1:  # also where each may mean it: 棟/階
        return [
            Candidate(fields[:1], EXACT - 4, f'"{shown}": each part means {fields[0]}', known[0][0].dialect)
        ]
    if known[0] and len(known[0][0].fields) == 1 and not any(known[1:]):
        first = known[0][0]
        return [
            Candidate(
                first.fields, WEAK, f'"{shown}" may mean {first.fields[0]} ({first.dialect})', first.dialect
            )
        ]
    return []


def _piece(words: Dictionary, piece: str) -> list[Candidate]:
    found = exact(words, piece) or _by_making(words, (piece,), listed=False)
    return found[:1]


def _cut(words: Dictionary, shown: str) -> list[str]:
    """At signs, else at the words that join two headings: メーカーと型式, Maker & model."""
    pieces = [p for p in SEPARATORS.split(shown) if p.strip()]
    if len(pieces) == 1:
        lines = shown.split() if not shown.isascii() else []  # メーカー, 型式 and 製造番号 one below the other
        for way, least in ((_JOINED.split(shown), 1), (lines, 2)):
            joined = [p for p in way if p.strip()]
            if len(joined) > 1 and all(known(words, p) >= least for p in joined):
                return joined
    return pieces


def _within(words: Dictionary, heading: str) -> Candidate | None:
    """The longest known heading inside this one; one at the end weighs more, as Japanese puts the head last."""
    key = heading_key(heading)
    if not 2 <= len(key) <= 40:
        return None
    best: tuple[float, str] | None = None
    for word in words.within:
        if best is not None and len(word) + 1.5 <= best[0]:
            break
        at = key.rfind(word)
        if at < 0 or (word.isascii() and not _stands_alone(key, word, at)):
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
    if after.endswith(_NUMBER) and set(entry.fields) & _NAMING:  # 装置番号 is no 装置
        return Candidate(
            ("tag",), WITHIN + best[0], f'"{shown}": the number of a {entry.fields[0]}', entry.dialect
        )
    if set(entry.fields) & _ENDPOINT and before.endswith(words.others):
        subject = "another device, at the other end"
        return Candidate((), EXACT - 5, f'"{shown}" is of {subject}', entry.dialect, subject)
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
    )


def _misspelt(words: Dictionary, leaf: str) -> list[Candidate]:
    """A known heading with one slip: a character for one that looks like it (設置揚所), one too many or too few,
    two that changed places (Serail No). Only where all headings that are so near mean the same."""
    key = heading_key(_BRACKETS.sub("", text(leaf)))
    if not 2 <= len(key) <= 24 or (key.isascii() and len(key) < 5):
        return []
    near = {w for form in _one_off(key) for w in _spellings(words).get(form, ()) if _slipped(words, key, w)}
    entries = [e for w in near for e in words.headings[w]]
    if len({e.fields for e in entries}) != 1:
        return []
    entry, shown = entries[0], text(leaf)
    if not entry.fields:
        why = f'"{shown}" is perhaps {entry.subject}, misspelt'
        return [Candidate((), WITHIN, why, subject=entry.subject)]
    what, like = " and ".join(entry.fields), min(near)
    why = f'"{shown}" is one character from "{like}", a known heading for {what}'
    return [Candidate(entry.fields, MISSPELT, why, entry.dialect)]


def _slipped(words: Dictionary, key: str, word: str) -> bool:
    """Whether `key` may be `word` with one slip of the pen."""
    if len(key) != len(word):
        return max(len(key), len(word)) > 4
    other = [(a, b) for a, b in zip(key, word, strict=True) if a != b]
    if len(other) == 2:
        return len(key) > 4  # changed places
    a, b = other[0]
    katakana = all("ァ" <= sign <= "ヺ" for sign in (a, b)) and len(key) > 3
    return b in words.grammar.alike.get(a, ()) or katakana or (key.isascii() and a.isalpha())


def _one_off(key: str) -> Iterator[str]:
    """Forms that two words share where one has a character that the other has otherwise or not, or two the other
    way round."""
    yield key
    for i in range(len(key)):
        yield f"{key[:i]}?{key[i + 1 :]}"
        yield key[:i] + key[i + 1 :]
        if i + 1 < len(key):
            yield f"{key[:i]}~{''.join(sorted(key[i : i + 2]))}{key[i + 2 :]}"


@lru_cache(maxsize=4)
def _spellings(words: Dictionary) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words.headings:
        if len(word) >= (5 if word.isascii() else 2):
            for form in _one_off(word):
                found.setdefault(form, []).append(word)
    return {form: tuple(listed) for form, listed in found.items()}


_NAMED = re.compile(
    r"(構成|対象|接続|設置|導入|使用|保有|搭載)(機器|装置|端末|設備)$|(機|器|装置|設備|端末|カメラ|スコープ|モニタ|モニター|ポンプ|機材|機械|システム)名$|(?<!業者)(?<!会社)(?<!部署)(?<!部門)(?<!場所)(?<!回線)(?<!ソフト)名称$"
)


def _named(heading: str) -> Candidate | None:
    """スコープ名称, 分析器名: the name of something that is a device."""
    shown = text(heading)
    if not _NAMED.search(shown):
        return None
    return Candidate(("name",), WEAK, f'"{shown}" may mean name: it ends so')


def _stands_alone(key: str, word: str, at: int) -> bool:
    """An English word must not be the middle of another: os is no part of hostname."""
    before, after = key[at - 1 : at], key[at + len(word) : at + len(word) + 1]
    return not (before.isascii() and before.isalpha()) and not (after.isascii() and after.isalpha())
