"""The scope file: what it grants, what it refuses, and that every problem in it is told at once."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

import pytest

from agent.scope import Care, ScopeError, load_scope, parse_scope
from probes.model import Impact

GOOD = """
never = ["10.0.9.0/24", "10.0.1.66", "00:1B:21:00:00:01", "00-40-9D"]
facility = "みなと病院"

[authorisation]
by = "山田 太郎"
until = 2026-12-31

[[network]]
cidr = "10.0.1.0/24"
name = "事務"
care = "office"

[[network]]
cidr = "10.0.0.0/16"
name = "全館"

[[host]]
ip = "10.0.1.20"
grant = "session"
why = "保守契約の確認"

[hours]
allow = ["mon-fri 22:00-05:00"]
blackout = ["2026-12-29..2027-01-03"]
"""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_a_good_scope_reads() -> None:
    scope = parse_scope(GOOD)
    assert scope.facility == "みなと病院"
    assert [n.care for n in scope.networks] == [Care.OFFICE, Care.CLINICAL]
    granted = scope.grant_for(ip_address("10.0.1.20"), "", at("2026-11-24T00:00+09:00"))
    assert granted is not None and granted.grant is Impact.SESSION


def test_the_smallest_network_holds_an_address() -> None:
    scope = parse_scope(GOOD)
    inner = scope.network_of("main", ip_address("10.0.1.5"))
    outer = scope.network_of("main", ip_address("10.0.2.5"))
    assert inner is not None and inner.name == "事務"
    assert outer is not None and outer.name == "全館"
    assert scope.network_of("main", ip_address("192.0.2.1")) is None
    assert scope.network_of("分院", ip_address("10.0.1.5")) is None


@pytest.mark.parametrize(
    ("ip", "mac", "covered"),
    [
        ("10.0.9.200", "", True),
        ("10.0.1.66", "", True),
        ("10.0.1.67", "", False),
        ("10.0.1.5", "00:1b:21:00:00:01", True),
        ("10.0.1.5", "00:1b:21:00:00:02", False),
        ("10.0.1.5", "00:40:9d:12:34:56", True),
        ("2001:db8::1", "", False),
    ],
)
def test_never(ip: str, mac: str, covered: bool) -> None:
    assert parse_scope(GOOD).never.covers(ip_address(ip), mac) is covered


@pytest.mark.parametrize(
    ("when", "word"),
    [
        ("2026-11-24T23:00+09:00", ""),  # a Tuesday night
        ("2026-11-25T04:59+09:00", ""),  # still Tuesday's window
        ("2026-11-25T05:00+09:00", "allows sending"),
        ("2026-11-24T12:00+09:00", "allows sending"),
        ("2026-11-28T23:00+09:00", "allows sending"),  # a Saturday
        ("2026-11-28T02:00+09:00", ""),  # Friday's window goes on into Saturday
        ("2026-12-30T23:00+09:00", "blackout"),
        ("2027-01-04T23:00+09:00", "ended"),
    ],
)
def test_standing(when: str, word: str) -> None:
    reason = parse_scope(GOOD).standing(at(when))
    assert (word in reason) if word else reason == ""


def test_a_refusal_tells_days_and_times_as_a_person_in_the_house_reads_them() -> None:
    scope = parse_scope(GOOD)
    assert "mon,tue,wed,thu,fri 22:00-05:00" in scope.standing(at("2026-11-28T23:00+09:00"))
    assert "ended on 2026-12-31 23:59 JST" in scope.standing(at("2027-01-04T23:00+09:00"))


def test_until_holds_to_the_end_of_its_day_in_japan() -> None:
    scope = parse_scope('[authorisation]\nby = "x"\nuntil = 2026-12-31\n[[network]]\ncidr = "10.0.0.0/24"\n')
    assert scope.standing(at("2026-12-31T23:59+09:00")) == ""
    assert "山" not in scope.standing(at("2027-01-01T00:00+09:00")) and scope.standing(
        at("2027-01-01T00:00+09:00")
    )


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("until = 2026-12-31", ""), "authorisation.until is missing"),
        (('by = "山田 太郎"', ""), "authorisation.by is missing"),
        (('by = "山田 太郎"', 'by = ""'), "authorisation.by"),
        (('cidr = "10.0.1.0/24"', 'cidr = "10.0.1.0/33"'), "network 1.cidr"),
        (('care = "office"', 'care = "gentle"'), "bedside, clinical or office"),
        (('care = "office"', "caer = 1"), "network 1.caer is not a key"),
        (('grant = "session"', 'grant = "all"'), "host 1.grant"),
        (('"10.0.9.0/24"', '"10.0.9.0/24/1"'), "never"),
        (("mon-fri 22:00-05:00", "nights"), "hours.allow"),
        (('care = "office"', 'care = "office"\nsnmp = ["x"]'), "no [snmp.x] table"),
        (('care = "office"', "sweep_rate = 5000"), "1 to 1000"),
        (("10.0.0.0/16", "10.0.0.0/8"), "larger than a /16"),
        (("[hours]", '[snmp.a]\nkind = "devices"\nsecret = "public"\n[hours]'), "never written here"),
        (
            ("[hours]", '[snmp.a]\nkind = "infrastructure"\nsecret = "env:A"\n[hours]'),
            "snmp.a.hosts is missing",
        ),
    ],
)
def test_each_problem_is_named(change: tuple[str, str], named: str) -> None:
    with pytest.raises(ScopeError, match=None) as raised:
        parse_scope(GOOD.replace(*change, 1))
    assert named in str(raised.value)


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(ScopeError) as raised:
        parse_scope('never = ["?"]\n[[network]]\ncidr = "x"\n')
    assert len(raised.value.problems) >= 4


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ScopeError, match="daicho init"):
        load_scope(tmp_path / "scope.toml")


def test_secrets_are_not_in_the_repr_of_what_holds_them() -> None:
    from probes.model import Community, Target, UsmUser

    community = Target("10.0.0.1", 1, Community("kept-quiet"))
    user = UsmUser("watcher", "sha256", "kept-quiet", "aes128", "kept-quiet")
    assert "quiet" not in repr(community) and "quiet" not in repr(user) and "watcher" not in repr(user)


def test_the_example_is_a_scope_and_names_every_key() -> None:
    example = Path(__file__).resolve().parents[2] / "packaging/scope.example.toml"
    scope = load_scope(example)
    assert [n.care for n in scope.networks] == [Care.OFFICE, Care.CLINICAL, Care.BEDSIDE]
    readers = ("agent/scope_reader.py", "agent/scope_hours.py")
    reader = "\n".join((example.parents[1] / name).read_text(encoding="utf-8") for name in readers)
    import re

    keys = set(re.findall(r'keys\.(?:get|read|strings|moment)\(\s*"(\w+)"', reader))
    rare = {"sensor", "building", "listen_for", "mac"}
    assert {k for k in keys - rare if k not in example.read_text(encoding="utf-8")} == set()


TWO_SITES = """
[authorisation]
by = "x"
until = 2027-01-01
[[network]]
cidr = "10.0.1.0/24"
site = "本院"
sensor = "eth0"
[[network]]
cidr = "10.0.0.0/16"
site = "分院"
sensor = "eth1"
"""


def test_two_sites_with_the_same_addresses_are_kept_apart() -> None:
    scope = parse_scope(TWO_SITES)
    one, other = (scope.network_of(site, ip_address("10.0.1.5")) for site in ("本院", "分院"))
    assert one is not None and other is not None and one != other
    from ipaddress import ip_interface

    from agent.host import LocalInterface, local_interface_for

    here = (LocalInterface("eth0", "00:11:22:33:44:55", ip_interface("10.0.1.9/24"), 2),)
    assert local_interface_for(one.cidr, here, one.sensor) == here[0]
    assert local_interface_for(other.cidr, here, other.sensor) is None, (
        "the other site is not looked at from here"
    )


def test_what_is_granted_by_an_address_of_two_sites_is_granted_to_nobody() -> None:
    grant = '\n[[host]]\n{}\ngrant = "connect"\nwhy = "x"\n'
    ip = parse_scope(TWO_SITES).networks[0].cidr[5]
    with pytest.raises(ScopeError, match="give the mac"):
        parse_scope(TWO_SITES + grant.format(f'ip = "{ip}"'))
    parse_scope(TWO_SITES + grant.format('mac = "00:00:5e:00:53:01"'))


@pytest.mark.parametrize("second", ["", 'sensor = "eth0"'])
def test_without_sensors_two_sites_cannot_be_told_apart(second: str) -> None:
    text = TWO_SITES.replace('sensor = "eth1"', second)
    with pytest.raises(ScopeError, match="share addresses"):
        parse_scope(text)
