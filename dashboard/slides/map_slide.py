"""One scene as a PowerPoint slide: relief as one picture, everything else native."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import shapely
from pptx.enum.shapes import MSO_SHAPE

from dashboard.model import EventType, Status
from dashboard.slides import lettering as type_
from dashboard.slides.frame import HEIGHT, WIDTH
from dashboard.slides.native import (
    INK,
    Ink,
    add_box,
    add_line,
    add_mark,
    add_outline,
    add_text,
    emu,
    name_shape,
)
from dashboard.slides.scene import MAP_BOX, MARK_PX, NORTH

if TYPE_CHECKING:
    from dashboard.slides.placement import Box
    from dashboard.slides.scene import CalloutText, Label, LegendRow, Scene

# python-pptx ships no types for its shape trees, so `shapes` passes as `Any`.
MUTED, RULE, BRICK, SHEET = "#5B534B", "#8A8178", "#B3392B", "#FFFEFC"
LINE_INKS = {
    "river": Ink(edge="#9DBCCF", width_pt=0.8),
    "province": Ink(edge="#A39A8F", width_pt=0.5, dash="dash"),
    "international": Ink(edge="#5D544C", width_pt=1.1),
    "indefinite": Ink(edge="#5D544C", width_pt=1.1, dash="long"),
    "disputed": Ink(edge="#A4402F", width_pt=1.2, dash="dash"),
    "control": Ink(edge="#A4402F", width_pt=1.6, dash="dot"),
}
OTHER_LINE = Ink(edge="#5D544C", width_pt=0.6, dash="dash")
AREA_INKS = {
    "region": Ink("#F3D9D4", 0.45, "#A4402F", 1.0, hatch="#A4402F"),
    "province": Ink("#F3D9D4", 0.45, "#A4402F", 1.1),
    "vague": Ink("#EFE6DA", 0.4, "#7A5A3A", 1.1, "dot"),
    "country": Ink("#EBC97D", 0.18),
    "line": Ink(edge="#B3392B", width_pt=4.5),
}
HANDLING_INK = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
}
SIMPLIFY_PX = 0.8
"""Below this a corner cannot be seen on a slide, and PowerPoint slows down with many of them."""


def add_map(slide: Any, scene: Scene, *, base_png: bytes, has_title: bool) -> None:
    """Draw the scene on a slide. With `has_title` the slide's own placeholder holds the title."""
    shapes = slide.shapes
    left, top, right, bottom = MAP_BOX
    picture = shapes.add_picture(
        io.BytesIO(base_png), emu(left), emu(top), emu(right - left), emu(bottom - top)
    )
    name_shape(picture, "Relief and water", "Shaded relief and water of the region; decorative")
    _add_ground(shapes, scene)
    _add_places(shapes, scene)
    _add_furniture(shapes, scene, has_title=has_title)


def _add_ground(shapes: Any, scene: Scene) -> None:
    for outline in scene.outlines:
        ink = Ink("#FFFDF6", 0.3) if outline.is_focus else Ink("#E2DED6", 0.42)
        drawn = add_outline(shapes, outline.shape.simplify(SIMPLIFY_PX), ink)
        if drawn is not None:
            name_shape(drawn, f"Country: {outline.name}", f"Outline of {outline.name}")
    by_kind: dict[str, list[object]] = {}
    for line in scene.lines:
        by_kind.setdefault(line.kind, []).append(line.shape)
    for kind, parts in by_kind.items():
        merged = shapely.union_all(parts).simplify(SIMPLIFY_PX)
        drawn = add_outline(shapes, merged, LINE_INKS.get(kind, OTHER_LINE))
        if drawn is not None:
            name_shape(drawn, f"Lines: {kind}", f"All {kind} lines on the map")


