"""What one heading may mean: candidates with a score and the reason in plain English. Pure.

A heading has parts from top to bottom (ネットワーク over IP). The joined parts are tried first, then the last
part, then the one above it, then words inside. Content does not count here; columns.py weighs that.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reconciler.ledger.addresses import DHCP_WORDS, FIXED_WORDS
from reconciler.ledger.candidate import (
    ABOVE,
    ABOVE_VERSION,
    BRACKETS,
    COMPOSED,
    COMPOSED_WEAK,
    EXACT,
    JOINED,
    JOINED_WEAK,
    NAMING,
    STRONG,
    WEAK,
    Candidate,
    label,
)
from reconciler.ledger.dictionary import Dictionary, Entry, heading_key
from reconciler.ledger.listed import LEASE, OF_BEFORE, TERM_BEGINS, TERM_ENDS, begun, exact, listed
from reconciler.ledger.morphemes import composed, tells
from reconciler.ledger.normalise import state_key, text
from reconciler.ledger.slips import misspelt
from reconciler.ledger.within import named, within

_LIKE_DATA = frozenset(
    {
        "place",
        "department",
        "name",
        "kind",
        "state",
        "maker",
        "os",
        "software",
        "user",
        "hostname",
        "model",
        "note",
    }
)
"""Fields whose headings are words that stand in cells, too: 検査室, 電子カルテ端末."""

SEPARATORS = re.compile(r"\s*[/・／，,、|]\s*|\n")
"""Between the things that one cell holds, in its heading and in the cell."""

_LETTERS = re.compile(r"(?<![A-Za-z])([A-Za-z])/([A-Za-z])(?![A-Za-z])")
"""S/N, P/N, F/W: one word."""

_JOINED = re.compile(r"(?<=[^\W\d])\s*(?:と|及び|および|&|\+|\band\b)\s*(?=[^\W\d])")
_SORT = re.compile(r"(の別|別|区分|フラグ|の区分)$")
_VERSION = "software_version"
_DATES = frozenset({"introduced", "maintained_until", "checked", "disposed"})
_BOX = "the box of a line"
LOGIN = "how to log in"
"""The subject of columns whose cells are secrets, as columns/*.toml has it."""


@lru_cache(maxsize=8192)
def candidates(words: Dictionary, parts: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Best first; () for a heading that nobody knows. Each set of fields stands once."""
    found: list[Candidate] = []
    for start in range(len(parts) - 1):  # all parts joined, then those below the uppermost, ...
        for entry in words.exact("".join(parts[start:])):
            found.append(listed(entry, label(parts), (JOINED_WEAK if entry.weak else JOINED) - start))
    leaf = parts[-1] if parts else ""
    below = exact(words, leaf)
    if (login := _secret(words, parts, below)) is not None:
        return (login,)
    if len(parts) > 1 and any(OF_BEFORE.match(text(part)) for part in parts[:-1]):
        subject = "what it was before"
        return (Candidate((), EXACT - 5, f'"{label(parts)}" is {subject}', subject=subject),)
    if len(parts) > 1:
        found.extend(_above(words, parts, below))
    found.extend(below)
    if not found or max(c.score for c in found) < STRONG - 4:
        found.extend(_by_making(words, parts, bool(below)))
    if not found or found[0].score < STRONG - 4:
        found.extend(_pieces(words, leaf))
    if not found or found[0].score < STRONG - 4:
        inside = within(words, leaf) or named(leaf) or (_within_all(words, parts) if len(parts) > 1 else None)
        if inside is not None:
            found.append(inside)
    if not found and parts:
        found.extend(misspelt(words, leaf) or _by_making(words, (leaf,), listed=False, whole=True))
    best: dict[tuple[str, ...], Candidate] = {}
    for candidate in sorted(found, key=lambda c: -c.score):
        best.setdefault(candidate.fields, candidate)
    return tuple(best.values())


def _within_all(words: Dictionary, parts: tuple[str, ...]) -> Candidate | None:
    """A known heading in all parts as one, that is not of the upper ones alone: 接続の状況 over 院内LAN is no state."""
    found = within(words, "".join(parts))
    above = within(words, "".join(parts[:-1]))
    return None if found and above and found.fields == above.fields else found


def _secret(words: Dictionary, parts: tuple[str, ...], below: list[Candidate]) -> Candidate | None:
    """A heading with a word for passwords and keys in it, whatever else it says (ID/パスワード, 機器ログインID):
    its cells are neither read nor kept. A list that has it as a field knows better: アカウント名."""
    if (below and below[0].fields and below[0].score >= STRONG - 4) or not any(
        tells(words.grammar, part, "secret") for part in parts
    ):
        return None
    return Candidate((), JOINED, f'"{label(parts)}" is {LOGIN}: not read, and not kept', subject=LOGIN)


def known(words: Dictionary, leaf: str) -> int:
    """2: a heading that means one thing; 1: one that may; 0: nothing known."""
    found = exact(words, leaf)
    if found:
        return 2 if found[0].score >= STRONG - 4 else 1
    made = composed(words.grammar, leaf)
    if made is None or not made.sure:
        return 0
    return 2 if made.fields and not set(made.fields) & _LIKE_DATA else 1


def _by_making(
    words: Dictionary, parts: tuple[str, ...], listed: bool, whole: bool = False
) -> list[Candidate]:
    """By the words that the heading is made of: its last part, and where that says too little all parts as one.
    listed: the last part is in a dialect, which knows better.  whole: also where signs divide it (静的/動的)."""
    found: list[Candidate] = []
    last = parts and not listed and (whole or len(_cut(words, text(parts[-1]))) == 1)
    forms = [parts[-1]] if last else []
    forms += ["".join(parts[start:]) for start in range(len(parts) - 2, -1, -1)]
    for number, form in enumerate(forms):
        made = composed(words.grammar, form)
        if made is None or made.share < (0.5 if made.certain else 0.7) or (number and not made.sure):
            continue
        shown = label(parts)
        score = COMPOSED - number if made.sure else COMPOSED_WEAK - 24 * (1 - made.share) - made.less
        if not made.fields:
            why = f'"{shown}" is {made.reading}: {made.subject}, which daicho does not compare'
            found.append(Candidate((), score, why, subject=made.subject))
        for fields, less in ((made.fields, 0), (made.instead, 14)):
            if fields:
                what = " and ".join(fields)
                why = f'"{shown}" is made of {made.reading}: {what}'
                found.append(Candidate(fields, score - less, why, made=True, cells=made.cells))
        if made.sure:
            break
    return found


def _above(words: Dictionary, parts: tuple[str, ...], below: list[Candidate]) -> list[Candidate]:
    """OS over 名称 is the OS; OS over バージョン is its version; メーカー over 名称 is the maker."""
    if (half := _half_of_a_term(words, parts)) is not None:
        return [half]
    strong = [e for e in words.exact(parts[-2]) if not e.weak and len(e.fields) == 1]
    strong = strong or _known_pieces(words, parts[-2])
    if not strong or (below and below[0].score >= STRONG - 3):
        return []
    entry, shown = strong[0], label(parts)
    field = entry.fields[0]
    said = {f for c in below for f in c.fields}
    if _VERSION in said and field in {"os", "software"}:
        which = f"{field}_version"
        return [
            Candidate(
                (which,), ABOVE_VERSION, f'"{shown}": the version that belongs to {field}', entry.dialect
            )
        ]
    if below and not said & NAMING:
        return []
    why = f'"{text(parts[-2])}" above it is a known heading for {field} ({entry.dialect})'
    return [Candidate(entry.fields, ABOVE, why, entry.dialect)]


def _known_pieces(words: Dictionary, group: str) -> list[Entry]:
    """ソフトウェア・サービス over 名称: the first of several headings that a dialect has, and that mean the same."""
    found = [
        next((e for e in words.exact(p) if not e.weak and len(e.fields) == 1), None)
        for p in _cut(words, text(group))
    ]
    return (
        [e for e in found[:1] if e and {f.fields for f in found if f} == {e.fields}]
        if None not in found
        else []
    )


def _half_of_a_term(words: Dictionary, parts: tuple[str, ...]) -> Candidate | None:
    """自 and 至 under リース期間, 開始 and 終了 under 保守契約: the begin of a lease, or the end of either."""
    end = bool(TERM_ENDS.fullmatch(text(parts[-1])))
    if not end and not TERM_BEGINS.fullmatch(text(parts[-1])):
        return None
    above = "".join(parts[:-1])
    if not any(
        "maintained_until" in c.fields for c in candidates(words, (parts[-2],))[:1]
    ) and not LEASE.search(above):
        return None
    return (
        Candidate(("maintained_until",), EXACT - 4, f'"{label(parts)}" is when it ends')
        if end
        else begun(label(parts))
    )


def _pieces(words: Dictionary, leaf: str) -> list[Candidate]:
    """メーカー／機種／製造番号 heads cells that hold all three; of 規格・銘柄 the first word is known, and may be meant."""
    shown = text(leaf)
    pieces = _cut(words, shown)
    if len(pieces) < 2:
        return []
    if field := _alternatives(words, pieces):
        return [Candidate((field,), EXACT - 4, f'"{shown}" names what its cells may say: {field}')]
    whole = composed(words.grammar, shown)
    days = {c[0].fields for p in pieces if (c := _piece(words, p)) and set(c[0].fields) <= _DATES}
    if (
        whole is not None
        and whole.sure
        and len(whole.fields) == 1
        and whole.fields[0] in _DATES
        and len(days) < 2
    ):
        why = f'"{shown}" is made of {whole.reading}: {whole.fields[0]}'
        return [Candidate(whole.fields, COMPOSED, why, made=True)]  # 設置・稼働日: one day
    known = [_piece(words, piece) for piece in pieces]
    if known[0] and known[0][0].subject == _BOX:
        return known[0]  # VPN装置メーカー・型番
    if any(known) and len(kept := [k for k in known if not (k and not k[0].fields)]) == 1 and kept[0]:
        first = kept[0][0]  # AEタイトル/ポート
        what = " and ".join(first.fields)
        return [Candidate(first.fields, WEAK, f'"{shown}" may mean {what} ({first.dialect})', first.dialect)]
    fields = tuple(found[0].fields[0] for found in known if found and len(found[0].fields) == 1)
    if set(fields) in ({"os", "software_version"}, {"os", "software"}):
        fields = ("os",) * len(fields)  # OS/Firmware: the one or the other
    unsure = any(found and found[0].made and found[0].score < STRONG - 4 for found in known)
    if (
        len(fields) == len(pieces) == len(set(fields))
        and not unsure
        and not set(fields)
        & {
            "macs",
            "ips",
            "dhcp",
            "networked",
            "unit",
        }
    ):
        return [
            Candidate(
                fields, EXACT - 4, f'"{shown}": each part is known, {", ".join(fields)}', known[0][0].dialect
            )
        ]
    if len(fields) == len(pieces) and len(set(fields)) == 1:  # also where each may mean it: 棟/階
        return [
            Candidate(fields[:1], EXACT - 4, f'"{shown}": each part means {fields[0]}', known[0][0].dialect)
        ]
    said = [found[0] for found in known if found]
    if len(said) == 1 and len(said[0].fields) == 1:
        first = said[0]
        return [
            Candidate(
                first.fields, WEAK, f'"{shown}" may mean {first.fields[0]} ({first.dialect})', first.dialect
            )
        ]
    return []


def _alternatives(words: Dictionary, pieces: list[str]) -> str:
    """The field whose values the heading lists: 使用中/予備/廃棄, 固定/DHCP, ノート/デスクトップ; "" where it lists none."""
    plain = [*pieces[:-1], _SORT.sub("", pieces[-1]) or pieces[-1]]
    states = {words.states.get(state_key(p), "") for p in plain}
    if "" not in states and len(states) > 1:
        return "state"
    folded = {p.strip().casefold() for p in plain}
    if folded <= DHCP_WORDS | FIXED_WORDS and folded & DHCP_WORDS and folded & FIXED_WORDS:
        return "dhcp"
    return "kind" if all(heading_key(p) in words.kinds for p in plain) else ""


def _piece(words: Dictionary, piece: str) -> list[Candidate]:
    found = exact(words, piece) or _by_making(words, (piece,), listed=False)
    return found[:1]


def _cut(words: Dictionary, shown: str) -> list[str]:
    """At signs, else at the words that join two headings: メーカーと型式, Maker & model."""
    shown = _LETTERS.sub(r"\1\2", BRACKETS.sub("", shown) or shown)
    pieces = [p for p in SEPARATORS.split(shown) if p.strip()]
    if len(pieces) == 1:
        lines = (
            shown.split() if not shown.isascii() else []
        )  # メーカー, 型式 and 製造番号 one below the other
        for way, least in ((_JOINED.split(shown), 1), (lines, 2)):
            joined = [p for p in way if p.strip()]
            if len(joined) > 1 and all(known(words, p) >= least for p in joined):
                return joined
    return pieces
