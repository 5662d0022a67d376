"""Where an event is whose own sentence names no place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import NoMark, Zone, ZoneKind
from tests.coding.making import doubted, make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

WITH_EVENT = "named with the event"
BOMB = "A bomb wounded six people on Monday."
INHERITED = {
    f"The market of Bara is old.\n\n{BOMB}": "the text names no place but Bara",
    f"Gunmen killed a judge in Bara.\n\nThe market was full. {BOMB}": (
        "all that the text places is at Bara"
    ),
    f"Elections were held in Arland. The Arlandic press was free.\n\n{BOMB}": (
        "the text is about Arland and says no more of where it was"
    ),
    "Rebels shelled Bara on Sunday. Guns fell silent at noon. A sniper killed a nurse.": (
        "what is told just before is at Bara"
    ),
    "Herders and farmers fought in Bara on Monday. A curfew was imposed.": (
        "what is told just before is at Bara"
    ),
    "A grenade wounded three people in Bara. The police arrested two men.": (
        "what is told just before is at Bara"
    ),
    "Rebels shelled Bara, west of Kolun. A sniper killed a nurse.": (
        "what is told just before is at Bara"
    ),
    "The Moray Valley was calm. Rebels shot a trader at Sodoma.": (
        "its own place is not known, and all that the text names is in Moray Valley"
    ),
}
NOT_INHERITED = {
    "two towns": f"The market of Bara is old. So is that of Kolun in Borland.\n\n{BOMB}",
    "long ago": "The market of Bara is old.\n\nA bomb wounded six people in 1994.",
    "talks": "The market of Bara is old.\n\nThe two sides signed a truce in May.",
    "planned": "The market of Bara is old.\n\nRebels plan to attack an army post in May.",
    "another country": f"Arland and Borland met. Arland, Borland and the press spoke.\n\n{BOMB}",
    "a city abroad": f"In Sedra the poets of Arland met. Arland and the Arlandic press.\n\n{BOMB}",
    "a court": "A court in Bara convicted a man for the massacre of six priests.",
    "a cause": "Students protested in Bara on Friday against the murder of a nurse.",
    "an unknown village": "The market of Bara is old.\n\nGunmen killed a nurse in Sodoma.",
    "only a spokesman": f"{BOMB} A spokesman in Bara denied it.",
    "a move": "The market of Bara is old.\n\nThe government sent soldiers abroad in May.",
}


@pytest.mark.parametrize("text", INHERITED)
def test_place_of_the_story_is_inherited_with_the_reason(text: str, coder: EventCoder) -> None:
    *_, event = coder.code(make_article(text), resolve(text))
    assert [(p.inherited, p.reason) for p in event.places] == [(True, INHERITED[text])]


@pytest.mark.parametrize("text", NOT_INHERITED.values(), ids=NOT_INHERITED)
def test_no_place_is_inherited_where_the_text_leaves_it_open(text: str, coder: EventCoder) -> None:
    *_, event = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in event.places if p.place.name != "Arland"] == []


def test_another_event_of_the_sentence_says_where_it_was(coder: EventCoder) -> None:
    text = "The governor imposed a curfew on Bara; in the night rioters burned churches in fury."
    *_, event = coder.code(make_article(text), resolve(text))
    assert [p.reason for p in event.places] == ["the same sentence tells of Bara"]


def test_own_place_comes_before_that_of_the_story(coder: EventCoder) -> None:
    text = "Gunmen killed a judge in Bara on Sunday. A bomb wounded six people in Kolun."
    *_, event = coder.code(make_article(text), resolve(text))
    assert [(p.place.name, p.reason) for p in event.places] == [("Kolun", WITH_EVENT)]


def test_another_town_in_the_text_leaves_the_place_open(coder: EventCoder) -> None:
    text = f"Gunmen killed a judge in Bara. The road from Kolun was closed.\n\n{BOMB}"
    *_, event = coder.code(make_article(text), resolve(text))
    assert "Bara" not in [p.place.name for p in event.places]


def test_town_that_only_measures_a_distance_is_not_the_place(coder: EventCoder) -> None:
    text = "A senator was shot on Friday as he began his speech in Bara, 15 km south of Kolun."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in event.places] == ["Bara"]


def test_foreign_dateline_is_no_place_of_an_event(coder: EventCoder) -> None:
    text = f"SEDRA (BORLAND), 9 Nov 2010 (XYZ) -- {BOMB}"
    dateline = Zone(0, text.index("A bomb"), ZoneKind.DATELINE)
    article = make_article(text, zones=(dateline, Zone(dateline.end, len(text), ZoneKind.BODY)))
    (event,) = coder.code(article, resolve(text.replace("SEDRA", "Sedra")))
    assert event.places == ()


REFERRING = {
    "Gunmen shot a judge in Bara on Sunday. Sedra was calm. A mob beat a man there.": "Bara",
    "Arland is poor. Borland and Arland are neighbours. A bomb attack shook the country.": "Arland",
    "Bara is a village. Gunmen attacked a police post in the village on Sunday.": "Bara",
}


@pytest.mark.parametrize("text", REFERRING)
def test_words_refer_back_to_the_place_in_hand(text: str, coder: EventCoder) -> None:
    *_, event = coder.code(make_article(text), resolve(text))
    assert [(p.place.name, p.inherited) for p in event.places] == [(REFERRING[text], True)]


def test_what_happened_meanwhile_is_not_where_the_last_was(coder: EventCoder) -> None:
    text = "Gunmen killed a judge in Bara. Kolun slept. Meanwhile, troops shot six rebels."
    *_, event = coder.code(make_article(text), resolve(text))
    assert event.places == ()


def test_place_between_an_event_and_the_next_is_its_own(coder: EventCoder) -> None:
    text = "Heavy clashes, the army said, in Bara and, it added, shelling of a camp in Kolun."
    events = coder.code(make_article(text), resolve(text))
    assert [[p.place.name for p in e.places] for e in events] == [["Bara"], ["Kolun"]]


def test_country_of_the_victims_alone_is_not_where_it_was(coder: EventCoder) -> None:
    text = "Sedra, 9 Nov 2010 -- Gunmen shot six Arlandic engineers. Arland sent a protest note."
    zones = (Zone(0, 21, ZoneKind.DATELINE), Zone(21, len(text), ZoneKind.BODY))
    event, *_ = coder.code(make_article(text, zones=zones), resolve(text))
    assert event.places == ()


def test_town_of_a_correspondent_who_tells_of_another_country_is_no_place(
    coder: EventCoder,
) -> None:
    told = "In Sedra Arland's leader met the press. He spoke of the murder of six priests."
    text = f"Sedra, 9 Nov 2010 -- {told} Arland is far off."
    zones = (Zone(0, 21, ZoneKind.DATELINE), Zone(21, len(text), ZoneKind.BODY))
    events = coder.code(make_article(text, zones=zones), resolve(text))
    assert [p.place.name for e in events for p in e.places if p.place.name == "Sedra"] == []


def test_fire_on_marchers_is_where_they_marched(coder: EventCoder) -> None:
    text = "Thousands marched in Bara. Security forces opened fire and killed three demonstrators."
    events = coder.code(make_article(text), resolve(text))
    assert {p.place.name for e in events for p in e.places} == {"Bara"}
    assert all(e.places for e in events)


def test_name_that_fits_no_known_place_leaves_the_area_of_the_text(coder: EventCoder) -> None:
    text = "The Moray Valley was calm. Rebels shot a trader near Kolun."
    marked = [
        doubted(r, NoMark.UNFIT) if r.mention.surface == "Kolun" else r for r in resolve(text)
    ]
    (event,) = coder.code(make_article(text), marked)
    assert [p.place.name for p in event.places] == ["Moray Valley"]
    assert "no known “Kolun” fits" in (event.places[0].reason or "")


def test_what_has_a_date_of_its_own_does_not_share_the_place(coder: EventCoder) -> None:
    text = "The group set off bombs in Bara. In 1999 it tried to assassinate the president."
    *_, attempt = coder.code(make_article(text), resolve(text))
    assert (attempt.when.edtf, attempt.places) == ("1999", ())


def test_group_has_a_new_leader_nowhere(coder: EventCoder) -> None:
    text = (
        "Militants have returned to Arland. Rebels attacked a post in Arland on Monday. "
        "The rebels also have a new leader."
    )
    *_, leader = coder.code(make_article(text), resolve(text))
    assert (leader.sub_type, leader.places) == ("Change to group/activity", ())
