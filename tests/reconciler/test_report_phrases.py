"""Values in words: an address once, a place without its department twice, a key without a site that goes without saying."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.device import Claim, Service, Tier
from reconciler.reconciliation import Kind, Reason
from reconciler.report import overview, phrases
from reconciler.report.item import Where
from reconciler.report.wording import words
from tests.reconciler.report_sample import report

JA = words("ja")


def test_an_address_of_two_interfaces_is_told_once() -> None:
    """A router that answers under its own MAC and a virtual one (VRRP, RFC 5798)."""
    assert phrases.addresses(("192.0.2.1", "192.0.2.1", "192.0.2.2"), JA) == "192.0.2.1、192.0.2.2"
    assert phrases.address_lines(("192.0.2.1", "192.0.2.1", "192.0.2.2"), JA) == "192.0.2.1\n192.0.2.2"
    assert "ほか" not in phrases.addresses(("192.0.2.1",) * 9, JA)


@pytest.mark.parametrize(
    ("place", "department", "told"),
    [
        ("本館1階 医事課", "医事課", "場所：本館1階 医事課"),
        ("本館1階", "医事課", "場所：本館1階、医事課"),
        ("別館 健診センター", "健診", "場所：別館 健診センター、健診"),
        ("", "医事課", "場所：医事課"),
    ],
)
def test_a_department_is_not_told_twice(place: str, department: str, told: str) -> None:
    assert phrases.where(Where(place=place, department=department), JA) == told


def test_a_key_has_its_site_where_there_are_several() -> None:
    assert phrases.device_of("main/192.0.2.9", JA) == "192.0.2.9"
    assert phrases.device_of("main/192.0.2.9", replace(JA, with_sites=True)) == "main/192.0.2.9"
    assert phrases.device_of("00:00:5e:00:53:01", JA) == "00:00:5e:00:53:01"


def test_a_network_has_its_site_where_there_are_several() -> None:
    several = report()
    assert "拠点：" in str(overview.coverage(several, phrases.wording(several, "ja")).rows[0].cells[0])
    one = replace(several, coverage=several.coverage[-1:])
    name = str(overview.coverage(one, phrases.wording(one, "ja")).rows[0].cells[0])
    assert name.split("\n") == [one.coverage[0].segment, one.coverage[0].cidr]


def test_a_service_whose_port_nobody_saw_is_given_none() -> None:
    assert phrases.service(Service("tcp", 0, "dicom"), JA) == "番号不明の窓口（dicom）"
    assert phrases.service(Service("tcp", 104, "dicom"), JA) == "tcp/104（dicom）"


@pytest.mark.parametrize(
    ("attribute", "value", "told"),
    [
        ("fragile", "yes", "特に慎重に扱う機器：該当"),
        ("remote", "VPN router", "リモート保守の仕組み：VPNルーター"),
        ("proxy_arp", "answers for 11 addresses", "ほかのアドレスへの代理応答：11個のアドレスに応答"),
        ("kind", "ups", "種別：無停電電源装置"),
    ],
)
def test_a_claim_is_told_in_words(attribute: str, value: str, told: str) -> None:
    said = phrases.claim(Claim(attribute, value, Tier.STRONG, "x.rule", "snmp.sysDescr", "x"), JA)
    assert said.startswith(f"{told}〔")


@pytest.mark.parametrize(
    ("feature", "asked", "not_asked"),
    [
        ("not_networked", "現物", "走査範囲に含める"),
        ("no_address_recorded", "台帳に記入", "走査範囲に含める"),
        ("address_not_asked", "現物", "走査範囲に含める"),
        ("segment_not_in_scope", "走査範囲に含める", "台帳に記入"),
    ],
)
def test_what_no_scan_can_find_is_not_to_be_scanned_next_time(
    feature: str, asked: str, not_asked: str
) -> None:
    item = next(i for i in report().items if i.kind is Kind.NOT_LOOKED)
    why = Reason(feature, Tier.STRONG)
    said = phrases.action(replace(item, difference=replace(item.difference, reasons=(why,))), words("ja"))
    assert asked in said and not_asked not in said


def test_a_day_of_the_table_of_support_is_written_as_other_days_are() -> None:
    why = Reason("support_ended", Tier.STRONG, seen="Debian 12", recorded="2026-07-11")
    assert "2026年7月11日" in phrases.reason(why, words("ja"))
