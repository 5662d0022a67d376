"""Headlines in telegraph style: no article, no "were", and the parse makes one noun of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

TOLD = {
    "Bombardment targets Bara and Kolun": ("Shelling/artillery/missile attack", "Bara"),
    "Heavy shelling targets north of Kolun leaving casualties": (
        "Shelling/artillery/missile attack",
        "Kolun",
    ),
    "Casualties in airstrikes on Kolun": ("Air/drone strike", "Kolun"),
    "Violent Clashes continue in Bara": ("Armed clash", "Bara"),
    "Rebels advance in the hills near Bara": ("Armed clash", "Bara"),
}
UNTOLD = (
    "Shelling targets in Bara were chosen by a committee.",
    "The minister said that air strike targets in Kolun had been picked with care.",
    "Share prices advance in Bara",
    "The home team shot down France in a final at Buenos Aires, a battle of two coaches.",
)


@pytest.mark.parametrize("headline", TOLD)
def test_event_of_telegraph_style_is_found_with_its_place(headline: str, coder: EventCoder) -> None:
    event, *_ = coder.code(make_article(headline), resolve(headline))
    assert (event.sub_type, event.places[0].place.name) == TOLD[headline]


@pytest.mark.parametrize("text", UNTOLD)
def test_targets_and_prices_are_no_attacks(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


TWO_THINGS = {
    "Fighters injured in Bara and renewed clashes in the Moray Valley": "Moray Valley",
    "Airstrikes target the Moray Valley and more casualties in Bara": "Moray Valley",
}


@pytest.mark.parametrize("headline", TWO_THINGS)
def test_place_of_the_other_thing_told_is_not_taken(headline: str, coder: EventCoder) -> None:
    *_, event = coder.code(make_article(headline), resolve(headline))
    assert [at.place.name for at in event.places] == [TWO_THINGS[headline]]
