"""The title that a map suggests: what happened, where and when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dashboard.marking import focus_of, story_of
from dashboard.model import WIDE, EventType, Status
from dashboard.slides.captions import TYPE_WORDS
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
ONE_OF = {
    EventType.BATTLES: "armed clash",
    EventType.EXPLOSIONS: "explosion",
    EventType.CIVILIANS: "attack on civilians",
    EventType.PROTESTS: "protest",
    EventType.RIOTS: "riot",
    EventType.STRATEGIC: "security development",
}
ONE_BY_SUB_TYPE = {
    "Air/drone strike": "air or drone strike",
    "Suicide bomb": "suicide bombing",
    "Shelling/artillery/missile attack": "shelling or missile attack",
    "Grenade": "grenade attack",
    "Chemical weapon": "attack with a chemical weapon",
    "Abduction/forced disappearance": "abduction",
    "Sexual violence": "sexual violence",
    "Agreement": "agreement",
    "Arrests": "arrests",
}
"""What one event is called; a type that these leave out is called after itself."""
SAID_TO_BE = frozenset({Status.REPORTED, Status.CLAIMED, Status.DISPUTED})
VIOLENT = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.CIVILIANS})
UNREST = frozenset({EventType.PROTESTS, EventType.RIOTS})
OTHER = frozenset({EventType.STRATEGIC})
BROADLY = (
    ((VIOLENT,), "violence"),
    ((UNREST,), "unrest"),
    ((VIOLENT, UNREST), "violence and unrest"),
    ((VIOLENT, OTHER), "violence and security developments"),
    ((UNREST, OTHER), "unrest and security developments"),
    ((OTHER,), "security developments"),
)
"""What most events are where no one or two types say it."""
NAMED_TYPES = [kind for kind in EventType if kind is not EventType.STRATEGIC]
"""Those that a title names; "strategic developments" are words of the trade."""


def suggest_titles(events: Sequence[Event], country_name: CountryName) -> tuple[str, ...]:
    """Return titles of what, where and when, the fullest first, so that one fits on a line."""
    if not events:
        return ("No event with a mark on the map",)
    events, told = surest(events)
    when = describe_when(events)
    dated = f", {when}" if when else ""
    where = (*_places(events, country_name), "")
    whats = dict.fromkeys((describe_what(events), told + _describe_broadly(events)))
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


def titles_of_group(events: Sequence[Event], name: str) -> tuple[str, ...]:
    """Return titles of the slide of one country or one year, the fullest first."""
    said, told = surest(events)
    when = describe_when(said)
    dated = f", {when}" if when and when != name else ""
    whats = dict.fromkeys((describe_what(events), told + _describe_broadly(said)))
    return tuple(f"{name}: {what}{date}" for date in dict.fromkeys((dated, "")) for what in whats)


def surest(events: Sequence[Event]) -> tuple[Sequence[Event], str]:
    """
    Return the events that a title rests on, and what it must say of them before their name.

    Those said to have happened where there are any: no title says that what is planned or feared
    has happened, nor that what is mostly claimed is known.
    """
    said = [e for e in events if e.status in SAID_TO_BE]
    if not said:
        is_planned = all(e.status is Status.PLANNED for e in events)
        return events, "planned " if is_planned else "possible "
    counts = Counter(e.status for e in said)
    if counts[Status.REPORTED] * 2 >= len(said):
        return said, ""
    return said, "claimed " if counts[Status.CLAIMED] >= counts[Status.DISPUTED] else "disputed "


def describe_what(events: Sequence[Event]) -> str:
    """Return the one or two types that most of the events are of, else what they are broadly."""
    events, told = surest(events)
    if len(events) == 1:
        (one,) = events
        return told + ONE_BY_SUB_TYPE.get(one.sub_type, ONE_OF[one.type])
    counts = [(kind, sum(e.type is kind for e in events)) for kind in NAMED_TYPES]
    counts.sort(key=lambda each: -each[1])
    types: list[str] = []
    covered = 0
    for kind, count in counts[:MOST_TYPES]:
        types += [TITLE_WORDS.get(kind, TYPE_WORDS[kind].lower())] if count else []
        covered += count
        if covered * 2 > len(events):
            return told + " and ".join(types)
    return told + _describe_broadly(events)


def _describe_broadly(events: Sequence[Event]) -> str:
    for groups, words in BROADLY:
        counts = [sum(e.type in types for e in events) for types in groups]
        if sum(counts) * 2 > len(events) and min(counts) * 5 > sum(counts):
            return words
    return "events of several kinds"


def describe_when(events: Sequence[Event]) -> str:
    """Return the day or the month where all are dated so closely, else the years.

    Where most have no date, that of the few is not the time of all: nothing is returned.
    """
    days = sorted(d for e in events for d in (e.when.start, e.when.end) if d)
    dated = sum(bool(e.when.start or e.when.end) for e in events)
    if not days or dated * 2 <= len(events):
        return ""
    first, last = days[0], days[-1]
    if dated == len(events) and (first.year, first.month) == (last.year, last.month):
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
    fine = [p for p, _ in story.most_common() if p.precision not in WIDE]
    names = [isolated(p.name) for p in fine]
    if 0 < len(story) == len(fine) <= 2:
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
