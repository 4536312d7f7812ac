"""nmap: nothing but the template may be run, and nothing but nmap's own XML is read."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from agent.limits import CLASS_PORTS, DENIED_PORTS, HOST_BUDGETS, NEIGHBOUR_PACKETS
from agent.scope import Care
from probes import nmap
from probes.model import Ask, Impact, ParseError, Reading, Target, Via

HOST = "192.0.2.10"
COMMAND = nmap.argv_for(HOST)

XML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<!-- nmap -->
<nmaprun scanner="nmap" args="nmap"><host><status state="up" reason="user-set"/>
<address addr="192.0.2.10" addrtype="ipv4"/><ports>
<port protocol="tcp" portid="3389"><state state="open" reason="syn-ack"/><service name="ms-wbt-server"/></port>
<port protocol="tcp" portid="445"><state state="open" reason="syn-ack"/><service name="microsoft-ds"/></port>
<port protocol="tcp" portid="8080"><state state="open" reason="syn-ack"/></port>
<port protocol="tcp" portid="5900"><state state="filtered" reason="no-response"/><service name="vnc"/></port>
<port protocol="tcp" portid="9100"><state state="open" reason="syn-ack"/><service name="jetdirect"/></port>
</ports></host>
<runstats><finished timestr="" elapsed="1"/><hosts up="1" down="0" total="1"/></runstats></nmaprun>
"""


def test_the_whole_command() -> None:
    assert " ".join(COMMAND) == (
        "nmap -sT -Pn -n --unprivileged --disable-arp-ping --max-retries 1 --max-rtt-timeout 900ms"
        " --initial-rtt-timeout 900ms --host-timeout 20s --max-rate 4 --max-parallelism 1"
        " -p 135,445,3389,5900,8080 --no-stylesheet -oX - 192.0.2.10"
    )
    assert nmap.argv_for("2001:db8::5")[-2:] == ("-6", "2001:db8::5")


def test_nothing_that_has_hurt_devices_is_in_it() -> None:
    harmful = ("-sV", "-O", "-A", "-sC", "--script", "-sS", "-sU", "-iL", "-oN", "-T", "--min-rate")
    assert not [a for a in COMMAND if a.startswith(harmful)]
    assert not set(nmap.PORTS) & (DENIED_PORTS | set(CLASS_PORTS))


@pytest.mark.parametrize("host", [HOST, "10.0.0.1", "2001:db8::5", "fe80::1"])
def test_the_template_with_one_address_is_allowed(host: str) -> None:
    assert nmap.allowed_argv(nmap.argv_for(host))
    assert nmap.allowed_argv(list(nmap.argv_for(host)))


@pytest.mark.parametrize(
    ("meaning", "argv"),
    [
        ("nothing", []),
        ("an address alone", [HOST]),
        ("no address", COMMAND[:-1]),
        ("a network", (*COMMAND[:-1], "192.0.2.0/24")),
        ("a range", (*COMMAND[:-1], "192.0.2.1-254")),
        ("a name", (*COMMAND[:-1], "pacs.example")),
        ("a second address", (*COMMAND, "192.0.2.11")),
        ("an address in another spelling", (*COMMAND[:-1], "2001:DB8::5")),
        ("an address with leading zeros", (*COMMAND[:-1], "192.0.2.010")),
        ("a zone that could be anything", (*nmap.argv_for("fe80::1")[:-1], "fe80::1%--script=x")),
        ("IPv6 without its option", (*COMMAND[:-1], "2001:db8::5")),
        ("IPv4 with IPv6's option", (*COMMAND[:-1], "-6", HOST)),
        ("another program", ("/tmp/nmap", *COMMAND[1:])),
        ("an option more", (*COMMAND[:-1], "-sV", HOST)),
        ("an option less", (*COMMAND[:1], *COMMAND[2:])),
        ("a port more", tuple(a.replace("8080", "8080,9100") for a in COMMAND)),
        ("options in another order", (COMMAND[0], *COMMAND[2:-1], COMMAND[1], HOST)),
    ],
)
def test_anything_else_is_not(meaning: str, argv: list[str]) -> None:
    assert not nmap.allowed_argv(argv)


