"""Redfish: what a server's management controller says of itself before anybody logs in (DMTF DSP0266, 9.2).

One GET of /redfish/v1/, the service root, which the standard keeps open without authentication, for a client has to
find from there where to log in. Benign: GET is a safe method (RFC 9110, 9.2.1), no credential is sent, nothing is
followed from there. It is asked only of a host whose page, certificate or announcement already says that it is a
management controller, for such a thing is a way into a server that no ledger has.

Read are maker and product (DSP2046, ServiceRoot: Vendor, Product), the identifier of the service, and what makers put
into their own part of it: HPE the generation, firmware and name of its iLO, Dell the service tag and MAC of its iDRAC.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator

from probes import http, tls
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PATH = "/redfish/v1/"
LONGEST_VALUE = 200
ROOT = {
    "Vendor": "redfish.vendor",
    "Product": "redfish.product",
    "Name": "redfish.name",
    "RedfishVersion": "redfish.version",
    "UUID": "redfish.uuid",
}
"""Properties of the service root (DSP2046) and the fields that they become."""
DELL = {"ServiceTag": "redfish.service_tag", "ManagerMACAddress": "redfish.mac"}
"""Properties of DellServiceRoot."""
MANAGER = {
    "ManagerType": "redfish.manager",
    "ManagerFirmwareVersion": "redfish.firmware",
    "HostName": "redfish.hostname",
}
"""Properties of HPE's Manager in the service root; since iLO 5 2.30 it keeps the first two to itself."""
_MARKS = re.compile(
    r"(?<![A-Za-z])(?:i?DRAC\d?|Remote Access (?:Controller|Group)|iLO|ILO[A-Z0-9]{8,}|(?i:integrated lights-out)"
    r"|OU=ISS,O=Hewlett|XClarity|XCC|IMM2?|iBMC|BMC(?! Software)|MegaRAC|OpenBMC|bmcweb|iRMC|CIMC"
    r"|Integrated Management Controller|(?i:super ?micro)|ATEN International|IPMI|EXPRESSSCOPE|(?i:redfish))(?![a-z])"
)
"""Words by which a page, a certificate or an announcement is a management controller's."""


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    if not any(_MARKS.search(text) for name, text in target.told if name != "https.port"):
        return []
    port = next(
        (int(text) for name, text in target.told if name == "https.port" and _is_port(text)), tls.PORT
    )
    replies = yield Ask(Via.TLS, port, http.request(target.host, PATH, port=port), wait=3.0)
    payload = b"".join(reply.payload for reply in replies)
    return parse(payload) if payload else []


def _is_port(text: str) -> bool:
    return text.isdecimal() and 0 < int(text) < 65536


def parse(payload: bytes) -> list[Reading]:
    """The readings of an HTTP answer; none where it was refused. Raises ParseError where it is no service root."""
    answer = http.split(payload)
    if answer.status != 200:
        return []
    try:
        root = json.loads(http.unchunked(answer))
    except (ValueError, RecursionError) as error:
        raise ParseError(f"no JSON: {type(error).__name__}") from error
    if not isinstance(root, dict) or "ServiceRoot" not in str(root.get("@odata.type")):
        raise ParseError("no service root of Redfish")
    found = (reading(name, _plain(text)) for name, text in _said(root))
    return [r for r in dict.fromkeys(found) if r.value]


def _said(root: dict[str, object]) -> Iterator[tuple[str, object]]:
    yield from ((name, root.get(key)) for key, name in ROOT.items())
    makers = _table(root.get("Oem"))
    yield "redfish.oem", " ".join(sorted(makers))
    yield from ((name, _table(makers.get("Dell")).get(key)) for key, name in DELL.items())
    for maker in ("Hpe", "Hp"):
        own = _table(makers.get(maker))
        managers = own.get("Manager")
        manager = _table(managers[0] if isinstance(managers, list) and managers else managers)
        yield "redfish.manager", _table(own.get("Moniker")).get("PRODGEN")
        yield from ((name, manager.get(key)) for key, name in MANAGER.items())


def _table(content: object) -> dict[str, object]:
    return content if isinstance(content, dict) else {}


def _plain(text: object) -> str:
    return " ".join(text.split())[:LONGEST_VALUE] if isinstance(text, str) else ""


PROBE = Probe(
    name="redfish",
    impact=Impact.CONNECT,
    fields=frozenset({*ROOT.values(), *DELL.values(), *MANAGER.values(), "redfish.oem"}),
    ports=frozenset({("tcp", tls.PORT), ("tcp", 0)}),
    packets=22,  # as TLS with a page, and two for a longer answer
    summary="asks a server's management controller once for what it says of itself to anybody: maker, product, service tag",
    talk=talk,
    suits=frozenset({"server", "unknown"}),
    wants=frozenset(
        {"https.server", "https.title", "https.port", "tls.subject", "tls.issuer", "ssdp.type", "upnp.model"}
    ),
    worth=6,
    ways_in=True,
)
