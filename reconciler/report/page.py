"""The report as one HTML file that needs nothing else: styles and script inside, no request leaves it.

Names come from devices and may be hostile: everything goes through escaping and visible(), and the
policy in the page's head (Content Security Policy Level 3) runs only the one script whose hash it
names, styles likewise, and loads nothing. Without script the page shows all but what is beyond the
first entries of a long list.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from reconciler.reconciliation import Kind, Severity
from reconciler.report import checklist, followed, front, inquiry, overview, phrases, remote, svg, tables
from reconciler.report.listing import (
    ACTION_GROUPS,
    FIRST,
    data_block,
    device_listing,
    item_listing,
    listing,
    markup,
    row_listing,
)
from reconciler.report.map import drawings
from reconciler.report.model import Report
from reconciler.report.sections import MAKERS, sections, title_of
from reconciler.report.tables import Cell, Table
from reconciler.report.visible import visible, visible_lines
from reconciler.report.wording import Language, Wording

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

ENTRIES = remote.ENTRIES | checklist.ENTRIES | inquiry.ENTRIES
"""Columns that stay empty for people to write in, on paper."""
OWN = frozenset({"summary", "method", "lists", "devices", "rows", "account"})
"""Sections that the page shows in a way of its own."""
ON_DEMAND = frozenset({"evidence"})
"""Told in the lists, under each entry."""
FURTHER = frozenset(MAKERS) - OWN - ON_DEMAND
LONG: Mapping[str, Sequence[Sequence[str]]] = MappingProxyType(
    {"actions": ACTION_GROUPS, "remote_register": ()}
)
"""Tables as long as the hospital is large, and which of their columns stand together."""
ACCOUNT_SHORT = ("device", "class", "ip", "segment", "packets", "bytes")


def render(report: Report, lang: Language = "ja") -> str:
    """The page. The same report gives the same text."""
    from markupsafe import Markup  # late, with jinja2: only this face needs them

    w = phrases.wording(report, lang)
    css, script = (_asset(f"page.{kind}") + _asset(f"map.{kind}") for kind in ("css", "js"))
    names = front.sections(report)
    lists = {f"list-{name}": item_listing(report, name, w) for name in names}
    lists |= {
        "devices": device_listing(report, w),
        "rows": row_listing(report, w),
        "account": listing("account", tables.pick(overview.account(report, w), ACCOUNT_SHORT), w),
    }
    further = {section.code: section for section in sections(report, w, FURTHER)}
    blocks = (block for section in further.values() for block in section.blocks)
    lists |= {
        b.code: listing(b.code, b, w, LONG[b.code]) for b in blocks if isinstance(b, Table) and b.code in LONG
    }

    def html(cell: Cell) -> Markup:
        return Markup(markup(cell, w))

    return _template().render(
        w=w,
        report=report,
        followed=followed,
        front=front,
        phrases=phrases,
        overview=overview,
        css=Markup(css),
        script=Markup(script),
        data=Markup(data_block(list(lists.values()))),
        policy=_policy(css, script),
        html=html,
        markup=Markup,
        first=FIRST,
        maps=drawings(report, w),
        element=svg.element,
        lists=lists,
        numbers={code: number for number, code in enumerate(lists)},
        names=names,
        sections=[(code, title_of(code, w)) for code in MAKERS if code not in ON_DEMAND],
        further=further,
        entries=ENTRIES,
        sort_of=lambda block: type(block).__name__,
        filters=_filters(report, w),
        high=sum(i.severity is Severity.HIGH for i in report.items),
    )


def _policy(css: str, script: str) -> str:
    """No source for anything but this one style and this one script; markup is made by its one policy."""
    return "; ".join((
        "default-src 'none'",
        f"style-src '{_hash(css)}'",
        f"script-src '{_hash(script)}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types daicho",
    ))  # fmt: skip


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def harmless(value: object) -> object:
        return value if isinstance(value, Markup) else visible_lines(str(value))

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
    )
    return environment.get_template("page.html")


def _filters(report: Report, w: Wording) -> dict[str, list[tuple[str, str]]]:
    """The choices of the filter bar: (value, words), only those that occur."""
    kinds = [(k.value, w.of("kind", k.value)) for k in Kind if report.counts.kinds[k]]
    classes = [(c, w.of("class", c)) for c in report.counts.classes if c]
    severities = [(s.name, w.of("severity", s.name)) for s in Severity]
    places = (*(line.where for line in report.devices), *(item.where for item in report.items))
    segments = {where.segment for where in places if where.segment}
    shown = sorted((visible(name), visible(name)) for name in segments)
    return {"kind": kinds, "class": classes, "severity": severities, "segment": shown}
