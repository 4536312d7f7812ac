"""A sealed run on the disk: what was done to it is told in words, documents are added without hiding anything, and the
report comes out of the folder once more, byte for byte."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agent.seal import SEAL
from agent.signed import fingerprint
from agent.signing import passing_signer
from reconciler.commands.outcome import CommandError
from reconciler.commands.sealing import put_aside
from reconciler.commands.state import signer
from reconciler.commands.verdict import verdict
from tests.reconciler.sealed_run import code, copy_of, run, sealed_run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAICHO_STATE", str(tmp_path_factory.mktemp("state") / "own"))
        yield sealed_run(tmp_path_factory.mktemp("made") / "run")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copy_of(made, tmp_path / "run")


def test_a_run_is_sealed_with_what_it_was_made_from(made: Path) -> None:
    done = run("verify", made, "--remake")
    assert code(done) == 0, done.output
    assert "封印のとおりです" in done.output
    for name in ("findings.json", "reconciliation.json", "report.html", "report.json", "report.xlsx"):
        assert name in done.output
    sealed = {one["path"] for one in json.loads((made / SEAL).read_text(encoding="utf-8"))["files"]}
    assert {"journal.jsonl", "account.json", "inputs/rules.zip", "inputs/history.json", "inputs/settings.json",
            "inputs/ledgers/1/ledger.xlsx"} <= sealed  # fmt: skip


# -- tampering -----------------------------------------------------------------------------------


def third_line(folder: Path) -> None:
    lines = (folder / "journal.jsonl").read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"2026", b"2027", 1)
    (folder / "journal.jsonl").write_bytes(b"\n".join(lines))


def lines_exchanged(folder: Path) -> None:
    lines = (folder / "journal.jsonl").read_bytes().split(b"\n")
    lines[9], lines[10] = lines[10], lines[9]
    (folder / "journal.jsonl").write_bytes(b"\n".join(lines))


def last_line_gone(folder: Path) -> None:
    lines = (folder / "journal.jsonl").read_bytes().split(b"\n")
    (folder / "journal.jsonl").write_bytes(b"\n".join(lines[:-2]) + b"\n")


def cut_short(folder: Path) -> None:
    octets = (folder / "journal.jsonl").read_bytes()
    (folder / "journal.jsonl").write_bytes(octets[:-5])


def last_byte(folder: Path) -> None:
    octets = (folder / "report.xlsx").read_bytes()
    (folder / "report.xlsx").write_bytes(octets[:-1] + b"!")


def renamed(folder: Path) -> None:
    (folder / "report.html").rename(folder / "report2.html")


def a_link(folder: Path) -> None:
    (folder / "report.html").rename(folder.parent / "elsewhere.html")
    (folder / "report.html").symlink_to(folder.parent / "elsewhere.html")


def a_linked_folder(folder: Path) -> None:
    (folder / "more").symlink_to(folder.parent)


def seal_changed(folder: Path) -> None:
    text = (folder / SEAL).read_text(encoding="utf-8")
    (folder / SEAL).write_text(text.replace('"size": ', '"size":  ', 1), encoding="utf-8")


def seal_no_text(folder: Path) -> None:
    (folder / SEAL).write_bytes(b"\xff" + (folder / SEAL).read_bytes())


def sealed_by_another(folder: Path) -> None:
    """Whoever changes a document can seal it anew, but with no key of ours."""
    from agent.seal import document_of, read_seal
    from agent.signed import signed
    from agent.signing import signer_of, verify
    from reconciler.commands.verdict import contents

    seal = read_seal((folder / SEAL).read_text(encoding="utf-8"), verify)
    (folder / "report.html").write_text("all is well", encoding="utf-8")
    files, _ = contents(folder, seal.made.live)
    key = signer_of(folder.parent / "another")
    (folder / SEAL).write_text(signed(document_of(seal.made, files), key.public, key.sign), encoding="utf-8")


TAMPERINGS: list[tuple[Callable[[Path], None], str, str]] = [
    (third_line, "journal.jsonl", "the chain is broken at line 3"),
    (lines_exchanged, "journal.jsonl", "the chain is broken at line 10"),
    (last_line_gone, "journal.jsonl", "bytes shorter"),
    (cut_short, "journal.jsonl", "the chain is broken at line"),
    (last_byte, "report.xlsx", "was changed after it was sealed (beginning somewhere in bytes"),
    (
        renamed,
        "report.html",
        "was there when it was sealed, and is not now; its content is that of report2.html",
    ),
    (a_link, "report.html", "is a link"),
    (a_linked_folder, "more", "is a link"),
    (seal_changed, "seal.json", "the seal itself was changed or is damaged (at byte"),
    (seal_no_text, "seal.json", "the seal itself was changed or is damaged (at byte 0"),
]


@pytest.mark.parametrize(("tamper", "path", "says"), TAMPERINGS, ids=[t[0].__name__ for t in TAMPERINGS])
def test_what_was_done_is_told_with_its_place(
    tamper: Callable[[Path], None], path: str, says: str, folder: Path
) -> None:
    tamper(folder)
    done = run("verify", folder, "--lang", "en")
    assert code(done) == 1
    assert any(line.startswith(f"- {path}: ") and says in line for line in done.output.splitlines()), (
        done.output
    )
    assert code(run("verify", folder)) == 1, "and in Japanese"


def test_without_a_seal_nothing_is_said_of_the_folder(folder: Path) -> None:
    (folder / SEAL).unlink()
    done = run("verify", folder)
    assert code(done) == 2 and "封印がありません" in done.output


def test_only_the_fingerprint_on_paper_tells_whose_seal_it_is(folder: Path) -> None:
    account = json.loads((folder / "account.json").read_text(encoding="utf-8"))
    on_paper = account["signature"]["fingerprint"]
    assert on_paper in (folder / "report.html").read_text(encoding="utf-8")
    assert code(run("verify", folder, "--key", on_paper.replace(" ", "").lower())) == 0
    sealed_by_another(folder)
    assert code(run("verify", folder)) == 0, "a seal of somebody's"
    done = run("verify", folder, "--key", on_paper, "--lang", "en")
    assert code(done) == 1 and "not sealed with the key that was given" in done.output


def test_what_systems_leave_where_somebody_looked_is_no_change(folder: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "~$report.xlsx", "inputs/.DS_Store"):
        (folder / name).write_bytes(b"x")
    assert code(run("verify", folder)) == 0


def test_a_program_reads_the_verdict(folder: Path) -> None:
    last_byte(folder)
    done = run("verify", folder, "--json")
    told = json.loads(done.output)
    assert told["sealed"] and not told["whole"] and told["faults"][0]["path"] == "report.xlsx"


# -- adding --------------------------------------------------------------------------------------


def report_into(folder: Path, *more: object) -> int:
    ledger = folder / "inputs/ledgers/1/ledger.xlsx"
    return code(run("report", folder / "findings.json", ledger, "--out", folder, *more))


def test_a_report_made_anew_is_sealed_anew_and_the_former_seal_stays(folder: Path) -> None:
    first = (folder / SEAL).read_bytes()
    store = folder / "history.sqlite"
    assert report_into(folder, "--lang", "en", "--store", store, "--as-of", "2026-12-31") == 1
    assert (folder / "seal-1.json").read_bytes() == first
    done = run("verify", folder, "--remake", "--lang", "en")
    assert code(done) == 0, done.output
    assert "written anew after it: report.html" in done.output and "Seal 2" in done.output
    assert report_into(folder) == 1, "a third one, without the store"
    store.write_bytes(store.read_bytes() + b"\0")
    assert code(run("verify", folder)) == 0, "a store lives on"


def test_the_history_that_was_used_is_kept(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "history.sqlite"
    for _ in range(2):
        assert report_into(folder, "--store", store) == 1
    store.unlink()
    assert code(run("verify", folder, "--remake")) == 0


def test_what_people_had_decided_that_day_is_kept(folder: Path, tmp_path: Path) -> None:
    """Also what is one box, for which the devices are made again from the journal, and what became of a promise."""
    from reconciler.decisions import Decision, Verdict
    from reconciler.store import opened
    from reconciler.store_decisions import save_decision

    store, day = tmp_path / "history.sqlite", "2026-11-01T00:00:00Z"
    core, odd = "main/78:72:5d:3c:20:41", "main/e8:1c:ba:99:25:40"
    with opened(str(store)) as history:
        save_decision(history, Decision(Verdict.DIFFERENT, "山田", day, device=core, other="main/10.20.2.1"))
        save_decision(history, Decision(Verdict.REGISTER, "山田", day, device=odd, due="2026-11-10"))
    assert report_into(folder, "--store", store) == 1
    told = json.loads((folder / "inputs/history.json").read_text(encoding="utf-8"))["used"]
    assert [len(told[name]) for name in ("decisions", "boxes", "followups")] == [2, 1, 1]
    devices = json.loads((folder / "report.json").read_text(encoding="utf-8"))["devices"]
    assert len(devices) == 17, "the core switch is two boxes now"
    store.unlink()
    done = run("verify", folder, "--remake", "--lang", "en")
    assert code(done) == 0, done.output


def test_a_hospitals_own_measures_are_kept(folder: Path, tmp_path: Path) -> None:
    text = (ROOT / "reconciler/required.toml").read_text(encoding="utf-8")
    own = tmp_path / "required.toml"
    own.write_text(text.partition("[classes]")[0] + '[classes]\ndefault = ["maintainer"]\n', encoding="utf-8")
    before = (folder / "reconciliation.json").read_bytes()
    assert report_into(folder, "--required", own) == 1
    assert (folder / "reconciliation.json").read_bytes() != before, "they change something"
    own.unlink()
    done = run("verify", folder, "--remake", "--lang", "en")
    assert code(done) == 0, done.output


@pytest.mark.parametrize("place", [".", "copies", "deep/er"])
def test_copies_are_added_under_a_new_seal(folder: Path, place: str) -> None:
    ledger = folder / "inputs/ledgers/1/ledger.xlsx"
    assert code(run("annotate", folder / "findings.json", ledger, "--out", folder / place)) == 1
    done = run("verify", folder, "--lang", "en")
    assert code(done) == 0 and "added after it" in done.output


@pytest.mark.parametrize("tamper", [third_line, last_byte, renamed, seal_changed])
def test_a_changed_folder_is_not_blessed(tamper: Callable[[Path], None], folder: Path) -> None:
    tamper(folder)
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    ledger = folder / "ledger.xlsx"
    done = run("report", folder / "findings.json", ledger, "--out", folder)
    assert code(done) == 2 and "daicho verify" in str(done.exception)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
    assert code(run("verify", folder)) == 1


def test_a_command_that_wrote_nothing_leaves_the_seal(folder: Path) -> None:
    done = run("report", folder / "findings.json", folder / "no.xlsx", "--out", folder)
    assert code(done) == 2
    assert (folder / SEAL).exists() and not (folder / "seal-1.json").exists()
    assert code(run("verify", folder)) == 0


def test_who_died_while_adding_goes_on_and_the_chain_shows_it(folder: Path) -> None:
    put_aside(folder)
    (folder / "report.html").write_text("half", encoding="utf-8")
    done = run("verify", folder, "--lang", "en")
    assert code(done) == 2 and "run it again" in done.output
    assert report_into(folder) == 1
    assert code(run("verify", folder)) == 0


def test_a_stopped_run_is_gone_on_with_under_a_new_seal(folder: Path) -> None:
    from agent import journal as journals
    from agent.assemble import sort_records
    from agent.scope import parse_scope
    from reconciler.commands.scan import _open_journal
    from reconciler.commands.sealing import seal_run

    scope = parse_scope(sort_records(journals.read(folder / "journal.jsonl")).scope_text)
    journal, _ = _open_journal(folder, scope, resume=True)
    journal.append("note", {"text": "gone on with"})
    journal.close()
    assert code(run("verify", folder)) == 2, "a run that is under way"
    seal_run(folder)
    assert code(run("verify", folder)) == 0


def test_a_stopped_run_that_was_changed_is_not_gone_on_with(folder: Path) -> None:
    from agent import journal as journals
    from agent.assemble import sort_records
    from agent.scope import parse_scope
    from reconciler.commands.scan import _open_journal

    scope = parse_scope(sort_records(journals.read(folder / "journal.jsonl")).scope_text)
    last_byte(folder)
    before = (folder / "journal.jsonl").read_bytes()
    with pytest.raises(CommandError, match="not as it was sealed"):
        _open_journal(folder, scope, resume=True)
    assert (folder / "journal.jsonl").read_bytes() == before


def test_what_a_site_hands_over_becomes_a_sealed_run(tmp_path: Path) -> None:
    (tmp_path / "scope.toml").write_text(
        '[authorisation]\nby = "山田"\nuntil = 2027-01-01\n[[network]]\ncidr = "192.0.2.0/24"\n',
        encoding="utf-8",
    )
    (tmp_path / "arp.txt").write_text(
        "? (192.0.2.7) at 00:00:4c:10:20:30 [ether] on eth0\n? (192.0.2.8) at 00:00:4c:10:20:31 [ether] on eth0\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    done = run("import", tmp_path / "arp.txt", "--scope", tmp_path / "scope.toml", "--out", out)
    assert code(done) == 0, done.stderr
    told = run("verify", out, "--remake", "--lang", "en")
    assert code(told) == 0 and "byte for byte: findings.json" in told.output


def test_a_former_seal_cannot_be_taken_away_or_changed(folder: Path) -> None:
    assert report_into(folder) == 1
    text = (folder / "seal-1.json").read_text(encoding="utf-8")
    (folder / "seal-1.json").write_text(text.replace("daicho 0", "daicho 9", 1), encoding="utf-8")
    assert {f.path for f in verdict(folder).faults} == {"seal-1.json", "seal.json"}
    (folder / "seal-1.json").unlink()
    assert {f.code for f in verdict(folder).faults} == {"missing", "chain"}


def test_a_journal_is_only_added_to(folder: Path) -> None:
    """Whoever has the key can rewrite the journal and seal it anew; the first seal still tells."""
    import reconciler.commands.sealing as sealing

    put_aside(folder)
    octets = (folder / "journal.jsonl").read_bytes()
    from tests.reconciler.sealed_run import run as again

    (folder / "journal.jsonl").write_bytes(_chained_anew(octets))
    sealing.seal_run(folder)
    done = again("verify", folder, "--lang", "en")
    assert code(done) == 1 and "was rewritten later" in done.output


def _chained_anew(octets: bytes) -> bytes:
    import hashlib

    from agent.journal import FIRST_CHAIN, MARK

    chain, out = FIRST_CHAIN, []
    for line in octets.split(b"\n")[:-1]:
        body = line.rpartition(MARK)[0].replace(b"10.20.1.10", b"10.20.1.99")
        chain = hashlib.sha256(chain.encode() + body).hexdigest()
        out.append(body + MARK + chain.encode() + b'"}\n')
    return b"".join(out)


# -- made again ----------------------------------------------------------------------------------


def test_a_document_that_is_not_what_is_made_again_is_told_with_its_place(folder: Path) -> None:
    """Also where somebody with the key has sealed it anew."""
    from reconciler.commands.remake import remade

    text = (folder / "report.json").read_text(encoding="utf-8")
    at = text.index('"severity": "')
    (folder / "report.json").write_text(text[:at] + "X" + text[at + 1 :], encoding="utf-8")
    same, faults = remade(folder)
    assert "report.html" in same and "findings.json" in same
    (fault,) = faults
    assert (fault.code, fault.path) == ("remade", "report.json")
    assert fault.first == len(text[:at].encode())


def test_the_account_is_made_again_too(folder: Path) -> None:
    from agent.signed import signed
    from reconciler.commands.remake import remade

    document = json.loads((folder / "account.json").read_text(encoding="utf-8"))
    del document["signature"]
    document["devices"][0]["packets"] += 1
    key = passing_signer()
    (folder / "account.json").write_text(signed(document, key.public, key.sign), encoding="utf-8")
    assert ("remade", "account.json") in [(f.code, f.path) for f in remade(folder)[1]]


def test_rules_that_have_changed_since_do_not_change_old_findings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reconciler.commands.remake as remake

    monkeypatch.setattr(remake, "pack", lambda: remake_other(folder))
    same, faults = remake.remade(folder)
    assert not faults and "findings.json" in same


def remake_other(folder: Path) -> bytes:
    """Another rule set than the folder's."""
    from io import BytesIO
    from zipfile import ZipFile

    out = BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr("0/other.toml", "")
    return out.getvalue()


