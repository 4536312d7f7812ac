"""Which operating system a device runs by what it is, where it says none: its maker has one system for all such.

A FortiGate runs FortiOS whatever it was asked. What is believed of the device, once settled, is put into one line,
"Fortinet; network; firewall; FortiGate-60F" (maker, class, kind and model, "" where one is unknown), and read by rules
like any field: rules/protocols/own_systems.toml. A maker that is guessed from an address block or a registered number
alone concludes nothing, and neither do two hints. Whatever tells the system itself is heard instead, unless it is a
hint at Linux and the like and the conclusion a Linux of its own name.
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


def with_system(claims: Sequence[Claim], conflicts: Collection[str], rules: RuleSet) -> tuple[Claim, ...]:
    """The claims, and before the hints what is concluded of the system, which is one.

    claims, conflicts: as agent/settle.py leaves them, strongest first.
    """
    firm = [c for c in claims if c.tier > Tier.WEAK]
    return (*firm, *system_claims(claims, conflicts, rules), *claims[len(firm) :])


def system_claims(claims: Sequence[Claim], conflicts: Collection[str], rules: RuleSet) -> Iterable[Claim]:
    """What is concluded: nothing, or one hint; where a hint tells a system, only one that is more exact."""
    best: dict[str, Claim] = {}
    for claim in claims:
        best.setdefault(claim.attribute, claim)
    maker, trade, told = best.get("vendor"), best.get("class"), best.get("os")
    if maker is None or trade is None or not {"vendor", "class", "os"}.isdisjoint(conflicts):
        return
    if maker.rule in _GUESSES or maker.tier is trade.tier is Tier.WEAK:
        return
    known = (best[part].value if part in best and part not in conflicts else "" for part in _PARTS)
    said = [c for c in rules.claims(IDENTITY_FIELD, "; ".join(known)) if c.attribute == "os"]
    if len({c.value for c in said}) != 1:
        return
    if told is None or (
        told.tier is Tier.WEAK and said[0].value in rules.vocabulary.systems.get(told.value, ())
    ):
        yield replace(said[0], tier=Tier.WEAK)