def _add_places(shapes: Any, scene: Scene) -> None:
    for area in scene.areas:
        drawn = add_outline(shapes, area.shape.simplify(SIMPLIFY_PX), AREA_INKS[area.style])
        if drawn is not None:
            note = area.place.note or area.place.precision.value
            name_shape(drawn, f"Area: {area.place.name}", f"{area.place.name}: {note}")
    for callout in scene.callouts:
        leader = add_line(shapes, *callout.leader, Ink(edge=INK, width_pt=0.9))
        name_shape(
            leader, f"Leader: {callout.title}", f"From the mark to the note on {callout.title}"
        )
    for group in scene.groups:
        for numbered, x, y in group.marks:
            event = numbered.event
            mark = add_mark(shapes, event.type, event.status, at=(x, y), half=MARK_PX / 2)
            said = f"{event.type.value}, {event.status.value}, at {group.place.name}"
            name_shape(
                mark,
                f"Event {numbered.number}",
                f"Event {numbered.number}: {numbered.heading}. {said}",
            )
    for callout in scene.callouts:
        _add_callout(shapes, callout)
    for label in scene.labels:
        _add_label(shapes, label)


def _add_callout(shapes: Any, callout: CalloutText) -> None:
    left, top, right, bottom = callout.box
    frame = add_box(shapes, callout.box, Ink(SHEET, edge=RULE, width_pt=0.6))
    name_shape(frame, f"Callout: {callout.title}", f"Frame of the note on {callout.title}")
    edge = add_box(shapes, (left, top, left + 6, bottom), Ink(callout.colour))
    name_shape(edge, f"Callout edge: {callout.title}", "Colour of the event type")
    lines = [(callout.title, type_.STRONG), *((x, type_.BODY) for x in callout.lines)]
    text = add_text(shapes, lines, (left + 18, top, right - 4, bottom))
    name_shape(text, f"Note: {callout.title}", f"{callout.title}: {' '.join(callout.lines)}")


def _add_label(shapes: Any, label: Label) -> None:
    if label.point:
        x, y = label.point
        ink = Ink(INK if label.is_capital else "#FFFFFF", edge=INK)
        dot = add_box(shapes, (x - 5, y - 5, x + 5, y + 5), ink, kind=MSO_SHAPE.OVAL)
        name_shape(dot, f"Town: {label.text}", f"Position of {label.text}")
    text = add_text(
        shapes, [(label.text, label.lettering)], label.box, colour=label.colour, align="center"
    )
    name_shape(text, f"Label: {label.text}", label.text)


def _add_furniture(shapes: Any, scene: Scene, *, has_title: bool) -> None:
    left, _, right, bottom = MAP_BOX
    rim = add_box(shapes, MAP_BOX, Ink(edge=RULE, width_pt=0.6))
    name_shape(rim, "Map frame", "Edge of the map")
    add_handling(shapes, scene.handling)
    if not has_title:
        title = add_text(shapes, [(scene.title[0], type_.TITLE)], (left, 54, right, 112))
        name_shape(title, "Title", scene.title[0])
    subtitle = add_text(
        shapes, [(scene.subtitle, type_.SUBTITLE)], (left, 114, right, 150), colour=MUTED
    )
    name_shape(subtitle, "Subtitle", scene.subtitle)
    fitted = [type_.wrap(x, type_.BODY, width=right - left, lines=1)[0] for x in scene.footer]
    footer = add_text(
        shapes,
        [(x, type_.BODY) for x in fitted],
        (left, bottom + 6, right, HEIGHT - 36),
        colour=MUTED,
    )
    name_shape(footer, "Sources and notes", " ".join(scene.footer))
    _add_locator(shapes, scene)
    _add_legend(shapes, scene)
    _add_scale(shapes, scene)


def add_handling(shapes: Any, mark: str) -> None:
    """The handling mark in black bands at the top and the bottom."""
    for name, y in (("top", 0.0), ("bottom", HEIGHT - 34.0)):
        band = add_box(shapes, (0, y, WIDTH, y + 34), Ink("#000000"))
        name_shape(band, f"Handling band, {name}", f"Handling: {mark}")
        text = add_text(
            shapes,
            [(mark, type_.HANDLING)],
            (0, y, WIDTH, y + 34),
            colour=HANDLING_INK.get(mark, "#FFFFFF"),
            align="center",
        )
        name_shape(text, f"Handling mark, {name}", f"Handling: {mark}")


