"""The form of a table of products: what a maker's MIB calls the thing at which sysObjectID points.

    = 207.1  Allied Telesis AT-PRODUCT-MIB
    14.109   x510-28GTX
    = 12356.101.1  Fortinet FORTINET-FORTIGATE-MIB
    644      FortiGate 60F  exact

(tabs between). A line with "=" begins a maker's part: where its products stand under 1.3.6.1.4.1, and which MIB of the
maker says so. The lines below it are products, each by its number under that arc. Such a number is often that of a
family or of a base model, so that it is a hint, heard where nothing else tells the model; with "exact" behind it, the
number was given to one product alone and is the name by which it is sold.

Products of one name become one rule.
"""

from __future__ import annotations

from collections.abc import Mapping

SUFFIX = "products.tsv"
READS = "snmp.sysObjectID"
ARC = "1.3.6.1.4.1"
EXACT = "exact"


class ProductsError(ValueError):
    """The table cannot be used; the message names the line."""


def rules_of(text: str, stem: str) -> Mapping[str, object]:
    """The table as a rule file has it (agent/rule_file.py).

    stem: of the file's name, with which the rules' ids begin.  Raises ProductsError.
    """
    found: dict[tuple[str, str, str, bool], list[str]] = {}
    seen: set[str] = set()
    arc = source = ""
    for place, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if cells[0].startswith("="):
            arc, source = cells[0].removeprefix("=").strip(), cells[-1]
            if not _is_arc(arc) or len(cells) != 2:
                raise ProductsError(f"line {place}: = arc and the MIB, with a tab between")
            continue
        if not arc or not _is_arc(cells[0]) or not all(cells) or cells[2:] not in ([], [EXACT]):
            raise ProductsError(f"line {place}: number, product and perhaps {EXACT!r}, with tabs between")
        number = f"{arc}.{cells[0]}"
        if number in seen:
            raise ProductsError(f"line {place}: {number} stands there twice")
        seen.add(number)
        found.setdefault((arc, source, cells[1], len(cells) > 2), []).append(number)
    return {
        "rule": [
            _rule(stem, numbers, name, source, exact) for (_, source, name, exact), numbers in found.items()
        ]
    }


def _is_arc(text: str) -> bool:
    return bool(text) and all(arc.isdecimal() for arc in text.split("."))


def _rule(stem: str, numbers: list[str], name: str, source: str, exact: bool) -> Mapping[str, object]:
    oids = [f"{ARC}.{number}" for number in numbers]
    return {
        "id": f"{stem}.{numbers[0].replace('.', '-')}",
        "reads": READS,
        "equals": oids,
        "says": {"model": name},
        "tier": "strong" if exact else "weak",
        "source": f"{source}: {numbers[0]}",
        "example": [{"text": oids[0], "gives": {"model": name}}],
        "counter": [{"text": f"{oids[0]}.99"}],
    }
