"""GeoPackage out, with the styles that QGIS takes up by itself when a layer is opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import pyogrio
from shapely import get_dimensions

from dashboard.exchange.features import COLUMNS, FLAGS, FLOATS, INTEGERS, list_features
from dashboard.exchange.qgis_styles import style_layer, style_movements
from dashboard.exchange.release import describe_release

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.exchange.features import Feature
    from dashboard.exchange.release import Release
    from dashboard.model import Briefing

CRS = "EPSG:4326"
DIMENSIONS = {"points": 0, "lines": 1, "areas": 2}
MOVEMENTS = "movements"
LAYERS = {**DIMENSIONS, MOVEMENTS: 1}
UNDRAWN = "not_on_the_map"
ABOUT = "about"
# As QGIS makes it: https://docs.qgis.org/latest/en/docs/user_manual/style_library/
STYLES_TABLE = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
    f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
    styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
    owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT CURRENT_TIMESTAMP)
"""
REGISTER = (
    "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
    "VALUES ('layer_styles', 'attributes', 'layer_styles')"
)
# Nothing of the clock goes into the file: the same briefing gives the same bytes.
NO_TIME = "2000-01-01T00:00:00.000Z"
COUNTERS = (24, 92)
CLOCKS = (
    "UPDATE gpkg_contents SET last_change = ?",
    "UPDATE gpkg_metadata_reference SET timestamp = ?",
    "UPDATE layer_styles SET update_time = ?",
)
ADD_STYLE = """
INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
    styleName, styleQML, styleSLD, useAsDefault, description, owner)
VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '')
"""


def pack_geopackage(briefing: Briefing, release: Release) -> bytes:
    """
    Return a GeoPackage: layers of points, lines and areas, a table of what has no mark.

    The head of the release stands in the table `about` and in the metadata of the file.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "briefing.gpkg"
        _write_layers(path, list_features(briefing), describe_release(briefing, release))
        return _without_counters(path.read_bytes())


def _write_layers(path: Path, features: Sequence[Feature], head: dict[str, str]) -> None:
    about = pd.DataFrame({"name": list(head), "words": list(head.values())})
    pyogrio.write_dataframe(about, path, layer=ABOUT, driver="GPKG", dataset_metadata=head)
    drawn = [feature for feature in features if feature.geometry is not None]
    written = []
    for layer, dimension in LAYERS.items():
        rows = [each for each in drawn if _layer_of(each) == layer]
        if rows:
            frame = gpd.GeoDataFrame(
                _columns(rows), geometry=[each.geometry for each in rows], crs=CRS
            )
            pyogrio.write_dataframe(
                frame, path, layer=layer, driver="GPKG", promote_to_multi=dimension > 0
            )
            written.append(layer)
    undrawn = [feature for feature in features if feature.geometry is None]
    if undrawn:
        pyogrio.write_dataframe(_columns(undrawn), path, layer=UNDRAWN, driver="GPKG")
    _write_styles(path, written)


def _without_counters(raw: bytes) -> bytes:
    """The file with SQLite's count of changes set to one: https://sqlite.org/fileformat2.html."""
    package = bytearray(raw)
    for at in COUNTERS:
        package[at : at + 4] = (1).to_bytes(4)
    return bytes(package)


def _layer_of(feature: Feature) -> str:
    if feature.cells["movement"]:
        return MOVEMENTS
    return list(DIMENSIONS)[int(get_dimensions(feature.geometry))]


def _columns(rows: Iterable[Feature]) -> pd.DataFrame:
    """Return the rows with columns that keep whole numbers and yes/no beside empty cells."""
    cells = [row.cells for row in rows]
    return pd.DataFrame(
        {
            name: pd.array([each[name] for each in cells], dtype=_column_type(name))
            for name in COLUMNS
        }
    )


def _column_type(name: str) -> str:
    if name in INTEGERS:
        return "Int64"
    if name in FLOATS:
        return "Float64"
    return "boolean" if name in FLAGS else "string"


def _style_of(layer: str) -> str:
    return style_movements() if layer == MOVEMENTS else style_layer(DIMENSIONS[layer])


def _write_styles(path: Path, layers: Iterable[str]) -> None:
    with closing(sqlite3.connect(path)) as package, package:
        package.execute(STYLES_TABLE)
        package.execute(REGISTER)
        for layer in layers:
            package.execute(ADD_STYLE, (layer, layer, _style_of(layer)))
        for clock in CLOCKS:
            package.execute(clock, (NO_TIME,))
