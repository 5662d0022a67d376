"""Words, legend, locator, scale and handling mark of a native map slide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from pptx.enum.shapes import MSO_SHAPE

from dashboard.model import EventType, Precision, Status
from dashboard.slides import lettering as type_
from dashboard.slides.captions import flow_of_row
from dashboard.slides.furniture import NORTH_PX, place_rows
from dashboard.slides.inks import AREA_INKS, HANDLING_INK, LINE_INKS, flow_ink
from dashboard.slides.native import (
    INK,
    Ink,
    add_box,
    add_line,
    add_outline,
    name_shape,
)
from dashboard.slides.native_marks import add_mark
from dashboard.slides.native_text import TextStyle, add_text
from dashboard.slides.sheet import BAND_PX, FOOTER_STEP_PX
from dashboard.slides.symbols import NEUTRAL

if TYPE_CHECKING:
    from dashboard.slides.placement import Box
    from dashboard.slides.scene import LegendRow, Scene
    from dashboard.slides.sheet import Sheet

# python-pptx ships no types for its shape trees, so `shapes` passes as `Any`.
RULE, BRICK, SHEET = "#8A8178", "#B3392B", "#FFFEFC"
CENTRED = TextStyle(align="center")


def add_furniture(shapes: Any, scene: Scene, *, has_title: bool) -> None:
    """Draw what stands around and over the map: words, locator, legend, scale, handling mark."""
    sheet = scene.sheet
    rim = add_box(shapes, sheet.map, Ink(edge=RULE, width_pt=0.6))
    name_shape(rim, "Map frame", scene.description)
    add_handling(shapes, scene.handling, sheet)
    if not has_title:
        title = add_text(shapes, [(scene.title[0], type_.TITLE)], sheet.title, TextStyle(sheet.ink))
        name_shape(title, "Title", scene.title[0])
    line = [(scene.subtitle, type_.SUBTITLE)]
    subtitle = add_text(shapes, line, sheet.subtitle, TextStyle(sheet.quiet))
    name_shape(subtitle, "Subtitle", scene.subtitle)
    lines = [(x, type_.BODY) for x in scene.footer_lines]
    style = TextStyle(sheet.quiet, line_px=FOOTER_STEP_PX)
    footer = add_text(shapes, lines, sheet.footer, style)
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
        style = TextStyle(ink, align="center")
        text = add_text(shapes, [(mark, type_.HANDLING)], box, style)
        name_shape(text, f"Handling mark, {name}", f"Handling: {mark}")


def _add_locator(shapes: Any, scene: Scene) -> None:
    left, _, right, _ = scene.furniture.locator
    if right <= left:
        return
    sea = add_box(shapes, scene.furniture.locator, Ink("#D4E0E7"))
    name_shape(sea, "Locator", "Small map of where the region lies")
    land = add_outline(
        shapes,
        shapely.union_all(scene.locator).simplify(0.8),
        Ink("#E9E4D9", edge="#FFFFFF", width_pt=0.25),
    )
    if land is not None:
        name_shape(land, "Locator: land", "Land around the region")
    rim = add_box(shapes, scene.furniture.locator, Ink(edge=RULE, width_pt=0.6))
    name_shape(rim, "Locator: rim", "Decorative")
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
        if row.kind not in {"head", "list"}:
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
    elif row.kind == "form":
        drawn = _add_form(shapes, Precision(row.key), at)
    elif row.kind == "flow":
        ink = flow_ink(*flow_of_row(row), is_headed=True)
        drawn = add_line(shapes, (x - 24, y), (x + 22, y), ink)
    elif row.kind == "tint":
        drawn = add_box(shapes, (x - 16, y - 10, x + 16, y + 10), Ink(row.key, edge=RULE))
    elif row.kind == "border" or row.key == "line":
        ink = LINE_INKS[row.key] if row.kind == "border" else AREA_INKS["line"]
        drawn = add_line(shapes, (x - 18, y), (x + 18, y), ink)
    else:
        drawn = add_box(shapes, (x - 16, y - 10, x + 16, y + 10), AREA_INKS[row.key])
    name_shape(drawn, f"Legend symbol: {row.label}", f"Symbol for {row.label}")


def _add_form(shapes: Any, form: Precision, at: tuple[float, float]) -> Any:
    x, y = at
    if form is Precision.CITY_AREA:
        box: Box = (x - 14, y - 14, x + 14, y + 14)
        disc = add_box(shapes, box, AREA_INKS["town"], kind=MSO_SHAPE.OVAL)
        name_shape(disc, "Legend symbol: disc", "Disc under a mark")
    return add_mark(shapes, EventType.PROTESTS, Status.REPORTED, at=at, half=7, colour=NEUTRAL)


def _add_scale(shapes: Any, scene: Scene) -> None:
    left, _, right, bottom = scene.furniture.scale
    paper = add_box(shapes, scene.furniture.scale, Ink("#FBFAF7", 0.85))
    name_shape(paper, "Scale: paper", "Paper under north arrow and scale bar")
    x, y = left + NORTH_PX + 8, bottom - 14
    bar = add_line(shapes, (x, y), (x + scene.scale_px, y), Ink(edge=INK, width_pt=1.6))
    name_shape(bar, "Scale bar", f"{scene.scale_km} kilometres")
    box: Box = (x - 8, y - 40, right - 6, y - 4)
    text = add_text(shapes, [(scene.scale_words, type_.BODY)], box, CENTRED)
    name_shape(text, "Scale", scene.scale_words)
    middle = left + NORTH_PX / 2
    arrow: Box = (middle - 8, bottom - 58, middle + 8, bottom - 30)
    north = add_box(shapes, arrow, Ink(INK), kind=MSO_SHAPE.UP_ARROW)
    name_shape(north, "North arrow", "North is up at the middle of the map")
    under: Box = (middle - 22, bottom - 32, middle + 22, bottom - 2)
    letter = add_text(shapes, [("N", type_.STRONG)], under, CENTRED)
    name_shape(letter, "North", "North")
