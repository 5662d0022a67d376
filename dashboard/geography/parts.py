"""Parts of a country or region named by a direction: "southern Kyrgyzstan", "the north-east"."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.geography.distance import KM_PER_DEGREE

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class Direction(StrEnum):
    """The parts that news names."""

    NORTH = "north"
    NORTHEAST = "northeast"
    EAST = "east"
    SOUTHEAST = "southeast"
    SOUTH = "south"
    SOUTHWEST = "southwest"
    WEST = "west"
    NORTHWEST = "northwest"
    CENTRAL = "central"


PART_SHARE = 0.4
"""A directional part is this share of the extent: two fifths, a little less than half.

A half would put Kyiv in eastern Ukraine, a third would leave Osh out of southern Kyrgyzstan.
"""
CENTRE_SHARE = 0.5
"""The centre is the middle half of the extent, both ways."""
MAIN_BODY_GAP_KM = 300
"""Islands farther than this from the rest do not count: French Guiana is not southern France."""

AROUND = np.array([360.0, 0.0])
_COMPASS = {
    Direction.NORTH: 0,
    Direction.NORTHEAST: 45,
    Direction.EAST: 90,
    Direction.SOUTHEAST: 135,
    Direction.SOUTH: 180,
    Direction.SOUTHWEST: 225,
    Direction.WEST: 270,
    Direction.NORTHWEST: 315,
}


def cut_part(shape: BaseGeometry, direction: Direction) -> BaseGeometry:
    """
    Return the part of an area that lies in a direction.

    The rule: of the main body, what lies in the two fifths of its extent that face that way,
    measured along the direction itself; for the centre, the middle half both ways. The line is a
    rule of thumb and must be shown as approximate.
    """
    body = _main_body(_unwrapped(shape))
    window = _centre(body) if direction is Direction.CENTRAL else _facing(body, direction)
    return areas_of(_wrapped(body.intersection(window)))


def areas_of(shape: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a shape, without the lines and points that cutting may leave."""
    parts = shapely.get_parts(shape)
    areas = parts[shapely.get_dimensions(parts) == 2]
    return areas[0] if len(areas) == 1 else shapely.multipolygons(areas)


def _facing(body: BaseGeometry, direction: Direction) -> BaseGeometry:
    """A rectangle over the two fifths of the body that face a direction."""
    angle = math.radians(_COMPASS[direction])
    shrink = _shrink(body)
    # Unit vectors in degrees east and north: along the direction, and across it.
    along = np.array([math.sin(angle) * shrink, math.cos(angle)])
    across = np.array([math.cos(angle) / shrink, -math.sin(angle)])
    step = np.array([math.sin(angle) / shrink, math.cos(angle)])
    west, south, east, north = body.bounds
    middle = np.array([(west + east) / 2, (south + north) / 2])
    reach = (shapely.get_coordinates(body) - middle) @ along
    foot = middle + step * (reach.max() - PART_SHARE * np.ptp(reach))
    wide = 4 * (east - west + north - south)
    corners = [foot - across * wide, foot + across * wide]
    return shapely.Polygon([*corners, corners[1] + step * wide, corners[0] + step * wide])


def _centre(body: BaseGeometry) -> BaseGeometry:
    west, south, east, north = body.bounds
    dx, dy = (east - west) * CENTRE_SHARE / 2, (north - south) * CENTRE_SHARE / 2
    x, y = (east + west) / 2, (north + south) / 2
    return shapely.box(x - dx, y - dy, x + dx, y + dy)


def _main_body(shape: BaseGeometry) -> BaseGeometry:
    """The largest polygon and all that is chained to it by short hops."""
    parts = shapely.get_parts(shape)
    if len(parts) == 1:
        return shape
    shrink = _shrink(shape)
    flat = shapely.transform(parts, lambda xy: xy * (shrink, 1))
    hulls = shapely.convex_hull(shapely.simplify(flat, 0.05))
    reach = shapely.union_all(shapely.buffer(hulls, MAIN_BODY_GAP_KM / KM_PER_DEGREE / 2))
    largest = flat[int(np.argmax(shapely.area(flat)))].representative_point()
    islands = [i for i in shapely.get_parts(reach) if i.covers(largest)]
    near = shapely.intersects(hulls, islands[0])
    return shapely.multipolygons(parts[near])


def _shrink(shape: BaseGeometry) -> float:
    _, south, _, north = shape.bounds
    return max(0.02, math.cos(math.radians((south + north) / 2)))


def _unwrapped(shape: BaseGeometry) -> BaseGeometry:
    """Join an area that the 180th meridian cuts (Russia, Fiji): longitudes up to 360."""
    west, _, east, _ = shape.bounds
    if not (west < -170 and east > 170):
        return shape
    parts = shapely.get_parts(shape)
    lons = shapely.get_x(shapely.centroid(parts))
    moved = [
        shapely.transform(part, lambda xy: xy + AROUND) if lon < 0 else part
        for part, lon in zip(parts, lons, strict=True)
    ]
    return shapely.union_all(moved)


def _wrapped(shape: BaseGeometry) -> BaseGeometry:
    """Cut the area at the 180th meridian again."""
    if shape.is_empty or shape.bounds[2] <= 180:
        return shape
    east = shape.intersection(shapely.box(-180, -90, 180, 90))
    beyond = shape.intersection(shapely.box(180, -90, 540, 90))
    return shapely.union_all([east, shapely.transform(beyond, lambda xy: xy - AROUND)])
