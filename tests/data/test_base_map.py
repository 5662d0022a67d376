"""What the base map is built of: ranked towns, inner edges, files small enough to ship."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from shapely.geometry import box

from dashboard.settings import Settings

sys.path.append(str(Settings().data_dir))

from building.basemap_edges import land_edges, shared_edges
from building.town_ranks import Town, first_zooms

BASEMAP = Settings().static_dir / "basemap"


def town(name: str, lon: float, population: int, feature: str = "P.PPL") -> Town:
    return Town(name, len(name), 40.0, lon, "TJ", feature, population)


def test_more_important_of_two_close_towns_is_named_first() -> None:
    towns = [town("Hamlet", 70.0, 9_000), town("City", 70.5, 2_500_000)]
    zooms = {t.name: zoom for t, zoom in first_zooms(towns)}
    assert zooms == {"City": 3, "Hamlet": 8}


def test_capital_counts_for_more_than_its_people() -> None:
    seat, other = town("Seat", 70.0, 100_000, "P.PPLC"), town("Other", 70.0, 900_000)
    assert next(first_zooms([seat, other]))[0] == seat


@pytest.mark.parametrize(
    ("population", "feature", "mark"),
    [(50_000, "P.PPLC", 1), (3_000_000, "P.PPL", 2), (900, "P.PPLA", 3), (900, "P.PPL", 5)],
)
def test_form_of_the_dot(population: int, feature: str, mark: int) -> None:
    assert town("x", 70.0, population, feature).mark == mark


def test_only_edges_between_provinces_of_one_country_are_drawn() -> None:
    shapes = np.array([box(0, 0, 1, 1), box(1, 0, 2, 1), box(2, 0, 3, 1)])
    ((country, edges),) = shared_edges(shapes, np.array(["AA", "AA", "BB"]))
    assert country == "AA"
    assert [edge.bounds for edge in edges] == [(1, 0, 1, 1)]


def test_coast_does_not_run_along_the_frame_of_the_map() -> None:
    (coast,) = land_edges(np.array([box(170, 0, 180, 10)]))
    assert coast.bounds == (170, 0, 180, 10)
    assert coast.length == 30


@pytest.mark.parametrize(
    ("file", "limit"),
    [
        ("basemap.pmtiles", 12_000_000),
        ("relief.pmtiles", 3_000_000),
        ("countries_light.geojson", 1_500_000),
        ("boundaries_light.geojson", 1_500_000),
    ],
)
def test_files_of_the_base_map_are_small(file: str, limit: int) -> None:
    assert 0 < (BASEMAP / file).stat().st_size <= limit


@pytest.mark.parametrize("file", ["basemap.pmtiles", "relief.pmtiles"])
def test_tiles_are_pmtiles_version_three(file: str) -> None:
    with (BASEMAP / file).open("rb") as handle:
        assert handle.read(8) == b"PMTiles\x03"
