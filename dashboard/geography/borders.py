"""The join of places to country borders: one row in, one row out, and the rule that decided.

- A **point** gets exactly one home country: the one whose outline holds it. On a border, the
  country that the gazetteer states, else the first of the neighbours by code; all neighbours are
  listed. Where the outline says otherwise than the gazetteer but its country is within 5 km, the
  gazetteer wins: borders at 1:10 million are off by that much, a town's country is not. At sea, the
  nearest country within 12 nautical miles (its territorial sea); farther out, none.
- An **area or line** gets every country that it overlaps by at least 1 % of the smaller of the two
  (of its own length, for a line), the largest share first. Slivers do not count.
- In a **disputed area** the border view that the frame of borders was made for decides the home;
  all claimants are listed.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.geography.distance import KM_PER_DEGREE, distance_km
from dashboard.geography.frames import AREAS, WGS84, FrameContract, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

ON_BORDER_KM = 0.02
"""The grid of the layers, 14 m, and a little."""
NEAR_BORDER_KM = 5.0
TERRITORIAL_SEA_KM = 22.2
"""12 nautical miles (UN Convention on the Law of the Sea, article 3)."""
LEAST_SHARE = 0.01
LINE_WIDTH_DEGREES = 0.01
"""A line along a border touches both sides; its drawing is off by about this much."""

PLACES = FrameContract(
    "the frame of places",
    {"place_id": Kind.UNIQUE, "stated": Kind.TEXT_OR_NULL},
    remedy="give each place once, with the country its gazetteer entry states or None",
)
BORDERS = FrameContract(
    "the frame of borders",
    {
        "country": Kind.TEXT_OR_NULL,
        "name": Kind.TEXT,
        "kind": Kind.TEXT,
        "claimants": Kind.TUPLE,
    },
    AREAS,
    remedy="take it from `Atlas.borders(view)`",
)
LOCATED = FrameContract(
    "the frame of located places",
    {
        "place_id": Kind.UNIQUE,
        "stated": Kind.TEXT_OR_NULL,
        "country": Kind.TEXT_OR_NULL,
        "countries": Kind.TUPLE,
        "claimants": Kind.TUPLE,
        "claimed_share": Kind.NUMBER,
        "rule": Kind.TEXT,
    },
)
CLAIM = "claim"
"""The `kind` of a row that outlines a disputed area and holds no home of its own."""


class Location(NamedTuple):
    """Where a place lies, and the rule that says so."""

    country: str | None
    countries: tuple[str, ...]
    claimants: tuple[str, ...]
    rule: str
    claimed_share: float = 0.0
    """How much of it lies in the disputed area that holds most of it, 0 to 1."""


def join_borders(places: gpd.GeoDataFrame, borders: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """
    Return the places with the fields of `Location`, row for row.

    `places` follows `PLACES`, `borders` follows `BORDERS`, the result `LOCATED`.
    """
    PLACES.check(places)
    BORDERS.check(borders)
    finder = BorderFinder(borders)
    found = [
        finder.locate(shape, stated=stated)
        for shape, stated in zip(places.geometry, _or_none(places["stated"]), strict=True)
    ]
    # Kept as objects: pandas would write an absent country as NaN.
    columns = {
        field: pd.Series([getattr(f, field) for f in found], index=places.index, dtype=object)
        for field in Location._fields
    }
    columns["claimed_share"] = columns["claimed_share"].astype(float)
    located = gpd.GeoDataFrame(places.assign(**columns), crs=WGS84)
    LOCATED.check(located)
    return located


class BorderFinder:
    """Finds the countries of a shape; keeps the index over the outlines."""

    def __init__(self, borders: gpd.GeoDataFrame) -> None:
        self._country = _or_none(borders["country"])
        self._kind: list[str] = list(borders["kind"])
        self._claimants: list[tuple[str, ...]] = list(borders["claimants"])
        self._shapes = borders.geometry.to_numpy()
        self._tree = shapely.STRtree(self._shapes)

    def locate(self, shape: BaseGeometry, *, stated: str | None = None) -> Location:
        """Find where a shape lies; `stated` is the country that its gazetteer entry gives."""
        if shape.geom_type == "Point":
            return self._locate_point(shape, stated)
        return self._locate_extent(shape)

    def _locate_point(self, point: Point, stated: str | None) -> Location:
        touched = self._near(point, ON_BORDER_KM)
        location = self._homed(point, stated, touched)
        return location._replace(claimed_share=1.0) if location.claimants else location

    def _homed(self, point: Point, stated: str | None, touched: list[int]) -> Location:
        claimants = self._claimants_of(touched)
        homes = self._homes(touched)
        if len(homes) > 1:
            home = stated if stated in homes else homes[0]
            countries = (home, *(c for c in homes if c != home))
            return Location(home, countries, claimants, f"on the border of {_listed(homes)}")
        if stated and not claimants and stated not in homes and self._is_near(point, stated):
            return Location(stated, (stated,), (), f"within {NEAR_BORDER_KM:g} km of its border")
        if homes:
            return Location(homes[0], (homes[0],), claimants, "inside")
        if touched:
            return Location(None, (), claimants, "claimed, under no country")
        return self._locate_at_sea(point)

    def _locate_at_sea(self, point: Point) -> Location:
        near = [i for i in self._near(point, TERRITORIAL_SEA_KM) if self._country[i]]
        if not near:
            return Location(None, (), (), f"at sea, over {TERRITORIAL_SEA_KM:g} km from land")
        nearest = min(near, key=lambda i: self._distance_km(point, i, TERRITORIAL_SEA_KM))
        home = self._country[nearest]
        countries = (home,) if home else ()
        return Location(home, countries, (), f"at sea, within {TERRITORIAL_SEA_KM:g} km of land")

    def _locate_extent(self, shape: BaseGeometry) -> Location:
        touched = self._tree.query(shape, predicate="intersects")
        own = {int(i): _overlap(shape, self._shapes[i]) for i in touched}
        counted = [i for i in own if self._share(shape, i, own[i]) >= LEAST_SHARE]
        counted.sort(key=lambda i: -own[i])
        homes = self._homes(counted)
        disputed = [i for i in counted if self._kind[i] == CLAIM]
        claimed = max((own[i] for i in disputed), default=0.0) / (_extent(shape) or 1.0)
        rule = "every country it overlaps" if homes else "outside every country"
        home = homes[0] if homes else None
        return Location(home, homes, self._claimants_of(disputed), rule, min(claimed, 1.0))

    def _share(self, shape: BaseGeometry, row: int, overlap: float) -> float:
        """How much of the smaller of the two the overlap is, 0 to 1."""
        whole = _extent(shape)
        if shape.geom_type in AREAS:
            whole = min(whole, self._shapes[row].area)
        return overlap / whole if whole else 0.0

    def _homes(self, rows: Iterable[int]) -> tuple[str, ...]:
        """The countries of rows, each once, in order; points' rows come sorted by code."""
        found = (self._country[i] for i in rows if self._kind[i] != CLAIM)
        return tuple(dict.fromkeys(country for country in found if country))

    def _claimants_of(self, rows: Iterable[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for i in rows for c in self._claimants[i]))

    def _near(self, point: Point, within_km: float) -> list[int]:
        """Rows within a distance, by code of country."""
        rows = self._tree.query(_box_around(point, within_km), predicate="intersects")
        close = [int(i) for i in rows if self._distance_km(point, i, within_km) <= within_km]
        return sorted(close, key=lambda i: (self._country[i] or "", i))

    def _is_near(self, point: Point, country: str) -> bool:
        return country in self._homes(self._near(point, NEAR_BORDER_KM))

    def _distance_km(self, point: Point, row: int, within_km: float) -> float:
        """To an outline, of which only the surroundings of the point are looked at."""
        if self._shapes[row].intersects(point):
            return 0.0
        around = self._shapes[row].intersection(_box_around(point, within_km))
        return math.inf if around.is_empty else distance_km(point, around)


def _box_around(point: Point, within_km: float) -> BaseGeometry:
    dy = within_km / KM_PER_DEGREE
    dx = dy / max(0.02, math.cos(math.radians(point.y)))
    return shapely.box(point.x - dx, point.y - dy, point.x + dx, point.y + dy)


def _overlap(shape: BaseGeometry, outline: BaseGeometry) -> float:
    if shape.geom_type not in AREAS:
        outline = outline.intersection(shapely.box(*shape.bounds).buffer(1)).buffer(
            LINE_WIDTH_DEGREES
        )
    return _extent(shape.intersection(outline))


def _extent(shape: BaseGeometry) -> float:
    """Area of areas, length of lines, in square degrees or degrees: for shares only."""
    return float(shape.area or shape.length)


def _or_none(column: Iterable[object]) -> list[str | None]:
    """Read a column of text, in which pandas writes an absent value as NaN."""
    return [value if isinstance(value, str) else None for value in column]


def _listed(codes: tuple[str, ...]) -> str:
    return " and ".join([", ".join(codes[:-1]), codes[-1]] if len(codes) > 1 else codes)
