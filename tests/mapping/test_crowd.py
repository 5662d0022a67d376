"""A crowd travels as columns: little to send, nothing lost, the picked one in full."""

from dataclasses import replace

from dashboard.mapping import MapView
from dashboard.mapping.crowd import LIMIT, SINGLE_LIMIT, crowd_of
from dashboard.mapping.layers import embed_json
from dashboard.mapping.payload import payload_of
from dashboard.model import When
from tests.samples import sample_crowd


def view_of(count: int, *, picked: str | None = None) -> MapView:
    briefing = sample_crowd(count)
    return MapView("crowd", briefing, briefing.events, picked=picked)


def test_few_marks_are_sent_with_their_cards() -> None:
    payload = payload_of(view_of(LIMIT))

    assert payload["crowd"] is None
    assert len(payload["events"]) == LIMIT


def test_many_marks_are_sent_as_columns_of_the_same_length() -> None:
    view = view_of(LIMIT + 1)

    crowd = payload_of(view)["crowd"]

    columns = ("at", "type", "status", "from", "days", "id", "title")
    assert {len(crowd[name]) for name in columns} == {LIMIT + 1}
    assert crowd["prefix"] + crowd["id"][7] == view.shown[7].event_id
    assert crowd["types"][crowd["type"][7]] == view.shown[7].type
    assert crowd["places"]["name"][crowd["at"][7]] == view.shown[7].places[0].place.name


def test_event_without_a_date_has_none_in_its_columns() -> None:
    briefing = sample_crowd(2)
    undated = replace(briefing.events[1], when=When())
    view = MapView("crowd", briefing, (briefing.events[0], undated))

    crowd = crowd_of(view.marks, {briefing.articles[0].article_id: briefing.articles[0]})

    assert crowd["from"] == [18262, None]
    assert crowd["days"] == [0, 0]


def test_only_the_picked_event_brings_its_words() -> None:
    view = view_of(LIMIT + 1, picked="E9")

    payload = payload_of(view)

    assert payload["events"] == []
    assert payload["card"]["id"] == "E9"


def test_only_places_that_are_no_points_bring_their_outlines() -> None:
    places = payload_of(view_of(1_000))["places"]

    assert {place["name"] for place in places} == {"Rasht Valley", "Uzbekistan"}


def test_ten_thousand_events_stay_under_600_kilobytes() -> None:
    assert len(embed_json(payload_of(view_of(10_000)))) < 600_000


def test_more_than_can_be_sent_singly_are_counted_by_place_and_type() -> None:
    count = SINGLE_LIMIT + 1

    crowd = payload_of(view_of(count))["crowd"]

    assert sum(crowd["weight"]) == count
    assert "id" not in crowd
    assert {"point", "region", "country"} == set(crowd["places"]["form"])
    assert len(crowd["at"]) < count
