"""Buckets, kinds and severities: one scene each; then what holds for any devices and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.device import Claim, Device, Tier
from agent.findings import Coverage, NotLooked
from reconciler.diff import reconcile
from reconciler.ledger.asset import Asset, Ledger, RowRef, SkippedRow
from reconciler.patience import Absence, Patience, Wait
from reconciler.reconciliation import (
    DeviceBucket,
    Difference,
    Kind,
    Reconciliation,
    RowBucket,
    Severity,
    to_json,
)
from reconciler.required import RequiredError, ours, read_required
from tests.builders import asset, complete_asset, device, findings, ledger, network

MAC_A, MAC_B = "00:1b:21:0a:0b:0c", "3c:7c:3f:11:22:33"


def audit(
    devices: Sequence[Device] = (),
    rows: Sequence[Asset] = (),
    coverage: Sequence[Coverage] | None = None,
    *,
    complete: bool = True,
    not_asked: Sequence[str] | None = None,
) -> Reconciliation:
    aliases = {
        "富士通": "Fujitsu", "リコー": "Ricoh", "東芝": "Toshiba", "東芝メディカル": "Canon Medical", "東芝テック": "Toshiba Tec",
        "アドバンテック": "Advantech",
    }  # fmt: skip
    run = findings(*devices, coverage=coverage, complete=complete)
    return reconcile(run, [ledger(*rows)], aliases=aliases, not_asked=not_asked)


def of(result: Reconciliation, kind: Kind) -> list[Difference]:
    return [d for d in result.differences if d.kind is kind]


def changed(result: Reconciliation) -> dict[str, tuple[str, str]]:
    return {d.field: (d.recorded, d.seen) for d in of(result, Kind.CHANGED)}


def codes(difference: Difference) -> list[str]:
    return [r.feature for r in difference.reasons]


# -- agreement -----------------------------------------------------------------------------------


def test_what_agrees_has_no_difference() -> None:
    d = device(
        mac=MAC_A, ip="10.0.0.5", host="pc-1.local", os="Windows 11 25H2", vendor="Fujitsu", class_="terminal"
    )
    row = complete_asset(
        "T1", mac=MAC_A, ip="10.0.0.5", hostname="PC-1", os="Windows 11 Pro", os_version="25H2", maker="富士通㈱",
        kind="ノートPC",
    )  # fmt: skip
    result = audit([d], [row])
    assert result.differences == ()
    assert result.device_buckets == {"d1": DeviceBucket.MATCHED}
    assert result.row_buckets == {row.row: RowBucket.MATCHED}


# -- what no row explains ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("d", "severity"),
    [
        (device(mac=MAC_A, class_="server"), Severity.HIGH),
        (device(mac=MAC_A, class_="network"), Severity.HIGH),
        (device(mac=MAC_A, class_="medical"), Severity.HIGH),
        (device(mac=MAC_A, class_="printer"), Severity.MEDIUM),
        (device(mac=MAC_A), Severity.MEDIUM),
        (device(mac=MAC_A, class_="printer", remote=["VNC"]), Severity.HIGH),
    ],
)
def test_unregistered(d: Device, severity: Severity) -> None:
    result = audit([d])
    (found,) = of(result, Kind.UNREGISTERED)
    assert (found.id, found.device, found.severity) == ("UNREGISTERED|d1", "d1", severity)
    assert codes(found) == ["in_no_row"] and found.nearest is None
    assert result.device_buckets["d1"] is DeviceBucket.UNREGISTERED


def test_unregistered_tells_the_nearest_row_and_why_it_is_not_enough() -> None:
    row = complete_asset("T1", ip="10.0.0.5", mac=MAC_B)
    result = audit([device(ip="10.0.0.5", mac=MAC_A)], [row])
    (found,) = of(result, Kind.UNREGISTERED)
    assert found.nearest is not None and found.nearest.row == row.row
    (absent,) = of(result, Kind.NOT_SEEN)
    assert absent.nearest is not None and absent.nearest.device == "d1"


@pytest.mark.parametrize(
    ("d", "bucket"),
    [
        (device(mac="da:11:22:33:44:55"), DeviceBucket.GUEST),
        (device(mac="da:11:22:33:44:55", class_="phone"), DeviceBucket.GUEST),
        (device(mac="da:11:22:33:44:55", class_="terminal", kind="tablet"), DeviceBucket.GUEST),
        (device(mac="da:11:22:33:44:55", class_="terminal", kind="pc"), DeviceBucket.UNREGISTERED),
        (device(mac="da:11:22:33:44:55", class_="printer"), DeviceBucket.UNREGISTERED),
        (device(mac="da:11:22:33:44:55", services=["ssh"]), DeviceBucket.UNREGISTERED),
        (device(mac="da:11:22:33:44:55", remote=["VNC"]), DeviceBucket.UNREGISTERED),
        (device(mac=("da:11:22:33:44:55", MAC_A)), DeviceBucket.UNREGISTERED),
        (device(mac="52:54:00:33:44:55"), DeviceBucket.UNREGISTERED),
        (device(ip="10.0.0.9"), DeviceBucket.UNREGISTERED),
    ],
)
def test_guest_only_where_nothing_says_it_is_more(d: Device, bucket: DeviceBucket) -> None:
    result = audit([d])
    assert result.device_buckets == {"d1": bucket}
    assert [f.severity for f in of(result, Kind.GUEST)] == (
        [Severity.LOW] if bucket is DeviceBucket.GUEST else []
    )


# -- rows without a device -----------------------------------------------------------------------

COVERED, DARK = network(), network("10.0.1.0/24", segment="ward", looked=False)

ABSENT = [
    (
        "fixed address in a covered network",
        {"ip": "10.0.0.5"},
        [COVERED, DARK],
        RowBucket.NOT_SEEN,
        "segment_covered",
    ),
    (
        "fixed address where nobody looked",
        {"ip": "10.0.1.5"},
        [COVERED, DARK],
        RowBucket.NOT_LOOKED,
        "segment_not_looked",
    ),
    (
        "fixed address out of scope",
        {"ip": "172.16.0.5"},
        [COVERED],
        RowBucket.NOT_LOOKED,
        "segment_not_in_scope",
    ),
    (
        "two addresses, one dark",
        {"ip": ("10.0.0.5", "10.0.1.5")},
        [COVERED, DARK],
        RowBucket.NOT_LOOKED,
        "segment_not_looked",
    ),
    (
        "two addresses, one out of scope",
        {"ip": ("10.0.0.5", "192.168.9.1")},
        [COVERED],
        RowBucket.NOT_SEEN,
        "segment_covered",
    ),
    (
        "DHCP with a MAC, all covered",
        {"mac": MAC_A, "dhcp": True},
        [COVERED],
        RowBucket.NOT_SEEN,
        "every_segment_covered",
    ),
    (
        "DHCP with a MAC, one network dark",
        {"mac": MAC_A, "dhcp": True},
        [COVERED, DARK],
        RowBucket.NOT_LOOKED,
        "segment_not_looked",
    ),
    (
        "no address, a hostname, all covered",
        {"hostname": "PC-1"},
        [COVERED],
        RowBucket.NOT_SEEN,
        "every_segment_covered",
    ),
    (
        "nothing by which it would be known",
        {"serial": "ABC12345"},
        [COVERED],
        RowBucket.NOT_LOOKED,
        "no_address_recorded",
    ),
    (
        "a device without a network",
        {"ip": "10.0.0.5", "networked": False},
        [COVERED],
        RowBucket.NOT_LOOKED,
        "not_networked",
    ),
    ("no network at all was looked at", {"mac": MAC_A}, [], RowBucket.NOT_LOOKED, "segment_not_looked"),
    (
        "two addresses of the network left out",
        {"ip": "10.0.0.5"},
        [network(left_out=2)],
        RowBucket.NOT_LOOKED,
        "segment_partly_looked",
    ),
    (
        "only our own address left out",
        {"ip": "10.0.0.5"},
        [network(left_out=1)],
        RowBucket.NOT_SEEN,
        "segment_covered",
    ),
    (
        "the smallest network decides",
        {"ip": "10.0.1.5"},
        [network("10.0.0.0/16"), DARK],
        RowBucket.NOT_LOOKED,
        "segment_not_looked",
    ),
]


@pytest.mark.parametrize(("scene", "cells", "coverage", "bucket", "code"), ABSENT, ids=[a[0] for a in ABSENT])
def test_not_looked_is_never_not_there(
    scene: str, cells: dict[str, object], coverage: list[Coverage], bucket: RowBucket, code: str
) -> None:
    row = complete_asset("T1", **cells)
    result = audit([], [row], coverage)
    assert result.row_buckets == {row.row: bucket}
    (found,) = result.differences
    assert found.kind.value == bucket.value and codes(found)[0] == code
    assert found.id == f"{bucket.value}|tag:T1"


@pytest.mark.parametrize(
    ("others", "bucket"),
    [
        ([], RowBucket.NOT_SEEN),
        ([{"ip": "10.0.0.6"}, {"ip": "10.0.0.7"}], RowBucket.NOT_SEEN),
        ([{"ip": "10.9.0.6"}], RowBucket.NOT_SEEN),  # one address may be a slip
        ([{"ip": "10.9.0.6"}, {"ip": "10.9.0.7"}], RowBucket.NOT_LOOKED),
        ([{"ip": "10.9.0.6"}, {"ip": "10.8.0.7"}], RowBucket.NOT_SEEN),
        ([{"ip": "10.9.0.6"}, {"ip": "10.9.0.7", "state": "disposed"}], RowBucket.NOT_SEEN),
        (
            [{"ip": "8.8.8.6"}, {"ip": "8.8.8.7"}],
            RowBucket.NOT_SEEN,
        ),  # rented elsewhere: no terminal stands there
    ],
)
def test_who_may_be_anywhere_may_be_in_a_network_of_the_ledger_that_was_not_in_the_scope(
    others: list[dict[str, object]], bucket: RowBucket
) -> None:
    row = complete_asset("T0", mac=MAC_A, dhcp=True)
    rows = [row, *(complete_asset(f"T{n}", **cells) for n, cells in enumerate(others, 1))]
    result = audit([], rows, [COVERED])
    assert result.row_buckets[row.row] is bucket


@pytest.mark.parametrize(
    ("not_asked", "bucket"),
    [
        ([], RowBucket.NOT_SEEN),
        (["10.0.0.5"], RowBucket.NOT_LOOKED),
        (["10.0.0.0/30", "10.0.0.4/30"], RowBucket.NOT_LOOKED),
        (["00-1B-21-0A-0B-0C"], RowBucket.NOT_LOOKED),
        (["00:1b:21"], RowBucket.NOT_LOOKED),
        (["10.0.0.6"], RowBucket.NOT_SEEN),
    ],
)
def test_what_the_scope_left_out_was_not_looked_at(not_asked: list[str], bucket: RowBucket) -> None:
    row = complete_asset("T1", ip="10.0.0.5", mac=MAC_A)
    result = audit([], [row], [network(left_out=7)], not_asked=not_asked)
    assert result.row_buckets == {row.row: bucket}


def test_a_run_that_was_stopped_says_so_where_it_had_not_looked() -> None:
    dark, covered = complete_asset("T1", ip="10.0.1.5"), complete_asset("T2", ip="10.0.0.5")
    result = audit([], [dark, covered], [COVERED, DARK], complete=False)
    (not_looked,) = of(result, Kind.NOT_LOOKED)
    assert codes(not_looked) == ["run_incomplete"] and not_looked.row == dark.row
    assert result.row_buckets[covered.row] is RowBucket.NOT_SEEN


MONTH_AGO = "2026-10-20T10:00:00Z"
NOT_YET, ALOUD = "not_seen_yet", "not_seen_for"


@pytest.mark.parametrize(
    ("kind", "before", "severity", "said"),
    [
        ("サーバ", None, Severity.HIGH, ""),
        ("サーバ", Absence(1, MONTH_AGO), Severity.HIGH, ALOUD),
        ("ノートPC", None, Severity.LOW, NOT_YET),
        ("ノートPC", Absence(1, MONTH_AGO), Severity.LOW, NOT_YET),
        ("ノートPC", Absence(2, MONTH_AGO), Severity.MEDIUM, ALOUD),
        ("ノートPC", Absence(12, "2026-11-19T22:00:00Z"), Severity.LOW, NOT_YET),  # every hour of one night
        ("輸液ポンプ", Absence(2, MONTH_AGO), Severity.MEDIUM, ALOUD),
        ("電話機", Absence(2, MONTH_AGO), Severity.LOW, ALOUD),
    ],
)
def test_not_seen_is_said_aloud_when_its_class_has_been_missed_long_enough(
    kind: str, before: Absence | None, severity: Severity, said: str
) -> None:
    row = complete_asset("T1", kind=kind, ip="10.0.0.5")
    result = reconcile(findings(), [ledger(row)], absences={"tag:T1": before} if before else {})
    (found,) = of(result, Kind.NOT_SEEN)
    assert result.row_buckets[row.row] is RowBucket.NOT_SEEN, "the bucket does not wait"
    assert found.severity is severity
    assert [c for c in codes(found) if c in (NOT_YET, ALOUD)] == ([said] if said else [])


def test_a_hospital_can_be_less_patient() -> None:
    row = complete_asset("T1", kind="ノートPC", ip="10.0.0.5")
    hasty = Patience({"default": Wait(1, 0)})
    (found,) = of(reconcile(findings(), [ledger(row)], patience=hasty), Kind.NOT_SEEN)
    assert found.severity is Severity.MEDIUM and codes(found) == ["segment_covered"]


# (what runs, what the row says, severity or None, codes of the reasons). The day is 2026-11-20.
SUPPORT = [
    ("Windows 7 or Windows Server 2008 R2", "", Severity.MEDIUM, {"support_ended"}),
    ("Windows 10 22H2", "", Severity.LOW, {"support_ended", "updates_are_sold"}),
    ("Windows 11 25H2", "", None, set()),
    ("Windows 11 24H2", "", Severity.LOW, {"support_ended", "support_goes_on"}),
    ("Windows 11 24H2", "Windows 11 Pro", Severity.MEDIUM, {"support_ended"}),
    ("Windows 11 24H2", "Windows 11 Enterprise", None, set()),
    ("Windows 10", "Windows 10 Pro", None, set()),
    ("Windows", "Windows 7", None, set()),
    ("Windows 10 1809 or Windows Server 2019", "", Severity.LOW, {"support_ended", "support_goes_on"}),
    ("Windows 10 1809 or Windows Server 2019", "Windows Server 2019", None, set()),
    ("Windows 10 1903 or Windows Server", "", None, set()),
    ("Debian 12", "", Severity.LOW, {"support_ended", "updates_are_given"}),
    ("Ubuntu 20.04", "", Severity.LOW, {"support_ended", "updates_are_sold"}),
    ("Windows 10 1903 or Windows Server", "Windows 10", Severity.MEDIUM, {"support_ended"}),
]


@pytest.mark.parametrize(("seen_as", "written", "severity", "said"), SUPPORT)
def test_unsupported(seen_as: str, written: str, severity: Severity | None, said: set[str]) -> None:
    row = complete_asset("T1", mac=MAC_A, ip="10.0.0.5", os=written)
    found = of(audit([device(mac=MAC_A, ip="10.0.0.5", os=seen_as)], [row]), Kind.UNSUPPORTED)
    assert [(f.severity, set(codes(f)), f.row) for f in found] == (
        [(severity, said, row.row)] if severity else []
    )
    check = "look_up_edition" if seen_as.startswith("Windows") else "look_up_updates"
    assert all(f.settling_check == (check if f.severity is Severity.LOW else "") for f in found)


def test_unsupported_devices_need_no_row_but_more_than_a_hint() -> None:
    old = device(mac=MAC_A, ip="10.0.0.5", os="Windows XP")
    (found,) = of(audit([old]), Kind.UNSUPPORTED)
    assert (found.id, found.device, found.row) == ("UNSUPPORTED|d1|os", "d1", None)
    assert not of(audit([device(mac=MAC_A, os="Windows XP", tier=Tier.WEAK)]), Kind.UNSUPPORTED)


def test_a_version_of_the_appliance_is_not_taken_for_its_systems() -> None:
    def said(rule: str) -> Device:
        claims = (
            Claim("os", "Debian", Tier.STRONG, "ssh.debian", "ssh.greeting", ""),
            Claim("version", "7.2", Tier.STRONG, rule, "http.title", ""),
        )
        return replace(device(mac=MAC_A, ip="10.0.0.5"), claims=claims)

    assert of(audit([said("ssh.debian")]), Kind.UNSUPPORTED)
    assert not of(audit([said("acme.firmware")]), Kind.UNSUPPORTED)


def test_disposed_and_reserved_rows() -> None:
    gone = asset("T1", ip="10.0.0.5", state="disposed")
    dated = asset("T2", ip="10.0.0.6", disposed="2023-04")
    to_come = complete_asset("T3", ip="10.0.0.7", disposed="2027-04", state="")
    kept = asset("T4", ip="10.0.0.8", state="reserved")
    result = audit([], [gone, dated, to_come, kept])
    assert [result.row_buckets[r.row].value for r in (gone, dated, to_come, kept)] == [
        "GONE_AS_RECORDED", "GONE_AS_RECORDED", "NOT_SEEN", "RESERVED",
    ]  # fmt: skip
    assert {d.row for d in result.differences} == {to_come.row}


def test_a_device_on_a_reserved_address_is_unregistered_and_says_whose_address_it_has() -> None:
    row = asset("T1", ip="10.0.0.5", state="reserved")
    result = audit([device(ip="10.0.0.5")], [row])
    (found,) = result.differences
    assert found.kind is Kind.UNREGISTERED and found.nearest is not None and found.nearest.row == row.row
    assert result.row_buckets == {row.row: RowBucket.RESERVED}


def test_retired_but_alive() -> None:
    row = asset("T1", serial="ABC12345", state="disposed", disposed="2023-04-01")
    result = audit([device(serial="ABC12345", class_="server")], [row])
    (found,) = result.differences
    assert (found.kind, found.severity, found.device) == (Kind.RETIRED_ALIVE, Severity.HIGH, "d1")
    assert codes(found) == ["seen_alive", "disposed_on", "serial"]


# -- field by field ------------------------------------------------------------------------------

CHANGES: list[tuple[str, dict[str, str], dict[str, object], dict[str, tuple[str, str]]]] = [
    ("moved", {"ip": "10.0.0.9"}, {"ip": "10.0.0.5"}, {"ips": ("10.0.0.5", "10.0.0.9")}),
    ("one of two addresses", {"ip": "10.0.0.9"}, {"ip": ("10.0.0.9", "10.0.1.9")}, {}),
    ("DHCP", {"ip": "10.0.0.9"}, {"ip": "10.0.0.5", "dhcp": True}, {}),
    ("only IPv6 is seen", {"ip": "2001:db8::1"}, {"ip": "10.0.0.5"}, {}),
    ("renamed", {"host": "NEW-1"}, {"hostname": "OLD-1"}, {"hostname": ("OLD-1", "new-1")}),
    ("domain and case", {"host": "pc-1.example"}, {"hostname": "PC-1"}, {}),
    ("no name told", {"host": ""}, {"hostname": "PC-1"}, {}),
    ("other system", {"os": "Windows 11 23H2"}, {"os": "Windows 10"}, {"os": ("Windows 10", "Windows 11 23H2")}),
    ("release in its own cell", {"os": "Windows 10 22H2"}, {"os": "Windows", "os_version": "10"}, {}),
    ("older half-year", {"os": "Windows 10 22H2"}, {"os": "Windows 10", "os_version": "21H2"},
     {"os_version": ("21H2", "Windows 10 22H2")}),
    ("same half-year", {"os": "Windows 10 22H2"}, {"os": "Windows 10", "os_version": "22H2"}, {}),
    ("release beside build", {"os": "Windows 10", "version": "10.0.19045"}, {"os": "Windows 10", "os_version": "22H2"}, {}),
    (
        "a release of Windows in a column for software",
        {"os": "Windows 10 22H2", "class_": "terminal"},
        {"os": "Windows 10", "software_version": "21H2"},
        {"software_version": ("21H2", "Windows 10 22H2")},
    ),
    ("less exact", {"version": "7.2.5"}, {"os_version": "7.2"}, {}),
    ("zeros in front", {"version": "15.04.01"}, {"os_version": "Rev.15.4.1"}, {}),
    ("firmware", {"class_": "network", "version": "7.2.5"}, {"software_version": "7.0.1"},
     {"software_version": ("7.0.1", "7.2.5")}),
    ("an application's version", {"class_": "terminal", "version": "10.0.19045"}, {"software_version": "3.1.2"}, {}),
    ("other model", {"model": "MP C3004"}, {"model": "imageRUNNER 2630"}, {"model": ("imageRUNNER 2630", "MP C3004")}),
    ("model with its maker", {"model": "MP C3004"}, {"model": "RICOH MP C3004 SPF"}, {}),
    ("other maker", {"vendor": "Ricoh"}, {"maker": "富士通"}, {"maker": ("富士通", "Ricoh")}),
    ("maker under an alias", {"vendor": "Ricoh"}, {"maker": "リコージャパン株式会社"}, {}),
    ("a former owner of the maker", {"vendor": "Canon Medical"}, {"maker": "東芝"}, {}),
    ("a maker of boards", {"vendor": "Advantech"}, {"maker": "東芝"}, {}),
    ("a maker beside one of its name", {"vendor": "Toshiba Tec"}, {"maker": "東芝メディカル㈱"},
     {"maker": ("東芝メディカル㈱", "Toshiba Tec")}),
    ("spare, but on the network", {}, {"state": "spare"}, {"state": ("spare", "in_use")}),
    ("without network, but on it", {}, {"networked": False}, {"networked": ("no", "yes")}),
    ("empty cells", {"os": "Windows 10", "model": "MP C3004", "host": "PC-1", "version": "1.2"}, {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("scene", "shown", "cells", "expected"), CHANGES, ids=[c[0] for c in CHANGES])
def test_changed(
    scene: str, shown: dict[str, str], cells: dict[str, object], expected: dict[str, tuple[str, str]]
) -> None:
    d = device(serial="ABC12345", **shown)  # type: ignore[arg-type]
    row = complete_asset("T1", **{"serial": "ABC12345", "os_version": "", **cells})
    result = audit([d], [row])
    assert changed(result) == expected
    assert not of(result, Kind.REPLACED)


def test_values_that_are_only_hints_change_nothing() -> None:
    d = device(mac=MAC_A, os="Windows 11", model="MP C3004", vendor="Ricoh", tier=Tier.WEAK)
    row = complete_asset("T1", mac=MAC_A, os="Windows 7", model="DocuCentre 5", maker="富士通")
    assert changed(audit([d], [row])) == {}


def test_an_address_is_not_changed_where_nobody_looked_at_the_recorded_one() -> None:
    d, row = device(mac=MAC_A, ip="10.0.0.9"), complete_asset("T1", mac=MAC_A, ip="10.0.1.5")
    assert changed(audit([d], [row], [COVERED, DARK])) == {}
    assert changed(audit([d], [row], [COVERED, network("10.0.1.0/24")])) == {"ips": ("10.0.1.5", "10.0.0.9")}


def test_typos_of_serial_and_mac_are_told_with_both_values() -> None:
    d = device(serial="AB0C1234", mac=MAC_A)
    row = complete_asset("T1", serial="ABOC1234", mac="00:1b:22:0a:0b:0c")
    assert changed(audit([d], [row])) == {
        "serial": ("ABOC1234", "AB0C1234"),
        "macs": ("00:1b:22:0a:0b:0c", MAC_A),
    }


def test_replaced_instead_of_changed_where_the_hardware_is_another() -> None:
    d = device(host="PR-1", serial="NEW99999", model="IM C3000", os="X 2")
    row = complete_asset("T1", hostname="PR-1", serial="OLD11111", model="MP C3004")
    result = audit([d], [row])
    (found,) = of(result, Kind.REPLACED)
    assert (found.recorded, found.seen) == ("OLD11111 / MP C3004", "NEW99999 / IM C3000")
    assert found.settling_check == "read_serial_plate" and changed(result) == {}


def test_another_adapter_under_the_same_name_is_a_change_not_a_replacement() -> None:
    d, row = device(host="NB-1", mac=MAC_A), complete_asset("T1", hostname="NB-1", mac=MAC_B)
    result = audit([d], [row])
    assert changed(result) == {"macs": (MAC_B, MAC_A)} and not of(result, Kind.REPLACED)


def test_fewer_than_declared() -> None:
    d = device(model="BSM-6000", class_="medical")
    result = audit([d], [complete_asset("T1", model="BSM-6000", quantity=4)])
    assert changed(result) == {"quantity": ("4", "1")}


# -- rows as such --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({"serial": "ABC12345"}, {"serial": "abc-12345"}, True),
        ({"mac": MAC_A}, {"mac": MAC_A}, True),
        ({"tag": "PC-0001"}, {"tag": "ＰＣ-0001"}, True),
        (
            {"serial": "ABC12345", "hostname": "PC-1", "mac": MAC_A},
            {"serial": "ABC12345", "hostname": "PC-2", "mac": MAC_B},
            False,
        ),
        ({"mac": MAC_A, "serial": "AAAA1111"}, {"mac": MAC_A, "serial": "BBBB2222"}, False),
        ({"tag": "PC-0001", "serial": "AAAA1111"}, {"tag": "PC-0001", "serial": "BBBB2222"}, False),
        ({"tag": "1", "name": "端末"}, {"tag": "1", "name": "複合機"}, False),
        ({"serial": "不明"}, {"serial": "不明"}, False),
        ({"hostname": "PC-1"}, {"hostname": "PC-1"}, False),
        ({"serial": "ABC12345"}, {"serial": "ABC12345", "quantity": 4}, False),
    ],
)
def test_duplicate_rows(one: dict[str, object], two: dict[str, object], same: bool) -> None:
    first, second = complete_asset(**one, file="it.xlsx", row=2), complete_asset(**two, file="me.xlsx", row=9)  # type: ignore[arg-type]
    run = findings()
    result = reconcile(run, [ledger(second, file="me.xlsx"), ledger(first, file="it.xlsx")])
    found = of(result, Kind.DUPLICATE_ROW)
    assert [d.row for d in found] == ([second.row] if same else [])
    assert (result.row_buckets[second.row] is RowBucket.DUPLICATE_ROW) == same


def test_duplicates_are_matched_and_documented_with_what_each_knows() -> None:
    it = complete_asset("T1", serial="ABC12345", hostname="US-1", place="", file="it.xlsx", row=2)
    me = asset("ME-7", serial="ABC12345", mac=MAC_A, place="検査室", file="me.xlsx", row=5)
    result = audit([device(mac=MAC_A)], [it, me])
    assert result.device_buckets == {"d1": DeviceBucket.MATCHED}
    assert not of(result, Kind.UNDOCUMENTED)
    (found,) = of(result, Kind.DUPLICATE_ROW)
    assert found.row == me.row and found.seen == str(it.row) and codes(found) == ["same_serial"]


def test_a_row_in_use_counts_before_its_disposed_twin() -> None:
    old = asset("T1", serial="ABC12345", state="disposed", sheet="1 廃棄")
    new = complete_asset("T1", serial="ABC12345", sheet="2 現有")
    result = audit([device(serial="ABC12345")], [old, new])
    assert result.row_buckets == {new.row: RowBucket.MATCHED, old.row: RowBucket.DUPLICATE_ROW}
    assert not of(result, Kind.RETIRED_ALIVE)
    assert "states_differ" in codes(of(result, Kind.DUPLICATE_ROW)[0])


def test_one_number_on_two_machines_is_impossible_and_told_once_per_field() -> None:
    rows = [
        complete_asset("T1", serial="AAAA1111", mac=MAC_A, ip="10.0.0.5", row=2),
        complete_asset("T2", serial="BBBB2222", mac=MAC_A, ip="10.0.0.5", row=3),
    ]
    found = of(audit([], rows), Kind.IMPOSSIBLE)
    assert {(d.id, codes(d)[0]) for d in found} == {
        ("IMPOSSIBLE|tag:T2|macs", "macs_in_two_rows"),
        ("IMPOSSIBLE|tag:T2|ips", "ips_in_two_rows"),
    }


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"mac": "ff:ff:ff:ff:ff:ff"}, "mac_not_a_device"),
        ({"mac": "00:00:5e:00:01:0a"}, "mac_not_a_device"),
        ({"ip": "10.0.0.255"}, "address_not_a_host"),
        ({"ip": "10.0.0.0"}, "address_not_a_host"),
        ({"ip": "224.0.0.1"}, "address_not_a_host"),
    ],
)
def test_impossible_values_in_a_row(cells: dict[str, object], code: str) -> None:
    (found,) = of(audit([], [complete_asset("T1", **cells)]), Kind.IMPOSSIBLE)
    assert codes(found) == [code]


def test_an_address_outside_its_network() -> None:
    (found,) = of(audit([device(mac=MAC_A, ip="192.168.7.7")]), Kind.IMPOSSIBLE)
    assert (found.seen, codes(found)) == ("192.168.7.7", ["address_outside_network"])
    assert not of(audit([device(mac=MAC_A, ip="192.168.7.7", class_="network")]), Kind.IMPOSSIBLE)
    assert not of(audit([device(mac=(MAC_A, MAC_B), ip="192.168.7.7")]), Kind.IMPOSSIBLE)


def test_undocumented_names_what_is_lacking_and_where_there_is_no_column() -> None:
    row = asset(
        "T1",
        kind="サーバ",
        ip="10.0.0.5",
        place="1階",
        os="Windows",
        columns=("kind", "ips", "place", "os", "state"),
    )
    (found,) = of(audit([device(ip="10.0.0.5")], [row]), Kind.UNDOCUMENTED)
    assert found.field == "user,version,state,maintainer,remote_maintenance"
    assert [(r.feature, r.recorded) for r in found.reasons] == [
        ("column_absent", "user"), ("cell_empty", "version"), ("cell_empty", "state"),
        ("column_absent", "maintainer"), ("column_absent", "remote_maintenance"),
    ]  # fmt: skip
    assert (found.id, found.severity) == ("UNDOCUMENTED|tag:T1", Severity.MEDIUM)


def test_required_fields_follow_the_class_and_can_be_the_hospitals_own(tmp_path: Path) -> None:
    row = asset("T1", kind="複合機", ip="10.0.0.5", place="1階", user="医事課", state="in_use")
    (found,) = of(audit([], [row]), Kind.UNDOCUMENTED)
    assert found.field == "remote_maintenance"
    file = tmp_path / "required.toml"
    file.write_text('[requirements]\nplace = ["place"]\n[classes]\ndefault = ["place"]\n', encoding="utf-8")
    own = reconcile(findings(), [ledger(row)], required=read_required(file))
    assert not of(own, Kind.UNDOCUMENTED)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nonsense", "not TOML"),
        ("[requirements]\n", "[classes] is missing"),
        ('[requirements]\nplace = ["where"]\n[classes]\ndefault = []\n', "no such field: where"),
        ('[requirements]\n[classes]\nserver = ["place"]\n', "no such requirement: place"),
        ('[requirements]\nplace = "place"\n[classes]\ndefault = []\n', "must be a list"),
        ("[requirements]\n[classes]\ndefault = []\n[clases]\n", "unknown table clases"),
    ],
)
def test_a_bad_file_of_required_fields_says_what_is_wrong(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "required.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RequiredError) as error:
        read_required(file)
    assert problem in str(error.value)


def test_our_own_required_fields_ask_for_what_the_confirmation_form_asks() -> None:
    for kind in ("server", "network", "medical"):
        assert set(ours().of(kind)) == {
            "place",
            "user",
            "version",
            "state",
            "maintainer",
            "remote_maintenance",
        }


@pytest.mark.parametrize(
    ("written", "kind", "expected"),
    [
        ("無", Kind.REMOTE_UNDECLARED, [("declared_none", Severity.HIGH)]),
        ("なし", Kind.REMOTE_UNDECLARED, [("declared_none", Severity.HIGH)]),
        ("", Kind.REMOTE_UNDECLARED, [("cell_empty", Severity.MEDIUM)]),
        ("－", Kind.REMOTE_UNDECLARED, [("cell_empty", Severity.MEDIUM)]),
        ("有（VPN）", Kind.REMOTE_UNDECLARED, []),
    ],
)
def test_remote_maintenance_that_the_row_does_not_declare(
    written: str, kind: Kind, expected: list[tuple[str, Severity]]
) -> None:
    row = complete_asset("T1", mac=MAC_A, remote_maintenance=written)
    found = of(audit([device(mac=MAC_A, remote=["VNC"])], [row]), kind)
    assert [(codes(d)[1], d.severity) for d in found] == expected
    assert all(d.seen == "VNC" for d in found)


def test_remote_maintenance_of_an_unregistered_device() -> None:
    (found,) = of(audit([device(mac=MAC_A, remote=["VNC", "RDP"])]), Kind.REMOTE_UNDECLARED)
    assert (found.id, found.seen) == ("REMOTE_UNDECLARED|d1|remote_maintenance", "VNC, RDP")


def test_nobody_is_responsible() -> None:
    rows = [
        complete_asset("T1", kind="VPN装置", maintainer="", ip="10.0.0.5"),
        complete_asset("T2", kind="ノートPC", maintainer="", ip="10.0.0.6"),
        complete_asset("T3", kind="サーバ", maintainer="", ip="10.0.0.7", state="disposed"),
    ]
    assert [d.id for d in of(audit([], rows), Kind.NO_PARTY)] == ["NO_PARTY|tag:T1|maintainer"]


def test_ambiguous_lists_each_pair_with_the_check_that_settles_it() -> None:
    devices = [device("d1", host="PC-1"), device("d2", host="PC-1")]
    row = complete_asset("T1", hostname="PC-1", serial="ABC12345")
    result = audit(devices, [row])
    assert [d.id for d in of(result, Kind.AMBIGUOUS)] == ["AMBIGUOUS|d1|tag:T1", "AMBIGUOUS|d2|tag:T1"]
    assert {d.settling_check for d in of(result, Kind.AMBIGUOUS)} == {"read_serial_plate"}
    assert set(result.device_buckets.values()) == {DeviceBucket.AMBIGUOUS}
    assert result.row_buckets == {row.row: RowBucket.AMBIGUOUS}


def test_ids_outlive_sorting_and_inserting() -> None:
    before = audit(
        [],
        [complete_asset("T1", ip="10.0.0.5", row=2), complete_asset(serial="ABC12345", ip="10.0.0.6", row=3)],
    )
    after = audit(
        [],
        [complete_asset(serial="ABC12345", ip="10.0.0.6", row=7), complete_asset("T1", ip="10.0.0.5", row=8)],
    )
    assert {d.id for d in before.differences} == {d.id for d in after.differences} == {
        "NOT_SEEN|tag:T1", "NOT_SEEN|serial:ABC12345",
    }  # fmt: skip


def test_the_same_file_given_twice_counts_once() -> None:
    book = ledger(complete_asset("T1", ip="10.0.0.5"))
    result = reconcile(findings(), [book, book])
    assert list(result.row_buckets.values()) == [RowBucket.NOT_SEEN]
    assert any("given twice" in note for note in result.notes)


def test_one_block_at_two_sites_is_covered_only_if_both_were_looked_at() -> None:
    here, there = network(), replace(network(looked=False), site="branch")
    row = complete_asset("T1", ip="10.0.0.5")
    for coverage in ([here, there], [there, here]):
        assert audit([], [row], coverage).row_buckets == {row.row: RowBucket.NOT_LOOKED}


# -- what holds for any devices and rows ---------------------------------------------------------

macs = st.sampled_from(["", MAC_A, MAC_B, "da:11:22:33:44:55", "ff:ff:ff:ff:ff:ff"])
serials = st.sampled_from(["", "SERIAL11", "SERIAL22", "SERIA122", "不明"])
hosts = st.sampled_from(["", "PC-1", "PC-2", "PC-0003"])
ips = st.sampled_from(["", "10.0.0.1", "10.0.0.2", "10.0.1.3", "172.16.0.1"])
kinds = st.sampled_from([("", ""), ("printer", "複合機"), ("server", "サーバ"), ("terminal", "端末")])
models = st.sampled_from(["", "BSM-6000", "MP C3004"])
grounds = st.sampled_from([[COVERED], [COVERED, DARK], [DARK], [], [network(left_out=3)]])


@st.composite
def hospitals(draw: st.DrawFn) -> tuple[list[Device], list[Ledger], list[Coverage], bool]:
    devices = [
        device(
            f"d{n}",
            mac=draw(macs),
            serial=draw(serials),
            host=draw(hosts),
            ip=draw(ips),
            class_=draw(kinds)[0],
            model=draw(models),
            remote=draw(st.sampled_from([(), ("VNC",)])),
        )
        for n in range(draw(st.integers(0, 6)))
    ]
    books = []
    for file in ("it.xlsx", "me.xlsx"):
        rows = [
            asset(
                draw(st.sampled_from(["", "T1", "0003", "T2"])), row=n + 2, file=file, mac=draw(macs), ip=draw(ips),
                serial=draw(serials), hostname=draw(hosts), kind=draw(kinds)[1], model=draw(models),
                state=draw(st.sampled_from(["", "in_use", "spare", "disposed", "reserved", "unknown"])),
                dhcp=draw(st.booleans()), networked=draw(st.sampled_from([True, True, False])),
                quantity=draw(st.sampled_from([None, None, None, 0, 1, 2])),
            )
            for n in range(draw(st.integers(0, 4)))
        ]  # fmt: skip
        skipped = tuple(SkippedRow("台帳", 100 + n, "blank") for n in range(draw(st.integers(0, 2))))
        books.append(Ledger(file, assets=tuple(rows), skipped=skipped))
    return devices, books, draw(grounds), draw(st.booleans())


@settings(max_examples=400, deadline=None)
@given(hospitals(), st.randoms(use_true_random=False))
def test_every_device_and_row_is_in_one_bucket_with_its_reasons(
    hospital: tuple[list[Device], list[Ledger], list[Coverage], bool], random: st.random.Random
) -> None:
    devices, books, coverage, complete = hospital
    result = reconcile(findings(*devices, coverage=coverage, complete=complete), books)

    assert set(result.device_buckets) == {d.id for d in devices}
    refs = [a.row for b in books for a in b.assets]
    refs += [RowRef(b.file, s.sheet, s.row) for b in books for s in b.skipped]
    assert Counter(result.row_buckets.keys()) == Counter(refs)

    ids = [d.id for d in result.differences]
    assert len(ids) == len(set(ids))
    assert all(d.reasons for d in result.differences)
    by_device = {d.device for d in result.differences}
    by_row = {d.row for d in result.differences}
    matched_devices, matched_rows = {m.device for m in result.matches}, {m.row for m in result.matches}
    for device_id, bucket in result.device_buckets.items():
        assert (bucket is DeviceBucket.MATCHED) == (device_id in matched_devices)
        assert bucket is DeviceBucket.MATCHED or device_id in by_device, "nobody is dropped in silence"
    silent = (RowBucket.GONE_AS_RECORDED, RowBucket.RESERVED, RowBucket.SKIPPED, RowBucket.MATCHED)
    for ref, row_bucket in result.row_buckets.items():
        assert (row_bucket is RowBucket.MATCHED) == (ref in matched_rows)
        assert row_bucket in silent or ref in by_row

    again_devices, again_books = list(devices), [replace(b, assets=tuple(reversed(b.assets))) for b in books]
    random.shuffle(again_devices)
    again = reconcile(findings(*again_devices, coverage=coverage, complete=complete), again_books[::-1])
    assert again.differences == result.differences
    assert again.matches == result.matches
    assert again.row_buckets == result.row_buckets
    assert to_json(again) == to_json(result)


@settings(max_examples=200, deadline=None)
@given(hospitals())
def test_nothing_is_not_seen_where_nothing_was_looked_at(
    hospital: tuple[list[Device], list[Ledger], list[Coverage], bool],
) -> None:
    devices, books, coverage, complete = hospital
    dark = [
        replace(c, looked=False, asked=0, not_looked=(NotLooked("stopped", c.addresses),)) for c in coverage
    ]
    result = reconcile(findings(*devices, coverage=dark, complete=complete), books)
    assert RowBucket.NOT_SEEN not in result.row_buckets.values()
