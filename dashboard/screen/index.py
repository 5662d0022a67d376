"""The events of a briefing laid out in columns, so that a tick costs one boolean operation."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dashboard.model import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from dashboard.model import Article, Briefing, Event

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
class EventIndex:
    """The events in the order of the briefing; every array has one item an event."""

    events: tuple[Event, ...]
    masks: dict[Facet, dict[str, Mask]]
    """For each value of a facet, the events that have it."""
    labels: dict[str, str]
    """The words for a value whose key does not say it (an actor, a document)."""
    first_day: NDArray[np.int64]
    """Days since 1970-01-01; `-ALWAYS` where the text gives no start."""
    last_day: NDArray[np.int64]
    is_dated: Mask
    is_drawn: Mask
    words: tuple[str, ...]
    """What free text is looked for in: heading, evidence, places and actors, in lower case."""


def index_events(briefing: Briefing) -> EventIndex:
    """Lay a briefing's events out in columns."""
    events, articles = briefing.events, {a.article_id: a for a in briefing.articles}
    labels = {a.article_id: a.title or a.doc_id for a in briefing.articles}
    labels |= {actor_key(a.name): a.name for e in events for a in e.actors}
    return EventIndex(
        events=events,
        masks={facet: _masks(events, values) for facet, values in _VALUES.items()},
        labels=labels,
        first_day=np.array([_first_day(e) for e in events], dtype=np.int64),
        last_day=np.array([_last_day(e) for e in events], dtype=np.int64),
        is_dated=np.array([is_dated(e) for e in events], dtype=np.bool_),
        is_drawn=np.array([has_mark(e) for e in events], dtype=np.bool_),
        words=tuple(_words(e, articles.get(e.article_id)) for e in events),
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
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def countries_of(event: Event) -> tuple[str, ...]:
    """Return every country that the event's places touch, in the order of the places."""
    return tuple(dict.fromkeys(c for p in event.places for c in p.place.countries))


def _first_day(event: Event) -> int:
    start = event.when.start if is_dated(event) else None
    return day_number(start) if start else -ALWAYS


def _last_day(event: Event) -> int:
    end = event.when.end if is_dated(event) else None
    return day_number(end) if end else ALWAYS


def _words(event: Event, article: Article | None) -> str:
    text = article.text if article else ""
    parts = [event.sub_type, event.trigger.of(text), *(s.of(text) for s in event.evidence)]
    parts += [p.place.name for p in event.places] + [a.name for a in event.actors]
    return " ".join(" ".join(parts).split()).casefold()


_VALUES: dict[Facet, Callable[[Event], Iterable[str]]] = {
    Facet.COUNTRY: countries_of,
    Facet.TYPE: lambda e: [e.type.value],
    Facet.STATUS: lambda e: [e.status.value],
    Facet.SUB_TYPE: lambda e: [e.sub_type],
    Facet.PRECISION: lambda e: {p.place.precision.value for p in e.places},
    Facet.ACTOR: lambda e: {actor_key(a.name) for a in e.actors},
    Facet.SOURCE: lambda e: [e.article_id],
}


def _masks(events: tuple[Event, ...], values: Callable[[Event], Iterable[str]]) -> dict[str, Mask]:
    rows: dict[str, list[int]] = {}
    for number, event in enumerate(events):
        for value in values(event):
            rows.setdefault(value, []).append(number)
    masks = {}
    for value, numbers in rows.items():
        mask = np.zeros(len(events), dtype=np.bool_)
        mask[numbers] = True
        masks[value] = mask
    return masks
