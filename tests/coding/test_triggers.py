"""Constructions in which an event is told: active, passive, headline, noun, clause of cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

SAME_KIND = {
    "Shelling/artillery/missile attack": [
        "Mortar bombs fell on a camp near Bara, killing six people.",
        "At least 17 shoppers died when a mortar round landed in Bara.",
        "Bara came under artillery fire on Monday.",
        "ROCKETS HIT THE PORT OF BARA.",
    ],
    "Remote explosive/landmine/IED": [
        "A bus was ripped apart by a roadside bomb in Bara.",
        "A device left at a bank in Bara went off on Monday.",
        "The road that bandits mined on Monday, crippling a lorry near Bara, was reopened.",
        "Three boys died when they stepped on a mine near Bara.",
    ],
    "Abduction/forced disappearance": [
        "The nine girls taken from Bara are still missing.",
        "Two fishermen snatched by pirates off Bara have not been seen since.",
        "A gunman held nine people captive on a bus in Bara.",
    ],
    "Mob violence": [
        "A man was dragged from a cell in Bara and beaten to death by villagers.",
        "Villagers beat a thief to death in Bara.",
    ],
    "Non-state actor overtakes territory": [
        "The town of Bara fell to insurgents on Monday.",
        "Insurgents swept into the town of Bara on Monday.",
    ],
}
CASES = [(kind, text) for kind, texts in SAME_KIND.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), CASES, ids=[text[:40] for _, text in CASES])
def test_construction_names_one_event(kind: str, text: str, coder: EventCoder) -> None:
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == [kind]


def test_raid_that_led_to_an_arrest_is_no_event_of_its_own(coder: EventCoder) -> None:
    text = "Police raided five homes in Bara and arrested seven people."
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == ["Arrests"]


def test_cease_fire_that_broke_down_is_no_fire(coder: EventCoder) -> None:
    text = "The cease-fire in Bara broke down on Monday."
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == ["Agreement"]
