"""What a heading means by what it is made of: 調達年 is a word for acquiring and one for a date. Pure.

columns/morphemes.toml names the words by class and the patterns of classes that mean a field. A heading is cut
into its words, the longest that fit; what is left over is a word that nobody knows. Japanese and English both
put the head last, so a pattern is looked for at the end, and whatever stands before it only narrows it down.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z](?:/[A-Za-z]+)+|[A-Za-z][A-Za-z0-9]*|\d+|[^\W\dA-Za-z_]+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_BRACKETS = re.compile(r"[(\[【〔<{].*?[)\]】〕>}]")
_PATTERN = re.compile(r"\s*([a-z_]+|[()|?*+.])")
_OF = re.compile(r"\s*(\S.*?)\s+of\s+(?:the |this |a )?(.*\S)\s*", re.IGNORECASE)
_COUNTED = re.compile(r"(?:total )?(?:no|nos|number|count|qty|quantity)\W*", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:date|year|day)$", re.IGNORECASE)
_SAYS_WHICH = frozenset({"hostname", "model", "serial"})
_KATAKANA = re.compile(r"[ァ-ヺ]")
_NO_HEADING = re.compile(
    r"\d{3}|\d\.\d|[^\d\s(]:[^\s\d]|^\W*win(dows)?\s*(\d+|xp|vista|server)(\s*(pro|home|enterprise|iot|education))?\W*$",
    re.IGNORECASE,
)
"""Numbers, a label with its value behind a colon, and the name of a system are content."""

_FILLER = "filler"
_TOKEN = "(?:<[^<>]*>)"
_UNKNOWN = "<?>"
_LONGEST = 40
"""Characters of a heading that are looked at."""

_COST_WORD, _COST_UNKNOWN = 1.0, 2.5


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of [[meanings]]. instead: the fields of its `or`."""

    end: re.Pattern[str]
    unless: frozenset[str]
    fields: tuple[str, ...]
    instead: tuple[str, ...]
    subject: str
    sure: bool
    whole: bool
    cells: bool
    alone: bool
    less: float


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """words: folded word -> its classes.  finer: classes that only tell words of another class apart.
    katakana: kanji -> the katakana that it is typed for.  alike: character -> those that are typed or read for it,
    itself included."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    finer: frozenset[str] = frozenset()
    patterns: tuple[Pattern, ...] = ()
    katakana: Mapping[str, str] = field(default_factory=dict)
    alike: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Composed:
    """fields: () where the heading is known and no field of ours (subject).  instead: another meaning.
    certain: the pattern is; sure: and every word is known, too.  share: of the heading's characters that are
    known words, or of its words, 0 to 1.  cells: they must bear it out.  reading: its words as a person would cut them."""

    fields: tuple[str, ...]
    instead: tuple[str, ...]
    subject: str
    sure: bool
    certain: bool
    cells: bool
    less: float
    share: float
    reading: str


def folded(word: str) -> str:
    """The form in which words of headings are compared."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    return "".join(c for c in plain if c.isalnum() and c != "ー")


def grammar_of(
    morphemes: Iterable[tuple[str, Iterable[str]]],
    meanings: Iterable[Mapping[str, object]],
    lookalikes: Mapping[str, Iterable[str]],
    targets: Iterable[str],
    finer: Iterable[str] = (),
) -> Grammar:
    """Raises ValueError for a pattern of classes, or a field, that does not exist."""
    words: dict[str, set[str]] = {}
    classes, known = set[str](), set(targets)
    for name, listed in morphemes:
        classes.add(name)
        for word in listed:
            words.setdefault(folded(word), set()).add(name)
    words.pop("", None)
    patterns = tuple(_pattern(one, classes, known) for one in meanings)
    katakana = {group[0]: group[1] for group in lookalikes.get("katakana", ())}
    alike: dict[str, frozenset[str]] = {}
    for group in lookalikes.get("alike", ()):
        alike.update({sign: alike.get(sign, frozenset()) | frozenset(group) for sign in group})
    return Grammar({w: frozenset(c) for w, c in words.items()}, frozenset(finer), patterns, katakana, alike)


