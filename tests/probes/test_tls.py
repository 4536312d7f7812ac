"""TLS: certificate and page are read of one connection; the certificate's own cases are in test_x509.py."""

from __future__ import annotations

import pytest

from probes import http
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
