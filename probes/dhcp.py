"""DHCP (RFC 2131, RFC 2132): what a machine says of itself before it has an address.

Heard, never asked. A client tells its name, its maker's class and in which order it wants parameters, which
is a mark of its operating system; every client does so at boot and at each renewal, in a broadcast that the
whole link hears. A relay's copy (RFC 2131, 4.1) says the same.

A client that has no address yet is known by its MAC. Which address it got is said by the server's ACK alone:
what a client asks for it may not get. A relay or a switch adds the port that the client hangs on (option 82, RFC
3046): a text of the maker's, or in the form of Cisco and many others VLAN, module and port. Options may be split over
several (RFC 3396) and continue in the fields for file and server name (option 52). An option that runs off the
end ends the reading.
"""

from __future__ import annotations

from probes.charset import decoded
from probes.cursor import Cursor
from probes.model import Impact, ParseError, Probe, Reading, reading

SERVER_PORT, CLIENT_PORT = 67, 68
REQUEST, REPLY = 1, 2
ETHERNET = 1
COOKIE = bytes.fromhex("63825363")
PAD, END = 0, 255
HOST_NAME, OVERLOAD, KIND, SERVER, PARAMETERS, VENDOR_CLASS, CLIENT_ID, FQDN = 12, 52, 53, 54, 55, 60, 61, 81
RELAY, MAKER_CLASS = 82, 124
CIRCUIT, REMOTE = 1, 2
OFFER, ACK = 2, 5
MOST_OPTIONS = 256
LONGEST_NAME = 255
WIRE_NAME = 0x04
"""The E bit of a client FQDN: its name is in DNS labels and not in ASCII (RFC 4702, 2.1)."""
NO_ADDRESS = bytes(4)


def hear(message: bytes) -> list[Reading]:
    """One message of either side. Raises ParseError."""
    cursor = Cursor(message)
    direction, hardware, length = cursor.u8(), cursor.u8(), cursor.u8()
    if direction not in (REQUEST, REPLY):
        raise ParseError(f"neither a BOOTP request nor a reply: {direction}")
    cursor.skip(9)
    own, given = cursor.take(4), cursor.take(4)
    cursor.skip(8)
    address = cursor.take(16)[:6]
    mac = (
        address.hex(":")
        if hardware == ETHERNET and length == 6 and any(address) and not address[0] & 1
        else ""
    )
    server_name, file = cursor.take(64), cursor.take(128)
    cursor.expect(COOKIE, "the cookie of DHCP")
    options = _options(cursor.rest())
    overload = options.get(OVERLOAD, b"\0")[:1]
    for flag, area in ((1, file), (2, server_name)):
        if overload and overload[0] & flag:
            for code, value in _options(area).items():
                options.setdefault(code, value)
    if direction == REQUEST:
        return _of_client(options, _ip(own) or mac, mac)
    return _of_server(options, _ip(given) or _ip(own), mac)


def _options(area: bytes) -> dict[int, bytes]:
    """Code -> value, split ones joined; as far as they are whole."""
    cursor, found = Cursor(area), dict[int, bytes]()
    for _ in range(MOST_OPTIONS):
        if not cursor.left or (code := cursor.u8()) == END:
            break
        if code == PAD:
            continue
        if not cursor.left or (size := cursor.u8()) > cursor.left:
            break
        found[code] = found.get(code, b"") + cursor.take(size)
    return found


def _of_client(options: dict[int, bytes], host: str, mac: str) -> list[Reading]:
    if not host:
        return []
    said = [
        ("dhcp.mac", mac),
        ("dhcp.hostname", _text(options.get(HOST_NAME, b""))),
        ("dhcp.fqdn", _fqdn(options.get(FQDN, b""))),
        ("dhcp.vendor_class", _text(options.get(VENDOR_CLASS, b""))),
        ("dhcp.parameters", ",".join(map(str, options.get(PARAMETERS, b"")))),
        ("dhcp.client_id", _client_id(options.get(CLIENT_ID, b""))),
        ("dhcp.maker_class", _maker_class(options.get(MAKER_CLASS, b""))),
        *_relayed(options.get(RELAY, b"")),
    ]
    return [r for name, value in said if (r := reading(name, value, host)).value]


