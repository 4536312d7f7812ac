"""Every sentence that agent and importer can hand to the report has its translation; what has none says why.

The sentences are collected from the source: any text with two English words side by side, docstrings and
patterns aside. Each is then told in Japanese with its gaps filled, and no English may be left of it. So
a new sentence needs a template in the catalogues, or a line here with the reason why no report shows it.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconciler.report.wording import words

ROOT = Path(__file__).resolve().parents[2]
SPEAK = ("agent/*.py", "agent/handed_over/*.py", "reconciler/*.py", "reconciler/ledger/*.py", "probes/tables.py",
         "probes/links.py", "probes/forwarding.py", "probes/wireless.py", "probes/neighbours.py", "probes/ports.py",
         "reconciler/commands/scan.py", "reconciler/commands/stopping.py", "reconciler/commands/pinned.py",
         "reconciler/commands/protecting.py", "reconciler/commands/listening.py",
         "reconciler/commands/handing_over.py")  # fmt: skip

SILENT = {
    "agent/account.py": "checks a signed account, and tells a terminal",
    "agent/credentials.py": "refuses before a run begins",
    "agent/findings.py": "refuses before a report begins",
    "agent/host.py": "the checks of `daicho init`",
    "agent/journal.py": "a journal that cannot be gone on with",
    "agent/named_models.py": "words that devices write, which are compared",
    "agent/numbers_file.py": "for who writes rules",
    "agent/products_file.py": "for who writes rules",
    "agent/oui.py": "the checks of `daicho init`",
    "agent/port_places.py": "refuses before a run begins",
    "agent/raw_door.py": "refuses before a run begins",
    "agent/registry_file.py": "`daicho registry`, which tells a terminal",
    "agent/matchers.py": "for who writes rules",
    "agent/rule_file.py": "for who writes rules",
    "agent/rule_lint.py": "for who writes rules",
    "agent/rule_pack.py": "`daicho verify --remake`, at a terminal",
    "agent/rules.py": "for who writes rules",
    "agent/scope_hours.py": "a scope that is refused before a run begins",
    "agent/scope_keys.py": "a scope that is refused before a run begins",
    "agent/scope_reader.py": "a scope that is refused before a run begins",
    "agent/seal.py": "why a seal is not believed: a technical remark of `daicho verify`",
    "agent/signed.py": "why a signature is not believed: a technical remark of `daicho verify`",
    "agent/signing.py": "refuses before a run begins",
    "agent/vocabulary.py": "for who writes rules",
    "agent/handed_over/announcements.py": "headings in the output of switches; its two sentences are told below",
    "reconciler/decisions.py": "its notes are told below; the rest refuses a decision",
    "reconciler/earlier.py": "refuses an earlier run before a report begins",
    "reconciler/kept.py": "`daicho verify --remake`, at a terminal",
    "reconciler/patience.py": "a table of patience that is refused before a report begins",
    "reconciler/required.py": "a table of requirements that is refused before a report begins",
    "reconciler/outcomes.py": "the form of Prometheus, and documents that are refused",
    "reconciler/settings.py": "refuses before a regular run begins",
    "reconciler/store.py": "a history that cannot be opened",
    "reconciler/store_copy.py": "refuses to copy a history, at a terminal",
    "reconciler/store_decisions.py": "`daicho decide` refuses, at a terminal",
    "reconciler/store_tables.py": "a history that cannot be opened",
    "reconciler/ledger/morphemes.py": "for who writes lists of headings",
    "reconciler/ledger/book.py": "`daicho annotate` refuses, at a terminal",
    "reconciler/ledger/dictionary.py": "for who writes lists of headings",
    "reconciler/ledger/package.py": "`daicho annotate` refuses, at a terminal",
    "reconciler/ledger/plain.py": "`daicho annotate` refuses, at a terminal",
    "reconciler/ledger/splice.py": "`daicho annotate` refuses, at a terminal",
    "reconciler/ledger/writeback.py": "why `daicho annotate` added no comments, at a terminal",
}

UNHEARD = {"CommandError", "DecisionError", "ParseError", "RecordingError", "RuntimeError", "ScopeError", "ValueError",
           "zipfile.BadZipFile", "expat.ExpatError", "ConnectionError", "click.echo", "path.write_text", "alarm",
           "self.alarm"}  # fmt: skip
"""Calls whose text ends at a terminal or in a defect; a ParseError's is shown, but as a technical remark."""

APART = {
    "our kernel's answer, so that it could answer": "a line of the account of packets, which a report counts",
    "packaging/scope.example.toml shows each key; `daicho init` drafts a file for this host": "a ScopeError",
    "{} ({}) fell silent {} s after {}; look at it: {}": "the alarm at the terminal",
    "at least ": "a part of a sentence that is told with and without it",
    "{} ports seem open: something answers for every port": "a host's field, as evidence",
    "an error": "the text of a cell with an error that Excel has no name for",
    "failover peer ": "a word of a file of leases",
    "binding state": "a word of a file of leases",
    "hardware ethernet": "a word of a file of leases",
    "set vendor-class-identifier =": "a word of a file of leases",
    "client ip address": "a heading of a file of leases",
    "unique id": "a heading of a file of leases",
    "lease expiration": "a heading of a file of leases",
    "config static": "a word of a switch's table",
    "addresses by heading": "the name of a reader",
    "ports by heading": "the name of a reader",
    "(known by MAC)": "a part of a sentence that is told with it",
    "default location": "what a switch says that was never told where it stands",
    "{}: {} lines, {} rows read, {} lines not understood": "told with the file that it is about: NOTES below",
    "{}; the file was last written {}, SHA-256 {}": "told with the file that it is about: NOTES below",
}
ENDS_AT_A_TERMINAL = re.compile(r"this is (none of the files|no pcap)|this is .*, no pcap|the file is empty|"
    r"open it in Wireshark|unpack it, and give|give a recording|^an? (Solaris|Microsoft|NetXRay|Sniffer|ZIP|xz|zstd|old)|"
    r"address tables, tables of MACs, LLDP|^# |^Reads ")  # fmt: skip
