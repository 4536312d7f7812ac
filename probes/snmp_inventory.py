"""What an SNMP agent is asked to learn what it is, whatever version carries it: five questions at most.

The system group (RFC 3418), then from ENTITY-MIB (RFC 6933) the row that stands for the box itself, with maker, model
and serial number; where that has no serial, what Printer-MIB (RFC 3805), HOST-RESOURCES-MIB (RFC 2790) and UPS-MIB
(RFC 1628) say; last what the maker keeps in its own MIB: the objects of probes/snmp_elsewhere.py, or, where there is
none of them, the first few of its part of the tree and of the groups that come next, where makers like to put what the
device is. An agent that is nobody's own (net-snmp, Windows') is first asked whose trees it carries. sysContact is left
out, since it names a person.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from probes.model import Reading, reading
from probes.snmp_elsewhere import (
    CLOSED,
    ENTERPRISES,
    FIELDS,
    MOST_OBJECTS,
    NOBODY,
    STEPS,
    TELLS,
    Object,
    objects,
    told,
)
from probes.snmp_message import Oid, Value

Answer: TypeAlias = Mapping[Oid, Value] | None
"""What was found, by name, in the agent's order; names it does not know are absent. None is silence."""

MOST_ROWS = 10
FEW_ROWS = 5
DEEP = 7
"""Levels of a maker's tree: what is deeper is a row's index."""

SYSTEM: Mapping[Oid, str] = {
    (1, 3, 6, 1, 2, 1, 1, 1, 0): "snmp.sysDescr",
    (1, 3, 6, 1, 2, 1, 1, 2, 0): "snmp.sysObjectID",
    (1, 3, 6, 1, 2, 1, 1, 5, 0): "snmp.sysName",
    (1, 3, 6, 1, 2, 1, 1, 6, 0): "snmp.sysLocation",
}
ENT_PHYSICAL: Oid = (1, 3, 6, 1, 2, 1, 47, 1, 1, 1, 1)
CLASS, SOFTWARE, SERIAL, MODEL = 5, 10, 11, 13
ROW: Mapping[int, str] = {  # the dearest first: an agent for which all is too big is asked for the first half
    SERIAL: "snmp.entPhysicalSerialNum",
    MODEL: "snmp.entPhysicalModelName",
    12: "snmp.entPhysicalMfgName",
    2: "snmp.entPhysicalDescr",
    SOFTWARE: "snmp.entPhysicalSoftwareRev",
    9: "snmp.entPhysicalFirmwareRev",
    8: "snmp.entPhysicalHardwareRev",
}
KIND: Mapping[Oid, str] = {  # without the instance: the first that there is
    (1, 3, 6, 1, 2, 1, 43, 5, 1, 1, 17): "snmp.prtGeneralSerialNumber",
    (1, 3, 6, 1, 2, 1, 43, 5, 1, 1, 16): "snmp.prtGeneralPrinterName",
    (1, 3, 6, 1, 2, 1, 25, 3, 2, 1, 3): "snmp.hrDeviceDescr",
    (1, 3, 6, 1, 2, 1, 1, 7): "snmp.sysServices",
    (1, 3, 6, 1, 2, 1, 33, 1, 1, 1): "snmp.upsIdentManufacturer",
    (1, 3, 6, 1, 2, 1, 33, 1, 1, 2): "snmp.upsIdentModel",
    (1, 3, 6, 1, 2, 1, 33, 1, 1, 3): "snmp.upsIdentUPSSoftwareVersion",
    (1, 3, 6, 1, 2, 1, 33, 1, 1, 4): "snmp.upsIdentAgentSoftwareVersion",
}
OWN = "snmp.own"
"""An object of the maker's own MIB: its name under 1.3.6.1.4.1 (in full elsewhere), a space, and its text."""
SYS_OBJECT_ID: Oid = (1, 3, 6, 1, 2, 1, 1, 2, 0)
ENTITY_TELLS: Mapping[str, str] = {"serial": ROW[SERIAL], "version": ROW[SOFTWARE], "model": ROW[MODEL]}
"""What a maker's object need not tell any more where ENTITY-MIB has said it."""

CHASSIS, MODULE, STACK = 3, 9, 11
PARTS = frozenset({5, 6, 7, 8, 10, 12, 14, 15})
"""PhysicalClass (RFC 6933): container, power supply, fan, sensor, port, CPU, battery, storage drive. The
serial number of one of these is never the device's."""
RUNS = frozenset({MODULE, 12})
"""PhysicalClass of what may run the software: module, CPU."""

CP932_HOLES = frozenset("\uf8f0\uf8f1\uf8f2\uf8f3")
"""What Python makes of the four bytes that CP932 has no character for."""


