"""Exports: what other programs are told is known, is theirs to read, and is nothing that they would run."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hypothesis import given
from hypothesis import strategies as st

from agent.device import Claim, Device, Interface, Tier
from agent.findings import Coverage, Findings
from reconciler.cli import daicho
from reconciler.commands.outcome import CommandError
from reconciler.diff import reconcile
from reconciler.export import formats
from reconciler.export.inventory import Box, Exported, Inventory, inventory, with_length
from reconciler.export.netbox_objects import slug
from reconciler.export.spreadsheet import ACTING, harmless
from reconciler.ledger.asset import Asset, Ledger, RowRef
from reconciler.reconciliation import DeviceBucket
from tests.reconciler.report_sample import DEVICES, RESULT

ROOT = Path(__file__).resolve().parents[2]
TOOL = "daicho 0.1.0"
SAMPLE = inventory(RESULT, TOOL)
NAMES = sorted(formats())


def device(key: str, ip: str, site: str = "main", host: str = "", **said: str) -> Device:
    claims = tuple(Claim({"klass": "class"}.get(a, a), v, Tier.STRONG, "r", "f", v) for a, v in said.items())
    mac = key if ":" in key else ""
    return Device(
        f"{site}/{key}", site, (Interface(mac, (ip,)),), hostnames=(host,) if host else (), claims=claims
    )


def given_boxes(*devices: Device) -> Inventory:
    looked = tuple(
        Coverage(s, s, "192.0.2.0/24", "office", True, 254, 254, 1) for s in sorted({d.site for d in devices})
    )
    boxes = tuple(Box(d, None, DeviceBucket.UNREGISTERED) for d in devices)
    return Inventory("run", "2026-06-15T01:24:05Z", TOOL, boxes, looked, {})


def made(name: str, what: Inventory = SAMPLE) -> Exported:
    return formats()[name].make(what)


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def table(name: str, ending: str, what: Inventory = SAMPLE) -> list[dict[str, str]]:
    return lines(next(text for file, text in made(name, what).files.items() if file.endswith(ending)))


# -- what all of them keep to -------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_guests_and_unseen_rows_are_counted_and_not_handed_over(name: str) -> None:
    told = made(name)
    assert told.left_out["devices of guests, which are nobody's equipment"] == 1
    assert told.left_out["rows of the ledger that no device of this run was held for"] == 8
    assert "da:a1:19:33:77:01" not in "".join(told.files.values()).casefold()


@pytest.mark.parametrize("name", NAMES)
def test_of_a_device_that_nobody_knows_nothing_is_made_up(name: str) -> None:
    text = "".join(made(name, given_boxes(device("00:00:4c:10:20:30", "192.0.2.7"))).files.values())
    assert not re.search(r"unknown|undefined|n/a|\bnone\b|generic|不明", text, re.IGNORECASE)


def test_what_was_seen_goes_before_what_is_recorded_and_replaced_hardware_is_not_described_by_its_row() -> (
    None
):
    by_id = {b.id: b for b in SAMPLE.boxes}
    assert by_id["dev-01"].known("vendor") == "Cisco", "the ledger says シスコシステムズ"
    assert by_id["dev-01"].known("serial") == "FCW2301A0B1"
    assert by_id["dev-03"].known("os") == "Windows Server 2012 R2"
    assert by_id["dev-13"].known("serial") == "" and by_id["dev-13"].known("model") == "LBP351i"
    seen = replace(DEVICES[12], claims=tuple(c for c in DEVICES[12].claims if c.attribute != "model"))
    again = inventory(replace(RESULT, devices=(*DEVICES[:12], seen, *DEVICES[13:])), TOOL)
    assert next(b for b in again.boxes if b.id == "dev-13").known("model") == "", (
        "the row has another maker's model"
    )


DIGEST = """
import hashlib
from reconciler.export import formats
from reconciler.export.inventory import inventory
from tests.reconciler.report_sample import RESULT
for name, form in formats().items():
    files = form.make(inventory(RESULT, "daicho 0.1.0")).files
    print(name, hashlib.sha256(repr(files).encode()).hexdigest())
