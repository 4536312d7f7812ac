"""The one click group, `daicho`. Options are declared here; what they do is in commands/.

Nothing heavy is imported until a command needs it: `daicho --help` must answer at once on an old
laptop. Exit codes: 0 agree, 1 differences, 2 usage or bad input, 3 refused by the scope, 4 our
bug, 5 stopped before the end with what was found kept.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import click

from reconciler.commands.outcome import CommandError, Exit

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(exists=False, dir_okay=False, path_type=Path)
LANGUAGE = click.Choice(["ja", "en"])

scope_option = click.option(
    "--scope",
    type=FILE,
    default=Path("scope.toml"),
    show_default=True,
    help="The scope file: which networks, who authorised it, until when.",
)
out_option = click.option("--out", type=FOLDER, help="Folder for the documents; made if it is not there.")
language_option = click.option(
    "--lang", type=LANGUAGE, default="ja", show_default=True, help="Language of the report."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the document as JSON on stdout.")
verbose_option = click.option(
    "-v", "--verbose", is_flag=True, help="Tell on stderr what is done, step by step."
)
store_option = click.option(
    "--store",
    metavar="URL",
    help="Database that keeps the history, as an SQLAlchemy URL or a file name; the next run then tells what is new.",
)
rearmed_option = click.option(
    "--rearmed-by",
    metavar="NAME",
    default="",
    help="Who has looked at the device that fell silent, after the watch stopped a run, and lets sending go on.",
)
rules_option = click.option(
    "--rules",
    "folders",
    type=FOLDER,
    multiple=True,
    help="Folder of rules of your own, read after those that daicho brings. May be given more than once.",
)
places_option = click.option(
    "--places",
    type=FILE,
    help="CSV file of which switch port is where (switch, port, place); it outranks the switches' descriptions.",
)
ledger_option = click.option(
    "--ledger",
    "ledgers",
    type=FILE,
    multiple=True,
    help="Ledger file (.xlsx, .xls, .csv, .tsv). May be given more than once.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="daicho")
def daicho() -> None:
    """Tells a hospital what is really on its network, and where that differs from its ledger (台帳).

    Begin with `daicho demo`, which needs nothing but this machine. On a real network: `daicho init`
    drafts a scope for a person to confirm, and `daicho audit` does the rest.
    """


@daicho.command()
@click.option("--out", type=FILE, help="Write the draft to this file instead of stdout.")
def init(out: Path | None) -> None:
    """Draft a scope file from this host's interfaces, and check the host.

    The draft authorises nothing until a person has written in who allows it and until when.
    """
    from reconciler.commands.prepare import prepare

    prepare(out)


@daicho.command()
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
    from reconciler.commands.scan import scan as run

    return run(scope, ledgers, out, resume=resume, rearmed_by=rearmed_by, places=places, verbose=verbose)


@daicho.command()
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
    from reconciler.commands.scan import listen as run

    return run(scope, seconds, out, verbose=verbose)


@daicho.command("import")
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


@daicho.command()
@click.argument("findings", type=FILE)
@click.argument("ledgers", type=FILE, nargs=-1, required=True)
@json_option
@store_option
@language_option
def reconcile(findings: Path, ledgers: tuple[Path, ...], as_json: bool, store: str | None, lang: str) -> Exit:
    """Hold FINDINGS (findings.json) against one or more LEDGERS and say where they differ."""
    from reconciler.commands.compare import reconcile as run

    return run(findings, ledgers, as_json=as_json, store=store, lang=lang)


@daicho.command()
@click.argument("findings", type=FILE)
@click.argument("ledgers", type=FILE, nargs=-1, required=True)
@out_option
@store_option
@language_option
@click.option("--facility", default="", help="Name of the hospital, for the cover.")
def report(
    findings: Path, ledgers: tuple[Path, ...], out: Path | None, store: str | None, lang: str, facility: str
) -> Exit:
    """Write report.xlsx and report.html from FINDINGS and LEDGERS into --out (default: this folder)."""
    from reconciler.commands.compare import report as run

    return run(findings, ledgers, out or Path(), store=store, lang=lang, facility=facility)


@daicho.command()
@click.argument("findings", type=FILE)
@click.argument("ledgers", type=FILE, nargs=-1, required=True)
@click.option("--out", type=FOLDER, required=True, help="Folder for the copies; made if it is not there.")
@click.option("--comments", is_flag=True, help="Add a comment to each row that something is to be said of.")
@click.option(
    "--unsigned",
    is_flag=True,
    help="Add to a workbook with a digital signature too, which then holds no longer.",
)
@store_option
@language_option
def annotate(
    findings: Path,
    ledgers: tuple[Path, ...],
    out: Path,
    comments: bool,
    unsigned: bool,
    store: str | None,
    lang: str,
) -> Exit:
    """Write a copy of each of LEDGERS with what FINDINGS say of its rows, into --out.

    The copy is the very workbook with two sheets added: the result for each row, and rows to add for devices
    that no row explains. No cell of the ledger is changed. A ledger that is .xls or .csv gets a new .xlsx.
    """
    from reconciler.commands.annotate import annotate as run

    return run(findings, ledgers, out, comments=comments, unsigned=unsigned, store=store, lang=lang)


@daicho.command()
@scope_option
@ledger_option
@out_option
@click.option("--resume", is_flag=True, help="Go on with the audit in --out that was stopped.")
@rearmed_option
@places_option
@store_option
@language_option
@click.option("--annotate", is_flag=True, help="Write an annotated copy of each ledger too.")
@verbose_option
def audit(
    scope: Path,
    ledgers: tuple[Path, ...],
    out: Path | None,
    resume: bool,
    rearmed_by: str,
    places: Path | None,
    store: str | None,
    lang: str,
    annotate: bool,
    verbose: bool,
) -> Exit:
    """Do it all: read the ledger, look at the networks, reconcile, and write the report into --out."""
    from reconciler.commands.audit import audit as run

    return run(
        scope,
        ledgers,
        out,
        resume=resume,
        rearmed_by=rearmed_by,
        places=places,
        store=store,
        lang=lang,
        annotate=annotate,
        verbose=verbose,
    )


@daicho.command()
@out_option
@language_option
@click.option("--replay", is_flag=True, help="Do not raise networks; replay the recorded run.")
@verbose_option
def demo(out: Path | None, lang: str, replay: bool, verbose: bool) -> Exit:
    """Raise a small hospital inside this machine, audit it against a sample ledger, write the report.

    No packet can leave the machine: the hospital lives in network namespaces without a way out. Where
    they are not allowed, a recorded run is replayed instead.
    """
    from reconciler.commands.demo import demo as run

    return run(out, lang=lang, replay=replay, verbose=verbose)


@daicho.command()
@click.argument("host")
@click.option(
    "--run", "folder", type=FOLDER, default=Path(), show_default="this folder", help="Folder of the run."
)
@json_option
def why(host: str, folder: Path, as_json: bool) -> None:
    """Tell the story of one HOST (an IP or MAC address): what it was asked, what it said, what follows."""
    from reconciler.commands.story import why as run

    run(host, folder, as_json=as_json)


@daicho.group()
def ledger() -> None:
    """Commands about the hospital's own ledger."""


