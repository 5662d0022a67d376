"""Names to places in the shipped gazetteer."""

from pathlib import Path

import pytest

from dashboard.gazetteer import Gazetteer, Match, load_gazetteer
from dashboard.model import DataError, Precision
from dashboard.settings import Settings

KHUJAND = "gn:1514879"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(Settings().data_dir)


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [entry.place_id for entry in gazetteer.find(name)]


@pytest.mark.parametrize("name", ["Khujand", "Khudzhand", "Khodzhent", "Leninabad", "KHUJAND"])
def test_every_spelling_of_khujand_finds_it(gazetteer: Gazetteer, name: str) -> None:
    assert KHUJAND in ids(gazetteer, name)


def test_unknown_romanisation_finds_the_place_as_a_variant(gazetteer: Gazetteer) -> None:
    (entry,) = gazetteer.find("Khojjand")
    assert (entry.place_id, entry.match) == (KHUJAND, Match.VARIANT)


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Dushanbe", "gn:1221874"),
        ("Sughd", "province:TJ-SU"),
        ("North Waziristan", "region:north-waziristan"),
        ("South Waziristan", "region:south-waziristan"),
        ("Cote d'Ivoire", "country:CI"),
        ("Côte d’Ivoire", "country:CI"),
        ("Burma", "country:MM"),
        ("Африка", "region:africa"),
        ("Central Asian", "region:central-asia"),
        ("Kurds", "region:kurdistan"),
        ("Amu Darya", "water:river-amu-darya"),
        ("Lake Victoria", "water:lake-nyanza"),
        ("Persian Gulf", "water:sea-persian-gulf"),
        ("EU", "gn:6695072"),
        ("SouthSudan", "country:SS"),
        ("Loudoun Co.", "adm2:4770746"),
    ],
)
def test_name_finds_place(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert place_id in ids(gazetteer, name)


def test_candidates_come_by_population(gazetteer: Gazetteer) -> None:
    rasht = gazetteer.find("Rasht")
    assert [(e.country, e.population) for e in rasht[:2]] == [("IR", 594590), ("TJ", 10771)]


@pytest.mark.parametrize("name", ["Tajik", "Tajiks", "Afghans", "Frenchmen"])
def test_people_are_marked_as_adjectives(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name)[0].match is Match.ADJECTIVE


def test_abbreviation_must_be_written_as_one(gazetteer: Gazetteer) -> None:
    assert "country:US" in ids(gazetteer, "US")
    assert "country:US" in ids(gazetteer, "U.S.")
    assert "country:US" not in ids(gazetteer, "us")
    assert "province:US-PA" in ids(gazetteer, "Pa.")
    assert "province:US-PA" not in ids(gazetteer, "Pa")


def test_scan_gives_offsets_in_the_raw_text(gazetteer: Gazetteer) -> None:
    text = "In Côte d’Ivoire, and in Tajikistan’s Rasht."
    found = {text[hit.start : hit.end] for hit in gazetteer.scan(text)}
    assert {"Côte d’Ivoire", "Tajikistan", "Rasht"} <= found
    assert "Tajik" not in found


def test_longest_name_comes_first(gazetteer: Gazetteer) -> None:
    ends = [end for end, _ in gazetteer.longest("New York City is large.", 0)]
    assert ends[:2] == [len("New York City"), len("New York")]


def test_place_knows_what_it_lies_in(gazetteer: Gazetteer) -> None:
    names = [entry.name for entry in gazetteer.within(KHUJAND)]
    assert names[-2:] == ["Sughd", "Tajikistan"]


def test_near_gives_distance(gazetteer: Gazetteer) -> None:
    away, entry = gazetteer.near(38.5358, 68.7791, km=5)[0]
    assert entry.place_id == "gn:1221874"
    assert away < 0.1


def test_unknown_name_is_an_empty_result(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Qwxzzkvbv") == ()
    assert gazetteer.find("") == ()
    assert gazetteer.entry("gn:1") is None


@pytest.mark.parametrize(
    ("name", "precision"),
    [("Isfara", Precision.CITY_AREA), ("Kajaki Dam", Precision.POINT)],
    ids=["somewhere in the town", "a site of its own"],
)
def test_a_town_is_an_area_and_a_site_a_point(
    gazetteer: Gazetteer, name: str, precision: Precision
) -> None:
    assert gazetteer.find(name)[0].precision is precision


def test_missing_index_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"run `python data/build\.py`"):
        load_gazetteer(tmp_path)


def test_towns_of_a_frame_come_in_the_order_a_map_names_them(gazetteer: Gazetteer) -> None:
    towns = gazetteer.index.towns_in((36.5, 67.0, 41.2, 75.2), limit=3)
    assert [t.name for t in towns][:1] == ["Dushanbe"]
    across = gazetteer.index.towns_in((-19.0, 177.0, -16.0, 182.0), limit=5)
    assert "Suva" in [t.name for t in across]


def test_region_keeps_its_geonames_id(gazetteer: Gazetteer) -> None:
    (entry,) = gazetteer.find("North Waziristan")
    assert (entry.geonameid, entry.country, entry.valid_from) == (1168875, "PK", 1910)


def test_countries_have_geonames_points(gazetteer: Gazetteer) -> None:
    country = gazetteer.country("US")
    assert country is not None
    assert (country.lat, country.lon, country.geonameid) == (39.76, -98.5, 6252001)
