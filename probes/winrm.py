"""WinRM ([MS-WSMV] 2.1): is Windows' remote management switched on? One GET of /wsman on its own port.

WS-Management is spoken by POST, with a credential; a GET is refused by the web server in front of it with 405
(a safe method by definition, RFC 9110, 9.2.1), and this refusal and the server's name are all that is wanted. No
SOAP, no credential, no shell; and only hosts that showed themselves to be Windows (or Samba) are asked. The request
is probes/http.py's but for its path.
"""

from __future__ import annotations

from collections.abc import Generator

from probes import http
from probes.model import Ask, Impact, Probe, Reading, Reply, Target, Via, reading

PORT = 5985
PATH = b"GET /wsman "


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    replies = yield Ask(Via.TCP, PORT, request(target.host), wait=3.0)
    payload = b"".join(reply.payload for reply in replies)
    return parse(payload) if payload else []


def request(host: str) -> bytes:
    """The one question, for an IPv4 or IPv6 address."""
    return http.request(host).replace(b"GET / ", PATH, 1)


def parse(payload: bytes) -> list[Reading]:
    """winrm.answer: status and server, "405 Microsoft-HTTPAPI/2.0". Raises ParseError if it is not HTTP."""
    response = http.split(payload)
    return [reading("winrm.answer", f"{response.status} {response.first('server')}")]


PROBE = Probe(
    name="winrm",
    impact=Impact.CONNECT,
    fields=frozenset({"winrm.answer"}),
    ports=frozenset({("tcp", PORT)}),
    packets=10,
    summary="asks whether Windows remote management answers on 5985 (one GET that it refuses)",
    talk=talk,
    suits=frozenset({"terminal", "server", "medical", "unknown"}),
    wants=frozenset({"netbios.services", "browser.roles", "smb.version", "rdp.answer"}),
    worth=4,
    ways_in=True,
)
