"""When support ends: by the exact release, each edition with its own date, and nothing where it is not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciler.advice.support import _terms, terms
from reconciler.words import words

# (as rules say it, version of the same rule, the ledger's words, name -> end)
TERMS: list[tuple[str, str, str, dict[str, str]]] = [
    ("Windows 10 1809", "", "", {
        "Windows 10 1809 Home, Pro": "2020-11-10", "Windows 10 1809 Enterprise, Education": "2021-05-11",
        "Windows 10 1809 LTSC": "2029-01-09"}),
    ("Windows 10 1809", "", "Windows 10 Enterprise LTSC 2019", {"Windows 10 1809 LTSC": "2029-01-09"}),
    ("Windows 10 21H2", "", "Windows 10 IoT Enterprise LTSC", {"Windows 10 21H2 IoT Enterprise LTSC": "2032-01-13"}),
    ("Windows 10 1809", "", "Windows 10 Pro", {"Windows 10 1809 Home, Pro": "2020-11-10"}),
    ("Windows 8.1 or Windows Server 2012 R2", "", "Windows Server 2012 R2", {"Windows Server 2012 R2": "2023-10-10"}),
    ("Windows Server 2012", "", "", {"Windows Server 2012": "2023-10-10"}),
    ("Windows Vista", "", "", {"Windows Vista": "2017-04-11"}),
    ("Windows 10", "", "", {}),
    ("Windows 11", "", "Windows 11 Pro", {}),
    ("Windows Server", "", "", {}),
    ("Ubuntu", "22.04", "", {"Ubuntu 22.04": "2027-04-01"}),
    ("Ubuntu", "", "", {}),
    ("Debian", "12.5", "", {"Debian 12.5": "2026-07-11"}),
    ("FortiOS", "7.2.5", "", {"FortiOS 7.2.5": "2026-09-30"}),
    ("FortiOS", "99.1", "", {}),
    ("VMware ESXi", "7.0.3", "", {"VMware ESXi 7.0.3": "2025-10-02"}),
    ("VMware ESXi", "7", "", {}),
    ("Cisco IOS XE", "17.9.4a", "", {"Cisco IOS XE 17.9.4a": "2026-07-29"}),
    ("An OS that nobody knows", "1.0", "", {}),
    ("", "", "", {}),
]  # fmt: skip


@pytest.mark.parametrize(("seen_as", "version", "written", "ends"), TERMS)
def test_terms(seen_as: str, version: str, written: str, ends: dict[str, str]) -> None:
    assert {t.name: t.end for t in terms(seen_as, version, written)} == ends


def test_a_term_ends_on_its_last_day() -> None:
    (only,) = terms("Windows 10 22H2")
    assert not only.ended("2025-10-14T23:00:00Z") and only.ended("2025-10-15")
    assert only.is_paid("2028-10-10") and not only.is_paid("2028-10-11")


def test_updates_that_volunteers_give_are_not_sold() -> None:
    (only,) = terms("Debian", "12.5")
    assert only.is_given("2028-06-30") and not only.is_given("2028-07-01")
    assert not only.is_paid("2027-01-01")


def test_every_line_of_the_table_is_whole_and_names_a_system_that_we_know() -> None:
    for (system, release), editions in _terms().items():
        named = f"{system} {release}"
        assert system in words().systems.values(), named
        assert len({edition for edition, *_ in editions}) == len(editions), named
        for _, end, paid, free in editions:
            assert len(end) == 10 and (not paid or paid > end) and (not free or free > end), named


@given(st.text(max_size=40), st.text(max_size=10), st.text(max_size=40))
def test_any_text_has_terms_or_none(seen_as: str, version: str, written: str) -> None:
    assert all(term.end for term in terms(seen_as, version, written))