def _of_server(options: dict[int, bytes], client: str, mac: str) -> list[Reading]:
    found: list[Reading] = []
    kind = options.get(KIND, b"")
    if kind == bytes([ACK]) and client and mac:
        found.append(reading("dhcp.mac", mac, client))
    if kind in (bytes([OFFER]), bytes([ACK])) and (server := _ip(options.get(SERVER, b"")[:4])):
        found.append(reading("dhcp.serves", "udp/67", server))
    return found


def _ip(octets: bytes) -> str:
    if len(octets) != 4 or octets == NO_ADDRESS or octets[0] in (0, 127) or octets[0] >= 224:
        return ""
    return ".".join(map(str, octets))


def _text(octets: bytes) -> str:
    return decoded(octets[:LONGEST_NAME].rstrip(b"\0"))


def _fqdn(octets: bytes) -> str:
    """RFC 4702, 2: flags, two result codes, the name in ASCII or in DNS labels."""
    if len(octets) < 4:
        return ""
    if not octets[0] & WIRE_NAME:
        return _text(octets[3:])
    cursor, labels = Cursor(octets[3 : 3 + LONGEST_NAME]), list[bytes]()
    while cursor.left and (size := cursor.u8()) and size <= min(63, cursor.left):
        labels.append(cursor.take(size))
    return _text(b".".join(labels))


def _maker_class(octets: bytes) -> str:
    """The first maker's number (IANA) and class (RFC 3925, 3): number, length, then length and text each."""
    cursor = Cursor(octets)
    if cursor.left < 5:
        return ""
    number = cursor.u32()
    body = Cursor(cursor.take(min(cursor.u8(), cursor.left)))
    text = _text(body.take(min(body.u8(), body.left))) if body.left else ""
    return f"{number} {text}".rstrip() if text.isprintable() else str(number)


def _relayed(octets: bytes) -> list[tuple[str, str]]:
    """Circuit and remote id of option 82: which port of which switch."""
    found = _options(octets)
    circuit, remote = found.get(CIRCUIT, b""), found.get(REMOTE, b"")
    return [("dhcp.circuit", _circuit(circuit)), ("dhcp.relay", _relay(remote))]


def _circuit(octets: bytes) -> str:
    """00 04, VLAN, module, port (Cisco's "Configuring DHCP Snooping"); else text as it is, else hex."""
    if len(octets) == 6 and octets[:2] == b"\0\4":
        return f"vlan {int.from_bytes(octets[2:4], 'big')} module {octets[4]} port {octets[5]}"
    return _printable(octets)


def _relay(octets: bytes) -> str:
    """00 06 and a MAC (the same); a MAC alone; else text or hex."""
    if len(octets) == 8 and octets[:2] == b"\0\6":
        return octets[2:].hex(":")
    if len(octets) == 6 and not octets.isascii():
        return octets.hex(":")
    return _printable(octets)


def _printable(octets: bytes) -> str:
    """Of 01, length, text (the same) the text."""
    if len(octets) > 2 and octets[0] == 1 and octets[1] == len(octets) - 2:
        octets = octets[2:]
    text = _text(octets)
    return text if text.isprintable() else octets[:LONGEST_NAME].hex()


def _client_id(octets: bytes) -> str:
    """A text that a maker put there, such as a serial number; MACs and DUIDs say nothing new (RFC 2132, 9.14)."""
    if len(octets) < 5 or octets[0] not in (0, *range(0x20, 0x7F)):
        return ""
    text = octets[1:] if octets[0] == 0 else octets
    return (
        text.decode("ascii")
        if all(0x20 <= c < 0x7F for c in text[:LONGEST_NAME]) and len(text) <= LONGEST_NAME
        else ""
    )


PROBE = Probe(
    name="dhcp",
    impact=Impact.LISTEN,
    fields=frozenset(
        {
            "dhcp.mac",
            "dhcp.hostname",
            "dhcp.fqdn",
            "dhcp.vendor_class",
            "dhcp.parameters",
            "dhcp.client_id",
            "dhcp.maker_class",
            "dhcp.circuit",
            "dhcp.relay",
            "dhcp.serves",
        }
    ),
    ports=frozenset(),
    packets=1,
    summary="Hears what machines tell when they ask for an address: name, maker's class, order of parameters (DHCP).",
    hear=hear,
    suits=frozenset(),
    heard_on=frozenset({("udp", SERVER_PORT), ("udp", CLIENT_PORT)}),
)
