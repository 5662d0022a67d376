"""Groups of marks and shapes of places on a slide, from events and places."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.marking import drawn_places
from dashboard.slides.captions import style_of
from dashboard.slides.groups import MarkGroup, NumberedEvent
from dashboard.slides.headings import describe_event
from dashboard.slides.lettering import NUMBER, text_size
from dashboard.slides.notes import MEANT
from dashboard.slides.placement import Occupied, is_inside
from dashboard.slides.scene import Area

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Briefing, Event, Place
    from dashboard.slides.frame import Frame
    from dashboard.slides.placement import Box

MOST_MOVED = 60
"""Among more places than these the lines that tie marks to places would be a thicket."""
FARTHEST_PX, ROOM_PX, NUMBER_GAP_PX = 150, 5, 9
LOOSE_PX = 30


def number_all(briefing: Briefing) -> dict[str, int]:
    """Return the number of each event, by its id: the same on screen and on every slide."""
    return {e.event_id: i for i, e in enumerate(briefing.events, 1)}


def number_events(events: Sequence[Event], briefing: Briefing) -> tuple[NumberedEvent, ...]:
    """Return the events that have a place, under their numbers."""
    numbers = number_all(briefing)
    articles = {a.article_id: a for a in briefing.articles}
    return tuple(
        NumberedEvent(numbers[e.event_id], e, describe_event(e, articles[e.article_id]))
        for e in events
        if e.places and e.not_drawn_because is None
    )


def group_marks(events: Sequence[NumberedEvent], frame: Frame) -> tuple[MarkGroup, ...]:
    """The events by place, where the place can be seen; a group stands for one place."""
    by_place: dict[str, list[NumberedEvent]] = {}
    places: dict[str, Place] = {}
    for numbered in events:
        for place in drawn_places(numbered.event):
            places[place.place_id] = place
            by_place.setdefault(place.place_id, []).append(numbered)
    groups = []
    for place_id, members in by_place.items():
        spot = spot_of(places[place_id], frame)
        if spot is not None:
            groups.append(MarkGroup(places[place_id], *spot, tuple(members)))
    return stand_apart(_tell_apart(groups), frame.box)


def _tell_apart(groups: Sequence[MarkGroup]) -> list[MarkGroup]:
    """Say of places with one name which is the town and which its province."""
    counts = Counter(group.name for group in groups)
    return [
        replace(group, kind=MEANT.get(group.place.precision)) if counts[group.name] > 1 else group
        for group in groups
    ]


def stand_apart(groups: Sequence[MarkGroup], edge: Box) -> tuple[MarkGroup, ...]:
    """
    Move marks that would cover others to the nearest free ground, tied to their places.

    The place with most events keeps its own. Each takes the room of its numbers with it, so that
    every mark can be found in the tables. Of very many marks all stay where they are.
    """
    pinned = [g for g in groups if g.marks]
    if len(pinned) > MOST_MOVED:
        return tuple(groups)
    moved: dict[str, MarkGroup] = {}
    taken = Occupied(size=(math.ceil(edge[2]), math.ceil(edge[3])))
    for group in sorted(pinned, key=lambda g: -len(g.events)):
        stands = _seat(group, taken, edge)
        moved[group.place.place_id] = stands
        taken.add(stands.box, *([stands.number_box] if stands.number_box else []))
        taken.add(*((_around(stands.spot),) if stands.spot else ()))
    return tuple(moved.get(g.place.place_id, g) for g in groups)


def _seat(group: MarkGroup, taken: Occupied, edge: Box) -> MarkGroup:
    """Return the group where its marks and numbers are free: on its place, else near it."""
    if taken.is_free(group.box):
        return _with_number(group, taken, edge) or group
    for radius in range(36, FARTHEST_PX, 8):
        for step in range(20):
            angle = 2 * math.pi * step / 20
            x, y = group.x + radius * math.cos(angle), group.y + radius * math.sin(angle)
            aside = replace(group, x=x, y=y, spot=(group.x, group.y))
            if is_inside(aside.box, edge) and taken.is_free(aside.box, margin=ROOM_PX):
                seated = _with_number(aside, taken, edge)
                if seated is not None:
                    return seated
    return group


def number_beside(group: MarkGroup, taken: Occupied) -> MarkGroup:
    """Return the group with its numbers where they are free, or without room for them."""
    if group.number_box is not None and taken.is_free(group.number_box):
        return group
    return _with_number(group, taken, taken.edge) or replace(group, number_box=None)


def _with_number(group: MarkGroup, taken: Occupied, edge: Box) -> MarkGroup | None:
    """Return the group with its numbers right, left, under or over its marks, if one is free."""
    wide, high = text_size(group.numbers, NUMBER)
    left, top, right, bottom = group.box
    middle = (left + right) / 2, (top + bottom) / 2
    for x, y in (
        (right + NUMBER_GAP_PX + wide / 2, middle[1]),
        (left - NUMBER_GAP_PX - wide / 2, middle[1]),
        (middle[0], bottom + high / 2),
        (middle[0], top - high / 2),
    ):
        box = x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
        if is_inside(box, edge) and taken.is_free(box, margin=2):
            return replace(group, number_box=box)
    return None


def _around(spot: tuple[float, float]) -> Box:
    return spot[0] - 6, spot[1] - 6, spot[0] + 6, spot[1] + 6


def spot_of(place: Place, frame: Frame, *, is_cut: bool = True) -> tuple[float, float] | None:
    """
    Where the marks of a place stand: on its point, or inside what is seen of its shape.

    Off the map it is `None`, or with `is_cut=False` the point all the same.
    """
    left, top, right, bottom = frame.box
    lons, lats = frame.to_sheet(np.array([_unrolled(place.lon, frame)]), np.array([place.lat]))
    x, y = float(lons[0]), float(lats[0])
    if not is_cut:
        return x, y
    if left + 20 <= x <= right - 20 and top + 20 <= y <= bottom - 20:
        return x, y
    if place.geometry is None or style_of(place) is None:
        return None
    seen = frame.project(place.geometry)
    if seen.is_empty:
        return None
    point = seen.representative_point()
    return float(point.x), float(point.y)


def _unrolled(lon: float, frame: Frame) -> float:
    middle = frame.bounds.centre[0]
    return (lon - middle + 180) % 360 - 180 + middle


def draw_areas(places: Sequence[Place], frame: Frame) -> tuple[Area, ...]:
    """The shapes of the places that are not points, largest first so that none hides another."""
    styled = [(place, style) for place in places if (style := style_of(place)) is not None]
    areas = (_draw_area(place, style, frame) for place, style in styled)
    drawn = (area for area in areas if area is not None and not area.shape.is_empty)
    return tuple(sorted(drawn, key=lambda a: -shapely.area(a.shape)))


def _draw_area(place: Place, style: str, frame: Frame) -> Area | None:
    if place.geometry is not None and place.geometry.geom_type not in {"Point", "MultiPoint"}:
        return Area(place, frame.project(place.geometry).simplify(0.5), style)
    spot = None if style == "country" else spot_of(place, frame)
    # Of an area without an outline only this is known: it lies about here.
    return Area(place, shapely.Point(spot).buffer(LOOSE_PX), "vague") if spot else None
