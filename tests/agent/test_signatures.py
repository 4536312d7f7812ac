"""What is known of how devices speak by themselves: each is heard and judged here, or stands with why it is not.

A case is one signature of the field: the bytes of a frame's inside, and the claim that must come of it, through the
real table of listeners and the real rules. WITHOUT names the signatures of which nothing is made, with the reason.
"""

from __future__ import annotations

import pytest

from agent.identify import claims_of
from agent.listen import hear, table_of
from agent.rules import load_rules
from probes import all_probes, dicom
from probes.model import Evidence

RULES = load_rules()
TABLE = table_of(all_probes().values())
MACS = bytes.fromhex("ffffffffffff 00095c100007")
HERE = "192.0.2.7"

WITHOUT = {
    "IntelliVue model and bed label": "they stand in the answers to polls alone, beside measurements, which are not read",
    "IntelliVue's own network and its mask": "what a network is called and how wide it is stands in the scope",
    "GE RWHAT, names and services": "its layout is not published; that a node broadcasts there is told (flow.broadcasts)",
    "GE time in frames of another length": "106 bytes are the frame with its headers; the 64 inside are what is checked",
    "GE Unity request": "the sender of a request is the computer; the device is known by its answer",
    "DICOM P-DATA": "images and patients: nothing of it is read",
    "SDC repetition": "a reading is kept once, however often it is heard",
    "SDC namespaces of BICEPS": "they occur inside the encrypted session; the announcement names the device's type",
    "NKV-550 stream": "its content is a patient's; who serves its port is told by the handshake (flow.serves)",
    "ORCA CLAIM's end of message": "its content is a patient's; who serves its port is told by the handshake (flow.serves)",
    "Draeger's trap": "encrypted; the engine's id in clear names the maker's number, and which of Draeger's devices it is not",
    "B. Braun's registration": "its layout is not published; that it opens connections to its server is told by flow.uses",
    "NTLM in Kerberos and CredSSP over UDP": "neither has been met there; over TCP any wrapping is searched",
    "TeamViewer's own magic": "two bytes prove nothing; its port with a handshake, or with question and answer, is a hint",
    "QUIC's server name": "encrypted with a key that follows from the packet; and what people read is their own",
}  # fmt: skip


def ip(protocol: int, body: bytes, source: str = HERE, to: str = "192.0.2.255") -> bytes:
    head = bytes([0x45, 0]) + (20 + len(body)).to_bytes(2, "big") + bytes(4) + bytes([64, protocol, 0, 0])
    ends = bytes(int(part) for address in (source, to) for part in address.split("."))
    return MACS + b"\x08\0" + head + ends + body


def udp(port: int, body: bytes, source_port: int = 50123) -> bytes:
    ports = source_port.to_bytes(2, "big") + port.to_bytes(2, "big")
    return ip(17, ports + (8 + len(body)).to_bytes(2, "big") + bytes(2) + body)


def tcp(
    body: bytes, port: int = 4001, source_port: int = 50123, flags: int = 0x18, back: bool = False
) -> bytes:
    """From HERE to another; `back`: from that other's `port` to HERE."""
    if back:
        ports = port.to_bytes(2, "big") + source_port.to_bytes(2, "big")
        return ip(6, ports + bytes(8) + bytes([0x50, flags]) + bytes(6) + body, "192.0.2.9", HERE)
    ports = source_port.to_bytes(2, "big") + port.to_bytes(2, "big")
    return ip(6, ports + bytes(8) + bytes([0x50, flags]) + bytes(6) + body, to="192.0.2.9")


def dhcp(*options: tuple[int, bytes]) -> bytes:
    head = bytes([1, 1, 6, 0]) + bytes(8) + bytes([192, 0, 2, 7]) + bytes(12) + MACS[6:] + bytes(10 + 192)
    area = b"".join(bytes([code, len(value)]) + value for code, value in options)
    return udp(67, head + bytes.fromhex("63825363 350103") + area + b"\xff", 68)


