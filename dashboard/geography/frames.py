"""Contracts of frames: which columns, of what type, with what shapes, in which projection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.model import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd

WGS84 = "EPSG:4326"
AREAS = frozenset({"Polygon", "MultiPolygon"})
LINES = frozenset({"LineString", "MultiLineString"})
POINTS = frozenset({"Point", "MultiPoint"})
ANY_SHAPE = AREAS | LINES | POINTS
REBUILD = "build it again with `python data/build.py`"


class Kind(StrEnum):
    """What a column holds. Absent is null; only the kinds that say so allow it."""

    TEXT = "text"
    TEXT_OR_NULL = "text or null"
    NUMBER = "number"
    NUMBER_OR_NULL = "number or null"
    TUPLE = "tuple of texts"
    UNIQUE = "unique text"


@dataclass(frozen=True, slots=True)
class FrameContract:
    """What a frame must look like, checked where the frame is made."""

    name: str
    columns: Mapping[str, Kind]
    shapes: frozenset[str] = ANY_SHAPE
    remedy: str = REBUILD

    def check(self, frame: gpd.GeoDataFrame) -> None:
        """Raise `DataError`, with the remedy, if the frame breaks the contract."""
        missing = sorted(self.columns.keys() - set(frame.columns))
        if missing:
            self._refuse(f"has no column {', '.join(map(repr, missing))}")
        if "geometry" not in frame.columns:
            self._refuse("has no geometry")
        for column, kind in self.columns.items():
            if not _holds(frame[column], kind):
                self._refuse(f"column {column!r} is not {kind}")
        if frame.crs is None or frame.crs.to_epsg() != 4326:
            self._refuse(f"is in {frame.crs}, not in {WGS84}")
        strays = set(frame.geometry.geom_type.dropna()) - self.shapes
        if strays:
            self._refuse(f"holds {', '.join(sorted(strays))}")
        if frame.geometry.isna().any() or frame.geometry.is_empty.any():
            self._refuse("has rows without a shape")

    def _refuse(self, fault: str) -> None:
        msg = f"{self.name} {fault}; {self.remedy}"
        raise DataError(msg)


def _holds(column: pd.Series, kind: Kind) -> bool:
    if kind is Kind.TUPLE:
        return all(isinstance(value, tuple) for value in column)
    if kind in {Kind.NUMBER, Kind.NUMBER_OR_NULL}:
        is_number = pd.api.types.is_numeric_dtype(column)
        return is_number and (kind is Kind.NUMBER_OR_NULL or column.notna().all())
    present = column.dropna()
    if not all(isinstance(value, str) for value in present):
        return False
    if kind is Kind.TEXT_OR_NULL:
        return True
    return len(present) == len(column) and (kind is Kind.TEXT or column.is_unique)
