"""Places told by another: "20 km north of Kidal", "on the road between Baidoa and Burhakaba"."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from shapely.geometry import Point

from dashboard.geoparsing.context import EARTH_RADIUS_KM
from dashboard.geoparsing.exclusion import is_beside
from dashboard.geoparsing.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens
    from dashboard.model import Place

KM_PER_UNIT = {
    **dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), 1.0),
    **dict.fromkeys(("mile", "miles", "mi"), 1.609344),
}
KM_PER_NAUTICAL_MILE = 1.852
COMPASS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}
MAX_KM = 500
OFFSET = "offset"
"""What kind of place a reckoned point is."""
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
ROADS = frozenset({"road", "highway", "motorway", "route", "railway", "track", "roads"})
ROAD_LINKS = frozenset({"between", "from", "linking", "connecting", "joining"})
ROAD_JOINERS = frozenset({"and", "to", "with"})


def placed_by(
    tokens: Tokens, sightings: Sequence[Sighting], number: int, place: Place, *, cues: Cues
) -> Place:
    """
    Return where the words around a town put what they tell; the town itself if they say no more.

    With distance and direction that is a point; else the note says what is not known.
    """
    sighting = sightings[number]
    if is_beside(tokens, sighting):
        return replace(place, note=f"Near {place.name}: the text says outside it.")
    bearing = _direction(tokens, sighting, cues)
    if bearing is not None:
        index, direction = bearing
        return _away(tokens, index, direction, place)
    other = _other_end(tokens, sightings, number)
    if other is None:
        return place
    ends = " and ".join(end.surface for end in sorted((sighting, other), key=lambda s: s.first))
    return replace(place, note=f"On the road between {ends}: the text does not say where on it.")


def _direction(tokens: Tokens, sighting: Sighting, cues: Cues) -> tuple[int, str] | None:
    """Return the direction of "north of X", and the word before it."""
    index = sighting.first - 1
    if tokens.lower(index) not in {"of", "from"}:
        return None
    word, before = tokens.lower(index - 1), index - 2
    joined = before - 1 if tokens.lower(before) == "-" else before
    if tokens.lower(joined) + word in COMPASS:
        word, before = tokens.lower(joined) + word, joined - 1
    if word not in COMPASS or cues.directions.get(word) != word:
        return None
    # "the north of X" is in it.
    return None if tokens.lower(before) == "the" else (before, word)


def _away(tokens: Tokens, index: int, direction: str, place: Place) -> Place:
    """Return the point that lies as far as the words before `index` say in a direction."""
    told = _distance(tokens, index)
    if told is None or told[0] > MAX_KM:
        note = f"{direction.capitalize()} of {place.name}: the text does not say how far."
        return replace(place, note=note)
    km, words = told
    lat, lon = _destination(place.lat, place.lon, km=km, bearing=COMPASS[direction])
    return replace(
        place,
        place_id=f"offset:{place.place_id}:{direction}-{km:.0f}km",
        name=f"{words} {direction} of {place.name}",
        lat=lat,
        lon=lon,
        feature=OFFSET,
        population=None,
        note=f"Measured in a straight line from {place.name}, whose id it carries.",
        geometry=Point(lon, lat) if place.geometry is not None else None,
    )


def _distance(tokens: Tokens, index: int) -> tuple[float, str] | None:
    """Return the kilometres of "20 km" or "60 nautical miles" that end at a word, and the words."""
    unit = tokens.lower(index)
    is_nautical = unit in {"mile", "miles"} and tokens.lower(index - 1) == "nautical"
    at = index - 1 - is_nautical
    if unit not in KM_PER_UNIT or not NUMBER.fullmatch(tokens.lower(at)):
        return None
    per_unit = KM_PER_NAUTICAL_MILE if is_nautical else KM_PER_UNIT[unit]
    words = tokens.text[tokens.starts[at] : tokens.ends[index]]
    return float(tokens.lower(at).replace(",", "")) * per_unit, " ".join(words.split())


def _destination(lat: float, lon: float, *, km: float, bearing: float) -> tuple[float, float]:
    """Return the point at a distance and bearing on the sphere, rounded to about a kilometre."""
    angle, turn = km / EARTH_RADIUS_KM, math.radians(bearing)
    phi = math.radians(lat)
    north = math.asin(
        math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(turn)
    )
    east = math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(phi),
        math.cos(angle) - math.sin(phi) * math.sin(north),
    )
    return round(math.degrees(north), 2), round((lon + math.degrees(east) + 180) % 360 - 180, 2)


def _other_end(tokens: Tokens, sightings: Sequence[Sighting], number: int) -> Sighting | None:
    """Return the other end of "the road between X and Y", "the highway from X to Y", "X-Y road"."""
    for first, other in ((number, number + 1), (number - 1, number - 1)):
        if not 0 <= first < len(sightings) - 1:
            continue
        start, end = sightings[first], sightings[first + 1]
        between = tokens.lowers[start.last + 1 : end.first]
        link = start.first - 1
        is_road = tokens.lower(link) in ROAD_LINKS and tokens.lower(link - 1) in ROADS
        if is_road and len(between) == 1 and between[0] in ROAD_JOINERS:
            return sightings[other]
        if tokens.lower(end.last + 1) in ROADS and len(between) == 1 and between[0] in DASHES:
            return sightings[other]
    return None