# -- the key, the rights, the stick ----------------------------------------------------------------


def test_the_signed_account_is_named_on_the_cover_of_page_and_workbook(made: Path) -> None:
    from openpyxl import load_workbook

    key = json.loads((made / "account.json").read_text(encoding="utf-8"))["signature"]["fingerprint"]
    cover = load_workbook(made / "report.xlsx").worksheets[0]
    assert any(key in str(cell.value) for row in cover.iter_rows() for cell in row)
    assert key in (made / "report.html").read_text(encoding="utf-8")
    assert json.loads((made / SEAL).read_text(encoding="utf-8"))["signature"]["fingerprint"] == key


def test_init_makes_the_key_and_tells_its_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAICHO_STATE", str(tmp_path / "state"))
    done = run("init", "--out", tmp_path / "scope.toml")
    path = tmp_path / "state" / "signing.key"
    assert code(done) == 0 and stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "fingerprint" in done.stderr
    path.chmod(0o640)
    assert "chmod 600" in str(run("init", "--out", tmp_path / "b.toml").exception)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are read on POSIX alone")
def test_nothing_that_is_made_is_for_everybody(tmp_path: Path) -> None:
    import subprocess
    import sys

    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-m", "reconciler", "demo", "--replay", "--out", str(out)],
        env={**os.environ, "DAICHO_STATE": str(tmp_path / "state")}, umask=0, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert not [p for p in (out, *out.rglob("*")) if p.stat().st_mode & stat.S_IRWXO]


