"""daicho.toml: how daicho runs by itself on a jump host. One file explains all of it.

```
scope = "scope.toml"            # beside this file; an absolute path elsewhere
ledgers = ["ledger.xlsx"]
runs = "/var/lib/daicho/runs"   # a folder for each run
store = "/var/lib/daicho/history.sqlite"
lang = "ja"                     # or en
places = "ports.csv"            # optional: which switch port is where
annotate = false                # a copy of each ledger with what was found
metrics = "/var/lib/prometheus/node-exporter/daicho.prom"   # optional

[keep]
runs = 50                       # the latest so many stay, and
days = 730                      # all that are younger

[notice]                        # optional: whom to tell of what is new
to = ["file:notice-url"]        # each file holds one address in Apprise's form: mailto://..., json://..., syslog://
quiet_days = 7                  # after so long without news, say that there is none
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("ja", "en")


class SettingsError(ValueError):
    """The file cannot be used; the message has every problem and the next step."""


@dataclass(frozen=True, slots=True)
class Keep:
    """What stays: the latest `runs`, and all younger than `days`. A run that is not whole stays too."""

    runs: int = 50
    days: int = 730


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths are absolute, or relative to where daicho.toml lies. notice_to: references to secrets, as in a scope."""

    scope: Path
    ledgers: tuple[Path, ...]
    runs: Path
    store: str
    lang: str = "ja"
    places: Path | None = None
    annotate: bool = False
    metrics: Path | None = None
    keep: Keep = Keep()
    notice_to: tuple[str, ...] = ()
    quiet_days: int = 7


TOP: Mapping[str, type] = {
    "scope": str, "ledgers": list, "runs": str, "store": str, "lang": str, "places": str, "annotate": bool,
    "metrics": str, "keep": dict, "notice": dict,
}  # fmt: skip
TABLES: Mapping[str, Mapping[str, type]] = {
    "keep": {"runs": int, "days": int},
    "notice": {"to": list, "quiet_days": int},
}
NEEDED = ("scope", "ledgers", "runs", "store")


def read_settings(path: Path) -> Settings:
    """Raises SettingsError with every problem of the file."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(
            f"{path}: {error.strerror}; give --config the settings of the regular run"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not TOML in UTF-8: {error}") from error
    if problems := list(_problems(table)):
        raise SettingsError(f"{path}: " + "; ".join(problems))
    here = path.resolve().parent
    keep, notice = table.get("keep", {}), table.get("notice", {})
    store = str(table["store"])
    return Settings(
        scope=here / table["scope"],
        ledgers=tuple(here / name for name in table["ledgers"]),
        runs=here / table["runs"],
        store=store if "://" in store else str(here / store),
        lang=table.get("lang", "ja"),
        places=here / table["places"] if "places" in table else None,
        annotate=table.get("annotate", False),
        metrics=here / table["metrics"] if "metrics" in table else None,
        keep=Keep(**keep),
        notice_to=tuple(_located(reference, here) for reference in notice.get("to", [])),
        quiet_days=notice.get("quiet_days", 7),
    )


def _located(reference: str, here: Path) -> str:
    form, _, where = reference.partition(":")
    return f"file:{here / where}" if form == "file" else reference


def _problems(table: Mapping[str, object]) -> list[str]:
    found = [f"{key} is missing" for key in NEEDED if key not in table]
    found += _wrong(table, TOP, "")
    for name, known in TABLES.items():
        part = table.get(name)
        if isinstance(part, dict):
            found += _wrong(part, known, f"{name}.")
            found += [f"{name}.{k} is below 1" for k, v in part.items() if type(v) is int and v < 1]
    for key, value in (("ledgers", table.get("ledgers")), ("notice.to", _to(table))):
        if isinstance(value, list) and not all(isinstance(one, str) and one for one in value):
            found.append(f"{key} is a list of texts")
    if table.get("ledgers") == []:
        found.append("ledgers is empty: the ledger protects, and a regular run needs one")
    if table.get("lang", "ja") not in LANGUAGES:
        found.append("lang is ja or en")
    to = _to(table)
    for reference in to if isinstance(to, list) else ():
        if isinstance(reference, str) and reference.partition(":")[0] not in ("env", "file", "credential"):
            found.append(
                "notice.to holds a password in clear: write the address into a file and name it as file:PATH, "
                "credential:NAME or env:NAME"
            )
    return found


def _to(table: Mapping[str, object]) -> object:
    notice = table.get("notice")
    return notice.get("to") if isinstance(notice, dict) else None


def _wrong(part: Mapping[str, object], known: Mapping[str, type], prefix: str) -> list[str]:
    found = [f"{prefix}{key} is unknown; known are {', '.join(known)}" for key in part if key not in known]
    for key, kind in known.items():
        if key in part and type(part[key]) is not kind:
            found.append(f"{prefix}{key} is no {WORD[kind]}")
    return found


WORD: Mapping[type, str] = {
    str: "text", list: "list", bool: "true or false", int: "whole number", dict: "table",
}  # fmt: skip
