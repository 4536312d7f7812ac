"""Every habit of those who keep ledgers, as (what the cell says, what it means)."""

from __future__ import annotations

from datetime import date, datetime
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciler.ledger import addresses, dates, normalise
from reconciler.ledger.asset import STATES
from reconciler.ledger.dictionary import dictionary
from reconciler.ledger.makers import split_maker
from reconciler.ledger.normalise import Cell

WORDS = dictionary()


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("ＰＣ－０１", "PC-01"),
        ("ﾌﾟﾘﾝﾀ", "プリンタ"),
        ("　サーバー　 室 ", "サーバー 室"),
        ("3階\n東病棟", "3階 東病棟"),
        ("①サーバ", "1サーバ"),
        ("㈱富士通", "(株)富士通"),
        ("Ⅱ号機", "II号機"),
        ("髙橋", "髙橋"),
        ("a\u200bb\ufeff", "ab"),
        ("  two  spaces ", "two spaces"),
    ],
)
def test_text(raw: str, plain: str) -> None:
    assert normalise.text(raw) == plain


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("PC−01", "PC-01"),  # U+2212, minus
        ("PC‐01", "PC-01"),  # U+2010, hyphen
        ("PC‑01", "PC-01"),  # U+2011
        ("PC–01", "PC-01"),  # U+2013
        ("PC—01", "PC-01"),  # U+2014
        ("PC―01", "PC-01"),  # U+2015
        ("PC─01", "PC-01"),  # U+2500, drawn
        ("PCー01", "PC-01"),  # U+30FC after a Latin letter
        ("サーバー01", "サーバー01"),  # U+30FC after kana is a vowel
        ("ｻｰﾊﾞｰ-1", "サーバー-1"),
        ("ー", "-"),
        ("10〜20", "10~20"),  # U+301C
        ("10～20", "10~20"),  # U+FF5E
        ("A：１", "A:1"),
    ],
)
def test_identifier(raw: str, plain: str) -> None:
    assert normalise.identifier(raw) == plain


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        (None, ""),
        (12, "12"),
        (12.0, "12"),
        (1.5, "1.5"),
        (True, "TRUE"),
        (datetime.fromisoformat("2023-04-01"), "2023-04-01"),
        (datetime.fromisoformat("2023-04-01T09:30"), "2023-04-01 09:30:00"),
        (date(2023, 4, 1), "2023-04-01"),
        (" as is ", " as is "),
    ],
)
def test_cell_text(cell: Cell, plain: str) -> None:
    assert normalise.cell_text(cell) == plain


@pytest.mark.parametrize(
    "raw", ["〃", "″", "”", '"', "〃〃", "同上", "上記同", "上記に同じ", "↑", " 同 上 ", "''", "(同上)"]
)
def test_ditto(raw: str) -> None:
    assert normalise.is_ditto(raw)


@pytest.mark.parametrize("raw", ["同室", "同仁病院", "々", "上", "-", "5″", "々々"])
def test_no_ditto(raw: str) -> None:
    assert not normalise.is_ditto(raw)


@pytest.mark.parametrize(
    "raw", ["-", "－", "ー", "―", "なし", "無し", "N/A", "ｎ／ａ", "該当なし", "/", "", "　"]
)
def test_nothing(raw: str) -> None:
    assert normalise.is_nothing(normalise.identifier(raw))


