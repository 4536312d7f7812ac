"""What a host does that no ordinary device does: named for people, one line a host. Pure; made from the journal alone.

None of this proves an attack: a broken device floods too. So the sentence says what was seen, and that it is worth a
look. What was seen was bounded already, by the wire (agent/limits.py), the parsers and `reading()`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from ipaddress import ip_address

from probes.model import MAX_VALUE, Attempt, Evidence

ENDLESS = "it went on sending where one line was expected"
DRIPPED = "its answer came a few bytes at a time until the time for it was up"
IN_AN_ATTEMPT = (ENDLESS, DRIPPED)
"""Sentences that the wire leaves in the detail of an attempt."""
SENT_ELSEWHERE = "it names another device as the place of its own description or page: nobody was asked there"
CUT = "a text of its own was longer than 4096 characters and was cut"
CODES = "its texts hold codes that drive a terminal: they are shown and not carried out"
MARKUP = "its texts hold markup of web pages: it is shown and not carried out"
FORMULA = "its texts hold formulas: they are shown and not calculated"
MOST_DRIPS = 2
"""Conversations that a host may let run out in this way; then it is asked nothing more."""

PLACES = frozenset({"ssdp.location", "http.location", "https.location"})
_HOST = re.compile(r"https?://(\[[0-9a-fA-F:.]+\]|[^/:?#\s]+)")
_TEXTS = (
    (CODES, re.compile("\ufffd[\\[\\]()P_^]")),
    (MARKUP, re.compile(r"<\s*/?\s*(?:script|iframe|object|embed|svg|img)\b", re.IGNORECASE)),
    (FORMULA, re.compile(r"(?:^|\s)[=+@][A-Za-z]+\(|\|\s*'[^']*'![A-Z]")),
)


def dripped(attempt: Attempt) -> bool:
    return DRIPPED in attempt.detail


def with_oddity(text: str, odd: str) -> str:
    """The detail of an attempt that failed for another reason as well."""
    return f"{text}; {odd}" if odd in IN_AN_ATTEMPT and odd not in text else text


def oddities(attempts: Iterable[Attempt], evidence: Iterable[Evidence]) -> Iterator[str]:
    """A sentence for each host that did something of the kind, by site and address."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for attempt in attempts:
        for odd in IN_AN_ATTEMPT:
            if odd in attempt.detail:
                found[(attempt.site, attempt.host)][odd] = None
    for item in evidence:
        for odd in _of_text(item):
            found[(item.site, item.host)][odd] = None
    for (_, host), said in sorted(found.items()):
        yield f"{host}: unusual, and worth a look: {', '.join(said)}"


def _of_text(item: Evidence) -> Iterator[str]:
    if item.field in PLACES and _elsewhere(item.value, item.host):
        yield SENT_ELSEWHERE
    if len(item.value) >= MAX_VALUE:
        yield CUT
    yield from (odd for odd, pattern in _TEXTS if pattern.search(item.value))


def _elsewhere(url: str, host: str) -> bool:
    """Whether a URL names another address than the host's. A name may be anybody's, its own too."""
    named = _HOST.match(url)
    try:
        there, here = ip_address(named[1].strip("[]") if named else ""), ip_address(host)
    except ValueError:
        return False
    return there.version == here.version and there != here
