"""Provinces: which one a point lies in, and their outlines light enough for a map."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

EDGE_DEGREES = 0.02
"""Of the simplified outlines, about two kilometres: neighbours still share their edges."""
NEAR_DEGREES = 0.1
"""A town on the shore may lie outside every outline; within this it belongs to the nearest."""


class Provinces:
    """The first-level divisions of the `provinces` layer."""

    def __init__(self, frame: gpd.GeoDataFrame) -> None:
        self._ids = frame["province_id"].to_numpy()
        self._countries = frame["country"].to_numpy()
        self._shapes = frame.geometry.to_numpy()
        self._found: dict[tuple[float, float, tuple[str, ...]], str | None] = {}

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._shapes)

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {province_id: row for row, province_id in enumerate(self._ids)}

    def has(self, province_id: str) -> bool:
        """Whether the layer has an outline for it."""
        return province_id in self._rows

    def at(self, lat: float, lon: float, countries: Sequence[str] = ()) -> str | None:
        """
        Return the id of the province at a position, `None` at sea.

        Beside a border the coordinates of a town may lie across it: its own country decides.
        """
        key = (lat, lon, tuple(countries))
        if key not in self._found:
            point = shapely.Point(lon, lat)
            near = self._tree.query(point, predicate="dwithin", distance=NEAR_DEGREES)
            own = near[np.isin(self._countries[near].astype(str), key[2])]
            rows = own if len(own) else near
            away = shapely.distance(self._shapes[rows], point)
            self._found[key] = str(self._ids[rows[away.argmin()]]) if len(rows) else None
        return self._found[key]

    def outlines(self, province_ids: Iterable[str]) -> dict[str, BaseGeometry]:
        """Return simplified outlines without gaps between neighbours of one country."""
        wanted = {province_id for province_id in province_ids if self.has(province_id)}
        countries = {self._countries[self._rows[province_id]] for province_id in wanted}
        rows = np.flatnonzero(np.isin(self._countries.astype(str), [str(c) for c in countries]))
        light = shapely.coverage_simplify(self._shapes[rows], EDGE_DEGREES)
        found = zip(self._ids[rows], light, strict=True)
        return {str(province_id): shape for province_id, shape in found if province_id in wanted}
