"""The names that the page places itself: countries and capitals, with the first zoom of each."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from building.basemap import SHORT_NAMES, countries_of_both_views, country_names, first_label_zooms
from building.town_ranks import rank_towns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from building.sources import Sources
    from building.vector_tiles import Feature

CAPITAL = 1
HEAD = """// Written by `python data/build.py great_names`, from the base map's own names:
// [name, alpha-2 code, lat, lon, first zoom], and for countries the border view (0 both,
// 1 de facto, 2 recognised), how many degrees its largest part is wide, and other spots inside it
// for its name: lat, lon, lat, lon ...
"""
SPOT_AREA = 1.5
"""Square degrees for each other spot; small countries get a few, the largest many."""
FEWEST_SPOTS, MOST_SPOTS = 4, 60
FROM_EDGE = 0.25
"""Of the radius of the largest circle inside: spots nearer to the edge do not carry a name."""


def build(sources: Sources, out: Path) -> None:
    """Write `dashboard/static/map/great_names.js`."""
    countries = countries_of_both_views(gpd.read_parquet(out / "countries.parquet"), out)
    named = country_names(countries, first_label_zooms(sources))
    shapes = {(n, v): g for n, v, g in _shapes(countries)}
    rows = [[*_row(f, ["v"]), *_room(shapes[f.properties["n"], f.properties["v"]])] for f in named]
    capitals = (town for town in rank_towns(sources) if town.properties["r"] == CAPITAL)
    body = _listed("COUNTRIES", rows) + _listed("CAPITALS", [_row(town, []) for town in capitals])
    path = out.parent / "dashboard" / "static" / "map" / "great_names.js"
    path.write_text(HEAD + body, encoding="utf-8")


def _shapes(countries: gpd.GeoDataFrame) -> Iterator[tuple[str, int, shapely.Geometry]]:
    for row in countries.itertuples():
        yield SHORT_NAMES.get(row.name, row.name), row.view, row.geometry


def _room(shape: shapely.Geometry) -> list[Any]:
    """How wide the largest part is, and a lattice of spots inside it."""
    part = max(shapely.get_parts(shape), key=lambda each: each.area)
    west, south, east, north = part.bounds
    radius = shapely.length(shapely.maximum_inscribed_circle(part, tolerance=0.01))
    inner = part.buffer(-FROM_EDGE * float(radius))
    wanted = min(MOST_SPOTS, max(FEWEST_SPOTS, part.area / SPOT_AREA))
    step = math.sqrt(max(inner.area, 1e-6) / wanted)
    xs, ys = np.arange(west + step / 2, east, step), np.arange(south + step / 2, north, step)
    lattice = shapely.points(*(axis.ravel() for axis in np.meshgrid(xs, ys)))
    inside = lattice[shapely.contains(inner, lattice)]
    spots = np.column_stack([shapely.get_y(inside), shapely.get_x(inside)]).round(2)
    return [round(east - west, 1), spots.ravel().tolist()]


# Any: JSON.
def _listed(name: str, rows: Iterable[list[Any]]) -> str:
    lines = "".join(f"  {json.dumps(row, ensure_ascii=False)},\n" for row in sorted(rows))
    return f"export const {name} = [\n{lines}];\n"


def _row(feature: Feature, more: Iterable[str]) -> list[Any]:
    own, point = feature.properties, feature.shape
    at = [round(point.y, 2), round(point.x, 2)]
    return [own["n"], own["c"], *at, own["z"], *(own[key] for key in more)]
