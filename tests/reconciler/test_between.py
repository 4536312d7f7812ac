"""`daicho compare`: the same device is told by what only it has, and what was not looked at has not gone."""

# ruff: noqa: E501 - tables, one case a line
from __future__ import annotations

import io
import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from agent.device import Claim, Device, Interface, Tier
from agent.findings import Coverage, Findings, NotLooked
from agent.findings import to_json as findings_json
from reconciler.between.ledgers import between_ledgers
from reconciler.between.model import Between, What
from reconciler.between.runs import between_runs
from reconciler.cli import daicho
from reconciler.commands.outcome import CommandError
from reconciler.ledger.asset import Asset, Ledger, RowRef
from reconciler.report.between import text
from reconciler.report.between_files import page, workbook
from reconciler.report.wording import LANGUAGES, Language

ONE, TWO = "2026-05-01T01:00:00Z", "2026-06-01T01:00:00Z"
MAC, OTHER = "00:00:4c:10:20:30", "00:00:4c:10:20:31"


def device(key: str, ip: str = "192.0.2.7", site: str = "main", **said: str) -> Device:
    """key: a MAC, or "" for one that is known by its address alone."""
    host = said.pop("host", "")
    claims = tuple(Claim(a, v, Tier.STRONG, "r", "f", v) for a, v in said.items())
    face = Interface(key, (ip,) if ip else ())
    return Device(f"{site}/{key or ip}", site, (face,), ("事務",), (host,) if host else (), claims)


def run(*devices: Device, ended: str = ONE, looked: bool = True, **more: object) -> Findings:
    sites = sorted({"main", *(d.site for d in devices)})
    coverage = tuple(
        Coverage(s, "事務", "192.0.2.0/24", "office", looked, 254, 254, len(devices)) for s in sites
    )
    return replace(Findings(ended, "x", ended, ended, True, coverage, devices), **more)  # type: ignore[arg-type]


def told(between: Between) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (
            e.what.value,
            e.before.id if e.before else "",
            e.after.id if e.after else "",
            tuple(c.field for c in e.changes),
        )
        for e in between.entries
    ]


