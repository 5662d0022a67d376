"""Labels and callouts cover nothing."""

from __future__ import annotations

import itertools
import random

import shapely

from dashboard.slides.leaders import CalloutRequest, place_callouts
from dashboard.slides.placement import LabelRequest, Occupied, place_labels

SHEET = (0.0, 0.0, 1920.0, 1080.0)


def overlapping(boxes: list[tuple[float, float, float, float]]) -> int:
    shapes = [shapely.box(*b) for b in boxes]
    return sum(a.intersection(b).area > 0 for a, b in itertools.combinations(shapes, 2))


def test_forty_labels_among_four_hundred_marks_cover_nothing() -> None:
    dice = random.Random(7)
    marks = [(dice.uniform(40, 1880), dice.uniform(40, 1040)) for _ in range(400)]
    boxes = [(x - 11, y - 11, x + 11, y + 11) for x, y in marks]
    wanted = [LabelRequest(str(i), x, y, 110, 34, gap=14) for i, (x, y) in enumerate(marks[:40])]
    placed = list(place_labels(wanted, Occupied(boxes), SHEET).values())
    assert len(placed) >= 8
    assert overlapping(placed) == 0
    over_marks = shapely.union_all([shapely.box(*b) for b in boxes])
    assert all(shapely.box(*label).intersection(over_marks).area == 0 for label in placed)


def test_the_earlier_label_keeps_its_place() -> None:
    two = [LabelRequest("first", 500, 500, 100, 30), LabelRequest("second", 500, 500, 100, 30)]
    placed = place_labels(two, Occupied(), SHEET)
    assert placed["first"] == (508.0, 485.0, 608.0, 515.0)
    assert placed["second"] == (392.0, 485.0, 492.0, 515.0)


def test_a_name_whose_dot_is_covered_is_left_out() -> None:
    hidden = LabelRequest("town", 500, 500, 100, 30, dot_px=6)
    assert place_labels([hidden], Occupied([(490, 490, 510, 510)]), SHEET) == {}


def test_callouts_stand_apart_and_their_leaders_do_not_cross() -> None:
    wanted = [CalloutRequest(str(i), 600 + 120 * i, 540, 260, 90) for i in range(6)]
    placed = place_callouts(wanted, Occupied(), SHEET)
    assert len(placed) == 6
    assert overlapping([c.box for c in placed.values()]) == 0
    leaders = [shapely.LineString(c.leader) for c in placed.values()]
    assert not any(a.crosses(b) for a, b in itertools.combinations(leaders, 2))


def test_where_there_is_room_for_one_the_note_that_is_worth_more_stands() -> None:
    walls = [(0, 0, 1920, 430), (0, 570, 1920, 1080), (0, 430, 470, 570), (860, 430, 1920, 570)]
    few = CalloutRequest("few", 500, 490, 260, 90)
    many = CalloutRequest("many", 500, 510, 260, 90, worth=2)
    assert list(place_callouts([few, many], Occupied(walls), SHEET)) == ["many"]


def test_a_full_sheet_places_no_callout() -> None:
    wanted = [CalloutRequest("one", 960, 540, 260, 90)]
    assert place_callouts(wanted, Occupied([SHEET]), SHEET) == {}


def test_an_arrow_may_be_crossed_by_a_line_but_not_covered_by_a_text() -> None:
    taken = Occupied()
    taken.add_crossable((90, 40, 110, 60))
    assert not taken.is_free((95, 45, 105, 55))
    assert taken.crossed_by((0, 50), (200, 50)) == 0
    assert taken.arrows_crossed_by((0, 50), (200, 50)) == 1
