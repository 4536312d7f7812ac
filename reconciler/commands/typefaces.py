"""Finds a Japanese typeface for the printed report: the one that is named, else one that the system brings.

Named by --font or the environment variable DAICHO_FONT. Else the folders where systems keep typefaces are
looked through for those below, best to read first; the first that may be embedded is taken, so that a
machine always prints alike. Windows brings BIZ UDGothic (since 10 1809), Yu Gothic, Meiryo and MS Gothic; macOS brings
Hiragino; on Debian and Ubuntu it is fonts-noto-cjk, fonts-morisawa-bizud-gothic or fonts-ipafont-gothic.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reconciler.commands.outcome import CommandError
from reconciler.report.typeface import Typeface, TypefaceError, read_typeface

VARIABLE = "DAICHO_FONT"

KNOWN = (
    ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", ""),
    ("BIZ-UDGothicR.ttc", "BIZ-UDGothicB.ttc", "BIZ UDPGothic"),
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "Noto Sans CJK JP"),
    ("NotoSansCJKjp-Regular.otf", "NotoSansCJKjp-Bold.otf", ""),
    ("NotoSansJP-Regular.otf", "NotoSansJP-Bold.otf", ""),
    ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf", ""),
    ("YuGothM.ttc", "YuGothB.ttc", "Yu Gothic"),
    ("meiryo.ttc", "meiryob.ttc", "Meiryo"),
    ("ヒラギノ角ゴシック W3.ttc", "ヒラギノ角ゴシック W6.ttc", "Hiragino Sans"),
    ("ipaexg.ttf", "", ""),
    ("ipagp.ttf", "", ""),
    ("ipag.ttf", "", ""),
    ("VL-PGothic-Regular.ttf", "", ""),
    ("TakaoPGothic.ttf", "", ""),
    ("msgothic.ttc", "", "MS PGothic"),
)
"""File of the regular cut, of the bold one, and the name within a collection; best to read first."""

MISSING = (
    "report.pdf was not written: no Japanese typeface was found on this machine. Install one (Debian, Ubuntu: apt "
    "install fonts-ipafont-gothic), or name a .ttf, .otf or .ttc file in the environment variable DAICHO_FONT"
)


def typeface_for_print(named: Path | None = None) -> Typeface:
    """Raises CommandError, whose words are for the person at the terminal, where there is none to print with."""
    given = named or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if given is not None:
        try:
            return read_typeface(given)
        except (OSError, TypefaceError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise CommandError(
                f"report.pdf was not written: {given} cannot be used as its typeface: {reason}"
            ) from error
    for regular, bold, family in known_files(folders()):
        try:
            return read_typeface(regular, bold, family)
        except (OSError, TypefaceError):
            continue  # one that cannot be used is as good as none: the next is tried
    raise CommandError(MISSING)


def known_files(places: Sequence[Path]) -> Iterator[tuple[Path, Path | None, str]]:
    """The typefaces of KNOWN that are in these folders, in KNOWN's order."""
    wanted = {name for regular, bold, _ in KNOWN for name in (regular, bold) if name}
    there: dict[str, Path] = {}
    for place in places:
        for folder, inner, names in os.walk(place):
            inner.sort()
            for name in sorted(wanted.intersection(names)):
                there.setdefault(name, Path(folder, name))
    for regular, bold, family in KNOWN:
        if regular in there:
            yield there[regular], there.get(bold), family


def folders() -> tuple[Path, ...]:
    """Where this system keeps typefaces, the user's own last."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", local / "Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    )