@pytest.mark.parametrize("host", ["pacs.example", "192.0.2.0/24", "192.0.2.10\n-sV", "", "-oN"])
def test_no_command_is_made_for_what_is_no_address(host: str) -> None:
    with pytest.raises(ValueError):
        nmap.argv_for(host)


def test_one_ask_that_the_wire_accepts() -> None:
    ask = next(nmap.talk(Target(HOST, 1)))
    assert isinstance(ask, Ask)
    assert ask.via is Via.RUN
    assert tuple(ask.payload.decode().split("\n")) == COMMAND
    assert ask.wait > nmap.HOST_TIMEOUT


def test_the_reservation_fits_into_an_office_budget() -> None:
    assert nmap.PROBE.impact is Impact.SESSION
    assert nmap.PROBE.packets + NEIGHBOUR_PACKETS <= HOST_BUDGETS[Care.OFFICE].packets


def test_open_ports_by_number_and_none_that_was_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_program(*_: object, **__: object) -> None:
        raise AssertionError("python-nmap wants to run nmap")

    monkeypatch.setattr(subprocess, "Popen", no_program)
    assert nmap.parse(XML.encode(), HOST) == [
        Reading("nmap.open", "tcp/445 microsoft-ds"),
        Reading("nmap.open", "tcp/3389 ms-wbt-server"),
        Reading("nmap.open", "tcp/8080"),
    ]


def test_another_hosts_ports_are_not_this_ones() -> None:
    assert nmap.parse(XML.encode(), "192.0.2.11") == []


@pytest.mark.parametrize(
    ("meaning", "xml"),
    [
        ("nothing", ""),
        ("no XML", "nmap: command not found\n"),
        ("cut short", XML[:700]),
        ("no result", '<?xml version="1.0" encoding="UTF-8"?>\n<nmaprun/>'),
        ("a port that is no number", XML.replace('"445"', '"ssh"')),
        ("a port without state", XML.replace('<state state="filtered" reason="no-response"/>', "")),
        ("an entity", XML.replace("nmaprun>", 'nmaprun [<!ENTITY a "b">]>', 1)),
        ("an external DTD", XML.replace("nmaprun>", 'nmaprun SYSTEM "file:///etc/passwd">', 1)),
        ("a DOCTYPE of another name", XML.replace("nmaprun>", "html>", 1)),
        ("two DOCTYPEs", XML.replace("<!DOCTYPE nmaprun>", "<!DOCTYPE nmaprun>" * 2)),
        ("CDATA", XML.replace("<!-- nmap -->", "<nmaprun><![CDATA[x]]></nmaprun>")),
        ("another encoding, where declarations could hide", XML.replace("UTF-8", "cp037", 1)),
        ("bytes that are no UTF-8", XML.replace("ms-wbt-server", "\udcff")),
        ("too long", XML + " " * nmap.LONGEST_XML),
    ],
)
def test_what_is_not_nmaps_is_refused(meaning: str, xml: str) -> None:
    with pytest.raises(ParseError):
        nmap.parse(xml.encode("utf-8", "surrogateescape"), HOST)


def test_xml_in_utf_16_is_refused() -> None:
    with pytest.raises(ParseError):
        nmap.parse(XML.replace("UTF-8", "UTF-16").encode("utf-16"), HOST)


ALONE = ("unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
"""In a network namespace of its own, with nothing but a loopback."""


def test_the_installed_nmap_takes_the_template() -> None:
    if not shutil.which("nmap") or not shutil.which("unshare"):
        pytest.skip("nmap or unshare is not installed")
    if subprocess.run([*ALONE, "true"], capture_output=True).returncode:
        pytest.skip("network namespaces are not allowed here")
    run = subprocess.run([*ALONE, *nmap.argv_for("127.0.0.1")], capture_output=True, timeout=30)
    assert run.returncode == 0
    assert run.stderr == b""
    assert nmap.parse(run.stdout, "127.0.0.1") == []
    assert b'services="135,445,3389,5900,8080"' in run.stdout
