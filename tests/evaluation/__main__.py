"""`BRIEFING_CORPORA=folder python -m tests.evaluation [CORPUS...]`: the table, and JSON of it."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.gazetteer import load_gazetteer
from dashboard.geography import load_atlas
from dashboard.geoparsing import RECOGNITION_PARTS, load_language
from dashboard.settings import PROJECT, Settings
from tests.evaluation.corpora import NAMES, load_corpora
from tests.evaluation.runs import CONVENTIONS, Run, load_parsers, peak_memory_mb, run_corpus

if TYPE_CHECKING:
    from dashboard.model import MentionKind

OUT = PROJECT / ".cache" / "eval"
COLUMNS = (
    ("corpus", "{corpus}"),
    ("docs", "{documents}"),
    ("exact P/R/F1", "{exact[p]:.3f} {exact[r]:.3f} {exact[f1]:.3f}"),
    ("overlap P/R/F1", "{overlap[p]:.3f} {overlap[r]:.3f} {overlap[f1]:.3f}"),
    ("Acc@161", "{near[r]:.3f}"),
    ("id", "{geonameid[r]:.3f}"),
    ("id of answered", "{geonameid[p]:.3f}"),
    ("country", "{country[r]:.3f}"),
    ("end to end P/R/F1", "{end_to_end[p]:.3f} {end_to_end[r]:.3f} {end_to_end[f1]:.3f}"),
    ("docs/s", "{docs_per_second:.1f}"),
    ("kchar/s", "{kchars_per_second:.1f}"),
)


def main() -> int:
    """Score every corpus in the folder and print one table."""
    folder = os.environ.get("BRIEFING_CORPORA")
    if not folder or not Path(folder).is_dir():
        sys.stderr.write("Set BRIEFING_CORPORA to the folder with lgl.jsonl and the others.\n")
        return 2
    settings = Settings()
    parsers = load_parsers(
        load_language(parts=RECOGNITION_PARTS),
        load_gazetteer(settings.data_dir),
        load_atlas(settings.data_dir),
        models=settings.data_dir / "models",
    )
    names = tuple(sys.argv[1:]) or NAMES
    records: list[dict[str, Any]] = []
    for name, golds in load_corpora(Path(folder), names=names).items():
        run = run_corpus(golds, parsers, progress=sys.stderr.isatty())
        records.append(_record(name, run))
        # After each corpus, so that a run that is stopped has not been for nothing.
        report = _report(records)
        write_report(report, OUT)
        sys.stderr.write(table_of(report))
    sys.stdout.write(table_of(_report(records)))
    return 0


def write_report(report: dict[str, Any], folder: Path) -> None:
    """Write the figures as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report, indent=1) + "\n"
    (folder / "geoparsing.json").write_text(text, encoding="utf-8")


def _report(records: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "peak_memory_mb": round(peak_memory_mb()),
        "corpora": records,
    }


def table_of(report: dict[str, Any]) -> str:
    """Return the report as one table of plain text."""
    rows = [[title for title, _ in COLUMNS]]
    rows += [[cell.format(**record) for _, cell in COLUMNS] for record in report["corpora"]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    lines.append(f"{report['date']}, {report['machine']}, peak {report['peak_memory_mb']} MB")
    return "\n".join(lines) + "\n"


def _record(name: str, run: Run) -> dict[str, Any]:
    return {
        "corpus": name,
        "kinds scored": _kinds(CONVENTIONS[name]),
        "documents": run.documents,
        "exact": run.raw.exact.as_scores(),
        "overlap": run.raw.overlap.as_scores(),
        "end_to_end": run.raw.end_to_end.as_scores(),
        "near": run.given.near.as_scores(),
        "geonameid": run.given.geonameid.as_scores(),
        "country": run.given.country.as_scores(),
        "docs_per_second": run.documents / max(run.seconds, 1e-9),
        "kchars_per_second": run.characters / 1000 / max(run.seconds, 1e-9),
    }


def _kinds(kinds: frozenset[MentionKind]) -> list[str]:
    return sorted(str(kind) for kind in kinds)


if __name__ == "__main__":
    sys.exit(main())
