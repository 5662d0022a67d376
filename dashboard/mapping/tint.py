"""Countries or provinces tinted by a count: the class of each, and what could not be counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dashboard.marking import drawn_places
from dashboard.model import POINTS, WIDE, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dashboard.geography import Provinces
    from dashboard.model import Event, Place

# Any: JSON.
Json = dict[str, Any]

PROVINCE = "province:"
COUNTRY_ONLY = "known only by country"
NO_PROVINCE = "in areas that are no one province"
SEVERAL = "in several countries"
NOWHERE = "in no country"
UNMARKED = "without a mark"
UNSTATED = "without a stated number"
REASONS = (COUNTRY_ONLY, NO_PROVINCE, SEVERAL, NOWHERE, UNMARKED, UNSTATED)
MOST_CLASSES = 5
STEPS = (1, 2, 5)
"""Class breaks are these times a power of ten, as a reader rounds."""


class TintBy(StrEnum):
    """What may be tinted by what; the value stands in the address bar."""

    NOTHING = "nothing"
    EVENTS = "events"
    KILLED = "killed"
    PROVINCE_EVENTS = "province events"
    PROVINCE_KILLED = "province killed"

    @property
    def is_by_province(self) -> bool:
        """Whether provinces are tinted, not countries."""
        return self in {TintBy.PROVINCE_EVENTS, TintBy.PROVINCE_KILLED}

    @property
    def is_of_killed(self) -> bool:
        """Whether the killed are counted, not the events."""
        return self in {TintBy.KILLED, TintBy.PROVINCE_KILLED}


TITLES = {
    TintBy.EVENTS: "Events by country",
    TintBy.KILLED: "Killed by country, at least",
    TintBy.PROVINCE_EVENTS: "Events by province",
    TintBy.PROVINCE_KILLED: "Killed by province, at least",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted by country or by province, and how many events were not, and why."""

    by_area: dict[str, int]
    missed: dict[str, int]
    """How many events were not counted, by the reason in words, in the order of `REASONS`."""


def tint_of(
    events: Iterable[Event], by: TintBy, *, provinces: Provinces | None = None
) -> Json | None:
    """
    Return the classes, the class of each area and a sentence on what is left out.

    Without `provinces` nothing can be told by province.
    """
    if by is TintBy.NOTHING or (by.is_by_province and provinces is None):
        return None
    if by.is_by_province and provinces is not None:
        tally = count_by_province(events, by, provinces)
    else:
        tally = count_by_country(events, by)
    breaks = class_breaks(tuple(tally.by_area.values()))
    classes = [
        {"from": low, "to": high - 1} for low, high in pairwise((*breaks, _above(tally, breaks)))
    ]
    return {
        "title": TITLES[by],
        "classes": classes,
        "countries": {} if by.is_by_province else _classed(tally, breaks),
        "provinces": _classed(tally, breaks) if by.is_by_province else {},
        "left_out": _left_out(tally),
    }


def _classed(tally: Tally, breaks: Sequence[int]) -> dict[str, int]:
    return {
        area: sum(value >= low for low in breaks) - 1
        for area, value in sorted(tally.by_area.items())
    }


def count_by_country(events: Iterable[Event], by: TintBy) -> Tally:
    """Count the events, or the lowest number killed that the text states, by country.

    An event marked in two countries counts in both.
    """

    def missing(places: Sequence[Place]) -> str:
        return SEVERAL if any(place.countries for place in places) else NOWHERE

    return _count(events, by, area_of=lambda place: place.country, missing=missing)


def count_by_province(events: Iterable[Event], by: TintBy, provinces: Provinces) -> Tally:
    """Count by province: only what the text puts into one, by its name or by a place within it."""

    def missing(places: Sequence[Place]) -> str:
        if not places:
            return UNMARKED
        is_country = any(place.precision in WIDE for place in places)
        return COUNTRY_ONLY if is_country else NO_PROVINCE

    return _count(events, by, area_of=lambda p: province_of(p, provinces), missing=missing)


def province_of(place: Place, provinces: Provinces) -> str | None:
    """Return the province that a place is or lies in; an area of another kind is in none."""
    if place.precision is Precision.PROVINCE:
        own = place.place_id.removeprefix(PROVINCE)
        return own if provinces.has(own) else provinces.at(place.lat, place.lon, place.countries)
    is_point = place.precision in POINTS
    return provinces.at(place.lat, place.lon, place.countries) if is_point else None


def _count(
    events: Iterable[Event],
    by: TintBy,
    *,
    area_of: Callable[[Place], str | None],
    missing: Callable[[Sequence[Place]], str],
) -> Tally:
    counted: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for event in events:
        places = drawn_places(event) if event.not_drawn_because is None and event.places else ()
        areas = {area for place in places if (area := area_of(place))}
        value = event.killed.low if by.is_of_killed else 1
        if not areas:
            missed[missing(places)] += 1
        elif value is None:
            missed[UNSTATED] += 1
        else:
            counted.update(dict.fromkeys(areas, value))
    by_area = {area: value for area, value in counted.items() if value > 0}
    return Tally(by_area, {reason: missed[reason] for reason in REASONS if missed[reason]})


def class_breaks(values: Sequence[int]) -> tuple[int, ...]:
    """Return the lowest value of each class: round numbers, at most five, none of them empty."""
    if not values:
        return ()
    distinct = sorted(set(values))
    if len(distinct) <= MOST_CLASSES:
        return tuple(distinct)
    powers = range(len(str(distinct[-1])))
    every = [step * 10**power for power in powers for step in STEPS]
    rounded = sorted({max(b for b in every if b <= value) for value in distinct})
    while len(rounded) > MOST_CLASSES:
        fewest = min(range(1, len(rounded)), key=lambda i: rounded[i] / rounded[i - 1])
        del rounded[fewest]
    return tuple(rounded)


def _above(tally: Tally, breaks: Sequence[int]) -> int:
    return max(tally.by_area.values(), default=0) + 1 if breaks else 0


def _left_out(tally: Tally) -> str | None:
    said = [f"{count:,} {where}" for where, count in tally.missed.items()]
    return f"Not counted: {', '.join(said)}." if said else None
