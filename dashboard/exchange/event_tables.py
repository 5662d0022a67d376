"""
Event tables of others (UCDP GED, ACLED, GDELT), recognised by their columns, as a briefing.

The table becomes one article whose text is made of the rows' own words, a paragraph a row, so
that every mark opens the words of its row. Dates, places and tolls are the dataset's: nothing is
coded anew.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from dashboard.exchange import acled, gdelt, ucdp
from dashboard.exchange.event_rows import EventRow, RowError
from dashboard.exchange.row_places import RowPlaces
from dashboard.model import (
    Article,
    Briefing,
    Event,
    EventPlace,
    Mention,
    MentionKind,
    Notice,
    NoticeLevel,
    ReadingError,
    Resolution,
    Span,
    Status,
    Toll,
    Zone,
    ZoneKind,
)
from dashboard.reading.encodings import utf8_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dashboard.exchange.row_places import PlaceLookup

MOST_NAMED_ROWS = 5
STOP = ". "
PARAGRAPH_END = "\n\n"
ROWS_A_STEP = 2_000
LARGEST_CELL = 1_000_000


_T = TypeVar("_T", bound=Hashable)
NO_TOLL = Toll()


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset that is known: how its columns are told and how a row is read."""

    name: str
    required: frozenset[str]
    read_row: Callable[[Mapping[str, str]], EventRow]
    is_machine_coded: bool = False


DATASETS = (
    Dataset(ucdp.NAME, ucdp.REQUIRED, ucdp.read_row),
    Dataset(acled.NAME, acled.REQUIRED, acled.read_row),
    Dataset(gdelt.NAME, gdelt.REQUIRED, gdelt.read_row, is_machine_coded=True),
)


@dataclass(slots=True)
class _Draft:
    """The briefing while it is being written, row by row."""

    article_id: str
    dataset: Dataset
    places: RowPlaces
    length: int = 0
    paragraphs: list[str] = field(default_factory=list)
    """Those since the last step; `text` has the others, joined."""
    text: list[str] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    shared: dict[object, object] = field(default_factory=dict)
    """Values that many rows have: each is kept once, or a million rows would not fit."""

    def join_paragraphs(self) -> None:
        """Make one string of many: each by itself takes fifty bytes more than its letters."""
        if self.paragraphs:
            self.text.append(PARAGRAPH_END.join(self.paragraphs))
            self.paragraphs.clear()

    def once(self, value: _T) -> _T:
        """Return the value that is kept for all that are equal."""
        return self.shared.setdefault(value, value)  # type: ignore[return-value] # the equal one


def tell_dataset(raw: bytes) -> str | None:
    """Return the name of the dataset that a table belongs to, `None` for any other file."""
    line = raw[:20_000].partition(b"\n")[0].decode("utf-8", "replace")
    found = _tell(line)
    return found[0].name if found else None


def read_event_table(
    raw: bytes,
    *,
    file_name: str,
    lookup: PlaceLookup,
    on_progress: Callable[[float], None] | None = None,
) -> Briefing:
    """
    Return the events of a UCDP GED, ACLED or GDELT table.

    `on_progress` is told the share that is read. Raises `ReadingError` if the table is none of
    them; rows that cannot be used are in a notice.
    """
    stream = utf8_stream(raw)
    found = _tell(stream.readline().decode("utf-8", "replace"))
    stream.seek(0)
    if found is None:
        msg = f"{file_name} lacks the columns of UCDP GED, ACLED and GDELT files; check the export."
        raise ReadingError(msg)
    dataset, columns, delimiter = found
    article_id = sha256(raw).hexdigest()[:16]
    draft = _Draft(article_id, dataset, RowPlaces(lookup))
    faults = []
    lines = max(1, raw.count(b"\n"))
    for number, cells in _rows(stream, columns, delimiter):
        try:
            _add_row(draft, dataset.read_row(cells), number)
        except RowError as error:
            faults.append(f"row {number}: {error}")
        if on_progress and number % ROWS_A_STEP == 0:
            on_progress(min(1.0, number / lines))
        if len(draft.paragraphs) == ROWS_A_STEP:
            draft.join_paragraphs()
    return _finish(draft, file_name, faults)


def _tell(first_line: str) -> tuple[Dataset, tuple[str, ...] | None, str] | None:
    """Return dataset, columns (`None` if the file names them itself) and what divides them."""
    delimiter = max("\t,;", key=first_line.count)
    header = {name.strip().strip('"\ufeff').lower() for name in first_line.split(delimiter)}
    for dataset in DATASETS:
        if dataset.required <= header:
            return dataset, None, delimiter
    cells = first_line.rstrip("\r\n").split("\t")
    columns = gdelt.COLUMNS_BY_COUNT.get(len(cells))
    if columns and cells[0].isdigit() and cells[1].isdigit():
        return DATASETS[-1], columns, "\t"
    return None


