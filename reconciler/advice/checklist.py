"""What the ministry's checklist and 確認表 ask, as data: checklist.toml, read and checked once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reconciler.reconciliation import Difference, Kind

_FILE = Path(__file__).with_name("checklist.toml")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the ministry, and where its words were read."""

    code: str
    title: str
    english: str
    source: str


@dataclass(frozen=True, slots=True)
class Question:
    """One item of a paper; checklist.toml explains the fields. `paper` is the code of its document."""

    paper: str
    number: str
    inferred: bool
    wording: str
    english: str
    short: bool
    seen: bool
    no: frozenset[Kind]
    lacks: frozenset[str]
    bears: frozenset[Kind]
    figures: tuple[str, ...]

    def says_no(self, difference: Difference) -> bool:
        """Whether this difference alone makes いいえ the answer to suggest."""
        if difference.kind not in self.no:
            return False
        if difference.kind is not Kind.UNDOCUMENTED or not self.lacks:
            return True
        return bool(self.lacks & set(difference.field.split(",")))

    def concerns(self, difference: Difference) -> bool:
        return difference.kind in self.bears or self.says_no(difference)


@cache
def papers() -> tuple[Paper, ...]:
    return tuple(Paper(**one) for one in _table()["document"])


@cache
def questions() -> tuple[Question, ...]:
    """All items in the papers' order. Raises ValueError for a file with an unknown key or kind."""
    return tuple(_question(dict(one)) for one in _table()["item"])


@cache
def answers_no(kind: Kind) -> bool:
    """Whether a difference of this kind can make an item いいえ, and so must be mended within the fiscal year."""
    return any(kind in question.no for question in questions())


@cache
def _table() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _question(given: dict[str, object]) -> Question:
    def kinds(key: str) -> frozenset[Kind]:
        return frozenset(Kind(name) for name in _texts(given.pop(key, [])))

    question = Question(
        paper=str(given.pop("document")),
        number=str(given.pop("number")),
        inferred=bool(given.pop("inferred", False)),
        wording=str(given.pop("wording")),
        english=str(given.pop("english")),
        short=bool(given.pop("short", False)),
        seen=bool(given.pop("seen")),
        no=kinds("no"),
        lacks=frozenset(_texts(given.pop("lacks", []))),
        bears=kinds("bears"),
        figures=_texts(given.pop("figures", [])),
    )
    if given:
        raise ValueError(f"{_FILE.name}: {question.number}: unknown keys {sorted(given)}")
    return question


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{_FILE.name}: {value!r} must be a list")
    return tuple(map(str, value))