def _add_locator(shapes: Any, scene: Scene) -> None:
    sea = add_box(shapes, scene.locator_box, Ink("#D4E0E7", edge=RULE, width_pt=0.6))
    name_shape(sea, "Locator", "Small map of where the region lies")
    land = add_outline(
        shapes,
        shapely.union_all(scene.locator).simplify(0.8),
        Ink("#E9E4D9", edge="#FFFFFF", width_pt=0.25),
    )
    if land is not None:
        name_shape(land, "Locator: land", "Land around the region")
    frame = add_outline(shapes, scene.locator_frame, Ink("#B3392B", 0.15, BRICK, 1.2))
    if frame is not None:
        name_shape(frame, "Locator: frame", "Where the map lies")


def _add_legend(shapes: Any, scene: Scene) -> None:
    if not scene.legend:
        return
    left, top, right, bottom = scene.legend_box
    frame = add_box(shapes, scene.legend_box, Ink(SHEET, edge=RULE, width_pt=0.6))
    name_shape(frame, "Legend", "Legend: " + "; ".join(r.label for r in scene.legend))
    step = (bottom - top - 24) / len(scene.legend)
    for i, row in enumerate(scene.legend):
        y = top + 12 + step * (i + 0.5)
        _add_legend_symbol(shapes, row, (left + 32, y))
        box: Box = (left + 58, y - step / 2, right - 6, y + step / 2)
        text = add_text(shapes, [(row.label, type_.BODY)], box)
        name_shape(text, f"Legend: {row.label}", row.label)


def _add_legend_symbol(shapes: Any, row: LegendRow, at: tuple[float, float]) -> None:
    x, y = at
    if row.kind in {"type", "status"}:
        event_type = EventType(row.key) if row.kind == "type" else EventType.PROTESTS
        status = Status(row.key) if row.kind == "status" else Status.REPORTED
        drawn = add_mark(shapes, event_type, status, at=at, half=12)
    elif row.kind == "border" or row.key == "line":
        ink = LINE_INKS[row.key] if row.kind == "border" else AREA_INKS["line"]
        drawn = add_line(shapes, (x - 18, y), (x + 18, y), ink)
    else:
        drawn = add_box(shapes, (x - 16, y - 10, x + 16, y + 10), AREA_INKS[row.key])
    name_shape(drawn, f"Legend symbol: {row.label}", f"Symbol for {row.label}")


def _add_scale(shapes: Any, scene: Scene) -> None:
    left, _, _, bottom = MAP_BOX
    x, y = left + 28, bottom - 28
    bar = add_line(shapes, (x, y), (x + scene.scale_px, y), Ink(edge=INK, width_pt=1.6))
    name_shape(bar, "Scale bar", f"{scene.scale_km} kilometres")
    words = f"{scene.scale_km:,} km"
    if not scene.frame.projection.scale_is_true:
        words += " at the middle"
    text = add_text(
        shapes,
        [(words, type_.BODY)],
        (x - 20, y - 38, x + scene.scale_px + 20, y - 4),
        align="center",
    )
    name_shape(text, "Scale", words)
    north = add_box(
        shapes,
        (NORTH[0] - 12, NORTH[1] - 46, NORTH[0] + 12, NORTH[1] - 2),
        Ink(INK),
        kind=MSO_SHAPE.UP_ARROW,
    )
    name_shape(north, "North arrow", "North is up at the middle of the map")
    letter = add_text(
        shapes,
        [("N", type_.STRONG)],
        (NORTH[0] - 22, NORTH[1], NORTH[0] + 22, NORTH[1] + 32),
        align="center",
    )
    name_shape(letter, "North", "North")
