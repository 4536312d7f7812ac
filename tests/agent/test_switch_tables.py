"""Tables of switches, routers and computers: (meaning, text) -> who is told of; each maker's form, and what none explains."""

from __future__ import annotations

import io
import time
from zoneinfo import ZoneInfo

import pytest

from agent.handed_over import makers, recognise
from agent.handed_over.rows import Sheet
from agent.handed_over.transcript import answers, name_in
from probes.model import ParseError

A, B = "00:1b:21:10:00:07", "00:1b:21:10:00:08"
CISCO_A, DASH_A, PLAIN_A = "001b.2110.0007", "00-1b-21-10-00-07", "001b21-100007"


def read(text: str, name: str = "f") -> Sheet:
    return recognise.read(text.encode(), name, ZoneInfo("Asia/Tokyo"))


def told(sheet: Sheet, *fields: str) -> list[tuple[str, str]]:
    """(host, value) of these fields."""
    return [(r.host, r.value) for _, r in sheet.tells if r.field in fields]


ADDRESS_TABLES = [
    ("Cisco IOS, one that nobody answered for", f"""\
Protocol  Address          Age (min)  Hardware Addr   Type   Interface
Internet  192.0.2.7              12   {CISCO_A}  ARPA   Vlan30
Internet  192.0.2.9               0   Incomplete      ARPA
"""),
    ("Cisco IOS without a heading", f"Internet  192.0.2.7              12   {CISCO_A}  ARPA   Vlan30\n"),
    ("Cisco NX-OS, its legend above", f"""\
Flags: * - Adjacencies learnt on non-active FHRP router
       + - Adjacencies synced via CFSoE

IP ARP Table for context default
Total number of entries: 1
Address         Age       MAC Address     Interface       Flags
192.0.2.7       00:05:01  {CISCO_A}  Vlan30
"""),
    ("Cisco ASA", f"\tinside 192.0.2.7 {CISCO_A} 34\n"),
    ("Arista", f"""\
Address         Age (sec)  Hardware Addr   Interface
192.0.2.7       0:00:12    {CISCO_A}  Vlan30, Ethernet5
"""),
    ("ProCurve", f"""
 IP ARP table

  IP Address       MAC Address       Type    Port
  ---------------  ----------------- ------- ----
  192.0.2.7        {PLAIN_A}     dynamic 5
"""),
    ("ArubaOS-CX", f"""\
IPv4 Address     MAC                Port         Physical Port    State
-------------------------------------------------------------------------------
192.0.2.7        {A}  vlan30       1/1/5            reachable

Total Number Of ARP Entries Listed- 1.
-------------------------------------------------------------------------------
"""),
    ("Comware, its legend above", """\
  Type: S-Static   D-Dynamic   O-Openflow   R-Rule   M-Multiport  I-Invalid
IP address      MAC address    VLAN/VSI name Interface                Aging Type
192.0.2.7       001b-2110-0007 30            GE1/0/5                  960   D
"""),
    ("Huawei VRP, the VLAN on a line of its own", """\
IP ADDRESS      MAC ADDRESS     EXPIRE(M) TYPE        INTERFACE   VPN-INSTANCE
                                          VLAN/CEVLAN
------------------------------------------------------------------------------
192.0.2.7       001b-2110-0007  20        D-0         GE0/0/5
                                          30/-
------------------------------------------------------------------------------
Total:1         Dynamic:1       Static:0     Interface:0
"""),
    ("Juniper", f"""\
MAC Address       Address         Interface     Flags
{A} 192.0.2.7       irb.30        none
Total entries: 1
"""),
    ("FortiGate", f"""\
Address           Age(min)   Hardware Addr      Interface
192.0.2.7         0          {A} internal
"""),
    ("Palo Alto", f"""\
interface         ip address      hw address        port              status   ttl
--------------------------------------------------------------------------------
ethernet1/3       192.0.2.7       {A} ethernet1/3       c     1743
"""),
    ("AlliedWare Plus", f"""\
IP Address      LL Address      Interface       Port       Type
192.0.2.7       {CISCO_A}  vlan30          port1.0.5  dynamic
"""),
    ("AlliedWare", f"""\
Interface     IP Address       Physical Address   ARP Type  Status
-----------------------------------------------------------------------------
vlan30        192.0.2.7        {DASH_A}  Dynamic   Active
-----------------------------------------------------------------------------
"""),
    ("Yamaha RTX in Japanese", f"""\
カウント数: 1
インタフェース IPアドレス        MACアドレス        TTL(秒)
LAN1(port1)    192.0.2.7         {A}  1163
"""),
    ("Yamaha RTX in English", f"""\
Number of entries: 1
Interface      IP address        MAC address        TTL(sec)
LAN1           192.0.2.7         {A}  1163
"""),
    ("NEC IX", f"""\
IP Address       Age(sec)  MAC Address        Interface
192.0.2.7        27        {A}  GigaEthernet1.0
"""),
    ("AlaxalA", f"""\
Date 2026/07/14 12:00:00 UTC
Total: 2 entries
 IP Address       Linklayer Address  Netif             Expire    Type
 192.0.2.7        {CISCO_A}     VLAN0030          3h44m57s  arpa
 192.0.2.9        incomplete         VLAN0030          -         arpa
"""),
    ("Windows in English", f"""
Interface: 192.0.2.10 --- 0x5
  Internet Address      Physical Address      Type
  192.0.2.7             {DASH_A}     dynamic
  192.0.2.255           ff-ff-ff-ff-ff-ff     static
  224.0.0.22            01-00-5e-00-00-16     static
"""),
    ("Windows in Japanese", f"""
インターフェイス: 192.0.2.10 --- 0x5
  インターネット アドレス        物理アドレス           種類
  192.0.2.7             {DASH_A}     動的
  224.0.0.22            01-00-5e-00-00-16     静的
"""),
    ("netsh in Japanese, one that is unreachable", f"""
インターフェイス 5: イーサネット


インターネット アドレス                       物理アドレス       種類
--------------------------------------------  -----------------  -----------
192.0.2.7                                     {DASH_A}  到達可能
192.0.2.9                                     00-00-00-00-00-00  到達不能
"""),
    ("Get-NetNeighbor", f"""
ifIndex IPAddress                LinkLayerAddress      State       PolicyStore
------- ---------                ----------------      -----       -----------
5       192.0.2.7                {DASH_A}     Reachable   ActiveStore
5       fe80::1                  00-1B-21-10-00-01     Stale       ActiveStore
"""),
    ("Linux arp -a", f"""\
gw.example (192.0.2.7) at {A} [ether] on eth0
? (192.0.2.9) at <incomplete> on eth0
"""),
    ("BSD and macOS arp -a, zeros left off", """\
? (192.0.2.7) at 0:1b:21:10:0:7 on en0 ifscope [ethernet]
? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
"""),
    ("arp -n", f"""\
Address                  HWtype  HWaddress           Flags Mask            Iface
192.0.2.7                ether   {A}   C                     eth0
192.0.2.9                        (incomplete)                              eth0
"""),
    ("/proc/net/arp", f"""\
IP address       HW type     Flags       HW address            Mask     Device
192.0.2.7        0x1         0x2         {A}     *        eth0
"""),
    ("ip neigh", f"""\
192.0.2.7 dev eth0 lladdr {A} REACHABLE
192.0.2.9 dev eth0  FAILED
fe80::1 dev eth0 lladdr {B} router STALE
"""),
    ("arp-scan", f"""\
Interface: eth0, type: EN10MB, MAC: 00:1b:21:10:00:99, IPv4: 192.0.2.99
Starting arp-scan 1.10.0 with 256 hosts (https://example.com)
192.0.2.7\t{A}\tAcme Corp

1 packets received by filter, 0 packets dropped by kernel
Ending arp-scan 1.10.0: 256 hosts scanned in 1.9 seconds (130.00 hosts/sec). 1 responded
"""),
]  # fmt: skip


