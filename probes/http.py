"""HTTP: one GET of / (RFC 9110, RFC 9112): the front page's status, headers and title; probes/tls.py reads it too.

The request has the form of HTTP/1.0, so that the answer comes in one piece and the server closes. It asks
for what a browser asks for when somebody types the address, once; it carries no credential and no cookie,
follows no redirect (probes/portal.py takes one step), and takes the body as it is (identity), so that nothing
need be unpacked. GET is a safe method by definition (RFC 9110, 9.2.1). Cookies are read by name only: their
values could open a session.

A port beside 80 is tried only where 80 gave no answer and something named it: the ledger, an announcement or
passing traffic. The page's icon is not fetched: it would be a second request to every web server, and no maker
publishes the digest of its icon, so that no rule with a source of its own could read it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from probes.charset import decoded
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORT = 80
NAMED_PORTS = (8080, 8000, 8008, 8042, 8081, 8888, 3000, 5000)
"""Where web pages stand besides (8042 is Orthanc's, 5000 a NAS's); of these the first that is named for the host."""
AGENT = "daicho/1 (inventory; contact the hospital's IT department)"
NAMES = (
    "status",
    "server",
    "title",
    "realm",
    "generator",
    "location",
    "powered_by",
    "cookie",
    "port",
)
"""Fields, each with the prefix http or (over TLS) https."""

_STATUS = re.compile(rb"HTTP/\d\.\d (\d{3})(?: [^\n]*)?\r?\n")
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)", re.DOTALL)
_REALM = re.compile(r'\brealm\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))', re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta\b([^<>]{1,1000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Response:
    """headers: (name in lower case, value as it came), in order.  body: as much of it as came."""

    status: int
    headers: tuple[tuple[str, bytes], ...]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [_text(value) for key, value in self.headers if key == name]

    def first(self, name: str) -> str:
        return next(iter(self.all(name)), "")


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    for port in (PORT, *named(target, NAMED_PORTS)):
        replies = yield Ask(Via.TCP, port, request(target.host, port=port), wait=3.0)
        if payload := b"".join(reply.payload for reply in replies):
            return [*parse(payload), *port_reading("http", port, PORT)]
    return []


def named(target: Target, known: Sequence[int]) -> tuple[int, ...]:
    """The first of these TCP ports that is named for the host, if one is: never more than one."""
    return next(((port,) for port in known if ("tcp", port) in target.ports), ())


def port_reading(prefix: str, port: int, usual: int) -> list[Reading]:
    """Where it stood, if that is not where it is looked for."""
    return [reading(f"{prefix}.port", str(port))] if port != usual else []


def request(host: str, path: str = "/", *, port: int = PORT) -> bytes:
    """The one question, for an IPv4 or IPv6 address or a name. path: as a URL has it, with its query."""
    name = f"[{host}]" if ":" in host else host
    lines = (
        f"GET {path} HTTP/1.0",
        f"Host: {name}" if port in (80, 443) else f"Host: {name}:{port}",
        f"User-Agent: {AGENT}",
        "Accept: text/html, */*;q=0.1",
        "Accept-Encoding: identity",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


def parse(payload: bytes, prefix: str = "http") -> list[Reading]:
    """The readings of an answer, the fields being `prefix`.status and so on. Raises ParseError if it is not HTTP."""
    response = split(payload)
    found = [("status", str(response.status))]
    found += [("server", response.first("server")), ("powered_by", response.first("x-powered-by"))]
    found += [("location", response.first("location"))]
    found += [("realm", realm) for realm in realms(response.all("www-authenticate"))]
    found += [("cookie", " ".join(cookie_names(response.all("set-cookie"))))]
    if response.first("content-encoding").lower() in ("", "identity"):
        page = unchunked(response)
        label = charset(response.first("content-type"), page)
        found += [("title", title(page, label)), ("generator", generator(page, label))]
    readings = (reading(f"{prefix}.{name}", value) for name, value in found)
    return [r for r in readings if r.value]


def split(payload: bytes) -> Response:
    """Status line, headers and body apart. A header line whose end did not come is left out."""
    status = _STATUS.match(payload)
    if not status:
        raise ParseError(f"no HTTP status line in {payload[:40]!r}")
    headers: list[tuple[str, bytes]] = []
    at = status.end()
    while (end := payload.find(b"\n", at)) >= 0:
        line, at = payload[at:end].rstrip(b"\r"), end + 1
        if not line:
            return Response(int(status[1]), tuple(headers), payload[at:])
        if line[:1] in b" \t" and headers:  # obsolete line folding, RFC 9112, 5.2
            name, value = headers.pop()
            headers.append((name, value + b" " + line.strip()))
        elif found := _HEADER.fullmatch(line):
            headers.append((found[1].decode("ascii").lower(), found[2].strip()))
    return Response(int(status[1]), tuple(headers), b"")


def realms(challenges: list[str]) -> list[str]:
    """The realms of WWW-Authenticate headers (RFC 9110, 11.6.1), each once."""
    found = (match for challenge in challenges for match in _REALM.finditer(challenge))
    return list(dict.fromkeys(re.sub(r"\\(.)", r"\1", m[1] or m[2] or "") for m in found))


def cookie_names(headers: list[str]) -> list[str]:
    """Names of Set-Cookie headers (RFC 6265, 4.1.1), each once. Values are dropped here."""
    pairs = (header.partition(";")[0].partition("=") for header in headers)
    return list(dict.fromkeys(name.strip() for name, equals, _ in pairs if equals and name.strip()))


def charset(content_type: str, page: bytes) -> str:
    """The label of the page's character set: its BOM, the header, the page itself, or "" for none.

    A header that says Latin-1 is often only the server's default, so the page is asked then as well.
    """
    if page.startswith(_BOM):
        return "utf-8"
    header = _CHARSET.search(content_type)
    stated = header[1].lower() if header else ""
    if stated not in ("", "iso-8859-1", "us-ascii"):
        return stated
    for attributes in _metas(page):
        inside = _CHARSET.search(
            "charset=" + attributes.get("charset", "") + ";" + attributes.get("content", "")
        )
        if inside:
            return inside[1].lower()
    return stated


def title(page: bytes, label: str) -> str:
    """The text of the first <title> outside comments; "" if there is none or its end did not come."""
    lower = page.lower()
    start = _after_tag(lower, b"<title")
    end = lower.find(b"</title", start) if start else -1
    if end < 0:
        return ""
    return " ".join(html.unescape(decoded(page[start:end], label)).split())


def generator(page: bytes, label: str) -> str:
    """What <meta name="generator"> says made the page."""
    for attributes in _metas(page):
        if attributes.get("name", "").lower() == "generator":
            return html.unescape(decoded(attributes.get("content", "").encode("latin-1"), label))
    return ""


def _after_tag(lower: bytes, tag: bytes) -> int:
    """Where the content of the first such element outside comments begins; 0 if there is none."""
    at = 0
    while (at := lower.find(b"<", at)) >= 0:
        if lower.startswith(b"<!--", at):
            at = lower.find(b"-->", at)
            if at < 0:
                return 0
        elif lower.startswith(tag, at) and lower[at + len(tag) : at + len(tag) + 1] in b"> \t\r\n/":
            return lower.find(b">", at) + 1
        else:
            at += 1
    return 0


def _metas(page: bytes) -> Iterator[dict[str, str]]:
    """Attributes of each <meta>, names in lower case, values byte for byte (Latin-1)."""
    for meta in _META.finditer(page):
        found = _ATTRIBUTE.findall(meta[1])
        yield {name.decode().lower(): b"".join(values).decode("latin-1") for name, *values in found}


def unchunked(response: Response) -> bytes:
    """The body without chunk framing (RFC 9112, 7.1): some servers send it to HTTP/1.0 too."""
    if response.first("transfer-encoding").lower() != "chunked":
        return response.body
    body, rest = bytearray(), response.body
    while match := re.match(rb"([0-9A-Fa-f]{1,6})[^\n]*\n", rest):
        size = int(match[1], 16)
        if size == 0:
            break
        body += rest[match.end() : match.end() + size]
        rest = rest[match.end() + size :].lstrip(b"\r\n")
    return bytes(body)


def _text(value: bytes) -> str:
    """A header's value: UTF-8 if it is that (some realms are), else Latin-1 (RFC 9110, 5.5)."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


PROBE = Probe(
    name="http",
    impact=Impact.CONNECT,
    fields=frozenset(f"http.{name}" for name in NAMES),
    ports=frozenset({("tcp", PORT), ("tcp", 0)}),
    packets=14,  # a page 12; a closed port before it 2
    summary="asks a web server for its front page once, as a browser would; follows nothing",
    talk=talk,
    suits=frozenset(
        {
            "unknown",
            "network",
            "server",
            "printer",
            "phone",
            "camera",
            "storage",
            "power",
            "building",
            "medical",
            "other",
        }
    ),
    worth=8,
)