@pytest.mark.parametrize(
    ("raw", "plain", "key"),
    [
        ("㈱富士通", "株式会社富士通", "富士通"),
        ("富士通㈱", "富士通株式会社", "富士通"),
        ("（株）　富士通", "株式会社富士通", "富士通"),
        ("(株)富士通", "株式会社富士通", "富士通"),
        ("㈲さくら", "有限会社さくら", "さくら"),
        ("富士通 株式会社", "富士通株式会社", "富士通"),
        ("ﾃﾙﾓ", "テルモ", "テルモ"),
        ("Dell Inc.", "Dell Inc.", "dell"),
        ("ACME Co., Ltd.", "ACME Co., Ltd.", "acme"),
        ("㍿エー・アンド・デイ", "株式会社エー・アンド・デイ", "エーアンドデイ"),
    ],
)
def test_company(raw: str, plain: str, key: str) -> None:
    assert normalise.company(raw) == plain
    assert normalise.company_key(raw) == key


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (4, 4),
        (4.0, 4),
        ("4", 4),
        ("４台", 4),
        ("4 台", 4),
        ("×4", 4),
        ("一台", 1),
        ("三", 3),
        ("1,200", 1200),
        ("一式", 0),
        ("1式", 0),
        ("１ 式", 0),
        ("2式", 0),
        ("若干", 0),
        ("数台", 0),
        ("4台(予備1)", 4),
        (None, None),
        ("", None),
        ("-", None),
    ],
)
def test_quantity(cell: Cell, count: int | None) -> None:
    found = normalise.quantity(cell)
    assert found.value == count and not found.problem


@pytest.mark.parametrize("cell", ["多い", "四五台", -1, 1.5, True, 10**9, "12-34"])
def test_no_quantity(cell: Cell) -> None:
    found = normalise.quantity(cell)
    assert found.value is None and found.problem and found.hint


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("生体情報モニタ一式", 0),
        ("ノートPC×4", 4),
        ("ノートPC(20台)", 20),
        ("ノートPC 3台", 3),
        ("CT装置", None),
        ("Windows x64", None),
        ("2号機", None),
    ],
)
def test_quantity_in_name(name: str, count: int | None) -> None:
    assert normalise.quantity_in_name(normalise.text(name)) == count


STATE_WORDS = {
    "in_use": [
        "使用中",
        "稼働中",
        "稼動中",
        "○",
        "〇",
        "◯",
        "可",
        "使用可",
        "利用中",
        "正常",
        "In Use",
        "運用中",
        "使用 中",
    ],
    "spare": ["予備", "保管", "予備機", "代替機", "在庫", "Spare"],
    "stopped": ["故障", "停止", "故障中", "使用不可", "×", "否", "修理中", "休止", "使用停止"],
    "disposed": ["廃棄", "廃棄済", "廃棄済み", "除却", "返却", "撤去", "返却済", "廃棄(R5.3.31)", "Retired"],
    "reserved": ["予約", "未使用", "空き", "未割当", "Reserved"],
    "unknown": ["不明", "要確認", "ぴかぴか", "△"],
    "": ["", "-", "　", "なし"],
}


@pytest.mark.parametrize(("raw", "meant"), [(w, s) for s, words in STATE_WORDS.items() for w in words])
def test_state(raw: str, meant: str) -> None:
    assert normalise.state(raw, WORDS.states).value == meant


@pytest.mark.parametrize(
    ("raw", "meant", "doubt"),
    [
        ("廃棄予定", "in_use", "to be taken out of use"),
        ("ぴかぴか", "unknown", "no word"),
        ("使用中(予備)", "in_use", "more than one"),
        ("貸出→返却済", "disposed", "the last of"),
        ("廃棄(R5.3.31)", "disposed", "read from"),
    ],
)
def test_state_in_doubt(raw: str, meant: str, doubt: str) -> None:
    found = normalise.state(raw, WORDS.states)
    assert found.value == meant and doubt in found.doubt


@given(st.text(max_size=30))
def test_state_is_always_one_of_ours(raw: str) -> None:
    assert normalise.state(raw, WORDS.states).value in {*STATES, ""}


MAC = "00:1b:21:aa:bb:cc"
HOSTS = st.ip_addresses(v=4, network="10.0.0.0/8").map(str)


