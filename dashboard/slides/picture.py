"""A scene drawn as a picture: PNG, SVG or PDF, the same bytes for the same scene."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

import matplotlib as mpl
import numpy as np
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyArrow, PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke

from dashboard.model import EventType, Status
from dashboard.settings import TYPE_COLOURS
from dashboard.slides import lettering as type_
from dashboard.slides.frame import HEIGHT, WIDTH
from dashboard.slides.scene import MAP_BOX, MARK_PX, Scene
from dashboard.slides.symbols import OUTLINES, left_half, scaled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.lettering import Lettering
    from dashboard.slides.placement import Box
    from dashboard.slides.scene import CalloutText, Label, LegendRow

PictureFormat = Literal["png", "svg", "pdf"]

PAPER, SHEET, SEA, LAND, VEIL = "#FBFAF7", "#FFFEFC", "#D4E0E7", "#F5F2EB", "#E2DED6"
INK, MUTED, RULE, BRICK, OCHRE = "#1F1B18", "#5B534B", "#8A8178", "#B3392B", "#B8893B"
RIVER, LAKE, LAKE_EDGE, BORDER, CONTROL = "#9DBCCF", "#C6D9E5", "#9DBCCF", "#5D544C", "#A4402F"
INCHES = (WIDTH / 144, HEIGHT / 144)
LINE_STYLES: dict[str, tuple[str, float, object]] = {
    "river": (RIVER, 0.8, "-"),
    "province": ("#8A7F74", 0.5, (0, (5, 3))),
    "international": (BORDER, 1.1, "-"),
    "indefinite": (BORDER, 1.1, (0, (7, 3))),
    "disputed": (CONTROL, 1.2, (0, (4, 2.4))),
    "control": (CONTROL, 1.6, (0, (0.1, 2))),
}
OTHER_LINE: tuple[str, float, object] = (BORDER, 0.6, (0, (3, 3)))
AREA_STYLES: dict[str, dict[str, object]] = {
    "country": {"fc": "#EBC97D2E", "ec": "none", "zorder": 1.8},
    "vague": {
        "fc": "none",
        "ec": "#7A5A3A",
        "hatch": "/",
        "hatchcolor": "#7A5A3A55",
        "lw": 1.1,
        "ls": (0, (1.5, 2)),
        "zorder": 3,
    },
    "province": {"fc": "#B3392B14", "ec": CONTROL, "lw": 1.1, "zorder": 3},
    "region": {
        "fc": "#B3392B14",
        "ec": CONTROL,
        "hatch": "//",
        "hatchcolor": "#A4402F80",
        "lw": 1.0,
        "zorder": 3,
    },
}
TLP_COLOURS = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
}


def draw_picture(
    scene: Scene,
    *,
    file_format: PictureFormat = "png",
    width: int = WIDTH,
    relief: np.ndarray | None = None,
) -> bytes:
    """
    Return the bytes of the picture, `width` pixels wide; type grows with it.

    `relief` is an RGB array (uint8) that fills the map's box, or `None` for plain land.
    """
    rc = {
        "svg.hashsalt": "briefing-map",
        "svg.fonttype": "path",
        "hatch.linewidth": 0.7,
        "pdf.fonttype": 42,
    }
    with mpl.rc_context(rc):
        figure = Figure(figsize=INCHES, facecolor=PAPER)
        FigureCanvasAgg(figure)
        sheet = figure.add_axes((0, 0, 1, 1))
        sheet.set(xlim=(0, WIDTH), ylim=(HEIGHT, 0), xticks=[], yticks=[])
        sheet.set_axis_off()
        _draw_ground(sheet, scene, relief)
        _draw_places(sheet, scene)
        _draw_furniture(sheet, scene)
        out = io.BytesIO()
        metadata = (
            {"Software": None}
            if file_format == "png"
            else {"Date": None}
            if file_format == "svg"
            else {"CreationDate": None}
        )
        figure.savefig(out, format=file_format, dpi=width / INCHES[0], metadata=metadata)
    return out.getvalue()


def draw_relief_base(scene: Scene, *, width: int, relief: np.ndarray | None) -> bytes:
    """The relief and the water alone, as the one picture that a PowerPoint slide carries."""
    left, top, right, bottom = MAP_BOX
    figure = Figure(figsize=((right - left) / 144, (bottom - top) / 144), facecolor=SEA)
    FigureCanvasAgg(figure)
    sheet = figure.add_axes((0, 0, 1, 1))
    sheet.set(xlim=(left, right), ylim=(bottom, top))
    sheet.set_axis_off()
    _draw_base(sheet, scene, relief)
    out = io.BytesIO()
    dpi = width * (right - left) / WIDTH / ((right - left) / 144)
    figure.savefig(out, format="png", dpi=dpi, metadata={"Software": None})
    return out.getvalue()


def _draw_base(sheet: Axes, scene: Scene, relief: np.ndarray | None) -> None:
    left, top, right, bottom = MAP_BOX
    sheet.add_patch(Rectangle((left, top), right - left, bottom - top, fc=SEA, ec="none", zorder=0))
    land = [_patch(o.shape, fc=LAND, ec="none", zorder=0.5) for o in scene.outlines]
    for patch in land:
        sheet.add_patch(patch)
    if relief is not None and land:
        shown = sheet.imshow(
            relief,
            extent=(left, right, bottom, top),
            zorder=0.8,
            interpolation="bilinear",
            aspect="auto",
        )
        shown.set_clip_path(
            _patch(shapely.union_all([o.shape for o in scene.outlines]), transform=sheet.transData)
        )
    for lake in scene.water:
        sheet.add_patch(_patch(lake, fc=LAKE, ec=LAKE_EDGE, lw=0.4, zorder=1.6))


def _draw_ground(sheet: Axes, scene: Scene, relief: np.ndarray | None) -> None:
    _draw_base(sheet, scene, relief)
    for outline in scene.outlines:
        if outline.is_focus:
            sheet.add_patch(_patch(outline.shape, fc="#FFFDF6", ec="none", alpha=0.35, zorder=1))
            _draw_inner_band(sheet, outline.shape)
        else:
            sheet.add_patch(_patch(outline.shape, fc=VEIL, ec="none", alpha=0.45, zorder=1))
    for line in scene.lines:
        if line.kind not in {"river", "province"}:
            _stroke(sheet, line.shape, ("white", 2.4, "-"), zorder=2.2, alpha=0.5)
    for line in scene.lines:
        style = LINE_STYLES.get(line.kind, OTHER_LINE)
        _stroke(sheet, line.shape, style, zorder=1.5 if line.kind == "river" else 2.4)


def _draw_inner_band(sheet: Axes, shape: BaseGeometry) -> None:
    for width, alpha in ((16, 0.10), (10, 0.14), (5, 0.2)):
        band = shape.difference(shape.buffer(-width))
        if not band.is_empty:
            sheet.add_patch(_patch(band, fc=OCHRE, ec="none", alpha=alpha, zorder=1.3))


def _stroke(
    sheet: Axes,
    shape: BaseGeometry,
    style: tuple[str, float, object],
    *,
    zorder: float,
    alpha: float = 1,
) -> None:
    colour, width, dash = style
    lines = [np.asarray(g.coords) for g in _line_parts(shape)]
    sheet.add_collection(
        LineCollection(
            lines,
            colors=colour,
            linewidths=width,
            linestyles=[dash],
            alpha=alpha,
            zorder=zorder,
            capstyle="round" if dash == "-" else "butt",
        ),
        autolim=False,
    )


def _draw_places(sheet: Axes, scene: Scene) -> None:
    for area in scene.areas:
        _draw_area(sheet, area.shape, area.style)
    for group in scene.groups:
        for numbered, x, y in group.marks:
            draw_mark(sheet, numbered.event.type, numbered.event.status, at=(x, y))
    for callout in scene.callouts:
        _draw_callout(sheet, callout)
    for label in scene.labels:
        _draw_label(sheet, label)


def _draw_area(sheet: Axes, shape: BaseGeometry, style: str) -> None:
    if style == "line":
        _stroke(sheet, shape, (BRICK, 4.5, "-"), zorder=3, alpha=0.55)
    else:
        sheet.add_patch(_patch(shape, **AREA_STYLES[style]))


def draw_mark(
    sheet: Axes,
    event_type: EventType,
    status: Status,
    *,
    at: tuple[float, float],
    half: float = MARK_PX / 2,
) -> None:
    """Draw one mark: shape and colour say the type, the fill says the status."""
    x, y = at
    colour = TYPE_COLOURS[event_type.value]
    outline = scaled(OUTLINES[event_type], x=x, y=y, half=half)
    sheet.add_patch(Polygon(outline, fc="white", ec="white", lw=3, joinstyle="round", zorder=6))
    edge: dict[str, object] = {"fc": "none", "ec": INK, "lw": 0.8, "zorder": 6.4}
    if status is Status.DISPUTED:
        sheet.add_patch(Polygon(left_half(outline, x=x), fc=colour, ec="none", zorder=6.2))
    elif status is Status.SPECULATED:
        sheet.add_patch(Polygon(outline, fc="white", ec=colour, lw=2.2, zorder=6.2))
        edge["lw"] = 0.5
        sheet.text(
            x,
            y,
            "?",
            ha="center",
            va="center",
            fontproperties=type_.NUMBER.properties(),
            size=12,
            color=INK,
            zorder=6.6,
        )
    elif status is Status.PLANNED:
        sheet.add_patch(Polygon(outline, fc=colour, alpha=0.25, ec="none", zorder=6.2))
        edge.update(lw=1.2, ls=(0, (2.4, 1.6)))
    elif status is Status.HYPOTHETICAL:
        sheet.add_patch(Polygon(outline, fc="white", ec=colour, hatch="//////", lw=0, zorder=6.2))
        edge.update(ls=(0, (1, 1.2)))
    else:
        sheet.add_patch(Polygon(outline, fc=colour, ec="none", zorder=6.2))
        if status is Status.CLAIMED:
            core = scaled(OUTLINES[event_type], x=x, y=y, half=half * 0.5)
            sheet.add_patch(Polygon(core, fc="white", ec="none", zorder=6.3))
    sheet.add_patch(Polygon(outline, **edge))


def _draw_callout(sheet: Axes, callout: CalloutText) -> None:
    left, top, right, bottom = callout.box
    (x0, y0), (x1, y1) = callout.leader
    sheet.add_line(Line2D([x0, x1], [y0, y1], color="white", lw=2.6, alpha=0.85, zorder=5))
    sheet.add_line(Line2D([x0, x1], [y0, y1], color=INK, lw=0.9, zorder=5.1))
    sheet.add_patch(
        Rectangle((left, top), right - left, bottom - top, fc=SHEET, ec=RULE, lw=0.6, zorder=7)
    )
    sheet.add_patch(
        Rectangle((left, top), 6, bottom - top, fc=callout.colour, ec="none", zorder=7.1)
    )
    step = (bottom - top - 8) / (len(callout.lines) + 1)
    for i, (line, face) in enumerate(
        [(callout.title, type_.STRONG), *((x, type_.BODY) for x in callout.lines)]
    ):
        _text(sheet, line, (left + 18, top + 4 + step * (i + 0.5)), face, zorder=7.2)


def _draw_label(sheet: Axes, label: Label) -> None:
    left, top, right, bottom = label.box
    if label.point:
        size = 5.5 if label.is_capital else 4.5
        sheet.add_patch(
            Circle(
                label.point, size, fc=INK if label.is_capital else "white", ec=INK, lw=0.8, zorder=4
            )
        )
    _text(
        sheet,
        label.lettering.spaced(label.text),
        ((left + right) / 2, (top + bottom) / 2),
        label.lettering,
        colour=label.colour,
        align="center",
        halo=True,
        zorder=6.8 if label.lettering is type_.NUMBER else 4.5,
    )


def _draw_furniture(sheet: Axes, scene: Scene) -> None:
    left, top, right, bottom = MAP_BOX
    sheet.add_patch(
        Rectangle((left, top), right - left, bottom - top, fc="none", ec=RULE, lw=0.6, zorder=9)
    )
    _draw_handling(sheet, scene.handling)
    sheet.add_patch(Rectangle((left, 44), 56, 6, fc=BRICK, ec="none"))
    _text(sheet, scene.title[0], (left, 84), type_.TITLE)
    _text(sheet, scene.subtitle, (left, 132), type_.SUBTITLE, colour=MUTED)
    for i, line in enumerate(scene.footer):
        _text(
            sheet,
            type_.wrap(line, type_.BODY, width=right - left, lines=1)[0],
            (left, 966 + i * 30),
            type_.BODY,
            colour=MUTED,
        )
    _draw_locator(sheet, scene)
    _draw_legend(sheet, scene)
    _draw_scale(sheet, scene)
    _draw_north(sheet)


def _draw_handling(sheet: Axes, mark: str) -> None:
    colour = TLP_COLOURS.get(mark, "white")
    for y in (0, HEIGHT - 34):
        sheet.add_patch(Rectangle((0, y), WIDTH, 34, fc="black", ec="none", zorder=10))
        _text(
            sheet,
            mark,
            (WIDTH / 2, y + 17),
            type_.HANDLING,
            colour=colour,
            align="center",
            zorder=11,
        )


def _draw_locator(sheet: Axes, scene: Scene) -> None:
    left, top, right, bottom = scene.locator_box
    sheet.add_patch(Rectangle((left, top), right - left, bottom - top, fc=SEA, ec="none", zorder=8))
    for land in scene.locator:
        sheet.add_patch(_patch(land, fc="#E9E4D9", ec="white", lw=0.3, zorder=8.1))
    for part in shapely.get_parts(scene.locator_frame):
        if part.geom_type == "Polygon":
            sheet.add_patch(_patch(part, fc=(0.7, 0.22, 0.17, 0.15), ec=BRICK, lw=1.2, zorder=8.3))
    sheet.add_patch(
        Rectangle((left, top), right - left, bottom - top, fc="none", ec=RULE, lw=0.6, zorder=8.4)
    )


def _draw_legend(sheet: Axes, scene: Scene) -> None:
    if not scene.legend:
        return
    left, top, right, bottom = scene.legend_box
    sheet.add_patch(
        Rectangle((left, top), right - left, bottom - top, fc=SHEET, ec=RULE, lw=0.6, zorder=8)
    )
    step = (bottom - top - 24) / len(scene.legend)
    for i, row in enumerate(scene.legend):
        y = top + 12 + step * (i + 0.5)
        _draw_legend_symbol(sheet, row, (left + 32, y))
        _text(sheet, row.label, (left + 58, y), type_.BODY, zorder=8.6)


def _draw_legend_symbol(sheet: Axes, row: LegendRow, at: tuple[float, float]) -> None:
    x, y = at
    swatch = shapely.box(x - 16, y - 10, x + 16, y + 10)
    line = shapely.LineString([(x - 18, y), (x + 18, y)])
    if row.kind == "type":
        _raise(sheet, lambda: draw_mark(sheet, EventType(row.key), Status.REPORTED, at=at, half=12))
    elif row.kind == "status":
        _raise(sheet, lambda: draw_mark(sheet, EventType.PROTESTS, Status(row.key), at=at, half=12))
    elif row.kind == "border":
        _stroke(sheet, line, LINE_STYLES[row.key], zorder=8.5)
    else:
        _raise(sheet, lambda: _draw_area(sheet, line if row.key == "line" else swatch, row.key))


def _raise(sheet: Axes, draw: object) -> None:
    """Draw on top of the legend's sheet what is drawn lower on the map."""
    before = set(sheet.get_children())
    draw()  # type: ignore[operator] # a closure without arguments
    for artist in set(sheet.get_children()) - before:
        artist.set_zorder(artist.get_zorder() / 10 + 8)


