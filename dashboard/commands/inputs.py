"""What the files of a command hold: documents, and event tables of datasets that are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import ReadingError
from dashboard.reading import load_documents
from dashboard.reading.documents import list_files, load_found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dashboard.model import Article, Briefing
    from dashboard.pipeline import Tools
    from dashboard.settings import Settings

TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt"})
HEADER_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """An event table of a dataset that is known; its rows are taken as they are."""

    doc_id: str
    raw: bytes


def load_inputs(path: Path, *, settings: Settings) -> Iterator[Article | Table | ReadingError]:
    """Yield event tables as such, and everything else as the documents that it holds."""
    if path.is_dir() and (files := list_files(path)):
        for file in files:
            is_table = file.suffix.lower() in TABLE_SUFFIXES
            load = load_inputs if is_table else load_found
            yield from load(file, settings=settings)
        return
    if path.suffix.lower() in TABLE_SUFFIXES and path.is_file():
        from dashboard.exchange.event_tables import tell_dataset  # noqa: PLC0415 - loads shapely

        with path.open("rb") as stream:
            start = stream.read(HEADER_BYTES)
        if tell_dataset(start) and path.stat().st_size <= settings.max_file_bytes:
            yield Table(path.name, path.read_bytes())
            return
    yield from load_documents(path, settings=settings)


def read_table(table: Table, tools: Tools) -> Briefing:
    """Return the events of an event table; raises `ReadingError` if none of its rows is usable."""
    from dashboard.exchange.event_tables import read_event_table  # noqa: PLC0415 - loads shapely
    from dashboard.exchange.row_places import GazetteerLookup  # noqa: PLC0415 - see above

    lookup = GazetteerLookup(tools.gazetteer, tools.atlas)
    return read_event_table(table.raw, file_name=table.doc_id, lookup=lookup)


def try_table(table: Table, tools: Tools) -> Briefing | ReadingError:
    """Return the events of an event table, or in one sentence why there are none."""
    try:
        return read_table(table, tools)
    except ReadingError as error:
        return error
