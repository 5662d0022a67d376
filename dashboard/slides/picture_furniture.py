"""Title, legend, scale, locator, north arrow, footer and handling mark of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrow, Rectangle

from dashboard.model import EventType, Precision, Status
from dashboard.slides import lettering as type_
from dashboard.slides.canvas import (
    BRICK,
    INK,
    LINE_STYLES,
    MUTED,
    PAPER,
    RULE,
    SEA,
    SHEET,
    Setting,
    patch_of,
    stroke,
    write,
)
from dashboard.slides.captions import flow_of_row
from dashboard.slides.furniture import NORTH_PX, place_rows
from dashboard.slides.picture_places import draw_area, draw_flow, draw_mark
from dashboard.slides.sheet import BAND_PX, FOOTER_STEP_PX
from dashboard.slides.symbols import NEUTRAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from dashboard.slides.scene import LegendRow, Scene

TLP_COLOURS = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
}


def draw_furniture(sheet: Axes, scene: Scene) -> None:
    """Draw what stands around and over the map, the handling mark first."""
    left, top, right, bottom = scene.sheet.map
    sheet.add_artist(
        Rectangle((left, top), right - left, bottom - top, fc="none", ec=RULE, lw=0.6, zorder=9)
    )
    _draw_handling(sheet, scene)
    x, y, _, low = scene.sheet.title
    sheet.add_artist(Rectangle((x, y - 10), 56, 6, fc=BRICK, ec="none"))
    write(sheet, scene.title[0], (x, (y + low) / 2), type_.TITLE)
    under = (scene.sheet.subtitle[1] + scene.sheet.subtitle[3]) / 2
    write(sheet, scene.subtitle, (left, under), type_.SUBTITLE, setting=Setting(colour=MUTED))
    quiet = Setting(colour=MUTED)
    for i, line in enumerate(scene.footer_lines):
        at = (left, bottom + 22 + i * FOOTER_STEP_PX)
        write(sheet, line, at, type_.BODY, setting=quiet)
    _draw_locator(sheet, scene)
    _draw_legend(sheet, scene)
    _draw_scale(sheet, scene)


def _draw_handling(sheet: Axes, scene: Scene) -> None:
    colour = TLP_COLOURS.get(scene.handling, "white")
    width = scene.sheet.width
    for y in (0, scene.sheet.height - BAND_PX):
        sheet.add_artist(Rectangle((0, y), width, BAND_PX, fc="black", ec="none", zorder=10))
        write(
            sheet,
            scene.handling,
            (width / 2, y + BAND_PX / 2),
            type_.HANDLING,
            setting=Setting(colour=colour, align="center", zorder=11),
        )


def _draw_locator(sheet: Axes, scene: Scene) -> None:
    left, top, right, bottom = scene.furniture.locator
    if right <= left:
        return
    sheet.add_artist(
        Rectangle((left, top), right - left, bottom - top, fc=SEA, ec="none", zorder=8)
    )
    for land in scene.locator:
        sheet.add_artist(patch_of(land, fc="#E9E4D9", ec="white", lw=0.3, zorder=8.1))
    for part in shapely.get_parts(scene.locator_frame):
        if part.geom_type == "Polygon":
            sheet.add_artist(
                patch_of(part, fc=(0.7, 0.22, 0.17, 0.15), ec=BRICK, lw=1.2, zorder=8.3)
            )
    sheet.add_artist(
        Rectangle((left, top), right - left, bottom - top, fc="none", ec=RULE, lw=0.6, zorder=8.4)
    )


def _draw_legend(sheet: Axes, scene: Scene) -> None:
    if not scene.legend:
        return
    left, top, right, bottom = scene.furniture.legend
    sheet.add_artist(
        Rectangle((left, top), right - left, bottom - top, fc=SHEET, ec=RULE, lw=0.6, zorder=8)
    )
    for row, x, y in place_rows(scene.legend, scene.furniture):
        is_head = row.kind == "head"
        if row.kind not in {"head", "list"}:
            _draw_legend_symbol(sheet, row, (x + 32, y))
        face = type_.STRONG if is_head else type_.BODY
        write(sheet, row.label, (x + (14 if is_head else 58), y), face, setting=Setting(zorder=8.6))


def _draw_legend_symbol(sheet: Axes, row: LegendRow, at: tuple[float, float]) -> None:
    x, y = at
    swatch = shapely.box(x - 16, y - 10, x + 16, y + 10)
    line = shapely.LineString([(x - 18, y), (x + 18, y)])
    way = shapely.LineString([(x - 24, y), (x + 22, y)])
    if row.kind == "type":
        _raise(sheet, lambda: draw_mark(sheet, EventType(row.key), Status.REPORTED, at=at, half=12))
    elif row.kind == "status":
        mark, fill = EventType.PROTESTS, Status(row.key)
        _raise(sheet, lambda: draw_mark(sheet, mark, fill, at=at, half=12, colour=NEUTRAL))
    elif row.kind == "form":
        _raise(sheet, lambda: _draw_form(sheet, Precision(row.key), at))
    elif row.kind == "flow":
        kind, status = flow_of_row(row)
        _raise(sheet, lambda: draw_flow(sheet, kind, status, way, is_headed=True, head_px=15))
    elif row.kind == "tint":
        sheet.add_artist(patch_of(swatch, fc=row.key, ec=RULE, lw=0.5, zorder=8.5))
    elif row.kind == "border":
        stroke(sheet, line, LINE_STYLES[row.key], zorder=8.5)
    else:
        _raise(sheet, lambda: draw_area(sheet, line if row.key == "line" else swatch, row.key))


def _draw_form(sheet: Axes, form: Precision, at: tuple[float, float]) -> None:
    if form is Precision.CITY_AREA:
        draw_area(sheet, shapely.Point(at).buffer(14), "town")
    draw_mark(sheet, EventType.PROTESTS, Status.REPORTED, at=at, half=7, colour=NEUTRAL)


def _raise(sheet: Axes, draw: Callable[[], None]) -> None:
    """Draw on top of the legend's sheet what is drawn lower on the map."""
    before = set(sheet.get_children())
    draw()
    for artist in set(sheet.get_children()) - before:
        artist.set_zorder(artist.get_zorder() / 10 + 8)


def _draw_scale(sheet: Axes, scene: Scene) -> None:
    left, top, right, bottom = scene.furniture.scale
    # `Any`: matplotlib types its style keywords one by one.
    paper: dict[str, Any] = {"fc": PAPER, "ec": "none", "alpha": 0.85, "zorder": 8}
    sheet.add_artist(Rectangle((left, top), right - left, bottom - top, **paper))
    _draw_north(sheet, (left + NORTH_PX / 2, bottom))
    x, y = left + NORTH_PX + 8, bottom - 14
    corners = [x, x, x + scene.scale_px, x + scene.scale_px], [y - 8, y, y, y - 8]
    sheet.add_line(Line2D(*corners, color=INK, lw=1.4, zorder=8.2))
    middle = Setting(align="center", zorder=8.3)
    write(sheet, scene.scale_words, ((x + right - 14) / 2, y - 22), type_.BODY, setting=middle)


def _draw_north(sheet: Axes, foot: tuple[float, float]) -> None:
    x, y = foot
    arrow = FancyArrow(
        x, y - 30, 0, -26, width=2.4, head_width=15, head_length=16,
        length_includes_head=True, fc=INK, ec="white", lw=0.6, zorder=8.2,
    )  # fmt: skip
    sheet.add_artist(arrow)
    write(sheet, "N", (x, y - 16), type_.STRONG, setting=Setting(align="center", zorder=8.3))
