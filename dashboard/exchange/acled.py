"""
Rows of an ACLED export.

Columns and codes: ACLED codebook, https://acleddata.com/knowledge-base/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.exchange.event_rows import (
    EventRow,
    RowError,
    RowPlace,
    cell,
    make_when,
    read_coordinates,
    read_count,
)
from dashboard.model import Actor, DatePrecision, EventType, Precision, Toll, When
from dashboard.reading.dates import find_date

if TYPE_CHECKING:
    from dashboard.exchange.event_rows import Cells

NAME = "ACLED"
REQUIRED = frozenset({"event_date", "event_type", "sub_event_type", "actor1", "geo_precision"})
TYPES = {kind.value.lower(): kind for kind in EventType}
PLACES = {
    1: (Precision.CITY_AREA, None),
    2: (Precision.CITY_AREA, "Near this town, or a part of the region (ACLED geo_precision 2)."),
    3: (Precision.PROVINCE, "Only a larger region is known (ACLED geo_precision 3)."),
}
DATES = {1: DatePrecision.DAY, 2: DatePrecision.WEEK, 3: DatePrecision.MONTH}
ROLES = (
    ("actor1", "inter1", "actor"),
    ("actor2", "inter2", "target"),
    ("assoc_actor_1", "", "assistant"),
    ("assoc_actor_2", "", "assistant"),
)
CLASSES = {
    "1": "state forces",
    "2": "rebel group",
    "3": "political militia",
    "4": "identity militia",
    "5": "rioters",
    "6": "protesters",
    "7": "civilians",
    "8": "external/other forces",
}


def read_row(cells: Cells) -> EventRow:
    """Return what a row says; raises `RowError` if a cell cannot be read."""
    kind = TYPES.get((cell(cells, "event_type") or "").lower())
    if kind is None:
        msg = f"event_type {cell(cells, 'event_type')!r} is not one of ACLED's six"
        raise RowError(msg)
    sub_type = cell(cells, "sub_event_type") or kind.value
    fatalities = read_count(cells, "fatalities")
    return EventRow(
        row_id=cell(cells, "event_id_cnty") or cell(cells, "data_id") or "",
        type=kind,
        sub_type=sub_type,
        headline=cell(cells, "notes") or sub_type,
        place=_read_place(cells),
        when=_read_date(cells),
        facts=tuple(filter(None, (cell(cells, "source"), _actors_words(cells)))),
        actors=tuple(_read_actors(cells)),
        killed=Toll(fatalities, fatalities, None if fatalities is None else str(fatalities)),
        attribution=cell(cells, "source"),
    )


def _read_place(cells: Cells) -> RowPlace:
    code = read_count(cells, "geo_precision") or 0
    precision, note = PLACES.get(code, (Precision.REGION, "How exact it is is not stated."))
    lat, lon = read_coordinates(cells, "latitude", "longitude")
    division = cell(cells, "admin1") if precision is Precision.PROVINCE else None
    country = cell(cells, "country")
    name = cell(cells, "location") or cell(cells, "admin1") or country or "place"
    return RowPlace(name, country, precision, lat, lon, note, division)


def _read_date(cells: Cells) -> When:
    words = cell(cells, "event_date")
    found = find_date(words) if words else None
    if words and found is None:
        msg = f"event_date is {words!r}, not a date"
        raise RowError(msg)
    precision = DATES.get(read_count(cells, "time_precision") or 0, DatePrecision.UNKNOWN)
    return make_when(found.day if found else None, None, precision)


def _read_actors(cells: Cells) -> list[Actor]:
    actors = []
    for column, inter, role in ROLES:
        for name in (cell(cells, column) or "").split(";"):
            code = (cell(cells, inter) or "").removesuffix(".0").lower()
            actor_class = CLASSES.get(code, code or None)
            if name.strip():
                actors.append(Actor(name.strip(), role, actor_class))
    return actors


def _actors_words(cells: Cells) -> str:
    return " against ".join(filter(None, (cell(cells, "actor1"), cell(cells, "actor2"))))