@ledger.command("read")
@click.argument("file", type=FILE)
@json_option
@click.option(
    "--columns", type=FILE, help="File that pins columns (default: FILE.columns.toml beside it, if there)."
)
@click.option(
    "--write-columns", type=FILE, help="Write the mapping that was found to this file, to correct it there."
)
def ledger_read(file: Path, as_json: bool, columns: Path | None, write_columns: Path | None) -> Exit:
    """Show how FILE is understood: each column and why, each row, and every problem with its place."""
    from reconciler.commands.ledgers import read as run

    return run(file, as_json=as_json, columns=columns, write_columns=write_columns)


@daicho.command()
@json_option
def probes(as_json: bool) -> None:
    """List what daicho can ask and hear: each protocol, what it costs a device, what it reads."""
    from reconciler.commands.catalogue import probes as run

    run(as_json=as_json)


@daicho.group()
def rules() -> None:
    """Commands about the rules by which devices are recognised."""


@rules.command("check")
@click.argument("folders", metavar="[FOLDER]...", type=FOLDER, nargs=-1)
def rules_check(folders: tuple[Path, ...]) -> Exit:
    """Check all rules, ours and those in each FOLDER, and print what to mend; 1 is returned if there is any.

    Each rule is held to its own examples and near misses, to the vocabulary, and against stealing
    another maker's examples.
    """
    from reconciler.commands.rules import check as run

    return run(folders)


@rules.command("try")
@click.argument("field")
@click.argument("value")
@rules_option
@json_option
def rules_try(field: str, value: str, folders: tuple[Path, ...], as_json: bool) -> Exit:
    """Show which rules speak where FIELD reads VALUE, and what they say.

    For example: daicho rules try snmp.sysDescr "Cisco IOS Software, ...".
    """
    from reconciler.commands.rules import try_rules as run

    return run(field, value, folders, as_json=as_json)


@daicho.command()
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True))
@rules_option
def identify(file: Path, folders: tuple[Path, ...]) -> Exit:
    """Say what devices are from evidence that was gathered already; nothing is sent.

    FILE has one JSON object a line, {"id": ..., "evidence": [{"field": ..., "value": ...}]}; "-" is
    stdin. For each, one line is printed with class, vendor, model, os, version, serial ("" where
    unknown), the services, and which rule said so because of what.
    """
    from reconciler.commands.identify import identify as run

    return run(file, folders)


@daicho.command()
def stop() -> None:
    """End all sending of this user's runs within a second. What was found is kept."""
    from reconciler.commands.scan import stop as run

    run()


def main() -> None:
    """Entry point: maps every way of ending to an exit code; an uncaught exception is ours, and says so."""
    try:
        code = daicho(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.USAGE)
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(Exit.STOPPED)
    except CommandError as error:
        click.echo(str(error), err=True)
        sys.exit(error.code)
    except BrokenPipeError:
        sys.exit(Exit.AGREE)
    except Exception:  # noqa: BLE001 - the last resort: a fault of ours must not look like a finding
        traceback.print_exc()
        click.echo(
            "This is a fault of daicho, not of your network or ledger. Please report the lines above.",
            err=True,
        )
        sys.exit(Exit.BUG)
    sys.exit(code if isinstance(code, int) else Exit.AGREE)
