"""Names and notes keep off borders, coasts and areas, and marks off one another."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely

from dashboard.slides.compose import SlideRequest
from dashboard.slides.ground import inner_bands, shared_edges
from dashboard.slides.leaders import CalloutRequest, place_callouts
from dashboard.slides.linework import Linework
from dashboard.slides.placement import LabelRequest, Occupied, place_labels
from dashboard.slides.studio import Studio, make_scene
from tests.slides.worlds import briefing_at

SHEET = (0.0, 0.0, 1920.0, 1080.0)


def border_at(x: float, *, weight: float = 1.0) -> Occupied:
    linework = Linework()
    linework.add_lines([shapely.LineString([(x, 0), (x, 1080)])], weight)
    return Occupied(linework=linework)


def test_what_a_box_hides_grows_with_the_length_of_the_line_under_it() -> None:
    linework = Linework()
    linework.add_lines([shapely.LineString([(100, 0), (100, 400)])], 2.0)
    assert linework.under((0, 0, 90, 400)) == 0
    assert linework.under((90, 0, 110, 40)) == pytest.approx(22, abs=2)
    assert linework.under((90, 0, 110, 400)) == pytest.approx(202, abs=4)


def test_a_name_stands_on_the_other_side_of_its_town_than_the_border() -> None:
    wanted = LabelRequest("town", 500, 500, 100, 30)
    assert place_labels([wanted], border_at(550), SHEET)["town"][2] <= 500


def test_a_name_that_would_hide_too_much_is_left_out() -> None:
    wanted = LabelRequest("town", 500, 500, 100, 30, most_hidden=2)
    assert (
        place_labels([wanted], border_at(500), SHEET) == {}
        or place_labels([wanted], border_at(500), SHEET)["town"][0] > 500
    )
    linework = Linework()
    linework.add_inside(shapely.box(300, 300, 700, 700), 1.0)
    assert place_labels([wanted], Occupied(linework=linework), SHEET) == {}


def test_a_note_does_not_cover_the_border_that_it_is_about() -> None:
    wanted = CalloutRequest("one", 500, 500, 260, 90)
    (placed,) = place_callouts([wanted], border_at(500, weight=6.0), SHEET).values()
    assert placed.box[2] < 500 or placed.box[0] > 500


def test_a_line_that_two_provinces_share_is_drawn_once_and_their_coast_never() -> None:
    west = shapely.Polygon([(0, 0), (1, 0), (1, 1), (1, 2), (0, 2)])
    east = shapely.Polygon([(1, 0), (2, 0), (2, 2), (1, 2), (1, 1)])
    lines = shapely.union_all(shared_edges(np.array([west, east])))
    assert lines.length == pytest.approx(2)
    assert lines.bounds == (1, 0, 1, 2)


def test_the_band_inside_a_border_ends_where_the_map_ends() -> None:
    cut_by_the_map = shapely.box(0, 0, 400, 400)
    bands = [band for band, _ in inner_bands(cut_by_the_map, (0, 0, 400, 800))]
    assert len(bands) == 3
    assert all(band.bounds[1] > 380 for band in bands)


def test_marks_on_one_spot_stand_apart_and_are_tied_to_it(studio: Studio) -> None:
    near = [(f"Place {i}", 18.54 + i * 0.004, -72.34) for i in range(8)]
    briefing = briefing_at(("Jacmel", 18.23, -72.53), *near, country="HT")
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    boxes = [shapely.box(*group.box) for group in scene.groups]
    assert not any(a.intersects(b) for a, b in itertools.combinations(boxes, 2))
    moved = [group for group in scene.groups if group.tether]
    assert len(moved) >= 6
    assert all(np.hypot(g.x - g.spot[0], g.y - g.spot[1]) <= 140 for g in moved if g.spot)
    assert scene.crowded == 0
