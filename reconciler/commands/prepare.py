"""`daicho init`: a draft scope from this host's interfaces, and a look at the host itself."""

from __future__ import annotations

from datetime import date, timedelta
from ipaddress import IPv4Interface
from pathlib import Path

import click

from agent.host import HostCheck, LocalInterface, check, gateways, interfaces, portable
from agent.signed import fingerprint
from agent.signing import KEY_FILE, SigningError
from reconciler.commands.documents import write_new
from reconciler.commands.outcome import CommandError
from reconciler.commands.state import signer, usable_state

HEAD = """\
# What daicho may look at. Nothing is sent until a person has confirmed this file: fill in what is empty,
# take out networks that are not yours to look at, and mark each with the care that it needs:
#   bedside   ARP and listening only (wards with patients' devices, ICU, theatres)
#   clinical  the default: unknown devices are left alone unless ask_unknown = true
#   office    offices, servers, printers
# Addresses, networks, MACs and makers' blocks that must never be touched, whatever else is said here:
never = []

# The hospital's name, for the report's cover.
facility = ""

[authorisation]
by = ""                  # who authorised this; empty means that nothing may be sent
role = ""                # for example 医療情報システム安全管理責任者
clinical_engineer = ""   # whom to ask about medical devices
contact = ""             # whom to call if anything seems wrong
until = {until}       # the last day on which sending is allowed

[hours]
zone = "Asia/Tokyo"
allow = []               # for example ["22:00-05:00"]; empty means at any time
blackout = []            # for example ["2026-12-29..2027-01-03"]
"""

NETWORK = """
[[network]]              # interface {name}: this host is {address}{gateway}
cidr = "{cidr}"
name = "{cidr}"
care = "clinical"
ask_unknown = false
listen_for = 60          # seconds of listening before anything is sent there
"""

SNMP = """
# SNMP is asked only with a credential given here. A secret is never written in this file:
# env:NAME, file:PATH (mode 600) or credential:NAME. A `devices` community travels in clear to every
# host of the networks that name it, also to one that only pretends to be yours.
# [snmp.switches]
# kind = "infrastructure"
# version = "3"
# user = "daicho"
# secret = "file:/etc/daicho/snmp-auth"
# privacy_secret = "file:/etc/daicho/snmp-privacy"
# hosts = ["192.0.2.1"]
"""


def prepare(out: Path | None) -> None:
    _tell_key()
    found = interfaces()
    text = draft(found, gateways(), date.today() + timedelta(days=30))  # noqa: DTZ011 - a day on the wall
    for line in check():
        _tell(line)
    if not [i for i in found if isinstance(i.address, IPv4Interface)]:
        click.echo(
            "no IPv4 interface but loopback was found: write the [[network]] entries by hand", err=True
        )
    if out is None:
        click.echo(text, nl=False)
        return
    write_new(out, text)
    click.echo(
        f"{out}: a draft. A person must now fill in [authorisation] by, and read every network.", err=True
    )


def draft(found: tuple[LocalInterface, ...], gateway_of: dict[str, str], until: date) -> str:
    """The draft's text; pure, for what it is given."""
    parts = [HEAD.format(until=until.isoformat())]
    for interface in found:
        if isinstance(interface.address, IPv4Interface) and not interface.address.ip.is_link_local:
            gateway = gateway_of.get(interface.name, "")
            parts.append(
                NETWORK.format(
                    name=interface.name,
                    address=interface.address.ip,
                    gateway=f", gateway {gateway}" if gateway else "",
                    cidr=interface.address.network,
                )
            )
    return "".join([*parts, SNMP])


def _tell_key() -> None:
    """The key that signs what this machine says, made where there is none."""
    if portable():
        click.echo("ok   signing key: each audit has one of its own, which is kept nowhere", err=True)
        return
    state = usable_state()
    try:
        made = fingerprint(signer().public)
    except (SigningError, OSError) as error:
        raise CommandError(f"the key that signs accounts and seals cannot be used: {error}") from error
    click.echo(f"ok   signing key: {state / KEY_FILE}", err=True)
    click.echo(f"     its fingerprint, to be noted on paper: {made}", err=True)


def _tell(line: HostCheck) -> None:
    click.echo(f"{'ok  ' if line.good else 'note'} {line.what}: {line.found}", err=True)
    if line.advice:
        click.echo(f"     {line.advice}", err=True)
