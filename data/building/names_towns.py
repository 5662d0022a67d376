"""Towns, camps and dams that GeoNames' cities500 lacks, from the hand-written `names/towns.csv`."""

from __future__ import annotations

import csv
import re
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

from building.places import BuiltPlace
from dashboard.gazetteer.entries import Match
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FEATURES = {
    "town": "P.PPL",
    "camp": "S.CMPRF",
    "dam": "S.DAM",
    "base": "S.INSM",
    "air base": "S.AIRB",
    "crossing": "S.PSTB",
    "site": "S.INSM",
    "oil field": "L.OILF",
    "port": "L.PRT",
    "island": "T.ISL",
    "spit": "T.SPIT",
    "shoal": "H.SHOL",
    "reef": "H.RF",
}
NOTE = "Placed by hand, good to about {} km."
IN_NAME = {"dam": "Dam", "camp": "camp", "air base": "air base", "crossing": "crossing"}
"""What may follow the name in a text."""


def read_towns(path: Path, cities: Sequence[BuiltPlace]) -> Iterator[BuiltPlace]:
    """Yield every row; its province is that of the nearest town of its country."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield _make_town(row, cities)


def _make_town(row: dict[str, str], cities: Sequence[BuiltPlace]) -> BuiltPlace:
    lat, lon, country = float(row["lat"]), float(row["lon"]), row["country"]
    place = BuiltPlace(
        section="town",
        place_id=f"town:{country.lower()}-{_slug(row['name'])}-{_slug(row['kind'])}",
        name=row["name"],
        lat=lat,
        lon=lon,
        feature=FEATURES[row["kind"]],
        precision=Precision.POINT,
        country=country,
        admin1=_nearest([c for c in cities if c.country == country], lat, lon).admin1,
        note=NOTE.format(row["within_km"]),
    )
    aliases = [name for name in row["aliases"].split(";") if name]
    place.add_names([place.name], Match.NAME)
    place.add_names(aliases, Match.ALTERNATE)
    tail = IN_NAME.get(row["kind"])
    if tail:
        names = [place.name, *aliases]
        place.add_names([f"{n} {tail}" for n in names if tail not in n], Match.ALTERNATE)
    return place


def _nearest(cities: Sequence[BuiltPlace], lat: float, lon: float) -> BuiltPlace:
    points = np.array([[city.lat, city.lon] for city in cities])
    away = (points - [lat, lon]) * [1.0, np.cos(np.radians(lat))]
    return cities[int(np.argmin((away**2).sum(axis=1)))]


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
