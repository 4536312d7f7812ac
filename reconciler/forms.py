"""Plain forms of identifiers, and when two of them are the same: MACs, serials, hostnames, addresses, versions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from reconciler.words import letters, plain, system_of, words

_LOCAL_DIGITS = "2367abef"
"""The second digit of a MAC whose bit 1 is set."""
NETBIOS_LENGTH = 15
"""A NetBIOS name is cut at 15 characters, so a longer name in the ledger may be the same one."""

_SHARED_PREFIXES = ("00:00:5e:00:01:", "00:00:5e:00:02:", "00:00:0c:07:ac:", "00:00:0c:9f:f")
"""VRRP and CARP (RFC 9568), HSRP, HSRP version 2: the address moves between boxes."""
_VIRTUAL_PREFIXES = ("52:54:00:", "02:42:")
"""QEMU and Docker give addresses that are locally administered yet not made at random for privacy."""
_MAC = re.compile(r"(?:[0-9a-f]{2}:){5}[0-9a-f]{2}")
_CONFUSED = str.maketrans({"o": "0", "i": "1", "l": "1"})


def is_identity(mac: str) -> bool:
    """Whether a MAC can name one box: well formed, unicast, not zero, not one that boxes pass around."""
    return (
        _MAC.fullmatch(mac) is not None
        and not int(mac[:2], 16) & 0x01
        and mac != "00:00:00:00:00:00"
        and not mac.startswith(_SHARED_PREFIXES)
    )


def is_local(mac: str) -> bool:
    """Locally administered (IEEE 802 bit 1 of the first octet): made up by software, not by a maker."""
    return mac[1] in _LOCAL_DIGITS


def is_randomised(mac: str) -> bool:
    """Locally administered and not of a known virtual machine: what phones make up for privacy."""
    return is_local(mac) and not mac.startswith(_VIRTUAL_PREFIXES)


def serial_form(text: str) -> str:
    """Letters and digits in lower case; "" where the text is a placeholder, not a number."""
    form = letters(text)
    if form in words().placeholder_serials or len(set(form)) <= 1 or form in "01234567890123456789":
        return ""
    return form


def serial_fold(form: str) -> str:
    """The same for serials that differ only by O/0, I/1/L and zeros lost in front."""
    fold = form.translate(_CONFUSED).lstrip("0")
    return form if fold == form else fold  # one string, not two: there are very many


def host_forms(names: Sequence[str]) -> tuple[str, ...]:
    """Names without domain, in lower case; names that every box has from the factory are left out."""
    forms = (plain(name).rstrip(".").split(".")[0] for name in names)
    return tuple(f for f in dict.fromkeys(forms) if f and f not in words().generic_hostnames)


def same_host(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == NETBIOS_LENGTH and long.startswith(short)


def is_link_local(ip: str) -> bool:
    if not ip.startswith(("169.254.", "127.", "fe", "FE", "::1")):
        return False
    address = parse_ip(ip)
    return address is not None and (address.is_link_local or address.is_loopback)


@lru_cache(maxsize=1 << 16)
def parse_network(cidr: str) -> IPv4Network | IPv6Network:
    return ip_network(cidr, strict=False)


@lru_cache(maxsize=1 << 16)
def parse_ip(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def same_system(seen_as: str, written: str) -> bool | None:
    """None where either side's family is not known to us, or where one side is only vaguer.

    What is seen may name two releases ("Windows 10 1809 or Windows Server 2019"); either will do.
    """
    answers = {_same_system(one, written) for one in seen_as.split(" or ")}
    return True if True in answers else None if None in answers else False


def _same_system(one: str, other: str) -> bool | None:
    mine, theirs = system_of(one), system_of(other)
    if not mine[0] or not theirs[0]:
        return None
    if mine[0] != theirs[0]:
        return None if _only_vaguer(mine, theirs) or _only_vaguer(theirs, mine) else False
    if not mine[1] or not theirs[1]:
        return None
    return same_version(mine[1], theirs[1])


def _only_vaguer(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether `one` is the general name of `other`'s family, without a release: "Windows" of a Windows Server."""
    return not one[1] and other[0].startswith(f"{one[0]} ")


def same_version(one: str, other: str) -> bool:
    """Equal, or one of them less exact: "7.2" says nothing against "7.2.5". Zeros in front do not count."""
    left, right = one.split("."), other.split(".")
    return all(a.lstrip("0") == b.lstrip("0") for a, b in zip(left, right, strict=False))