@dataclass(frozen=True, slots=True)
class Query:
    """The values at `names`; or, where `rows` is not 0, up to so many entries after each of them."""

    names: tuple[Oid, ...]
    rows: int = 0


def inventory() -> Generator[Query, Answer, list[Reading]]:
    """The questions, in order, whatever the version; is sent their answers. Silence ends it."""
    found = yield Query(tuple(SYSTEM))
    if found is None:
        return []
    readings = _readings(found, SYSTEM)
    named = found.get(SYS_OBJECT_ID)
    agent = named if isinstance(named, tuple) else ()
    rows = yield Query(tuple((*ENT_PHYSICAL, column) for column in (CLASS, SOFTWARE, SERIAL)), MOST_ROWS)
    if rows is None:
        return readings
    index = own_row(rows)
    if index:
        fields = {(*ENT_PHYSICAL, column, index): name for column, name in ROW.items()}
        row = yield Query(tuple(fields))
        if row is None:
            return readings
        readings += _readings(row, fields)
    if ROW[SOFTWARE] not in {r.field for r in readings}:
        readings += _software(rows)
    readings += yield from _elsewhere(agent, {r.field for r in readings})
    return list(dict.fromkeys(readings))


def _elsewhere(agent: Oid, known: set[str]) -> Generator[Query, Answer, list[Reading]]:
    """What the standard MIBs of printers and power supplies say, and the maker's own, as far as ENTITY-MIB left
    it open. `agent` is sysObjectID's value."""
    maker = agent[len(ENTERPRISES)] if agent[:6] == ENTERPRISES and len(agent) > len(ENTERPRISES) else 0
    kind = {} if ROW[SERIAL] in known else KIND
    steps = STEPS if (not maker or maker in NOBODY) and not known >= {ROW[SERIAL], ROW[MODEL]} else ()
    settled = {what for what, field in ENTITY_TELLS.items() if field in known}
    readings, first = yield from _objects(objects(maker, agent), settled, kind, steps)
    if first is None:
        return readings
    if steps:
        seen = {name for name in first if name[: len(ENTERPRISES)] == ENTERPRISES}
        return readings + (yield from _trees(seen, settled))
    if maker and maker not in NOBODY | CLOSED and _is_left(readings, settled):
        readings += yield from _tree(agent[: len(ENTERPRISES) + 1], agent)
    return readings


def _is_left(readings: Iterable[Reading], settled: set[str]) -> bool:
    """Whether so much is not told yet that the maker's tree is worth a look: anything where none of the known objects
    was there, else two of TELLS."""
    fields = {r.field for r in readings}
    left = set(TELLS) - settled - {what for what in TELLS if FIELDS[what] in fields}
    return len(left) >= (2 if OWN in fields else 1)


def _trees(seen: set[Oid], settled: set[str]) -> Generator[Query, Answer, list[Reading]]:
    """What makers say whose trees were `seen` in an agent that is nobody's own: the objects that stand in our
    table, else the beginning of the tree."""
    size = len(ENTERPRISES)
    makers = sorted({name[size] for name in seen if len(name) > size} - NOBODY)
    wanted = tuple(each for maker in makers for each in objects(maker))
    readings, _ = yield from _objects(wanted, settled)
    if makers and makers[0] not in CLOSED and _is_left(readings, settled):
        arc = (*ENTERPRISES, makers[0])
        readings += yield from _tree(arc, arc)
    return readings


def _tree(arc: Oid, agent: Oid) -> Generator[Query, Answer, list[Reading]]:
    """The texts at the beginning of a maker's part of the tree, `arc`, and of the agent's own number in it; then, of
    whatever groups come next, the first few: a table that stands first does not hide what is behind it."""
    starts = tuple(dict.fromkeys((arc, agent)))
    found = yield Query(starts, MOST_ROWS)
    if found is None:
        return []
    beyond = _next_groups(arc, agent, found)
    more = (yield Query(beyond, FEW_ROWS)) if beyond else {}
    told = {name: value for name, value in {**found, **(more or {})}.items() if name[: len(arc)] == arc}
    return [r for name, value in sorted(told.items()) if (r := _own(name, value))]


def _next_groups(arc: Oid, agent: Oid, found: Iterable[Oid]) -> tuple[Oid, ...]:
    """What to ask after, to come out of each group that holds the end of what was `found` from a start on."""
    names = sorted(name for name in found if name[: len(arc)] == arc)
    ends = [*names[-1:], *[name for name in names if name <= agent][-1:]]
    groups = {
        (*name[:depth], name[depth] + 1)
        for name in ends
        for depth in range(len(arc), min(len(name) - 1, len(arc) + DEEP))
    }
    return tuple(sorted(groups)[-MOST_OBJECTS:])


