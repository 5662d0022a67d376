"""The shapes of marks, in a box from -1 to 1, y down, and of the heads of arrows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import EventType, FlowKind
from dashboard.settings import TYPE_COLOURS

if TYPE_CHECKING:
    from shapely import LineString

NEUTRAL = TYPE_COLOURS["other"]
"""The colour of a status in the legend: it belongs to no type."""
Points = tuple[tuple[float, float], ...]


def _regular(corners: int, *, turn: float = 0.0, radius: float = 1.0) -> Points:
    angles = (turn + 2 * math.pi * i / corners for i in range(corners))
    return tuple((radius * math.sin(a), -radius * math.cos(a)) for a in angles)


def _star(points: int, *, inner: float) -> Points:
    out = []
    for i in range(points * 2):
        radius = 1.08 if i % 2 == 0 else inner
        angle = math.pi * i / points
        out.append((radius * math.sin(angle), 0.06 - radius * math.cos(angle)))
    return tuple(out)


# The same shapes as on screen (terms.md): square, star, diamond, circle, triangle, hexagon.
OUTLINES: dict[EventType, Points] = {
    EventType.BATTLES: ((-0.78, -0.78), (0.78, -0.78), (0.78, 0.78), (-0.78, 0.78)),
    EventType.EXPLOSIONS: _star(5, inner=0.46),
    EventType.CIVILIANS: ((0, -1), (1, 0), (0, 1), (-1, 0)),
    EventType.PROTESTS: _regular(36, radius=0.86),
    EventType.RIOTS: ((0, -0.92), (1, 0.8), (-1, 0.8)),
    EventType.STRATEGIC: _regular(6, turn=math.pi / 6, radius=1.0),
}


def scaled(points: Points, *, x: float, y: float, half: float) -> Points:
    """The outline with its middle at (x, y) and `half` its size."""
    return tuple((x + px * half, y + py * half) for px, py in points)


def left_half(points: Points, *, x: float) -> Points:
    """The part of an outline left of `x`: the fill of a disputed event."""
    out: list[tuple[float, float]] = []
    for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
        if ax <= x:
            out.append((ax, ay))
        if (ax < x < bx) or (bx < x < ax):
            out.append((x, ay + (by - ay) * (x - ax) / (bx - ax)))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class FlowLook:
    """How the kind of a movement is drawn: as on screen, the head and the core of the line."""

    head: Points
    """In a field from 0 to 12 that points right; its tip is at (11, 6)."""
    is_hollow: bool = False
    is_open: bool = False
    """Whether the head is two strokes rather than a shape."""
    has_core: bool = False


TRIANGLE: Points = ((1, 1), (11, 6), (1, 11))
FLOW_LOOKS: dict[FlowKind, FlowLook] = {
    FlowKind.TROOPS: FlowLook(TRIANGLE),
    FlowKind.SUPPLY: FlowLook(TRIANGLE, has_core=True),
    FlowKind.TRAFFICKING: FlowLook((*TRIANGLE, (4.5, 6)), is_hollow=True),
    FlowKind.PEOPLE: FlowLook(((2, 1), (11, 6), (2, 11)), is_open=True),
}


def head_on(path: LineString, look: FlowLook, *, length: float) -> Points:
    """The corners of a head at the end of a path, `length` pixels long."""
    tip, back = path.interpolate(path.length), path.interpolate(path.length - length)
    along = ((tip.x - back.x) / length, (tip.y - back.y) / length)
    scale = length / 10
    return tuple(
        (
            tip.x + along[0] * (px - 11) * scale - along[1] * (py - 6) * scale,
            tip.y + along[1] * (px - 11) * scale + along[0] * (py - 6) * scale,
        )
        for px, py in look.head
    )
