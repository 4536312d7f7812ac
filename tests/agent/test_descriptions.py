"""What a device of a maker of whom nobody has heard says of itself (agent/rules/protocols/descriptions.toml, shapes.toml).

All texts are invented: the forms are those of the field, the makers, models and numbers are not.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.identify import claims_of
from agent.rules import RuleSet, load_rules
from agent.settle import settle
from probes.model import Evidence, reading

DESCR, OWN = "snmp.sysDescr", "snmp.own"
READ = ("model", "version", "serial")


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules(proofs=False)


def said(rules: RuleSet, *texts: str, field: str = DESCR) -> dict[str, str]:
    """What is believed of the three, "" for nothing. texts: values of that field."""
    evidence = [Evidence("", "192.0.2.1", "snmp", field, reading(field, text).value, "") for text in texts]
    claims, conflicts = settle(claims_of(evidence, rules, lambda mac: ""), rules.vocabulary)
    first = {c.attribute: c.value for c in reversed(claims)}
    return {name: "" if name in conflicts else first.get(name, "") for name in READ}


DESCRIPTIONS = [
    # (text, model, version, serial)
    ("Zorblatt ZB-12, Firmware ver. 2.1.0, Bootloader ver. 1.0.1, Serial number ZB00012346", "ZB-12", "2.1.0", "ZB00012346"),
    ("ZB-12 HW Rev A, SW Rev 2.1.0, SN ZB00012346", "ZB-12", "2.1.0", "ZB00012346"),
    ("ZB-12/2.1.0/ZB00012346", "ZB-12", "2.1.0", "ZB00012346"),
    ("Zorblatt,ZB-12G,1.4.5,ZB00012346,00:00:5E:00:53:01", "ZB-12G", "1.4.5", "ZB00012346"),
    ("Product: Zorb Access Point 5; Model: ZAP-55; FW: 2.1.0; S/N=ZB00012346", "ZAP-55", "2.1.0", "ZB00012346"),
    ("Gerät: ZB-500; Software-Version: 4.2.1; Seriennummer: 20481235", "ZB-500", "4.2.1", "20481235"),
    ("Modèle: ZB-500, Version logicielle: 4.2.1, N° de série: 20481235", "ZB-500", "4.2.1", "20481235"),
    ("Modelo: ZB-500 | Versión: 4.2.1 | Número de serie: 20481235", "ZB-500", "4.2.1", "20481235"),
    ("Modello ZB-500, Versione firmware 4.2.1, Matricola 20481235", "ZB-500", "4.2.1", "20481235"),
    ("機種名:ZB-500 バージョン:4.2.1 製造番号:20481235", "ZB-500", "4.2.1", "20481235"),
    ("型号:ZB-500,软件版本:V4.2.1,序列号:20481235", "ZB-500", "4.2.1", "20481235"),
    ("Zorblatt 360 Platform, C650HC, Release 6.3.900", "C650HC", "6.3.900", ""),
    ("Zorblatt 10G Routing Switch(ZB8614) By Zorblatt", "ZB8614", "", ""),
    ("Zorblatt ZB2430 Layer 3 Switch [ZB2430S-24T2X] Software Ver. 11.10", "ZB2430S-24T2X", "11.10", ""),
    ("ZBRouter model ZB1 1GEWAN 4GESW SLOT1 CPU QorIQ", "ZB1", "", ""),
    ("ZB2424B AC 28-port 1G/10G Managed Switch", "ZB2424B AC", "", ""),
    ("ZorbOS RBLZGR", "RBLZGR", "", ""),
    ("Zorblatt SecureZorb, Archive Version 5.4.5", "SecureZorb", "5.4.5", ""),
    ("ZORB 211M; Network Camera; 4.11; Mar 27 2007 08:25; 134; 1;", "211M", "4.11", ""),
    ("Zorblatt ZB-3700 Linux 2.6.38 ZXOA 6.2.4.0_50931", "ZB-3700", "6.2.4.0_50931", ""),
    ("Zorblatt ZB-12G Kernel 4.9.1 Rootfs 1.2.3 App 5.6.7", "ZB-12G", "5.6.7", ""),
    ("Zorblatt ZB-12G, MIB V1.2, FW V3.4.5", "ZB-12G", "3.4.5", ""),
    ("ZB-500 fw1 4.2.9 built 07.04.2008", "ZB-500", "4.2.9", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "model", "version", "serial"), DESCRIPTIONS)
def test_a_description_is_read_in_its_parts(
    rules: RuleSet, text: str, model: str, version: str, serial: str
) -> None:
    found = said(rules, text)
    found["model"] = re.sub(
        r"^(?:Zorblatt|ZORB) ", "", found["model"]
    )  # a maker that no one knows may stay before it
    assert found == {"model": model, "version": version, "serial": serial}


LABELS = {
    "model": ("Model", "MODEL", "Model Name", "Product Model", "Modell", "Modelo", "型番", "機種名"),
    "version": ("FW", "Firmware", "Firmware Version", "SW", "Software Version", "Versión", "バージョン"),
    "serial": ("S/N", "SN", "Serial", "Serial Number", "Seriennummer", "Matricola", "製造番号"),
}


OTHER_NUMBERS = (
    "MAC: 00:00:5E:00:53:01", "HW: 1.0", "Boot: 3.7.9", "Bootloader Version: 3.7.9", "Built: 2019-03-12",
    "Date: 12.03.2019", "http://www.zorb.example/", "Copyright (c) 2010-2019 Zorb AG", "IP: 192.0.2.7",
    "Kernel: 4.9.241", "MIB: 1.2", "MIB Version: 1.2.1", "HW Version: 1.0.1", "FPGA: 1.12.3", "CPU type: ZRM926",
    "Bootloader: U-Boot 2012.10", "OID: 1.3.6.1.4.1.64999.1", "PCB Rev: 2.1.0", "Temperature: 22.9",
    "Protocol Version: 3.0.1", "Ports: 24", "Uptime: 12 days",
)  # fmt: skip
"""What stands beside them and is none of the three."""


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_labelled_parts_are_read_in_any_order_with_any_separator(rules: RuleSet, data: st.DataObject) -> None:
    wanted = {
        "model": f"ZB-{data.draw(st.integers(100, 9999))}{data.draw(st.sampled_from(['', 'G', '-24T', 'X']))}",
        "version": ".".join(str(data.draw(st.integers(1, 40))) for _ in range(3)),
        "serial": f"ZB{data.draw(st.integers(10_000_000, 99_999_999))}7",
    }
    mark = data.draw(st.sampled_from([": ", ":", "="]))
    order = data.draw(st.permutations(READ))
    parts = [f"{data.draw(st.sampled_from(LABELS[name]))}{mark}{wanted[name]}" for name in order]
    for other in data.draw(st.lists(st.sampled_from(OTHER_NUMBERS), max_size=2, unique=True)):
        parts.insert(data.draw(st.integers(1, len(parts))), other)
    text = data.draw(st.sampled_from(["; ", ", ", ";", " | ", "\r\n", "\n"])).join(parts)
    assert said(rules, text) == wanted, text


@pytest.mark.parametrize(
    "value",
    [
        "Fan1", "PSU-1", "Slot1", "Input A1", "Building B2", "AP01", "SW-CORE-01", "RS485", "AES256", "WPA2", "IPv4",
        "RFC1628", "Xeon E5-2620", "DDR3 1600", "COM1", "Group1", "ROOM 1200", "Module 16A", "2021-04-05", "20210405",
        "192.0.2.1", "00:00:5E:00:53:01", "00005E005301", "22.9", "230V", "35.6895", "GigabitEthernet0/1", "eth0",
        "VLAN100", "Outlet 12", "www.zorb.example", "ST2000ZZ0033", "802.11n", "UTC+9",
    ],
)  # fmt: skip
def test_parts_places_protocols_dates_and_addresses_in_a_makers_tree_are_nothing_of_the_device(
    rules: RuleSet, value: str
) -> None:
    assert said(rules, f"64999.1.2.0 {value}", field=OWN) == dict.fromkeys(READ, "")


@pytest.mark.parametrize(
    ("value", "attribute", "read"),
    [
        ("ZB-2400G Managed Switch", "model", "ZB-2400G"),
        ("ZP Pro 3000", "model", "ZP Pro 3000"),
        ("ZORBO 9500", "model", "ZORBO 9500"),
        ("ZB_FW_1.2.3", "version", "1.2.3"),
        ("6.4 (Build 210)", "version", "6.4"),
        ("2.1rc1", "version", "2.1rc1"),
        ("12.1(3)T", "version", "12.1(3)T"),
        ("Version 12", "version", "12"),
        ("Serial: ZB0012", "serial", "ZB0012"),
        ("ZB1234-00567", "serial", "ZB1234-00567"),
    ],
)
def test_texts_of_a_makers_tree_are_told_apart_by_their_form(
    rules: RuleSet, value: str, attribute: str, read: str
) -> None:
    assert said(rules, f"64999.1.2.0 {value}", field=OWN) == {**dict.fromkeys(READ, ""), attribute: read}


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("ZBS4120-28T", {"network"}),
        ("ZB4M 48x1G 2x10G, *, VxWorks 6.6", {"network"}),
        ("Zorblatt Dualswitch 1000", {"network"}),
        ("Zorblatt rackPDU 16", {"power"}),
        ("ZorbNAS 4", {"storage"}),
        ("Linux wall7 4.9.0-zorb-smp #1 SMP Mon Dec 12 14:44:53 CST 2016 x86_64", set()),
    ],
)
def test_names_hint_at_the_class(rules: RuleSet, text: str, classes: set[str]) -> None:
    evidence = [Evidence("", "192.0.2.1", "snmp", DESCR, text, "")]
    claims = claims_of(evidence, rules, lambda mac: "")
    assert {c.value for c in claims if c.attribute == "class"} == classes
