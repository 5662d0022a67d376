"""The first view: a box around the story, not around the world."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from dashboard.mapping.view import Bounds, MapView, drawn_places
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.model import Place

SHARE_IN_FRAME = 0.9
"""Places are taken from the middle outwards until this share of the events is in view."""
FAR = 2.5
"""A place farther from the middle than this many times the rest is left outside."""
SMALLEST_SPAN = 2.0
"""Degrees of latitude: a single town is shown with its surroundings."""
COARSE = {Precision.COUNTRY, Precision.MULTI_COUNTRY}


def frame_of(view: MapView) -> Bounds | None:
    """Return the box around the places of the drawn events, else around the places named.

    Whole countries count only when nothing finer is there. `None` when there is nothing at all.
    """
    marked = [place for event in view.drawn for place in drawn_places(event)]
    named = list(view.briefing.places.values())
    for places in (marked, named):
        fine = [place for place in places if place.precision not in COARSE]
        if fine or places:
            return _around(fine or places)
    return None


def focus_of(view: MapView) -> tuple[str, ...]:
    """Return the countries that the drawn events touch, the most frequent first."""
    counts: dict[str, int] = {}
    for event in view.drawn:
        for place in drawn_places(event):
            if place.precision is not Precision.MULTI_COUNTRY:
                counts |= {code: counts.get(code, 0) + 1 for code in place.countries}
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def _around(places: list[Place]) -> Bounds:
    centre = median(p.lat for p in places), median(p.lon for p in places)
    nearest_first = sorted(places, key=lambda p: _distance(centre, p))
    core = nearest_first[: max(1, round(len(places) * SHARE_IN_FRAME))]
    reach = max(_distance(centre, place) for place in core)
    kept = [p for p in nearest_first if _distance(centre, p) <= max(reach, 1.0) * FAR]
    return _widened(_box(kept))


def _distance(centre: tuple[float, float], place: Place) -> float:
    return max(abs(place.lat - centre[0]), abs(place.lon - centre[1]))


def _box(places: Iterable[Place]) -> Bounds:
    boxes = [
        (p.lon, p.lat, p.lon, p.lat) if p.geometry is None or p.geometry.is_empty
        else p.geometry.bounds
        for p in places
    ]  # fmt: skip
    return Bounds(
        south=min(box[1] for box in boxes),
        west=min(box[0] for box in boxes),
        north=max(box[3] for box in boxes),
        east=max(box[2] for box in boxes),
    )


def _widened(box: Bounds) -> Bounds:
    more = max(0.0, SMALLEST_SPAN - (box.north - box.south)) / 2
    return Bounds(
        south=max(-85.0, box.south - more),
        west=box.west - more,
        north=min(85.0, box.north + more),
        east=box.east + more,
    )
