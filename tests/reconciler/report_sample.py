"""A small hospital as a reconciliation would tell it: 15 devices, 18 rows, 2 skipped ones, every kind of a plain audit."""

# ruff: noqa: E501 - tables, one device, row or difference a line
from __future__ import annotations

from dataclasses import replace

from agent.device import Claim, Device, Interface, Service, Tier
from agent.findings import Coverage, NotLooked
from reconciler.history import Gone
from reconciler.ledger.asset import Asset, ImportProblem, Ledger, MappedColumn, RowRef, SkippedRow
from reconciler.reconciliation import (
    DeviceBucket,
    Difference,
    Kind,
    Match,
    Reason,
    Reconciliation,
    RowBucket,
    RunnerUp,
    Severity,
)
from reconciler.report.building import build
from reconciler.report.model import Cover, Report, Since

FILE = "機器台帳_令和8年度.xlsx"
COLUMNS = frozenset(
    {"tag", "name", "maker", "model", "serial", "macs", "ips", "place", "department", "state"}
)
RUN = "2026-06-15T01-02-10Z-3f9a"
SERVER, OUTPATIENT, WARD, GUESTS = "サーバー室LAN", "外来LAN", "病棟LAN", "来客用Wi-Fi"
STRONG, MEDIUM, WEAK = Tier.STRONG, Tier.MEDIUM, Tier.WEAK


def device(
    number: int,
    ip: str,
    mac: str,
    segment: str,
    claims: dict[str, str],
    *,
    host: str = "",
    switch: tuple[str, str] = ("", ""),
    services: tuple[Service, ...] = (),
    packets: int = 12,
    remote: tuple[str, ...] = (),
    conflicts: tuple[str, ...] = (),
) -> Device:
    said = tuple(
        Claim(
            attribute,
            value,
            WEAK if attribute == "vendor" else STRONG,
            f"{value.lower().split()[0]}-1",
            "snmp.sysDescr",
            value,
        )
        for attribute, value in claims.items()
    )
    return Device(
        id=f"dev-{number:02}",
        site="main",
        interfaces=(Interface(mac, (ip,) if ip else (), *switch),),
        segments=(segment,),
        hostnames=(host,) if host else (),
        claims=said,
        conflicts=conflicts,
        services=services,
        remote_maintenance=remote,
        packets=packets,
        bytes=packets * 74,
        first_seen="2026-06-15T01:04:00Z",
        last_seen="2026-06-15T01:21:30Z",
    )