@pytest.mark.parametrize(("meaning", "text"), ADDRESS_TABLES, ids=[m for m, _ in ADDRESS_TABLES])
def test_address_tables(meaning: str, text: str) -> None:
    sheet = read(text)
    assert told(sheet, "neighbours.mac", "arp.mac") == [("192.0.2.7", A)]
    assert sheet.unread == []


def test_ipv6_neighbours() -> None:
    sheet = read(f"""\
IPv6 Address                              Age Link-layer Addr State Interface
2001:DB8::7                                 0 {CISCO_A}  REACH Vl30
FE80::1                                     0 001b.2110.0001  REACH Vl30
""")
    assert told(sheet, "neighbours.mac") == [("2001:db8::7", A)]


PORT_TABLES = [
    ("Cisco IOS", "Gi1/0/5", f"""\
          Mac Address Table
-------------------------------------------

Vlan    Mac Address       Type        Ports
----    -----------       --------    -----
 All    0100.0ccc.cccc    STATIC      CPU
  30    {CISCO_A}    DYNAMIC     Gi1/0/5
Total Mac Addresses for this criterion: 2
"""),
    ("Cisco NX-OS", "Eth1/5", f"""\
Legend:
        * - primary entry, G - Gateway MAC, (R) - Routed MAC, O - Overlay MAC
   VLAN     MAC Address      Type      age     Secure NTFY Ports
---------+-----------------+--------+---------+------+----+------------------
* 30       {CISCO_A}   dynamic  0         F      F    Eth1/5
G    -     001b.2110.0001   static   -         F      F    sup-eth1(R)
"""),
    ("ProCurve", "5", f"""
 Status and Counters - Port Address Table

  MAC Address   Port  VLAN
  ------------- ----- ----
  {PLAIN_A} 5     30
"""),
    ("Comware", "GE1/0/5", """\
MAC Address      VLAN ID    State            Port/Nickname            Aging
001b-2110-0007   30         Learned          GE1/0/5                  Y
"""),
    ("Huawei VRP", "GE0/0/5", """\
-------------------------------------------------------------------------------
MAC Address    VLAN/VSI                          Learned-From        Type
-------------------------------------------------------------------------------
001b-2110-0007 30/-                              GE0/0/5             dynamic
-------------------------------------------------------------------------------
Total items displayed = 1
"""),
    ("AlliedWare Plus", "port1.0.5", f"""\
VLAN port             mac            fwd
30   port1.0.5      {CISCO_A}  forward dynamic
"""),
    ("AlaxalA", "0/5", f"MAC address        VLAN   Type     Port-list\n{CISCO_A}       30   Dynamic  0/5\n"),
    ("APRESIA, an entry set by hand", "5", f"""\
VID  VLAN Name                        MAC Address        Port  Type
---- -------------------------------- -----------------  ----- ---------------
30   ward                             {DASH_A.upper()}  5     Dynamic
30   ward                             00-1B-21-10-00-01  6     Static
"""),
    ("of no known maker, kind after port", "1/0/5", f"""\
MAC Address         VLAN   Port    Type      Age
{A}   30     1/0/5   dynamic   300
"""),
]  # fmt: skip


