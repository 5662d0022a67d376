"""The hand-written regions, valleys, ranges and groupings of `data/regions.csv`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from shapely.geometry import shape

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

    A region's point is one inside its outline, or the mean of the places it is composed of.
    Raises `DataError` with file and line for a row that has neither.
    """
    path = data_dir / "regions.csv"
    if not path.is_file():
        return
    outlines = _load_outline_points(data_dir / "regions.geojson")
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = COLUMNS - set(reader.fieldnames or ())
        if missing:
            msg = f"{path}: no column {min(missing)!r}; see docs/architecture.md for its columns"
            raise DataError(msg)
        for row in reader:
            point = outlines.get(row["region_id"]) or _middle_of(row["composition"], index)
            if point is None:
                msg = f"{path}:{reader.line_num}: {row['region_id']} has no outline or composition"
                raise DataError(msg)
            yield _make_region(row, point)


def _load_outline_points(path: Path) -> dict[str, tuple[float, float]]:
    if not path.is_file():
        return {}
    points = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        point = shape(feature["geometry"]).representative_point()
        points[feature["properties"]["region_id"]] = (point.y, point.x)
    return points


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
