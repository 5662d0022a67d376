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
)


@pytest.mark.parametrize("text", NOTHING)
def test_name_of_a_crime_or_a_truce_to_come_is_no_event(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


def test_name_in_brackets_is_the_same_event(coder: EventCoder) -> None:
    text = "A suicide car bomb (SVBIED) struck a convoy near Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Suicide bomb"
