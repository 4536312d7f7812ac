"""The made ledger as the file that its hospital keeps."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from reconciler.ledger.asset import Ledger

_HEADERS = {
    "tag": "管理番号", "name": "機器名称", "hostname": "ホスト名", "kind": "種別", "maker": "メーカー", "model": "型番",
    "serial": "製造番号", "mac": "MACアドレス", "ip": "IPアドレス", "department": "部署", "place": "設置場所", "os": "OS",
    "os_version": "OSバージョン", "maintainer": "保守業者", "remote_maintenance": "リモート保守", "state": "状態",
    "disposed": "廃棄日", "quantity": "数量",
}  # fmt: skip
_STATES = {"in_use": "使用中", "disposed": "廃棄", "reserved": "予約"}


def write_workbook(ledger: Ledger, folder: Path) -> Path:
    """The ledger as its hospital keeps it: one sheet, headings in row 1, each asset in the row of its RowRef."""
    path = folder / ledger.file
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet(ledger.assets[0].row.sheet)
        sheet.write_row(0, 0, _HEADERS.values())
        for asset in ledger.assets:
            special = {
                "mac": asset.macs[0].upper() if asset.macs else "",
                "ip": asset.ips[0]
                if asset.ips
                else ("DHCP" if asset.dhcp else "" if asset.networked else "未接続"),
                "state": _STATES.get(asset.state, ""),
                "quantity": "" if asset.quantity is None else asset.quantity,
            }
            cells = [special[f] if f in special else getattr(asset, f) for f in _HEADERS]
            for column, cell in enumerate(cells):
                if cell != "":
                    sheet.write(asset.row.row - 1, column, cell)
    return path
