"""Where a front page leads: which addresses are gone to, once, and which never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import portal
from probes.model import Ask, Reply, Target, Via
from probes.portal import Place

HOST = "192.0.2.10"
BASE = Place("https", 443, "/")


def asked(*told: tuple[str, str]) -> Ask | None:
    return next(portal.talk(Target(HOST, 7, told=told)), None)


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("/remote/login?lang=ja", Place("https", 443, "/remote/login?lang=ja")),
        ("app/explorer.html", Place("https", 443, "/app/explorer.html")),
        ("https://192.0.2.10:10443/", Place("https", 10443, "/")),
        ("HTTP://192.0.2.10/start#top", Place("http", 80, "/start")),
        ("http://192.0.2.10?a=b", Place("http", 80, "/?a=b")),
        ("https://192.0.2.11/login", None),
        ("https://192.0.2.10@192.0.2.11/", None),
        ("https://192.0.2.10.example/", None),
        ("https://vpn.hosp.example/login", None),
        ("//192.0.2.11/login", None),
        ("javascript:alert(1)", None),
        ("ldap://192.0.2.10/", None),
        ("https://192.0.2.10:0/", None),
        ("https://192.0.2.10:99999/", None),
        ("/a b", None),
        ("/a\r\nX: y", None),
        ("/病院", None),
        ("/a/../../b", None),
        ("/" + "x" * 400, None),
        ("/logout", None),
        ("/cgi/Log_Off?x", None),
        ("/system/reboot.cgi", None),
        ("/cmd?do=factoryreset", None),
    ],
)  # fmt: skip
def test_what_an_address_means(location: str, place: Place | None) -> None:
    assert portal.resolved(location, BASE, HOST) == place


def test_an_ipv6_address_stands_in_brackets() -> None:
    assert portal.resolved("https://[2001:DB8::1]:8443/x", BASE, "2001:db8::1") == Place("https", 8443, "/x")


@pytest.mark.parametrize(
    ("meaning", "told", "place"),
    [
        ("the secure one first", [("http.location", "/a"), ("https.location", "/b")], (Via.TLS, 443, b"/b")),
        ("the plain one where it is alone", [("http.location", "/a")], (Via.TCP, 80, b"/a")),
        ("on the port where the page stood", [("https.port", "10443"), ("https.location", "/b")], (Via.TLS, 10443, b"/b")),
        ("to another port of the host", [("http.location", "https://192.0.2.10:8443/")], (Via.TLS, 8443, b"/")),
        ("not where we have been", [("http.location", "https://192.0.2.10/")], None),
        ("nor on its own port", [("https.port", "8443"), ("http.location", "https://192.0.2.10:8443/")], None),
        ("the first is another's", [("https.location", "//192.0.2.11/x"), ("http.location", "/a")], (Via.TCP, 80, b"/a")),
        ("nowhere", [("https.port", "8443")], None),
    ],
)  # fmt: skip
def test_where_it_goes(
    meaning: str, told: list[tuple[str, str]], place: tuple[Via, int, bytes] | None
) -> None:
    ask = asked(*told)
    assert place == (ask and (ask.via, ask.port, ask.payload.split(b" ")[1]))


def test_one_step_whatever_is_found_there() -> None:
    talk = portal.talk(
        Target(HOST, 7, told=(("http.location", "/a"), ("https.location", "https://192.0.2.11/")))
    )
    next(talk)
    page = b"HTTP/1.0 302 Found\r\nLocation: /b\r\nServer: x\r\n\r\n"
    with pytest.raises(StopIteration) as end:
        talk.send((Reply(HOST, page),))
    assert [(r.field, r.value) for r in end.value.value] == [("http.server", "x")]


@given(st.text(max_size=60))
def test_any_address_leads_to_this_host_or_nowhere(location: str) -> None:
    ask = asked(("https.location", location))
    if ask is not None:
        line, host, *_ = ask.payload.split(b"\r\n")
        assert line.count(b" ") == 2 and host.startswith(b"Host: 192.0.2.10") and 0 < ask.port < 65536
