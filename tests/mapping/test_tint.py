"""A tint counts what the text states, by country, and says what it leaves out."""

from dataclasses import replace

import geopandas as gpd
import pytest
from shapely.geometry import box

from dashboard.geography import Provinces
from dashboard.mapping.tint import (
    UNSTATED,
    TintBy,
    class_breaks,
    count_by_country,
    count_by_province,
    tint_of,
)
from dashboard.model import Event, EventPlace, Mention, MentionKind, Toll
from tests.samples import PLACES, sample_briefing

MENTION = Mention(0, 1, "S", MentionKind.TOPONYM)


def at(*place_ids: str, killed: int | None = None) -> Event:
    places = tuple(EventPlace(PLACES[place_id], MENTION) for place_id in place_ids)
    return replace(sample_briefing().events[2], places=places, killed=Toll(killed, killed))


DUSHANBE, KHUJAND, OSH = "gn:1221874", "gn:1514879", "gn:1527534"


def test_event_in_two_towns_of_one_country_counts_once() -> None:
    assert count_by_country([at(DUSHANBE, KHUJAND)], TintBy.EVENTS).by_area == {"TJ": 1}


def test_event_in_two_countries_counts_in_both() -> None:
    tally = count_by_country([at(DUSHANBE, OSH)], TintBy.EVENTS)

    assert tally.by_area == {"TJ": 1, "KG": 1}


def test_valley_in_three_countries_counts_in_none_and_is_said() -> None:
    tint = tint_of([at("region:fergana-valley"), at(OSH)], TintBy.EVENTS)

    assert tint is not None
    assert tint["countries"] == {"KG": 0}
    assert tint["left_out"] == "Not counted: 1 in several countries."


def test_killed_is_the_lowest_stated_number_and_silence_is_not_nought() -> None:
    events = [at(DUSHANBE, killed=5), at(DUSHANBE), at(OSH, killed=0)]

    tally = count_by_country(events, TintBy.KILLED)

    assert tally.by_area == {"TJ": 5}
    assert tally.missed == {UNSTATED: 1}


@pytest.mark.parametrize(
    ("values", "breaks"),
    [
        ((), ()),
        ((3,), (3,)),
        ((1, 1, 4), (1, 4)),
        ((1, 2, 3, 7, 12, 40, 90), (1, 5, 10, 20, 50)),
    ],
    ids=["none", "one", "few", "many"],
)
def test_breaks_are_round_and_no_class_is_empty(
    values: tuple[int, ...], breaks: tuple[int, ...]
) -> None:
    assert class_breaks(values) == breaks


def test_nothing_is_tinted_unless_asked_for() -> None:
    assert tint_of([at(OSH)], TintBy.NOTHING) is None


PROVINCES = Provinces(
    gpd.GeoDataFrame(
        {"province_id": ["TJ-DU", "TJ-SU"], "country": ["TJ", "TJ"]},
        geometry=[box(68, 38, 70, 39.2), box(68, 39.2, 71, 41)],
        crs="EPSG:4326",
    )
)


def test_towns_are_counted_in_the_province_around_them() -> None:
    events = [at(DUSHANBE, killed=5), at(KHUJAND), at(KHUJAND)]

    assert count_by_province(events, TintBy.PROVINCE_EVENTS, PROVINCES).by_area == {
        "TJ-DU": 1,
        "TJ-SU": 2,
    }
    killed = count_by_province(events, TintBy.PROVINCE_KILLED, PROVINCES)
    assert (killed.by_area, killed.missed) == ({"TJ-DU": 5}, {UNSTATED: 2})


def test_what_is_known_only_by_country_or_area_is_said_and_in_no_province() -> None:
    events = [at("country:TJ"), at("region:fergana-valley"), at(DUSHANBE)]

    tint = tint_of(events, TintBy.PROVINCE_EVENTS, provinces=PROVINCES)

    assert tint is not None
    assert (tint["provinces"], tint["countries"]) == ({"TJ-DU": 0}, {})
    assert tint["left_out"] == (
        "Not counted: 1 known only by country, 1 in areas that are no one province."
    )


def test_simplified_provinces_still_share_their_edge() -> None:
    outlines = PROVINCES.outlines(["TJ-DU", "TJ-SU"])

    assert outlines["TJ-DU"].touches(outlines["TJ-SU"])