def _draw_scale(sheet: Axes, scene: Scene) -> None:
    left, _, _, bottom = MAP_BOX
    x, y = left + 28, bottom - 28
    about = "" if scene.frame.projection.scale_is_true else " at the middle"
    sheet.add_patch(
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
    _text(
        sheet,
        f"{scene.scale_km:,} km{about}",
        (x + scene.scale_px / 2, y - 20),
        type_.BODY,
        align="center",
        zorder=8.3,
    )


def _draw_north(sheet: Axes) -> None:
    x, y = MAP_BOX[2] - 38, MAP_BOX[1] + 70
    sheet.add_patch(
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
    _text(sheet, "N", (x, y + 16), type_.STRONG, align="center", halo=True, zorder=8.3)


def _text(
    sheet: Axes,
    words: str,
    at: tuple[float, float],
    face: Lettering,
    *,
    colour: str = INK,
    align: str = "left",
    halo: bool = False,
    zorder: float = 9,
) -> None:
    shown = sheet.text(
        *at,
        words,
        fontproperties=face.properties(),
        color=colour,
        ha=align,
        va="center_baseline",
        zorder=zorder,
        parse_math=False,
    )
    if halo:
        shown.set_path_effects([withStroke(linewidth=2.6, foreground="#F8F5EE", alpha=0.92)])


def _patch(shape: BaseGeometry, **style: object) -> PathPatch:
    vertices, codes = [], []
    for polygon in _polygon_parts(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.asarray(ring.coords)
            vertices.append(points)
            code = np.full(len(points), Outline.LINETO, dtype=np.uint8)
            code[0], code[-1] = Outline.MOVETO, Outline.CLOSEPOLY
            codes.append(code)
    if not vertices:
        return PathPatch(Outline(np.empty((0, 2))), **style)
    return PathPatch(Outline(np.concatenate(vertices), np.concatenate(codes)), **style)


def _polygon_parts(shape: BaseGeometry) -> Iterable[shapely.Polygon]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            yield part
        elif part.geom_type in {"MultiPolygon", "GeometryCollection"}:
            yield from _polygon_parts(part)


def _line_parts(shape: BaseGeometry) -> Iterable[shapely.LineString]:
    for part in shapely.get_parts(shape):
        if part.geom_type in {"LineString", "LinearRing"} and not part.is_empty:
            yield part
        elif part.geom_type == "Polygon":
            yield part.exterior
        elif part.geom_type in {"MultiLineString", "GeometryCollection", "MultiPolygon"}:
            yield from _line_parts(part)
