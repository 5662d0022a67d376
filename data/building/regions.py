"""Draw the outlines of `data/regions.csv` out of the coordinates in `region_outlines.csv`.

Run `python data/building/regions.py` after a change to either table; it needs the built layers
`countries.parquet` and `provinces.parquet` and writes `regions.geojson`.

A row of `region_outlines.csv` is one of two forms. An `axis` is a line through named places; the
outline is everything within `half_width_km` of it, which suits a valley, a gorge or a range. An
`outline` is a ring of points; the outline is a smooth curve through them. `clip` names the areas
(`country:AF`, `province:PK-TA`, `;`-separated) that the outline may not leave. `points` are
`name latitude longitude`, `;`-separated; a name is given where the point is a GeoNames place.
"""

from __future__ import annotations

import csv
import itertools
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import LineString, Polygon, mapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

DATA = Path(__file__).resolve().parents[1]
OUTLINES = Path(__file__).with_name("region_outlines.csv")
MAX_SEGMENT_DEGREES = 2.0
"""Longer pieces of an axis are cut, so that each is widened in a projection that is true there."""
STEPS_PER_EDGE = 5
TOUCHED_SHARE = 0.01
"""A country counts as touched from a hundredth of the area on; less is the outline's error."""
DECIMALS = 3
COARSEST_DEGREES = 0.005


@dataclass(frozen=True, slots=True)
class Outline:
    """One row of `region_outlines.csv`; `points` are (latitude, longitude)."""

    region_id: str
    form: str
    half_width_km: float | None
    clip: tuple[str, ...]
    points: tuple[tuple[float, float], ...]


def main() -> None:
    """Write `regions.geojson` out of the two tables and the built layers."""
    areas = load_areas(DATA)
    shapes = {row.region_id: draw(row, areas) for row in load_outlines(OUTLINES)}
    write_geojson(shapes, DATA / "regions.geojson")


def load_areas(data_dir: Path) -> dict[str, BaseGeometry]:
    """Return the polygons of countries and provinces by place id (`country:TJ`, `province:…`)."""
    areas: dict[str, BaseGeometry] = {}
    countries = gpd.read_parquet(data_dir / "countries.parquet").dropna(subset=["country"])
    for code, rows in countries.groupby("country"):
        areas[f"country:{code}"] = rows.geometry.union_all()
    provinces = gpd.read_parquet(data_dir / "provinces.parquet").dropna(subset=["province_id"])
    for province_id, rows in provinces.groupby("province_id"):
        areas[f"province:{province_id}"] = rows.geometry.union_all()
    return areas


def load_outlines(path: Path) -> tuple[Outline, ...]:
    """Read the table of points."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_read_outline(row) for row in csv.DictReader(file))


def write_geojson(shapes: Mapping[str, BaseGeometry], path: Path) -> None:
    """Write one feature per line, so that a change shows as a change of one line."""
    features = (
        json.dumps(
            {"type": "Feature", "properties": {"region_id": key}, "geometry": mapping(shape)}
        )
        for key, shape in sorted(shapes.items())
    )
    text = '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"
    path.write_text(text, encoding="utf-8")


def draw(row: Outline, areas: Mapping[str, BaseGeometry]) -> BaseGeometry:
    """Return the outline in EPSG:4326, clipped where the row says so."""
    if row.half_width_km is None:
        shape: BaseGeometry = smooth_ring(row.points)
    else:
        shape = widen_axis(row.points, half_width_km=row.half_width_km)
    if row.clip:
        shape = shape.intersection(shapely.union_all([areas[name] for name in row.clip]))
        shape = shapely.union_all([part for part in shapely.get_parts(shape) if part.area > 0])
    shape = shapely.set_precision(shape.simplify(_tolerance(shape)), 10**-DECIMALS)
    return shapely.orient_polygons(shapely.normalize(shape))


def widen_axis(points: Sequence[tuple[float, float]], *, half_width_km: float) -> BaseGeometry:
    """Return everything within `half_width_km` of the line through `points`."""
    line = LineString([(lon, lat) for lat, lon in points]).segmentize(MAX_SEGMENT_DEGREES)
    corners = list(line.coords)
    pieces = (
        _widen_segment(LineString(pair), half_width_km) for pair in itertools.pairwise(corners)
    )
    return shapely.union_all(list(pieces))


def smooth_ring(points: Sequence[tuple[float, float]]) -> Polygon:
    """Return the polygon whose edge is a Catmull-Rom curve through every one of `points`.

    Falls back to straight edges where the curve would cross itself.
    """
    corners = np.array([(lon, lat) for lat, lon in points])
    before, after, beyond = (np.roll(corners, shift, axis=0) for shift in (1, -1, -2))
    curve = [
        0.5
        * (
            2 * corners
            + (after - before) * step
            + (2 * before - 5 * corners + 4 * after - beyond) * step**2
            + (3 * corners - before - 3 * after + beyond) * step**3
        )
        for step in np.arange(STEPS_PER_EDGE) / STEPS_PER_EDGE
    ]
    smooth = Polygon(np.stack(curve, axis=1).reshape(-1, 2))
    return smooth if smooth.is_valid else Polygon(corners)


def touched_countries(
    shape: BaseGeometry, countries: Mapping[str, BaseGeometry]
) -> tuple[str, ...]:
    """Return the codes of the countries that hold a hundredth of `shape` or more, largest first.

    Area is weighed in degrees, which is good enough for shares of one outline.
    """
    near = {code: area for code, area in countries.items() if area.intersects(shape)}
    shares = {code: area.intersection(shape).area / shape.area for code, area in near.items()}
    kept = (code for code, share in shares.items() if share >= TOUCHED_SHARE)
    return tuple(sorted(kept, key=lambda code: (-shares[code], code)))


def _tolerance(shape: BaseGeometry) -> float:
    """Return by how many degrees an edge may be simplified: the larger the area, the more."""
    return min(COARSEST_DEGREES, 0.002 * (1 + math.sqrt(shape.area)))


def _widen_segment(segment: LineString, half_width_km: float) -> BaseGeometry:
    middle = segment.centroid
    local = f"+proj=aeqd +lat_0={middle.y} +lon_0={middle.x} +units=m"
    there = Transformer.from_crs("EPSG:4326", local, always_xy=True).transform
    back = Transformer.from_crs(local, "EPSG:4326", always_xy=True).transform
    band = shapely.transform(segment, there, interleaved=False).buffer(half_width_km * 1000, 6)
    return shapely.transform(band, back, interleaved=False)


def _read_outline(row: Mapping[str, str]) -> Outline:
    return Outline(
        region_id=row["region_id"],
        form=row["form"],
        half_width_km=float(row["half_width_km"]) if row["half_width_km"] else None,
        clip=tuple(filter(None, row["clip"].split(";"))),
        points=tuple(_read_points(row["points"].split(";"))),
    )


def _read_points(items: Iterable[str]) -> Iterable[tuple[float, float]]:
    for item in items:
        *_, lat, lon = item.split()
        yield float(lat), float(lon)


if __name__ == "__main__":
    main()
