"""Where events are marked and what the first view holds."""

from dataclasses import astuple, replace

import pytest

from dashboard.mapping import drawn_places, focus_of, frame_of
from dashboard.mapping.frame import story_places
from dashboard.model import Briefing, Event, EventPlace, Mention, MentionKind, Place
from tests.samples import PLACES, sample_briefing


def at(*places: Place) -> Event:
    mention = Mention(0, 1, "S", MentionKind.TOPONYM)
    where = tuple(EventPlace(place, mention) for place in places)
    return replace(sample_briefing().events[0], places=where)


def story(*events: Event) -> Briefing:
    return Briefing(sample_briefing().articles, {}, events)


def test_country_around_a_named_town_has_no_mark_of_its_own() -> None:
    event = at(PLACES["country:TJ"], PLACES["gn:1221874"])

    assert [place.name for place in drawn_places(event)] == ["Dushanbe"]


def test_country_beside_a_valley_that_crosses_its_border_keeps_its_mark() -> None:
    event = at(PLACES["country:UZ"], PLACES["region:fergana-valley"])

    assert [place.name for place in drawn_places(event)] == ["Uzbekistan", "Fergana Valley"]


def test_event_in_two_towns_is_marked_in_both() -> None:
    event = at(PLACES["gn:1221874"], PLACES["gn:1514879"])

    assert [place.name for place in drawn_places(event)] == ["Dushanbe", "Khujand"]


def test_frame_holds_the_middle_of_the_storys_areas_and_not_whole_countries() -> None:
    box = frame_of(sample_briefing())

    assert box is not None
    assert astuple(box) == pytest.approx((36.55, 68.35, 41.05, 74.1))


def test_frame_of_one_town_shows_its_surroundings() -> None:
    town = PLACES["gn:1221874"]

    box = frame_of(story(at(town)))

    assert box is not None
    assert box.north - box.south == 2.0
    assert box.south < town.lat < box.north


def test_frame_leaves_one_far_place_outside() -> None:
    far = replace(PLACES["gn:1221874"], place_id="gn:1", lat=-30.0, lon=-60.0, geometry=None)
    near = [at(PLACES["gn:1221874"]), at(PLACES["gn:1514879"])] * 5

    box = frame_of(story(*near, at(far)))

    assert box is not None
    assert box.west > 60


def test_frame_over_the_180th_meridian_goes_the_short_way_round() -> None:
    town = PLACES["gn:1221874"]
    labasa = replace(town, place_id="gn:1", lat=-16.4, lon=179.4, geometry=None)
    tonga = replace(town, place_id="gn:2", lat=-21.1, lon=-175.2, geometry=None)

    box = frame_of(story(at(labasa), at(tonga)))

    assert box is not None
    assert (round(box.west, 1), round(box.east, 1)) == (179.4, 184.8)


def test_frame_falls_back_to_countries_and_then_to_nothing() -> None:
    only_country = frame_of(story(at(PLACES["country:TJ"])))

    assert only_country is not None
    assert astuple(only_country) == pytest.approx((37.65, 69.3, 39.8, 73.15))
    assert frame_of(story()) is None


def test_focus_is_on_the_countries_with_most_marks_first() -> None:
    assert focus_of(story_places(sample_briefing()))[0] == "TJ"


def test_a_country_named_once_beside_ten_events_elsewhere_is_not_lifted_out() -> None:
    town, elsewhere = PLACES["gn:1221874"], PLACES["country:UZ"]
    counts = story_places(story(*[at(town)] * 10, at(elsewhere)))
    assert focus_of(counts) == ("TJ",)
