"""What the cells of a column say for or against a meaning of its heading, and where it has none. Pure."""

from __future__ import annotations

from dataclasses import replace

from reconciler.ledger.candidate import STRONG, WEAK, Candidate
from reconciler.ledger.sniff import Profile

_ADDRESS_LIKE = frozenset({"note", "software", "dhcp", "software_version", "os_version"})
"""Fields whose cells may look like addresses and be none: a firmware is 8.10.0.7."""

_PEOPLE = frozenset({"user", "responsible", "department", "maintainer", "maker", "state", "os"})
"""Fields whose cells are never dates."""

_DATES = frozenset({"introduced", "maintained_until", "checked", "disposed"})


def weighed(candidate: Candidate, seen: Profile) -> Candidate:
    """The candidate with a score and a reason that heed what the cells look like."""
    if not seen.filled or len(candidate.fields) != 1:
        return candidate
    field = candidate.fields[0]
    like = {"macs": seen.mac, "ips": seen.ip + seen.ip_word}.get(field)
    guess = field in _DATES and candidate.score < STRONG - 4
    counted = seen.filled > 1 and (seen.small + seen.length) * 5 >= seen.filled * 4
    if field in {"introduced", "maintained_until"} and counted:
        return replace(
            candidate, score=0.0, why=f"{candidate.why}, but its cells are no dates"
        )  # months, years
    if guess and seen.filled and (seen.date + seen.number - seen.small) * 5 < seen.filled:
        less = 50 if candidate.made else 30
        return replace(
            candidate, score=candidate.score - less, why=f"{candidate.why}, but its cells are no dates"
        )
    if (judged := _judged(candidate, field, seen)) is not None:
        return judged
    if like is None:
        address = max(seen.mac, seen.ip)
        if seen.filled >= 3 and seen.share(address) > 0.8 and field not in _ADDRESS_LIKE:
            what = "MAC" if seen.mac >= seen.ip else "IP"
            return replace(
                candidate,
                score=candidate.score - 45,
                why=f"{candidate.why}, but its cells are {what} addresses",
            )
        return candidate
    if seen.share(like) >= 0.5:
        return replace(candidate, score=candidate.score + 5)
    if seen.filled < 3:
        return candidate
    if seen.share(like) < 0.1:
        return replace(
            candidate,
            score=candidate.score - 30,
            why=f"{candidate.why}, though only {like} of {seen.filled} cells look like one",
        )
    return replace(candidate, why=f"{candidate.why}; {like} of {seen.filled} cells look like one")


def _judged(candidate: Candidate, field: str, seen: Profile) -> Candidate | None:
    """Meanings that hold only for certain cells: rooms for a place that is a guess, names of hosts, ways in."""
    less, why = _against(candidate, field, seen)
    if less:
        return replace(candidate, score=max(candidate.score - less, 0.0), why=why)
    if field == "hostname" and candidate.made and seen.filled > 1 and seen.host * 5 >= seen.filled * 3:
        return replace(candidate, score=candidate.score + 8)
    return None


