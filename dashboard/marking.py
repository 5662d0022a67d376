"""Where an event is marked, and which countries that lifts out: on screen and on slides alike."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.model import Event, Place

FOCUS_SHARE = 0.2
PEOPLE_PER_KM2 = 5_000
"""A round figure for built-up ground: a convention of drawing, not a measure."""
LEAST_REACH_KM = 2.0

# From the finest to the coarsest.
_COARSENESS = {
    Precision.POINT: 0,
    Precision.CITY_AREA: 0,
    Precision.PROVINCE: 1,
    Precision.REGION: 2,
    Precision.LINE: 2,
    Precision.COUNTRY: 3,
    Precision.MULTI_COUNTRY: 4,
}
_COUNTRY = _COARSENESS[Precision.COUNTRY]


def drawn_places(event: Event) -> tuple[Place, ...]:
    """Return where an event is marked: its places, but no country that another one lies in.

    An event in a town and "in Tajikistan" is one mark in the town; an event in two towns is
    marked in both and counted once.
    """
    if len(event.places) == 1:
        return (event.places[0].place,)
    places = {at.place.place_id: at.place for at in event.places}
    return tuple(
        place
        for place in places.values()
        if not any(_holds(place, other) for other in places.values())
    )


def story_of(events: Iterable[Event]) -> Counter[Place]:
    """Return the places of all events that have a mark, each with its number of marks."""
    marked = (e for e in events if e.not_drawn_because is None and e.places)
    return Counter(place for event in marked for place in drawn_places(event))


def focus_of(story: Counter[Place]) -> tuple[str, ...]:
    """Return the countries that the story is about, the most frequent first.

    Those with at least a fifth of the leading country's events: lifting every country that is
    named once would lift none.
    """
    counts: Counter[str] = Counter()
    for place, number in story.items():
        if place.precision is not Precision.MULTI_COUNTRY:
            counts.update(dict.fromkeys(place.countries, number))
    least = max(counts.values(), default=0) * FOCUS_SHARE
    shown = [code for code in counts if counts[code] >= least]
    return tuple(sorted(shown, key=lambda code: (-counts[code], code)))


def reach_km(place: Place) -> float | None:
    """Return how far a town may reach from its point, `None` for what is no town.

    No outline of a town is known here. It is that of a disc in which its people would live as
    densely as in cities on average; a small one may be left by this much all the same.
    """
    if place.precision is not Precision.CITY_AREA:
        return None
    disc = math.sqrt((place.population or 0) / (PEOPLE_PER_KM2 * math.pi))
    return round(max(LEAST_REACH_KM, disc), 1)


def _holds(outer: Place, inner: Place) -> bool:
    rank_outer, rank_inner = _COARSENESS[outer.precision], _COARSENESS[inner.precision]
    is_coarse = rank_outer >= _COUNTRY
    return is_coarse and rank_inner < rank_outer and set(inner.countries) <= set(outer.countries)
