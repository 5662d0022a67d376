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

    from dashboard.slides.lettering import Lettering
    from dashboard.slides.sheet import Sheet

# python-pptx ships no types for slides and cells, so they pass here as `Any`.
LINE_EM = 1.18
"""The distance of the lines of a cell, in sizes of its type."""
PAD_PX = 13
FOOT_LINE_PX, FOOT_GAP_PX, FOOT_LINES = 31, 12, 2
FOOT_SHARE = 0.98
"""The rest stays free: another program may set the words in a wider face."""
CELL_MARGIN_PX = 10
MOST_LINES = 5
"""No cell is deeper, however long its words."""
LARGER_POINTS = (18.0, 16.0)
"""A short table is set in larger type, as large as leaves it on one page."""
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
    """What holds for the whole table, in one or more lines under it."""
    points: float = type_.MIN_POINTS
    """The size of its type."""

    @property
    def body(self) -> Lettering:
        """How its cells are set."""
        return replace(type_.BODY, points=self.points)

    @property
    def line_px(self) -> float:
        """The distance of its lines."""
        return self.points * type_.PX_PER_POINT * LINE_EM


def paginate(table: TableSlide, sheet: Sheet) -> list[TableSlide]:
    """
    The table in as many slides as it needs, numbered in their titles.

    Words that a cell cannot hold are given in full in the notes.
    """
    table = _enlarge(_deepen(table, sheet), sheet)
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


def _deepen(table: TableSlide, sheet: Sheet) -> TableSlide:
    """Return the table with cells as deep as their words ask for, on no more pages than before."""
    pages = len(_fill_pages(table, sheet)) if table.rows else 0
    while table.lines_a_cell < MOST_LINES and _in_full(table.rows, table, sheet):
        deeper = replace(table, lines_a_cell=table.lines_a_cell + 1)
        if len(_fill_pages(deeper, sheet)) > pages:
            break
        table = deeper
    return table


def _enlarge(table: TableSlide, sheet: Sheet) -> TableSlide:
    """Return the table in the largest type that keeps it on one page and cuts no more words."""
    split, cut = _count_split(table, sheet), len(_in_full(table.rows, table, sheet))
    for points in LARGER_POINTS:
        larger = replace(table, points=points)
        is_cut = len(_in_full(table.rows, larger, sheet)) > cut
        if (
            not is_cut
            and _count_split(larger, sheet) <= split
            and len(_fill_pages(larger, sheet)) == 1
        ):
            return larger
    return table


def _count_split(table: TableSlide, sheet: Sheet) -> int:
    """How many words are wider than their column."""
    return sum(
        _is_split(words, width, table)
        for row in (table.header, *table.rows)
        for words, width in zip(row, _widths(table, sheet), strict=True)
    )


def _is_split(words: str, width: float, table: TableSlide) -> bool:
    room = _room(width)
    return not all(type_.fits(word, table.body, room) for word in words.split())


def _room(width: float) -> float:
    return width - 2 * CELL_MARGIN_PX - 6


def _fill_pages(table: TableSlide, sheet: Sheet) -> list[list[tuple[str, ...]]]:
    """Return the rows of each page; the last is about as full as the others."""
    room = sheet.footer[3] - _top(sheet) - _header_px(table) - _foot_px(table, sheet)
    heights = [_height(row, table, sheet) for row in table.rows]
    least = len(_cut_pages(heights, room))
    step = type_.MIN_POINTS * type_.PX_PER_POINT
    rooms = [room - n * step for n in range(max(1, int(room // step)))]
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
    heights = [_header_px(wanted), *(_height(row, wanted, sheet) for row in wanted.rows)]
    at = (emu(left), emu(_top(sheet)), emu(right - left), emu(sum(heights)))
    shape = slide.shapes.add_table(len(heights), len(wanted.header), *at)
    _add_foot(slide, wanted, _top(sheet) + sum(heights) + FOOT_GAP_PX, sheet)
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
            lines, is_cut = _set(words, width, wanted)
            is_strong = index == 0 or column == 0
            ground = ROW_FILLS[band % 2] if index else HEADER_FILL
            face = replace(type_.STRONG, points=wanted.points) if is_strong else wanted.body
            # Whole words wrap by themselves: who edits them finds no breaks inside.
            _fill_cell(
                table.cell(index, column), " ".join(lines) if is_cut else words, ground, face
            )


def _add_foot(slide: Any, wanted: TableSlide, top: float, sheet: Sheet) -> None:
    lines = _foot_lines(wanted, sheet)
    if not lines:
        return
    box = (sheet.map[0], top, sheet.map[2], top + FOOT_LINE_PX * len(lines))
    style = TextStyle(sheet.quiet, line_px=FOOT_LINE_PX)
    foot = add_text(slide.shapes, [(line, type_.BODY) for line in lines], box, style)
    name_shape(foot, "Under the table", wanted.foot)


def _foot_lines(table: TableSlide, sheet: Sheet) -> list[str]:
    width = (sheet.map[2] - sheet.map[0]) * FOOT_SHARE
    return [
        line
        for words in filter(None, table.foot.split("\n"))
        for line in type_.wrap(words, type_.BODY, width=width, lines=FOOT_LINES)
    ]


def _foot_px(table: TableSlide, sheet: Sheet) -> float:
    lines = len(_foot_lines(table, sheet))
    return lines * FOOT_LINE_PX + FOOT_GAP_PX * (lines > 0)


def _header_px(table: TableSlide) -> float:
    return table.line_px + PAD_PX


def _top(sheet: Sheet) -> float:
    return sheet.map[1] - 18


def _widths(table: TableSlide, sheet: Sheet) -> list[float]:
    return [(sheet.map[2] - sheet.map[0]) * share for share in table.shares]


def _set(words: str, width: float, table: TableSlide) -> tuple[tuple[str, ...], bool]:
    plain, face = re.sub(r"\s+", " ", words), table.body
    room = _room(width)
    pieces = " ".join(type_.cut_word(word, face, width=room) for word in plain.split())
    return type_.shorten(pieces, face, width=room, lines=table.lines_a_cell)


def _height(row: Sequence[str], table: TableSlide, sheet: Sheet) -> float:
    # Programs break a long word in different places: a line is kept free for that.
    cells = zip(row, _widths(table, sheet), strict=True)
    deepest = max(
        len(_set(words, width, table)[0]) + _is_split(words, width, table) for words, width in cells
    )
    return table.line_px * deepest + PAD_PX


def _in_full(rows: Sequence[Sequence[str]], table: TableSlide, sheet: Sheet) -> list[str]:
    widths = _widths(table, sheet)
    return [
        f"{row[0] or name}: {words}"
        for row in rows
        for name, words, width in zip(table.header, row, widths, strict=True)
        if _set(words, width, table)[1]
    ]


def _fill_cell(cell: Any, words: str, ground: str, face: Lettering) -> None:
    ink = QUIET if words == NOT_STATED else INK
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(ground)
    cell.margin_left = cell.margin_right = emu(CELL_MARGIN_PX)
    cell.margin_top = cell.margin_bottom = emu(3)
    frame = cell.text_frame
    frame.word_wrap = True
    frame.text = " ".join(type_.printable(words).split())
    for paragraph in frame.paragraphs:
        paragraph.line_spacing = Pt(face.points * LINE_EM)
        for run in paragraph.runs:
            set_type(run.font, face, colour=ink)
