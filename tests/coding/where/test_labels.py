"""Names that head an item or a section, and what is told under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import Zone, ZoneKind
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

ITEMS = {
    "Notes on Arland\n\n- Bara: gunmen killed two traders at the market.\n"
    "- Kolun: a rocket landed near the airport.": [["Bara"], ["Kolun"]],
    "1. Bara - Gunmen killed two traders at the market.\n"
    "2. Bara and Kolun: crowds marched against the tax.": [["Bara"], ["Bara", "Kolun"]],
    "• Kolun, Moray Valley: rebels ambushed a convoy.": [["Kolun"]],
    "Bara\n\nGunmen killed two traders.\n\nKolun\n\nRebels ambushed a convoy.": [
        ["Bara"],
        ["Kolun"],
    ],
    "- Bara: rebels ambushed a convoy near Kolun.": [["Kolun"]],
}


@pytest.mark.parametrize("text", ITEMS)
def test_event_without_a_place_is_where_its_item_is(text: str, coder: EventCoder) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert [[p.place.name for p in e.places] for e in events] == ITEMS[text]


def test_place_of_an_item_is_marked_as_inherited(coder: EventCoder) -> None:
    text = "- Bara: gunmen killed two traders at the market."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [(p.inherited, p.reason) for p in event.places] == [(True, "“Bara” heads it")]


def test_where_a_report_was_filed_heads_nothing(coder: EventCoder) -> None:
    text = "Bara\n\nGunmen killed a trader in Kolun. The next day bandits kidnapped a driver."
    zones = (Zone(0, 4, ZoneKind.DATELINE), Zone(6, len(text), ZoneKind.BODY))
    events = coder.code(make_article(text, zones=zones), resolve(text))
    assert "Bara" not in [p.place.name for e in events for p in e.places]
