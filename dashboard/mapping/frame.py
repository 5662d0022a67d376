"""The first view: a box around the story, not around the world."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.mapping.view import Bounds
from dashboard.marking import story_of
from dashboard.model import WIDE, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.mapping.columns import MarkColumns
    from dashboard.model import Briefing, Place

SHARE_IN_FRAME = 0.9
"""Places are taken from the middle outwards until this share of the events is in view."""
FAR = 2.5
"""A place farther from the middle than this many times the rest is left outside."""
SMALLEST_SPAN = 2.0
"""Degrees of latitude: a single town is shown with its surroundings."""
HALF_ROUND = 180
WORLD = Bounds(-60, -180, 80, 180)


def story_places(briefing: Briefing) -> Counter[Place]:
    """Return the places of all events that have a mark, each with its number of marks.

    Filters change neither the frame nor the countries lifted out, so all events count.
    """
    return story_of(briefing.events)


def count_places(marks: MarkColumns) -> Counter[Place]:
    """Return the same out of the columns of a briefing."""
    numbers = np.bincount(marks.place, minlength=len(marks.places))
    return Counter(dict(zip(marks.places, numbers.tolist(), strict=True)))


def frame_of(briefing: Briefing, *, story: Counter[Place] | None = None) -> Bounds | None:
    """Return the box around the places of the events, else around the places named.

    Whole countries count only when nothing finer is there. `None` when there is nothing at all.
    `story` spares counting the places again.
    """
    marked = story_places(briefing) if story is None else story
    for places in (marked, Counter(briefing.places.values())):
        fine = Counter({p: n for p, n in places.items() if p.precision not in WIDE})
        if fine or places:
            return _around(fine or places)
    return None


def _around(given: Counter[Place]) -> Bounds:
    places = _unrolled(given)
    everywhere = list(places.elements())
    centre = median(p.lat for p in everywhere), median(p.lon for p in everywhere)
    distances = {place: _distance(centre, place) for place in places}
    nearest_first = sorted(distances[place] for place in everywhere)
    reach = nearest_first[max(1, round(len(everywhere) * SHARE_IN_FRAME)) - 1]
    return _widened(_box(p for p in places if distances[p] <= max(reach, 1.0) * FAR))


def _unrolled(places: Counter[Place]) -> Counter[Place]:
    """Return the places of a story over the 180th meridian with longitudes up to 360.

    So that Fiji and Tonga are neighbours: the frame's east may be beyond 180.
    """
    lons = [place.lon for place in places]
    around = [lon % 360 for lon in lons]
    if max(lons) - min(lons) <= HALF_ROUND or max(around) - min(around) >= max(lons) - min(lons):
        return places
    return Counter({_turned(place): number for place, number in places.items()})


def _turned(place: Place) -> Place:
    shape = place.geometry
    if shape is None or shape.bounds[2] - shape.bounds[0] > HALF_ROUND:
        return replace(place, lon=place.lon % 360, geometry=None)
    by = place.lon % 360 - place.lon
    moved = shapely.transform(shape, lambda xy: xy + np.array([by, 0.0])) if by else shape
    return replace(place, lon=place.lon % 360, geometry=moved)


def _distance(centre: tuple[float, float], place: Place) -> float:
    return max(abs(place.lat - centre[0]), abs(place.lon - centre[1]))


def _box(places: Iterable[Place]) -> Bounds:
    boxes = [_core(place) for place in places]
    return Bounds(
        south=min(box.south for box in boxes),
        west=min(box.west for box in boxes),
        north=max(box.north for box in boxes),
        east=max(box.east for box in boxes),
    )


def _core(place: Place) -> Bounds:
    """Return the middle half of an area, where its marks stand, and the middle of a line."""
    lat, lon = place.lat, place.lon
    is_line = place.precision is Precision.LINE
    if is_line or place.geometry is None or place.geometry.is_empty:
        return Bounds(lat, lon, lat, lon)
    west, south, east, north = place.geometry.bounds
    return Bounds((lat + south) / 2, (lon + west) / 2, (lat + north) / 2, (lon + east) / 2)


def _widened(box: Bounds) -> Bounds:
    more = max(0.0, SMALLEST_SPAN - (box.north - box.south)) / 2
    return Bounds(
        south=max(-85.0, box.south - more),
        west=box.west - more,
        north=min(85.0, box.north + more),
        east=box.east + more,
    )
