"""The sample moved to two islands on either side of the 180th meridian."""

from __future__ import annotations

from dataclasses import replace

from dashboard.model import Briefing
from tests.samples import PLACES, sample_briefing

LABASA = replace(
    PLACES["gn:1221874"], place_id="gn:1", name="Labasa", lat=-16.4, lon=179.4, countries=("FJ",)
)
TONGA = replace(LABASA, place_id="gn:2", name="Nuku\u02bbalofa", lat=-21.1, lon=-175.2)


def briefing_of_islands() -> Briefing:
    """Return two events, one on each side."""
    briefing = sample_briefing()
    events = tuple(
        replace(
            event,
            event_id=f"E{number}",
            places=(replace(event.places[0], place=replace(place, geometry=None)),),
        )
        for number, (event, place) in enumerate(
            zip(briefing.events[2:4], (LABASA, TONGA), strict=True), start=1
        )
    )
    return Briefing(briefing.articles, {}, events)
