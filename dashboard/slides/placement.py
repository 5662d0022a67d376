"""Where labels and callouts go, so that nothing covers anything: pure geometry on the sheet.

Boxes are (left, top, right, bottom) in sheet pixels, y down. The order of the requests is their
rank: an earlier one is never moved for a later one, and what finds no free place is left out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]

ANGLES = 24
RADII_PX = (64, 92, 124, 160, 205, 260, 330)


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


@dataclass(frozen=True, slots=True)
class CalloutRequest:
    """A box of text that a leader line ties to a point."""

    key: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Callout:
    """A placed callout: its box, and where the leader line leaves the box."""

    key: str
    box: Box
    leader: tuple[tuple[float, float], tuple[float, float]]


class Occupied:
    """The boxes that are taken. Grows as labels are placed."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._boxes = np.array(list(boxes), dtype=float).reshape(-1, 4)

    def add(self, *boxes: Box) -> None:
        """Take further boxes."""
        if not boxes:
            return
        self._boxes = np.vstack([self._boxes, np.array(boxes, dtype=float).reshape(-1, 4)])

    def is_free(self, box: Box, *, margin: float = 0) -> bool:
        """Whether the box, with a margin, touches nothing that is taken."""
        left, top, right, bottom = box
        b = self._boxes
        hit = (
            (b[:, 0] < right + margin)
            & (b[:, 2] > left - margin)
            & (b[:, 1] < bottom + margin)
            & (b[:, 3] > top - margin)
        )
        return not hit.any()

    def crossed_by(self, a: tuple[float, float], b: tuple[float, float]) -> int:
        """How many taken boxes the straight line from `a` to `b` runs through."""
        steps = np.linspace(0.08, 0.98, 24)[:, None]
        line = np.array([a]) + steps * (np.array([b]) - np.array([a]))
        x, y = line[:, 0, None], line[:, 1, None]
        k = self._boxes
        inside = (x > k[:, 0]) & (x < k[:, 2]) & (y > k[:, 1]) & (y < k[:, 3])
        return int(inside.any(axis=0).sum())


def place_labels(requests: Sequence[LabelRequest], occupied: Occupied, area: Box) -> dict[str, Box]:
    """
    Return the box of every label that found a free place, by key; `occupied` grows by them.

    A name whose dot is covered is left out. A label beside a point tries right, left, above,
    below and two corners; a centred one its middle and small shifts up and down.
    """
    placed: dict[str, Box] = {}
    for request in requests:
        if request.dot_px and not occupied.is_free(request.dot):
            continue
        for box in _label_candidates(request):
            if _is_inside(box, area) and occupied.is_free(box, margin=2):
                placed[request.key] = box
                occupied.add(box, *([request.dot] if request.dot_px else []))
                break
    return placed


def _label_candidates(request: LabelRequest) -> list[Box]:
    x, y, w, h, gap = request.x, request.y, request.width, request.height, request.gap
    if request.centred:
        shifts = [(0, 0), (0, -1), (0, 1), (0, -2), (0, 2), (-0.4, 0), (0.4, 0), (0, -3), (0, 3)]
        middles = [(x + dx * w, y + dy * h) for dx, dy in shifts]
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


def place_callouts(
    requests: Sequence[CalloutRequest], occupied: Occupied, area: Box
) -> dict[str, Callout]:
    """
    Return the callouts that found a free place, by key; `occupied` grows by them.

    Each tries 24 directions at seven distances; among the free ones the nearest wins, with a
    penalty for a leader line that runs through something or crosses another leader line.
    """
    placed: dict[str, Callout] = {}
    for request in requests:
        leaders = [callout.leader for callout in placed.values()]
        found = _best_callout(request, occupied, area, leaders=leaders)
        if found is not None:
            placed[request.key] = found
            occupied.add(found.box)
    for callout in placed.values():
        occupied.add(*_boxes_along(*callout.leader))
    return placed


def _best_callout(
    request: CalloutRequest,
    occupied: Occupied,
    area: Box,
    *,
    leaders: Sequence[tuple[tuple[float, float], tuple[float, float]]],
) -> Callout | None:
    best: tuple[float, Callout] | None = None
    for radius in RADII_PX:
        for step in range(ANGLES):
            box = _callout_box(request, radius, 2 * math.pi * step / ANGLES)
            if not _is_inside(box, area) or not occupied.is_free(box, margin=6):
                continue
            start = (request.x, request.y)
            end = (min(max(start[0], box[0]), box[2]), min(max(start[1], box[1]), box[3]))
            cost = radius + 110 * occupied.crossed_by(start, end)
            cost += 400 * sum(_cross((start, end), other) for other in leaders)
            if best is None or cost < best[0]:
                best = cost, Callout(request.key, box, (start, end))
    return best[1] if best else None


def _boxes_along(a: tuple[float, float], b: tuple[float, float]) -> list[Box]:
    """Small boxes along a leader line, so that no later label is struck through by it."""
    steps = max(2, int(math.dist(a, b) / 10))
    spots = np.linspace(a, b, steps)[1:-1]
    return [(x - 5, y - 5, x + 5, y + 5) for x, y in spots]


def _callout_box(request: CalloutRequest, radius: float, angle: float) -> Box:
    w, h = request.width, request.height
    x = request.x + math.cos(angle) * (radius + w * 0.45 * abs(math.cos(angle)))
    y = request.y + math.sin(angle) * (radius + h * 0.3 * abs(math.sin(angle)))
    return x - w / 2, y - h / 2, x + w / 2, y + h / 2


def _is_inside(box: Box, area: Box) -> bool:
    return box[0] >= area[0] and box[1] >= area[1] and box[2] <= area[2] and box[3] <= area[3]


def _cross(
    one: tuple[tuple[float, float], tuple[float, float]],
    two: tuple[tuple[float, float], tuple[float, float]],
) -> bool:
    (a, b), (c, d) = one, two

    def side(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
