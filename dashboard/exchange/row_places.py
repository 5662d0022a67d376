"""Places of the rows of an event table: one value for each place, with its code and shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from shapely.geometry import Point

from dashboard.model import POINTS, Place, Precision

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from dashboard.exchange.event_rows import RowPlace
    from dashboard.gazetteer import Gazetteer

# UCDP writes "Ar Raqqah Governorate" for what gazetteers call Ar Raqqah.
DIVISION_WORD = re.compile(
    r"\s(?:governorate|province|region|state|district|county|department|oblast|prefecture)$",
    re.IGNORECASE,
)
PROVINCE = "province:"
BRACKETED = re.compile(r"^(?P<now>[^(]+?)\s*\((?P<before>[^)]+)\)$")


class PlaceLookup(Protocol):
    """What is asked of the gazetteer and the atlas; `None` is always an answer."""

    def country_code(self, name: str) -> str | None:
        """Return the alpha-2 code of a country."""

    def province_id(self, name: str, country: str) -> str | None:
        """Return the `place_id` of a first-order division of a country."""

    def shape_of(self, place_id: str) -> BaseGeometry | None:
        """Return the outline of a country or province."""


class _Shapes(Protocol):
    def shape_of(self, place_id: str) -> BaseGeometry | None: ...


@dataclass(frozen=True, slots=True)
class GazetteerLookup:
    """The look-up in the product's own gazetteer and atlas."""

    gazetteer: Gazetteer
    atlas: _Shapes

    def country_code(self, name: str) -> str | None:
        """Return the alpha-2 code of a country by any of its names."""
        found = (e for e in self.gazetteer.find(name) if e.place_id.startswith("country:"))
        return next((entry.country for entry in found), None)

    def province_id(self, name: str, country: str) -> str | None:
        """Return the `place_id` of a first-order division by any of its names."""
        for known in (name, DIVISION_WORD.sub("", name)):
            for entry in self.gazetteer.find(known):
                if entry.place_id.startswith(PROVINCE) and entry.country == country:
                    return entry.place_id
        return None

    def shape_of(self, place_id: str) -> BaseGeometry | None:
        """Return the outline of a country or province; `None` for a place of the table's own."""
        return None if place_id.startswith("own:") else self.atlas.shape_of(place_id)


@dataclass(slots=True)
class RowPlaces:
    """The places of one table; the same words and coordinates give the same place."""

    lookup: PlaceLookup
    known: dict[RowPlace, Place | None] = field(default_factory=dict)
    codes: dict[str, str | None] = field(default_factory=dict)

    def place(self, row: RowPlace) -> Place | None:
        """Return the place of a row, `None` if the row gives no coordinates."""
        if row not in self.known:
            self.known[row] = self._make(row)
        return self.known[row]

    def _make(self, row: RowPlace) -> Place | None:
        if row.lat is None or row.lon is None:
            return None
        code = self._country_code(row.country)
        place_id = self._place_id(row, code)
        point = Point(row.lon, row.lat) if row.precision in POINTS else None
        return Place(
            place_id=place_id,
            # What is known only by its province is called so, and not by the row's town.
            name=row.division if row.division and place_id.startswith(PROVINCE) else row.name,
            lat=row.lat,
            lon=row.lon,
            precision=row.precision,
            feature=row.precision.value,
            countries=(code,) if code else (),
            note=row.note,
            geometry=point or self.lookup.shape_of(place_id),
        )

    def _place_id(self, row: RowPlace, code: str | None) -> str:
        if row.precision is Precision.COUNTRY and code:
            return f"country:{code}"
        if row.division and code:
            province = self.lookup.province_id(row.division, code)
            if province:
                return province
        words = f"{row.name} {row.lat} {row.lon} {row.precision}"
        return f"own:{sha256(words.encode()).hexdigest()[:12]}"

    def _country_code(self, name: str | None) -> str | None:
        """Look a country up by its name, also "Yemen (North Yemen)" as UCDP writes it."""
        if name is None:
            return None
        if name not in self.codes:
            bracketed = BRACKETED.match(name)
            names = (name, *(bracketed.groups() if bracketed else ()))
            codes = (self.lookup.country_code(each) for each in names)
            self.codes[name] = next(filter(None, codes), None)
        return self.codes[name]
