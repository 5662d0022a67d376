"""Movements follow the filters as far as a filter says something about them."""

import pytest

from dashboard.model import Status
from dashboard.screen.filters import Filters
from dashboard.screen.flows import select_flows
from dashboard.screen.index import Facet
from tests.flow_samples import briefing_with_flows


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), ["F1", "F2", "F3", "F4", "F5", "F6"]),
        (Filters({Facet.COUNTRY: ("AF",)}), ["F2", "F3"]),
        (Filters({Facet.STATUS: (Status.PLANNED.value,)}), ["F5"]),
        (Filters({Facet.TYPE: ("Battles",)}), []),
        (Filters(words="poppy"), ["F2"]),
        (Filters(period=(0, 1)), ["F1", "F2", "F3", "F4", "F5", "F6"]),
    ],
    ids=["all", "country", "status", "what only events have", "words", "undated stay"],
)
def test_filters_leave_these_flows(filters: Filters, ids: list[str]) -> None:
    briefing = briefing_with_flows()

    left = select_flows(briefing.flows, filters, event_ids=(), articles=briefing.articles)

    assert [flow.flow_id for flow in left] == ids
