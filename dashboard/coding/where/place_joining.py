"""The places of two mentions: whether one event may have been at both, and which is finer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely import Point

from dashboard.coding.where.references import CITY_KM, SEATS, is_in_town, is_unknown
from dashboard.geography.distance import distance_km
from dashboard.model import POINTS, WIDE, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import EventPlace, Place

FINENESS = tuple(Precision)


def conflict(
    one: Sequence[EventPlace], other: Sequence[EventPlace], *, is_told_again: bool
) -> bool:
    """Whether the places of two mentions keep them from being one event.

    What is surely told again may get its town: "kidnapped in Kolun Province", then "the kidnapping
    took place in Bara".
    """
    if not one or not other:
        return False
    if {p.place.place_id for p in one} & {p.place.place_id for p in other}:
        return False
    if any(not p.place.countries for p in (*one, *other)):
        return False
    pairs = [(p.place, q.place) for p in one for q in other]
    if is_told_again and any(_may_hold(p, q) or _may_hold(q, p) for p, q in pairs):
        return False
    is_wide = any(p.place.precision in WIDE for p in (*one, *other))
    return not (is_wide and any({*p.countries} & {*q.countries} for p, q in pairs))


def _may_hold(outer: Place, inner: Place) -> bool:
    """Whether one place lies in another, or may: all that is known of it is its country.

    So may a name of which no town is known that holds it: "ambushed in Bara", then "the ambush
    happened in Olumbi".
    """
    is_open = outer.precision not in POINTS or not is_in_town(inner)
    is_somewhere = is_open and is_unknown(inner) and not is_unknown(outer)
    is_somewhere = is_somewhere and bool({*outer.countries} & {*inner.countries})
    return is_somewhere or holds(outer, inner)


def holds(outer: Place, inner: Place) -> bool:
    """Whether one place lies in another that is wider, by its shape or by what the text says."""
    if is_unknown(inner):
        return not is_unknown(outer) and (outer.lat, outer.lon) == (inner.lat, inner.lon)
    if _is_in_city(inner, outer):
        return True
    if outer.geometry is None or inner.geometry is None or _rank(outer) <= _rank(inner):
        return False
    return bool(outer.geometry.intersects(inner.geometry.representative_point()))


def _is_in_city(inner: Place, outer: Place) -> bool:
    """Whether a town is a quarter or a suburb of a capital: Miraflores of Lima."""
    is_city = outer.feature in SEATS and inner.feature not in SEATS
    is_town = {inner.precision, outer.precision} <= POINTS
    return is_city and is_town and distance_km(_spot(inner), _spot(outer)) <= CITY_KM


def _spot(place: Place) -> Point:
    return Point(place.lon, place.lat)


def finer_places(
    one: tuple[EventPlace, ...], other: tuple[EventPlace, ...]
) -> tuple[EventPlace, ...]:
    """Return the places that say more exactly where it was, those told first where both do."""
    if not one or not other:
        return one or other
    if one[0].inherited and not other[0].inherited:
        return other
    if is_unknown(other[0].place) and not any(holds(p.place, other[0].place) for p in one):
        # The name is not known: what was told before says better where it was.
        return one
    is_finer = min(_rank(p.place) for p in other) < min(_rank(p.place) for p in one)
    is_finer = is_finer or _is_in_city(other[0].place, one[0].place)
    return other if is_finer and not other[0].inherited else one


def _rank(place: Place) -> int:
    # What a town holds is smaller than the town.
    return -1 if is_in_town(place) else FINENESS.index(place.precision)
