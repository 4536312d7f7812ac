"""Settling: which of several claims is believed, and how firmly it is told (agent/settle.py)."""

from __future__ import annotations

import pytest

from agent.device import Claim, Device, Tier
from agent.rules import load_rules
from agent.settle import settle

WORDS = load_rules().vocabulary
S, M, W = Tier.STRONG, Tier.MEDIUM, Tier.WEAK
DESCR, OWN, AGENT = "snmp.sysDescr", "snmp.own", "snmp.sysObjectID"


def said(attribute: str, value: str, tier: Tier, field: str, text: str = "", rule: str = "a.b") -> Claim:
    return Claim(attribute, value, tier, rule, field, text or value)


def settled(*claims: Claim) -> Device:
    found, conflicts = settle(claims, WORDS)
    assert settle(claims[::-1], WORDS) == (found, conflicts), "the order of the claims makes no difference"
    return Device("x", "", (), claims=found, conflicts=conflicts)


BELIEVED: list[tuple[str, list[Claim], str]] = [
    (
        "what the maker's MIB calls the number, where the description names a series alone",
        [
            said("model", "AC-500-24", W, AGENT, "1.3.6.1.4.1.64999.1.24"),
            said("model", "AC-500", W, DESCR, "AC-500 Series Switch", "shapes.model-of-a-series"),
        ],
        "AC-500-24",
    ),
    (
        "what the description names, where a number is a hint",
        [
            said("model", "AC-500-24", W, AGENT, "1.3.6.1.4.1.64999.1.24"),
            said("model", "AC-600-48", W, DESCR, "AC-600-48 Switch"),
        ],
        "AC-600-48",
    ),
    (
        "what two fields say, where a third says otherwise",
        [
            said("version", "2.4.1", M, DESCR),
            said("version", "2.4.1", M, OWN, "64999.1.1.0 2.4.1"),
            said("version", "1.0.7", M, "snmp.upsIdentUPSSoftwareVersion"),
        ],
        "2.4.1",
    ),
    (
        "what a weaker word of another field seconds",
        [
            said("version", "2.4.1", M, DESCR),
            said("version", "1.0.7", M, OWN, "64999.1.1.0 1.0.7"),
            said("version", "2.4.1", W, "snmp.entPhysicalSoftwareRev"),
        ],
        "2.4.1",
    ),
    (
        "nothing, where each has one field",
        [said("model", "AC-5", M, DESCR), said("model", "AC-6", M, OWN)],
        "",
    ),
    (
        "the member and not its family, which a description likes to name",
        [
            said("model", "Turbo LS 6200", W, DESCR),
            said("model", "Turbo LS 6224P", W, "snmp.entPhysicalDescr"),
        ],
        "Turbo LS 6224P",
    ),
    (
        "nothing, where two members of one family are named",
        [said("model", "AC-5050", W, DESCR), said("model", "AC-5060", W, "snmp.entPhysicalModelName")],
        "",
    ),
    (
        "nothing, where the number is of another length",
        [said("model", "AC-500", W, DESCR), said("model", "AC-5050", W, "snmp.entPhysicalModelName")],
        "",
    ),
    (
        "nothing, where two fields say one class and a third another",
        [
            said("class", "network", S, DESCR),
            said("class", "network", S, AGENT),
            said("class", "medical", S, "snmp.own", "64999.1.1.0 x"),
        ],
        "",
    ),
    (
        "the first object of a maker's tree, whatever the order of its digits",
        [
            said("model", "SFP-5", M, OWN, "64999.10.1.0 SFP-5"),
            said("model", "AC-24", M, OWN, "64999.9.1.0 AC-24"),
        ],
        "AC-24",
    ),
    (
        "a hint in words before one of who made the agent",
        [said("class", "power", W, DESCR), said("class", "network", W, AGENT)],
        "power",
    ),
    (
        "any hint before one at a server: an appliance is a computer too",
        [said("class", "storage", W, OWN, "64999.1.0 x"), said("class", "server", W, OWN, "64999.1.1 y")],
        "storage",
    ),
    (
        "the software's version before the boot loader's",
        [
            said("version", "15.2", W, "snmp.entPhysicalSoftwareRev"),
            said("version", "12.2", W, "snmp.entPhysicalFirmwareRev"),
        ],
        "15.2",
    ),
    (
        "any version before the kernel's",
        [
            said("version", "7.1.2", W, OWN, "64999.1.0 7.1.2"),
            said("version", "4.18.0", W, DESCR, rule="shapes.kernel"),
        ],
        "7.1.2",
    ),
    (
        "the brand of the agent's number before one that its house has given up",
        [said("vendor", "Alcatel-Lucent", S, DESCR), said("vendor", "Nokia", M, AGENT)],
        "Nokia",
    ),
    (
        "a brand that lives on, where the device says so",
        [said("vendor", "Develop", S, DESCR), said("vendor", "Konica Minolta", M, AGENT)],
        "Develop",
    ),
    (
        "whose the line is before whose number it is a part of",
        [said("vendor", "Ciena", M, AGENT), said("vendor", "Nortel", M, AGENT, rule="enterprise.pen-562")],
        "Ciena",
    ),
    (
        "the agent's number before what is concluded from a model that may be anybody's",
        [said("vendor", "I-O DATA", M, DESCR, "ETX-203"), said("vendor", "RAD", M, AGENT)],
        "RAD",
    ),
    (
        "no maker, where the text names one and the number is another's",
        [said("vendor", "I-O DATA", M, DESCR, "I-O DATA ETX-203"), said("vendor", "RAD", M, AGENT)],
        "",
    ),
    (
        "a version with its v and without",
        [said("version", "v2.4", M, DESCR), said("version", "2.4", M, OWN)],
        "v2.4",
    ),
    (
        "a system, beside its family by another protocol that is surer",
        [said("os", "Linux", S, "ntp.variables"), said("os", "Debian", M, "ssh.banner")],
        "Debian",
    ),
    (
        "the family, where the system is only hinted at",
        [said("os", "Linux", S, "ntp.variables"), said("os", "Debian", W, "ssh.banner")],
        "Linux",
    ),
    (
        "what is certain, where another family's system is likely",
        [said("os", "Linux", S, "ntp.variables"), said("os", "FreeBSD", M, "ssh.banner")],
        "Linux",
    ),
]


