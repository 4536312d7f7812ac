"""Inquiries to vendors (照会票): for each the devices that are its own, what was seen of them, and what it is asked.

A letter leaves the hospital. So it is built from a short list of fields about this vendor's devices, and
never from the report's sentences: nothing of another vendor, no finding, no name of a person. A value in
which the name of a member of staff occurs is left out and said to be. What goes to no vendor (nobody
known, other hardware in its place, retired) is listed with the reason, for the hospital alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agent.device import Device, Tier
from reconciler.houses import makers
from reconciler.ledger.asset import Asset
from reconciler.ledger.normalise import company as with_form
from reconciler.ledger.normalise import identifier, is_not_known, is_nothing
from reconciler.reconciliation import DeviceBucket, Kind
from reconciler.report import phrases
from reconciler.report.discretion import Discretion, bare, staff_of
from reconciler.report.lines import DeviceLine, RowLine
from reconciler.report.model import Report
from reconciler.report.remote import OUT_OF_USE
from reconciler.report.tables import Row, Table, table
from reconciler.report.visible import visible
from reconciler.report.wording import Wording
from reconciler.traits import maker_written
from reconciler.words import company

HOW = ("maintainer", "maker", "recognised")
"""By what a vendor is known, the surest first."""
LONGEST_NAME = 80
"""Of a vendor; longer ones are no name but a note."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One device of a letter; either side may be missing, not both."""

    asset: Asset | None
    device: Device | None


