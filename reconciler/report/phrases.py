"""The report's values put into words: each function takes a value and a Wording and returns text.

Sentences come from the catalogue; here is only which sentence, and with what in its gaps.
"""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

from agent.device import Claim, Device, Service
from agent.findings import Coverage
from reconciler.decisions import PROMISES, Verdict
from reconciler.ledger.asset import Asset, RowRef
from reconciler.reconciliation import Kind, Match, Reason, RunnerUp
from reconciler.report.concerns import Ask, Concern, answers
from reconciler.report.item import Item, Where
from reconciler.report.lines import DeviceLine, RowLine
from reconciler.report.model import Report
from reconciler.report.wording import Language, Wording, words


def wording(report: Report, lang: Language) -> Wording:
    """The words to tell this report in."""
    w = words(lang)
    sites = {c.site for c in report.coverage}
    return replace(w, with_files=len(report.ledgers) > 1, with_sites=len(sites) > 1)


ADDRESSES_SHOWN = 4
"""Of one device or row in a list; how many more there are is said."""


def name_of(device: Device | None, asset: Asset | None, w: Wording) -> str:
    """What a person would call it: the ledger's name, the host's own, its make, or an address."""
    if asset is not None and (asset.name or asset.hostname):
        return w.value(asset.name or asset.hostname)
    if device is None:
        return (w.value(asset.tag) or row_of(asset.row, w)) if asset else w("value.none")
    if device.hostnames:
        return w.value(device.hostnames[0])
    address = next(iter((*device.ips, *device.macs)), device.id)
    vendor, model = device.best("vendor"), device.best("model")
    if model:
        return w.value(f"{vendor} {model}".strip())
    return w("value.at", name=w.value(vendor), address=w.value(address)) if vendor else w.value(address)


def subject(item: Item, w: Wording) -> str:
    """Name, sort of device, number on the label and row of the ledger, one a line."""
    lines = [name_of(item.device, item.asset, w)]
    if item.device is not None:
        lines.append(sort_of(item.device, w))
    elif item.asset is not None and item.asset.kind:
        lines.append(w.value(item.asset.kind))
    if item.asset is not None and item.asset.tag:
        lines.append(w("value.tag", tag=w.value(item.asset.tag)))
    if item.row is not None:
        lines.append(w("value.ledger", row=row_of(item.row, w)))
    return "\n".join(lines)


def sort_of(device: Device, w: Wording) -> str:
    """Class and kind in words; "class not known" rather than a guess."""
    klass, kind = device.best("class"), device.best("kind")
    words = w.of("class", klass or "unknown")
    if kind and w.knows("sort", kind):
        return w("value.sort", klass=words, sort=w.of("sort", kind))
    return words


def made_by(device: Device, w: Wording) -> str:
    return w.value(" ".join(p for p in (device.best("vendor"), device.best("model")) if p))


def runs(device: Device, w: Wording) -> str:
    """Operating system and version."""
    return w.value(" ".join(p for p in (device.best("os"), device.best("version")) if p))


def row_of(row: RowRef | None, w: Wording) -> str:
    """Where a row stands, in words; with its file where there are several."""
    if row is None:
        return ""
    spot = place_of(str(row), w)
    return w("value.in_file", file=w.value(row.file), row=spot) if w.with_files else spot


def place_of(text: str, w: Wording) -> str:
    """A row as RowRef writes it ("sheet!12", "sheet!B12", "12"), in words; anything else as it is."""
    found = _ROW.fullmatch(text)
    if not found:
        return w.value(text)
    sheet, column, row = (w.value(part or "") for part in found.groups())
    return w("value.cell" if column else "value.row", sheet=sheet, column=column, row=row).strip()


_ROW = re.compile(r"(?:(.*)!)?([A-Z]{1,3})?(\d+)", re.DOTALL)


def finding(item: Item, w: Wording) -> str:
    """What is the matter, in a sentence or two."""
    d = item.difference
    return w.of(
        "finding",
        d.kind.value,
        field=fields(d.field, w),
        recorded=w.or_none(in_words(d.field, d.recorded, w)),
        seen=place_of(d.seen, w) if d.kind is Kind.DUPLICATE_ROW else w.or_none(in_words(d.field, d.seen, w)),
    )


def fields(codes: str, w: Wording) -> str:
    """Names of fields, which come joined by commas where a difference is about several."""
    return w.joined(w.of("field", code) for code in codes.split(",")) if codes else w("field.any")


def in_words(field: str, text: str, w: Wording) -> str:
    """A value in words where it is one of our own codes (a state, a class, a time), else as it is."""
    if field in CODED and w.knows(field, text):
        return w.of(field, text)
    if field == "remote_maintenance":
        return w.joined(w.of("remote", part) for part in text.split(", "))
    if _TIME.match(text):
        return w.time(text)
    return w.value(text)


