"""What the province polygons know of a division: its id, its middle, its names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import shapely

from building.provinces import read_province_ids

if TYPE_CHECKING:
    from pathlib import Path

    from building.sources import Sources


@dataclass(frozen=True, slots=True)
class Outline:
    """A province polygon without its shape."""

    province_id: str
    geonameid: int
    name: str
    country: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()


def read_outlines(sources: Sources, layers: Path) -> list[Outline]:
    """
    Return every named province polygon of `provinces.parquet`.

    The point is the centroid (the nearest to GeoNames' own points of those tried: median 13 km over
    158 provinces, against 27 km for a representative point and 18 km for Natural Earth's label
    points), or a point inside where the centroid falls outside the polygon.
    """
    frame = gpd.read_parquet(layers / "provinces.parquet")
    points = [_middle_of(shape) for shape in frame.geometry]
    names = _read_names(sources)
    return [
        Outline(
            province_id=row.province_id,
            geonameid=0 if pd.isna(row.geonameid) else int(row.geonameid),
            name=row.name,
            country=row.country if isinstance(row.country, str) else "",
            lat=point.y,
            lon=point.x,
            names=names.get(row.province_id, ()),
        )
        for row, point in zip(
            frame.astype({"geonameid": float}).itertuples(index=False), points, strict=True
        )
        if isinstance(row.name, str)
    ]


def _middle_of(shape: shapely.Geometry) -> shapely.Point:
    middle = shapely.centroid(shape)
    return middle if shape.covers(middle) else shapely.point_on_surface(shape)


def _read_names(sources: Sources) -> dict[str, tuple[str, ...]]:
    raw = sources.member("natural-earth-provinces", "package/data/build.json").read_bytes()
    properties = [feature["properties"] for feature in json.loads(raw)["features"]]
    found: dict[str, tuple[str, ...]] = {}
    # By the codes of today: the source's own are older, and Iran has since passed them on.
    for code, p in zip(read_province_ids(sources, properties), properties, strict=True):
        names = (p["name"], p["name_en"], p["gn_name"], *(p["name_alt"] or "").split("|"))
        found.setdefault(code, tuple(n for n in names if n))
    return found
