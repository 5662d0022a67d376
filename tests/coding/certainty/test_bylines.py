"""The source behind the colon or dash of a headline is nobody's victim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

HEADLINES = {
    "Bandits kill five farmers in Bara: police": ("Violence against civilians", 5, "police"),
    "Rebels kill two traders in Bara: army": ("Violence against civilians", 2, "army"),
    "Gunmen raid Bara, killing 12 - local official": (
        "Violence against civilians",
        12,
        "local official",
    ),
    "Nine rebels killed in clash near Bara – defence ministry": (
        "Battles",
        9,
        "defence ministry",
    ),
    "Ambush of a patrol near Bara kills four guards: security sources": (
        "Battles",
        4,
        "security sources",
    ),
}


@pytest.mark.parametrize("headline", HEADLINES)
def test_source_behind_headline(headline: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(headline), resolve(headline))
    assert (event.type.value, event.killed.low, event.attribution) == HEADLINES[headline]
    assert HEADLINES[headline][2] not in {a.name for a in event.actors}


def test_victims_behind_a_colon_are_no_source(coder: EventCoder) -> None:
    text = "Two die in Bara ambush: a soldier and a nurse"
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.attribution is None
