"""What a person decided outranks every score, until it expires or another decision follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from agent.device import Device
from reconciler.decisions import Decision, DecisionError, Verdict, check, in_force, judgements, row_keys
from reconciler.diff import reconcile
from reconciler.ledger.asset import Asset
from reconciler.reconciliation import DeviceBucket, Difference, Kind, Reconciliation, RowBucket, Severity
from tests.builders import asset, complete_asset, device, findings, ledger

MAC_A, MAC_B = "00:1b:21:0a:0b:0c", "3c:7c:3f:11:22:33"


def said(verdict: Verdict, at: str = "2026-10-01", **about: str) -> Decision:
    return check(Decision(verdict, "山田", at, **about))


def audit(devices: Sequence[Device], rows: Sequence[Asset], *decisions: Decision) -> Reconciliation:
    return reconcile(findings(*devices), [ledger(*rows)], decisions)


def the(result: Reconciliation, kind: Kind) -> Difference:
    (found,) = (d for d in result.differences if d.kind is kind)
    return found


def test_same_makes_a_match_that_no_score_would_make() -> None:
    row = complete_asset("T1", name="受付", mac=MAC_B)
    result = audit([device(mac=MAC_A)], [row], said(Verdict.SAME, device="d1", row="tag:T1"))
    (match,) = result.matches
    assert (match.judgement, match.settling_check) == ("same", "")
    assert (match.reasons[0].feature, match.reasons[0].seen) == ("decided_same", "山田")
    assert result.device_buckets["d1"] is DeviceBucket.MATCHED


def test_different_parts_what_a_serial_joined() -> None:
    row = complete_asset("T1", serial="ABC12345", ip="10.0.0.5")
    d = device(serial="ABC12345")
    assert audit([d], [row]).device_buckets["d1"] is DeviceBucket.MATCHED
    result = audit([d], [row], said(Verdict.DIFFERENT, device="d1", row="tag:T1"))
    assert result.device_buckets["d1"] is DeviceBucket.UNREGISTERED
    assert result.row_buckets[row.row] is RowBucket.NOT_SEEN


def test_same_settles_what_was_ambiguous_for_all_sides() -> None:
    devices = [device("d1", host="PC-1"), device("d2", host="PC-1")]
    rows = [complete_asset("T1", hostname="PC-1")]
    result = audit(devices, rows, said(Verdict.SAME, device="d2", row="tag:T1"))
    assert {m.device for m in result.matches} == {"d2"}
    assert result.device_buckets["d1"] is DeviceBucket.UNREGISTERED


def test_two_adapters_may_be_judged_to_be_one_row() -> None:
    result = audit(
        [device("d1", mac=MAC_A), device("d2", mac=MAC_B)],
        [complete_asset("T1")],
        said(Verdict.SAME, device="d1", row="tag:T1"),
        said(Verdict.SAME, device="d2", row="tag:T1"),
    )
    assert {m.device for m in result.matches} == {"d1", "d2"}


def test_a_decision_about_a_duplicate_row_counts_for_the_row_that_stands_for_it() -> None:
    rows = [complete_asset("T1", serial="ABC12345", row=2), complete_asset("T9", serial="ABC12345", row=3)]
    result = audit([device(mac=MAC_A)], rows, said(Verdict.SAME, device="d1", row="tag:T9"))
    assert [m.tag for m in result.matches] == ["T1"]
    apart = audit([device(serial="ABC12345")], rows, said(Verdict.DIFFERENT, device="d1", row="tag:T9"))
    assert not apart.matches


def test_guest_takes_a_device_out_of_the_unregistered() -> None:
    result = audit([device(mac=MAC_A, class_="server")], [], said(Verdict.GUEST, device="d1"))
    assert result.device_buckets["d1"] is DeviceBucket.GUEST
    assert the(result, Kind.GUEST).reasons[0].feature == "decided_guest"


@pytest.mark.parametrize(
    ("verdict", "severity"),
    [
        (Verdict.REGISTER, Severity.HIGH),
        (Verdict.RETIRE, Severity.HIGH),
        (Verdict.IGNORE, Severity.LOW),
    ],
)
def test_what_was_promised_is_a_difference_until_it_is_done(verdict: Verdict, severity: Severity) -> None:
    result = audit([device(mac=MAC_A, class_="server")], [], said(verdict, device="d1"))
    found = the(result, Kind.UNREGISTERED)
    assert found.severity is severity
    assert [(r.feature, r.seen, r.recorded) for r in found.reasons][-1] == (
        f"decided_{verdict}",
        "山田",
        "2026-10-01",
    )


def test_a_decision_about_one_difference_leaves_the_others_alone() -> None:
    row = complete_asset("T1", mac=MAC_A, hostname="OLD-1", ip="10.0.0.5")
    d = device(mac=MAC_A, host="NEW-1", ip="10.0.0.6")
    result = audit([d], [row], said(Verdict.CORRECT, difference="CHANGED|tag:T1|hostname"))
    decided = {x.field: any(r.feature == "decided_correct" for r in x.reasons) for x in result.differences}
    assert decided == {"hostname": True, "ips": False}


def test_an_expired_decision_binds_nothing_and_is_told() -> None:
    old = replace(said(Verdict.IGNORE, device="d1"), expires="2026-11-19")
    found = the(audit([device(mac=MAC_A)], [], old), Kind.UNREGISTERED)
    assert found.severity is Severity.MEDIUM
    assert [r.feature for r in found.reasons][-1] == "decision_expired"
    same = replace(said(Verdict.SAME, device="d1", row="tag:T1"), expires="2026-11-19")
    assert not audit([device(mac=MAC_A)], [complete_asset("T1")], same).matches


@pytest.mark.parametrize(
    ("expires", "as_of", "holds"),
    [
        ("", "2026-11-20T10:00:00Z", True),
        ("2026-11-20", "2026-11-20T10:00:00Z", True),
        ("2026-11-19", "2026-11-20T10:00:00Z", False),
        ("2026-11-20T09:00:00Z", "2026-11-20T10:00:00Z", False),
        ("2027-03-31", "2026-11-20T10:00:00Z", True),
    ],
)
def test_expiry(expires: str, as_of: str, holds: bool) -> None:
    assert in_force(Decision(Verdict.IGNORE, "a", "2026", "d1", expires=expires), as_of) is holds


def test_the_later_decision_holds_and_contradictions_are_told() -> None:
    first = said(Verdict.SAME, "2026-10-01", device="d1", row="tag:T1")
    later = said(Verdict.SAME, "2026-10-02", device="d1", row="tag:T2")
    for order in ([first, later], [later, first]):
        judged = judgements(order, "2026-11-20")
        assert judged.same == {"d1": later} and len(judged.notes) == 1
    taken_back = said(Verdict.DIFFERENT, "2026-10-03", device="d1", row="tag:T2")
    assert judgements([taken_back, later, first], "2026-11-20").same == {"d1": first}
    no_guest = said(Verdict.REGISTER, "2026-10-02", device="d1")
    assert not judgements([said(Verdict.GUEST, device="d1"), no_guest], "2026-11-20").guests


def test_a_judgement_about_what_is_not_there_today_waits() -> None:
    result = audit([device(mac=MAC_A)], [], said(Verdict.SAME, device="elsewhere", row="tag:T1"))
    assert result.device_buckets == {"d1": DeviceBucket.UNREGISTERED}


@pytest.mark.parametrize(
    "half",
    [
        Decision(Verdict.SAME, "山田", "2026-10-01", device="d1"),
        Decision(Verdict.DIFFERENT, "山田", "2026-10-01", row="tag:T1"),
        Decision(Verdict.GUEST, "山田", "2026-10-01", row="tag:T1"),
        Decision(Verdict.REGISTER, "山田", "2026-10-01"),
        Decision(Verdict.REGISTER, " ", "2026-10-01", device="d1"),
        Decision(Verdict.REGISTER, "山田", "", device="d1"),
    ],
)
def test_half_a_decision_is_refused(half: Decision) -> None:
    with pytest.raises(DecisionError):
        check(half)


def test_row_keys_are_readable_unique_and_do_not_depend_on_order() -> None:
    rows = [
        asset("T1", row=2),
        asset("T1", row=3, state="disposed"),
        asset(serial="ABC12345", row=4),
        asset(row=5),
        asset("T1", row=5, file="/mnt/share/me.xlsx", sheet="ME"),
        asset(row=5, file="C:\\share\\ledger.xlsx"),
        asset("-", serial="不明", row=6),
    ]
    keys = row_keys(rows)
    assert row_keys(rows[::-1]) == keys
    assert len(set(keys.values())) == len(rows)
    assert keys[rows[2].row] == "serial:ABC12345"
    assert keys[rows[3].row].startswith("row:ledger.xlsx:台帳!5")
    assert keys[rows[4].row] == "tag:T1", "the first file in order has the plain key"
    assert keys[rows[0].row] == "tag:T1@ledger.xlsx:台帳!2"
    assert keys[rows[6].row] == "row:ledger.xlsx:台帳!6"
