"""Corrections as values. They name a document and spans of it, so they outlive a new reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.model import Event, EventType, Place, Span, Status


@dataclass(frozen=True, slots=True)
class EventKey:
    """An event by the words that name it: its id may change from one reading to the next."""

    article_id: str
    span: Span
    number: int = 0
    """Counts the events that the same words name."""


@dataclass(frozen=True, slots=True)
class Words:
    """Places in a document where the same name stands."""

    article_id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PlaceSet:
    """Which place it is: for words of the text, or for one event alone."""

    about: Words | EventKey
    place: Place


@dataclass(frozen=True, slots=True)
class NotAPlace:
    """The words name no place."""

    about: Words


@dataclass(frozen=True, slots=True)
class DateSet:
    """When the event happened; both ends `None` mean that the text does not say."""

    about: EventKey
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class TypeSet:
    """What kind of event it is."""

    about: EventKey
    type: EventType


@dataclass(frozen=True, slots=True)
class StatusSet:
    """How sure the text is."""

    about: EventKey
    status: Status


@dataclass(frozen=True, slots=True)
class Rejected:
    """No such event: it is listed with that reason and has no mark."""

    about: EventKey


@dataclass(frozen=True, slots=True)
class Accepted:
    """The event is judged, with an Admiralty grade and the judge's initials."""

    about: EventKey
    grade: str
    initials: str


@dataclass(frozen=True, slots=True)
class SameDecided:
    """Two events are one, or are kept apart."""

    about: EventKey
    other: EventKey
    is_same: bool


Correction: TypeAlias = (
    PlaceSet | NotAPlace | DateSet | TypeSet | StatusSet | Rejected | Accepted | SameDecided
)
# A later correction of the same thing takes the place of an earlier one.
_ONE_OF = {PlaceSet: "place", NotAPlace: "place", Rejected: "verdict", Accepted: "verdict"}


def key_of(event: Event, events: Sequence[Event]) -> EventKey:
    """Return the key of an event among all those of its briefing."""
    words = (event.article_id, event.trigger)
    alike = [e.event_id for e in events if (e.article_id, e.trigger) == words]
    return EventKey(event.article_id, event.trigger, alike.index(event.event_id))


def add(corrections: Sequence[Correction], new: Correction) -> tuple[Correction, ...]:
    """Return the corrections with a new one; what it takes the place of is left out."""
    subject = _subject(new)
    return (*(c for c in corrections if _subject(c) != subject), new)


def _subject(correction: Correction) -> object:
    kind = _ONE_OF.get(type(correction), type(correction))
    other = correction.other if isinstance(correction, SameDecided) else None
    return kind, correction.about, other
