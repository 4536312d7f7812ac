"""`netbox`: files for NetBox' bulk import, to be imported in the order of their numbers.

Columns are those of its import forms (netbox-community/netbox, dcim/forms/bulk_import.py and ipam/forms/bulk_import.py);
MAC addresses are objects of their own since NetBox 4.2 (models/dcim/macaddress).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconciler.export.delimited import delimited
from reconciler.export.inventory import Exported, Format, Inventory, counted
from reconciler.export.netbox_objects import GREY, Objects, objects, slug

Rows = Sequence[Mapping[str, str]]


def make(given: Inventory) -> Exported:
    told = objects(given)
    tables: list[tuple[str, tuple[str, ...], Rows]] = [
        ("sites", ("name", "slug", "status"), [{**_named(s), "status": "active"} for s in told.sites]),
        ("vrfs", ("name",), [{"name": name} for name in told.vrfs]),
        ("manufacturers", ("name", "slug"), [_named(name) for name in told.makers]),
        ("device-roles", ("name", "slug", "color"), [{**_named(r), "color": GREY} for r in told.roles]),
        (
            "device-types",
            ("manufacturer", "model", "slug"),
            [{"manufacturer": a, "model": b, "slug": slug(f"{a} {b}")} for a, b in told.types],
        ),
        ("platforms", ("name", "slug"), [_named(name) for name in told.systems]),
        ("devices", _DEVICE, list(_devices(told))),
        ("interfaces", ("device", "name", "type", "description"), list(_interfaces(told))),
        ("mac-addresses", ("mac_address", "device", "interface"), list(_macs(told))),
        ("ip-addresses", _ADDRESS, list(_addresses(told))),
    ]
    files = {
        f"{number:02}-{name}.csv": delimited(columns, rows)
        for number, (name, columns, rows) in enumerate(tables, 1)
        if rows
    }
    return Exported(files, counted(given, told.lacking))


_DEVICE = (
    "name", "role", "manufacturer", "device_type", "platform", "serial", "asset_tag", "status", "site", "description",
)  # fmt: skip
_ADDRESS = ("address", "vrf", "status", "device", "interface", "dns_name", "description")


def _named(name: str) -> dict[str, str]:
    return {"name": name, "slug": slug(name)}


def _devices(told: Objects) -> Iterator[dict[str, str]]:
    for unit in told.units:
        yield {
            "name": unit.name,
            "role": unit.role,
            "manufacturer": unit.maker,
            "device_type": unit.model,
            "platform": unit.system,
            "serial": unit.box.known("serial"),
            "asset_tag": unit.tag,
            "status": "active",
            "site": unit.site,
            "description": unit.box.place,
        }


def _interfaces(told: Objects) -> Iterator[dict[str, str]]:
    for unit in told.units:
        for interface in unit.box.device.interfaces:
            if interface.mac:
                at = " ".join(t for t in (interface.switch, interface.port, interface.place) if t)
                yield {"device": unit.name, "name": interface.mac, "type": "other", "description": at}


def _macs(told: Objects) -> Iterator[dict[str, str]]:
    for unit in told.units:
        for mac in unit.box.device.macs:
            yield {"mac_address": mac.upper(), "device": unit.name, "interface": mac}


def _addresses(told: Objects) -> Iterator[dict[str, str]]:
    for a in told.addresses:
        assigned = {"device": a.unit.name, "interface": a.interface} if a.unit else {}
        yield {
            "address": a.address,
            "vrf": a.vrf,
            "status": "active",
            **assigned,
            "dns_name": a.dns_name,
            "description": f"daicho {a.box}",
        }


FORMAT = Format("netbox", "CSV files for NetBox' bulk import, in order", make)
