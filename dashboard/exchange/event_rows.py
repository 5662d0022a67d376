"""A row of an event table, whichever dataset it comes from, and how its cells are read."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dashboard.model import Actor, DatePrecision, EventType, Precision, Toll, When

if TYPE_CHECKING:
    from collections.abc import Mapping

    Cells = Mapping[str, str]

LATITUDES = 90
LONGITUDES = 180


class RowError(ValueError):
    """A row that cannot be used, in words that end "row 12: ..."."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row says that it happened; without coordinates it has no mark."""

    name: str
    country: str | None
    precision: Precision
    lat: float | None = None
    lon: float | None = None
    note: str | None = None
    division: str | None = None
    """The first-order division that the row names, for rows that are no more exact."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """What one row says, in its own words."""

    row_id: str
    type: EventType
    sub_type: str
    headline: str
    place: RowPlace
    when: When
    facts: tuple[str, ...] = ()
    """Further cells that are quoted below the headline: source, sides, codes."""
    actors: tuple[Actor, ...] = ()
    killed: Toll = field(default_factory=Toll)
    attribution: str | None = None


def cell(cells: Cells, column: str) -> str | None:
    """Return a cell without the spaces around it, `None` for an empty one."""
    words = " ".join((cells.get(column) or "").split()).strip('"')
    return None if words in {"", "NA", "NaN", "nan", "NULL"} else words


def read_number(cells: Cells, column: str) -> float | None:
    """Return a number, `None` for an empty cell; raises `RowError` for another thing."""
    words = cell(cells, column)
    if words is None:
        return None
    try:
        number = float(words)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        msg = f"{column} is {words!r}, not a number"
        raise RowError(msg)
    return number


def read_count(cells: Cells, column: str) -> int | None:
    """Return a whole number, also one written as 4.0."""
    number = read_number(cells, column)
    return None if number is None else round(number)


def read_day(cells: Cells, column: str) -> date | None:
    """Return a day written as ISO, with or without a time after it."""
    words = cell(cells, column)
    if words is None:
        return None
    try:
        return date.fromisoformat(words[:10])
    except ValueError as error:
        msg = f"{column} is {words!r}, not a date written YYYY-MM-DD"
        raise RowError(msg) from error


def read_coordinates(cells: Cells, lat: str, lon: str) -> tuple[float | None, float | None]:
    """Return latitude and longitude, or neither; raises `RowError` if they are not on Earth."""
    north, east = read_number(cells, lat), read_number(cells, lon)
    if north is None or east is None:
        return None, None
    if abs(north) > LATITUDES or abs(east) > LONGITUDES:
        msg = f"{lat} {north}, {lon} {east} is no place on Earth"
        raise RowError(msg)
    return north, east


def make_when(start: date | None, end: date | None, precision: DatePrecision) -> When:
    """Return the interval from `start` to `end` with the words for it."""
    if start is None:
        return When()
    last = end or start
    edtf = start.isoformat() if start == last else f"{start.isoformat()}/{last.isoformat()}"
    return When(precision, start, last, edtf, None, describe_days(start, last))


def describe_days(start: date, end: date) -> str:
    """Return "3 May 2024", "3 to 5 May 2024", or with both months and years where they differ."""
    last = f"{end.day} {end:%B %Y}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {last}"
    first = f"{start.day} {start:%B}" if start.year == end.year else f"{start.day} {start:%B %Y}"
    return f"{first} to {last}"
