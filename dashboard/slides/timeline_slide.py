"""The drawn timeline: native bars and marks on a scale, one row an event, and what they mean."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dashboard.model import EventType, Status
from dashboard.settings import TYPE_COLOURS
from dashboard.slides import lettering as type_
from dashboard.slides.captions import STATUS_WORDS, TYPE_WORDS
from dashboard.slides.native import (
    Ink,
    add_box,
    add_line,
    name_shape,
)
from dashboard.slides.native_marks import add_mark
from dashboard.slides.native_text import TextStyle, add_text
from dashboard.slides.symbols import NEUTRAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dashboard.slides.placement import Box
    from dashboard.slides.sheet import Sheet
    from dashboard.slides.timeline import Bar, TimelineSlide

# python-pptx ships no types for slides and shape trees, so they pass here as `Any`.
BRICK = "#B3392B"
STRIPE_ALPHA, GRID_ALPHA, BREAK_ALPHA, ROUGH_ALPHA = 0.05, 0.3, 0.1, 0.45
WORDS_SHARE, EVENT_SHARE = 0.52, 0.66
NUMBER_PX, MARK_PX = 52, 40
AXIS_PX, BOTTOM_PX = 44, 44
LEGEND_LINE_PX, LEGEND_GAP_PX, LEGEND_SYMBOL_PX = 36, 34, 34
MOST_ROW_PX = 74
TWO_LINES_PX, LINE_PX = 60, 30
MIN_BAR_PX = 16
Axis = tuple[float, float]
"""Where the scale begins and ends."""


def add_timeline(slide: Any, wanted: TimelineSlide, sheet: Sheet) -> None:
    """Draw the axis, a row for each event, the date of the information and what has no date."""
    left, top, right, _ = sheet.map
    axis = (left + (right - left) * WORDS_SHARE, right - 20)
    legend = _lay_legend(wanted, left, right)
    room = sheet.footer[3] - BOTTOM_PX - LEGEND_LINE_PX * len(legend) - top - AXIS_PX
    row_px = min(MOST_ROW_PX, room / len(wanted.bars))
    low = top + AXIS_PX + row_px * len(wanted.bars)
    for index, bar in enumerate(wanted.bars):
        y = top + AXIS_PX + row_px * index
        if index % 2 == 0:
            ground = Ink(sheet.ink, STRIPE_ALPHA)
            stripe = add_box(slide.shapes, (left, y, right, y + row_px), ground)
            name_shape(stripe, f"Row {bar.number}", "Ground of a row")
    _add_axis(slide.shapes, wanted, axis, (top, low), sheet)
    for index, bar in enumerate(wanted.bars):
        y = top + AXIS_PX + row_px * index
        _add_words(slide.shapes, bar, (left, y, axis[0] - 24, y + row_px), sheet)
        _add_bar(slide.shapes, bar, wanted, axis, y + row_px / 2, sheet.ink)
    if wanted.undated:
        width = axis[0] - left
        lines = type_.wrap(wanted.undated, type_.BODY, width=width, lines=1)
        box = (left, low + 6, axis[0], low + BOTTOM_PX - 4)
        note = add_text(slide.shapes, [(x, type_.BODY) for x in lines], box, TextStyle(sheet.quiet))
        name_shape(note, "Without a date", wanted.undated)
    for number, line in enumerate(legend):
        y = low + BOTTOM_PX + LEGEND_LINE_PX * (number + 0.5)
        for x, words, kind, status in line:
            _add_legend_entry(slide.shapes, (x, y), words, kind, status, sheet)


def _add_axis(
    shapes: Any,
    wanted: TimelineSlide,
    axis: Axis,
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
        edges = _x(before.end, axis), _x(after.start, axis)
        band_box: Box = (edges[0], top + AXIS_PX - 6, edges[1], bottom)
        band = add_box(shapes, band_box, Ink(sheet.quiet, BREAK_ALPHA))
        name_shape(band, "Break band", "Here the scale breaks: the later part is wider")
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


def _add_words(shapes: Any, bar: Bar, box: Box, sheet: Sheet) -> None:
    left, top, right, bottom = box
    at: Box = (left + 8, top, left + NUMBER_PX, bottom)
    number = add_text(shapes, [(str(bar.number), type_.NUMBER)], at, TextStyle(sheet.ink))
    name_shape(number, f"Number {bar.number}", f"Event {bar.number}")
    spot = (left + NUMBER_PX + MARK_PX * 0.4, (top + bottom) / 2)
    mark = add_mark(shapes, bar.type, bar.status, at=spot, half=12)
    name_shape(mark, f"Kind {bar.number}", f"{bar.type.value}, {bar.status.value}")
    first = left + NUMBER_PX + MARK_PX
    middle = first + (right - first) * EVENT_SHARE
    _add_cell(shapes, bar.words, (first, top, middle - 12, bottom), sheet.ink)
    name_shape(shapes[-1], f"Words {bar.number}", bar.words)
    _add_cell(shapes, bar.when, (middle, top, right, bottom), sheet.quiet)
    name_shape(shapes[-1], f"When {bar.number}", bar.when)


def _add_cell(shapes: Any, words: str, box: Box, colour: str) -> None:
    left, top, right, bottom = box
    most = 2 if bottom - top > TWO_LINES_PX else 1
    lines = type_.wrap(words, type_.BODY, width=(right - left) * 0.97, lines=most)
    style = TextStyle(colour, line_px=LINE_PX)
    add_text(shapes, [(line, type_.BODY) for line in lines], box, style)


def _add_bar(shapes: Any, bar: Bar, wanted: TimelineSlide, axis: Axis, y: float, edge: str) -> None:
    said = f"Event {bar.number}: {bar.words}. {bar.when}. {bar.type.value}, {bar.status.value}"
    said += ". The text says about when" if bar.is_rough else ""
    start, end = (
        _x(wanted.scale.share_of(day), axis) if day else None for day in (bar.start, bar.end)
    )
    if start is None or end is None:
        known, tip = (end, axis[0]) if start is None else (start, axis[1])
        _add_open_end(shapes, bar, (known if known is not None else axis[0], tip), y)
    if bar.is_day or start is None or end is None:
        x = end if start is None else start
        drawn = add_mark(shapes, bar.type, bar.status, at=(x or axis[0], y), half=13)
    else:
        middle, half = (start + end) / 2, max(end - start, MIN_BAR_PX) / 2
        ink = _ink_of(bar, edge)
        drawn = add_box(shapes, (middle - half, y - 8, middle + half, y + 8), ink)
    name_shape(drawn, f"Event {bar.number}", said)


def _ink_of(bar: Bar, edge: str) -> Ink:
    colour, dash = TYPE_COLOURS[bar.type.value], "dash" if bar.is_rough else None
    alpha = ROUGH_ALPHA if bar.is_rough else 1.0
    return Ink(colour, alpha=alpha, edge=edge, width_pt=0.8, dash=dash)


def _add_open_end(shapes: Any, bar: Bar, way: Axis, y: float) -> None:
    """Draw an arrow from the end that the text names towards the one that it does not."""
    dash = "dash" if bar.is_rough else None
    ink = Ink(edge=TYPE_COLOURS[bar.type.value], width_pt=3, head="triangle", dash=dash)
    arrow = add_line(shapes, (way[0], y), (way[1], y), ink)
    name_shape(arrow, f"Open end {bar.number}", "The text does not say when it ends or began")


def _list_legend(wanted: TimelineSlide) -> Iterator[tuple[str, EventType | None, Status]]:
    """Yield what the marks and bars of a page mean; no type stands for a pale bar."""
    types, statuses = {b.type for b in wanted.bars}, {b.status for b in wanted.bars}
    for kind in EventType:
        if kind in types:
            yield TYPE_WORDS[kind], kind, Status.REPORTED
    for status in Status:
        if status in statuses and status is not Status.REPORTED:
            yield STATUS_WORDS[status], EventType.PROTESTS, status
    if any(b.is_rough and b.start and b.end for b in wanted.bars):
        yield "About that time", None, Status.REPORTED


Entry = tuple[float, str, EventType | None, Status]


def _lay_legend(wanted: TimelineSlide, left: float, right: float) -> list[list[Entry]]:
    """Return the lines of the legend, each entry with its left edge."""
    lines: list[list[Entry]] = [[]]
    x = left
    for words, kind, status in _list_legend(wanted):
        wide = LEGEND_SYMBOL_PX + type_.text_size(words, type_.BODY)[0] + LEGEND_GAP_PX
        if x + wide > right:
            x = left
            lines.append([])
        lines[-1].append((x, words, kind, status))
        x += wide
    return lines


def _add_legend_entry(
    shapes: Any,
    at: tuple[float, float],
    words: str,
    kind: EventType | None,
    status: Status,
    sheet: Sheet,
) -> None:
    x, y = at
    if kind is None:
        ink = Ink(NEUTRAL, alpha=ROUGH_ALPHA, edge=sheet.ink, width_pt=0.8, dash="dash")
        drawn = add_box(shapes, (x, y - 8, x + 26, y + 8), ink)
    else:
        colour = None if status is Status.REPORTED else NEUTRAL
        drawn = add_mark(shapes, kind, status, at=(x + 13, y), half=12, colour=colour)
    name_shape(drawn, f"Legend symbol: {words}", f"Symbol for {words}")
    first = x + LEGEND_SYMBOL_PX
    box = (first, y - 17, first + type_.text_size(words, type_.BODY)[0] + 8, y + 17)
    text = add_text(shapes, [(words, type_.BODY)], box, TextStyle(sheet.ink))
    name_shape(text, f"Legend: {words}", words)


def _x(share: float, axis: Axis) -> float:
    return axis[0] + share * (axis[1] - axis[0])
