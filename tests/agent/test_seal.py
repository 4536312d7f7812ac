"""The seal of a folder: every change of every file and of the seal itself is found, and told where it begins."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agent.fault import Fault
from agent.seal import (
    LEAST_PIECE,
    LIVE,
    PIECES,
    Entry,
    Made,
    SealError,
    chain_faults,
    differences,
    document_of,
    entry_of,
    is_live,
    piece_of,
    read_seal,
)
from agent.signed import signed
from agent.signing import passing_signer, verify

KEY = passing_signer()
MADE = Made("r1", "5f", "2026-11-26T10:00:00.000Z", "daicho 0.1.0", "aa", "cc")
FOLDER = {
    "journal.jsonl": b'{"n": 1}\n{"n": 2}\n' * 40,
    "findings.json": "{事務・外来}".encode() * 100,
    "report.html": bytes(range(256)) * 9,
    "inputs/ledgers/1/台帳.xlsx": b"PK" + b"\0" * 3000,
    "empty": b"",
}


def entry(content: bytes, piece: int = 0) -> Entry:
    piece = piece or piece_of(len(content))
    return entry_of((content[n : n + piece] for n in range(0, len(content), piece)), piece)


def entries(folder: Mapping[str, bytes]) -> dict[str, Entry]:
    """As a reader of files makes them: a file that was sealed in its own pieces."""
    return {path: entry(c, SEALED[path].piece if path in SEALED else 0) for path, c in folder.items()}


SEALED: dict[str, Entry] = {}
SEALED |= entries(FOLDER)
TEXT = signed(document_of(MADE, SEALED), KEY.public, KEY.sign)


def faults(folder: Mapping[str, bytes]) -> list[Fault]:
    return differences(read_seal(TEXT, verify).files, entries(folder))


def test_what_was_sealed_comes_back() -> None:
    seal = read_seal(TEXT, verify)
    assert (seal.made, dict(seal.files)) == (MADE, SEALED)
    assert faults(FOLDER) == []


def without(path: str) -> dict[str, bytes]:
    return {p: c for p, c in FOLDER.items() if p != path}


HTML, FINDINGS = FOLDER["report.html"], FOLDER["findings.json"]
TAMPERINGS: list[tuple[str, dict[str, bytes], list[Fault]]] = [
    ("a byte", FOLDER | {"report.html": b"\1" + HTML[1:]}, [Fault("changed", "report.html", 0, 255)]),
    ("a later byte", FOLDER | {"report.html": HTML[:700] + b"!" + HTML[701:]}, [Fault("changed", "report.html", 512, 767)]),
    ("a byte less", FOLDER | {"report.html": HTML[:-1]}, [Fault("changed", "report.html", 2048, 2303, more=-1)]),
    ("a byte more", FOLDER | {"report.html": HTML + b"\n"}, [Fault("changed", "report.html", 2304, 2304, more=1)]),
    ("emptied", FOLDER | {"report.html": b""}, [Fault("changed", "report.html", 0, 255, other="empty", more=-2304)]),
    ("no longer empty", FOLDER | {"empty": b"x"}, [Fault("changed", "empty", 0, 0, more=1)]),
    ("taken away", without("report.html"), [Fault("missing", "report.html")]),
    ("added", FOLDER | {"b": b"x"}, [Fault("added", "b")]),
    ("copied", FOLDER | {"b": HTML}, [Fault("added", "b", other="report.html")]),
    ("renamed", without("report.html") | {"b": HTML},
     [Fault("added", "b", other="report.html"), Fault("missing", "report.html", other="b")]),
    ("exchanged", FOLDER | {"report.html": FINDINGS, "findings.json": HTML},
     [Fault("changed", "findings.json", 0, 255, other="report.html", more=len(HTML) - len(FINDINGS)),
      Fault("changed", "report.html", 0, 255, other="findings.json", more=len(FINDINGS) - len(HTML))]),
]  # fmt: skip


@pytest.mark.parametrize(("meaning", "folder", "told"), TAMPERINGS, ids=[t[0] for t in TAMPERINGS])
def test_what_was_done_to_the_folder_is_told(
    meaning: str, folder: dict[str, bytes], told: list[Fault]
) -> None:
    assert faults(folder) == told


def flipped(content: bytes, at: int, other: int) -> bytes:
    return content[:at] + bytes([content[at] ^ (1 + other % 255)]) + content[at + 1 :]


def removed(content: bytes, at: int, other: int) -> bytes:
    return content[:at] + content[at + 1 :]


def inserted(content: bytes, at: int, other: int) -> bytes:
    return content[:at] + bytes([other % 256]) + content[at:]


def swapped(content: bytes, at: int, other: int) -> bytes:
    with_other = bytearray(content)
    there = other % len(content)
    with_other[at], with_other[there] = with_other[there], with_other[at]
    return bytes(with_other)


CHANGES = (flipped, removed, inserted, swapped)


@given(
    st.sampled_from([p for p in FOLDER if FOLDER[p]]),
    st.sampled_from(CHANGES),
    st.integers(0, 1 << 16),
    st.integers(0, 1 << 16),
)
def test_any_change_of_any_file_is_found_where_it_begins(
    path: str, change: Callable[[bytes, int, int], bytes], at: int, other: int
) -> None:
    before = FOLDER[path]
    after = change(before, at % len(before), other)
    assume(after != before)
    (fault,) = faults(FOLDER | {path: after})
    begins = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    assert fault.path == path and fault.first <= begins <= fault.last
    assert fault.more == len(after) - len(before)


@given(st.sampled_from(CHANGES), st.integers(0, 1 << 16), st.integers(0, 1 << 16))
def test_any_change_of_the_seal_itself_is_found(
    change: Callable[[bytes, int, int], bytes], at: int, other: int
) -> None:
    octets = TEXT.encode()
    after = change(octets, at % len(octets), other)
    assume(after != octets)
    with pytest.raises((SealError, UnicodeDecodeError)):
        read_seal(after.decode(), verify)


@pytest.mark.parametrize(
    ("meaning", "old", "new"),
    [
        ("an upper-case digit of the signature", '"value": "', None),
        ("a space", '"live": [', '"live":  ['),
        ("a second key of one name", '  "run": "r1",', '  "run": "r2",\n  "run": "r1",'),
        ("another order of keys", '  "run": "r1",\n  "scope": "5f",', '  "scope": "5f",\n  "run": "r1",'),
        ("a letter written as an escape", '"run": "r1"', '"run": "\\u0072\\u0031"'),
        ("no line at its end", "}\n}\n", "}\n}"),
    ],
)
def test_another_spelling_of_the_same_seal_is_a_change(meaning: str, old: str, new: str | None) -> None:
    if new is None:
        start = TEXT.index(old) + len(old)
        other = TEXT[:start] + TEXT[start : start + 128].upper() + TEXT[start + 128 :]
    else:
        assert old in TEXT
        other = TEXT.replace(old, new)
    with pytest.raises(SealError) as caught:
        read_seal(other, verify)
    assert caught.value.at > 0


def test_a_seal_of_another_key_is_another_seal() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    other = Ed25519PrivateKey.generate()
    seal = read_seal(
        signed(document_of(MADE, SEALED), other.public_key().public_bytes_raw(), other.sign), verify
    )
    assert seal.key != read_seal(TEXT, verify).key


@pytest.mark.parametrize(
    "document",
    [
        {"schema": "daicho.seal/1"},
        document_of(MADE, SEALED) | {"files": 7},
        document_of(MADE, SEALED) | {"files": [{"path": "a"}]},
        document_of(MADE, SEALED) | {"number": "x"},
        document_of(MADE, SEALED) | {"schema": "daicho.account/1"},
    ],
    ids=["nothing", "no list", "half a file", "no number", "another document"],
)
def test_what_is_signed_and_is_no_seal_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(SealError):
        read_seal(signed(document, KEY.public, KEY.sign), verify)  # type: ignore[arg-type]


def test_seals_that_follow_each_other_name_each_other() -> None:
    first = read_seal(TEXT, verify)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    second = replace(first, made=replace(MADE, number=2, former=digest))
    assert chain_faults(first, []) == []
    assert chain_faults(second, [(first, digest)]) == []
    assert chain_faults(second, [(first, "0" * 64)]) == [Fault("chain", "seal.json", other="seal-1.json")]
    assert [f.code for f in chain_faults(second, [])] == ["chain"], "the first seal was taken away"


@pytest.mark.parametrize("size", [0, 1, 255, 256, 16384, 16385, 1 << 20, (1 << 30) + 1])
def test_a_file_has_few_pieces(size: int) -> None:
    piece = piece_of(size)
    assert piece >= LEAST_PIECE and -(-size // piece) <= PIECES
    assert piece == LEAST_PIECE or size > piece * PIECES // 2


def test_what_is_live_is_one_table() -> None:
    live = [p for p in ("STOP", "state/signing.key", "copies/.DS_Store", "~$report.xlsx") if is_live(p, LIVE)]
    assert len(live) == 4
    assert not any(is_live(p, LIVE) for p in (*FOLDER, "seal-1.json", "inputs/STOP", "statement.txt"))
