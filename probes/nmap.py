"""nmap, by reservation: a connect scan of five ports of one host, for a second opinion on what is open.

nmap is a program of its own that daicho can only trust by its arguments, so these are fixed: connect scan
(-sT), no raw frame (--unprivileged), no ping, no ARP, no name look-up, one port at a time, four a second,
one repetition, and never version detection, OS detection or a script, which are what has printed
paper and stalled devices. Only where the scope grants SESSION to the host on an office network. Its
timeouts stay below the second after which the kernel would repeat a SYN.

The XML is read by python-nmap's PortScanner. Its constructor runs `nmap -V`; the one method that is wanted
needs nothing of what that prepares, so an object is made without it. python-nmap is GPL and may be absent from
a package of daicho: `missing()` tells.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from importlib.util import find_spec
from ipaddress import ip_address

from probes.model import Ask, Impact, ParseError, Probe, Reading, Reply, Target, Via, reading

PORTS = (135, 445, 3389, 5900, 8080)
"""Windows RPC, SMB, RDP, VNC, HTTP: what no probe of ours has asked, so that the budget bears both; none
prints, resets or obeys what connects."""
HOST_TIMEOUT = 20
WAIT = 25.0
LONGEST_XML = 64 * 1024

TEMPLATE = (
    "nmap", "-sT", "-Pn", "-n", "--unprivileged", "--disable-arp-ping", "--max-retries", "1",
    "--max-rtt-timeout", "900ms", "--initial-rtt-timeout", "900ms", "--host-timeout", f"{HOST_TIMEOUT}s",
    "--max-rate", "4", "--max-parallelism", "1", "-p", ",".join(map(str, PORTS)), "--no-stylesheet", "-oX", "-",
)  # fmt: skip
"""All arguments but the address; an IPv6 address has `-6` before it."""

PACKETS_A_PORT = 6
"""Two tries, the first answered too late: SYN, RST, SYN, ACK, RST, and one RST to a greeting on its way."""

OF_OTHERS = frozenset(
    {
        "nmap.up",  # by what it was found to be there: nmap's reason
        "nmap.mac",
        "nmap.hostname",
        "nmap.service",  # "tcp/22 ssh; OpenSSH; 9.6; protocol 2.0": port, name, product, version, what else was said
        "nmap.ostype",
        "nmap.device",
        "nmap.os",
    }
)
"""What only a scan that somebody else made can tell (agent/handed_over/nmap_xml.py): we never ask for it."""

DECLARATION = re.compile(rb'<\?xml version="1\.0" encoding="UTF-8"\?>')
MARKUP = re.compile(rb"<!(?!--|DOCTYPE nmaprun>)")


def missing() -> str:
    """Why nmap's output could not be read here; "" where it could."""
    return "" if find_spec("nmap") else "python-nmap is not installed"


def argv_for(host: str) -> tuple[str, ...]:
    """The command for one address. Raises ValueError where `host` is not exactly an IP address."""
    address = ip_address(host)
    if str(address) != host or "%" in host:
        raise ValueError(f"{host!r} is not an address in its usual spelling")
    return (*TEMPLATE, *(("-6",) if address.version == 6 else ()), host)


def allowed_argv(argv: Sequence[str]) -> bool:
    """Whether this is the template and one address, and nothing else."""
    try:
        return bool(argv) and tuple(argv) == argv_for(argv[-1])
    except ValueError:
        return False


def talk(target: Target) -> Generator[Ask, tuple[Reply, ...], list[Reading]]:
    command = "\n".join(argv_for(target.host)).encode()
    replies = yield Ask(Via.RUN, 0, command, WAIT)
    return [r for reply in replies for r in parse(reply.payload, target.host)]


def parse(xml: bytes, host: str) -> list[Reading]:
    """The open ports of `host` in nmap's XML, by number. Raises ParseError, also where it was cut short."""
    _check(xml)
    import nmap  # late: few runs have use for it

    scanner = nmap.PortScanner.__new__(nmap.PortScanner)  # without `nmap -V`, see above
    try:
        scan = scanner.analyse_nmap_xml_scan(xml)["scan"]
        ports = scan.get(host, {}).get("tcp", {})
        open_ports = sorted((int(p), str(d["name"] or "")) for p, d in ports.items() if d["state"] == "open")
    except (nmap.PortScannerError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ParseError(f"not nmap's XML ({type(error).__name__})") from error
    return [reading("nmap.open", f"tcp/{port} {name}".strip()) for port, name in open_ports if port in PORTS]


def _check(xml: bytes) -> None:
    """Before any XML parser sees it: nmap's own declarations and no others, so that nothing can be expanded."""
    if len(xml) > LONGEST_XML:
        raise ParseError(f"{len(xml)} bytes of XML for {len(PORTS)} ports")
    if not DECLARATION.match(xml) or b"\0" in xml:
        raise ParseError("no XML of nmap's")
    if MARKUP.search(xml) or xml.count(b"<!DOCTYPE") > 1:
        raise ParseError("XML with declarations that nmap does not write")


PROBE = Probe(
    name="nmap",
    impact=Impact.SESSION,
    fields=frozenset({"nmap.open", *OF_OTHERS}),
    ports=frozenset(("tcp", port) for port in PORTS),
    packets=len(PORTS) * PACKETS_A_PORT + 2,  # and the kernel's ARP question and answer
    summary="Runs nmap's connect scan of five ports on one host, only where the scope grants it a session.",
    talk=talk,
    suits=frozenset({"session"}),
)
