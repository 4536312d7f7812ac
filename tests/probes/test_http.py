"""HTTP: the one request, and what is read of answers good and bad."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.http import cookie_names, parse, realms, request, talk
from probes.model import ParseError, Reading, Reply, Target


def answer(*headers: str, body: bytes = b"", status: str = "HTTP/1.1 200 OK") -> bytes:
    return "\r\n".join((status, *headers, "", "")).encode("latin-1") + body


def field(payload: bytes, name: str) -> str | None:
    return next((r.value for r in parse(payload) if r.field == f"http.{name}"), None)


def test_request_is_one_safe_question() -> None:
    assert request("192.0.2.10") == (
        b"GET / HTTP/1.0\r\n"
        b"Host: 192.0.2.10\r\n"
        b"User-Agent: daicho/1 (inventory; contact the hospital's IT department)\r\n"
        b"Accept: text/html, */*;q=0.1\r\n"
        b"Accept-Encoding: identity\r\n"
        b"Connection: close\r\n\r\n"
    )
    assert b"\r\nHost: [2001:db8::1]\r\n" in request("2001:db8::1")


def test_asks_once_whatever_the_answer() -> None:
    for said in (
        answer("Location: http://192.0.2.10/next", status="HTTP/1.1 302 Found"),
        answer("Refresh: 0"),
    ):
        conversation = talk(Target("192.0.2.10", 1))
        next(conversation)
        with pytest.raises(StopIteration):
            conversation.send((Reply("192.0.2.10", said),))


PAGES = [
    ("declared by the page", "", '<meta charset="{label}">'),
    ("declared the old way", "", '<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset={label}">'),
    ("declared by the header", "text/html;charset={label}", ""),
    ("header says only its default", "text/html; charset=iso-8859-1", "<meta charset={label}>"),
    ("declared by nobody", "", ""),
]


@pytest.mark.parametrize(
    ("label", "codec"), [("Shift_JIS", "cp932"), ("EUC-JP", "euc_jp"), ("UTF-8", "utf-8")]
)
@pytest.mark.parametrize(("header", "meta"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_japanese_title(header: str, meta: str, label: str, codec: str) -> None:
    body = f"<html><head>{meta}<title>表示ソフト 第2病棟</title></head></html>".format(label=label).encode(
        codec
    )
    headers = (f"Content-Type: {header.format(label=label)}",) if header else ()
    assert field(answer(*headers, body=body), "title") == "表示ソフト 第2病棟"


TITLES = [
    ("entities and line breaks", b"<TITLE lang=ja>\n A &amp;\tB &#x3042;\n</TITLE >", "A & B あ"),
    ("first of two", b"<title>one</title><svg><title>two</title></svg>", "one"),
    ("not in a comment", b"<!-- <title>old</title> --><title>new</title>", "new"),
    ("another element that begins alike", b"<titlebar>x</titlebar><title>y</title>", "y"),
    ("cut before its end", b"<title>Version 2.", None),
    ("empty", b"<title></title>", None),
    ("none", b"<html></html>", None),
    ("comment without end", b"<!-- <title>x</title>", None),
    ("BOM", b"\xef\xbb\xbf<title>\xe9\x99\xa2</title>", "院"),
]


@pytest.mark.parametrize(("body", "text"), [t[1:] for t in TITLES], ids=[t[0] for t in TITLES])
def test_title(body: bytes, text: str | None) -> None:
    assert field(answer(body=body), "title") == text


REALMS = [
    ("quoted", ['Basic realm="Yamaha RTX"'], ["Yamaha RTX"]),
    ("bare word", ["Basic realm=switch"], ["switch"]),
    ("escapes", [r'Basic realm="a \"b\" \\c"'], [r'a "b" \c']),
    ("two schemes in one header", ['Digest realm="a", nonce="realm", Basic realm="b"'], ["a", "b"]),
    ("twice the same", ['Digest realm="a"', 'Basic REALM="a"'], ["a"]),
    ("none", ["Negotiate", "NTLM"], []),
    ("no end", ['Basic realm="cut'], []),
]


@pytest.mark.parametrize(("challenges", "wanted"), [r[1:] for r in REALMS], ids=[r[0] for r in REALMS])
def test_realms(challenges: list[str], wanted: list[str]) -> None:
    assert realms(challenges) == wanted


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=8, max_size=20))
def test_cookies_by_name_only(secret: str) -> None:
    headers = (
        f"Set-Cookie: SESSION={secret}; path=/{secret}",
        "set-cookie: lang=ja",
        "Set-Cookie: SESSION=",
        "Set-Cookie: x",
    )
    readings = parse(answer(*headers))
    assert Reading("http.cookie", "SESSION lang") in readings
    assert cookie_names([f"{secret}"]) == []
    assert not any(secret in r.value for r in readings)


HEADERS = [
    ("any case, any space", b"HTTP/1.0 200 OK\r\nSERVER :  x \r\n\r\n", "x"),
    ("LF alone", b"HTTP/1.0 200 OK\nserver:x\n\n", "x"),
    ("folded", b"HTTP/1.0 200 OK\r\nServer: x\r\n\ty\r\n z\r\n\r\n", "x y z"),
    ("first of two", b"HTTP/1.0 200 OK\r\nServer: x\r\nServer: y\r\n\r\n", "x"),
    ("cut within: perhaps not all of it", b"HTTP/1.0 200 OK\r\nServer: x/1.", None),
    ("no end of headers", b"HTTP/1.0 200 OK\r\nServer: x\r\n", "x"),
    ("Latin-1", b"HTTP/1.0 200 OK\r\nServer: Ger\xe4t\r\n\r\n", "Gerät"),
    ("UTF-8", "HTTP/1.0 200 OK\r\nServer: 院\r\n\r\n".encode(), "院"),
    ("not in the body", b"HTTP/1.0 200 OK\r\n\r\nServer: x\r\n", None),
    ("a fold with nothing before", b"HTTP/1.0 200 OK\r\n x\r\nServer: y\r\n\r\n", "y"),
]


@pytest.mark.parametrize(("payload", "server"), [h[1:] for h in HEADERS], ids=[h[0] for h in HEADERS])
def test_headers(payload: bytes, server: str | None) -> None:
    assert field(payload, "server") == server


def test_generator() -> None:
    body = "<meta content=\"WordPress 6.4 &amp; 部品\" name='Generator'/><title>x</title>".encode()
    assert field(answer(body=body), "generator") == "WordPress 6.4 & 部品"


@pytest.mark.parametrize(
    "other", [b"<html>", b"HTTP/1.1 200 OK", b"SSH-2.0-x\r\n", b"HTTP/1.1 2x0 OK\r\n", b"ICY 200 OK\r\n"]
)
def test_what_is_not_http_is_refused(other: bytes) -> None:
    with pytest.raises(ParseError):
        parse(other)


def test_prefix_for_tls() -> None:
    assert parse(answer(), "https") == [Reading("https.status", "200")]


@pytest.mark.parametrize(
    "piece", [b"<title ", b"<!--", b"<meta ", b"<meta a=", b"< ", b"<title>", b"1\r\n", b'realm="\\']
)
def test_hostile_page_takes_no_time(piece: bytes) -> None:
    page = (piece * 16384)[:16384]
    started = time.process_time()
    parse(answer("Transfer-Encoding: chunked", body=page))
    parse(answer("WWW-Authenticate: " + page.replace(b"\r\n", b"").decode(), body=page))
    assert time.process_time() - started < 1.0


def ports_asked(*named: int, answer_on: int = 0) -> list[int]:
    """The ports that are tried in turn until one answers."""
    conversation = talk(Target("192.0.2.10", 1, ports=frozenset(("tcp", port) for port in named)))
    asked: list[int] = []
    try:
        ask = next(conversation)
        while True:
            asked.append(ask.port)
            said = (Reply("192.0.2.10", answer()),) if ask.port == answer_on else ()
            ask = conversation.send(said)
    except StopIteration as end:
        assert bool(end.value) == (answer_on in asked)
    return asked


@pytest.mark.parametrize(
    ("meaning", "named", "answer_on", "asked"),
    [
        ("nothing is named", (), 0, [80]),
        ("80 answers", (8080,), 80, [80]),
        ("80 does not", (8080,), 8080, [80, 8080]),
        ("one more and no third", (8080, 8042, 8888), 0, [80, 8080]),
        ("a port of something else", (22, 2575, 104), 0, [80]),
    ],
)
def test_which_ports_are_tried(
    meaning: str, named: tuple[int, ...], answer_on: int, asked: list[int]
) -> None:
    assert ports_asked(*named, answer_on=answer_on) == asked


def test_another_port_stands_in_the_question_and_in_the_readings() -> None:
    assert b"\r\nHost: 192.0.2.10:8080\r\n" in request("192.0.2.10", port=8080)
    assert b"\r\nHost: [2001:db8::1]:8080\r\n" in request("2001:db8::1", port=8080)
    conversation = talk(Target("192.0.2.10", 1, ports=frozenset({("tcp", 8080)})))
    next(conversation)
    conversation.send(())
    with pytest.raises(StopIteration) as end:
        conversation.send((Reply("192.0.2.10", answer()),))
    assert end.value.value == [Reading("http.status", "200"), Reading("http.port", "8080")]
