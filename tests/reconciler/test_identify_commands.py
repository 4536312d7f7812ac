"""`daicho identify`, `daicho rules check` and `daicho rules try`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from agent.identify import identify
from agent.rules import load_rules
from probes.model import Evidence
from reconciler.cli import daicho
from reconciler.commands.outcome import CommandError, Exit

SITE = """
vendor = "Ward Clocks"
[[rule]]
id = "ward-clocks.clock"
reads = "snmp.sysDescr"
match = '^WardClock (?P<model>WC-\\d+)'
says = { kind = "clock" }
tier = "strong"
source = "site observation, 2026-04-01"
[[rule.example]]
text = "WardClock WC-7"
gives = { model = "WC-7" }
[[rule.counter]]
text = "WardClock"
"""


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(daicho, [str(a) for a in arguments], input=stdin, standalone_mode=False)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def record(identity: object, *evidence: tuple[str, str]) -> str:
    return json.dumps({"id": identity, "evidence": [{"field": f, "value": v} for f, v in evidence]})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "ward-clocks.toml").write_text(SITE)
    return folder


DESCR = ("snmp.sysDescr", "RICOH MP C3004 1.26 / RICOH Network Printer C model")


def test_a_record_is_identified_as_a_scan_would() -> None:
    result = run("identify", "-", stdin=record(7, DESCR))
    (said,) = lines(result)
    evidence = [Evidence("", "192.0.2.1", "snmp", *DESCR, "2026-01-01T00:00:00Z")]
    (device,) = identify(evidence, load_rules())
    for attribute in ("class", "vendor", "model", "os", "version", "serial"):
        assert said[attribute] == device.best(attribute)
    assert (said["id"], said["class"], said["vendor"]) == (7, "printer", "Ricoh")
    reasons = {r["attribute"]: r for r in said["because"]}
    assert reasons["vendor"].keys() == {"attribute", "value", "tier", "rule", "field", "evidence"}
    assert reasons["vendor"]["evidence"] == DESCR[1]
    assert result.return_value == Exit.AGREE


def test_nothing_known_is_said_as_unknown() -> None:
    (said,) = lines(run("identify", "-", stdin=record("a")))
    assert said == {
        "id": "a", "class": "", "vendor": "", "model": "", "os": "", "version": "", "serial": "",
        "service": "", "service_version": "", "services": [], "because": [],
    }  # fmt: skip


def test_a_system_is_told_with_its_family_and_a_service_by_its_programs_name() -> None:
    web = ("http.status", "200"), ("http.server", "Apache/2.4.57 (Debian)")
    (said,) = lines(run("identify", "-", stdin=record("a", *web)))
    assert (said["os"], said["vendor"]) == ("Debian (Linux)", "")
    assert (said["service"], said["service_version"]) == ("HTTPD", "2.4.57")
    assert said["services"] == [{"protocol": "http", "product": "Apache HTTPD", "version": "2.4.57"}]


def test_a_device_that_nothing_names_is_told_by_its_systems_maker_and_says_so() -> None:
    (said,) = lines(run("identify", "-", stdin=record("a", ("dhcp.vendor_class", "MSFT 5.0"))))
    assert (said["os"], said["vendor"]) == ("Windows", "Microsoft")
    (reason,) = (r for r in said["because"] if r["attribute"] == "vendor")
    assert (reason["tier"], reason["rule"]) == ("weak", "identify.system-maker")
    own = record("a", ("dhcp.vendor_class", "MSFT 5.0"), ("arp.mac", "00:00:74:00:00:01"))
    assert lines(run("identify", "-", stdin=own))[0]["vendor"] == "Ricoh"


def test_records_do_not_mix() -> None:
    same = ("snmp.entPhysicalSerialNum", "AB1234567")
    said = lines(run("identify", "-", stdin="\n".join([record(1, DESCR, same), "", record(2, same)])))
    assert [(s["id"], s["vendor"]) for s in said] == [(1, "Ricoh"), (2, "")]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 2"),
        ("[]", 'not an object with an "id"'),
        ('{"evidence": []}', 'not an object with an "id"'),
        ('{"id": 1}', '"evidence" is not a list'),
        ('{"id": 1, "evidence": [1]}', "evidence is"),
        ('{"id": 1, "evidence": [{"field": "snmp.sysDescr", "value": 5}]}', "evidence is"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(line: str, complaint: str) -> None:
    result = run("identify", "-", stdin="\n".join([record(1, DESCR), line, record(3, DESCR)]))
    assert [s["id"] for s in lines(result)] == [1, 3]
    assert complaint in result.stderr and "line 2" in result.stderr
    assert result.return_value == Exit.USAGE


def test_evidence_that_no_rule_reads_is_told() -> None:
    result = run("identify", "-", stdin=record(1, ("toaster.colour", "red"), ("toaster.colour", "blue")))
    assert "no rule reads toaster.colour: 2" in result.stderr


def test_a_file_that_is_not_there() -> None:
    assert "cannot be read" in str(run("identify", "/nowhere/at/all").exception)


def test_control_characters_do_not_reach_the_terminal() -> None:
    result = run("identify", "-", stdin=record(1, ("snmp.sysDescr", "RICOH \x1b[31mMP C3004")))
    assert "\x1b" not in result.stdout and "\\u001b" not in result.stdout


def test_a_site_adds_rules_without_touching_ours(site: Path) -> None:
    evidence = record(1, ("snmp.sysDescr", "WardClock WC-7"))
    assert lines(run("identify", "-", stdin=evidence))[0]["vendor"] != "Ward Clocks"
    said = lines(run("identify", "-", "--rules", site, stdin=evidence))[0]
    assert (said["class"], said["vendor"], said["model"]) == ("building", "Ward Clocks", "WC-7")
    assert run("rules", "check", site).return_value == Exit.AGREE


def test_a_rule_that_cannot_be_used_is_told_and_the_others_work(site: Path) -> None:
    (site / "broken.toml").write_text("[[rule]]\nid = 'broken.x'\n")
    result = run("identify", "-", "--rules", site, stdin=record(1, ("snmp.sysDescr", "WardClock WC-7")))
    assert lines(result)[0]["vendor"] == "Ward Clocks"
    assert "rule left out: broken.toml: broken.x" in result.stderr


def test_check_says_what_to_mend(site: Path) -> None:
    (site / "ward-clocks.toml").write_text(SITE.replace("site observation, 2026-04-01", ""))
    result = run("rules", "check", site)
    assert result.return_value == Exit.DIFFER
    assert "ward-clocks.toml: ward-clocks.clock: source is missing" in result.stdout


def test_check_finds_no_fault_with_ours() -> None:
    result = run("rules", "check")
    assert (result.return_value, result.stdout) == (Exit.AGREE, "")


def test_a_folder_without_a_rule_is_told(tmp_path: Path) -> None:
    assert "holds no rule file" in run("rules", "check", tmp_path).stderr


def test_a_folder_that_is_none() -> None:
    for arguments in (("rules", "check", "/nowhere"), ("identify", "-", "--rules", "/nowhere")):
        error = run(*arguments, stdin="").exception
        assert isinstance(error, CommandError) and "/nowhere is no folder" in str(error)


def test_try_shows_which_rules_speak_and_what_they_say() -> None:
    result = run("rules", "try", "ssh.software", "OpenSSH_9.2p1")
    assert "ssh.openssh (strong): product = OpenSSH, product_version = 9.2p1" in result.stdout
    said = json.loads(run("rules", "try", "ssh.software", "OpenSSH_9.2p1", "--json").stdout)
    assert {"rule": "ssh.openssh", "tier": "strong", "attribute": "product", "value": "OpenSSH"} in said


def test_try_where_no_rule_speaks() -> None:
    result = run("rules", "try", "ssh.software", "?")
    assert (result.stdout, result.return_value) == ("", Exit.AGREE)
    assert "no rule speaks" in result.stderr


def test_try_of_a_field_that_is_none() -> None:
    assert "of that protocol there are ssh.banner" in str(run("rules", "try", "ssh.x", "y").exception)
    assert "`daicho probes`" in str(run("rules", "try", "toaster.x", "y").exception)
