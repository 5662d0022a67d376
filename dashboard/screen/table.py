"""The table of events, the map's twin: one line each, sorted over all and shown page by page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.mapping.wording import toll_words
from dashboard.screen.wording import heading, when_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray
    from pandas.io.formats.style import Styler

    from dashboard.model import Article, Event
    from dashboard.screen.index import EventIndex, Mask

SELECTED = "background-color: #FFF3CF"
PAGE = 500
"""Rows that go to the browser at once; it sorts and searches them by itself."""


class Order(StrEnum):
    """What the rows of all pages are sorted by."""

    TEXT = "As in the documents"
    NEWEST = "Newest first"
    OLDEST = "Oldest first"
    PLACE = "Place"
    TYPE = "Type"
    STATUS = "Status"
    DEADLIEST = "Most killed"


@dataclass(frozen=True, slots=True)
class TablePage:
    """Some rows of the table; `number` counts from 0."""

    events: tuple[Event, ...]
    number: int
    pages: int
    first: int
    total: int


def table_page(index: EventIndex, passing: Mask, order: Order, number: int) -> TablePage:
    """Return one page of the events that pass, in an order over all of them."""
    rows = np.flatnonzero(passing)
    rows = rows[np.argsort(_keys(index, order)(rows), kind="stable")]
    pages = max(1, -(-len(rows) // PAGE))
    at = min(max(0, number), pages - 1)
    shown = rows[at * PAGE : (at + 1) * PAGE]
    events = tuple(index.events[n] for n in shown.tolist())
    return TablePage(events, at, pages, at * PAGE, len(rows))


def _keys(
    index: EventIndex, order: Order
) -> Callable[[NDArray[np.intp]], NDArray[np.int64] | NDArray[np.str_]]:
    """Return what gives the sorting key of some rows; what is not stated comes last."""
    events = index.events

    def words(read: Callable[[Event], str]) -> Callable[[NDArray[np.intp]], NDArray[np.str_]]:
        return lambda rows: np.array([read(events[n]) for n in rows.tolist()], dtype=np.str_)

    def killed(rows: NDArray[np.intp]) -> NDArray[np.int64]:
        tolls = (events[n].killed for n in rows.tolist())
        least = (-1 if (n := t.low if t.low is not None else t.high) is None else n for t in tolls)
        return -np.fromiter(least, np.int64, len(rows))

    undated = 10**7
    keys: dict[Order, Callable[[NDArray[np.intp]], NDArray[np.int64] | NDArray[np.str_]]] = {
        Order.TEXT: lambda rows: rows.astype(np.int64),
        Order.NEWEST: lambda rows: np.where(index.is_dated, -index.last_day, undated)[rows],
        Order.OLDEST: lambda rows: np.where(index.is_dated, index.first_day, undated)[rows],
        Order.PLACE: words(lambda e: e.places[0].name if e.places else "\uffff"),
        Order.TYPE: words(lambda e: e.type),
        Order.STATUS: words(lambda e: e.status),
        Order.DEADLIEST: killed,
    }
    return keys[order]


def table_rows(
    events: Iterable[Event],
    articles: Mapping[str, Article],
    country_name: Callable[[str], str],
) -> list[dict[str, str]]:
    """Return one row an event, every cell in words; what the text does not say says so."""
    return [
        {
            "Event": heading(event, articles.get(event.article_id)),
            "Type": event.type.value,
            "Sub-type": event.sub_type,
            "Status": event.status.value.capitalize(),
            "When": when_words(event.when),
            "Place": event.places[0].name if event.places else "not stated",
            "Precision": event.places[0].place.precision.value if event.places else "not stated",
            "Country": _countries(event, country_name),
            "Killed": toll_words(event.killed) or "not stated",
            "Mark": event.not_drawn_because or "On the map",
            "Source": articles[event.article_id].doc_id if event.article_id in articles else "",
            "Coded by": event.coded_by or "this reading",
            "Judged": _judged(event),
        }
        for event in events
    ]


def highlight_row(
    rows: Sequence[dict[str, str]], event_ids: Sequence[str], selected: str | None
) -> Styler:
    """Return the rows as a table with the selected event washed in."""
    at = event_ids.index(selected) if selected in event_ids else None

    def wash(table: pd.DataFrame) -> pd.DataFrame:
        styles = pd.DataFrame("", index=table.index, columns=table.columns)
        if at is not None:
            styles.iloc[at] = SELECTED
        return styles

    return pd.DataFrame(rows).style.apply(wash, axis=None)


def _countries(event: Event, country_name: Callable[[str], str]) -> str:
    codes = event.places[0].place.countries if event.places else ()
    return ", ".join(country_name(c) for c in codes) or "not stated"


def _judged(event: Event) -> str:
    if event.grading:
        return event.grading
    return "set by the reader" if event.amended else "not yet"