DEVICES = (
    device(1, "10.1.0.1", "00:1b:d4:10:00:01", SERVER, {"class": "network", "kind": "switch", "vendor": "Cisco", "model": "Catalyst 9300-48T", "os": "Cisco IOS XE", "version": "17.6.3", "serial": "FCW2301A0B1"}, host="core-sw1", services=(Service("tcp", 22, "ssh", "Cisco SSH", "1.25"),), packets=18),
    device(2, "10.1.0.10", "00:17:42:aa:10:10", SERVER, {"class": "server", "kind": "his", "vendor": "Fujitsu", "model": "PRIMERGY RX2540 M5", "os": "Windows Server 2019"}, host="EMR-SV01", switch=("core-sw1", "Gi1/0/5")),
    device(3, "10.1.0.11", "00:17:42:aa:10:11", SERVER, {"class": "server", "vendor": "Fujitsu", "os": "Windows Server 2012 R2"}, host="RECE-SV", switch=("core-sw1", "Gi1/0/6"), services=(Service("tcp", 445, "smb"),)),
    device(4, "10.1.0.77", "24:5e:be:44:55:66", SERVER, {"class": "storage", "kind": "nas", "vendor": "QNAP", "model": "TS-453D", "os": "QTS", "version": "5.1.0"}, host="NAS-OLD", switch=("core-sw1", "Gi1/0/23"), services=(Service("tcp", 80, "http", "nginx"), Service("tcp", 22, "ssh", "OpenSSH", "8.0")), packets=26),
    device(5, "10.1.0.90", "00:a0:de:12:34:56", SERVER, {"class": "network", "kind": "vpn", "vendor": "Yamaha", "model": "RTX1210"}, switch=("core-sw1", "Gi1/0/48"), remote=("VPN router",), packets=9),
    device(6, "10.2.0.21", "74:4c:a1:00:02:21", OUTPATIENT, {"class": "terminal", "kind": "pc", "vendor": "NEC", "os": "Windows 10 22H2"}, host="PC-0121", switch=("sw-2f", "12")),
    device(7, "10.2.0.22", "74:4c:a1:00:02:22", OUTPATIENT, {"class": "terminal", "kind": "pc", "vendor": "NEC", "os": "Windows 11 23H2"}, host="PC-0122", switch=("sw-2f", "13")),
    device(8, "10.2.0.58", "b8:27:eb:9c:00:58", OUTPATIENT, {"vendor": "Raspberry Pi"}, switch=("sw-2f", "31"), packets=0),
    device(9, "10.2.0.30", "00:80:92:77:00:30", OUTPATIENT, {"class": "printer", "kind": "mfp", "vendor": "Ricoh", "model": "IM C3000", "serial": "3089M610011"}, host="RNP58387930", switch=("sw-2f", "20")),
    device(10, "10.3.0.41", "00:1e:3d:00:03:41", WARD, {"class": "medical", "kind": "monitor", "vendor": "日本光電", "model": "PVM-4000"}, packets=0),
    device(11, "10.3.0.42", "00:1e:3d:00:03:42", WARD, {"class": "medical", "kind": "monitor", "vendor": "日本光電"}, packets=0),
    device(12, "10.3.0.60", "00:1e:3d:00:03:60", WARD, {"class": "medical", "kind": "infusion", "vendor": "テルモ", "model": "TE-SS830"}, packets=0, conflicts=("model",)),
    device(13, "10.3.0.15", "00:40:9d:55:00:15", WARD, {"class": "printer", "kind": "office-printer", "vendor": "Canon", "model": "LBP351i"}, host="LBP-3W"),
    device(14, "10.9.0.101", "da:a1:19:33:77:01", GUESTS, {"class": "guest", "kind": "randomised-address"}, packets=0),
    device(15, "10.1.0.20", "00:25:90:20:20:20", SERVER, {"class": "medical", "kind": "pacs", "vendor": "Super Micro", "os": "Linux"}, host="PACS-SV"),
)  # fmt: skip


def ref(row: int, sheet: str = "機器一覧") -> RowRef:
    return RowRef(FILE, sheet, row)


def asset(row: int, tag: str, name: str, *, sheet: str = "機器一覧", **fields: object) -> Asset:
    fields.setdefault("state", "in_use")
    return Asset(row=ref(row, sheet), tag=tag, name=name, columns=COLUMNS, **fields)  # type: ignore[arg-type]


