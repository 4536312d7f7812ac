"""Files that cannot be read, or that should hurt whoever reads them; made anew for every test run."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent

_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
}
_OPEN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_CLOSE = b"</sheetData></worksheet>"


def raw_workbook(path: Path, rows: Iterable[bytes], head: bytes = _OPEN, tail: bytes = _CLOSE, **other: str) -> Path:
    """A workbook of one sheet whose XML is given row by row; `other` replaces parts ("xl/workbook.xml": ...)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in {**_PARTS, **other}.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(head)
            for row in rows:
                part.write(row)
            part.write(tail)
    return path


def cell(position: str, value: str) -> bytes:
    return f'<c r="{position}" t="inlineStr"><is><t>{value}</t></is></c>'.encode()


def table(rows: int = 2) -> list[bytes]:
    """Headings and some devices, as rows of XML."""
    head = b'<row r="1">' + cell("A1", "管理番号") + cell("B1", "機器名") + cell("C1", "シリアル番号") + b"</row>"
    return [head] + [
        b'<row r="%d">' % r + cell(f"A{r}", f"P-{r}") + cell(f"B{r}", "PC") + cell(f"C{r}", f"S{r}") + b"</row>"
        for r in range(2, rows + 2)
    ]


def million_blank_rows(path: Path) -> Path:
    """Two devices, and under them what a careless paste of formats leaves: a million rows of 15 blank cells."""
    template = b'<row r="%d" s="1" customFormat="1">' + b"".join(b'<c r="%c%%d" s="1"/>' % (65 + c) for c in range(15)) + b"</row>"
    blank = (template % ((r,) * 16) for r in range(4, 1_000_001))
    return raw_workbook(path, (*table(), *blank))


def stray_cell(path: Path) -> Path:
    """Two devices, and a cell in the last corner of the sheet: 17 thousand million cells for a reader's box."""
    far = b'<row r="1048576">' + cell("XFD1048576", "x") + b"</row>"
    return raw_workbook(path, [*table(), far])


def strewn_cells(path: Path) -> Path:
    """Ten thousand cells far apart on a diagonal."""
    rows = (b'<row r="%d">' % (r * 100) + cell(f"{'ABCDEFGHIJ'[r % 10]}{'ABCDEFGH'[r // 1250]}{r * 100}", "x") + b"</row>" for r in range(1, 10_000))
    return raw_workbook(path, [*table()[:1], *rows])


def zip_bomb(path: Path) -> Path:
    """A sheet of a gigabyte in a file of one megabyte."""
    filler = b"<row></row>" * 100_000
    return raw_workbook(path, (filler for _ in range(1000)))


def lying_bomb(path: Path) -> Path:
    """Shared texts of 400 MB that the zip's directory gives as 100 bytes."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join(compressor.compress(b"<si><t>" + b"A" * 1_000_000 + b"</t></si>") for _ in range(400)) + compressor.flush()
    raw_workbook(path, table())
    held = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", b"")
        info = archive.infolist()[-1]
    whole = bytearray(held.getvalue())
    name = b"xl/sharedStrings.xml"
    directory = whole.rfind(b"PK\x01\x02")
    local = info.header_offset
    header = bytearray(whole[local : local + 30])
    struct.pack_into("<HHHIII", header, 8, 8, 0, 0, 0, len(data), 100)
    entry = bytearray(whole[directory : whole.rfind(b"PK\x05\x06")])
    struct.pack_into("<HHHIII", entry, 10, 8, 0, 0, 0, len(data), 100)
    older = bytes(whole[whole.find(b"PK\x01\x02") : directory])
    body = bytes(whole[:local]) + bytes(header) + name + data
    end = bytearray(whole[whole.rfind(b"PK\x05\x06") :])
    struct.pack_into("<II", end, 12, len(older) + len(entry), len(body))
    path.write_bytes(body + older + bytes(entry) + bytes(end))
    return path


def with_entities(path: Path) -> Path:
    """A thousand million laughs in the list of sheets."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    book = _PARTS["xl/workbook.xml"].replace('name="S"', 'name="&l9;"')
    return raw_workbook(path, table(), **{"xl/workbook.xml": f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]>{book}'})


def encrypted_xlsx(path: Path) -> Path:
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = io.BytesIO(raw_workbook(path, table()).read_bytes())
    with path.open("wb") as out:
        OOXMLFile(plain).encrypt("ひみつ", out)
    return path


def encrypted_xls(path: Path) -> Path:
    """The committed workbook with its second record made a FilePass, which is what marks an encrypted stream."""
    data = bytearray((HERE / "wards.xls").read_bytes())
    begin = data.find(bytes.fromhex("0908100000060500"))
    length = int.from_bytes(data[begin + 2 : begin + 4], "little")
    data[begin + 4 + length : begin + 6 + length] = b"\x2f\x00"
    path.write_bytes(data)
    return path