@pytest.mark.parametrize(
    "cell",
    [
        "00:1B:21:AA:BB:CC",
        "00-1b-21-aa-bb-cc",
        "001B.21AA.BBCC",
        "001b21-aabbcc",
        "001B21AABBCC",
        "00 1B 21 AA BB CC",
        "0:1b:21:aa:bb:cc",
        "００：１Ｂ：２１：ＡＡ：ＢＢ：ＣＣ",
        "００－１Ｂ－２１－ＡＡ－ＢＢ－ＣＣ",
        "00−1B−21−AA−BB−CC",
        "00ー1Bー21ーAAーBBーCC",
        "00.1B.21.AA.BB.CC",
        "00 : 1B : 21 : AA : BB : CC",
        "有線:00-1B-21-AA-BB-CC",
        "00:1B:21:AA:BB:CC (LAN)",
        "MAC 001B21AABBCC",
        "001B:21AA:BBCC",
        "00:1B:21:\nAA:BB:CC",
        "\u200e00:1B:21:AA:BB:CC",
    ],
)
def test_mac(cell: str) -> None:
    found = addresses.macs(cell)
    assert found.value == (MAC,) and not found.problem


@pytest.mark.parametrize(
    "cell",
    [
        "NIC1:00-1B-21-AA-BB-CC / NIC2:00-1B-21-AA-BB-CD",
        "00:1B:21:AA:BB:CC\n00:1B:21:AA:BB:CD",
        "00:1B:21:AA:BB:CC、00:1B:21:AA:BB:CD",
        "有線 001B21AABBCC 無線 001B21AABBCD",
        "00 1B 21 AA BB CC\n00 1B 21 AA BB CD",
        "00:1B:21:AA:BB:CC,00:1B:21:AA:BB:CD,00:1B:21:AA:BB:CC",
        "001B.21AA.BBCC 001B.21AA.BBCD",
    ],
)
def test_several_macs(cell: str) -> None:
    found = addresses.macs(cell)
    assert found.value == (MAC, "00:1b:21:aa:bb:cd") and not found.problem


@pytest.mark.parametrize(
    ("cell", "mac"),
    [
        (1122334455, "00:11:22:33:44:55"),
        ("1122334455", "00:11:22:33:44:55"),
        (85123456, "00:00:85:12:34:56"),
        (1122334455.0, "00:11:22:33:44:55"),
    ],
)
def test_mac_that_lost_zeros_is_padded_and_doubted(cell: Cell, mac: str) -> None:
    found = addresses.macs(cell)
    assert found.value == (mac,) and "padded" in found.doubt


def test_mac_number_of_twelve_digits_lost_nothing() -> None:
    found = addresses.macs(221122334455)
    assert found.value == ("22:11:22:33:44:55",) and not found.doubt


@pytest.mark.parametrize(
    "cell",
    [
        "1.12E+11",
        1.1e101,
        5e15,
        "00:1B:21:AA:BB",
        "00:1B:21:AA:BB:CC:DD",
        "00:1B:21:AA:BB:GG",
        "01B21ABCDEF",
        "12345",
        12345,
        "00:00:00:00:00:00",
        "FF-FF-FF-FF-FF-FF",
        "01:00:5E:00:00:01",
        True,
        "xx:xx:xx:xx:xx:xx",
        "192.168.1.1",
        "1234567890123",
    ],
)
def test_no_mac(cell: Cell) -> None:
    found = addresses.macs(cell)
    assert found.value == () and found.problem and found.hint


@pytest.mark.parametrize("cell", [None, "", "-", "なし", "未接続", "スタンドアロン", "N/A"])
def test_nothing_in_place_of_a_mac(cell: Cell) -> None:
    assert addresses.macs(cell) == normalise.Meaning(())


@pytest.mark.parametrize("cell", ["後日確認", "不明", "有線LANなし"])
def test_a_remark_in_place_of_a_mac(cell: str) -> None:
    found = addresses.macs(cell)
    assert found.value == () and found.doubt and not found.problem


def test_letters_that_are_no_hexadecimal_digits_have_one_reading() -> None:
    found = addresses.macs("OO:1B:2l:AA:BB:CC")
    assert found.value == (MAC,) and found.doubt and found.problem


