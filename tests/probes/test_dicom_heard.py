"""DICOM heard: our own request is the best example; a peer of ours reads what we say of ourselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import dicom, dicom_heard
from probes.model import ParseError

REQUEST = dicom.association_request(b"PACS1", b"CT2")


def read(payload: bytes) -> dict[str, str]:
    return {r.field.removeprefix("dicom."): r.value for r in dicom_heard.hear(payload)}


def test_a_request_tells_both_titles_software_and_intent() -> None:
    assert read(REQUEST) == {
        "title": "CT2",
        "calls": "PACS1",
        "proposes": dicom.VERIFICATION.decode(),
        "implementation_uid": dicom.IMPLEMENTATION_UID.decode(),
        "implementation_version": dicom.IMPLEMENTATION_VERSION.decode(),
    }


def test_an_acceptance_tells_its_own_software_and_not_the_titles_it_repeats() -> None:
    found = read(b"\x02" + REQUEST[1:])
    assert found.keys() == {"result", "implementation_uid", "implementation_version"}
    assert found["result"] == "accepted"


@pytest.mark.parametrize(
    ("meaning", "payload", "told"),
    [
        ("the caller's title is not known", b"\x03\0\0\0\0\x04\0\x01\x01\x03", {"result": "rejected"}),
        ("a result that there is not", b"\x03\0\0\0\0\x04\0\x03\x01\x03", {}),
        ("longer", b"\x03\0\0\0\0\x04\0\x01\x01\x03\0", {}),
    ],
)
def test_a_refusal_proves_that_dicom_is_spoken(meaning: str, payload: bytes, told: dict[str, str]) -> None:
    assert read(payload) == told


STORAGE = "1.2.840.10008.5.1.4.1.1."


@pytest.mark.parametrize(
    ("meaning", "proposed", "kind"),
    [
        ("a CT", [STORAGE + "2", STORAGE + "7", STORAGE + "88.67", "1.2.840.10008.1.1"], "ct"),
        ("an enhanced CT", [STORAGE + "2.1"], "ct"),
        ("an X-ray room, not a CR reader alone", [STORAGE + "1.1"], "cr-dr"),
        ("mammography, which is below X-ray", [STORAGE + "1.2"], "mammography"),
        ("microscopy of slides below visible light", [STORAGE + "77.1.6"], "pathology"),
        ("PET and NM together are of one kind", [STORAGE + "20", STORAGE + "128"], "nuclear"),
        ("CT and MR: an archive", [STORAGE + "2", STORAGE + "4"], ""),
        ("CT and something that we do not know", [STORAGE + "2", STORAGE + "999"], ""),
        ("CT that is also asked for: a workstation", [STORAGE + "2", "1.2.840.10008.5.1.4.1.2.2.1"], ""),
        ("reports alone", [STORAGE + "88.11"], ""),
        ("nothing", [], ""),
    ],
)
def test_who_makes_what_is_proposed(meaning: str, proposed: list[str], kind: str) -> None:
    assert dicom_heard.maker_of(proposed) == kind


@pytest.mark.parametrize(
    ("meaning", "payload"),
    [
        ("nothing", b""),
        ("images", b"\x04" + REQUEST[1:]),
        ("another version", REQUEST[:6] + b"\0\x02" + REQUEST[8:]),
        ("no application context", REQUEST[:74] + b"\x77" + REQUEST[75:]),
        ("longer than any", REQUEST[:2] + b"\xff\xff\xff\xff" + REQUEST[6:]),
        ("TLS", b"\x16\x03\x01" + bytes(200)),
    ],
)
def test_what_begins_no_association_is_not_read(meaning: str, payload: bytes) -> None:
    assert read(payload) == {}


def test_an_item_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(ParseError):
        dicom_heard.hear(REQUEST[:75] + b"\x01" + REQUEST[76:])


def test_a_caller_cannot_fill_the_journal() -> None:
    def context(n: int) -> bytes:
        uid = f"1.2.3.{n}".encode()
        item = b"\x30\0" + len(uid).to_bytes(2, "big") + uid
        return b"\x20\0" + (len(item) + 4).to_bytes(2, "big") + b"\x01\0\0\0" + item

    many = REQUEST[:74] + b"\x10\0\0\0" + b"".join(context(n) for n in range(500))
    assert sum(r.field == "dicom.proposes" for r in dicom_heard.hear(many)) == dicom_heard.MOST_PROPOSED


@given(st.binary(max_size=200), st.sampled_from([1, 2]))
def test_whatever_items_follow_are_read_or_refused(tail: bytes, kind: int) -> None:
    try:
        dicom_heard.hear(bytes([kind]) + REQUEST[1:75] + tail)
    except ParseError:
        return
