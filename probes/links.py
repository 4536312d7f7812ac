"""Who hangs on which port, as switches and routers heard it themselves: LLDP's and CDP's remote tables.

Sources: LLDP-MIB and LLDP-V2-MIB (IEEE 802.1AB-2005, -2009): lldpRemTable, lldpRemManAddrTable, lldpLocPortTable;
LLDP-EXT-MED-MIB (ANSI/TIA-1057): the inventory of telephones; CISCO-CDP-MIB: cdpCacheTable.

A row is an announcement that the switch heard, taken apart. It is put together again and given to what reads those
that we hear ourselves, so that the same fields mean the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from probes import cdp, lldp
from probes.model import Impact, ParseError, Probe, Reading, reading
from probes.snmp_message import Oid, Value
from probes.tables import (
    PACKETS,
    SILENT,
    SPEAKS,
    Box,
    Read,
    Reader,
    Table,
    mac_of,
    number_of,
    shortness,
    talk_of,
    text_of,
    walk,
)

LLDP: Oid = (1, 0, 8802, 1, 1, 2, 1)
LLDP_V2: Oid = (1, 3, 111, 2, 802, 1, 1, 13, 1)
LOCAL_SUBTYPE: Oid = (*LLDP, 3, 7, 1, 2)
LOCAL_ID: Oid = (*LLDP, 3, 7, 1, 3)
LOCAL_TEXT: Oid = (*LLDP, 3, 7, 1, 4)
INVENTORY: Oid = (*LLDP, 5, 4795, 1, 3, 3, 1)
CDP: Oid = (1, 3, 6, 1, 4, 1, 9, 9, 23, 1, 2, 1, 1)
CDP_ADDRESS_TYPE, CDP_ADDRESS, CDP_VERSION, CDP_DEVICE, CDP_PORT, CDP_PLATFORM, CDP_ABLE, CDP_VLAN = (
    (*CDP, column) for column in (3, 4, 5, 6, 7, 8, 9, 11)
)
MAC_ID, NAME_ID = 3, 5
"""LldpPortIdSubtype: macAddress, interfaceName."""
CDP_IP = 1
MOST = 1024
MOST_PORTS = 4096
LONGEST_TLV = 511


@dataclass(frozen=True, slots=True)
class _Edition:
    """Where the two editions of LLDP's MIB differ. first: column of the chassis' subtype; port_at: place of the local
    port in the index, which in the second edition is its ifIndex; size: arcs of a row's index."""

    root: Oid
    first: int
    port_at: int
    size: int

    @property
    def columns(self) -> tuple[Oid, ...]:
        """Chassis subtype and id, port subtype and id, port text, name, description, able, enabled."""
        return tuple((*self.root, 4, 1, 1, self.first + n) for n in range(9))

    @property
    def addresses(self) -> Oid:
        return (*self.root, 4, 2, 1, 3)


EDITIONS = (_Edition(LLDP, 4, 1, 3), _Edition(LLDP_V2, 5, 1, 4))


def read(box: Box) -> Reader[Read]:
    """lldp.* and cdp.* of each neighbour, links.at "SWITCH PORT" of those that end a line; links.uplink
    "SWITCH PORT = NEIGHBOUR" of the box, for a port with a bridge behind it."""
    found: list[Reading] = []
    short: tuple[str, ...] = ()
    for edition in EDITIONS:
        told, end = yield from _lldp(box, edition)
        found += told.readings
        short += told.short
        if end == SILENT:
            return Read(tuple(dict.fromkeys(found)), short)
        if told.readings:
            break
    columns = (
        CDP_ADDRESS_TYPE,
        CDP_ADDRESS,
        CDP_VERSION,
        CDP_DEVICE,
        CDP_PORT,
        CDP_PLATFORM,
        CDP_ABLE,
        CDP_VLAN,
    )
    table = yield from walk(columns, MOST)
    neighbours = [
        (box.port(index[0]), _cdp_said(row)) for index, row in table.rows.items() if len(index) == 2
    ]
    found += _told(neighbours)
    short += shortness("cdpCacheTable", table) + _nameless(neighbours)
    return Read(tuple(dict.fromkeys(found)), short)


# LLDP


