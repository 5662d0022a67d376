"""The geopy contract over local data, and the online fallback with a fake connection."""

from __future__ import annotations

from typing import Any

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from dashboard.gazetteer import Gazetteer, load_gazetteer
from dashboard.gazetteer.geocoder import LocalGeocoder, OnlineFallback, find_places
from dashboard.model import GazetteerError
from dashboard.settings import Settings


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(Settings().data_dir)


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> LocalGeocoder:
    return LocalGeocoder(gazetteer)


class FakeConnection(BaseSyncAdapter):
    """Answers every request with one place, and counts the requests."""

    asked: list[str] = []  # noqa: RUF012 - shared on purpose: geopy makes the instance

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:
        self.asked.append(url)
        return [{"lat": "38.9", "lon": "70.0", "display_name": "A hamlet, Tajikistan"}]

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> Any:
        raise NotImplementedError


class BrokenConnection(FakeConnection):
    """Fails as a machine without a network does."""

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:
        message = "no route to host"
        raise GeocoderServiceError(message)


def test_it_is_a_geopy_geocoder(geocoder: LocalGeocoder) -> None:
    place = geocoder.geocode("Dushanbe")
    assert isinstance(geocoder, Geocoder)
    assert isinstance(place, Location)
    assert (round(place.latitude, 1), round(place.longitude, 1)) == (38.5, 68.8)
    assert place.raw["place_id"] == "gn:1221874"
    assert place.address == "Dushanbe, Tajikistan"


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Khujand", "gn:1514879"),
        ("Rasht Valley", "region:rasht-valley"),
        ("Fergana Valley", "region:fergana-valley"),
        ("North Waziristan", "region:north-waziristan"),
        ("South Waziristan", "region:south-waziristan"),
        ("Rasht, Tajikistan", "gn:1221740"),
        ("Rasht", "gn:118743"),
        ("Springfield, Illinois", "gn:4250542"),
        ("Springfield, IL", "gn:4250542"),
        ("Springfield, Missouri, United States", "gn:4409896"),
        ("Washington, D.C.", "gn:4140963"),
        ("Georgia", "country:GE"),
    ],
)
def test_query_finds_place(geocoder: LocalGeocoder, query: str, place_id: str) -> None:
    place = geocoder.geocode(query)
    assert isinstance(place, Location)
    assert place.raw["place_id"] == place_id


def test_valley_touches_all_its_countries(geocoder: LocalGeocoder) -> None:
    place = geocoder.geocode("Fergana Valley")
    assert isinstance(place, Location)
    assert set(place.raw["countries"]) == {"KG", "TJ", "UZ"}


def test_all_candidates_come_as_a_list(geocoder: LocalGeocoder) -> None:
    places = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert isinstance(places, list)
    assert [p.address for p in places] == [
        "Springfield, Greene County, Missouri, United States",
        "Springfield, Hampden County, Massachusetts, United States",
        "Springfield, Sangamon County, Illinois, United States",
    ]


def test_unknown_place_is_none(geocoder: LocalGeocoder) -> None:
    assert geocoder.geocode("Qwxzzkvbv") is None
    assert geocoder.geocode("Rasht, Bolivia") is None


def test_reverse_gives_the_nearest_town(geocoder: LocalGeocoder) -> None:
    place = geocoder.reverse((38.54, 68.78))
    assert isinstance(place, Location)
    assert place.raw["name"] == "Dushanbe"
    assert geocoder.reverse("-48.9, -123.4") is None


def test_local_geocoder_has_no_connection(geocoder: LocalGeocoder) -> None:
    with pytest.raises(GeocoderServiceError, match="does not use the network"):
        geocoder.adapter.get_json("https://example.org", timeout=1, headers={})


def test_fallback_asks_only_for_what_is_not_known(geocoder: LocalGeocoder) -> None:
    online = OnlineFallback(geocoder, adapter_factory=FakeConnection, seconds_between=0)
    FakeConnection.asked.clear()
    online.geocode("Dushanbe")
    assert FakeConnection.asked == []
    place = online.geocode("Qwxzzkvbv")
    assert isinstance(place, Location)
    assert place.address == "A hamlet, Tajikistan"
    assert len(FakeConnection.asked) == 1


def test_each_geocoder_says_whether_it_is_online(geocoder: LocalGeocoder) -> None:
    online = OnlineFallback(geocoder, adapter_factory=FakeConnection)
    assert (geocoder.is_online, online.is_online) == (False, True)


def test_no_answer_from_the_network_is_said_in_a_sentence(geocoder: LocalGeocoder) -> None:
    online = OnlineFallback(geocoder, adapter_factory=BrokenConnection, seconds_between=0)
    with pytest.raises(GazetteerError, match="try again or switch it off"):
        online.geocode("Qwxzzkvbv")


def test_hand_search_says_who_knows_the_place(geocoder: LocalGeocoder) -> None:
    online = OnlineFallback(geocoder, adapter_factory=FakeConnection, seconds_between=0)
    assert find_places("Rasht, Tajikistan", geocoder)[0].source == "on this computer"
    assert find_places("Qwxzzkvbv", geocoder) == ()
    assert find_places("Qwxzzkvbv", geocoder, online=online)[0].source == "OpenStreetMap, online"
