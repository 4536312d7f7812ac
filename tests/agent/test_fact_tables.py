"""What is known for certain of medical makers' identifiers and of Windows' builds: a rule says it, or it stands here why not.

The tables beside this file are our own: `dicom_identifiers.tsv` (identifier -> what must be said of it),
`windows_builds.tsv` (build -> every release that has it) and `without_rule.toml` (identifiers of which nothing is
said and blocks whose registrant goes by another name, each with its reason). Where the folder of collected facts is
at hand (DAICHO_FACTS, else ../shared/facts beside the checkout) each of its strong rows is held to the same.
"""

from __future__ import annotations

import csv
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent import oui
from agent.rules import load_rules
from agent.vocabulary import vendor_key

HERE = Path(__file__).parent
FACTS = Path(os.environ.get("DAICHO_FACTS") or HERE.parents[2] / "shared" / "facts")
RULES = load_rules()
WITHOUT = tomllib.loads((HERE / "without_rule.toml").read_text(encoding="utf-8"))
FIELDS = {
    "uid": "dicom.implementation_uid",
    "version": "dicom.implementation_version",
    "proposes": "dicom.proposes",
}
SAID = ("vendor", "product", "kind", "class")


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a table with a head; none where there is no such file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def said(field: str, value: str) -> set[str]:
    return {f"{c.attribute}={c.value}" for c in RULES.claims(field, value) if c.attribute in SAID}


IDENTIFIERS = table(HERE / "dicom_identifiers.tsv")
BUILDS = table(HERE / "windows_builds.tsv")


@pytest.mark.parametrize("row", IDENTIFIERS, ids=lambda row: row["value"])
def test_what_an_identifier_of_dicom_says(row: dict[str, str]) -> None:
    assert row["says"] in said(FIELDS[row["where"]], row["value"])


@pytest.mark.parametrize("row", BUILDS, ids=lambda row: row["build"])
@pytest.mark.parametrize("field", ["smb.version", "ntlm.version"])
def test_a_build_is_every_release_that_has_it_and_no_other(row: dict[str, str], field: str) -> None:
    claims = {c.value for c in RULES.claims(field, row["build"]) if c.attribute == "os"}
    assert claims - {"Windows"} == {row["releases"]}


def blocks() -> Iterator[tuple[str, str]]:
    """(block, maker) of all rules that read hardware addresses and name a maker."""
    for rule in RULES.rules:
        maker = dict(rule.says).get("vendor", "")
        if rule.how == "oui" and maker:
            yield from ((block, maker) for block in rule.what)


def is_named(maker: str, text: str) -> bool:
    """Whether a text names the maker, in any spelling that the vocabulary has."""
    words = vendor_key(text)
    spellings = (maker, *RULES.vocabulary.vendors.get(maker, ()))
    return any(key in words for key in map(vendor_key, spellings) if key)


@pytest.mark.parametrize(("block", "maker"), list(blocks()))
def test_a_makers_block_is_registered_to_it_or_it_stands_why_not(block: str, maker: str) -> None:
    digits = (block + "1" * 12)[:12]
    mac = ":".join(digits[i : i + 2] for i in range(0, 12, 2))
    registrant = oui.installed_registry().registrant(mac)
    apart = WITHOUT["registered_otherwise"].get(maker, {})
    assert is_named(maker, registrant) or registrant in apart, f"{registrant!r} is not {maker}"


def test_every_reason_is_a_sentence_and_is_still_needed() -> None:
    reasons = [*WITHOUT["identifiers"].values()]
    reasons += [why for pairs in WITHOUT["registered_otherwise"].values() for why in pairs.values()]
    assert all(len(why.split()) >= 4 for why in reasons)
    for value in WITHOUT["identifiers"]:
        assert not any(s.startswith("vendor=") for field in FIELDS.values() for s in said(field, value)), (
            value
        )
    for maker, pairs in WITHOUT["registered_otherwise"].items():
        assert maker in RULES.vocabulary.vendors
        assert not any(is_named(maker, registrant) for registrant in pairs if registrant)


def test_the_tables_are_as_long_as_they_were() -> None:
    """A table that could not be read would test nothing."""
    assert len(IDENTIFIERS) > 100 and len(BUILDS) > 30 and len(list(blocks())) > 500


def identifier_of(row: dict[str, str]) -> tuple[str, str]:
    """(field, value) by which a row of the collected facts is put to the rules."""
    value, where = row["value"], row["match_on"]
    if where.startswith("version_name"):
        return FIELDS["version"], row["example_version_name"] or value
    if where.startswith("abstract_syntax"):
        return FIELDS["proposes"], value
    return FIELDS["uid"], value


def test_every_strong_row_of_the_collected_identifiers_has_a_rule_or_a_reason() -> None:
    left = [
        row["value"]
        for row in table(FACTS / "dicom_implementations.tsv")
        if row["strength"] == "strong"
        and row["value"] not in WITHOUT["identifiers"]
        and not said(*identifier_of(row))
    ]
    assert left == []


def test_every_strong_row_of_the_collected_blocks_has_a_rule_that_names_its_maker() -> None:
    left = []
    for row in table(FACTS / "oui_medical.tsv"):
        digits = (row["prefix"].replace(":", "") + "1" * 12)[:12]
        mac = ":".join(digits[i : i + 2] for i in range(0, 12, 2))
        makers = {c.value for c in RULES.claims("arp.mac", mac) if c.attribute == "vendor"}
        named = any(is_named(maker, f"{row['maker']} {row['registrant']}") for maker in makers)
        apart = any(row["registrant"] in WITHOUT["registered_otherwise"].get(maker, {}) for maker in makers)
        if row["evidence"] == "strong" and not named and not apart:
            left.append((row["prefix"], row["registrant"], makers))
    assert left == []


def test_every_collected_build_of_windows_is_in_our_table() -> None:
    ours = {row["build"] for row in BUILDS}
    collected = {
        row["build_or_latest"]
        for row in table(FACTS / "eol.tsv")
        if row["kind"] == "ntlm_build"
        or (row["product"].startswith("Microsoft Windows") and row["build_or_latest"].count(".") == 2)
    }
    assert collected <= ours