def _against(candidate: Candidate, field: str, seen: Profile) -> tuple[float, str]:
    """How much the cells take from the meaning, and why; 0 for nothing."""
    why, several = candidate.why, seen.filled > 1
    guess = candidate.score < STRONG - 4
    no_place = (seen.place + seen.department + seen.number) * 2 < seen.filled
    dialled = max(seen.dialled, seen.number)
    rooms = seen.place + seen.department
    no_state = seen.stately * 5 < seen.filled and (candidate.made or candidate.inner)
    no_host = max(seen.host, seen.token) * 2 < seen.filled
    told = (
        ("remote_maintenance", seen.medium * 2 > seen.filled, 80, why),  # 有線, 無線: the cable
        ("responsible", dialled * 5 >= seen.filled * 4, 100, f"{why}, but its cells say how to reach a person"),
        ("maintainer", seen.dialled * 2 >= seen.filled, 100, f"{why}, but its cells say how to reach a person"),
        ("place", guess and candidate.cells and no_place, 50, f"{why}, but its cells are no places"),
        ("user", several and guess and seen.stately * 5 >= seen.filled * 4, 60, f"{why}, but its cells are states"),
        ("user", guess and candidate.cells and seen.department * 2 >= seen.filled, 20, f"{why}, but its cells are departments"),
        (field if field in _PEOPLE else "", several and seen.date * 5 >= seen.filled * 4, 60, f"{why}, but its cells are dates"),
        ("responsible", seen.phone * 5 >= seen.filled * 4, 100, f"{why}, but its cells say how to reach a person"),
        ("quantity", guess and not seen.counted, 60, f"{why}, but its cells are no counts"),
        ("medical_id", not seen.issued, 100, f"{why}, but its cells are no numbers of an authority"),
        ("maintainer", seen.covers * 2 > seen.filled, 100, f"{why}, but its cells say what a contract covers"),
        ("kind", seen.tenure * 2 > seen.filled, 100, f"{why}, but its cells say how it was come by"),
        ("kind", several and seen.ip_word * 5 >= seen.filled * 4, 60, f"{why}, but its cells say fixed or DHCP"),
        ("kind", several and guess and rooms * 5 >= seen.filled * 4, 60, f"{why}, but its cells are places"),
        ("kind", seen.number * 5 >= seen.filled * 4, 25, f"{why}, but its cells are numbers"),
        ("model", several and seen.device * 5 >= seen.filled * 4, 25, f"{why}, but its cells say what a device is"),
        ("os", several and not seen.os and seen.host * 5 >= seen.filled * 4, 40, f"{why}, but its cells look like models"),
        ("state", several and guess and no_state, 60, f"{why}, but its cells are no states"),
        ("hostname", candidate.cells and no_host, 20, f"{why}, but its cells are no host names"),
    )  # fmt: skip
    return next(((less, but) for name, holds, less, but in told if name == field and holds), (0, why))


def by_content(
    seen: Profile, headed: bool, offered: set[str], *, signs: bool, unknown: bool
) -> list[Candidate]:
    """headed: there is a heading.  signs: it has no letter or digit, as ○/× has not.  unknown: it says nothing at all."""
    lead = "no known heading" if headed else "no heading"
    found: list[Candidate] = []
    if seen.filled >= 2:
        for field, count, what in (("macs", seen.mac, "MAC addresses"), ("ips", seen.ip, "IP addresses")):
            if seen.share(count) >= 0.6 and field not in offered and seen.distinct * 3 > seen.filled * 2:
                found.append(
                    Candidate((field,), WEAK + 3, f"{lead} for it; {count} of {seen.filled} cells are {what}")
                )
    if signs and seen.filled and seen.share(seen.state) >= 0.8:
        found.append(
            Candidate(
                ("state",),
                WEAK - 10,
                f"a heading of signs alone; {seen.state} of {seen.filled} cells are states",
            )
        )
    if seen.filled >= 2 and seen.share(seen.ip_word) >= 0.8 and "dhcp" not in offered:
        found.append(Candidate(("dhcp",), WEAK - 5, f"{lead} for it; its cells say fixed or DHCP"))
    if headed and unknown and seen.filled >= 3:
        for field, count, most in (
            ("os", seen.os, 0.8), ("maker", seen.maker, 0.6), ("department", seen.department, 0.8), ("place", seen.place, 0.8)
        ):  # fmt: skip
            if seen.share(count) >= most:
                why = f"{lead}; {count} of {seen.filled} cells read like a {field}"
                found.append(Candidate((field,), WEAK - 14, why))
    if not headed and seen.filled >= 2:
        for field, count in (("department", seen.department), ("place", seen.place)):
            if seen.share(count) >= (0.6 if seen.filled > 2 else 1.0):
                found.append(
                    Candidate(
                        (field,), WEAK - 10, f"{lead}; {count} of {seen.filled} cells read like a {field}"
                    )
                )
    return found


def without_any(seen: Profile) -> list[Candidate]:
    """What the cells say in a table that has no row of headings: hosts spelt in letters, and what devices are."""
    if seen.filled < 3:
        return []
    several = seen.distinct * 5 >= seen.filled * 4
    return [
        Candidate((field,), WEAK - 10, f"no heading; {count} of {seen.filled} cells read like a {field}")
        for field, count, least in (
            ("hostname", seen.spelt, 0.8),
            ("name", seen.thing, 0.6),
            ("maker", seen.maker, 0.5),
        )
        if seen.share(count) >= least and (several or field != "hostname")
    ]