CODED = frozenset({"state", "class", "networked"})
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:")


def reason(why: Reason, w: Wording) -> str:
    """One reason as a sentence. A feature without a sentence is told by its code and its two values."""
    code = f"{why.feature}.against" if why.against else why.feature
    seen, recorded = w.or_none(_value(why, why.seen, w)), w.or_none(_value(why, why.recorded, w))
    if not w.knows("reason", code):
        return w("value.reason", feature=w.value(why.feature), seen=seen, recorded=recorded)
    return w.of("reason", code, seen=seen, recorded=recorded)


FIELD_OF = MappingProxyType({"states_differ": "state", "remote_seen": "remote_maintenance", "class": "class"})
"""Features whose values are codes: of which field."""
NAME_A_FIELD = frozenset({"cell_empty", "column_absent"})
NAME_A_DAY = frozenset({"support_ended", "support_goes_on", "updates_are_sold", "updates_are_given"})
"""Features whose recorded value is a day of the table of support."""


def _value(why: Reason, text: str, w: Wording) -> str:
    if why.feature in NAME_A_FIELD:
        return w.of("field", text) if text else ""
    if why.feature in NAME_A_DAY and text == why.recorded:
        return w.date_of(text)
    if why.feature.startswith("same_") and text == why.seen:
        return row_key(text, w)
    if why.feature.endswith("_in_two_rows") and text == why.seen:
        return place_of(text, w)
    return in_words(FIELD_OF.get(why.feature, ""), text, w)


def row_key(key: str, w: Wording) -> str:
    """A row by the name that outlives a run ("tag:PC-12", "serial:...", "row:file:sheet!5")."""
    sort, colon, rest = key.partition(":")
    if colon and w.knows("key", sort):
        return w.of("key", sort, text=w.value(rest))
    return w.value(key)


def device_of(key: str, w: Wording) -> str:
    """A device by its key ("main/10.20.1.5"): its address, with its site only where there are several."""
    _, slash, address = key.partition("/")
    return w.value(address if slash and not w.with_sites else key)


def reasons(item: Item, w: Wording) -> str:
    """The reasons of a difference, a line each, and what came nearest to being its partner."""
    d = item.difference
    lines = [reason(r, w) for r in d.reasons]
    if item.last_seen:
        lines.append(w("value.last_seen", time=w.time(item.last_seen)))
    if d.nearest is not None:
        lines.append(_nearest(d.nearest, "match.nearest", w))
    return "\n".join(dict.fromkeys(lines))


def weighed(why: Reason, w: Wording) -> str:
    """A reason with how much it weighs."""
    return w("value.weighed", reason=reason(why, w), tier=w.of("tier", why.tier.name))


def action(item: Item, w: Wording) -> str:
    done = todo(item, w)
    check = item.difference.settling_check
    return f"{done}\n{w('match.check', check=w.of('check', check))}" if check else done


DECIDED = MappingProxyType({v.value: v for v in (*PROMISES, Verdict.IGNORE)})


def todo(item: Item, w: Wording) -> str:
    """What is asked of people: to do as was decided, where somebody has. Of a row that was not looked for it depends on
    why: no scan finds what has no network."""
    reasons = item.difference.reasons
    for why in reasons:
        verdict = why.feature.removeprefix("decided_")
        if verdict in DECIDED and answers(DECIDED[verdict], item.kind):
            return w.of("do_decided", verdict if w.knows("do_decided", verdict) else "promise")
    exact = f"{item.kind.value}.{reasons[0].feature}" if reasons else ""
    return w.of("do_because", exact) if w.knows("do_because", exact) else w.of("do", item.kind.value)


def addresses(values: tuple[str, ...], w: Wording) -> str:
    """In a sentence: a few of them, and how many more there are."""
    return _few(values, w("value.comma"), w)


def address_lines(values: tuple[str, ...], w: Wording) -> str:
    """In a cell of their own: a line each, for a narrow column would break one in the middle."""
    return _few(values, "\n", w)


def _few(values: tuple[str, ...], between: str, w: Wording) -> str:
    once = tuple(dict.fromkeys(values))  # two interfaces can answer for one address: a virtual router's
    shown = between.join(w.value(v) for v in once[:ADDRESSES_SHOWN])
    rest = len(once) - ADDRESSES_SHOWN
    return w("value.more", shown=shown, rest=rest) if rest > 0 else shown