ASSETS = (
    asset(5, "NW-001", "基幹スイッチ", maker="シスコシステムズ", model="C9300-48T", serial="FCW2301A0B1", ips=("10.1.0.1",), place="2階 サーバー室 ラックA", department="情報システム課", raw={"serial": "ＦＣＷ２３０１Ａ０Ｂ１"}),
    asset(6, "SV-001", "電子カルテサーバー", hostname="EMR-SV01", maker="富士通", model="PRIMERGY RX2540 M5", ips=("10.1.0.10",), place="2階 サーバー室 ラックA", department="情報システム課"),
    asset(7, "SV-002", "レセコンサーバー", hostname="RECE-SV", ips=("10.1.0.11",), os="Windows Server 2016", place="2階 サーバー室 ラックB", department="医事課"),
    asset(8, "SV-003", "旧ファイルサーバー", hostname="NAS-OLD", macs=("24:5e:be:44:55:66",), place="2階 サーバー室", state="disposed", disposed="2024-03-31"),
    asset(9, "SV-004", "PACSサーバー", hostname="PACS-SV", ips=("10.1.0.20",), place="", department="放射線科"),
    asset(10, "SV-005", "給食システムサーバー", ips=("10.1.0.30",), place="地下1階 栄養管理室", department="栄養課"),
    asset(12, "PC-0121", "外来受付PC", ips=("10.2.0.21",), macs=("74:4c:a1:00:02:21",), os="Windows 10", place="1階 外来受付", department="外来", doubts={"os": "read from Windows10"}),
    asset(13, "PC-0122", "診察室1 PC", dhcp=True, macs=("74:4c:a1:00:02:99",), hostname="PC-0122", place="1階 診察室1", department="内科"),
    asset(14, "PC-0123", "診察室2 PC", ips=("10.2.0.23",), place="1階 診察室2", department="内科"),
    asset(15, "PC-0130", "健診センターPC", ips=("10.7.0.11",), place="別館 健診センター", department="健診"),
    asset(16, "PR-001", "外来複合機", maker="リコー", serial="3089M610011", ips=("10.2.0.30",), place="1階 外来", department="外来"),
    asset(17, "PR-001", "複合機（外来）", serial="3089M610011", sheet="機器一覧"),
    asset(18, "PR-003", "3階病棟プリンター", maker="リコー", model="SP 6450", ips=("10.3.0.15",), place="3階 ナースステーション"),
    asset(19, "", "予備アドレス", ips=("10.2.0.99",), state="reserved"),
    asset(4, "ME-0101", "生体情報モニタ", sheet="ME機器", maker="日本光電", model="PVM-4000", ips=("10.3.0.41",), place="3階 301号室", department="臨床工学科"),
    asset(5, "ME-0102", "生体情報モニタ", sheet="ME機器", maker="日本光電", model="PVM-4000", place="3階 302号室", department="臨床工学科"),
    asset(6, "ME-0103", "生体情報モニタ", sheet="ME機器", maker="日本光電", model="PVM-4000", place="3階 303号室", department="臨床工学科"),
    asset(7, "ME-0200", "旧人工呼吸器", sheet="ME機器", state="disposed", disposed="2023"),
)  # fmt: skip

LEDGER = Ledger(
    FILE,
    columns=(
        MappedColumn("機器一覧", 1, "A", "管理番号", "tag", '"管理番号" is a known heading for tag (common)'),
        MappedColumn(
            "機器一覧",
            1,
            "F",
            "IPアドレス",
            "ips",
            '"IPアドレス" is a known heading for ips (common); 12 of 14 cells look like one',
        ),
        MappedColumn("機器一覧", 1, "K", "耐用年数", "", '"耐用年数" is no heading that daicho knows'),
    ),
    assets=ASSETS,
    skipped=(SkippedRow("機器一覧", 11, "blank"), SkippedRow("機器一覧", 20, "subtotal")),
    problems=(
        ImportProblem(
            "機器一覧", 13, "E", "74:4C:A1:00:02:9 is no MAC address", "read it from the device's label"
        ),
    ),
)

COVERAGE = (
    Coverage("main", SERVER, "10.1.0.0/24", "office", True, 254, 253, 6, 4, (NotLooked("this machine's own address", 1),)),
    Coverage("main", OUTPATIENT, "10.2.0.0/24", "clinical", True, 254, 254, 4, 4),
    Coverage("main", WARD, "10.3.0.0/24", "bedside", True, 254, 250, 4, 0, (NotLooked("the scope's `never` names them", 4),)),
    Coverage("main", GUESTS, "10.9.0.0/24", "office", True, 254, 254, 1),
    Coverage("annex", "健診センターLAN", "10.7.0.0/24", "clinical", False, 254, 0, 0, 0, (NotLooked("routed, and no table gives a MAC: nothing may be asked there", 254),)),
)  # fmt: skip


def says(
    feature: str, seen: str = "", recorded: str | None = None, tier: Tier = STRONG, against: bool = False
) -> Reason:
    return Reason(feature, tier, seen, seen if recorded is None else recorded, against)


def match(
    number: int, row: RowRef, tag: str, *reasons: Reason, tier: Tier = STRONG, check: str = ""
) -> Match:
    return Match(f"dev-{number:02}", row, tag, tier, reasons, settling_check=check)


