"""Syslog heard: header alone; a text's first words are not taken for a host."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import syslog


def read(payload: bytes) -> dict[str, str]:
    return {r.field.removeprefix("syslog."): r.value for r in syslog.hear(payload)}


NEW = b"<165>1 2026-03-04T05:06:07.089Z "
OLD = b"<34>Oct 11 22:14:15 "


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("the new form", NEW + b"ct1 scan 7 X - text", {"host": "ct1", "program": "scan"}),
        ("nothing but dashes", NEW + b"- - - - -", {}),
        (
            "an audit",
            NEW + b"pacs1 arc 7 IHE+RFC-3881 - <A/>",
            {"host": "pacs1", "program": "arc", "audit": "IHE+RFC-3881"},
        ),
        ("with its length in a stream", b"99 " + NEW + b"ct1 scan 7 X -", {"host": "ct1", "program": "scan"}),
        ("a header that goes on in the next piece", NEW + b"ct1 sc", {}),
        ("the old form", OLD + b"sw1 sshd[12]: text", {"host": "sw1", "program": "sshd"}),
        (
            "the old form of an address",
            OLD + b"192.0.2.4 link: text",
            {"host": "192.0.2.4", "program": "link"},
        ),
        ("a person where a host would stand", OLD + b"YAMADA HANAKO: text", {}),
        ("no host", OLD + b"sshd[12]: text", {}),
        ("no time", b"<34>text", {}),
        ("a priority that there is not", b"<192>1 2026-03-04T05:06:07Z ct1 scan 7 X -", {}),
        ("XML", b"<1a>", {}),
        ("nothing", b"", {}),
    ],
)
def test_what_is_read(meaning: str, payload: bytes, told: dict[str, str]) -> None:
    assert read(payload) == told


@given(st.text(max_size=80).map(lambda text: text.encode()))
def test_no_text_is_kept(text: bytes) -> None:
    assert read(NEW + b"ct1 scan 7 X - " + text) == {"host": "ct1", "program": "scan"}


@given(st.binary(max_size=200), st.sampled_from([NEW, OLD, b"<1>", b""]))
def test_nothing_is_an_error(tail: bytes, start: bytes) -> None:
    assert read(start + tail).keys() <= {"host", "program", "audit"}
