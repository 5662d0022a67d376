"""What the gazetteer knows of a place, without its shape."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dashboard.model import Precision

BUILT_IN = "built-in"
"""The layer of everything that ships with the product, the regions apart."""


TOWNS = "P"
"""GeoNames' feature class of populated places."""

OF_PARENT = "No point of its own is known; it is shown at the middle of the province it lies in."
"""The note of a district that the gazetteer knows by name and province alone."""


class Match(StrEnum):
    """How a name matched."""

    NAME = "name"
    ALTERNATE = "alternate"
    ADJECTIVE = "adjective"
    EXONYM = "exonym"
    OLD_NAME = "old name"
    ABBREVIATION = "abbreviation"
    VARIANT = "variant"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the gazetteer knows it, and how a name led to it."""

    place_id: str
    name: str
    lat: float
    lon: float
    feature_class: str
    """GeoNames feature class: A (administrative), P (populated), L, H, T … """
    feature_code: str
    """GeoNames feature code (PPLC, ADM1 …), else a plain word (valley, range)."""
    precision: Precision
    """Of a town "city area": the name stands for all of it. A dam or an air base is a point."""
    country: str | None = None
    """The one country it lies in; `None` for a place that touches several or none."""
    countries: tuple[str, ...] = ()
    admin1: str | None = None
    """GeoNames code of the first-order division, without the country: `03`."""
    admin2: str | None = None
    population: int | None = None
    """For provinces and districts the sum of their known places."""
    geonameid: int | None = None
    note: str | None = None
    """How exact the point is, or which historical unit it stands for; shown to the user."""
    match: Match = Match.NAME
    layer: str = BUILT_IN
    """Where it comes from: built-in, regions, or the name of a layer of the user's."""
    composition: tuple[str, ...] = ()
    """For a region: the places whose union it is."""
    valid_from: int | None = None
    valid_to: int | None = None

    @property
    def is_known_by_parent(self) -> bool:
        """Whether the point is no more than the middle of the province around it."""
        return self.note == OF_PARENT


def precision_at(feature_class: str, known: Precision = Precision.POINT) -> Precision:
    """Return how exactly a name says where: a town's point stands for all of the town."""
    is_town = known is Precision.POINT and feature_class == TOWNS
    return Precision.CITY_AREA if is_town else known
