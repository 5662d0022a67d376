"""The title that a map suggests: what happened, where and when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dashboard.marking import focus_of, story_of
from dashboard.model import EventType, Precision
from dashboard.slides.captions import TYPE_WORDS, count_events
from dashboard.slides.lettering import isolated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from dashboard.model import Event

    CountryName = Callable[[str], str]

MOST_TYPES = 2
MOST_COUNTRIES = 4
"""More names than these are no title."""
TITLE_WORDS = {EventType.CIVILIANS: "violence against civilians"}
BROADLY = (
    (frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.CIVILIANS}), "violence"),
    (frozenset({EventType.PROTESTS, EventType.RIOTS}), "unrest"),
)
"""What most events are where no one or two types say it."""
COUNTRIES = frozenset({Precision.COUNTRY, Precision.MULTI_COUNTRY})


def suggest_titles(events: Sequence[Event], country_name: CountryName) -> tuple[str, ...]:
    """Return titles of what, where and when, the fullest first, so that one fits on a line."""
    if not events:
        return ("No events to show",)
    when = describe_when(events)
    dated = f", {when}" if when else ""
    where = (*_places(events, country_name), "")
    whats = dict.fromkeys((describe_what(events), _describe_broadly(events)))
    out = [
        f"{what[:1].upper()}{what[1:]}{f' in {place}' if place else ''}{dated}"
        for place in where
        for what in whats
    ]
    undated = [title.removesuffix(dated) for title in out[-2 * len(whats) :]]
    return (*out[: -len(whats)], undated[0], *out[-len(whats) :], undated[-1])


def suggest_title(events: Sequence[Event], country_name: CountryName) -> str:
    """Return the fullest of the suggested titles."""
    return suggest_titles(events, country_name)[0]


def title_of_country(events: Sequence[Event], name: str) -> str:
    """Return the title of the slide of one country."""
    when = describe_when(events)
    what = describe_what(events) if len(events) > 1 else count_events(1)
    return f"{name}: {what}{f', {when}' if when else ''}"


def describe_what(events: Sequence[Event]) -> str:
    """Return the one or two types that most of the events are of, else what they are broadly."""
    counts = Counter(e.type for e in events).most_common()
    types: list[str] = []
    covered = 0
    for kind, count in counts[:MOST_TYPES]:
        if kind is EventType.STRATEGIC and count * 2 <= len(events):
            break  # a word of the trade that says little: only where it says all
        types.append(TITLE_WORDS.get(kind, TYPE_WORDS[kind].lower()))
        covered += count
        if covered * 2 > len(events):
            return " and ".join(types)
    return _describe_broadly(events)


def _describe_broadly(events: Sequence[Event]) -> str:
    for types, word in BROADLY:
        if sum(e.type in types for e in events) * 2 > len(events):
            return word
    return "events"


def describe_when(events: Sequence[Event]) -> str:
    """Return the day or the month where all are dated so closely, else the years."""
    days = sorted(d for e in events for d in (e.when.start, e.when.end) if d)
    if not days:
        return ""
    first, last = days[0], days[-1]
    is_all = all(e.when.start or e.when.end for e in events)
    if is_all and (first.year, first.month) == (last.year, last.month):
        return _within_month(first, last)
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"


def _within_month(first: date, last: date) -> str:
    month = f"{first:%B %Y}"
    if first == last:
        return f"{first.day} {month}"
    return month if (last - first).days > 13 else f"{first.day} to {last.day} {month}"


def _places(events: Sequence[Event], country_name: CountryName) -> Iterator[str]:
    """Yield where it happened, the fullest words first: places where there are few, else lands."""
    story = story_of(events)
    codes = focus_of(story)
    fine = [p for p, _ in story.most_common() if p.precision not in COUNTRIES]
    names = [isolated(p.name) for p in fine]
    if len(story) == len(fine) <= 2:
        land = f", {country_name(codes[0])}" if len(codes) == 1 else ""
        yield _listed(names) + land
        yield _listed(names)
    if codes:
        lands = [country_name(code) for code in codes]
        if len(lands) <= MOST_COUNTRIES:
            yield _listed(lands)
        if len(lands) > 1:
            others = len(lands) - 1
            yield f"{lands[0]} and {others} other {'country' if others == 1 else 'countries'}"
    elif names:
        yield names[0]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
