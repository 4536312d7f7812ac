"""Commands that look at networks, or read what others recorded of them.

Those that send or listen give up their raw right first of all: the process that keeps it is then small, for it holds
what was imported until then.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from reconciler.cli.options import (
    FILE,
    FOLDER,
    alone,
    as_of_option,
    language_option,
    ledger_option,
    out_option,
    patience_option,
    places_option,
    rearmed_option,
    required_option,
    scope_option,
    store_option,
    verbose_option,
)
from reconciler.commands.outcome import Exit
from reconciler.commands.right import step_down


@click.command()
@click.option("--out", type=FILE, help="Write the draft to this file instead of stdout.")
def init(out: Path | None) -> None:
    """Draft a scope file from this host's interfaces, and check the host.

    The draft authorises nothing until a person has written in who allows it and until when.
    """
    from reconciler.commands.prepare import prepare

    prepare(out)


@click.command()
@scope_option
@ledger_option
@out_option
@click.option("--resume", is_flag=True, help="Go on with the run in --out that was stopped.")
@rearmed_option
@places_option
@verbose_option
def scan(
    scope: Path,
    ledgers: tuple[Path, ...],
    out: Path | None,
    resume: bool,
    rearmed_by: str,
    places: Path | None,
    verbose: bool,
) -> Exit:
    """Look at the networks of the scope and write findings.json (to stdout, or into --out).

    A ledger given here is read first and protects what it declares; without one, nothing does.
    """
    step_down()
    from reconciler.commands.scan import scan as run

    return run(scope, ledgers, out, resume=resume, rearmed_by=rearmed_by, places=places, verbose=verbose)


@click.command()
@scope_option
@click.option(
    "--out",
    type=FOLDER,
    required=True,
    help="Folder for the run; made if it is not there, never overwritten.",
)
@click.option(
    "--for",
    "seconds",
    type=click.FloatRange(1),
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to listen.",
)
@verbose_option
def listen(scope: Path, out: Path, seconds: float, verbose: bool) -> Exit:
    """Hear what passes on the networks of the scope, for a while, and send nothing at all.

    Needs the right to packet sockets. On a mirror port of a switch it hears most; elsewhere, what devices say
    to everyone. Writes findings.json into --out; only what says what a device is, is kept.
    """
    step_down()
    from reconciler.commands.scan import listen as run

    return run(scope, seconds, out, verbose=verbose)


@click.command("import")
@click.argument("files", metavar="FILE...", type=FILE, nargs=-1, required=True)
@scope_option
@click.option(
    "--out",
    type=FOLDER,
    required=True,
    help="Folder for the run; made if it is not there, never overwritten.",
)
@click.option("--site", default="", help="Site of the scope that the files are of, if it has more than one.")
@verbose_option
def import_(files: tuple[Path, ...], scope: Path, out: Path, site: str, verbose: bool) -> Exit:
    """Read recordings and files that a site hands over, and write findings.json into --out.

    \b
    Recordings: pcap and pcapng, also packed with gzip.
    Switches and routers, of most makers: show ip arp, show ipv6 neighbors, show mac address-table, show lldp or
      cdp neighbors detail, show interfaces status or description; also a whole console log of them.
    Computers: arp -a (Windows, Unix), ip neigh, netsh interface ipv4 show neighbors.
    DHCP servers: dhcpd.leases, Kea (CSV, JSON), dnsmasq.leases, Windows (Export-Csv, netsh, exported XML).
    Scans of others: nmap -oX (also one that was cut short), arp-scan, fping.

    What a file is, is told by its content. Nothing is sent and no right is needed. Only addresses inside the
    scope's networks are kept; of packets only what says what a device is and with whom it speaks; never a patient's
    data. Every line that is not understood is counted and told. A time without a zone is taken to be of the
    scope's zone ([hours] zone, else Japan's).
    """
    from reconciler.commands.listening import import_files

    return import_files(files, scope, out, site=site, verbose=verbose)


@click.command()
@click.option(
    "--config",
    type=FILE,
    help="Settings of a regular run (daicho.toml), as a timer begins it; the other options are then not given.",
)
@scope_option
@ledger_option
@out_option
@click.option("--resume", is_flag=True, help="Go on with the audit in --out that was stopped.")
@rearmed_option
@places_option
@store_option
@as_of_option
@required_option
@patience_option
@language_option
@click.option("--annotate", is_flag=True, help="Write an annotated copy of each ledger too.")
@verbose_option
@click.pass_context
def audit(
    context: click.Context,
    config: Path | None,
    scope: Path,
    ledgers: tuple[Path, ...],
    out: Path | None,
    resume: bool,
    rearmed_by: str,
    places: Path | None,
    store: str | None,
    as_of: date | None,
    required: Path | None,
    patience: Path | None,
    lang: str,
    annotate: bool,
    verbose: bool,
) -> Exit:
    """Do it all: read the ledger, look at the networks, reconcile, and write the report into --out."""
    step_down()
    if config is not None:
        from reconciler.commands.audit import audit_regularly

        if as_of is not None:
            raise click.UsageError("a regular run is of its own day; give --as-of to `daicho report`")
        alone(context, "config", "rearmed_by", "verbose")
        return audit_regularly(config, rearmed_by=rearmed_by, verbose=verbose)
    from reconciler.commands.audit import audit as run

    return run(
        scope,
        ledgers,
        out,
        resume=resume,
        rearmed_by=rearmed_by,
        places=places,
        store=store,
        required=required,
        patience=patience,
        lang=lang,
        annotate=annotate,
        as_of=as_of,
        verbose=verbose,
    )


@click.command()
@click.option(
    "--out", type=FOLDER, help="Folder of the run to stop; needed where daicho is started from a stick."
)
def stop(out: Path | None) -> None:
    """End all sending of this user's runs within a second. What was found is kept."""
    from reconciler.commands.stopping import stop as run

    run(out)


@click.command()
@out_option
@as_of_option
@language_option
@click.option("--replay", is_flag=True, help="Do not raise networks; replay the recorded run.")
@verbose_option
def demo(out: Path | None, as_of: date | None, lang: str, replay: bool, verbose: bool) -> Exit:
    """Raise a small hospital inside this machine, audit it against a sample ledger, write the report.

    No packet can leave the machine: the hospital lives in network namespaces without a way out. Where
    they are not allowed, a recorded run is replayed instead.
    """
    from reconciler.commands.demo import demo as run

    return run(out, lang=lang, replay=replay, verbose=verbose, as_of=as_of)


COMMANDS = (init, scan, listen, import_, audit, stop, demo)
