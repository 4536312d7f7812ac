"""TLS: certificate and page are read of one connection; the certificate's own cases are in test_x509.py."""

from __future__ import annotations

import pytest

from probes import http, tls_record
from probes.model import ParseError, Reading, Reply, Target, Via
from probes.tls import PROBE, talk
from tests.tapes import FOLDER, read_tape

TARGET = Target("192.0.2.10", 1)
CERTIFICATE = read_tape(FOLDER / "tls-nginx-self-signed.tape").exchanges[0].replies[0].certificate
PAGE = b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n"


def answered(*replies: Reply) -> list[Reading]:
    conversation = talk(TARGET)
    ask = next(conversation)
    assert (ask.via, ask.port, ask.payload) == (Via.TLS, 443, http.request(TARGET.host))
    with pytest.raises(StopIteration) as end:
        conversation.send(replies)
    return list(end.value.value)


def fields(readings: list[Reading]) -> set[str]:
    return {r.field for r in readings}


def test_both_in_one_reply_or_in_two() -> None:
    one = answered(Reply(TARGET.host, PAGE, CERTIFICATE))
    assert one == answered(Reply(TARGET.host, b"", CERTIFICATE), Reply(TARGET.host, PAGE))
    assert {"tls.subject", "https.status", "https.server"} <= fields(one) <= PROBE.fields


def test_no_answer_to_the_question_leaves_the_certificate() -> None:
    assert all(name.startswith("tls.") for name in fields(answered(Reply(TARGET.host, b"", CERTIFICATE))))
    assert answered(Reply(TARGET.host, b"\0\1binary", CERTIFICATE)) == answered(
        Reply(TARGET.host, b"", CERTIFICATE)
    )


def test_no_certificate_leaves_the_page() -> None:
    assert fields(answered(Reply(TARGET.host, PAGE))) == {"https.status", "https.server"}


def test_nothing_is_nothing() -> None:
    assert answered() == []


def test_broken_certificate_is_refused() -> None:
    conversation = talk(TARGET)
    next(conversation)
    with pytest.raises(ParseError):
        conversation.send((Reply(TARGET.host, PAGE, CERTIFICATE[:-10]),))


def talked(*answers: tuple[Reply, ...], named: int = 0) -> tuple[list[tuple[Via, int, bytes]], list[Reading]]:
    ports = frozenset({("tcp", named)} if named else ())
    conversation, asked = talk(Target("192.0.2.10", 1, ports=ports)), list[tuple[Via, int, bytes]]()
    try:
        ask = next(conversation)
        for answer in (*answers, (), (), ()):
            asked.append((ask.via, ask.port, ask.payload))
            ask = conversation.send(answer)
    except StopIteration as end:
        return asked, end.value
    raise AssertionError("it goes on asking")


DECLINED = (Reply(TARGET.host, b""),)


def test_who_has_nothing_in_common_with_us_is_asked_once_in_its_own_way() -> None:
    body = len(CERTIFICATE).to_bytes(3, "big") + CERTIFICATE
    body = len(body).to_bytes(3, "big") + body
    message = b"\x0b" + len(body).to_bytes(3, "big") + body
    flight = b"\x16\x03\x01" + len(message).to_bytes(2, "big") + message
    asked, found = talked(DECLINED, (Reply(TARGET.host, flight),))
    hello = (Via.TCP, 443, tls_record.hello(1))
    assert asked[1:] == [hello, (Via.TCP, 443, tls_record.CLOSE)]
    assert fields(found) >= {"tls.subject", "tls.sha256"} and "https.status" not in fields(found)
    assert talked(DECLINED)[0][1:] == [hello]  # and where that brings nothing either, not even a goodbye


def test_a_closed_port_is_no_reason_for_another_hello() -> None:
    assert [ask[:2] for ask in talked()[0]] == [(Via.TLS, 443)]


@pytest.mark.parametrize(
    ("named", "asked"),
    [(10443, [443, 10443]), (8443, [443, 8443]), (22, [443]), (0, [443])],
)
def test_a_named_port_is_tried_where_443_gave_nothing(named: int, asked: list[int]) -> None:
    assert [port for _, port, _ in talked(named=named)[0]] == asked
    assert [port for _, port, _ in talked((Reply(TARGET.host, PAGE),), named=named)[0]] == [443]
