"""What the reasons for and against one pair are worth together: the one place where this is decided.

In words:
1. The same serial, or the same globally unique MAC, is STRONG. A MAC against another serial needs
   more: adapters and docks move between boxes, so with another hostname too it is no match. A MAC
   under another hostname alone is MEDIUM and ranks below the row of that name: a dock brought its
   MAC to the neighbour's laptop, or else the box was renamed.
2. One MEDIUM reason (hostname, label number in the name, a serial or MAC with a typo) is MEDIUM.
   Another serial or MAC under the same hostname is still the same row: the box was replaced.
3. A fixed address that stands once on each side, in a row that says nothing against it, is MEDIUM
   with a check to settle it: very many ledgers record a name and an address and no more. Another
   class, maker, serial or MAC takes that away; only equipment that stays in its place and is of the
   same class is then taken as the successor at that address.
4. WEAK reasons alone never match, however many. Shared identifiers need a second, other agreement;
   with one alone the pair stays undecided, which a person settles. So does a MAC that differs in a
   digit as a neighbour's of one batch would, under the same model: typo or neighbour, the label tells.
5. Of a disposed row only its own serial, MAC or name may say that it is still alive, never an
   address that was given away; and a reserved row explains nobody by its address.

Ranks order pairs of one tier; a rank is a count of reasons, tier before tier, and no probability.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.device import Tier
from reconciler.reconciliation import Reason
from reconciler.traits import Recorded

POINTS = {Tier.STRONG: 20_000, Tier.MEDIUM: 200, Tier.WEAK: 2}
SERIAL_POINTS = 24_000
"""A serial outranks a MAC: adapters are changed, nameplates are not."""
HOUSE_POINTS = 1
"""A maker of the same house says that the maker is no other, which makes no match by itself, nor beside another
reason; of two rows that fit alike it is the better one."""
BASE = {Tier.MEDIUM: 10**8, Tier.STRONG: 10**11, Tier.WEAK: 0}

STAYS_IN_PLACE = ("printer", "network", "server", "storage", "camera", "power", "building", "medical")
"""Classes whose fixed address is bound to a place or a role, so that a successor inherits it."""

_COMMON = {"model", "maker", "class", "place"}
"""What thousands have in common."""
SHARED = ("serial_shared", "mac_shared", "hostname_shared", "tag_shared", "ip_shared")


Signature = tuple[tuple[str, Tier, bool], ...]
"""(feature, tier, against) of each reason: all of it that weighs."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """tier None: no match. undecided: they share an identifier that others share too. check: how to settle it."""

    tier: Tier | None
    rank: int
    check: str = ""
    undecided: bool = False


def weigh(reasons: Sequence[Reason], row: Recorded) -> Weighed:
    """The same answer for all pairs of the same reasons and the same sort of row, so it is found once for each."""
    said = tuple([(r.feature, r.tier, r.against) for r in reasons])
    return _weighed(said, row.retired, row.reserved, row.kind in STAYS_IN_PLACE, cheapest_check(row))


@lru_cache(maxsize=1 << 14)
def _weighed(said: Signature, retired: bool, reserved: bool, stays: bool, check: str) -> Weighed:
    speaks = {feature: tier for feature, tier, against in said if not against and feature != "house"}
    contradicts = {feature: tier for feature, tier, against in said if against}
    row = _Sort(retired, reserved, stays, check)
    tier, check, undecided = _tier(speaks, contradicts, row)
    return Weighed(tier, _rank(said, tier), check, undecided)


@dataclass(frozen=True, slots=True)
class _Sort:
    """What of a row counts beside the reasons. check: how it is told from others at its cheapest."""

    retired: bool
    reserved: bool
    stays_in_place: bool
    check: str


def cheapest_check(row: Recorded) -> str:
    """What a person who stands before the device can compare with the row."""
    if row.serial:
        return "read_serial_plate"
    return "read_mac_label" if row.macs else "ask_department"


Said = dict[str, Tier]
Answer = tuple[Tier | None, str, bool]
NO: Answer = (None, "", False)


def _tier(speaks: Said, against: Said, row: _Sort) -> Answer:
    if "serial" in speaks:
        doubtful = "maker" in against
        return (Tier.MEDIUM, "read_serial_plate", False) if doubtful else (Tier.STRONG, "", False)
    if "mac" in speaks:
        return _by_mac(against)
    if any(tier is Tier.MEDIUM for tier in speaks.values()):
        return _by_medium(speaks, against, row)
    if "ip_unique" in speaks and (answer := _by_address(speaks, against, row)) != NO:
        return answer
    return _by_shared(speaks, against, row)


def _by_mac(against: Said) -> Answer:
    if "serial" in against:
        return NO if "hostname" in against else (Tier.MEDIUM, "read_serial_plate", False)
    doubtful = against.get("class") is Tier.MEDIUM or "maker" in against
    if "hostname" in against:
        return Tier.MEDIUM, "look_at_device" if doubtful or "model" in against else "", False
    return Tier.STRONG, "look_at_device" if doubtful else "", False


def _by_medium(speaks: Said, against: Said, row: _Sort) -> Answer:
    named = speaks.get("hostname") is Tier.MEDIUM or "tag_is_hostname" in speaks
    other_box = "serial" in against or "mac" in against
    if row.retired and other_box:
        return NO  # the name was handed on
    if not named and ("serial" in against or ("mac" in against and "ip_unique" not in speaks)):
        return NO
    if not named and ("hostname" in against and len(speaks) == 1):
        return NO
    if set(speaks) - _COMMON == {"mac_near"} and against:
        return NO
    if "maker" in against and against.get("class") is Tier.MEDIUM:
        return NO
    if "serial" in against or "serial_near" in speaks:
        return Tier.MEDIUM, "read_serial_plate", False
    if "mac" in against or "mac_near" in speaks:
        return Tier.MEDIUM, "read_mac_label", False
    if against:
        return Tier.MEDIUM, "look_at_device", False
    return Tier.MEDIUM, row.check if len(speaks) == 1 else "", False


def _by_address(speaks: Said, against: Said, row: _Sort) -> Answer:
    if row.retired or row.reserved:
        return NO
    yes: Answer = (Tier.MEDIUM, row.check, False)
    if "mac_near" in speaks and "serial" not in against:
        return Tier.MEDIUM, "read_mac_label", False
    if not against:
        return yes
    if "maker" in against or "class" in against:
        return NO
    if "serial" in against or "mac" in against:
        successor = "class" in speaks and row.stays_in_place and "hostname" not in against
        return yes if successor else NO
    alike = "class" in speaks or "maker" in speaks or "model" in speaks
    return yes if alike else NO


def _by_shared(speaks: Said, against: Said, row: _Sort) -> Answer:
    common = [f for f in speaks if f in SHARED]
    if "mac_near" in speaks and not against and not row.retired and not row.reserved:
        return None, "", "model" in speaks or {"maker", "class"} <= set(speaks)
    if not common or "serial" in against or "mac" in against:
        return NO
    if row.reserved or (row.retired and common == ["ip_shared"]):
        return NO
    corroborated = len(common) >= 2 or "ip_unique" in speaks or "place" in speaks
    if common != ["ip_shared"] and corroborated and "hostname" not in against:
        return Tier.MEDIUM, row.check, False
    alike = "model" in speaks or "class" in speaks or "maker" in speaks
    undecided = "hostname" not in against and "class" not in against and "maker" not in against
    return None, "", undecided and (common != ["ip_shared"] or alike)


def _rank(said: Signature, tier: Tier | None) -> int:
    names = {feature for feature, _, against in said if against}
    points = 0
    for feature, of, against in said:
        worth = {"serial": SERIAL_POINTS, "house": HOUSE_POINTS}.get(feature, POINTS[of])
        if feature == "mac" and not against and "hostname" in names:
            worth = 0
        points += -worth if against else worth
    return (BASE[tier] if tier else 0) + points + 2 * SERIAL_POINTS  # never below 1