def test_settings_that_everybody_can_change_begin_no_run(tmp_path: Path) -> None:
    config = tmp_path / "daicho.toml"
    config.write_text(
        'scope = "s.toml"\nledgers = ["a.xlsx"]\nruns = "runs"\nstore = "h.sqlite"\n', encoding="utf-8"
    )
    config.chmod(0o666)
    done = run("audit", "--config", config)
    assert code(done) == 2 and "chmod o-rwx" in str(done.exception)
    assert not (tmp_path / "runs").exists()


def test_a_folder_that_everybody_can_read_is_told(folder: Path) -> None:
    folder.chmod(0o755)
    ledger = folder / "inputs/ledgers/1/ledger.xlsx"
    done = run("report", folder / "findings.json", ledger, "--out", folder)
    assert "everybody on this machine can read this run's folder" in done.stderr


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which nothing may appear."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("DAICHO_PORTABLE", "1")
    monkeypatch.delenv("DAICHO_STATE", raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    return home


def test_from_a_stick_nothing_is_left_but_the_folder_and_no_key_in_it(stick: Path, tmp_path: Path) -> None:
    folder = sealed_run(tmp_path / "run")
    assert report_into(folder) == 1
    assert not list(stick.iterdir()) and not list(folder.rglob("signing.key"))
    key = fingerprint(signer(folder).public)
    assert key == fingerprint(signer(folder).public), "one key for one audit"
    assert json.loads((folder / SEAL).read_text(encoding="utf-8"))["signature"]["fingerprint"] == key
    assert code(run("verify", folder, "--key", key, "--remake")) == 0


def test_what_comes_after_the_key_of_one_audit_is_not_vouched_for_by_it(stick: Path, tmp_path: Path) -> None:
    folder = sealed_run(tmp_path / "run")
    on_paper = json.loads((folder / "account.json").read_text(encoding="utf-8"))["signature"]["fingerprint"]
    assert report_into(folder, "--lang", "en") == 1
    assert code(run("verify", folder)) == 0
    done = run("verify", folder, "--key", on_paper, "--lang", "en")
    assert code(done) == 1
    assert "report.html: came or changed after seal-1.json" in done.output
    assert "findings.json: came" not in done.output


def test_a_stop_from_a_stick_names_its_run(stick: Path, tmp_path: Path) -> None:
    assert "--out" in str(run("stop").exception)
    assert code(run("stop", "--out", tmp_path / "run")) == 0
    assert (tmp_path / "run" / "state" / "STOP").exists() and not list(stick.iterdir())


def test_from_a_stick_a_lost_device_holds_the_next_folder_too(stick: Path, tmp_path: Path) -> None:
    from reconciler.commands.stopping import check_armed

    lost = tmp_path / "first" / "state" / "LOST"
    lost.parent.mkdir(parents=True)
    lost.write_text("the watch stopped the run", encoding="utf-8")
    with pytest.raises(CommandError, match="the watch stopped the run"):
        check_armed("", tmp_path / "second")
    check_armed("山田", tmp_path / "second")
    assert not lost.exists()
