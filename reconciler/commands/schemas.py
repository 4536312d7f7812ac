"""`daicho schema`: prints a schema file of one of the rooms as it stands, so that what is published is what is tested."""

from __future__ import annotations

import json
from importlib.resources import files
from importlib.resources.abc import Traversable

import click

from reconciler.commands.outcome import CommandError

ROOMS = ("agent", "reconciler")
FOLDER = "schemas"
"""In each room: NAME.json describes one document; a new file there is a new name here."""


def schema(name: str) -> None:
    found = schemas()
    if not name:
        for known, file in found.items():
            click.echo(f"{known:<16} {json.loads(file.read_text(encoding='utf-8'))['title']}")
        return
    if name not in found:
        raise CommandError(f"no document is called {name!r}; there are {', '.join(found)}")
    click.echo(found[name].read_text(encoding="utf-8"), nl=False)


def schemas() -> dict[str, Traversable]:
    """Name -> its file, sorted by name."""
    listed = (file for room in ROOMS for file in files(room).joinpath(FOLDER).iterdir())
    return {
        f.name.removesuffix(".json"): f
        for f in sorted(listed, key=lambda f: f.name)
        if f.name.endswith(".json")
    }
