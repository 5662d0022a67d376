"""Which names and notes a slide carries, and where they found room."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.model import Precision
from dashboard.slides import captions
from dashboard.slides.callouts import write_callouts
from dashboard.slides.lettering import (
    AREA,
    BODY,
    CAPITAL,
    CITY,
    COUNTRY,
    NEIGHBOUR,
    NUMBER,
    STRONG,
    Lettering,
    text_size,
)
from dashboard.slides.placement import (
    CalloutRequest,
    LabelRequest,
    Occupied,
    boxes_along,
    place_callouts,
    place_labels,
)
from dashboard.slides.scene import CalloutText, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.frame import Frame
    from dashboard.slides.placement import Box
    from dashboard.slides.scene import Area, FlowArrow, MarkGroup, Outline
    from dashboard.slides.shown import Shown

INK, QUIET, AREA_INK, CITY_INK, FLOW_INK = "#1F1B18", "#5B534B", "#7A2E22", "#2A2622", "#00452F"
BOX_PAD_PX = 10
LATTICE_PX = 40.0
MOST_NAMED = 400
"""More towns with marks than this are never all named."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town that the map may name."""

    name: str
    lat: float
    lon: float
    population: int
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Letters:
    """The names and notes that found room."""

    labels: tuple[Label, ...]
    callouts: tuple[CalloutText, ...]
    unnumbered: int
    """Places whose marks stand too close for their numbers."""
    unnoted: tuple[str, ...]
    """Whole countries with events whose note found no room."""


def letter_map(
    shown: Shown,
    outlines: Sequence[Outline],
    towns: Sequence[Town],
    *,
    taken: Occupied,
    most_notes: int,
) -> Letters:
    """Return the names and notes that found room; `taken` grows by them.

    Their rank: letters of arrows, numbers of marks, notes on places, notes on whole countries,
    areas, countries, towns. A place that
    has a note is not named a second time.
    """
    frame, groups = shown.frame, shown.groups
    edge = _inside(frame)
    arrows = _place(_flow_requests(shown.flows), taken, edge)
    for arrow in shown.flows:
        taken.add(*boxes_along(*arrow.path.coords))
    numbers = _place(_number_requests(groups, shown.selected), taken, edge)
    callouts = write_callouts(groups, taken, edge, most=most_notes)
    tinted = {a.place.place_id: a.shape for a in shown.areas if a.style == "country"}
    notes = _place(_country_notes(groups, tinted), taken, edge)
    whole = [g for g in groups if not g.marks]
    found = {label.text for label in notes}
    missing = [g for g in whole if _country_words(g) not in found]
    beside = _place_beside(missing, taken, edge)
    unnoted = tuple(g.place.name for g in missing if g.place.place_id not in beside)
    notes += beside.values()
    noted = {callout.title for callout in callouts}
    area_names = _place(_area_requests(shown.areas, noted), taken, edge)
    countries = _place(_country_requests(outlines), taken, edge)
    town_names = _place(_town_requests(towns, groups, frame, noted), taken, edge)
    names = (*numbers, *arrows, *notes, *area_names, *countries, *town_names)
    pinned = len(groups) - len(whole)
    return Letters(names, callouts, pinned - len(numbers), unnoted)


def _inside(frame: Frame) -> Box:
    """Where names may stand: the map less a small margin."""
    left, top, right, bottom = frame.box
    return left + 6, top + 6, right - 6, bottom - 6


Wanted = tuple[LabelRequest, Label]
Point = tuple[float, float]


def _place(wanted: Sequence[Wanted], taken: Occupied, edge: Box) -> list[Label]:
    boxes = place_labels([request for request, _ in wanted], taken, edge)
    return [
        replace(label, box=boxes[request.key]) for request, label in wanted if request.key in boxes
    ]


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


def _boxed(wanted: Wanted) -> Wanted:
    request, label = wanted
    wider = replace(request, width=request.width + 2 * BOX_PAD_PX)
    return wider, replace(label, is_boxed=True)


def _number_requests(groups: Sequence[MarkGroup], selected: str | None) -> list[Wanted]:
    """Return the numbers beside the marks."""
    return [
        _want(
            f"n:{g.place.place_id}",
            g.numbers,
            (g.x, g.y),
            NUMBER,
            INK,
            gap=(g.box[2] - g.box[0]) / 2 + (12 if _holds(g, selected) else 3),
        )
        for g in groups
        if g.marks
    ]


def _holds(group: MarkGroup, event_id: str | None) -> bool:
    return event_id is not None and any(n.event.event_id == event_id for n in group.events)


