"""Which kind of file is this? By its content alone: every reader is tried, and the one that explains it reads it.

Readers are tried on the first lines, and only those that explain them on the whole, so that a file of nonsense is
refused at once, whatever its size. A console log is cut at its prompts first, and each answer is recognised by
itself. What no reader explains is told: by its command in a log, else as the whole file's fault.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import tzinfo
from itertools import islice

from agent.handed_over import (
    announcements,
    headings,
    json_leases,
    makers,
    nmap_xml,
    scans,
    unix_leases,
    unix_neighbours,
    windows_leases,
)
from agent.handed_over.rows import Line, Sheet, better, different, joined
from agent.handed_over.text import LARGEST_FILE, decoded, lines_of
from agent.handed_over.transcript import Answer, answers
from probes.model import ParseError

SAMPLE = 80
MOST_TOLD = 10
TAKES = (
    "address tables, tables of MACs, LLDP and CDP neighbours and port descriptions of switches and routers, "
    "`arp -a` and its like, DHCP leases, nmap's XML, arp-scan and fping"
)

_ASKS = re.compile(r"(?:do )?(?:sh|dis|get |arp|ndp|ip |netsh)", re.IGNORECASE)
"""Commands that only ask; any other may hold a password, and is not repeated."""
_PORTS_ASKED = re.compile(r"\b(?:int|desc|stat|port)", re.IGNORECASE)

Reader = Callable[[Sequence[Line]], Sheet]


def read(octets: bytes, name: str, zone: tzinfo) -> Sheet:
    """The rows of a file. name: stands for the device where no prompt names it.  zone: of times without one.

    Raises ParseError for a file of no kind that is known; its text says what it seems to be.
    """
    octets = _unpacked(octets)
    if not octets.strip():
        raise ParseError("the file is empty")
    start = octets[:512].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")[:1]
    if start == b"<" and (found := _xml(octets, zone)):
        return found
    if start in b"{[" and start:
        try:
            return json_leases.read(decoded(octets))
        except ParseError:
            if start == b"{":
                raise
    return _text(octets, "-".join(name.split()) or "file", zone)


def _unpacked(octets: bytes) -> bytes:
    if not octets.startswith(b"\x1f\x8b"):
        return octets
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(octets)) as packed:
            plain = packed.read(LARGEST_FILE + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ParseError(f"the compressed file is damaged or cut short ({error})") from error
    if len(plain) > LARGEST_FILE:
        raise ParseError(f"more than {LARGEST_FILE >> 20} MB when unpacked")
    return plain


def _xml(octets: bytes, zone: tzinfo) -> Sheet | None:
    """None where it only looks like XML (`<SW1>display arp`)."""
    if len(octets) > LARGEST_FILE:
        raise ParseError(f"{len(octets) >> 20} MB of XML")
    head = octets[:2048].replace(b"\0", b"")
    if b"<nmaprun" in head or b"<!DOCTYPE nmaprun" in head:
        return nmap_xml.read(octets)
    if b"DHCPServer" in head:
        return windows_leases.export_xml(octets, zone)
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith((b"<?xml", b"<!")):
        raise ParseError("XML that is neither nmap's nor an export of a Windows DHCP server")
    return None


def _text(octets: bytes, name: str, zone: tzinfo) -> Sheet:
    pieces = answers(lines_of(octets))
    places = _places(pieces)
    sheets: list[Sheet] = []
    unread: list[Answer] = []
    for piece in pieces:
        if not any(line.strip() for _, line in piece.lines):
            continue
        device = piece.name or name
        found = _best(piece.lines, _readers(device, places.get(device, {}), zone))
        if found:
            sheets.append(found)
        else:
            unread.append(piece)
    if not sheets:
        raise ParseError(_not_known(unread))
    whole = joined(sheets)
    for piece in unread:
        if piece.command:
            whole.lines += len(piece.lines)
            command = f"`{piece.command[:60]}`" if _ASKS.match(piece.command) else "another command"
            whole.notes.append(f"the {len(piece.lines)} lines that {command} printed are not read")
        else:
            whole.lines += len(piece.lines)
            whole.unread += [(number, line) for number, line in piece.lines if line.strip()]
    return whole


def _not_known(pieces: Sequence[Answer]) -> str:
    first = next(((n, line) for piece in pieces for n, line in piece.lines if line.strip()), (0, ""))
    return f"this is none of the files that are read ({TAKES}); line {first[0]} is {first[1].strip()[:60]!r}"


def _places(pieces: Sequence[Answer]) -> dict[str, dict[str, str]]:
    """Device -> port -> what people wrote to it, where a log shows both."""
    found: dict[str, dict[str, str]] = {}
    for piece in pieces:
        if piece.name and _PORTS_ASKED.search(piece.command):
            sheet, texts = makers.descriptions(piece.lines)
            if sheet:
                found.setdefault(piece.name, {}).update(texts)
    return found


def _readers(device: str, places: Mapping[str, str], zone: tzinfo) -> Iterator[tuple[str, Reader]]:
    """Every reader of text, in the order in which they are believed where several explain as much."""
    yield "isc", unix_leases.isc
    yield "kea", unix_leases.kea
    yield "dnsmasq", unix_leases.dnsmasq
    yield "exported", lambda lines: windows_leases.exported(lines, zone)
    yield "netsh", lambda lines: windows_leases.netsh(lines, zone)
    yield "arp-scan", scans.arp_scan
    yield "fping", scans.fping
    yield "unix", lambda lines: unix_neighbours.neighbours(lines, device)
    yield "announcements", lambda lines: announcements.announcements(lines, device)
    yield "addresses", lambda lines: better(makers.address_table(lines, device)) or Sheet("")
    yield "ports", lambda lines: makers.agreed(makers.port_table(lines, device, places)) or Sheet("")
    yield "descriptions", lambda lines: makers.descriptions(lines)[0] or Sheet("")
    yield "addresses by heading", lambda lines: headings.address_table(lines, device)
    yield "ports by heading", lambda lines: headings.port_table(lines, device, places)


def _best(lines: Sequence[Line], readers: Iterator[tuple[str, Reader]]) -> Sheet | None:
    """The sheet of the reader that explains most."""
    sample = list(islice((line for line in lines if line[1].strip()), SAMPLE))
    head = lines[: next((at for at, line in enumerate(lines) if line is sample[-1]), 0) + 1]
    tried = [(reader, reader(head)) for _, reader in readers]
    if len(head) == len(lines):
        return better(sheet for _, sheet in tried)
    return better(reader(lines) for reader in different(tried))


def account(sheet: Sheet) -> Iterator[str]:
    """The account of every line of a sheet, in sentences."""
    yield f"{sheet.kind or 'tables'}: {sheet.lines} lines, {sheet.telling} rows read, {len(sheet.unread)} lines not understood"
    for why, count in sorted(sheet.nothing.items()):
        yield f"{count} {why}"
    for number, line in sheet.unread[:MOST_TOLD]:
        yield f"line {number} is not understood: {line.strip()[:80]!r}"
    if len(sheet.unread) > MOST_TOLD:
        yield f"and {len(sheet.unread) - MOST_TOLD} further lines are not understood"
    told = Counter(sheet.notes)
    yield from islice(told, 2 * MOST_TOLD)
    if len(told) > 2 * MOST_TOLD:
        yield f"and {len(told) - 2 * MOST_TOLD} further remarks"