MATCHES = (
    match(1, ref(5), "NW-001", says("serial", "FCW2301A0B1"), says("ip_unique", "10.1.0.1", tier=WEAK)),
    match(2, ref(6), "SV-001", says("hostname", "EMR-SV01", tier=MEDIUM), says("ip_unique", "10.1.0.10", tier=WEAK), tier=MEDIUM),
    match(3, ref(7), "SV-002", says("hostname", "RECE-SV", tier=MEDIUM), tier=MEDIUM),
    match(4, ref(8), "SV-003", says("mac", "24:5e:be:44:55:66"), says("hostname", "NAS-OLD", tier=MEDIUM)),
    match(15, ref(9), "SV-004", says("hostname", "PACS-SV", tier=MEDIUM), says("ip_unique", "10.1.0.20", tier=WEAK), tier=MEDIUM),
    match(6, ref(12), "PC-0121", says("mac", "74:4c:a1:00:02:21")),
    match(7, ref(13), "PC-0122", says("hostname", "PC-0122", tier=MEDIUM), says("mac", "74:4c:a1:00:02:22", "74:4c:a1:00:02:99", MEDIUM, True), tier=MEDIUM, check="read_mac_label"),
    match(9, ref(16), "PR-001", says("serial", "3089M610011")),
    match(13, ref(18), "PR-003", says("ip_unique", "10.3.0.15", tier=WEAK), says("class", "printer", "プリンター", WEAK), says("maker", "Canon", "リコー", MEDIUM, True), tier=MEDIUM, check="look_at_device"),
    Match("dev-10", ref(4, "ME機器"), "ME-0101", MEDIUM, (says("ip_unique", "10.3.0.41", tier=WEAK), says("model", "PVM-4000", tier=WEAK)), RunnerUp(row=ref(5, "ME機器"), reasons=(says("model", "PVM-4000", tier=WEAK),)), "read_serial_plate", "same"),
)  # fmt: skip


def differs(
    kind: Kind,
    severity: Severity,
    *reasons: Reason,
    number: int = 0,
    row: RowRef | None = None,
    field: str = "",
    recorded: str = "",
    seen: str = "",
    nearest: RunnerUp | None = None,
    check: str = "",
) -> Difference:
    who = f"dev-{number:02}" if number else ""
    key = f"{kind.value}:{who or row}:{field}" if field else f"{kind.value}:{who or row}"
    return Difference(key, kind, who, row, field, recorded, seen, severity, reasons, nearest, check)


HIGH, MIDDLE, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW

