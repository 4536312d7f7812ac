"""Reads one table of a peer (tests/snmp_agent.py) through the probe's own talk, for the tests of the table probes."""

from __future__ import annotations

from collections.abc import Generator, Mapping

from probes.model import Community, Probe, Reading, Reply, Target
from probes.snmp_message import Oid, Response, Value
from probes.tables import Page, Read, Reader
from tests.snmp_agent import Agent

HOST = "192.0.2.10"


def talk(probe: Probe, agent: Agent, version: str = "2c", community: str = "c") -> set[tuple[str, str, str]]:
    """(host, field, value) of all readings; "" is the box itself."""
    assert probe.talk is not None
    conversation = probe.talk(Target(HOST, 7, Community(community, version)))  # type: ignore[arg-type]
    try:
        ask = next(conversation)
        while True:
            payload = agent.answer(ask.payload)
            ask = conversation.send((Reply(HOST, payload),) if payload else ())
    except StopIteration as end:
        found: list[Reading] = end.value
        return {(r.host, r.field, r.value) for r in found}


def read(reader: Reader[Read], view: Mapping[Oid, Value], most: int = 60) -> tuple[Read, list[Page]]:
    """Without messages: each page is answered from the values, as GETBULK is; a VLAN's view has nothing."""
    ordered, pages = sorted(view), list[Page]()
    driven: Generator[Page, Response | None, Read] = reader
    try:
        page = next(driven)
        while True:
            pages.append(page)
            page = driven.send(Response(0, 0, _after(page, view, ordered, most)))
    except StopIteration as end:
        result: Read = end.value
        return result, pages


def _after(page: Page, view: Mapping[Oid, Value], ordered: list[Oid], most: int) -> dict[Oid, Value]:
    found: dict[Oid, Value] = {}
    at = list(page.names)
    for _ in range(page.rows):
        for place, name in enumerate(at):
            after = next((n for n in ordered if n > name), None)
            if after is not None and len(found) < most:
                found[after] = view[after]
                at[place] = after
    return found
