"""The files of the built layers: what is no layer is said with the remedy."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point, box

from dashboard.geography.layers import load_layer
from dashboard.model import DataError

SEA = {"place_id": ["water:made-up"], "name": ["Made-up Sea"], "rank": [0]}


def test_a_layer_is_read_with_its_shapes_and_projection(tmp_path: Path) -> None:
    written = gpd.GeoDataFrame(SEA, geometry=[box(0, 0, 1, 1)], crs="EPSG:4326")
    written.to_parquet(tmp_path / "seas.parquet")
    read = load_layer(tmp_path, "seas")
    assert read.crs == written.crs
    assert read.geometry.iloc[0].equals(box(0, 0, 1, 1))
    assert read["name"].tolist() == ["Made-up Sea"]


@pytest.mark.parametrize(
    ("layer", "says"),
    [
        (pd.DataFrame(SEA), "cannot be read; build it"),
        (gpd.GeoDataFrame(SEA, geometry=[box(0, 0, 1, 1)]), "cannot be read; build it"),
        (gpd.GeoDataFrame(SEA, geometry=[Point(0, 0)], crs="EPSG:4326"), "holds Point"),
        (gpd.GeoDataFrame(SEA, geometry=[box(0, 0, 1, 1)], crs="EPSG:3857"), "EPSG:3857, not"),
    ],
    ids=["no shapes", "no projection", "points", "another projection"],
)
def test_what_is_no_layer_is_refused(tmp_path: Path, layer: pd.DataFrame, says: str) -> None:
    layer.to_parquet(tmp_path / "seas.parquet")
    with pytest.raises(DataError, match=says):
        load_layer(tmp_path, "seas")


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "seas.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(DataError, match="cannot be read; build it"):
        load_layer(tmp_path, "seas")
