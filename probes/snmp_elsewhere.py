"""What makers keep elsewhere: objects of their own MIBs that hold serial number, version or model.

The table is in probes/snmp_objects.py and beside it. Its objects are named without their instance and asked with
GETNEXT, so that a scalar and the first row of a table are both found. They are few and fixed, of the kind that an
agent keeps ready. Twelve travel in one datagram, in the order of the table, but those of the agent's own branch of its
maker's tree first; a further one goes out only for what the first did not tell, and within the datagrams that the
conversation has (probes/snmp.py). What an object tells is known from the table alone, so that a new one is a line
there: its text becomes `snmp.own_serial`, `snmp.own_version` or `snmp.own_model`, with the object's name before it, and
rules read those. Whatever is found is told as `snmp.own` too, by number, for rules that know more of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from probes import (
    snmp_objects,
    snmp_objects_from_300,
    snmp_objects_from_1000,
    snmp_objects_from_2500,
    snmp_objects_from_4500,
    snmp_objects_from_8000,
    snmp_objects_from_15000,
    snmp_objects_from_22000,
    snmp_objects_from_32000,
)
from probes.model import Reading, reading
from probes.snmp_message import Oid, Value

ENTERPRISES: Oid = (1, 3, 6, 1, 4, 1)
MOST_OBJECTS = 12
"""In one question: their answers must fit into one datagram."""

TELLS = ("serial", "version", "model")
FIELDS: Mapping[str, str] = {what: f"snmp.own_{what}" for what in TELLS}
"""What an object tells -> the field: the object's name, a dot, its instance, a space, the text."""
NOTHING = frozenset(
    {"", "-", "n/a", "na", "none", "null", "not available", "unknown", "undefined", "not set"}
)
"""Texts that stand for no text: the next object that tells the same is taken."""
SHORTEST_SERIAL = 4

NOBODY = frozenset({77, 311, 2021, 8072, 26381})
"""Whose own part of the tree says nothing of the device: LAN Manager and Windows, the old UCD agent, net-snmp and the
lwIP that small controllers are built on."""

CLOSED = frozenset({2634, 3699, 3854, 5528, 6339, 7262, 10297, 21317, 24062, 25053, 31926, 40418})
"""Whose part of the tree begins with people's names and addresses (old NetBotz, NTI, Advantech's and Korenix' switches),
with accounts (the power units of ATEN and WTI, the switches of Digital China and of NAG, an access point of Ruckus with
a cable modem), with the agent's communities (AKCP) or with the keys and secrets of a radio link (DragonWave, Siklu):
nothing is asked there but the objects of the table."""

STEPS: tuple[Oid, ...] = (ENTERPRISES, *((*ENTERPRISES, number) for number in (78, 312, 2022, 8073, 26382)))
"""What comes after each of these in such an agent belongs to somebody else: the tree of a maker who builds on it
(Synology's, QNAP's and Check Point's systems are net-snmp), or of the management program of a server's maker."""


@dataclass(frozen=True, slots=True)
class Object:
    """An object of a maker's MIB. `tells` is one of TELLS, or "" where only a rule of its own makes something of it.

    under: what `name` is counted from: "" the root, "@" the agent's sysObjectID, "^" the parent of that.
    is_instance: `name` is whole, and nothing but it will do.
    """

    tells: str
    name: Oid
    title: str
    under: str = ""
    is_instance: bool = False

    def at(self, agent: Oid) -> Object:
        """The same object as this agent has it."""
        stem = {"@": agent, "^": agent[:-1]}.get(self.under, ())
        return replace(self, name=(*stem, *self.name), under="")

    @property
    def asked(self) -> Oid:
        """What GETNEXT is given: for a table's object its own number, for an instance what comes before it."""
        if not self.is_instance:
            return self.name
        return (*self.name[:-1], self.name[-1] - 1) if self.name[-1] else self.name[:-1]

    def is_at(self, name: Oid) -> bool:
        return name == self.name if self.is_instance else name[: len(self.name)] == self.name


def objects(enterprise: int, agent: Oid = ()) -> tuple[Object, ...]:
    """The objects to ask an agent of this enterprise for, in order: those of the agent's own branch of the maker's tree
    come first, since a maker of many kinds of things gives each kind a branch. agent: its sysObjectID; where it is not
    told, those that hang on it are left out."""
    has_product = len(agent) > len(ENTERPRISES) + 1
    known = [each.at(agent) for each in OBJECTS.get(enterprise, ()) if has_product or not each.under]
    return tuple(sorted(known, key=lambda each: -_shared(each.name, agent)))


def _shared(name: Oid, agent: Oid) -> int:
    """How many arcs from the root on are the same."""
    return next(
        (place for place, (one, other) in enumerate(zip(name, agent, strict=False)) if one != other),
        len(agent),
    )


def told(wanted: Iterable[Object], answer: Mapping[Oid, Value], found: Collection[str] = ()) -> list[Reading]:
    """What the answer tells: of each of TELLS that is not in `found`, the first object that has a text."""
    readings: dict[str, Reading] = {}
    for each in wanted:
        if not each.tells or each.tells in found or each.tells in readings:
            continue
        at = next((name for name in answer if each.is_at(name)), None)
        text = _text(each.tells, answer[at]) if at is not None else ""
        if at is not None and text:
            instance = "".join(f".{arc}" for arc in at[len(each.name) :])
            readings[each.tells] = reading(FIELDS[each.tells], f"{each.title}{instance} {text}")
    return list(readings.values())


def _text(tells: str, value: Value) -> str:
    """The value as a text that can be what it should be: a version has a figure, a serial number is no short one
    (it may be a number in the MIB), a model has a letter. "" for anything else."""
    if isinstance(value, int):
        text = str(value) if tells == "serial" else ""
    else:
        text = value.rstrip(b"\0").decode("ascii", "replace").strip() if isinstance(value, bytes) else ""
    if text.casefold() in NOTHING or not text.isprintable() or "\ufffd" in text:
        return ""
    if tells == "serial":
        return text if len(text) >= SHORTEST_SERIAL else ""
    wanted = str.isdigit if tells == "version" else str.isalpha
    return text if any(map(wanted, text)) else ""


def _parsed(table: str) -> dict[int, tuple[Object, ...]]:
    """The table in the form of probes/snmp_objects.py."""
    found: dict[int, list[Object]] = {}
    enterprise = 0
    for line in table.splitlines():
        words = line.split(maxsplit=2)
        if len(words) == 1:
            enterprise = int(words[0])
            found[enterprise] = []
        elif words:
            found[enterprise].append(_object(*words))
    return {number: tuple(some) for number, some in found.items()}


def _object(tells: str, number: str, title: str) -> Object:
    mark = number[0] if number[0] in ".@^=" else ""
    arcs = tuple(int(arc) for arc in number.removeprefix(mark).strip(".").split("."))
    under = mark if mark in ("@", "^") else ""
    name = arcs if under or mark == "." else (*ENTERPRISES, *arcs)
    return Object(tells.strip("-"), name, title.replace(" ", "::"), under, mark == "=")


OBJECTS: Mapping[int, tuple[Object, ...]] = _parsed(
    snmp_objects.TABLE
    + snmp_objects_from_300.TABLE
    + snmp_objects_from_1000.TABLE
    + snmp_objects_from_2500.TABLE
    + snmp_objects_from_4500.TABLE
    + snmp_objects_from_8000.TABLE
    + snmp_objects_from_15000.TABLE
    + snmp_objects_from_22000.TABLE
    + snmp_objects_from_32000.TABLE
)
"""Enterprise number -> its objects."""
