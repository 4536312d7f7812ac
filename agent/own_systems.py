"""Which operating system a device runs by what it is, where it says none: its maker has one system for all such.

A FortiGate runs FortiOS whatever it was asked. What is believed of the device, once settled, is put into one line,
"Fortinet; network; firewall; FortiGate-60F" (maker, class, kind and model, "" where one is unknown), and read by rules
like any field: rules/protocols/own_systems.toml. A maker that is guessed from an address block or a registered number
alone concludes nothing, and whatever tells the system itself, however weakly, is heard instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from agent.device import Claim, Tier
from agent.rules import RuleSet

IDENTITY_FIELD = "identify.device"
"""Read by rules, given by no probe: the line of what a device is."""
_PARTS = ("vendor", "class", "kind", "model")
_GUESSES = frozenset(
    {"ieee.oui", "ieee.named", "iana.enterprise", "identify.mentioned-maker", "identify.company-name"}
)
"""Rules whose word on the maker is that of a registry, or a name that stands somewhere in a text."""


def system_claims(claims: Sequence[Claim], conflicts: Collection[str], rules: RuleSet) -> Iterable[Claim]:
    """claims, conflicts: as agent/settle.py leaves them, strongest first. What is concluded is a hint."""
    best: dict[str, Claim] = {}
    for claim in claims:
        best.setdefault(claim.attribute, claim)
    maker = best.get("vendor")
    if (
        "os" in best
        or maker is None
        or maker.rule in _GUESSES
        or not {"vendor", "class"}.isdisjoint(conflicts)
    ):
        return
    known = (best[part].value if part in best and part not in conflicts else "" for part in _PARTS)
    said = [c for c in rules.claims(IDENTITY_FIELD, "; ".join(known)) if c.attribute == "os"]
    if len({c.value for c in said}) == 1:
        yield replace(said[0], tier=Tier.WEAK)
