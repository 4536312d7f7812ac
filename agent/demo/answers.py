"""What the stand-ins answer: pure functions from one question's bytes to the answer's, or None for silence.

Each is the least of its protocol that an honest question can get, written from the standard it
cites and not with the codecs that the probes use, so that a shared misreading cannot hide.
"""

from __future__ import annotations

from agent.demo.host import Certificate, Dicom, Mdns, NetBios, Page, Service
from probes.cursor import Cursor
from probes.model import ParseError

IN = 1
A, PTR, TXT, SRV, ANY = 1, 12, 16, 33, 255
SERVICES = "_services._dns-sd._udp.local"
QUERY_OR_RESPONSE = 0x8000
UNICAST_WANTED = 0x8000
MDNS_PORT = 5353


def netbios_answer(question: bytes, host: NetBios, mac: str) -> bytes | None:
    """NetBIOS node status (RFC 1002, 4.2.17 and 4.2.18): the names of this host and its MAC."""
    try:
        cursor = Cursor(question)
        number, flags, questions = cursor.u16(), cursor.u16(), cursor.u16()
        cursor.skip(6)
        name = cursor.take(34)
        kind, _ = cursor.u16(), cursor.u16()
    except ParseError:
        return None
    if flags & QUERY_OR_RESPONSE or questions != 1 or kind != 0x21:
        return None
    names = b"".join(
        text.encode("cp932").ljust(15)[:15] + bytes([suffix, 0x84 if group else 0x04, 0x00])
        for text, suffix, group in host.names
    )
    data = bytes([len(host.names)]) + names + bytes.fromhex(mac.replace(":", "")) + bytes(40)
    header = number.to_bytes(2, "big") + b"\x84\x00" + b"\x00\x00\x00\x01" + bytes(4)
    return header + name + b"\x00\x21\x00\x01" + bytes(4) + len(data).to_bytes(2, "big") + data