NOTATIONS = [
    lambda b: ":".join(f"{x:02X}" for x in b),
    lambda b: "-".join(f"{x:02x}" for x in b),
    lambda b: "".join(f"{x:02X}" for x in b),
    lambda b: b.hex()[:4] + "." + b.hex()[4:8] + "." + b.hex()[8:],
    lambda b: b.hex()[:6] + "-" + b.hex()[6:],
    lambda b: ":".join(f"{x:x}" for x in b),
    lambda b: "－".join(
        chr(0xFF00 + ord(f"{x:02X}"[0]) - 0x20) + chr(0xFF00 + ord(f"{x:02X}"[1]) - 0x20) for x in b
    ),
    lambda b: "−".join(f"{x:02X}" for x in b),
    lambda b: " ".join(f"{x:02X}" for x in b),
]
REAL = st.binary(min_size=6, max_size=6).filter(lambda b: not b[0] & 1 and any(b))


@given(REAL, st.sampled_from(NOTATIONS), st.sampled_from(["{}", " {} ", "LAN：{}", "{}（有線）", "NIC1:{}"]))
def test_a_mac_in_any_notation_reads_back(octets: bytes, notation: object, frame: str) -> None:
    written = notation(octets)  # type: ignore[operator]
    found = addresses.macs(frame.format(written))
    expected = ":".join(f"{x:02x}" for x in octets)
    if written.isdigit() and written.startswith("0") and frame == "{}":
        assert found.value == (expected,)
    assert found.value == (expected,) and not found.problem


@given(st.integers(10**6, 10**12 - 1).filter(lambda n: n // 10**10 % 2 == 0))
def test_a_mac_typed_as_a_number_reads_back(number: int) -> None:
    digits = f"{number:012}"
    expected = ":".join(digits[i : i + 2] for i in range(0, 12, 2))
    assert addresses.macs(number).value == (expected,)


@given(
    st.one_of(
        st.text(max_size=60),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
        st.none(),
    )
)
def test_whatever_the_cell_an_address_is_well_formed(cell: Cell) -> None:
    for mac in addresses.macs(cell).value:
        assert len(bytes.fromhex(mac.replace(":", ""))) == 6
    for ip in addresses.ips(cell).value.addresses:
        assert ip


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("192.168.1.10", ["192.168.1.10"]),
        ("１９２．１６８．１．１０", ["192.168.1.10"]),
        ("192.168.001.010", ["192.168.1.10"]),
        ("192.168.1.10/24", ["192.168.1.10"]),
        ("192.168.1.10 /255.255.255.0", ["192.168.1.10"]),
        ("192.168.1.10～12", ["192.168.1.10", "192.168.1.11", "192.168.1.12"]),
        ("192.168.1.10〜192.168.1.12", ["192.168.1.10", "192.168.1.11", "192.168.1.12"]),
        ("192.168.1.10-12", ["192.168.1.10", "192.168.1.11", "192.168.1.12"]),
        ("192.168.1.10から12まで", ["192.168.1.10", "192.168.1.11", "192.168.1.12"]),
        ("192.168.1.10/24～192.168.1.11/24", ["192.168.1.10", "192.168.1.11"]),
        ("192.168.1.10,11,20", ["192.168.1.10", "192.168.1.11", "192.168.1.20"]),
        ("192.168.1.10・11", ["192.168.1.10", "192.168.1.11"]),
        ("192.168.1.10\n10.0.0.1", ["192.168.1.10", "10.0.0.1"]),
        ("192.168.1.10、10.0.0.1", ["192.168.1.10", "10.0.0.1"]),
        ("192.168.1.10/10.0.0.1", ["192.168.1.10", "10.0.0.1"]),
        ("NIC1:192.168.1.10 NIC2:10.0.0.1", ["192.168.1.10", "10.0.0.1"]),
        ("192,168,1,10", ["192.168.1.10"]),
        ("192.168.1.5→192.168.1.9", ["192.168.1.9"]),
        ("192.168.1.10 (固定)", ["192.168.1.10"]),
        ("192.168.1.10:8080", ["192.168.1.10"]),
        ("fe80::1", ["fe80::1"]),
        ("2001:DB8::0001", ["2001:db8::1"]),
        ("192.168.1.10 - 2F", ["192.168.1.10"]),
        ("10.0.0.5/32", ["10.0.0.5"]),
        ("CT01 / 10.0.0.11 / 104", ["10.0.0.11"]),
        ("10.0.0.101/102", ["10.0.0.101", "10.0.0.102"]),
        ("有線：192.168.1.10\n無線：使用しない", ["192.168.1.10"]),
    ],
)
def test_ip(cell: str, found: list[str]) -> None:
    meaning = addresses.ips(cell)
    assert list(meaning.value.addresses) == found and not meaning.problem


