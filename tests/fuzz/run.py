"""Coverage-guided fuzzing of one target (targets.py), by Atheris on libFuzzer.

    python -m tests.fuzz.run TARGET --seconds 60 [--corpus FOLDER] [--found FOLDER]

Starts from the seeds and from what is kept in corpus/, goes on from whatever reaches new code, and stops when the
time is up. An input fails that raises, that takes more than a second of processor time (the best of three: the machine
has other work), or with which the process has grown by 200 MB; each place in the code is told once, with the input in
FOUND. Prints one line of figures; ends with 1 where anything failed.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import resource
import sys
import tempfile
import time
import traceback
from pathlib import Path

import atheris

LONGEST = 1.0
"""Seconds of processor time for one input."""
MOST_MEMORY = 200
"""MB that the process may grow by, its modules and the fuzzer's own tables of what was reached not counted."""
HANGS = 30
"""Seconds after which libFuzzer gives an input up: no time is too long to be measured otherwise."""

with atheris.instrument_imports(include=["probes", "agent", "reconciler"], enable_loader_override=False):
    from tests.fuzz.pack import kept
    from tests.fuzz.targets import TARGETS, FuzzTarget


def main() -> None:
    options = _options()
    target = TARGETS[options.target]
    seeds = Path(tempfile.mkdtemp(prefix="seeds"))
    for seed in (*target.seeds(), *kept(options.target)):
        (seeds / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed[: target.longest])
    options.corpus.mkdir(parents=True, exist_ok=True)
    options.found.mkdir(parents=True, exist_ok=True)
    trial = Trial(target, options)
    arguments = [
        sys.argv[0],
        str(options.corpus),
        str(seeds),
        f"-max_total_time={options.seconds}",
        f"-max_len={target.longest}",
        f"-timeout={HANGS}",
        "-rss_limit_mb=0",
        "-print_final_stats=0",
        "-verbosity=0",
        f"-artifact_prefix={options.found}/",
    ]
    atheris.Setup(arguments, trial.one)
    atheris.Fuzz()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, default=Path(tempfile.mkdtemp(prefix="corpus")))
    parser.add_argument("--found", type=Path, default=Path(tempfile.mkdtemp(prefix="found")))
    return parser.parse_args()


class Trial:
    """One target under trial: what its inputs cost, and the places at which it failed."""

    def __init__(self, target: FuzzTarget, options: argparse.Namespace) -> None:
        self.target, self.options = target, options
        self.inputs, self.longest, self.places = 0, 0.0, set[str]()
        self.begun, self.told = time.monotonic(), 0.0
        self.memory = _memory()
        self.report = options.found / f"{options.target}.report"

    def one(self, octets: bytes) -> None:
        self.inputs += 1
        before = time.process_time()
        try:
            self.target.take(octets)
        except Exception as error:  # noqa: BLE001 - what may not be raised is what is looked for here
            frame = traceback.extract_tb(error.__traceback__)[-1]
            self.failed(
                octets, f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}: {error}"
            )
        seconds = time.process_time() - before
        if seconds > LONGEST:
            seconds = min(self.again(octets) for _ in range(3))
        if seconds > LONGEST:
            self.failed(octets, f"hang: {seconds:.1f} s")
        self.longest = max(self.longest, seconds)
        if time.monotonic() - self.told > 1:
            self.tell()

    def again(self, octets: bytes) -> float:
        before = time.process_time()
        with contextlib.suppress(Exception):
            self.target.take(octets)
        return time.process_time() - before

    def failed(self, octets: bytes, why: str) -> None:
        place = why.partition(": ")[0]
        if place not in self.places:
            self.places.add(place)
            name = f"{self.options.target}-{hashlib.sha1(octets, usedforsecurity=False).hexdigest()[:12]}"
            (self.options.found / name).write_bytes(octets)
            print(f"{name}: {why[:300]}", file=sys.stderr, flush=True)

    def tell(self) -> None:
        """libFuzzer ends the process itself: what is to be known at its end is written every second."""
        self.told = time.monotonic()
        grown = _memory() - self.memory
        if grown > MOST_MEMORY:
            self.failed(b"", f"memory: {grown} MB more than at the beginning")
        text = (
            f"{self.options.target}: {self.inputs} inputs in {self.told - self.begun:.0f} s, longest "
            f"{self.longest * 1000:.0f} ms, {grown} MB more, {len(self.places)} failures\n"
        )
        new = self.report.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self.report)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    main()
