"""Which part of the world a slide shows when nobody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from dashboard.model import WIDE, Precision
from dashboard.slides import captions
from dashboard.slides.frame import Bounds, bounds_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.model import Place

_FINE = frozenset(Precision) - WIDE
WORLD = Bounds(-170.0, -56.0, 190.0, 76.0)
MARGIN, TIGHT_MARGIN = 0.14, 0.06
"""Around points there is more to see than around whole countries."""
TOO_LARGE_DEG = 26.0
"""A country wider than this is not shown whole for the sake of its slide."""

Corner = tuple[float, float]


def is_whole(place: Place) -> bool:
    """Whether a place is all of a country, or of several."""
    return place.precision in WIDE


def fit_bounds(
    places: Sequence[Place], country: BaseGeometry | None = None, *, with_countries: bool = False
) -> Bounds:
    """
    Return the frame around the places; countries count only where nothing finer is named.

    `country` is the shape of the country that the slide is about: it is shown whole. So are,
    `with_countries`, all that are among the places, if they are not too large for that.
    """
    about = _main_corners(country) if country is not None else []
    if about and about[1][0] - about[0][0] > TOO_LARGE_DEG:
        about = []
    fine = _corners(places, _FINE)
    if fine and with_countries:
        lands = [_main_corners(p.geometry) for p in places if is_whole(p) and p.geometry]
        about += [c for land in lands if land[1][0] - land[0][0] <= TOO_LARGE_DEG for c in land]
    found = bounds_of(fine + about) if fine or about else bounds_of(_corners(places, WIDE))
    return found.padded(MARGIN if fine and not about else TIGHT_MARGIN) if found else WORLD


def _corners(places: Sequence[Place], precisions: frozenset[Precision]) -> list[Corner]:
    points: list[Corner] = []
    for place in places:
        if place.precision not in precisions:
            continue
        shape = None if captions.style_of(place) is None else place.geometry
        if shape is None:
            points.append((place.lon, place.lat))
        elif precisions is _FINE:
            # The middle half of an area, where its marks stand: a border's far ends may be cut.
            west, south, east, north = shape.bounds
            points.append(((place.lon + west) / 2, (place.lat + south) / 2))
            points.append(((place.lon + east) / 2, (place.lat + north) / 2))
        else:
            points += _main_corners(shape)
    return points


def _main_corners(shape: BaseGeometry) -> list[Corner]:
    """Far islands of a country would blow the frame up: its largest part is enough."""
    west, south, east, north = max(shapely.get_parts(shape), key=shapely.area).bounds
    return [(west, south), (east, north)]
