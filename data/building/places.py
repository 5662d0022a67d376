"""A place on its way into the name index, and its names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.gazetteer.entries import Match
    from dashboard.model import Precision


@dataclass(slots=True)
class BuiltPlace:
    """One place and the names it answers to. Filled by the readers, written by `index_files`."""

    section: str
    """country, province, adm2, gn, town or water; the first part of the place's id."""
    name: str
    lat: float
    lon: float
    feature: str
    """GeoNames class and code: `A.ADM1`."""
    precision: Precision
    geonameid: int = 0
    place_id: str | None = None
    """Given when it is not made of the section and the GeoNames id."""
    population: int | None = None
    country: str = ""
    countries: tuple[str, ...] = ()
    admin1: str = ""
    admin2: str = ""
    note: str = ""
    names: dict[str, Match] = field(default_factory=dict)

    def add_names(self, names: Iterable[str], match: Match) -> None:
        """Add names; the first way a name was given stays."""
        for name in names:
            if len(name) > 1:
                self.names.setdefault(name, match)
