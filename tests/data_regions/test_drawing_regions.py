"""The outlines are drawn from the coordinates in the table, as the script says."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import Point, box, shape

from dashboard.settings import Settings

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

DATA = Settings().data_dir
sys.path.insert(0, str(DATA))

from building.regions import (  # noqa: E402 - the scripts that build the data are no package of the product
    OUTLINES,
    Outline,
    draw,
    load_areas,
    load_outlines,
    smooth_ring,
    touched_countries,
    widen_axis,
)

SQUARE = ((0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0))


def test_axis_is_widened_by_kilometres_not_degrees() -> None:
    # At 60 degrees north a degree of longitude is half as long as one of latitude.
    band = widen_axis([(60.0, 10.0), (60.0, 11.0)], half_width_km=11.1)
    west, south, _, north = band.bounds
    assert north - south == pytest.approx(0.2, abs=0.01)
    assert 10.0 - west == pytest.approx(0.2, abs=0.01)


def test_smooth_ring_goes_through_its_points() -> None:
    ring = smooth_ring(SQUARE)
    assert all(ring.exterior.distance(Point(lon, lat)) < 1e-9 for lat, lon in SQUARE)


def test_ring_that_would_cross_itself_keeps_straight_edges() -> None:
    thin_corner = ((6, 9), (0, 7), (3, 6), (6, 2), (5, 8))
    ring = smooth_ring(thin_corner)
    assert ring.is_valid
    assert len(ring.exterior.coords) == len(thin_corner) + 1


def test_outline_is_clipped_to_its_areas() -> None:
    row = Outline("corner", "outline", None, ("country:XA",), SQUARE)
    drawn = draw(row, {"country:XA": box(0, 0, 1, 1)})
    assert drawn.bounds == (0, 0, 1, 1)


def test_sliver_of_a_neighbour_does_not_count_as_touched() -> None:
    countries = {"XA": box(-1, -1, 0.995, 2), "XB": box(0.995, -1, 3, 2), "XC": box(5, 5, 6, 6)}
    assert touched_countries(box(0, 0, 1, 1), countries) == ("XA",)
    assert touched_countries(box(0, 0, 2, 1), countries) == ("XB", "XA")


@cache
def areas() -> dict[str, BaseGeometry]:
    return load_areas(DATA)


@pytest.mark.parametrize("region_id", ["rasht-valley", "fergana-valley", "south-waziristan"])
def test_committed_outline_is_what_the_script_draws(region_id: str) -> None:
    collection = json.loads((DATA / "regions.geojson").read_text(encoding="utf-8"))
    committed = {f["properties"]["region_id"]: f["geometry"] for f in collection["features"]}
    row = next(each for each in load_outlines(OUTLINES) if each.region_id == region_id)
    drawn = draw(row, areas())
    assert drawn.symmetric_difference(shape(committed[region_id])).area < 1e-4


def test_every_outline_of_the_table_is_drawn() -> None:
    collection = json.loads(Path(DATA, "regions.geojson").read_text(encoding="utf-8"))
    drawn = {feature["properties"]["region_id"] for feature in collection["features"]}
    assert drawn == {row.region_id for row in load_outlines(OUTLINES)}
