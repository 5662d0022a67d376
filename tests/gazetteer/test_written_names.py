"""The hand-written names of `data/names/`: every row has its place, and its name leads there."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from dashboard.gazetteer import Entry, Gazetteer, Match, load_gazetteer
from dashboard.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

NAMES = Settings().data_dir / "names"
TABLES = sorted(p for p in NAMES.glob("*_*.csv") if p.stem not in {"country_points", "region_ids"})


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(Settings().data_dir)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_every_written_name_leads_to_its_place(gazetteer: Gazetteer, path: Path) -> None:
    lost = [
        (row["place_id"], name)
        for row in rows_of(path)
        for name in row["name"].split(";")
        if not _leads_to(row["place_id"], gazetteer.find(_as_written(name, row)))
    ]
    assert lost == []


def _leads_to(place_id: str, found: tuple[Entry, ...]) -> bool:
    """Whether the place is found, itself or as the region that stands for its GeoNames id."""
    return any(place_id in {e.place_id, f"gn:{e.geonameid}"} for e in found)


def _as_written(name: str, row: dict[str, str]) -> str:
    """Return an abbreviation as the press writes it: in capitals, or with its full stop."""
    is_bare = row["match"] == Match.ABBREVIATION and not name.isupper() and not name.endswith(".")
    return f"{name}." if is_bare else name


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_every_row_names_its_source(path: Path) -> None:
    assert all(row["source"] for row in rows_of(path))


def test_every_region_id_is_one_of_the_regions(gazetteer: Gazetteer) -> None:
    regions = {row["region_id"]: int(row["geonameid"]) for row in rows_of(NAMES / "region_ids.csv")}
    regions.pop("", None)  # groupings without a hand-written region
    found = {r: gazetteer.entry(f"region:{r}") for r in regions}
    assert {r: e.geonameid for r, e in found.items() if e} == regions


def test_every_country_has_a_point_near_itself(gazetteer: Gazetteer) -> None:
    far = []
    for row in rows_of(NAMES / "country_points.csv"):
        code = row["place_id"].removeprefix("country:")
        away = gazetteer.index.nearest_km(code, float(row["lat"]), float(row["lon"]))
        if away is None or away > 1200:
            far.append((code, away))
    assert far == []
