"""Which boxes may be asked for their tables, and who they are, before any is shown a secret.

First SNMPv3's discovery, which names nobody (probes/snmpv3.py): another engine than the one that was met at this
address before, and nothing more is said to it. Then, with the secret, its name and the addresses by which other boxes
know it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from agent import oui
from agent.chassis import SILENT, Chassis, Met, differs
from agent.conduct import stamped
from agent.credentials import secret_for
from agent.scope import Address, Network
from agent.session import Session
from agent.table_line import GateClosedError, Line
from probes import ports, snmpv3
from probes.model import Ask, Attempt, Outcome, ParseError, Secret, Via, reading
from probes.snmp_message import Oid
from probes.tables import MIB_2, fetch, mac_of, text_of

SYS_NAME: Oid = (*MIB_2, 1, 5, 0)
BRIDGE_ADDRESS: Oid = (*MIB_2, 17, 1, 1, 0)
CHASSIS_KIND: Oid = (1, 0, 8802, 1, 1, 2, 1, 3, 1, 0)
CHASSIS_ID: Oid = (*CHASSIS_KIND[:-2], 2, 0)
WHO = (SYS_NAME, BRIDGE_ADDRESS, CHASSIS_KIND, CHASSIS_ID)
"""sysName (RFC 3418), dot1dBaseBridgeAddress (RFC 4188), lldpLocChassisIdSubtype and lldpLocChassisId (802.1AB)."""
MAC_CHASSIS = 4
SAYS_NOTHING = frozenset({"", "switch", "router", "localhost", "ap", "none", "default"})
"""Names that boxes have from the factory: such a one is called by its address."""
UNMET = Chassis()


@dataclass(slots=True)
class TableBox:
    """One box under way. took: seconds of its last answers.  ended: why nothing more is asked of it."""

    network: Network
    ip: Address
    secret: Secret
    took: list[float] = field(default_factory=list)
    name: str = ""
    chassis: Chassis = UNMET
    ended: str = ""
    stopped: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return (self.network.site, str(self.ip))

    def line(self, session: Session) -> Line:
        return Line(session.known.view_at(self.network, self.ip), session, self.secret, self.took)


def left(box: TableBox, names: Iterable[str], session: Session) -> list[str]:
    """The tables of these that were not read yet; none of a box that is not asked, or was silent when it was met."""
    tried = _tried(box, session)
    if box.ended or ("ports" in tried and box.key not in session.met):
        return []
    return [name for name in names if name not in tried]


def _tried(box: TableBox, session: Session) -> frozenset[str]:
    host = session.known.hosts.get(box.key)
    return frozenset(host.tried) if host is not None else frozenset()


def listed(session: Session) -> Iterator[TableBox]:
    """In the scope's order. The list of a credential names no site: an address of two sites is the one of which
    this machine has an interface."""
    for access in session.scope.snmp:
        for ip in access.hosts if access.kind == "infrastructure" else ():
            sites = sorted({n.site for n in session.scope.networks})
            found = [n for site in sites if (n := session.scope.network_of(site, ip)) is not None]
            near = [n for n in found if session.interface_of(n) is not None] if len(found) > 1 else found
            if len(near) != 1:
                session.note(f"{ip}: its tables were not read: {_where(len(found))}")
                continue
            secret = secret_for(session.known.view_at(near[0], ip), session.scope, session.secrets)
            if secret is not None:
                yield TableBox(near[0], ip, secret)


def _where(networks: int) -> str:
    return "several sites have this address" if networks else "it is in no network of the scope"


async def meet(box: TableBox, pinned: Chassis, session: Session) -> None:
    """Who it is, before it is shown a secret; then its name. Once a run."""
    if (met := session.met.get(box.key)) is not None:
        box.name, box.chassis, box.ended = met.name, met.chassis, met.why
        return
    if "ports" in _tried(box, session):
        box.ended = "it was silent before"
        return
    line = box.line(session)
    try:
        mac = line.view.mac if line.view.local and oui.is_own(line.view.mac) else ""
        box.chassis = Chassis(await _engine(box, line, session), mac)
        silent = SILENT if pinned.engine and not box.chassis.engine else ""
        if why := differs(pinned, box.chassis) or silent:
            _distrust(box, why, session)
            return
        said = await line.read(fetch(WHO), ports.PROBE)
        if line.stopped is not None:
            raise GateClosedError(line.stopped)
        if said is None:
            box.ended = line.garbled or "it did not answer SNMP"
            outcome = Outcome.GARBLED if line.garbled else Outcome.SILENT
            session.attempted(replace(attempt_of(box, "ports", line, session), outcome=outcome))
            session.note(f"{box.ip}: its tables were not read: {box.ended}")
            return
        box.chassis = replace(box.chassis, bridge=mac_of(said.get(BRIDGE_ADDRESS)))
        if why := differs(pinned, box.chassis):
            _distrust(box, why, session)
            return
        own = {box.chassis.bridge}
        if said.get(CHASSIS_KIND) == MAC_CHASSIS:
            own.add(mac_of(said.get(CHASSIS_ID)))
        attempt = attempt_of(box, "ports", line, session)
        session.learn(stamped(reading("ports.own", mac), attempt) for mac in sorted(own) if mac)
        box.name = text_of(said.get(SYS_NAME)).partition(".")[0].replace(" ", "_")
    finally:
        await line.close()


async def _engine(box: TableBox, line: Line, session: Session) -> str:
    """The engine's id in hex, "" where none is told. What it says of the box is kept: it is not asked again."""
    number = session.nonce()
    ask = Ask(Via.UDP, snmpv3.PORT, snmpv3.request(number), snmpv3.WAIT)
    for reply in await line.ask(ask, ports.PROBE):
        try:
            engine = snmpv3.parse(reply.payload)
        except ParseError:
            continue
        if engine.number == number:
            attempt = attempt_of(box, "snmpv3", line, session)
            session.learn(stamped(each, attempt) for each in snmpv3.readings(engine))
            session.attempted(attempt)
            return engine.id.hex()
    return ""


