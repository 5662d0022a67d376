"""One scene as a PowerPoint slide: relief as one picture, everything else native."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import shapely
from pptx.enum.shapes import MSO_SHAPE
from shapely.ops import substring

from dashboard.slides.canvas import COAST
from dashboard.slides.ground import TINT_ALPHA, inner_bands
from dashboard.slides.groups import MARK_PX
from dashboard.slides.inks import AREA_INKS, LINE_INKS, OTHER_LINE, flow_ink
from dashboard.slides.map_furniture import add_furniture
from dashboard.slides.native import (
    INK,
    Ink,
    add_box,
    add_line,
    add_outline,
    emu,
    name_shape,
)
from dashboard.slides.native_marks import add_mark
from dashboard.slides.native_text import TextStyle, add_note, add_text
from dashboard.slides.scene import HEAD_PX, RING_PX
from dashboard.slides.symbols import FLOW_LOOKS

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.placement import Box
    from dashboard.slides.scene import (
        CalloutText,
        FlowArrow,
        Label,
        Outline,
        Scene,
    )

# python-pptx ships no types for its shape trees, so `shapes` passes as `Any`.
MUTED, RULE, BRICK, SHEET = "#5B534B", "#8A8178", "#B3392B", "#FFFEFC"
OCHRE = "#B8893B"
SIMPLIFY_PX = 0.8
"""Below this a corner cannot be seen on a slide, and PowerPoint slows down with many of them."""


def add_map(slide: Any, scene: Scene, *, base_png: bytes, has_title: bool) -> None:
    """Draw the scene on a slide. With `has_title` the slide's own placeholder holds the title."""
    shapes = slide.shapes
    left, top, right, bottom = scene.sheet.map
    picture = shapes.add_picture(
        io.BytesIO(base_png), emu(left), emu(top), emu(right - left), emu(bottom - top)
    )
    name_shape(picture, "Relief and water", "Shaded relief and water of the region; decorative")
    _add_ground(shapes, scene)
    _add_places(shapes, scene)
    add_furniture(shapes, scene, has_title=has_title)


def _add_ground(shapes: Any, scene: Scene) -> None:
    water = shapely.union_all(scene.water)
    for outline in scene.outlines:
        _add_country(shapes, outline, water, scene.frame.box)
    for province in scene.provinces:
        land = _dry(province.shape.simplify(SIMPLIFY_PX), water)
        drawn = add_outline(shapes, land, Ink(province.colour, TINT_ALPHA))
        if drawn is not None:
            name_shape(drawn, f"Province: {province.name}", f"{province.name}, tinted by its class")
    by_kind: dict[str, list[object]] = {}
    for line in scene.lines:
        by_kind.setdefault(line.kind, []).append(line.shape)
    for kind, parts in by_kind.items():
        merged = shapely.union_all(parts).simplify(SIMPLIFY_PX)
        drawn = add_outline(shapes, merged, LINE_INKS.get(kind, OTHER_LINE))
        if drawn is not None:
            name_shape(drawn, f"Lines: {kind}", f"All {kind} lines on the map")


def _add_country(shapes: Any, outline: Outline, water: BaseGeometry, box: Box) -> None:
    ink = Ink("#FFFDF6", 0.3) if outline.is_focus else Ink("#E2DED6", 0.42)
    ink = Ink(outline.tint, TINT_ALPHA) if outline.tint else ink
    land = _dry(outline.shape.simplify(SIMPLIFY_PX), water)
    drawn = add_outline(shapes, land, replace(ink, edge=COAST, width_pt=0.5))
    if drawn is not None:
        name_shape(drawn, f"Country: {outline.name}", f"Outline of {outline.name}")
    for band, alpha in inner_bands(outline.shape, box) if outline.is_focus else ():
        drawn = add_outline(shapes, band.simplify(SIMPLIFY_PX), Ink(OCHRE, alpha))
        if drawn is not None:
            name_shape(drawn, f"Band: {outline.name}", f"{outline.name} is lifted out")


def _dry(shape: BaseGeometry, water: BaseGeometry) -> BaseGeometry:
    """Return the land without its lakes, which the picture underneath shows."""
    return shape.difference(water) if shape.intersects(water) else shape


def _add_places(shapes: Any, scene: Scene) -> None:
    _add_areas(shapes, scene)
    for arrow in scene.flows:
        _add_flow(shapes, arrow)
    for callout in scene.callouts:
        if callout.leader is None:
            continue
        leader = add_line(shapes, *callout.leader, Ink(edge=INK, width_pt=0.9))
        said = f"From the mark to the note on {callout.title}"
        name_shape(leader, f"Leader: {callout.title}", said)
    _add_marks(shapes, scene)
    for callout in scene.callouts:
        _add_callout(shapes, callout)
    for label in scene.labels:
        _add_label(shapes, label)


