r"""Standard output takes every text, whatever the console's encoding: a device's name is no reason to stop.

A Windows console of Japan is CP932, which has no "é"; what it lacks is written as JSON writes it (\u00e9), so that a
document stays one. A name of a file that is no text at all (a lone surrogate, PEP 383) is written so, too.
"""

from __future__ import annotations

import codecs
import io
import sys

NAME = "daicho.escaped"


def carry_every_text() -> None:
    codecs.register_error(NAME, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors=NAME)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = (units[n : n + 2].hex() for n in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs), error.end