PC, MOVED = device(MAC), device(MAC, "192.0.2.99")
CASES: tuple[tuple[str, Findings, Findings, list[tuple[str, str, str, tuple[str, ...]]]], ...] = (
    ("nothing differs", run(PC), run(PC), []),
    ("it has another address", run(PC), run(MOVED), [("CHANGED", PC.id, PC.id, ("ips",))]),
    ("it came", run(), run(PC), [("CAME", "", PC.id, ())]),
    ("it went", run(PC), run(), [("WENT", PC.id, "", ())]),
    (
        "another box has its address: one went, one came",
        run(PC),
        run(device(OTHER)),
        [("CAME", "", f"main/{OTHER}", ()), ("WENT", PC.id, "", ())],
    ),
    (
        "the same serial in another box's place: a new adapter",
        run(device(MAC, serial="7X1100A", vendor="NEC")),
        run(device(OTHER, "192.0.2.8", serial="7x1100a", vendor="NEC")),
        [("CHANGED", f"main/{MAC}", f"main/{OTHER}", ("ips", "macs"))],
    ),
    ("an address alone is no device", run(device("")), run(device("")), []),
    (
        "an address alone that is another sort now",
        run(device("", os="Debian")),
        run(device("", os="Windows 11")),
        [("NOT_SETTLED", "main/192.0.2.7", "main/192.0.2.7", ("os",))],
    ),
    (
        "an address of which the MAC is known now",
        run(device("")),
        run(PC),
        [("NOT_SETTLED", "main/192.0.2.7", PC.id, ("macs",))],
    ),
    ("less is known of it", run(device(MAC, os="Debian")), run(PC), [("KNOWN", PC.id, PC.id, ("os",))]),
    ("more is known of it", run(PC), run(device(MAC, os="Debian")), [("KNOWN", PC.id, PC.id, ("os",))]),
    ("nobody looked there", run(PC), run(looked=False), [("NOT_LOOKED", PC.id, "", ())]),
    ("nobody had looked there", run(looked=False), run(PC), [("FIRST_LOOKED", "", PC.id, ())]),
    ("the run was stopped", run(PC), run(complete=False), [("NOT_LOOKED", PC.id, "", ())]),
    (
        "two sites with the same address",
        run(device("", site="a"), device("", site="b")),
        run(device("", site="a")),
        [("NOT_LOOKED", "b/192.0.2.7", "", ())],
    ),
    (
        "two sites with the same address, both looked at",
        run(device(MAC, site="a"), device(OTHER, site="b")),
        run(device(MAC, site="a"), device("00:00:4c:10:20:32", "192.0.2.9", site="b")),
        [("CAME", "", "b/00:00:4c:10:20:32", ()), ("WENT", f"b/{OTHER}", "", ())],
    ),
    (
        "it was carried to the other site",
        run(device(MAC, site="a")),
        run(device(MAC, site="b")),
        [("CHANGED", f"a/{MAC}", f"b/{MAC}", ("site",))],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("meaning", "before", "after", "entries"), CASES, ids=[c[0] for c in CASES])
def test_two_runs(
    meaning: str, before: Findings, after: Findings, entries: list[tuple[str, str, str, tuple[str, ...]]]
) -> None:
    found = between_runs(before, after, (), ())
    assert told(found) == entries
    assert found.differs is bool(entries)


def test_every_device_of_both_runs_is_told_of_once() -> None:
    before = run(
        PC, device(OTHER, "192.0.2.8"), device("", "192.0.2.9"), device("", "192.0.2.10", os="Debian")
    )
    after = run(
        MOVED,
        device("", "192.0.2.9"),
        device("", "192.0.2.10", os="QTS"),
        device("00:00:4c:10:20:32", "192.0.2.11"),
    )
    found = between_runs(before, after, (), ())
    olds = [e.before.id for e in found.entries if e.before]
    news = [e.after.id for e in found.entries if e.after]
    assert len(olds) + found.same + found.same_place == len(before.devices) and len(set(olds)) == len(olds)
    assert len(news) + found.same + found.same_place == len(after.devices) and len(set(news)) == len(news)


@pytest.mark.parametrize("excluded", ["192.0.2.7", "192.0.2.0/28", MAC, "00:00:4c"])
def test_what_was_left_out_on_purpose_has_not_gone(excluded: str) -> None:
    assert [e.what for e in between_runs(run(PC), run(), (), (excluded,)).entries] == [What.NOT_LOOKED]
    assert [e.what for e in between_runs(run(PC), run(), (), ("192.0.2.200", OTHER)).entries] == [What.WENT]


def test_where_it_is_not_known_what_was_left_out_nothing_has_gone_for_certain() -> None:
    """A run of which only findings.json is there: it says that one address was left out, and not which."""
    partly = run()
    partly = replace(partly, coverage=(replace(partly.coverage[0], not_looked=(NotLooked("never", 1),)),))
    assert [e.what for e in between_runs(run(PC), partly).entries] == [What.NOT_LOOKED]
    assert [e.what for e in between_runs(run(PC), run()).entries] == [What.WENT]


@given(
    st.permutations([PC, device(OTHER, "192.0.2.8"), device("", "192.0.2.9"), device("", "192.0.2.9", "b")])
)
def test_the_order_of_devices_does_not_count(devices: list[Device]) -> None:
    after = run(MOVED, device("", "192.0.2.9", "b", os="x"))
    assert between_runs(run(*devices), after) == between_runs(
        run(*sorted(devices, key=lambda d: d.id)), after
    )


# -- ledgers ------------------------------------------------------------------------------------

FIELDS = frozenset({"tag", "name", "serial", "macs", "ips", "place", "hostname", "state", "note", "quantity"})


def row(number: int, **said: object) -> Asset:
    return Asset(RowRef("x.xlsx", "機器", number), columns=FIELDS, **said)  # type: ignore[arg-type]


def ledger(*rows: Asset) -> Ledger:
    return Ledger("x.xlsx", assets=rows)


LEDGERS: tuple[tuple[str, Ledger, Ledger, list[tuple[str, str]]], ...] = (
    ("sorted anew", ledger(row(2, tag="A"), row(3, tag="B")), ledger(row(2, tag="B"), row(3, tag="A")), []),
    ("a number spelt otherwise is the same", ledger(row(2, tag="PC-1")), ledger(row(2, tag="ＰＣ－１")), [("CHANGED", "tag")]),
    ("by its serial number", ledger(row(2, serial="7X1")), ledger(row(9, serial="7x1", place="2F")), [("CHANGED", "serial"), ("KNOWN", "place")]),
    ("two swap their addresses", ledger(row(2, tag="A", ips=("192.0.2.1",)), row(3, tag="B", ips=("192.0.2.2",))),
     ledger(row(2, tag="A", ips=("192.0.2.2",)), row(3, tag="B", ips=("192.0.2.1",))), [("CHANGED", "ips"), ("CHANGED", "ips")]),
    ("an address alone pairs nothing", ledger(row(2, name="受付PC", ips=("192.0.2.1",))), ledger(row(2, name="会計PC", ips=("192.0.2.1",))),
     [("CAME", ""), ("WENT", "")]),
    ("a row filled in", ledger(row(2, tag="A")), ledger(row(2, tag="A", place="2F")), [("KNOWN", "place")]),
    ("a number that two rows have pairs neither by it", ledger(row(2, tag="A", serial="7X1"), row(3, tag="A", serial="7X2")),
     ledger(row(2, tag="A", serial="7X2"), row(3, tag="A", serial="7X1")), []),
    ("rows that nothing tells apart", ledger(row(2, name="PC"), row(3, name="PC")), ledger(row(7, name="PC"), row(8, name="PC")), []),
    ("one more of rows that nothing tells apart", ledger(row(2, name="PC")), ledger(row(2, name="PC"), row(3, name="PC")),
     [("CAME", "")]),
    ("by name and place", ledger(row(2, name="PC", place="1F")), ledger(row(2, name="PC", place="1F", note="貸出")), [("KNOWN", "note")]),
)  # fmt: skip


@pytest.mark.parametrize(("meaning", "before", "after", "entries"), LEDGERS, ids=[c[0] for c in LEDGERS])
def test_two_ledgers(meaning: str, before: Ledger, after: Ledger, entries: list[tuple[str, str]]) -> None:
    found = between_ledgers(before, after)
    flat = [
        (e.what.value if not c or c.differs or e.what is What.KNOWN else "KNOWN", c.field if c else "")
        for e in found.entries
        for c in (e.changes or (None,))
    ]
    assert flat == entries
    assert len([e for e in found.entries if e.before]) + found.same == len(before.assets)
    assert len([e for e in found.entries if e.after]) + found.same == len(after.assets)


def test_a_column_that_one_ledger_has_is_told_once_and_of_no_row() -> None:
    fewer = tuple(replace(row(n, tag=f"A{n}"), columns=FIELDS - {"note"}) for n in range(2, 9))
    more = tuple(row(n, tag=f"A{n}", note="x") for n in range(2, 9))
    found = between_ledgers(ledger(*fewer), ledger(*more))
    assert (found.columns_came, found.columns_went, found.entries) == (("note",), (), ()) and found.differs


def test_the_order_of_rows_does_not_count_where_each_has_a_name() -> None:
    rows = [row(2, tag="A", place="1F"), row(3, serial="7X1"), row(4, hostname="pc7")]
    after = ledger(row(2, tag="A", place="2F"), row(9, tag="Z"))
    expected = between_ledgers(ledger(*rows), after)
    for order in permutations(rows):
        assert between_ledgers(ledger(*order), after) == expected


SOME = st.sampled_from(["", "A", "B", "C"])
ROWS = st.lists(
    st.builds(
        lambda tag, serial, name, place: {"tag": tag, "serial": serial and f"7X{serial}", "name": name, "place": place},
        SOME, SOME, SOME, st.sampled_from(["", "1F"]),
    ),
    max_size=8,
)  # fmt: skip


@given(ROWS, ROWS)
def test_every_row_of_both_ledgers_is_told_of_once(
    before: list[dict[str, str]], after: list[dict[str, str]]
) -> None:
    one, other = (ledger(*(row(n, **said) for n, said in enumerate(rows, 2))) for rows in (before, after))
    found = between_ledgers(one, other)
    assert len([e for e in found.entries if e.before]) + found.same == len(one.assets)
    assert len([e for e in found.entries if e.after]) + found.same == len(other.assets)
    back = between_ledgers(other, one)
    assert (back.same, len(back.entries)) == (found.same, len(found.entries)), "there and back is one way"
    assert not between_ledgers(one, one).differs


KEYS = st.sampled_from(["", MAC, OTHER, "00:00:4c:10:20:32", "da:a1:19:33:77:01"])
DEVICES = st.lists(
    st.builds(
        lambda mac, last, site, serial: device(mac, f"192.0.2.{last}", site, serial=serial),
        KEYS, st.integers(1, 3), st.sampled_from(["a", "b"]), st.sampled_from(["", "7X1100A", "7X1100B"]),
    ),
    max_size=8, unique_by=lambda d: d.id,
)  # fmt: skip


@given(DEVICES, DEVICES)
def test_every_device_is_told_of_once_whatever_the_runs(before: list[Device], after: list[Device]) -> None:
    found = between_runs(run(*before), run(*after), (), ())
    settled = found.same + found.same_place
    assert len([e for e in found.entries if e.before]) + settled == len(before)
    assert len([e for e in found.entries if e.after]) + settled == len(after)
    assert not between_runs(run(*before), run(*before), (), ()).differs
    for entry in found.entries:
        if entry.before and entry.after and entry.before.site != entry.after.site:
            assert entry.known_by in ("serial", "mac"), "what two sites share is no address"


# -- in words -----------------------------------------------------------------------------------

TWO_RUNS = between_runs(
    run(PC, device(OTHER, "192.0.2.8", host="nas01", os="QTS"), device("", "192.0.2.9")),
    run(device(MAC, "192.0.2.99", host="=cmd|x<b>\u202e"), device("", "192.0.2.9"), ended=TWO),
    (),
    (),
)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "ja",
            (
                "実施結果の比較",
                "見えなくなった 1",
                "IPアドレス：192.0.2.7 → 192.0.2.99",
                "同じ機器とは言えません",
            ),
        ),
        (
            "en",
            ("Two runs compared", "Went 1", "IP address: 192.0.2.7 -> 192.0.2.99", "may be other devices"),
        ),
    ],
)
def test_it_is_told_in_words(language: Language, says: tuple[str, ...]) -> None:
    made = text(TWO_RUNS, language)
    for said in says:
        assert said in made, made
    assert "\u202e" not in made


