"""Which names and notes a slide carries, and where they found room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.slides import captions
from dashboard.slides.country_names import CountryNames, name_neighbours, name_story
from dashboard.slides.country_notes import note_countries
from dashboard.slides.groups import capitalised
from dashboard.slides.lettering import (
    AREA,
    CAPITAL,
    CITY,
    NUMBER,
    STRONG,
    Lettering,
    text_size,
)
from dashboard.slides.noting import note_marks
from dashboard.slides.placement import (
    LabelRequest,
    Occupied,
    boxes_along,
    place_labels,
)
from dashboard.slides.scene import CalloutText, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.slides.frame import Frame
    from dashboard.slides.groups import MarkGroup
    from dashboard.slides.scene import Area, FlowArrow, Outline
    from dashboard.slides.shown import Shown

INK, QUIET, AREA_INK, CITY_INK, FLOW_INK = "#1F1B18", "#5B534B", "#7A2E22", "#2A2622", "#00452F"
BOX_PAD_PX = 10
MOST_HIDDEN = 6.0
"""More of a border than this the name of a town does not hide, unless it is a capital's."""
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
    """Places without a note whose marks stand too close for their numbers."""
    story: CountryNames
    """What became of the names of the story's countries."""


class Named(NamedTuple):
    """The letters of the arrows and the countries of the story, which come before all else."""

    arrows: list[Label]
    story: CountryNames
    taken: Occupied


def name_story_of(shown: Shown, outlines: Sequence[Outline], taken: Occupied) -> Named:
    """Return the first names on a map, with the numbers of what is told of all of a country.

    What the legend lists of whole countries (`shown.listed`) is not written again.
    """
    arrows = _place(_flow_requests(shown.flows), taken)
    for arrow in shown.flows:
        taken.add_crossable(*boxes_along(*arrow.path.coords))
    taken.add(*shown.number_boxes)
    return Named(arrows, name_story(outlines, shown, taken), taken)


def letter_map(
    shown: Shown,
    outlines: Sequence[Outline],
    towns: Sequence[Town],
    named: Named,
    *,
    most_notes: int,
) -> Letters:
    """Return the names and notes that found room.

    Their rank: letters of arrows and countries of the story (`named`), notes on places, numbers of
    marks, notes on whole countries, areas, neighbours, towns. A place that has a note is not named
    a second time.
    """
    groups, story = shown.groups, named.story
    marks = note_marks([g for g in groups if g.marks], named.taken, most=most_notes)
    callouts, noted = marks.callouts, marks.names
    told_whole, papers, taken = note_countries(
        story.numbers, marks.taken, most=most_notes - len(callouts)
    )
    numbers = [Label(g.numbers, g.number_box, NUMBER, INK) for g in marks.groups if g.number_box]
    loose = [g for g in marks.groups if not g.number_box]
    unnoted = [g for g in loose if g.name not in noted]
    found = _place(_number_requests(unnoted, shown.selected), taken)
    unnumbered = len(unnoted) - len(found)
    told = [g for g in loose if g.name in noted]
    numbers += [*found, *_place(_number_requests(told, shown.selected), taken)]
    area_names = _place(_area_requests(shown.areas, noted), taken)
    lands = [*(label.text for label in story.labels), *(c.title for c in story.led_out)]
    neighbours = name_neighbours(outlines, lands, taken)
    town_names = _place(_town_requests(towns, groups, shown.frame, noted), taken)
    names = (*numbers, *named.arrows, *story.labels, *papers, *area_names, *neighbours, *town_names)
    callouts = (*story.led_out, *callouts, *told_whole)
    return Letters(names, callouts, unnumbered, story)


Wanted = tuple[LabelRequest, Label]


def _place(wanted: Sequence[Wanted], taken: Occupied) -> list[Label]:
    boxes = place_labels([request for request, _ in wanted], taken, taken.edge)
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
        name = capitalised(area.place.name)
        if area.style != "country" and name not in noted:
            point = area.shape.representative_point()
            key = f"a:{area.place.place_id}"
            wanted.append(_want(key, name, (point.x, point.y), AREA, AREA_INK))
    return wanted


def _town_requests(
    towns: Sequence[Town], groups: Sequence[MarkGroup], frame: Frame, noted: set[str]
) -> list[Wanted]:
    points = (g for g in groups if captions.style_of(g.place) is None)
    marked = {g.name: (g.x, g.y) for g in islice(points, MOST_NAMED)}
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
        most = MOST_HIDDEN * (2 if town.is_capital else 1)
        wanted.append((replace(request, dot_px=6, most_hidden=most), dotted))
    return wanted
