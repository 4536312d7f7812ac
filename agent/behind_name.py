"""What a page or a greeting says behind its maker's name, read as if it began there.

Rules know the products of a maker by their names, and pages write "SyncThru Web Service" and "Samsung SyncThru Web
Service", "Welcome to ..." and "Login - ..." alike. What rules say of the whole text counts before; a rule that
thinks of another maker is not heard, and what is read so is likely at most.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import groupby

from agent.agreement import agree
from agent.device import Claim, Tier
from agent.rules import RuleSet

FOLLOWED = frozenset(
    {
        "http.title",
        "https.title",
        "http.realm",
        "https.realm",
        "ftp.banner",
        "telnet.banner",
        "sip.user_agent",
    }
)
"""Texts in which a product's name follows its maker's."""
TOLD = frozenset({"class", "kind", "os", "model", "product", "product_version"})
_BETWEEN = re.compile(
    r"(?:[\s\-–—|:·,()/®™]|\(?[Rr]\)|(?:,? ?(?:Inc|Corp|Corporation|Co|Ltd|LLC|GmbH|AG)\b\.?))*"
)


def followed(
    name: str, text: str, rest: str, maker: str, rules: RuleSet, said: Collection[str]
) -> Iterable[Claim]:
    """Claims on the whole `text` of field `name` from what rules say of its `rest`. maker: whose name was before it,
    "" for none.  said: attributes of which rules speak where they read the whole."""
    between = _BETWEEN.match(rest)
    rest = rest[between.end() if between else 0 :]
    if not rest or rest == text or {"class", "product"} <= set(said):
        return
    for _, claims in groupby(rules.claims(name, rest), key=lambda claim: claim.rule):
        told = list(claims)
        others = (c.value for c in told if c.attribute == "vendor")
        if maker and not all(agree(other, maker, "vendor", rules.vocabulary) for other in others):
            continue
        for claim in told:
            if claim.attribute not in said and (claim.attribute in TOLD or not maker):
                yield replace(claim, tier=min(claim.tier, Tier.MEDIUM), text=text)
