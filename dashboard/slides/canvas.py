"""The pen of the pictures: outlines, lines and type on a matplotlib sheet in sheet pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke

from dashboard.slides.faces import drawable
from dashboard.slides.lettering import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.lettering import Lettering

PAPER, SHEET, SEA, LAND, VEIL = "#FBFAF7", "#FFFEFC", "#D4E0E7", "#F5F2EB", "#E2DED6"
INK, MUTED, RULE, BRICK, OCHRE = "#1F1B18", "#5B534B", "#8A8178", "#B3392B", "#B8893B"
RIVER, LAKE, LAKE_EDGE, BORDER, CONTROL = "#9DBCCF", "#C6D9E5", "#9DBCCF", "#5D544C", "#A4402F"
COAST = "#8DA2AE"
LINE_STYLES: dict[str, tuple[str, float, object]] = {
    "river": (RIVER, 0.8, "-"),
    "province": ("#8A7F74", 0.5, (0, (5, 3))),
    "international": (BORDER, 1.1, "-"),
    "indefinite": (BORDER, 1.1, (0, (7, 3))),
    "disputed": (CONTROL, 1.2, (0, (4, 2.4))),
    "control": (CONTROL, 1.6, (0, (0.1, 2))),
}
OTHER_LINE: tuple[str, float, object] = (BORDER, 0.6, (0, (3, 3)))


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line of type stands on the sheet."""

    colour: str = INK
    align: str = "left"
    halo: bool = False
    zorder: float = 9


PLAIN = Setting()


def stroke(
    sheet: Axes,
    shape: BaseGeometry,
    style: tuple[str, float, object],
    *,
    zorder: float,
    alpha: float = 1,
) -> None:
    """Draw the lines of a geometry: `style` is colour, width in points and dashes."""
    colour, width, dash = style
    lines = [np.asarray(g.coords) for g in line_parts(shape)]
    sheet.add_collection(
        LineCollection(
            lines,
            colors=colour,
            linewidths=width,
            linestyles=[dash],
            alpha=alpha,
            zorder=zorder,
            capstyle="round" if dash == "-" or _is_dotted(dash) else "butt",
        ),
        autolim=False,
    )


def _is_dotted(dash: object) -> bool:
    """Dots are dashes of no length: only round ends make them seen."""
    return isinstance(dash, tuple) and dash[1][0] < 1


def patch_of(shape: BaseGeometry, **style: object) -> PathPatch:
    """Return the polygons of a geometry as one patch, holes left open."""
    vertices, codes = [], []
    for polygon in polygon_parts(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.asarray(ring.coords)
            vertices.append(points)
            code = np.full(len(points), Outline.LINETO, dtype=np.uint8)
            code[0], code[-1] = Outline.MOVETO, Outline.CLOSEPOLY
            codes.append(code)
    if not vertices:
        return PathPatch(Outline(np.empty((0, 2))), **style)
    return PathPatch(Outline(np.concatenate(vertices), np.concatenate(codes)), **style)


def line_parts(shape: BaseGeometry) -> Iterable[shapely.LineString]:
    """Yield the lines of a geometry; a polygon gives its outer edge."""
    for part in shapely.get_parts(shape):
        if part.geom_type in {"LineString", "LinearRing"} and not part.is_empty:
            yield part
        elif part.geom_type == "Polygon":
            yield part.exterior
        elif part.geom_type in {"MultiLineString", "GeometryCollection", "MultiPolygon"}:
            yield from line_parts(part)


def polygon_parts(shape: BaseGeometry) -> Iterable[shapely.Polygon]:
    """Yield the polygons of a geometry, however deep they are nested."""
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            yield part
        elif part.geom_type in {"MultiPolygon", "GeometryCollection"}:
            yield from polygon_parts(part)


def write(
    sheet: Axes, words: str, at: tuple[float, float], face: Lettering, *, setting: Setting = PLAIN
) -> None:
    """Set one line of type, vertically centred at `at`."""
    words = drawable(printable(words))
    shown = sheet.text(
        *at,
        words,
        fontproperties=face.properties(words),
        color=setting.colour,
        ha=setting.align,
        va="center_baseline",
        zorder=setting.zorder,
        parse_math=False,
    )
    if setting.halo:
        shown.set_path_effects([withStroke(linewidth=2.6, foreground="#F8F5EE", alpha=0.92)])
