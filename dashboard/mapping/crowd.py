"""Many events at once: columns instead of cards, so that a filter click sends little.

The browser groups them by zoom and draws them on a canvas. The words of the one event that is
picked travel along when the page says which (`MapView.picked`). Above `SINGLE_LIMIT` the events
of a place are counted here, by type, and only the counts are sent.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from os.path import commonprefix
from textwrap import shorten
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
TITLE_LIMIT = 3_000
"""Above this many marks a list says type, place and date, and no headings are sent."""
LONGEST_TITLE = 80
POINTS = {Precision.POINT, Precision.CITY_AREA}
COARSE = {Precision.COUNTRY, Precision.MULTI_COUNTRY}
TYPES = tuple(EventType)
STATUSES = tuple(Status)
TYPE_NUMBERS = {kind: number for number, kind in enumerate(TYPES)}
STATUS_NUMBERS = {status: number for number, status in enumerate(STATUSES)}
EPOCH = date(1970, 1, 1).toordinal()
COUNTED_DECIMALS = 2
"""Counted places nearer than about a kilometre are one place."""


def crowd_of(marks: Sequence[Mark], articles: Mapping[str, Article]) -> Json:
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
        **_day_columns(events),
        **_id_columns([event.event_id for event in events]),
        "title": _titles(events, articles) if len(events) <= TITLE_LIMIT else None,
    }


def _day_columns(events: Sequence[Event]) -> Json:
    """Return the first day of each event, `None` for no date, and how many days follow it."""
    spans = [
        (day_number(e.when.start or e.when.end), day_number(e.when.end or e.when.start))
        for e in events
    ]
    return {
        "from": [start for start, _ in spans],
        "days": [0 if start is None or end is None else end - start for start, end in spans],
    }


def _id_columns(ids: list[str]) -> Json:
    """Return what all ids begin with, and the rest of each."""
    prefix = commonprefix(ids)  # noqa: RUF071 - ids are no paths; characters are what is meant
    return {"prefix": prefix, "id": [each[len(prefix) :] for each in ids]}


def _titles(events: Iterable[Event], articles: Mapping[str, Article]) -> list[str]:
    texts = (event.trigger.of(articles[event.article_id].text) for event in events)
    return [shorten(text, LONGEST_TITLE, placeholder=" …") for text in texts]


def _counted(marks: Iterable[Mark]) -> Json:
    cells: Counter[tuple[str, int]] = Counter()
    spots: dict[str, Place] = {}
    for event, place in marks:
        spot = _spot(place)
        spots.setdefault(spot, place)
        cells[spot, TYPE_NUMBERS[event.type]] += 1
    index = {spot: number for number, spot in enumerate(spots)}
    return _names() | {
        "places": _place_columns(list(spots.values())),
        "at": [index[spot] for spot, _ in cells],
        "type": [kind for _, kind in cells],
        "weight": list(cells.values()),
    }


def _spot(place: Place) -> str:
    """Return what counts as one spot: near points together, each area by itself."""
    if place.precision not in POINTS:
        return place.place_id
    return f"{place.lat:.{COUNTED_DECIMALS}f},{place.lon:.{COUNTED_DECIMALS}f}"


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
        "loose": column(is_loose),
    }


def is_loose(place: Place) -> bool:
    """Whether the place is an area or a line without an outline: a group, but never a point."""
    return place.geometry is None and place.precision not in POINTS | COARSE


def day_number(day: date | None) -> int | None:
    """Return days since 1970, the timeline's unit; `None` for no date."""
    return None if day is None else day.toordinal() - EPOCH