@pytest.mark.parametrize("cell", ["DHCP", "ＤＨＣＰ", "自動", "自動取得", "DHCP(予約なし)", "動的"])
def test_dhcp(cell: str) -> None:
    assert addresses.ips(cell).value.dhcp and not addresses.ips(cell).problem


def test_a_reserved_lease_is_an_address_that_stays() -> None:
    found = addresses.ips("192.168.1.10(DHCP予約)")
    assert found.value == addresses.IpCell(("192.168.1.10",), False) and "reservation" in found.doubt


@pytest.mark.parametrize(
    "cell",
    [
        "未接続",
        "スタンドアロン",
        "ネットワーク未接続",
        "オフライン",
        "つないでない",
        "ネットにつながっていない",
    ],
)
def test_offline(cell: str) -> None:
    assert addresses.ips(cell).value.offline and not addresses.ips(cell).problem


@pytest.mark.parametrize("cell", ["-", "なし", "", None, "―"])
def test_no_word_about_an_ip(cell: Cell) -> None:
    assert addresses.ips(cell) == normalise.Meaning(addresses.IpCell())


@pytest.mark.parametrize("cell", ["固定", "不明", "後日", "院内LAN", "192.168.1.0/24"])
def test_words_in_place_of_an_ip(cell: str) -> None:
    found = addresses.ips(cell)
    assert not found.value.addresses and found.doubt and not found.problem


@pytest.mark.parametrize(
    "cell",
    [
        "192.168.1",
        "192.168.1.256",
        "192.168.1.1.1",
        "1921681110",
        192.168,
        19216811,
        "10.0.0.20～10",
        "999.1.1.1",
        "192.168.1.10 / 192.168.1.300",
    ],
)
def test_no_ip(cell: Cell) -> None:
    found = addresses.ips(cell)
    assert found.problem and found.hint


def test_a_range_beyond_the_cap_is_not_spelt_out() -> None:
    found = addresses.ips("10.0.0.1～10.0.255.254")
    assert not found.value.addresses and "65534" in found.problem


@given(
    st.integers(0, 2**32 - 1),
    st.integers(0, addresses.RANGE_CAP - 1),
    st.sampled_from(["~", "～", "〜", "-", " - ", "から"]),
)
def test_a_range_is_all_of_its_addresses(first: int, more: int, sign: str) -> None:
    last = min(first + more, 2**32 - 1)
    found = addresses.ips(f"{IPv4Address(first)}{sign}{IPv4Address(last)}")
    assert found.value.addresses == tuple(str(IPv4Address(n)) for n in range(first, last + 1))


@given(
    st.lists(HOSTS, min_size=1, max_size=5, unique=True),
    st.sampled_from([", ", "、", "\n", " / ", "; "]),
)
def test_a_list_of_addresses_reads_back(written: list[str], sign: str) -> None:
    assert addresses.ips(sign.join(written)).value.addresses == tuple(written)


