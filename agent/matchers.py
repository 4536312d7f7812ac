"""The matchers of rules (agent/rule_file.py): the texts of each in the form in which it is applied, and what is wrong with
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

MATCHERS = ("match", "equals", "contains", "oid", "oui", "word")
ANY_CODE = "{means}"
_SPECIAL = re.compile(r"[.^$*+?{}\[\]\\|()]")
"""Not what re.escape() takes: what stays as it is can be found by its letters before it is matched."""


class RuleError(ValueError):
    """This rule cannot be used; the message says what to mend. Never leaves agent/rule_file.py."""


def form_of(how: str, texts: Sequence[str], means: Mapping[str, Mapping[str, object]]) -> tuple[str, ...]:
    """The texts of a matcher as they are applied. means: attribute -> code -> name.  Raises RuleError."""
    if fault := _fault_of_means(how, texts, means):
        raise RuleError(fault)
    return _FORMS[how](tuple(_with_codes(text, means) for text in texts))


def _fault_of_means(how: str, what: Sequence[str], names: Mapping[str, Mapping[str, object]]) -> str:
    """What is wrong with the tables of codes of a rule with this matcher, or ""."""
    if how == "word":
        return "" if set(names) == set(what) else "word is an attribute for which means has the words"
    unread = [key for key in names if how != "match" or f"(?P<{key}>" not in what[0]]
    return f"means explains {unread[0]}, which the pattern does not read" if unread else ""


def _with_codes(pattern: str, means: Mapping[str, Mapping[str, object]]) -> str:
    """The pattern with the codes of `means` where it stands for them."""
    for attribute, table in means.items():
        place = f"(?P<{attribute}>{ANY_CODE})"
        if place in pattern:
            codes = sorted(table, key=lambda code: (-len(code), code))
            pattern = pattern.replace(place, f"(?P<{attribute}>{'|'.join(map(_as_a_word, codes))})")
    return pattern


def _as_a_word(code: str) -> str:
    letter = code[-1:].isascii() and code[-1:].isalpha()
    return _SPECIAL.sub(r"\\\g<0>", code) + ("(?![a-z])" if letter else "")


def _patterns(texts: tuple[str, ...]) -> tuple[str, ...]:
    if len(texts) != 1 or not texts[0].startswith(("^", "(?i)^")):
        raise RuleError("match is one pattern that starts with ^")
    return texts


def _blocks(texts: tuple[str, ...]) -> tuple[str, ...]:
    blocks = tuple(re.sub(r"[:\-. ]", "", text).lower() for text in texts)
    if bad := [b for b in blocks if not re.fullmatch(r"[0-9a-f]{6,12}", b)]:
        raise RuleError(f"not an address block of 6 to 12 hex digits: {', '.join(bad)}")
    return blocks


def _oids(texts: tuple[str, ...]) -> tuple[str, ...]:
    if bad := [t for t in texts if not re.fullmatch(r"\.?\d+(\.\d+)*\.?", t)]:
        raise RuleError(f"not an object identifier: {', '.join(bad)}")
    return tuple(text.strip(".") for text in texts)


_FORMS: Mapping[str, Callable[[tuple[str, ...]], tuple[str, ...]]] = {
    "match": _patterns,
    "oui": _blocks,
    "oid": _oids,
    "equals": lambda texts: texts,
    "contains": lambda texts: tuple(text.casefold() for text in texts),
    "word": lambda texts: texts,
}
