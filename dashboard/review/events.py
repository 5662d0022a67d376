"""One event put right: a pure function from a correction and an event to the new event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import Interval, describe_interval, precision_of, write_edtf
from dashboard.coding.where.mentions import PUTS_AT
from dashboard.model import Amendment, EventPlace, Mention, MentionKind, When
from dashboard.review.corrections import Accepted, DateSet, PlaceSet, Rejected, StatusSet, TypeSet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from dashboard.model import Event, Place, Span
    from dashboard.review.corrections import Correction

NOT_STATED = "not stated"
REJECTED = "Rejected by the reader"
UNPLACED = "The reader took its place away"
BY_READER = "set by the reader"


def change(correction: Correction, event: Event, text: str) -> Event:
    """Return the event put right and stamped; `text` is that of its document."""
    match correction:
        case PlaceSet(place=place):
            return _place(event, place, text)
        case DateSet(start=start, end=end):
            return _date(event, Interval(start, end))
        case TypeSet(type=kind):
            stamp = Amendment("type", f"{event.type}, {event.sub_type}", str(kind))
            sub_type = event.sub_type if event.type is kind else BY_READER
            return replace(stamped(event, stamp), type=kind, sub_type=sub_type)
        case StatusSet(status=status):
            stamp = Amendment("status", str(event.status), str(status))
            return replace(stamped(event, stamp), status=status)
        case Rejected():
            stamp = Amendment("event", event.not_drawn_because or "an event", "rejected")
            return replace(stamped(event, stamp), not_drawn_because=REJECTED)
        case Accepted(grade=grade, initials=initials):
            return replace(event, grading=", ".join(filter(None, (grade, initials))))
    msg = f"{type(correction).__name__} is not about one event"
    raise TypeError(msg)


def _place(event: Event, place: Place, text: str) -> Event:
    # Where no words name the place, those of the event stand for them.
    span = event.places[0].mention.span if event.places else event.trigger
    mention = Mention(span.start, span.end, span.of(text), MentionKind.TOPONYM)
    stamp = Amendment("place", place_names(event.places), place.name)
    at = EventPlace(place, mention, reason=BY_READER)
    return replace(stamped(event, stamp), places=(at,), not_drawn_because=None)


def _date(event: Event, interval: Interval) -> Event:
    words = describe_interval(interval)
    was = event.when.words or event.when.edtf or NOT_STATED
    precision = precision_of(interval.start, interval.end)
    when = When(precision, interval.start, interval.end, write_edtf(interval), None, words)
    return replace(stamped(event, Amendment("date", was, words or NOT_STATED)), when=when)


def move(event: Event, spans: AbstractSet[Span], place: Place | None) -> Event:
    """Return the event with the place that some words name set, or taken away."""
    kept = tuple(
        replace(at, place=place, unknown=False, reason=BY_READER)
        if place and at.mention.span in spans
        else at
        for at in event.places
        if place or at.mention.span not in spans
    )
    undrawn = event.not_drawn_because if kept else UNPLACED
    if place and undrawn and undrawn.startswith(PUTS_AT):
        undrawn = None
    unplaced = event.unplaced
    if unplaced is not None and unplaced.span in spans:
        kept = (EventPlace(place, unplaced, reason=BY_READER),) if place else ()
        undrawn, unplaced = None if place else UNPLACED, None
    stamp = Amendment("place", place_names(event.places), place_names(kept))
    moved = stamped(event, stamp)
    return replace(moved, places=kept, not_drawn_because=undrawn, unplaced=unplaced)


def stamped(event: Event, stamp: Amendment) -> Event:
    """Return the event with a stamp."""
    return replace(event, amended=add_stamp(event.amended, stamp))


def add_stamp(before: tuple[Amendment, ...], new: Amendment) -> tuple[Amendment, ...]:
    """Return the stamps; of a value that was set before, the machine's own words are kept."""
    was = next((a.was for a in before if a.what == new.what), new.was)
    return (*(a for a in before if a.what != new.what), replace(new, was=was))


def place_names(places: Iterable[EventPlace]) -> str:
    """Return the names of some places, each once."""
    return ", ".join(dict.fromkeys(at.name for at in places)) or NOT_STATED
