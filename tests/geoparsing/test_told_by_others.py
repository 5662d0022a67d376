"""Places told without their own names: capitals, distances, roads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import MentionKind

if TYPE_CHECKING:
    from tests.geoparsing.conftest import Parse


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("A bomb went off in the Tajik capital on Friday.", "Dushanbe", id="adjective"),
        pytest.param("Shots were heard in the capital of Niger.", "Niamey", id="of a country"),
        pytest.param("A bomb hit Mali's capital at noon.", "Bamako", id="possessive"),
    ],
)
def test_capital_without_its_name_is_the_city(parse: Parse, text: str, name: str) -> None:
    found = parse(text)["capital"]
    assert found.place is not None
    assert found.place.name == name
    assert found.is_drawn


def test_country_that_only_says_which_capital_has_no_mark(parse: Parse) -> None:
    found = parse("Shots were heard in the capital of Niger.")["Niger"]
    assert found.place is not None
    assert found.place.place_id == "country:NE"
    assert found.not_drawn_because == "It says which capital is meant, which has the mark"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A bomb went off in Dushanbe, the Tajik capital.", id="named before"),
        pytest.param("A bomb went off in the Tajik capital, Dushanbe.", id="named after"),
        pytest.param("The Tajik capital market fell sharply on Friday.", id="money"),
        pytest.param("Riots broke out in Kano, the commercial capital of Nigeria.", id="another"),
    ],
)
def test_capital_that_is_named_or_is_none_is_not_told_twice(parse: Parse, text: str) -> None:
    assert "capital" not in parse(text)


def test_capital_that_acts_is_a_government(parse: Parse) -> None:
    found = parse("The Colombian capital said that it would send troops.")["capital"]
    assert found.mention.kind is MentionKind.METONYM
    assert not found.is_drawn


def test_distance_and_direction_from_a_town_are_a_point_of_their_own(parse: Parse) -> None:
    place = parse("Gunmen ambushed a convoy 50 km north of Kidal, Mali.")["Kidal"].place
    assert place is not None
    assert place.name == "50 km north of Kidal"
    assert place.place_id.startswith("offset:gn:")
    assert place.lat == pytest.approx(18.44 + 50 / 111.2, abs=0.02)
    assert place.note == "Measured in a straight line from Kidal, whose id it carries."


def test_direction_without_a_distance_says_what_is_not_known(parse: Parse) -> None:
    place = parse("Gunmen ambushed a convoy north-east of Kidal in Mali.")["Kidal"].place
    assert place is not None
    assert place.name == "Kidal"
    assert place.note == "Northeast of Kidal: the text does not say how far."


@pytest.mark.parametrize(
    "words", ["road between Gao and Kidal", "highway from Gao to Kidal", "Gao-Kidal road"]
)
def test_ends_of_a_road_say_that_the_place_is_between(parse: Parse, words: str) -> None:
    found = parse(f"A mine killed two soldiers on the {words} in Mali.")
    for end in ("Gao", "Kidal"):
        place = found[end].place
        assert place is not None
        assert place.note == "On the road between Gao and Kidal: the text does not say where on it."


def test_name_that_stands_for_other_places_is_not_said_to_be_unknown(parse: Parse) -> None:
    text = "Gunmen attacked a school at Faladié, in Bamako, Mali, and the air base at Sénou."
    found = parse(text)["Sénou"]
    told = "Not in the gazetteer as a place that fits the text; perhaps in or near Bamako"
    assert found.not_drawn_because == told
