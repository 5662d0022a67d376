"""An arrow is drawn where the text names both ends, and its card says what the text says."""

from dataclasses import replace

from dashboard.mapping import MapView
from dashboard.mapping.payload import payload_of
from dashboard.model import Flow
from tests.flow_samples import briefing_with_flows


def sent(*flows: Flow) -> list[dict[str, object]]:
    briefing = briefing_with_flows()
    return payload_of(MapView("x", briefing, (), flows=flows or briefing.flows))["flows"]


def test_flow_without_a_start_is_no_arrow() -> None:
    assert [flow["id"] for flow in sent()] == ["F1", "F2", "F3", "F4", "F5"]


def test_flow_that_is_not_to_be_drawn_is_no_arrow() -> None:
    first = briefing_with_flows().flows[0]

    assert sent(replace(first, not_drawn_because="The text denies it")) == []


def test_arrow_goes_through_its_stops_in_order() -> None:
    stops = sent()[0]["stops"]

    assert [stop["id"] for stop in stops] == ["gn:1221874", "region:rasht-valley", "gn:1221328"]
    assert [stop["edge"] is None for stop in stops] == [True, False, True]


def test_card_of_a_movement_says_its_ends_and_quotes_the_words() -> None:
    record = sent()[0]

    rows = dict(record["facts"])
    assert rows["From"] == "Dushanbe (in or near the town, exact site not stated)"
    assert rows["Via"] == "Rasht Valley (an area, not a point)"
    assert rows["What"] == "Two"
    assert rows["When"] is None
    assert "".join(run[0] for run in record["quote"]).startswith("Two battalions marched")


def test_screen_reader_hears_kind_status_and_way() -> None:
    assert sent()[0]["say"] == (
        "Troop movement, reported, from Dushanbe via Rasht Valley to Khorugh"
    )