def test_that_nothing_differs_is_said_of_what_was_compared() -> None:
    assert "比較できた範囲で違いはありませんでした" in text(between_runs(run(PC), run(PC)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_name_stays_text_in_every_file(language: Language) -> None:
    html = page(TWO_RUNS, language).decode()
    assert "<b>" not in html and "&lt;b&gt;" in html and "\u202e" not in html and "default-src 'none'" in html
    book = openpyxl.load_workbook(io.BytesIO(workbook(TWO_RUNS, language)))
    cells = [c for line in book.active.iter_rows() for c in line if c.value is not None]
    assert any("=cmd" in str(c.value) for c in cells) and all(c.data_type == "s" for c in cells)
    assert workbook(TWO_RUNS, language) == workbook(TWO_RUNS, language)


# -- as it is typed -----------------------------------------------------------------------------


def typed(*arguments: object) -> Result:
    return CliRunner().invoke(daicho, [str(a) for a in arguments], standalone_mode=False)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name, findings in (("a", run(PC)), ("b", run(MOVED, ended=TWO))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "findings.json").write_text(findings_json(findings), "utf-8")
    return tmp_path / "a", tmp_path / "b"


def test_compare_takes_folders_and_documents(folders: tuple[Path, Path]) -> None:
    one, other = folders
    done = typed("compare", one, other / "findings.json", "--json")
    assert done.return_value == 1
    assert json.loads(done.output)["schema"] == "daicho.comparison/1"
    assert typed("compare", one, one).return_value == 0


def test_compare_writes_what_is_asked_for(folders: tuple[Path, Path], tmp_path: Path) -> None:
    files = [tmp_path / "sub" / f"x.{ending}" for ending in ("xlsx", "html", "json")]
    done = typed("compare", *folders, *(part for f in files for part in ("--out", f)))
    assert done.return_value == 1 and all(f.stat().st_size > 500 for f in files)
    refused = typed("compare", *folders, "--out", tmp_path / "x.doc")
    assert isinstance(refused.exception, CommandError) and ".xlsx" in str(refused.exception)


def test_a_run_and_a_ledger_are_not_compared(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("管理番号,機器名\nPC-1,受付PC\n", "utf-8")
    done = typed("compare", folders[0], tmp_path / "x.csv")
    assert isinstance(done.exception, CommandError) and "two of a kind" in str(done.exception)
    same = typed("compare", tmp_path / "x.csv", tmp_path / "x.csv")
    assert same.return_value == 0


@pytest.mark.parametrize(("site", "told_site"), [("main", False), ("分院", True)])
def test_a_device_without_a_name_is_told_by_its_address_and_a_site_by_its_name(
    site: str, told_site: bool
) -> None:
    said = text(between_runs(run(), run(device("", "192.0.2.8", site=site), ended=TWO)), "ja")
    line = next(line for line in said.splitlines() if "192.0.2.8" in line)
    assert line.count("192.0.2.8") == 1 and "main" not in line
    assert ("分院" in line) is told_site
