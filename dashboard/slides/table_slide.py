"""Tables on slides: rows as high as their words, cut into pages that hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pptx.util import Pt

from dashboard.slides import lettering as type_
from dashboard.slides.native import emu, name_shape, rgb, set_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.sheet import Sheet

# python-pptx ships no types for slides and cells, so they pass here as `Any`.
LINES_A_CELL = 2
LINE_PX, PAD_PX, HEADER_PX = 33, 13, 46
CELL_MARGIN_PX = 10
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


def paginate(table: TableSlide, sheet: Sheet) -> list[TableSlide]:
    """
    The table in as many slides as it needs, numbered in their titles.

    Words that a cell cannot hold are given in full in the notes.
    """
    room = sheet.footer[3] - _top(sheet) - HEADER_PX
    pages: list[list[tuple[str, ...]]] = []
    left = 0.0
    for row in table.rows:
        high = _height(row, table, sheet)
        if not pages or high > left:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= high
    return [
        replace(
            table,
            title=table.title if len(pages) == 1 else f"{table.title} ({n} of {len(pages)})",
            rows=tuple(rows),
            notes="\n".join(filter(None, (table.notes, *_in_full(rows, table, sheet)))),
        )
        for n, rows in enumerate(pages, 1)
    ]


def add_table(slide: Any, wanted: TableSlide, sheet: Sheet) -> None:
    """Draw one page as a native table."""
    left, _, right, _ = sheet.map
    heights = [HEADER_PX, *(_height(row, wanted, sheet) for row in wanted.rows)]
    at = (emu(left), emu(_top(sheet)), emu(right - left), emu(sum(heights)))
    shape = slide.shapes.add_table(len(heights), len(wanted.header), *at)
    said = f"Table of {len(wanted.rows)} rows: {', '.join(filter(None, wanted.header))}"
    name_shape(shape, f"Table: {wanted.title}", said)
    table = shape.table
    table.horz_banding = False
    for column, width in enumerate(_widths(wanted, sheet)):
        table.columns[column].width = emu(width)
    for index, cells in enumerate([wanted.header, *wanted.rows]):
        table.rows[index].height = emu(heights[index])
        for column, (words, width) in enumerate(zip(cells, _widths(wanted, sheet), strict=True)):
            lines, _ = _set(words, width)
            _fill_cell(table.cell(index, column), lines, row=index)


def _top(sheet: Sheet) -> float:
    return sheet.map[1] - 18


def _widths(table: TableSlide, sheet: Sheet) -> list[float]:
    return [(sheet.map[2] - sheet.map[0]) * share for share in table.shares]


def _set(words: str, width: float) -> tuple[tuple[str, ...], bool]:
    plain = re.sub(r"\s+", " ", words)
    room = width - 2 * CELL_MARGIN_PX - 6
    return type_.shorten(plain, type_.BODY, width=room, lines=LINES_A_CELL)


def _height(row: Sequence[str], table: TableSlide, sheet: Sheet) -> float:
    deepest = max(
        len(_set(words, width)[0]) for words, width in zip(row, _widths(table, sheet), strict=True)
    )
    return LINE_PX * deepest + PAD_PX


def _in_full(rows: Sequence[Sequence[str]], table: TableSlide, sheet: Sheet) -> list[str]:
    widths = _widths(table, sheet)
    return [
        f"{row[0] or name}: {words}"
        for row in rows
        for name, words, width in zip(table.header, row, widths, strict=True)
        if _set(words, width)[1]
    ]


def _fill_cell(cell: Any, lines: Sequence[str], *, row: int) -> None:
    face = type_.STRONG if row == 0 else type_.BODY
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(HEADER_FILL if row == 0 else ROW_FILLS[row % 2])
    cell.margin_left = cell.margin_right = emu(CELL_MARGIN_PX)
    cell.margin_top = cell.margin_bottom = emu(3)
    frame = cell.text_frame
    frame.word_wrap = True
    frame.text = type_.printable("\n".join(lines))
    for paragraph in frame.paragraphs:
        paragraph.line_spacing = Pt(face.points * 1.15)
        for run in paragraph.runs:
            set_type(run.font, face, colour="#1F1B18")
