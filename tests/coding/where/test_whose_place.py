"""Names of a sentence that are the place of another event, of who acts, or of none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

PLACED = {
    "Drones hit a fuel depot in Bara and Borland struck Kolun with missiles on Wednesday.": [
        ["Bara"],
        ["Kolun"],
    ],
    "Rebels shelled Kolun on Monday. Troops based in Bara fought them.": [["Kolun"], ["Kolun"]],
    "Rebels ambushed a bus at Bara on Monday, the third attack there since May.": [["Bara"]],
    "Two traders from Borland were robbed and beaten on the beach at Bara on Monday.": [["Bara"]],
    "Jets hit the village of Bara and the outskirts of Kolun on Monday.": [["Bara", "Kolun"]],
    "In the Moray Valley, a guard was killed when raiders broke into a hotel in Bara.": [["Bara"]],
    "The mission, which has its headquarters in Kolun, shelled a rebel camp near Bara.": [["Bara"]],
    "Thousands marched in Bara on the third anniversary of the blockade of Kolun.": [["Bara"]],
    "The chief, who is based in Kolun, said that six men had been arrested in Bara.": [["Bara"]],
    "Soldiers stationed in Kolun shelled a rebel camp near Bara on Monday.": [["Bara"]],
    "The rebels, whose leader lives in Kolun, said they had taken two prisoners.": [[]],
    "The fighting in Bara followed the killing of a leader in Kolun a week before.": [
        ["Bara"],
        ["Kolun"],
    ],
    "Gunmen killed 15 men in Bara on 3 May, a week after a raid on Kolun had left 11 dead.": [
        ["Bara"],
        ["Kolun"],
    ],
    "Two nurses travelling from Kolun to Sedra were abducted by gunmen at Bara.": [["Bara"]],
    "Gunmen abducted the mayor of Sedra on his way from Bara to Kolun.": [
        ["between Bara and Kolun"]
    ],
    "The army attacked a rebel camp at Bara and took 20 prisoners to Kolun.": [["Bara"], ["Bara"]],
    "Gunmen shot dead a candidate while he was campaigning in Bara on Monday.": [["Bara"]],
    "Gunmen shot a candidate in Bara. He was the third candidate killed in Arland since May.": [
        ["Bara"]
    ],
    "Six people were killed by a landmine along the line in the Kolun sector.": [["Kolun"]],
    "Six people were killed when rebels raided the Kolun district on Monday.": [["Kolun"]],
}


@pytest.mark.parametrize("text", PLACED)
def test_event_is_not_put_where_another_is(text: str, coder: EventCoder) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert [[p.place.name for p in e.places] for e in events] == PLACED[text]


def test_day_on_which_the_rallies_began_is_not_that_of_one(coder: EventCoder) -> None:
    text = "Protesters gathered in Bara and Kolun. The rallies began on 28 September over a tax."
    (rally,) = coder.code(make_article(text), resolve(text))
    assert rally.when.edtf is None


SHARED = {
    "Three miners were killed and nine abducted at a mine in Bara on Monday.": ["Bara", "Bara"],
    "Police in Kolun arrested six students after clashes in which a bus was burned at Bara.": [
        "Kolun",
        "Bara",
    ],
}


@pytest.mark.parametrize("text", SHARED)
def test_place_goes_to_those_whose_clause_it_ends(text: str, coder: EventCoder) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert [p.place.name for e in events for p in e.places] == SHARED[text]


def test_what_a_claimed_second_attack_was_is_told_before(coder: EventCoder) -> None:
    text = (
        "A bomb killed six people in Bara on Monday. Gunmen attacked a customs post at Kolun. "
        "The Borlandic Front claimed the second attack."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [p.place.name for e in events for p in e.places] == ["Bara", "Kolun"]


def test_alliance_that_stands_and_truce_that_ended_are_no_events(coder: EventCoder) -> None:
    text = (
        "Rebels killed six soldiers near Bara on Monday. Arland and Borland, which form an "
        "alliance, said nothing. Since the truce ended in 2004, little has been heard of them."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [p.place.name for e in events for p in e.places] == ["Bara"]


def test_next_week_is_that_after_the_report(coder: EventCoder) -> None:
    text = "Hundreds have died since May 2003. A march to Bara is planned for next week."
    (march,) = coder.code(make_article(text), resolve(text))
    assert (march.status.value, march.when.edtf) == ("planned", "2010-11-15/2010-11-21")


def test_since_the_summer_of_a_year_is_from_then_on(coder: EventCoder) -> None:
    text = "Borland has been shelling Bara since the summer of 2008."
    (shelling,) = coder.code(make_article(text), resolve(text))
    assert shelling.when.edtf == "2008-06~/2010-11-11~"


def test_pact_signed_later_has_the_venue_to_itself(coder: EventCoder) -> None:
    text = "A ceasefire was reached in Bara in May and was followed by a pact signed in Kolun."
    events = coder.code(make_article(text), resolve(text))
    assert [[p.place.name for p in e.places] for e in events] == [["Bara"], ["Kolun"]]


def test_truce_is_not_where_others_discuss_it(coder: EventCoder) -> None:
    text = "Arland said a meeting would be held in Bara on 8 December to discuss the truce."
    events = coder.code(make_article(text), resolve(text))
    assert all(not e.places and e.when.start is None for e in events)


def test_one_of_two_towns_is_not_guessed(coder: EventCoder) -> None:
    text = (
        "Police arrested six men in Bara and Kolun on Saturday over the death of a judge. "
        "The judge was shot outside his home on 2 November."
    )
    _, shot = coder.code(make_article(text), resolve(text))
    assert "Bara" not in [p.place.name for p in shot.places]


def test_troops_from_a_base_were_sent_to_the_town_told_before(coder: EventCoder) -> None:
    text = (
        "A mob threw stones at a police car in Bara on Friday. "
        "Troops from a base near Kolun were sent to the town."
    )
    *_, sent = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in sent.places] == ["Bara"]


def test_rally_that_ended_peacefully_was_on_that_day(coder: EventCoder) -> None:
    text = "In Bara, a rally outside the palace ended peacefully on Sunday."
    (rally,) = coder.code(make_article(text), resolve(text))
    assert rally.when.edtf == "2010-11-07"


def test_fall_of_a_town_is_no_season(coder: EventCoder) -> None:
    text = "The government has sat in Kolun since the fall of Bara."
    assert not [e for e in coder.code(make_article(text), resolve(text)) if e.when.start]


def test_people_of_an_unknown_place_are_not_where_the_last_event_was(coder: EventCoder) -> None:
    text = (
        "Gang members burned a police station in Bara on Monday. "
        "Residents of Tawo stoned two suspected lookouts to death on Wednesday."
    )
    _, stoned = coder.code(make_article(text), resolve(text))
    assert "Bara" not in [p.place.name for p in stoned.places]


def test_day_between_a_clause_and_its_speaker_is_that_of_the_clause(coder: EventCoder) -> None:
    text = (
        "Soldiers killed three rebels in a raid on a house in Bara, the capital of the Moray "
        "Valley, on Saturday night, a spokesman said in Kolun."
    )
    (raid,) = coder.code(make_article(text), resolve(text))
    assert ([p.place.name for p in raid.places], raid.when.edtf) == (["Bara"], "2010-11-06")