DIFFERENCES = (
    differs(Kind.UNREGISTERED, HIGH, says("in_no_row"), number=5),
    differs(Kind.UNREGISTERED, MIDDLE, says("in_no_row"), number=8),
    differs(Kind.UNREGISTERED, HIGH, says("nearest_row_not_enough"), number=12, nearest=RunnerUp(row=ref(7, "ME機器"), reasons=(says("place", "3F", "3階", WEAK),))),
    differs(Kind.REMOTE_UNDECLARED, HIGH, says("remote_seen", "VPN router, RDP"), says("in_no_row"), number=5, field="remote_maintenance", seen="VPN router, RDP"),
    differs(Kind.RETIRED_ALIVE, HIGH, says("seen_alive", "2026-06-15T01:21:30Z"), says("disposed_on", "", "2024-03-31"), says("mac", "24:5e:be:44:55:66"), number=4, row=ref(8), field="state", recorded="disposed", seen="in_use"),
    differs(Kind.CHANGED, MIDDLE, says("hostname", "RECE-SV", tier=MEDIUM), number=3, row=ref(7), field="os", recorded="Windows Server 2016", seen="Windows Server 2012 R2"),
    differs(Kind.CHANGED, MIDDLE, says("hostname", "PC-0122", tier=MEDIUM), number=7, row=ref(13), field="macs", recorded="74:4c:a1:00:02:99", seen="74:4c:a1:00:02:22", check="read_mac_label"),
    differs(Kind.REPLACED, MIDDLE, says("ip_unique", "10.3.0.15", tier=WEAK), says("maker", "Canon", "リコー", MEDIUM, True), number=13, row=ref(18), field="model,maker", recorded="SP 6450 / リコー", seen="LBP351i / Canon"),
    differs(Kind.UNDOCUMENTED, MIDDLE, says("cell_empty", "", "place"), says("column_absent", "", "version"), number=15, row=ref(9), field="place,version", recorded="medical"),
    differs(Kind.NO_PARTY, MIDDLE, says("column_absent", "", "maintainer"), number=15, row=ref(9), field="maintainer"),
    differs(Kind.NOT_SEEN, HIGH, says("segment_covered", "10.1.0.0/24", "10.1.0.30"), row=ref(10)),
    differs(Kind.NOT_SEEN, MIDDLE, says("segment_covered", "10.2.0.0/24", "10.2.0.23"), row=ref(14)),
    differs(Kind.NOT_LOOKED, LOW, says("segment_not_looked", "10.7.0.0/24", "10.7.0.11"), row=ref(15)),
    differs(Kind.DUPLICATE_ROW, LOW, says("same_serial", "tag:PR-001", "3089M610011"), row=ref(17), field="serial", recorded="3089M610011", seen="機器一覧!16"),
    differs(Kind.IMPOSSIBLE, LOW, says("tag_in_two_rows", "機器一覧!16", "PR-001"), row=ref(17), field="tag", recorded="PR-001", seen="機器一覧!16"),
    differs(Kind.AMBIGUOUS, MIDDLE, says("more_than_one_fits"), says("model", "PVM-4000", tier=WEAK), says("a_new_feature", "x", "y", WEAK), number=11, row=ref(5, "ME機器"), check="read_serial_plate"),
    differs(Kind.AMBIGUOUS, MIDDLE, says("more_than_one_fits"), says("model", "PVM-4000", tier=WEAK), number=11, row=ref(6, "ME機器"), check="read_serial_plate"),
    differs(Kind.GUEST, LOW, says("mac_randomised", "da:a1:19:33:77:01"), says("no_service_seen"), number=14),
)  # fmt: skip

DEVICE_BUCKETS = {
    **{d.id: DeviceBucket.MATCHED for d in DEVICES},
    "dev-05": DeviceBucket.UNREGISTERED,
    "dev-08": DeviceBucket.UNREGISTERED,
    "dev-12": DeviceBucket.UNREGISTERED,
    "dev-11": DeviceBucket.AMBIGUOUS,
    "dev-14": DeviceBucket.GUEST,
}
ROW_BUCKETS = {
    **{a.row: RowBucket.MATCHED for a in ASSETS},
    ref(10): RowBucket.NOT_SEEN,
    ref(14): RowBucket.NOT_SEEN,
    ref(15): RowBucket.NOT_LOOKED,
    ref(17): RowBucket.DUPLICATE_ROW,
    ref(19): RowBucket.RESERVED,
    ref(5, "ME機器"): RowBucket.AMBIGUOUS,
    ref(6, "ME機器"): RowBucket.AMBIGUOUS,
    ref(7, "ME機器"): RowBucket.GONE_AS_RECORDED,
    ref(11): RowBucket.SKIPPED,
    ref(20): RowBucket.SKIPPED,
}

RESULT = Reconciliation(
    run=RUN,
    ended="2026-06-15T01:24:05Z",
    devices=DEVICES,
    ledgers=(LEDGER,),
    coverage=COVERAGE,
    notes=("病棟LAN: the kernel dropped 3 frames; silence there proves nothing",),
    matches=MATCHES,
    differences=DIFFERENCES,
    device_buckets=DEVICE_BUCKETS,
    row_buckets=ROW_BUCKETS,
)