def _add_areas(shapes: Any, scene: Scene) -> None:
    water = shapely.union_all(scene.water)
    for area in scene.areas:
        shape = area.shape.simplify(SIMPLIFY_PX)
        shape = _dry(shape, water) if area.style == "country" else shape
        drawn = add_outline(shapes, shape, AREA_INKS[area.style])
        if drawn is not None:
            note = area.place.note or area.place.precision.value
            name_shape(drawn, f"Area: {area.place.name}", f"{area.place.name}: {note}")
    towns = add_outline(shapes, scene.towns, AREA_INKS["town"])
    if towns is not None:
        name_shape(towns, "Towns", "In or near these towns; the exact sites are not stated")


def _add_marks(shapes: Any, scene: Scene) -> None:
    for group in scene.groups:
        if group.tether:
            _add_tether(shapes, group.place.name, *group.tether)
    for group in scene.groups:
        for numbered, x, y in group.marks:
            event = numbered.event
            mark = add_mark(shapes, event.type, event.status, at=(x, y), half=MARK_PX / 2)
            name = f"Event {numbered.number}"
            said = f"{event.type.value}, {event.status.value}, at {group.place.name}"
            name_shape(mark, name, f"{name}: {numbered.heading}. {said}")
    for x, y in scene.ringed:
        box: Box = (x - RING_PX, y - RING_PX, x + RING_PX, y + RING_PX)
        ring = add_box(shapes, box, Ink(edge=BRICK, width_pt=2.4), kind=MSO_SHAPE.OVAL)
        name_shape(ring, "Selected event", "Ring around the event selected on screen")


def _add_tether(
    shapes: Any, place: str, mark: tuple[float, float], spot: tuple[float, float]
) -> None:
    """Tie marks that had to stand aside to the dot of their place."""
    line = add_line(shapes, mark, spot, Ink(edge=INK, width_pt=1.1))
    name_shape(line, f"Tether: {place}", f"From the marks to {place}, where there was no room")
    x, y = spot
    box: Box = (x - 5, y - 5, x + 5, y + 5)
    dot = add_box(shapes, box, Ink(INK, edge="#FFFFFF"), kind=MSO_SHAPE.OVAL)
    name_shape(dot, f"Place: {place}", f"Position of {place}")


def _add_flow(shapes: Any, arrow: FlowArrow) -> None:
    """A movement as a native line with its own arrow head: bend, recolour or redash it at will."""
    flow, path = arrow.flow, arrow.path.simplify(SIMPLIFY_PX)
    name = f"Movement {arrow.letter}"
    casing = add_outline(shapes, path, Ink(edge="#FFFFFF", width_pt=4.6))
    name_shape(casing, f"{name}: casing", "White casing of the arrow")
    line = add_outline(shapes, path, flow_ink(flow.kind, flow.status, is_headed=arrow.is_headed))
    cut = "" if arrow.is_headed else ". Its end lies outside the map"
    said = f"{name}, {flow.kind.value}, {flow.status.value}: {arrow.words}{cut}"
    name_shape(line, name, said)
    if FLOW_LOOKS[flow.kind].has_core:
        inner = substring(path, 0, path.length - HEAD_PX)
        core = add_outline(shapes, inner, Ink(edge="#FFFFFF", width_pt=1.2))
        name_shape(core, f"{name}: core", "White core of a supply route")


def _add_callout(shapes: Any, callout: CalloutText) -> None:
    left, top, right, bottom = callout.box
    frame = add_box(shapes, callout.box, Ink(SHEET, edge=RULE, width_pt=0.6))
    name_shape(frame, f"Callout: {callout.title}", f"Frame of the note on {callout.title}")
    edge = add_box(shapes, (left, top, left + 6, bottom), Ink(callout.colour))
    name_shape(edge, f"Callout edge: {callout.title}", "Colour of the event type")
    text = add_note(
        shapes,
        callout.title,
        callout.lines,
        (left + 18, top, right - 4, bottom),
        indent_px=callout.indent_px,
        colour=MUTED,
    )
    name_shape(text, f"Note: {callout.title}", f"{callout.title}: {callout.words}")


def _add_label(shapes: Any, label: Label) -> None:
    if label.point:
        x, y = label.point
        ink = Ink(INK if label.is_capital else "#FFFFFF", edge=INK)
        dot = add_box(shapes, (x - 5, y - 5, x + 5, y + 5), ink, kind=MSO_SHAPE.OVAL)
        name_shape(dot, f"Town: {label.text}", f"Position of {label.text}")
    if label.is_boxed:
        paper = add_box(shapes, label.box, Ink("#FBFAF7", 0.94, RULE, 0.6))
        name_shape(paper, f"Paper: {label.text}", "Paper under a name")
    style = TextStyle(label.colour, align="center", has_halo=not label.is_boxed)
    text = add_text(shapes, [(label.text, label.lettering)], label.box, style)
    name_shape(text, f"Label: {label.text}", label.text)
