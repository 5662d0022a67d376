"""The crosswalk to UCDP and CAMEO."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding import load_lexicon
from dashboard.coding.what.crosswalk import load_crosswalk, ucdp_type_of
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

SIDES = {
    "Rebels ambushed an army convoy near Bara.": "state-based",
    "Rebels clashed with a militia near Bara.": "non-state",
    "Boko Haram killed a schoolteacher in Bara.": "one-sided",
    "Gunmen killed a schoolteacher in Bara.": None,
    "A Boko Haram bomb killed a schoolteacher in Bara.": None,
    "Clashes shook Bara.": None,
    "Students protested in Bara.": None,
    "An air strike on Bara killed four people.": None,
    "Warplanes bombed Bara.": None,
    "Regime warplanes bombed Bara.": "state-based",
    "Boko Haram executed two men in Bara.": None,
    "Boko Haram killed two women in Bara.": "one-sided",
    "Coalition jets bombed Bara.": None,
    "Borlandic troops killed four rebels in Bara.": None,
    "Borlandic troops ambushed Arlandic soldiers near Bara.": "state-based",
    "Kurdish forces clashed with a militia in Bara.": "non-state",
}


def test_every_sub_type_of_the_lexicon_crosses() -> None:
    rules = (r for rules in load_lexicon().rules.values() for r in rules if r.type)
    assert {(r.type.value, r.sub_type) for r in rules if r.type} <= load_crosswalk().keys()


@pytest.mark.parametrize("text", SIDES)
def test_sides_decide_the_type_of_violence(text: str, coder: EventCoder) -> None:
    event = coder.code(make_article(text), resolve(text))[0]
    assert ucdp_type_of(event, load_crosswalk()) == SIDES[text]


def test_one_group_alone_does_not_tell_the_type_of_violence(coder: EventCoder) -> None:
    text = "ISIS attacked positions near Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert ucdp_type_of(event, load_crosswalk()) is None


def test_army_abroad_is_an_external_force(coder: EventCoder) -> None:
    text = "Borlandic soldiers killed four rebels in Bara, and Arlandic soldiers shelled Kolun."
    ambush, shelling = coder.code(make_article(text), resolve(text))
    assert ambush.actors[0].actor_class == "external/other forces"
    assert shelling.actors[0].actor_class == "state forces"


def test_rivals_of_one_name_are_both_sides(coder: EventCoder) -> None:
    text = "Rival gangs clashed in Bara."
    event = coder.code(make_article(text), resolve(text))[0]
    assert ucdp_type_of(event, load_crosswalk()) == "non-state"


def test_bomber_who_dies_is_no_second_side(coder: EventCoder) -> None:
    text = "Two suicide bombers struck a market in Bara. Only the two attackers died."
    event = coder.code(make_article(text), resolve(text))[0]
    assert ucdp_type_of(event, load_crosswalk()) is None


def test_aid_convoy_is_no_army(coder: EventCoder) -> None:
    text = "Gunmen killed ten people in an attack on a humanitarian convoy near Bara."
    event, *_ = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Attack"
