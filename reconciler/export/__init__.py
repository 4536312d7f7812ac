"""What was found, in the forms of other programs. One module a form, each with its FORMAT; a new one edits no other."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from reconciler.export.inventory import Format


def formats() -> dict[str, Format]:
    """Name -> form, sorted by name."""
    found = (getattr(import_module(f"{__name__}.{m.name}"), "FORMAT", None) for m in iter_modules(__path__))
    return {form.name: form for form in sorted((f for f in found if f is not None), key=lambda f: f.name)}
