"""A briefing and a frame in, a placed `Scene` out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from dashboard.geography import BorderView
from dashboard.marking import drawn_places
from dashboard.model import Precision
from dashboard.slides import captions
from dashboard.slides.frame import Bounds, Frame, bounds_of, scale_bar
from dashboard.slides.ground import Layers, draw_lines, draw_locator, draw_outlines, draw_water
from dashboard.slides.lettering import (
    BODY,
    TITLE,
    text_size,
    wrap,
)
from dashboard.slides.letters import Town, letter_map
from dashboard.slides.marks import draw_areas, group_marks, number_events
from dashboard.slides.placement import (
    Box,
    Occupied,
)
from dashboard.slides.scene import (
    MAP_BOX,
    LegendRow,
    MarkGroup,
    NumberedEvent,
    Scene,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.model import Briefing, Event, Place

_COARSE = frozenset({Precision.COUNTRY, Precision.MULTI_COUNTRY})
_FINE = frozenset(Precision) - _COARSE
TITLE_WIDTH_PX = 1840
LEGEND_ROW_PX = 36
LEGEND_SYMBOL_PX = 56
NORTH_BOX: Box = (306, 166, 366, 262)
LOCATOR_SIZE = (250, 168)


@dataclass(frozen=True, slots=True)
class SlideRequest:
    """What a user asks of one map slide."""

    briefing: Briefing
    events: tuple[Event, ...]
    """The events left by the filters, in the order of the briefing."""
    title: str | None = None
    filters: str | None = None
    """The filters in words; `None` when nothing is filtered."""
    bounds: Bounds | None = None
    """The frame on screen; `None` fits the marks."""
    handling: str = "UNMARKED - set handling"
    border_view: BorderView = BorderView.DE_FACTO
    version: str = ""
    content_hash: str = ""


def hash_content(briefing: Briefing) -> str:
    """Return eight hexadecimal digits that stand for the documents of a briefing."""
    joined = "".join(a.article_id for a in briefing.articles)
    return hashlib.sha256(joined.encode()).hexdigest()[:8]


def compose_scene(
    request: SlideRequest, layers: Layers, towns_of: Callable[[Frame], Sequence[Town]]
) -> Scene:
    """Return the slide for a request.

    `towns_of` gives the towns of a frame that may be named where there is room, the largest first.
    """
    numbered = number_events(request.events, request.briefing)
    places = _places_shown(request, numbered)
    frame = Frame(request.bounds or _fit(places), MAP_BOX, clear=_clear_of_legend(request.events))
    focus = {c for place in places for c in place.countries[:3]}
    outlines = draw_outlines(layers, frame, tuple(focus))
    lines = draw_lines(layers, frame)
    areas = draw_areas(places, frame)
    groups = group_marks(numbered, frame)
    shown = list({n.number: n.event for g in groups for n in g.events}.values())
    legend = captions.list_legend(shown, areas, lines)
    scale_km, scale_px = scale_bar(frame)
    legend_box = _legend_box(legend)
    locator_box = _locator_box()
    taken = Occupied([legend_box, locator_box, NORTH_BOX, _scale_box(scale_px)])
    taken.add(*(g.box for g in groups if g.marks))
    labels, callouts = letter_map(
        groups, areas, outlines, towns_of(frame), frame=frame, taken=taken
    )
    locator, locator_frame = draw_locator(layers, frame, locator_box)
    return Scene(
        frame=frame,
        title=wrap(
            request.title or captions.suggest_title(shown), TITLE, width=TITLE_WIDTH_PX, lines=1
        ),
        subtitle=captions.describe_subtitle(
            request.filters, len(shown), len(request.briefing.events)
        ),
        handling=request.handling,
        outlines=outlines,
        lines=lines,
        water=draw_water(layers, frame),
        areas=areas,
        groups=groups,
        labels=labels,
        callouts=callouts,
        legend=legend,
        legend_box=legend_box,
        scale_km=scale_km,
        scale_px=scale_px,
        locator=locator,
        locator_frame=locator_frame,
        locator_box=locator_box,
        footer=_footer(request, frame),
        not_shown=_not_shown(request, numbered, groups),
    )


def _places_shown(request: SlideRequest, numbered: Sequence[NumberedEvent]) -> list[Place]:
    places = {p.place_id: p for n in numbered for p in drawn_places(n.event)}
    return list(places.values()) or list(request.briefing.places.values())


def _fit(places: Sequence[Place]) -> Bounds:
    """Return the frame around the places; countries count only where nothing finer is named."""
    found = bounds_of(_corners(places, _FINE)) or bounds_of(_corners(places, _COARSE))
    return found.padded(0.14) if found else Bounds(-170.0, -56.0, 190.0, 76.0)


def _corners(
    places: Sequence[Place], precisions: frozenset[Precision]
) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for place in places:
        if place.precision not in precisions:
            continue
        shape = None if captions.style_of(place) is None else place.geometry
        if shape is None:
            points.append((place.lon, place.lat))
        elif precisions is _FINE:
            # The middle half of an area, where its marks stand: a border's far ends may be cut.
            west, south, east, north = shape.bounds
            points.append(((place.lon + west) / 2, (place.lat + south) / 2))
            points.append(((place.lon + east) / 2, (place.lat + north) / 2))
        else:
            # Far islands of a country would blow the frame up: its largest part is enough.
            west, south, east, north = max(shapely.get_parts(shape), key=shapely.area).bounds
            points += [(west, south), (east, north)]
    return points


def _clear_of_legend(events: Sequence[Event]) -> Box:
    """The map's box less the column that the legend of these events takes."""
    left, top, right, bottom = MAP_BOX
    types_and_statuses = captions.list_legend(events, (), ())
    return left, top, min(right, _legend_box(types_and_statuses)[0]), bottom


