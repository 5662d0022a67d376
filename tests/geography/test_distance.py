"""Distances along the ground, and directions."""

from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from dashboard.geography import Atlas, bearing_degrees, distance_km

DUSHANBE, KHUJAND = Point(68.7738, 38.5358), Point(69.6221, 40.2826)


def test_distance_between_towns() -> None:
    assert distance_km(DUSHANBE, KHUJAND) == pytest.approx(207, abs=1)


def test_bearing_runs_clockwise_from_north() -> None:
    assert bearing_degrees(Point(0, 0), Point(1, 0)) == pytest.approx(90)
    assert bearing_degrees(DUSHANBE, KHUJAND) == pytest.approx(20.3, abs=0.5)


def test_shapes_that_touch_are_zero_apart() -> None:
    assert distance_km(box(0, 0, 1, 1), box(1, 1, 2, 2)) == 0


def test_distance_is_taken_over_the_antimeridian() -> None:
    assert distance_km(Point(179.5, 0), Point(-179.5, 0)) == pytest.approx(111.3, abs=0.5)


def test_how_far_the_rasht_valley_is_from_the_kyrgyz_border(atlas: Atlas) -> None:
    valley = atlas.shape_of("region:rasht-valley")
    border = atlas.border_between("KG", "TJ")
    assert 0 < distance_km(valley, border) < 40
