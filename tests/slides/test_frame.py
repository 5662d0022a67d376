"""Frames: which part of the world, in which projection, and back again."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from geopy.distance import geodesic

from dashboard.slides.compose import SlideRequest
from dashboard.slides.frame import Bounds, Frame, bounds_of, choose_projection, scale_bar
from dashboard.slides.sheet import MAP_BOX
from dashboard.slides.studio import Studio, make_scene
from tests.slides.worlds import briefing_at

REGIONS = {
    "central asia": (Bounds(66, 36, 76, 42), "Lambert conformal conic, 37.0°N and 41.0°N"),
    "sahel": (Bounds(-8, 10, 16, 20), "Lambert conformal conic, 11.7°N and 18.3°N"),
    "gulf of guinea": (Bounds(0, -4, 12, 6), "Mercator"),
    "andes": (Bounds(-76, -20, -62, -8), "Lambert conformal conic, 18.0°S and 10.0°S"),
    "svalbard": (Bounds(8, 76, 34, 81), "Lambert azimuthal equal-area"),
    "world": (Bounds(-170, -56, 190, 76), "Equal Earth"),
}


@pytest.mark.parametrize(("bounds", "name"), REGIONS.values(), ids=REGIONS.keys())
def test_projection_suits_the_region_and_is_named(bounds: Bounds, name: str) -> None:
    assert choose_projection(bounds).name == name


@pytest.mark.parametrize("bounds", [b for b, _ in REGIONS.values()], ids=REGIONS.keys())
def test_the_whole_frame_is_on_the_map_and_comes_back(bounds: Bounds) -> None:
    frame = Frame(bounds, MAP_BOX)
    lon, lat = np.array(bounds.centre[:1]), np.array(bounds.centre[1:])
    x, y = frame.to_sheet(lon, lat)
    assert MAP_BOX[0] < x[0] < MAP_BOX[2]
    assert MAP_BOX[1] < y[0] < MAP_BOX[3]
    back_lon, back_lat = frame.to_degrees(x, y)
    assert np.cos(np.radians(back_lon[0] - lon[0])) == pytest.approx(1)
    assert back_lat[0] == pytest.approx(lat[0], abs=1e-6)


def test_points_either_side_of_the_antimeridian_make_a_narrow_frame() -> None:
    found = bounds_of([(178.4, -18.1), (-179.9, -16.8)])
    assert found == Bounds(178.4, -18.1, 180.1, -16.8)


def test_no_points_make_no_frame() -> None:
    assert bounds_of([]) is None


def test_a_country_across_the_antimeridian_is_drawn_in_one_piece() -> None:
    frame = Frame(Bounds(176, -20, 184, -15), MAP_BOX)
    east_and_west = shapely.union_all(
        [shapely.box(179, -18, 180, -17), shapely.box(-180, -18, -179, -17)]
    )
    drawn = frame.project(east_and_west)
    assert drawn.buffer(1).geom_type == "Polygon"


def test_scale_bar_is_a_round_number_and_true_on_the_ground() -> None:
    frame = Frame(Bounds(66, 36, 76, 42), MAP_BOX)
    km, pixels = scale_bar(frame)
    assert km in {100, 200}
    middle = (MAP_BOX[1] + MAP_BOX[3]) / 2
    lon, lat = frame.to_degrees(np.array([960 - pixels / 2, 960 + pixels / 2]), np.full(2, middle))
    assert geodesic((lat[0], lon[0]), (lat[1], lon[1])).km == pytest.approx(km, rel=0.02)


def test_no_country_of_a_world_map_is_drawn_from_edge_to_edge(studio: Studio) -> None:
    scene = make_scene(SlideRequest(briefing_at(), ()), studio)
    (russia,) = (o.shape for o in scene.outlines if o.name == "Russia")
    rings = shapely.get_rings(shapely.get_parts(russia))
    steps = [np.hypot(*np.diff(shapely.get_coordinates(ring), axis=0).T).max() for ring in rings]
    assert max(steps) < 200
