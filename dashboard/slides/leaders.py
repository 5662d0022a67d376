"""Where notes with leader lines go: near their marks, over nothing, no line through another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import islice, permutations
from typing import TYPE_CHECKING

import numpy as np

from dashboard.slides.placement import boxes_along, count_run_through, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.slides.placement import Box, Occupied

Leader = tuple[tuple[float, float], tuple[float, float]]

ANGLES = 24
RADII_PX = (64, 80, 100, 124, 152, 185, 225, 275, 340, 420, 520)
MOST_ROUNDS, MOST_TRIES = 6, 150
ARROW_COST = 220
"""An arrow of a movement is crossed only where there is no other way."""
MOST_COST, UNPLACED = 800.0, 1200.0
"""No leader line runs through anything or crosses another: rather is the note left out."""
MARGIN_PX = 6


@dataclass(frozen=True, slots=True)
class CalloutRequest:
    """A box of text that a leader line ties to a point."""

    key: str
    x: float
    y: float
    width: float
    height: float
    worth: float = 1
    """How much it weighs that it finds a place: a note on many events more than one on one."""


@dataclass(frozen=True, slots=True)
class Callout:
    """A placed callout: its box, and where the leader line leaves the box."""

    key: str
    box: Box
    leader: Leader
    room: tuple[Box, ...]
    """What the box and its leader line take."""


Placed = dict[str, tuple[float, Callout | None]]
"""What each callout costs, and where it stands if it found a place."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """Where a callout could stand on the empty map: boxes, ends of leader lines, and costs."""

    request: CalloutRequest
    boxes: np.ndarray
    ends: np.ndarray
    costs: np.ndarray


def place_callouts(
    requests: Sequence[CalloutRequest], occupied: Occupied, area: Box
) -> dict[str, Callout]:
    """
    Return the callouts that found a free place, by key; `occupied` grows by them.

    Each tries 24 directions at several distances; among the free ones the nearest wins, with a
    penalty for what it hides of the linework. One whose leader line would run through something
    or cross another is left out, for it would point at the wrong mark. Of a few orders of placing
    them the one with the lowest sum wins; then those that were left out are placed before others,
    which move, where that helps.
    """
    choices = {request.key: _list_choice(request, occupied, area) for request in requests}
    tries = [_place_in_order([choices[r.key] for r in order]) for order in _orders(requests)]
    best = min(tries, key=lambda placed: sum(cost for cost, _ in placed.values()))
    best = _make_room(choices, best)
    placed = {key: callout for key, (_, callout) in best.items() if callout is not None}
    occupied.add(*(box for callout in placed.values() for box in callout.room))
    return placed


def _list_choice(request: CalloutRequest, occupied: Occupied, area: Box) -> _Choice:
    start = request.x, request.y
    found: list[tuple[Box, tuple[float, float], float]] = []
    for radius in RADII_PX:
        for step in range(ANGLES):
            box = _callout_box(request, radius, 2 * math.pi * step / ANGLES)
            if is_inside(box, area) and occupied.is_free(box, margin=MARGIN_PX):
                end = (min(max(start[0], box[0]), box[2]), min(max(start[1], box[1]), box[3]))
                cost = radius + occupied.hidden_by(box)
                cost += ARROW_COST * min(1, occupied.arrows_crossed_by(start, end))
                if cost < MOST_COST and not occupied.crossed_by(start, end):
                    found.append((box, end, cost))
    boxes, ends, costs = zip(*found, strict=True) if found else ((), (), ())
    return _Choice(
        request,
        np.array(boxes, dtype=float).reshape(-1, 4),
        np.array(ends, dtype=float).reshape(-1, 2),
        np.array(costs, dtype=float),
    )


def _orders(requests: Sequence[CalloutRequest]) -> list[list[CalloutRequest]]:
    """As given, the most crowded first, and from each side."""

    def room(request: CalloutRequest) -> float:
        others = (math.dist((request.x, request.y), (o.x, o.y)) for o in requests)
        return sum(sorted(others)[1:4])

    return [
        list(requests),
        sorted(requests, key=room),
        sorted(requests, key=lambda r: (r.y, r.x)),
        sorted(requests, key=lambda r: (r.x, r.y)),
        sorted(requests, key=lambda r: (-r.y, r.x)),
        sorted(requests, key=lambda r: (-r.x, r.y)),
    ]


def _place_in_order(choices: Iterable[_Choice], before: Sequence[Callout] = ()) -> Placed:
    placed: Placed = {}
    others = list(before)
    for choice in choices:
        cost, found = _choose(choice, others)
        placed[choice.request.key] = cost, found
        others += [found] if found else []
    return placed


def _make_room(choices: Mapping[str, _Choice], placed: Placed) -> Placed:
    """Place each callout that was left out before one or two others, which then move too."""
    for _ in range(MOST_ROUNDS):
        left_out = sorted(((c, key) for key, (c, _) in placed.items()), reverse=True)
        tries = (
            _swap(choices, placed, (key, *others))
            for cost, key in left_out
            if cost >= UNPLACED
            for size in (1, 2)
            for others in permutations((k for k in choices if k != key), size)
        )
        better = next((x for x in islice(tries, MOST_TRIES) if x is not None), None)
        if better is None:
            break
        placed = better
    return placed


def _swap(choices: Mapping[str, _Choice], placed: Placed, keys: Sequence[str]) -> Placed | None:
    """Return the callouts with these placed anew in this order, if that costs less."""
    others = {key: each for key, each in placed.items() if key not in keys}
    standing = [found for _, found in others.values() if found is not None]
    again = _place_in_order((choices[key] for key in keys), standing)
    before, after = (sum(each[key][0] for key in keys) for each in (placed, again))
    return {**others, **again} if after < before - 1 else None


def _choose(choice: _Choice, others: Sequence[Callout]) -> tuple[float, Callout | None]:
    """Return the cheapest place among other callouts, and what it costs."""
    start = choice.request.x, choice.request.y
    free = np.arange(len(choice.costs))
    if others:
        # Each test is dearer than the one before, and asked only of what that one let through.
        rooms = np.array([box for other in others for box in other.room])
        free = free[~_touches(choice.boxes, rooms)]
        leaders = np.array([other.leader for other in others])
        free = free[~_crosses(start, choice.ends[free], leaders)]
        boxes = np.array([other.box for other in others])
        free = free[count_run_through(start, choice.ends[free], boxes) == 0]
    if not len(free):
        return UNPLACED * choice.request.worth, None
    best = int(free[np.argmin(choice.costs[free])])
    left, top, right, bottom = choice.boxes[best].tolist()
    box, end = (
        (left, top, right, bottom),
        (float(choice.ends[best, 0]), float(choice.ends[best, 1])),
    )
    room = (box, *boxes_along(start, end))
    return float(choice.costs[best]), Callout(choice.request.key, box, (start, end), room)


def _touches(boxes: np.ndarray, rooms: np.ndarray) -> np.ndarray:
    """Whether each box, with a margin, touches any of the rooms."""
    a, b = boxes[:, None], rooms[None]
    hit = (a[..., 0] - MARGIN_PX < b[..., 2]) & (b[..., 0] < a[..., 2] + MARGIN_PX)
    hit &= (a[..., 1] - MARGIN_PX < b[..., 3]) & (b[..., 1] < a[..., 3] + MARGIN_PX)
    return np.asarray(hit.any(axis=1))


def _crosses(start: tuple[float, float], ends: np.ndarray, leaders: np.ndarray) -> np.ndarray:
    """Whether the line from the start to each end crosses any of the leader lines."""
    a, b = np.array(start), ends[:, None]
    c, d = leaders[None, :, 0], leaders[None, :, 1]
    apart = _side(a, b, c) * _side(a, b, d) < 0
    return np.asarray((apart & (_side(c, d, a) * _side(c, d, b) < 0)).any(axis=1))


def _side(p: np.ndarray, q: np.ndarray, r: np.ndarray) -> np.ndarray:
    """On which side of the line from p to q a point r lies, by its sign."""
    along, over = q - p, r - p
    return np.asarray(along[..., 0] * over[..., 1] - along[..., 1] * over[..., 0])


def _callout_box(request: CalloutRequest, radius: float, angle: float) -> Box:
    w, h = request.width, request.height
    x = request.x + math.cos(angle) * (radius + w * 0.45 * abs(math.cos(angle)))
    y = request.y + math.sin(angle) * (radius + h * 0.3 * abs(math.sin(angle)))
    return x - w / 2, y - h / 2, x + w / 2, y + h / 2
