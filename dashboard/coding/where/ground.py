"""Places that a text tells without their names: a country's capital, its north, a way between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from shapely.geometry import LineString, Point

from dashboard.geography.inside import inner_point
from dashboard.geoparsing.places import place_of
from dashboard.model import Place, Precision

if TYPE_CHECKING:
    from dashboard.gazetteer import Entry, Gazetteer
    from dashboard.geography import Atlas

STRIP_DEGREES = 0.05
"""Half the width of a strip between two towns: some five kilometres."""


class Ground(Protocol):
    """Knows the places that may be told without a name."""

    def capital_of(self, country: str) -> Place | None:
        """Return the capital of a country by its code."""

    def part_of(self, area: Place, direction: str) -> Place | None:
        """Return the part of a country or a province that lies in a direction."""

    def province_of(self, place: Place) -> Place | None:
        """Return the province that a place lies in, itself if it is one."""

    def country(self, code: str) -> Place | None:
        """Return a country by its code."""


class MappedGround:
    """The ground as gazetteer and atlas know it; what the user withholds is not on it."""

    def __init__(self, gazetteer: Gazetteer, atlas: Atlas) -> None:
        self._gazetteer = gazetteer
        self._atlas = atlas

    def capital_of(self, country: str) -> Place | None:
        """Return the capital of a country by its code."""
        entry = self._gazetteer.index.capitals.get(country)
        if entry is None or self._gazetteer.withheld_because(entry.name, entry.place_id):
            return None
        return replace(place_of(entry), geometry=Point(entry.lon, entry.lat))

    def part_of(self, area: Place, direction: str) -> Place | None:
        """Return the part of a country or a province that lies in a direction."""
        place_id = f"part:{area.place_id}:{direction}"
        shape = self._atlas.shape_of(place_id)
        if shape is None or shape.is_empty:
            return None
        point = inner_point(shape)
        adjective = direction if direction == "central" else f"{direction}ern"
        return Place(
            place_id=place_id,
            name=f"{adjective} {area.name}",
            lat=round(point.y, 5),
            lon=round(point.x, 5),
            precision=Precision.REGION,
            feature="part",
            countries=area.countries,
            # The id is that of the whole; no gazetteer numbers such parts.
            geonameid=area.geonameid,
            note=f"Vague: the {direction} of {area.name}, cut by a rule of thumb.",
            geometry=shape,
        )

    def province_of(self, place: Place) -> Place | None:
        """Return the province that a place lies in, itself if it is one."""
        entry = self._gazetteer.entry(place.place_id)
        if entry is None:
            return None
        province = self._gazetteer.admin1(entry.country or "", entry.admin1 or "")
        return self._shaped(province)

    def country(self, code: str) -> Place | None:
        """Return a country by its code."""
        return self._shaped(self._gazetteer.country(code))

    def _shaped(self, entry: Entry | None) -> Place | None:
        if entry is None or self._gazetteer.withheld_because(entry.name, entry.place_id):
            return None
        place = place_of(entry, atlas=self._atlas)
        is_area = place.geometry is not None and place.geometry.geom_type != "Point"
        return place if is_area else None


def strip_between(one: Place, other: Place) -> Place:
    """Return the strip from one town to another; where along it something was is not told."""
    line = LineString([(one.lon, one.lat), (other.lon, other.lat)])
    middle = line.interpolate(0.5, normalized=True)
    return Place(
        place_id=f"between:{one.place_id}:{other.place_id}",
        name=f"between {one.name} and {other.name}",
        lat=round(middle.y, 5),
        lon=round(middle.x, 5),
        precision=Precision.REGION,
        feature="way",
        countries=tuple(dict.fromkeys((*one.countries, *other.countries))),
        note="Vague: a straight strip between the two; the text does not say where along the way.",
        geometry=line.buffer(STRIP_DEGREES),
    )
