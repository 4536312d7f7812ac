"""The evidence that people showed in public (tests/seen) is whole, says where it is from, and is recognised no worse
than when it was first tried."""

from __future__ import annotations

from collections import Counter

import pytest

from agent.rules import load_rules
from tests.bench.identify_seen import LABELS, domains, first_sight, is_right, judged, seen

NOT_FROM = ("librenms", "recog", "fusioninventory", "glpi", "snmpsim", "snmp-info", "datadog", "thola")
"""Sources of the labelled evidence that identification is measured on elsewhere: what is seen here is not theirs."""


@pytest.mark.parametrize("domain", domains())
def test_each_record_is_whole(domain: str) -> None:
    rules = load_rules()
    records = seen(domain)
    assert records and [one for one, many in Counter(r.id for r in records).items() if many > 1] == []
    for record in records:
        assert record.source.startswith(("https://", "http://")), record.id
        assert not any(name in record.source.casefold() for name in NOT_FROM), record.id
        assert record.evidence and record.labels, record.id
        assert set(record.labels) <= set(LABELS) and all(record.labels.values()), record.id
        assert set(record.labels.get("class", ())) <= set(rules.vocabulary.kinds.values()), record.id
        unread = [field for field, _ in record.evidence if not rules.reads(field)]
        assert not unread, (record.id, unread)


@pytest.mark.parametrize("domain", domains())
def test_nothing_is_recognised_worse_than_at_first_sight(domain: str) -> None:
    marks, _, _ = judged(seen(domain), load_rules())
    before = {label: counts for (one, label), counts in first_sight().items() if one == domain}
    assert before, "its figures of the first sight belong into first_sight.tsv"
    for label, (right, wrong, _) in before.items():
        assert marks[label, "right"] >= right and marks[label, "wrong"] <= wrong, label


@pytest.mark.parametrize(
    ("label", "answer", "said", "right"),
    [
        ("class", "power", "power", True),
        ("class", "power", "building", False),
        ("vendor", "Fujifilm", "富士フイルム", True),
        ("vendor", "Fujifilm", "Fujitsu", False),
        ("model", "RT-AC68U", "rt ac68u", True),
        ("model", "RT-AC68U", "RT-AC68", False),
        ("os", "Linux", "Debian (Linux)", True),
        ("service", "httpd", "lighttpd", False),
        ("version", "1.2.3", "1.2", False),
    ],
)
def test_what_counts_as_right(label: str, answer: str, said: str, right: bool) -> None:
    assert is_right(label, answer, said) is right
