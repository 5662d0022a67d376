"""Where two shapes are nearest to each other on the ground, and how far that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Proj
from shapely.geometry import Point

from dashboard.geography.distance import EARTH, nearest_points

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

ROUNDS = 2
STEP_DEGREES = 0.1
FARTHEST_M = 2.1e7
"""Half way round the earth: where the projection gives up."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The shortest way between two shapes, along the ground."""

    here: Point
    there: Point
    km: float
    bearing: float
    """At the first shape, towards the second; 0 is north and 90 is east."""


def gap_between(first: BaseGeometry, second: BaseGeometry) -> Gap:
    """
    Return the shortest way between two shapes of EPSG:4326; of length 0 where they meet.

    The nearest points are looked for on a plane that is true to distance around the middle of the
    way, so that neither latitude nor the 180th meridian bends the answer.
    """
    here, there = nearest_points(first, second)
    # A straight edge between two corners is straight on the map; on the plane it has to bend.
    dense = [shapely.segmentize(shape, STEP_DEGREES) for shape in (first, second)]
    for _ in range(ROUNDS):
        plane = _plane_around(here, there)
        flat = [shapely.transform(shape, plane.there) for shape in dense]
        line = shapely.transform(shapely.shortest_line(*flat), plane.back)
        here, there = (Point(xy) for xy in shapely.get_coordinates(line))
    azimuth, _, metres = EARTH.inv(here.x, here.y, there.x, there.y)
    return Gap(here, there, float(metres) / 1000, float(azimuth) % 360)


@dataclass(frozen=True, slots=True)
class _Plane:
    """The azimuthal equidistant projection around a point."""

    proj: Proj

    def there(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        flat = np.column_stack(self.proj(xy[:, 0], xy[:, 1]))
        return np.asarray(
            np.nan_to_num(flat, nan=FARTHEST_M, posinf=FARTHEST_M, neginf=-FARTHEST_M)
        )

    def back(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(self.proj(xy[:, 0], xy[:, 1], inverse=True))


def _plane_around(here: Point, there: Point) -> _Plane:
    azimuth, _, metres = EARTH.inv(here.x, here.y, there.x, there.y)
    lon, lat, _ = EARTH.fwd(here.x, here.y, azimuth, metres / 2)
    return _Plane(Proj(proj="aeqd", lat_0=lat, lon_0=lon, ellps="WGS84"))
