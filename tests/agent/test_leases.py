"""Leases of DHCP servers: (meaning, text) -> who has which address, who had one until when, and what is nobody's."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.handed_over import recognise
from agent.handed_over.lease import mac_in_duid, octets_of, readable_id
from agent.handed_over.rows import Sheet
from agent.handed_over.unix_leases import SUPERSEDED
from agent.handed_over.windows_leases import time_in
from probes.model import ParseError

TOKYO = ZoneInfo("Asia/Tokyo")
A, B = "00:1b:21:10:00:07", "00:1b:21:10:00:08"


def read(text: str) -> Sheet:
    return recognise.read(text.encode(), "f", TOKYO)


def told(sheet: Sheet, field: str = "lease.mac") -> list[tuple[str, str]]:
    return [(r.host, r.value) for _, r in sheet.tells if r.field == field]


def at(*parts: int) -> float:
    return datetime(*parts, tzinfo=UTC).timestamp()  # type: ignore[arg-type]


ISC_HEAD = "# The format of this file is documented in the dhcpd.leases(5) manual page.\nauthoring-byte-order little-endian;\n\n"


def isc(ip: str, mac: str, *said: str) -> str:
    return f"lease {ip} {{\n" + "".join(f"  {s};\n" for s in (*said, f"hardware ethernet {mac}")) + "}\n"


RUNS = ("starts 5 2026/11/20 00:00:00", "ends 5 2026/11/20 08:00:00", "binding state active")


def test_isc_a_lease_that_runs() -> None:
    text = isc("192.0.2.7", A, *RUNS, r'uid "\001\000\033!\020\000\007"', 'client-hostname "WS-3E-1"',
               'set vendor-class-identifier = "MSFT 5.0"', "next binding state free")  # fmt: skip
    sheet = read(ISC_HEAD + text)
    assert told(sheet) == [("192.0.2.7", A)]
    assert told(sheet, "lease.hostname") == [("192.0.2.7", "WS-3E-1")]
    assert told(sheet, "lease.vendor_class") == [("192.0.2.7", "MSFT 5.0")]
    assert told(sheet, "lease.client_id") == []
    assert (sheet.rows[0].at, sheet.rows[0].before) == (at(2026, 11, 20), at(2026, 11, 20, 8))
    assert sheet.unread == []


def test_isc_the_last_entry_of_an_address_holds() -> None:
    sheet = read(isc("192.0.2.7", A, *RUNS) + isc("192.0.2.7", B, *RUNS))
    assert told(sheet) == [("192.0.2.7", B)]
    assert sheet.nothing == {SUPERSEDED: 1}


@pytest.mark.parametrize(
    ("meaning", "said"),
    [
        ("it was freed", ("starts 4 2026/11/12 00:00:00", "ends 4 2026/11/12 08:00:00", "binding state free")),
        ("it expired", ("starts 4 2026/11/12 00:00:00", "ends 4 2026/11/12 08:00:00", "binding state expired")),
        ("the server has not looked", ("starts 4 2026/11/12 00:00:00", "ends 4 2026/11/12 08:00:00", "binding state active")),
        ("in seconds", ("starts epoch 1794441600", "ends epoch 1794470400; # Thu Nov 12", "binding state free")),
    ],
)  # fmt: skip
def test_isc_what_ran_out_is_told_of_the_mac_with_its_end(meaning: str, said: tuple[str, ...]) -> None:
    sheet = read(isc("192.0.2.8", B, *said) + isc("192.0.2.7", A, *RUNS))
    assert told(sheet) == [("192.0.2.7", A)]
    assert told(sheet, "lease.ended") == [(B, "192.0.2.8 until 2026-11-12T08:00:00Z")]
    assert (sheet.rows[0].at, sheet.rows[0].about) == (at(2026, 11, 12, 8), "192.0.2.8")


def test_isc_an_abandoned_address_is_nobodys() -> None:
    assert told(read(isc("192.0.2.7", A, *RUNS) + "lease 192.0.2.9 {\n  binding state abandoned;\n}\n")) == [
        ("192.0.2.7", A)
    ]


def test_isc_cut_short() -> None:
    sheet = read(isc("192.0.2.7", A, *RUNS) * 30 + "lease 192.0.2.8 {\n  starts 4 20")
    assert told(sheet) == [("192.0.2.7", A)]
    assert len(sheet.unread) == 2 and "in the middle of a lease" in sheet.notes[0]


KEA = "address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context,pool_id\n"


def test_kea_memfile() -> None:
    sheet = read(f"""{KEA}\
