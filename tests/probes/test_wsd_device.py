"""DPWS metadata: who is asked and who never is, the one question, and what of the answer is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import wsd, wsd_device
from probes.model import Ask, ParseError, Target, Via

HOST = "192.0.2.10"
UUID = ("wsd.uuid", "urn:uuid:aaaaaaaa-0000-4000-8000-000000000010")
DEVICE = ("wsd.type", "{http://schemas.xmlsoap.org/ws/2006/02/devprof}Device")
SDC = ("wsd.type", "{http://standards.ieee.org/downloads/11073/11073-20702-2016}MedicalDevice")
PC = {"computer": "IJI-PC01"}
OWN = ("wsd.service", "http://192.0.2.10:5357/x")


def asked(*told: tuple[str, str]) -> Ask | None:
    return next(wsd_device.talk(Target(HOST, 7, told=told)), None)


def answer(inside: str) -> bytes:
    return (
        f"HTTP/1.1 200 OK\r\n\r\n<s:Envelope xmlns:s='urn:s'><s:Body>{inside}</s:Body></s:Envelope>".encode()
    )


def read(inside: str) -> dict[str, str]:
    return {r.field.removeprefix("wsd_device."): r.value for r in wsd_device.parse(answer(inside))}


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        ("a medical device", (UUID, SDC, OWN)),
        ("a medical device that is of DPWS as well", (UUID, DEVICE, SDC, OWN)),
        ("another type of IEEE 11073", (UUID, ("wsd.type", SDC[1].replace("20702-2016", "20701-2018")), OWN)),
        ("nothing to address it by", (DEVICE, OWN)),
        ("an address that could break the envelope", (("wsd.uuid", "urn:uuid:a</wsa:To>"), DEVICE, OWN)),
        ("no address", (UUID, DEVICE)),
        ("another's address", (UUID, DEVICE, ("wsd.service", "http://192.0.2.11:5357/x"))),
        ("a name for an address", (UUID, DEVICE, ("wsd.service", "http://pump.local:5357/x"))),
    ],
)
def test_who_is_never_asked(meaning: str, told: tuple[tuple[str, str], ...]) -> None:
    assert asked(*told) is None


def test_the_question_is_a_read_in_one_frame() -> None:
    ask = asked(UUID, DEVICE, OWN)
    assert ask is not None and (ask.via, ask.port) == (Via.TCP, 5357)
    head, _, body = ask.payload.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /x HTTP/1.1\r\nHost: 192.0.2.10:5357\r\n")
    assert f"Content-Length: {len(body)}".encode() in head.split(b"\r\n")
    assert b"<wsa:Action>http://schemas.xmlsoap.org/ws/2004/09/transfer/Get</wsa:Action>" in body
    assert UUID[1].encode() in body and wsd.message_id(7).encode() in body
    assert body.endswith(b"<soap:Body></soap:Body></soap:Envelope>")
    longest = wsd_device.request(HOST, 65535, "/" + "x" * 399, "urn:uuid:" + "a" * 64, wsd.message_id(7))
    assert len(longest) <= 1448


@pytest.mark.parametrize(
    ("meaning", "inside", "wanted"),
    [
        ("what the owner calls it", "<FriendlyName>山田先生のプリンター</FriendlyName>", {}),
        ("a model in two languages", "<ModelName>A架</ModelName><ModelName>A</ModelName>", {"model": "A架"}),
        ("a computer in a workgroup", "<Computer>IJI-PC01/Workgroup:IRYO</Computer>", PC | {"group": "workgroup IRYO"}),
        ("a computer in a domain", "<Computer>IJI-PC01\\Domain:BYOIN</Computer>", PC | {"group": "domain BYOIN"}),
        ("a computer of another form", "<Computer>山田 太郎</Computer>", {}),
        ("nothing", "<SerialNumber> </SerialNumber>", {}),
    ],
)  # fmt: skip
def test_what_is_kept(meaning: str, inside: str, wanted: dict[str, str]) -> None:
    assert read(inside) == wanted


def test_a_fault_is_no_fault_of_ours() -> None:
    assert wsd_device.parse(b"HTTP/1.1 500 x\r\n\r\n<s/>") == []


@pytest.mark.parametrize(
    "payload",
    [b"", b"<s/>", b"HTTP/1.1 200 OK\r\n\r\n", answer("<a>" * 40), answer("").replace(b"<s:Body>", b"")],
)
def test_what_is_refused(payload: bytes) -> None:
    with pytest.raises(ParseError):
        wsd_device.parse(payload)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    for inside in (text, f"<Computer>{text}</Computer>"):
        try:
            wsd_device.parse(answer(inside.replace("\udcff", "")))
        except ParseError:
            continue
