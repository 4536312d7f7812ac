"""Writes the man pages out of the commands' own help: FOLDER VERSION. So the two cannot disagree."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

from click_man.core import write_man_pages

from reconciler.cli import daicho

folder, version = sys.argv[1:]
built = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
write_man_pages("daicho", daicho, version=version, target_dir=folder, date=f"{built:%Y-%m-%d}")
