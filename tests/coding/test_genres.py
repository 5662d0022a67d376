"""Prose of sport, of markets and of stories borrows words of war; deeds beside it stay deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

FIGURES = [
    (
        "Kolun ambushed the leaders on Saturday. The striker shelled the goal and the hosts "
        "were shot down. The coach praised a perfect raid on Bara. The keeper surrendered."
    ),
    (
        "The rugby tour began badly. Bara ambushed the tourists in the scrum and raided their "
        "line. Their winger limped off with a hamstring injury, and the captain saw no way "
        "back."
    ),
    (
        "Copper stormed past its record. Traders in Bara fought a rearguard battle against the "
        "dollar. Hedge funds ambushed the market in the afternoon and brokers surrendered."
    ),
    (
        "The novel is set in 1943. Its first chapter is a massacre: soldiers line up prisoners "
        "and open fire. The author builds to a siege in which the heroine blows up a bridge."
    ),
    "The film opened in Bara. In the second act rebels storm the palace and hang the king.",
    "The generals are bad at coups. The president called it a coup; others laughed.",
    "A lion attacked a herder near Bara.",
    "The fire brigade in Bara battled the flames for six hours.",
    "The new rules will kill small farms in Bara.",
    "The mayor of Bara was shot in a video game.",
    "The war in the valley has reached the coast by bus.",
    "The two wings of the party will fight to the death over the nomination.",
]
DEEDS = [
    (
        "The match in Bara was stopped in the second half when gunmen opened fire and killed "
        "six fans. The captain of the hosts and the coach hid in the dressing room until the "
        "whistle."
    ),
    "A bomb exploded at a stadium in Bara during the league final and killed three spectators.",
    (
        "Shares in the miner fell. Rebels attacked an army base beside its mine near Bara on "
        "Sunday. Analysts expect its profit to shrink by a fifth this quarter, and investors "
        "sold its bonds."
    ),
    "Supporters of the two clubs fought outside the stadium in Bara after the match.",
    "Gunmen shot dead the director of a film in Bara on Monday.",
]


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_speech_are_no_events(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


@pytest.mark.parametrize("text", DEEDS)
def test_deed_told_amid_sport_or_business_is_coded(text: str, coder: EventCoder) -> None:
    assert len(coder.code(make_article(text), resolve(text))) == 1
