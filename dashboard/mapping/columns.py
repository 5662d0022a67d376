"""The marks of a briefing laid out in columns once, so that any selection is cheap to group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dashboard.marking import drawn_places
from dashboard.model import POINTS, WIDE, EventType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Briefing, Event, Place

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int32]
TYPES = tuple(EventType)
STATUSES = tuple(Status)
_TYPE_NUMBERS = {kind: number for number, kind in enumerate(TYPES)}
_STATUS_NUMBERS = {status: number for number, status in enumerate(STATUSES)}
_NORTHMOST = 85.0
"""Web Mercator ends about here."""


@dataclass(frozen=True, slots=True, eq=False)
class MarkColumns:
    """One row a mark: an event with several places has several. Places come once."""

    events: Sequence[Event]
    places: tuple[Place, ...]
    event: Numbers
    """Position in `events`."""
    place: Numbers
    """Position in `places`."""
    type: Numbers
    status: Numbers
    x: NDArray[np.float64]
    """Of each place on the unit square of the Mercator map, as `y`, which counts from the north."""
    y: NDArray[np.float64]
    is_grouped: Mask
    """The places that a crowd draws in groups: points, and areas without an outline."""
    is_loose: Mask
    """Of those the areas: a group, but never a point."""
    named: tuple[Place, ...] = ()
    """Every place that the texts name, for the quiet ones among them."""

    def rows(self, passing: Mask) -> Numbers:
        """Return the marks of the events that pass."""
        return np.flatnonzero(passing[self.event]).astype(np.int32)


def lay_out_marks(briefing: Briefing) -> MarkColumns:
    """Lay out the marks of all events that have one."""
    events = briefing.events
    positions: dict[str, int] = {}
    places: list[Place] = []
    rows: list[int] = []
    at: list[int] = []
    for number, event in enumerate(events):
        if event.not_drawn_because is not None or not event.places:
            continue
        for place in drawn_places(event):
            position = positions.setdefault(place.place_id, len(places))
            if position == len(places):
                places.append(place)
            rows.append(number)
            at.append(position)
    number_of = np.array(rows, dtype=np.int32)
    kinds = np.fromiter((_TYPE_NUMBERS[e.type] for e in events), np.int32, len(events))
    statuses = np.fromiter((_STATUS_NUMBERS[e.status] for e in events), np.int32, len(events))
    x, y = _mercator(places)
    loose = np.array([is_loose(p) for p in places], dtype=np.bool_)
    points = np.array([p.precision in POINTS for p in places], dtype=np.bool_)
    return MarkColumns(
        events=events,
        places=tuple(places),
        event=number_of,
        place=np.array(at, dtype=np.int32),
        type=kinds[number_of],
        status=statuses[number_of],
        x=x,
        y=y,
        is_grouped=points | loose,
        is_loose=loose,
        named=tuple(briefing.places.values()),
    )


def is_loose(place: Place) -> bool:
    """Whether the place is an area or a line without an outline: a group, but never a point."""
    return place.geometry is None and place.precision not in POINTS | WIDE


def _mercator(places: Sequence[Place]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    lat = np.clip([p.lat for p in places], -_NORTHMOST, _NORTHMOST)
    sine = np.sin(np.radians(lat))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    return np.array([p.lon for p in places], dtype=np.float64) / 360 + 0.5, y
