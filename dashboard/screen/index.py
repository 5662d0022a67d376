"""The events of a briefing laid out in columns, so that a tick costs a few array operations."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dashboard.mapping.columns import MarkColumns, lay_out_marks
from dashboard.model import DatePrecision
from dashboard.screen.haystack import Haystack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from dashboard.model import Briefing, Event

Mask = NDArray[np.bool_]
"""One truth value an event."""
ALWAYS = 10**6
"""A day number beyond every date: an event without a date reaches from -ALWAYS to ALWAYS."""
EPOCH_ORDINAL = 719_163
"""`date(1970, 1, 1).toordinal()`: browsers count days from there."""


class Facet(StrEnum):
    """What events can be narrowed by; the value is the name in the address bar."""

    COUNTRY = "country"
    TYPE = "type"
    STATUS = "status"
    SUB_TYPE = "subtype"
    PRECISION = "precision"
    ACTOR = "actor"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, eq=False)
class FacetColumn:
    """Which values the events have in one list; an event may have several or none."""

    values: tuple[str, ...]
    """The most frequent first."""
    rows: NDArray[np.int32]
    """The number of an event, once for each value that it has."""
    codes: NDArray[np.int32]
    """The value of that row, a position in `values`."""
    size: int
    """How many events there are."""

    def with_any(self, wanted: Iterable[str]) -> Mask:
        """Return the events that have one of some values."""
        is_wanted = np.isin(self.values, list(wanted))
        found = np.zeros(self.size, dtype=np.bool_)
        if self.values:
            found[self.rows[is_wanted[self.codes]]] = True
        return found

    def counts(self, passing: Mask) -> dict[str, int]:
        """Return how many of the passing events have each value."""
        found = np.bincount(self.codes[passing[self.rows]], minlength=len(self.values))
        return dict(zip(self.values, found.tolist(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class EventIndex:
    """The events in the order of the briefing; every array has one item an event."""

    events: tuple[Event, ...]
    facets: dict[Facet, FacetColumn]
    labels: dict[str, str]
    """The words for a value whose key does not say it (an actor, a document)."""
    first_day: NDArray[np.int32]
    """Days since 1970-01-01; `-ALWAYS` where the text gives no start."""
    last_day: NDArray[np.int32]
    is_dated: Mask
    is_drawn: Mask
    marks: MarkColumns
    haystack: Haystack
    """What free text is looked for in."""


def index_events(briefing: Briefing) -> EventIndex:
    """Lay a briefing's events out in columns."""
    events = briefing.events
    labels = {a.article_id: a.title or a.doc_id for a in briefing.articles}
    names = {name for event in events for name in _actors_of(event)}
    labels |= {actor_key(name): name for name in names}
    return EventIndex(
        events=events,
        facets={facet: _column(events, values) for facet, values in _VALUES.items()},
        labels=labels,
        first_day=np.array([_first_day(e) for e in events], dtype=np.int32),
        last_day=np.array([_last_day(e) for e in events], dtype=np.int32),
        is_dated=np.array([is_dated(e) for e in events], dtype=np.bool_),
        is_drawn=np.array([has_mark(e) for e in events], dtype=np.bool_),
        marks=lay_out_marks(briefing),
        haystack=Haystack(briefing),
    )


def has_mark(event: Event) -> bool:
    """Whether the map shows this event."""
    return event.not_drawn_because is None and bool(event.places)


def is_dated(event: Event) -> bool:
    """Whether the text gives at least one end of when it happened."""
    when = event.when
    return when.precision != DatePrecision.UNKNOWN and bool(when.start or when.end)


def day_number(day: date) -> int:
    """Return the days since 1970-01-01."""
    return day.toordinal() - EPOCH_ORDINAL


def actor_key(name: str) -> str:
    """Return a short key for an actor: words of a document do not belong in an address."""
    return hashlib.sha256(_with_capital(name).encode()).hexdigest()[:8]


def _actors_of(event: Event) -> set[str]:
    return {_with_capital(actor.name) for actor in event.actors}


def _with_capital(name: str) -> str:
    """Return a name as at the start of a sentence: "Police" and "police" are one entry."""
    return name[:1].upper() + name[1:]


def countries_of(event: Event) -> tuple[str, ...]:
    """Return every country that the event's places touch, in the order of the places."""
    if len(event.places) == 1:
        return event.places[0].place.countries
    return tuple(dict.fromkeys(c for p in event.places for c in p.place.countries))


def _first_day(event: Event) -> int:
    start = event.when.start if is_dated(event) else None
    return day_number(start) if start else -ALWAYS


def _last_day(event: Event) -> int:
    end = event.when.end if is_dated(event) else None
    return day_number(end) if end else ALWAYS


_VALUES: dict[Facet, Callable[[Event], Iterable[str]]] = {
    Facet.COUNTRY: countries_of,
    Facet.TYPE: lambda e: (e.type.value,),
    Facet.STATUS: lambda e: (e.status.value,),
    Facet.SUB_TYPE: lambda e: (e.sub_type,),
    Facet.PRECISION: lambda e: {p.place.precision.value for p in e.places},
    Facet.ACTOR: _actors_of,
    Facet.SOURCE: lambda e: (e.article_id,),
}


def _column(events: Sequence[Event], values: Callable[[Event], Iterable[str]]) -> FacetColumn:
    codes: dict[str, int] = {}
    found = [(n, codes.setdefault(v, len(codes))) for n, e in enumerate(events) for v in values(e)]
    rows = np.fromiter((row for row, _ in found), dtype=np.int32, count=len(found))
    coded = np.fromiter((code for _, code in found), dtype=np.int32, count=len(found))
    is_actor = values is _VALUES[Facet.ACTOR]
    names = tuple(actor_key(v) for v in codes) if is_actor else tuple(codes)
    often = np.argsort(-np.bincount(coded, minlength=len(names)), kind="stable")
    place = np.empty(len(names), dtype=np.int32)
    place[often] = np.arange(len(names), dtype=np.int32)
    return FacetColumn(tuple(names[n] for n in often.tolist()), rows, place[coded], len(events))
