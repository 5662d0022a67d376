"""Groups of marks and shapes of places on a slide, from events and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.marking import drawn_places
from dashboard.slides.captions import style_of
from dashboard.slides.scene import Area, MarkGroup, NumberedEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.model import Article, Briefing, Event, Place
    from dashboard.slides.frame import Frame


def number_events(events: Sequence[Event], briefing: Briefing) -> tuple[NumberedEvent, ...]:
    """Return the events that have a place, under the numbers that they have on screen."""
    numbers = {e.event_id: i for i, e in enumerate(briefing.events, 1)}
    articles = {a.article_id: a for a in briefing.articles}
    return tuple(
        NumberedEvent(numbers[e.event_id], e, _heading(e, articles[e.article_id]))
        for e in events
        if e.places and e.not_drawn_because is None
    )


def _heading(event: Event, article: Article) -> str:
    words = " ".join(event.trigger.of(article.text).split())
    return words[:1].upper() + words[1:] if words else event.sub_type


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
    return tuple(groups)


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
    areas = []
    for place in places:
        style = style_of(place)
        if style is None or place.geometry is None:
            continue
        shape: BaseGeometry = frame.project(place.geometry).simplify(0.5)
        if not shape.is_empty:
            areas.append(Area(place, shape, style))
    return tuple(sorted(areas, key=lambda a: -shapely.area(a.shape)))
