"""One text in several fields: what a box says of itself by SNMP or HTTP, and again by LLDP, CDP and SSDP."""

from __future__ import annotations

import pytest

from agent.device import Device
from agent.identify import identify
from agent.rules import load_rules
from probes.model import Evidence

RULES = load_rules()
YAMAHA = "RTX1210 Rev.14.01.38 (Fri Dec 25 11:46:39 2020)"


def one(*readings: tuple[str, str]) -> Device:
    (device,) = identify(
        [Evidence("", "192.0.2.9", name.split(".")[0], name, value, "") for name, value in readings], RULES
    )
    return device


@pytest.mark.parametrize("field", ["snmp.sysDescr", "lldp.system_description", "cdp.version"])
def test_a_description_is_read_wherever_a_box_repeats_it(field: str) -> None:
    box = one((field, YAMAHA))
    assert tuple(map(box.best, ("vendor", "model", "version"))) == ("Yamaha", "RTX1210", "14.01.38")


def test_a_description_is_not_looked_for_in_names() -> None:
    assert one(("snmp.sysName", YAMAHA)).best("version") == ""


def test_a_server_program_that_a_rule_knows_is_a_service_even_without_a_status() -> None:
    (service,) = one(("http.server", "RomPager/4.07 UPnP/1.0")).services
    assert (service.protocol, service.product, service.version) == ("http", "RomPager", "4.07")


def test_a_makers_name_alone_is_no_model() -> None:
    assert one(("snmp.sysDescr", "H3C Series Router")).best("model") != "H3C"
