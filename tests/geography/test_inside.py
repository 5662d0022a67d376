"""The point of an area where its marks stand."""

from __future__ import annotations

import shapely

from dashboard.geography import Atlas
from dashboard.geography.inside import inner_point


def test_marks_of_the_south_of_kyrgyzstan_stand_well_inside_it(atlas: Atlas) -> None:
    south = atlas.part_of("country:KG", "south")
    assert south is not None
    point = inner_point(south)
    assert south.contains(point)
    assert south.boundary.distance(point) > 0.4


def test_the_largest_part_is_taken() -> None:
    two = shapely.union_all([shapely.box(0, 0, 1, 1), shapely.box(5, 5, 9, 9)])
    assert shapely.box(6, 6, 8, 8).contains(inner_point(two))


def test_a_line_has_no_inside() -> None:
    assert inner_point(shapely.LineString([(0, 0), (2, 0)])).distance(shapely.Point(1, 0)) <= 1
