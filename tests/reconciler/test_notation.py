"""How hospitals write addresses and days, and that ours are written likewise and read back the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciler.ledger.addresses import macs
from reconciler.ledger.dates import day
from reconciler.ledger.notation import commonest, date_writer, dhcp_word, mac_writer

MACS = [
    (["００－１Ｂ－２１－ＡＡ－ＢＢ－０１"], "00-1B-21-AA-BB-CC"),
    (["00:1b:21:aa:bb:01", "00:1b:21:aa:bb:02", "00-1B-21-AA-BB-03"], "00:1b:21:aa:bb:cc"),
    (["001b.2101.aabb"], "001b.21aa.bbcc"),
    (["001B-2101-AABB"], "001B-21AA-BBCC"),
    (["001B2101AABB"], "001B21AABBCC"),
    (["001b21-01aabb"], "001b21-aabbcc"),
    (["00 1B 21 01 AA BB"], "00 1B 21 AA BB CC"),
    (["00-00-00-00-00-01", "不明", "-"], "00-1B-21-AA-BB-CC"),
    (["有線 00-1b-21-aa-bb-01\n無線 00-1b-21-aa-bb-02"], "00-1b-21-aa-bb-cc"),
    ([], "00:1B:21:AA:BB:CC"),
]
DATES = [
    (["R5.4.1", "R5.10.12"], "R8.6.5"),
    (["Ｒ５．０４．０１"], "R8.06.05"),
    (["令和5年4月1日", "平成30年4月1日"], "令和8年6月5日"),
    (["H30/4/1"], "R8/6/5"),
    (["2024/4/1"], "2026/6/5"),
    (["2024/04/01"], "2026/06/05"),
    (["2024-11-12"], "2026-6-5"),
    (["2024年12月11日"], "2026年6月5日"),
    (["20240401"], "20260605"),
    (["済", "R99"], "2026/6/5"),
    ([], "2026/6/5"),
]


@pytest.mark.parametrize(("cells", "written"), MACS)
def test_an_address_is_written_as_theirs_are(cells: list[str], written: str) -> None:
    assert mac_writer(cells)("00:1b:21:aa:bb:cc") == written
    assert macs(written).value == ("00:1b:21:aa:bb:cc",)


@pytest.mark.parametrize(("cells", "written"), DATES)
def test_a_day_is_written_as_theirs_are(cells: list[str], written: str) -> None:
    assert date_writer(cells)(date(2026, 6, 5)) == written
    assert day(written).value == "2026-06-05"


@given(st.sampled_from(MACS), st.binary(min_size=6, max_size=6).filter(lambda b: any(b)))
def test_our_own_reader_reads_it_back(case: tuple[list[str], str], raw: bytes) -> None:
    written = mac_writer(case[0])(raw.hex(":"))
    assert macs(written).value in ((raw.hex(":"),), ()), "a number of digits alone may be read as none"


def test_the_first_year_of_an_era_and_the_last_day_of_the_one_before() -> None:
    write = date_writer(["R5.4.1"])
    assert (write(date(2019, 5, 1)), write(date(2019, 4, 30))) == ("R1.5.1", "H31.4.30")


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        (["10.0.0.1", "ＤＨＣＰ", "DHCP", "ＤＨＣＰ"], "ＤＨＣＰ"),
        (["自動取得"], "自動取得"),
        (["10.0.0.1"], ""),
        ([], ""),
    ],
)
def test_their_word_for_an_address_that_is_handed_out(cells: list[str], word: str) -> None:
    assert dhcp_word(cells) == word


def test_of_equals_the_first_is_taken() -> None:
    assert commonest(["b", "a", "b", "a"], "c") == "b" and commonest([], "c") == "c"
