"""Where an event is put, and where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import EventType, NoMark
from tests.coding.making import doubted, make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

PLACED = {
    "Rebels attacked an army post near Bara on Monday.": ["Bara"],
    "Rebels fought the army near Kolun in the east of Arland.": ["Kolun"],
    "Borland is sending troops into Arland.": ["Arland"],
    "The attack on an Arlandic police station came in 2007.": ["Arland"],
    "Arlandic soldiers attacked a rebel camp.": [],
    "Clashes in Bara and an ambush in Kolun were reported.": ["Bara", "Kolun"],
    "The Arlandic government banned the veil.": ["Arland"],
    "Arland is weak after suffering a revolution.": ["Arland"],
}

ROLES = {
    "Borland is poor. The government cracked down on the band harshly, due to its ties with "
    "rebels in neighbouring Arland.": [],
    "In Bara, officials said the Borlandic army had killed five rebels.": [],
    "In Bara, officials said gunmen had killed five farmers.": ["Bara"],
    "Both sides went to Bara and signed a truce on Monday.": ["Bara"],
    "Police used tear gas to clear tractors from the ring road of Bara.": ["Bara"],
    "Both sides met in Sedra and signed a truce. Rebels handed in 90 rifles.": ["Sedra"],
    "Bara fell to the rebels in May.": ["Bara"],
    "The peace treaty that both governments signed in Bara in May left the line open.": ["Bara"],
    "Rebels fought the army for the road at Bara on Monday.": ["Bara"],
    "Rebels killed villagers around Bara and Kolun.": ["Bara", "Kolun"],
    "Rebels and soldiers battled for Bara on Monday.": ["Bara"],
    "Rebels clashed with the army in Bara and in Kolun.": ["Bara", "Kolun"],
    "Gunmen attacked a Kolun-bound bus near Bara.": ["Bara"],
    "Gunmen killed a farmer near Bara, 30 km south of Kolun.": ["Bara"],
    "In the town of Bara, north of Kolun, shelling killed a family.": ["Bara"],
    "Soldiers shelled them from a base at Bara.": [],
    "Rebels attacked a post on the border with Borland.": [],
    "Rebels shelled a village in the Moray Valley, in Arland.": ["Moray Valley"],
    "Rebels took Bara on Monday, a spokesman in Kolun said. The town had been shelled.": [
        "Bara",
        "Bara",
    ],
}


@pytest.mark.parametrize("text", ROLES)
def test_place_is_told_by_its_role_in_the_sentence(text: str, coder: EventCoder) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert events
    assert [p.place.name for e in events for p in e.places] == ROLES[text]


@pytest.mark.parametrize("text", PLACED)
def test_event_is_put_where_the_sentence_says(text: str, coder: EventCoder) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert events
    assert [p.place.name for e in events for p in e.places] == PLACED[text]


def test_there_refers_back_and_says_so(coder: EventCoder) -> None:
    text = "The army moved on Bara in May. Rebels attacked an army post there on Monday."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [(p.place.name, p.inherited) for p in event.places] == [("Bara", True)]
    assert "Bara" in (event.places[0].reason or "")


def test_event_without_a_place_says_why_it_is_not_drawn(coder: EventCoder) -> None:
    text = "Separatists blew up a pipeline on Tuesday."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.not_drawn_because == "The text names no place for it"


def test_flight_to_another_country_has_no_mark(coder: EventCoder) -> None:
    text = "The rebel commander fled to Borland in May."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.not_drawn_because == "A movement between countries, not an event at one place"


@pytest.mark.parametrize(
    ("no_mark", "kept"),
    [(NoMark.UNSURE, ["Bara"]), (NoMark.WITHHELD, [])],
)
def test_event_at_a_place_without_a_mark_is_not_put_elsewhere(
    no_mark: NoMark, kept: list[str], coder: EventCoder
) -> None:
    text = "A court in Kolun tried men for the killing of 30 villagers in Bara in 2009."
    marked = resolve(text)
    doubtful = [doubted(r, no_mark) for r in marked if r.mention.surface == "Bara"]
    events = coder.code(make_article(text), [*marked[:1], *doubtful])
    (event,) = [e for e in events if "killing" in e.trigger.of(text)]
    assert [p.place.name for p in event.places] == kept
    assert event.not_drawn_because == f"The text puts it at Bara, which is not drawn: {no_mark}"


def test_guess_in_a_country_that_the_text_does_not_speak_of_lends_no_place(
    coder: EventCoder,
) -> None:
    text = "In Kolun four hundred people marched on Friday. The march went through Sedra."
    told, guessed = resolve(text)
    resolutions = [told, doubted(guessed, NoMark.UNSURE)]
    places = [p.place.name for e in coder.code(make_article(text), resolutions) for p in e.places]
    assert places == ["Kolun"]


@pytest.mark.parametrize(
    "text",
    [
        "Demonstrators in Bara, Kolun and Sedra clashed with officers.",
        "Protesters in Bara, Kolun and Sedra burned tyres on Thursday.",
        "Rallies were held in Bara, Kolun, and Sedra on Monday.",
    ],
)
def test_all_towns_of_a_list_are_places(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert sorted(p.place.name for p in event.places) == ["Bara", "Kolun", "Sedra"]


def test_province_behind_a_town_is_no_second_place(coder: EventCoder) -> None:
    text = "In Bara, Moray Valley department, a soldier was shot."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in event.places] == ["Bara"]


def test_nationality_of_a_victim_is_no_place(coder: EventCoder) -> None:
    text = "A Borland pilot who had been held by rebels was set free on Friday in Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in event.places] == ["Bara"]


def test_nearby_is_told_in_the_reason(coder: EventCoder) -> None:
    text = "Rebels attacked an army post 20 km from Bara on Monday."
    (event,) = coder.code(make_article(text), resolve(text))
    reason = event.places[0].reason or ""
    assert reason.endswith("the text says “20 km from Bara”, which is not in it")


SHARED = {
    "Gunmen stormed a school in Bara on Friday and kidnapped six pupils.": "2010-11-05",
    "Troops were hit by a landmine while herding goats near Bara on Friday.": "2010-11-05",
    "A colonel was involved in the massacre of six priests carried out in Bara on Friday.": (
        "2010-11-05"
    ),
    "The truce signed in Bara on Friday broke down on Monday.": "2010-11-05",
}


@pytest.mark.parametrize("text", SHARED)
def test_place_and_day_are_shared_within_a_clause(text: str, coder: EventCoder) -> None:
    *_, event = coder.code(make_article(text), resolve(text))
    assert ([p.place.name for p in event.places], event.when.edtf) == (["Bara"], SHARED[text])


def test_day_of_an_announcement_dates_what_is_done_by_announcing(coder: EventCoder) -> None:
    text = "The two rebel groups announced on Friday that they were merging."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.when.edtf == "2010-11-05"


def test_day_of_a_statement_does_not_date_what_it_tells(coder: EventCoder) -> None:
    text = "The army said on Friday that rebels had attacked a post near Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.when.start is None


def test_office_that_a_toll_comes_from_places_nothing(coder: EventCoder) -> None:
    text = "A mine killed two officers on the Bara road, per the ministry in Kolun."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in event.places] == ["Bara"]


def test_event_was_not_where_it_is_celebrated(coder: EventCoder) -> None:
    text = "The army marched into Bara on Monday. The capture was celebrated in Kolun."
    events = coder.code(make_article(text), resolve(text))
    assert {p.place.name for event in events for p in event.places} == {"Bara"}


def test_outcome_is_where_its_cause_was(coder: EventCoder) -> None:
    text = (
        "The rebel commander returned to Bara to organise raids, including an attack on a "
        "Borlandic police station that resulted in the arrest of six rebels."
    )
    at = {
        event.sub_type: [p.place.name for p in event.places]
        for event in coder.code(make_article(text), resolve(text))
    }
    assert at == {"Other": ["Bara"], "Armed clash": ["Borland"], "Arrests": ["Borland"]}


def test_nobody_takes_a_country_by_moving_into_it(coder: EventCoder) -> None:
    text = "The rebels moved into Arland in 2003."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.type is EventType.STRATEGIC
