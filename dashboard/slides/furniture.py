"""Where legend, locator and scale stand on a map: the corners that hide the least."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from dashboard.slides.lettering import BODY, STRONG, text_size
from dashboard.slides.scene import Furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.placement import Box
    from dashboard.slides.scene import LegendRow

GAP_PX = 8
"""Kept from the edge of the map."""
LEGEND_ROW_PX = 33
GROUP_GAP_PX = 9
"""Between rows of different kinds: types, statuses, areas, borders."""
LEGEND_TEXT_PX = 58
"""From a column's left edge to its words; the symbol stands before them."""
LEGEND_PAD_PX = 12
MOST_ROWS = 8
"""A longer legend may stand in two columns."""
LOCATOR_SIZE = (250, 168)
SCALE_HEIGHT_PX = 62
NORTH_PX = 46
"""The room of the north arrow, left of the scale bar."""
MARGIN_PX = 14
"""A mark nearer than this to the furniture counts as covered: its number needs room too."""

# Rows of one group stand together; a heading belongs to what follows it.
GROUPS = {
    "head": 0,
    "type": 0,
    "status": 1,
    "flow": 2,
    "form": 3,
    "area": 3,
    "list": 3,
    "border": 4,
    "tint": 0,
}
Corner = tuple[bool, bool]
"""Whether it is on the right, whether it is at the bottom."""
TOP_LEFT, BOTTOM_LEFT = (False, False), (False, True)
TOP_RIGHT, BOTTOM_RIGHT = (True, False), (True, True)
# In the order in which readers look for them; an earlier arrangement wins a tie.
LEGEND_CORNERS = (BOTTOM_RIGHT, TOP_RIGHT, BOTTOM_LEFT, TOP_LEFT)
LOCATOR_CORNERS = (TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT)
SCALE_CORNERS = (BOTTOM_LEFT, BOTTOM_RIGHT, TOP_LEFT, TOP_RIGHT)


def arrange(
    edge: Box,
    legend: Sequence[LegendRow],
    marks: Sequence[Box],
    *,
    scale_px: float,
    has_locator: bool = True,
) -> tuple[Furniture, int]:
    """Return the furniture of a map and how many of the marks it hides all the same.

    `scale_px` is the length of the scale bar or of its words, whichever is longer.
    """
    locator_size = LOCATOR_SIZE if has_locator else (0.0, 0.0)
    taken = np.array(marks, dtype=float).reshape(-1, 4)
    best: tuple[int, Furniture] | None = None
    scale_size = (scale_px + NORTH_PX + 28, SCALE_HEIGHT_PX)
    for columns in (1, 2) if len(legend) > MOST_ROWS else (1,):
        legend_size = size_of_legend(legend, columns)
        if best is not None and legend_size[0] > (edge[2] - edge[0]) / 2:
            continue
        is_too_high = legend_size[1] > edge[3] - edge[1] - 2 * GAP_PX
        for corners in itertools.product(LEGEND_CORNERS, LOCATOR_CORNERS, SCALE_CORNERS):
            if len(set(corners)) < len(corners):
                continue
            boxes = tuple(
                _at(edge, size, corner)
                for size, corner in zip(
                    (legend_size, locator_size, scale_size), corners, strict=True
                )
            )
            if _overlap(boxes):
                continue
            hidden = sum(_count_hidden(box, taken) for box in boxes)
            hidden += len(taken) * is_too_high + is_too_high
            if best is None or hidden < best[0]:
                best = hidden, Furniture(boxes[0], columns, boxes[1], boxes[2])
    assert best is not None, "four corners hold three things on any sheet that is wide enough"
    return best[1], best[0]


def size_of_legend(rows: Sequence[LegendRow], columns: int) -> tuple[float, float]:
    """Width and height of the legend in so many columns; nothing for no rows."""
    if not rows:
        return 0, 0
    widths = [
        max(text_size(r.label, STRONG if r.kind == "head" else BODY)[0] for r in column)
        for column in columns_of(rows, columns)
    ]
    width = sum(widths) + columns * (LEGEND_TEXT_PX + 16)
    high = max(_middles(column)[-1] for column in columns_of(rows, columns))
    return width, high + LEGEND_ROW_PX / 2 + 2 * LEGEND_PAD_PX


def _middles(column: Sequence[LegendRow]) -> list[float]:
    """How far the middle of each row lies under the top of its column."""
    out, at = [], LEGEND_ROW_PX / 2
    for before, row in itertools.zip_longest(column, column[1:]):
        out.append(at)
        is_new = row is not None and GROUPS.get(row.kind) != GROUPS.get(before.kind)
        at += LEGEND_ROW_PX + GROUP_GAP_PX * is_new
    return out


def columns_of(rows: Sequence[LegendRow], columns: int) -> list[Sequence[LegendRow]]:
    """The rows of each column, top to bottom and then left to right."""
    deep = -(-len(rows) // columns)
    return [rows[i : i + deep] for i in range(0, len(rows), deep)]


def place_rows(
    rows: Sequence[LegendRow], furniture: Furniture
) -> list[tuple[LegendRow, float, float]]:
    """Return each row of the legend with its column's left edge and its middle line."""
    left, top, _, _ = furniture.legend
    out = []
    columns = columns_of(rows, furniture.legend_columns) if rows else []
    for column in columns:
        for row, middle in zip(column, _middles(column), strict=True):
            out.append((row, left, top + LEGEND_PAD_PX + middle))
        left += size_of_legend(column, 1)[0]
    return out


def _at(edge: Box, size: tuple[float, float], corner: Corner) -> Box:
    left, top, right, bottom = edge
    width, height = size
    x = right - GAP_PX - width if corner[0] else left + GAP_PX
    y = bottom - GAP_PX - height if corner[1] else top + GAP_PX
    return x, y, x + width, y + height


def _overlap(boxes: Sequence[Box]) -> bool:
    return any(
        a[0] < b[2] + GAP_PX
        and b[0] < a[2] + GAP_PX
        and a[1] < b[3] + GAP_PX
        and b[1] < a[3] + GAP_PX
        for a, b in itertools.combinations(boxes, 2)
        if a[2] > a[0] and b[2] > b[0]
    )


def _count_hidden(box: Box, marks: np.ndarray) -> int:
    left, top, right, bottom = box
    if right <= left:
        return 0
    hit = (
        (marks[:, 0] < right + MARGIN_PX)
        & (marks[:, 2] > left - MARGIN_PX)
        & (marks[:, 1] < bottom + MARGIN_PX)
        & (marks[:, 3] > top - MARGIN_PX)
    )
    return int(hit.sum())
