"""Tables of wireless controllers: which client is at which access point, under which network name.

Sources: Cisco's AIRESPACE-WIRELESS-MIB: bsnMobileStationTable, bsnAPTable (AireOS; the Catalyst 9800 keeps them too);
Aruba's WLSX-USER-MIB: wlsxUserTable, and WLSX-WLAN-MIB: wlsxWlanStationTable. Both makers' tables also hold the name of
the person who logged in (bsnMobileStationUserName, nUserName): those columns are not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.model import Impact, Probe, Reading, reading
from probes.snmp_message import Oid
from probes.tables import (
    PACKETS,
    SILENT,
    SPEAKS,
    Box,
    Read,
    Reader,
    address_of,
    mac_of,
    shortness,
    talk_of,
    text_of,
    walk,
)

AIRESPACE: Oid = (1, 3, 6, 1, 4, 1, 14179, 2)
STATION_IP: Oid = (*AIRESPACE, 1, 4, 1, 2)
STATION_AP: Oid = (*AIRESPACE, 1, 4, 1, 4)
STATION_SSID: Oid = (*AIRESPACE, 1, 4, 1, 7)
AP_NAME: Oid = (*AIRESPACE, 2, 1, 1, 3)
AP_PLACE: Oid = (*AIRESPACE, 2, 1, 1, 4)
FACTORY_PLACE = "default location"
"""bsnAPLocation where nobody set one."""

WLSX: Oid = (1, 3, 6, 1, 4, 1, 14823, 2, 2, 1)
USER_AP: Oid = (*WLSX, 4, 1, 2, 1, 10)
ARUBA_SSID: Oid = (*WLSX, 5, 2, 2, 1, 1, 12)
MOST = 10_000
MOST_POINTS = 4096


def read(box: Box) -> Reader[Read]:
    """wireless.mac, .access_point and .ssid of each client, by its address or, without one, its MAC."""
    stations = yield from walk((STATION_IP, STATION_AP, STATION_SSID), MOST)
    short = shortness("bsnMobileStationTable", stations)
    if stations.end == SILENT or stations.rows:
        points: dict[str, str] = {}
        if stations.end != SILENT:
            named = yield from walk((AP_NAME, AP_PLACE), MOST_POINTS)
            points = {
                mac_of(index): _point(text_of(row.get(AP_NAME)), text_of(row.get(AP_PLACE)))
                for index, row in named.rows.items()
            }
        found = [
            r
            for index, row in stations.rows.items()
            for r in _client(
                mac_of(index),
                _address(row.get(STATION_IP)),
                points.get(mac_of(row.get(STATION_AP)), ""),
                text_of(row.get(STATION_SSID)),
            )
        ]
        return Read(tuple(found), short)
    return (yield from _aruba(short))


def _aruba(short: tuple[str, ...]) -> Reader[Read]:
    """Index of the users: MAC, then address (0.0.0.0 for none yet); of the stations: MAC."""
    users = yield from walk((USER_AP,), MOST)
    short += shortness("wlsxUserTable", users)
    names: dict[str, str] = {}
    if users.rows and users.end != SILENT:
        stations = yield from walk((ARUBA_SSID,), MOST)
        short += shortness("wlsxWlanStationTable", stations)
        names = {mac_of(index): text_of(row.get(ARUBA_SSID)) for index, row in stations.rows.items()}
    found = [
        r
        for index, row in users.rows.items()
        for r in _client(
            mac_of(index[:6]),
            address_of(index[6:]),
            text_of(row.get(USER_AP)),
            names.get(mac_of(index[:6]), ""),
        )
    ]
    return Read(tuple(found), short)


def _address(value: object) -> str:
    return address_of(value) if isinstance(value, bytes) else ""


def _point(name: str, place: str) -> str:
    """ "AP NAME (PLACE)", the place where somebody set it."""
    return f"{name} ({place})" if place and place != FACTORY_PLACE else name


def _client(mac: str, address: str, point: str, ssid: str) -> Iterator[Reading]:
    if not mac:
        return
    host = address or mac
    if address:
        yield reading("wireless.mac", mac, host)
    if point:
        yield reading("wireless.access_point", point, host)
    if ssid:
        yield reading("wireless.ssid", ssid, host)


PROBE = Probe(
    name="wireless",
    impact=Impact.DATAGRAM,
    fields=frozenset({"wireless.mac", "wireless.access_point", "wireless.ssid"}),
    ports=SPEAKS,
    packets=PACKETS,
    summary="Reads the clients of Cisco's and Aruba's wireless controllers, where the scope lists their address.",
    talk=talk_of(read),
    suits=frozenset(),
)
