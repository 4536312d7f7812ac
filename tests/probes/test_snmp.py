"""SNMP: questions by the byte, which row is the device, and agents that misbehave in every way there is."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probes import snmp, snmp_elsewhere, snmp_inventory, snmp_message
from probes.model import Ask, Community, ParseError, Reading, Reply, Target, UsmUser
from probes.snmp_elsewhere import ENTERPRISES
from probes.snmp_inventory import Answer, Query
from probes.snmp_message import Oid, Response, Value

V1, V2C = Community("ward-read", "1"), Community("ward-read", "2c")
SYS_DESCR = (1, 3, 6, 1, 2, 1, 1, 1, 0)
CLASS_COLUMN = (*snmp_inventory.ENT_PHYSICAL, snmp_inventory.CLASS)

HEAD_V2C = bytes.fromhex("0201 01 0409") + b"ward-read"
HEAD_V1 = bytes.fromhex("0201 00 0409") + b"ward-read"
NAME = bytes.fromhex("0608 2b06010201010100")


@pytest.mark.parametrize(
    ("meaning", "secret", "names", "rows", "message"),
    [
        ("v2c GET", V2C, (SYS_DESCR,), 0, b"\x30\x2a" + HEAD_V2C + bytes.fromhex(
            "a01a 0202 1388 0201 00 0201 00 300e 300c") + NAME + b"\x05\x00"),
        ("v2c GETBULK: no single names, ten repetitions", V2C, (CLASS_COLUMN,), 10, b"\x30\x2d" + HEAD_V2C + bytes.fromhex(
            "a51d 0202 1388 0201 00 0201 0a 3011 300f 060b 2b0601 02012f01010101 05 0500")),
        ("v1 asks for a scalar by what stands before it", V1, (SYS_DESCR,), 0, b"\x30\x29" + HEAD_V1 + bytes.fromhex(
            "a119 0202 1388 0201 00 0201 00 300d 300b 0607 2b060102010101 0500")),
        ("v1 asks for row 5 by row 4", V1, ((*CLASS_COLUMN, 5),), 0, b"\x30\x2e" + HEAD_V1 + bytes.fromhex(
            "a11e 0202 1388 0201 00 0201 00 3012 3010 060c 2b0601 02012f01010101 05 04 0500")),
        ("v1 asks for a column by itself", V1, (CLASS_COLUMN,), 10, b"\x30\x2d" + HEAD_V1 + bytes.fromhex(
            "a11d 0202 1388 0201 00 0201 00 3011 300f 060b 2b0601 02012f01010101 05 0500")),
    ],
)  # fmt: skip
def test_questions(
    meaning: str, secret: Community, names: tuple[Oid, ...], rows: int, message: bytes
) -> None:
    assert snmp_message.request(secret, 5000, names, rows) == message


@settings(deadline=None)  # the first example pays for scapy's import
@given(number=st.integers(0, 2**31 - 1), arcs=st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=8))
def test_scapy_reads_the_same_question(number: int, arcs: list[int]) -> None:
    from scapy.layers.snmp import SNMP

    theirs = SNMP(snmp_message.request(V2C, number, ((1, 3, 6, 1, *arcs),)))
    assert (theirs.version.val, theirs.community.val, theirs.PDU.id.val) == (1, b"ward-read", number)
    assert [v.oid.val for v in theirs.PDU.varbindlist] == [".".join(map(str, (1, 3, 6, 1, *arcs)))]


@pytest.mark.parametrize("secret", [None, UsmUser("u", "sha256", "long enough", "aes128", "long enough")])
def test_without_a_community_nothing_is_asked(secret: UsmUser | None) -> None:
    with pytest.raises(StopIteration) as end:
        next(snmp.talk(Target("192.0.2.10", 1, secret)))
    assert end.value.value == []


def test_each_datagram_has_a_number_of_its_own() -> None:
    conversation = snmp.talk(Target("192.0.2.10", 2**31 - 1, V2C))
    first = next(conversation)
    assert b"\x02\x04\x7f\xff\xff\xff" in first.payload
    answer = first.payload.replace(b"\xa0", b"\xa2", 1)
    second = conversation.send((Reply("192.0.2.10", answer),))
    assert b"\xa5" in second.payload
    assert b"\x02\x01\x00\x02\x01\x00\x02\x01\x0a" in second.payload  # RFC 3416 ends at 2**31-1: 0 comes next


# Which row is the device


def asked(values: dict[Oid, Value], most: int = 99) -> tuple[list[Query], list[Reading]]:
    """`inventory` put to an agent that has these values (as v2c shows them): its questions and readings."""
    questions = snmp_inventory.inventory()
    queries = []
    try:
        query = next(questions)
        while True:
            queries.append(query)
            answer: Answer = None
            if len(queries) <= most:
                answer = (
                    _rows(query, values) if query.rows else {n: values[n] for n in query.names if n in values}
                )
            query = questions.send(answer)
    except StopIteration as end:
        return queries, end.value


def _rows(query: Query, values: dict[Oid, Value]) -> dict[Oid, Value]:
    found: dict[Oid, Value] = {}
    for first in query.names:
        later = sorted(name for name in values if name > first)
        found |= {name: values[name] for name in later[: query.rows]}
    return found


def entities(*rows: tuple[int, int, str]) -> dict[Oid, Value]:
    """(index, class, serial number) of each row."""
    values: dict[Oid, Value] = {SYS_DESCR: b"x"}
    for index, kind, serial in rows:
        values[*CLASS_COLUMN, index] = kind
        values[*snmp_inventory.ENT_PHYSICAL, snmp_inventory.SERIAL, index] = serial.encode()
    return values


@pytest.mark.parametrize(
    ("meaning", "rows", "serial"),
    [
        ("a chassis alone", [(1, 3, "C1")], "C1"),
        ("a chassis after its stack", [(1, 11, ""), (1001, 3, "C1")], "C1"),
        ("the first of two chassis", [(1, 11, "S"), (1001, 3, "C1"), (2001, 3, "C2")], "C1"),
        ("a chassis after its parts", [(1, 6, "P"), (2, 9, "M"), (3, 3, "C")], "C"),
        ("a stack without chassis", [(5, 11, "S5"), (6, 9, "M6")], "S5"),
        ("no class that says much", [(1, 2, ""), (2, 1, "O2")], "O2"),
        ("a module alone", [(1, 9, "M1")], "M1"),
        ("a module among others", [(1, 2, ""), (2, 9, "M2")], ""),
        ("parts alone: a fan, a power supply, a sensor", [(1, 7, "F"), (2, 6, "P"), (3, 8, "T")], ""),
        ("rows without a serial number", [(1, 1, ""), (2, 1, "")], ""),
        ("a chassis beyond what is asked for", [(i, 10, "") for i in range(1, 11)] + [(11, 3, "C")], ""),
        ("no ENTITY-MIB", [], ""),
    ],
)
def test_the_row_that_is_the_device(meaning: str, rows: list[tuple[int, int, str]], serial: str) -> None:
    _, found = asked(entities(*rows))
    assert [r.value for r in found if r.field == "snmp.entPhysicalSerialNum"] == ([serial] if serial else [])


def test_where_an_agent_tells_no_class_the_first_row_with_a_serial_number_is_the_device() -> None:
    serials = {
        (*snmp_inventory.ENT_PHYSICAL, snmp_inventory.SERIAL, index): text
        for index, text in ((1, b""), (2, b"S2"), (3, b"S3"))
    }
    _, found = asked({SYS_DESCR: b"x", **serials})
    assert [r.value for r in found if r.field == "snmp.entPhysicalSerialNum"] == ["S2"]


@pytest.mark.parametrize(
    ("meaning", "rows", "models"),
    [
        ("no class and no serial number", {}, ["M1"]),
        ("no serial number, and no class that says much", {1: 1, 2: 7}, ["M1"]),
        ("a fan first", {1: 7, 2: 1}, []),
    ],
)
def test_without_serial_numbers_the_first_row_is_the_device_unless_it_is_a_part(
    meaning: str, rows: dict[int, int], models: list[str]
) -> None:
    values: dict[Oid, Value] = {(*CLASS_COLUMN, index): kind for index, kind in rows.items()}
    values |= {
        (*snmp_inventory.ENT_PHYSICAL, snmp_inventory.MODEL, index): b"M%d" % index for index in (1, 2)
    }
    _, found = asked({SYS_DESCR: b"x", **values})
    assert [r.value for r in found if r.field == "snmp.entPhysicalModelName"] == models


@pytest.mark.parametrize(
    ("meaning", "revisions", "told"),
    [
        ("the chassis' own", {1: b"1.0", 3: b"2.0"}, ["1.0"]),
        ("a board's, where the chassis has none", {2: b"9", 3: b"2.0", 4: b"3.0"}, ["2.0"]),
        ("a fan's", {2: b"9"}, []),
    ],
)
def test_the_software_may_stand_with_the_board_that_runs_it(
    meaning: str, revisions: dict[int, bytes], told: list[str]
) -> None:
    values = entities((1, 3, "C1"), (2, 7, "F"), (3, 9, "M"), (4, 12, ""))
    values |= {
        (*snmp_inventory.ENT_PHYSICAL, snmp_inventory.SOFTWARE, index): text
        for index, text in revisions.items()
    }
    _, found = asked(values)
    assert [r.value for r in found if r.field == "snmp.entPhysicalSoftwareRev"] == told


def test_printers_are_asked_for_theirs_only_where_entity_mib_has_no_serial() -> None:
    printer: dict[Oid, Value] = {(*name, 1): b"P" for name in snmp_inventory.KIND}
    queries, _ = asked({**entities((1, 3, "C1")), **printer})
    assert not any(name in snmp_inventory.KIND for q in queries for name in q.names)
    _, found = asked({**entities((1, 3, "")), **printer})
    assert Reading("snmp.prtGeneralSerialNumber", "P") in found


# What the maker keeps elsewhere


def agent_of(*arcs: int) -> dict[Oid, Value]:
    return {SYS_DESCR: b"x", snmp_inventory.SYS_OBJECT_ID: (*ENTERPRISES, *arcs)}


def own(readings: list[Reading]) -> list[str]:
    return [r.value for r in readings if r.field == snmp_inventory.OWN]


def test_a_known_makers_objects_are_asked_by_name_whatever_their_instance() -> None:
    model, serial = (*ENTERPRISES, 789, 1, 1, 5), (*ENTERPRISES, 789, 1, 1, 9)
    beyond = (*ENTERPRISES, 789, 1, 2, 0)
    _, found = asked(
        {**agent_of(789, 2), (*model, 0): b"AC-1", (*serial, 7): b"AB123", beyond: b"not asked for"}
    )
    assert own(found) == ["789.1.1.5.0 AC-1", "789.1.1.9.7 AB123"]


def test_where_a_known_makers_objects_tell_but_one_thing_the_tree_is_looked_into() -> None:
    serial, beyond = (*ENTERPRISES, 789, 1, 1, 9, 0), (*ENTERPRISES, 789, 1, 2, 0)
    queries, found = asked({**agent_of(789, 2), serial: b"AB123", beyond: b"Acme AC-1"})
    assert "789.1.2.0 Acme AC-1" in own(found)
    assert len(queries) <= snmp.MOST_DATAGRAMS


def test_of_an_unknown_maker_the_first_few_of_its_own_are_read() -> None:
    values = agent_of(64999, 5) | {(*ENTERPRISES, 64999, 1, n, 0): b"T%d" % n for n in range(1, 30)}
    values |= {(*ENTERPRISES, 64999, 5, 1, 0): b"product's own", (*ENTERPRISES, 65000, 1, 0): b"another's"}
    queries, found = asked(values)
    assert queries[-2].rows == snmp_inventory.MOST_ROWS and len(queries) <= snmp.MOST_DATAGRAMS
    few = snmp_inventory.MOST_ROWS + snmp_inventory.FEW_ROWS
    assert own(found) == [f"64999.1.{n}.0 T{n}" for n in range(1, few + 1)] + ["64999.5.1.0 product's own"]


def test_a_long_table_does_not_hide_the_groups_behind_it() -> None:
    table = {(*ENTERPRISES, 64999, 2, 1, 1, 2, row): b"port" for row in range(50)}
    behind = {(*ENTERPRISES, 64999, 2, 1, 7, 0): b"serial", (*ENTERPRISES, 64999, 3, 1, 0): b"version"}
    queries, found = asked(agent_of(64999, 1) | table | behind)
    assert len(queries) <= snmp.MOST_DATAGRAMS
    assert {"64999.2.1.7.0 serial", "64999.3.1.0 version"} < set(own(found))
    assert len(own(found)) <= snmp_inventory.MOST_ROWS + 2 * snmp_inventory.FEW_ROWS


def test_no_more_groups_are_asked_for_than_a_datagram_has_room_for() -> None:
    deep = {(*ENTERPRISES, 64999, *[1] * 40, n): b"text" for n in range(30)}
    queries, _ = asked(agent_of(64999, *[1] * 40) | deep)
    assert all(
        len(query.names) <= snmp_elsewhere.MOST_OBJECTS + len(snmp_inventory.KIND) for query in queries
    )


@pytest.mark.parametrize("value", [5, (1, 3, 6), b"", b" ", b"\x00\x1b\xff", b"\xfe\xed", b"a\x07b"])
def test_what_is_no_text_is_no_reading(value: Value) -> None:
    _, found = asked({**agent_of(64999), (*ENTERPRISES, 64999, 1, 0): value})
    assert own(found) == []


@pytest.mark.parametrize("maker", sorted(snmp_elsewhere.NOBODY))
def test_the_arc_of_a_general_agent_is_left_alone(maker: int) -> None:
    queries, _ = asked(agent_of(maker, 1))
    assert not any(name[:7] == (*ENTERPRISES, maker) for q in queries for name in q.names)


@pytest.mark.parametrize("maker", sorted(snmp_elsewhere.CLOSED))
def test_a_tree_that_begins_with_accounts_is_asked_for_the_known_objects_alone(maker: int) -> None:
    """ATEN's power units keep names and passwords of their users first, old NetBotz whom to write to, Korenix'
    switches whom to call."""
    values = {(*ENTERPRISES, maker, 1, number, 0): b"administrator" for number in range(20)}
    for number in ((maker, 1), (8072, 3, 2, 10)):
        queries, found = asked(agent_of(*number) | values)
        known = {each.asked for each in snmp_elsewhere.objects(maker, (*ENTERPRISES, *number))}
        assert own(found) == []
        assert {name for q in queries for name in q.names if name[:7] == (*ENTERPRISES, maker)} <= known


@pytest.mark.parametrize("maker", [(), (8072, 3, 2, 10), (311, 1, 1, 3, 1, 2), (26381, 1, 1)])
def test_an_agent_that_is_nobodys_is_asked_whose_tree_it_carries(maker: tuple[int, ...]) -> None:
    values = {(*ENTERPRISES, 2021, 4, 1, 0): b"memory", (*ENTERPRISES, 6574, 1, 5, 1, 0): b"DS999"}
    agent = {SYS_DESCR: b"x"} | (agent_of(*maker) if maker else {}) | values
    _, found = asked(agent, most=snmp.MOST_DATAGRAMS)  # a sixth question meets silence (`converse`)
    assert own(found) == ["6574.1.5.1.0 DS999"]


def test_of_a_tree_that_we_do_not_know_the_beginning_is_read() -> None:
    values = {(*ENTERPRISES, 64999, 1, number, 0): b"text" for number in range(20)}
    _, found = asked(agent_of(8072, 3, 2, 10) | values)
    assert len(own(found)) == snmp_inventory.MOST_ROWS + snmp_inventory.FEW_ROWS


def test_quotation_marks_around_a_description_are_no_part_of_it() -> None:
    _, found = asked({SYS_DESCR: b'"Acme AC-500, Version 1.2"'})
    assert Reading("snmp.sysDescr", "Acme AC-500, Version 1.2") in found


def test_where_entity_mib_says_all_the_tree_is_not_looked_into() -> None:
    row = {
        (*snmp_inventory.ENT_PHYSICAL, column, 1): b"9"
        for column in (snmp_inventory.MODEL, snmp_inventory.SOFTWARE)
    }
    queries, _ = asked({**agent_of(64999), **entities((1, 3, "C1")), **row})
    assert len(queries) == 3


def test_what_the_first_objects_told_is_not_asked_for_again() -> None:
    wanted = snmp_elsewhere.objects(318)
    assert len(wanted) > snmp_elsewhere.MOST_OBJECTS
    last = {each.tells: each for each in wanted[snmp_elsewhere.MOST_OBJECTS :]}
    values = agent_of(318, 9) | {(*last["serial"].name, 1): b"AB12345678"}
    queries, found = asked(values)
    assert [r.value for r in found if r.field == "snmp.own_serial"] == [
        f"{last['serial'].title}.1 AB12345678"
    ]
    first = next(each for each in wanted if each.tells == "serial")
    queries, _ = asked(values | {(*first.name, 0): b"CD12345678"})
    beyond = [name for q in queries[3:] for name in q.names]
    assert beyond and last["serial"].name not in beyond


def test_no_question_holds_more_objects_than_a_datagram_has_room_for() -> None:
    for maker in snmp_elsewhere.OBJECTS:
        queries, _ = asked(agent_of(maker, 1, 2))
        assert len(queries) <= snmp.MOST_DATAGRAMS
        most = snmp_elsewhere.MOST_OBJECTS + len(snmp_inventory.KIND)
        assert all(len(query.names) <= most for query in queries), maker


def test_no_person_is_asked_for() -> None:
    queries, _ = asked(entities((1, 1, "O")))
    sys_contact = (1, 3, 6, 1, 2, 1, 1, 4, 0)
    assert sys_contact not in [name for q in queries for name in q.names]


def test_silence_ends_the_conversation_and_what_was_said_stands() -> None:
    for most in range(4):
        queries, found = asked(entities((1, 1, "O")), most)
        assert len(queries) == most + 1
        assert (Reading("snmp.sysDescr", "x") in found) == (most > 0)


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        ("３階東病棟".encode(), "３階東病棟"),
        ("３階 サーバ室".encode("cp932"), "３階 サーバ室"),
        ("ｻｰﾊﾞ室".encode("cp932"), "ｻｰﾊﾞ室"),
        (b"Salle des op\xe9", "Salle des opé"),
        (b"\xfd\xfe", "ýþ"),
        (b"C2960X\0\0", "C2960X"),
        (b"  two  \r\n", "two"),
    ],
)
def test_text_in_the_character_sets_of_the_field(octets: bytes, text: str) -> None:
    _, found = asked({SYS_DESCR: octets})
    assert found == [Reading("snmp.sysDescr", text)]


# Agents that misbehave


responses = st.one_of(
    st.none(),
    st.just("garbage"),
    st.builds(
        Response,
        st.sampled_from([0, 0, 1, 2, 2, 5, 16, 99]),
        st.integers(-1, 12),
        st.dictionaries(
            st.tuples(*map(st.just, CLASS_COLUMN), st.integers(-2, 9))
            | st.sampled_from([*snmp_inventory.SYSTEM, *snmp_inventory.KIND]),
            st.one_of(st.binary(max_size=4), st.integers(0, 12), st.just((1, 3))),
        ),
    ),
)


@given(st.lists(responses, min_size=5, max_size=5))
def test_no_agent_gets_more_than_five_datagrams(answers: list[Response | str | None]) -> None:
    numbers = []

    def exchange(
        names: tuple[Oid, ...], rows: int, number: int
    ) -> Generator[Ask, tuple[Reply, ...], Response | None]:
        assert names
        numbers.append(number)
        answer = answers[number]
        if answer == "garbage":
            raise ParseError("garbage")
        assert not isinstance(answer, str)
        return answer
        yield  # never reached: an exchange is a generator

    try:
        with pytest.raises(StopIteration) as end:
            next(snmp.converse(exchange))
    except ParseError:
        assert answers[0] == "garbage"
        return
    assert numbers == list(range(len(numbers)))
    assert all(r.field in snmp.PROBE.fields for r in end.value.value)


def test_garbage_after_a_good_answer_keeps_the_good_one() -> None:
    conversation = snmp.talk(Target("192.0.2.10", 7, V2C))
    first = next(conversation)
    good = first.payload.replace(b"\xa0", b"\xa2", 1).replace(NAME + b"\x05\x00", NAME + b"\x04\x00")
    conversation.send((Reply("192.0.2.10", good),))
    with pytest.raises(StopIteration):
        conversation.send((Reply("192.0.2.10", b"\x30\x03ab"),))


def response(*values: bytes, head: bytes = HEAD_V2C, pdu: int = 0xA2) -> bytes:
    """A message with these values at sysDescr.0, by hand (X.690)."""
    return tlv(
        0x30,
        head,
        tlv(pdu, b"\x02\x01\x05", b"\x02\x01\x00" * 2, tlv(0x30, *(tlv(0x30, NAME, v) for v in values))),
    )


def tlv(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    return bytes([tag]) + (bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2, "big")) + body


def nested(tag: int, depth: int) -> bytes:
    value = b"\x04\x01a"
    for _ in range(depth):
        value = tlv(tag, value)
    return value


def test_a_response_is_read() -> None:
    message = snmp_message.parse_message(response(b"\x04\x02ab"))
    assert (message.version, message.community, message.request_id) == (1, b"ward-read", 5)
    assert message.response == Response(0, 0, {SYS_DESCR: b"ab"}, 1)


@pytest.mark.parametrize(
    ("meaning", "value"),
    [("noSuchObject", "8000"), ("noSuchInstance", "8100"), ("endOfMibView", "8200"), ("NULL", "0500")],
)
def test_what_is_not_there_is_no_value(meaning: str, value: str) -> None:
    assert snmp_message.parse_message(response(bytes.fromhex(value))).response.values == {}


@pytest.mark.parametrize(
    ("meaning", "payload"),
    [
        ("nothing", b""),
        ("text", b"HTTP/1.1 400 Bad Request\r\n"),
        ("a question instead of an answer", response(b"\x05\x00", pdu=0xA0)),
        ("cut in the middle", response(b"\x04\x02ab")[:-4]),
        ("a length beyond any memory", b"\x30\x88" + b"\x7f" * 8 + HEAD_V2C),
        ("strings in strings in strings", response(nested(0x24, 900))),
        ("sequences in sequences", response(nested(0x30, 900))),
        ("too long for any of our questions", response(tlv(0x04, bytes(snmp_message.LONGEST_MESSAGE)))),
        ("an unknown kind of value", response(b"\xc7\x01\x00")),
    ],
)
def test_garbage_is_refused_and_does_not_tell_the_community(meaning: str, payload: bytes) -> None:
    for version in ("1", "2c"):
        with pytest.raises(ParseError) as error:
            snmp_message.parse_message(payload, version)
        assert "ward-read" not in str(error.value)


@given(st.data())
def test_damage_of_any_kind_is_refused_as_parse_error(data: st.DataObject) -> None:
    message = bytearray(response(b"\x04\x02ab", b"\x02\x01\x07", b"\x06\x03\x2b\x06\x01", b"\x43\x01\x09"))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(message) - 1))
        match data.draw(st.integers(0, 2)):
            case 0:
                message[at] = data.draw(
                    st.sampled_from([0x00, 0x24, 0x30, 0x7F, 0x80, 0x81, 0x84, 0xA2, 0xFF])
                )
            case 1:
                message[at:at] = data.draw(st.binary(max_size=9))
            case 2:
                message[at : at + 16] = message[at : at + 16] * 2
    try:
        snmp_message.parse_message(bytes(message))
    except ParseError:
        return
