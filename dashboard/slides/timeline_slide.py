"""The drawn timeline: native bars on a scale, one row an event."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dashboard.settings import TYPE_COLOURS
from dashboard.slides import lettering as type_
from dashboard.slides.native import (
    Ink,
    add_box,
    add_line,
    name_shape,
)
from dashboard.slides.native_marks import add_mark
from dashboard.slides.native_text import TextStyle, add_text

if TYPE_CHECKING:
    from datetime import date

    from dashboard.slides.placement import Box
    from dashboard.slides.sheet import Sheet
    from dashboard.slides.timeline import Bar, TimelineSlide

# python-pptx ships no types for slides and shape trees, so they pass here as `Any`.
BRICK = "#B3392B"
STRIPE_ALPHA, GRID_ALPHA = 0.05, 0.3
WORDS_SHARE = 0.46
NUMBER_PX = 52
AXIS_PX, BOTTOM_PX = 44, 40
MOST_ROW_PX = 74
TWO_LINES_PX, LINE_PX = 66, 31
MIN_BAR_PX = 16


def add_timeline(slide: Any, wanted: TimelineSlide, sheet: Sheet) -> None:
    """Draw the axis, a row for each event, the date of the information and what has no date."""
    left, top, right, _ = sheet.map
    bottom = sheet.footer[3]
    axis = (left + (right - left) * WORDS_SHARE, right - 20)
    row_px = min(MOST_ROW_PX, (bottom - BOTTOM_PX - top - AXIS_PX) / len(wanted.bars))
    low = top + AXIS_PX + row_px * len(wanted.bars)
    _add_axis(slide.shapes, wanted, axis, (top, low), sheet)
    for index, bar in enumerate(wanted.bars):
        box: Box = (
            left,
            top + AXIS_PX + row_px * index,
            right,
            top + AXIS_PX + row_px * (index + 1),
        )
        if index % 2 == 0:
            stripe = add_box(
                slide.shapes, (left, box[1], axis[0] - 12, box[3]), Ink(sheet.ink, STRIPE_ALPHA)
            )
            name_shape(stripe, f"Row {bar.number}", "Ground of a row")
        _add_words(slide.shapes, bar, box, axis[0] - 24, sheet)
        _add_bar(slide.shapes, bar, wanted, axis, (box[1] + box[3]) / 2, sheet.ink)
    if wanted.undated:
        lines = [(wanted.undated, type_.BODY)]
        box = (left, low + 6, right, low + BOTTOM_PX)
        note = add_text(slide.shapes, lines, box, TextStyle(sheet.quiet))
        name_shape(note, "Without a date", wanted.undated)


def _add_axis(
    shapes: Any,
    wanted: TimelineSlide,
    axis: tuple[float, float],
    rows: tuple[float, float],
    sheet: Sheet,
) -> None:
    top, bottom = rows
    quiet = TextStyle(sheet.quiet, align="center")
    grid = Ink(edge=sheet.quiet, width_pt=0.75, edge_alpha=GRID_ALPHA)
    for share, words in wanted.scale.ticks:
        x = _x(share, axis)
        line = add_line(shapes, (x, top + AXIS_PX - 6), (x, bottom), grid)
        name_shape(line, f"Grid: {words}", f"Line of the grid at {words}")
        box: Box = (x - 70, top + 2, x + 70, top + 34)
        label = add_text(shapes, [(words, type_.BODY)], box, quiet)
        name_shape(label, f"Date: {words}", words)
    for before, after in pairwise(wanted.scale.parts):
        x = _x((before.end + after.start) / 2, axis)
        # Above the dates: the later part begins with one, close to the break.
        box = (x - 20, top - 28, x + 20, top + 4)
        gap = add_text(shapes, [("//", type_.STRONG)], box, TextStyle(BRICK, align="center"))
        name_shape(gap, "Break of the scale", "Here the scale breaks: the later part is wider")
    if wanted.as_of:
        _add_as_of(shapes, wanted.as_of, _x(wanted.scale.share_of(wanted.as_of), axis), rows, quiet)


def _add_as_of(
    shapes: Any, day: date, x: float, rows: tuple[float, float], style: TextStyle
) -> None:
    top, bottom = rows
    line = add_line(shapes, (x, top + AXIS_PX - 6), (x, bottom), Ink(edge=BRICK, width_pt=1.5))
    said = f"Information as of {day.day} {day:%B %Y}"
    name_shape(line, "Information date", said)
    half = type_.text_size(said, type_.BODY)[0] / 2
    middle = x - max(0.0, half - 20)
    box: Box = (middle - half, bottom + 2, middle + half, bottom + 36)
    words = add_text(shapes, [(said, type_.BODY)], box, style)
    name_shape(words, "Information date in words", said)


def _add_words(shapes: Any, bar: Bar, box: Box, right: float, sheet: Sheet) -> None:
    left, top, _, bottom = box
    at: Box = (left + 6, top, left + NUMBER_PX, bottom)
    number = add_text(shapes, [(str(bar.number), type_.NUMBER)], at, TextStyle(sheet.ink))
    name_shape(number, f"Number {bar.number}", f"Event {bar.number}")
    width = right - left - NUMBER_PX
    middle = left + NUMBER_PX + width * 0.62
    _add_cell(shapes, bar.words, (left + NUMBER_PX, top, middle - 12, bottom), sheet.ink)
    name_shape(shapes[-1], f"Words {bar.number}", bar.words)
    _add_cell(shapes, bar.when, (middle, top, right, bottom), sheet.quiet)
    name_shape(shapes[-1], f"When {bar.number}", bar.when)


def _add_cell(shapes: Any, words: str, box: Box, colour: str) -> None:
    left, top, right, bottom = box
    most = 2 if bottom - top > TWO_LINES_PX else 1
    lines = type_.wrap(words, type_.BODY, width=(right - left) * 0.97, lines=most)
    style = TextStyle(colour, line_px=LINE_PX)
    add_text(shapes, [(line, type_.BODY) for line in lines], box, style)


def _add_bar(
    shapes: Any,
    bar: Bar,
    wanted: TimelineSlide,
    axis: tuple[float, float],
    y: float,
    edge: str,
) -> None:
    said = f"Event {bar.number}: {bar.words}. {bar.when}. {bar.type.value}, {bar.status.value}"
    first = _x(wanted.scale.share_of(bar.start), axis) if bar.start else axis[0]
    last = _x(wanted.scale.share_of(bar.end), axis) if bar.end else axis[1]
    if bar.is_day:
        mark = add_mark(shapes, bar.type, bar.status, at=(first, y), half=13)
        name_shape(mark, f"Event {bar.number}", said)
        return
    middle, half = (first + last) / 2, max(last - first, MIN_BAR_PX) / 2
    ink = Ink(
        TYPE_COLOURS[bar.type.value],
        alpha=0.45 if bar.is_rough else 1.0,
        edge=edge,
        width_pt=0.8,
        dash="dash" if bar.is_rough else None,
    )
    drawn = add_box(shapes, (middle - half, y - 8, middle + half, y + 8), ink)
    rough = ". The text says about when" if bar.is_rough else ""
    name_shape(drawn, f"Event {bar.number}", said + rough)
    if bar.start is None or bar.end is None:
        tip = axis[1] if bar.end is None else axis[0]
        open_end = Ink(edge=edge, width_pt=1.4, head="triangle")
        arrow = add_line(shapes, (middle, y), (tip, y), open_end)
        name_shape(arrow, f"Open end {bar.number}", "The text does not say when it ends or began")


def _x(share: float, axis: tuple[float, float]) -> float:
    return axis[0] + share * (axis[1] - axis[0])