def _lldp(box: Box, edition: _Edition) -> Reader[tuple[Read, str]]:
    remote = yield from walk(edition.columns, MOST)
    short = shortness("LLDP's remote table", remote)
    if not remote.rows or remote.end == SILENT:
        return Read((), short), remote.end
    addresses = yield from walk((edition.addresses,), MOST * 2)
    inventory, local = Table({}), Table({})
    if edition.root == LLDP and addresses.end != SILENT:
        inventory = yield from walk(tuple((*INVENTORY, column) for column in range(1, 8)), MOST)
    if edition.root == LLDP and SILENT not in (addresses.end, inventory.end):
        local = yield from walk((LOCAL_SUBTYPE, LOCAL_ID, LOCAL_TEXT), MOST_PORTS)
    managed = _managed(addresses, edition)
    names = {index[0]: row for index, row in local.rows.items() if len(index) == 1}
    neighbours = [
        (
            _local_port(box, index[edition.port_at], names.get(index[edition.port_at], {})),
            _lldp_said(row, edition, managed[index], inventory.rows.get(index, {})),
        )
        for index, row in remote.rows.items()
        if len(index) == edition.size
    ]
    end = SILENT if SILENT in (addresses.end, inventory.end, local.end) else remote.end
    return Read(tuple(_told(neighbours)), short + _nameless(neighbours)), end


def _managed(addresses: Table, edition: _Edition) -> defaultdict[Oid, list[bytes]]:
    """Index of a row -> IPv4 addresses. They stand in the index: the row's, family, length, octets; some leave
    the length out."""
    found: defaultdict[Oid, list[bytes]] = defaultdict(list)
    for index in addresses.rows:
        row, rest = index[: edition.size], index[edition.size :]
        octets = rest[2:] if rest[1:2] == (4,) and len(rest) == 6 else rest[1:]
        if rest[:1] == (lldp.IPV4_FAMILY,) and len(octets) == 4 and all(0 <= o < 256 for o in octets):
            found[row].append(bytes(octets))
    return found


def _local_port(box: Box, number: int, row: Mapping[Oid, Value]) -> str:
    """The port by the name that it has in the table of interfaces, whichever of LLDP's names is that one."""
    texts = [text_of(row.get(column)) for column in (LOCAL_ID, LOCAL_TEXT)]
    if number_of(row.get(LOCAL_SUBTYPE)) == MAC_ID:
        del texts[0]
    known = set(box.ports.values())
    for text in texts:
        if text in known:
            return f"{box.name} {text}"
    if number in box.ports or number_of(row.get(LOCAL_SUBTYPE)) != NAME_ID:
        return box.port(number)
    return f"{box.name} {texts[0]}" if texts[0] else box.port(number)


def _lldp_said(
    row: Mapping[Oid, Value], edition: _Edition, addresses: Iterable[bytes], inventory: Mapping[Oid, Value]
) -> list[Reading]:
    chassis_kind, chassis, port_kind, port, text, name, description, able, enabled = (
        row.get(column, b"") for column in edition.columns
    )
    tlvs = [
        (lldp.CHASSIS, bytes([number_of(chassis_kind) & 0xFF]) + _octets(chassis)),
        (lldp.PORT, bytes([number_of(port_kind) & 0xFF]) + _octets(port)),
        (lldp.PORT_TEXT, _octets(text)),
        (lldp.NAME, _octets(name)),
        (lldp.DESCRIPTION, _octets(description)),
        (lldp.CAPABILITIES, _bits(able) + _bits(enabled)),
        *((lldp.ADDRESS, bytes([5, lldp.IPV4_FAMILY]) + address) for address in addresses),
        *(
            (lldp.OWN, lldp.MED + bytes([4 + column[-1]]) + _octets(value))
            for column, value in inventory.items()
            if _octets(value)
        ),
    ]
    head = ((kind << 9) | min(len(value), LONGEST_TLV) for kind, value in tlvs)
    message = b"".join(h.to_bytes(2, "big") + v[:LONGEST_TLV] for h, (_, v) in zip(head, tlvs, strict=True))
    try:
        said = lldp.hear(message)
    except ParseError:
        return []
    macs = (
        mac_of(chassis) if number_of(chassis_kind) == 4 else "",
        mac_of(port) if number_of(port_kind) == 3 else "",
    )
    return _addressed(said, next(filter(None, macs), ""))


def _bits(value: Value) -> bytes:
    """BITS of the MIB (the first is the highest of the first octet) as in the TLV (the first is the lowest of 16)."""
    octets = _octets(value)[:2].ljust(2, b"\0")
    return int(f"{int.from_bytes(octets, 'big'):016b}"[::-1], 2).to_bytes(2, "big")