def _legend_box(rows: Sequence[LegendRow]) -> Box:
    if not rows:
        return MAP_BOX[2], MAP_BOX[3], MAP_BOX[2], MAP_BOX[3]
    width = max(text_size(r.label, BODY)[0] for r in rows) + LEGEND_SYMBOL_PX + 28
    height = LEGEND_ROW_PX * len(rows) + 24
    right, bottom = MAP_BOX[2] - 8, MAP_BOX[3] - 8
    return right - width, bottom - height, right, bottom


def _locator_box() -> Box:
    left, top, _, _ = MAP_BOX
    return left + 8, top + 8, left + 8 + LOCATOR_SIZE[0], top + 8 + LOCATOR_SIZE[1]


def _scale_box(scale_px: float) -> Box:
    left, _, _, bottom = MAP_BOX
    return left + 8, bottom - 66, left + 48 + scale_px, bottom - 8


def _footer(request: SlideRequest, frame: Frame) -> tuple[str, ...]:
    sources = "; ".join(
        f"[{i}] {captions.cite_briefly(a)}" for i, a in enumerate(request.briefing.articles, 1)
    )
    dates = [a.published for a in request.briefing.articles if a.published]
    as_of = f"Information as of {max(dates).day} {max(dates):%B %Y}. " if dates else ""
    made = (
        f"Briefing map {request.version}, content {request.content_hash}. "
        if request.version
        else ""
    )
    return (
        f"{as_of}Sources: {sources}",
        (
            f"Borders: {request.border_view.value} view. {captions.DISCLAIMER} "
            f"Projection: {frame.projection.name}."
        ),
        f"{made}{captions.CREDITS}",
    )


def _not_shown(
    request: SlideRequest, numbered: Sequence[NumberedEvent], groups: Sequence[MarkGroup]
) -> tuple[str, ...]:
    in_frame = len({n.number for g in groups for n in g.events})
    out = []
    if len(request.events) > len(numbered):
        out.append(f"{len(request.events) - len(numbered)} events name no place that can be drawn")
    if len(numbered) > in_frame:
        out.append(f"{len(numbered) - in_frame} events lie outside the frame")
    return tuple(out)
