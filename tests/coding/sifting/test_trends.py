"""How often such things happen is no event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


@pytest.mark.parametrize(
    "text",
    [
        "The embassy notes an uptick in kidnappings in Bara.",
        "A surge in gang killings has emptied parts of Bara.",
        "Attacks on aid workers in Bara have increased since May.",
        "Kidnappings have become common in Bara.",
        "There has been a rise in raids on farms around Bara since January.",
    ],
)
def test_trend_is_no_event(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


def test_attack_that_only_counts_time_for_an_item_is_no_second_one(coder: EventCoder) -> None:
    text = "Kolun was attacked on 24 October.\n\nBara: 3,400 arrivals since the attack."
    assert len(coder.code(make_article(text), resolve(text))) == 1
