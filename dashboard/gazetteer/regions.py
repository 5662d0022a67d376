"""The hand-written regions, valleys, ranges and groupings of `data/regions.csv`."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from dashboard.gazetteer.entries import Entry, Match
from dashboard.model import DataError, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from dashboard.gazetteer.index import NameIndex

COLUMNS = frozenset(
    [
        "region_id",
        "name",
        "aliases",
        "kind",
        "countries",
        "composition",
        "precision",
        "exactness",
        "valid_from",
        "valid_to",
        "source",
    ]
)


def load_regions(data_dir: Path, index: NameIndex) -> Iterator[tuple[Entry, dict[str, Match]]]:
    """
    Yield the hand-written regions with their names; none when the table is not there.

    A region's point is one inside its outline, else the mean of the places it is composed of, else
    of its countries. Raises `DataError` with file and line for a row that has none of these.
    """
    path = data_dir / "regions.csv"
    if not path.is_file():
        return
    outlines = _load_outline_points(data_dir / "regions.geojson")
    ids, more_names = load_region_ids(data_dir), _load_region_names(data_dir)
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = COLUMNS - set(reader.fieldnames or ())
        if missing:
            msg = f"{path}: no column {min(missing)!r}; see docs/architecture.md for its columns"
            raise DataError(msg)
        for row in reader:
            countries = ";".join(f"country:{code}" for code in _split(row["countries"]))
            point = (
                outlines.get(row["region_id"])
                or _middle_of(row["composition"], index)
                or _middle_of(countries, index)
            )
            if point is None:
                msg = f"{path}:{reader.line_num}: {row['region_id']} has no outline and no country"
                raise DataError(msg)
            entry, names = _make_region(row, point)
            geonameid = ids.get(entry.place_id)
            yield (
                _like_geonames(replace(entry, geonameid=geonameid), index),
                more_names.get(entry.place_id, {}) | names,
            )


def _like_geonames(entry: Entry, index: NameIndex) -> Entry:
    """Give a continent GeoNames' own point and population."""
    for record in index.with_geonameid(entry.geonameid) if entry.geonameid else ():
        if record.feature_code == "CONT":
            return replace(entry, lat=record.lat, lon=record.lon, population=record.population)
    return entry


def load_region_ids(data_dir: Path) -> dict[str, int]:
    """Return the GeoNames id of each region that has one, by place id."""
    rows = _load_rows(data_dir / "names" / "region_ids.csv")
    return {f"region:{r['region_id']}": int(r["geonameid"]) for r in rows if r["region_id"]}


def _load_region_names(data_dir: Path) -> dict[str, dict[str, Match]]:
    names: dict[str, dict[str, Match]] = {}
    for row in _load_rows(data_dir / "names" / "region_names.csv"):
        found = names.setdefault(row["place_id"], {})
        for name in row["name"].split(";"):
            found[name] = Match(row["match"])
            if found[name] is Match.ADJECTIVE and not name.endswith(("ese", "sh", "ch", "s")):
                found[f"{name}s"] = Match.ADJECTIVE
    return names


def _load_rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _load_outline_points(path: Path) -> dict[str, tuple[float, float]]:
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8")
    region_ids = [f["properties"]["region_id"] for f in json.loads(text)["features"]]
    points = shapely.point_on_surface(shapely.get_parts(shapely.from_geojson(text)))
    return {
        region_id: (point.y, point.x) for region_id, point in zip(region_ids, points, strict=True)
    }


def _middle_of(composition: str, index: NameIndex) -> tuple[float, float] | None:
    members = [m for m in map(index.entry, _split(composition)) if m is not None]
    if not members:
        return None
    count = len(members)
    return sum(m.lat for m in members) / count, sum(m.lon for m in members) / count


def _make_region(
    row: Mapping[str, str], point: tuple[float, float]
) -> tuple[Entry, dict[str, Match]]:
    countries = _split(row["countries"])
    region_id = row["region_id"]
    entry = Entry(
        place_id=region_id if region_id.startswith("region:") else f"region:{region_id}",
        name=row["name"],
        lat=round(point[0], 5),
        lon=round(point[1], 5),
        feature_class="L",
        feature_code=row["kind"],
        precision=Precision(row["precision"]),
        country=countries[0] if len(countries) == 1 else None,
        countries=countries,
        note=row["exactness"] or None,
        layer="regions",
        composition=_split(row["composition"]),
        valid_from=int(row["valid_from"]) if row["valid_from"] else None,
        valid_to=int(row["valid_to"]) if row["valid_to"] else None,
    )
    names = dict.fromkeys(_split(row["aliases"]), Match.ALTERNATE)
    return entry, {row["name"]: Match.NAME, **names}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
