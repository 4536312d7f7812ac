"""Names come from devices and from cells: whatever they hold, no face does anything but show it."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from unicodedata import category
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.device import Claim, Device, Interface, Service, Tier
from reconciler.ledger.asset import Asset, ImportProblem, Ledger, RowRef, SkippedRow
from reconciler.reconciliation import (
    DeviceBucket,
    Difference,
    Kind,
    Match,
    Reason,
    Reconciliation,
    RowBucket,
    RunnerUp,
    Severity,
)
from reconciler.report import page, text, workbook
from reconciler.report.building import build
from reconciler.report.model import Cover, Report
from reconciler.report.visible import LONGEST_VALUE, visible, visible_lines
from tests.reconciler.report_reading import data_of, page_tags, page_text
from tests.reconciler.report_sample import COVER, COVERAGE, LEDGER, large

HOSTILE = [
    ("markup", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    ("an attribute", "\" onmouseover=\"alert(1)\" x='"),
    ("the end of the data block", "</script><!--<script>"),
    ("a formula", "=HYPERLINK(\"http://evil.example\",\"x\")"),
    ("another formula", "+cmd|' /C calc'!A0"),
    ("an at sign", "@SUM(1+1)"),
    ("a minus", "-2+3"),
    ("an escape sequence", "\x1b[2J\x1b]0;owned\x07"),
    ("a mark that turns the line", "gpj\u202eexe.\u2066x"),
    ("nothing to see", "a\u200b\u2060\ufeffb"),
    ("a lone surrogate", "a\ud800b"),
    ("no characters at all", "\x00\ufffe\uffff"),
    ("lines", "a\r\nb\u2028c"),
    ("a template", "{count} {0} {{ report }} %s %(x)s"),
    ("what a spreadsheet takes for an escape", "_x0041__x000D_"),
    ("a link", "http://evil.example/ mailto:a@b internal:Sheet!A1"),
    ("a header code", "&P&N&D & &G"),
    ("64 KB", "x" * 65_536),
    ("64 KB of Japanese", "台" * 65_536),
]  # fmt: skip


def hostile(name: str) -> Report:
    """A report in which every text that can come from outside is `name`."""
    row = RowRef(name, name, 1)
    claims = tuple(
        Claim(a, name, Tier.STRONG, name, name, name)
        for a in ("class", "kind", "vendor", "model", "os", "serial")
    )
    device = Device(
        name, name, (Interface(name, (name, name, name), name, name),), (name,), (name,), claims, ("model",),
        (Service(name, 1, name, name, name),), (name,), 1, 1, name, name,
    )  # fmt: skip
    texts = dict.fromkeys(
        ("tag", "name", "maker", "model", "serial", "place", "department", "user", "note"), name
    )
    asset = Asset(row, **texts, ips=(name,), macs=(name,), state=name, raw={name: name}, doubts={name: name})  # type: ignore[arg-type]
    why = Reason(name, Tier.WEAK, name, name)
    nearest = RunnerUp(row=row, reasons=(why,))
    differences = tuple(
        Difference(f"{name}{kind}", kind, device.id, row, name, name, name, Severity.LOW, (why,), nearest, name)
        for kind in Kind
    )  # fmt: skip
    ledger = Ledger(
        name, (), (asset,), (SkippedRow(name, 2, name),), (ImportProblem(name, 1, name, name, name),), name
    )
    result = Reconciliation(
        name, "2026-06-15T01:24:05Z", (device,), (ledger, replace(ledger, file="b", assets=())),
        tuple(replace(c, segment=name, site=name, care=name) for c in COVERAGE), (name,),
        (Match(device.id, row, name, Tier.WEAK, (why,), RunnerUp(device=name, reasons=(why,)), name, name),),
        differences, {device.id: DeviceBucket.MATCHED},
        {row: RowBucket.MATCHED, RowRef(name, name, 2): RowBucket.SKIPPED},
    )  # fmt: skip
    return build(result, Cover(*(name,) * 3, (name,), (name,), *(name,) * 5))


def structure(html: str) -> list[str]:
    """The elements; <bdi> stands around whatever is not plain ASCII, so it comes and goes."""
    return [tag for tag, _ in page_tags(html) if tag != "bdi"]


ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def acting(text: str) -> set[str]:
    """Characters that do something rather than look like something."""
    return {c for c in text if category(c) in ACTING or ord(c) & 0xFFFE == 0xFFFE}


@pytest.mark.parametrize(("meaning", "name"), HOSTILE, ids=[m for m, _ in HOSTILE])
def test_a_hostile_name_changes_nothing_of_the_page(meaning: str, name: str) -> None:
    ordinary, made = page.render(hostile("name")), page.render(hostile(name))
    assert structure(made) == structure(ordinary)
    for tag, attributes in page_tags(made):
        assert not any(a.startswith("on") or a in ("src", "style", "srcdoc") for a in attributes), tag
    made.encode("utf-8")
    forbidden = re.compile(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
    )
    assert not forbidden.search(made)


@pytest.mark.parametrize(("meaning", "name"), HOSTILE, ids=[m for m, _ in HOSTILE])
def test_a_hostile_name_is_text_in_the_workbook(meaning: str, name: str) -> None:
    content = workbook.to_bytes(hostile(name))
    book = openpyxl.load_workbook(BytesIO(content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert not any(cell.data_type == "f" or cell.hyperlink for cell in row)
    with ZipFile(BytesIO(content)) as parts:
        names = parts.namelist()
        assert not any("externalLink" in n or "vba" in n or "drawing" in n for n in names)
        assert not any(b"<f>" in parts.read(n) for n in names if n.startswith("xl/worksheets/"))
        assert not any(b"hyperlink" in parts.read(n) for n in names if n.endswith(".rels"))


@pytest.mark.parametrize(("meaning", "name"), HOSTILE, ids=[m for m, _ in HOSTILE])
def test_a_hostile_name_does_not_drive_the_terminal(meaning: str, name: str) -> None:
    said = text.summary(hostile(name))
    assert acting(said) == {"\n"}
    assert said.count("\n") <= 12


def test_what_was_there_is_still_to_be_seen() -> None:
    read = page_text(page.render(hostile("a\u202eb\x1bc<b>")))
    assert "a[U+202E]b[U+001B]c<b>" in read
    cells = {
        cell.value
        for row in openpyxl.load_workbook(BytesIO(workbook.to_bytes(hostile("=1+1"))))[
            "検出機器一覧"
        ].iter_rows()
        for cell in row
    }
    assert "=1+1" in cells


def test_what_is_cut_says_so() -> None:
    read = page_text(page.render(hostile("x" * 65_536)))
    assert f"…（全65,536文字のうち先頭{LONGEST_VALUE}文字）" in read
    assert len(read) < 600_000


def test_a_long_list_is_as_harmless_as_a_short_one() -> None:
    """Beyond the first entries of a list, names stand in the data block."""
    name = "</script><script>alert(1)</script><!--\u202e"
    many = large(600)
    devices = tuple(replace(d, hostnames=(f"{name}{n}",)) for n, d in enumerate(many.devices))
    assets = tuple(replace(a, name="") for a in many.assets)
    made = page.render(
        build(replace(many, devices=devices, ledgers=(replace(LEDGER, assets=assets),)), COVER)
    )
    assert [t for t, _ in page_tags(made)].count("script") == 2
    parts = data_of(made)["parts"]
    assert any("&lt;/script&gt;" in part for part in parts)
    assert not any("<script" in part or "\u202e" in part for part in parts)


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_visible_text_has_nothing_that_acts(name: str) -> None:
    assert not acting(visible(name))
    assert acting(visible_lines(name)) <= {"\n"}


@given(
    st.text(
        alphabet=st.characters(
            codec="shift_jis", exclude_categories=["Cc", "Cf", "Zs"], exclude_characters="¥‾"
        )
    )
)
def test_ordinary_japanese_is_shown_as_it_is(name: str) -> None:
    assert visible(name) == name