@pytest.mark.parametrize(("meaning", "port", "text"), PORT_TABLES, ids=[m for m, _, _ in PORT_TABLES])
def test_tables_of_macs(meaning: str, port: str, text: str) -> None:
    sheet = read(text, "sw 3f.txt")
    assert told(sheet, "forwarding.port") == [(A, f"sw-3f.txt {port}")]
    assert told(sheet, "forwarding.vlan") == [(A, "30")]
    assert sheet.unread == []


def test_a_kind_is_never_taken_for_a_port() -> None:
    """Neither column says which it is: without a heading nobody can know."""
    with pytest.raises(ParseError):
        read(f"{A}   30     1/0/5   dynamic\n")


NEIGHBOURS = [
    ("CDP of IOS", "cdp.device", "CORE1.hospital.example", """\
-------------------------
Device ID: CORE1.hospital.example
Entry address(es):
  IP address: 192.0.2.2
Platform: cisco WS-C3850-24T,  Capabilities: Router Switch IGMP
Interface: GigabitEthernet1/0/48,  Port ID (outgoing port): GigabitEthernet1/0/3
Holdtime : 140 sec

Version :
Cisco IOS Software, IOS-XE Software
Technical Support: http://www.example.com/techsupport

advertisement version: 2
"""),
    ("LLDP of IOS", "lldp.system_name", "CORE1", f"""\
------------------------------------------------
Local Intf: GigabitEthernet1/0/48
Chassis id: {CISCO_A}
Port id: Gi1/0/3
Port Description: uplink
System Name: CORE1

System Description:
Cisco IOS Software

Time remaining: 96 seconds
System Capabilities: B,R
Enabled Capabilities: B
Management Addresses:
    IP: 192.0.2.2
Auto Negotiation - supported, enabled

Total entries displayed: 1
"""),
    ("LLDP of NX-OS, its own port last", "lldp.system_name", "CORE1", f"""\
Chassis id: {CISCO_A}
Port id: Eth1/3
Local Port id: GigabitEthernet1/0/48
Port Description: uplink
System Name: CORE1
System Description: Cisco Nexus Operating System
Time remaining: 111 seconds
Enabled Capabilities: B
Management Address: 192.0.2.2
Vlan ID: 30
"""),
    ("LLDP of Comware", "lldp.system_name", "CORE1", """\
LLDP neighbor-information of port 48[GigabitEthernet1/0/48]:
LLDP agent nearest-bridge:
 LLDP neighbor index : 1
 Chassis type        : MAC address
 Chassis ID          : 001b-2110-0007
 Port ID             : GigabitEthernet1/0/3
 System name         : CORE1
 System capabilities enabled   : Bridge
 Management address  : 192.0.2.2
"""),
    ("LLDP of AlliedWare Plus", "lldp.system_name", "CORE1", f"""\
LLDP Detailed Neighbor Information:

Local port1.0.48:
  Neighbors table last updated 0 hrs 0 mins 40 secs ago

  Chassis ID Type .................. MAC address
  Chassis ID ....................... {CISCO_A}
  Port ID .......................... port1.0.3
  TTL .............................. 120 (secs)
  System Name ...................... CORE1
  System Capabilities Enabled ...... Bridge
  Management Addresses ............. 192.0.2.2
"""),
    ("LLDP of ProCurve", "lldp.system_name", "CORE1", """\
 LLDP Remote Device Information Detail

  Local Port   : 48
  ChassisType  : mac-address
  ChassisId    : 00 1b 21 10 00 07
  PortId       : 3
  SysName      : CORE1
  System Descr : HP J9773A 2530-24G-PoEP Switch

  System Capabilities Supported  : bridge, router
  System Capabilities Enabled    : bridge

  Remote Management Address
     Type    : ipv4
     Address : 192.0.2.2
"""),
]  # fmt: skip


