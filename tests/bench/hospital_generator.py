"""A hospital that never was, of any size: its boxes, what a scan would see of them, what its ledgers say, the truth.

Everything follows from a seed. Boxes come first, with all that is true of them; then what a scan
would see of each, then what the ledger wrote of each, damaged (hospital_ledger.py). Rates are of two
sources: how much a scan sees and how often a row is wrong are those of the comparison of
record-linkage libraries that preceded this code (92 % in common; of rows 10 % damaged in one to
three fields; of findings 30 % without a MAC, 60 % without a serial, 20 % without a name, half
without a model, 15 % at another address). The disorder that has a name in the field has a rate of
its own, a guess that is meant to be high. Nothing here imports or imitates the matcher.

A pair is `knowable` where a person who holds both papers could join it: an identifier that nobody
else has is on both, whole or with a slip that can be recognised as one. Where the papers have
nothing in common no one can; the bench prints how many those are.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

from agent.device import Claim, Device, Interface, Tier
from agent.findings import Coverage, Findings
from reconciler.ledger.asset import Ledger, RowRef
from reconciler.reconciliation import DeviceBucket, Kind, RowBucket

ENDED = "2026-11-20T10:00:00Z"


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares of one. The first block is given (see above), the second are guesses of ours, meant to be high."""

    in_common: float = 0.92
    damaged: float = 0.10
    without_mac: float = 0.30  # whole networks: those behind a router
    without_serial: float = 0.60
    without_model: float = 0.50
    moved: float = 0.15

    without_class: float = 0.15
    without_maker: float = 0.30
    serial_confused: float = 0.02  # O for 0, I for 1, a zero lost in front
    mac_digit: float = 0.015
    replaced: float = 0.02
    renamed: float = 0.02
    cloned: float = 0.006  # of PCs: one image, one hostname on several
    mac_cloned: float = 0.002  # of PCs: adapters that carry one MAC
    docked: float = 0.02  # of laptops: the row has a dock's MAC, and the dock stands under another laptop
    virtual_router: float = 0.2  # of network gear: an address that two boxes pass around
    dhcp: float = 0.5  # of PCs
    dhcp_written: float = 0.25  # of those: the row has the address of one day, which another PC has today
    guests: float = 0.02  # of devices: visitors' phones with made-up addresses
    dark: float = 0.02  # of rows: in networks that nobody looked at
    unplugged: float = 0.015  # of rows: devices that have no network
    absent: float = 0.02  # of rows: stolen, lost, sent away
    disposed: float = 0.02
    disposed_alive: float = 0.003
    reserved: float = 0.005
    written_twice: float = 0.02
    in_quantities: float = 0.01  # of devices: declared by number alone
    address_handed_on: float = 0.3  # of addresses that moved and disposed devices left
    remote: float = 0.01


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of equipment. words: of the ledger.  makers: (name as rules say it, as ledgers do, models).

    named: the share that tells a name.  no_*: how often its ledger leaves the cell empty.
    """

    kind: str
    share: float
    words: tuple[str, ...]
    makers: tuple[tuple[str, str, tuple[str, ...]], ...]
    prefix: str
    oui: str
    named: float
    no_mac: float = 0.15
    no_host: float = 0.10
    no_ip: float = 0.05
    no_serial: float = 0.05


SORTS = (
    Sort("terminal", 0.56, ("デスクトップPC", "ノートパソコン", "電子カルテ端末"), (
        ("Fujitsu", "富士通", ("ESPRIMO D7012", "LIFEBOOK A7511", "ESPRIMO Q558")),
        ("Dell", "DELL", ("OptiPlex 7010", "Latitude 5440")),
        ("HP", "日本HP", ("ProDesk 400 G9", "EliteBook 630"))), "PC", "00:17:42", 0.95),
    Sort("printer", 0.09, ("プリンタ", "複合機"), (
        ("Ricoh", "リコー", ("MP C3004", "IM C2010")),
        ("Canon", "キヤノン", ("LBP352i", "iR-ADV C5850"))), "PRN", "00:26:73", 0.7),
    Sort("medical", 0.14, ("生体情報モニタ", "超音波診断装置", "心電計"), (
        ("Nihon Kohden", "日本光電", ("BSM-6501", "ECG-2450")),
        ("GE", "GEヘルスケア", ("LOGIQ E10", "MAC 5500")),
        ("Canon Medical", "キヤノンメディカル", ("Aplio i800",))), "ME", "00:19:b8", 0.35, 0.5, 0.6, 0.2, 0.03),
    Sort("network", 0.06, ("スイッチ", "L3スイッチ", "アクセスポイント"), (
        ("Cisco", "シスコ", ("Catalyst 2960X", "Catalyst 9300")),
        ("Allied Telesis", "アライドテレシス", ("x530-28GTXm",))), "SW", "00:09:41", 0.9),
    Sort("phone", 0.06, ("IP電話",), (
        ("NEC", "日本電気", ("DT820", "DT900")),), "TEL", "00:60:b9", 0.5, 0.3, 0.5, 0.4),
    Sort("camera", 0.03, ("監視カメラ",), (
        ("Panasonic", "パナソニック", ("WV-S1136", "WV-X1551")),), "CAM", "00:80:f0", 0.3, 0.2, 0.7),
    Sort("server", 0.03, ("サーバ", "仮想ホスト"), (
        ("Dell", "DELL", ("PowerEdge R750",)),
        ("HPE", "HPE", ("ProLiant DL380 Gen10",))), "SV", "94:40:c9", 0.95),
    Sort("storage", 0.01, ("NAS",), (("Buffalo", "バッファロー", ("TS5420DN",)),), "NAS", "10:6f:3f", 0.9),
    Sort("power", 0.01, ("UPS",), (("APC", "APC", ("SMT1500J",)),), "UPS", "00:c0:b7", 0.6),
    Sort("building", 0.01, ("入退室管理装置",), (("Azbil", "アズビル", ("SavicNet",)),), "BLD", "00:50:4a", 0.2, 0.4, 0.8),
)  # fmt: skip
TERMINAL, MEDICAL = SORTS[0], SORTS[2]
ALIASES = {spelt: name for sort in SORTS for name, spelt, _ in sort.makers}

# What a scan may say of a PC's system, the words of the ledger for it, and whether it was past support by ENDED.
SYSTEMS = (
    ("Windows 11 25H2", "Windows 11 Pro", "25H2", False),
    ("Windows 10 22H2", "Windows 10 Pro", "22H2", True),
    ("Windows 7 or Windows Server 2008 R2", "Windows 7", "", True),
)


@dataclass(slots=True)
class Box:
    """One real device, all that is true of it. ledger_*: what was true when the row was written."""

    number: int
    sort: Sort
    maker: tuple[str, str]
    model: str
    serial: str
    mac: str
    host: str
    tag: str
    network: int
    ip: str
    place: str
    dhcp: bool
    system: tuple[str, str, str, bool] | None
    remote: str
    ledger_mac: str = ""
    ledger_ip: str = ""
    ledger_host: str = ""
    ledger_serial: str = ""
    ledger_model: str = ""
    replaced: bool = False


@dataclass(slots=True)
class Truth:
    """rows_of: device -> the rows that describe it, duplicates too.  knowable: devices whose row could be known.

    box_of_device, box_of_row: which belong to one box (sets: one number a set).  *_buckets: the right answers, where
    there is one.  kinds: (kind, box, field) that a careful person would tell.
    """

    rows_of: dict[str, frozenset[RowRef]] = field(default_factory=dict)
    knowable: set[str] = field(default_factory=set)
    box_of_device: dict[str, int] = field(default_factory=dict)
    box_of_row: dict[RowRef, int] = field(default_factory=dict)
    device_buckets: dict[str, frozenset[DeviceBucket]] = field(default_factory=dict)
    row_buckets: dict[RowRef, frozenset[RowBucket]] = field(default_factory=dict)
    kinds: set[tuple[Kind, int, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Hospital:
    findings: Findings
    ledgers: tuple[Ledger, ...]
    truth: Truth


@dataclass(slots=True)
class World:
    """The course of one generation: where numbers stand, which addresses are taken or were left."""

    r: random.Random
    rates: Rates
    numbers: int = 0
    macs: Counter[str] = field(default_factory=Counter)
    networks: list[tuple[str, bool, bool]] = field(default_factory=list)  # (prefix, looked at, without MACs)
    filled: list[int] = field(default_factory=list)
    growing: dict[tuple[str, bool], int] = field(default_factory=dict)
    left: list[tuple[int, str]] = field(default_factory=list)  # addresses that nobody has any more

    def chance(self, share: float) -> bool:
        return self.r.random() < share


def make_box(w: World, sort: Sort | None = None, *, looked: bool = True) -> Box:
    r = w.r
    sort = sort or r.choices(SORTS, [s.share for s in SORTS])[0]
    name, spelt, models = r.choice(sort.makers)
    w.numbers += 1
    n = w.numbers
    tag = f"{sort.prefix}-{n:06}"
    host = (
        tag
        if r.random() < 0.5
        else f"{sort.prefix}{r.choice('ABCDEFGH')}{r.randint(1, 12):02}-{n % 100000:05}"
    )
    network, ip = make_address(w, sort, looked)
    box = Box(
        n, sort, (name, spelt), r.choice(models), make_serial(name, n), make_mac(w, sort, n), host,
        f"{n:06}" if r.random() < 0.3 else tag, network, ip,
        f"{r.choice('ABC')}棟{r.randint(1, 8)}階{r.randint(101, 999)}",
        sort.kind == "terminal" and w.chance(w.rates.dhcp),
        r.choice(SYSTEMS) if sort.kind == "terminal" and w.chance(0.5) else None,
        "VNC" if w.chance(w.rates.remote) else "",
    )  # fmt: skip
    box.ledger_mac, box.ledger_ip, box.ledger_host = box.mac, box.ip, box.host
    box.ledger_serial, box.ledger_model = box.serial, box.model
    return box


def make_serial(maker: str, number: int) -> str:
    """Makers count up: neighbours of one delivery differ in their last characters."""
    match len(maker) % 3:
        case 0:
            return f"{maker[:2].upper()}0I{number:07}"
        case 1:
            return f"{number:08}"
        case _:
            return f"CN0{maker[:1].upper()}{number * 7 + 1_000_000:X}O1"


def make_mac(w: World, sort: Sort, number: int) -> str:
    low = number * 3 + (0 if w.chance(0.9) else 1)
    while w.macs[text := f"{sort.oui}:{low >> 16 & 255:02x}:{low >> 8 & 255:02x}:{low & 255:02x}"]:
        low += 1
    w.macs[text] += 1
    return text


def make_address(w: World, sort: Sort, looked: bool = True) -> tuple[int, str]:
    family = ("office" if sort.kind in ("terminal", "printer", "phone") else "rest", looked)
    number = w.growing.get(family)
    if number is None or w.filled[number] >= 180:
        number = len(w.networks)
        w.networks.append((f"10.{number >> 8}.{number & 255}", looked, w.chance(w.rates.without_mac)))
        w.filled.append(0)
        w.growing[family] = number
    w.filled[number] += 1
    return number, f"{w.networks[number][0]}.{w.filled[number] + 9}"


def seen_by_a_scan(w: World, box: Box, identity: str, *, model: bool = False) -> Device:
    """What the box tells of itself. model: it always tells that one."""
    r, rates = w.r, w.rates
    mac = "" if w.networks[box.network][2] else box.mac
    shared = [Interface(f"00:00:5e:00:01:{box.number % 200 + 1:02x}", (box.ip.rsplit(".", 1)[0] + ".1",))]
    passes_around = box.sort.kind == "network" and mac and w.chance(rates.virtual_router)
    claims = []
    for attribute, value, missing, tier in (
        ("class", box.sort.kind, rates.without_class, Tier.MEDIUM),
        ("vendor", box.maker[0], rates.without_maker, Tier.MEDIUM),
        ("model", box.model, 0 if model else rates.without_model, Tier.STRONG),
        ("os", box.system[0] if box.system else "", 0, Tier.MEDIUM),
        ("serial", box.serial, rates.without_serial, Tier.STRONG),
    ):
        if value and not w.chance(missing):
            claims.append(Claim(attribute, value, tier, "bench", "bench.field", value))
    name = box.host if w.chance(box.sort.named) else ""
    return Device(
        id=identity,
        site="main",
        interfaces=(Interface(mac, (box.ip,)), *(shared if passes_around else ())),
        segments=(f"net{box.network}",),
        hostnames=(f"{name}.hospital.example" if r.random() < 0.3 else name.lower(),) if name else (),
        claims=tuple(claims),
        remote_maintenance=(box.remote,) if box.remote else (),
        first_seen=ENDED,
        last_seen=ENDED,
    )


def coverage_of(w: World) -> tuple[Coverage, ...]:
    return tuple(
        Coverage(
            "main", f"net{n}", f"{prefix}.0/24", "office", looked, 254, 254 if looked else 0, w.filled[n]
        )
        for n, (prefix, looked, _) in enumerate(w.networks)
    )


def findings_of(w: World, devices: list[Device]) -> Findings:
    """The document, sorted as it always is."""
    return Findings(
        "bench", "scope", ENDED, ENDED, True, coverage_of(w), tuple(sorted(devices, key=lambda d: d.id))
    )
