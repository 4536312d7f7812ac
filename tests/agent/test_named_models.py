"""The name of a model after its maker's: what is taken, what is left, and what is no model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.named_models import (
    LONGEST,
    before_version,
    is_of_family,
    model_after,
    model_in_name,
    without_kinds,
)


@pytest.mark.parametrize(
    ("text", "model"),
    [
        (" AC-500 - Login", "AC-500"),
        (" AC-500 FTP server (V1.2) ready.", "AC-500"),
        (" AC500 Network Door Controller 1.65.1 (2018) ready.", "AC500"),
        (" Wireless N Router AC841N", "AC841N"),
        (" Color MFP S2025cdn", "S2025cdn"),
        (" GX-4008  V1.5A Command Shell", "GX-4008"),
        ("-Sip-Gateway-MX-12 FXS/v.6.00", "MX-12 FXS"),
        (" ZoneKeeper Web UI", "ZoneKeeper"),
        (" Ward Switch 1820 24G", "Ward Switch 1820 24G"),
        ("/517 (TC7.0)", ""),
        ("/PX504G-7.4.9c", "PX504G"),
        (" 4.2.1", ""),
        (" Wireless Router", ""),
        (" Applications", ""),
        (": all our 3 products on 1 page", ""),
        (" " + "A1 " * 60, ""),
        ("", ""),
    ],
)
def test_the_model_after_the_makers_name(text: str, model: str) -> None:
    assert model_after(text) == model


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("R190V", "R190V"),
        ("AM-200-00107FB7B1E2", "AM-200"),
        ("Mark 7 Controller", "Mark 7"),
        ("gw7.example.jp", ""),
        ("gw7", ""),
        ("192.0.2.7", ""),
        ("00107FB7B1E2", ""),
        ("SN-221301007591", ""),
        ("AcmeApplianceCertificate_C0100", ""),
        ("Acme Device Root Authority 2", ""),
        ("Controller", ""),
        ("NPI4A5B6C", ""),  # the name that a printer makes for itself of its address
        ("HP1234AB", ""),
    ],
)
def test_the_model_in_a_certificates_name(name: str, model: str) -> None:
    assert model_in_name(name) == model


@given(st.text(max_size=200))
def test_whatever_the_text_a_model_is_a_short_name(text: str) -> None:
    for model in (model_after(text), model_in_name(text)):
        assert len(model) <= LONGEST
        assert model == " ".join(model.split())


@pytest.mark.parametrize(
    ("member", "family", "expected"),
    [
        ("6224p", "6200", True),
        ("5050", "5000", True),
        ("ex2230", "ex2200", True),
        ("6200", "6200", False),
        ("6324", "6200", False),
        ("62", "6200", False),
        ("50500", "5000", False),
        ("ls6224", "6200", False),
        ("224", "200", True),
        ("2010", "2010", False),
        ("0050", "0000", False),
    ],
)
def test_a_number_is_of_the_family_whose_hundred_or_thousand_it_is_in(
    member: str, family: str, expected: bool
) -> None:
    assert is_of_family(member, family) is expected


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Network Camera AC-5", "AC-5"),
        ("Network Camera", ""),
        ("Environment Monitor AC-5", "AC-5"),
        ("Acme Network Camera AC-5", "AC-5"),
        ("Acme Camera AC-5", "Acme Camera AC-5"),
        ("Acme Wireless Bridge 300", "Acme Wireless Bridge 300"),
        ("Turbo AC-5", "Turbo AC-5"),
        ("AC-5 Camera", "AC-5"),
        ("AC960 Internet Backbone Router", "AC960"),
        ("AC52 CATV Optical Receiver", "AC52"),
        ("Acme Backbone Router", "Acme Backbone Router"),
        ("Smart Turbo", "Smart Turbo"),
        ("Gateway 300", "Gateway 300"),
        ("Router 2811", "2811"),
        ("Wireless 802.11b Printer", "Wireless 802.11b Printer"),
    ],
)
def test_what_every_makers_devices_are_called_is_no_part_of_the_name(name: str, left: str) -> None:
    assert without_kinds(name) == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("AC-500 Version 4", "AC-500 Version 4.2.1", "AC-500"),
        ("AC-500 4", "Acme AC-500 4.2.1 ready", "AC-500"),
        ("AC-500 V4", "AC-500 V4.2", "AC-500"),
        ("AC-500 Version", "AC-500 Version 4", "AC-500"),
        ("AC-500 Firmware", "AC-500 Firmware: V4.2", "AC-500"),
        ("Acme 500", "Acme 500.", "Acme 500"),
        ("Acme 500", "Acme 500, 4.2", "Acme 500"),
        ("AC-500", "AC-500.2", "AC-500"),
        ("Acme Version", "Acme Version C", "Acme Version"),
        ("500", "500.1", "500"),
        ("AC-500", "another text", "AC-500"),
    ],
)
def test_a_version_that_follows_is_no_part_of_the_name(name: str, text: str, left: str) -> None:
    assert before_version(name, text) == left
