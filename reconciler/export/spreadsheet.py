"""`csv`: one table of all devices, for a person with a spreadsheet.

UTF-8 with the mark in front by which Excel knows it, also for Japanese. A cell that a spreadsheet would calculate
(OWASP, "CSV Injection": it begins with = + - @, a tab or a line break, or with their full-width forms) has an
apostrophe before it, for what devices call themselves is written by whoever is on the network.
"""

from __future__ import annotations

from reconciler.export.delimited import delimited
from reconciler.export.inventory import Box, Exported, Format, Inventory, counted

COLUMNS = (
    "id", "site", "bucket", "tag", "name", "class", "kind", "vendor", "model", "serial", "os", "version", "ips", "macs",
    "segments", "switch", "port", "place", "department", "row", "services", "remote_maintenance", "first_seen", "last_seen",
)  # fmt: skip

ACTING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MARK = "\ufeff"


def make(given: Inventory) -> Exported:
    rows = ({column: harmless(text) for column, text in _row(box).items()} for box in given.boxes)
    return Exported({"devices.csv": MARK + delimited(COLUMNS, rows)}, counted(given))


def harmless(text: str) -> str:
    """The cell's text, with an apostrophe where a spreadsheet would calculate it, blanks in front or not."""
    return f"'{text}" if text.startswith(ACTING) or text.lstrip().startswith(ACTING) else text


def _row(box: Box) -> dict[str, str]:
    device, asset = box.device, box.asset
    known = ("class", "kind", "vendor", "model", "serial", "os", "version")
    ports = [(i.switch, i.port) for i in device.interfaces if i.switch or i.port]
    return {
        "id": box.id,
        "site": device.site,
        "bucket": box.bucket.value,
        "tag": box.tag,
        "name": box.name,
        **{attribute: box.known(attribute) for attribute in known},
        "ips": " ".join(device.ips),
        "macs": " ".join(device.macs),
        "segments": " / ".join(device.segments),
        "switch": " / ".join(switch for switch, _ in ports),
        "port": " / ".join(port for _, port in ports),
        "place": box.place,
        "department": asset.department if asset else "",
        "row": f"{asset.row.file} {asset.row}" if asset else "",
        "services": " ".join(f"{s.transport}/{s.port}:{s.protocol}" for s in device.services if s.port),
        "remote_maintenance": " / ".join(device.remote_maintenance),
        "first_seen": device.first_seen,
        "last_seen": device.last_seen,
    }


FORMAT = Format("csv", "one table for a spreadsheet (UTF-8 with mark, formulas made harmless)", make)