def _pattern(table: Mapping[str, object], classes: set[str], targets: set[str]) -> Pattern:
    of, unless = str(table.get("of", "")), table.get("unless", [])
    names = [str(name) for name in unless] if isinstance(unless, list) else []
    fields, instead = _fields(table.get("field", "")), _fields(table.get("or", ""))
    pieces = [m[1] for m in _PATTERN.finditer(of)]
    if wrong := [p for p in (*pieces, *names) if p[0].isalpha() and p not in classes]:
        raise ValueError(f"[[meanings]] {of!r}: no class of [morphemes]: {', '.join(wrong)}")
    if wrong := [f for f in (*fields, *instead) if f not in targets]:
        raise ValueError(f"[[meanings]] {of!r}: no field: {', '.join(wrong)}")
    if not pieces or not (fields or table.get("subject")):
        raise ValueError(f"[[meanings]] {of!r}: needs `of`, and `field` or `subject`")
    end = "".join(
        rf"(?:<[^<>]*\b{p}\b[^<>]*>)" if p[0].isalpha() else _TOKEN if p == "." else p for p in pieces
    )
    return Pattern(
        re.compile(f"(?P<before>{_TOKEN}*?)(?:{end})"),
        frozenset(names),
        fields,
        instead,
        str(table.get("subject", "")),
        bool(table.get("sure", False)),
        bool(table.get("whole", False)),
        bool(table.get("cells", False)),
        bool(table.get("alone", False)),
        float(str(table.get("less", 0))),
    )


def _fields(value: object) -> tuple[str, ...]:
    return tuple(str(value).split("+")) if value else ()


@lru_cache(maxsize=16384)
def composed(grammar: Grammar, heading: str) -> Composed | None:
    """The first meaning that fits, without what stands in brackets, then with it; None where none does."""
    plain = unicodedata.normalize("NFKC", heading).replace("#", " no ").replace("'", "")
    if len(plain) > _LONGEST or _NO_HEADING.search(plain) or not grammar.patterns:
        return None
    plain = "".join(_unlike(plain, grammar.katakana))
    bare = _BRACKETS.sub(" ", plain)
    turned = _head_last(bare)
    for form in dict.fromkeys((turned, plain) if turned != bare else (bare, plain)):
        if (found := _meaning(grammar, form, plain)) is not None:
            return _said_in_brackets(grammar, found, plain)
    return None


def _head_last(bare: str) -> str:
    """Date of last service is the last service date, the number of devices a quantity of them."""
    cut = _OF.fullmatch(bare)
    if cut is None or cut[1].casefold().endswith("out"):
        return bare
    head, rest = ("quantity", cut[2]) if _COUNTED.fullmatch(cut[1]) else (cut[1], cut[2])
    when = _WHEN.search(rest)
    return f"{rest[: when.start()]} {head} {when[0]}" if when else f"{rest} {head}"


def _said_in_brackets(grammar: Grammar, found: Composed, plain: str) -> Composed:
    """LANアドレス(MAC), NAS名(ホスト名): of two meanings, or of a mere name, the brackets say which."""
    inner = _BRACKETS.search(plain)
    said = _meaning(grammar, inner[0], inner[0]) if inner else None
    if said is None or not said.fields:
        return found
    if said.fields == found.instead or (
        found.fields == ("name",) and said.sure and set(said.fields) <= _SAYS_WHICH
    ):
        return replace(found, fields=said.fields, instead=found.fields)
    return found


@lru_cache(maxsize=16384)
def tells(grammar: Grammar, heading: str, name: str) -> bool:
    """Whether a word that is of this class alone stands in the heading, in its brackets or out of them."""
    plain = unicodedata.normalize("NFKC", heading)[:_LONGEST]
    return any(classes - grammar.finer == {name} for _, classes in _cut(grammar, plain))


