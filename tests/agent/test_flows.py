"""Flows: both ends heard, both of the run, each once; and the document keeps them."""

from __future__ import annotations

import json

import pytest

from agent.device import Device, Interface, Service
from agent.findings import Findings, Flow, from_json, to_json
from agent.flows import flows_of
from probes.model import Evidence

CLIENT, SERVER = "192.0.2.7", "192.0.2.9"


def said(host: str, field: str, value: str, site: str = "main") -> Evidence:
    return Evidence(site, host, "flow", field, value, "2026-01-01T00:00:00.000Z")


THERE = said(SERVER, "flow.speaks", "udp")


@pytest.mark.parametrize(
    ("meaning", "evidence", "flows"),
    [
        (
            "a handshake",
            [said(CLIENT, "flow.uses", f"tcp/104 {SERVER}"), THERE],
            [Flow("main", CLIENT, SERVER, "tcp", 104)],
        ),
        ("a server outside", [said(CLIENT, "flow.uses", "tcp/104 203.0.113.1"), THERE], []),
        ("a server of another site", [said(CLIENT, "flow.uses", f"tcp/104 {SERVER}", "annex"), THERE], []),
        ("a question alone", [said(CLIENT, "flow.asks", f"udp/53 {SERVER}"), THERE], []),
        ("an answer alone", [said(CLIENT, "flow.answered", f"udp/53 {SERVER}"), THERE], []),
        (
            "question and answer",
            [
                said(CLIENT, "flow.asks", f"udp/53 {SERVER}"),
                said(CLIENT, "flow.answered", f"udp/53 {SERVER}"),
                THERE,
            ],
            [Flow("main", CLIENT, SERVER, "udp", 53)],
        ),
        (
            "an answer of another server",
            [
                said(CLIENT, "flow.asks", f"udp/53 {SERVER}"),
                said(CLIENT, "flow.answered", "udp/53 192.0.2.8"),
                THERE,
            ],
            [],
        ),
        (
            "twice",
            [said(CLIENT, "flow.uses", f"tcp/104 {SERVER}")] * 2 + [THERE],
            [Flow("main", CLIENT, SERVER, "tcp", 104)],
        ),
    ],
)
def test_which_flows_are_told(meaning: str, evidence: list[Evidence], flows: list[Flow]) -> None:
    assert list(flows_of(evidence, [])) == flows


def test_a_protocol_is_named_where_a_rule_recognised_it() -> None:
    device = Device(
        id="main/x",
        site="main",
        interfaces=(Interface("", (SERVER,)),),
        services=(Service("tcp", 11112, "dicom"),),
    )
    uses = [said(CLIENT, "flow.uses", f"tcp/{port} {SERVER}") for port in (11112, 104)]
    assert [(f.port, f.protocol) for f in flows_of([*uses, THERE], [device])] == [(104, ""), (11112, "dicom")]


def test_the_document_keeps_them_sorted_and_gives_them_back() -> None:
    flows = (Flow("main", CLIENT, SERVER, "udp", 53), Flow("main", CLIENT, SERVER, "tcp", 22, "ssh"))
    text = to_json(Findings("r", "s", "a", "b", True, (), (), flows=flows))
    assert json.loads(text)["flows"] == [
        {
            "site": "main",
            "client": CLIENT,
            "server": SERVER,
            "transport": "tcp",
            "port": 22,
            "protocol": "ssh",
        },
        {"site": "main", "client": CLIENT, "server": SERVER, "transport": "udp", "port": 53},
    ]
    assert from_json(text).flows == tuple(sorted(flows))
