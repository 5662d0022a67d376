"""The suggested title says what, where and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.model import DatePrecision, Event, EventType, Status, When
from dashboard.slides.titles import describe_when, suggest_title, suggest_titles, titles_of_group
from tests.slides.worlds import briefing_at

NAMES = {"TJ": "Tajikistan", "ML": "Mali", "AA": "Aland", "BB": "Beland", "CC": "Celand"}


def name_of(code: str) -> str:
    return NAMES.get(code, code)


def events_of(*types: EventType, country: str = "TJ") -> tuple[Event, ...]:
    spots = [(f"Place {i}", 38.5, 68.7 + i) for i in range(len(types))]
    events = briefing_at(*spots, country=country).events
    return tuple(
        replace(e, type=kind, status=Status.REPORTED) for e, kind in zip(events, types, strict=True)
    )


BATTLE, BOMB, CIVILIANS = EventType.BATTLES, EventType.EXPLOSIONS, EventType.CIVILIANS
PROTEST, RIOT, STRATEGIC = EventType.PROTESTS, EventType.RIOTS, EventType.STRATEGIC
TYPES = {
    "one type": ((BATTLE, BATTLE, BOMB), "Battles in Tajikistan, 1 May 2024"),
    "two types": ((BATTLE, BATTLE, BOMB, PROTEST), "Battles and explosions in Tajikistan"),
    "mostly violent": ((BATTLE, BOMB, CIVILIANS, STRATEGIC, STRATEGIC), "Violence in Tajikistan"),
    "mixed": ((BATTLE, BOMB, PROTEST, RIOT, STRATEGIC, STRATEGIC), "Violence and unrest in Taj"),
    "mostly of the trade's last type": (
        (BATTLE, STRATEGIC, STRATEGIC),
        "Violence and security developments in Tajikistan",
    ),
}


@pytest.mark.parametrize(("types", "title"), TYPES.values(), ids=TYPES)
def test_it_names_the_types_that_most_events_are_of(
    types: tuple[EventType, ...], title: str
) -> None:
    assert suggest_title(events_of(*types), name_of).startswith(title)


def test_one_or_two_places_are_named_with_their_country() -> None:
    events = briefing_at(("Gao", 16.27, -0.04), country="ML").events
    assert suggest_title(events, name_of) == "Armed clash in Gao, Mali, 1 May 2024"


def test_many_countries_are_counted_in_a_shorter_title() -> None:
    (event,) = events_of(BATTLE)
    (at,) = event.places
    here = (replace(at, place=replace(at.place, countries=("AA", "BB", "CC"))),)
    far = [replace(event, places=here), *events_of(BATTLE, BATTLE, BATTLE)]
    titles = suggest_titles(far, name_of)
    assert "Battles in Tajikistan, Aland, Beland and Celand, 1 May 2024" in titles
    assert "Battles in Tajikistan and 3 other countries, 1 May 2024" in titles


def test_the_time_is_as_exact_as_all_the_dates_are() -> None:
    first, second, third = events_of(BATTLE, BATTLE, BATTLE)
    later = When(DatePrecision.DAY, date(2024, 5, 30), date(2024, 5, 30))
    assert describe_when([first, replace(second, when=later)]) == "May 2024"
    assert describe_when([first, second, replace(third, when=When())]) == "2024"
    assert describe_when([replace(first, when=When())]) == ""


def test_the_date_of_one_event_is_not_said_of_many() -> None:
    first, second = events_of(BATTLE, BATTLE)
    assert describe_when([first, replace(second, when=When())]) == ""


def test_the_slide_of_a_country_begins_with_its_name() -> None:
    assert titles_of_group(events_of(PROTEST, RIOT), "Peru") == (
        "Peru: protests and riots, 1 May 2024",
        "Peru: unrest, 1 May 2024",
        "Peru: protests and riots",
        "Peru: unrest",
    )


SAID, PLANNED, FEARED, CLAIMED = (
    Status.REPORTED, Status.PLANNED, Status.HYPOTHETICAL, Status.CLAIMED,
)  # fmt: skip
SURE = {
    "what is planned counts for nothing beside what is reported": (
        (SAID, PLANNED, FEARED),
        "Peru: armed clash, 1 May 2024",
    ),
    "all planned": ((PLANNED, PLANNED), "Peru: planned battles, 1 May 2024"),
    "only feared": ((PLANNED, FEARED), "Peru: possible battles, 1 May 2024"),
    "mostly claimed": ((CLAIMED, CLAIMED, SAID), "Peru: claimed battles, 1 May 2024"),
}


@pytest.mark.parametrize(("statuses", "title"), SURE.values(), ids=SURE)
def test_no_title_says_that_what_is_only_feared_has_happened(
    statuses: tuple[Status, ...], title: str
) -> None:
    events = events_of(*[BATTLE] * len(statuses))
    told = [replace(e, status=status) for e, status in zip(events, statuses, strict=True)]
    assert titles_of_group(told, "Peru")[0] == title