def _objects(
    wanted: Sequence[Object],
    settled: set[str],
    kind: Mapping[Oid, str] = MappingProxyType({}),
    also: tuple[Oid, ...] = (),
) -> Generator[Query, Answer, tuple[list[Reading], Answer]]:
    """The makers' objects, a datagram's worth at a time, with `kind` and `also` in the first; what comes after that
    is asked only for what is neither told yet nor `settled`. Returned: the readings, and the first answer."""
    readings: list[Reading] = []
    first: Answer = {}
    found: set[str] = set()
    names = (*kind, *also)
    while wanted or names:
        batch = wanted[:MOST_OBJECTS]
        asked = sorted(
            (*names, *(each.asked for each in batch))
        )  # v1 then refuses the first that is beyond its last
        answer = yield Query(tuple(asked), 1)
        if answer is None:
            return readings, first or None
        first = first or answer
        readings += [r for name, value in answer.items() if (r := _first(name, value, kind, batch))]
        news = told(batch, answer, found)
        readings += news
        found |= {what for what, field in FIELDS.items() if any(r.field == field for r in news)}
        wanted = [each for each in wanted[MOST_OBJECTS:] if each.tells and each.tells not in found | settled]
        names = ()
    return readings, first


def _first(name: Oid, value: Value, kind: Mapping[Oid, str], own: Iterable[Object]) -> Reading | None:
    """The reading of an object that came after one of those asked for; None where it is another's."""
    for column, field in kind.items():
        if name[: len(column)] == column:
            read = reading(field, _text(value))
            return read if read.value else None
    return _own(name, value) if any(each.is_at(name) for each in own) else None


def _own(name: Oid, value: Value) -> Reading | None:
    """Texts alone: a number without its meaning tells nothing."""
    try:
        text = value.rstrip(b"\0").decode("utf-8").strip() if isinstance(value, bytes) else ""
    except UnicodeDecodeError:  # an address or a set of bits
        return None
    if not text or not text.isprintable():
        return None
    short = name[len(ENTERPRISES) :] if name[: len(ENTERPRISES)] == ENTERPRISES else name
    return reading(OWN, f"{'.'.join(map(str, short))} {text}")


def own_row(rows: Mapping[Oid, Value]) -> int:
    """entPhysicalIndex of the device itself: chassis, else stack, else the first row with a serial that is
    no part of something (a module only where it comes first), else the first of all, unless it is a part; 0 where
    there is none. Some agents tell no class."""
    classes = {index: kind for index, kind in _column(rows, CLASS).items() if isinstance(kind, int)}
    for wanted in (CHASSIS, STACK):
        if found := [index for index, kind in classes.items() if kind == wanted]:
            return found[0]
    serials = {index: text for index, value in _column(rows, SERIAL).items() if (text := _text(value))}
    first = min((name[-1] for name in rows if name[:-2] == ENT_PHYSICAL), default=0)
    eligible = [i for i, k in classes.items() if k not in PARTS and (k != MODULE or i == first)]
    told = [index for index in eligible or (() if classes else serials) if index in serials]
    return next(iter(told), first if first in eligible or not classes else 0)


def _software(rows: Mapping[Oid, Value]) -> list[Reading]:
    """entPhysicalSoftwareRev of the first board or processor that has one: some makers keep it there and not with
    the chassis."""
    classes = _column(rows, CLASS)
    texts = (_text(value) for i, value in _column(rows, SOFTWARE).items() if classes.get(i) in RUNS)
    return [reading(ROW[SOFTWARE], text) for text in texts if text][:1]


def _column(rows: Mapping[Oid, Value], column: int) -> dict[int, Value]:
    """entPhysicalIndex -> the value in that column. What follows a column is another one and ends it."""
    stem = (*ENT_PHYSICAL, column)
    return {name[-1]: value for name, value in rows.items() if name[:-1] == stem and name[-1] > 0}


def _readings(found: Mapping[Oid, Value], fields: Mapping[Oid, str]) -> list[Reading]:
    texts = ((field, _text(found[name])) for name, field in fields.items() if name in found)
    return [r for field, text in texts if (r := reading(field, text)).value]


def _text(value: Value) -> str:
    """DisplayString says ASCII; in the field it is UTF-8, or CP932 (a Japanese sysLocation), or Latin-1."""
    if isinstance(value, tuple):
        return ".".join(map(str, value))
    if isinstance(value, int):
        return str(value)
    octets = value.rstrip(b"\0")
    for encoding in ("utf-8", "cp932"):
        try:
            text = octets.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CP932_HOLES.intersection(text):
            return _unquoted(text.strip())
    return _unquoted(octets.decode("latin-1").strip())


def _unquoted(text: str) -> str:
    """Some agents put what they say in quotation marks, which are no part of it."""
    return text[1:].removesuffix('"').strip() if text.startswith('"') else text