def _country_notes(groups: Sequence[MarkGroup], tinted: Mapping[str, BaseGeometry]) -> list[Wanted]:
    """Return the notes on whole countries, which get no mark: their names and the numbers.

    They stand inside their country where there is room, else near it.
    """
    wanted = []
    for group in groups:
        if not group.marks:
            key, at = f"n:{group.place.place_id}", (group.x, group.y)
            request, label = _boxed(_want(key, _country_words(group), at, BODY, AREA_INK))
            spots = _spots_inside(tinted.get(group.place.place_id), at)
            wanted.append((replace(request, reach=8, spots=spots), label))
    return wanted


def _spots_inside(shape: BaseGeometry | None, near: Point) -> tuple[Point, ...]:
    """A lattice of points inside a shape, the nearest to a point first."""
    if shape is None:
        return ()
    left, top, right, bottom = shape.bounds
    xs, ys = np.meshgrid(np.arange(left, right, LATTICE_PX), np.arange(top, bottom, LATTICE_PX / 2))
    inside = shapely.contains_xy(shape, xs.ravel(), ys.ravel())
    spots = zip(xs.ravel()[inside].tolist(), ys.ravel()[inside].tolist(), strict=True)
    return tuple(sorted(spots, key=lambda spot: math.dist(spot, near)))


def _place_beside(groups: Sequence[MarkGroup], taken: Occupied, edge: Box) -> dict[str, Label]:
    """Return notes, by place, on whole countries that are too full of marks, wherever is room."""
    wanted = {g.place.place_id: _country_words(g) for g in groups}
    sizes = {key: text_size(words, BODY) for key, words in wanted.items()}
    requests = [
        CalloutRequest(key, g.x, g.y, sizes[key][0] + 2 * BOX_PAD_PX, sizes[key][1])
        for g in groups
        for key in (g.place.place_id,)
    ]
    placed = place_callouts(requests, taken, edge)
    return {
        key: Label(wanted[key], found.box, BODY, AREA_INK, is_boxed=True)
        for key, found in placed.items()
    }


def _country_words(group: MarkGroup) -> str:
    only = ", country only" if group.place.precision is Precision.COUNTRY else ""
    return f"{group.place.name}{only}: {group.numbers}"


def _flow_requests(flows: Iterable[FlowArrow]) -> list[Wanted]:
    """Return the letters of the arrows, each on paper of its own over its arrow."""
    wanted = []
    for arrow in flows:
        middle = arrow.path.interpolate(0.5, normalized=True)
        wanted.append(
            _boxed(_want(f"f:{arrow.letter}", arrow.letter, (middle.x, middle.y), STRONG, FLOW_INK))
        )
    return wanted


def _area_requests(areas: Sequence[Area], noted: set[str]) -> list[Wanted]:
    wanted = []
    for area in reversed(areas):
        if area.style != "country" and area.place.name not in noted:
            point = area.shape.representative_point()
            key = f"a:{area.place.place_id}"
            wanted.append(_want(key, area.place.name, (point.x, point.y), AREA, AREA_INK))
    return wanted


def _country_requests(outlines: Sequence[Outline]) -> list[Wanted]:
    wanted = []
    for outline in sorted(outlines, key=lambda o: (not o.is_focus, -o.shape.area)):
        widest = max(shapely.get_parts(outline.shape), key=shapely.area)
        middle, edge = shapely.maximum_inscribed_circle(widest, tolerance=20).coords
        lettering = COUNTRY if outline.is_focus else NEIGHBOUR
        name = outline.name.upper()
        if text_size(name, lettering)[0] < 1.25 * (widest.bounds[2] - widest.bounds[0]):
            key = f"c:{outline.code}:{outline.name}"
            request, label = _want(key, name, middle, lettering, QUIET)
            wanted.append((replace(request, slack_px=math.dist(middle, edge)), label))
    return wanted


def _town_requests(
    towns: Sequence[Town], groups: Sequence[MarkGroup], frame: Frame, noted: set[str]
) -> list[Wanted]:
    points = (g for g in groups if captions.style_of(g.place) is None)
    marked = {g.place.name: (g.x, g.y) for g in islice(points, MOST_NAMED)}
    wanted = [
        _want(f"m:{name}", name, at, CAPITAL, INK, gap=22)
        for name, at in marked.items()
        if name not in noted
    ]
    middle = frame.bounds.centre[0]
    lons = np.array([(t.lon - middle + 180) % 360 - 180 + middle for t in towns])
    xs, ys = frame.to_sheet(lons, np.array([t.lat for t in towns]))
    left, top, right, bottom = frame.box
    for town, x, y in zip(towns, map(float, xs), map(float, ys), strict=True):
        is_inside = left + 8 < x < right - 8 and top + 8 < y < bottom - 8
        if town.name in marked or not is_inside:
            continue
        face = CAPITAL if town.is_capital else CITY
        request, label = _want(f"t:{town.name}:{x:.0f}", town.name, (x, y), face, CITY_INK, gap=11)
        dotted = replace(label, point=(x, y), is_capital=town.is_capital)
        wanted.append((replace(request, dot_px=6), dotted))
    return wanted
