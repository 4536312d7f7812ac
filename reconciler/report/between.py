"""What came, went and changed between two runs or two ledgers, in words: as lines, as a table, and as a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reconciler.between.model import SCHEMA, Between, Change, Entry, Side, Who
from reconciler.report import phrases
from reconciler.report.document import encoded, written
from reconciler.report.tables import Row, Table, table
from reconciler.report.visible import visible_lines
from reconciler.report.wording import Language, Wording, words

FAMILY = {"runs": "between", "ledgers": "rows"}
"""Of what is compared -> the family of words for what happened."""
ORDER = ("CAME", "FIRST_LOOKED", "WENT", "NOT_LOOKED", "CHANGED", "KNOWN", "NOT_SETTLED")
WAYS = ("id", "serial", "mac", "tag", "medical_id", "hostname", "name_and_place", "all")
"""What tells that both are the same; each has its words."""
UNNAMED = "main"
"""How the scope calls a site that its file does not name (agent/scope.py)."""
PARTS = ("site", "segments", "hostnames", "ports", "services", "kind")
"""Fields that no ledger has."""
VALUES = {"class": "class", "kind": "sort", "state": "state", "networked": "networked", "dhcp": "networked"}
"""Fields whose values are codes -> the family of their words."""

COLUMNS = (
    ("what", 14), ("subject", 20), ("stands", 18), ("part", 13), ("earlier", 22), ("later", 22), ("known_by", 14), ("key", 19),
)  # fmt: skip


def to_json(between: Between) -> str:
    """`daicho.comparison/1`, an entry a line: UTF-8, a line break at the end."""
    document = encoded(between)
    assert isinstance(document, dict)
    return written({"schema": SCHEMA, **document})


def text(between: Between, lang: Language = "ja") -> str:
    """For a terminal: the sums, then a line for each that came or went, and one more for each field."""
    w = spoken(between, lang)
    lines = [heading(between, w), sums(between, w), *notes(between, w)]
    family = FAMILY[between.of]
    for entry in between.entries:
        lines.append(
            w(
                "between.line",
                what=w.of(family, entry.what.value),
                who=_subject(entry, w),
                where=_stands(entry, w),
            )
        )
        for change in entry.changes:
            before, after = _values(change, w)
            lines.append(w("between.change", part=_part(change.field, w), before=before, after=after))
    return "".join(f"{visible_lines(line)}\n" for line in lines)


def spoken(between: Between, lang: Language) -> Wording:
    """Sites are told where there is one with a name of its own."""
    sides = [who for entry in between.entries for who in (entry.before, entry.after) if who]
    return replace(words(lang), with_sites=any(who.site not in ("", UNNAMED) for who in sides))


def heading(between: Between, w: Wording) -> str:
    code = "between.runs" if between.of == "runs" else "between.ledgers"
    return w(code, before=_side(between.before, w), after=_side(between.after, w))


def _side(side: Side, w: Wording) -> str:
    if not side.ended:
        return w("between.ledger", name=w.value(side.name), count=side.count)
    told = w("between.run", time=w.time(side.ended), name=w.value(side.name), count=side.count)
    return told if side.complete else w("between.stopped", told=told)


def sums(between: Between, w: Wording) -> str:
    """How many of each; that nothing differs is said of what was compared, and of no more."""
    counts = Counter(entry.what.value for entry in between.entries)
    told = [
        w("text.bucket", name=w.of(FAMILY[between.of], what), count=counts[what])
        for what in ORDER
        if counts[what]
    ]
    same = w("text.bucket", name=w("between.same"), count=between.same)
    return w.joined([*told, same]) if between.differs else w("between.nothing", same=same)


def notes(between: Between, w: Wording) -> Iterator[str]:
    """What holds of the whole: columns of one ledger only, places of which nothing tells the device."""
    for code, fields in (("columns_came", between.columns_came), ("columns_went", between.columns_went)):
        if fields:
            yield w.of("between", code, fields=w.joined(_part(f, w) for f in fields))
    if between.same_place:
        yield w("between.same_place", count=between.same_place)


def as_table(between: Between, w: Wording) -> Table:
    """One row for each that came or went, one for each field that differs."""
    return table(
        "between", COLUMNS, (row for entry in between.entries for row in _rows(entry, FAMILY[between.of], w))
    )


def _rows(entry: Entry, family: str, w: Wording) -> Iterator[Row]:
    who = entry.after or entry.before
    head = (w.of(family, entry.what.value), _subject(entry, w), _stands(entry, w))
    tail = (w.of("known_by", entry.known_by) if entry.known_by else "", w.value(who.id) if who else "")
    for change in entry.changes or (None,):
        middle = (_part(change.field, w), *_values(change, w)) if change else ("", "", "")
        yield Row((*head, *middle, *tail), kinds=(entry.what.value,))


def _subject(entry: Entry, w: Wording) -> str:
    names = [_named(who, w) for who in (entry.before, entry.after) if who]
    return w("between.became", before=names[0], after=names[-1]) if len(set(names)) > 1 else names[0]


def _named(who: Who, w: Wording) -> str:
    return w.value(who.name) or (w("between.unnamed") if who.site else phrases.place_of(who.id, w))


def _stands(entry: Entry, w: Wording) -> str:
    who = entry.after or entry.before
    if who is None:
        return ""
    site = w("value.site", site=w.value(who.site)) if who.site and w.with_sites else ""
    return w.joined(t for t in (phrases.addresses(who.where, w), site) if t)


def _part(field: str, w: Wording) -> str:
    return w.of("part", field) if w.knows("part", field) else w.of("field", field)


def _values(change: Change, w: Wording) -> tuple[str, str]:
    family = VALUES.get(change.field, "")

    def told(values: tuple[str, ...]) -> str:
        if not values:
            return w("between.unknown")
        return w.joined(w.of(family, v) if family and w.knows(family, v) else w.value(v) for v in values)

    return told(change.before), told(change.after)
