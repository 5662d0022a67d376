"""The built layers under `data/`, each read once and checked."""

from __future__ import annotations

import csv
import json
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely
from pyarrow.parquet import ParquetFile

from dashboard.geography.frames import AREAS, LINES, WGS84, FrameContract, Kind
from dashboard.model import DataError

if TYPE_CHECKING:
    from pathlib import Path


class BorderView(StrEnum):
    """Which borders are drawn and counted by.

    De facto: who holds the ground (Natural Earth's own view: Crimea with Russia, Somaliland
    apart). Recognised: what most states recognise (Crimea with Ukraine, Somalia whole).
    """

    DE_FACTO = "de facto"
    RECOGNISED = "recognised"


_COUNTRY = {
    "country": Kind.TEXT_OR_NULL,
    "a3": Kind.UNIQUE,
    "name": Kind.TEXT,
    "kind": Kind.TEXT,
    "lat": Kind.NUMBER,
    "lon": Kind.NUMBER,
}
_WATER = {"place_id": Kind.UNIQUE, "name": Kind.TEXT_OR_NULL, "rank": Kind.NUMBER}
_LINE = dict.fromkeys(("line_class", "view"), Kind.TEXT)
_PROVINCE = {
    "province_id": Kind.UNIQUE,
    "geonameid": Kind.NUMBER_OR_NULL,
    "name": Kind.TEXT,
    "country": Kind.TEXT_OR_NULL,
}
LAYERS = {
    name: FrameContract(f"data/{name}.parquet", columns, shapes)
    for name, columns, shapes in (
        ("countries", _COUNTRY, AREAS),
        ("countries_light", _COUNTRY, AREAS),
        ("countries_recognised", {**_COUNTRY, "replaces": Kind.TEXT}, AREAS),
        (
            "boundaries",
            {**_LINE, "left": Kind.TEXT_OR_NULL, "right": Kind.TEXT_OR_NULL},
            LINES,
        ),
        ("provinces", _PROVINCE, AREAS),
        ("lakes", _WATER, AREAS),
        ("rivers", _WATER, LINES),
        ("seas", _WATER, AREAS),
    )
}


class DisputedArea(NamedTuple):
    """An area that is claimed by more than one state, or held by one that few recognise."""

    area_id: str
    name: str
    composition: tuple[str, ...]
    """`province:…` ids, `unit:…` (Natural Earth's three letters), `recognised:…` (the same, of the
    recognised view), `shift:IL>SY` (what is the first's de facto and the second's recognised)."""
    home: str | None
    held_by: str | None
    claimants: tuple[str, ...]
    note: str
    source: str


def load_layer(data_dir: Path, name: str) -> gpd.GeoDataFrame:
    """Read one layer and check its contract."""
    path = data_dir / f"{name}.parquet"
    try:
        frame = _read_geoparquet(path)
    except (OSError, pa.ArrowInvalid, KeyError, TypeError, ValueError) as error:
        msg = f"{path} cannot be read; build it with `python data/build.py` ({error})"
        raise DataError(msg) from error
    texts = frame.select_dtypes(["object", "str"]).columns.difference(["geometry"])
    # Absent is None, not a NaN that counts as a number and as true.
    frame = frame.assign(
        **{c: frame[c].astype(object).where(frame[c].notna(), None) for c in texts}
    )
    LAYERS[name].check(frame)
    return frame


def _read_geoparquet(path: Path) -> gpd.GeoDataFrame:
    """Read a file of `geopandas.to_parquet`; geopandas' own reader takes three times as long."""
    table = ParquetFile(path).read()
    about = json.loads(table.schema.metadata[b"geo"])["columns"]["geometry"]
    projection = about["crs"]["id"]
    return gpd.GeoDataFrame(
        table.drop_columns("geometry").to_pandas(),
        geometry=shapely.from_wkb(table["geometry"].to_numpy()),
        crs=f"{projection['authority']}:{projection['code']}",
    )


def load_disputed(data_dir: Path) -> tuple[DisputedArea, ...]:
    """Read the hand-written table of disputed areas."""
    path = data_dir / "disputed.csv"
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        return tuple(_disputed_area(row) for row in rows)
    except (OSError, KeyError) as error:
        msg = f"{path} cannot be read ({error}); restore the file that came with the product"
        raise DataError(msg) from error


def _disputed_area(row: dict[str, str]) -> DisputedArea:
    return DisputedArea(
        row["area_id"],
        row["name"],
        tuple(row["composition"].split(";")),
        row["home"] or None,
        row["held_by"] or None,
        tuple(code for code in row["claimants"].split(";") if code),
        row["note"],
        row["source"],
    )


def load_regions(data_dir: Path) -> pd.DataFrame:
    """Read the table of regions by `region_id`: its `composition` and, where drawn, `geometry`."""
    try:
        table = pd.read_csv(data_dir / "regions.csv", dtype=str, keep_default_na=False)
        outlines = gpd.read_file(data_dir / "regions.geojson")
        drawn = dict(zip(outlines["region_id"], outlines.geometry, strict=True))
        table = table.set_index("region_id")[["name", "composition"]]
    except (OSError, KeyError, ValueError) as error:
        msg = f"the table of regions in {data_dir} cannot be read ({error}); restore regions.csv"
        raise DataError(msg) from error
    if not table.index.is_unique:
        twice = ", ".join(table.index[table.index.duplicated()])
        msg = f"{data_dir / 'regions.csv'} has {twice} twice; keep one row of each"
        raise DataError(msg)
    if outlines.crs.to_string() not in {WGS84, "OGC:CRS84"}:
        msg = f"{data_dir / 'regions.geojson'} is in {outlines.crs}, not in {WGS84}"
        raise DataError(msg)
    return table.assign(geometry=[drawn.get(region_id) for region_id in table.index])
