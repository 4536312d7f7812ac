"""Lines of a CSV file as other programs read them (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence


def delimited(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A heading, then the rows; a column that a row does not have is an empty cell. CRLF ends a line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
