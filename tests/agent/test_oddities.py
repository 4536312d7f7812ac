"""What counts as odd in what a host does and says, and what is ordinary."""

from __future__ import annotations

import pytest

from agent.oddities import (
    CODES,
    CUT,
    DRIPPED,
    ENDLESS,
    FORMULA,
    MARKUP,
    SENT_ELSEWHERE,
    dripped,
    oddities,
    with_oddity,
)
from probes.model import Attempt, Evidence, Outcome, reading

HOST = "192.0.2.10"


def said(field: str, value: str) -> list[str]:
    kept = reading(field, value).value
    return list(oddities([], [Evidence("", HOST, "x", field, kept, "")]))


@pytest.mark.parametrize(
    ("field", "value", "odd"),
    [
        ("http.title", "\x1b[2J", CODES),
        ("snmp.sysDescr", "a\x1b]0;b\x07", CODES),
        ("http.server", "<script>alert(1)</script>", MARKUP),
        ("mdns.hostname", "< IMG src=x onerror=y>", MARKUP),
        ("netbios.name", '=HYPERLINK("http://198.51.100.9/")', FORMULA),
        ("netbios.name", "+cmd|' /C calc'!A0", FORMULA),
        ("ssh.software", "x" * 5000, CUT),
        ("ssdp.location", "http://192.0.2.11/d.xml", SENT_ELSEWHERE),
        ("https.location", "https://[::1]/", ""),
        ("http.location", "http://192.0.2.10:8080/", ""),
        ("http.location", "https://portal.example/", ""),
        ("http.location", "/login", ""),
        ("http.title", "受付 <1F> = 総合案内", ""),
        ("http.title", "x" * 4000, ""),
        ("snmp.sysDescr", "RICOH IM C3000 2.10 / (C) 2020 @home", ""),
        ("http.title", "caf\ufffd", ""),
    ],
)
def test_texts(field: str, value: str, odd: str) -> None:
    assert said(field, value) == ([f"{HOST}: unusual, and worth a look: {odd}"] if odd else [])


def attempt(detail: str) -> Attempt:
    return Attempt("", HOST, "ssh", "", Outcome.GARBLED, detail=detail)


def test_what_the_wire_saw_is_told_once_a_host() -> None:
    seen = [attempt(with_oddity("no SSH", DRIPPED)), attempt(DRIPPED), attempt(ENDLESS), attempt("no SSH")]
    assert list(oddities(seen, [])) == [f"{HOST}: unusual, and worth a look: {DRIPPED}, {ENDLESS}"]
    assert [dripped(a) for a in seen] == [True, True, False, False]


def test_only_what_is_odd_joins_another_reason() -> None:
    assert with_oddity("no SSH", "not reached: no route") == "no SSH"
    assert with_oddity("no SSH", ENDLESS) == f"no SSH; {ENDLESS}"