"""


def test_the_same_inventory_is_the_same_files_anywhere() -> None:
    def digests(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", DIGEST], env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert digests("1") == digests("2") and len(digests("1").splitlines()) == len(NAMES)


# -- csv ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"),
        ("+81-3", "'+81-3"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("PC-1", "PC-1"),
        ("", ""),
        ("'quoted", "'quoted"),
    ],
)
def test_no_cell_is_calculated(cell: str, written: str) -> None:
    assert harmless(cell) == written


@given(st.text(max_size=40))
def test_whatever_a_device_calls_itself_stays_one_harmless_cell(name: str) -> None:
    rows = table("csv", ".csv", given_boxes(device("00:00:4c:10:20:30", "192.0.2.7", host=name, model=name)))
    assert len(rows) == 1 and rows[0]["macs"] == "00:00:4c:10:20:30"
    for cell in rows[0].values():
        assert not cell.lstrip().startswith(ACTING)


def test_excel_knows_the_file_for_utf_8() -> None:
    text = made("csv").files["devices.csv"]
    assert text.encode("utf-8").startswith(b"\xef\xbb\xbf")
    assert {r["id"] for r in table("csv", ".csv")} == {b.id for b in SAMPLE.boxes}
    row = next(r for r in table("csv", ".csv") if r["id"] == "dev-01")
    assert (row["tag"], row["place"], row["vendor"]) == ("NW-001", "2階 サーバー室 ラックA", "Cisco")


# -- netbox -------------------------------------------------------------------------------------


def test_everything_that_a_netbox_file_names_is_in_a_file_before_it() -> None:
    files = made("netbox").files
    names = {file[3:-4]: lines(text) for file, text in sorted(files.items())}
    assert list(names) == [file[3:-4] for file in sorted(files)]
    known = {
        key: {r["name"] for r in names[key]}
        for key in ("sites", "manufacturers", "device-roles", "platforms")
    }
    types = {(r["manufacturer"], r["model"]) for r in names["device-types"]}
    for row in names["devices"]:
        assert row["site"] in known["sites"] and row["role"] in known["device-roles"]
        assert (row["manufacturer"], row["device_type"]) in types
        assert row["platform"] in known["platforms"] | {""}
    devices = [r["name"] for r in names["devices"]]
    assert len(devices) == len(set(devices))
    interfaces = {(r["device"], r["name"]) for r in names["interfaces"]}
    for row in (*names["mac-addresses"], *names["ip-addresses"]):
        assert not row["device"] or (row["device"], row["interface"]) in interfaces


def test_a_device_without_a_model_is_no_device_there_but_its_address_is() -> None:
    what = given_boxes(device("00:00:4c:10:20:30", "192.0.2.7", host="pc7", klass="terminal", vendor="NEC"))
    told = made("netbox", what)
    assert [f[3:] for f in told.files] == ["sites.csv", "ip-addresses.csv"]
    assert table("netbox", "ip-addresses.csv", what)[0] | {"vrf": ""} == {
        "address": "192.0.2.7/24", "vrf": "", "status": "active", "device": "", "interface": "", "dns_name": "pc7",
        "description": "daicho main/00:00:4c:10:20:30",
    }  # fmt: skip
    assert sum(told.left_out.values()) == 1


@pytest.mark.parametrize("name", ["netbox", "netbox-api"])
def test_two_sites_with_the_same_addresses_do_not_mix(name: str) -> None:
    facts = {"host": "pacs", "klass": "server", "vendor": "Dell", "model": "R650"}
    what = given_boxes(
        device("00:00:4c:10:20:30", "192.0.2.7", "本院", **facts),
        device("00:00:4c:10:20:31", "192.0.2.7", "分院", **facts),
    )
    files = made(name, what).files
    if name == "netbox":
        assert {(r["vrf"], r["address"]) for r in table(name, "ip-addresses.csv", what)} == {
            ("本院", "192.0.2.7/24"),
            ("分院", "192.0.2.7/24"),
        }
        assert {r["name"] for r in table(name, "vrfs.csv", what)} == {"本院", "分院"}
    else:
        listed = json.loads(files["10-ipam.ip-addresses.json"])
        assert {one["vrf"]["name"] for one in listed} == {"本院", "分院"}
        assert len({s["slug"] for s in json.loads(files["01-dcim.sites.json"])}) == 2


def test_the_apis_lists_name_what_they_build_on_by_what_only_it_has() -> None:
    files = {name[3:-5]: json.loads(text) for name, text in made("netbox-api").files.items()}
    slugs = {end: {one["slug"] for one in files[end]} for end in files if "slug" in files[end][0]}
    for one in files["dcim.devices"]:
        assert (
            one["site"]["slug"] in slugs["dcim.sites"] and one["role"]["slug"] in slugs["dcim.device-roles"]
        )
        assert one["device_type"]["slug"] in slugs["dcim.device-types"]
        assert "" not in one.values()
    owners = {(d["name"], d["site"]["slug"]) for d in files["dcim.devices"]}
    assert all((i["device"]["name"], i["device"]["site"]["slug"]) in owners for i in files["dcim.interfaces"])


@given(st.text(min_size=1, max_size=60))
def test_a_slug_is_what_netbox_takes(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name)) and len(slug(name)) <= 50


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cisco", "CISCO", True),
        ("Super Micro", "super-micro", True),
        ("本院", "分院", False),
        ("A+B", "A B", False),
        ("x" * 60, "x" * 59, False),
        ("病院", "", False),
    ],
)
def test_only_spellings_of_one_name_share_a_slug(one: str, other: str, same: bool) -> None:
    assert (slug(one) == slug(other)) is same


def test_a_maker_that_is_spelt_twice_is_one_maker() -> None:
    facts = {"klass": "network", "model": "X1"}
    what = given_boxes(
        device("00:00:4c:10:20:30", "192.0.2.7", vendor="Super Micro", **facts),
        device("00:00:4c:10:20:31", "192.0.2.8", vendor="SUPER MICRO", **facts),
    )
    assert [r["name"] for r in table("netbox", "manufacturers.csv", what)] == ["Super Micro"]
    assert {r["manufacturer"] for r in table("netbox", "-devices.csv", what)} == {"Super Micro"}


def test_an_address_has_the_length_of_the_narrowest_network_of_its_own_site() -> None:
    def looked(site: str, cidr: str) -> Coverage:
        return Coverage(site, cidr, cidr, "office", True, 1, 1, 1)

    coverage = (looked("a", "192.0.2.0/24"), looked("a", "192.0.2.0/26"), looked("b", "192.0.2.0/28"))
    assert with_length("192.0.2.7", "a", coverage) == "192.0.2.7/26"
    assert with_length("192.0.2.7", "c", coverage) == "192.0.2.7/32"
    assert with_length("2001:db8::7", "a", coverage) == "2001:db8::7/128"
    assert with_length("10.500.1.0", "a", coverage) == ""


def test_what_is_no_address_is_counted_and_not_handed_over() -> None:
    told = made("netbox", given_boxes(device("00:00:4c:10:20:30", "10.500.1.0")))
    assert list(told.files) == ["01-sites.csv"] and told.left_out["texts that are no IP address"] == 1


# -- glpi, snipe-it -----------------------------------------------------------------------------


def test_glpi_gets_its_four_sorts_of_item() -> None:
    files = [json.loads(text) for text in made("glpi").files.values()]
    sorts = {f["itemtype"] for f in files}
    assert sorts == {"Computer", "NetworkEquipment", "Printer"}
    assert len({f["deviceid"] for f in files}) == len(files)
    for f in files:
        content = f["content"]
        assert content["versionclient"] == "daicho_v0.1.0"
        if f["itemtype"] == "Computer":
            assert all({"description", "status"} <= n.keys() for n in content["networks"])
        else:
            assert content["network_device"]["type"] in ("Networking", "Printer")
            assert content["network_ports"][0]["ifnumber"] == 1
    core = next(f for f in files if f["content"].get("network_device", {}).get("name") == "core-sw1")
    assert core["content"]["network_device"]["serial"] == "FCW2301A0B1"
    assert made("glpi").left_out["devices of a class that GLPI's inventory has no item for"] == 5


def test_snipe_it_gets_the_columns_of_its_importer() -> None:
    rows = table("snipe-it", "assets.csv")
    row = next(r for r in rows if r["Asset Tag"] == "NW-001")
    assert (row["Model name"], row["Serial number"], row["Category"]) == (
        "Catalyst 9300-48T",
        "FCW2301A0B1",
        "network",
    )
    assert all(r["Model name"] and r["Category"] for r in rows)


def test_a_number_that_a_row_has_for_several_devices_is_given_to_none() -> None:
    """一式: one row, two monitors."""
    monitors = tuple(
        device(f"00:1e:3d:00:03:4{n}", f"192.0.2.4{n}", klass="medical", vendor="日本光電", model="PVM-4000")
        for n in (1, 2)
    )
    asset = Asset(
        RowRef("x.xlsx", "ME", 4),
        tag="ME-1",
        maker="日本光電",
        model="PVM-4000",
        quantity=2,
        macs=monitors[0].macs + monitors[1].macs,
    )
    looked = (Coverage("main", "ME", "192.0.2.0/24", "bedside", True, 254, 254, 2),)
    at = "2026-06-15T01:00:00Z"
    result = reconcile(
        Findings("r", "", at, at, True, looked, monitors), (Ledger("x.xlsx", assets=(asset,)),)
    )
    what = inventory(result, TOOL)
    assert [b.tag for b in what.boxes] == ["ME-1", "ME-1"]
    assert {r["Asset Tag"] for r in table("snipe-it", ".csv", what)} == {""}
    assert {r["asset_tag"] for r in table("netbox", "devices.csv", what)} == {""}


# -- cyclonedx ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "what",
    [
        SAMPLE,
        given_boxes(),
        given_boxes(device("192.0.2.7", "192.0.2.7"), device("192.0.2.8", "192.0.2.8", version="2")),
    ],
    ids=["sample", "nothing", "unknown"],
)
def test_the_bill_of_materials_is_what_the_standards_schema_says(what: Inventory) -> None:
    text = made("cyclonedx", what).files["bom.cdx.json"]
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    assert fault is None, str(fault)


def test_a_system_is_inside_its_device_and_a_mere_version_is_firmware() -> None:
    what = given_boxes(
        device("00:00:4c:10:20:30", "192.0.2.7", os="Debian", version="12", serial="7X11"),
        device("00:00:4c:10:20:31", "192.0.2.8", model="AP9631", version="6.8"),
        device("00:00:4c:10:20:32", "192.0.2.9", version="6.8"),
    )
    told = made("cyclonedx", what)
    parts = json.loads(told.files["bom.cdx.json"])["components"]
    inside = [[(c["type"], c["name"], c["version"]) for c in p.get("components", [])] for p in parts]
    assert inside == [[("operating-system", "Debian", "12")], [("firmware", "AP9631", "6.8")], []]
    assert {"name": "cdx:device:serialNumber", "value": "7X11"} in parts[0]["properties"]
    assert sum(told.left_out.values()) == 1
    assert "purl" not in told.files["bom.cdx.json"] and "cpe" not in told.files["bom.cdx.json"]


# -- as it is typed -----------------------------------------------------------------------------


def run(*arguments: object) -> Result:
    return CliRunner().invoke(daicho, [str(a) for a in arguments], standalone_mode=False)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "run"
    assert run("demo", "--replay", "--out", out).return_value == 1
    return out


def test_alone_it_lists_the_formats() -> None:
    assert [line.split()[0] for line in run("export").output.splitlines()] == NAMES
    assert {"csv", "cyclonedx", "glpi", "netbox", "netbox-api", "snipe-it"} <= set(NAMES)


def test_without_findings_or_a_place_it_says_what_to_give(tmp_path: Path) -> None:
    for words in (["csv"], ["csv", str(tmp_path / "findings.json")]):
        done = CliRunner().invoke(daicho, ["export", *words])
        assert done.exit_code == 2 and "--out" in done.output


@pytest.mark.parametrize("name", NAMES)
def test_each_is_written_with_and_without_a_ledger(name: str, demo: Path, tmp_path: Path) -> None:
    for ledgers in ((demo / "ledger.xlsx",), ()):
        out = tmp_path / f"{len(ledgers)}"
        done = run("export", name, demo / "findings.json", *ledgers, "--out", out)
        assert done.return_value == 0, done.output
        written = {str(p.relative_to(out)) for p in out.rglob("*") if p.is_file()}
        assert written and "left out: 1 devices of guests" in done.output
        assert all(str(out / name) in done.output for name in written)


def test_a_single_file_may_have_a_name_of_its_own(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "sub" / "hospital.csv"
    run("export", "csv", demo / "findings.json", "--out", out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,")


def test_a_format_that_is_not_there_is_told(demo: Path, tmp_path: Path) -> None:
    done = run("export", "lotus", demo / "findings.json", "--out", tmp_path / "x")
    assert isinstance(done.exception, CommandError) and "netbox" in str(done.exception)
    assert not (tmp_path / "x").exists()
