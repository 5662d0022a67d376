"""The towns, camps and dams that are written by hand are where they are said to be."""

from __future__ import annotations

import csv

import pytest

from dashboard.gazetteer import Gazetteer, load_gazetteer
from dashboard.gazetteer.folding import fold
from dashboard.gazetteer.gazetteer import distance_km
from dashboard.settings import Settings

TABLE = Settings().data_dir / "names" / "towns.csv"
FAR_KM = 500
"""Further than this from every known town of its country is a slip of the pen."""
AT_SEA = {"shoal", "reef", "island", "spit"}


def read_rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


ROWS = read_rows()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(Settings().data_dir)


def test_every_row_names_its_source_and_how_exact_it_is() -> None:
    assert all(row["source"] and int(row["within_km"]) <= 25 for row in ROWS)


def test_every_name_leads_to_its_row(gazetteer: Gazetteer) -> None:
    lost = [
        name
        for row in ROWS
        for name in (row["name"], *filter(None, row["aliases"].split(";")))
        if not any(
            entry.country == row["country"] and entry.place_id.startswith("town:")
            for entry in gazetteer.entries_of(fold(name))
        )
    ]
    assert lost == []


def test_every_row_lies_among_the_towns_of_its_country(gazetteer: Gazetteer) -> None:
    lost = [
        row["name"]
        for row in ROWS
        if row["kind"] not in AT_SEA
        and not any(
            entry.country == row["country"] and not entry.place_id.startswith("town:")
            for _, entry in gazetteer.near(float(row["lat"]), float(row["lon"]), km=FAR_KM)
        )
    ]
    assert lost == []


def test_no_row_repeats_a_place_that_geonames_has(gazetteer: Gazetteer) -> None:
    twice = [
        (row["name"], entry.place_id)
        for row in ROWS
        for entry in gazetteer.entries_of(fold(row["name"]))
        if entry.place_id.startswith("gn:")
        and distance_km(float(row["lat"]), float(row["lon"]), entry.lat, entry.lon) < 10
        and row["kind"] == "town"
    ]
    assert twice == []


def test_town_written_by_hand_says_how_exact_its_point_is(gazetteer: Gazetteer) -> None:
    (palma,) = [e for e in gazetteer.find("Palma") if e.country == "MZ" and e.feature_class == "P"]
    assert (palma.lat, palma.lon) == (-10.77, 40.47)
    assert palma.note == "Placed by hand, good to about 5 km."


def test_district_without_places_has_the_point_of_its_seat(gazetteer: Gazetteer) -> None:
    district = next(e for e in gazetteer.find("Maungdaw") if e.feature_code == "ADM2")
    assert district.note == "The point is that of the town of its name."
    assert not district.is_known_by_parent
