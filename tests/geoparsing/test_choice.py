"""Which candidate is taken for a name, and which is too unsure for a mark."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dashboard.gazetteer import Entry, Match
from dashboard.geoparsing.choice import best_candidate
from dashboard.geoparsing.doubt import is_doubtful
from dashboard.geoparsing.feature_kinds import twin_shares
from dashboard.geoparsing.ranking import FEATURES
from dashboard.geoparsing.readings import Company
from dashboard.geoparsing.resolution import Ranked
from dashboard.geoparsing.sightings import Sighting
from dashboard.model import Precision

OSH = Entry(
    "gn:1527534", "Osh", 40.53, 72.80, "P", "PPLA", Precision.POINT, "KG", ("KG",), "08",
    population=322_000,
)  # fmt: skip
NARYN = Entry(
    "gn:1527592", "Naryn", 41.43, 75.99, "P", "PPLA", Precision.POINT, "KG", ("KG",), "04",
    population=52_000,
)  # fmt: skip
OSH_REGION = Entry(
    "province:KG-O", "Osh", 40.40, 73.00, "A", "ADM1", Precision.PROVINCE, "KG", ("KG",), "08",
    population=644_000,
)  # fmt: skip
GUESS = Entry(
    "gn:1", "Tibet", 31, 88, "A", "ADM1", Precision.PROVINCE, "CN", ("CN",), match=Match.VARIANT
)


def ranked(chances: list[float], **columns: float) -> Ranked:
    rows = np.zeros((len(chances), len(FEATURES)))
    for name, value in columns.items():
        rows[:, FEATURES.index(name.replace("_", " "))] = value
    return Ranked(np.array(chances), rows)


def sighting(surface: str, *entries: Entry) -> Sighting:
    return Sighting(0, 0, surface, "GPE", 0.9, entries)


def test_guessed_spelling_needs_a_text_that_speaks_of_its_country() -> None:
    tabit = sighting("Tabit", GUESS)
    far, near = ranked([0.6]), ranked([0.6], country_mass=0.5)
    assert best_candidate(far, tabit, chooses_above=0.04, is_alone=False) is None
    assert best_candidate(near, tabit, chooses_above=0.04, is_alone=False) == 0
    assert best_candidate(far, tabit, chooses_above=0.04, is_alone=True) == 0


def test_the_west_is_no_province_unless_the_words_say_so() -> None:
    west = sighting("West", OSH_REGION)
    said = ranked([0.6], kind_agrees_after=1)
    assert best_candidate(ranked([0.6]), west, chooses_above=0.04, is_alone=False) is None
    assert best_candidate(said, west, chooses_above=0.04, is_alone=False) == 0


def test_town_and_region_of_one_name_are_one_spot() -> None:
    osh = sighting("Osh", OSH, OSH_REGION)
    even = ranked([0.25, 0.2], country_mass=0.5)
    assert not is_doubtful(even, osh, 0, company=Company.PLACES)
    alone = sighting("Naryn", NARYN)
    assert is_doubtful(ranked([0.25], country_mass=0.5), alone, 0, company=Company.PLACES)


def test_large_city_without_a_namesake_of_any_size_is_meant_in_every_text() -> None:
    hamlet = replace(NARYN, name="Osh", population=12_000, country="US")
    town = replace(hamlet, population=90_000)
    low, among = ranked([0.1, 0.05]), Company.PLACES
    assert not is_doubtful(low, sighting("Osh", OSH, hamlet), 0, company=among)
    assert is_doubtful(low, sighting("Osh", OSH, town), 0, company=among)


def test_small_place_far_from_all_the_text_speaks_of_must_be_likelier() -> None:
    naryn, far = sighting("Naryn", NARYN), ranked([0.4], nearest_place_km=np.log10(1 + 1000))
    assert is_doubtful(far, naryn, 0, company=Company.PLACES)
    assert not is_doubtful(ranked([0.4]), naryn, 0, company=Company.PLACES)
    assert not is_doubtful(ranked([0.4], country_mass=0.5), naryn, 0, company=Company.PLACES)
    assert not is_doubtful(ranked([0.4]), naryn, 0, company=Company.NONE)


def test_other_name_of_a_city_far_from_the_text_must_be_likelier() -> None:
    far = np.log10(1 + 3000)
    city = replace(NARYN, population=160_000)
    named, called = sighting("Naryn", city), sighting("Nary", replace(city, match=Match.ALTERNATE))
    assert not is_doubtful(ranked([0.8], nearest_place_km=far), named, 0, company=Company.PLACES)
    assert is_doubtful(ranked([0.8], nearest_place_km=far), called, 0, company=Company.PLACES)


def test_share_that_a_town_has_of_its_region() -> None:
    assert twin_shares([OSH, OSH_REGION]) == pytest.approx([0.5, 0.5], abs=0.01)
    assert twin_shares([OSH]) == [0.0]
