"""The hand-written names of `data/names/*.csv`, added to places that are already known."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from building.names_countries import plural
from dashboard.gazetteer.entries import Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from building.places import BuiltPlace

# Tables of the folder with another use: points, towns, and what is read with the regions.
OTHER_TABLES = {"country_points", "region_ids", "region_names", "towns"}
COLUMNS = ["place_id", "name", "match", "source"]


def add_written_names(places: Sequence[BuiltPlace], folder: Path) -> None:
    """Add each row's name to its place; a row for an unknown place stops the build."""
    by_id: dict[str, BuiltPlace] = {}
    for place in places:
        by_id[place.place_id or f"{place.section}:{place.geonameid}"] = place
    for where, row in _read_rows(folder):
        place = by_id.get(row["place_id"])
        if place is None:
            msg = f"{where}: no place {row['place_id']}; look its id up"
            raise KeyError(msg)
        _add_name(place, row)


def _read_rows(folder: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    for path in sorted(p for p in folder.glob("*.csv") if p.stem not in OTHER_TABLES):
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            if reader.fieldnames != COLUMNS:
                msg = f"{path}: columns must be {', '.join(COLUMNS)}"
                raise ValueError(msg)
            for row in reader:
                yield f"{path.name}:{reader.line_num}", row


def _add_name(place: BuiltPlace, row: Mapping[str, str]) -> None:
    match = Match(row["match"])
    if match is Match.NAME:
        place.name = row["name"]
    for name in row["name"].split(";"):
        place.names[name] = match  # what was written by hand wins over what was found
        if match is Match.ADJECTIVE:
            place.names.setdefault(plural(name), match)