def option_60(text: str) -> bytes:
    return dhcp((60, text.encode()))


INDICATION = bytes.fromhex(
    "00000100 0001 0020 0001 0000 001a 0021 0000 0000 00000007 0d06 000c 0001 0008 0986 0004 0001 0021"
)
GE_TIME = (
    bytes(6) + bytes([192, 0, 2, 7]) + bytes(14) + b"ICU\0\0\0\0" + b"R3\0\0\0\0" + bytes(23) + b"\xe5\0\0\0"
)
SDC_HELLO = (
    b'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" '
    b'xmlns:m="http://standards.ieee.org/downloads/11073/11073-20702-2016"><s:Body><Hello>'
    b"<EndpointReference><Address>urn:uuid:0001</Address></EndpointReference><Types>m:MedicalDevice</Types>"
    b"</Hello></s:Body></s:Envelope>"
)
MLLP = b"\x0bMSH|^~\\&|LIS-9|LAB|HIS|WARD|20260304||ORU^R01\r"
BONJOUR = bytes.fromhex(
    "0000 8400 0000 0001 0000 0000 06 5f6469636f6d 04 5f746370 05 6c6f63616c 00 000c 0001 00000078 0005 02 5831 c00c"
)
MEDIBUS = b"\x01R8210'Evita XX'04"
MEDIBUS += b"%02X\r" % (sum(MEDIBUS) & 0xFF)
DATEX = b"\x7e\x64\0" + bytes(14) + b"\0\0\1\0\0\xff" + bytes(78)
NTLM = b"NTLMSSP\0\2\0\0\0" + bytes(8) + b"\1\0\0\2" + bytes(24) + b"\x0a\0\x63\x45\0\0\0\x0f"
WINDOWS_7 = bytes.fromhex("1e2b516905991c7d7c96fcbfb587e46100000007")
IKE = b"cookie-i" + bytes(8) + b"\x0d\x10\2\0" + bytes(4) + b"\0\0\0\x34\0\0\0\x18" + WINDOWS_7
KEY = bytes(range(3, 227, 7))
PARAMETERS = bytes([1, 3, 6, 15, 31, 33, 43, 44, 46, 47, 119, 121, 249, 252])
POLL_RESULT = bytes.fromhex("e1000002 0002 000e 0001 0007 0008") + bytes(8)


def dns_question(name: bytes) -> bytes:
    labels = b"".join(bytes([len(label)]) + label for label in name.split(b"."))
    return b"\0\1\1\0\0\1" + bytes(6) + labels + b"\0\0\1\0\1"


def client_hello(name: bytes) -> bytes:
    entry = b"\0" + len(name).to_bytes(2, "big") + name
    value = len(entry).to_bytes(2, "big") + entry
    extension = b"\0\0" + len(value).to_bytes(2, "big") + value
    body = b"\3\3" + bytes(32) + b"\0" + b"\0\0" + b"\0" + len(extension).to_bytes(2, "big") + extension
    return b"\x16\3\1\0\0\1\0\0\0" + body


