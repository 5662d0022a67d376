"""A small GeoJSON of countries and borders, for when the vector base map cannot be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import shapely

if TYPE_CHECKING:
    from pathlib import Path

    from building.sources import Sources

TOLERANCE_DEGREES = 0.03
GRID_DEGREES = 0.01


def build(sources: Sources, out: Path) -> None:  # noqa: ARG001  (made of layers, needs no source)
    """Write `countries_light.geojson` and `boundaries_light.geojson` beside the base map."""
    folder = out.parent / "dashboard" / "static" / "basemap"
    folder.mkdir(parents=True, exist_ok=True)
    countries = gpd.read_parquet(out / "countries_light.parquet")
    shapes = shapely.coverage_simplify(countries.geometry.to_numpy(), TOLERANCE_DEGREES)
    columns = ["country", "a3", "name", "kind", "lat", "lon"]
    _write(
        countries.set_geometry(shapes)[[*columns, "geometry"]], folder / "countries_light.geojson"
    )
    lines = gpd.read_parquet(out / "boundaries.parquet")
    shapes = shapely.simplify(lines.geometry.to_numpy(), TOLERANCE_DEGREES)
    lines = lines.set_geometry(shapes)[["line_class", "view", "geometry"]]
    _write(lines, folder / "boundaries_light.geojson")


def _write(frame: gpd.GeoDataFrame, path: Path) -> None:
    columns = [column for column in frame.columns if column != "geometry"]
    features = []
    shapes = shapely.set_precision(frame.geometry.to_numpy(), GRID_DEGREES)
    for row, shape in zip(frame[columns].to_dict("records"), shapes, strict=True):
        if shape.is_empty:
            continue
        properties = {k: (None if pd.isna(v) else v) for k, v in row.items()}
        geometry = json.loads(shapely.to_geojson(shape))
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    text = json.dumps(
        {"type": "FeatureCollection", "features": features},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    path.write_text(text, encoding="utf-8")
    print(f"  {path.name}: {len(features):,} rows, {path.stat().st_size / 1e6:.2f} MB")
