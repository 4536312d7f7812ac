"""What a ledger row declares a device to be, as far as the gate must know it before anything is sent."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from reconciler.ledger.asset import Asset
from reconciler.words import words


@cache
def _kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = tomllib.loads(Path(__file__).with_name("declared.toml").read_text(encoding="utf-8"))
    return tuple((row["kind"], tuple(row["words"])) for row in table["kind"])


def declared_class(asset: Asset) -> tuple[str, str]:
    """(class, kind) of the vocabulary, "" for what the row does not say. A medical word outranks all others.

    The maker's and the medical column count as well: a row with a medical id is a medical device. A medical word
    protects in a column that nobody could read, too; only what the row is said to be makes it anything else.
    """
    text = unicodedata.normalize("NFKC", " ".join((asset.kind, asset.name, asset.model))).casefold()
    other = unicodedata.normalize("NFKC", " ".join((asset.hostname, *asset.kept.values()))).casefold()
    for kind, listed in _kinds():
        if any(word in text or word in other for word in listed):
            return ("network" if kind == "serial-device-server" else "medical"), kind
    if asset.medical_id:
        return "medical", ""
    found = words().class_words.findall(text)
    return (words().classes[found[-1]], "") if found else ("", "")


LOWEST_PORT = 80
"""Below it a number beside "port" is most often a port of a switch."""
_PORT = re.compile(
    r"(?<![a-zァ-ヶ])(?:tcp/|(?:tcp\s*)?(?:ポート|port)(?:\s*(?:番号|no\.?))?\s*[:=]?\s*)(\d{2,5})(?!\d)",
    re.IGNORECASE,
)
_SWITCH = re.compile(r"(?:スイッチ|hub|ハブ|sw\d*|スロット|lan)[^、。,;\n]{0,12}\Z", re.IGNORECASE)


def declared_ports(asset: Asset) -> tuple[int, ...]:
    """TCP ports that the row names for the device: 「ポート4242」, "TCP/11112", "port: 8080"; never a switch's."""
    cells = (asset.software, asset.software_version, asset.remote_maintenance, asset.note, asset.name)
    text = unicodedata.normalize("NFKC", "\n".join(cells))
    found = (
        int(hit[1])
        for hit in _PORT.finditer(text)
        if LOWEST_PORT <= int(hit[1]) < 65536 and not _SWITCH.search(text[: hit.start()])
    )
    return tuple(dict.fromkeys(found))
