"""IntelliVue data export: only what the monitor itself sends tells of it, and nothing of what it says is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import intellivue_session
from probes.intellivue_session import said_by_monitor


def packet(operation: int, command: int, body: bytes = bytes(8)) -> bytes:
    link = b"\1\1" if operation == 5 else b""
    inner = link + b"\0\1" + command.to_bytes(2, "big") + len(body).to_bytes(2, "big") + body
    return b"\xe1\0\0\2" + operation.to_bytes(2, "big") + len(inner).to_bytes(2, "big") + inner


@pytest.mark.parametrize(
    ("meaning", "message", "is_monitor"),
    [
        ("a poll", packet(1, 7), False),
        ("the answer to it", packet(2, 7), True),
        ("a long answer in parts", packet(5, 7), True),
        ("an event", packet(1, 1), True),
        ("the client's receipt of it", packet(2, 1), False),
        ("a setting", packet(1, 5), False),
        ("an error", packet(3, 7), False),
        ("a longer body than there is", packet(2, 7)[:-1], False),
        ("another session", b"\xe2" + packet(2, 7)[1:], False),
        ("a request for a session", b"\x0d\4abcd", False),
        ("its acceptance", b"\x0e\4abcd", True),
        ("its refusal", b"\x0c\xff\0\2ab", True),
        ("an acceptance of another length", b"\x0e\4abc", False),
        ("nothing", b"", False),
    ],
)
def test_which_end_is_the_monitor(meaning: str, message: bytes, is_monitor: bool) -> None:
    assert said_by_monitor(message) == is_monitor
    assert bool(intellivue_session.hear(message)) == is_monitor


@given(st.binary(max_size=80), st.sampled_from([b"\xe1\0", b"\x0e", b"\x0c", b""]))
def test_nothing_of_it_is_kept(tail: bytes, start: bytes) -> None:
    assert {r.value for r in intellivue_session.hear(start + tail)} <= {"data export"}
