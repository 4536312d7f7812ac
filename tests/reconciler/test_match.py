"""Who belongs together: scenes from hospitals, and properties that hold whatever the input."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.device import Device, Tier
from reconciler.assign import _best_first, assign
from reconciler.candidates import candidates
from reconciler.decisions import Judgements, row_keys
from reconciler.features import context
from reconciler.houses import makers
from reconciler.ledger.asset import Asset
from reconciler.match import Matching, match
from reconciler.traits import recorded, seen
from tests.builders import asset, device

MAC_A, MAC_B, MAC_C = "00:1b:21:0a:0b:0c", "3c:7c:3f:11:22:33", "a4:bb:6d:44:55:66"


def held(devices: Sequence[Device], assets: Sequence[Asset]) -> Matching:
    mine = [seen(d) for d in devices]
    keys = row_keys(assets)
    theirs = [recorded(a, keys=[keys[a.row]], as_of="2026-11-20") for a in assets]
    known = context(mine, theirs, makers({"富士通": "Fujitsu", "リコー": "Ricoh"}))
    return match(mine, theirs, known)


def pairs(found: Matching) -> dict[str, str]:
    return {m.device: m.tag for m in found.matches}


def undecided(found: Matching, assets: Sequence[Asset]) -> set[tuple[str, str]]:
    tags = {a.row: a.tag for a in assets}
    return {(u.device, tags[u.row] if u.row else "") for u in found.undecided}


# (what it is about, device, row, tier of the match or None, settling check)
PAIRS: list[tuple[str, Device, Asset, Tier | None, str]] = [
    ("same serial", device(serial="ABC12345"), asset(serial="ABC12345"), Tier.STRONG, ""),
    ("same MAC", device(mac=MAC_A), asset(mac=MAC_A), Tier.STRONG, ""),
    (
        "a new network adapter: serial says the same, MAC another",
        device(serial="ABC12345", mac=MAC_A),
        asset(serial="ABC12345", mac=MAC_B),
        Tier.STRONG,
        "",
    ),
    (
        "same MAC, other serial: which of the two is right?",
        device(serial="ABC12345", mac=MAC_A),
        asset(serial="XYZ99999", mac=MAC_A),
        Tier.MEDIUM,
        "read_serial_plate",
    ),
    (
        "a dock: the MAC went with it, serial and name are another laptop's",
        device(serial="ABC12345", mac=MAC_A, host="NB-1"),
        asset(serial="XYZ99999", mac=MAC_A, hostname="NB-2"),
        None,
        "",
    ),
    (
        "a serial with O for 0",
        device(serial="AB0C1234"),
        asset(serial="ABOC1234"),
        Tier.MEDIUM,
        "read_serial_plate",
    ),
    (
        "a MAC with a typo in the maker's part",
        device(mac=MAC_A),
        asset(mac="00:1b:22:0a:0b:0c"),
        Tier.MEDIUM,
        "read_mac_label",
    ),
    ("a MAC that is the next of the batch", device(mac=MAC_A), asset(mac="00:1b:21:0a:0b:0d"), None, ""),
    (
        "the next of the batch, but at the row's fixed address",
        device(mac=MAC_A, ip="10.0.0.5"),
        asset(mac="00:1b:21:0a:0b:0d", ip="10.0.0.5"),
        Tier.MEDIUM,
        "read_mac_label",
    ),
    ("hostname alone", device(host="PC-1"), asset(hostname="PC-1"), Tier.MEDIUM, "ask_department"),
    (
        "hostname and address",
        device(host="PC-1", ip="10.0.0.5"),
        asset(hostname="PC-1", ip="10.0.0.5"),
        Tier.MEDIUM,
        "",
    ),
    (
        "replaced hardware under its old name",
        device(host="PC-1", serial="NEW99999"),
        asset(hostname="PC-1", serial="OLD11111"),
        Tier.MEDIUM,
        "read_serial_plate",
    ),
    ("the label's number in the name", device(host="PC-0123"), asset("0123"), Tier.MEDIUM, "ask_department"),
    (
        "a label's number that meets another adapter",
        device(host="PC-0123", mac=MAC_A),
        asset("0123", mac=MAC_B),
        None,
        "",
    ),
    (
        "name and fixed address, as most ledgers have it",
        device(ip="10.0.0.5"),
        asset(name="受付PC", ip="10.0.0.5"),
        Tier.MEDIUM,
        "ask_department",
    ),
    (
        "an address handed out by DHCP",
        device(ip="10.0.0.5"),
        asset(name="受付PC", ip="10.0.0.5", dhcp=True),
        None,
        "",
    ),
    (
        "a fixed address, but another class of device",
        device(ip="10.0.0.5", class_="printer"),
        asset(kind="サーバ", ip="10.0.0.5"),
        None,
        "",
    ),
    (
        "a fixed address, but another maker",
        device(ip="10.0.0.5", vendor="Ricoh"),
        asset(maker="富士通", ip="10.0.0.5"),
        None,
        "",
    ),
    (
        "a printer of another maker at the address of a printer",
        device(ip="10.0.0.5", vendor="Ricoh", class_="printer"),
        asset(maker="富士通", ip="10.0.0.5", kind="複合機"),
        None,
        "",
    ),
    (
        "a fixed address, but another MAC",
        device(ip="10.0.0.5", mac=MAC_A),
        asset(ip="10.0.0.5", mac=MAC_B),
        None,
        "",
    ),
    (
        "the successor of a printer at its address",
        device(ip="10.0.0.5", mac=MAC_A, class_="printer"),
        asset(ip="10.0.0.5", mac=MAC_B, kind="複合機"),
        Tier.MEDIUM,
        "read_mac_label",
    ),
    (
        "a PC at the address of another PC is no successor",
        device(ip="10.0.0.5", mac=MAC_A, class_="terminal"),
        asset(ip="10.0.0.5", mac=MAC_B, kind="端末"),
        None,
        "",
    ),
    (
        "a renamed device at its address, same class",
        device(ip="10.0.0.5", host="NEW-1", class_="server"),
        asset(ip="10.0.0.5", hostname="OLD-1", kind="サーバ"),
        Tier.MEDIUM,
        "ask_department",
    ),
    (
        "another name at the address and nothing else",
        device(ip="10.0.0.5", host="NEW-1"),
        asset(ip="10.0.0.5", hostname="OLD-1"),
        None,
        "",
    ),
    (
        "model, maker and class alone",
        device(model="MP C3004", vendor="Ricoh", class_="printer"),
        asset(model="MP C3004", maker="リコー", kind="複合機"),
        None,
        "",
    ),
    (
        "an address given away after disposal",
        device(ip="10.0.0.5"),
        asset(ip="10.0.0.5", state="disposed"),
        None,
        "",
    ),
    (
        "disposed, and alive by its serial",
        device(serial="ABC12345"),
        asset(serial="ABC12345", state="disposed"),
        Tier.STRONG,
        "",
    ),
    (
        "the name of a disposed box on a new one",
        device(host="PC-1", mac=MAC_A),
        asset(hostname="PC-1", mac=MAC_B, state="disposed"),
        None,
        "",
    ),
    ("a reserved address", device(ip="10.0.0.5"), asset(ip="10.0.0.5", state="reserved"), None, ""),
    ("VRRP's address is nobody's", device(mac="00:00:5e:00:01:01"), asset(mac="00:00:5e:00:01:01"), None, ""),
]


@pytest.mark.parametrize(("scene", "d", "a", "tier", "check"), PAIRS, ids=[p[0] for p in PAIRS])
def test_one_device_and_one_row(scene: str, d: Device, a: Asset, tier: Tier | None, check: str) -> None:
    found = held([d], [a])
    if tier is None:
        assert not found.matches
        return
    (only,) = found.matches
    assert (only.device, only.row, only.tier, only.settling_check) == (d.id, a.row, tier, check)
    assert only.reasons and not only.reasons[0].against


def test_a_shared_hostname_is_settled_by_a_second_agreement_or_stays_open() -> None:
    one, two = device("d1", host="PC-1", ip="10.0.0.1"), device("d2", host="PC-1", ip="10.0.0.2")
    row = asset("T1", hostname="PC-1", ip="10.0.0.2")
    assert pairs(held([one, two], [row])) == {"d2": "T1"}
    row = asset("T1", hostname="PC-1", dhcp=True)
    found = held([one, two], [row])
    assert not found.matches
    assert undecided(found, [row]) == {("d1", "T1"), ("d2", "T1")}


def test_two_shared_identifiers_that_meet_only_here_are_enough_together() -> None:
    devices = [device("d1", mac=MAC_A, host="PC-1"), device("d2", mac=MAC_B, host="PC-1")]
    rows = [asset("T1", mac=MAC_A, hostname="PC-1"), asset("T2", mac=MAC_A, hostname="PC-9")]
    assert pairs(held(devices, rows)) == {"d1": "T1"}


def test_cloned_machines_with_one_mac_and_one_name_are_not_guessed() -> None:
    clones = [device(f"d{n}", mac=MAC_A, host="IMAGE-1") for n in range(2)]
    rows = [asset(f"T{n}", mac=MAC_A, hostname="IMAGE-1", serial=f"SERIAL{n}{n}") for n in range(2)]
    found = held(clones, rows)
    assert not found.matches
    assert len(undecided(found, rows)) == 4


def test_a_crowd_under_one_name_is_told_without_listing_every_pair() -> None:
    devices = [device(f"d{n:02}", host="KANJA-PC") for n in range(20)]
    rows = [asset(f"T{n:02}", hostname="KANJA-PC") for n in range(20)]
    found = held(devices, rows)
    assert not found.matches and len(found.undecided) == 40


@pytest.mark.parametrize("same", ["", "hostname", "serial", "ip", "model"])
def test_cost_grows_with_the_rows_not_with_their_square(same: str) -> None:
    number = 200
    devices, rows = [], []
    for n in range(number):
        values = {
            "hostname": f"PC-{n:04}",
            "serial": f"SERIAL{n:04}",
            "ip": f"10.0.{n}.1",
            "model": f"MODEL{n:04}",
        }
        if same:
            values[same] = {"ip": "10.0.0.1"}.get(same, "SAME-0001")
        devices.append(
            device(
                f"d{n}",
                host=values["hostname"],
                serial=values["serial"],
                ip=values["ip"],
                model=values["model"],
            )
        )
        rows.append(asset(f"T{n:04}", **values, quantity=2 if same == "model" else None))
    mine, theirs = [seen(d) for d in devices], [recorded(a, keys=[a.tag]) for a in rows]
    found = candidates(mine, theirs, context(mine, theirs, makers({})), Judgements())
    assert sum(len(pairs) for pairs in found.by_device) == number
    assert pairs(held(devices, rows)) == {d.id: a.tag for d, a in zip(devices, rows, strict=True)}


def test_the_best_for_all_is_taken_not_the_first_that_fits() -> None:
    row_1, row_2 = asset("T1", hostname="PC-1"), asset("T2", serial="SERIAL22", hostname="PC-2")
    devices = [device("d1", host="PC-1"), device("d2", host=("PC-2", "OLD"), serial="SERIAL22")]
    assert pairs(held(devices, [row_1, row_2])) == {"d1": "T1", "d2": "T2"}


def test_serial_outranks_mac_when_they_point_to_two_rows() -> None:
    swapped = device("d1", serial="SERIAL11", mac=MAC_B)
    rows = [asset("T1", serial="SERIAL11"), asset("T2", mac=MAC_B)]
    (only,) = held([swapped], rows).matches
    assert only.tag == "T1" and only.runner_up is not None and only.runner_up.row == rows[1].row
    assert only.settling_check == "read_serial_plate", "the runner-up is as strong, so a person looks"


def test_a_dock_under_the_neighbours_laptop_does_not_swap_their_rows() -> None:
    devices = [device("d1", host="NB-1", mac=MAC_B), device("d2", host="NB-2", mac=MAC_A)]
    rows = [asset("T1", hostname="NB-1", mac=MAC_A), asset("T2", hostname="NB-2", mac=MAC_B)]
    found = held(devices, rows)
    assert pairs(found) == {"d1": "T1", "d2": "T2"}
    assert all(m.tier is Tier.MEDIUM and m.settling_check and m.runner_up for m in found.matches)


def test_a_new_box_under_the_number_on_its_label_is_the_successor() -> None:
    d = device("d1", host="ME-0123", serial="NEW99999", mac=MAC_A)
    (only,) = held([d], [asset("ME-0123", serial="OLD11111", mac=MAC_B)]).matches
    assert (only.tag, only.settling_check) == ("ME-0123", "read_serial_plate")


def test_a_renamed_box_is_known_by_its_mac() -> None:
    (only,) = held(
        [device("d1", host="NB-NEW", mac=MAC_A)], [asset("T1", hostname="NB-1", mac=MAC_A)]
    ).matches
    assert (only.tag, only.tier, only.settling_check) == ("T1", Tier.MEDIUM, "")


def test_a_mac_with_a_typo_does_not_outweigh_another_maker() -> None:
    d = device("d1", mac=MAC_A, vendor="Ricoh")
    assert not held([d], [asset("T1", mac="00:1b:22:0a:0b:0c", maker="富士通")]).matches


def test_the_runner_up_says_what_else_it_might_have_been() -> None:
    d = device("d1", mac=MAC_A, ip="10.0.0.9")
    rows = [asset("T1", mac=MAC_A), asset("T2", name="空き", ip="10.0.0.9")]
    (only,) = held([d], rows).matches
    assert only.tag == "T1" and only.settling_check == ""
    assert only.runner_up is not None and only.runner_up.row == rows[1].row
    assert [r.feature for r in only.runner_up.reasons] == ["ip_unique"]


def test_two_adapters_of_one_row_seen_apart_are_both_explained() -> None:
    row = asset("T1", mac=(MAC_A, MAC_B), hostname="ANALYSER-1")
    found = held([device("d1", mac=MAC_A), device("d2", mac=MAC_B)], [row])
    assert pairs(found) == {"d1": "T1", "d2": "T1"}


FEET = ("10.0.0.5", "10.0.1.5")


@pytest.mark.parametrize(
    ("first", "second", "matched"),
    [
        pytest.param({}, {}, {"d1", "d2"}, id="a server with a foot in two networks"),
        pytest.param({"mac": MAC_A}, {"mac": MAC_B}, {"d1", "d2"}, id="its adapters replaced"),
        pytest.param({"serial": "SERIAL11"}, {"serial": "SERIAL22"}, {"d1"}, id="another box's serial"),
        pytest.param({}, {"ip": "10.0.2.5"}, {"d1"}, id="the name elsewhere"),
        pytest.param({}, {"host": "SV-9"}, {"d1"}, id="another name at the other address"),
    ],
)
def test_two_faces_with_the_name_and_the_addresses_of_one_row(
    first: dict[str, str], second: dict[str, str], matched: set[str]
) -> None:
    """Nothing joined them on the network; the row does, where nothing speaks against it."""
    row = asset("T1", kind="サーバ", hostname="SV-1", ip=FEET, serial=first.get("serial", ""), mac=MAC_C)
    one, other = (
        device("d1", **{"host": "SV-1", "ip": FEET[0], **first}),
        device("d2", **{"host": "SV-1", "ip": FEET[1], **second}),
    )
    assert set(pairs(held([one, other], [row]))) == matched


def test_a_second_address_of_a_row_is_explained_too() -> None:
    row = asset("T1", hostname="SV-1", ip=("10.0.0.5", "10.0.1.5"))
    found = held([device("d1", host="SV-1", ip="10.0.0.5"), device("d2", ip="10.0.1.5")], [row])
    assert pairs(found) == {"d1": "T1", "d2": "T1"}


@pytest.mark.parametrize(("quantity", "matched", "left"), [(3, 3, 2), (0, 5, 0), (9, 5, 0)])
def test_a_row_with_a_quantity_takes_up_to_its_number(quantity: int, matched: int, left: int) -> None:
    monitors = [device(f"d{n}", model="BSM-6000", class_="medical") for n in range(5)]
    row = asset("T1", name="生体情報モニタ一式", model="BSM-6000", quantity=quantity)
    found = held(monitors, [row])
    assert len(found.matches) == matched and len(found.surplus) == left
    assert all((m.settling_check == "count_devices") == (left > 0) for m in found.matches)


def test_a_row_of_its_own_comes_before_the_row_for_many() -> None:
    monitors = [device(f"d{n}", model="BSM-6000", serial=f"SERIAL{n}{n}") for n in range(3)]
    rows = [asset("SET", model="BSM-6000", quantity=5), asset("ONE", model="BSM-6000", serial="SERIAL11")]
    assert pairs(held(monitors, rows)) == {"d0": "SET", "d1": "ONE", "d2": "SET"}


def test_two_sets_of_one_model_are_not_told_apart_by_it() -> None:
    rows = [asset("3F", model="TE-131", quantity=2), asset("4F", model="TE-131", quantity=2)]
    found = held([device("d1", model="TE-131")], rows)
    assert not found.matches and undecided(found, rows) == {("d1", "3F"), ("d1", "4F")}


def test_what_has_no_partner_knows_which_it_came_nearest_to() -> None:
    d, row = device("d1", ip="10.0.0.5", mac=MAC_A), asset("T1", ip="10.0.0.5", mac=MAC_B)
    found = held([d], [row])
    near = found.nearest_row["d1"]
    assert near.row == row.row and {(r.feature, r.against) for r in near.reasons} == {
        ("mac", True),
        ("ip_unique", False),
    }
    assert found.nearest_device[row.row].device == "d1"


# -- properties ----------------------------------------------------------------------------------

few_macs = st.sampled_from(["", MAC_A, MAC_B, MAC_C, "02:11:22:33:44:55"])
few_serials = st.sampled_from(["", "SERIAL11", "SERIAL22", "SERIA122", "0SERIAL22"])
few_hosts = st.sampled_from(["", "PC-1", "PC-2", "PC-0003"])
few_ips = st.sampled_from(["", "10.0.0.1", "10.0.0.2", "10.0.0.3"])
few_kinds = st.sampled_from([("", ""), ("printer", "複合機"), ("server", "サーバ")])
few_models = st.sampled_from(["", "BSM-6000", "MP C3004"])


@st.composite
def devices_and_rows(draw: st.DrawFn) -> tuple[list[Device], list[Asset]]:
    devices = [
        device(
            f"d{n}",
            mac=draw(few_macs),
            serial=draw(few_serials),
            host=draw(few_hosts),
            ip=draw(few_ips),
            class_=draw(few_kinds)[0],
            model=draw(few_models),
        )
        for n in range(draw(st.integers(0, 6)))
    ]
    rows = [
        asset(
            draw(st.sampled_from(["", "T1", "0003"])), row=n + 2, mac=draw(few_macs), serial=draw(few_serials),
            hostname=draw(few_hosts), ip=draw(few_ips), kind=draw(few_kinds)[1], model=draw(few_models),
            state=draw(st.sampled_from(["", "in_use", "disposed", "reserved"])), dhcp=draw(st.booleans()),
            quantity=draw(st.sampled_from([None, None, None, 0, 2])),
        )
        for n in range(draw(st.integers(0, 6)))
    ]  # fmt: skip
    return devices, rows


@settings(max_examples=300, deadline=None)
@given(devices_and_rows(), st.randoms(use_true_random=False))
def test_the_order_of_devices_and_rows_does_not_count(
    both: tuple[list[Device], list[Asset]], random: st.random.Random
) -> None:
    devices, rows = both
    first = held(devices, rows)
    shuffled_devices, shuffled_rows = list(devices), list(rows)
    random.shuffle(shuffled_devices)
    random.shuffle(shuffled_rows)
    assert held(shuffled_devices, shuffled_rows) == first


@settings(max_examples=300, deadline=None)
@given(devices_and_rows())
def test_one_to_one_and_never_on_weak_reasons_alone(both: tuple[list[Device], list[Asset]]) -> None:
    devices, rows = both
    found = held(devices, rows)
    assert len({m.device for m in found.matches}) == len(found.matches)
    by_ref = {a.row: a for a in rows}
    for row, group in itertools.groupby(found.matches, key=lambda m: m.row):
        number = len(list(group))
        assert by_ref[row].quantity is not None or number == 1
        assert not by_ref[row].quantity or number <= by_ref[row].quantity
    for m in found.matches:
        assert m.tier >= Tier.MEDIUM
        strong_enough = any(r.tier >= Tier.MEDIUM and not r.against for r in m.reasons)
        codes = {r.feature for r in m.reasons if not r.against}
        shared = {c for c in codes if c.endswith("_shared")}
        assert strong_enough or "ip_unique" in codes or len(shared) >= 2 or by_ref[m.row].quantity is not None
    matched = {m.device for m in found.matches}
    assert not matched & {u.device for u in found.undecided}


@settings(max_examples=400, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 4)),
        st.sampled_from([1, 2, 3, 100, 10**8, 10**11]),
        max_size=12,
    )
)
def test_assignment_is_the_best_and_ties_are_nobodys(ranks: dict[tuple[int, int], int]) -> None:
    best, choices = _by_trying_all(ranks)
    taken, ties = assign(ranks)
    always = set.intersection(*choices) if best else set()
    assert set(taken) == always
    assert set(ties) == (set.union(*choices) if best else set()) - always


def _by_trying_all(ranks: dict[tuple[int, int], int]) -> tuple[int, list[set[tuple[int, int]]]]:
    best, choices = 0, [set[tuple[int, int]]()]
    edges = sorted(ranks)
    for size in range(1, 6):
        for some in itertools.combinations(edges, size):
            if len({d for d, _ in some}) == len({r for _, r in some}) == size:
                total = sum(ranks[e] for e in some)
                if total > best:
                    best, choices = total, []
                if total == best:
                    choices.append(set(some))
    return best, choices


def test_a_component_too_large_to_solve_is_taken_best_first() -> None:
    chain = {(n, n + step): 1000 - n * 2 - step for n in range(40) for step in (0, 1)}
    taken, ties = assign(chain)
    assert taken == [(n, n) for n in range(40)] and not ties
    assert _best_first({(0, 0): 5, (1, 0): 5, (1, 1): 3}) == ([], [(0, 0), (1, 0)])
