"""The next report opens with what was done, what is overdue, what came back and what is due soon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reconciler.decisions import Decision, Verdict
from reconciler.report import page, phrases, text, workbook
from reconciler.report.model import Report
from reconciler.report.wording import LANGUAGES, words
from reconciler.store import open_store
from reconciler.store_decisions import save_decision
from reconciler.store_tables import Store
from tests.builders import complete_asset, device
from tests.reconciler.decide_scene import audited
from tests.reconciler.report_reading import page_text, workbook_text

DAY_1, DAY_2, DAY_3, DAY_4 = (f"2026-11-{day}T10:00:00Z" for day in ("01", "08", "15", "22"))
MAC = "00:1b:21:00:00:01"
BOX = device(f"main/{MAC}", mac=MAC, ip="10.0.0.1", host="NAS-1", class_="storage")
ROW = complete_asset("NAS-1", name="保存装置", mac=MAC, hostname="NAS-1", ip="10.0.0.1", row=2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "history.sqlite"))
    yield opened
    opened.close()


def promise(verdict: Verdict = Verdict.REGISTER, **more: str) -> Decision:
    about = {
        "device": BOX.id,
        "difference": f"UNREGISTERED|{BOX.id}",
        "owner": "情報システム課",
        "subject": "NAS-1",
    }
    return replace(Decision(verdict, "田中", "2026-11-02T00:00:00Z", **about), **more)  # type: ignore[arg-type]


def states(report: Report) -> list[tuple[str, str]]:
    return [(f.state.value, f.decision.subject if f.decision else "") for f in report.followups]


@pytest.mark.parametrize(
    ("verdict", "due", "asked"),
    [
        (None, "", {"owner", "sign"}),
        (Verdict.REGISTER, "2027-03-31", {"sign"}),
        (Verdict.REGISTER, "2026-11-07", {"overdue", "sign"}),
        (Verdict.CORRECT, "2027-03-31", {"owner", "sign"}),  # no answer to whose it is
        (Verdict.IGNORE, "2027-03-31", {"sign"}),
        (Verdict.IGNORE, "2026-11-07", {"overdue", "owner", "sign"}),  # the time to wait and see is over
    ],
)
def test_what_was_decided_is_not_asked_again(
    verdict: Verdict | None, due: str, asked: set[str], store: Store
) -> None:
    audited(store, "one", DAY_1, [BOX], [])
    if verdict:
        save_decision(store, promise(verdict, **{"expires" if verdict is Verdict.IGNORE else "due": due}))
    second = audited(store, "two", DAY_2, [BOX], [])
    assert {ask.code for ask in second.asks} == asked


@pytest.mark.parametrize(
    ("verdict", "day", "said", "due"),
    [
        (Verdict.REGISTER, "2027-03-31", "判定のとおり", date(2027, 3, 31)),
        (Verdict.REGISTER, "2026-11-07", "判定のとおり", date(2026, 11, 7)),
        (Verdict.IGNORE, "2027-03-31", "決めた期限まで", None),
        (Verdict.CORRECT, "2027-03-31", "所有部署と用途", None),  # no answer to whose it is
    ],
)
def test_what_was_decided_is_what_is_to_be_done_and_by_when(
    verdict: Verdict, day: str, said: str, due: date | None, store: Store
) -> None:
    audited(store, "one", DAY_1, [BOX], [])
    save_decision(store, promise(verdict, **{"expires" if verdict is Verdict.IGNORE else "due": day}))
    second = audited(store, "two", DAY_2, [BOX], [])
    (item,) = second.items
    assert said in phrases.action(item, words("ja"))
    assert item.due == due if due else item.due > second.as_of


@pytest.mark.parametrize(
    ("meaning", "due", "state"),
    [
        ("in good time", "2027-03-31", "open"),
        ("no day was said", "", "open"),
        ("on the very day", "2026-11-08", "soon"),
        ("within a month", "2026-12-08", "soon"),
        ("a day after that", "2026-12-09", "open"),
        ("yesterday", "2026-11-07", "overdue"),
    ],
)
def test_what_is_still_there(meaning: str, due: str, state: str, store: Store) -> None:
    audited(store, "r1", DAY_1, [BOX], [])
    save_decision(store, promise(due=due))
    assert states(audited(store, "r2", DAY_2, [BOX], [])) == [(state, "NAS-1")], meaning


def test_what_was_done_is_told_once(store: Store) -> None:
    audited(store, "r1", DAY_1, [BOX], [])
    save_decision(store, promise())
    done = audited(store, "r2", DAY_2, [BOX], [ROW])
    assert states(done) == [("done", "NAS-1")]
    assert (done.followups[0].since, done.followups[0].items) == (DAY_1, ())
    assert states(audited(store, "r3", DAY_3, [BOX], [ROW])) == []


def test_what_was_not_looked_at_is_not_done(store: Store) -> None:
    audited(store, "r1", DAY_1, [BOX], [])
    save_decision(store, promise())
    assert states(audited(store, "r2", DAY_2, [], [], looked=False)) == []
    assert states(audited(store, "r3", DAY_3, [], [])) == [("done", "NAS-1")]


def test_what_came_back(store: Store) -> None:
    audited(store, "r1", DAY_1, [BOX], [])
    save_decision(store, promise(Verdict.RETIRE))
    audited(store, "r2", DAY_2, [], [])
    back = audited(store, "r3", DAY_3, [BOX], [])
    assert states(back) == [("came_back", "NAS-1")]
    assert back.followups[0].since == DAY_2
    assert back.item(back.followups[0].items[0]).difference.device == BOX.id


def test_what_came_back_although_nobody_decided_on_it(store: Store) -> None:
    audited(store, "r1", DAY_1, [BOX], [])
    audited(store, "r2", DAY_2, [], [])
    assert states(audited(store, "r3", DAY_3, [BOX], [])) == [("came_back", "")]
    assert states(audited(store, "r4", DAY_4, [BOX], [])) == [], "told once: it is an ordinary finding again"


def test_a_guest_whose_time_is_over_is_overdue(store: Store) -> None:
    audited(store, "r1", DAY_1, [BOX], [])
    save_decision(store, promise(Verdict.GUEST, difference="", expires="2026-11-05"))
    assert states(audited(store, "r2", DAY_2, [BOX], [])) == [("overdue", "NAS-1")]


def test_the_faces_open_with_it(store: Store) -> None:
    audited(store, "r1", DAY_1, [BOX], [])
    save_decision(store, promise(due="2026-11-05", note="業者に依頼済み"))
    report = audited(store, "r2", DAY_2, [BOX], [])
    for lang in LANGUAGES:
        w = words(lang)
        head, state = w("heading.followups"), w("follow.overdue")
        for told in (page_text(page.render(report, lang)), workbook_text(workbook.to_bytes(report, lang))):
            assert state in told and "業者に依頼済み" in told and "情報システム課" in told
            mark = r"## (?:[0-9]+\W{1,2})?%s" if "## " in told else "'%s'"
            places = [re.search(mark % re.escape(h), told) for h in (head, w("heading.summary"))]
            assert places[0] and places[1] and places[0].start() < places[1].start()
        assert f"{state} 1" in text.summary(report, lang)


def test_without_decisions_nothing_is_said_of_them(store: Store) -> None:
    report = audited(store, "r1", DAY_1, [BOX], [])
    for lang in LANGUAGES:
        assert words(lang)("heading.followups") not in page.render(report, lang)
