"""The places of two mentions: whether one event may have been at both, and which is finer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.where.references import is_in_town, is_unknown
from dashboard.model import WIDE, Precision

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
    if is_told_again and any(holds(p, q) or holds(q, p) for p, q in pairs):
        return False
    is_wide = any(p.place.precision in WIDE for p in (*one, *other))
    return not (is_wide and any({*p.countries} & {*q.countries} for p, q in pairs))


def holds(outer: Place, inner: Place) -> bool:
    """Whether one place lies in another that is wider, by its shape or by what the text says."""
    if is_unknown(inner):
        return not is_unknown(outer) and (outer.lat, outer.lon) == (inner.lat, inner.lon)
    if outer.geometry is None or inner.geometry is None or _rank(outer) <= _rank(inner):
        return False
    return bool(outer.geometry.intersects(inner.geometry.representative_point()))


def finer_places(
    one: tuple[EventPlace, ...], other: tuple[EventPlace, ...]
) -> tuple[EventPlace, ...]:
    """Return the places that say more exactly where it was, those told first where both do."""
    if not one or not other:
        return one or other
    if one[0].inherited and not other[0].inherited:
        return other
    is_finer = min(_rank(p.place) for p in other) < min(_rank(p.place) for p in one)
    return other if is_finer and not other[0].inherited else one


def _rank(place: Place) -> int:
    # What a town holds is smaller than the town.
    return -1 if is_in_town(place) else FINENESS.index(place.precision)