@pytest.mark.parametrize(("meaning", "claims", "best"), BELIEVED)
def test_what_is_believed(meaning: str, claims: list[Claim], best: str) -> None:
    attribute = claims[0].attribute
    device = settled(*claims)
    assert device.best(attribute) == best
    assert (attribute in device.conflicts) is (best == "")


TOLD: list[tuple[str, list[Claim], Tier]] = [
    ("a version in running text alone is a hint", [said("version", "2.4", S, DESCR)], W),
    (
        "and certain where another field says it",
        [said("version", "2.4", S, DESCR), said("version", "2.4", W, OWN)],
        S,
    ),
    ("a version in an object of its own is certain", [said("version", "2.4", S, OWN)], S),
    ("a model in running text is a hint", [said("model", "AC-5", S, DESCR)], W),
    (
        "and likely where an object of its own says it",
        [said("model", "AC-5", S, DESCR), said("model", "AC-5", S, OWN)],
        M,
    ),
    (
        "a model is never certain",
        [said("model", "AC-5", S, "upnp.model"), said("model", "AC-5", S, "ipp.model")],
        M,
    ),
    ("a maker that one field tells is likely", [said("vendor", "Yamaha", S, DESCR)], M),
    (
        "a maker that two tell is certain",
        [said("vendor", "Yamaha", S, DESCR), said("vendor", "Yamaha", M, AGENT)],
        S,
    ),
    (
        "but likely where another is told as well",
        [
            said("vendor", "Yamaha", S, DESCR),
            said("vendor", "Yamaha", S, OWN),
            said("vendor", "NEC", M, AGENT),
        ],
        M,
    ),
    (
        "a brand of today is a hint where the device shows that of former days",
        [
            said("vendor", "Alcatel-Lucent", S, DESCR),
            said("vendor", "Nokia", M, AGENT),
            said("vendor", "Nokia", M, OWN),
        ],
        W,
    ),
    ("a brand of several of its house, told by one field, is a hint", [said("vendor", "Aruba", S, AGENT)], W),
    ("a class that the agent's number alone tells is a hint", [said("class", "power", S, AGENT)], W),
    ("a class in words is as certain as its rule", [said("class", "power", S, DESCR)], S),
    (
        "a serial number that may be a part's is likely",
        [said("serial", "AB12345678", S, "snmp.entPhysicalSerialNum")],
        M,
    ),
    (
        "no rule's hint is told more firmly",
        [said("vendor", "Yamaha", W, DESCR), said("vendor", "Yamaha", W, OWN)],
        W,
    ),
]


@pytest.mark.parametrize(("meaning", "claims", "tier"), TOLD)
def test_how_firmly_it_is_told(meaning: str, claims: list[Claim], tier: Tier) -> None:
    device = settled(*claims)
    assert device.tier(claims[0].attribute) is tier
    tiers = [c.tier for c in device.claims]
    assert tiers == sorted(tiers, reverse=True), "strongest first"