"""Files that are refused before an import begins; the comments of a file of pinned columns; what a probe is for."""

SENTENCE = re.compile(r"[a-z]{2,}[,:;)]? \(?[a-z]{2,}")
PATTERN = re.compile(r"[<\\]|\(\?")
OURS = re.compile(r"daicho import")


def told(node: ast.AST) -> str:
    """A text with {} where something varies, or ""."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in values)
    return ""


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        n.value for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)
    }
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        if node in skipped or (isinstance(node, ast.Call) and ast.unparse(node.func) in UNHEARD):
            continue
        if text := told(node):
            if SENTENCE.search(text) and not PATTERN.search(text):
                assert isinstance(node, ast.expr)
                yield node.lineno, text
            if isinstance(node, ast.JoinedStr):
                pending += [v.value for v in node.values if isinstance(v, ast.FormattedValue)]
            continue
        pending += ast.iter_child_nodes(node)


FOUND = sorted(
    {
        (name, text)
        for pattern in SPEAK
        for path in ROOT.glob(pattern)
        if (name := path.relative_to(ROOT).as_posix()) not in SILENT
        for _, text in sentences(path)
        if text not in APART and not ENDS_AT_A_TERMINAL.search(text)
    }
)


def left(text: str) -> str:
    """What of a sentence is still English when it is told; a part of one may need what stands before it."""
    ja = words("ja")
    filled = text.replace("{}", "7")
    forms = (ja.said(filled), ja.said(f"7 {filled}"), ja.said(f"7: {filled}"))
    return min((OURS.sub("", form) if SENTENCE.search(OURS.sub("", form)) else "" for form in forms), key=len)


def test_the_collector_finds_sentences_of_every_kind() -> None:
    texts = {text for _, text in FOUND}
    assert "the run did not come to its end: {}; --resume goes on with it" in texts
    assert "this machine's own address" in texts
    assert "{} packets wanted, {} of {} left for it" in texts
    assert "{} is an impossible date" in texts
    assert len(texts) > 350


@pytest.mark.parametrize(("name", "text"), FOUND, ids=lambda value: value[:50])
def test_what_a_report_can_show_is_told_in_japanese(name: str, text: str) -> None:
    assert not left(text), name


def test_a_sentence_without_a_template_would_be_noticed() -> None:
    assert left("nobody has translated this {}")


def test_no_reason_outlives_its_file_or_sentence() -> None:
    assert all((ROOT / name).is_file() for name in SILENT)
    everything = {
        text for pattern in SPEAK for path in ROOT.glob(pattern) for _, text in sentences(path)
    }  # fmt: skip
    assert not {text for text in APART if text not in everything}


NOTES = [
    (
        "switch.txt: neighbours by LLDP or CDP, address table: 40 lines, 12 rows read, 3 lines not understood; "
        "the file was last written 2026-11-24T01:39:13Z, SHA-256 3f7d36",
        "switch.txt：隣接機器の一覧（LLDP・CDP）、アドレスの表。40行のうち機器の記載12件を読み取り、"
        "読み取れない行3行（最終更新 2026年11月24日 10:39、照合値 SHA-256 3f7d36）",
    ),
    (
        "arp.txt: 4 neighbours that announce neither address nor MAC",
        "arp.txt：アドレスを示さない隣接機器4件は使っていません",
    ),
    (
        "病棟: no multicast question was put (192.0.2.41: the ledger declares it as monitor (台帳.xlsx 機器!8))",
        "病棟：同報での問い合わせは行いませんでした"
        "（192.0.2.41：台帳に生体情報モニターとして記載があるため（台帳.xlsx 機器 8行目））",
    ),
    (
        "3 of one class (printer) fell silent within 5 minutes, 192.0.2.9 last",
        "同じ種類の機器（プリンター・複合機）3台が5分以内に応答しなくなったため（最後は 192.0.2.9）",
    ),
    (
        "192.0.2.3 on 病棟 (clinical) fell silent after snmp; the ledger declares it",
        "病棟（診療系：控えめな問い合わせ）の 192.0.2.3 が snmp の問い合わせ後に応答しなくなったため"
        "（台帳に記載のある機器）",
    ),
    (
        "事務: icmp could not be asked (Network is unreachable)",
        "事務：icmp の問い合わせができませんでした（ネットワークに届かない）",
    ),
    (
        "事務: an answer to dns could not be read (a name that never ends)",
        "事務：dns への応答を読み取れませんでした（技術情報：a name that never ends）",
    ),
    ("'R7.4' is no date", "「R7.4」は日付ではありません"),
    ("from the name of the sheet '端末'", "シート名「端末」によります"),
]


@pytest.mark.parametrize(("sentence", "japanese"), NOTES)
def test_whole_notes_read_as_japanese(sentence: str, japanese: str) -> None:
    assert words("ja").said(sentence) == japanese


def test_the_systems_own_words_for_a_fault_are_told() -> None:
    for text in (os.strerror(28), os.strerror(13), os.strerror(101)):  # a full disk, no right, no network
        assert words("ja").said(text) != text
