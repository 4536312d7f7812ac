"""What a finished row says between the lines: a count in the name, a state for a number, an address in the note.

Each goes into the draft with its doubt, and only where no column says it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconciler.ledger import addresses, normalise
from reconciler.ledger.draft import Draft

_CONTENT = (
    "name", "hostname", "kind", "maker", "model", "serial", "user", "responsible", "os", "software", "maintainer", "medical_id",
)  # fmt: skip
"""What a row says of a device; a row without any of it only sets an address aside."""

_EARLIER = re.compile(r"旧|以前|変更|→|元の")
_JAPANESE = re.compile(r"[ぁ-ヿ一-龥]")
_POOL = re.compile(r"dhcp|プール|予約|空き|未使用|リース範囲", re.IGNORECASE)


def quantity_in_name(draft: Draft) -> None:
    """一式 and ×4 in the name, where no column has a number, or only the 1 that bookkeeping gives to a set."""
    said = normalise.quantity_in_name(draft.text.get("name", ""))
    if said is None or (draft.quantity is not None and not (said == 0 and draft.quantity == 1)):
        return
    draft.quantity = said
    draft.doubt("quantity", "from the name")


def host_in_japanese(draft: Draft) -> None:
    """No host is called 勤怠サーバ: where the column of hosts says so, it is what the device is called."""
    host = draft.text.get("hostname", "")
    if host and not draft.text.get("name") and _JAPANESE.search(host):
        draft.text["name"] = draft.text.pop("hostname")
        draft.doubt("name", "from the column of host names: in Japanese, as no host is called")


def said_in_tag(draft: Draft, words: Mapping[str, str]) -> None:
    """A state written where the number of the device should be: 削除, 廃棄."""
    tag = draft.text.get("tag", "")
    found = words.get(normalise.state_key(tag)) if tag and not tag.isascii() else None
    if found in {"disposed", "stopped", "spare"} and not draft.text.get("state"):
        draft.text["state"] = found
        del draft.text["tag"]
        draft.doubt("state", f"the number of the device says {tag!r}")


def addresses_in_note(draft: Draft) -> None:
    """The only place where some ledgers have an address; not where the note tells of an earlier one."""
    note = draft.text.get("note", "")
    if addresses.says_offline(note):
        draft.networked = False
        draft.doubt("networked", "from the note")
    if not any(c.isdigit() for c in note) or _EARLIER.search(note):
        return
    macs, ips = addresses.both(note)
    sure = [
        m for m in macs.value if not (m.replace(":", "").isdigit() and m.replace(":", "") in note)
    ]  # a contract's number
    for name, found, into in (("macs", sure, draft.macs), ("ips", ips.value.addresses, draft.ips)):
        if found:
            into.extend(found)
            draft.doubt(name, "from the note")


def reserved(draft: Draft, words: Mapping[str, str], *, alone: bool) -> None:
    """Rows that only set an address aside, and devices kept in store, for which 未使用 means something else.
    alone: nothing stands in columns that are not read."""
    state, real = draft.text.get("state", ""), bool(draft.macs or draft.text.get("serial"))
    for field, said in (("hostname", "the host name"), ("name", "the name"), ("kind", "the kind")):
        name = draft.text.get(field, "")
        if not (name and draft.ips) or state or real or draft.text.get("model"):
            continue
        if words.get(normalise.state_key(name)) in {"reserved", "spare"}:
            draft.doubt("state", f"{said} says {name!r}")
            del draft.text[field]
            draft.text["state"] = state = "reserved"
    if (host := draft.text.get("hostname", "")) and host.casefold() in addresses.DHCP_WORDS and not real:
        draft.dhcp = True
        del draft.text["hostname"]
        draft.doubt("dhcp", f"the host name says {host!r}")
    if state == "reserved" and real:
        draft.text["state"] = "spare"
        draft.doubt("state", "unused, but a real device with a serial or a MAC: read as spare")
    if state or real or not draft.ips:
        return
    if alone and not any(draft.text.get(name) for name in _CONTENT):
        draft.text["state"] = "reserved"
        draft.doubt("state", "only an address in this row")
    elif len(draft.ips) > 1 and _POOL.search(normalise.text(" ".join(draft.raw.values()))):
        draft.text["state"] = "reserved"
        draft.doubt("state", "a range of addresses set aside")
