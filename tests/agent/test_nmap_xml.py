"""nmap's XML of a scan that others made: who answered, what is open; hostile and cut-short files."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from agent.handed_over import recognise
from agent.handed_over.rows import Sheet
from agent.identify import identify
from agent.rules import load_rules
from probes.model import Evidence, ParseError

A = "00:1b:21:10:00:07"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<?xml-stylesheet href="file:///usr/share/nmap/nmap.xsl" type="text/xsl"?>
<nmaprun scanner="nmap" args="nmap -sV -O -oX scan.xml 192.0.2.0/24" start="1795140000" version="7.94" xmloutputversion="1.05">
"""


def host(
    ip: str = "192.0.2.7", state: str = "up", reason: str = "arp-response", mac: str = A, inside: str = ""
) -> str:
    adapter = f'<address addr="{mac}" addrtype="mac" vendor="Acme"/>' if mac else ""
    return (
        f'<host starttime="1795140100" endtime="1795140200"><status state="{state}" reason="{reason}"/>'
        f'<address addr="{ip}" addrtype="ipv4"/>{adapter}{inside}</host>\n'
    )


SSH = (
    '<ports><port protocol="tcp" portid="22"><state state="open" reason="syn-ack"/>'
    '<service name="ssh" product="OpenSSH" version="9.6p1"'
    ' extrainfo="protocol 2.0" ostype="Linux" method="probed" conf="10"/></port>'
    '<port protocol="tcp" portid="9100"><state state="open" reason="syn-ack"/>'
    '<service name="jetdirect" method="table" conf="3"/></port>'
    '<port protocol="tcp" portid="23"><state state="closed" reason="reset"/></port></ports>'
    '<hostnames><hostname name="ws-1.hospital.example" type="PTR"/></hostnames>'
    '<os><osmatch name="Linux 4.15 - 5.8" accuracy="100" line="1"/><osmatch name="Linux 2.6" accuracy="90" line="2"/></os>'
)


def read(text: str) -> Sheet:
    return recognise.read(text.encode(), "f", ZoneInfo("UTC"))


def told(sheet: Sheet) -> list[tuple[str, str]]:
    return [(r.field, r.value) for _, r in sheet.tells]


def test_a_host_with_its_services() -> None:
    sheet = read(HEAD + host(inside=SSH) + "</nmaprun>\n")
    assert told(sheet) == [
        ("nmap.up", "arp-response"),
        ("nmap.mac", A),
        ("nmap.hostname", "ws-1.hospital.example"),
        ("nmap.open", "tcp/22 ssh"),
        ("nmap.service", "tcp/22 ssh; OpenSSH; 9.6p1; protocol 2.0"),
        ("nmap.ostype", "Linux"),
        ("nmap.open", "tcp/9100 jetdirect"),
        ("nmap.os", "Linux 4.15 - 5.8"),
    ]
    assert (sheet.rows[0].at, sheet.notes) == (1795140200.0, [])


def test_it_becomes_a_device_with_services() -> None:
    sheet = read(HEAD + host(inside=SSH) + "</nmaprun>\n")
    (device,) = identify(
        [
            Evidence("main", r.host, probe, r.field, r.value, "2026-11-20T00:00:00.000Z")
            for probe, r in sheet.tells
        ],
        load_rules(),
    )
    assert [(s.port, s.protocol, s.product, s.version) for s in device.services] == [
        (22, "ssh", "OpenSSH", "9.6p1"), (9100, "jetdirect", "", "")
    ]  # fmt: skip
    assert (device.best("os"), device.hostnames, device.macs) == ("Linux", ("ws-1",), (A,))


@pytest.mark.parametrize(
    ("meaning", "text", "is_there"),
    [
        ("down", host(state="down", reason="no-response"), False),
        ("taken as up, never answered", host(reason="user-set", mac=""), False),
        ("taken as up, and a port answered", host(reason="user-set", mac="", inside=SSH), True),
        ("answered an echo", host(reason="echo-reply", mac=""), True),
        ("a group", host(ip="224.0.0.1"), False),
    ],
)
def test_who_counts_as_there(meaning: str, text: str, is_there: bool) -> None:
    assert bool(told(read(HEAD + text + "</nmaprun>"))) == is_there


@pytest.mark.parametrize("cut", [1, 12, 40, 200, 330])
def test_a_file_cut_short_is_kept_up_to_there(cut: int) -> None:
    whole = HEAD + host("192.0.2.7", inside=SSH) + host("192.0.2.8", inside=SSH)
    sheet = read(whole[:-cut])
    assert {r.host for _, r in sheet.tells} == {"192.0.2.7", "192.0.2.8"}
    assert "breaks off" in sheet.notes[0]


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (
            "entities",
            '<?xml version="1.0"?><!DOCTYPE nmaprun [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nmaprun>&b;</nmaprun>',
        ),
        (
            "a document type from elsewhere",
            '<?xml version="1.0"?><!DOCTYPE nmaprun SYSTEM "file:///etc/passwd"><nmaprun/>',
        ),
        ("elements without end", HEAD + "<host>" * 40),
        ("another kind of XML", '<?xml version="1.0"?><report xmlns="x"><nmaprun/></report>'),
        ("nothing of nmap's", '<?xml version="1.0"?><html></html>'),
    ],
)
def test_hostile_xml_is_refused(meaning: str, text: str) -> None:
    with pytest.raises(ParseError):
        read(text)


def test_text_that_would_drive_a_terminal_is_cleaned() -> None:
    names = '<hostnames><hostname name="a&#x9;=cmd()" type="PTR"/></hostnames>'
    assert ("nmap.hostname", "a =cmd()") in told(read(HEAD + host(inside=names) + "</nmaprun>"))


def test_a_box_that_answers_for_every_port_is_told_and_not_listed() -> None:
    ports = "".join(
        f'<port protocol="tcp" portid="{n}"><state state="open" reason="syn-ack"/></port>'
        for n in range(1, 1001)
    )
    found = told(read(HEAD + host(inside=f"<ports>{ports}</ports>") + "</nmaprun>"))
    assert sum(field == "nmap.open" for field, _ in found) == 200
    assert ("nmap.up", "1000 ports seem open: something answers for every port") in found


def test_fping() -> None:
    sheet = recognise.read(b"192.0.2.7 is alive (0.21 ms)\n192.0.2.9 is unreachable\n", "f", ZoneInfo("UTC"))
    assert [(r.host, r.field, r.value) for _, r in sheet.tells] == [("192.0.2.7", "icmp.echo", "reply")]


def test_a_bare_list_of_addresses_says_nothing() -> None:
    with pytest.raises(ParseError, match="none of the files"):
        read("192.0.2.7\n192.0.2.8\n")
