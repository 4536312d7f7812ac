"""discover(): the whole of a run, in order. Everything it decides is decided elsewhere.

A run is a folder with a journal. Stopped by a person, a signal, the hours or a fault of the disk, it
keeps what was found; resumed, it goes on where the journal ends, with every account taken up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address

from agent import journal as journals
from agent.ask_all import ask_segments
from agent.assemble import Story, assemble
from agent.chassis import Pins
from agent.climb import climb
from agent.findings import Findings, Json
from agent.gate import Gate
from agent.hearing import Hearing
from agent.host import LocalInterface, local_interface_for
from agent.infrastructure import read_tables
from agent.journal import Journal
from agent.knock import knock
from agent.known import Known
from agent.known_host import Host
from agent.listen import table_of
from agent.permit import Moment, Permit
from agent.plan import Plan, plan
from agent.rules import RuleSet
from agent.same_box import asked_elsewhere
from agent.scope import Network, Protected, Scope
from agent.seek import find_hosts
from agent.session import Progress, Session
from agent.watch import Watch
from agent.wire import Wire
from probes.model import Outcome, Probe, Secret

HOSTS_AT_ONCE = 64
LOST_BEFORE = "it, or one of its class, fell silent in an earlier part of this run: ARP only"
ONLY_HEARD = "only listened: an address that said nothing may still be in use"
UNWATCHED = "no ARP there, so nobody watched whether a host fell silent after a question"
NO_LEDGER = "no ledger was given: nothing it declares could be protected by it"


@dataclass(frozen=True, slots=True)
class Setup:
    """What a run starts from. `protected` is None where no ledger was read.

    nonce gives numbers from 0 to 2**31-1; stop_reason says why all sending should end, or "". alarm is told at
    once of what a person must look at. rearmed_by: who lets the run go on after the watch stopped it. only_listen:
    for so many seconds, and nothing is sent. pins: routers and switches as earlier runs met them. places: (switch,
    port) -> where that is, by the hospital's own list. notes are sentences on what cannot be done here and what that
    costs.
    """

    run: str
    version: str
    scope: Scope
    probes: Mapping[str, Probe]
    rules: RuleSet
    interfaces: tuple[LocalInterface, ...]
    raw: bool
    protected: tuple[Protected, ...] | None
    secrets: Mapping[str, Secret]
    clock: Callable[[], Moment]
    nonce: Callable[[], int]
    stop_reason: Callable[[], str] = lambda: ""
    tell: Callable[[Progress], None] = lambda _: None
    alarm: Callable[[str], None] = lambda _: None
    rearmed_by: str = ""
    only_listen: float = 0.0
    pins: Pins = field(default_factory=dict)
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def discover(setup: Setup, journal: Journal, earlier: Story | None = None) -> Findings:
    """Runs to the end or to a stop; always returns what was found. `earlier` is a run to be resumed."""
    session = _open_session(setup, journal, earlier)
    complete, why = True, ""
    try:
        _listen_first(session, setup, earlier)
        if setup.only_listen:
            for network in setup.scope.networks:
                session.looked(network, asked=0, looked=False, why=ONLY_HEARD)
        else:
            plans = plan(session)
            find_hosts(plans, session)
            asyncio.run(_ask_hosts(plans, setup.pins, session))
        session.hearing.end()
        why = session.gate.stop_reason()
        if not setup.only_listen:
            why = why or setup.scope.standing(setup.clock().wall)
        complete = not why
    except KeyboardInterrupt:
        complete, why = False, "stopped by the operator or the system"
    except OSError as error:
        complete, why = False, f"{error.filename or 'the journal'}: {error.strerror or error}"
    session.hearing.close()
    closed = _close(session, complete, why)
    found = assemble(journals.read(journal.path), setup.rules)
    return (
        found if closed else replace(found, notes=(*found.notes, f"the run did not come to its end: {why}"))
    )


def _close(session: Session, complete: bool, why: str) -> bool:
    """Writes the journal's last record; False where the disk takes no more (then the run is not complete)."""
    try:
        if why:
            session.note(f"the run did not come to its end: {why}; --resume goes on with it")
        session.journal.append("end", {"complete": complete, "why": why})
        session.journal.close()
    except OSError:
        return False
    return True


def _open_session(setup: Setup, journal: Journal, earlier: Story | None) -> Session:
    local = _local_networks(setup)
    links = {network: interface.name for network, interface in local.items()}
    gate = Gate(
        setup.scope,
        lambda record: journal.append("account", journals.account_out(record)),
        lambda: setup.stop_reason() or watch.stopped,
        links,
    )
    watch = Watch(gate, setup.clock, lambda loss, stopped: session.lost(loss, stopped))
    known = Known(setup.scope, setup.rules, frozenset(local), setup.protected or ())

    def interface_of(permit: Permit) -> LocalInterface | None:
        return local.get(permit.view.network)

    session = Session(
        scope=setup.scope,
        probes=setup.probes,
        known=known,
        gate=gate,
        wire=Wire(gate, setup.clock, interface_of),
        watch=watch,
        hearing=Hearing(
            setup.scope,
            table_of(setup.probes.values()),
            lambda evidence: session.learn(evidence),
            lambda text: session.note(text),
            lambda: session.now(),
        ),
        journal=journal,
        clock=setup.clock,
        nonce=setup.nonce,
        interfaces=local,
        own=setup.interfaces,
        raw=setup.raw,
        secrets=setup.secrets,
        tell=setup.tell,
        alarm=setup.alarm,
    )
    if earlier is None:
        _begin(session, setup)
    else:
        _take_up(session, earlier)
    if setup.rearmed_by:
        journal.append("rearmed", {"by": setup.rearmed_by})
    return session


