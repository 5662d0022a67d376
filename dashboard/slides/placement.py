"""Where labels go, so that nothing covers anything: pure geometry on the sheet.

Boxes are (left, top, right, bottom) in sheet pixels, y down. The order of the requests is their
rank: an earlier one is never moved for a later one, and what finds no free place is left out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.slides.linework import Linework

Box = tuple[float, float, float, float]

ENDS_SHARE, TINY = 0.02, 1e-9
"""A line may touch boxes with its ends."""
RANK_COST = 4.0
"""What the next place that a label tries must save in hidden linework."""


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """A text of a known size beside a point."""

    key: str
    x: float
    y: float
    width: float
    height: float
    gap: float = 8
    """Distance kept from the point; 0 with `centred` means a name over its own area."""
    centred: bool = False
    reach: int = 3
    """How many lines up and down a centred text may move."""
    slack_px: float = math.inf
    """How far a centred text may move at all: outside its country a name would lie."""
    spots: tuple[tuple[float, float], ...] = ()
    """Middles that a centred text tries before it moves about its point."""
    most_hidden: float = math.inf
    """How much of the linework it may stand on; where it would hide more it is left out."""
    dot_px: float = 0
    """Half the width of a dot at the point that must be free as well; 0 means there is none."""

    @property
    def dot(self) -> Box:
        """The room of the dot."""
        return (
            self.x - self.dot_px,
            self.y - self.dot_px,
            self.x + self.dot_px,
            self.y + self.dot_px,
        )


class Occupied:
    """The boxes that are taken, and the pixels under them. Grows as labels are placed."""

    def __init__(
        self,
        boxes: Iterable[Box] = (),
        *,
        size: tuple[int, int] = (1920, 1080),
        linework: Linework | None = None,
        edge: Box | None = None,
    ) -> None:
        self.edge: Box = edge or (0, 0, size[0], size[1])
        """Where texts may stand at all."""
        self._boxes: list[Box] = []
        self._crossable: list[Box] = []
        self._linework = linework
        self._pixels = np.zeros((size[1], size[0]), dtype=bool)
        self.add(*boxes)

    def add(self, *boxes: Box) -> None:
        """Take further boxes."""
        self._boxes += boxes
        self._mark(boxes)

    def add_crossable(self, *boxes: Box) -> None:
        """Take boxes that no text may cover but that a thin line may cross if it must."""
        self._crossable += boxes
        self._mark(boxes)

    def _mark(self, boxes: Iterable[Box]) -> None:
        for left, top, right, bottom in boxes:
            self._pixels[_pixels(top, bottom), _pixels(left, right)] = True

    def without(self, boxes: Iterable[Box]) -> Occupied:
        """The same less these boxes."""
        left_out = set(boxes)
        high, wide = self._pixels.shape
        other = Occupied(
            (box for box in self._boxes if box not in left_out),
            size=(wide, high),
            linework=self._linework,
            edge=self.edge,
        )
        other.add_crossable(*self._crossable)
        return other

    def is_free(self, box: Box, *, margin: float = 0) -> bool:
        """Whether no pixel of the box, with a margin, is taken."""
        left, top, right, bottom = box
        rows = _pixels(top - margin, bottom + margin)
        return not self._pixels[rows, _pixels(left - margin, right + margin)].any()

    def hidden_by(self, box: Box) -> float:
        """How much of the linework the box would hide."""
        return self._linework.under(box) if self._linework else 0.0

    def crossed_by(self, a: tuple[float, float], b: tuple[float, float]) -> int:
        """How many taken boxes the straight line from `a` to `b` runs through, but those at `a`."""
        return _count_crossed(self._boxes, a, b)

    def arrows_crossed_by(self, a: tuple[float, float], b: tuple[float, float]) -> int:
        """How many of the boxes that may be crossed the line runs through."""
        return _count_crossed(self._crossable, a, b)


def _count_crossed(boxes: Sequence[Box], a: tuple[float, float], b: tuple[float, float]) -> int:
    if not boxes:
        return 0
    k = np.array(boxes, dtype=float).reshape(-1, 4)
    own = (a[0] > k[:, 0]) & (a[0] < k[:, 2]) & (a[1] > k[:, 1]) & (a[1] < k[:, 3])
    return int(count_run_through(a, np.array([b], dtype=float), k[~own])[0])


def count_run_through(
    start: tuple[float, float], ends: np.ndarray, boxes: np.ndarray
) -> np.ndarray:
    """Return how many boxes the straight line from the start to each end runs through."""
    x, y = start
    dx, dy = (ends[:, 0, None] - x, ends[:, 1, None] - y)
    dx, dy = np.where(dx == 0, TINY, dx), np.where(dy == 0, TINY, dy)
    left, right = (boxes[:, 0] - x) / dx, (boxes[:, 2] - x) / dx
    top, bottom = (boxes[:, 1] - y) / dy, (boxes[:, 3] - y) / dy
    enters = np.maximum(np.minimum(left, right), np.minimum(top, bottom))
    leaves = np.minimum(np.maximum(left, right), np.maximum(top, bottom))
    runs = np.maximum(enters, ENDS_SHARE) < np.minimum(leaves, 1 - ENDS_SHARE)
    return np.asarray(runs.sum(axis=1))


def _pixels(first: float, last: float) -> slice:
    return slice(max(0, math.floor(first)), max(0, math.ceil(last)))


def place_labels(requests: Sequence[LabelRequest], occupied: Occupied, area: Box) -> dict[str, Box]:
    """
    Return the box of every label that found a free place, by key; `occupied` grows by them.

    A name whose dot is covered is left out. A label beside a point tries right, left, above,
    below and two corners; a centred one its middle and small shifts up and down. Of the free
    places an earlier one wins, unless a later one hides less of the linework.
    """
    placed: dict[str, Box] = {}
    for request in requests:
        if request.dot_px and not occupied.is_free(request.dot):
            continue
        box = _best_label(request, occupied, area)
        if box is not None:
            placed[request.key] = box
            occupied.add(box, *([request.dot] if request.dot_px else []))
    return placed


def _best_label(request: LabelRequest, occupied: Occupied, area: Box) -> Box | None:
    best: tuple[float, Box | None] = math.inf, None
    for rank, box in enumerate(_label_candidates(request)):
        if rank * RANK_COST >= best[0]:
            break
        if is_inside(box, area) and occupied.is_free(box, margin=2):
            hidden = occupied.hidden_by(box)
            if hidden <= request.most_hidden and hidden + rank * RANK_COST < best[0]:
                best = hidden + rank * RANK_COST, box
    return best[1]


def _label_candidates(request: LabelRequest) -> list[Box]:
    x, y, w, h, gap = request.x, request.y, request.width, request.height, request.gap
    if request.centred:
        rows = sorted(range(-request.reach, request.reach + 1), key=abs)
        shifts = [(dx, dy) for dx in (0, -0.4, 0.4, -0.8, 0.8) for dy in rows]
        middles = [
            *request.spots,
            *(
                (x + dx * w, y + dy * h)
                for dx, dy in shifts
                if max(abs(dx * w), abs(dy * h)) <= request.slack_px
            ),
        ]
    else:
        middles = [
            (x + gap + w / 2, y),
            (x - gap - w / 2, y),
            (x, y - gap - h / 2),
            (x, y + gap + h / 2),
            (x + gap * 0.8 + w / 2, y - gap * 0.8 - h / 2),
            (x + gap * 0.8 + w / 2, y + gap * 0.8 + h / 2),
        ]
    return [(mx - w / 2, my - h / 2, mx + w / 2, my + h / 2) for mx, my in middles]


def boxes_along(*corners: tuple[float, float]) -> list[Box]:
    """Small boxes along a line, so that no later label is struck through by it."""
    line = shapely.LineString(corners)
    spots = shapely.line_interpolate_point(line, np.arange(10, line.length - 5, 10))
    return [(x - 5, y - 5, x + 5, y + 5) for x, y in shapely.get_coordinates(spots).tolist()]


def is_inside(box: Box, area: Box) -> bool:
    """Whether a box lies wholly in another."""
    return box[0] >= area[0] and box[1] >= area[1] and box[2] <= area[2] and box[3] <= area[3]
