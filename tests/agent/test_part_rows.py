"""What a part is called is not the model where something names that of the box (agent/part_rows.py)."""

from __future__ import annotations

import pytest

from agent.device import Claim, Tier
from agent.part_rows import DESCRIPTION, MODEL, without_parts
from probes.model import Evidence

OF_THE_BOX = Claim("model", "AC-500", Tier.WEAK, "shapes.model-alone", "snmp.sysDescr", "AC-500")


def row(model: str) -> Claim:
    return Claim("model", model, Tier.MEDIUM, "snmp.entity-model", MODEL, model)


def described(text: str) -> list[Evidence]:
    return [Evidence("main", "192.0.2.5", "snmp", DESCRIPTION, text, "")]


@pytest.mark.parametrize(
    ("description", "model", "is_left"),
    [
        ("Main Board", "ACMB500-0005", False),
        ("Supervisor Module 2", "AC500-SUP2", False),
        ("350W AC Power Supply", "AC-350", False),
        ("", "PWR-C1-350WAC", False),
        ("", "AC9K-PWR-650W", False),
        ("", "AC-2930-24G-PWR", True),
        ("AC-500 Chassis with Management Module", "AC-500-24P", True),
        ("48 port switch", "AC-500-48P", True),
        ("", "AC-500-48P", True),
    ],
)
def test_the_row_of_a_part(description: str, model: str, is_left: bool) -> None:
    claims = (row(model), OF_THE_BOX)
    left = without_parts(claims, described(description) if description else [])
    assert (row(model) in left) is is_left and OF_THE_BOX in left


def test_a_parts_name_is_better_than_none() -> None:
    board = row("ACMB500-0005")
    assert tuple(without_parts((board,), described("Main Board"))) == (board,)
    told_by_the_row = Claim("model", "MB", Tier.WEAK, "shapes.model-alone", DESCRIPTION, "MB")
    assert board in without_parts((board, told_by_the_row), described("Main Board"))
