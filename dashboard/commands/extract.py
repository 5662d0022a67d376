"""`extract`: documents in, one JSON object for each out, or a map file for all."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.commands.boundary import BAD_INPUT, describe_fault, say, say_warnings
from dashboard.commands.inputs import load_inputs, read_table
from dashboard.model import Article, Briefing, BriefingError, ReadingError
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO, TextIO

    from dashboard.commands.inputs import Table
    from dashboard.pipeline import Tools

EPILOG = """\b
A FILE is a txt, md, html, pdf or docx document, a folder of them, an event table of UCDP GED,
ACLED or GDELT, or a .jsonl file with lines of
  {"doc_id": "...", "text": "...", "title": "...", "date": "YYYY-MM-DD"}
Character offsets count from 0 in the text of the document and are half open.

\b
Examples:
  python -m dashboard extract article.txt
  python -m dashboard extract reports/ --format csv > reports.csv

A file that cannot be read is named on standard error, the others go through, and the exit status
is 2."""


@dataclass(slots=True)
class Progress:
    """A line on a terminal that says how far the work is; nothing where there is no terminal."""

    stream: TextIO
    done: int = 0

    @property
    def is_shown(self) -> bool:
        """Whether somebody is looking."""
        return self.stream.isatty()

    def show(self, step: str, share: float) -> None:
        """Show the step of the document that is being read, and the share of it from 0 to 1."""
        if self.is_shown:
            bar = "#" * round(20 * share)
            self.stream.write(f"\r[{bar:<20}] {self.done} documents done. {step:<24.24}")
            self.stream.flush()

    def clear(self) -> None:
        """Leave the line empty for what comes next."""
        if self.is_shown:
            self.stream.write("\r" + " " * 72 + "\r")
            self.stream.flush()


@dataclass(slots=True)
class Pipeline:
    """The pipeline, loaded when the first readable document is there, not for bad input alone."""

    settings: Settings
    progress: Progress
    tools: Tools | None = None

    def read(self, document: Article | Table) -> Briefing:
        """Return all that is read out of one document."""
        from dashboard.pipeline import load_tools, make_briefing  # noqa: PLC0415 - loads spaCy

        if self.tools is None:
            self.progress.show("Loading the models", 0)
            self.tools = load_tools(self.settings)
        if isinstance(document, Article):
            return make_briefing((document,), self.tools, on_progress=self.progress.show)
        return read_table(document, self.tools)


@click.command(epilog=EPILOG)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "geojson", "csv"]),
    default="jsonl",
    show_default=True,
    help="One JSON object a document, or one map file or table for all of them.",
)
def extract(files: tuple[Path, ...], form: str) -> int:
    """Print the places and events of documents, with the words behind each."""
    settings = Settings()
    progress = Progress(sys.stderr)
    documents = (each for path in files for each in load_inputs(path, settings=settings))
    results = read_all(documents, Pipeline(settings, progress).read, progress)
    out = sys.stdout.buffer
    if form == "jsonl":
        failures = write_records(results, out)
    else:
        failures = write_map_file(results, out, form=form, handling=settings.handling)
    progress.clear()
    return BAD_INPUT if failures else 0


def read_all(
    documents: Iterable[Article | Table | ReadingError],
    read: Callable[[Article | Table], Briefing],
    progress: Progress,
) -> Iterator[Briefing | None]:
    """Yield the briefing of each document, `None` for one that failed and was named."""
    for document in documents:
        progress.show("Reading", 0)
        outcome = document if isinstance(document, ReadingError) else _try(read, document)
        progress.done += 1
        if isinstance(outcome, Briefing):
            yield outcome
            continue
        progress.clear()
        say(str(outcome))
        yield None


def write_records(results: Iterable[Briefing | None], out: BinaryIO) -> int:
    """Write each briefing as a line of JSON as soon as it is there; return how many failed."""
    from dashboard.exchange.records import document_record  # noqa: PLC0415 - not for --help

    failures = 0
    for briefing in results:
        if briefing is None:
            failures += 1
            continue
        for article in briefing.articles:
            record = document_record(briefing, article.article_id)
            out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
            out.flush()
    return failures


def write_map_file(
    results: Iterable[Briefing | None], out: BinaryIO, *, form: str, handling: str
) -> int:
    """Write all briefings as one map file or table; return how many documents failed."""
    from dashboard.exchange.geojson import format_geojson  # noqa: PLC0415 - imports shapely
    from dashboard.exchange.joining import join_briefings  # noqa: PLC0415
    from dashboard.exchange.release import Release  # noqa: PLC0415
    from dashboard.exchange.tables import format_csv  # noqa: PLC0415

    told = list(results)
    whole = join_briefings([briefing for briefing in told if briefing])
    say_warnings(whole)
    write = format_geojson if form == "geojson" else format_csv
    out.write(write(whole, Release(handling)).encode() + b"\n")
    return told.count(None)


def _try(
    read: Callable[[Article | Table], Briefing], article: Article | Table
) -> Briefing | BriefingError:
    """Return the briefing of an article, or in one sentence why there is none."""
    try:
        return read(article)
    except BriefingError as error:
        return ReadingError(f"{article.doc_id}: {error}")
    except Exception as error:  # noqa: BLE001 - one document's fault must not cost the others
        return ReadingError(f"{article.doc_id} was not read. {describe_fault(error)}")
