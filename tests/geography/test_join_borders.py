"""One row in, one row out; the rule for borders, the sea and disputed areas is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
from shapely.geometry import LineString, Point, box

from dashboard.geography import Atlas, BorderView, join_borders
from dashboard.model import DataError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WEST_END, EAST_END = box(0, 0, 10, 10), box(10, 0, 20, 10)


def frame_of(*rows: tuple[str, BaseGeometry, str | None]) -> gpd.GeoDataFrame:
    ids, shapes, stated = zip(*rows, strict=True)
    return gpd.GeoDataFrame(
        {"place_id": ids, "stated": list(stated)}, geometry=list(shapes), crs="EPSG:4326"
    )


@pytest.fixture(scope="module")
def two_countries() -> gpd.GeoDataFrame:
    """WW and EE meet along 10 E; a strip of EE is claimed by both; sea all around."""
    return gpd.GeoDataFrame(
        {
            "country": ["WW", "EE", None],
            "name": ["West", "East", "the strip"],
            "kind": ["sovereign", "sovereign", "claim"],
            "claimants": [(), (), ("EE", "WW")],
        },
        geometry=[WEST_END, EAST_END, box(15, 0, 16, 10)],
        crs="EPSG:4326",
    )


def test_rows_stay_one_to_one_in_order(two_countries: gpd.GeoDataFrame) -> None:
    places = frame_of(
        ("b", Point(12, 5), None), ("a", Point(10, 5), None), ("c", Point(50, 50), None)
    )
    located = join_borders(places, two_countries)
    assert list(located["place_id"]) == ["b", "a", "c"]
    assert list(located["country"]) == ["EE", "EE", None]


def test_point_on_a_border_lists_both_and_the_gazetteer_decides(
    two_countries: gpd.GeoDataFrame,
) -> None:
    on_line = Point(10, 5)
    places = frame_of(("plain", on_line, None), ("stated", on_line, "WW"))
    plain, stated = join_borders(places, two_countries).itertuples()
    assert (plain.country, plain.countries) == ("EE", ("EE", "WW"))
    assert (stated.country, stated.countries) == ("WW", ("WW", "EE"))
    assert plain.rule == "on the border of EE and WW"


def test_gazetteer_wins_close_to_a_border_only(two_countries: gpd.GeoDataFrame) -> None:
    two_km, ten_km = Point(10.018, 5), Point(10.09, 5)
    located = join_borders(frame_of(("near", two_km, "WW"), ("far", ten_km, "WW")), two_countries)
    assert list(located["country"]) == ["WW", "EE"]


def test_point_at_sea_belongs_to_land_within_twelve_miles(
    two_countries: gpd.GeoDataFrame,
) -> None:
    ten_km, fifty_km = Point(5, -0.09), Point(5, -0.45)
    near, far = join_borders(
        frame_of(("near", ten_km, None), ("far", fifty_km, None)), two_countries
    ).itertuples()
    assert (near.country, near.countries) == ("WW", ("WW",))
    assert (far.country, far.countries) == (None, ())
    assert far.rule == "at sea, over 22.2 km from land"


def test_point_in_a_disputed_area_has_one_home_and_all_claimants(
    two_countries: gpd.GeoDataFrame,
) -> None:
    place = join_borders(frame_of(("x", Point(15.5, 5), "WW")), two_countries).iloc[0]
    assert (place["country"], place["countries"]) == ("EE", ("EE",))
    assert place["claimants"] == ("EE", "WW")


def test_area_gets_every_country_largest_share_first(two_countries: gpd.GeoDataFrame) -> None:
    place = join_borders(frame_of(("x", box(8, 1, 9.9 + 4, 2), None)), two_countries).iloc[0]
    assert place["countries"] == ("EE", "WW")


def test_sliver_of_an_area_does_not_count(two_countries: gpd.GeoDataFrame) -> None:
    place = join_borders(frame_of(("x", box(6, 1, 10.005, 5), None)), two_countries).iloc[0]
    assert place["countries"] == ("WW",)


def test_small_country_inside_a_large_area_counts(two_countries: gpd.GeoDataFrame) -> None:
    place = join_borders(frame_of(("x", box(-100, -50, 100, 60), None)), two_countries).iloc[0]
    assert place["countries"] == ("EE", "WW") or place["countries"] == ("WW", "EE")


def test_line_along_a_border_touches_both_sides(two_countries: gpd.GeoDataFrame) -> None:
    line = LineString([(10, 1), (10, 9)])
    place = join_borders(frame_of(("x", line, None)), two_countries).iloc[0]
    assert sorted(place["countries"]) == ["EE", "WW"]


def test_input_is_left_as_it_was(two_countries: gpd.GeoDataFrame) -> None:
    places = frame_of(("x", Point(5, 5), None))
    join_borders(places, two_countries)
    assert list(places.columns) == ["place_id", "stated", "geometry"]


@pytest.mark.parametrize(
    ("places", "fault"),
    [
        pytest.param(
            frame_of(("x", Point(5, 5), None)).to_crs(3857), "EPSG:3857", id="another projection"
        ),
        pytest.param(
            frame_of(("x", Point(5, 5), None), ("x", Point(6, 6), None)), "unique", id="id twice"
        ),
        pytest.param(
            frame_of(("x", Point(5, 5), None)).drop(columns="stated"), "stated", id="no column"
        ),
    ],
)
def test_frame_that_breaks_its_contract_is_refused(
    two_countries: gpd.GeoDataFrame, places: gpd.GeoDataFrame, fault: str
) -> None:
    with pytest.raises(DataError, match=fault):
        join_borders(places, two_countries)


def test_real_places_around_the_fergana_valley(atlas: Atlas) -> None:
    places = frame_of(
        ("gn:1514879", Point(69.6221, 40.2826), "TJ"),
        ("province:TJ-SU", atlas.shape_of("province:TJ-SU"), None),
        ("region:fergana-valley", atlas.shape_of("region:fergana-valley"), None),
        ("border:AF-TJ", atlas.shape_of("border:AF-TJ"), None),
    )
    located = join_borders(places, atlas.borders()).set_index("place_id")["countries"]
    assert located["gn:1514879"] == ("TJ",)
    assert located["province:TJ-SU"] == ("TJ",)
    assert sorted(located["region:fergana-valley"]) == ["KG", "TJ", "UZ"]
    assert sorted(located["border:AF-TJ"]) == ["AF", "TJ"]


def test_crimea_in_both_views(atlas: Atlas) -> None:
    crimea = frame_of(("province:UA-43", atlas.shape_of("province:UA-43"), "UA"))
    recognised = join_borders(crimea, atlas.borders(BorderView.RECOGNISED)).iloc[0]
    de_facto = join_borders(crimea, atlas.borders(BorderView.DE_FACTO)).iloc[0]
    assert recognised["countries"] == ("UA",)
    assert de_facto["countries"] == ("RU",)
    assert recognised["claimants"] == de_facto["claimants"] == ("UA", "RU")
