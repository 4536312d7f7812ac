"""Hearsay: a DNS server's questions are those of its clients, and only they are left out."""

from __future__ import annotations

from agent.hearsay import own_words
from probes.model import Evidence


def said(host: str, field: str, value: str = "x", site: str = "main") -> Evidence:
    return Evidence(site, host, "dns", field, value, "2026-01-01T00:00:00.000Z")


SERVER, CLIENT = "192.0.2.53", "192.0.2.7"


def test_what_a_server_asks_further_says_nothing_of_it() -> None:
    evidence = [said(SERVER, "dns.remote"), said(CLIENT, "dns.remote"), said(SERVER, "dns.serves")]
    assert own_words(evidence) == evidence[1:]


def test_the_same_address_at_another_site_is_another_host() -> None:
    evidence = [said(CLIENT, "dns.remote"), said(CLIENT, "dns.serves", site="annex")]
    assert own_words(evidence) == evidence


def test_all_else_of_a_server_is_its_own() -> None:
    evidence = [said(SERVER, "dns.serves"), said(SERVER, "tls.remote"), said(SERVER, "flow.uses")]
    assert own_words(evidence) == evidence
