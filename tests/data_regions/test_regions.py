"""The hand-written table of regions keeps its contract and draws what it says."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

import pytest
from shapely.geometry import Point, shape

from dashboard.settings import Settings

Row = dict[str, str]

DATA = Settings().data_dir
TOWNS = Path(__file__).with_name("towns.csv")
COLUMNS = [
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
MEANT_TWICE = {"great lakes region"}
"""Names that two regions of the world share, to be told apart by the document."""


def read_csv(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


REGIONS = read_csv(DATA / "regions.csv")
OUTLINES = {
    feature["properties"]["region_id"]: shape(feature["geometry"])
    for feature in json.loads((DATA / "regions.geojson").read_text(encoding="utf-8"))["features"]
}


def names_of(region: Row) -> set[str]:
    return {region["name"], *filter(None, region["aliases"].split(";"))}


def test_columns_are_those_of_the_contract() -> None:
    assert list(REGIONS[0]) == COLUMNS


def test_table_is_wide_enough() -> None:
    assert len(REGIONS) >= 120


def test_ids_are_unique_slugs() -> None:
    ids = [region["region_id"] for region in REGIONS]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", region_id) for region_id in ids)


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region["region_id"])
def test_region_has_an_outline_or_a_composition_and_says_how_exact_it_is(region: Row) -> None:
    assert (region["region_id"] in OUTLINES) != bool(region["composition"])
    assert region["precision"] in {"region", "multi-country"}
    assert region["exactness"].endswith(".")
    assert region["source"]
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in region["countries"].split(";"))


def test_every_outline_is_a_valid_polygon_of_a_known_region() -> None:
    assert set(OUTLINES) <= {region["region_id"] for region in REGIONS}
    assert all(outline.is_valid and outline.area > 0 for outline in OUTLINES.values())
    assert {outline.geom_type for outline in OUTLINES.values()} <= {"Polygon", "MultiPolygon"}


def test_composition_names_countries_and_provinces_only() -> None:
    parts = chain.from_iterable(region["composition"].split(";") for region in REGIONS)
    assert all(
        re.match(r"(country:[A-Z]{2}|province:[A-Z]{2}-.+)$", part) for part in parts if part
    )


def test_groupings_are_never_a_pin() -> None:
    groupings = [region for region in REGIONS if region["kind"] == "grouping"]
    assert {region["precision"] for region in groupings} == {"multi-country"}


def test_no_name_belongs_to_two_regions_unless_meant() -> None:
    counts = Counter(name.casefold() for region in REGIONS for name in names_of(region))
    assert {name for name, count in counts.items() if count > 1} == MEANT_TWICE


@pytest.mark.parametrize("town", read_csv(TOWNS), ids=lambda t: f"{t['region_id']}-{t['town']}")
def test_outline_holds_the_towns_it_should(town: Row) -> None:
    point = Point(float(town["lon"]), float(town["lat"]))
    assert OUTLINES[town["region_id"]].contains(point) == (town["is_inside"] == "yes")


@pytest.mark.parametrize(
    ("name", "region_id"),
    [
        ("Karategin", "rasht-valley"),
        ("Garm Valley", "rasht-valley"),
        ("Ferghana Valley", "fergana-valley"),
        ("South Waziristan Agency", "south-waziristan"),
        ("Donbass", "donbas"),
        ("Horn of Africa", "horn-of-africa"),
    ],
)
def test_other_names_lead_to_the_region(name: str, region_id: str) -> None:
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for region in REGIONS:
        for other in names_of(region):
            by_name[other].add(region["region_id"])
    assert by_name[name] == {region_id}


@pytest.mark.parametrize(
    ("region_id", "countries"),
    [
        ("rasht-valley", {"TJ"}),
        ("fergana-valley", {"UZ", "TJ", "KG"}),
        ("north-waziristan", {"PK"}),
        ("south-waziristan", {"PK"}),
        ("donbas", {"UA"}),
        ("lake-chad-basin", {"TD", "NG", "NE", "CM"}),
    ],
)
def test_region_answers_to_every_country_it_touches(region_id: str, countries: set[str]) -> None:
    region = next(row for row in REGIONS if row["region_id"] == region_id)
    assert set(region["countries"].split(";")) == countries


def test_tribal_agencies_live_on_as_districts_of_their_name() -> None:
    agencies = [row for row in REGIONS if row["name"] + " Agency" in names_of(row)]
    assert "South Waziristan" in {row["name"] for row in agencies}
    assert len(agencies) == 6
    assert {row["valid_to"] for row in agencies} == {""}