CASES = [
    ("IntelliVue says that it is there", udp(24005, INDICATION), ("kind", "monitor")),
    ("IntelliVue exports to its client", udp(50123, POLL_RESULT, 24105), ("kind", "monitor")),
    ("GE's central station keeps the time", udp(2000, GE_TIME), ("vendor", "GE HealthCare")),
    ("a node of GE's network", udp(7000, b"?"), ("fragile", "yes")),
    ("a medical device of SDC", udp(3702, SDC_HELLO), ("class", "medical")),
    ("DICOM, whatever the port", tcp(dicom.association_request(b"PACS1", b"CT2"), 4242), ("class", "medical")),
    ("DICOM that refuses", tcp(b"\3\0\0\0\0\4\0\1\1\3"), ("class", "medical")),
    ("a DICOM node of Bonjour", udp(5353, BONJOUR, 5353), ("class", "medical")),
    ("HL7, whatever the port", tcp(MLLP), ("class", "server")),
    ("Medibus behind a device server", tcp(MEDIBUS), ("kind", "serial-device-server")),
    ("Datex behind a device server", tcp(DATEX), ("fragile", "yes")),
    ("IntelliVue behind a device server", tcp(b"\xc0\x11\0\0\x16" + POLL_RESULT), ("fragile", "yes")),
    ("a capnograph behind a device server", tcp(bytes.fromhex("85 05 00 01 02 03 00 05")), ("fragile", "yes")),
    ("a PB840 behind a device server", tcp(b"MISCA,706,97 ,\x02"), ("fragile", "yes")),
    ("GE's serial interface behind a device server", tcp(bytes(12) + bytes.fromhex("00c90014") + bytes(44)), ("fragile", "yes")),
    ("a ventilator NKV-550 is connected to", tcp(b"", 50123, 15376, 0x12), ("kind", "ventilator")),
    ("a receipt computer takes CLAIM", tcp(b"", 50123, 8210, 0x12), ("kind", "receipt-computer")),
    ("dental devices of Dürr", udp(45123, b"?"), ("class", "medical")),
    ("an audit of ATNA", udp(514, b"<85>1 2026-03-04T05:06:07Z ct1 scan 7 IHE+RFC-3881 - x"), ("class", "medical")),
    ("SSDP", udp(1900, b"NOTIFY * HTTP/1.1\r\nNT: urn:schemas-upnp-org:device:Printer:1\r\n\r\n"), ("class", "printer")),
    ("a name in DHCP", dhcp((12, b"WARD-PC7")), ("hostname", "WARD-PC7")),
    ("a whole name in DHCP", dhcp((81, b"\0\0\0ct1.xray.example")), ("hostname", "ct1")),
    ("the order of DHCP's parameters", dhcp((55, PARAMETERS)), ("os", "Windows")),
    ("Windows", option_60("MSFT 5.0"), ("os", "Windows")),
    ("eWON", option_60("eWON"), ("remote", "VPN router")),
    ("APC", option_60("APC"), ("vendor", "APC")),
    ("Zebra", option_60("ZEBRA"), ("kind", "label-printer")),
    ("Zebra with its model", option_60("Zebra Technologies ZTC ZD421-203dpi ZPL"), ("kind", "label-printer")),
    ("a thin client", option_60("PCoIP Endpoint"), ("kind", "thin-client")),
    ("Android", option_60("android-dhcp-13"), ("os", "Android OS")),
    ("dhcpcd", option_60("dhcpcd-9.4.1:Linux-5.15.61:aarch64:x"), ("os", "Linux")),
    ("ChromeOS", option_60("chromeos"), ("kind", "pc")),
    ("Meraki", option_60("MERAKI"), ("vendor", "Meraki")),
    ("Axis", option_60("AXIS,Network Camera,P3245-V,10.12.114"), ("kind", "ip-camera")),
    ("Aerohive", option_60("AEROHIVE"), ("kind", "access-point")),
    ("Canon", option_60("Canon iR-ADV C5535"), ("kind", "mfp")),
    ("Fuji Xerox", option_60("Mfg=FujiXerox;Typ=MFP;Mod=x"), ("class", "printer")),
    ("Samsung's printers", option_60("SAMSUNG Network Printer"), ("class", "printer")),
    ("Polycom", option_60("Polycom-VVX411"), ("kind", "ip-phone")),
    ("NTLM's build", tcp(NTLM), ("os", "Windows 10 1809 or Windows Server 2019")),
    ("IKE's vendor id", udp(500, IKE), ("os", "Windows 7 or Windows Server 2008 R2")),
    ("the server's name in TLS", tcp(client_hello(b"relay-1.net.anydesk.com"), 443), ("remote", "remote control relay")),
    ("a name that DNS is asked for", udp(53, dns_question(b"router15.teamviewer.com")), ("remote", "remote control relay")),
    ("WireGuard", udp(51820, b"\1\0\0\0" + bytes(4) + KEY + bytes(108)), ("remote", "WireGuard")),
    ("WireGuard on another port", udp(40000, b"\2\0\0\0" + bytes(8) + KEY + bytes(48)), ("remote", "WireGuard")),
    ("Tailscale", udp(41641, bytes.fromhex("5453f09f92ac") + bytes(60)), ("remote", "Tailscale")),
    ("SoftEther", udp(5004, b"IP=192.0.2.44,PORT=50021"), ("remote", "SoftEther VPN")),
    ("Radmin", tcp(bytes.fromhex("0100000025000002120802") + bytes(35), 50123, 4899), ("remote", "remote control")),
    ("TeamViewer over TCP", tcp(b"", 5938, flags=0x12, back=True), ("remote", "remote control relay")),
    ("TeamViewer over UDP", ip(17, bytes.fromhex("1732c350000900007a"), "192.0.2.9", HERE), ("remote", "remote control relay")),
]  # fmt: skip


