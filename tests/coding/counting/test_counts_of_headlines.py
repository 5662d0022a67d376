"""The dead and injured of one-line news: lists, parts of a toll, verbs that headlines shorten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

COUNTS = {
    "Two nurses among nine killed in Bara strike": (9, None),
    "Women, children among 30 killed in Bara raid": (30, None),
    "Soldier among three killed in Bara blast": (3, None),
    "No fewer than 20 traders were killed when bandits attacked Bara": (20, None),
    "Four rebels gunned down in Bara gunfight": (4, None),
    "Gunmen mow down 14 worshippers in Bara": (14, None),
    "Troops eliminate 14 bandits in Bara": (14, None),
    "7 traders killed, 12 injured in shelling of Bara": (7, 12),
    "Six people killed, 20 hurt in Bara blast": (6, 20),
    "13 Moray rebels, 5 police officers killed in clashes west of Bara": (18, None),
    "Bara blast toll climbs to 90": (90, None),
    "Number of dead in Bara attack rises to 52": (52, None),
}


@pytest.mark.parametrize("headline", COUNTS)
def test_dead_and_injured(headline: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(headline), resolve(headline))
    assert (event.killed.low, event.injured.low) == COUNTS[headline]


@pytest.mark.parametrize(
    "headline",
    [
        "Arland: 12 people shot dead at a bar in Bara",
        "12 people killed, 20 hurt in Bara shooting",
        "Bara: nine people gunned down near a bar in Kolun",
    ],
)
def test_the_dead_of_a_headline_are_targets(headline: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(headline), resolve(headline))
    assert {a.role for a in event.actors if a.name == "people"} == {"target"}
    assert "Arland" not in {a.name for a in event.actors}


def test_police_fire_on_marchers(coder: EventCoder) -> None:
    text = "Police fire on marchers in Bara, killing five"
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.sub_type, event.killed.low) == ("Excessive force against protesters", 5)
