"""Outlines made light enough to travel with every filter click."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry import mapping

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FINEST_DEGREES = 0.004
"""About a third of a pixel at zoom 7, the base map's last level."""
STEPS_ACROSS = 2500
"""A larger shape is drawn at smaller scales: its tolerance is its width over this."""
ROUGH_STEPS_ACROSS = 150
"""Of an outline that is not drawn itself."""
DECIMALS = 3

# A GeoJSON geometry holds lists of lists of any depth.
Geometry = dict[str, Any]


@lru_cache(maxsize=512)
def light_geometry(geometry: BaseGeometry) -> Geometry | None:
    """Return the GeoJSON geometry, simplified and rounded; `None` if nothing can be drawn.

    Kept, because every filter click sends the same outlines again; do not change what comes back.
    """
    if geometry.is_empty or geometry.geom_type in {"Point", "MultiPoint"}:
        return None
    west, south, east, north = geometry.bounds
    tolerance = max(FINEST_DEGREES, max(east - west, north - south) / STEPS_ACROSS)
    light = shapely.simplify(geometry, tolerance, preserve_topology=False)
    kept = geometry if light.is_empty else light
    return _rounded(mapping(kept))


@lru_cache(maxsize=512)
def rough_edge(geometry: BaseGeometry) -> Geometry | None:
    """Return the outline as coarsely as an arrow needs that starts at its edge."""
    if geometry.is_empty or geometry.geom_type not in {"Polygon", "MultiPolygon"}:
        return None
    west, south, east, north = geometry.bounds
    tolerance = max(FINEST_DEGREES, max(east - west, north - south) / ROUGH_STEPS_ACROSS)
    light = shapely.simplify(geometry, tolerance, preserve_topology=True)
    return _rounded(mapping(light))


def _rounded(geometry: Geometry) -> Geometry:
    if geometry["type"] == "GeometryCollection":
        return {
            "type": "GeometryCollection",
            "geometries": [_rounded(part) for part in geometry["geometries"]],
        }
    return {"type": geometry["type"], "coordinates": _round(geometry["coordinates"])}


# Any: coordinates are numbers or nested sequences of them.
def _round(coordinates: Any) -> Any:
    if isinstance(coordinates, float | int):
        return round(coordinates, DECIMALS)
    return [_round(part) for part in coordinates]
