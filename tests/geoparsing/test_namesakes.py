"""Places of one name in two countries, where a short text speaks of one of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.geoparsing.conftest import Parse

ATTACK = "Gunmen attacked a police post in {name} on Monday, killing three officers"


@pytest.mark.parametrize(
    ("name", "adjective", "land", "country"),
    [
        pytest.param("Tripoli", "Lebanese", "Lebanon", "LB", id="a capital elsewhere"),
        pytest.param("Rasht", "Tajik", "Tajikistan", "TJ", id="a large city elsewhere"),
        pytest.param("Valdivia", "Colombian", "Colombia", "CO", id="a seat elsewhere"),
        pytest.param("Uman", "Ukrainian", "Ukraine", "UA", id="a country in another language"),
        pytest.param("Segovia", "Colombian", "Colombia", "CO", id="of much the same size"),
    ],
)
def test_place_in_the_country_spoken_of_is_meant(
    parse: Parse, name: str, adjective: str, land: str, country: str
) -> None:
    attack = ATTACK.format(name=name)
    for text in (
        f"{attack}, {adjective} officials said.",
        f"{attack}. It was the third such attack in {land} this month.",
    ):
        found = parse(text)[name]
        assert found.place is not None
        assert found.place.country == country
        assert found.is_drawn


@pytest.mark.parametrize(
    ("name", "adjective", "elsewhere"),
    [
        pytest.param("Palma", "Mozambican", "ES", id="a rival of unknown size at home"),
        pytest.param("Mambasa", "Congolese", "KE", id="another name of a city elsewhere"),
        pytest.param("Tina", "Sudanese", "EC", id="another name of a town elsewhere"),
        pytest.param("Argelia", "Colombian", "DZ", id="a country in another language"),
    ],
)
def test_no_mark_stands_in_a_country_that_nothing_speaks_of(
    parse: Parse, name: str, adjective: str, elsewhere: str
) -> None:
    text = f"{ATTACK.format(name=name)}, {adjective} officials said."
    drawn = [found.place for found in parse(text).values() if found.is_drawn and found.place]
    assert elsewhere not in [place.country for place in drawn]


def test_word_for_its_kind_does_not_put_a_place_abroad(parse: Parse) -> None:
    found = parse("Gunmen attacked a post in Tripoli city on Monday, Lebanese officials said.")
    place = found["Tripoli"].place
    assert place is not None
    assert place.country == "LB"


def test_world_city_keeps_its_mark_in_a_text_on_another_country(parse: Parse) -> None:
    found = parse("Talks opened in Moscow on Monday, American officials said.")["Moscow"]
    assert found.place is not None
    assert found.place.country == "RU"
    assert found.is_drawn


def test_name_of_many_places_has_no_mark_where_nothing_speaks_for_one(parse: Parse) -> None:
    found = parse("Two men were arrested in Springfield on Monday.")["Springfield"]
    assert found.not_drawn_because is not None
    assert found.not_drawn_because.startswith("Too unsure")


KAFOLO = "Gunmen attacked a border post at Kafolo in northern Ivory Coast, killing 14 soldiers. "


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("In Togo, the army fought off a dozen raids in the Savanes region.", "Savanes", "TG"),
        ("In Lebanon, a bomb exploded in Tripoli.", "Tripoli", "LB"),
        ("In Lebanon, officials said that Libya had shelled Tripoli.", "Tripoli", "LY"),
    ],
)
def test_country_that_opens_a_sentence_holds_its_places(
    parse: Parse, sentence: str, name: str, country: str
) -> None:
    found = parse(KAFOLO + sentence)[name]
    assert found.place is not None
    assert found.place.country == country
    assert found.is_drawn


def test_place_alone_of_its_name_where_the_words_put_it_is_drawn(parse: Parse) -> None:
    lands = "Rebels fought in Burkina Faso, in Niger, in Benin, in Togo and in Portugal. "
    found = parse(f"{lands}Soldiers killed hundreds in Moura, in the Mopti region.")["Moura"]
    assert found.place is not None
    assert found.place.country == "ML"
    assert found.is_drawn


def test_capital_of_a_country_spoken_of_is_drawn(parse: Parse) -> None:
    text = "Fighters shelled El Fasher in Sudan. Talks that the United States held in Washington"
    found = parse(f"{text} last month ended without an agreement.")["Washington"]
    assert found.place is not None
    assert found.place.feature == "PPLC"
    assert found.is_drawn
