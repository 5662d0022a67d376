"""Tolls of headlines: which figure is whose, where several stand in one breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

TOLLS = {
    "Police foiled a bombing in Bara and killed two militants": [None, 2],
    "Rebels foiled an attack on Bara, killing nine soldiers": [9],
    "Two days after they killed eight soldiers, rebels carried out an attack in Bara": [8, None],
    "The army kills 20 rebels near Bara and prevents an attack on a depot": [20, None],
    "Rebels thwart an attack on their posts near Bara and kill 4 soldiers": [4],
    "Amid a growing pace of assassinations in Kolun, eight guards were killed in a day": [8],
    "The army avenged the death of a pilot near Bara and killed 15 villagers": [15],
    "After killing 55 of the guards, warplanes kill 18 of them in Bara": [18],
    "Two members of the garrison killed near Bara": [2],
    "30 including nine children killed by shells that hit Bara;Crowds left Kolun": [30],
    "Blast in an arsenal kills at least 12 of the rebels": [12],
    "Clashes near Bara kill 65 fighters of the factions and Kolun Front": [65],
    "30 people including nine children killed by shells that hit Bara": [30],
    "40 traders, including 3 children and 5 women killed by shells that hit Bara": [40],
    "At least 18 traders, mostly children and women killed by shells that hit Bara": [18],
    "Herders claimed the lives of three traders in Bara": [3],
    "The siege of Bara killed nine people": [9],
    "Two soldiers were killed on Monday and nine farmers were killed in other incidents": [2, 9],
    "60 people were killed on Monday, including nine guards, and five traders died in the "
    "shelling of Bara": [60, 5],
    "A blast in Bara killed nine traders. The toll rises to 4 in Kolun": [9],
    "Five fighters from the Moray Front were killed in clashes in Bara. Five soldiers from the "
    "front died in the battles": [5],
    "Rebels killed a soldier near Bara after kidnapping him": [1, None],
}


@pytest.mark.parametrize("headline", TOLLS)
def test_each_event_has_the_toll_that_counts_for_it(headline: str, coder: EventCoder) -> None:
    events = coder.code(make_article(headline), resolve(headline))
    assert [e.killed.low for e in events] == TOLLS[headline]


def test_members_of_armed_people_are_armed(coder: EventCoder) -> None:
    text = "Two members of the army were killed near Bara, and four members of a family in Kolun."
    types = [e.sub_type for e in coder.code(make_article(text), resolve(text))]
    assert types[0] == "Armed clash"


def test_heading_begins_with_those_counted(coder: EventCoder) -> None:
    text = "In clashes near Kolun, 2 members of the brigade killed in the hills"
    headings = [e.trigger.of(text) for e in coder.code(make_article(text), resolve(text))]
    assert any(h.startswith("2 members of the brigade killed") for h in headings)