@pytest.mark.parametrize(
    ("cell", "mac", "ip"),
    [
        ("192.168.1.5 / 00:1B:21:AA:BB:CC", (MAC,), ("192.168.1.5",)),
        ("001B21AABBCC\n192.168.1.5", (MAC,), ("192.168.1.5",)),
        ("192.168.1.5", (), ("192.168.1.5",)),
        ("00:1B:21:AA:BB:CC", (MAC,), ()),
        ("-", (), ()),
    ],
)
def test_both_kinds_of_address_in_a_cell(cell: str, mac: tuple[str, ...], ip: tuple[str, ...]) -> None:
    macs, ips = addresses.both(cell)
    assert (macs.value, ips.value.addresses) == (mac, ip) and not macs.problem and not ips.problem


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2023/4/1", "2023-04-01"),
        ("2023-04-01", "2023-04-01"),
        ("2023.4.1", "2023-04-01"),
        ("2023年4月1日", "2023-04-01"),
        ("２０２３／４／１", "2023-04-01"),
        ("2023年 4月 1日", "2023-04-01"),
        ("2023/4/1 10:30", "2023-04-01"),
        ("2023年4月", "2023-04"),
        ("2023/4", "2023-04"),
        ("2023", "2023"),
        ("2023年", "2023"),
        ("2023年度", "2023"),
        ("20230401", "2023-04-01"),
        ("202304", "2023-04"),
        ("R5.4.1", "2023-04-01"),
        ("Ｒ５．４．１", "2023-04-01"),
        ("R5/4/1", "2023-04-01"),
        ("R5-4-1", "2023-04-01"),
        ("R050401", "2023-04-01"),
        ("R.5.4.1", "2023-04-01"),
        ("令和5年4月1日", "2023-04-01"),
        ("令和５年４月", "2023-04"),
        ("令和元年", "2019"),
        ("令和元年10月1日", "2019-10-01"),
        ("㋿5.4.1", "2023-04-01"),
        ("㍻30年4月", "2018-04"),
        ("H30/4", "2018-04"),
        ("H31.4.30", "2019-04-30"),
        ("S63", "1988"),
        ("S63.12.1", "1988-12-01"),
        ("平成30年度", "2018"),
        ("令5.4.1", "2023-04-01"),
        ("r5.4.1", "2023-04-01"),
        ("2023/4/1(土)", "2023-04-01"),
        ("2023年3月末", "2023-03"),
        ("2023/4/1頃", "2023-04-01"),
        ("2023/4/1購入", "2023-04-01"),
        ("購入：R5.4.1", "2023-04-01"),
        ("2022/3/1車両 カローラ", "2022-03-01"),
        ("04/13/2023", "2023-04-13"),
        ("13/04/2023", "2023-04-13"),
        ("1-Apr-23", "2023-04-01"),
        ("Apr 2023", "2023-04"),
        ("April 1, 2023", "2023-04-01"),
        (45017, "2023-04-01"),
        (45017.5, "2023-04-01"),
        ("45017", "2023-04-01"),
        (20230401, "2023-04-01"),
        (202304, "2023-04"),
        (2023, "2023"),
        (date(2023, 4, 1), "2023-04-01"),
        (datetime.fromisoformat("2023-04-01T09:00"), "2023-04-01"),
        ("2020/4/1～2025/3/31", "2020-04-01"),
        (None, ""),
        ("", ""),
        ("-", ""),
        ("なし", ""),
    ],
)
def test_day(cell: Cell, iso: str) -> None:
    found = dates.day(cell)
    assert found.value == iso and not found.problem


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ("5.4.1", "no era"),
        ("5/4/1", "no era"),
        ("23/4/1", "no era"),
        ("05-04-01", "no era"),
        (5.4, "no era"),
        ("5年", "length of time"),
        ("3年間", "length of time"),
        ("不明", "不明"),
        ("未定", "未定"),
        ("終了", "no date"),
        ("契約中", "no date"),
    ],
)
def test_no_guess_at_a_date(cell: Cell, doubt: str) -> None:
    found = dates.day(cell)
    assert found.value == "" and doubt in found.doubt and not found.problem