@pytest.mark.parametrize(("meaning", "field", "name", "text"), NEIGHBOURS, ids=[n[0] for n in NEIGHBOURS])
def test_neighbours_in_detail(meaning: str, field: str, name: str, text: str) -> None:
    sheet = read(text, "sw1")
    assert told(sheet, field) == [("192.0.2.2", name)]
    ((host, port),) = told(sheet, "forwarding.port")
    assert host == "192.0.2.2" and port.startswith("sw1 ") and port.endswith("48")
    assert told(sheet, "lldp.capabilities", "cdp.capabilities")[0][1] in ("bridge", "router switch igmp")
    assert told(sheet, "lldp.chassis") in ([], [("192.0.2.2", A)])
    assert sheet.unread == []


LOG = f"""\
=~=~=~=~=~=~=~=~=~=~=~= PuTTY log 2026.11.20 09:12:01 =~=~=~=~=~=~=~=~=~=~=~=
SW-3F>en
Password:
SW-3F#show ip arp
Protocol  Address          Age (min)  Hardware Addr   Type   Interface
Internet  192.0.2.7              12   {CISCO_A}  ARPA   Vlan30
*Nov 20 09:12:44.123: %LINK-3-UPDOWN: Interface GigabitEthernet1/0/9, changed state to up
Internet  192.0.2.8              12   001b.2110.0008  ARPA   Vlan30
SW-3F#conf t
SW-3F(config)#do sh mac address-table
Vlan    Mac Address       Type        Ports
----    -----------       --------    -----
  30    {CISCO_A}    DYNAMIC     Gi1/0/5
 --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\b  30    001b.2110.0008    DYNAMIC     Gi1/0/6
SW-3F(config)#end
SW-3F#show interfaces status

Port      Name               Status       Vlan       Duplex  Speed Type
Gi1/0/5   3F ICU 5           connected    30         a-full a-1000 10/100/1000BaseTX
SW-3F#show version
Cisco IOS Software
SW-3F#
"""