COVER = Cover(
    facility="医療法人 青葉会　青葉総合病院",
    author="情報システム課　佐藤",
    addressee="医療情報システム安全管理責任者　田中 一郎",
    scope=tuple(f"{c.segment}　{c.cidr}" for c in COVERAGE),
    excluded=("10.3.0.200～10.3.0.203（ICU 人工呼吸器）",),
    authorised_by="病院長　鈴木 花子",
    authorised_until="2026-06-30T14:59:00Z",
    clinical_engineer="臨床工学科　高橋",
    contact="情報システム課（内線 2100）",
    started="2026-06-15T01:02:10Z",
    protected_by_ledger=4,
    tool="daicho 0.1.0",
    registry="IEEE 2026-06-01 (MA-L, MA-M, MA-S)",
)

NEW = frozenset({"UNREGISTERED:dev-05", "UNREGISTERED:dev-12", "REMOTE_UNDECLARED:dev-05:remote_maintenance"})
SINCE = Since(
    previous_run="2026-03-16T01-00-00Z-77aa",
    previous_ended="2026-03-16T01:20:00Z",
    first_seen={
        **{d.id: "2026-03-16T01:20:00Z" for d in DIFFERENCES if d.id not in NEW},
        "NO_PARTY:dev-15:maintainer": "2025-12-15T01:05:00Z",
    },
    new=NEW,
    gone=(
        Gone("UNREGISTERED:dev-77", "UNREGISTERED", "dev-77"),
        Gone("NOT_SEEN:tag:PC-0188", "NOT_SEEN", "tag:PC-0188"),
    ),
    row_last_seen={"tag:SV-005": "2025-12-15T01:05:00Z"},
)


def report(since: Since | None = SINCE) -> Report:
    return build(RESULT, COVER, since=since)


def large(devices: int) -> Reconciliation:
    """The sample over and over, up to `devices` devices, each with ids, addresses and rows of its own."""
    copies = [_copy(n) for n in range(devices // len(DEVICES))]
    return replace(
        RESULT,
        devices=tuple(d for c in copies for d in c.devices),
        ledgers=(replace(LEDGER, assets=tuple(a for c in copies for a in c.assets)),),
        matches=tuple(m for c in copies for m in c.matches),
        differences=tuple(d for c in copies for d in c.differences),
        device_buckets={k: v for c in copies for k, v in c.device_buckets.items()},
        row_buckets={k: v for c in copies for k, v in c.row_buckets.items()},
    )


def _copy(number: int) -> Reconciliation:
    """The sample once more, everything that tells one device or row from another changed."""
    net, low = divmod(number, 200)

    def text(value: str) -> str:
        return f"{value}-{number:04}" if value else ""

    def ip(value: str) -> str:
        return value.replace("10.", f"10.{50 + net}{low:02}.", 1).rsplit(".", 1)[0] if value else ""

    def mac(value: str) -> str:
        return f"{value[:9]}{number >> 8:02x}:{number & 255:02x}{value[14:]}" if value else ""

    def moved(row: RowRef) -> RowRef:
        return replace(row, row=row.row + 100 * number)

    devices = tuple(
        replace(
            d,
            id=text(d.id),
            hostnames=tuple(text(h) for h in d.hostnames),
            interfaces=tuple(
                replace(i, mac=mac(i.mac), ips=tuple(ip(x) for x in i.ips)) for i in d.interfaces
            ),
        )
        for d in DEVICES
    )
    assets = tuple(
        replace(
            a,
            row=moved(a.row),
            tag=text(a.tag),
            name=text(a.name),
            ips=tuple(ip(x) for x in a.ips),
            place=text(a.place),
        )
        for a in ASSETS
    )
    differences = tuple(
        replace(d, id=text(d.id), device=text(d.device), row=moved(d.row) if d.row else None)
        for d in DIFFERENCES
    )
    return replace(
        RESULT,
        devices=devices,
        ledgers=(replace(LEDGER, assets=assets),),
        matches=tuple(replace(m, device=text(m.device), row=moved(m.row), tag=text(m.tag)) for m in MATCHES),
        differences=differences,
        device_buckets={text(k): v for k, v in DEVICE_BUCKETS.items()},
        row_buckets={moved(k): v for k, v in ROW_BUCKETS.items()},
    )
