"""Maker and model that stand in one cell, cut where the name of the maker ends. Pure."""

from __future__ import annotations

import re

from reconciler.ledger import normalise

_LONGER = re.compile(
    r"(工業|製作所|電機|電子|電気|医科|精機|化学|薬品|商会|産業|エレクトロニクス|ヘルスケア|メディカル|メディックス|システムズ?|ジャパン|テクノロジーズ?"
    r"|マーケティング|ビジネス|ソリューションズ?|ホールディングス|グループ|インダストリーズ?|コーポレーション|\(株\)|株式会社)+(?=$|[\s/,、:|・A-Za-z0-9(])"
)
"""What lengthens the name of a maker: 日本光電工業, オムロンヘルスケア."""


def split_maker(plain: str, makers: tuple[str, ...]) -> tuple[str, str, bool]:
    """Maker, model, and whether that is certain: by a maker whose name we know, or by a sign between."""
    bare = normalise.company(plain)
    for maker in makers:
        for form in (f"株式会社{maker}", f"{maker}株式会社", maker):
            if bare.casefold().startswith(form.casefold()) and _ends_there(bare, form):
                end = len(form) + (more.end() if (more := _LONGER.match(bare[len(form) :])) else 0)
                return bare[:end], bare[end:].strip(" -/,、:|・"), True
    for sign in ("/", "、", ",", "|", ":"):
        left, found, right = plain.partition(sign)
        if found and left.strip() and right.strip():
            return left.strip(), right.strip(), True
    left, found, right = plain.partition(" ")
    return (left, right.strip(), False) if found else ("", plain, False)


def _ends_there(plain: str, maker: str) -> bool:
    after = plain[len(maker) : len(maker) + 1]
    return not (after.isascii() and after.isalpha() and maker[-1].isascii() and maker[-1].isalpha())
