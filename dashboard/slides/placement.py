"""Where labels and callouts go, so that nothing covers anything: pure geometry on the sheet.

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

Box = tuple[float, float, float, float]

ANGLES = 24
RADII_PX = (64, 92, 124, 160, 205, 260, 330, 420)
CROSSING = 600
"""More than any distance: a leader line runs through something only where nothing else is free."""


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
    """The boxes that are taken, and the pixels under them. Grows as labels are placed."""

    def __init__(self, boxes: Iterable[Box] = (), *, size: tuple[int, int] = (1920, 1080)) -> None:
        self._boxes: list[Box] = []
        self._pixels = np.zeros((size[1], size[0]), dtype=bool)
        self.add(*boxes)

    def add(self, *boxes: Box) -> None:
        """Take further boxes."""
        self._boxes += boxes
        for left, top, right, bottom in boxes:
            self._pixels[_pixels(top, bottom), _pixels(left, right)] = True

    def copy(self) -> Occupied:
        """The same boxes, to try something out."""
        other = Occupied()
        other._boxes, other._pixels = [*self._boxes], self._pixels.copy()
        return other

    def is_free(self, box: Box, *, margin: float = 0) -> bool:
        """Whether no pixel of the box, with a margin, is taken."""
        left, top, right, bottom = box
        rows = _pixels(top - margin, bottom + margin)
        return not self._pixels[rows, _pixels(left - margin, right + margin)].any()

    def crossed_by(self, a: tuple[float, float], b: tuple[float, float]) -> int:
        """How many taken boxes the straight line from `a` to `b` runs through, but those at `a`."""
        steps = np.linspace(0.02, 0.98, 40)[:, None]
        line = np.array([a]) + steps * (np.array([b]) - np.array([a]))
        x, y = line[:, 0, None], line[:, 1, None]
        k = np.array(self._boxes, dtype=float).reshape(-1, 4)
        inside = (x > k[:, 0]) & (x < k[:, 2]) & (y > k[:, 1]) & (y < k[:, 3])
        own = (a[0] > k[:, 0]) & (a[0] < k[:, 2]) & (a[1] > k[:, 1]) & (a[1] < k[:, 3])
        return int((inside.any(axis=0) & ~own).sum())


def _pixels(first: float, last: float) -> slice:
    return slice(max(0, math.floor(first)), max(0, math.ceil(last)))


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


def place_callouts(
    requests: Sequence[CalloutRequest], occupied: Occupied, area: Box
) -> dict[str, Callout]:
    """
    Return the callouts that found a free place, by key; `occupied` grows by them.

    Each tries 24 directions at eight distances; among the free ones the nearest wins, with a
    penalty for a leader line that runs through something or crosses another leader line; one
    that would do so twice is left out, for it would point at the wrong mark. Of a few orders of
    placing them the one with the lowest sum wins.
    """
    tries = [_place_in_order(order, occupied, area) for order in _orders(requests)]
    _, placed, boxes = min(tries, key=lambda each: each[0])
    occupied.add(*boxes)
    return placed


def _orders(requests: Sequence[CalloutRequest]) -> list[list[CalloutRequest]]:
    """As given, the most crowded first, from the top, from the left."""

    def room(request: CalloutRequest) -> float:
        others = (math.dist((request.x, request.y), (o.x, o.y)) for o in requests)
        return sum(sorted(others)[1:4])

    return [
        list(requests),
        sorted(requests, key=room),
        sorted(requests, key=lambda r: (r.y, r.x)),
        sorted(requests, key=lambda r: (r.x, r.y)),
    ]


def _place_in_order(
    requests: Sequence[CalloutRequest], occupied: Occupied, area: Box
) -> tuple[float, dict[str, Callout], list[Box]]:
    """The sum of the costs, the callouts, and the room that they and their leaders take."""
    placed: dict[str, Callout] = {}
    taken, total = occupied.copy(), 0.0
    boxes: list[Box] = []
    for request in requests:
        leaders = [callout.leader for callout in placed.values()]
        cost, found = _best_callout(request, taken, area, leaders=leaders)
        total += cost
        if found is not None:
            placed[request.key] = found
            room = [found.box, *boxes_along(*found.leader)]
            taken.add(*room)
            boxes += room
    return total, placed, boxes


def _best_callout(
    request: CalloutRequest,
    occupied: Occupied,
    area: Box,
    *,
    leaders: Sequence[tuple[tuple[float, float], tuple[float, float]]],
) -> tuple[float, Callout | None]:
    best: tuple[float, Callout | None] = 4.0 * CROSSING, None
    for radius in RADII_PX:
        for step in range(ANGLES):
            box = _callout_box(request, radius, 2 * math.pi * step / ANGLES)
            if not _is_inside(box, area) or not occupied.is_free(box, margin=6):
                continue
            start = (request.x, request.y)
            end = (min(max(start[0], box[0]), box[2]), min(max(start[1], box[1]), box[3]))
            cost = radius + CROSSING * occupied.crossed_by(start, end)
            cost += CROSSING * sum(_cross((start, end), other) for other in leaders)
            if cost < min(best[0], 3.0 * CROSSING):
                best = cost, Callout(request.key, box, (start, end))
    return best


def boxes_along(*corners: tuple[float, float]) -> list[Box]:
    """Small boxes along a line, so that no later label is struck through by it."""
    line = shapely.LineString(corners)
    spots = [line.interpolate(at) for at in np.arange(10, line.length - 5, 10)]
    return [(p.x - 5, p.y - 5, p.x + 5, p.y + 5) for p in spots]


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