def where(place: Where, w: Wording) -> str:
    """Everything that helps to find it, one line each; nothing for what is not known."""
    lines = []
    department = "" if place.department in place.place.split() else place.department
    if place.place or department:
        lines.append(w("where.place", text=w.joined(w.value(t) for t in (place.place, department) if t)))
    lines += [w("where.switch", switch=w.value(s), port=w.or_none(w.value(p))) for s, p in place.switches]
    lines += [w("where.noted", text=w.value(text)) for text in place.noted]
    if place.segments:
        lines.append(w("where.segment", text=w.joined(w.value(s) for s in place.segments)))
    if place.ips:
        lines.append(w("where.ip", text=addresses(place.ips, w)))
    if place.macs:
        lines.append(w("where.mac", text=addresses(place.macs, w)))
    return "\n".join(lines) or w("where.unknown")


def bucket_story(line: RowLine, report: Report, w: Wording) -> str:
    """Why a row is in its bucket: the match's reasons, the differences' findings, or the bucket's own words."""
    if line.skipped_why:
        return w.said(line.skipped_why)
    if line.matches:
        first = line.matches[0]
        told = "\n".join(reason(r, w) for r in first.reasons if not r.against)
        rest = len(line.matches) - 1
        return f"{told}\n{w('value.more_devices', rest=rest)}" if rest > 0 else told
    told = "\n".join(
        part
        for number in line.items
        if report.item(number).device is None
        for part in (reasons(report.item(number), w),)
        if part
    )
    return told or w.of("row_story", line.bucket.value)


def device_story(line: DeviceLine, w: Wording) -> list[str]:
    """Why a device was held for this row, and what else it might be."""
    match = line.match
    if match is None:
        return [w.of("device_story", line.bucket.value)]
    told = [w("match.row", row=row_of(match.row, w), tag=w.or_none(w.value(match.tag)), tier=_tier(match, w))]
    if match.judgement:
        told.append(w("match.judged"))
    told += [weighed(r, w) for r in match.reasons]
    if match.runner_up is not None:
        told.append(_nearest(match.runner_up, "match.runner_up", w))
    if match.settling_check:
        told.append(w("match.check", check=w.of("check", match.settling_check)))
    return told


def _tier(match: Match, w: Wording) -> str:
    return w.of("tier", match.tier.name)


def _nearest(other: RunnerUp, code: str, w: Wording) -> str:
    who = row_of(other.row, w) if other.row else device_of(other.device, w)
    why = w.joined(reason(r, w) for r in other.reasons)
    return w(code, who=who, why=w.or_none(why))


def claim(said: Claim, w: Wording) -> str:
    return w(
        "value.claim",
        field=w.of("field", said.attribute),
        value=claimed(said, w),
        source=w.value(said.field),
        text=w.value(said.text),
        tier=w.of("tier", said.tier.name),
    )


def claimed(said: Claim, w: Wording) -> str:
    if said.attribute == "fragile":
        return w("value.yes")  # the only value that a rule gives it
    if said.attribute == "proxy_arp":
        return w.said(said.value)
    family = {"class": "class", "kind": "sort", "remote": "remote"}.get(said.attribute)
    return w.of(family, said.value) if family else w.value(said.value)


def concern(about: Concern, report: Report, w: Wording) -> str:
    """What the matter is, with up to three examples."""
    said = w.of("concern", about.code, count=about.count)
    names = [name_of(i.device, i.asset, w) for i in (report.item(number) for number in about.examples)] or [
        w.value(p) for p in about.places[:3]
    ]
    if not names:
        return said
    return w("value.examples", said=said, names=w.joined(dict.fromkeys(names)))


def ask(about: Ask, w: Wording) -> str:
    said = w.of("ask", about.code, count=about.count)
    return w("value.by", said=said, day=w.day(about.due)) if about.due else said


def not_looked(coverage: Coverage, w: Wording) -> str:
    return "\n".join(w("value.not_looked", why=w.said(n.why), count=n.count) for n in coverage.not_looked)


def ended(coverage: Coverage, w: Wording) -> str:
    """Of how many hosts asking ended why."""
    return "\n".join(w("value.ended", why=w.of("ended", e.why), count=e.count) for e in coverage.ended)


def stands(place: Where, w: Wording) -> str:
    """Where it is connected or stands, without its addresses."""
    lines = [w.value(place.place)] if place.place else []
    lines += [w("where.switch", switch=w.value(s), port=w.or_none(w.value(p))) for s, p in place.switches]
    lines += [w("where.noted", text=w.value(text)) for text in place.noted]
    if place.segments:
        lines.append(w("where.segment", text=w.joined(w.value(s) for s in place.segments)))
    return "\n".join(lines)


def service(offered: Service, w: Wording) -> str:
    product = " ".join(p for p in (offered.product, offered.version) if p)
    port = w.value(f"{offered.transport}/{offered.port}") if offered.port else w("story.no_port")
    if not product:
        return w("story.service", port=port, protocol=w.or_none(w.value(offered.protocol)))
    return w(
        "story.service_product",
        port=port,
        protocol=w.or_none(w.value(offered.protocol)),
        product=w.value(product),
    )