# CDP


def _cdp_said(row: Mapping[Oid, Value]) -> list[Reading]:
    address = _octets(row.get(CDP_ADDRESS, b"")) if number_of(row.get(CDP_ADDRESS_TYPE)) == CDP_IP else b""
    listed = b"\0\0\0\1" + cdp.NLPID_IPV4 + b"\0\4" + address if len(address) == 4 else b""
    native = number_of(row.get(CDP_VLAN))
    tlvs = [
        (cdp.DEVICE, _octets(row.get(CDP_DEVICE, b""))),
        (cdp.ADDRESSES, listed),
        (cdp.PORT, _octets(row.get(CDP_PORT, b""))),
        (cdp.CAPABILITIES, _octets(row.get(CDP_ABLE, b""))),
        (cdp.VERSION, _octets(row.get(CDP_VERSION, b""))),
        (cdp.PLATFORM, _octets(row.get(CDP_PLATFORM, b""))),
        (cdp.NATIVE_VLAN, native.to_bytes(2, "big") if 0 < native < 4096 else b""),
    ]
    message = bytes([2, 180, 0, 0]) + b"".join(
        kind.to_bytes(2, "big") + (len(value) + 4).to_bytes(2, "big") + value
        for kind, value in tlvs
        if 0 < len(value) < 4096
    )
    try:
        said = cdp.hear(message)
    except ParseError:
        return []
    device = next((r.value for r in said if r.field == "cdp.device"), "")
    return _addressed(said, _mac_in_name(device))


def _mac_in_name(device: str) -> str:
    """Cisco's telephones are called SEP and their MAC, others by their MAC alone."""
    digits = device.removeprefix("SEP").removeprefix("ATA")
    if len(digits) != 12 or any(c not in "0123456789abcdefABCDEF" for c in digits):
        return ""
    return mac_of(bytes.fromhex(digits))


# Both


def _octets(value: Value) -> bytes:
    return value if isinstance(value, bytes) else b""


def _addressed(said: list[Reading], mac: str) -> list[Reading]:
    """What was said, with the address that was announced as its host, or else the MAC; nothing without either."""
    return [r if r.host else replace(r, host=mac) for r in said if r.host or mac]


def _told(neighbours: Iterable[tuple[str, list[Reading]]]) -> Iterator[Reading]:
    for port, said in neighbours:
        if not said:
            continue
        yield from said
        able = {word for r in said if r.field.endswith(".capabilities") for word in r.value.split()}
        if passes_on(said) or routes(said):
            names = [r.value for r in said if r.field in ("lldp.system_name", "cdp.device")]
            yield reading("links.uplink", f"{port} = {(names or [said[0].host])[0]}")
        if not passes_on(said) or "access-point" in able:
            yield reading("links.at", port, said[0].host)


def passes_on(said: Iterable[Reading]) -> bool:
    """Whether others stand behind this neighbour: a bridge or an access point. A telephone with a socket for one
    computer is none, nor is a hypervisor, whose guests stand where it does."""
    words = {word for r in said if r.field.endswith(".capabilities") for word in r.value.split()}
    hypervisor = any(r.field == "cdp.platform" and r.value.startswith("VMware") for r in said)
    return bool(words & {"bridge", "switch", "access-point"}) and "telephone" not in words and not hypervisor


def routes(said: Iterable[Reading]) -> bool:
    """Whether this neighbour is a router. It hangs on that port itself; another MAC that is seen there stands behind
    it, on a network that it joins, and not at that socket."""
    words = {word for r in said if r.field.endswith(".capabilities") for word in r.value.split()}
    return "router" in words and "telephone" not in words


def _nameless(neighbours: Iterable[tuple[str, list[Reading]]]) -> tuple[str, ...]:
    ports = sorted({port for port, said in neighbours if not said})
    return (f"a neighbour with neither address nor MAC is on {', '.join(ports[:20])}",) if ports else ()


PROBE = Probe(
    name="links",
    impact=Impact.DATAGRAM,
    fields=frozenset({"links.uplink", "links.at", *lldp.PROBE.fields, *cdp.PROBE.fields}),
    ports=SPEAKS,
    packets=PACKETS,
    summary="Reads whom a switch hears on its ports (LLDP, CDP), where the scope lists its address.",
    talk=talk_of(read),
    suits=frozenset(),
)
