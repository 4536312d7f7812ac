"""splink as the peer: the devices and rows of two CSV files linked one to one, as a program of its own.

    python splink_alone.py DEVICES.csv ROWS.csv PAIRS.csv

Columns of both, in plain forms: unique_id, serial, mac, host, ip, model, maker, kind; empty is not known.
One sane set-up: blocking by each identifier, levels for slips of the hand, the rest learnt from the data, the
single best link of each at a probability of one half; every pair compared, with what each column said of it, is
handed over, as reasons and runners-up are part of the task. Ten million pairs are sampled: with the default million splink
itself warns at this size that some levels stay untrained. Prints one JSON line; start and imports do not count.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path

import duckdb
import splink.comparison_library as levels
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

IDENTIFIERS = ("serial", "mac", "host", "ip")


def main(devices: str, rows: str, pairs: str) -> None:
    logging.getLogger("splink").setLevel(logging.ERROR)
    before = _peak()
    begun, processor = time.monotonic(), time.process_time()
    connection = duckdb.connect()
    database = DuckDBAPI(connection=connection)
    for name, path in (("devices", devices), ("rows", rows)):
        connection.execute(
            f"create table {name} as select * from read_csv('{path}', header = true, all_varchar = true, nullstr = '')"
        )
    settings = SettingsCreator(
        link_type="link_only",
        blocking_rules_to_generate_predictions=[block_on(name) for name in IDENTIFIERS],
        comparisons=[
            levels.LevenshteinAtThresholds("serial", [1, 2]),
            levels.LevenshteinAtThresholds("mac", [1]),
            levels.LevenshteinAtThresholds("host", [1]),
            levels.ExactMatch("ip"),
            levels.ExactMatch("model").configure(term_frequency_adjustments=True),
            levels.ExactMatch("maker"),
            levels.ExactMatch("kind"),
        ],
        retain_intermediate_calculation_columns=True,
    )
    tables = [database.register(name, dataset_display_name=name) for name in ("devices", "rows")]
    linker = Linker(tables, settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("serial"), block_on("mac"), block_on("host")], recall=0.9
    )
    sampling = time.monotonic()
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    sampling = time.monotonic() - sampling
    for name in ("host", "ip"):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(name))
    predicted = linker.inference.predict()
    evidence = connection.execute(f"select * from {predicted.physical_name}").fetchall()
    linked = linker.clustering.cluster_using_single_best_links(
        predicted, duplicate_free_datasets=["devices", "rows"], threshold_match_probability=0.5
    )
    table = linked.physical_name
    connection.execute(
        f"""copy (select d.unique_id as device, r.unique_id as row from {table} d join {table} r using (cluster_id)
        where d.source_dataset = 'devices' and r.source_dataset = 'rows') to '{pairs}' (header true)"""
    )
    took = round(time.monotonic() - begun, 2)
    used = round(time.process_time() - processor, 2)
    figures = {
        "seconds": took,
        "processor": used,
        "sampling": round(sampling, 2),
        "peak": round(_peak() - before),
    }
    print(json.dumps({**figures, "compared": len(evidence)}))


def _peak() -> float:
    """MiB that this process held at most until now (a child's ru_maxrss begins with its parent's)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
