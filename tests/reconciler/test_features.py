"""Each feature by a table: what the device shows, what the row says, what follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.device import Claim, Device, Tier
from reconciler import features
from reconciler.features import FEATURES, Context, context
from reconciler.forms import is_identity, is_randomised, same_host, same_system, serial_fold, serial_form
from reconciler.houses import makers
from reconciler.ledger.asset import Asset
from reconciler.reconciliation import Reason
from reconciler.traits import Recorded, Seen, recorded, seen
from reconciler.words import class_of, company, compatible, system_of
from tests.builders import asset, device

ALIASES = {
    "富士通": "Fujitsu",
    "FUJITSU LIMITED": "Fujitsu",
    "日本電気": "NEC",
    "リコー": "Ricoh",
    "Hewlett Packard": "HP",
    "東芝": "Toshiba",
    "キヤノンメディカル": "Canon Medical",
    "モクサ": "Moxa",
}
MAC = "00:1b:21:0a:0b:0c"


def both(d: Device, a: Asset, *more: Asset) -> tuple[Seen, Recorded, Context]:
    mine, theirs = seen(d), recorded(a, keys=["it"])
    others = [recorded(m, keys=[f"other{n}"]) for n, m in enumerate(more)]
    return mine, theirs, context([mine], [theirs, *others], makers(ALIASES))


def told(reason: Reason | None) -> str:
    """A reason in short: "serial STRONG", "mac MEDIUM against", "" for none."""
    if reason is None:
        return ""
    return f"{reason.feature} {reason.tier.name}{' against' if reason.against else ''}"


@pytest.mark.parametrize(
    ("shown", "written", "answer"),
    [
        ("ABC12345", "ABC12345", "serial STRONG"),
        ("ABC12345", "ａｂｃ-12345", "serial STRONG"),
        ("AB0C1234", "ABOC1234", "serial_near MEDIUM"),
        ("ABI12345", "AB112345", "serial_near MEDIUM"),
        ("00047911", "47911", "serial_near MEDIUM"),
        ("12345", "12345", ""),
        ("ABC12345", "ABC12346", "serial_near WEAK"),
        ("ABC12345", "XYZ98765", "serial STRONG against"),
        ("A12", "A12", "serial_short MEDIUM"),
        ("", "ABC12345", ""),
        ("ABC12345", "", ""),
        ("ABC12345", "不明", ""),
        ("To Be Filled By O.E.M.", "To Be Filled By O.E.M.", ""),
        ("0000000", "0000000", ""),
    ],
)
def test_serial(shown: str, written: str, answer: str) -> None:
    assert told(features.serial(*both(device(serial=shown), asset(serial=written)))) == answer


def test_a_serial_that_is_only_hinted_at_does_not_count() -> None:
    assert features.serial(*both(device(serial="ABC12345", tier=Tier.WEAK), asset(serial="XYZ98765"))) is None


def test_a_stack_of_switches_has_the_serials_of_all_its_members() -> None:
    stack = device(serial="FOC1111A")
    member = Claim("serial", "FOC2222B", Tier.STRONG, "rule", "field", "FOC2222B")
    stack = replace(stack, claims=(*stack.claims, member))
    assert told(features.serial(*both(stack, asset(serial="FOC2222B")))) == "serial STRONG"


@pytest.mark.parametrize(
    ("shown", "written", "answer"),
    [
        (MAC, MAC, "mac STRONG"),
        ((MAC, "00:1b:21:ff:ff:ff"), MAC, "mac STRONG"),
        ("02:11:22:33:44:55", "02:11:22:33:44:55", "mac_local MEDIUM"),
        (MAC, "00:1b:22:0a:0b:0c", "mac_near MEDIUM"),
        (MAC, "00:1b:21:0a:0b:0d", "mac_near WEAK"),
        (MAC, "00:1b:99:0a:0b:0d", "mac MEDIUM against"),
        ("da:11:22:33:44:55", MAC, ""),
        ("00:00:5e:00:01:0a", "00:00:5e:00:01:0a", ""),
        ("ff:ff:ff:ff:ff:ff", "ff:ff:ff:ff:ff:ff", ""),
        (MAC, "", ""),
        ("", MAC, ""),
    ],
)
def test_mac(shown: str | tuple[str, ...], written: str, answer: str) -> None:
    assert told(features.mac(*both(device(mac=shown), asset(mac=written)))) == answer


def test_a_neighbour_that_is_someone_elses_own_mac_is_no_typo() -> None:
    pair = both(device(mac=MAC), asset(mac="00:1b:22:0a:0b:0c"), asset(mac=MAC))
    assert told(features.mac(*pair)) == "mac MEDIUM against"


@pytest.mark.parametrize(
    ("shown", "written", "name", "answer"),
    [
        ("PC-0123", "pc-0123", "", "hostname MEDIUM"),
        ("pc-0123.hospital.local", "PC-0123", "", "hostname MEDIUM"),
        ("ＰＣ-0123", "PC-0123", "", "hostname MEDIUM"),
        ("VERYLONGHOSTNAM", "verylonghostname-77", "", "hostname MEDIUM"),
        ("PC-0123", "PC-0999", "", "hostname WEAK against"),
        ("PC-0123", "", "PC-0123", "hostname MEDIUM"),
        ("PC-0123", "", "MP-C3004", ""),
        ("localhost", "localhost", "", ""),
        ("", "PC-0123", "", ""),
    ],
)
def test_hostname(shown: str, written: str, name: str, answer: str) -> None:
    pair = both(device(host=shown), asset(hostname=written, name=name))
    assert told(features.hostname(*pair)) == answer


@pytest.mark.parametrize(
    ("host", "label", "answer"),
    [
        ("PC-0123", "0123", "tag_in_hostname MEDIUM"),
        ("NB-A0123", "A-0123", "tag_in_hostname MEDIUM"),
        ("PC-123", "123", "tag_in_hostname WEAK"),
        ("PC-0123", "pc_0123", "tag_is_hostname MEDIUM"),
        ("PC-0123", "0124", ""),
        ("PC-12", "12", ""),
    ],
)
def test_tag_in_hostname(host: str, label: str, answer: str) -> None:
    assert told(features.tag(*both(device(host=host), asset(label)))) == answer


@pytest.mark.parametrize(
    ("shown", "model", "name", "answer"),
    [
        ("MP C3004", "MPC3004", "", "model WEAK"),
        ("LIFEBOOK A7511/D", "FMV A7511", "", "model WEAK"),
        ("WS-C2960X-24TS-L", "Catalyst 2960X", "", "model WEAK"),
        ("MP C3004", "", "リコー複合機 MP C3004", "model WEAK"),
        ("MP C3004", "imageRUNNER 2630", "", "model WEAK against"),
        ("MP C3004", "", "複合機", ""),
        ("", "MP C3004", "", ""),
    ],
)
def test_model(shown: str, model: str, name: str, answer: str) -> None:
    assert told(features.model(*both(device(model=shown), asset(model=model, name=name)))) == answer


@pytest.mark.parametrize(
    ("shown", "written", "tier", "answer"),
    [
        ("Fujitsu", "富士通株式会社", Tier.STRONG, "maker WEAK"),
        ("Fujitsu", "富士通㈱", Tier.STRONG, "maker WEAK"),
        ("Ricoh", "RICOH Co., Ltd.", Tier.STRONG, "maker WEAK"),
        ("Ricoh", "富士通", Tier.STRONG, "maker MEDIUM against"),
        ("Ricoh", "富士通", Tier.WEAK, ""),
        ("Canon Medical", "東芝", Tier.STRONG, "house WEAK"),
        ("Canon Medical", "東芝", Tier.WEAK, "house WEAK"),
        ("Moxa", "富士通", Tier.STRONG, ""),
        ("Ricoh", "謎の製作所", Tier.STRONG, ""),
        ("", "富士通", Tier.STRONG, ""),
    ],
)
def test_maker(shown: str, written: str, tier: Tier, answer: str) -> None:
    assert told(features.maker(*both(device(vendor=shown, tier=tier), asset(maker=written)))) == answer


def test_what_only_passes_on_is_of_no_other_maker() -> None:
    told_by = {"vendor": "Ricoh", "class_": "network"}
    for kind, answer in (("serial-device-server", ""), ("switch", "maker MEDIUM against")):
        box = device(kind=kind, **told_by)  # type: ignore[arg-type]
        assert told(features.maker(*both(box, asset(maker="富士通")))) == answer


@pytest.mark.parametrize(
    ("maker", "cell", "shown"),
    [
        ("富士通株式会社", "富士通㈱", "富士通㈱"),
        ("富士通株式会社", "ﾌｼﾞﾂｳ", "富士通株式会社"),
        ("富士通", "富士通 ESPRIMO D7012", "富士通"),
        ("富士通", "", "富士通"),
        ("富士通株式会社", "富士通\n株式会社", "富士通 株式会社"),
    ],
)
def test_the_maker_is_told_in_the_ledgers_own_spelling(maker: str, cell: str, shown: str) -> None:
    row = replace(asset(maker=maker), raw={"maker": cell})
    reason = features.maker(*both(device(vendor="Ricoh"), row))
    assert reason is not None and reason.recorded == shown


@pytest.mark.parametrize(
    ("shown", "written", "dhcp", "answer"),
    [
        ("10.0.0.5", "10.0.0.5", False, "ip_unique WEAK"),
        ("10.0.0.5", "10.0.0.5", True, ""),
        ("10.0.0.5", "10.0.0.6", False, ""),
        ("169.254.1.1", "169.254.1.1", False, ""),
    ],
)
def test_ip(shown: str, written: str, dhcp: bool, answer: str) -> None:
    assert told(features.ip(*both(device(ip=shown), asset(ip=written, dhcp=dhcp)))) == answer


@pytest.mark.parametrize(
    ("shown", "column", "name", "tier", "answer"),
    [
        ("server", "サーバ", "", Tier.STRONG, "class WEAK"),
        ("printer", "", "2階 複合機", Tier.STRONG, "class WEAK"),
        ("printer", "サーバ", "", Tier.STRONG, "class MEDIUM against"),
        ("printer", "サーバ", "", Tier.WEAK, "class WEAK against"),
        ("printer", "", "電子カルテ端末", Tier.STRONG, "class WEAK against"),
        ("terminal", "超音波診断装置", "", Tier.STRONG, ""),
        ("", "サーバ", "", Tier.STRONG, ""),
        ("server", "什器", "", Tier.STRONG, ""),
    ],
)
def test_kind(shown: str, column: str, name: str, tier: Tier, answer: str) -> None:
    pair = both(device(class_=shown, tier=tier), asset(kind=column, name=name))
    assert told(features.kind(*pair)) == answer


def test_place_by_switch_port() -> None:
    pair = both(
        device(switch="SW-3F-01", port="Gi1/0/7"), asset(place="3階 ナースステーション (SW-3F-01 Gi1/0/7)")
    )
    assert told(features.place(*pair)) == "place WEAK"


@pytest.mark.parametrize(
    ("d", "a", "feature"),
    [
        (device(serial="ABC12345"), asset(serial="ABC12345"), features.serial),
        (device(mac=MAC), asset(mac=MAC), features.mac),
        (device(host="PC-1"), asset(hostname="PC-1"), features.hostname),
        (device(host="PC-0123"), asset("0123"), features.tag),
        (device(ip="10.0.0.5"), asset(ip="10.0.0.5"), features.ip),
    ],
)
def test_what_two_rows_carry_decides_nothing_alone(d: Device, a: Asset, feature: features.Feature) -> None:
    alone = feature(*both(d, a))
    assert alone is not None and not alone.feature.endswith("_shared")
    twin = replace(a, row=replace(a.row, row=9999))
    shared = feature(*both(d, a, twin))
    assert shared is not None and shared.feature.endswith("_shared") and shared.tier is Tier.WEAK
    retired = replace(twin, state="disposed")
    assert feature(*both(d, a, retired)) == alone, (
        "what a disposed machine left behind does not blur the new one"
    )


def test_every_feature_says_in_words_what_it_means() -> None:
    for feature in FEATURES:
        assert feature.__doc__ and len(feature.__doc__) > 40, feature.__name__


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("プリントサーバ", "server"),
        ("電子カルテ端末", "terminal"),
        ("サーバ室用UPS", "power"),
        ("ノートＰＣ", "terminal"),
        ("眼底カメラ", "medical"),
        ("防犯カメラ", "camera"),
        ("L2SW", "network"),
        ("electric pump", ""),
        ("複合機（サーバ室）", "printer"),
        ("", ""),
    ],
)
def test_class_of_words(text: str, answer: str) -> None:
    assert class_of(text) == answer


def test_words_about_companies_systems_and_classes() -> None:
    assert company("富士通㈱") == company("富士通株式会社") == "富士通"
    assert company("RICOH Company, Ltd.") == "ricoh"
    assert system_of("Win10 Pro") == ("windows", "10")
    assert system_of("Microsoft Windows Server 2019 Standard") == ("windows server", "2019")
    assert system_of("Windows 22H2") == ("windows", "")
    assert system_of("TRON") == ("", "")
    assert compatible("medical", "terminal") and not compatible("printer", "server")


@pytest.mark.parametrize(
    ("shown", "written", "answer"),
    [
        ("Windows 10 22H2", "Windows 10 Pro", True),
        ("Windows 11 23H2", "Win10", False),
        ("Windows 10 1809 or Windows Server 2019", "Windows Server 2019", True),
        ("Windows", "Windows 7", None),
        ("Linux", "CentOS 7", None),
        ("Ubuntu 22.04", "CentOS 7", False),
        ("Windows", "Windows Server 2019", None),
        ("Windows 10", "Windows Server 2019", False),
    ],
)
def test_same_system(shown: str, written: str, answer: bool | None) -> None:
    assert same_system(shown, written) is answer


def test_forms() -> None:
    assert serial_form("S/N: 不明") != "" and serial_form("-") == "" and serial_form("N/A") == ""
    assert serial_fold("00a0o1il") == "a00111"
    assert is_identity(MAC) and not is_identity("01:00:5e:00:00:01") and not is_identity("nonsense")
    assert is_randomised("da:11:22:33:44:55") and not is_randomised("52:54:00:12:34:56")
    assert same_host("averylonghostna", "averylonghostname") and not same_host("pc-1", "pc-12")
