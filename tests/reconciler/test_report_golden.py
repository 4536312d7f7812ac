"""What a reader reads, in both languages, reviewed like code. GOLDEN=write in the environment writes it anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reconciler.report import page, text, workbook
from reconciler.report.wording import LANGUAGES, Language
from tests.reconciler.report_reading import page_text, workbook_text
from tests.reconciler.report_sample import report

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "report"


def told(face: str, language: Language) -> str:
    match face:
        case "page":
            return page_text(page.render(report(), language))
        case "workbook":
            return workbook_text(workbook.to_bytes(report(), language))
        case _:
            return text.summary(report(), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("face", ["page", "workbook", "summary"])
def test_what_a_reader_reads(face: str, language: Language) -> None:
    path = GOLDEN / f"{face}.{language}.txt"
    now = told(face, language)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


def test_the_summary_is_about_ten_lines() -> None:
    for language in LANGUAGES:
        assert 8 <= text.summary(report(), language).count("\n") <= 12


def test_the_first_run_says_so() -> None:
    assert "初回のため比較なし" in text.summary(report(None))
    assert "前回との比較はありません" in page.render(report(None))
    assert "初回" in workbook_text(workbook.to_bytes(report(None)))


DIGEST = """
import hashlib, sys
from reconciler.report import page, text, workbook
from tests.reconciler.report_sample import report
for lang in ("ja", "en"):
    for made in (page.render(report(), lang).encode(), workbook.to_bytes(report(), lang), text.summary(report(), lang).encode()):
        print(hashlib.sha256(made).hexdigest())
"""


def test_the_same_report_is_the_same_bytes_anywhere() -> None:
    """In two processes with other hash seeds, other time zones, other locales."""

    def digests(seed: str, zone: str, locale: str) -> str:
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONPATH": str(ROOT),
        }
        done = subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    one = digests("1", "UTC", "C.UTF-8")
    assert len(one.split()) == 6
    assert one == digests("2", "America/New_York", "C")