192.0.2.7,{A},01:00:1b:21:10:00:07,3600,1795140000,1,0,0,old,0,,0
192.0.2.7,{A},01:00:1b:21:10:00:07,3600,1795143600,1,0,0,ws-3e-1.,0,,0
192.0.2.8,{B},,3600,1795050000,1,0,0,,2,,0
192.0.2.9,,,3600,1795140000,1,0,0,,1,,0
""")
    assert told(sheet) == [("192.0.2.7", A)]
    assert told(sheet, "lease.hostname") == [("192.0.2.7", "ws-3e-1")]
    assert told(sheet, "lease.ended") == [(B, "192.0.2.8 until 2026-11-19T01:00:00Z")]
    assert [row.at for row in sheet.rows if row.readings] == [1795140000.0, 1795050000.0]


def test_kea_of_ipv6_knows_a_mac_by_its_duid() -> None:
    head = (
        "address,duid,valid_lifetime,expire,subnet_id,pref_lifetime,lease_type,iaid,prefix_len,fqdn_fwd,fqdn_rev,"
        "hostname,hwaddr,state,user_context,hwtype,hwaddr_source,pool_id\n"
    )
    sheet = read(f"{head}2001:db8::7,00:03:00:01:{A},3600,1795143600,1,1800,0,1,128,0,0,ws,,0,,,,0\n")
    assert told(sheet) == [("2001:db8::7", A)]


def test_kea_json() -> None:
    lease = {"client-id": f"01:{A}", "cltt": 1795140000, "hostname": "ws-3e-1", "hw-address": A, "ip-address": "192.0.2.7",
             "state": 0, "subnet-id": 1, "valid-lft": 3600}  # fmt: skip
    gone = lease | {"ip-address": "192.0.2.8", "hw-address": B, "state": 2, "hostname": ""}
    sheet = read(
        json.dumps([{"arguments": {"leases": [lease, gone]}, "result": 0, "text": "2 IPv4 lease(s) found."}])
    )
    assert (told(sheet), told(sheet, "lease.ended")) == (
        [("192.0.2.7", A)],
        [(B, "192.0.2.8 until 2026-11-20T03:00:00Z")],
    )
    assert sheet.rows[0].at == 1795140000.0


def test_a_firewalls_json() -> None:
    lease = {
        "ip": "192.0.2.7",
        "mac": A,
        "hostname": "ws",
        "expire_time": 1795143600,
        "status": "leased",
        "interface": "ward",
        "vci": "MSFT 5.0",
    }
    sheet = read(json.dumps({"http_method": "GET", "results": [lease]}))
    assert (told(sheet), told(sheet, "lease.vendor_class")) == (
        [("192.0.2.7", A)],
        [("192.0.2.7", "MSFT 5.0")],
    )


def test_dnsmasq() -> None:
    sheet = read(f"1795143600 {A} 192.0.2.7 ws-3e-1 01:{A}\n0 {B} 192.0.2.8 * *\nduid 00:01:00:01\n")
    assert told(sheet) == [("192.0.2.7", A), ("192.0.2.8", B)]
    assert told(sheet, "lease.hostname") == [("192.0.2.7", "ws-3e-1")]
    assert [(row.at, row.before) for row in sheet.rows] == [(None, 1795143600.0), (None, None)]


CSV = """\
#TYPE Microsoft.Management.Infrastructure.CimInstance#root/Microsoft/Windows/DHCP/DhcpServerv4Lease
"IPAddress","ScopeId","AddressState","ClientId","HostName","LeaseExpiryTime","Description"
"192.0.2.7","192.0.2.0","Active","00-1b-21-10-00-07","ws-1.hospital.example","2026/11/27 9:00:00","看護師 花子の端末"
"192.0.2.8","192.0.2.0","InactiveReservation","00-1b-21-10-00-08","pr-1",,""
"192.0.2.9","192.0.2.0","Expired","00-1b-21-10-00-09","old","2026/11/20 9:00:00",""
"""


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932"])
def test_powershells_csv_in_whatever_it_was_written(codec: str) -> None:
    sheet = recognise.read(CSV.encode(codec), "f", TOKYO)
    assert told(sheet) == [("192.0.2.7", A)]
    assert told(sheet, "lease.hostname") == [("192.0.2.7", "ws-1.hospital.example")]
    assert told(sheet, "lease.ended") == [("00:1b:21:10:00:09", "192.0.2.9 until 2026-11-20T00:00:00Z old")]
    assert sheet.rows[0].before == at(2026, 11, 27)
    assert "花子" not in repr(sheet.tells)


def test_the_consoles_list_in_japanese() -> None:
    sheet = read(
        "クライアントの IP アドレス\t名前\tリースの有効期限\t種類\t一意の ID\t説明\n"
        "192.0.2.7\tws-1\t2026/11/27 9:00:00\tDHCP\t001b21100007\t\n"
    )
    assert (told(sheet), told(sheet, "lease.hostname")) == ([("192.0.2.7", A)], [("192.0.2.7", "ws-1")])


def test_netsh() -> None:
    sheet = read("""