@pytest.mark.parametrize(
    ("cell", "iso", "doubt"),
    [
        ("'23/4/1", "2023-04-01", "2023"),
        ("H32.4.1", "2020-04-01", "平成 had ended"),
        ("R1.3.1", "2019-03-01", "had not begun"),
        ("2023年度", "2023", "fiscal year"),
        ("04/05/2023", "2023", "month or day"),
        (45017, "2023-04-01", "day count"),
    ],
)
def test_dates_in_doubt(cell: Cell, iso: str, doubt: str) -> None:
    found = dates.day(cell)
    assert found.value == iso and doubt in found.doubt


@pytest.mark.parametrize(
    "cell",
    [
        "2023/2/30",
        "2023/13/1",
        "R5.13.1",
        "R0.4.1",
        "99999",
        "1899/1/1",
        "2999/1/1",
        "R5.2.30",
        "12",
        12,
        "2023/4/99",
        True,
    ],
)
def test_impossible_dates(cell: Cell) -> None:
    found = dates.day(cell)
    assert found.value == "" and found.problem and found.hint


def test_the_other_day_count_and_the_end_of_a_span() -> None:
    assert dates.day(45017, epoch_1904=True).value == "2027-04-02"
    assert dates.day("2020/4/1～2025/3/31", last=True).value == "2025-03-31"
    assert dates.day("2022/10/1-2027/9/30", last=True).value == "2027-09-30"
    assert dates.day("R5.4.1-R10.3.31", last=True).value == "2028-03-31"
    assert dates.day("2022-10-01").value == "2022-10-01"
    assert dates.day("R2.4.1から5年間", last=True).value == ""


@given(
    st.dates(date(1950, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%Y/%m/%d", "%Y-%m-%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y%m%d"]),
)
def test_a_western_date_reads_back(day: date, form: str) -> None:
    assert dates.day(day.strftime(form)).value == day.isoformat()


@given(
    st.dates(date(1950, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["{0}{1}年{2}月{3}日", "{4}{1}.{2}.{3}", "{4}{1}/{2}/{3}", "{0}{1}-{2}-{3}"]),
)
def test_a_japanese_date_reads_back(day: date, form: str) -> None:
    name, letter, first, _ = next(e for e in dates.ERAS if (day.year, day.month, day.day) >= (e[2], *e[3]))
    found = dates.day(form.format(name, day.year - first + 1, day.month, day.day, letter))
    assert found.value == day.isoformat() and not found.doubt


@given(st.text(max_size=20))
def test_whatever_the_text_a_date_is_iso_or_nothing(raw: str) -> None:
    value = dates.day(raw).value
    if len(value) == 10:
        date.fromisoformat(value)
    assert len(value) in {0, 4, 7, 10}


@pytest.mark.parametrize(
    ("cell", "maker", "model", "sure"),
    [
        ("富士通 FMV-D5", "富士通", "FMV-D5", True),
        ("DELL / OptiPlex 3080", "DELL", "OptiPlex 3080", True),
        ("富士通FMV-D5", "富士通", "FMV-D5", True),
        ("日立製作所 HA8000", "日立製作所", "HA8000", True),
        ("NECパーソナルコンピュータ VK", "NECパーソナルコンピュータ", "VK", True),
        ("株式会社リコー IM C3000", "株式会社リコー", "IM C3000", True),
        ("Nonesuch X-1", "Nonesuch", "X-1", False),
        ("Hewlett", "", "Hewlett", False),
        ("KONICA MINOLTA bizhub", "KONICA MINOLTA", "bizhub", True),
        ("HPX-1", "", "HPX-1", False),
    ],
)
def test_maker_and_model_in_a_cell(cell: str, maker: str, model: str, sure: bool) -> None:
    assert split_maker(normalise.text(cell), WORDS.makers) == (maker, model, sure)