@pytest.mark.parametrize(("meaning", "frame", "claim"), CASES, ids=[case[0] for case in CASES])
def test_a_signature_is_heard_and_judged(meaning: str, frame: bytes, claim: tuple[str, str]) -> None:
    heard = hear(frame, TABLE)
    assert not heard.garbled
    evidence = [
        Evidence("main", r.host, probe, r.field, r.value, "") for probe, r in heard.readings if r.host == HERE
    ]
    claims = {(c.attribute, c.value) for c in claims_of(evidence, RULES, registrant=lambda _: "")}
    assert claim in claims, sorted(claims)


def test_what_is_left_out_says_why() -> None:
    assert all(len(why.split()) >= 5 for why in WITHOUT.values())
    assert not WITHOUT.keys() & {case[0] for case in CASES}


ARP_REPLY = (
    bytes.fromhex("0001 0800 06 04 0002")
    + MACS[6:]
    + bytes([192, 0, 2, 7])
    + bytes(6)
    + bytes([192, 0, 2, 9])
)
NETBIOS_NAME = (
    b"\x20" + bytes(0x41 + half for c in b"WARD-PC7".ljust(15) + b"\0" for half in (c >> 4, c & 15)) + b"\0"
)
CLAIM = (
    b"\x80\1\x28\0\0\1\0\0\0\0\0\1" + NETBIOS_NAME + b"\0\x20\0\1\xc0\x0c\0\x20\0\1" + bytes(4)
    + b"\0\6\0\0" + bytes([192, 0, 2, 7])
)  # fmt: skip
LLMNR_ANSWER = (
    b"\0\1\x80\0\0\1\0\1\0\0\0\0\x08WARD-PC7\0\0\1\0\1\x08WARD-PC7\0\0\1\0\1" + bytes(4) + b"\0\4\xc0\0\2\7"
)


@pytest.mark.parametrize(
    ("meaning", "frame", "told"),
    [
        ("ARP ties address and MAC", MACS + b"\x08\x06" + ARP_REPLY, ("arp.mac", "00:09:5c:10:00:07")),
        (
            "a device without an open port is seen by its own flows",
            tcp(b"", 4000, flags=0x12, back=True),
            ("flow.uses", "tcp/4000 192.0.2.9"),
        ),
        ("a name of NetBIOS", udp(137, CLAIM, 137), ("netbios.name", "WARD-PC7")),
        ("a name of LLMNR", udp(50123, LLMNR_ANSWER, 5355), ("llmnr.hostname", "WARD-PC7")),
    ],
)
def test_a_signature_that_tells_who_and_not_what(meaning: str, frame: bytes, told: tuple[str, str]) -> None:
    assert told in {(r.field, r.value) for _, r in hear(frame, TABLE).readings if r.host == HERE}
