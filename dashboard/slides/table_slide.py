"""Tables on slides: rows as high as their words, cut into pages that hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pptx.util import Pt

from dashboard.slides import lettering as type_
from dashboard.slides.native import emu, name_shape, rgb
from dashboard.slides.native_text import TextStyle, add_text, set_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.sheet import Sheet

# python-pptx ships no types for slides and cells, so they pass here as `Any`.
LINE_PX, PAD_PX, HEADER_PX = 33, 13, 46
FOOT_PX, FOOT_GAP_PX = 46, 10
CELL_MARGIN_PX = 10
INK, QUIET = "#1F1B18", "#7A7168"
NOT_STATED = "not stated"
HEADER_FILL, ROW_FILLS = "#E6DFD2", ("#F7F3EB", "#FFFEFC")


@dataclass(frozen=True, slots=True)
class TableSlide:
    """A table under a title. Long tables go on over further slides."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    """The columns' widths as shares of the slide's; they add up to 1."""
    handling: str
    notes: str = ""
    lines_a_cell: int = 2
    foot: str = ""
    """What holds for the whole table, in a line under it."""


def paginate(table: TableSlide, sheet: Sheet) -> list[TableSlide]:
    """
    The table in as many slides as it needs, numbered in their titles.

    Words that a cell cannot hold are given in full in the notes.
    """
    pages = _fill_pages(table, sheet)
    return [
        replace(
            table,
            title=table.title if len(pages) == 1 else f"{table.title} ({n} of {len(pages)})",
            rows=tuple(rows),
            notes="\n".join(filter(None, (table.notes, table.foot, *_in_full(rows, table, sheet)))),
        )
        for n, rows in enumerate(pages, 1)
    ]


def _fill_pages(table: TableSlide, sheet: Sheet) -> list[list[tuple[str, ...]]]:
    """Return the rows of each page; the last is about as full as the others."""
    room = sheet.footer[3] - _top(sheet) - HEADER_PX - (FOOT_PX if table.foot else 0)
    heights = [_height(row, table, sheet) for row in table.rows]
    least = len(_cut_pages(heights, room))
    rooms = [room - step * LINE_PX for step in range(int(room // LINE_PX)) if room > LINE_PX]
    even = min(r for r in rooms if len(_cut_pages(heights, r)) == least)
    return [list(table.rows[a:b]) for a, b in _cut_pages(heights, even)]


def _cut_pages(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Return the first and the last row of each page, half open."""
    starts: list[int] = []
    left = 0.0
    for index, high in enumerate(heights):
        if not starts or high > left:
            starts.append(index)
            left = room
        left -= high
    return list(pairwise([*starts, len(heights)]))


def add_table(slide: Any, wanted: TableSlide, sheet: Sheet) -> None:
    """Draw one page as a native table."""
    left, _, right, _ = sheet.map
    heights = [HEADER_PX, *(_height(row, wanted, sheet) for row in wanted.rows)]
    at = (emu(left), emu(_top(sheet)), emu(right - left), emu(sum(heights)))
    shape = slide.shapes.add_table(len(heights), len(wanted.header), *at)
    _add_foot(slide, wanted.foot, _top(sheet) + sum(heights) + FOOT_GAP_PX, sheet)
    said = f"Table of {len(wanted.rows)} rows: {', '.join(filter(None, wanted.header))}"
    name_shape(shape, f"Table: {wanted.title}", said)
    table = shape.table
    table.horz_banding = False
    for column, width in enumerate(_widths(wanted, sheet)):
        table.columns[column].width = emu(width)
    band = 0
    for index, cells in enumerate([wanted.header, *wanted.rows]):
        band += bool(cells[0])  # a row without a number belongs to the one above
        table.rows[index].height = emu(heights[index])
        for column, (words, width) in enumerate(zip(cells, _widths(wanted, sheet), strict=True)):
            lines, _ = _set(words, width, wanted.lines_a_cell)
            is_strong = index == 0 or column == 0
            ground = ROW_FILLS[band % 2] if index else HEADER_FILL
            _fill_cell(table.cell(index, column), lines, ground, is_strong=is_strong)


def _add_foot(slide: Any, words: str, top: float, sheet: Sheet) -> None:
    if not words:
        return
    left, _, right, _ = sheet.map
    lines = type_.wrap(words, type_.BODY, width=right - left, lines=1)
    box = (left, top, right, top + FOOT_PX - FOOT_GAP_PX)
    foot = add_text(slide.shapes, [(x, type_.BODY) for x in lines], box, TextStyle(sheet.quiet))
    name_shape(foot, "Under the table", words)


def _top(sheet: Sheet) -> float:
    return sheet.map[1] - 18


def _widths(table: TableSlide, sheet: Sheet) -> list[float]:
    return [(sheet.map[2] - sheet.map[0]) * share for share in table.shares]


def _set(words: str, width: float, most: int) -> tuple[tuple[str, ...], bool]:
    plain = re.sub(r"\s+", " ", words)
    room = width - 2 * CELL_MARGIN_PX - 6
    pieces = " ".join(type_.cut_word(word, type_.BODY, width=room) for word in plain.split())
    return type_.shorten(pieces, type_.BODY, width=room, lines=most)


def _height(row: Sequence[str], table: TableSlide, sheet: Sheet) -> float:
    cells = zip(row, _widths(table, sheet), strict=True)
    deepest = max(len(_set(words, width, table.lines_a_cell)[0]) for words, width in cells)
    return LINE_PX * deepest + PAD_PX


def _in_full(rows: Sequence[Sequence[str]], table: TableSlide, sheet: Sheet) -> list[str]:
    widths = _widths(table, sheet)
    return [
        f"{row[0] or name}: {words}"
        for row in rows
        for name, words, width in zip(table.header, row, widths, strict=True)
        if _set(words, width, table.lines_a_cell)[1]
    ]


def _fill_cell(cell: Any, lines: Sequence[str], ground: str, *, is_strong: bool) -> None:
    face = type_.STRONG if is_strong else type_.BODY
    ink = QUIET if list(lines) == [NOT_STATED] else INK
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(ground)
    cell.margin_left = cell.margin_right = emu(CELL_MARGIN_PX)
    cell.margin_top = cell.margin_bottom = emu(3)
    frame = cell.text_frame
    frame.word_wrap = True
    frame.text = type_.printable("\n".join(lines))
    for paragraph in frame.paragraphs:
        paragraph.line_spacing = Pt(face.points * 1.15)
        for run in paragraph.runs:
            set_type(run.font, face, colour=ink)