def _rows(
    stream: io.BytesIO, columns: tuple[str, ...] | None, delimiter: str
) -> Iterator[tuple[int, dict[str, str]]]:
    csv.field_size_limit(LARGEST_CELL)
    # GDELT's files quote nothing: a quotation mark in a cell is only that.
    lines = csv.reader(
        io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_NONE if columns else csv.QUOTE_MINIMAL,
    )
    names = columns or tuple(name.strip(" \ufeff").lower() for name in next(lines))
    first = 1 if columns else 2
    for number, cells in enumerate(lines, start=first):
        if cells:
            yield number, dict(zip(names, cells, strict=False))


def _add_row(draft: _Draft, row: EventRow, number: int) -> None:
    """Write the row's paragraph, then the event with the spans of its words."""
    place = draft.places.place(row.place)
    country = row.place.country
    where = row.place.name if country in {None, row.place.name} else f"{row.place.name}, {country}"
    days = row.when.words or "no date"
    first = draft.length
    paragraph = f"{row.headline}\n{STOP.join((where, days, *row.facts))}."
    headline = Span(first, first + len(row.headline))
    facts = Span(headline.end + 1, first + len(paragraph))
    name_end = facts.start + len(row.place.name)
    day_start = facts.start + len(where) + len(STOP)
    day = Span(day_start, day_start + len(days)) if row.when.words else None
    # Kept once for all rows of a place, where it is the row's own word.
    name = place.name if place and place.name == row.place.name else row.place.name
    mention = Mention(facts.start, name_end, name, MentionKind.TOPONYM)
    draft.paragraphs.append(paragraph)
    draft.length += len(paragraph) + len(PARAGRAPH_END)
    reason = draft.once(f"coordinates of the row ({draft.dataset.name})")
    undrawn = None if place else "the row gives no coordinates"
    draft.resolutions.append(Resolution(mention, place, 1.0 if place else 0.0, reason, (), undrawn))
    draft.events.append(
        Event(
            event_id=f"{draft.article_id[:8]}-{row.row_id or number}",
            article_id=draft.article_id,
            type=row.type,
            sub_type=draft.once(row.sub_type),
            trigger=headline,
            status=Status.REPORTED,
            evidence=(headline, facts),
            when=replace(draft.once(row.when), span=day),
            places=(EventPlace(place, mention),) if place else (),
            actors=draft.once(row.actors),
            killed=draft.once(row.killed),
            injured=NO_TOLL,
            attribution=draft.once(row.attribution),
            not_drawn_because=undrawn,
            coded_by=draft.once(_coder(draft.dataset)),
        )
    )


def _coder(dataset: Dataset) -> str:
    return f"{dataset.name}, coded by a machine" if dataset.is_machine_coded else dataset.name


def _finish(draft: _Draft, file_name: str, faults: list[str]) -> Briefing:
    if not draft.events:
        first = f"; {faults[0]}" if faults else ""
        msg = f"{file_name} has no row that can be used{first}. Check the export."
        raise ReadingError(msg)
    draft.join_paragraphs()
    text = PARAGRAPH_END.join(draft.text)
    article = Article(
        article_id=draft.article_id,
        doc_id=file_name,
        text=text,
        zones=(Zone(0, len(text), ZoneKind.BODY),),
        title=f"{draft.dataset.name} table {file_name}",
        outlet=draft.dataset.name,
        notices=tuple(_notices(draft, faults)),
    )
    found = {draft.article_id: tuple(draft.resolutions)}
    return Briefing((article,), found, tuple(draft.events))


def _notices(draft: _Draft, faults: list[str]) -> Iterator[Notice]:
    def told(level: NoticeLevel, words: str) -> Notice:
        return Notice(level, words, article_id=draft.article_id)

    taken = f"{_count(len(draft.events), 'event')} taken from {_coder(draft.dataset)}"
    yield told(NoticeLevel.INFO, f"{taken}; nothing was coded anew.")
    if draft.dataset.is_machine_coded:
        words = "Machines coded these rows from news reports; check each one before you use it."
        yield told(NoticeLevel.WARNING, words)
    unplaced = sum(not event.places for event in draft.events)
    if unplaced:
        words = f"{_count(unplaced, 'row')} without coordinates: listed, but without a mark."
        yield told(NoticeLevel.WARNING, words)
    if faults:
        left = len(faults) - MOST_NAMED_ROWS
        named = "; ".join(faults[:MOST_NAMED_ROWS]) + (f"; and {left:,} more" if left > 0 else "")
        words = f"{_count(len(faults), 'row')} could not be used: {named}."
        yield told(NoticeLevel.ERROR, words)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