def _meaning(grammar: Grammar, form: str, whole: str) -> Composed | None:
    """form: what the patterns are held against; `unless` looks at the whole."""
    cut = list(_cut(grammar, form))
    tokens = [(word, classes) for word, classes in cut if _FILLER not in classes or len(classes) > 1]
    if not any(classes for _, classes in tokens):
        tokens = cut
    if not tokens:
        return None
    line = "".join(f"<{' '.join(sorted(classes))}>" if classes else _UNKNOWN for _, classes in tokens)
    everywhere = tokens if form == whole else [*tokens, *_cut(grammar, whole)]
    vague = grammar.finer | {_FILLER}
    present = frozenset[str]().union(*(c for _, c in everywhere if len(c - vague) <= 1))
    letters = sum(len(word) for word, _ in cut)
    share = sum(len(word) for word, classes in cut if classes) / max(letters, 1)
    counted = sum(1 for _, classes in cut if classes) / max(len(cut), 1)
    for pattern in grammar.patterns:
        if pattern.whole and share < 1.0:
            continue
        fits = None if pattern.unless & present else pattern.end.fullmatch(line)
        if fits is None or (pattern.alone and fits["before"]):
            continue
        reading = "+".join(word for word, _ in tokens)
        sure = pattern.sure and share == 1.0
        most = max(share, counted) if pattern.sure else share
        return Composed(
            pattern.fields,
            pattern.instead,
            pattern.subject,
            sure,
            pattern.sure,
            pattern.cells,
            pattern.less,
            most,
            reading,
        )
    return None


def _unlike(plain: str, katakana: Mapping[str, str]) -> Iterator[str]:
    """メ一カ一 is メーカー: a kanji right behind a katakana that is drawn the same."""
    before = ""
    for sign in plain:
        if (meant := katakana.get(sign)) and _KATAKANA.match(before):
            sign = meant
        yield sign
        before = sign if sign != "ー" else before


def _cut(grammar: Grammar, form: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The words with their classes; none for what nobody knows. Numbers go."""
    for found in _WORD.finditer(form.replace("ー", "")):
        word = found[0]
        if word.isdigit():
            continue
        if not word.isascii():
            yield from _segments(grammar, folded(word))
            continue
        for part in _english(grammar, word):
            yield part, grammar.words.get(part, frozenset())


def _english(grammar: Grammar, word: str) -> Iterator[str]:
    """A known word whole, without its number, by its capitals, or where known words fill it wholly."""
    plain = folded(word)
    if plain in grammar.words:
        yield plain
        return
    bare = plain.rstrip("0123456789")
    camel = [folded(part) for part in _CAMEL.findall(word)]
    if bare in grammar.words:
        yield bare
    elif len(camel) > 1 and all(part in grammar.words for part in camel):
        yield from camel
    else:
        pieces = list(_segments(grammar, bare))
        whole = len(bare) >= 5 and all(classes and len(part) > 1 for part, classes in pieces)
        yield from ([part for part, _ in pieces] if whole else [bare])


def _segments(grammar: Grammar, run: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The cheapest cut: few words, as little as can be left over."""
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)]
    for end in range(1, len(run) + 1):
        cost, start, known = best[end - 1][0] + _COST_UNKNOWN, end - 1, False
        for begin in range(max(0, end - 14), end):
            if run[begin:end] in grammar.words and best[begin][0] + _COST_WORD < cost:
                cost, start, known = best[begin][0] + _COST_WORD, begin, True
        best.append((cost, start, known))
    end, cuts = len(run), list[tuple[int, int, bool]]()
    while end > 0:
        _, start, known = best[end]
        cuts.append((start, end, known))
        end = start
    pending = ""
    for start, end, known in reversed(cuts):
        if not known:
            pending += run[start:end]
            continue
        if pending:
            yield pending, frozenset()
            pending = ""
        yield run[start:end], grammar.words[run[start:end]]
    if pending:
        yield pending, frozenset()