def _distrust(box: TableBox, why: str, session: Session) -> None:
    box.ended = why
    session.meet(Met(*box.key, "", box.chassis, why))
    session.note(
        f"{box.ip}: {why}: it is shown no secret (further) and its tables were not read; if the hospital has replaced "
        "the box, take its entry out of chassis.json in the state folder"
    )


def call_by_name(boxes: Iterable[TableBox], session: Session) -> None:
    """A name that says nothing, or that two boxes of a site have, gives way to the address."""
    met = [box for box in boxes if not box.ended]
    shared = Counter((box.network.site, box.name.casefold()) for box in met)
    for box in met:
        alone = shared[(box.network.site, box.name.casefold())] == 1
        if box.name.casefold() in SAYS_NOTHING or not alone:
            box.name = str(box.ip)
    for box in met:
        if box.key not in session.met:
            session.meet(Met(*box.key, box.name, box.chassis))


def read_once(boxes: Iterable[TableBox], session: Session) -> None:
    """A router that is listed by several of its addresses is read by the first: its tables are the same. It is the
    same box if engine and bridge address are; where it has none, if an engine made of a MAC and its name are."""
    first: dict[tuple[str, str, str], TableBox] = {}
    for box in boxes:
        engine, bridge, name = box.chassis.engine, box.chassis.bridge, box.name.casefold()
        if box.ended or not engine or not (bridge or (name and snmpv3.made_of_mac(bytes.fromhex(engine)))):
            continue
        other = first.setdefault((box.network.site, engine, bridge or f"called {name}"), box)
        if other is not box:
            box.ended = f"it is the box at {other.ip}"
            if box.key not in session.met:
                session.meet(Met(*box.key, str(box.ip), box.chassis))
            session.note(
                f"{box.ip}: its tables were not read: it is the box at {other.ip}, where they were read"
            )


def attempt_of(box: TableBox, name: str, line: Line, session: Session, short: Iterable[str] = ()) -> Attempt:
    outcome = Outcome.ANSWERED if line.answers else Outcome.GARBLED if line.garbled else Outcome.SILENT
    detail = "; ".join(filter(None, (*short, line.garbled)))
    return Attempt(*box.key, name, session.now(), outcome, line.packets, line.bytes, detail)