def test_a_console_log_is_cut_at_its_prompts() -> None:
    sheet = read(LOG, "putty.log")
    assert told(sheet, "neighbours.source") == [("192.0.2.7", "SW-3F"), ("192.0.2.8", "SW-3F")]
    assert told(sheet, "forwarding.port") == [(A, "SW-3F Gi1/0/5"), (B, "SW-3F Gi1/0/6")]
    assert told(sheet, "forwarding.place") == [(A, "3F ICU 5")]
    assert [row.line for row in sheet.rows if row.readings] == [6, 8, 13, 14]
    assert sheet.unread == []
    assert "the 1 lines that `show version` printed are not read" in sheet.notes


def test_a_command_that_may_hold_a_secret_is_not_repeated() -> None:
    sheet = read(LOG.removesuffix("\n") + "username admin password geheim\n% Invalid input detected\n")
    assert "the 1 lines that another command printed are not read" in sheet.notes
    assert "geheim" not in repr((sheet.notes, sheet.unread))


@pytest.mark.parametrize(
    ("meaning", "line", "name", "command"),
    [
        ("Cisco", "SW1#show ip arp", "SW1", "show ip arp"),
        ("Cisco, shortened", "SW1>sh arp", "SW1", "sh arp"),
        ("IOS XR", "RP/0/RSP0/CPU0:edge1#show arp", "edge1", "show arp"),
        ("Comware", "<H3C-1>display arp", "H3C-1", "display arp"),
        ("Comware, in system view", "[H3C-1]dis mac-address", "H3C-1", "dis mac-address"),
        ("Juniper", "admin@mx1> show arp no-resolve", "mx1", "show arp no-resolve"),
        ("FortiGate", "FGT60E # get system arp", "FGT60E", "get system arp"),
        ("ArubaOS", "(wlc1) [mynode] #show arp", "wlc1", "show arp"),
        ("EXOS", "* X440.1 # show fdb", "X440.1", "show fdb"),
        ("Yamaha", "# show arp", "", "show arp"),
        ("Yamaha, not its administrator's", "> show arp", "", "show arp"),
        ("RouterOS", "[admin@mt1] > ip arp print", "mt1", "ip arp print"),
        ("a shell", "root@gw:~# ip neigh", "gw", "ip neigh"),
        ("a shell of Red Hat's", "[root@gw ~]# arp -an", "gw", "arp -an"),
        ("Windows, whose folder is named after a person", r"C:\Users\hanako>arp -a", "", "arp -a"),
        ("PowerShell", r"PS C:\Users\hanako> Get-NetNeighbor", "", "Get-NetNeighbor"),
    ],
)
def test_prompts(meaning: str, line: str, name: str, command: str) -> None:
    found = answers([(1, line), (2, "x")])
    assert [(a.name, a.command) for a in found] == [("", ""), (name, command)]


def test_a_table_is_no_prompt() -> None:
    assert len(answers([(1, "  1 > 00:1b:21:10:00:07 # dynamic"), (2, "# comment")])) == 1
    assert name_in("") == ""


TEMPLATES = sorted({*makers.ADDRESSES, *makers.PORTS, *makers.DESCRIPTIONS})
HOSTILE = [c * 80 + end for c in "=-+.:/|#*,a1_" for end in ("", "!", " x")]
HOSTILE += [f"{c} " * 200 + "!" for c in "=-+.:/|#*,a1_"] + [f"{c * 79} " * 5 for c in "=-a1.:"]
HOSTILE += ["1.1.1.9 " * 40, " " * 160 + "x", "aa-" * 26, "1." * 40, "aa:" * 26, "1111111111111111 " * 20]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_notices_a_foreign_line_and_ends_in_good_time(name: str) -> None:
    import textfsm

    assert makers.template(name), "ntc-templates has it no more"
    fsm = textfsm.TextFSM(io.StringIO(makers.template(name)))
    for rules in fsm.states.values():
        for rule in rules:
            assert rule.line_op == "Error" or not rule.regex_obj.match("zq zq zq zq"), rule.regex
            for line in HOSTILE:
                if not makers.LONG_WORD.search(line):
                    begun = time.perf_counter()
                    rule.regex_obj.match(line)
                    assert time.perf_counter() - begun < 0.1, (rule.regex, line)
