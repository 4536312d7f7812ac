"""The network map: what is drawn, that nothing is drawn over anything, and that it stays small and harmless."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise
from time import process_time
from xml.etree import ElementTree

import pytest

from agent.device import Claim, Device, Interface, Tier
from reconciler.reconciliation import DeviceBucket, Reconciliation
from reconciler.report import phrases, svg
from reconciler.report.arrange import Size, arrange
from reconciler.report.building import build
from reconciler.report.drawing import Box, Drawing
from reconciler.report.map import CELLS, drawings
from reconciler.report.map_boxes import shortened
from reconciler.report.model import Report
from reconciler.report.topology import topology
from reconciler.report.wording import LANGUAGES
from tests.reconciler.report_sample import COVER, COVERAGE, RESULT, WARD, large, report
from tests.reconciler.test_report_hostile import HOSTILE, hostile

SVG = "{http://www.w3.org/2000/svg}"


def drawn(made: Report, language: str = "ja") -> tuple[Drawing, ...]:
    return drawings(made, phrases.wording(made, "en" if language == "en" else "ja"))


def devices(number: int, *, unregistered: int = 0, switch: str = "sw", kind: str = "pc") -> Report:
    """A ward of so many devices on one switch, the first few of them in no row."""
    made = tuple(
        Device(
            f"d{n:05}",
            "main",
            (
                Interface(
                    f"02:00:00:00:{n >> 8:02x}:{n & 255:02x}",
                    (f"10.3.{n >> 8}.{n & 255}",),
                    switch,
                    f"Gi1/0/{n}",
                ),
            ),
            (WARD,),
            (f"host-{n}",),
            (
                Claim("class", "terminal", Tier.STRONG, "r", "f", "t"),
                Claim("kind", kind, Tier.STRONG, "r", "f", "t"),
            ),
        )
        for n in range(number)
    )
    buckets = {
        d.id: DeviceBucket.UNREGISTERED if n < unregistered else DeviceBucket.MATCHED
        for n, d in enumerate(made)
    }
    result = Reconciliation("run", RESULT.ended, made, (), COVERAGE, (), (), (), buckets, {})
    return build(result, COVER)


def words(drawing: Drawing) -> str:
    return "\n".join(line for box in drawing.boxes for line in box.lines)


# -- what is drawn ------------------------------------------------------------------------------


def test_the_overview_shows_networks_gateways_switches_and_the_way_in() -> None:
    overview = drawn(report())[0]
    told = words(overview)
    for network in COVERAGE:
        assert network.segment in told
    assert "スイッチ core-sw1" in told and "院外・インターネット" in told
    assert "Yamaha RTX1210" in told
    assert any(line.stroke == "remote" for line in overview.lines[:-1])
    assert "今回未確認の区域" in told


def test_every_device_of_a_small_hospital_stands_on_a_sheet() -> None:
    sheets = drawn(report())[1:]
    whole = "\n".join(box.whole for sheet in sheets for box in sheet.boxes)
    for line in report().devices:
        assert phrases.name_of(line.device, line.asset, phrases.wording(report(), "ja")) in whole


def test_a_device_stands_once() -> None:
    seen = topology(report())
    stood = [p.line.device.id for n in seen.networks for p in n.places]
    gateways = {g.device.id for n in seen.networks for g in n.gateways}
    assert len(stood) == len(set(stood)) and not gateways & set(stood)
    assert set(stood) | gateways == {line.device.id for line in report().devices}


def test_ports_are_in_the_order_in_which_people_count_them() -> None:
    (ward,) = (n for n in topology(devices(12)).networks if n.name == WARD)
    assert [p.port for p in ward.places] == [f"Gi1/0/{n}" for n in range(12)]


@pytest.mark.parametrize("number", [1, 48, 49, 700])
def test_what_no_row_explains_is_always_drawn_singly(number: int) -> None:
    odd = max(1, number // 3)
    sheets = drawn(devices(number, unregistered=odd))[1:]
    singly = [box for sheet in sheets for box in sheet.boxes if box.look == "unregistered" and box.whole]
    assert len(singly) == odd
    assert all(box.mark == "未" for box in singly)


def test_a_large_network_is_told_by_class_and_adds_up() -> None:
    sheets = drawn(devices(700, unregistered=30))[1:]
    groups = [box for sheet in sheets for box in sheet.boxes if box.look == "group" and len(box.lines) > 1]
    assert [box.lines for box in groups] == [("端末", "670台（登録済みほか）")]


def test_a_sheet_holds_what_can_still_be_read() -> None:
    for sheet in drawn(devices(900, unregistered=900)):
        assert sum(box.look == "unregistered" and bool(box.whole) for box in sheet.boxes) <= CELLS
        assert sheet.width < 1600 and sheet.height < 1600


def test_shade_is_never_alone() -> None:
    """Each look has a shape, a dash or a word of its own on a black-and-white print."""
    for sheet in drawn(report()):
        for box in sheet.boxes:
            assert box.look != "unregistered" or box.mark
    assert "stroke-dasharray" in svg.LOOKS["dark"] and "stroke-dasharray" in svg.STROKES["remote"]
    assert "stroke-dasharray" not in svg.STROKES["cable"]


def test_each_drawing_has_its_legend() -> None:
    for sheet in drawn(report()):
        assert "文字：未＝台帳未登録" in words(sheet) and "院外からの遠隔保守の経路" in words(sheet)


# -- how it is laid out -------------------------------------------------------------------------


def overlap(one: Box, other: Box) -> bool:
    apart = (
        one.x + one.width <= other.x or other.x + other.width <= one.x
        or one.y + one.height <= other.y or other.y + other.height <= one.y
    )  # fmt: skip
    return not apart


def within(one: Box, other: Box) -> bool:
    return (
        other.x <= one.x and other.y <= one.y
        and one.x + one.width <= other.x + other.width and one.y + one.height <= other.y + other.height
    )  # fmt: skip


@pytest.mark.parametrize("made", [report(), devices(40, unregistered=3), devices(500, unregistered=70)])
def test_boxes_stand_apart_or_within(made: Report) -> None:
    for sheet in drawn(made):
        for one, other in combinations(sheet.boxes, 2):
            assert not overlap(one, other) or within(one, other) or within(other, one)
        for box in sheet.boxes:
            assert box.x >= 0 and box.x + box.width <= sheet.width
            assert box.y >= 0 and box.y + box.height <= sheet.height


def test_lines_run_in_right_angles_from_box_to_box() -> None:
    made = arrange([Size(100, 40)] * 5, [(0, 1), (0, 2), (1, 3), (2, 3), (4, 0)])
    for points in made.lines:
        for (x, y), (to_x, to_y) in pairwise(points):
            assert x == to_x or y == to_y
    assert arrange([], []).lines == ()


# -- as SVG -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_xml_and_loads_nothing(language: str) -> None:
    text = svg.document(drawn(report(), language))
    tree = ElementTree.fromstring(text)
    assert {e.tag.removeprefix(SVG) for e in tree.iter()} <= {"svg", "g", "rect", "polyline", "text", "title"}
    assert not re.search(r"\b(href|src|on\w+|style|class)=", text)
    assert text == svg.document(drawn(report(), language))


@pytest.mark.parametrize(("meaning", "name"), HOSTILE, ids=[m for m, _ in HOSTILE])
def test_a_hostile_name_is_but_a_name(meaning: str, name: str) -> None:
    ordinary, made = (ElementTree.fromstring(svg.document(drawn(hostile(n)))) for n in ("name", name))
    assert {e.tag for e in made.iter()} == {e.tag for e in ordinary.iter()}
    attributes = {a for e in ordinary.iter() for a in e.attrib}
    assert {a for e in made.iter() for a in e.attrib} == attributes


def test_nobody_found_is_a_map_of_networks() -> None:
    made = build(replace(RESULT, devices=(), matches=(), differences=(), device_buckets={}), COVER)
    (overview,) = drawn(made)
    assert "病棟LAN" in words(overview) and "機器 0台" in words(overview)


def test_ten_thousand_devices_stay_a_map() -> None:
    made = build(large(10_000), COVER)
    started = process_time()
    text = svg.document(drawn(made))
    print(f"10,000 devices: {process_time() - started:.1f} s, {len(text.encode()) / 1e6:.1f} MB")
    assert len(text.encode()) < 3_000_000
    assert process_time() - started < 20  # the bar is 2 s on a desk; this machine may be busy


def test_what_does_not_fit_its_box_is_cut_and_says_so() -> None:
    assert shortened("台帳", 22) == "台帳"
    assert shortened("台帳台帳台帳", 40) == "台帳…"
