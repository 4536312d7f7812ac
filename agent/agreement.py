"""Whether two values of an attribute can both be right: spellings of one maker, a family and its member, a system by a
general name and by an exact one; and which of them says most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.named_models import is_of_family
from agent.vocabulary import Vocabulary, vendor_key

_TELLING = 4
"""Letters of a name that is not found at the beginning of another's by chance."""
_WORD, _NAME = re.compile(r"\w+"), re.compile(r"[^\W_]+")
_SIGN = re.compile(r"\W")
_V_BEFORE_NUMBER = re.compile(r"\bv(?=\d)")


def agree(one: str, other: str, attribute: str, vocabulary: Vocabulary) -> bool:
    """Whether two values of an attribute can both be right."""
    return one == other or bool(agreed((one, other), attribute, vocabulary))


def agreed(values: Sequence[str], attribute: str, vocabulary: Vocabulary) -> str:
    """The most exact value that all of `values` allow; "" where there is none (or no value)."""
    alternatives = [value.split(" or ") if attribute == "os" else [value] for value in values]

    def says(exact: str, general: str) -> bool:
        return _covers(exact, general, attribute, vocabulary)

    options = sorted({o for some in alternatives for o in some}, key=lambda o: exactness(o, vocabulary))
    fitting = [o for o in options if all(any(says(o, other) for other in some) for some in alternatives)]
    kept: list[str] = []
    for option in fitting:  # the most exact first: what it covers says nothing new
        if not any(says(exact, option) for exact in kept):
            kept.append(option)
    written = (value for value in values if sorted(value.split(" or ")) == sorted(kept))
    return next(written, " or ".join(sorted(kept))) if attribute == "os" else "".join(kept[:1])


def _covers(exact: str, general: str, attribute: str, vocabulary: Vocabulary) -> bool:
    """Whether `exact` says at least what `general` says."""
    if attribute in ("class", "kind"):
        return exact == general
    if attribute == "vendor":
        return _same_maker(exact, general, vocabulary)
    if attribute == "serial":
        return _SIGN.sub("", exact).casefold() == _SIGN.sub("", general).casefold()
    if attribute == "os" and exact in vocabulary.systems.get(general, ()):
        return True
    a, b = (_WORD.findall(_V_BEFORE_NUMBER.sub("", text.casefold())) for text in (exact, general))
    if attribute == "version":
        return a[: len(b)] == b
    if attribute == "model" and len(a) == len(b) and a[:-1] == b[:-1] and is_of_family(a[-1], b[-1]):
        return True
    return any(a[i : i + len(b)] == b for i in range(len(a) - len(b) + 1))


def _same_maker(name: str, longer: str, vocabulary: Vocabulary) -> bool:
    """Whether both spell one maker, or a registry has the `longer` name of one that is called by its first words:
    Siklu and Siklu Communication; but not two makers of whom we know that they are two."""
    known = [vocabulary.vendor(each) for each in (name, longer)]
    if (known[0] or vendor_key(name)) == (known[1] or vendor_key(longer)):
        return True
    short, long = (_NAME.findall(each.casefold()) for each in (name, longer))
    return not all(known) and bool(short) and len(name) >= _TELLING and long[: len(short)] == short


def exactness(value: str, vocabulary: Vocabulary) -> tuple[bool, int, int, str]:
    """A key by which more exact values come first."""
    return (value in vocabulary.systems, -len(_WORD.findall(value)), -len(value), value)
