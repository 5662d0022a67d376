"""`bench`: how long `extract` takes and how much memory, as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import click

from dashboard.model import Article, ReadingError
from dashboard.reading import load_documents
from dashboard.settings import PROJECT, Settings

WARM_RUNS = 5
BYTES_PER_KIB = 1024
TEXTS = frozenset({".md", ".txt"})
ABOUT_SEEDS = frozenset({"README.md", "SOURCES.md"})
# Runs the command in its own process and then says how much memory that took at most.
MEASURED = """
import sys
from dashboard.__main__ import main
status = main()
try:
    import resource
except ImportError:  # Windows keeps no such count
    peak = None
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak, file=sys.stderr)
sys.exit(status)
"""


@click.command()
@click.argument("document", required=False, type=click.Path(exists=True, path_type=Path))
def bench(document: Path | None) -> None:
    """
    Measure `extract` on DOCUMENT (by default the article that ships with the product).

    Prints JSON: seconds of a warm run, of a new process, and its peak memory.
    """
    settings = Settings()
    chosen = document or find_seed(settings)
    figures = {"document": chosen.name, **measure_process(chosen), **measure_warm(chosen, settings)}
    click.echo(json.dumps({"extract": figures}, indent=2))


def find_seed(settings: Settings) -> Path:
    """Return the first article that ships with the product."""
    seeds = (path for path in sorted(settings.seeds_dir.glob("*")) if path.suffix in TEXTS)
    article = next((path for path in seeds if path.name not in ABOUT_SEEDS), None)
    if article is None:
        msg = f"{settings.seeds_dir} holds no article; name a document to measure."
        raise ReadingError(msg)
    return article


def measure_warm(path: Path, settings: Settings) -> dict[str, object]:
    """Return the seconds of loading the tools, and of reading a document with them loaded."""
    from dashboard.pipeline import load_tools, make_briefing  # noqa: PLC0415 - loads the models

    start = time.perf_counter()
    tools = load_tools(settings)
    loaded = time.perf_counter() - start
    seconds, processor = [], []
    for _ in range(WARM_RUNS):
        start, used = time.perf_counter(), time.process_time()
        articles = list(load_documents(path, settings=settings))
        readable = tuple(each for each in articles if isinstance(each, Article))
        make_briefing(readable, tools, on_progress=lambda _step, _share: None)
        seconds.append(time.perf_counter() - start)
        processor.append(time.process_time() - used)
    chars = sum(len(article.text) for article in readable)
    return {
        "characters": chars,
        "load_tools_s": round(loaded, 2),
        "warm_s": round(median(seconds), 3),
        "warm_processor_s": round(median(processor), 3),
        "warm_runs": WARM_RUNS,
    }


def measure_process(path: Path) -> dict[str, object]:
    """Return the seconds and the peak memory of `extract` in a process of its own."""
    start = time.perf_counter()
    ended = subprocess.run(  # noqa: S603 - our own program on a path that is an argument
        [sys.executable, "-c", MEASURED, "extract", str(path.resolve())],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    elapsed = time.perf_counter() - start
    if ended.returncode:
        raise ReadingError(ended.stderr.strip() or "`extract` failed without a word.")
    peak = ended.stderr.strip().splitlines()[-1]
    kibibytes = int(peak) if peak.isdigit() else None
    if kibibytes and sys.platform == "darwin":  # where the count is in bytes
        kibibytes //= BYTES_PER_KIB
    return {
        "cold_process_s": round(elapsed, 2),
        "peak_memory_mb": round(kibibytes * BYTES_PER_KIB / 1e6) if kibibytes else None,
    }
