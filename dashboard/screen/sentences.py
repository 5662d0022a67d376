"""What the page says in words about what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from dashboard.screen.index import Facet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dashboard.model import Article, Briefing
    from dashboard.screen.filters import Filters
    from dashboard.screen.index import EventIndex, Mask

YEARS_ALONE = 3
"""Over so many years a month says nothing."""
SHORT_TYPES = {
    "Explosions/Remote violence": "Explosions",
    "Violence against civilians": "Against civilians",
    "Strategic developments": "Strategic",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of the sentence above the map."""

    on_map: int
    total: int
    places: int
    unmarked: int


def tally(index: EventIndex, passing: Mask) -> Tally:
    """Count what passes the filters: events with a mark, their places, events without."""
    drawn = int((passing & index.is_drawn).sum())
    places = np.count_nonzero(np.bincount(index.marks.place[index.marks.rows(passing)]))
    return Tally(drawn, len(index.events), int(places), int(passing.sum()) - drawn)


def nothing_words(briefing: Briefing) -> str:
    """Return what the page says of documents without an event."""
    if not briefing.places:
        return "No event was found in the text, and no place for the map."
    places = plural(len(briefing.places), "place")
    return f"No event was found in the text; it names {places} on the map."


def plural(number: int, noun: str) -> str:
    """Return `1 event`, `2 events`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def day_words(day: date) -> str:
    """Return `10 November 2010`."""
    return f"{day.day} {day:%B %Y}"


def period_words(first_day: int, last_day: int) -> str:
    """Return a span of days as months or, far apart, as years: `July 2010 to October 2010`."""
    first, last = (date(1970, 1, 1) + timedelta(days=d) for d in (first_day, last_day))
    if last.year - first.year >= YEARS_ALONE:
        return f"{first.year} to {last.year}"
    start, end = (f"{d:%B %Y}" for d in (first, last))
    return start if start == end else f"{start} to {end}"


def exact_period_words(first_day: int, last_day: int) -> str:
    """Return a chosen span of days; only whole months are named as such: `1 to 7 July 2016`."""
    first, last = (date(1970, 1, 1) + timedelta(days=d) for d in (first_day, last_day))
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return period_words(first_day, last_day)
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def filter_words(
    filters: Filters, index: EventIndex, country_name: Callable[[str], str]
) -> str | None:
    """Return what is filtered, in words, or `None` when nothing is."""

    def name(facet: Facet, value: str) -> str:
        return country_name(value) if facet is Facet.COUNTRY else index.labels.get(value, value)

    parts = [
        _either(name(facet, value) for value in values)
        for facet, values in filters.ticked.items()
        if values
    ]
    if filters.period:
        parts.append(exact_period_words(*filters.period))
    if filters.words.strip():
        parts.append(f"with “{filters.words.strip()}”")
    return f"Only {'; '.join(parts)}." if parts else None


def source_line(article: Article) -> str:
    """Return outlet, author and date: `STRATFOR · A. Author · 10 November 2010`."""
    date_words = day_words(article.published) if article.published else None
    parts = [article.outlet, article.author, date_words]
    return " · ".join(p for p in parts if p) or "No source or date in the document"


def byline(briefing: Briefing) -> str:
    """Return the line under the title: the source, and what was read out of it."""
    mentions = sum(len(found) for found in briefing.resolutions.values())
    read = (
        f"{plural(len(briefing.events), 'event')}, {plural(len(briefing.places), 'place')}, "
        f"{plural(mentions, 'place word')} read"
    )
    if len(briefing.articles) != 1:
        return f"{plural(len(briefing.articles), 'document')} · {read}"
    return f"{source_line(briefing.articles[0]).replace(' · ', ', ')} · {read}"


def headline(briefing: Briefing) -> str:
    """Return the title of the page: the article's, or how many there are."""
    if not briefing.articles:
        return "Briefing map"
    first = briefing.articles[0].title or briefing.articles[0].doc_id
    more = len(briefing.articles) - 1
    return first if not more else f"{first} and {plural(more, 'more document')}"


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
