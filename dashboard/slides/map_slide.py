"""One scene as a PowerPoint slide: relief as one picture, everything else native."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import shapely
from pptx.enum.shapes import MSO_SHAPE
from shapely.ops import substring

from dashboard.model import EventType, FlowKind, Status
from dashboard.settings import FLOW_COLOUR
from dashboard.slides import lettering as type_
from dashboard.slides.canvas import INNER_BAND
from dashboard.slides.captions import flow_of_row
from dashboard.slides.furniture import NORTH_PX, place_rows
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
from dashboard.slides.scene import BAND_PX, HEAD_PX, MARK_PX
from dashboard.slides.symbols import FLOW_LOOKS, NEUTRAL

if TYPE_CHECKING:
    from dashboard.slides.placement import Box
    from dashboard.slides.scene import (
        CalloutText,
        FlowArrow,
        Label,
        LegendRow,
        MarkGroup,
        Outline,
        Scene,
        Sheet,
    )

# python-pptx ships no types for its shape trees, so `shapes` passes as `Any`.
MUTED, RULE, BRICK, SHEET = "#5B534B", "#8A8178", "#B3392B", "#FFFEFC"
OCHRE = "#B8893B"
FLOW_DASHES = {
    Status.REPORTED: None,
    Status.CLAIMED: "long",
    Status.DISPUTED: "dash-dot",
    Status.SPECULATED: "fine",
    Status.PLANNED: "dash",
    Status.HYPOTHETICAL: "dot",
}
HEADS = {
    FlowKind.TROOPS: "triangle",
    FlowKind.SUPPLY: "triangle",
    FlowKind.TRAFFICKING: "stealth",
    FlowKind.PEOPLE: "arrow",
}
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
    "country": Ink("#E3B75E", 0.25),
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
    left, top, right, bottom = scene.sheet.map
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
        if outline.is_focus:
            _add_inner_band(shapes, outline)
    by_kind: dict[str, list[object]] = {}
    for line in scene.lines:
        by_kind.setdefault(line.kind, []).append(line.shape)
    for kind, parts in by_kind.items():
        merged = shapely.union_all(parts).simplify(SIMPLIFY_PX)
        drawn = add_outline(shapes, merged, LINE_INKS.get(kind, OTHER_LINE))
        if drawn is not None:
            name_shape(drawn, f"Lines: {kind}", f"All {kind} lines on the map")


def _add_inner_band(shapes: Any, outline: Outline) -> None:
    """The amber band inside the border of a country that the story is about."""
    for width, alpha in INNER_BAND:
        band = outline.shape.difference(outline.shape.buffer(-width)).simplify(SIMPLIFY_PX)
        drawn = add_outline(shapes, band, Ink(OCHRE, alpha))
        if drawn is not None:
            name_shape(drawn, f"Band: {outline.name}", f"{outline.name} is lifted out")


def _add_places(shapes: Any, scene: Scene) -> None:
    for area in scene.areas:
        drawn = add_outline(shapes, area.shape.simplify(SIMPLIFY_PX), AREA_INKS[area.style])
        if drawn is not None:
            note = area.place.note or area.place.precision.value
            name_shape(drawn, f"Area: {area.place.name}", f"{area.place.name}: {note}")
    for arrow in scene.flows:
        _add_flow(shapes, arrow)
    for callout in scene.callouts:
        leader = add_line(shapes, *callout.leader, Ink(edge=INK, width_pt=0.9))
        said = f"From the mark to the note on {callout.title}"
        name_shape(leader, f"Leader: {callout.title}", said)
    for group in scene.groups:
        _add_marks(shapes, group)
    for callout in scene.callouts:
        _add_callout(shapes, callout)
    for label in scene.labels:
        _add_label(shapes, label)


def _add_marks(shapes: Any, group: MarkGroup) -> None:
    for numbered, x, y in group.marks:
        event = numbered.event
        mark = add_mark(shapes, event.type, event.status, at=(x, y), half=MARK_PX / 2)
        name = f"Event {numbered.number}"
        said = f"{event.type.value}, {event.status.value}, at {group.place.name}"
        name_shape(mark, name, f"{name}: {numbered.heading}. {said}")


def _add_flow(shapes: Any, arrow: FlowArrow) -> None:
    """A movement as a native line with its own arrow head: bend, recolour or redash it at will."""
    flow, path = arrow.flow, arrow.path.simplify(SIMPLIFY_PX)
    name = f"Movement {arrow.letter}"
    casing = add_outline(shapes, path, Ink(edge="#FFFFFF", width_pt=4.6))
    name_shape(casing, f"{name}: casing", "White casing of the arrow")
    line = add_outline(shapes, path, _flow_ink(flow.kind, flow.status, is_headed=arrow.is_headed))
    cut = "" if arrow.is_headed else ". Its end lies outside the map"
    said = f"{name}, {flow.kind.value}, {flow.status.value}: {arrow.words}{cut}"
    name_shape(line, name, said)
    if FLOW_LOOKS[flow.kind].has_core:
        inner = substring(path, 0, path.length - HEAD_PX)
        core = add_outline(shapes, inner, Ink(edge="#FFFFFF", width_pt=1.2))
        name_shape(core, f"{name}: core", "White core of a supply route")


def _flow_ink(kind: FlowKind, status: Status, *, is_headed: bool) -> Ink:
    width = 3.2 if FLOW_LOOKS[kind].has_core else 2.2
    head = HEADS[kind] if is_headed else None
    return Ink(edge=FLOW_COLOUR, width_pt=width, dash=FLOW_DASHES[status], head=head)


def _add_callout(shapes: Any, callout: CalloutText) -> None:
    left, top, right, bottom = callout.box
    frame = add_box(shapes, callout.box, Ink(SHEET, edge=RULE, width_pt=0.6))
    name_shape(frame, f"Callout: {callout.title}", f"Frame of the note on {callout.title}")
    edge = add_box(shapes, (left, top, left + 6, bottom), Ink(callout.colour))
    name_shape(edge, f"Callout edge: {callout.title}", "Colour of the event type")
    lines = [(callout.title, type_.STRONG), *((x, type_.BODY) for x in callout.lines)]
    text = add_text(shapes, lines, (left + 18, top, right - 4, bottom), rest_colour=MUTED)
    name_shape(text, f"Note: {callout.title}", f"{callout.title}: {' '.join(callout.lines)}")


def _add_label(shapes: Any, label: Label) -> None:
    if label.point:
        x, y = label.point
        ink = Ink(INK if label.is_capital else "#FFFFFF", edge=INK)
        dot = add_box(shapes, (x - 5, y - 5, x + 5, y + 5), ink, kind=MSO_SHAPE.OVAL)
        name_shape(dot, f"Town: {label.text}", f"Position of {label.text}")
    if label.is_boxed:
        paper = add_box(shapes, label.box, Ink("#FBFAF7", 0.94, RULE, 0.6))
        name_shape(paper, f"Paper: {label.text}", "Paper under a name")
    text = add_text(
        shapes, [(label.text, label.lettering)], label.box, colour=label.colour, align="center"
    )
    name_shape(text, f"Label: {label.text}", label.text)


def _add_furniture(shapes: Any, scene: Scene, *, has_title: bool) -> None:
    sheet = scene.sheet
    left, _, right, _ = sheet.map
    rim = add_box(shapes, sheet.map, Ink(edge=RULE, width_pt=0.6))
    name_shape(rim, "Map frame", "Edge of the map")
    add_handling(shapes, scene.handling, sheet)
    if not has_title:
        title = add_text(shapes, [(scene.title[0], type_.TITLE)], sheet.title)
        name_shape(title, "Title", scene.title[0])
    line = [(scene.subtitle, type_.SUBTITLE)]
    subtitle = add_text(shapes, line, sheet.subtitle, colour=MUTED)
    name_shape(subtitle, "Subtitle", scene.subtitle)
    fitted = [type_.wrap(x, type_.BODY, width=right - left, lines=1)[0] for x in scene.footer]
    lines = [(x, type_.BODY) for x in fitted]
    footer = add_text(shapes, lines, sheet.footer, colour=MUTED)
    name_shape(footer, "Sources and notes", " ".join(scene.footer))
    _add_locator(shapes, scene)
    _add_legend(shapes, scene)
    _add_scale(shapes, scene)


def add_handling(shapes: Any, mark: str, sheet: Sheet) -> None:
    """The handling mark in black bands at the top and the bottom."""
    for name, y in (("top", 0.0), ("bottom", sheet.height - BAND_PX)):
        box: Box = (0, y, sheet.width, y + BAND_PX)
        band = add_box(shapes, box, Ink("#000000"))
        name_shape(band, f"Handling band, {name}", f"Handling: {mark}")
        ink = HANDLING_INK.get(mark, "#FFFFFF")
        text = add_text(shapes, [(mark, type_.HANDLING)], box, colour=ink, align="center")
        name_shape(text, f"Handling mark, {name}", f"Handling: {mark}")


def _add_locator(shapes: Any, scene: Scene) -> None:
    left, _, right, _ = scene.furniture.locator
    if right <= left:
        return
    sea = add_box(shapes, scene.furniture.locator, Ink("#D4E0E7", edge=RULE, width_pt=0.6))
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
    said = "Legend: " + "; ".join(r.label for r in scene.legend)
    frame = add_box(shapes, scene.furniture.legend, Ink(SHEET, edge=RULE, width_pt=0.6))
    name_shape(frame, "Legend", said)
    right = scene.furniture.legend[2]
    for row, x, y in place_rows(scene.legend, scene.furniture):
        is_head = row.kind == "head"
        if not is_head:
            _add_legend_symbol(shapes, row, (x + 32, y))
        face = type_.STRONG if is_head else type_.BODY
        box: Box = (x + (14 if is_head else 58), y - 17, right - 4, y + 17)
        text = add_text(shapes, [(row.label, face)], box)
        name_shape(text, f"Legend: {row.label}", row.label)


def _add_legend_symbol(shapes: Any, row: LegendRow, at: tuple[float, float]) -> None:
    x, y = at
    if row.kind == "type":
        drawn = add_mark(shapes, EventType(row.key), Status.REPORTED, at=at, half=12)
    elif row.kind == "status":
        kind, status = EventType.PROTESTS, Status(row.key)
        drawn = add_mark(shapes, kind, status, at=at, half=12, colour=NEUTRAL)
    elif row.kind == "flow":
        ink = _flow_ink(*flow_of_row(row), is_headed=True)
        drawn = add_line(shapes, (x - 24, y), (x + 22, y), ink)
    elif row.kind == "border" or row.key == "line":
        ink = LINE_INKS[row.key] if row.kind == "border" else AREA_INKS["line"]
        drawn = add_line(shapes, (x - 18, y), (x + 18, y), ink)
    else:
        drawn = add_box(shapes, (x - 16, y - 10, x + 16, y + 10), AREA_INKS[row.key])
    name_shape(drawn, f"Legend symbol: {row.label}", f"Symbol for {row.label}")


def _add_scale(shapes: Any, scene: Scene) -> None:
    left, _, _, bottom = scene.furniture.scale
    paper = add_box(shapes, scene.furniture.scale, Ink("#FBFAF7", 0.85))
    name_shape(paper, "Scale: paper", "Paper under north arrow and scale bar")
    x, y = left + NORTH_PX + 8, bottom - 14
    bar = add_line(shapes, (x, y), (x + scene.scale_px, y), Ink(edge=INK, width_pt=1.6))
    name_shape(bar, "Scale bar", f"{scene.scale_km} kilometres")
    box: Box = (x - 8, y - 40, x + scene.scale_px + 8, y - 4)
    text = add_text(shapes, [(scene.scale_words, type_.BODY)], box, align="center")
    name_shape(text, "Scale", scene.scale_words)
    middle = left + NORTH_PX / 2
    arrow: Box = (middle - 8, bottom - 58, middle + 8, bottom - 30)
    north = add_box(shapes, arrow, Ink(INK), kind=MSO_SHAPE.UP_ARROW)
    name_shape(north, "North arrow", "North is up at the middle of the map")
    under: Box = (middle - 22, bottom - 32, middle + 22, bottom - 2)
    letter = add_text(shapes, [("N", type_.STRONG)], under, align="center")
    name_shape(letter, "North", "North")
