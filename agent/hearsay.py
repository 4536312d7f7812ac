"""Evidence that is another's word: what a host passes on says nothing of the host itself. Pure.

A DNS server asks further for whoever asked it, and so looks up the servers of every product in the house. What it asks
stays in the journal, and no conclusion is drawn from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from probes.model import Evidence

PASSED_ON: Mapping[str, str] = MappingProxyType({"dns.remote": "dns.serves"})
"""Field -> the field of a host that shows it to pass such things on."""


def own_words(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence without what its hosts passed on; the order is kept."""
    kept = list(evidence)
    shown = frozenset(PASSED_ON.values())
    passers = {(item.site, item.host, item.field) for item in kept if item.field in shown}
    return [e for e in kept if (e.site, e.host, PASSED_ON.get(e.field, "")) not in passers]
