"""An object of a maker's tree says one thing: what a hint takes for a serial number and another for a model is one of
the two.

Of the names in such a tree most are of parts: where another field says one of them too, that is the device's.

Hints know objects by the look of their texts alone (shapes.own-*), and serial numbers look like models. Where
anything else calls that text the model (a rule that knows the object, the description), it is the model; else it is
the serial number, for of those there are more.

The name of the system is no model either, nor its version, nor the maker's name, however much they look like one
(Acme Networking OS10; Acme8 P500).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agent.device import Claim, Tier

TREE = "snmp.own"
SERIALS = frozenset({"shapes.own-serial", "shapes.own-serial-short"})
MODELS = frozenset({"shapes.own-model", "shapes.own-model-of-a-line", "shapes.own-model-of-a-row"})
"""Rules that go by the look of a text."""
_OTHERS = frozenset({"os", "version", "vendor"})
"""What a text is instead of a model's name, where more than a hint says so."""


def one_thing_each(claims: Sequence[Claim]) -> Iterable[Claim]:
    """The claims without those that take a serial number for a model, or a model for a serial number; and without
    hints that take the system, its version or the maker for the model."""
    serials = {name_key(c.value) for c in claims if c.attribute == "serial"}
    models = {name_key(c.value) for c in claims if c.attribute == "model" and c.rule not in MODELS}
    certain = {name_key(c.value) for c in claims if c.attribute == "serial" and c.tier > Tier.WEAK}
    others = {name_key(c.value) for c in claims if c.attribute in _OTHERS and c.tier > Tier.WEAK}
    for claim in claims:
        text = name_key(claim.value)
        if claim.attribute == "model" and claim.tier is Tier.WEAK and text in others:
            continue
        if claim.rule in MODELS and claim.attribute == "model" and text in serials and text not in models:
            continue
        if claim.rule in SERIALS and claim.attribute == "serial" and text in models and text not in certain:
            continue
        yield claim


def confirmed(hints: Sequence[Claim]) -> list[Claim]:
    """The hints at a model; where another field says the same as one of a maker's tree, without that tree's others."""
    said = {name_key(c.value) for c in hints if c.field != TREE}
    meant = [c for c in hints if c.field != TREE or name_key(c.value) in said]
    return meant if any(c.field == TREE for c in meant) else list(hints)


def name_key(name: str) -> str:
    """The name without what writers set differently: case, hyphens and blanks."""
    return re.sub(r"[\W_]", "", name).casefold()
