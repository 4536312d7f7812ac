"""The signed account: its sums come from the records alone, and any changed letter is found."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.account import AccountError, account_of, checked
from agent.device import Device, Interface
from agent.findings import Findings
from agent.host_accounts import AccountRecord
from agent.signed import fingerprint, signed
from agent.signing import SigningError, signer_of, verify

FINDINGS = Findings(
    "r1",
    "digest",
    "2026-11-20T10:00:00Z",
    "2026-11-20T10:01:00Z",
    True,
    (),
    (Device("00:00:5e:00:53:01", "main", (Interface("00:00:5e:00:53:01", ("10.0.0.2", "10.0.0.3")),), packets=9, bytes=700),),
)  # fmt: skip


def record(
    event: str, number: int, host: str, packets: int, size: int = 0, probe: str = "ssh"
) -> AccountRecord:
    return AccountRecord(event, number, "main", host, "", probe, packets, size)


RECORDS = (
    record("segment", 1, "10.0.0.0/24", 5, probe="arp"),
    record("segment", 2, "10.0.0.0/24", 3, probe="arp"),
    record("reserved", 3, "10.0.0.2", 8),
    record("settled", 3, "10.0.0.2", 6, 400),
    record("reserved", 4, "10.0.0.3", 3),
    record("reserved", 5, "10.0.0.9", 2),
    record("settled", 5, "10.0.0.9", 1, 42),
)


def test_what_was_settled_counts_as_sent_and_what_was_not_counts_in_full() -> None:
    document = account_of(FINDINGS, RECORDS, "c" * 64, "1")
    ((device,),) = (document["devices"],)
    assert device["addresses"] == [
        {"ip": "10.0.0.2", "packets": 6, "bytes": 400},
        {"ip": "10.0.0.3", "packets": 3, "bytes": 0},
    ]
    assert document["to_everyone"] == [
        {"site": "main", "network": "10.0.0.0/24", "probe": "arp", "frames": 8}
    ]


def test_an_address_without_a_device_is_in_the_account_all_the_same() -> None:
    document = account_of(FINDINGS, RECORDS, "c" * 64, "1")
    assert document["addresses_without_device"] == [
        {"site": "main", "ip": "10.0.0.9", "packets": 1, "bytes": 42}
    ]


def test_a_signed_account_is_believed_and_names_its_key(tmp_path: Path) -> None:
    signer = signer_of(tmp_path)
    document = account_of(FINDINGS, RECORDS, "c" * 64, "1")
    read, key = checked(signed(document, signer.public, signer.sign), verify)
    assert read == json.loads(json.dumps(document)) and key == fingerprint(signer.public)
    assert len(key.split()) == 8


@given(st.data())
def test_any_changed_figure_is_found(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    signer = signer_of(tmp_path_factory.getbasetemp() / "keys")
    text = signed(account_of(FINDINGS, RECORDS, "c" * 64, "1"), signer.public, signer.sign)
    places = [i for i, letter in enumerate(text) if letter.isalnum()]
    place = data.draw(st.sampled_from(places))
    other = data.draw(
        st.sampled_from("0123456789abcdef").filter(lambda letter: letter != text[place].lower())
    )
    with pytest.raises(AccountError):
        checked(text[:place] + other + text[place + 1 :], verify)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"signature": 1}', '{"signature": {"key": "zz", "value": ""}}', "\x00"]
)
def test_what_is_no_account_is_refused(text: str) -> None:
    with pytest.raises(AccountError):
        checked(text, verify)


def test_the_key_is_its_owners_alone_and_stays(tmp_path: Path) -> None:
    first = signer_of(tmp_path)
    assert stat.S_IMODE((tmp_path / "signing.key").stat().st_mode) == 0o600
    assert signer_of(tmp_path).public == first.public


def test_a_key_that_others_can_read_proves_nothing(tmp_path: Path) -> None:
    signer_of(tmp_path)
    (tmp_path / "signing.key").chmod(0o644)
    with pytest.raises(SigningError, match="chmod 600"):
        signer_of(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"not a key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_a_damaged_key_is_told_and_never_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "signing.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(SigningError, match="move it away"):
        signer_of(tmp_path)
    assert path.read_bytes() == content
