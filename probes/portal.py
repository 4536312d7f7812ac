"""Where a web server's front page leads: one GET of the page that it names itself, on the same host (RFC 9110, 15.4).

Printers, NAS and SSL-VPN gateways answer / with nothing but "go there", and what names the product stands there:
a title, a realm, the cookies of the portal. A browser goes at once and by itself; here it is one step, once.
Benign for the same reasons as probes/http.py, and: the address must be one of the host's own (no other host, and
no name, which somebody could make point elsewhere), nothing is followed from there, and an address that seems to
do something (log out, restart, delete) is left alone, whatever a browser would do.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from probes import http, tls
from probes.model import Ask, Impact, Probe, Reading, Reply, Target, Via

LONGEST_PATH = 400
PLAIN, SECURE = "http", "https"
USUAL = {PLAIN: http.PORT, SECURE: tls.PORT}
NOT_AGAIN = ("status", "location", "port")
"""What the front page has said already."""

_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[0-9.]+)(?::(?P<port>\d{1,5}))?(?P<path>[/?].*)?", re.I
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_DOES = re.compile(
    r"log_?-?(?:out|off)|sign_?-?(?:out|off)|reboot|re_?start|shut_?down|reset|delete|remove|erase", re.I
)


@dataclass(frozen=True, slots=True)
class Place:
    """scheme: http or https.  path: with its query, from the first slash on."""

    scheme: str
    port: int
    path: str


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    for place in places(target):
        via = Via.TLS if place.scheme == SECURE else Via.TCP
        question = http.request(target.host, place.path, port=place.port)
        replies = yield Ask(via, place.port, question, wait=3.0)
        return [
            *_read(replies, place.scheme),
            *http.port_reading(place.scheme, place.port, USUAL[place.scheme]),
        ]
    return []


def places(target: Target) -> Iterator[Place]:
    """Where the front pages lead on this host, the secure one's first; not where we have been."""
    base = {scheme: Place(scheme, port, "/") for scheme, port in USUAL.items()}
    for field, value in target.told:
        scheme, _, name = field.partition(".")
        if name == "port" and value.isdigit() and scheme in base:
            base[scheme] = Place(scheme, int(value), "/")
    for scheme in (SECURE, PLAIN):
        for field, value in target.told:
            if field == f"{scheme}.location":
                place = resolved(value, base[scheme], target.host)
                if place is not None and place not in base.values():
                    yield place


def resolved(location: str, base: Place, host: str) -> Place | None:
    """The place that a Location header means (RFC 3986, 5.2), if it is on `host` and may be looked at."""
    location = location.partition("#")[0]
    if found := _URL.fullmatch(location):
        if found["host"].strip("[]").lower() != host.lower():
            return None
        scheme = found["scheme"].lower()
        port, path = int(found["port"] or USUAL[scheme]), found["path"] or "/"
        path = path if path.startswith("/") else f"/{path}"
    elif location.startswith("//") or _SCHEME.match(location):
        return None
    else:
        scheme, port = base.scheme, base.port
        path = location if location.startswith("/") else f"/{location}"
    fits = len(path) <= LONGEST_PATH and re.fullmatch(r"[!-~]+", path) and "/../" not in f"{path}/"
    return Place(scheme, port, path) if fits and 0 < port < 65536 and not _DOES.search(path) else None


def _read(replies: tuple[Reply, ...], scheme: str) -> list[Reading]:
    if scheme == SECURE:
        found = tls.read(replies)
    else:
        payload = b"".join(reply.payload for reply in replies)
        found = http.parse(payload, PLAIN) if payload else []
    return [r for r in found if r.field.partition(".")[2] not in NOT_AGAIN]


PROBE = Probe(
    name="portal",
    impact=Impact.CONNECT,
    fields=http.PROBE.fields | tls.PROBE.fields,
    ports=frozenset({("tcp", http.PORT), ("tcp", tls.PORT), ("tcp", 0)}),
    packets=22,  # as TLS with a page, and two for a longer question and a longer page
    summary="asks a web server once for the page on the same host that its front page leads to",
    talk=talk,
    suits=http.PROBE.suits - {"medical"},
    wants=frozenset(f"{scheme}.{name}" for scheme in USUAL for name in ("location", "port")),
)
