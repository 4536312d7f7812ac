"""Redfish: asked once, only where something says that it is a management controller; no answer does harm."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes import redfish
from probes.model import ParseError, Reply, Target, Via

HOST = "192.0.2.10"
TYPE = "#ServiceRoot.v1_15_0.ServiceRoot"


def answer(document: object, head: str = "HTTP/1.1 200 OK") -> bytes:
    body = document if isinstance(document, str) else json.dumps(document)
    return f"{head}\r\nContent-Type: application/json\r\n\r\n{body}".encode()


def read(**root: object) -> dict[str, str]:
    payload = answer({"@odata.type": TYPE, **root})
    return {r.field.removeprefix("redfish."): r.value for r in redfish.parse(payload)}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("https.title", "iDRAC9"),
        ("https.title", "iLO 5"),
        ("https.title", "Cisco Integrated Management Controller Login"),
        ("https.title", "XClarity Controller"),
        ("https.server", "HP-iLO-Server/1.30"),
        ("https.server", "iRMC S5 Webserver"),
        ("tls.subject", "CN=iLO,OU=ISS,O=Hewlett Packard Enterprise,L=Houston"),
        ("tls.subject", "CN=ILOABCD012345"),
        ("tls.issuer", "CN=IPMI,OU=Software,O=Super Micro Computer"),
        ("tls.subject", "CN=XCC-7X06-J100ABCD,O=System X"),
        ("ssdp.type", "urn:dmtf-org:service:redfish-rest:1"),
        ("upnp.model", "iLO 4 in ProLiant DL360 Gen9"),
    ],
)
def test_a_management_controller_is_asked_once(field: str, text: str) -> None:
    conversation = redfish.talk(Target(HOST, 1, told=((field, text), ("https.port", "8443"))))
    ask = next(conversation)
    assert (ask.via, ask.port) == (Via.TLS, 8443)
    assert ask.payload.startswith(b"GET /redfish/v1/ HTTP/1.0\r\nHost: 192.0.2.10:8443\r\n")
    assert b"Authorization" not in ask.payload
    with pytest.raises(StopIteration):
        conversation.send((Reply(HOST, answer({"@odata.type": TYPE})),))


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("https.title", "電子カルテ ポータル"),
        ("https.title", "BMC Software Login"),
        ("https.title", "Kilo metrics"),
        ("https.title", "Pilot iloveyou"),
        ("https.server", "nginx/1.24.0"),
        ("tls.subject", "CN=pacs01.hosp.example"),
        ("https.port", "443"),
    ],
)
def test_nothing_else_is_asked(field: str, text: str) -> None:
    with pytest.raises(StopIteration) as end:
        next(redfish.talk(Target(HOST, 1, told=((field, text),))))
    assert end.value.value == []


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1", "４４３０"])
def test_a_port_that_is_none_is_not_gone_to(port: str) -> None:
    ask = next(redfish.talk(Target(HOST, 1, told=(("https.title", "iDRAC9"), ("https.port", port)))))
    assert ask.port == (4430 if port == "４４３０" else 443)


@pytest.mark.parametrize(
    ("meaning", "root", "wanted"),
    [
        (
            "a maker and a product",
            {"Vendor": "Acme", "Product": "Acme  Controller"},
            {"vendor": "Acme", "product": "Acme Controller"},
        ),
        (
            "HPE's part, older",
            {"Oem": {"Hpe": {"Manager": [{"ManagerType": "iLO 5", "ManagerFirmwareVersion": "2.18"}]}}},
            {"oem": "Hpe", "manager": "iLO 5", "firmware": "2.18"},
        ),
        (
            "HPE's part, newer",
            {"Oem": {"Hpe": {"Moniker": {"PRODGEN": "iLO 6"}, "Manager": [{"HostName": "ILOINV0000001"}]}}},
            {"oem": "Hpe", "manager": "iLO 6", "hostname": "ILOINV0000001"},
        ),
        (
            "a manager that is no list",
            {"Oem": {"Hp": {"Manager": {"ManagerType": "iLO 4"}}}},
            {"oem": "Hp", "manager": "iLO 4"},
        ),
        (
            "Dell's part",
            {"Oem": {"Dell": {"ServiceTag": "7ABC1D2", "ManagerMACAddress": "2c:ea:7f:00:00:01"}}},
            {"oem": "Dell", "service_tag": "7ABC1D2", "mac": "2c:ea:7f:00:00:01"},
        ),
        ("null for a text", {"Vendor": None, "Product": None}, {}),
        ("numbers for texts", {"Vendor": 5, "Product": ["x"], "Oem": [1]}, {}),
        (
            "parts that are no tables",
            {"Oem": {"Dell": "x", "Hpe": [], "Hp": {"Manager": [3]}}},
            {"oem": "Dell Hp Hpe"},
        ),
        ("日本語の製品名", {"Product": "管理コントローラー"}, {"product": "管理コントローラー"}),
    ],
)
def test_what_a_service_root_says(meaning: str, root: dict[str, object], wanted: dict[str, str]) -> None:
    assert read(**root) == wanted, meaning


@pytest.mark.parametrize(
    "head", ["HTTP/1.1 401 Unauthorized", "HTTP/1.1 404 Not Found", "HTTP/1.1 302 Found"]
)
def test_a_refusal_says_nothing(head: str) -> None:
    assert redfish.parse(answer({"error": {}}, head)) == []


@pytest.mark.parametrize(
    "body", ["", "<html></html>", "[]", "{}", "[" * 20_000, '{"@odata.type": "#Chassis.v1"}', '"x']
)
def test_what_is_no_service_root_is_refused(body: str) -> None:
    with pytest.raises(ParseError):
        redfish.parse(answer(body))


def test_a_long_text_is_cut() -> None:
    assert len(read(Product="x" * 5000)["product"]) == redfish.LONGEST_VALUE


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda part: st.lists(part) | st.dictionaries(st.text(), part)
    )
)
def test_any_json_is_read_or_refused(root: object) -> None:
    document = {"@odata.type": TYPE, "Oem": {"Hpe": root, "Dell": root}, "Vendor": root}
    for reading in redfish.parse(answer(document)):
        assert reading.field in redfish.PROBE.fields
