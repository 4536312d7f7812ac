"""`glpi`: one file a device for GLPI's own inventory (Administration > Inventory > Import from file), GLPI 10 and later.

Its form is GLPI's inventory format, JSON (glpi-project/inventory_format, inventory.schema.json), which replaced the
XML of FusionInventory. It has four sorts of item: Computer, NetworkEquipment, Printer and Phone; other devices cannot
be held and are counted. The format wants a status for each interface: it is up, for the device was seen on it.
"""

from __future__ import annotations

import json
from hashlib import sha256

from agent.findings import Json
from reconciler.export.inventory import Box, Exported, Format, Inventory, counted, known_only

SORTS = {
    "server": ("Computer", ""),
    "terminal": ("Computer", ""),
    "network": ("NetworkEquipment", "Networking"),
    "printer": ("Printer", "Printer"),
    "phone": ("Phone", "Phone"),
}
"""Our class -> GLPI's item type and the type of its network_device."""
NO_SORT = "devices of a class that GLPI's inventory has no item for"
UNKNOWN_SORT = "devices whose class is not known"


def make(given: Inventory) -> Exported:
    files: dict[str, str] = {}
    lacking: list[str] = []
    for box in given.boxes:
        klass = box.known("class")
        if klass not in SORTS:
            lacking.append(NO_SORT if klass else UNKNOWN_SORT)
            continue
        digest = sha256(box.id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        text = json.dumps(_item(box, given.tool, digest), ensure_ascii=False, indent=2)
        files[f"{SORTS[klass][0].lower()}-{digest}.json"] = text + "\n"
    return Exported(files, counted(given, lacking))


def _item(box: Box, tool: str, digest: str) -> dict[str, Json]:
    itemtype, sort = SORTS[box.known("class")]
    content = _network_device(box, sort) if sort else _computer(box)
    return {
        "action": "netinventory" if sort else "inventory",
        "deviceid": f"daicho-{digest}",
        "itemtype": itemtype,
        "content": {**content, "versionclient": tool.replace(" ", "_v")},
    }


def _computer(box: Box) -> dict[str, Json]:
    hardware = known_only(name=box.name)
    bios = known_only(
        smanufacturer=box.known("vendor"),
        smodel=box.known("model"),
        ssn=box.known("serial"),
        assettag=box.tag,
    )
    system = known_only(full_name=box.known("os"), version=box.known("version") if box.known("os") else "")
    content: dict[str, Json] = {}
    for name, part in (("hardware", hardware), ("bios", bios), ("operatingsystem", system)):
        if part:
            content[name] = part
    networks: list[Json] = []
    for interface in box.device.interfaces:
        for ip in interface.ips or ("",):
            address = {"ipaddress6" if ":" in ip else "ipaddress": ip} if ip else {}
            named = {"description": interface.mac or ip, "status": "up"}
            networks.append({**named, **known_only(mac=interface.mac), **address})
    return {**content, "networks": networks}


def _network_device(box: Box, sort: str) -> dict[str, Json]:
    device = box.device
    told = known_only(
        name=box.name,
        manufacturer=box.known("vendor"),
        model=box.known("model"),
        serial=box.known("serial"),
        firmware=box.known("version"),
        mac=next(iter(device.macs), ""),
        location=box.place,
    )
    ports: list[Json] = []
    for number, interface in enumerate(device.interfaces, 1):
        ips: list[Json] = list(interface.ips)
        port: dict[str, Json] = {"ifnumber": number, **known_only(mac=interface.mac)}
        ports.append({**port, "ips": ips} if ips else port)
    ips_of: list[Json] = list(dict.fromkeys(device.ips))
    return {"network_device": {"type": sort, **told, "ips": ips_of}, "network_ports": ports}


FORMAT = Format("glpi", "one JSON file a device for GLPI's inventory", make)