def _local_networks(setup: Setup) -> dict[Network, LocalInterface]:
    found = ((n, local_interface_for(n.cidr, setup.interfaces, n.sensor)) for n in setup.scope.networks)
    return {network: interface for network, interface in found if interface is not None}


def _listen_first(session: Session, setup: Setup, earlier: Story | None) -> None:
    """Hears the networks that ask for it before anything is sent, and keeps the ears open. A resumed run that
    has listened for that long before goes on at once."""
    own = {interface.mac for interface in setup.interfaces}
    only = setup.only_listen
    wanted = session.hearing.open(session.interfaces, own, raw=setup.raw, every=bool(only))
    seconds = only or wanted
    before = [] if earlier is None else earlier.listened
    if not seconds or any(float(str(record.data["seconds"])) >= seconds for record in before):
        return
    begun = setup.clock().steady

    def waiting(passed: float) -> bool:
        session.progress("listen", "", int(passed), int(seconds))
        return not session.gate.stop_reason()

    session.hearing.hear_for(seconds, lambda: setup.clock().steady, waiting)
    cut = min(seconds, round(setup.clock().steady - begun, 1)) if session.gate.stop_reason() else seconds
    for ear, networks in session.hearing.places.items():
        for network in networks:
            session.listened(network, cut, session.hearing.packets[ear], ear.dropped)


def _begin(session: Session, setup: Setup) -> None:
    protected = None if setup.protected is None else len(setup.protected)
    session.journal.append(
        "run",
        {
            "schema": "daicho.journal/1",
            "run": setup.run,
            "version": setup.version,
            "scope": setup.scope.digest,
            "scope_text": setup.scope.text,
            "probes": list[Json](sorted(setup.probes)),
            "packet_sockets": setup.raw,
            "own_addresses": list[Json](str(i.address.ip) for i in session.interfaces.values()),
            "protected_by_ledger": protected,
        },
    )
    if setup.places:
        rows = [[switch, port, place] for (switch, port), place in sorted(setup.places.items())]
        session.journal.append("places", {"rows": list[Json](list[Json](row) for row in rows)})
    for note in (*setup.notes, *([NO_LEDGER] if protected is None and not setup.only_listen else [])):
        session.note(note)


def _take_up(session: Session, earlier: Story) -> None:
    session.gate.restore(earlier.accounts)
    session.known.learn(earlier.evidence)
    session.met.update({(box.site, box.host): box for box in map(journals.met_in, earlier.met)})
    for attempt in earlier.attempts:
        if attempt.outcome is not Outcome.NOT_ALLOWED:
            session.known.tried(attempt)
    for lost in earlier.lost:
        for name in filter(None, (str(lost.data["host"]), str(lost.data["mac"]))):
            session.known.lost[(str(lost.data["site"]), name)] = LOST_BEFORE
        if lost.data["counts"]:
            session.known.silent_classes[str(lost.data["class"])] = LOST_BEFORE
    session.already_looked |= {key for key, record in earlier.looked.items() if record.data["looked"]}
    session.segments_asked |= earlier.segments_asked
    session.swept_to = {
        (site, cidr): max(
            int(IPv4Address(a.first))
            for a in earlier.accounts
            if a.first and (a.site, a.host) == (site, cidr)
        )
        for site, cidr in {(a.site, a.host) for a in earlier.accounts if a.first}
    }


async def _ask_hosts(plans: tuple[Plan, ...], pins: Pins, session: Session) -> None:
    """The infrastructure first, then who is there where only a datagram tells, then multicast, then every host in
    its own course: hosts side by side, questions to one in turn."""
    loop = asyncio.get_running_loop()
    for ear in tuple(session.hearing.places):
        loop.add_reader(ear.fileno(), session.hearing.drain)
    places, done, hosts = asyncio.Semaphore(HOSTS_AT_ONCE), 0, list[Host]()

    async def one(host: Host) -> None:
        nonlocal done
        async with places:
            await climb(host, session)
        done += 1
        session.progress("ask", host.network.name, done, len(hosts))

    try:
        await read_tables(session, pins)
        await knock(plans, session)
        await ask_segments(plans, session)
        hosts += _worth_asking(session)
        async with asyncio.TaskGroup() as group:
            for host in hosts:
                group.create_task(one(host))
        await session.watch.finish(lambda done, every: session.progress("watch", "", done, every))
    except* OSError as faults:  # the disk: one task's fault ends them all, and one sentence tells it
        raise OSError(*faults.exceptions[0].args) from faults
    finally:
        for permit, peer in session.wire.close():
            session.owe(permit, [peer])
        session.watch.close()
        for ear in tuple(session.hearing.places):
            loop.remove_reader(ear.fileno())
        for network in sorted(session.watch.unwatched):
            session.note(f"{network}: {UNWATCHED}")


def _worth_asking(session: Session) -> list[Host]:
    """Every host of which something is known, in the order of addresses, but those that are another's face: the
    reason is recorded. An address that was knocked at in vain is no host where ARP would have shown one."""
    found = (host for host in session.known.hosts.values() if host.evidence or not host.local)
    hosts = sorted(found, key=lambda h: (h.site, h.ip.version, int(h.ip)))
    elsewhere = asked_elsewhere(hosts)
    for host in hosts:
        if why := elsewhere.get((host.site, str(host.ip))):
            session.leave_alone(session.known.view(host), why, "end")
    return [host for host in hosts if (host.site, str(host.ip)) not in elsewhere]
