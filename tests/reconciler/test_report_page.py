"""The page as a file: one policy, nothing from outside, readable by ear and keyboard, and not too large."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from reconciler.report import page
from reconciler.report.building import build
from reconciler.report.corrective import actions
from reconciler.report.listing import FIRST
from reconciler.report.model import Report
from reconciler.report.remote import register
from reconciler.report.wording import words
from tests.reconciler.report_reading import data_of, page_tags, page_text
from tests.reconciler.report_sample import COVER, RESULT, large, report

PAGE = page.render(report())
TAGS = page_tags(PAGE)
VOID = frozenset({"meta", "br", "input", "link", "img"})


def block(tag: str) -> list[str]:
    return re.findall(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)


def test_the_policy_names_the_one_style_and_the_one_script() -> None:
    policy = next(a["content"] for t, a in TAGS if t == "meta" and "http-equiv" in a)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        (text,) = block(tag)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"
    assert "unsafe" not in policy


def test_the_policy_stands_before_what_it_governs() -> None:
    assert PAGE.index("Content-Security-Policy") < PAGE.index("<style>") < PAGE.index("<script")


def test_nothing_is_fetched() -> None:
    assert not re.search(r"https?://|//\w+\.\w|url\(|@import|\bimport\(|fetch\(|XMLHttp", PAGE)
    for tag, attributes in TAGS:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form")
        assert not any(a.startswith("on") or a == "style" for a in attributes), tag
        if tag == "a":
            assert str(attributes["href"]).startswith("#")


def test_links_lead_somewhere() -> None:
    anchors = {str(a["id"]) for _, a in TAGS if "id" in a}
    for tag, attributes in TAGS:
        if tag == "a":
            assert str(attributes["href"])[1:] in anchors
        if "aria-labelledby" in attributes:
            assert attributes["aria-labelledby"] in anchors
    ids = [a["id"] for _, a in TAGS if "id" in a]
    assert len(ids) == len(set(ids))


def test_elements_close_as_they_open() -> None:
    open_tags: list[str] = []
    bare = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", PAGE, flags=re.DOTALL)
    for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)", bare):
        if closing:
            assert open_tags.pop() == tag
        elif tag not in VOID:
            open_tags.append(tag)
    assert not open_tags


def test_it_can_be_read_by_ear_and_keyboard() -> None:
    names = [t for t, _ in TAGS]
    for landmark in ("header", "nav", "main", "footer", "search", "h1"):
        assert names.count(landmark) == 1, landmark
    assert all("scope" in a for t, a in TAGS if t == "th")
    assert names.count("caption") == names.count("table")
    assert any(a.get("aria-live") == "polite" for t, a in TAGS if t == "output")
    assert names.count("label") == names.count("input") + names.count("select")
    assert next(a["lang"] for t, a in TAGS if t == "html") == "ja"
    reachable = [
        a for _, a in TAGS if "tabindex" in a
    ]  # a wide table is scrolled by keyboard, and has a name
    assert all(a["tabindex"] == "0" and a["role"] == "region" and a["aria-label"] for a in reachable)
    assert ":focus-visible" in block("style")[0]


def test_it_prints_on_a4_and_knows_the_dark() -> None:
    (style,) = block("style")
    assert "A4 landscape" in style and "prefers-color-scheme: dark" in style and "table-header-group" in style


def test_every_finding_device_and_row_is_in_it() -> None:
    read = page_text(PAGE)
    assert len(re.findall(r'<tbody class="entry" id="item-\d+"', PAGE)) == len(report().items)
    for line in report().devices:
        assert all(ip in read for ip in line.device.ips)
    for row in report().rows:
        assert f"{row.row.sheet} {row.row.row}行目" in read


def test_a_reason_without_a_sentence_is_shown_by_its_code() -> None:
    assert "a_new_feature（検出：x、台帳：y）" in page_text(PAGE)


def test_the_utc_time_is_kept_beside_the_japanese_one() -> None:
    assert '<time datetime="2026-06-15T01:21:30Z">2026年6月15日 10:21</time>' in PAGE


def test_an_unfinished_run_is_said_at_the_top() -> None:
    made = page_text(page.render(build(RESULT, replace(COVER, complete=False))))
    assert "この走査は途中で終了しています" in made[: made.index("施設名")]
    assert "途中で終了" not in page_text(PAGE)


@pytest.fixture(scope="module")
def many() -> Report:
    return build(large(10_000), COVER)


@pytest.fixture(scope="module")
def big(many: Report) -> str:
    return page.render(many)


def test_ten_thousand_devices_stay_under_fifteen_megabytes(big: str) -> None:
    size = len(big.encode())
    print(f"10,000 devices: {size / 1e6:.1f} MB")
    assert size < 15_000_000


def test_nothing_of_a_long_list_is_lost(many: Report, big: str) -> None:
    data = data_of(big)
    late = sum(len(entries) for entries in data["lists"].values())
    made = build(large(10_000), COVER)
    remote = len(register(made, words("ja")).rows)
    actions_told = len(actions(made, words("ja")).rows)
    told = len(made.items) + 2 * len(made.devices) + len(made.rows) + remote + actions_told
    assert late + big.count('<tbody class="entry"') == told
    assert big.count('<tbody class="entry"') <= FIRST * (len(data["lists"]) + 12)


def test_a_cover_that_nobody_filled_in_leaves_room_and_claims_nothing() -> None:
    bare = page_text(
        page.render(build(RESULT, replace(COVER, facility="", author="", addressee="", scope=())))
    )
    cover = bare[: bare.index("確認欄")]
    assert "作成者" not in cover and "宛先" not in cover
    assert cover.count("（記載なし）") >= 2  # the facility and the scope are asked for by name
