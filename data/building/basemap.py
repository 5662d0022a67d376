"""The vector base map: every layer cut into tiles for zooms 0 to 7, in one PMTiles file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from building.basemap_edges import land_edges, shared_edges
from building.countries import INSIDE
from building.town_ranks import rank_towns
from building.vector_tiles import Feature, write_tiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from building.sources import Sources

# Web Mercator ends here.
MAX_LAT = 85.06
LINE_CLASSES = {"international": 0, "disputed": 1, "control": 2, "indefinite": 3, "other": 4}
VIEWS = {"both": 0, "de facto": 1, "recognised": 2}
# Countries whose provinces are so large that their lines help from zoom 2 on.
WIDE_COUNTRIES = frozenset(["US", "CA", "RU", "CN", "AU", "BR", "IN", "KZ", "MX", "AR"])
WIDE_ZOOM, PROVINCE_ZOOM = 2, 4
# A province is named once its largest circle is this many pixels across on the screen.
NAME_ROOM_PX = 46
RIVER_ZOOMS = {1: 1, 2: 2, 3: 3, 4: 4}
SEA_ZOOMS = {1: 1.0, 2: 3.0, 3: 4.0, 4: 5.0, 5: 6.5}
# Names as a map writes them, where the formal one is long.
SHORT_NAMES = {
    "Democratic Republic of the Congo": "DR Congo",
    "Republic of the Congo": "Congo",
    "Central African Republic": "Central African Rep.",
    "United States of America": "United States",
    "Bosnia and Herzegovina": "Bosnia & Herz.",
    "Federated States of Micronesia": "Micronesia",
    "Turkish Republic of Northern Cyprus": "Northern Cyprus",
    "Cyprus No Mans Area": "UN Buffer Zone",
    "The Gambia": "Gambia",
    "Ivory Coast": "Côte d'Ivoire",
    "Cape Verde": "Cabo Verde",
    "Czech Republic": "Czechia",
    "East Timor": "Timor-Leste",
    "Equatorial Guinea": "Eq. Guinea",
}
UNNAMED_KINDS = frozenset({"lease"})


def build(sources: Sources, out: Path) -> None:
    """Write `basemap.pmtiles`."""
    layers = _layers(sources, out)
    folder = out.parent / "dashboard" / "static" / "basemap"
    write_tiles(layers, folder / "basemap.pmtiles", work=sources.cache / "tiles")


def _layers(sources: Sources, out: Path) -> dict[str, Iterator[Feature]]:
    """The layers by name; `c` is a country, `n` a name, `v` a border view, `z` the first zoom."""
    de_facto = gpd.read_parquet(out / "countries.parquet")
    provinces = gpd.read_parquet(out / "provinces.parquet")
    countries = countries_of_both_views(de_facto, out)
    return {
        "ocean": _plain(_ocean(de_facto)),
        "coast": _plain(land_edges(de_facto.geometry.to_numpy())),
        "countries": _countries(countries),
        "borders": _borders(gpd.read_parquet(out / "boundaries.parquet")),
        "province_lines": _province_lines(provinces),
        "lakes": _lakes(gpd.read_parquet(out / "lakes.parquet")),
        "rivers": _rivers(gpd.read_parquet(out / "rivers.parquet")),
        "country_names": country_names(countries, first_label_zooms(sources)),
        "province_names": _province_names(provinces),
        "sea_names": _sea_names(gpd.read_parquet(out / "seas.parquet")),
        "towns": rank_towns(sources),
    }


def first_label_zooms(sources: Sources) -> dict[str, float]:
    """Return the zoom from which Natural Earth names each country, by its three letters."""
    labels = gpd.read_file(
        sources.member("natural-earth", INSIDE.format(scale="10m")),
        columns=["ADM0_A3", "MIN_LABEL"],
    )
    return dict(zip(labels["ADM0_A3"], labels["MIN_LABEL"], strict=True))


def countries_of_both_views(de_facto: gpd.GeoDataFrame, out: Path) -> gpd.GeoDataFrame:
    """Return the countries with the border view in which each is drawn."""
    recognised = gpd.read_parquet(out / "countries_recognised.parquet")
    replaced = {a3 for codes in recognised["replaces"] for a3 in codes.split(";")}
    is_replaced = de_facto["a3"].isin(replaced)
    view = np.where(is_replaced, VIEWS["de facto"], VIEWS["both"])
    parts = [de_facto.assign(view=view), recognised.assign(view=VIEWS["recognised"])]
    return gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), crs="EPSG:4326")


def _ocean(countries: gpd.GeoDataFrame) -> np.ndarray:
    land = shapely.make_valid(shapely.coverage_union_all(countries.geometry.to_numpy()))
    return shapely.get_parts(shapely.box(-180, -MAX_LAT, 180, MAX_LAT).difference(land))


def _plain(shapes: np.ndarray) -> Iterator[Feature]:
    return (Feature(shape, {}, 0) for shape in shapes)


def _countries(countries: gpd.GeoDataFrame) -> Iterator[Feature]:
    for row in countries.itertuples():
        yield Feature(row.geometry, {"c": _text(row.country), "v": row.view}, 0)


def _borders(lines: gpd.GeoDataFrame) -> Iterator[Feature]:
    for row in lines.itertuples():
        yield Feature(row.geometry, {"k": LINE_CLASSES[row.line_class], "v": VIEWS[row.view]}, 0)


def _province_lines(provinces: gpd.GeoDataFrame) -> Iterator[Feature]:
    groups = provinces["country"].fillna("")
    for country, edges in shared_edges(provinces.geometry.to_numpy(), groups.to_numpy()):
        first = WIDE_ZOOM if country in WIDE_COUNTRIES else PROVINCE_ZOOM
        yield from (Feature(edge, {}, first) for edge in edges)


def _lakes(lakes: gpd.GeoDataFrame) -> Iterator[Feature]:
    for row in lakes.itertuples():
        name = _text(row.name) if row.rank <= 6 else ""
        yield Feature(row.geometry, {"n": name} if name else {}, max(0, min(6, row.rank - 1)))


def _rivers(rivers: gpd.GeoDataFrame) -> Iterator[Feature]:
    for row in rivers.itertuples():
        yield Feature(row.geometry, {"n": row.name, "r": row.rank}, RIVER_ZOOMS[row.rank])


def country_names(countries: gpd.GeoDataFrame, min_label: dict[str, float]) -> Iterator[Feature]:
    """Yield the names of countries at their label points, short where the map is short of room."""
    for row in countries[~countries["kind"].isin(UNNAMED_KINDS)].itertuples():
        zoom = float(min_label.get(row.a3, 5.0))
        if not _text(row.country) and zoom > 5.5:
            continue
        names = {"n": SHORT_NAMES.get(row.name, row.name), "c": _text(row.country)}
        point = shapely.Point(row.lon, row.lat)
        yield Feature(point, {**names, "z": zoom, "v": row.view}, max(0, int(zoom) - 2))


def _province_names(provinces: gpd.GeoDataFrame) -> Iterator[Feature]:
    shapes = provinces.geometry.to_numpy()
    points, radii = _middles(shapes)
    zooms = np.log2(NAME_ROOM_PX * 360 / 256 / (2 * np.maximum(radii, 1e-3)))
    for row, point, zoom in zip(provinces.itertuples(), points, zooms, strict=True):
        if zoom <= 9.5:
            z = round(max(4.0, float(zoom)), 1)
            properties = {"n": row.name, "c": _text(row.country), "z": z}
            yield Feature(point, properties, max(2, min(7, int(z) - 2)))


def _sea_names(seas: gpd.GeoDataFrame) -> Iterator[Feature]:
    points, _ = _middles(seas.geometry.to_numpy())
    for row, point in zip(seas.itertuples(), points, strict=True):
        zoom = SEA_ZOOMS[row.rank]
        properties: dict[str, Any] = {"n": row.name, "z": zoom, "r": min(2, row.rank // 2)}
        yield Feature(point, properties, max(0, int(zoom) - 2))


def _middles(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The centre of the largest circle inside each shape, and its radius in degrees."""
    largest = [max(shapely.get_parts(shape), key=lambda part: part.area) for shape in shapes]
    tolerance = np.maximum(0.02 * np.sqrt(shapely.area(largest)), 1e-4)
    circles = shapely.maximum_inscribed_circle(largest, tolerance=tolerance)
    return shapely.get_point(circles, 0), shapely.length(circles)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
