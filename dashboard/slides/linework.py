"""What a box on the sheet would hide of the drawing under it: borders, coasts and areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.placement import Box
    from dashboard.slides.scene import Area, Line, Outline

CELL_PX = 4
"""One cell of a border that is hidden costs a note as much as standing one pixel further off."""
LINE_WEIGHTS = {"river": 0.1, "province": 0.15, "disputed": 2.0, "control": 2.0}
BORDER_WEIGHT, COAST_WEIGHT = 1.0, 0.4
EDGE_WEIGHT, MARKED_LINE_WEIGHT, INSIDE_WEIGHT = 1.0, 14.0, 0.04


class Linework:
    """How much is drawn where, in cells of `CELL_PX`; a box is summed up in no time."""

    def __init__(self, *, size: tuple[int, int] = (1920, 1080)) -> None:
        self._cells = np.zeros((size[1] // CELL_PX + 1, size[0] // CELL_PX + 1))
        self._sums: np.ndarray | None = None

    def add_lines(self, shapes: Iterable[BaseGeometry], weight: float) -> None:
        """Add lines, or the edges of polygons."""
        lines = [g for g in shapes if not g.is_empty]
        if lines:
            at = shapely.get_coordinates(shapely.segmentize(np.array(lines), CELL_PX * 0.75))
            self._raise(at[:, 0], at[:, 1], weight)

    def add_inside(self, shape: BaseGeometry, weight: float) -> None:
        """Add the inside of a polygon."""
        left, top, right, bottom = shape.bounds
        xs, ys = np.meshgrid(np.arange(left, right, CELL_PX), np.arange(top, bottom, CELL_PX))
        plain = shape.simplify(CELL_PX)
        shapely.prepare(plain)
        inside = shapely.contains_xy(plain, xs.ravel(), ys.ravel())
        self._raise(xs.ravel()[inside], ys.ravel()[inside], weight)

    def under(self, box: Box) -> float:
        """Return the weight of what the box would hide."""
        if self._sums is None:
            self._sums = np.pad(self._cells.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
        high, wide = self._cells.shape
        left, right = (min(wide, max(0, int(x // CELL_PX))) for x in (box[0], box[2] + CELL_PX))
        top, bottom = (min(high, max(0, int(y // CELL_PX))) for y in (box[1], box[3] + CELL_PX))
        sums = self._sums
        total = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        return float(total)

    def _raise(self, x: np.ndarray, y: np.ndarray, weight: float) -> None:
        high, wide = self._cells.shape
        column, row = (x // CELL_PX).astype(int), (y // CELL_PX).astype(int)
        good = (column >= 0) & (column < wide) & (row >= 0) & (row < high)
        at = row[good], column[good]
        self._cells[at] = np.maximum(self._cells[at], weight)
        self._sums = None


def draw_linework(
    outlines: Sequence[Outline],
    lines: Sequence[Line],
    areas: Sequence[Area],
    *,
    size: tuple[int, int],
) -> Linework:
    """Return the linework of a map."""
    out = Linework(size=size)
    out.add_lines((o.shape for o in outlines), COAST_WEIGHT)
    for kind in sorted({line.kind for line in lines}):
        weight = LINE_WEIGHTS.get(kind, BORDER_WEIGHT)
        out.add_lines((line.shape for line in lines if line.kind == kind), weight)
    for area in areas:
        if area.style == "line":
            out.add_lines([area.shape], MARKED_LINE_WEIGHT)
        elif area.style != "country":
            out.add_inside(area.shape, INSIDE_WEIGHT)
            out.add_lines([area.shape], EDGE_WEIGHT)
    return out
