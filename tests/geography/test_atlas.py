"""Shapes by place id, countries at a point, borders, parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely
from shapely.geometry import Point

from dashboard.geography import Atlas, BorderView, load_atlas
from dashboard.model import DataError

if TYPE_CHECKING:
    from pathlib import Path

RECOGNISED = BorderView.RECOGNISED
DE_FACTO = BorderView.DE_FACTO

KHUJAND = (40.2826, 69.6221)
OSH = (40.53, 72.80)


@pytest.mark.parametrize(
    ("lat", "lon", "countries"),
    [
        pytest.param(*KHUJAND, ("TJ",), id="Khujand"),
        pytest.param(39.9667, 71.1333, ("UZ",), id="Sokh, Uzbek land inside Kyrgyzstan"),
        pytest.param(39.8500, 70.5833, ("TJ",), id="Vorukh, Tajik land inside Kyrgyzstan"),
        pytest.param(-18.14, 178.44, ("FJ",), id="Suva, west of the 180th meridian"),
        pytest.param(-16.80, -179.97, ("FJ",), id="Taveuni, east of it"),
        pytest.param(64.73, 177.50, ("RU",), id="Anadyr"),
        pytest.param(66.0, -172.0, ("RU",), id="Chukotka, in western longitude"),
        pytest.param(66.0, 188.0, ("RU",), id="the same, counted on past 180"),
        pytest.param(30.0, -40.0, (), id="the open Atlantic"),
        pytest.param(24.70, 66.90, ("PK",), id="ten kilometres off Karachi"),
    ],
)
def test_countries_at_a_point(
    atlas: Atlas, lat: float, lon: float, countries: tuple[str, ...]
) -> None:
    assert atlas.countries_at(lat, lon) == countries


@pytest.mark.parametrize(
    ("lat", "lon", "recognised", "de_facto"),
    [
        pytest.param(44.95, 34.10, ("UA", "RU"), ("RU", "UA"), id="Simferopol"),
        pytest.param(33.00, 35.80, ("SY", "IL"), ("IL", "SY"), id="Golan Heights"),
        pytest.param(27.15, -13.20, ("EH", "MA"), ("MA", "EH"), id="Laayoune"),
        pytest.param(34.08, 74.80, ("IN", "PK"), ("IN", "PK"), id="Srinagar"),
        pytest.param(9.59, 28.43, ("SD", "SS"), ("SD", "SS"), id="Abyei"),
        pytest.param(9.56, 44.06, ("SO",), ("SO",), id="Hargeisa"),
        pytest.param(21.87, 33.70, (), (), id="Bir Tawil, claimed by nobody"),
    ],
)
def test_disputed_areas_list_every_claimant_and_the_view_decides_who_is_first(
    atlas: Atlas,
    lat: float,
    lon: float,
    recognised: tuple[str, ...],
    de_facto: tuple[str, ...],
) -> None:
    assert atlas.countries_at(lat, lon, view=RECOGNISED) == recognised
    assert atlas.countries_at(lat, lon, view=DE_FACTO) == de_facto


@pytest.mark.parametrize(
    "place_id",
    [
        "country:TJ",
        "province:TJ-SU",
        "region:fergana-valley",
        "part:region:fergana-valley:UZ",
        "part:country:KG:south",
        "border:AF-TJ",
        "water:river-panj",
    ],
)
def test_every_kind_of_place_id_has_a_shape(atlas: Atlas, place_id: str) -> None:
    shape = atlas.shape_of(place_id)
    assert shape is not None
    assert shape.is_valid
    assert not shape.is_empty


@pytest.mark.parametrize(
    "place_id",
    ["gn:1221874", "country:ZZ", "province:TJ-ZZ", "border:TJ-FR", "part:country:ZZ:south", "Osh"],
)
def test_a_point_or_an_unknown_id_has_none(atlas: Atlas, place_id: str) -> None:
    assert atlas.shape_of(place_id) is None


def test_crimea_moves_with_the_view(atlas: Atlas) -> None:
    simferopol = Point(34.10, 44.95)
    assert atlas.shape_of("country:RU", view=DE_FACTO).contains(simferopol)
    assert atlas.shape_of("country:UA", view=RECOGNISED).contains(simferopol)
    assert not atlas.shape_of("country:RU", view=RECOGNISED).contains(simferopol)


def test_border_runs_along_both_countries(atlas: Atlas) -> None:
    line = atlas.border_between("AF", "TJ")
    assert line.equals(atlas.border_between("TJ", "AF"))
    assert line.distance(atlas.shape_of("country:AF")) < 0.01
    assert line.within(atlas.shape_of("country:TJ").buffer(0.01))


def test_border_follows_the_view(atlas: Atlas) -> None:
    ceasefire_line = atlas.border_between("IL", "SY", view=DE_FACTO)
    recognised = atlas.border_between("IL", "SY", view=RECOGNISED)
    golan = atlas.disputed_shape(next(a for a in atlas.disputed if a.area_id == "golan"))
    assert ceasefire_line.distance(golan) < 0.01
    assert recognised.bounds[2] < ceasefire_line.bounds[0]


def test_countries_that_do_not_meet_have_no_border(atlas: Atlas) -> None:
    assert atlas.border_between("TJ", "FR") is None


@pytest.mark.parametrize(
    ("place_id", "direction", "inside", "outside"),
    [
        pytest.param("country:KG", "south", OSH, (42.87, 74.59), id="Osh, not Bishkek"),
        pytest.param("country:UA", "east", (49.99, 36.23), (50.45, 30.52), id="Kharkiv, not Kyiv"),
        pytest.param("country:TH", "south", (7.0, 100.5), (13.75, 100.5), id="not Bangkok"),
        pytest.param("country:FR", "south", (43.3, 5.4), (4.92, -52.31), id="not French Guiana"),
        pytest.param("country:RU", "east", (66.0, -172.0), (55.75, 37.6), id="over the meridian"),
        pytest.param("country:PH", "south", (7.07, 125.6), (14.6, 120.98), id="Davao, not Manila"),
        pytest.param("country:NG", "northeast", (11.83, 13.15), (6.5, 3.4), id="Maiduguri"),
        pytest.param("country:AF", "central", (34.82, 67.82), (34.35, 62.2), id="Bamyan"),
    ],
)
def test_directional_parts(
    atlas: Atlas,
    place_id: str,
    direction: str,
    inside: tuple[float, float],
    outside: tuple[float, float],
) -> None:
    part = atlas.part_of(place_id, direction)
    assert part.contains(Point(inside[::-1]))
    assert not part.contains(Point(outside[::-1]))
    assert part.within(atlas.shape_of(place_id).buffer(0.001))


def test_part_of_a_valley_stays_inside_its_country(atlas: Atlas) -> None:
    part = atlas.shape_of("part:region:fergana-valley:UZ")
    assert part.contains(Point(71.67, 41.0))  # Namangan
    assert not part.contains(Point(OSH[::-1]))


def test_every_disputed_area_is_outlined(atlas: Atlas) -> None:
    for area in atlas.disputed:
        assert atlas.disputed_shape(area).area > 0, area.area_id


def test_missing_layers_say_how_to_build_them(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"python data/build\.py"):
        load_atlas(tmp_path)


@pytest.mark.parametrize(
    ("region_id", "members"),
    [
        pytest.param("scandinavia", ("country:DK", "country:NO", "country:SE"), id="shared edges"),
        pytest.param("bengal", ("country:BD", "province:IN-WB"), id="edges of two layers"),
    ],
)
def test_region_has_no_borders_inside(
    atlas: Atlas, region_id: str, members: tuple[str, ...]
) -> None:
    shape = atlas.shape_of(f"region:{region_id}")
    assert shape is not None
    assert shape.is_valid
    whole = shapely.union_all([atlas.shape_of(member) for member in members])
    assert shape.symmetric_difference(whole).area < 1e-9 * whole.area
