"""Many events at once: columns instead of cards, so that a filter click sends little.

The browser groups them by zoom and draws them on a canvas. The words of the one event that is
picked travel along when the page says which (`MapView.picked`). Above `SINGLE_LIMIT` the events
of a place are counted here, by type, and only the counts are sent.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from dashboard.model import EventType, Precision, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dashboard.model import Article, Event, Place

# Any: JSON.
Json = dict[str, Any]
Mark = tuple["Event", "Place"]

LIMIT = 400
"""More marks than this are drawn as a crowd: beyond it rows of buttons slow the browser down."""
SINGLE_LIMIT = 20_000
"""More marks than this are sent as counts: single rows would be more than 600 KB."""
POINTS = {Precision.POINT, Precision.CITY_AREA}
TYPES = tuple(EventType)
STATUSES = tuple(Status)
TYPE_NUMBERS = {kind: number for number, kind in enumerate(TYPES)}
STATUS_NUMBERS = {status: number for number, status in enumerate(STATUSES)}
EPOCH = date(1970, 1, 1).toordinal()
COUNTED_DECIMALS = 2
"""Counted places nearer than about a kilometre are one place."""


def crowd_of(
    marks: Sequence[Mark], numbers: Mapping[str, int], articles: Mapping[str, Article]
) -> Json:
    """Return the columns of the marks; `at` counts into the columns of `places`."""
    if len(marks) > SINGLE_LIMIT:
        return _counted(marks)
    index: dict[str, int] = {}
    places: list[Place] = []
    for _, place in marks:
        if place.place_id not in index:
            index[place.place_id] = len(places)
            places.append(place)
    events = [event for event, _ in marks]
    return _names() | {
        "places": _place_columns(places),
        "at": [index[place.place_id] for _, place in marks],
        "type": [TYPE_NUMBERS[event.type] for event in events],
        "status": [STATUS_NUMBERS[event.status] for event in events],
        "from": [_day(event.when.start or event.when.end) for event in events],
        "to": [_day(event.when.end or event.when.start) for event in events],
        "n": [numbers[event.event_id] for event in events],
        "id": [event.event_id for event in events],
        "title": [event.trigger.of(articles[event.article_id].text) for event in events],
    }


def _counted(marks: Iterable[Mark]) -> Json:
    cells: Counter[tuple[float, float, int]] = Counter()
    names: dict[tuple[float, float], str] = {}
    for event, place in marks:
        spot = round(place.lat, COUNTED_DECIMALS), round(place.lon, COUNTED_DECIMALS)
        names.setdefault(spot, place.name)
        cells[(*spot, TYPE_NUMBERS[event.type])] += 1
    index = {spot: number for number, spot in enumerate(names)}
    return _names() | {
        "places": {
            "id": [None] * len(names),
            "name": list(names.values()),
            "lat": [lat for lat, _ in names],
            "lon": [lon for _, lon in names],
            "form": [Precision.POINT] * len(names),
        },
        "at": [index[lat, lon] for lat, lon, _ in cells],
        "type": [kind for _, _, kind in cells],
        "weight": list(cells.values()),
    }


def _names() -> Json:
    return {"types": list(TYPES), "statuses": list(STATUSES)}


def _place_columns(places: Sequence[Place]) -> Json:
    def column(read: Callable[[Place], object]) -> list[object]:
        return [read(place) for place in places]

    return {
        "id": column(lambda p: p.place_id),
        "name": column(lambda p: p.name),
        "lat": column(lambda p: round(p.lat, 4)),
        "lon": column(lambda p: round(p.lon, 4)),
        "form": column(lambda p: p.precision),
    }


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal() - EPOCH