def http_answer(page: Page) -> bytes:
    """HTTP/1.1 (RFC 9110): the page, whatever is asked for; the connection closes after it."""
    body = page.body.encode()
    lines = [f"HTTP/1.1 {page.status}", *(f"{name}: {value}" for name, value in page.headers)]
    if not any(name.lower() == "content-type" for name, _ in page.headers):
        lines.append("Content-Type: text/html; charset=utf-8")
    lines += [f"Content-Length: {len(body)}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode() + body


def dicom_answer(pdu: bytes, host: Dicom) -> bytes | None:
    """One whole PDU (DICOM PS3.8, 9.3): A-ASSOCIATE-AC to a request, A-RELEASE-RP to a release, else A-ABORT."""
    if pdu[:1] == b"\x05":
        return b"\x06\x00\x00\x00\x00\x04" + bytes(4)
    if pdu[:1] != b"\x01":
        return b"\x07\x00\x00\x00\x00\x04\x00\x00\x02\x02"
    try:
        cursor = Cursor(pdu)
        cursor.skip(6)
        head = cursor.take(68)
        accepted = b""
        while cursor.left:
            kind, _, item = cursor.u8(), cursor.u8(), Cursor(cursor.take(cursor.u16()))
            if kind == 0x20:
                accepted += _accept_context(item)
    except ParseError:
        return b"\x07\x00\x00\x00\x00\x04\x00\x00\x02\x06"
    user = _item(0x51, (16384).to_bytes(4, "big"))
    user += _item(0x52, host.implementation_class.encode())
    user += _item(0x55, host.implementation_version.encode())
    body = head + _item(0x10, b"1.2.840.10008.3.1.1.1") + accepted + _item(0x50, user)
    return b"\x02\x00" + len(body).to_bytes(4, "big") + body


def _accept_context(item: Cursor) -> bytes:
    """Presentation context of the request -> of the answer (PS3.8, 9.3.3.2): first transfer syntax taken."""
    identifier = item.u8()
    item.skip(3)
    syntax = b""
    while item.left:
        kind, _, value = item.u8(), item.u8(), item.take(item.u16())
        if kind == 0x40 and not syntax:
            syntax = value
    return _item(0x21, bytes([identifier, 0, 0, 0]) + _item(0x40, syntax))


def _item(kind: int, value: bytes) -> bytes:
    return bytes([kind, 0]) + len(value).to_bytes(2, "big") + value


def mdns_answer(question: bytes, host: Mdns, ip: str, port: int) -> tuple[bytes, bool] | None:
    """mDNS and DNS-SD (RFC 6762, RFC 6763): (answer, goes to the group), or None where we have nothing to say.

    A question from another `port` than 5353 is a legacy one (RFC 6762, 6.7): the answer is unicast
    and repeats id and question.
    """
    try:
        cursor = Cursor(question)
        number, flags, count = cursor.u16(), cursor.u16(), cursor.u16()
        cursor.skip(6)
        asked = [(_read_name(cursor, question), cursor.u16(), cursor.u16()) for _ in range(count)]
    except ParseError:
        return None
    if flags & QUERY_OR_RESPONSE:
        return None
    answers: list[bytes] = []
    extras: list[bytes] = []
    for name, kind, _ in asked:
        found, more = _records(name, kind, host, ip)
        answers += found
        extras += [record for record in more if record not in found]
    if not answers:
        return None
    legacy = port != MDNS_PORT
    echo = asked if legacy else []
    header = (number if legacy else 0).to_bytes(2, "big") + b"\x84\x00"
    for size in (len(echo), len(answers), 0, len(extras)):
        header += size.to_bytes(2, "big")
    repeated = b"".join(_name(name) + kind.to_bytes(2, "big") + b"\x00\x01" for name, kind, _ in echo)
    to_group = not legacy and not any(klass & UNICAST_WANTED for _, _, klass in asked)
    return header + repeated + b"".join(answers + extras), to_group


def _records(name: str, kind: int, host: Mdns, ip: str) -> tuple[list[bytes], list[bytes]]:
    """(answers, additional records) to one question."""
    lowered = name.lower()
    own = f"{host.hostname}.local"
    address = _record(own, A, bytes(int(part) for part in ip.split(".")))
    if lowered == own.lower() and kind in (A, ANY):
        return [address], []
    if lowered == ".".join(reversed(ip.split("."))) + ".in-addr.arpa" and kind in (PTR, ANY):
        return [_record(lowered, PTR, _name(own))], []
    if lowered == SERVICES and kind in (PTR, ANY):
        kinds = dict.fromkeys(service.kind for service in host.services)
        return [_record(SERVICES, PTR, _name(f"{each}.local")) for each in kinds], []
    answers: list[bytes] = []
    extras: list[bytes] = []
    for service in host.services:
        pointer, described = _service_records(service, own)
        if lowered == f"{service.kind}.local".lower() and kind in (PTR, ANY):
            answers.append(pointer)
            extras += [*described, address]
        elif lowered == f"{service.instance}.{service.kind}.local".lower():
            answers += [record for record, of in zip(described, (SRV, TXT), strict=True) if kind in (of, ANY)]
            extras.append(address)
    return answers, extras


def _service_records(service: Service, own: str) -> tuple[bytes, list[bytes]]:
    """PTR, and SRV with TXT, of one service (RFC 6763, 4 to 6)."""
    instance = _label(service.instance) + _name(f"{service.kind}.local")
    srv = bytes(4) + service.port.to_bytes(2, "big") + _name(own)
    txt = b"".join(_label(text) for text in service.txt) or b"\x00"
    return (
        _record(f"{service.kind}.local", PTR, instance),
        [_record(instance, SRV, srv), _record(instance, TXT, txt)],
    )


def _record(name: str | bytes, kind: int, data: bytes) -> bytes:
    """TTL is 10 s, the most that a legacy answer may say."""
    written = name if isinstance(name, bytes) else _name(name)
    head = kind.to_bytes(2, "big") + IN.to_bytes(2, "big") + (10).to_bytes(4, "big")
    return written + head + len(data).to_bytes(2, "big") + data


def _name(text: str) -> bytes:
    return b"".join(_label(label) for label in text.split(".")) + b"\x00"


def _label(text: str) -> bytes:
    raw = text.encode()
    return bytes([len(raw)]) + raw


def _read_name(cursor: Cursor, whole: bytes, hops: int = 8) -> str:
    """A name with compression (RFC 1035, 4.1.4); a chain of more than 8 pointers is damage."""
    labels: list[str] = []
    while length := cursor.u8():
        if length >= 0xC0:
            if hops == 0:
                raise ParseError("a name of the question points in circles")
            behind = Cursor(whole)
            behind.skip((length & 0x3F) << 8 | cursor.u8())
            return ".".join([*labels, _read_name(behind, whole, hops - 1)])
        labels.append(cursor.take(length).decode("utf-8", "replace"))
    return ".".join(labels)


def make_certificate(certificate: Certificate, seed: str) -> tuple[bytes, bytes]:
    """(certificate, private key) in PEM, the same bytes for the same arguments. For stand-ins only:
    the key is derived from `seed`, which is no secret."""
    # Takes 0.1 s to import and only hosts with TLS need it.
    import hashlib
    from datetime import UTC, datetime

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    oids = {
        "CN": NameOID.COMMON_NAME, "O": NameOID.ORGANIZATION_NAME, "OU": NameOID.ORGANIZATIONAL_UNIT_NAME,
        "C": NameOID.COUNTRY_NAME, "L": NameOID.LOCALITY_NAME, "ST": NameOID.STATE_OR_PROVINCE_NAME,
        "E": NameOID.EMAIL_ADDRESS,
    }  # fmt: skip
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest(), "big") >> 8
    key = ec.derive_private_key(number, ec.SECP256R1())
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(oids[k], v) for k, v in certificate.subject]))
        .issuer_name(x509.Name([x509.NameAttribute(oids[k], v) for k, v in certificate.issuer]))
        .public_key(key.public_key())
        .serial_number(number >> 128)
        .not_valid_before(datetime(2022, 4, 1, tzinfo=UTC))
        .not_valid_after(datetime(2038, 1, 18, tzinfo=UTC))
        .sign(key, hashes.SHA256(), ecdsa_deterministic=True)
    )
    pem = serialization.Encoding.PEM
    plain = serialization.NoEncryption()
    return made.public_bytes(pem), key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
