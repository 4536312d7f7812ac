"""`netbox-api`: lists to be sent to NetBox' REST API, one file an endpoint, in the order of their numbers.

A list may be POSTed as it is, and an object may be named by attributes that only it has instead of by its number
(documentation, integrations/rest-api, "Creating Multiple Objects" and "Brief and Related Objects"). An address or a MAC
is assigned to an interface by the interface's number alone, which nobody knows before NetBox has given it: they are
handed over unassigned, with the interface's device and name in their description, and counted.
"""

from __future__ import annotations

import json

from agent.findings import Json
from reconciler.export.inventory import Exported, Format, Inventory, counted
from reconciler.export.netbox_objects import GREY, Objects, Unit, objects, slug

UNASSIGNED = "addresses and MACs that are to be assigned to their interface by hand or by the CSV import"


def make(given: Inventory) -> Exported:
    told = objects(given)
    lists: list[tuple[str, list[Json]]] = [
        ("dcim.sites", [{**_named(s), "status": "active"} for s in told.sites]),
        ("ipam.vrfs", [{"name": name} for name in told.vrfs]),
        ("dcim.manufacturers", [_named(name) for name in told.makers]),
        ("dcim.device-roles", [{**_named(r), "color": GREY} for r in told.roles]),
        (
            "dcim.device-types",
            [
                {"manufacturer": {"slug": slug(a)}, "model": b, "slug": slug(f"{a} {b}")}
                for a, b in told.types
            ],
        ),
        ("dcim.platforms", [_named(name) for name in told.systems]),
        ("dcim.devices", [_device(unit) for unit in told.units]),
        ("dcim.interfaces", _interfaces(told)),
        ("dcim.mac-addresses", _macs(told)),
        ("ipam.ip-addresses", _addresses(told)),
    ]
    files = {
        f"{number:02}-{endpoint}.json": json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
        for number, (endpoint, listed) in enumerate(lists, 1)
        if listed
    }
    loose = sum(1 for a in told.addresses if a.unit) + len(_macs(told))
    return Exported(files, counted(given, (*told.lacking, *[UNASSIGNED] * loose)))


def _named(name: str) -> dict[str, Json]:
    return {"name": name, "slug": slug(name)}


def _device(unit: Unit) -> Json:
    told: dict[str, Json] = {
        "name": unit.name,
        "role": {"slug": slug(unit.role)},
        "device_type": {
            "manufacturer": {"slug": slug(unit.maker)},
            "slug": slug(f"{unit.maker} {unit.model}"),
        },
        "site": {"slug": slug(unit.site)},
        "status": "active",
    }
    if unit.system:
        told["platform"] = {"slug": slug(unit.system)}
    known = {"serial": unit.box.known("serial"), "asset_tag": unit.tag, "description": unit.box.place}
    return told | {name: text for name, text in known.items() if text}


def _owner(unit: Unit) -> dict[str, Json]:
    return {"name": unit.name, "site": {"slug": slug(unit.site)}}


def _interfaces(told: Objects) -> list[Json]:
    return [
        {"device": _owner(unit), "name": mac, "type": "other"}
        for unit in told.units
        for mac in unit.box.device.macs
    ]


def _macs(told: Objects) -> list[Json]:
    return [
        {"mac_address": mac.upper(), "description": f"{unit.name} {mac}"}
        for unit in told.units
        for mac in unit.box.device.macs
    ]


def _addresses(told: Objects) -> list[Json]:
    listed: list[Json] = []
    for a in told.addresses:
        at = f"{a.unit.name} {a.interface}" if a.unit else f"daicho {a.box}"
        one: dict[str, Json] = {"address": a.address, "status": "active", "description": at}
        if a.vrf:
            one["vrf"] = {"name": a.vrf}
        if a.dns_name:
            one["dns_name"] = a.dns_name
        listed.append(one)
    return listed


FORMAT = Format("netbox-api", "JSON lists for NetBox' REST API, one an endpoint, in order", make)
