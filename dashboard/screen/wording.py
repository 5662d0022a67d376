"""How an event and a movement are headed and dated, in the lists, the table and the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model import Event
from dashboard.screen.index import day_number
from dashboard.screen.sentences import period_words

if TYPE_CHECKING:
    from datetime import date

    from dashboard.model import Article, Flow, When
    from dashboard.screen.timeline import Scale

NO_DATE = "No date in the text"
AHEAD = "Ahead"


def heading(told: Event | Flow, article: Article | None) -> str:
    """Return the words that name an event, as a heading."""
    words = " ".join(told.trigger.of(article.text).split()) if article else ""
    plain = told.sub_type if isinstance(told, Event) else told.kind.value
    return words[:1].upper() + words[1:] if words else plain


def when_words(when: When) -> str:
    """Return when something happened, in words."""
    if when.words:
        return when.words
    days = [day_number(day) for day in (when.start, when.end) if day]
    if not days:
        return NO_DATE
    said = period_words(days[0], days[-1])
    if when.start and when.end:
        return said
    return f"{'after' if when.start else 'before'} {said}"


def route_words(flow: Flow) -> str:
    """Return where a movement goes, as far as the text says: `from A through B to C`."""
    ends = {
        "from": flow.origin.place.name if flow.origin else None,
        "through": ", ".join(at.place.name for at in flow.through) or None,
        "to": flow.destination.place.name if flow.destination else None,
    }
    return " ".join(f"{word} {name}" for word, name in ends.items() if name)


def date_group(event: Event, published: date | None, scale: Scale | None) -> str:
    """Return the heading under which the list shows an event."""
    day = event.when.end or event.when.start
    if day is None:
        return NO_DATE
    if published and event.when.start and event.when.start > published:
        return AHEAD
    recent = scale.recent_from if scale else None
    if recent is not None and published and day_number(day) >= recent:
        return period_words(recent, day_number(published))
    newest = published or day
    if day.year >= newest.year - 1:
        return str(day.year)
    return f"{day.year // 10 * 10} to {day.year // 10 * 10 + 9}"