Changed the current scope context to 192.0.2.0 scope.

Type : N - NONE, D - DHCP B - BOOTP, U - UNSPECIFIED, R - RESERVATION IP
============================================================================================
IP Address      - Subnet Mask    - Unique ID           - Lease Expires        -Type -Name
============================================================================================

192.0.2.7       - 255.255.255.0  - 00-1b-21-10-00-07   -11/27/2026 10:55:19 AM   -D  -ws-1.hospital.example
192.0.2.8       - 255.255.255.0  - 00-1b-21-10-00-08   -INACTIVE                 -U

No of Clients(version 4): 2 in the Scope : 192.0.2.0.

Command completed successfully.
""")
    assert (told(sheet), told(sheet, "lease.hostname")) == (
        [("192.0.2.7", A)],
        [("192.0.2.7", "ws-1.hospital.example")],
    )
    assert sheet.unread == []


XML = """<?xml version="1.0" encoding="utf-8"?>
<DHCPServer xmlns="http://schemas.microsoft.com/windows/DHCPServer">
  <MajorVersion>6</MajorVersion>
  <IPv4><Scopes><Scope><ScopeId>192.0.2.0</ScopeId>
    <Reservations><Reservation><IPAddress>192.0.2.50</IPAddress><ClientId>00-1b-21-10-00-50</ClientId></Reservation></Reservations>
    <Leases>
      <Lease><IPAddress>192.0.2.7</IPAddress><ScopeId>192.0.2.0</ScopeId><ClientId>00-1b-21-10-00-07</ClientId>
        <HostName>ws-1</HostName><AddressState>Active</AddressState><LeaseExpiryTime>2026-11-27T09:00:00</LeaseExpiryTime></Lease>
      <Lease><IPAddress>192.0.2.8</IPAddress><ClientId>00-1b-21-10-00-08</ClientId><AddressState>Active"""


def test_the_exported_server_also_cut_short() -> None:
    """A reservation is a wish, and no lease."""
    sheet = read(XML)
    assert (told(sheet), told(sheet, "lease.hostname")) == ([("192.0.2.7", A)], [("192.0.2.7", "ws-1")])
    assert "breaks off" in sheet.notes[0]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026/11/27 9:00:00", at(2026, 11, 27)),
        ("2026-11-27T09:00:00", at(2026, 11, 27)),
        ("11/27/2026 9:00:00 AM", at(2026, 11, 27)),
        ("11/27/2026 12:30:00 AM", at(2026, 11, 26, 15, 30)),
        ("27/11/2026 09:00:00", at(2026, 11, 27)),
        ("27.11.2026 09:00", at(2026, 11, 27)),
        ("05/06/2026 09:00:00", None),
        ("2026/13/45 9:00:00", None),
        ("NEVER EXPIRES", None),
        ("", None),
    ],
)
def test_times_of_windows(text: str, moment: float | None) -> None:
    """05/06/2026 is May or June: unknown rather than wrong."""
    assert time_in(text, TOKYO) == moment


@pytest.mark.parametrize(
    ("meaning", "octets", "text"),
    [
        ("a text", b"\0SN-448812", "SN-448812"),
        ("a MAC", bytes.fromhex("01001b21100007"), ""),
        ("too short", b"\0abc", ""),
    ],
)
def test_client_ids(meaning: str, octets: bytes, text: str) -> None:
    assert readable_id(octets) == text


def test_duids() -> None:
    assert mac_in_duid(octets_of("00:01:00:01:2a:2b:2c:2d:00:1b:21:10:00:07")) == A
    assert mac_in_duid(octets_of("00:02:00:00:00:09:0c")) == "" and octets_of("zz") == b""


@given(
    st.text(max_size=300),
    st.sampled_from([ISC_HEAD + isc("192.0.2.7", A, *RUNS), KEA, CSV, XML, "{", "1795143600 "]),
)
def test_anything_after_a_good_beginning_is_read_or_refused(tail: str, head: str) -> None:
    with contextlib.suppress(ParseError):
        recognise.read((head + tail).encode("utf-8", "replace"), "f", TOKYO)
