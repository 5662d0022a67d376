"""Which names and notes a slide carries, and where they found room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.model import Precision
from dashboard.settings import TYPE_COLOURS
from dashboard.slides import captions
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
    wrap,
)
from dashboard.slides.placement import (
    CalloutRequest,
    LabelRequest,
    Occupied,
    place_callouts,
    place_labels,
)
from dashboard.slides.scene import INNER, MAP_BOX, Area, CalloutText, Label, MarkGroup, Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.frame import Frame

INK, QUIET, AREA_INK, CITY_INK = "#1F1B18", "#5B534B", "#7A2E22", "#2A2622"
CALLOUT_WIDTH_PX = 300
CALLOUT_PAD_PX = 12
MAX_CALLOUTS = 12
MAX_CALLOUT_LINES = 3


@dataclass(frozen=True, slots=True)
class Town:
    """A town that the map may name."""

    name: str
    lat: float
    lon: float
    population: int
    is_capital: bool


def letter_map(
    groups: Sequence[MarkGroup],
    areas: Sequence[Area],
    outlines: Sequence[Outline],
    towns: Sequence[Town],
    *,
    frame: Frame,
    taken: Occupied,
) -> tuple[tuple[Label, ...], tuple[CalloutText, ...]]:
    """Return the names and callouts that found room; `taken` grows by them.

    Their rank: numbers of marks, callouts, areas, countries, towns.
    """
    numbers = _place(_number_requests(groups), taken)
    callouts = _callouts(groups, taken)
    area_names = _place(_area_requests(areas), taken)
    countries = _place(_country_requests(outlines), taken)
    town_names = _place(_town_requests(towns, groups, frame), taken)
    return (*numbers, *area_names, *countries, *town_names), callouts


Wanted = tuple[LabelRequest, Label]


def _place(wanted: Sequence[Wanted], taken: Occupied) -> list[Label]:
    boxes = place_labels([request for request, _ in wanted], taken, INNER)
    out = []
    for request, label in wanted:
        box = boxes.get(request.key)
        if box is not None:
            out.append(replace(label, box=box))
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
    """Return the numbers beside the marks; for whole countries a name with the numbers."""
    wanted = []
    for group in groups:
        key, at = f"n:{group.place.place_id}", (group.x, group.y)
        if group.marks:
            half = (group.box[2] - group.box[0]) / 2
            wanted.append(_want(key, group.numbers, at, NUMBER, INK, gap=half + 3))
        else:
            is_one = group.place.precision is Precision.COUNTRY
            words = f"{group.place.name}{', country only' if is_one else ''}: {group.numbers}"
            wanted.append(_want(key, words, at, AREA, AREA_INK))
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
    xs, ys = frame.to_sheet(lons, np.array([t.lat for t in towns]))
    for town, x, y in zip(towns, xs, ys, strict=True):
        if town.name in marked or not _is_in_map(float(x), float(y)):
            continue
        at = (float(x), float(y))
        face = CAPITAL if town.is_capital else CITY
        request, label = _want(f"t:{town.name}:{x:.0f}", town.name, at, face, CITY_INK, gap=11)
        dotted = replace(label, point=at, is_capital=town.is_capital)
        wanted.append((replace(request, dot_px=6), dotted))
    return wanted


def _is_in_map(x: float, y: float) -> bool:
    left, top, right, bottom = MAP_BOX
    return left + 8 < x < right - 8 and top + 8 < y < bottom - 8


def _callouts(groups: Sequence[MarkGroup], taken: Occupied) -> tuple[CalloutText, ...]:
    pinned = [g for g in groups if g.marks]
    chosen = sorted(pinned, key=lambda g: -len(g.events))[:MAX_CALLOUTS]
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
    placed = place_callouts(requests, taken, INNER)
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
