"""The country of a text, for events of which it says no more where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding import EventCoder
from dashboard.model import Zone, ZoneKind
from tests.coding.making import FlatGround, make_article, resolve

if TYPE_CHECKING:
    from spacy.language import Language

    from dashboard.model import Article, Event

FILED = "Bara, 9 Nov 2010 -- "
MURDER = "A senator was murdered last week, the radio said."


@pytest.fixture(scope="module")
def flat(language: Language) -> EventCoder:
    return EventCoder(language, ground=FlatGround())


def filed(text: str) -> Article:
    end = text.index("-- ") + 3
    zones = (Zone(0, end, ZoneKind.DATELINE), Zone(end, len(text), ZoneKind.BODY))
    return make_article(text, zones=zones)


def where(event: Event) -> list[tuple[str, bool, str | None]]:
    return [(at.place.name, at.inherited, at.reason) for at in event.places]


IN_ARLAND = {
    f"{FILED}The mayors of Bara and Kolun met.\n\n{MURDER}": (
        "the text names only places in Arland and says no more of where it was"
    ),
    f"{FILED}The mayors of Bara and Kolun met.\n\nA Borlandic tourist was murdered last week.": (
        "the text names only places in Arland and says no more of where it was"
    ),
}
AT_HOME = {
    "its government alone": f"{FILED}The Arlandic president spoke. {MURDER}",
    "a foreign embassy": (
        f"{FILED}The Arlandic president met the Borlandic ambassador.\n\n"
        "The Borlandic embassy and the Borlandic consulate were silent. "
        "A senator was murdered last week."
    ),
}
NOWHERE = {
    "only its soldiers": f"{FILED}Arlandic soldiers were busy. {MURDER}",
    "only its army, which may be abroad": f"{FILED}The Arlandic army was busy. {MURDER}",
    "its government, and another land": (
        f"{FILED}The Arlandic president flew to Borland. {MURDER}"
    ),
    "filed at home of a visit abroad": (
        f"{FILED}The president met students in Bara. Borland has mountains; they lie in Borland."
        f"\n\n{MURDER}"
    ),
    "only filed from there": f"{FILED}{MURDER}",
    "only filed from there, at a name that is not known": (
        f"{FILED}A senator was murdered last week in Olumbi, the radio said."
    ),
    "a town abroad where somebody once was": (
        "A bishop once studied in Sedra. The Arlandic president wept. The Arlandic parliament met."
        f"\n\n{MURDER}"
    ),
    "another people comes up": f"{FILED}The Borlandic press was busy. {MURDER}",
    "another land in its sentence": (
        f"{FILED}Bara and Kolun mourn.\n\nBorland said that a senator was murdered."
    ),
    "long ago": f"{FILED}A senator was murdered in 1994.",
    "no place at all": MURDER,
}


@pytest.mark.parametrize("text", IN_ARLAND)
def test_text_that_plays_in_one_country_puts_its_events_there(text: str, flat: EventCoder) -> None:
    article = filed(text)
    *_, event = flat.code(article, resolve(text))
    assert where(event) == [("Arland", True, IN_ARLAND[text])]


@pytest.mark.parametrize("text", AT_HOME.values(), ids=AT_HOME)
def test_text_of_the_people_at_its_desk_plays_there(text: str, flat: EventCoder) -> None:
    *_, event = flat.code(filed(text), resolve(text))
    assert [(at.place.name, at.inherited) for at in event.places] == [("Arland", True)]


@pytest.mark.parametrize("text", NOWHERE.values(), ids=NOWHERE)
def test_country_stays_open_where_the_text_leaves_it_open(text: str, flat: EventCoder) -> None:
    article = filed(text) if "-- " in text else make_article(text)
    *_, event = flat.code(article, resolve(text))
    assert event.places == ()


def test_country_that_a_sentence_puts_an_event_in_is_its_place(flat: EventCoder) -> None:
    text = (
        f"{FILED}The mayor of Bara condemned on Friday the murder of six priests, all in Borland."
    )
    *_, event = flat.code(filed(text), resolve(text))
    assert [at.place.name for at in event.places] == ["Borland"]


def test_murder_of_somebody_may_be_told_for_the_first_time(flat: EventCoder) -> None:
    text = (
        "Kolun is calm. Officers are suspected of a hand in the murder of a rector, five other "
        "priests and two women, at night, in Bara on 6 November."
    )
    *_, event = flat.code(make_article(text), resolve(text))
    assert [at.place.name for at in event.places] == ["Bara"]


def test_what_took_place_somewhere_was_there(flat: EventCoder) -> None:
    text = "Gunmen kidnapped ten farmers. The kidnapping took place on 3 November in Bara."
    (event,) = flat.code(make_article(text), resolve(text))
    assert [(at.place.name, at.inherited) for at in event.places] == [("Bara", False)]


def test_later_sentence_about_an_event_may_say_where_it_was(flat: EventCoder) -> None:
    text = (
        "A senator died of his wounds after an attack. "
        "The attack began as he spoke to a crowd at noon in Bara, near Kolun."
    )
    (event,) = flat.code(make_article(text), resolve(text))
    assert [at.place.name for at in event.places] == ["Bara"]


def test_town_of_a_report_that_names_no_other_is_where_it_was(flat: EventCoder) -> None:
    text = (
        f"{FILED}A former mayor of Bara was shot on Monday on his way to work.\n\n"
        "Bara, a city in Arland, has been under a curfew since May."
    )
    event, *_ = flat.code(filed(text), resolve(text))
    assert [at.place.name for at in event.places] == ["Bara"]


def test_country_where_something_is_outweighs_peoples(flat: EventCoder) -> None:
    text = (
        f"{FILED}The Borlandic envoy to Arland said that a Borlandic and a Borlandic-born "
        "tourist were murdered last week."
    )
    *_, event = flat.code(filed(text), resolve(text))
    assert [at.place.name for at in event.places] == ["Arland"]


HOUSE = "A bomb exploded at dawn near the house of a minister."
TOLD_WHERE = {
    f"Arland mourns in Kolun. {HOUSE} His wife said that the house, which is in Bara, shook.",
    f"Arland mourns in Kolun. {HOUSE} Nobody was hurt. The house is located in Bara.",
    "A bomb exploded in Arland near the house of a minister. The house is located in Bara.",
}


@pytest.mark.parametrize("text", sorted(TOLD_WHERE))
def test_later_sentence_may_say_where_the_house_is(text: str, flat: EventCoder) -> None:
    (event,) = flat.code(make_article(text), resolve(text))
    assert [(at.place.name, at.inherited, at.reason) for at in event.places] == [
        ("Bara", True, "the text says where the house is")
    ]


def test_house_of_another_is_not_the_one_struck(flat: EventCoder) -> None:
    text = f"Arland mourns in Kolun. {HOUSE} The mill is located in Bara."
    (event,) = flat.code(make_article(text), resolve(text))
    assert "Bara" not in [at.place.name for at in event.places]


def test_school_of_a_foreign_country_stands_abroad(flat: EventCoder) -> None:
    text = f"{FILED}A teacher at the Borlandic school has been killed."
    *_, event = flat.code(filed(text), resolve(text))
    assert "Borland" not in [at.place.name for at in event.places]


OPENING = "How did the war of Upper Arland end? "
TOLD = "Its rebels were scattered at Bara and at Kolun. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{OPENING}{TOLD}In 1999 soldiers fired into a crowd.", "Upper Arland"),
        (f"{OPENING}{TOLD}They met in Sedra in Borland.\n\n{MURDER}", "Upper Arland"),
        (f"How did the war of Arland end? {TOLD}\n\n{MURDER}", "Arland"),
    ],
)
def test_text_about_one_province_puts_the_rest_there(
    flat: EventCoder, text: str, name: str
) -> None:
    events = flat.code(make_article(text), resolve(text))
    assert [at.place.name for at in events[-1].places] == [name]
    assert events[-1].places[0].inherited
