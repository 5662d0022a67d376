"""
Rows of the GDELT event database, 1.0 and 2.0, which machines coded from the news.

Columns: GDELT event database codebooks, http://data.gdeltproject.org/documentation/
"""

from __future__ import annotations

from datetime import date
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
from dashboard.model import Actor, DatePrecision, EventType, Precision

if TYPE_CHECKING:
    from dashboard.exchange.event_rows import Cells

NAME = "GDELT"
REQUIRED = frozenset({"globaleventid", "sqldate", "eventcode", "actiongeo_type"})
_ACTOR = (
    "code", "name", "countrycode", "knowngroupcode", "ethniccode", "religion1code",
    "religion2code", "type1code", "type2code", "type3code",
)  # fmt: skip
_EVENT = (
    "isrootevent", "eventcode", "eventbasecode", "eventrootcode", "quadclass", "goldsteinscale",
    "nummentions", "numsources", "numarticles", "avgtone",
)  # fmt: skip
_GEO_1 = ("geo_type", "geo_fullname", "geo_countrycode", "geo_adm1code")
_GEO_2 = ("geo_lat", "geo_long", "geo_featureid")


def _columns(geo: tuple[str, ...]) -> tuple[str, ...]:
    return (
        *("globaleventid", "sqldate", "monthyear", "year", "fractiondate"),
        *(f"actor{n}{name}" for n in (1, 2) for name in _ACTOR),
        *_EVENT,
        *(f"{who}{name}" for who in ("actor1", "actor2", "action") for name in geo),
        *("dateadded", "sourceurl"),
    )


# The files have no header; how many columns there are tells the version.
COLUMNS_BY_COUNT = {
    len(columns): columns
    for columns in (_columns(_GEO_1 + _GEO_2), _columns((*_GEO_1, "geo_adm2code", *_GEO_2)))
}
PLACES = {
    1: (Precision.COUNTRY, "Only the country is known (GDELT ActionGeo_Type 1)."),
    2: (Precision.PROVINCE, "Only the state is known (GDELT ActionGeo_Type 2)."),
    3: (Precision.CITY_AREA, "The middle of a town that a machine chose (GDELT ActionGeo_Type 3)."),
    4: (Precision.CITY_AREA, "The middle of a town that a machine chose (GDELT ActionGeo_Type 4)."),
    5: (Precision.PROVINCE, "Only the province is known (GDELT ActionGeo_Type 5)."),
}
# The longest code that fits wins. CAMEO codebook 1.1b3, chapter 2.
TYPES = {
    "14": (EventType.PROTESTS, "Protest"),
    "145": (EventType.RIOTS, "Violent demonstration"),
    "18": (EventType.CIVILIANS, "Attack"),
    "181": (EventType.CIVILIANS, "Abduction/forced disappearance"),
    "1822": (EventType.CIVILIANS, "Attack"),
    "1821": (EventType.CIVILIANS, "Sexual violence"),
    "183": (EventType.EXPLOSIONS, "Remote explosive/landmine/IED"),
    "1831": (EventType.EXPLOSIONS, "Suicide bomb"),
    "19": (EventType.BATTLES, "Armed clash"),
    "192": (EventType.BATTLES, "Non-state actor overtakes territory"),
    "194": (EventType.EXPLOSIONS, "Shelling/artillery/missile attack"),
    "195": (EventType.EXPLOSIONS, "Air/drone strike"),
    "20": (EventType.CIVILIANS, "Attack"),
}
ROOTS = {
    "01": "make a statement", "02": "appeal", "03": "express intent to cooperate", "04": "consult",
    "05": "diplomatic cooperation", "06": "material cooperation", "07": "provide aid",
    "08": "yield", "09": "investigate", "10": "demand", "11": "disapprove", "12": "reject",
    "13": "threaten", "14": "protest", "15": "exhibit force posture", "16": "reduce relations",
    "17": "coerce", "18": "assault", "19": "fight", "20": "unconventional mass violence",
}  # fmt: skip


def read_row(cells: Cells) -> EventRow:
    """Return what a row says; raises `RowError` if a cell cannot be read."""
    code = cell(cells, "eventcode") or ""
    kind, sub_type = _tell_type(code)
    sides = (cell(cells, "actor1name"), cell(cells, "actor2name"))
    deed = ROOTS.get(code[:2], "event")
    quad = cell(cells, "quadclass")
    return EventRow(
        row_id=cell(cells, "globaleventid") or "",
        type=kind,
        sub_type=sub_type,
        headline=f"{' / '.join(filter(None, sides)) or 'Unnamed'}: {deed} (CAMEO {code})",
        place=_read_place(cells),
        when=make_when(_read_day(cells), None, DatePrecision.DAY),
        facts=tuple(filter(None, (quad and f"QuadClass {quad}", cell(cells, "sourceurl")))),
        actors=tuple(
            Actor(side, role) for side, role in zip(sides, ("actor", "target"), strict=True) if side
        ),
        attribution=cell(cells, "sourceurl"),
    )


def _tell_type(code: str) -> tuple[EventType, str]:
    fitting = [known for known in TYPES if code.startswith(known)]
    return TYPES[max(fitting, key=len)] if fitting else (EventType.STRATEGIC, "Other")


def _read_place(cells: Cells) -> RowPlace:
    kind = read_count(cells, "actiongeo_type") or 0
    precision, note = PLACES.get(kind, (Precision.REGION, "How exact it is is not stated."))
    lat, lon = read_coordinates(cells, "actiongeo_lat", "actiongeo_long")
    parts = [part.strip() for part in (cell(cells, "actiongeo_fullname") or "").split(",")]
    division = parts[0] if precision is Precision.PROVINCE else None
    return RowPlace(parts[0] or "place", parts[-1] or None, precision, lat, lon, note, division)


def _read_day(cells: Cells) -> date | None:
    written = cell(cells, "sqldate")
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        msg = f"SQLDATE is {written!r}, not YYYYMMDD"
        raise RowError(msg) from error
