"""A briefing and a frame in, a placed `Scene` out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.settings import TYPE_COLOURS
from dashboard.slides import captions
from dashboard.slides.frame import Bounds, Frame, bounds_of, scale_bar
from dashboard.slides.ground import Layers, draw_lines, draw_locator, draw_outlines, draw_water
from dashboard.slides.lettering import (
    AREA,
    BODY,
    CAPITAL,
    CITY,
    COUNTRY,
    NEIGHBOUR,
    NUMBER,
    STRONG,
    TITLE,
    Lettering,
    text_size,
    wrap,
)
from dashboard.slides.marks import draw_areas, group_marks, number_events
from dashboard.slides.placement import (
    Box,
    CalloutRequest,
    LabelRequest,
    Occupied,
    place_callouts,
    place_labels,
)
from dashboard.slides.scene import (
    MAP_BOX,
    Area,
    CalloutText,
    Label,
    LegendRow,
    Line,
    MarkGroup,
    NumberedEvent,
    Outline,
    Scene,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Briefing, Event, Place

INK, QUIET, AREA_INK, CITY_INK = "#1F1B18", "#5B534B", "#7A2E22", "#2A2622"
CALLOUT_WIDTH_PX = 300
CALLOUT_PAD_PX = 12
MAX_CALLOUTS = 12
MAX_CALLOUT_LINES = 3
TITLE_WIDTH_PX = 1840
LEGEND_ROW_PX = 36
LEGEND_SYMBOL_PX = 56
NORTH_BOX: Box = (1812, 168, 1872, 258)
LOCATOR_SIZE = (250, 168)


@dataclass(frozen=True, slots=True)
class Town:
    """A town that the base map may name."""

    name: str
    lat: float
    lon: float
    population: int
    is_capital: bool


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
    border_view: str = "Borders: de facto view"
    version: str = ""
    content_hash: str = ""


def compose_scene(request: SlideRequest, layers: Layers, towns: Sequence[Town]) -> Scene:
    """The slide for a request. `towns` may be named where there is room, the largest first."""
    articles = {a.article_id: a for a in request.briefing.articles}
    numbered = number_events(request.events, articles)
    places = _places_shown(request, numbered)
    frame = Frame(request.bounds or _fit(places), MAP_BOX, clear=_clear_of_legend(request.events))
    focus = {c for place in places for c in place.countries[:3]}
    outlines = draw_outlines(layers, frame, tuple(focus))
    lines = draw_lines(layers, frame)
    areas = draw_areas(places, frame)
    groups = group_marks(numbered, frame)
    shown = [n.event for g in groups for n in g.events]
    legend = captions.list_legend(shown, areas, lines)
    scale_km, scale_px = scale_bar(frame)
    legend_box = _legend_box(legend)
    locator_box = _locator_box()
    taken = Occupied([legend_box, locator_box, NORTH_BOX, _scale_box(scale_px)])
    taken.add(*(g.box for g in groups))
    labels, callouts = _letter(groups, areas, outlines, towns, frame=frame, taken=taken)
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
    places = {n.event.places[0].place.place_id: n.event.places[0].place for n in numbered}
    return list(places.values()) or list(request.briefing.places.values())


def _fit(places: Sequence[Place]) -> Bounds:
    points: list[tuple[float, float]] = []
    for place in places:
        points.append((place.lon, place.lat))
        style = captions.style_of(place)
        if place.geometry is not None and style in {"region", "vague", "province", "line"}:
            west, south, east, north = place.geometry.bounds
            if east - west < 40:
                points += [(west, south), (east, north)]
    found = bounds_of(points)
    return found.padded(0.14) if found else Bounds(-170.0, -56.0, 190.0, 76.0)


def _letter(
    groups: Sequence[MarkGroup],
    areas: Sequence[Area],
    outlines: Sequence[Outline],
    towns: Sequence[Town],
    *,
    frame: Frame,
    taken: Occupied,
) -> tuple[tuple[Label, ...], tuple[CalloutText, ...]]:
    """Names and callouts in order of rank: numbers, callouts, areas, countries, towns."""
    numbers = _place(_number_requests(groups), taken)
    callouts = _callouts(groups, taken)
    area_names = _place(_area_requests(areas), taken)
    countries = _place(_country_requests(outlines), taken)
    town_names = _place(_town_requests(towns, groups, frame), taken)
    return (*numbers, *area_names, *countries, *town_names), callouts


Wanted = tuple[LabelRequest, Label]


def _place(wanted: Sequence[Wanted], taken: Occupied) -> list[Label]:
    boxes = place_labels([request for request, _ in wanted], taken, _inner())
    out = []
    for request, label in wanted:
        box = boxes.get(request.key)
        if box is not None:
            out.append(
                Label(label.text, box, label.lettering, label.colour, label.point, label.is_capital)
            )
    return out


def _want(
    key: str,
    text: str,
    at: tuple[float, float],
    lettering: Lettering,
    colour: str,
    *,
    gap: float | None = None,
) -> Wanted:
    width, height = text_size(text, lettering)
    request = LabelRequest(key, *at, width, height, gap or 0, centred=gap is None)
    return request, Label(text, (0, 0, 0, 0), lettering, colour)


def _number_requests(groups: Sequence[MarkGroup]) -> list[Wanted]:
    wanted = []
    for group in groups:
        half = (group.box[2] - group.box[0]) / 2
        wanted.append(
            _want(
                f"n:{group.place.place_id}",
                group.numbers,
                (group.x, group.y),
                NUMBER,
                INK,
                gap=half + 3,
            )
        )
    return wanted


def _area_requests(areas: Sequence[Area]) -> list[Wanted]:
    wanted = []
    for area in reversed(areas):
        if area.style != "country":
            point = area.shape.representative_point()
            wanted.append(
                _want(
                    f"a:{area.place.place_id}", area.place.name, (point.x, point.y), AREA, AREA_INK
                )
            )
    return wanted


def _country_requests(outlines: Sequence[Outline]) -> list[Wanted]:
    wanted = []
    for outline in sorted(outlines, key=lambda o: (not o.is_focus, -o.shape.area)):
        widest = max(shapely.get_parts(outline.shape), key=shapely.area)
        spot = shapely.maximum_inscribed_circle(widest, tolerance=20).coords[0]
        lettering = COUNTRY if outline.is_focus else NEIGHBOUR
        name = outline.name.upper()
        if text_size(name, lettering)[0] < 1.25 * (widest.bounds[2] - widest.bounds[0]):
            wanted.append(_want(f"c:{outline.code}:{outline.name}", name, spot, lettering, QUIET))
    return wanted


def _town_requests(
    towns: Sequence[Town], groups: Sequence[MarkGroup], frame: Frame
) -> list[Wanted]:
    marked = {g.place.name: (g.x, g.y) for g in groups if captions.style_of(g.place) is None}
    wanted = [_want(f"m:{name}", name, at, CAPITAL, INK, gap=22) for name, at in marked.items()]
    middle = frame.bounds.centre[0]
    lons = np.array([(t.lon - middle + 180) % 360 - 180 + middle for t in towns])
    xs, ys = frame.to_sheet(lons, np.array([t.lat for t in towns])) if len(towns) else ([], [])
    for town, x, y in zip(towns, xs, ys, strict=True):
        if town.name in marked or not _is_in_map(float(x), float(y)):
            continue
        request, label = _want(
            f"t:{town.name}:{x:.0f}",
            town.name,
            (float(x), float(y)),
            CAPITAL if town.is_capital else CITY,
            CITY_INK,
            gap=11,
        )
        wanted.append(
            (
                request,
                Label(
                    label.text,
                    label.box,
                    label.lettering,
                    label.colour,
                    (float(x), float(y)),
                    town.is_capital,
                ),
            )
        )
    return wanted


def _is_in_map(x: float, y: float) -> bool:
    left, top, right, bottom = MAP_BOX
    return left + 8 < x < right - 8 and top + 8 < y < bottom - 8


def _callouts(groups: Sequence[MarkGroup], taken: Occupied) -> tuple[CalloutText, ...]:
    chosen = sorted(groups, key=lambda g: -len(g.events))[:MAX_CALLOUTS]
    texts = {g.place.place_id: _callout_lines(g) for g in chosen}
    requests = []
    for group in chosen:
        lines = texts[group.place.place_id]
        width = max(text_size(group.place.name, STRONG)[0], *(text_size(x, BODY)[0] for x in lines))
        height = text_size("x", BODY)[1] * (len(lines) + 1)
        requests.append(
            CalloutRequest(
                group.place.place_id,
                group.x,
                group.y,
                width + 2 * CALLOUT_PAD_PX + 6,
                height + CALLOUT_PAD_PX,
            )
        )
    placed = place_callouts(requests, taken, _inner())
    return tuple(
        CalloutText(
            g.place.name,
            texts[g.place.place_id],
            c.box,
            c.leader,
            TYPE_COLOURS[g.events[0].event.type.value],
        )
        for g in chosen
        if (c := placed.get(g.place.place_id)) is not None
    )


def _callout_lines(group: MarkGroup) -> tuple[str, ...]:
    if len(group.events) == 1:
        only = group.events[0]
        return wrap(f"{only.number}  {only.heading}", BODY, width=CALLOUT_WIDTH_PX, lines=2)
    room = MAX_CALLOUT_LINES if len(group.events) <= MAX_CALLOUT_LINES else MAX_CALLOUT_LINES - 1
    lines = [
        wrap(f"{e.number}  {e.heading}", BODY, width=CALLOUT_WIDTH_PX, lines=1)[0]
        for e in group.events[:room]
    ]
    rest = len(group.events) - room
    return tuple(lines + ([f"and {rest} more, see the table"] if rest > 0 else []))


def _clear_of_legend(events: Sequence[Event]) -> Box:
    """The map's box less the column that the legend of these events takes."""
    left, top, right, bottom = MAP_BOX
    types_and_statuses = captions.list_legend(events, (), ())
    return left, top, min(right, _legend_box(types_and_statuses)[0]), bottom


def _inner() -> Box:
    left, top, right, bottom = MAP_BOX
    return left + 6, top + 6, right - 6, bottom - 6


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
        f"[{i}] {captions.cite(a)}" for i, a in enumerate(request.briefing.articles, 1)
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
        f"{request.border_view}. {captions.DISCLAIMER} Projection: {frame.projection.name}.",
        f"{made}{captions.CREDITS}",
    )


def _not_shown(
    request: SlideRequest, numbered: Sequence[NumberedEvent], groups: Sequence[MarkGroup]
) -> tuple[str, ...]:
    in_frame = sum(len(g.events) for g in groups)
    out = []
    if len(request.events) > len(numbered):
        out.append(f"{len(request.events) - len(numbered)} events name no place that can be drawn")
    if len(numbered) > in_frame:
        out.append(f"{len(numbered) - in_frame} events lie outside the frame")
    return tuple(out)
