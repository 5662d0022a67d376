"""Where an event is marked: the one rule for the map on screen and for slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model import Precision

if TYPE_CHECKING:
    from dashboard.model import Event, Place

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


def _holds(outer: Place, inner: Place) -> bool:
    rank_outer, rank_inner = _COARSENESS[outer.precision], _COARSENESS[inner.precision]
    is_coarse = rank_outer >= _COUNTRY
    return is_coarse and rank_inner < rank_outer and set(inner.countries) <= set(outer.countries)
