"""`snipe-it`: assets for the CSV import of Snipe-IT.

Headings are those of its importer's default map (snipe/snipe-it, app/Importer/Importer.php; documentation, "Item
Importer"); "MAC Address" is the custom field that it is installed with. An asset needs a model there, so a device
whose model nobody knows stays out and is counted, as is every MAC but the first. Status is left to Snipe-IT.
"""

from __future__ import annotations

from reconciler.export.delimited import delimited
from reconciler.export.inventory import TAG_TWICE, Box, Exported, Format, Inventory, counted, tag_counts

COLUMNS = (
    "Item Name", "Asset Tag", "Serial number", "Model name", "Manufacturer", "Category", "Location", "MAC Address", "Notes",
)  # fmt: skip
NO_MODEL = "devices without a known model, which Snipe-IT needs"
NO_CATEGORY = "devices whose class is not known, which Snipe-IT needs as the model's category"
MORE_MACS = "further MACs of a device: Snipe-IT has one field for them"


def make(given: Inventory) -> Exported:
    held: list[dict[str, str]] = []
    tags = tag_counts(given.boxes)
    lacking = [TAG_TWICE for count in tags.values() if count > 1]
    for box in given.boxes:
        if not box.known("model"):
            lacking.append(NO_MODEL)
        elif not box.known("class"):
            lacking.append(NO_CATEGORY)
        else:
            held.append(_asset(box, box.tag if tags.get(box.tag) == 1 else ""))
            lacking += [MORE_MACS] * max(0, len(dict.fromkeys(box.device.macs)) - 1)
    return Exported({"assets.csv": delimited(COLUMNS, held)}, counted(given, lacking))


def _asset(box: Box, tag: str) -> dict[str, str]:
    device = box.device
    notes = [f"IP {' '.join(device.ips)}" if device.ips else "", f"daicho {box.id}"]
    return {
        "Item Name": box.name,
        "Asset Tag": tag,
        "Serial number": box.known("serial"),
        "Model name": box.known("model"),
        "Manufacturer": box.known("vendor"),
        "Category": box.known("class"),
        "Location": box.place,
        "MAC Address": next(iter(device.macs), ""),
        "Notes": "; ".join(n for n in notes if n),
    }


FORMAT = Format("snipe-it", "assets.csv for Snipe-IT's import", make)
