"""Areas, marks, callouts and names of a scene, drawn on a matplotlib sheet."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath
from shapely.ops import substring

from dashboard.model import EventType, FlowKind, Status
from dashboard.settings import FLOW_COLOUR, TYPE_COLOURS
from dashboard.slides import lettering as type_
from dashboard.slides.canvas import (
    BRICK,
    CONTROL,
    INK,
    MUTED,
    PAPER,
    RULE,
    SHEET,
    Setting,
    patch_of,
    stroke,
    write,
)
from dashboard.slides.groups import MARK_PX
from dashboard.slides.scene import HEAD_PX, RING_PX
from dashboard.slides.symbols import FLOW_LOOKS, OUTLINES, head_on, left_half, scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matplotlib.axes import Axes
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.groups import MarkGroup
    from dashboard.slides.scene import CalloutText, Label, Scene

# `Any`: matplotlib types its style keywords one by one.
AREA_STYLES: dict[str, dict[str, Any]] = {
    "country": {"fc": "#E3B75E40", "ec": "none", "zorder": 1.8},
    "town": {"fc": "#7A5A3A29", "ec": "#7A5A3A66", "lw": 0.8, "zorder": 3.1},
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

QUESTION_PX = 24
# `Any`: matplotlib types its style keywords one by one.
Style = tuple[tuple[str, Any], ...]
Part = tuple[Outline, Style]
# Shares of the line's width, as on screen.
FLOW_DASHES: dict[Status, object] = {
    Status.REPORTED: "-",
    Status.CLAIMED: (0, (4.6, 1.4)),
    Status.DISPUTED: (0, (4, 1.4, 0.7, 1.4)),
    Status.SPECULATED: (0, (1.7, 1.7)),
    Status.PLANNED: (0, (2.7, 2)),
    Status.HYPOTHETICAL: (0, (0.1, 2)),
}


def draw_places(sheet: Axes, scene: Scene) -> None:
    """Draw areas, marks, callouts and names, each over the one before."""
    _draw_areas(sheet, scene)
    for arrow in scene.flows:
        flow = arrow.flow
        draw_flow(sheet, flow.kind, flow.status, arrow.path, is_headed=arrow.is_headed)
    for group in scene.groups:
        if group.tether:
            _draw_tether(sheet, *group.tether)
    _draw_marks(sheet, scene.groups)
    for x, y in scene.ringed:
        sheet.add_artist(Circle((x, y), RING_PX, fc="none", ec="white", lw=4, zorder=5.9))
        sheet.add_artist(Circle((x, y), RING_PX, fc="none", ec=BRICK, lw=2.4, zorder=5.95))
    for callout in scene.callouts:
        _draw_callout(sheet, callout)
    for label in scene.labels:
        _draw_label(sheet, label)


def _draw_areas(sheet: Axes, scene: Scene) -> None:
    for area in scene.areas:
        draw_area(sheet, area.shape, area.style)
    towns = scene.towns
    if not towns.is_empty:
        draw_area(sheet, towns, "town")


def draw_area(sheet: Axes, shape: BaseGeometry, style: str) -> None:
    """Draw a place that is not a point, in the style of how exact it is."""
    if style == "line":
        stroke(sheet, shape, (BRICK, 4.5, "-"), zorder=3, alpha=0.55)
    else:
        sheet.add_artist(patch_of(shape, **AREA_STYLES[style]))


def draw_flow(
    sheet: Axes,
    kind: FlowKind,
    status: Status,
    path: LineString,
    *,
    is_headed: bool,
    head_px: float = HEAD_PX,
) -> None:
    """Draw a movement: head and core of the line say its kind, the dashes its status."""
    look, line = FLOW_LOOKS[kind], path
    if is_headed:
        corners = head_on(path, look, length=head_px)
        line = substring(path, 0, path.length - head_px * 0.6)
        fill = "white" if look.is_hollow else FLOW_COLOUR
        shape: dict[str, Any] = {"closed": not look.is_open, "joinstyle": "round"}
        sheet.add_artist(Polygon(corners, fc="none", ec="white", lw=4.6, zorder=4.8, **shape))
        fill = "none" if look.is_open else fill
        sheet.add_artist(Polygon(corners, fc=fill, ec=FLOW_COLOUR, lw=1.8, zorder=5.1, **shape))
    dash = FLOW_DASHES[status]
    stroke(sheet, line, ("white", 4.6, "-"), zorder=4.8, alpha=0.85)
    stroke(sheet, line, (FLOW_COLOUR, 3.2 if look.has_core else 2.2, dash), zorder=4.9)
    if look.has_core:
        stroke(sheet, line, ("white", 1.2, "-"), zorder=5)


def draw_mark(
    sheet: Axes,
    event_type: EventType,
    status: Status,
    *,
    at: tuple[float, float],
    half: float = MARK_PX / 2,
    colour: str | None = None,
) -> None:
    """Draw one mark: shape and colour say the type, the fill says the status."""
    _draw_parts(sheet, _mark_parts(event_type, status, at=at, half=half, colour=colour))


def _draw_tether(sheet: Axes, mark: tuple[float, float], spot: tuple[float, float]) -> None:
    """Tie marks that had to stand aside to the dot of their place."""
    (x0, y0), (x1, y1) = mark, spot
    sheet.add_line(Line2D([x0, x1], [y0, y1], color="white", lw=2.8, alpha=0.85, zorder=5.2))
    sheet.add_line(Line2D([x0, x1], [y0, y1], color=INK, lw=1.1, zorder=5.3))
    sheet.add_artist(Circle(spot, 5, fc=INK, ec="white", lw=0.8, zorder=5.4))


def _draw_marks(sheet: Axes, groups: Sequence[MarkGroup]) -> None:
    marks = [(n.event, x, y) for group in groups for n, x, y in group.marks]
    parts = (
        part
        for event, x, y in marks
        for part in _mark_parts(event.type, event.status, at=(x, y), half=MARK_PX / 2)
    )
    _draw_parts(sheet, parts)


def _draw_parts(sheet: Axes, parts: Iterable[Part]) -> None:
    """Parts of one style are one artist: ten thousand of them would take half a minute."""
    by_style: dict[Style, list[Outline]] = {}
    for shape, style in parts:
        by_style.setdefault(style, []).append(shape)
    for style, shapes in by_style.items():
        sheet.add_collection(PathCollection(shapes, **dict(style)), autolim=False)


def _mark_parts(
    event_type: EventType,
    status: Status,
    *,
    at: tuple[float, float],
    half: float,
    colour: str | None = None,
) -> Iterator[Part]:
    x, y = at
    colour = colour or TYPE_COLOURS[event_type.value]
    corners = scaled(OUTLINES[event_type], x=x, y=y, half=half)
    outline = _closed(corners)
    yield outline, _style(fc="white", ec="white", lw=3, joinstyle="round", zorder=6)
    edge: dict[str, Any] = {"fc": "none", "ec": INK, "lw": 0.8, "zorder": 6.4}
    if status is Status.DISPUTED:
        yield _closed(left_half(corners, x=x)), _style(fc=colour, ec="none", zorder=6.2)
    elif status is Status.SPECULATED:
        yield outline, _style(fc="white", ec=colour, lw=2.2, zorder=6.2)
        yield _question_mark(x, y), _style(fc=INK, ec="none", zorder=6.6)
        edge["lw"] = 0.5
    elif status is Status.PLANNED:
        yield outline, _style(fc=colour, alpha=0.25, ec="none", zorder=6.2)
        edge.update(lw=1.2, ls=(0, (2.4, 1.6)))
    elif status is Status.HYPOTHETICAL:
        yield outline, _style(fc="white", ec=colour, hatch="//////", lw=0, zorder=6.2)
        edge.update(ls=(0, (1, 1.2)))
    else:
        yield outline, _style(fc=colour, ec="none", zorder=6.2)
        if status is Status.CLAIMED:
            core = scaled(OUTLINES[event_type], x=x, y=y, half=half * 0.5)
            yield _closed(core), _style(fc="white", ec="none", zorder=6.3)
    yield outline, _style(**edge)


def _style(**style: Any) -> Style:
    """A style as a key; the same for every mark that looks the same."""
    return tuple(style.items())


def _closed(corners: Sequence[tuple[float, float]]) -> Outline:
    return Outline([*corners, corners[0]], closed=True)


def _question_mark(x: float, y: float) -> Outline:
    glyph = _load_question_mark()
    return Outline(np.asarray(glyph.vertices) + np.array([x, y]), glyph.codes)


@lru_cache(maxsize=1)
def _load_question_mark() -> Outline:
    """The question mark as a shape around its own middle, y down."""
    glyph = TextPath((0, 0), "?", size=QUESTION_PX, prop=type_.NUMBER.properties())
    corners = np.asarray(glyph.vertices) * (1, -1)
    middle = (corners.min(axis=0) + corners.max(axis=0)) / 2
    return Outline(corners - middle, glyph.codes)


def _draw_callout(sheet: Axes, callout: CalloutText) -> None:
    left, top, right, bottom = callout.box
    if callout.leader is not None:
        (x0, y0), (x1, y1) = callout.leader
        sheet.add_line(Line2D([x0, x1], [y0, y1], color="white", lw=2.6, alpha=0.85, zorder=5))
        sheet.add_line(Line2D([x0, x1], [y0, y1], color=INK, lw=0.9, zorder=5.1))
    sheet.add_artist(
        Rectangle((left, top), right - left, bottom - top, fc=SHEET, ec=RULE, lw=0.6, zorder=7)
    )
    sheet.add_artist(
        Rectangle((left, top), 6, bottom - top, fc=callout.colour, ec="none", zorder=7.1)
    )
    step = (bottom - top - 8) / (len(callout.lines) + 1)
    x, y = left + 18, top + 4 + step / 2
    ink, quiet = Setting(zorder=7.2), Setting(colour=MUTED, zorder=7.2)
    write(sheet, callout.title, (x, y), type_.STRONG, setting=ink)
    for i, line in enumerate(callout.lines, 1):
        if line.number:
            write(sheet, line.number, (x, y + step * i), type_.NUMBER, setting=ink)
        at = (x + callout.indent_px, y + step * i)
        write(sheet, line.words, at, type_.BODY, setting=quiet)


def _draw_label(sheet: Axes, label: Label) -> None:
    left, top, right, bottom = label.box
    if label.is_boxed:
        paper: dict[str, Any] = {"fc": PAPER, "ec": RULE, "lw": 0.6, "alpha": 0.94, "zorder": 5.6}
        sheet.add_artist(Rectangle((left, top), right - left, bottom - top, **paper))
    if label.point:
        size = 5.5 if label.is_capital else 4.5
        sheet.add_artist(
            Circle(
                label.point, size, fc=INK if label.is_capital else "white", ec=INK, lw=0.8, zorder=4
            )
        )
    write(
        sheet,
        label.lettering.spaced(label.text),
        ((left + right) / 2, (top + bottom) / 2),
        label.lettering,
        setting=Setting(
            colour=label.colour,
            align="center",
            halo=not label.is_boxed,
            zorder=6.8 if label.lettering is type_.NUMBER else 5.7 if label.is_boxed else 4.5,
        ),
    )
