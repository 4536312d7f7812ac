"""Maker and model that stand in one cell, cut where the name of the maker ends. Pure."""

from __future__ import annotations

from reconciler.ledger import normalise


def split_maker(plain: str, makers: tuple[str, ...]) -> tuple[str, str, bool]:
    """Maker, model, and whether that is certain: by a maker whose name we know, or by a sign between."""
    bare = normalise.company(plain)
    for maker in makers:
        for form in (maker, f"株式会社{maker}", f"{maker}株式会社"):
            if bare.casefold().startswith(form.casefold()) and _ends_there(bare, form):
                return bare[: len(form)], bare[len(form) :].strip(" -/,、:|・"), True
    for sign in ("/", "、", ",", "|", ":"):
        left, found, right = plain.partition(sign)
        if found and left.strip() and right.strip():
            return left.strip(), right.strip(), True
    left, found, right = plain.partition(" ")
    return (left, right.strip(), False) if found else ("", plain, False)


def _ends_there(plain: str, maker: str) -> bool:
    after = plain[len(maker) : len(maker) + 1]
    return not (after.isascii() and after.isalpha() and maker[-1].isascii() and maker[-1].isalpha())
