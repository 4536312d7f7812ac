"""DPWS metadata (Devices Profile for Web Services, May 2006, 5; WS-Transfer): maker, model and serial of a device.

One WS-Transfer Get to the address that the device itself gave by WS-Discovery, and only where that address is its
own. SOAP travels by POST, but a Get is a read by its definition (WS-Transfer, 3.1): it changes nothing. Benign:
Windows puts it to every device that appears under "Network", which is why printers and computers answer it.

Medical devices of IEEE 11073 SDC have the same metadata and are never asked: what names itself a MedicalDevice
(11073-20702), or anything else of that standard, gets nothing more from us, whatever else it names itself.

A device's friendly name is left out: it is what the owner calls the thing, and that can be a person's name. Of a
Windows computer its relationship gives the computer's name and workgroup ([MS-PBSD], 2.2.1), which are kept.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from probes import http, wsd
from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading
from probes.upnp import at_home

GET = "http://schemas.xmlsoap.org/ws/2004/09/transfer/Get"
ANONYMOUS = f"{wsd.ADDRESSING}/role/anonymous"
MEDICAL = "standards.ieee.org/downloads/11073"
"""In the namespace of every type that IEEE 11073 SDC defines."""
WANTED = {
    "Manufacturer": "wsd_device.manufacturer",
    "ModelName": "wsd_device.model",
    "ModelNumber": "wsd_device.model_number",
    "FirmwareVersion": "wsd_device.firmware",
    "SerialNumber": "wsd_device.serial",
    "Computer": "wsd_device.computer",
}
"""Elements of ThisModel, ThisDevice and of a Windows computer's relationship, and the fields that they become."""
LONGEST_VALUE = 200
_UUID = re.compile(r"urn:uuid:[0-9A-Fa-f-]{8,64}|uuid:[0-9A-Za-z_.-]{8,64}")
_COMPUTER = re.compile(
    r"(?P<name>[^/\\]{1,63})[/\\](?P<where>Workgroup|Domain):(?P<group>.{1,63})", re.IGNORECASE
)


@dataclass(slots=True)
class _Sheet:
    """texts: wanted element -> its first text: a device may say the same in several languages."""

    texts: dict[str, str] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    said: str = ""

    def start(self, name: str, _: dict[str, str]) -> None:
        if len(self.path) >= wsd.DEEPEST:
            raise ParseError("elements within elements without end")
        self.path.append(name.rpartition(":")[2])
        self.said = ""

    def end(self, _: str) -> None:
        name = self.path.pop()
        if name in WANTED:
            self.texts.setdefault(name, self.said)

    def text(self, text: str) -> None:
        if len(self.said) < LONGEST_VALUE:
            self.said += text


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    told = [value for name, value in target.told if name == "wsd.type"]
    endpoint = next((v for name, v in target.told if name == "wsd.uuid" and _UUID.fullmatch(v)), "")
    if not endpoint or any(MEDICAL in kind for kind in told):
        return []
    for port, path in _own(target):
        question = request(target.host, port, path, endpoint, wsd.message_id(target.nonce))
        replies = yield Ask(Via.TCP, port, question, wait=3.0)
        payload = b"".join(reply.payload for reply in replies)
        return parse(payload) if payload else []
    return []


def _own(target: Target) -> Iterator[tuple[int, str]]:
    for name, url in target.told:
        if name == "wsd.service" and (place := at_home(url, target.host)):
            yield place


def request(host: str, port: int, path: str, endpoint: str, message: str) -> bytes:
    """One Get (WS-Transfer, 3.1), small enough for one frame. endpoint: the device's address of WS-Discovery."""
    header = (
        f"<wsa:To>{endpoint}</wsa:To><wsa:Action>{GET}</wsa:Action><wsa:MessageID>{message}</wsa:MessageID>"
        f"<wsa:ReplyTo><wsa:Address>{ANONYMOUS}</wsa:Address></wsa:ReplyTo>"
    )
    body = wsd.envelope(header, "")
    name = f"[{host}]" if ":" in host else host
    lines = (
        f"POST {path} HTTP/1.1",
        f"Host: {name}:{port}",
        f"User-Agent: {http.AGENT}",
        "Content-Type: application/soap+xml",
        f"Content-Length: {len(body)}",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii") + body


def parse(payload: bytes) -> list[Reading]:
    """The readings of an HTTP answer. Raises ParseError where it is none, or no envelope."""
    answer = http.split(payload)
    if answer.status != 200:
        return []
    sheet = _Sheet()
    wsd.parse(http.unchunked(answer), sheet.start, sheet.end, sheet.text)
    said = {name: " ".join(text.split())[:LONGEST_VALUE] for name, text in sheet.texts.items()}
    computer = _COMPUTER.fullmatch(said.pop("Computer", ""))
    found = [reading(WANTED[name], value) for name, value in said.items()]
    if computer:
        found.append(reading("wsd_device.computer", computer["name"]))
        found.append(reading("wsd_device.group", f"{computer['where'].lower()} {computer['group']}"))
    return [r for r in found if r.value]


PROBE = Probe(
    name="wsd_device",
    impact=Impact.CONNECT,
    fields=frozenset(WANTED.values()) | {"wsd_device.group"},
    ports=frozenset({("tcp", http.PORT), ("tcp", 0)}),
    packets=12,
    summary="reads what a printer, camera or computer says of itself by DPWS: maker, model, firmware, serial number",
    talk=talk,
    suits=frozenset({"printer", "camera", "terminal", "server", "storage", "unknown"}),
    wants=frozenset({"wsd.service", "wsd.uuid", "wsd.type"}),
)
