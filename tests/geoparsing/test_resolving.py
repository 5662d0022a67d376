"""How a place is chosen: the words beside a name first, then what the document is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.gazetteer import Entry
from dashboard.geoparsing.feature_kinds import kind_of, nested_in_each_other
from dashboard.geoparsing.ranking import FEATURES
from dashboard.geoparsing.resolution import as_shares, heed_words
from dashboard.geoparsing.sightings import Sighting
from dashboard.geoparsing.units import units_at
from dashboard.geoparsing.vicinity import vicinity_of
from dashboard.geoparsing.wording import kind_agreement, parent_agreement
from dashboard.model import Precision

if TYPE_CHECKING:
    from tests.geoparsing.conftest import Parse


def make_entry(name: str, *, code: str = "PPL", country: str = "TJ", **more: object) -> Entry:
    feature_class = "A" if code.startswith(("PCL", "ADM")) else "P"
    place_id = str(more.pop("place_id", f"gn:{name}:{code}"))
    values = {"lat": 38.5, "lon": 68.8, "precision": Precision.POINT, "countries": (country,)}
    return Entry(
        place_id, name, feature_class=feature_class, feature_code=code, country=country,
        **{**values, **more},  # type: ignore[arg-type]
    )  # fmt: skip


def make_sighting(*entries: Entry, surface: str = "Osh", first: int = 0) -> Sighting:
    return Sighting(first, first, surface, "GPE", 1.0, entries)


@pytest.mark.parametrize(
    ("kind", "word", "expected"),
    [
        ("province", "province", 1.0),
        ("seat", "city", 1.0),
        ("seat", "province", -1.0),
        ("town", "yesterday", 0.0),
        ("water", "river", 1.0),
    ],
)
def test_kind_word_agrees_contradicts_or_says_nothing(
    kind: str, word: str, expected: float
) -> None:
    assert kind_agreement(kind, word) == expected


def test_parent_that_is_named_speaks_for_what_lies_in_it() -> None:
    parents = frozenset({("US", "TX")})
    texan = make_entry("Paris", country="US", admin1="TX")
    french = make_entry("Paris", country="FR")
    assert parent_agreement(texan, parents) == (1.0, 2.0)
    assert parent_agreement(french, parents) == (-1.0, 0.0)


def test_nothing_said_of_a_parent_is_no_evidence() -> None:
    assert parent_agreement(make_entry("Paris"), frozenset()) == (0.0, 0.0)


def test_explicit_words_beat_a_larger_place() -> None:
    rows = np.zeros((2, len(FEATURES)))
    rows[:, FEATURES.index("parent agrees")] = [1.0, -1.0]
    chances = heed_words(np.array([0.3, 0.9]), rows)
    assert chances[0] > chances[1]


def test_shares_of_one_name_sum_to_one_at_most() -> None:
    assert as_shares(np.array([0.9, 0.6])).sum() == pytest.approx(1.0)
    assert as_shares(np.array([0.1, 0.1])).sum() == pytest.approx(0.2)


def test_province_contains_the_town_of_the_same_name() -> None:
    province = make_entry("Osh", code="ADM1", admin1="08")
    town = make_entry("Osh", admin1="08")
    assert nested_in_each_other([province, town]) == [(0.0, 1.0), (1.0, 0.0)]


def test_capital_is_a_kind_of_its_own() -> None:
    assert kind_of(make_entry("Dushanbe", code="PPLC")) == "capital"


def test_unit_of_the_time_replaces_its_successor() -> None:
    agency = make_entry("Kurram", code="historical unit", country="PK", valid_to=2018)
    district = make_entry("Kurram", code="ADM2", country="PK")
    sighting = make_sighting(agency, district)
    assert units_at(sighting, year=2010).candidates == (agency,)
    assert units_at(sighting, year=2022).candidates == (district,)
    assert units_at(sighting, year=None).candidates == (agency, district)


def test_unknown_street_is_near_the_town_of_the_text() -> None:
    town = make_entry("Osh")
    sightings = [make_sighting(town), make_sighting(surface="Lenin Street", first=4)]
    around = vicinity_of(1, sightings, [town, None], scores=[1.0, 0.0])
    assert around is not None
    assert around.entry is town


def test_unknown_street_between_far_towns_is_nowhere() -> None:
    towns = [make_entry("Osh"), make_entry("Riga", lat=57.0, lon=24.1), make_entry("Rio", lat=-23)]
    sightings = [make_sighting(t, first=n) for n, t in enumerate(towns)]
    sightings.append(make_sighting(surface="Lenin Street", first=3))
    assert vicinity_of(3, sightings, [*towns, None], scores=[1.0] * 4) is None


def test_unknown_place_is_told_and_never_drawn(parse: Parse) -> None:
    found = parse("Crowds met on Zarafruz Street in Dushanbe. Dushanbe was calm by night.")
    street = found["Zarafruz Street"]
    assert not street.is_drawn
    assert "Dushanbe" in str(street.not_drawn_because)


def test_unknown_hamlet_is_drawn_as_the_county_the_text_puts_it_in(parse: Parse) -> None:
    found = parse("Springfield is a hamlet in Deaf Smith County, Texas, with one shop.")
    hamlet = found["Springfield"]
    assert hamlet.place is not None
    assert hamlet.place.name == "Deaf Smith County"
    assert "Somewhere in" in str(hamlet.place.note)
    assert hamlet.is_drawn


def test_reason_and_alternatives_come_with_the_choice(parse: Parse) -> None:
    found = parse("A court in Springfield, Illinois, heard the case.")["Springfield"]
    assert found.place is not None
    assert found.place.country == "US"
    assert "lies in" in found.reason
    assert found.alternatives
    assert all(other.score <= found.score for other in found.alternatives)


def test_same_text_gives_the_same_answer(parse: Parse) -> None:
    text = "Snow closed the road from Khorog to Murghab in Tajikistan."
    assert parse(text) == parse(text)


def test_empty_text_names_nothing(parse: Parse) -> None:
    assert parse("") == {}
    assert parse("\n \n") == {}
