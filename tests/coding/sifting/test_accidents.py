"""Deaths after an accident are no attack; deaths after an attack are its toll."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


@pytest.mark.parametrize(
    "text",
    [
        "Two earthquakes struck Bara on Saturday. More than 1,000 people were killed.",
        "A ferry capsized on the lake on Sunday. Few could swim. At least 40 people were killed.",
    ],
)
def test_deaths_by_accident_are_no_event(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


def test_attack_after_an_accident_keeps_its_toll(coder: EventCoder) -> None:
    text = (
        "A bus crash blocked the road to Bara on Sunday. Gunmen attacked the police at the scene. "
        "Three officers were killed."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.sub_type, event.killed.low) == ("Armed clash", 3)


def test_fire_of_armed_people_is_no_accident(coder: EventCoder) -> None:
    text = "Four farmers were killed by border guards' fire near Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.sub_type, event.killed.low) == ("Attack", 4)
