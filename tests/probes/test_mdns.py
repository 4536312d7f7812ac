"""mDNS: two questions and no more, whatever a link offers, and whose each answer is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import mdns
from probes.model import Ask, ParseError, Reading, Reply, Target, Via

PTR, TXT, SRV, A = 12, 16, 33, 1
PEER = "192.0.2.10"


def name(text: str) -> bytes:
    labels = [label.encode() for label in text.strip(".").split(".")]
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def record(owner: str, kind: int, data: bytes) -> bytes:
    return (
        name(owner)
        + kind.to_bytes(2, "big")
        + bytes.fromhex("8001 0000000a")
        + len(data).to_bytes(2, "big")
        + data
    )


def packet(*records: bytes, flags: int = 0x8400) -> bytes:
    """RFC 1035, 4.1: a header and these records as answers."""
    return (
        bytes(2)
        + flags.to_bytes(2, "big")
        + bytes(2)
        + len(records).to_bytes(2, "big")
        + bytes(4)
        + b"".join(records)
    )


def srv(instance: str, target: str) -> bytes:
    return record(instance, SRV, bytes.fromhex("0000 0000 0050") + name(target))


def offering(*types: str) -> bytes:
    return packet(*(record(mdns.SERVICES, PTR, name(f"{t}.local")) for t in types))


def conversation(first: list[Reply]) -> tuple[list[Ask], list[Reading]]:
    """These replies to the first question, silence to every other: what is asked, and read."""
    talk = mdns.talk(Target("192.0.2.0", 0x01020304))
    asks = [next(talk)]
    try:
        asks.append(talk.send(tuple(first)))
        while True:
            asks.append(talk.send(()))
    except StopIteration as end:
        return asks, end.value


def test_the_first_question_by_the_byte() -> None:
    question = bytes.fromhex("0304 0000 0001 0000 0000 0000") + name("_services._dns-sd._udp.local")
    assert mdns.question([mdns.SERVICES], 0x01020304) == question + bytes.fromhex("000c 0001")


def test_both_questions_go_to_the_group_once() -> None:
    asks, _ = conversation([Reply(PEER, offering("_ipp._tcp"))])
    assert [(a.via, a.group, a.port) for a in asks] == [(Via.MULTICAST, "224.0.0.251", 5353)] * 2


def test_a_link_without_services_is_asked_once() -> None:
    asks, found = conversation([])
    assert (len(asks), found) == (1, [])


def test_medicine_and_office_come_first_and_there_is_a_cap() -> None:
    many = [f"_a{i}._tcp" for i in range(80)]
    asks, _ = conversation(
        [Reply(PEER, offering(*many)), Reply("192.0.2.11", offering("_ipp._tcp", "_DICOM._tcp"))]
    )
    (_, second) = asks
    assert int.from_bytes(second.payload[4:6], "big") == mdns.MOST_TYPES
    assert len(second.payload) <= 1460
    assert second.payload.index(b"_dicom") < second.payload.index(b"_ipp") < second.payload.index(b"_a0")


def test_the_longest_types_still_make_one_packet() -> None:
    asks, _ = conversation([Reply(PEER, offering(*(f"_{'x' * 30}{i:02}._udp" for i in range(60))))])
    assert len(asks) == 2
    assert len(asks[1].payload) <= 1460


@pytest.mark.parametrize(
    "offered",
    [f"_{'x' * 40}._tcp", "ipp._tcp", "_ipp._sctp", "_a b._tcp", "_services._dns-sd._udp.example"],
)
def test_what_is_no_type_of_service_is_neither_read_nor_asked(offered: str) -> None:
    asks, found = conversation([Reply(PEER, packet(record(mdns.SERVICES, PTR, name(offered))))])
    assert (len(asks), found) == (1, [])


def test_each_reading_belongs_to_who_sent_it() -> None:
    _, found = conversation([Reply(PEER, offering("_ipp._tcp")), Reply("192.0.2.11", offering("_ssh._tcp"))])
    assert found == [
        Reading("mdns.service", "_ipp._tcp", PEER),
        Reading("mdns.service", "_ssh._tcp", "192.0.2.11"),
    ]


def test_what_is_heard_belongs_to_a_sender_whom_the_driver_knows() -> None:
    assert {r.host for r in mdns.hear(offering("_ipp._tcp"))} == {""}


INSTANCE = "Front desk._ipp._tcp.local"


@pytest.mark.parametrize(
    ("meaning", "addresses", "believed"),
    [
        ("its own address", [PEER], True),
        ("its own among others", ["198.51.100.7", PEER], True),
        ("none told", [], True),
        ("another host's: a sleep proxy or a reflector", ["192.0.2.99"], False),
    ],
)
def test_nobody_is_taken_for_whom_it_speaks_for(meaning: str, addresses: list[str], believed: bool) -> None:
    records = [srv(INSTANCE, "desk.local")]
    records += [record("desk.local", A, bytes(map(int, a.split(".")))) for a in addresses]
    _, found = conversation([Reply(PEER, packet(*records))])
    fields = {r.field for r in found}
    assert ("mdns.instance" in fields) == believed
    assert ("mdns.hostname" in fields) == believed
    assert [r.value for r in found if r.field == "mdns.address"] == addresses


def test_names_keep_dots_and_japanese() -> None:
    dotted = b"\x0c3F.\xe5\x8f\x97\xe4\xbb\x98 PC" + name("_rfb._tcp.local")
    found = mdns.hear(packet(name("_rfb._tcp.local") + bytes.fromhex("000c 0001 00000078")
                             + len(dotted).to_bytes(2, "big") + dotted))  # fmt: skip
    assert Reading("mdns.instance", "3F.受付 PC._rfb._tcp") in found


@pytest.mark.parametrize(
    ("octets", "kept"),
    [
        (b"ty=HP LaserJet M507", True),
        ("note=３階東".encode(), True),
        (b"flag", False),
        (b"=value", False),
        (b"empty=", False),
        (b"key=\xff\xfe", False),
        (b"key=\x01\x02", False),
        (b"key=" + b"x" * 196, True),
        (b"key=" + b"x" * 197, False),
    ],
)
def test_txt_strings_that_a_person_could_read(octets: bytes, kept: bool) -> None:
    found = mdns.hear(packet(record(INSTANCE, TXT, bytes([len(octets)]) + octets)))
    texts = [r.value for r in found if r.field == "mdns.txt"]
    assert texts == ([f"_ipp._tcp {octets.decode()}"] if kept else [])


def test_a_device_cannot_fill_the_journal() -> None:
    text = b"\x03a=b" * 200
    assert (
        sum(r.field == "mdns.txt" for r in mdns.hear(packet(record(INSTANCE, TXT, text)))) <= mdns.MOST_TEXTS
    )
    many = packet(*(record(f"n{i}.local", A, bytes([192, 0, 2, i % 250])) for i in range(900)))
    assert len(mdns.hear(many)) == mdns.MOST_READINGS


def test_a_question_heard_tells_nothing() -> None:
    assert mdns.hear(mdns.question([mdns.SERVICES], 7)) == []


@pytest.mark.parametrize(
    ("meaning", "payload"),
    [
        ("nothing", b""),
        ("half a header", bytes(11)),
        ("a record that is not there", packet()[:6] + b"\x00\x01" + bytes(4)),
        ("a name that points at itself", packet(b"\xc0\x0c" + bytes(10))),
    ],
)
def test_what_is_no_dns_is_refused(meaning: str, payload: bytes) -> None:
    with pytest.raises(ParseError):
        mdns.hear(payload)


def test_one_garbled_answer_does_not_cost_the_others_theirs() -> None:
    good = Reply(PEER, offering("_ipp._tcp"))
    _, found = conversation([Reply("192.0.2.66", b"?"), good])
    assert found == [Reading("mdns.service", "_ipp._tcp", PEER)]
    with pytest.raises(ParseError):
        conversation([Reply("192.0.2.66", b"?")])


@given(
    st.lists(
        st.sampled_from([packet(), offering("_x._tcp"), b"\xc0\x0c", b"\0", bytes(12), bytes(30)]), max_size=6
    )
)
def test_whatever_is_strung_together_is_read_or_refused(parts: list[bytes]) -> None:
    try:
        mdns.hear(b"".join(parts))
    except ParseError:
        return
