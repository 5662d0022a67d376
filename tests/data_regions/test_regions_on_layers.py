"""The table of regions fits the built layers: its parts exist and its countries are right."""

from __future__ import annotations

import csv
import json
from functools import cache
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

from dashboard.settings import Settings

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

DATA = Settings().data_dir
TOUCHED_SHARE = 0.01
"""Less of an outline than this lies within its own error; see `data/building/regions.py`."""
CLAIMED_FROM_OUTSIDE = {"crimea": "UA", "shebaa-farms": "LB"}
"""The layers draw who is in control, so they do not show these countries there."""

with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
    REGIONS = {row["region_id"]: row for row in csv.DictReader(file)}


@cache
def countries() -> dict[str, BaseGeometry]:
    layer = gpd.read_parquet(DATA / "countries.parquet", columns=["country", "geometry"])
    return dict(layer.dropna(subset=["country"]).dissolve("country").geometry)


@cache
def provinces() -> dict[str, BaseGeometry]:
    layer = gpd.read_parquet(DATA / "provinces.parquet", columns=["province_id", "geometry"])
    return dict(layer.dropna(subset=["province_id"]).dissolve("province_id").geometry)


@cache
def outlines() -> dict[str, BaseGeometry]:
    collection = json.loads((DATA / "regions.geojson").read_text(encoding="utf-8"))
    return {f["properties"]["region_id"]: shape(f["geometry"]) for f in collection["features"]}


def shape_of(region_id: str) -> BaseGeometry:
    parts = list(filter(None, REGIONS[region_id]["composition"].split(";")))
    if not parts:
        return outlines()[region_id]
    kinds = {"country": countries(), "province": provinces()}
    return shapely.union_all([kinds[kind][code] for kind, _, code in map(split, parts)])


def split(place_id: str) -> tuple[str, str, str]:
    return place_id.partition(":")


def touched_by(area: BaseGeometry) -> set[str]:
    near = {code: land for code, land in countries().items() if land.intersects(area)}
    return {
        code
        for code, land in near.items()
        if land.intersection(area).area / area.area >= TOUCHED_SHARE
    }


def test_every_part_of_a_composition_is_in_the_layers() -> None:
    known = {f"country:{code}" for code in countries()}
    known |= {f"province:{code}" for code in provinces()}
    parts = {part for row in REGIONS.values() for part in row["composition"].split(";") if part}
    assert parts <= known


@pytest.mark.parametrize("region_id", REGIONS)
def test_countries_are_those_that_the_region_touches(region_id: str) -> None:
    row = REGIONS[region_id]
    named = set(row["countries"].split(";")) - {CLAIMED_FROM_OUTSIDE.get(region_id)}
    parts = [split(part) for part in row["composition"].split(";") if part]
    whole = {code for kind, _, code in parts if kind == "country"}
    if parts and len(whole) == len(parts):
        assert named == whole
    else:
        assert named == touched_by(shape_of(region_id))


@pytest.mark.parametrize(
    ("region_id", "names"),
    [
        ("arabistan", {"Khuzestan"}),
        ("darfur", {f"{side} Darfur" for side in ("North", "South", "East", "West", "Central")}),
        ("donbas", {"Luhansk", "Donetsk"}),
        ("loya-paktia", {"Paktia", "Paktika", "Khost"}),
        ("red-corridor", {"Chhattisgarh", "Jharkhand", "Odisha"}),
    ],
)
def test_province_codes_stand_for_the_provinces_meant(region_id: str, names: set[str]) -> None:
    layer = pd.read_parquet(DATA / "provinces.parquet", columns=["province_id", "name"])
    codes = [code for _, _, code in map(split, REGIONS[region_id]["composition"].split(";"))]
    assert set(layer[layer["province_id"].isin(codes)]["name"]) == names


def test_agencies_stay_within_the_tribal_areas() -> None:
    tribal_areas = provinces()["PK-TA"].buffer(0.01)
    assert tribal_areas.contains(outlines()["north-waziristan"])
    assert tribal_areas.contains(outlines()["south-waziristan"])
