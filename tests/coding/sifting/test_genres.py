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
    (
        "Light the grill in Bara. Kill the crab with a knife, crush the garlic and bombard the "
        "fillets with salt. Serve with lemon before the butter is under attack."
    ),
    (
        "The trial in Bara gave the virus no chance. Each cell launched a massive assault on it, "
        "and a second dose wiped out the infection. One patient in the placebo group fell ill."
    ),
    (
        "White opened with a gambit and launched an attack in Bara. The knight was captured, the "
        "queen came under fire from a bishop and a rook exploded the defence."
    ),
    (
        "Visitors to the museum in Bara see a diorama: cavalry attacks a camp. Recorded shellfire "
        "shakes each exhibit, and children may fire a cannon. A ticket costs ten crowns."
    ),
    (
        "The film opens with a massacre in Bara. Deserters burn a village, kill every man in it "
        "and flee. The director stages the last act with care, and the audience weeps."
    ),
    (
        "Under this article of the penal code, whoever joins an attack is liable to imprisonment. "
        "Attempting to bomb a railway in Bara is an offence. The penalty rises if it kills a guard."
    ),
    (
        'The drill began when "terrorists" seized a ferry in Bara. Commandos landed and shot dead '
        "all four gunmen."
    ),
    "Gusts of wind bombarded the harbour of Bara with debris.",
    "The poet shot the moon over Bara.",
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
    (
        "The museum in Bara shut its doors. Visitors were in the gallery with the curator, near "
        "the exhibit, when a rocket hit the roof on Monday and killed two of them."
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
