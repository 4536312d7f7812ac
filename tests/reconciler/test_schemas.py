"""Each published form against real documents: a face that changes without its schema fails here, and the other way round."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator, FormatChecker

from agent.account import account_of
from agent.device import Asked, Claim, Device, Ended, Interface, Service, Tier
from agent.findings import Coverage, Findings, Flow, Json, Lost, NotLooked, Unexplained, to_json
from agent.host_accounts import AccountRecord
from agent.signed import signed
from reconciler.between.ledgers import between_ledgers
from reconciler.between.runs import between_runs
from reconciler.cli import daicho
from reconciler.commands.outcome import CommandError
from reconciler.commands.schemas import schemas
from reconciler.decisions import Decision, Verdict
from reconciler.followups import Followup, State
from reconciler.ledger.asset import Asset, Ledger, RowRef
from reconciler.ledger.read import read_ledger
from reconciler.ledger.read import to_json as ledger_json
from reconciler.reconciliation import to_json as reconciliation_json
from reconciler.report.between import to_json as comparison_json
from reconciler.report.building import build
from reconciler.report.document import to_json as report_json
from tests.reconciler.report_sample import COVER, RESULT, report

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(schemas())
TIME = "2026-06-15T01:02:10Z"


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(daicho, [str(a) for a in arguments], input=stdin, standalone_mode=False)


def form(name: str) -> dict[str, Json]:
    found = json.loads(schemas()[name].read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


# -- real documents -----------------------------------------------------------------------------

EVERYTHING = Findings(
    run="r", scope="5f", started=TIME, ended=TIME, complete=False, protected_by_ledger=3, notes=("a note",),
    coverage=(
        Coverage(
            "main", "事務", "192.0.2.0/24", "office", True, 254, 9, 1, 2,
            (NotLooked("why", 1),), (NotLooked("care", 2),), 1.5,
        ),
    ),
    devices=(
        Device(
            "main/00:00:4c:10:20:30", "main", (Interface("00:00:4c:10:20:30", ("192.0.2.7",), "sw", "3", "2F"),), ("事務",),
            ("pc7",),
            (Claim("vendor", "NEC", Tier.WEAK, "r", "arp.mac", "x"), Claim("class", "terminal", Tier.STRONG, "r", "f", "y")),
            ("model",), (Service("tcp", 22, "ssh", "OpenSSH", "9.6"), Service("", 0, "x")), ("RDP",), 7, 512, TIME, TIME,
            (Asked("192.0.2.7", "ssh", "not_allowed", 2, "why"),), (Ended("192.0.2.7", "why"),),
        ),
    ),
    lost=(Lost("main", "192.0.2.8", "", "ssh", 3.5, TIME, "2F", "one was enough"),),
    unexplained=(Unexplained("main", "00:00:4c:10:20:31", "sw", "4", "10,20"),),
    flows=(Flow("main", "192.0.2.7", "192.0.2.9", "tcp", 443, "tls"), Flow("main", "192.0.2.7", "192.0.2.9", "udp", 9)),
)  # fmt: skip
NOTHING = Findings("r", "", TIME, TIME, True, (), ())


def accounts() -> Iterator[str]:
    sent = (
        AccountRecord("reserved", 1, "main", "192.0.2.7", "", "ssh", 8),
        AccountRecord("settled", 1, "main", "192.0.2.7", "", "ssh", 4, 300),
        AccountRecord("reserved", 2, "main", "192.0.2.99", "", "ssh", 8),
        AccountRecord("segment", 3, "main", "192.0.2.0/24", "", "mdns", 1, 60),
    )
    for findings in (EVERYTHING, NOTHING):
        yield signed(account_of(findings, sent, "5f", "0.1.0"), b"\1" * 32, lambda _: b"\2" * 64)


def identified() -> Iterator[str]:
    said = {"ssh.protocol": "2.0", "ssh.software": "OpenSSH_9.6p1", "ssh.comment": "Debian-3"}
    lines: list[Json] = [
        {"id": 7, "evidence": [{"field": field, "value": value} for field, value in said.items()]},
        {"id": "none", "evidence": []},
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    yield from text.splitlines()
    yield from run("identify", "-", stdin=text).output.splitlines()


def comparisons() -> Iterator[str]:
    yield comparison_json(between_runs(EVERYTHING, NOTHING))
    moved = replace(EVERYTHING.devices[0], interfaces=(Interface("00:00:4c:10:20:30", ("192.0.2.9",)),))
    yield comparison_json(between_runs(EVERYTHING, replace(EVERYTHING, devices=(moved,))))
    rows = tuple(Asset(RowRef("x", "", n), tag=f"PC-{n}", columns=frozenset({"tag"})) for n in (1, 2))
    yield comparison_json(between_ledgers(Ledger("x", assets=rows), Ledger("x", assets=rows[:1])))


def scopes() -> Iterator[str]:
    texts = [(ROOT / "packaging" / "scope.example.toml").read_text(encoding="utf-8")]
    texts[0] += '[[host]]\nmac = "00:00:4c:10:20:30"\ngrant = "connect"\n'
    texts[0] = texts[0].replace("imaging = true", "imaging = true\nbuilding = true")
    texts.append('[authorisation]\nby = "山田"\nuntil = 2027-01-01\n[[network]]\ncidr = "192.0.2.0/24"\n')
    for text in texts:
        yield json.dumps(tomllib.loads(text), default=date.isoformat)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Json]]:
    demo = tmp_path_factory.mktemp("demo") / "run"
    run("demo", "--replay", "--out", demo)

    def made(name: str) -> str:
        return (demo / name).read_text(encoding="utf-8")

    told = list(identified())
    word = Decision(Verdict.REGISTER, "田中", TIME, device="dev-05", due="2026-12-31", number=1)
    told_of = (
        Followup(State.OPEN, word, (RESULT.differences[0].id,)),
        Followup(State.CAME_BACK, None, (), TIME),
    )
    with_lost = build(replace(RESULT, lost=EVERYTHING.lost, decisions=(word,), followups=told_of), COVER)
    odd = demo / "odd.csv"
    odd.write_text(
        "管理番号,機器名,MACアドレス,数量\nPC-1,受付PC,00:00:4c:10:20,2\n\nPC-2,会計PC,00:00:4c:10:20:30,\n",
        "utf-8",
    )
    texts: dict[str, list[str]] = {
        "findings": [made("findings.json"), to_json(EVERYTHING), to_json(NOTHING)],
        "account": list(accounts()),
        "scope": list(scopes()),
        "identify-input": told[:2],
        "identify-output": told[2:],
        "ledger": [ledger_json(read_ledger(demo / name)) for name in ("ledger.xlsx", "none.xlsx", "odd.csv")],
        "comparison": list(comparisons()),
        "reconciliation": [made("reconciliation.json"), reconciliation_json(RESULT)],
        "seal": [made("seal.json")],
        "report": [made("report.json"), report_json(report(), "en"), report_json(report(None)), report_json(with_lost)],
    }  # fmt: skip
    return {name: [json.loads(text) for text in listed] for name, listed in texts.items()}


@pytest.mark.parametrize("name", NAMES)
def test_documents_are_what_their_schema_says(name: str, documents: dict[str, list[Json]]) -> None:
    validator = Draft202012Validator(form(name), format_checker=FormatChecker())
    for document in documents[name]:
        faults = [
            f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
            for e in validator.iter_errors(document)
        ]
        assert not faults, (
            f"{name}.json does not fit what is written; describe what is new there:\n" + "\n".join(faults[:5])
        )


# -- the schemas themselves ---------------------------------------------------------------------


def parts(schema: Json, path: str = "") -> Iterator[tuple[str, dict[str, Json]]]:
    """Every schema within a schema that is an object of keywords, with its path."""
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            if key in ("properties", "$defs") and isinstance(value, dict):
                for name, inner in value.items():
                    yield from parts(inner, f"{path}/{name}")
            else:
                yield from parts(value, path)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner, path)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_and_says_what_everything_means(name: str) -> None:
    schema = form(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:daicho:schema:{name}:1" and schema["title"]
    for path, part in parts(schema):
        properties = part.get("properties")
        if isinstance(properties, dict):
            assert "additionalProperties" in part, f"{path} is neither closed nor open"
            for key, inner in properties.items():
                assert isinstance(inner, dict) and inner.get("description"), f"{path}/{key} is not described"


def met(schema: dict[str, Json], value: Json, root: dict[str, Json], seen: set[int]) -> None:
    """Notes every property that a valid value has."""
    if isinstance(schema.get("$ref"), str):
        defs = root["$defs"]
        assert isinstance(defs, dict)
        target = defs[str(schema["$ref"]).rpartition("/")[2]]
        assert isinstance(target, dict)
        met(target, value, root, seen)
    for choice in schema.get("anyOf", []) if isinstance(schema.get("anyOf"), list) else []:  # type: ignore[union-attr]
        if isinstance(choice, dict) and not (value is not None and choice.get("type") == "null"):
            met(choice, value, root, seen)
    items, properties, others = (schema.get(k) for k in ("items", "properties", "additionalProperties"))
    if isinstance(value, list) and isinstance(items, dict):
        for one in value:
            met(items, one, root, seen)
    if isinstance(value, dict):
        for key, inner in value.items():
            known = properties.get(key) if isinstance(properties, dict) else None
            if isinstance(known, dict):
                seen.add(id(known))
                met(known, inner, root, seen)
            elif isinstance(others, dict):
                met(others, inner, root, seen)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_described_that_no_document_has(name: str, documents: dict[str, list[Json]]) -> None:
    schema = form(name)
    seen: set[int] = set()
    for document in documents[name]:
        met(schema, document, schema, seen)
    unmet = [
        f"{path}/{key}"
        for path, part in parts(schema)
        if isinstance(part.get("properties"), dict)
        for key, inner in part["properties"].items()  # type: ignore[union-attr]
        if id(inner) not in seen
    ]
    assert not unmet


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("findings", ("devices", "packets", -1)),
        ("findings", ("devices", "colour", "red")),
        ("reconciliation", ("differences", "kind", "STOLEN")),
        ("report", ("items", "due", "soon")),
        ("report", ("devices", "bucket", "LOST")),
    ],
)
def test_a_document_that_is_wrong_is_refused(
    name: str, spoil: tuple[str, str, Json], documents: dict[str, list[Json]]
) -> None:
    spoilt = json.loads(json.dumps(documents[name][0]))
    lines, key, value = spoil
    spoilt[lines][0][key] = value
    assert not Draft202012Validator(form(name), format_checker=FormatChecker()).is_valid(spoilt)


# -- as it is typed -----------------------------------------------------------------------------


def test_schema_lists_them_and_prints_each() -> None:
    listed = run("schema").output
    assert [line.split()[0] for line in listed.splitlines()] == NAMES
    assert {"findings", "account", "reconciliation", "ledger", "report", "scope"} <= set(NAMES)
    for name in NAMES:
        assert run("schema", name).output == schemas()[name].read_text(encoding="utf-8")


def test_a_schema_that_is_not_there_is_told() -> None:
    done = run("schema", "invoice")
    assert isinstance(done.exception, CommandError) and "findings" in str(done.exception)
