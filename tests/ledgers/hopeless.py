"""Every kind of hopeless file: (name, its maker, words of the sentence that refuses it)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.ledgers import broken

TEXT = "管理番号,機器名,シリアル番号\r\nP-1,受付ＰＣ,S1\r\n"


def write(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def truncated(path: Path) -> None:
    broken.raw_workbook(path, broken.table())
    path.write_bytes(path.read_bytes()[:-200])


def flipped(path: Path) -> None:
    broken.raw_workbook(path, broken.table(500))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def other_zip(*names: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, "x")

    return make


def half_an_xls(path: Path) -> None:
    path.write_bytes((broken.HERE / "wards.xls").read_bytes()[:3000])


def empty_workbook(path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(path)


def nothing(path: Path) -> None:
    pass


HTML = "<html><head><meta charset=utf-8></head><body><table><tr><td>管理番号</td></tr></table></body></html>".encode()
XML_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)

HOPELESS = [
    ("missing.xlsx", nothing, "is missing"),
    ("folder.xlsx", Path.mkdir, "is a folder"),
    ("empty.xlsx", write(b""), "is empty"),
    ("empty.csv", write(b""), "is empty"),
    ("blank.xlsx", empty_workbook, "no filled cell"),
    ("blank.csv", write(b",,,\r\n,,\r\n"), "no filled cell"),
    ("locked.xlsx", broken.encrypted_xlsx, "locked with a password"),
    ("locked.xls", broken.encrypted_xls, "locked with a password"),
    ("truncated.xlsx", truncated, "damaged or incomplete"),
    ("flipped.xlsx", flipped, "damaged or incomplete"),
    ("half.xls", half_an_xls, "damaged or incomplete"),
    ("compound.xls", write(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)), "damaged or incomplete"),
    ("page.xls", write(HTML), "a web page"),
    ("page.csv", write(HTML), "a web page"),
    ("old.xls", write(XML_2003), "XML spreadsheet of 2003"),
    ("text.xls", write(TEXT.encode("cp932")), "plain text (such as CSV)"),
    ("text.xlsx", write(TEXT.encode("utf-16")), "plain text (such as CSV)"),
    ("noise.xlsx", write(bytes(range(1, 256)) * 20), "plain text"),
    ("noise.xls", write(bytes(1000)), "not an Excel workbook"),
    ("noise.csv", write(bytes(1000)), "no table in text form"),
    ("scan.pdf", write(b"%PDF-1.7\n"), "a PDF"),
    ("photo.jpg", write(b"\xff\xd8\xff\xe0"), "a picture"),
    ("archive.zip", other_zip("台帳.txt"), "zip archive and no workbook"),
    ("letter.xlsx", other_zip("word/document.xml"), "Word document"),
    ("calc.ods", other_zip("mimetype", "content.xml"), "OpenDocument"),
    ("binary.xlsb", other_zip("xl/workbook.bin"), "binary workbook"),
    ("~$台帳.xlsx", write(b"\x05owner" * 20), "lock that Excel leaves"),
    ("prose.csv", write("本日は晴天なり\r\nまた明日\r\n".encode()), "no table of devices"),
    ("entities.xlsx", broken.with_entities, "declares XML entities"),
    ("strewn.xlsx", broken.strewn_cells, "strewn"),
]
