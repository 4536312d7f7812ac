"""Several devices in one row, each under headings with its number; and what looks so and is of one device."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconciler.ledger.abreast import abreast, without_number
from reconciler.ledger.dictionary import dictionary
from reconciler.ledger.read import read_ledger
from tests.ledgers.make import write_csv
from tests.ledgers.more import save

WORDS = dictionary()


@pytest.mark.parametrize(
    ("heading", "bare"),
    [
        ("端末1 ホスト名", "ホスト名"),
        ("PC2・IPアドレス", "IPアドレス"),
        ("1台目 機種", "機種"),
        ("IPアドレス2", ""),
        ("NIC1 MAC", ""),
        ("1.管理番号", ""),
        ("3階", ""),
    ],
)
def test_a_heading_without_its_number(heading: str, bare: str) -> None:
    assert without_number(heading, WORDS) == bare


@pytest.mark.parametrize(
    ("meaning", "headings", "groups"),
    [
        ("two terminals", ["部屋", "PC1/名称", "PC1/IP", "PC2/名称", "PC2/IP"], [(1, 2), (3, 4)]),
        ("on one line", ["部屋", "端末1 名称", "端末1 IP", "端末2 名称", "端末2 IP"], [(1, 2), (3, 4)]),
        (
            "a printer beside them",
            ["PC1/名称", "PC1/IP", "PC2/名称", "PC2/IP", "プリンタ/機種", "プリンタ/IP"],
            [(0, 1), (2, 3), (4, 5)],
        ),
        ("two addresses of one", ["名称", "NIC1/IP", "NIC1/MAC", "NIC2/IP", "NIC2/MAC"], []),
        ("addresses without a name", ["名称", "PC1/IP", "PC1/MAC", "PC2/IP", "PC2/MAC"], []),
        ("other headings below each", ["PC1/名称", "PC1/IP", "PC2/名称", "PC2/OS"], []),
        ("one alone", ["部屋", "PC1/名称", "PC1/IP"], []),
        ("storeys", ["1階/名称", "1階/IP", "2階/名称", "2階/IP"], []),
    ],
)  # fmt: skip
def test_which_columns_are_of_which_device(
    meaning: str, headings: list[str], groups: list[tuple[int, ...]]
) -> None:
    parts = {column: tuple(heading.split("/")) for column, heading in enumerate(headings)}
    assert abreast(parts, WORDS) == groups, meaning


def test_each_device_of_a_row_is_read_and_a_room_without_a_second_has_none(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", {
        "端末": [
            ["No", "設置場所", "PC1", None, "PC2", None, "プリンタ", None],
            [None, None, "名称", "IP", "名称", "IP", "機種", "IP"],
            [1, "診察室1", "NAI01", "10.1.1.1", "NAI02", "10.1.1.2", "LP-S180", "10.1.1.201"],
            [2, "診察室2", "GEK01", "10.1.1.3", None, None, None, None],
        ],
    }, {"端末": ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"]})  # fmt: skip
    assets = read_ledger(tmp_path / "a.xlsx").assets
    assert [(a.row.row, a.row.column, a.tag, a.hostname, a.model, a.ips, a.place) for a in assets] == [
        (3, "", "1", "NAI01", "", ("10.1.1.1",), "診察室1"),
        (3, "E", "", "NAI02", "", ("10.1.1.2",), "診察室1"),
        (3, "G", "", "", "LP-S180", ("10.1.1.201",), "診察室1"),
        (4, "", "2", "GEK01", "", ("10.1.1.3",), "診察室2"),
    ]


def test_headings_of_one_line(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [
        ["部屋名", "端末1 ホスト名", "端末1 IPアドレス", "端末2 ホスト名", "端末2 IPアドレス"],
        ["診察室1", "EXM01", "10.1.1.1", "EXM02", "10.1.1.2"],
        ["診察室2", "EXM03", "10.1.1.3", "", ""],
    ], "utf-8")  # fmt: skip
    assets = read_ledger(tmp_path / "a.csv").assets
    assert [(a.hostname, a.ips, a.place) for a in assets] == [
        ("EXM01", ("10.1.1.1",), "診察室1"),
        ("EXM02", ("10.1.1.2",), "診察室1"),
        ("EXM03", ("10.1.1.3",), "診察室2"),
    ]
