"""What NetBox calls things: sites, makers, roles, device types, platforms, devices, interfaces and addresses.

NetBox wants a role, a maker, a type and a site of every device (documentation, models/dcim/device). A device of which
one of these is not known is no device there: nothing is made up for it, its addresses are handed over without it, and
it is counted. An interface has its MAC for a name and "other" for its medium, which is NetBox's own word for that.
Where two sites have the same addresses, each site's are in a VRF of its name, so that they do not mix.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from reconciler.export.inventory import TAG_TWICE, Box, Inventory, tag_counts, with_length

LONGEST_NAME = 64
"""Of a device, in characters (models/dcim/device)."""
LONGEST_SLUG = 40
GREY = "9e9e9e"
"""The colour that NetBox itself gives a new role."""
NOT_A_DEVICE = (
    "devices without known class, maker and model, which NetBox needs; their addresses are handed over"
)

NO_ADDRESS = "texts that are no IP address"


@dataclass(frozen=True, slots=True)
class Unit:
    """A device as NetBox has it. role, maker, model: never empty.  name: the only one of its site."""

    box: Box
    name: str
    role: str
    maker: str
    model: str
    system: str
    tag: str

    @property
    def site(self) -> str:
        return self.box.device.site


@dataclass(frozen=True, slots=True)
class Address:
    """One address. unit, interface: where it is assigned, None and "" where it is not.  vrf: "" for the global table."""

    address: str
    site: str
    vrf: str
    unit: Unit | None
    interface: str
    dns_name: str
    box: str


@dataclass(frozen=True, slots=True)
class Objects:
    sites: tuple[str, ...]
    vrfs: tuple[str, ...]
    units: tuple[Unit, ...]
    addresses: tuple[Address, ...]
    lacking: tuple[str, ...]

    @property
    def makers(self) -> list[str]:
        return sorted({u.maker for u in self.units})

    @property
    def roles(self) -> list[str]:
        return sorted({u.role for u in self.units})

    @property
    def types(self) -> list[tuple[str, str]]:
        return sorted({(u.maker, u.model) for u in self.units})

    @property
    def systems(self) -> list[str]:
        return sorted({u.system for u in self.units if u.system})


def objects(given: Inventory) -> Objects:
    whole = [b for b in given.boxes if all(b.known(a) for a in ("class", "vendor", "model"))]
    tags = tag_counts(whole)
    names = _names(whole)
    spelt: dict[str, str] = {}
    units = {
        b.id: Unit(
            b,
            names[b.id],
            b.known("class"),
            _spelling(b.known("vendor"), spelt),
            _spelling(b.known("model"), spelt),
            _spelling(b.known("os"), spelt),
            b.tag if tags.get(b.tag) == 1 else "",
        )
        for b in whole
    }
    lacking = [NOT_A_DEVICE] * (len(given.boxes) - len(whole))
    lacking += [TAG_TWICE for count in tags.values() if count > 1]
    shared = _shared(given.boxes)
    addresses = tuple(_addresses(given, units, shared, lacking))
    sites = tuple(sorted({b.device.site for b in given.boxes}))
    return Objects(sites, sites if shared else (), tuple(units.values()), addresses, tuple(lacking))


def _spelling(text: str, spelt: dict[str, str]) -> str:
    """The first spelling of names that differ by case, blanks or hyphens alone: NetBox would refuse the second."""
    return spelt.setdefault(slug(text), text) if text else ""


def _names(boxes: Sequence[Box]) -> dict[str, str]:
    """Box id -> a name that its site has once, letters' case aside."""
    first = {b.id: (b.name or b.id)[:LONGEST_NAME] for b in boxes}
    often = Counter((b.device.site, first[b.id].casefold()) for b in boxes)
    return {
        b.id: first[b.id] if often[(b.device.site, first[b.id].casefold())] == 1 else b.id[:LONGEST_NAME]
        for b in boxes
    }


def _shared(boxes: Iterable[Box]) -> bool:
    sites: dict[str, set[str]] = {}
    for box in boxes:
        for ip in box.device.ips:
            sites.setdefault(ip, set()).add(box.device.site)
    return any(len(found) > 1 for found in sites.values())


def _addresses(
    given: Inventory, units: dict[str, Unit], shared: bool, lacking: list[str]
) -> Iterable[Address]:
    told: set[tuple[str, str]] = set()
    for box in given.boxes:
        unit, site = units.get(box.id), box.device.site
        for interface in box.device.interfaces:
            for ip in interface.ips:
                if (site, ip) in told:
                    continue  # two boxes that answer for one address: a virtual router's, which is told once
                told.add((site, ip))
                if not (address := with_length(ip, site, given.coverage)):
                    lacking.append(NO_ADDRESS)
                    continue
                yield Address(
                    address,
                    site,
                    site if shared else "",
                    unit if interface.mac else None,
                    interface.mac if unit else "",
                    _dns_name(box),
                    box.id,
                )


_DNS = re.compile(r"[0-9A-Za-z_-]+(\.[0-9A-Za-z_-]+)*")


def _dns_name(box: Box) -> str:
    return next((name for name in box.device.hostnames if _DNS.fullmatch(name)), "")


def slug(text: str) -> str:
    """The form of a name for addresses of pages: letters, digits and hyphens. What has other letters gets a digest of the
    name, so that it is not taken for a name without them."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = re.sub(r"[^0-9a-z]+", "-", plain).strip("-")[:LONGEST_SLUG]
    if kept and re.fullmatch(r"[0-9a-z]+([ -][0-9a-z]+)*", plain) and len(plain) <= LONGEST_SLUG:
        return kept
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{kept.rstrip('-')}-{digest}".lstrip("-")
