"""
Rows of the UCDP Georeferenced Event Dataset (GED).

Columns and codes: UCDP GED codebook, https://ucdp.uu.se/downloads/
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
    read_day,
)
from dashboard.model import Actor, DatePrecision, EventType, Precision, Toll

if TYPE_CHECKING:
    from dashboard.exchange.event_rows import Cells

NAME = "UCDP GED"
REQUIRED = frozenset({"type_of_violence", "where_prec", "date_prec", "date_start", "side_a"})
TYPES = {
    1: (EventType.BATTLES, "State-based violence (UCDP)"),
    2: (EventType.BATTLES, "Non-state violence (UCDP)"),
    3: (EventType.CIVILIANS, "One-sided violence (UCDP)"),
}
PLACES = {
    1: (Precision.POINT, None),
    2: (Precision.CITY_AREA, "Within about 25 km of this point (UCDP where_prec 2)."),
    3: (Precision.PROVINCE, "Only the district is known (UCDP where_prec 3)."),
    4: (Precision.PROVINCE, "Only the province is known (UCDP where_prec 4)."),
    5: (Precision.REGION, "A line or an area without fixed edges (UCDP where_prec 5)."),
    6: (Precision.COUNTRY, "Only the country is known (UCDP where_prec 6)."),
    7: (Precision.REGION, "At sea or in the air (UCDP where_prec 7)."),
}
DATES = {
    1: DatePrecision.DAY,
    2: DatePrecision.DAYS,
    3: DatePrecision.WEEK,
    4: DatePrecision.MONTH,
    5: DatePrecision.YEAR,
}
EXACT, FIRST_ORDER = 1, 4
TOWN_WORDS = frozenset({"city", "town", "village", "suburb"})


def read_row(cells: Cells) -> EventRow:
    """Return what a row says; raises `RowError` if a cell cannot be read."""
    code = read_count(cells, "type_of_violence")
    if code not in TYPES:
        msg = f"type_of_violence is {code}, not 1, 2 or 3"
        raise RowError(msg)
    kind, sub_type = TYPES[code]
    sides = (cell(cells, "side_a"), cell(cells, "side_b"))
    dyad = cell(cells, "dyad_name") or cell(cells, "conflict_name") or "Violence"
    precision = DATES.get(read_count(cells, "date_prec") or 0, DatePrecision.UNKNOWN)
    return EventRow(
        row_id=(cell(cells, "id") or "").removesuffix(".0"),
        type=kind,
        sub_type=sub_type,
        headline=cell(cells, "source_headline") or dyad,
        place=_read_place(cells),
        when=make_when(read_day(cells, "date_start"), read_day(cells, "date_end"), precision),
        facts=tuple(filter(None, (_source(cells), " against ".join(filter(None, sides))))),
        actors=tuple(
            Actor(side, role) for side, role in zip(sides, ("actor", "target"), strict=True) if side
        ),
        killed=_read_deaths(cells),
        attribution=cell(cells, "source_original") or cell(cells, "source_office"),
    )


def _read_place(cells: Cells) -> RowPlace:
    code = read_count(cells, "where_prec") or 0
    precision, note = PLACES.get(code, (Precision.REGION, "How exact it is is not stated."))
    lat, lon = read_coordinates(cells, "latitude", "longitude")
    if code == EXACT and _is_town(cell(cells, "where_coordinates") or ""):
        precision = Precision.CITY_AREA
    division = cell(cells, "adm_1") if code == FIRST_ORDER else None
    name = cell(cells, "where_coordinates") or cell(cells, "adm_2") or cell(cells, "adm_1")
    country = cell(cells, "country")
    return RowPlace(name or country or "place", country, precision, lat, lon, note, division)


def _is_town(name: str) -> bool:
    """Whether all of a town is meant: UCDP's names of places end in what they are."""
    return name.rpartition(" ")[2].lower() in TOWN_WORDS


def _read_deaths(cells: Cells) -> Toll:
    """Keep UCDP's low and high; its best estimate and the sides stand in the words."""
    named = {
        "best": "best estimate",
        "deaths_a": "side A",
        "deaths_b": "side B",
        "deaths_civilians": "civilians",
        "deaths_unknown": "unknown",
    }
    counts = {words: read_count(cells, column) for column, words in named.items()}
    stated = [f"{words} {count}" for words, count in counts.items() if count is not None]
    low, high = read_count(cells, "low"), read_count(cells, "high")
    return Toll(low, high, ", ".join(stated) or None)


def _source(cells: Cells) -> str | None:
    parts = filter(None, (cell(cells, "source_office"), cell(cells, "source_date")))
    return ", ".join(parts) or cell(cells, "source_article")
