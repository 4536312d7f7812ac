"""The ledger of the hospital that never was: written once, never quite right, and what is true of it.

`hospital` makes all of it: boxes (hospital_generator.py), devices, rows and the truth.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from agent.device import Device
from reconciler.ledger.asset import FIELDS, Asset, Ledger, RowRef
from reconciler.reconciliation import DeviceBucket, Kind, RowBucket
from tests.bench.hospital_generator import (
    TERMINAL,
    Box,
    Hospital,
    Rates,
    World,
    findings_of,
    make_address,
    make_box,
    make_mac,
    make_serial,
    seen_by_a_scan,
)
from tests.bench.hospital_truth import IT, ME, Books, joins, settle

COLUMNS = frozenset(FIELDS)
_CONFUSED = {"0": "O", "O": "0", "1": "I", "I": "1"}


def hospital(size: int, seed: int = 1, rates: Rates | None = None) -> Hospital:
    """About so many devices on the network and as many rows; the same for the same arguments."""
    w, books = World(random.Random(seed), rates or Rates()), Books()
    rates = w.rates
    boxes = [make_box(w) for _ in range(round(size * rates.in_common))]
    singles, sets = boxes[round(size * rates.in_quantities) :], boxes[: round(size * rates.in_quantities)]
    _clone(w, singles)
    _dock(w, singles)
    pairs: list[tuple[Box, Asset, Device]] = []
    _time_passes(w, singles)
    w.r.shuffle(singles)
    for box in singles:
        row = books.enter(_written(w, box), box.number)
        pairs.append((box, row, seen_by_a_scan(w, box, _name(w))))
    devices = [device for _, _, device in pairs]
    devices += _sets(w, books, sets)
    devices += _rows_alone(w, books, size)
    devices += _devices_alone(w, books, size - len(devices))
    twins = _written_twice(w, books, singles)
    settle(books, pairs, devices, twins)
    ledgers = tuple(Ledger(file, assets=tuple(rows)) for file, rows in books.rows.items())
    return Hospital(findings_of(w, devices), ledgers, books.truth)


def _name(w: World) -> str:
    return f"dev-{w.r.getrandbits(64):016x}"


# -- what happened before and after the ledger was written ---------------------------------------


def _clone(w: World, boxes: list[Box]) -> None:
    """One image laid on several PCs; adapters that all carry one MAC."""
    pcs = [b for b in boxes if b.sort is TERMINAL]
    for rate, what in ((w.rates.cloned, "host"), (w.rates.mac_cloned, "mac")):
        left = round(len(pcs) * rate)
        while left > 0:
            group = w.r.sample(pcs, min(len(pcs), w.r.randint(2, 5)))
            left -= len(group)
            for other in group[1:]:
                setattr(other, what, getattr(group[0], what))
                setattr(other, f"ledger_{what}", getattr(group[0], what))


def _dock(w: World, boxes: list[Box]) -> None:
    """The dock's adapter was written down; today the neighbour's laptop stands in it."""
    laptops = [b for b in boxes if b.sort is TERMINAL and b.number % 3 == 0]
    for _ in range(round(len(laptops) * w.rates.docked / 2)):
        one, other = w.r.sample(laptops, 2)
        one.mac, other.mac = other.mac, one.mac


def _time_passes(w: World, boxes: list[Box]) -> None:
    """Devices are replaced, renamed and moved; addresses that they leave are given to others."""
    rates = w.rates
    by_network: defaultdict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        if box.dhcp:
            by_network[box.network].append(box)
    for box in boxes:
        if w.chance(rates.replaced):
            _replace(w, box)
        elif w.chance(rates.renamed):
            box.host = f"{box.sort.prefix}-NEW{box.number}"
        if box.dhcp:
            box.ledger_ip = w.r.choice(by_network[box.network]).ip
        elif w.chance(rates.moved):
            box.network, box.ip = make_address(w, box.sort)
            if w.chance(rates.address_handed_on):
                w.left.append((_network_number(box.ledger_ip), box.ledger_ip))
    w.r.shuffle(w.left)
    for box in [b for b in boxes if b.ip != b.ledger_ip and not b.dhcp]:
        if w.left and w.chance(rates.address_handed_on / 2):
            number, ip = w.left.pop()
            if ip != box.ledger_ip:
                box.network, box.ip = number, ip


def _replace(w: World, box: Box) -> None:
    """Another box under the old name and at the old place, of another maker half the time."""
    box.replaced = True
    w.numbers += 1
    if w.chance(0.5):
        name, spelt, models = w.r.choice(box.sort.makers)
        box.maker, box.model = (name, spelt), w.r.choice(models)
    box.serial, box.mac = make_serial(box.maker[0], w.numbers), make_mac(w, box.sort, w.numbers)


def _network_number(ip: str) -> int:
    _, high, low, _ = ip.split(".")
    return int(high) << 8 | int(low)


# -- what was written ----------------------------------------------------------------------------


def _written(w: World, box: Box) -> Asset:
    """The row as its author meant it, then with the slips of a hand."""
    r, rates, sort = w.r, w.rates, box.sort
    serial, mac, ip = box.ledger_serial, box.ledger_mac, box.ledger_ip
    if w.chance(rates.serial_confused):
        serial = _confused(r, serial)
    if w.chance(rates.mac_digit):
        mac = _one_digit(r, mac)
    dhcp = box.dhcp and not w.chance(rates.dhcp_written)
    cells = {
        "serial": "" if w.chance(sort.no_serial) else serial,
        "mac": "" if w.chance(sort.no_mac) else mac,
        "hostname": "" if w.chance(sort.no_host) else box.ledger_host,
        "ip": "" if dhcp or w.chance(sort.no_ip) else ip,
        "model": "" if w.chance(0.1) else box.ledger_model,
        "tag": box.tag,
    }
    if w.chance(rates.damaged):
        for name in r.sample(sorted(cells), r.randint(1, 3)):
            cells[name] = _damaged(r, name, cells[name])
    maker = next(spelt for _, spelt, models in sort.makers if box.ledger_model in models)
    return Asset(
        RowRef("", "", 0),
        tag=cells["tag"],
        name=f"{box.place} {r.choice(sort.words)}",
        hostname=cells["hostname"],
        kind=r.choice(sort.words),
        maker=maker,
        model=cells["model"],
        serial=cells["serial"],
        macs=(cells["mac"],) if cells["mac"] else (),
        ips=(cells["ip"],) if cells["ip"] else (),
        dhcp=dhcp,
        department=r.choice(("看護部", "放射線科", "検査科", "医事課", "情報システム室")),
        place=box.place,
        os=box.system[1] if box.system else "",
        os_version=box.system[2] if box.system else "",
        maintainer="" if w.chance(0.3) else "保守会社",
        remote_maintenance=r.choice(("有", "無", "")),
        state="in_use",
        columns=COLUMNS,
    )


def _confused(r: random.Random, serial: str) -> str:
    at = [n for n, c in enumerate(serial) if c in _CONFUSED]
    if serial.startswith("0") and (not at or r.random() < 0.5):
        return serial.lstrip("0")
    n = r.choice(at) if at else -1
    return serial if n < 0 else serial[:n] + _CONFUSED[serial[n]] + serial[n + 1 :]


def _one_digit(r: random.Random, mac: str) -> str:
    n = r.choice([n for n, c in enumerate(mac) if c != ":"])
    return mac[:n] + r.choice("0123456789abcdef".replace(mac[n], "")) + mac[n + 1 :]


def _damaged(r: random.Random, name: str, text: str) -> str:
    """Blank, another character, one lost, two swapped; what is then no MAC or address is an empty cell."""
    if not text or r.random() < 0.3:
        return ""
    if name == "mac":
        return _one_digit(r, text) if r.random() < 0.6 else ""
    if name == "ip":
        return text.rsplit(".", 1)[0] + f".{r.randint(1, 254)}"
    n = r.randrange(len(text) - 1)
    match r.randrange(3):
        case 0:
            return text[:n] + r.choice("0123456789ABCDEFX") + text[n + 1 :]
        case 1:
            return text[:n] + text[n + 1 :]
        case _:
            return text[:n] + text[n + 1] + text[n] + text[n + 2 :]


def _sets(w: World, books: Books, boxes: list[Box]) -> list[Device]:
    """Rows that declare a number of one model and nothing else (生体情報モニタ 一式)."""
    devices: list[Device] = []
    start = 0
    while start < len(boxes):
        group = boxes[start : start + w.r.randint(3, 20)]
        start += len(group)
        number, model = group[0].number, f"SET-{group[0].number}X"
        row = Asset(
            RowRef("", "", 0), tag=f"SET{number}", name="一式", kind=group[0].sort.words[0],
            model=model, quantity=len(group), place=group[0].place, state="in_use", columns=COLUMNS,
        )  # fmt: skip
        row = books.enter(row, -number)
        for box in group:
            box.model, box.sort, box.maker = model, group[0].sort, group[0].maker
            device = seen_by_a_scan(w, box, _name(w), model=True)
            devices.append(device)
            books.truth.rows_of[device.id] = frozenset({row.row})
            books.truth.box_of_device[device.id] = -number
            books.truth.knowable.add(device.id)
    return devices


def _rows_alone(w: World, books: Books, size: int) -> list[Device]:
    """Rows whose device is not there, was not looked at, has no network, is gone; of the gone some are not."""
    rates, truth, alive = w.rates, books.truth, []
    for share, bucket in (
        (rates.absent, RowBucket.NOT_SEEN), (rates.dark, RowBucket.NOT_LOOKED),
        (rates.unplugged, RowBucket.NOT_LOOKED), (rates.disposed, RowBucket.GONE_AS_RECORDED),
        (rates.reserved, RowBucket.RESERVED), (rates.disposed_alive, RowBucket.MATCHED),
    ):  # fmt: skip
        for _ in range(round(size * share)):
            box = make_box(w, looked=share != rates.dark or bucket is not RowBucket.NOT_LOOKED)
            asset = _written(w, box)
            if bucket is RowBucket.NOT_LOOKED and w.networks[box.network][1]:
                asset = replace(asset, networked=False, macs=(), ips=(), hostname="", dhcp=False)
            elif bucket is RowBucket.NOT_LOOKED:
                asset = replace(asset, ips=(box.ip,), dhcp=False)
            elif bucket in (RowBucket.GONE_AS_RECORDED, RowBucket.MATCHED):
                asset = replace(asset, state="disposed", disposed="2025-03-31")
            elif bucket is RowBucket.RESERVED:
                asset = Asset(RowRef("", "", 0), ips=(box.ip,), state="reserved", columns=COLUMNS)
            row = books.enter(asset, box.number)
            if bucket is RowBucket.MATCHED:
                device = seen_by_a_scan(w, box, _name(w))
                alive.append(device)
                truth.rows_of[device.id] = frozenset({row.row})
                truth.box_of_device[device.id] = box.number
                if joins(device, row) - {"ip"}:  # the address of a disposed device was given away
                    truth.knowable.add(device.id)
                    truth.kinds.add((Kind.RETIRED_ALIVE, box.number, "state"))
                continue
            right = {bucket}
            if bucket is RowBucket.NOT_SEEN and not row.ips:  # it may be where nobody looked
                right.add(RowBucket.NOT_LOOKED)
            truth.row_buckets[row.row] = frozenset(right)
            if bucket is RowBucket.GONE_AS_RECORDED and w.chance(rates.address_handed_on):
                w.left.append((box.network, box.ip))
    return alive


def _devices_alone(w: World, books: Books, number: int) -> list[Device]:
    """Visitors' phones, and what nobody registered, often at an address that somebody left."""
    devices = []
    guests = round(number / 0.08 * w.rates.guests)
    for n in range(number):
        box = make_box(w, TERMINAL if n < guests else None)
        if n < guests:
            text = f"{w.r.choice('26ae')}"
            box.mac = f"d{text}:" + ":".join(f"{w.r.getrandbits(8):02x}" for _ in range(5))
            device = Device(
                id=_name(w), site="main", segments=(f"net{box.network}",),
                interfaces=seen_by_a_scan(w, box, "").interfaces,
            )  # fmt: skip
            if device.macs:
                books.truth.kinds.add((Kind.GUEST, box.number, ""))
        else:
            if w.left and w.chance(0.3):
                box.network, box.ip = w.left.pop()
            device = seen_by_a_scan(w, box, _name(w))
        right = DeviceBucket.GUEST if n < guests and device.macs else DeviceBucket.UNREGISTERED
        books.truth.device_buckets[device.id] = frozenset({right})
        books.truth.rows_of[device.id] = frozenset()
        books.truth.box_of_device[device.id] = box.number
        devices.append(device)
    return devices


def _written_twice(w: World, books: Books, boxes: list[Box]) -> dict[RowRef, RowRef]:
    """Rows that stand in the other department's ledger too, by serial or label, in other words."""
    twins = {}
    number_of = {number: ref for ref, number in books.truth.box_of_row.items() if number > 0}
    for box in w.r.sample(boxes, round(len(boxes) * w.rates.written_twice)):
        first = books.rows[number_of[box.number].file][number_of[box.number].row - 2]
        keep = {"serial": first.serial} if first.serial and w.chance(0.5) else {"tag": first.tag}
        if not any(keep.values()):
            continue
        copy = Asset(
            RowRef("", "", 0), name=first.kind, kind=first.kind, maker=first.maker, model=first.model,
            place=first.place, state="in_use", columns=COLUMNS, **keep,
        )  # fmt: skip
        second = books.enter(copy, box.number, IT if first.row.file == ME else ME)
        twins[second.row] = first.row
    return twins
