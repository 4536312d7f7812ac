"""SNMPv3 heard: the engine of who answers or reports, and of nobody else; no user."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import snmpv3_heard
from probes.model import ParseError


def ber(kind: int, content: bytes) -> bytes:
    return bytes([kind, len(content)]) + content


def message(flags: bytes, engine: bytes, version: int = 3) -> bytes:
    usm = ber(0x30, ber(4, engine) + ber(2, b"\1") + ber(2, b"\1") + ber(4, b"secret-user"))
    head = ber(0x30, ber(2, b"\1") + ber(2, b"\5\xdc") + ber(4, flags) + ber(2, b"\3"))
    return ber(0x30, ber(2, bytes([version])) + head + ber(4, usm) + ber(4, bytes(9)))


ENGINE = bytes.fromhex("8000013e03020000aa17cc")


def read(octets: bytes) -> dict[str, str]:
    return {r.field.removeprefix("snmpv3."): r.value for r in snmpv3_heard.hear(octets)}


@pytest.mark.parametrize(("flags", "is_told"), [(0, True), (3, True), (4, False), (7, False)])
def test_only_who_asks_for_no_report_names_its_own_engine(flags: int, is_told: bool) -> None:
    assert (read(message(bytes([flags]), ENGINE)).get("enterprise") == "1.3.6.1.4.1.318") == is_told


@pytest.mark.parametrize(
    ("meaning", "octets"),
    [
        ("an id that is too short", message(b"\0", b"\x80\0\0\1")),
        ("no flags", message(b"", ENGINE)),
        ("another version", message(b"\0", ENGINE, 1)),
    ],
)
def test_what_tells_nothing(meaning: str, octets: bytes) -> None:
    assert read(octets) == {}


def test_no_user_is_kept_and_nothing_says_that_an_agent_answers() -> None:
    found = read(message(b"\3", ENGINE))
    assert not any("secret" in value for value in found.values())
    assert not {"boots", "time"} & found.keys()


@given(st.binary(max_size=100), st.sampled_from([b"\x30\x40\2\1\3", b""]))
def test_whatever_comes_is_read_or_refused(tail: bytes, start: bytes) -> None:
    try:
        snmpv3_heard.hear(start + tail)
    except ParseError as error:
        assert "secret" not in str(error)
