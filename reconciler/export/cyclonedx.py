"""`cyclonedx`: a bill of materials of the hardware and its systems, CycloneDX 1.6 JSON (ECMA-424; cyclonedx.org/docs/1.6/json).

A device is a component of type `device` with its system inside it as `operating-system`, or as `firmware` where only a
version is known, as the standard asks of devices that hold firmware. Serial numbers and MACs stand under the names of
the cdx:device taxonomy (CycloneDX property taxonomy). There is no purl and no cpe, for nobody told us any. The document's
serial number is made from its contents: the same run gives the same document.
"""

from __future__ import annotations

import json
from uuid import NAMESPACE_URL, uuid5

from agent.findings import Json
from reconciler.export.inventory import Box, Exported, Format, Inventory, counted, known_only

NO_NAME = "versions of a device whose system and model are not known: a component needs a name"


def make(given: Inventory) -> Exported:
    lacking: list[str] = []
    components: list[Json] = [_device(box, lacking) for box in given.boxes]
    name, _, version = given.tool.partition(" ")
    tool: dict[str, Json] = {"type": "application", "name": name, **known_only(version=version)}
    body: dict[str, Json] = {
        "version": 1,
        "metadata": {"timestamp": given.ended, "tools": {"components": [tool]}},
        "components": components,
    }
    digest = uuid5(NAMESPACE_URL, f"{given.run}\n{json.dumps(body, sort_keys=True)}")
    head: dict[str, Json] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{digest}",
    }
    text = json.dumps({**head, **body}, ensure_ascii=False, indent=2) + "\n"
    return Exported({"bom.cdx.json": text}, counted(given, lacking))


def _device(box: Box, lacking: list[str]) -> dict[str, Json]:
    inside = _system(box)
    if not inside and box.known("version"):
        lacking.append(NO_NAME)
    told: dict[str, Json] = {
        "type": "device",
        "bom-ref": box.id,
        "name": box.known("model") or box.name or box.id,
    }
    if vendor := box.known("vendor"):
        told["manufacturer"] = {"name": vendor}
    if properties := _properties(box):
        told["properties"] = properties
    if inside:
        told["components"] = [inside]
    return told


def _system(box: Box) -> dict[str, Json]:
    system, version, model = box.known("os"), box.known("version"), box.known("model")
    if system:
        return {
            "type": "operating-system",
            "bom-ref": f"{box.id}#os",
            "name": system,
            **known_only(version=version),
        }
    if version and model:
        return {"type": "firmware", "bom-ref": f"{box.id}#firmware", "name": model, "version": version}
    return {}


def _properties(box: Box) -> list[Json]:
    told = [
        ("cdx:device:serialNumber", box.known("serial")),
        ("cdx:device:sku", box.tag),
        *(("cdx:device:macAddress", mac) for mac in dict.fromkeys(box.device.macs)),
        ("cdx:device:function", box.known("class")),
        ("daicho:name", box.name),
        ("daicho:place", box.place),
        ("daicho:site", box.device.site),
        *(("daicho:ip", ip) for ip in dict.fromkeys(box.device.ips)),
    ]
    return [{"name": name, "value": value} for name, value in told if value]


FORMAT = Format("cyclonedx", "bill of materials of devices and their systems, CycloneDX 1.6", make)
