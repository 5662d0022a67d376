"""Where an event is whose place stands in another clause, in another role, or under a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

PLACED = {
    '"They shot my husband," a woman said in a camp at Bara.': [],
    "The army had shelled the camp, the minister told cadets at Bara.": [],
    "Two things went wrong with the raid on the fort, the colonel told a hall in Bara.": [],
    "Bara, where aircraft dropped bombs in May, will bury its dead on Friday.": ["Bara"],
    "Bara had been quiet for a week when two shells fell beside the school.": ["Bara"],
    "The port of Bara was closed after drones were shot down over the bay.": ["Bara"],
    "Dozens of villagers were shot dead as they fled Bara.": ["Bara"],
    "Gunmen burned the school, where families who had fled Bara slept.": [],
    "Marches spread to Bara on Friday, where a crowd torched the council.": ["Bara"],
    "The rebels were driven back from Bara on Monday.": ["Bara"],
    "Jets hit the men near Bara after an exchange of fire.": ["Bara", "Bara"],
    "The Moray Valley was calm, but rebels killed two in Bara, a camp of miners in Arland.": [
        "Bara"
    ],
    "They came from Bara, which was looted by rebels in May.": ["Bara"],
    "Sailors seized a boat with weapons. The boat had left Bara a week before.": [],
    "A judge was killed by gunmen trained in Bara.": [],
    "Gunmen attacked a ferry that had left Bara, on the Borland coast.": [],
    "Two men were killed by army fire east of Bara on Monday, medics in Kolun said.": ["Bara"],
    "Three farmers were shot dead by gunmen north of Bara.": ["Bara"],
    "Bara burns. A bomb hit a house in Bara. In Borland, officials said a bomb killed a boy.": [
        "Bara",
        "Borland",
    ],
    "A bomb hit a house in Bara. In neighbouring Borland, police said gunmen shot a priest.": [
        "Bara",
        "Borland",
    ],
    "A bomb killed a boy in Bara. In the Moray Valley, police said a bomb killed a priest.": [
        "Bara",
        "Moray Valley",
    ],
    "In Bara, shelling of the Kolun camp killed eight people.": ["Kolun"],
    "A mob in Bara attacked a man accused of theft and set fire to his shop.": ["Bara"] * 2,
    "Gunmen killed nine men at a market. The wounded were taken to a hospital in Bara.": [],
    "Gunmen killed nine men at a market. Six of the injured were airlifted to Bara.": [],
    "Gunmen killed nine men at a market. They were buried in Bara on Friday.": [],
    "A bus carrying pilgrims from Bara to Kolun was attacked near Sedra.": ["Sedra"],
    "A convoy with fuel from Bara to Kolun was ambushed in Sedra.": ["Sedra"],
    "Rebels shot down a plane flying from Bara to Kolun.": [],
    "Clashes between the army and rebels in Bara forced 900 people to flee to Kolun.": ["Bara"],
    "Shelling in Bara forced 900 people to evacuate to Kolun.": ["Bara"],
    "Bara and Kolun came under attack on Friday.": ["Bara", "Kolun"],
    "The towns of Bara and Kolun came under artillery fire.": ["Bara", "Kolun"],
    "Jets bombed rebels in the Moray Valley, between Bara and Kolun provinces.": ["Moray Valley"],
    "In a second attack in the Moray Valley, gunmen killed six at a church in Bara.": ["Bara"],
    "In a rare attack in Arland, gunmen killed six people at a mosque in Bara.": ["Bara"],
    "Both sides concluded a truce, which was signed in the same Bara hall in May.": ["Bara"],
}


@pytest.mark.parametrize("text", PLACED)
def test_place_told_aside(text: str, coder: EventCoder) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert events
    assert sorted(p.place.name for e in events for p in e.places) == PLACED[text]


def test_town_of_a_sentence_is_finer_than_the_heading(coder: EventCoder) -> None:
    text = (
        "Situation report.\n- Moray Valley: a bomb killed two men in the hills.\n"
        "- Moray Valley: two boats that sailed below Kolun were looted by rebels.\n"
    )
    events = coder.code(make_article(text), resolve(text))
    assert [p.place.name for e in events for p in e.places] == ["Moray Valley", "Kolun"]


def test_national_strike_is_not_where_the_last_fight_was(coder: EventCoder) -> None:
    text = "Workers blocked roads in Bara on Monday. A national strike began on Tuesday."
    events = coder.code(make_article(text), resolve(text))
    assert [p.place.name for e in events for p in e.places] == ["Bara"]


def test_it_is_the_town_that_the_sentence_took_up(coder: EventCoder) -> None:
    text = (
        "Rebels attacked Bara in May. They took the harbour of that town and kept it for a "
        "year, until troops recaptured it in the spring."
    )
    events = coder.code(make_article(text), resolve(text))
    assert {p.place.name for e in events for p in e.places} == {"Bara"}
    assert all(e.places for e in events)


def test_town_that_is_not_named_is_no_other_town(coder: EventCoder) -> None:
    text = "Rebels torched a school in Bara. Women then marched through the state capital."
    events = coder.code(make_article(text), resolve(text))
    assert [[p.place.name for p in e.places] for e in events] == [["Bara"], []]
