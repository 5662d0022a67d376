"""A scene drawn as a picture: PNG, SVG or PDF, the same bytes for the same scene."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any, Literal

import matplotlib as mpl
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from dashboard.slides.canvas import (
    COAST,
    LAKE,
    LAKE_EDGE,
    LAND,
    LINE_STYLES,
    OCHRE,
    OTHER_LINE,
    PAPER,
    SEA,
    VEIL,
    patch_of,
    stroke,
)
from dashboard.slides.ground import TINT_ALPHA, inner_bands
from dashboard.slides.picture_furniture import draw_furniture
from dashboard.slides.picture_places import draw_places
from dashboard.slides.sheet import SHEET

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.placement import Box
    from dashboard.slides.scene import Scene


PictureFormat = Literal["png", "svg", "pdf"]

# `Any`: matplotlib types its settings by a list of three hundred names.
STYLE: Any = {
    "svg.hashsalt": "briefing-map",
    "svg.fonttype": "path",
    "hatch.linewidth": 0.7,
    "pdf.fonttype": 42,
    # Hinted letters would be wider at one size of picture than at another.
    "text.hinting": "none",
}
# A third of the time of the default for a tenth more bytes.
FAST_PNG: dict[str, Any] = {"pil_kwargs": {"compress_level": 3}}
PX_AN_INCH = 144


def draw_picture(
    scene: Scene,
    *,
    file_format: PictureFormat = "png",
    width: int = SHEET.width,
    relief: np.ndarray | None = None,
) -> bytes:
    """
    Return the bytes of the picture, `width` pixels wide; type grows with it.

    `relief` is an RGB array (uint8) that fills the map's box, or `None` for plain land.
    """
    with mpl.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        across, down = scene.sheet.width, scene.sheet.height
        figure = Figure(figsize=(across / PX_AN_INCH, down / PX_AN_INCH), facecolor=PAPER)
        FigureCanvasAgg(figure)
        sheet = figure.add_axes((0, 0, 1, 1))
        sheet.set(xlim=(0, across), ylim=(down, 0), xticks=[], yticks=[])
        sheet.set_axis_off()
        _draw_ground(sheet, scene, relief)
        draw_places(sheet, scene)
        draw_furniture(sheet, scene)
        out = io.BytesIO()
        figure.savefig(
            out,
            format=file_format,
            dpi=width / across * PX_AN_INCH,
            metadata=_metadata(scene, file_format),
            **(FAST_PNG if file_format == "png" else {}),
        )
    return out.getvalue()


def _metadata(scene: Scene, file_format: PictureFormat) -> dict[str, str | None]:
    """What the picture shows, in words; nothing of the clock or the machine goes into the file."""
    title, words = scene.title[0], scene.description
    match file_format:
        case "png":
            return {"Software": None, "Title": title, "Description": words}
        case "svg":
            return {"Date": None, "Title": title, "Description": words}
        case "pdf":
            return {"CreationDate": None, "Title": title, "Subject": words}


def draw_relief_base(scene: Scene, *, width: int, relief: np.ndarray | None) -> bytes:
    """The relief and the water alone, as the one picture that a PowerPoint slide carries."""
    left, top, right, bottom = scene.frame.box
    size = ((right - left) / PX_AN_INCH, (bottom - top) / PX_AN_INCH)
    figure = Figure(figsize=size, facecolor=SEA)
    FigureCanvasAgg(figure)
    sheet = figure.add_axes((0, 0, 1, 1))
    sheet.set(xlim=(left, right), ylim=(bottom, top))
    sheet.set_axis_off()
    _draw_base(sheet, scene, relief)
    out = io.BytesIO()
    dpi = width / scene.sheet.width * PX_AN_INCH
    figure.savefig(out, format="png", dpi=dpi, metadata={"Software": None}, **FAST_PNG)
    return out.getvalue()


def _draw_base(sheet: Axes, scene: Scene, relief: np.ndarray | None) -> None:
    left, top, right, bottom = scene.frame.box
    sheet.add_artist(
        Rectangle((left, top), right - left, bottom - top, fc=SEA, ec="none", zorder=0)
    )
    land = [patch_of(o.shape, fc=LAND, ec="none", zorder=0.5) for o in scene.outlines]
    for patch in land:
        sheet.add_artist(patch)
    if relief is not None and land:
        shown = sheet.imshow(
            relief,
            extent=(left, right, bottom, top),
            zorder=0.8,
            interpolation="bilinear",
            aspect="auto",
        )
        shown.set_clip_path(
            patch_of(
                shapely.union_all([o.shape for o in scene.outlines]), transform=sheet.transData
            )
        )
    for lake in scene.water:
        sheet.add_artist(patch_of(lake, fc=LAKE, ec=LAKE_EDGE, lw=0.4, zorder=2))


def _draw_ground(sheet: Axes, scene: Scene, relief: np.ndarray | None) -> None:
    _draw_base(sheet, scene, relief)
    for outline in scene.outlines:
        fill, alpha = ("#FFFDF6", 0.35) if outline.is_focus else (VEIL, 0.45)
        fill, alpha = (outline.tint, TINT_ALPHA) if outline.tint else (fill, alpha)
        sheet.add_artist(patch_of(outline.shape, fc=fill, ec="none", alpha=alpha, zorder=1))
        if outline.is_focus:
            _draw_inner_band(sheet, outline.shape, scene.frame.box)
        stroke(sheet, outline.shape, (COAST, 0.6, "-"), zorder=2.1)
    for province in scene.provinces:
        ink = {"fc": province.colour, "ec": "none", "alpha": TINT_ALPHA}
        sheet.add_artist(patch_of(province.shape, **ink, zorder=1.4))
    for line in scene.lines:
        if line.kind not in {"river", "province"}:
            stroke(sheet, line.shape, ("white", 2.4, "-"), zorder=2.2, alpha=0.5)
    for line in scene.lines:
        style = LINE_STYLES.get(line.kind, OTHER_LINE)
        stroke(sheet, line.shape, style, zorder=1.5 if line.kind == "river" else 2.4)


def _draw_inner_band(sheet: Axes, shape: BaseGeometry, box: Box) -> None:
    for band, alpha in inner_bands(shape, box):
        sheet.add_artist(patch_of(band, fc=OCHRE, ec="none", alpha=alpha, zorder=1.9))
