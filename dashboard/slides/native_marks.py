"""The native marks of events: an autoshape says the type, its fill the status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pptx.enum.shapes import MSO_SHAPE

from dashboard.model import EventType, Status
from dashboard.settings import TYPE_COLOURS
from dashboard.slides.native import INK, Ink, add_box, add_outline, name_shape
from dashboard.slides.native_text import add_letter
from dashboard.slides.symbols import OUTLINES, left_half, scaled

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# python-pptx ships no types for its shape trees, so `shapes` passes as `Any`.
AUTOSHAPES = {
    EventType.BATTLES: MSO_SHAPE.RECTANGLE,
    EventType.EXPLOSIONS: MSO_SHAPE.STAR_5_POINT,
    EventType.CIVILIANS: MSO_SHAPE.DIAMOND,
    EventType.PROTESTS: MSO_SHAPE.OVAL,
    EventType.RIOTS: MSO_SHAPE.ISOSCELES_TRIANGLE,
    EventType.STRATEGIC: MSO_SHAPE.HEXAGON,
}
# So that every shape looks as large as the others.
SIZES = {EventType.BATTLES: 0.78, EventType.PROTESTS: 0.86, EventType.RIOTS: 0.95}
STATUSES_OF_PARTS = frozenset({
    Status.PLANNED, Status.DISPUTED, Status.CLAIMED, Status.HYPOTHETICAL,
})  # fmt: skip
HATCH_STEP = 0.42
"""The distance of the lines of a hatch, as a share of half the mark."""


def add_mark(
    shapes: Any,
    event_type: EventType,
    status: Status,
    *,
    at: tuple[float, float],
    half: float,
    colour: str | None = None,
) -> Any:
    """One native mark: its autoshape says the type, its fill the status; parts move together."""
    colour = colour or TYPE_COLOURS[event_type.value]
    if status not in STATUSES_OF_PARTS:
        drawn = _add_shape(shapes, event_type, at, half, _mark_ink(status, colour))
        if status is Status.SPECULATED:
            add_letter(drawn, "?")
        return drawn
    group = shapes.add_group_shape()
    _add_parts(group.shapes, event_type, status, at=at, half=half, colour=colour)
    # The parts took ids that the cached count of the slide does not know of.
    shapes.turbo_add_enabled = False
    shapes.turbo_add_enabled = True
    return group


def _add_parts(
    shapes: Any,
    kind: EventType,
    status: Status,
    *,
    at: tuple[float, float],
    half: float,
    colour: str,
) -> None:
    ink = _mark_ink(status, colour)
    corners = shapely.Polygon(scaled(OUTLINES[kind], x=at[0], y=at[1], half=half))
    if status is Status.PLANNED:
        ground = _add_shape(shapes, kind, at, half, Ink("#FFFFFF"))
        name_shape(ground, "Ground", "White ground under a pale mark")
    drawn = _add_shape(shapes, kind, at, half, ink)
    name_shape(drawn, "Mark", f"{kind.value}, {status.value}")
    if status is Status.DISPUTED:
        left = shapely.Polygon(left_half(corners.exterior.coords[:-1], x=at[0]))
        part = add_outline(shapes, left, Ink(colour))
        name_shape(part, "Half fill", "Half fill: disputed")
    elif status is Status.CLAIMED:
        part = _add_shape(shapes, kind, at, half * 0.45, Ink("#FFFFFF"))
        name_shape(part, "Core", "White core: claimed")
    elif status is Status.HYPOTHETICAL:
        part = add_outline(shapes, _hatch(corners, half=half), Ink(edge=colour, width_pt=1.0))
        name_shape(part, "Hatch", "Hatch: hypothetical")


def _add_shape(shapes: Any, kind: EventType, at: tuple[float, float], half: float, ink: Ink) -> Any:
    (x, y), size = at, half * SIZES.get(kind, 1.0)
    return add_box(shapes, (x - size, y - size, x + size, y + size), ink, kind=AUTOSHAPES[kind])


def _hatch(corners: BaseGeometry, *, half: float) -> BaseGeometry:
    """Return slanting lines inside a mark: so small a pattern fill shows white in some programs."""
    left, top, right, bottom = corners.bounds
    high = bottom - top
    starts = np.arange(left - high, right, half * HATCH_STEP)
    lines = shapely.multilinestrings([[(x, bottom), (x + high, top)] for x in starts])
    return shapely.intersection(lines, corners)


def _mark_ink(status: Status, colour: str) -> Ink:
    if status is Status.SPECULATED:
        return Ink("#FFFFFF", edge=colour, width_pt=2.2)
    if status is Status.DISPUTED:
        return Ink("#FFFFFF", edge=INK, width_pt=0.8)
    if status is Status.PLANNED:
        return Ink(colour, alpha=0.25, edge=INK, width_pt=1.2, dash="dash")
    if status is Status.HYPOTHETICAL:
        return Ink("#FFFFFF", edge=INK, width_pt=0.8, dash="dot")
    return Ink(colour, edge=INK, width_pt=0.8)
