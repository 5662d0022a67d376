"""Title, legend, scale, locator, north arrow, footer and handling mark of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrow, Rectangle

from dashboard.model import EventType, Status
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
from dashboard.slides.frame import HEIGHT, WIDTH
from dashboard.slides.picture_places import draw_area, draw_mark
from dashboard.slides.scene import MAP_BOX, NORTH

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
    left, top, right, bottom = MAP_BOX
    sheet.add_artist(
        Rectangle((left, top), right - left, bottom - top, fc="none", ec=RULE, lw=0.6, zorder=9)
    )
    _draw_handling(sheet, scene.handling)
    sheet.add_artist(Rectangle((left, 44), 56, 6, fc=BRICK, ec="none"))
    write(sheet, scene.title[0], (left, 84), type_.TITLE)
    write(sheet, scene.subtitle, (left, 132), type_.SUBTITLE, setting=Setting(colour=MUTED))
    for i, line in enumerate(scene.footer):
        write(
            sheet,
            type_.wrap(line, type_.BODY, width=right - left, lines=1)[0],
            (left, 966 + i * 30),
            type_.BODY,
            setting=Setting(colour=MUTED),
        )
    _draw_locator(sheet, scene)
    _draw_legend(sheet, scene)
    _draw_scale(sheet, scene)
    _draw_north(sheet)


def _draw_handling(sheet: Axes, mark: str) -> None:
    colour = TLP_COLOURS.get(mark, "white")
    for y in (0, HEIGHT - 34):
        sheet.add_artist(Rectangle((0, y), WIDTH, 34, fc="black", ec="none", zorder=10))
        write(
            sheet,
            mark,
            (WIDTH / 2, y + 17),
            type_.HANDLING,
            setting=Setting(colour=colour, align="center", zorder=11),
        )


def _draw_locator(sheet: Axes, scene: Scene) -> None:
    left, top, right, bottom = scene.locator_box
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
    left, top, right, bottom = scene.legend_box
    sheet.add_artist(
        Rectangle((left, top), right - left, bottom - top, fc=SHEET, ec=RULE, lw=0.6, zorder=8)
    )
    step = (bottom - top - 24) / len(scene.legend)
    for i, row in enumerate(scene.legend):
        y = top + 12 + step * (i + 0.5)
        _draw_legend_symbol(sheet, row, (left + 32, y))
        write(sheet, row.label, (left + 58, y), type_.BODY, setting=Setting(zorder=8.6))


def _draw_legend_symbol(sheet: Axes, row: LegendRow, at: tuple[float, float]) -> None:
    x, y = at
    swatch = shapely.box(x - 16, y - 10, x + 16, y + 10)
    line = shapely.LineString([(x - 18, y), (x + 18, y)])
    if row.kind == "type":
        _raise(sheet, lambda: draw_mark(sheet, EventType(row.key), Status.REPORTED, at=at, half=12))
    elif row.kind == "status":
        _raise(sheet, lambda: draw_mark(sheet, EventType.PROTESTS, Status(row.key), at=at, half=12))
    elif row.kind == "border":
        stroke(sheet, line, LINE_STYLES[row.key], zorder=8.5)
    else:
        _raise(sheet, lambda: draw_area(sheet, line if row.key == "line" else swatch, row.key))


def _raise(sheet: Axes, draw: Callable[[], None]) -> None:
    """Draw on top of the legend's sheet what is drawn lower on the map."""
    before = set(sheet.get_children())
    draw()
    for artist in set(sheet.get_children()) - before:
        artist.set_zorder(artist.get_zorder() / 10 + 8)


def _draw_scale(sheet: Axes, scene: Scene) -> None:
    left, _, _, bottom = MAP_BOX
    x, y = left + 28, bottom - 28
    about = "" if scene.frame.projection.scale_is_true else " at the middle"
    sheet.add_artist(
        Rectangle(
            (left + 8, bottom - 66),
            scene.scale_px + 40,
            58,
            fc=PAPER,
            ec="none",
            alpha=0.8,
            zorder=8,
        )
    )
    sheet.add_line(
        Line2D(
            [x, x, x + scene.scale_px, x + scene.scale_px],
            [y - 8, y, y, y - 8],
            color=INK,
            lw=1.2,
            zorder=8.2,
        )
    )
    write(
        sheet,
        f"{scene.scale_km:,} km{about}",
        (x + scene.scale_px / 2, y - 20),
        type_.BODY,
        setting=Setting(align="center", zorder=8.3),
    )


def _draw_north(sheet: Axes) -> None:
    x, y = NORTH
    sheet.add_artist(
        FancyArrow(
            x,
            y,
            0,
            -44,
            width=2.4,
            head_width=16,
            head_length=18,
            length_includes_head=True,
            fc=INK,
            ec="white",
            lw=0.6,
            zorder=8.2,
        )
    )
    write(
        sheet,
        "N",
        (x, y + 16),
        type_.STRONG,
        setting=Setting(align="center", halo=True, zorder=8.3),
    )
