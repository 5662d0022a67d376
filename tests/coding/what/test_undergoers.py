"""Whom an event befell, and so what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import EventType
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

BEFALLEN = {
    "It was worse than the raid near Bara in which nine soldiers fell.": EventType.BATTLES,
    "The attack near Bara killed nine soldiers.": EventType.BATTLES,
    "The attack near Bara killed nine herders.": EventType.CIVILIANS,
    "A Boko Haram attack left nine dead in Bara.": EventType.CIVILIANS,
}


@pytest.mark.parametrize("text", BEFALLEN)
def test_those_who_fell_say_what_it_was(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.type is BEFALLEN[text]


NOTHING = (
    "The driver was charged with murder and terrorism.",
    "Diplomats talk of a ceasefire.",
    "The breach of the truce alarmed the diplomats.",
    "The prosecutor asked for the arrest of a general.",
    "Shelling? There was none in Bara today.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_name_of_a_crime_or_a_truce_to_come_is_no_event(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


def test_name_in_brackets_is_the_same_event(coder: EventCoder) -> None:
    text = "A suicide car bomb (SVBIED) struck a convoy near Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Suicide bomb"


def test_count_of_such_deeds_does_not_stand_for_the_deed(coder: EventCoder) -> None:
    text = "Gunmen killed a nurse in Bara, the third such murder this month."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.trigger.of(text) == "killed a nurse"


def test_what_somebody_answers_for_took_place(coder: EventCoder) -> None:
    text = "Nobody has been held to account for the rape of nine women in Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Sexual violence"
