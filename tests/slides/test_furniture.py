"""Legend, locator and scale stand where they hide the least."""

from __future__ import annotations

import itertools

import shapely

from dashboard.slides.furniture import arrange, place_rows
from dashboard.slides.scene import LegendRow
from dashboard.slides.sheet import MAP_BOX

ROWS = tuple(LegendRow("type", str(i), f"Row {i}") for i in range(12))


def test_with_no_marks_they_stand_where_readers_look() -> None:
    found, hidden = arrange(MAP_BOX, ROWS, [], scale_px=200)
    assert hidden == 0
    left, top, right, bottom = MAP_BOX
    assert (found.legend[2], found.legend[3]) == (right - 8, bottom - 8)
    assert found.locator[:2] == (left + 8, top + 8)
    assert found.scale[3] == bottom - 8


def test_they_move_out_of_the_way_of_a_mark_and_never_onto_one_another() -> None:
    corner = MAP_BOX[2] - 60, MAP_BOX[3] - 60
    mark = (corner[0] - 15, corner[1] - 15, corner[0] + 15, corner[1] + 15)
    found, hidden = arrange(MAP_BOX, ROWS, [mark], scale_px=200)
    assert hidden == 0
    boxes = [shapely.box(*box) for box in found.boxes]
    assert not any(box.intersects(shapely.box(*mark)) for box in boxes)
    assert not any(a.intersects(b) for a, b in itertools.combinations(boxes, 2))


def test_what_cannot_be_avoided_is_counted() -> None:
    left, top, right, bottom = MAP_BOX
    marks = [
        (x, y, x + 30, y + 30)
        for x in range(int(left), int(right) - 30, 60)
        for y in range(int(top), int(bottom) - 30, 60)
    ]
    _, hidden = arrange(MAP_BOX, ROWS, marks, scale_px=200)
    assert hidden > 0


def test_a_long_legend_may_stand_in_two_columns() -> None:
    tall = [(MAP_BOX[2] - 400, y, MAP_BOX[2] - 370, y + 30) for y in (200, 900)]
    wide = [(x, 500, x + 30, 530) for x in range(60, 1850, 100)]
    found, hidden = arrange(MAP_BOX, ROWS, [*tall, *wide], scale_px=100)
    assert found.legend_columns == 2
    assert hidden <= 1
    places = place_rows(ROWS, found)
    assert len({x for _, x, _ in places}) == 2
    assert [row.label for row, _, _ in places] == [row.label for row in ROWS]