@dataclass(frozen=True, slots=True)
class Letter:
    """To one vendor. `vendor` is its name as the ledger first has it, else as the rules name the maker.

    how: by what it is known, the surest first (HOW).
    """

    vendor: str
    subjects: tuple[Subject, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A device or row that goes to no vendor. why: a code of the family kept.*."""

    subject: Subject
    why: str


@dataclass(frozen=True, slots=True)
class Inquiries:
    """letters by vendor's name; staff: names that no letter may hold, in the form of `bare`."""

    letters: tuple[Letter, ...]
    kept: tuple[Kept, ...]
    staff: frozenset[str]


def inquiries(report: Report) -> Inquiries:
    """Every device and every row of the report, each in one letter or kept back with a reason."""
    known = makers(report.makers)
    staff = staff_of(report)
    own = _own_words(report)
    names: dict[str, list[tuple[int, str]]] = defaultdict(list)
    subjects: dict[str, list[Subject]] = defaultdict(list)
    kept: list[Kept] = []
    for subject, why in _subjects(report):
        vendor, how = ("", "") if why else vendor_of(subject, own)
        if vendor and not any(name in bare(vendor) for name in staff):
            key = known.canonical(vendor) or company(vendor) or vendor
            names[key].append((HOW.index(how), vendor))
            subjects[key].append(subject)
        else:
            kept.append(Kept(subject, why or "nobody"))
    letters = []
    for key, found in names.items():
        surest, vendor = min(found, key=lambda x: x[0])
        letters.append(Letter(vendor, tuple(subjects[key]), HOW[surest]))
    return Inquiries(tuple(sorted(letters, key=lambda x: x.vendor)), tuple(kept), staff)


def _subjects(report: Report) -> Iterator[tuple[Subject, str]]:
    """Each device with its row, then each row without a device; and why it goes to nobody, "" where it may."""
    replaced = {i.device.id for i in report.items if i.kind is Kind.REPLACED and i.device}
    for line in report.devices:
        yield Subject(line.asset, line.device), _why_not_device(line, replaced)
    for row in report.rows:
        if row.asset is not None and not row.matches:
            yield Subject(row.asset, None), _why_not_row(row)


def _why_not_device(line: DeviceLine, replaced: set[str]) -> str:
    if line.bucket is DeviceBucket.GUEST:
        return "guest"
    if line.device.id in replaced:
        return "replaced"
    return "retired" if line.asset and line.asset.state == "disposed" else ""


def _why_not_row(line: RowLine) -> str:
    return "out_of_use" if line.bucket in OUT_OF_USE else ""


def vendor_of(subject: Subject, own: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Who is to be asked, and how it is known: the ledger's maintainer, else its maker, else the maker that the
    device was recognised by; ("", "") for nobody.

    own: the hospital's own departments, which are no vendors.  A maker known from an address block alone may
    have made but the network card, so it is not asked.
    """
    asset, device = subject.asset, subject.device
    for how, cell in (("maintainer", asset.maintainer), ("maker", asset.maker)) if asset else ():
        firm = firm_of(cell)
        plain = identifier(firm)
        if plain and not is_nothing(plain) and not is_not_known(plain) and not {bare(firm), bare(cell)} & own:
            return firm[:LONGEST_NAME], how
    if device is not None and (device.tier("vendor") or Tier.WEAK) > Tier.WEAK:
        return device.best("vendor"), "recognised"
    return "", ""


def firm_of(cell: str) -> str:
    """The firm's name in the cell of a maintainer, its form written out; what stands behind it in brackets goes,
    for that is most often a person or a telephone number."""
    return " ".join(with_form(cell).partition("(")[0].split())


def _own_words(report: Report) -> frozenset[str]:
    """The hospital's own departments, and what people write where no vendor maintains a device."""
    departments = {line.asset.department for line in report.rows if line.asset}
    return frozenset({*(bare(d) for d in departments if d), *IN_HOUSE})


IN_HOUSE = (
    "院内",
    "自院",
    "当院",
    "院内対応",
    "院内保守",
    "自営",
    "買い切り",
    "買切",
    "病院",
    "契約なし",
    "保守契約なし",
)


# -- tables -------------------------------------------------------------------------------------

SUBJECT_COLUMNS = (
    ("number", 4), ("device_tag", 16), ("made_serial", 17), ("place", 12), ("address", 17),
    ("version_recorded", 12), ("version_seen", 14), ("remote_recorded", 12), ("remote_seen", 13),
    ("ask_version", 11), ("ask_newest", 12), ("ask_support", 11), ("ask_mds", 10), ("ask_sbom", 9), ("ask_remote", 15),
    ("ask_patch", 15),
)  # fmt: skip
ANSWERS = frozenset(code for code, _ in SUBJECT_COLUMNS if code.startswith("ask_"))
"""Left empty, for the vendor to write."""

QUESTIONS = (
    "window",
    "responsible",
    "advisories",
    "patches",
    "mds",
    "sbom",
    "checklist",
    "remote",
    "source",
    "log",
)
"""Asked of the vendor as a whole; each has a sentence in the catalogue."""


def subjects(letter: Letter, staff: frozenset[str], w: Wording) -> Table:
    """The vendor's devices: what the ledger has, what was seen, and room for its answers."""
    show = Discretion(staff, w)
    rows = (_subject(number, subject, show, w) for number, subject in enumerate(letter.subjects, 1))
    return table("inquiry_devices", SUBJECT_COLUMNS, rows)


def _subject(number: int, subject: Subject, show: Discretion, w: Wording) -> Row:
    a, d = subject.asset, subject.device
    made = _made(maker_written(a), a.model) if a else ""
    serial = a.serial if a else ""
    if d is not None:
        made, serial = made or _made(d.best("vendor"), d.best("model")), serial or d.best("serial")
    addresses = (*d.ips, *d.macs) if d else (*a.ips, *a.macs) if a else ()
    return Row((
        number,
        show.lines((a.name, w("value.tag", tag=a.tag) if a.tag else "")) if a else "",
        show.lines((made, w("inquiry.serial", serial=serial) if serial else "")),
        show(a.place) if a else "",
        show.lines(addresses),
        show.lines(_versions(a)),
        show(_made(d.best("os"), d.best("version"))) if d else w("inquiry.not_seen"),
        show(a.remote_maintenance) if a else "",
        w.joined(w.of("remote", method) for method in d.remote_maintenance) if d else "",
        *("",) * len(ANSWERS),
    ))  # fmt: skip


def _made(first: str, second: str) -> str:
    return " ".join(part for part in (first, second) if part)


def _versions(asset: Asset | None) -> tuple[str, ...]:
    if asset is None:
        return ()
    return _made(asset.os, asset.os_version), _made(asset.software, asset.software_version)


def questions(w: Wording) -> Table:
    rows = (Row((number, w.of("question", code), "")) for number, code in enumerate(QUESTIONS, 1))
    return table("inquiry_questions", (("number", 6), ("asked_for", 70), ("answer", 50)), rows)


ENTRIES = frozenset({"sent_on", "answered_on", "note"})
"""Left empty, for the hospital to write."""


def vendors(made: Inquiries, w: Wording) -> Table:
    """For the hospital: to whom there is a letter, about how many devices, and room for what becomes of it."""
    rows = (
        Row((
            w.value(letter.vendor),
            w.of("how", letter.how),
            len(letter.subjects),
            sum(1 for s in letter.subjects if s.device is not None),
            sum(1 for s in letter.subjects if s.device is not None and s.device.remote_maintenance),
            "", "", "",
        ))
        for letter in made.letters
    )  # fmt: skip
    columns = (
        ("vendor", 30), ("known_from", 18), ("devices_count", 10), ("seen_count", 10), ("remote_count", 12),
        ("sent_on", 12), ("answered_on", 12), ("note", 24),
    )  # fmt: skip
    return table("vendors", columns, rows)


def kept_back(made: Inquiries, w: Wording) -> Table:
    """What stands in no letter, by reason: nothing is left out in silence."""
    counts = Counter(kept.why for kept in made.kept)
    names: dict[str, list[str]] = defaultdict(list)
    for kept in made.kept:
        if len(names[kept.why]) < EXAMPLES:
            names[kept.why].append(phrases.name_of(kept.subject.device, kept.subject.asset, w))
    rows = (
        Row((w.of("kept", why), counts[why], w.joined(dict.fromkeys(names[why]))))
        for why in KEPT
        if counts[why]
    )
    return table("kept_back", (("why", 50), ("count", 10), ("examples", 50)), rows)


KEPT = ("nobody", "replaced", "retired", "guest", "out_of_use")
EXAMPLES = 5


def file_name(vendor: str, taken: Iterable[str], w: Wording) -> str:
    """A name that every file system takes, not yet among `taken`; case does not tell two files apart."""
    plain = re.sub(r"[^\w　-]+", "_", unicodedata.normalize("NFC", visible(vendor))).strip("_")[:60] or "_"
    used = {name.casefold() for name in taken}
    for number in range(1, len(used) + 2):
        name = w("inquiry.file", vendor=plain if number == 1 else f"{plain}-{number}")
        if name.casefold() not in used:
            return name
    raise AssertionError("there is always one more number")
