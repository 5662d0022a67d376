"""A tint counts what the text states, by country, and says what it leaves out."""

from dataclasses import replace

import pytest

from dashboard.mapping.tint import TintBy, class_breaks, count_by_country, tint_of
from dashboard.model import Event, EventPlace, Mention, MentionKind, Toll
from tests.samples import PLACES, sample_briefing

MENTION = Mention(0, 1, "S", MentionKind.TOPONYM)


def at(*place_ids: str, killed: int | None = None) -> Event:
    places = tuple(EventPlace(PLACES[place_id], MENTION) for place_id in place_ids)
    return replace(sample_briefing().events[2], places=places, killed=Toll(killed, killed))


DUSHANBE, KHUJAND, OSH = "gn:1221874", "gn:1514879", "gn:1527534"


def test_event_in_two_towns_of_one_country_counts_once() -> None:
    assert count_by_country([at(DUSHANBE, KHUJAND)], TintBy.EVENTS).by_country == {"TJ": 1}


def test_event_in_two_countries_counts_in_both() -> None:
    tally = count_by_country([at(DUSHANBE, OSH)], TintBy.EVENTS)

    assert tally.by_country == {"TJ": 1, "KG": 1}


def test_valley_in_three_countries_counts_in_none_and_is_said() -> None:
    tint = tint_of([at("region:fergana-valley"), at(OSH)], TintBy.EVENTS)

    assert tint is not None
    assert tint["countries"] == {"KG": 0}
    assert tint["left_out"] == "Not counted: 1 in several countries."


def test_killed_is_the_lowest_stated_number_and_silence_is_not_nought() -> None:
    events = [at(DUSHANBE, killed=5), at(DUSHANBE), at(OSH, killed=0)]

    tally = count_by_country(events, TintBy.KILLED)

    assert tally.by_country == {"TJ": 5}
    assert tally.unstated == 1


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
