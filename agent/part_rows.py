"""The row of ENTITY-MIB that was read may be a board's or a power supply's, where the agent keeps none of the box
itself: what it calls the model is then the part's. The row's description says so (Main Board), or the order number
does (PWR-C1-350WAC).

Where another field names a model, that one is the device's; where none does, the part's name is all there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agent.device import Claim
from probes.model import Evidence

MODEL, DESCRIPTION = "snmp.entPhysicalModelName", "snmp.entPhysicalDescr"
_PART = re.compile(
    r"(?i)\b(?:(?:main|mother|system|control|processor|cpu|base) ?board|supervisor|route processor"
    r"|(?:line|control|controller|management|cpu|processor) ?(?:card|module|unit)|power supply|psu|fan(?: tray)?"
    r"|backplane|midplane)\b"
)
_WHOLE = re.compile(r"(?i)\bchassis\b|\bswitch system\b")
_ORDERED = re.compile(r"(?:[A-Z0-9]{2,5}-)?(?:PWR|PSU|FAN|PEM)[-_]\w")
"""How order numbers of power supplies and fans begin. At the end of a switch's, PWR is power over Ethernet."""


def without_parts(claims: Sequence[Claim], evidence: Iterable[Evidence]) -> Sequence[Claim]:
    """The claims on one host, without the name of a part for the model where something else names one."""
    is_part = any(e.field == DESCRIPTION and _tells_a_part(e.value) for e in evidence)
    of_the_part = [
        c
        for c in claims
        if c.attribute == "model" and c.field == MODEL and (is_part or _ORDERED.match(c.value))
    ]
    named = any(c.attribute == "model" and c.field not in (MODEL, DESCRIPTION) for c in claims)
    return [c for c in claims if c not in of_the_part] if of_the_part and named else claims


def _tells_a_part(description: str) -> bool:
    return bool(_PART.search(description)) and not _WHOLE.search(description)
