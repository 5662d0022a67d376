"""Native PowerPoint shapes at sheet positions: outlines, lines and boxes.

Every shape gets a name and alternative text, so that it can be found, recoloured and read aloud.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE as DASH
from pptx.enum.dml import MSO_PATTERN_TYPE as PATTERN
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.slides import lettering as type_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.placement import Box

# python-pptx ships no types for its shape trees and XML elements, so they pass here as `Any`.
EMU_PER_PX = 6350
INK = "#1F1B18"
THEME_TEXT = "theme"
"""Instead of a colour: the theme's own for text, so that a dark template has light words."""
DASHES = {
    "dash": DASH.DASH,
    "dot": DASH.ROUND_DOT,
    "long": DASH.LONG_DASH,
    "fine": DASH.SQUARE_DOT,
    "dash-dot": DASH.DASH_DOT,
}


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is filled and edged. Colours are `#RRGGBB`; `alpha` is the fill's opacity."""

    fill: str | None = None
    alpha: float = 1.0
    edge: str | None = None
    width_pt: float = 0.75
    dash: str | None = None
    hatch: str | None = None
    """The colour of a diagonal hatch over the fill."""
    edge_alpha: float = 1.0
    head: str | None = None
    """The arrow head at a line's end: `triangle`, `stealth` or `arrow`."""


def emu(px: float) -> Emu:
    """Sheet pixels as PowerPoint's units."""
    return Emu(round(px * EMU_PER_PX))


def name_shape(shape: Any, name: str, description: str) -> None:
    """Give a shape its name and its alternative text."""
    properties = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 # no public way to set `descr`
    properties.set("name", type_.printable(name)[:120])
    properties.set("descr", type_.printable(description)[:1000])


def number_names(shapes: Any) -> None:
    """Give shapes of one name numbers, so that each is found in the selection pane by its own."""
    seen: Counter[str] = Counter()
    for shape in shapes:
        seen[shape.name] += 1
        if seen[shape.name] > 1:
            shape.name = f"{shape.name} ({seen[shape.name]})"


def add_outline(shapes: Any, shape: BaseGeometry, ink: Ink) -> Any | None:
    """
    A freeform of the polygons or lines of a geometry; `None` when nothing is left to draw.

    python-pptx's own freeform builder takes time with the square of the points (a minute for a
    map), so the path is written here, inside an ordinary autoshape.
    """
    rings = [(np.asarray(r.coords)[:, :2], closed) for r, closed in _rings(shape)]
    rings = [(points, closed) for points, closed in rings if len(points) >= (4 if closed else 2)]
    if not rings:
        return None
    every = np.concatenate([points for points, _ in rings])
    (left, top), (right, bottom) = every.min(axis=0), every.max(axis=0)
    is_area = rings[0][1]
    line_only = replace(ink, fill=None, hatch=None)
    box = (left, top, max(right, left + 0.1), max(bottom, top + 0.1))
    drawn = add_box(shapes, box, ink if is_area else line_only)
    preset = drawn._element.spPr.find(qn("a:prstGeom"))  # noqa: SLF001 # see the docstring
    preset.addprevious(etree.fromstring(_path_xml(rings, box)))
    preset.getparent().remove(preset)
    return drawn


def _path_xml(rings: Sequence[tuple[np.ndarray, bool]], box: Box) -> str:
    left, top, right, bottom = box
    steps = []
    for points, closed in rings:
        at = np.rint((points - (left, top)) * EMU_PER_PX).astype(int)
        x, y = at[0]
        steps.append(f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>')
        steps += [f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in at[1:]]
        steps += ["<a:close/>"] if closed else []
    size = f'w="{emu(right - left)}" h="{emu(bottom - top)}"'
    return (
        '<a:custGeom xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}>{''.join(steps)}</a:path></a:pathLst></a:custGeom>"
    )


def add_box(shapes: Any, box: Box, ink: Ink, *, kind: Any = MSO_SHAPE.RECTANGLE) -> Any:
    """A native autoshape that fills the box."""
    left, top, right, bottom = box
    drawn = shapes.add_shape(kind, emu(left), emu(top), emu(right - left), emu(bottom - top))
    apply_ink(drawn, ink)
    return drawn


def add_line(shapes: Any, a: tuple[float, float], b: tuple[float, float], ink: Ink) -> Any:
    """A straight native connector."""
    drawn = shapes.add_connector(1, emu(a[0]), emu(a[1]), emu(b[0]), emu(b[1]))
    _drop_style(drawn)
    _edge(drawn.line, ink)
    return drawn


def apply_ink(drawn: Any, ink: Ink) -> None:
    """Fill and edge a shape; no theme style, no shadow."""
    _drop_style(drawn)
    if ink.hatch:
        drawn.fill.patterned()
        drawn.fill.pattern = PATTERN.WIDE_UPWARD_DIAGONAL
        drawn.fill.fore_color.rgb = rgb(ink.hatch)
        drawn.fill.back_color.rgb = rgb(ink.fill or "#FFFFFF")
        _fade(drawn, ink.alpha)
    elif ink.fill:
        drawn.fill.solid()
        paint(drawn.fill.fore_color, ink.fill)
        _fade(drawn, ink.alpha)
    else:
        drawn.fill.background()
    _edge(drawn.line, ink)


def _drop_style(drawn: Any) -> None:
    """Take off the theme's style, which would tint the shape and throw a shadow."""
    for style in drawn._element.findall(qn("p:style")):  # noqa: SLF001 # no public way
        drawn._element.remove(style)  # noqa: SLF001 # see above


def _edge(line: Any, ink: Ink) -> None:
    if ink.edge is None:
        line.fill.background()
        return
    paint(line.color, ink.edge)
    line.width = Pt(ink.width_pt)
    if ink.edge_alpha < 1:
        _set_alpha(line._get_or_add_ln(), ink.edge_alpha)  # noqa: SLF001 # opacity has no public setter
    if ink.dash:
        line.dash_style = DASHES[ink.dash]
    if ink.head:
        etree.SubElement(line._get_or_add_ln(), qn("a:tailEnd"), type=ink.head, w="med", len="lg")  # noqa: SLF001 # arrow heads have no public setter


def _fade(drawn: Any, alpha: float) -> None:
    if alpha >= 1:
        return
    for fill in drawn._element.spPr.xpath("./a:solidFill | ./a:pattFill"):  # noqa: SLF001 # see above
        _set_alpha(fill, alpha)


def _set_alpha(element: Any, alpha: float) -> None:
    for colour in [*element.iter(qn("a:srgbClr")), *element.iter(qn("a:schemeClr"))]:
        etree.SubElement(colour, qn("a:alpha")).set("val", str(round(alpha * 100_000)))


def paint(target: Any, colour: str) -> None:
    """Give a line, a fill or a font its colour."""
    if colour == THEME_TEXT:
        target.theme_color = MSO_THEME_COLOR.TEXT_1
    else:
        target.rgb = rgb(colour)


def rgb(colour: str) -> RGBColor:
    """`#RRGGBB` as PowerPoint's colour."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)


def _rings(shape: BaseGeometry) -> Iterable[tuple[BaseGeometry, bool]]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            yield part.exterior, True
            yield from ((ring, True) for ring in part.interiors)
        elif part.geom_type in {"LineString", "LinearRing"}:
            yield part, False
        elif hasattr(part, "geoms"):  # a point draws nothing
            yield from _rings(part)
