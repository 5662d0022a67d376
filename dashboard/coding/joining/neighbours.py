"""Which events are near enough in time and place to be compared: their number grows evenly."""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

from dashboard.coding.joining.likeness import MONTH
from dashboard.model import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dashboard.model import Event, Place

    Block = tuple[object, ...]

CELL_DEGREES = 0.6
"""A cell of 67 km: points farther apart than `likeness.FAR_KM` are never in touching ones."""
NEAREST_POLE = 85.0
UNDATED = "undated"


def pair_neighbours(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a country and a time and are not far apart, and each by itself."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        earlier = {n for key in _sought(event) for n in blocks.get(key, ())}
        for other in sorted(earlier):
            yield other, number
        yield number, number
        for key in _kept(event):
            blocks[key].append(number)


def _kept(event: Event) -> set[Block]:
    """Return the blocks that an event is kept in: by country, day and cell."""
    return {
        block
        for at in event.places
        for country, day in product(at.place.countries, _days(event))
        for block in ((country, day, _cell(at.place)), (country, day))
    }


def _sought(event: Event) -> set[Block]:
    """Return the blocks in which events that may be the same are looked for."""
    days = set(_days(event))
    for day in tuple(days):
        if not isinstance(day, str):
            days |= {day - timedelta(days=1), day + timedelta(days=1)}
    return {
        block
        for at in event.places
        for country, day in product(at.place.countries, days)
        for block in _blocks_around(at.place, country, day)
    }


def _blocks_around(place: Place, country: str, day: date | str) -> Iterator[Block]:
    """Yield, for a point, its own cell, those around it and the areas; for an area, all."""
    if place.precision not in POINTS:
        yield country, day
        return
    yield country, day, None
    row = math.floor(place.lat / CELL_DEGREES)
    for near in (row - 1, row, row + 1):
        column = math.floor(place.lon / _width(near))
        for step in (-1, 0, 1):
            yield country, day, (near, column + step)


def _cell(place: Place) -> tuple[int, int] | None:
    """Return a point's cell, `None` for an area."""
    if place.precision not in POINTS:
        return None
    row = math.floor(place.lat / CELL_DEGREES)
    return row, math.floor(place.lon / _width(row))


def _width(row: int) -> float:
    """Return the degrees of longitude that are as far as a cell is high, at its poleward edge."""
    edge = min(NEAREST_POLE, max(abs(row), abs(row + 1)) * CELL_DEGREES)
    return CELL_DEGREES / math.cos(math.radians(edge))


def _days(event: Event) -> tuple[date | str, ...]:
    """Return the days an event may have been on; longer spans are compared by their first day."""
    start, end = event.when.start, event.when.end
    if start is None or end is None:
        return (UNDATED,)
    length = (end - start).days + 1
    if length > MONTH:
        return (f"from {start}",)
    return tuple(start + timedelta(days=n) for n in range(length))
