"""What a ledger calls a maker, held against what the device shows: by tables, with the rules' own names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from agent.device import Tier
from agent.rules import load_rules
from reconciler import houses
from reconciler.commands.holding import held, makers_aliases, makers_houses
from reconciler.houses import Houses, Kin, makers, ours
from reconciler.reconciliation import Reason
from reconciler.traits import recorded
from reconciler.weigh import weigh
from reconciler.words import company, firm, letters
from tests.builders import asset, complete_asset, device, findings, ledger

RULES = load_rules(proofs=False)
WORDS = RULES.vocabulary
MAKERS = makers(makers_aliases(RULES), makers_houses(RULES))

SAME = [
    ("富士ゼロックス", "Fujifilm Business Innovation"),
    ("富士フイルムビジネスイノベーションジャパン㈱", "Fujifilm Business Innovation"),
    ("FUJIFILM BI", "Fujifilm Business Innovation"),
    ("富士フィルムBI", "Fujifilm Business Innovation"),
    ("東芝メディカルシステムズ株式会社", "Canon Medical"),
    ("キャノンメディカル", "Canon Medical"),
    ("旧東芝メディカルシステムズ", "Canon Medical"),
    ("東芝メディカル（現キヤノンメディカル）", "Canon Medical"),
    ("日立メディコ", "Fujifilm Healthcare"),
    ("日立製作所ヘルスケア", "Fujifilm Healthcare"),
    ("GEヘルスケア・ジャパン㈱", "GE HealthCare"),
    ("ＧＥ横河メディカルシステム", "GE HealthCare"),
    ("GE YMS", "GE HealthCare"),
    ("フィリップス・ジャパン", "Philips"),
    ("(株)フィリップスエレクトロニクスジャパン", "Philips"),
    ("シーメンス旭メディテック", "Siemens Healthineers"),
    ("シーメンスヘルシニアーズ", "Siemens Healthineers"),
    ("ﾋｭｰﾚｯﾄ･ﾊﾟｯｶｰﾄﾞ", "HP"),
    ("HPE/Aruba", "Aruba"),
    ("アライドテレシスホールディングス㈱", "Allied Telesis"),
    ("日本電気", "NEC"),
    ("ＮＥＣプラットフォームズ", "NEC"),
    ("エフサステクノロジーズ", "Fujitsu"),
    ("松下電器", "Panasonic"),
    ("ミノルタ", "Konica Minolta"),
    ("ウィーメックス", "PHC"),
    ("日本光電工業", "Nihon Kohden"),
    ("ﾌｸﾀﾞ電子㈱", "Fukuda Denshi"),
    ("東レ・メディカル", "Toray Medical"),
    ("ベックマン・コ－ルタ－", "Beckman Coulter"),
    ("Beckman Coulter K.K.", "Beckman Coulter"),
    ("㈱島津製作所", "Shimadzu"),
    ("IronPort", "Cisco"),
    ("NetScreen", "Juniper"),
    ("Powerware", "Eaton"),
    ("日立電線㈱", "APRESIA"),
    ("アラクサラネットワークス", "ALAXALA"),
    ("メルコ", "Buffalo"),
    ("ロジテック", "Logitec"),
    ("アイ・オー・データ機器", "I-O DATA"),
    ("沖電気工業", "OKI"),
    ("京セラミタ", "Kyocera"),
    ("リコージャパン", "Ricoh"),
    ("Dräger", "Draeger"),
    ("パラマウント", "Paramount Bed"),
    ("カール ツァイス", "Carl Zeiss"),
    ("Brightlink Networks Co.,Ltd.", "Brightlink"),
]

HOUSE = [
    ("ロジテック", "ELECOM", ""),
    ("富士ゼロックス", "Xerox", ""),
    ("富士ゼロックス大阪㈱", "Fujifilm Business Innovation", ""),
    ("富士フイルムメディカル", "Fujifilm Healthcare", ""),
    ("キヤノン", "Canon Medical", ""),
    ("東芝メディカル", "Canon", ""),
    ("東芝", "Canon Medical", ""),
    ("東芝メディカル", "Toshiba", ""),
    ("日立", "Fujifilm Healthcare", ""),
    ("日立メディコ", "Hitachi", ""),
    ("日立", "ALAXALA", ""),
    ("日立電線", "Hitachi", ""),
    ("シーメンス", "Siemens", ""),
    ("シーメンス", "Draeger", "medical"),
    ("日本ヒューレット・パッカード株式会社", "HPE", ""),
    ("HP", "Aruba", ""),
    ("ProCurve", "Aruba", ""),
    ("3Com", "H3C", ""),
    ("EMCジャパン", "Dell", ""),
    ("NECフィールディング", "NEC", ""),
    ("富士通ネットワークソリューションズ", "Fujitsu", ""),
    ("富士通", "Lenovo", "terminal"),
    ("富士通", "PFU", ""),
    ("リコー", "PFU", ""),
    ("パナソニックコネクト", "i-PRO", ""),
    ("三洋", "PHC", ""),
    ("パナソニック", "PHC", ""),
    ("オリンパス", "Beckman Coulter", "medical"),
    ("ロシュ", "Hitachi High-Tech", "medical"),
    ("オムロン", "Omron Healthcare", ""),
    ("フレゼニウス", "Fresenius Kabi", "medical"),
    ("ベックマン", "Beckman Coulter", "medical"),
    ("Foundry", "Ruckus", ""),
    ("Extreme", "Brocade", ""),
    ("Nortel", "Avaya", ""),
    ("Linksys", "Cisco", ""),
    ("Meraki", "Cisco", ""),
    ("Ivanti", "Juniper", ""),
    ("シュナイダー", "APC", ""),
    ("Emerson", "Vertiv", ""),
    ("IBM", "Lenovo", "server"),
    ("VMware", "Broadcom", ""),
]

OTHER = [
    ("東芝テック", "Canon Medical", "medical"),
    ("東芝メディカル", "Toshiba Tec", "medical"),
    ("日立電線", "Fujifilm Healthcare", "medical"),
    ("日立メディコ", "APRESIA", "network"),
    ("富士通", "Fujifilm", "printer"),
    ("富士通", "Fuji Electric", "network"),
    ("富士電機", "Fujifilm", "medical"),
    ("日本電産", "NEC", "network"),
    ("日本電気", "Nidec", "network"),
    ("沖電気", "Nokia", "network"),
    ("日本光電", "Fukuda Denshi", "medical"),
    ("ニプロ", "Terumo", "medical"),
    ("富士通", "Cisco", "network"),
    ("富士通", "Dell", "terminal"),
    ("富士通", "Lenovo", "server"),
    ("アライドテレシス", "Cisco", ""),
    ("リコー", "Canon", "printer"),
    ("GE", "Ricoh", "printer"),
    ("バッファロー", "I-O DATA", "storage"),
    ("APC", "Eaton", "power"),
]

CANNOT_TELL = [
    ("", "Dell", ""),
    ("富士通", "", ""),
    ("不明", "Dell", "terminal"),
    ("山田電機商会", "Cisco", "network"),
    ("富士通", "Brightlink", "network"),
    # sellers and maintainers
    ("NECフィールディング", "Cisco", "network"),
    ("富士通エフサス", "Cisco", "network"),
    ("富士通Japan㈱", "Cisco", "network"),
    ("リコージャパン", "Canon", "printer"),
    ("キヤノンMJ", "HP", "printer"),
    # parts, modules, what passes on, hypervisors
    ("フクダ電子", "Lantronix", "network"),
    ("日機装", "Silex Technology", "network"),
    ("シスコ", "Intel", "network"),
    ("富士通", "Quanta", "server"),
    ("富士通", "Hon Hai Precision Ind. Co.,Ltd.", "terminal"),
    ("日本光電", "Murata Manufacturing Co., Ltd.", "medical"),
    ("フクダ電子", "AzureWave Technology Inc.", "medical"),
    ("シスコ", "Realtek Semiconductor Corp.", "network"),
    ("富士通", "VMware", "server"),
    ("VMware", "Dell", "server"),
    # the computer below another's product
    ("GEヘルスケア", "HP", "terminal"),
    ("富士フイルムメディカル", "HPE", "server"),
    ("日本光電", "Dell", "medical"),
    ("HP", "GE HealthCare", "medical"),
    # made for another's name
    ("NEC", "APC", "power"),
    ("NEC", "H3C", "network"),
    # only of one class, and the class is not known
    ("シーメンス", "Draeger", ""),
    ("日本電気", "APC", ""),
    ("フレゼニウス", "Sysmex", "medical"),
    ("日本", "NEC", "network"),
    # one name begins the other, and they are of two houses
    ("三洋電機", "Sanyo Denki", "power"),
    # letters of a name inside another's
    ("OKI", "Nokimo", "network"),
    ("NEC", "Connexia One", "network"),
]


@pytest.mark.parametrize(("written", "shown"), SAME)
def test_one_maker_in_two_spellings(written: str, shown: str) -> None:
    assert MAKERS.kin(shown, written) is Kin.SAME


@pytest.mark.parametrize(("written", "shown", "klass"), HOUSE)
def test_makers_of_one_house(written: str, shown: str, klass: str) -> None:
    assert MAKERS.kin(shown, written, klass) is Kin.HOUSE


@pytest.mark.parametrize(("written", "shown", "klass"), OTHER)
def test_two_makers(written: str, shown: str, klass: str) -> None:
    assert MAKERS.kin(shown, written, klass) is Kin.OTHER


@pytest.mark.parametrize(("written", "shown", "klass"), CANNOT_TELL)
def test_makers_of_whom_it_cannot_be_told(written: str, shown: str, klass: str) -> None:
    assert MAKERS.kin(shown, written, klass) is None


@pytest.mark.parametrize(
    ("klass", "kin"), [("power", None), ("", None), ("server", Kin.OTHER), ("network", Kin.OTHER)]
)
def test_a_name_that_others_sell_under_counts_in_its_class(klass: str, kin: Kin | None) -> None:
    assert MAKERS.kin("APC", "富士通", klass) is kin


def test_a_house_does_not_pass_on() -> None:
    assert MAKERS.kin("Canon Medical", "東芝", "printer") is Kin.HOUSE
    assert MAKERS.kin("Canon Medical", "キヤノン", "printer") is Kin.HOUSE
    assert MAKERS.kin("Canon", "東芝", "printer") is Kin.OTHER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("キヤノン", "キャノン"),
        ("富士フイルム", "富士フィルム"),
        ("ｱﾗｲﾄﾞﾃﾚｼｽ", "アライドテレシス"),
        ("㈱ﾊﾞｯﾌｧﾛｰ", "バッファロー株式会社"),
        ("ヴァーティブ", "バーティブ"),
        ("冨士通", "富士通"),
        ("ＤＥＬＬ　Ｉｎｃ．", "Dell"),
        ("Zebra Technologies, Inc.", "ZEBRA TECHNOLOGIES"),
        ("Becton, Dickinson and Company", "becton dickinson and"),
        ("Siemens S.p.A.", "siemens"),
    ],
)
def test_spellings(one: str, other: str) -> None:
    assert company(one) == company(other) != ""


@pytest.mark.parametrize(("one", "other"), [("日本電気", "電気"), ("富士通", "富士"), ("エプソン", "プソン")])
def test_spellings_that_are_none(one: str, other: str) -> None:
    assert company(one) != company(other)


def test_the_table_speaks_of_makers_whom_the_rules_know() -> None:
    table = ours()
    named = {name for house in table.houses for name in house.makers} | table.inside | table.computers
    named |= {name for sold in table.sold_as for name in sold.makers | sold.sold_by}
    assert named <= WORDS.vendors.keys(), named - WORDS.vendors.keys()
    assert table.inside_kinds <= WORDS.kinds.keys()
    classes = {entry.klass for entry in (*table.houses, *table.sold_as)}
    assert (classes | table.computer_classes | table.on_computers) - {""} <= WORDS.classes


def test_every_house_says_since_when_and_who_says_so() -> None:
    assert all(len(house.makers) > 1 for house in ours().houses)
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", house.since) for house in ours().houses)
    assert all(entry.source for entry in (*ours().houses, *ours().sold_as))


def test_no_house_is_said_twice() -> None:
    theirs = [set(brands) for brands in WORDS.houses.values()]
    mine = [house.makers for house in ours().houses if not house.klass]
    assert not [house for house in mine if any(house <= brands for brands in theirs)]
    assert not [(a, b) for n, a in enumerate(mine) for b in mine[n + 1 :] if a == b]


def test_a_seller_is_one_that_would_pass_for_a_maker() -> None:
    file = Path(houses.__file__).with_name("houses.toml")
    names = tomllib.loads(file.read_text(encoding="utf-8"))["sellers"]["names"]
    assert not [name for name in names if not MAKERS.canonical(name)]
    assert not {letters(firm(name)) for name in WORDS.vendors} & ours().sellers


def test_the_agents_houses_and_parts_count_only_where_they_are_given() -> None:
    aliases = {"Zorblatt": "Zorblatt", "Acme": "Acme", "Chipco": "Chipco"}
    alone = makers(aliases)
    told = makers(aliases, Houses().with_agents([("Zorblatt", "Acme")], ["Chipco"]))
    assert alone.kin("Zorblatt", "Acme", "network") is Kin.OTHER
    assert told.kin("Zorblatt", "Acme", "network") is Kin.HOUSE
    assert alone.kin("Chipco", "Acme", "network") is Kin.OTHER
    assert told.kin("Chipco", "Acme", "network") is None


def test_a_maker_of_the_house_is_worth_less_than_the_same_and_more_than_none() -> None:
    row = recorded(asset("T1", hostname="PC-1"), keys=["T1"])
    name = Reason("hostname", Tier.MEDIUM, "pc-1", "PC-1")
    house, maker = (Reason(feature, Tier.WEAK, "PFU", "富士通") for feature in ("house", "maker"))
    alone, kin, same = (weigh(said, row) for said in ((name,), (name, house), (name, maker)))
    assert alone.rank < kin.rank < same.rank
    assert (kin.tier, kin.check) == (alone.tier, alone.check), "it is no second reason"


def test_a_maker_of_the_house_makes_no_match() -> None:
    row = recorded(asset("T1", maker="富士通"), keys=["T1"])
    house = Reason("house", Tier.WEAK, "PFU", "富士通")
    others = [
        Reason("hostname", Tier.WEAK, "pc-1", "PC-2", against=True),
        Reason("ip_unique", Tier.WEAK, "10.0.0.5", "10.0.0.5"),
    ]
    assert weigh((house,), row).tier is None
    assert weigh((house, *others), row).tier is None


def test_no_spelling_is_two_makers() -> None:
    of: dict[str, set[str]] = {}
    for spelling, name in makers_aliases(RULES).items():
        of.setdefault(company(spelling), set()).add(name)
    assert not {key: names for key, names in of.items() if len(names) > 1}


@pytest.mark.parametrize(
    ("maker", "shown", "changed"),
    [("富士フイルム", "Xerox", False), ("東芝", "Canon Medical", False), ("リコー", "Xerox", True)],
    ids=["a house of the agent's rules", "one of ours", "two makers"],
)
def test_a_run_is_held_by_houses(maker: str, shown: str, changed: bool) -> None:
    box = device(mac="00:1b:21:0a:0b:0c", vendor=shown, class_="printer")
    row = complete_asset("T1", mac="00:1b:21:0a:0b:0c", maker=maker)
    result, _ = held(findings(box), [ledger(row)], None, None)
    assert [d.field for d in result.differences if d.field == "maker"] == ["maker"] * changed
