"""What the report counts, numbers and orders, and what it refuses to be made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from agent.device import Device, Interface
from reconciler.history import History
from reconciler.ledger.asset import RowRef
from reconciler.reconciliation import DeviceBucket, Difference, Kind, RowBucket, Severity
from reconciler.report.building import build, compared_with
from reconciler.report.concerns import CONCERNS, MOST_CONCERNS, concern_of
from reconciler.report.item import SECTIONS, due_date, where_of
from tests.reconciler.report_sample import ASSETS, COVER, NEW, RESULT, SINCE, ref, report


def test_every_device_and_row_is_counted_once() -> None:
    counts = report().counts
    assert counts.device_total == len(RESULT.devices) == sum(sum(c.values()) for c in counts.classes.values())
    assert counts.row_total == len(RESULT.row_buckets) == len(report().rows)
    assert counts.devices[DeviceBucket.UNREGISTERED] == 3
    assert counts.rows[RowBucket.SKIPPED] == 2
    assert sum(counts.kinds.values()) == len(RESULT.differences) == len(report().items)
    assert (counts.packets, counts.bytes) == (
        sum(d.packets for d in RESULT.devices),
        sum(d.bytes for d in RESULT.devices),
    )


def test_every_difference_is_an_item_once_and_numbered_in_order() -> None:
    items = report().items
    assert sorted(i.difference.id for i in items) == sorted(d.id for d in RESULT.differences)
    assert [i.number for i in items] == list(range(1, len(items) + 1))
    assert [i.severity.value for i in items] == sorted((i.severity.value for i in items), reverse=True)


def test_an_item_knows_its_device_through_the_match_of_its_row() -> None:
    on_row = next(i for i in report().items if i.difference.kind is Kind.NO_PARTY)
    assert on_row.device is not None and on_row.device.id == "dev-15"
    assert on_row.number in next(x for x in report().devices if x.device.id == "dev-15").items
    assert on_row.number in next(x for x in report().rows if x.row == ref(9)).items


def test_the_order_of_the_input_does_not_count() -> None:
    turned = replace(
        RESULT,
        devices=RESULT.devices[::-1],
        differences=RESULT.differences[::-1],
        matches=RESULT.matches[::-1],
        coverage=RESULT.coverage[::-1],
    )
    one, other = report(), build(turned, COVER, since=SINCE)
    assert (one.items, one.devices, one.rows, one.coverage) == (
        other.items,
        other.devices,
        other.rows,
        other.coverage,
    )


def test_a_reconciliation_that_lost_something_is_no_report() -> None:
    without_device = {k: v for k, v in RESULT.device_buckets.items() if k != "dev-03"}
    with pytest.raises(ValueError, match="dev-03"):
        build(replace(RESULT, device_buckets=without_device), COVER)
    without_row = {k: v for k, v in RESULT.row_buckets.items() if k != ref(7)}
    with pytest.raises(ValueError, match="機器一覧!7"):
        build(replace(RESULT, row_buckets=without_row), COVER)
    one_more = {**RESULT.device_buckets, "dev-99": DeviceBucket.GUEST}
    with pytest.raises(ValueError, match="not there"):
        build(replace(RESULT, device_buckets=one_more), COVER)
    with pytest.raises(ValueError, match="no time"):
        build(replace(RESULT, ended="soon"), COVER)


def test_a_difference_about_things_unknown_is_told_all_the_same() -> None:
    stray = Difference("X|1", Kind.CHANGED, "dev-404", RowRef("x", "y", 1), "os", "a", "b", Severity.LOW, ())
    made = build(replace(RESULT, differences=(*RESULT.differences, stray)), COVER)
    found = next(i for i in made.items if i.difference is stray)
    assert found.device is None and found.asset is None


def test_the_day_is_japans() -> None:
    assert build(replace(RESULT, ended="2026-06-15T15:30:00Z"), COVER).as_of == date(2026, 6, 16)
    assert build(RESULT, COVER, as_of=date(2026, 1, 2)).as_of == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("meaning", "kind", "severity", "day", "due"),
    [
        ("thirty days", Kind.UNREGISTERED, Severity.HIGH, date(2026, 6, 15), date(2026, 7, 15)),
        ("sixty", Kind.UNREGISTERED, Severity.MEDIUM, date(2026, 6, 15), date(2026, 8, 14)),
        ("ninety", Kind.CHANGED, Severity.LOW, date(2026, 6, 15), date(2026, 9, 13)),
        ("a way in from outside: at once", Kind.REMOTE_UNDECLARED, Severity.HIGH, date(2026, 6, 15), date(2026, 6, 22)),
        ("a known hole too", Kind.VULNERABLE, Severity.HIGH, date(2026, 6, 15), date(2026, 6, 22)),
        ("one that is less grave has its time", Kind.VULNERABLE, Severity.MEDIUM, date(2026, 6, 15), date(2026, 8, 14)),
        ("never beyond the fiscal year", Kind.CHANGED, Severity.LOW, date(2027, 2, 1), date(2027, 3, 31)),
        ("the last day still counts", Kind.CHANGED, Severity.HIGH, date(2027, 3, 1), date(2027, 3, 31)),
        ("but nobody is given less than two weeks", Kind.CHANGED, Severity.HIGH, date(2027, 3, 20), date(2027, 4, 19)),
        ("unless it makes an item いいえ", Kind.UNREGISTERED, Severity.HIGH, date(2027, 3, 20), date(2027, 3, 31)),
        ("the year of 31 March ends that day", Kind.UNREGISTERED, Severity.HIGH, date(2027, 3, 31), date(2027, 3, 31)),
        ("1 April begins the next", Kind.CHANGED, Severity.LOW, date(2027, 4, 1), date(2027, 6, 30)),
    ],
)  # fmt: skip
def test_target_dates(meaning: str, kind: Kind, severity: Severity, day: date, due: date) -> None:
    assert due_date(kind, severity, day) == due, meaning


def test_every_kind_stands_in_one_list() -> None:
    kinds = [k for _, kinds in SECTIONS for k in kinds]
    assert sorted(kinds) == sorted(Kind)


def test_every_kind_has_a_concern() -> None:
    for item in report().items:
        for kind in Kind:
            assert concern_of(replace(item, difference=replace(item.difference, kind=kind))) in CONCERNS


def test_five_concerns_at_most_the_gravest_first() -> None:
    told = report().concerns
    assert len(told) == MOST_CONCERNS
    assert [c.severity.value for c in told] == sorted((c.severity.value for c in told), reverse=True)
    assert [c.code for c in told][:3] == ["retired", "remote", "unregistered_core"]
    assert all(0 < len(c.examples) <= 3 for c in told if c.code != "not_covered")


def test_a_run_that_was_stopped_is_the_first_concern() -> None:
    stopped = build(RESULT, replace(COVER, complete=False))
    assert stopped.concerns[0].code == "incomplete"


def test_dark_networks_are_a_concern_and_a_question() -> None:
    quiet = build(replace(RESULT, differences=()), COVER)
    assert [c.code for c in quiet.concerns] == ["not_covered"]
    assert quiet.concerns[0].places == ("健診センターLAN",)
    assert [a.code for a in quiet.asks] == ["cover", "sign"]


def test_since_when() -> None:
    by_id = {i.difference.id: i for i in report().items}
    assert by_id["NO_PARTY:dev-15:maintainer"].since == "2025-12-15T01:05:00Z"  # the history's word
    assert by_id["UNREGISTERED:dev-05"].since == "2026-06-15T01:04:00Z"  # new: when the device was first seen
    assert {i.difference.id for i in report().items if i.new} == NEW
    first = build(RESULT, COVER)
    assert not any(i.new for i in first.items)
    assert next(i for i in first.items if i.kind is Kind.NOT_SEEN).since == RESULT.ended


def test_a_missing_device_says_when_it_was_last_there() -> None:
    missing = next(i for i in report().items if i.row == ref(10))
    assert missing.last_seen == "2025-12-15T01:05:00Z"


def test_a_first_run_has_nothing_to_be_compared_with() -> None:
    history = History("r1", "", "", {}, frozenset({"a"}), (), {}, {}, {})
    assert compared_with(history) is None
    again = compared_with(
        replace(history, previous_run="r0", previous_ended="2026-01-01T00:00:00Z", row_last_seen={"k": "t"})
    )
    assert again is not None and again.new == {"a"} and again.row_last_seen == {"k": "t"}


def test_rows_stand_as_in_the_ledger() -> None:
    assert [x.row for x in report().rows][:3] == [ref(5), ref(6), ref(7)]
    sheets = list(dict.fromkeys(x.row.sheet for x in report().rows))
    assert sheets == ["機器一覧", "ME機器"]


def test_devices_stand_by_network_and_by_address_as_a_number() -> None:
    ips = [x.device.ips[0] for x in report().devices if x.where.segments == ("サーバー室LAN",)]
    assert ips == ["10.1.0.1", "10.1.0.10", "10.1.0.11", "10.1.0.20", "10.1.0.77", "10.1.0.90"]


def test_where_says_what_was_seen_before_what_was_written() -> None:
    asset = ASSETS[0]
    seen = Device("d", "main", (Interface("02:00:00:00:00:01", ("10.9.9.9",), "sw", "3"),), ("LAN",))
    assert where_of(seen, asset).ips == ("10.9.9.9",)
    assert where_of(seen, asset).switches == (("sw", "3"),)
    assert where_of(None, asset).ips == asset.ips
    assert where_of(None, None).place == ""
