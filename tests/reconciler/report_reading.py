"""The faces read back as plain text: what a person would read on the page and in the workbook."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from zlib import decompress

BLOCKS = frozenset({
    "address", "article", "caption", "dd", "details", "div", "dl", "dt", "footer", "h1", "h2", "h3", "header", "label",
    "li", "main", "nav", "ol", "option", "output", "p", "search", "section", "summary", "table", "tbody", "thead",
    "title", "tr", "ul", "br",
})  # fmt: skip
UNREAD = frozenset({"script", "style", "template"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent += tag in UNREAD
        if tag in BLOCKS:
            self.lines.append({"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}.get(tag, ""))
        elif tag in ("td", "th"):
            self.lines[-1] += " | "

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in UNREAD
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += data


def page_text(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in reader.lines)
    return "\n".join(line for line in lines if line.strip("| -#")) + "\n"


def page_tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = _Reader()
    reader.feed(html)
    return reader.tags


def data_of(html: str) -> dict[str, Any]:
    """The page's block of packed data; without lists where there is none."""
    found = re.search(r'<script type="text/plain" id="data">([A-Za-z0-9+/=]*)</script>', html)
    assert found
    if not found[1]:
        return {"parts": [], "marks": [], "lists": {}}
    unpacked: dict[str, Any] = json.loads(decompress(b64decode(found[1])))
    return unpacked


def workbook_text(content: bytes) -> str:
    """Every cell that holds something: sheet, address, type, value; then what each sheet is set to."""
    import openpyxl

    lines = []
    for sheet in openpyxl.load_workbook(BytesIO(content)).worksheets:
        lines.append(f"== {sheet.title}")
        lines += [
            f"{cell.coordinate} {cell.data_type} {cell.value!r}"
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        lines.append(
            f"-- frozen {sheet.freeze_panes}, filter {sheet.auto_filter.ref}, repeat {sheet.print_title_rows}, "
            f"paper {sheet.page_setup.paperSize} {sheet.page_setup.orientation}, "
            f"fit {sheet.page_setup.fitToWidth}x{sheet.page_setup.fitToHeight}"
        )
    return "\n".join(lines) + "\n"
