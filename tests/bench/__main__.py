"""Every benchmark in one run, printed as one JSON object: what `make bench` calls."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from dashboard.commands.bench import find_seed, measure_process, measure_warm
from dashboard.gazetteer.measure import measure_gazetteer
from dashboard.settings import Settings
from tests.bench import filter_clicks
from tests.bench.big_tables import measure_tables
from tests.bench.first_load import measure_page
from tests.bench.selection import measure_selection
from tests.bench.slides import measure_slides
from tests.browser.map_harness import serve

LARGE = "--large"
"""Also tables of 100,000 and a million rows: ten minutes in all, and three and a half gigabytes.

`BRIEFING_BENCH_TABLE` may name a UCDP GED table whose rows are taken, again and again for the
larger sizes; without it the rows are made up.
"""


def main() -> None:
    """Measure one thing after the other, and say on standard error which."""
    settings = Settings()
    seed = find_seed(settings)
    figures: dict[str, object] = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
    }
    parts = {
        "extract": lambda: measure_process(seed) | measure_warm(seed, settings),
        "gazetteer": lambda: measure_gazetteer(
            settings.data_dir, seed.read_text(encoding="utf-8"), clock=time.perf_counter
        ),
        "slides": measure_slides,
        "page": measure_page,
        "mark_and_sentence": measure_selection,
        "filter_click_to_repainted": _measure_clicks,
        "big_tables": lambda: measure_tables(is_large=LARGE in sys.argv),
    }
    start = time.perf_counter()
    for name, measure in parts.items():
        sys.stderr.write(f"Measuring {name} …\n")
        figures[name] = measure()
    figures["minutes_in_all"] = round((time.perf_counter() - start) / 60, 1)
    figures["load_average"] = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    json.dump(figures, sys.stdout, indent=2)
    sys.stdout.write("\n")


def _measure_clicks() -> object:
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(filter_clicks.SCRIPT, Path(folder)) as address,
    ):
        return filter_clicks.measure(address)


if __name__ == "__main__":
    main()
