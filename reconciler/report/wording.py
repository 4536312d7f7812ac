"""Sentences by their codes, in Japanese or English: the catalogues in locale/ are the only place for them.

The .po files are read as they are (Babel), never compiled: what a translator sees is what runs. A
language has one file a topic, of any name; a code stands in one of them only. A
msgid is a code of dotted words ("finding.NOT_SEEN", "column.place"), not a sentence, so that both
languages are translations of equal standing and a wording can be mended without touching code.
Placeholders are named braces: "{count}". Context "said" is different: there the msgid is an English
sentence as the agent or the importer writes it, with placeholders for what varies.

A code of a closed family must be there: its absence is a bug (KeyError). Codes of an open family
come from parts that grow by themselves (features, classes, fields); one that is not in the
catalogue is shown as it is, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from string import Formatter
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from reconciler.report.visible import LONGEST_VALUE, visible

Language: TypeAlias = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

JST = timezone(timedelta(hours=9), "JST")
"""Asia/Tokyo. Japan has had no summer time since 1952, so no zone file is needed."""

LONGEST_SAYING = 1000
"""Longer ones are no sentence of ours, and not worth holding against every template."""

NUMBERS = frozenset({"count", "all", "lines", "minutes", "number"})
"""Gaps of a sentence that hold a number and nothing else."""

OPEN = frozenset({"class", "sort", "field", "reason", "check", "state", "care", "remote"})
"""Families whose codes come from elsewhere."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence written elsewhere in English, as an expression that finds it, and its translation.

    literal: how many of its characters are its own; of two that fit, the one that says more is meant.
    core: the longest stretch of them: where that is not in a sentence, the expression need not be tried.
    """

    expression: re.Pattern[str]
    template: str
    literal: int
    core: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One language. Call it with a code and the values of the placeholders.

    with_files, with_sites: whether a ledger's row is told with its file, and a device's key with its site, as they
    must be where there are several.
    """

    language: Language
    messages: Mapping[str, str]
    sayings: tuple[Said, ...] = ()
    with_files: bool = False
    with_sites: bool = False

    def __call__(self, code: str, **values: str | int) -> str:
        """The sentence. Raises KeyError for a code or a placeholder that is not there: both are bugs."""
        return self.messages[code].format_map({name: self._fill(value) for name, value in values.items()})

    def of(self, family: str, code: str, **values: str | int) -> str:
        """The sentence `family.code`; for an open family the code itself where there is none."""
        key = f"{family}.{code}"
        if family in OPEN and key not in self.messages:
            return self.value(code)
        return self(key, **values)

    def knows(self, family: str, code: str) -> bool:
        return f"{family}.{code}" in self.messages

    def said(self, sentence: str) -> str:
        """A sentence of the agent or the importer in this language, or as it was written."""
        for saying in self.sayings if len(sentence) <= LONGEST_SAYING else ():
            if saying.core in sentence and (found := saying.expression.fullmatch(sentence)):
                told = {k: self._told(k, v, saying.template) for k, v in found.groupdict().items()}
                return saying.template.format_map(told)
        if "; " in sentence and len(sentence) <= LONGEST_SAYING:
            return self("value.semicolon").join(self.said(part) for part in sentence.split("; "))
        return self.value(sentence, longest=LONGEST_VALUE * 4)

    def _told(self, placeholder: str, text: str, template: str) -> str:
        """What fills a gap of a sentence: a code, a time, a sentence within the sentence, or a value."""
        match placeholder:
            case "field":
                return self.joined(self.of("field", code) for code in re.split(r", | and ", text))
            case "kinds":
                return self.joined(map(self.said, text.split(", ")))
            case "class" | "sort" | "care" if self.knows(placeholder, text):
                return self.of(placeholder, text)
            case "time":
                return self.time(text)
            case "row" if found := _ROW.fullmatch(text):
                return self("value.row", sheet=self.value(found["sheet"]), row=found["row"])
            case "why" | "error":
                return self._within(text)
            case "what" | "table":
                return self.of("class", text) if self.knows("class", text) else self.said(text)
            case _ if f"「{{{placeholder}}}」" in template and _QUOTED.fullmatch(text):
                return self.value(text[1:-1])  # the translation has quotation marks of its own
            case _:
                return self.value(text)

    def _within(self, text: str) -> str:
        """A reason within a sentence; one that has no translation is a protocol's own, and is marked as that."""
        told = self.said(text)
        return self("value.technical", text=told) if told == text and _ENGLISH.search(text) else told

    def value(self, text: str, longest: int = LONGEST_VALUE) -> str:
        """A value from outside, harmless to show; where it is cut, it says so and by how much."""
        if len(text) > longest:
            return self.messages["value.cut"].format(
                text=visible(text[:longest]), shown=longest, length=f"{len(text):,}"
            )
        return visible(text)

    def or_none(self, text: str) -> str:
        return text or self("value.none")

    def joined(self, parts: Iterable[str]) -> str:
        return self("value.comma").join(parts)

    def time(self, iso: str) -> str:
        """An ISO 8601 time in JST; what is no such time is shown as it is."""
        moment = moment_of(iso)
        if moment is None:
            return self.value(iso)
        return self(
            "value.time",
            day=self.day(moment.date()),
            clock=f"{moment:%H:%M}",
        )

    def date_of(self, iso: str) -> str:
        moment = moment_of(iso)
        return self.value(iso) if moment is None else self.day(moment.date())

    def day(self, day: date) -> str:
        return self("value.day", year=str(day.year), month=str(day.month), day=str(day.day), iso=str(day))

    def _fill(self, value: str | int) -> str:
        return f"{value:,}" if isinstance(value, int) else value


def moment_of(iso: str) -> datetime | None:
    """The time in JST. A time without a zone is UTC, as all times of the findings are."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)  # noqa: UP017 - beside JST
    return aware.astimezone(JST)


_QUOTED = re.compile(r"(['\"]).*\1", re.DOTALL)
_ROW = re.compile(r"(?P<sheet>.+)!(?P<row>\d+)", re.DOTALL)
_ENGLISH = re.compile(r"[a-z]{2,},? [a-z]{2,}")


@cache
def words(language: Language) -> Wording:
    """The catalogue of one language, read once. Raises KeyError for a language that is not there."""
    from io import BytesIO

    from babel.messages.pofile import read_po  # late: Babel costs a tenth of a second

    if language not in LANGUAGES:
        raise KeyError(language)
    folder = files(__package__).joinpath("locale", language, "LC_MESSAGES")
    messages: dict[str, str] = {}
    sayings: list[Said] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        for message in read_po(BytesIO(file.read_bytes()), locale=language, abort_invalid=True):
            if message.id and message.context == "said":
                sayings.append(_saying(str(message.id), str(message.string)))
            elif message.id:
                messages[str(message.id)] = str(message.string)
    sayings.sort(key=lambda said: -said.literal)
    return Wording(language, MappingProxyType(messages), tuple(sayings))


def placeholders(text: str) -> frozenset[str]:
    """The names in braces of a message."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _saying(sentence: str, translation: str) -> Said:
    parts = list(Formatter().parse(sentence))
    literals = [text for text, *_ in parts]
    expression = "".join(re.escape(text) + (_gap(name) if name else "") for text, name, _, _ in parts)
    return Said(
        re.compile(expression, re.DOTALL),
        translation,
        sum(map(len, literals)),
        max(literals, key=len),
    )


def _gap(name: str) -> str:
    return f"(?P<{name}>{'[0-9,.]+' if name in NUMBERS else '.+?'})"
