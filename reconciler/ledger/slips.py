"""Headings with one slip of the pen: 設置揚所 for 設置場所, Serail No for Serial No. Pure.

Which characters are typed or read for one another is data ([lookalikes] in columns/morphemes.toml): any other
character makes another word, 業務名 and 業者名.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from reconciler.ledger.candidate import BRACKETS, MISSPELT, WITHIN, Candidate
from reconciler.ledger.dictionary import Dictionary, heading_key
from reconciler.ledger.normalise import text


def misspelt(words: Dictionary, leaf: str) -> list[Candidate]:
    """A known heading with one slip: a character for one that looks like it (設置揚所), one too many or too few,
    two that changed places (Serail No). Only where all headings that are so near mean the same."""
    key = heading_key(BRACKETS.sub("", text(leaf)))
    if not 2 <= len(key) <= 24 or (key.isascii() and len(key) < 5) or key in words.grammar.words:
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
    if len(other) != 1:
        return len(other) == 2 and len(key) > 4  # changed places
    a, b = other[0]
    return b in words.grammar.alike.get(a, ()) or (key.isascii() and a.isalpha())


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
