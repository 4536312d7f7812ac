"""A default scan among attackers: it ends in time, within its limits, names what they did, and finds everybody else.

What each of them does stands in hostile_hosts.py. One scan, in one hospital, is looked at from all sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from agent import journal as journals
from agent.answer import MOST_REPLIES_OF_ONE
from agent.demo.namespaces import possible
from agent.device import Device
from agent.seek import MOST_FACES
from reconciler.report.wording import words
from tests.lab.hostile import ATTACKERS, Scanned, Ward, no_secret_in, raise_ward

pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(possible()), reason=possible() or "-")]

MOST_SECONDS, MOST_MEMORY = 120.0, 200.0
LARGEST = {"journal.jsonl": 2 << 20, "findings.json": 1 << 20, "account.json": 1 << 20}
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")

NAMED = [
    ("endless", "it went on sending where one line was expected"),
    ("drip", "its answer came a few bytes at a time"),
    ("elsewhere", "it names another device as the place"),
    ("flood", f"sent more than {MOST_REPLIES_OF_ONE} answers to one"),
    ("codes", "codes that drive a terminal"),
    ("codes", "markup of web pages"),
    ("codes", "formulas"),
    ("codes", "longer than 4096 characters"),
]


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ward]:
    with raise_ward(tmp_path_factory.mktemp("ward"), hostile=True) as up:
        yield up


@pytest.fixture(scope="module")
def scanned(ward: Ward) -> Scanned:
    done = ward.scan(ward.folder / "run")
    assert done.code == 0, done.err
    return done


def at(scanned: Scanned, ip: str) -> Device:
    return next(d for d in scanned.findings.devices if ip in d.ips)


def test_it_ends_in_time_and_within_its_memory(scanned: Scanned) -> None:
    assert scanned.findings.complete
    assert scanned.seconds < MOST_SECONDS
    assert scanned.memory < MOST_MEMORY


def test_what_it_writes_stays_small(scanned: Scanned) -> None:
    sizes = {name: (scanned.folder / name).stat().st_size for name in LARGEST}
    assert all(size < LARGEST[name] for name, size in sizes.items()), sizes


def test_every_honest_device_is_found_and_is_told_rightly(ward: Ward, scanned: Scanned) -> None:
    """What it gives away of itself stays right, or is left open where somebody spoke in its name: never wrong."""
    for host in ward.hospital.hosts:
        device = at(scanned, host.ip)
        assert host.mac in device.macs, host.name
        for attribute in host.evident:
            said = device.best(attribute)
            assert said == host.truth[attribute] or (not said and attribute in device.conflicts), (
                host.name,
                attribute,
            )


def test_nobody_is_made_up(ward: Ward, scanned: Scanned) -> None:
    there = {a.mac for h in ward.hospital.hosts for a in h.attachments}
    there |= {
        f"00:50:c2:66:{int(ip.split('.')[2]):02x}:{int(ip.split('.')[3]):02x}" for ip in ATTACKERS.values()
    }
    assert {mac for d in scanned.findings.devices for mac in d.macs} <= there
    assert len(scanned.findings.devices) <= len(ward.hospital.hosts) + len(ATTACKERS) + 8


def test_fragile_devices_are_treated_as_ever(ward: Ward, scanned: Scanned) -> None:
    for host in ward.hospital.hosts:
        if host.fragile is not None:
            assert ward.stand_ins.mistreated(host.name) == ()
            assert at(scanned, host.ip).packets == 0


@pytest.mark.parametrize(("kind", "sentence"), NAMED)
def test_what_they_did_is_named(scanned: Scanned, kind: str, sentence: str) -> None:
    assert any(ATTACKERS[kind] in note and sentence in note for note in scanned.findings.notes)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("storm", r"answered ARP for \d{3} addresses"),
        ("proxy", rf"answered ARP for 4093 addresses; only the first {MOST_FACES} of them"),
        ("storm", r"\d+ ARP answers came for which nobody had asked"),
        ("flood", r"answers to \w+ came from outside this network and were not read"),
        ("flood", r"in the name of \d+ addresses were not believed"),
        ("xml", r"an answer to wsd could not be read \(a document type"),
    ],
)
def test_what_they_did_to_a_whole_network_is_named(scanned: Scanned, kind: str, sentence: str) -> None:
    assert kind in ATTACKERS
    assert any(re.search(sentence, note) for note in scanned.findings.notes), scanned.findings.notes


def test_the_report_tells_it_in_japanese(scanned: Scanned) -> None:
    told = [words("ja").said(note) for note in scanned.findings.notes]
    assert sum("通常の機器には見られない振る舞い" in text for text in told) >= 4
    assert not [
        text for text in told if re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", text.partition("技術情報")[0])
    ]


def test_each_limit_holds(scanned: Scanned) -> None:
    """No host is sent more than an office host may get, however it lures us."""
    for kind, ip in ATTACKERS.items():
        device = at(scanned, ip)
        assert device.packets <= 60 * len(device.ips), kind
    records = list(journals.read(scanned.folder / "journal.jsonl"))
    bugs = [r.data for r in records if r.kind == "attempt" and r.data["outcome"] == "bug"]
    assert bugs == []


def test_nobody_is_asked_where_another_points(ward: Ward, scanned: Scanned) -> None:
    """The printer, to which LOCATION and a redirect pointed, was not asked at that port."""
    records = journals.read(scanned.folder / "journal.jsonl")
    evidence = [r.data for r in records if r.kind == "evidence"]
    assert any(e["field"] == "ssdp.location" and ":8099/" in str(e["value"]) for e in evidence), (
        "it never pointed"
    )
    assert not any(e["host"] == "10.20.1.30" and str(e["field"]).startswith("upnp.") for e in evidence)
    assert "8099" not in str([a for a in at(scanned, "10.20.1.30").asked])


def test_infrastructure_secrets_go_to_listed_hosts_alone(ward: Ward, scanned: Scanned) -> None:
    heard = ward.heard("rogue")
    assert heard, "the rogue was never asked: this would show nothing"
    secret = ward.hospital.secrets["DAICHO_DEMO_KIBAN"]
    assert all(secret.encode().hex() not in line["snmp"] for line in heard)


def test_no_secret_is_written_or_said(ward: Ward, scanned: Scanned) -> None:
    secrets = list(ward.hospital.secrets.values())
    assert no_secret_in(scanned.folder, secrets) == []
    assert no_secret_in(ward.folder / "state", secrets) == []
    assert not any(secret in scanned.out + scanned.err for secret in secrets)


def test_a_terminal_is_driven_by_nobody(scanned: Scanned) -> None:
    assert not CONTROL.search(scanned.out + scanned.err)
    assert not CONTROL.search((scanned.folder / "findings.json").read_text(encoding="utf-8"))
