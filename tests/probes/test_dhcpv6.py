"""DHCPv6: what clients say; identities of every kind; servers and relays are not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import dhcpv6
from probes.model import ParseError

MAC = bytes.fromhex("02005e100007")


def option(code: int, value: bytes) -> bytes:
    return code.to_bytes(2, "big") + len(value).to_bytes(2, "big") + value


def read(message: bytes) -> dict[str, str]:
    return {r.field.removeprefix("dhcpv6."): r.value for r in dhcpv6.hear(message)}


@pytest.mark.parametrize(
    ("meaning", "duid", "text"),
    [
        ("link-layer and time", b"\0\x01\0\x01" + bytes(4) + MAC, "02:00:5e:10:00:07"),
        ("link-layer", b"\0\x03\0\x01" + MAC, "02:00:5e:10:00:07"),
        ("link-layer of something else than Ethernet", b"\0\x03\0\x20" + MAC, "0003002002005e100007"),
        ("enterprise", b"\0\x02\0\0\x01\x37ab", "0002000001376162"),
        ("cut short", b"\0\x03\0\x01\x02", "0003000102"),
        ("empty", b"", None),
    ],
)
def test_identities(meaning: str, duid: bytes, text: str | None) -> None:
    assert read(b"\x01\0\0\x01" + option(1, duid)).get("duid") == text


@pytest.mark.parametrize(
    ("name", "text"),
    [(b"\x02pc\x04ward\0", "pc.ward"), (b"\x02pc", "pc"), (b"\x02pc\x3fwa", "pc"), (b"", None)],
)
def test_names_with_and_without_their_last_label(name: bytes, text: str | None) -> None:
    assert read(b"\x03\0\0\x01" + option(39, b"\0" + name)).get("fqdn") == text


@pytest.mark.parametrize("kind", [2, 7, 10, 12, 13])
def test_servers_and_relays_are_not_read(kind: int) -> None:
    assert read(bytes([kind, 0, 0, 1]) + option(39, b"\0\x02pc\0")) == {}


def test_an_option_that_runs_off_the_end_is_not_there() -> None:
    assert read(b"\x01\0\0\x01" + option(39, b"\0\x02pc\0") + b"\0\x10\0\xff\0\0") == {"fqdn": "pc"}


@pytest.mark.parametrize("message", [b"", b"\x63\0\0\x01", b"\x01\0"])
def test_what_is_refused(message: bytes) -> None:
    with pytest.raises(ParseError):
        dhcpv6.hear(message)


@given(st.binary(max_size=120))
def test_any_options_are_read(tail: bytes) -> None:
    dhcpv6.hear(b"\x01\0\0\x01" + tail)
