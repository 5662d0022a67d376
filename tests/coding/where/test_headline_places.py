"""Where a headline puts what the first sentences tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import Zone, ZoneKind
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

BODY = "Gunmen killed nine traders at a market on Friday. The wounded were taken to Kolun."
PUT = {
    "Gunmen raid market in Bara": ["Bara"],
    "Bara market attack kills nine": ["Bara"],
    "Minister in Bara for talks": [],
}


@pytest.mark.parametrize("headline", PUT)
def test_event_of_the_lead_is_where_the_headline_puts_it(headline: str, coder: EventCoder) -> None:
    text = f"{headline}\n\n{BODY}"
    start = len(headline)
    zones = (Zone(0, start, ZoneKind.HEADING), Zone(start, len(text), ZoneKind.BODY))
    (event,) = coder.code(make_article(text, zones=zones), resolve(text))
    assert [p.place.name for p in event.places] == PUT[headline]
    assert all(p.inherited for p in event.places)
