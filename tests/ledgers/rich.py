"""Workbooks with what a library loses or never writes: shapes, pictures, a pivot table, macros, threaded comments,
extensions, external links; strict ones, ones with a prefix for every element, signed and shared ones.

Made by xlsxwriter, then parts are added by hand, as text: what matters here is that each byte of them survives.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from tests.ledgers.broken import raw_workbook, table

HEAD = ["管理番号", "機器名", "種別", "ホスト名", "IPアドレス", "MACアドレス", "設置場所", "最終確認日", "状態"]
ROWS = [
    ["PC-001", "受付PC", "端末", "UKETSUKE01", "10.2.0.21", "74-4C-A1-00-02-21", "1階 受付", "R8.4.1", "使用中"],
    ["PC-002", "診察室PC", "端末", "SHINSATSU01", "DHCP", "74-4C-A1-00-02-22", "1階 診察室", "R8.4.2", "使用中"],
    ["=PR-1", "+複合機", "プリンター", "-MFP", "10.2.0.30", "00-80-92-77-00-30", "@1階", "R8.4.10", "使用中"],
]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def png() -> bytes:
    """A picture of one pixel."""
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")


def spliced(data: bytes, change: Mapping[str, tuple[str, str]], add: Mapping[str, str | bytes]) -> bytes:
    """The package with one text of a part replaced by another (part: (old, new)) and with parts added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            body = source.read(info)
            if info.filename in change:
                old, new = change[info.filename]
                assert old.encode() in body, (info.filename, old)
                body = body.replace(old.encode(), new.encode(), 1)
            target.writestr(info, body)
        for name, text in add.items():
            target.writestr(name, text)
    return out.getvalue()


def written(path: Path, macros: bool = False) -> Path:
    """Shapes, a picture, a chart, sparklines, conditional formats, a list of choices, names, hidden sheets, a table."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    s = book.add_worksheet("機器一覧")
    for r, cells in enumerate([HEAD, *ROWS]):
        for c, cell in enumerate(cells):
            s.write_string(r, c, cell)
    s.insert_textbox("K2", "捺印欄", {"width": 120})
    s.insert_image("K9", "seal.png", {"image_data": io.BytesIO(png())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=集計!$B$1:$B$2"})
    s.insert_chart("K12", chart)
    s.conditional_format("I2:I9", {"type": "text", "criteria": "containing", "value": "使用", "format": book.add_format({"bg_color": "#C6EFCE"})})
    s.conditional_format("H2:H9", {"type": "data_bar", "data_bar_2010": True})
    s.data_validation("I2:I9", {"validate": "list", "source": ["使用中", "予備", "廃棄"]})
    s.set_header("&L&G", {"image_left": "seal.png", "image_data_left": io.BytesIO(png())})
    other = book.add_worksheet("集計")
    other.write_number("B1", 2)
    other.write_number("B2", 1)
    other.add_sparkline("C1", {"range": "集計!B1:B2"})
    other.write_comment("B1", "端末の数")
    wards = book.add_worksheet("R&D'室")
    wards.add_table("A1:B3", {"columns": [{"header": "室"}, {"header": "階"}]})
    book.add_worksheet("隠し").very_hidden()
    book.define_name("印刷列", "=機器一覧!$A:$I")
    if macros:
        project = path.with_suffix(".bin")
        project.write_bytes(b"\xd0\xcf\x11\xe0 a project of macros, never looked into " * 9)
        book.add_vba_project(str(project))
    book.close()
    return path


def rich(path: Path) -> Path:
    """All that, and by hand: an external link, a pivot table, threaded comments, a custom part, a protected structure."""
    data = written(path).read_bytes()
    rel = '<Relationship Id="{}" Type="{}" Target="{}"/></Relationships>'.format
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="application/vnd.{kind}+xml"/>'
        for part, kind in (
            ("externalLinks/externalLink1.xml", "openxmlformats-officedocument.spreadsheetml.externalLink"),
            ("pivotCache/pivotCacheDefinition1.xml", "openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition"),
            ("pivotTables/pivotTable1.xml", "openxmlformats-officedocument.spreadsheetml.pivotTable"),
            ("threadedComments/threadedComment1.xml", "ms-excel.threadedcomments"),
            ("persons/person.xml", "ms-excel.person"),
        )
    )
    more = (
        rel("rId90", f"{OFFICE}/externalLink", "externalLinks/externalLink1.xml").replace("</Relationships>", "")
        + rel("rId91", f"{OFFICE}/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml").replace("</Relationships>", "")
        + rel("rId92", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml")
    )
    sheet2 = rel("rId93", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml")
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    path.write_bytes(spliced(data, {
        "[Content_Types].xml": ("</Types>", f"{types}</Types>"),
        "xl/_rels/workbook.xml.rels": ("</Relationships>", more),
        "xl/worksheets/_rels/sheet2.xml.rels": ("</Relationships>", sheet2),
        "xl/workbook.xml": ("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
    }, {
        "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{main}"/>',
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition xmlns="{main}" invalid="1"><!-- kept --></pivotCacheDefinition>',
        "xl/pivotTables/pivotTable1.xml": f'<pivotTableDefinition\n  xmlns="{main}" name="集計" cacheId="1"/>',
        "xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="{threads}"><threadedComment ref="B1" id="{{1}}"><text>確認済み</text></threadedComment></ThreadedComments>',
        "xl/persons/person.xml": f'<personList xmlns="{threads}"><person displayName="担当" id="{{2}}"/></personList>',
        "customXml/item1.xml": "<院内 版='3'\n/>",
        "xl/media/未使用.bin": bytes(range(256)) * 4,
    }))  # fmt: skip
    return path


def with_macros(path: Path) -> Path:
    return written(path, macros=True)


STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def strict(path: Path) -> Path:
    """The name spaces of ISO/IEC 29500 strict in every part."""
    data = raw_workbook(path, table()).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            body = source.read(info)
            for old, new in STRICT.items():
                body = body.replace(old.encode(), new.encode())
            target.writestr(info, body)
    path.write_bytes(out.getvalue())
    return path


def prefixed(path: Path) -> Path:
    """As .NET libraries write: a prefix on every element, a byte order mark, single quotes, references declared
    on the sheet itself, absolute targets; stored and not compressed."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = (
        f"\ufeff<?xml version='1.0' encoding='utf-8'?>\r\n<x:workbook xmlns:x='{main}'><x:sheets>"
        f"<x:sheet name='S' sheetId='7' rel:id='R1' xmlns:rel='{OFFICE}'/></x:sheets></x:workbook>"
    )
    rels = (
        "<p:Relationships xmlns:p='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<p:Relationship Id='R1' Type='{OFFICE}/worksheet' Target='/xl/worksheets/sheet1.xml'/></p:Relationships>"
    )
    raw_workbook(path, table(), **{"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels})
    out = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for info in source.infolist():
            target.writestr(info.filename, source.read(info))
    path.write_bytes(out.getvalue())
    return path


def signed(path: Path) -> Path:
    data = written(path).read_bytes()
    path.write_bytes(spliced(data, {}, {"_xmlsignatures/origin.sigs": "", "_xmlsignatures/sig1.xml": "<Signature/>"}))
    return path


def shared(path: Path) -> Path:
    data = written(path).read_bytes()
    path.write_bytes(spliced(data, {}, {"xl/revisions/revisionHeaders.xml": "<headers/>"}))
    return path


RICH = {"rich.xlsx": rich, "macros.xlsm": with_macros, "strict.xlsx": strict, "prefixed.xlsx": prefixed}
