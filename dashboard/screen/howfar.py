"""How far one place is from another, in words: what was measured, from where to where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from geopy.location import Location
from shapely.geometry import Point

from dashboard.gazetteer.geocoder import LocalGeocoder
from dashboard.geography import BorderView
from dashboard.geography.nearest import gap_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from dashboard.gazetteer.gazetteer import Gazetteer
    from dashboard.geography import Atlas
    from dashboard.geography.nearest import Gap
    from dashboard.model import Place

COORDINATES = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
BORDER_OF = re.compile(r"(?:the\s+)?borders?\s+(?:of|with|between)\s+(?P<whose>.+)", re.IGNORECASE)
BORDER_AFTER = re.compile(r"(?:the\s+)?(?P<whose>.+?)(?:['\u2019]s)?\s+borders?", re.IGNORECASE)
TWO_SIDES = re.compile(r"\s+and\s+|\s*[-\u2013]\s*")
DIRECTIONS = (
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
)  # fmt: skip
TOUCHING_KM = 0.05
LEAST_ROUNDED_KM = 10


@dataclass(frozen=True, slots=True)
class Thing:
    """One end of a question: a place, an area, a border or a spot on the map."""

    name: str
    shape: BaseGeometry
    note: str | None = None

    @property
    def part(self) -> str:
        """What of it is measured to."""
        match self.shape.geom_type:
            case "Point" | "MultiPoint":
                return f"the point of {self.name}"
            case "LineString" | "MultiLineString":
                return f"the line of {self.name}"
            case _:
                return f"the edge of {self.name}"


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks names up: first among the places of the page, then in the gazetteer."""

    places: dict[str, Place]
    gazetteer: Gazetteer
    atlas: Atlas
    view: BorderView = BorderView.DE_FACTO

    def find(self, words: str, place_id: str | None = None) -> Thing | None:
        """Return what a place id or the reader's words mean; `None` if nothing known."""
        if place_id in self.places:
            return self._of_place(self.places[place_id])
        named = words.strip()
        by_name = {place.name.casefold(): place for place in self.places.values()}
        if named.casefold() in by_name:
            return self._of_place(by_name[named.casefold()])
        return self._spot(named) or self._border(named) or self._known(named)

    def _of_place(self, place: Place) -> Thing:
        if place.geometry is not None and not place.geometry.is_empty:
            return Thing(place.name, place.geometry, place.note)
        shape = self.atlas.shape_of(place.place_id, view=self.view)
        note = place.note if shape is not None or place.feature.startswith("PPL") else _MIDDLE
        return Thing(place.name, shape if shape is not None else Point(place.lon, place.lat), note)

    def _spot(self, words: str) -> Thing | None:
        found = COORDINATES.fullmatch(words)
        if not found:
            return None
        lat, lon = float(found[1]), float(found[2])
        return Thing(f"the spot {lat:g}, {lon:g}", Point(lon, lat)) if abs(lat) <= 90 else None

    def _border(self, words: str) -> Thing | None:
        found = BORDER_OF.fullmatch(words) or BORDER_AFTER.fullmatch(words)
        if not found:
            return None
        codes = [self._country(name) for name in TWO_SIDES.split(found["whose"])]
        names = [entry.name for code in codes if code and (entry := self.gazetteer.country(code))]
        match codes:
            case [str(one)]:
                area = self.atlas.shape_of(f"country:{one}", view=self.view)
                line, name = area.boundary if area is not None else None, names[0]
            case [str(one), str(other)]:
                line = self.atlas.border_between(one, other, view=self.view)
                name = " and ".join(names)
            case _:
                return None
        joint = "between" if len(codes) > 1 else "of"
        return Thing(f"the border {joint} {name}", line) if line is not None else None

    def _country(self, name: str) -> str | None:
        for entry in self.gazetteer.find(name.strip()):
            if entry.place_id.startswith("country:"):
                return entry.place_id.removeprefix("country:")
        return None

    def _known(self, words: str) -> Thing | None:
        found = LocalGeocoder(self.gazetteer).geocode(words)
        if not isinstance(found, Location):
            return None
        entry = found.raw["entry"]
        shape = self.atlas.shape_of(entry.place_id, view=self.view)
        is_area_without_outline = shape is None and entry.feature_class != "P"
        note = _MIDDLE if is_area_without_outline else entry.note
        return Thing(entry.name, shape if shape is not None else Point(entry.lon, entry.lat), note)


_MIDDLE = "It has no outline here, so its middle was taken."


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in words, and the two ends to mark on the map, as (lat, lon)."""

    words: str
    ends: tuple[tuple[float, float], tuple[float, float]] | None = None


def how_far(first: Thing, second: Thing) -> Answer:
    """Return the shortest way between two things in words: distance, direction, what was taken."""
    gap = gap_between(first.shape, second.shape)
    notes = [f"{thing.name}: {thing.note}" for thing in (first, second) if thing.note]
    said = _meeting(first, second) if gap.km < TOUCHING_KM else _apart(first, second, gap)
    ends = ((gap.here.y, gap.here.x), (gap.there.y, gap.there.x))
    return Answer(" ".join([_capital(said), *map(_capital, notes)]), ends)


def _apart(first: Thing, second: Thing, gap: Gap) -> str:
    direction = DIRECTIONS[round(gap.bearing / 45) % 8]
    return (
        f"{first.name} is about {_kilometres(gap.km)} km from {second.name}, which lies to the "
        f"{direction} ({round(gap.bearing) % 360:03d}\u00b0). Measured from {first.part} to "
        f"{second.part}, where they are nearest."
    )


def _meeting(first: Thing, second: Thing) -> str:
    for inner, outer in ((first, second), (second, first)):
        if shapely.covers(outer.shape, inner.shape):
            is_area = outer.shape.geom_type in {"Polygon", "MultiPolygon"}
            hint = f" For the way out of it, ask for {_border_name(outer)}." if is_area else ""
            return f"0 km: {inner.name} lies {'in' if is_area else 'on'} {outer.name}.{hint}"
    return f"0 km: {first.name} and {second.name} meet. {_capital(first.part)} reaches it."


def _border_name(thing: Thing) -> str:
    return f"\u201cborder of {thing.name}\u201d"


def _kilometres(km: float) -> str:
    return f"{km:.1f}" if km < LEAST_ROUNDED_KM else f"{round(km):,}"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def answer_question(asked: Iterable[tuple[str, str | None]], finder: Finder) -> Answer:
    """Return the answer to two names (with place ids where they were clicked), or what is amiss."""
    things = []
    for words, place_id in asked:
        thing = finder.find(words, place_id)
        if thing is None:
            return Answer(
                f"\u201c{words}\u201d is not known here. Give the name of a place, a country, "
                "\u201cborder of \u2026\u201d, or click it on the map."
            )
        things.append(thing)
    return how_far(things[0], things[1])
