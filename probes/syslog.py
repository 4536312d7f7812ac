"""Syslog (RFC 5424, RFC 3164, RFC 6587): what a host and a program call themselves; no text of any message.

Heard, never asked. A header names the sending host and its program, and of RFC 5424 the kind of message: audits of
DICOM (PS3.15, A.6) and of IHE ATNA say so there, and come from modalities and archives. The message itself
may name patients and persons. It is cut off before anything else is done.

Old senders leave the host's name out, and then the text's first words stand in its place. So of the old form a name
is read only where a program with its process follows, or where it is an address. A relay passes on others' names,
so a name counts as a hint.
"""

from __future__ import annotations

import re

from probes.model import Impact, Probe, Reading, reading

PORT = 514
LONGEST_HEADER = 400
COUNT = re.compile(rb"\d{1,5} (?=<)")
"""RFC 6587, 3.4.1: before each message of a stream stands its length."""
PRIORITY = re.compile(rb"<(?P<number>\d{1,3})>(?P<new>1 )?")
NEW = re.compile(
    rb"\d{4}-\d\d-\d\dT[\d:.]{8,15}(?:Z|[+-]\d\d:\d\d) (?P<host>[!-~]{1,255}) (?P<program>[!-~]{1,48}) [!-~]{1,128} "
    rb"(?P<kind>[!-~]{1,32})(?: |$)"
)
OLD = re.compile(
    rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d "
    rb"(?P<host>[\w.-]{1,255}(?= [\w./-]{1,32}\[)|[\da-fA-F]{0,4}[:.][\da-fA-F:.]{2,41}) "
    rb"(?P<program>[\w./-]{1,32})(?:\[\d{1,10}\])?: "
)
NONE = b"-"
HIGHEST_PRIORITY = 191
AUDITS = frozenset({b"IHE+RFC-3881", b"IHE+DICOM", b"DICOM+RFC3881"})
"""MSGIDs of audit messages (IHE ITI TF-2, 3.20.4.1.2; DICOM PS3.15, A.6)."""


def hear(payload: bytes) -> list[Reading]:
    """One datagram, or one piece of a stream. What begins otherwise is no header, and no error."""
    start = payload[:LONGEST_HEADER]
    if counted := COUNT.match(start):
        start = start[counted.end() :]
    begun = PRIORITY.match(start)
    if not begun or int(begun["number"]) > HIGHEST_PRIORITY:
        return []
    header = (NEW if begun["new"] else OLD).match(start, begun.end())
    if not header:
        return []
    said = [("syslog.host", _text(header["host"])), ("syslog.program", _text(header["program"]))]
    if begun["new"] and header["kind"] in AUDITS:
        said.append(("syslog.audit", _text(header["kind"])))
    return [r for name, value in said if (r := reading(name, value)).value]


def _text(octets: bytes) -> str:
    return "" if octets == NONE else octets.decode("ascii", "replace")


PROBE = Probe(
    name="syslog",
    impact=Impact.LISTEN,
    fields=frozenset({"syslog.host", "syslog.program", "syslog.audit"}),
    ports=frozenset(),
    packets=1,
    summary="Hears what hosts and programs call themselves as they report to a log server (syslog); no text of theirs.",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", PORT), ("tcp", 0)}),
)
