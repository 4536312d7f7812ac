"""What a ledger row declares, as the gate must know it: words of the ward, and what they protect."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from agent.rules import load_rules
from reconciler.commands.protecting import protected_by
from reconciler.declared import declared_class, declared_ports
from reconciler.ledger.asset import Asset, Ledger, RowRef

ROW = RowRef("台帳.xlsx", "医療機器", 5)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("輸液ポンプ TE-131", "", ("medical", "infusion")),
        ("シリンジポンプ", "", ("medical", "infusion")),
        ("人工呼吸器", "", ("medical", "ventilator")),
        ("ベッドサイドモニタ", "", ("medical", "monitor")),
        ("ｾﾝﾄﾗﾙﾓﾆﾀ", "", ("medical", "monitor")),
        ("多人数用透析液供給装置", "", ("medical", "dialysis")),
        ("閉鎖式保育器", "", ("medical", "neonatal")),
        ("ＡＥＤ", "", ("medical", "defibrillator")),
        ("人工心肺装置", "", ("medical", "perfusion")),
        ("NPort 5110", "シリアルデバイスサーバ", ("network", "serial-device-server")),
        ("全身用Ｘ線ＣＴ装置", "", ("medical", "ct")),
        ("超音波診断装置", "", ("medical", "ultrasound")),
        ("電子カルテ端末", "PC", ("terminal", "")),
        ("PCモニター", "", ("terminal", "")),
        ("ラベルプリンタ", "", ("printer", "")),
        ("受付の椅子", "", ("", "")),
    ],
)
def test_words_of_a_row(name: str, kind: str, expected: tuple[str, str]) -> None:
    assert declared_class(Asset(ROW, name=name, kind=kind)) == expected


def test_a_row_with_a_medical_id_is_a_medical_device() -> None:
    assert declared_class(Asset(ROW, name="装置", medical_id="13B1X00000000001")) == ("medical", "")


def test_every_kind_is_of_the_vocabulary_and_the_dangerous_ones_are_fragile() -> None:
    rows = tomllib.loads(
        (Path(__file__).resolve().parents[2] / "reconciler/declared.toml").read_text(encoding="utf-8")
    )
    vocabulary = load_rules().vocabulary
    kinds = {row["kind"] for row in rows["kind"]}
    assert kinds <= set(vocabulary.kinds), kinds - set(vocabulary.kinds)
    dangerous = {
        "infusion",
        "ventilator",
        "anaesthesia",
        "monitor",
        "dialysis",
        "defibrillator",
        "neonatal",
        "perfusion",
    }
    assert dangerous | {"serial-device-server"} <= kinds & vocabulary.fragile


def test_a_medical_word_protects_wherever_it_stands() -> None:
    """The name stands in a column whose heading nobody knows, or that was taken for the host's name."""
    assert declared_class(Asset(ROW, kept={"持ち物": "輸液ポンプ"})) == ("medical", "infusion")
    assert declared_class(Asset(ROW, hostname="人工呼吸器")) == ("medical", "ventilator")
    assert declared_class(Asset(ROW, kept={"持ち物": "プリンタ"})) == ("", "")


def test_every_address_of_a_declared_row_is_protected() -> None:
    macs, ips = ("00:11:22:33:44:55",), ("10.0.0.5", "10.0.0.6")
    ledger = Ledger(
        "台帳.xlsx",
        assets=(Asset(ROW, name="輸液ポンプ", macs=macs, ips=ips), Asset(ROW, name="椅子", ips=ips)),
    )
    found = protected_by([ledger])
    assert {p.mac or p.ip for p in found} == {*macs, *ips}
    assert all(p.kind == "infusion" and "医療機器!5" in p.source_row for p in found)


@pytest.mark.parametrize(
    ("meaning", "note", "ports"),
    [
        ("in Japanese", "DICOM受信 ポート4242", (4242,)),
        ("fullwidth", "ＤＩＣＯＭ　ポート番号：１１１１２", (11112,)),
        ("with its transport", "PACS TCP/104, tcp 11112", (104,)),
        ("in English", "port: 8080 / Port=8443", (8080, 8443)),
        ("twice", "ポート8080、ポート 8080", (8080,)),
        ("a switch's port", "スイッチ2F-1 ポート 112", ()),
        ("a hub's port", "HUB3 port 120", ()),
        ("a low number is a switch's", "port 24", ()),
        ("a USB port", "USBポート4個", ()),
        ("part of a word", "レポート2023、サポート2025", ()),
        ("too large to be one", "ポート70000", ()),
        ("nothing", "", ()),
    ],
)
def test_ports_that_a_row_names(meaning: str, note: str, ports: tuple[int, ...]) -> None:
    assert declared_ports(Asset(ROW, note=note)) == ports, meaning
