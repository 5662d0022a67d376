"""Which events of different documents are proposed as one, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from shapely import box

from dashboard.coding import propose_same
from dashboard.coding.dates.intervals import Interval, as_when
from dashboard.model import (
    Actor,
    Article,
    Event,
    EventPlace,
    EventType,
    Mention,
    MentionKind,
    Place,
    Precision,
    SameEvent,
    Span,
    Status,
    Toll,
    When,
)

BARA = Place("gn:1", "Bara", 40.0, 70.0, Precision.POINT, "PPL", ("XA",))
CLOSE = replace(BARA, place_id="gn:2", name="Little Bara", lat=40.1)
FAR = replace(BARA, place_id="gn:3", name="Kolun", lat=41.5)
ARLAND = replace(BARA, place_id="country:XA", name="Arland", precision=Precision.COUNTRY)
MONDAY = as_when(Interval(date(2021, 5, 3), date(2021, 5, 3)))
TUESDAY = as_when(Interval(date(2021, 5, 4), date(2021, 5, 4)))
FRIDAY = as_when(Interval(date(2021, 5, 7), date(2021, 5, 7)))
MAY = as_when(Interval(date(2021, 5, 1), date(2021, 5, 31)))
NAME = Mention(0, 4, "Bara", MentionKind.TOPONYM)


@dataclass(frozen=True)
class Said:
    """What a document says of one event, in short."""

    place: Place = BARA
    when: When = MONDAY
    type: EventType = EventType.BATTLES
    sub_type: str = "Armed clash"
    killed: Toll = field(default_factory=Toll)
    actors: tuple[Actor, ...] = ()
    text: str = "A clash."
    status: Status = Status.REPORTED


def propose(*said: Said, documents: int | None = None) -> tuple[SameEvent, ...]:
    """Return the proposals among events that each stand in a document of their own."""
    count = documents or len(said)
    articles = [Article(f"a{n}", f"a{n}", said[n].text, ()) for n in range(count)]
    events = [event_of(n, articles[n % count], each) for n, each in enumerate(said)]
    return propose_same(articles, events)


def event_of(number: int, article: Article, said: Said) -> Event:
    whole = Span(0, len(article.text))
    return Event(
        f"E{number}", article.article_id, said.type, said.sub_type, whole, said.status, (whole,),
        said.when, (EventPlace(said.place, NAME),), said.actors, said.killed,
    )  # fmt: skip


def test_same_day_place_and_sub_type_are_proposed_with_the_reason() -> None:
    (same,) = propose(Said(), Said())
    assert (same.first, same.second) == ("E0", "E1")
    assert same.reason == (
        "For: the same time (3 May 2021); the same place (Bara); both Armed clash."
    )


def test_what_speaks_against_it_is_told_too() -> None:
    one, other = Said(killed=Toll(5, 5)), Said(when=TUESDAY, killed=Toll(8, None))
    told = {"text": "Gunmen stormed the northern sugar mill before sunrise."}
    (same,) = propose(replace(one, **told), replace(other, **told))
    assert "one day apart" in same.reason
    assert same.reason.endswith("Against: 5 killed here, at least 8 there.")


@pytest.mark.parametrize(
    "other",
    [
        Said(when=FRIDAY),
        Said(place=FAR),
        Said(type=EventType.PROTESTS, sub_type="Peaceful protest"),
        Said(killed=Toll(60, 60)),
        Said(when=When()),
        Said(status=Status.PLANNED),
        Said(place=ARLAND, when=MAY),
    ],
    ids=["another day", "another town", "a protest", "60 dead", "no day", "only planned", "vague"],
)
def test_what_cannot_be_one_or_says_too_little_is_not_proposed(other: Said) -> None:
    assert propose(Said(killed=Toll(2, 2)), other) == ()


def test_events_of_one_document_are_never_proposed() -> None:
    assert propose(Said(), Said(), documents=1) == ()


def test_more_agreement_makes_it_more_likely() -> None:
    band = Actor("Lion Front", "actor", "rebel group")
    full = Said(killed=Toll(7, 7), actors=(band,))
    first, *others = propose(full, full, Said(place=CLOSE))
    assert {first.first, first.second} == {"E0", "E1"}
    assert "7 killed in both; both name Lion Front" in first.reason
    assert all(first.score > other.score for other in others)


def test_war_of_the_same_years_is_proposed() -> None:
    war = as_when(Interval(date(1992, 1, 1), date(1997, 12, 31)))
    said = Said(place=ARLAND, when=war, text="The civil war between north and south shook Arland.")
    (same,) = propose(said, said)
    assert "a whole country" in same.reason


def test_event_gets_five_proposals_at_most() -> None:
    assert len([s for s in propose(*[Said()] * 9) if "E0" in {s.first, s.second}]) == 5


def test_town_lies_in_the_area_that_another_document_names() -> None:
    valley = Place("region:x", "Moray Valley", 41.0, 71.0, Precision.REGION, "valley", ("XA",),
                   geometry=box(69, 39, 73, 43))  # fmt: skip
    (same,) = propose(Said(), Said(place=valley))
    assert "Bara lies in or at Moray Valley" in same.reason


def test_hundreds_that_say_the_same_get_five_each() -> None:
    found = propose(*[Said()] * 600, documents=2)
    given = Counter(event for same in found for event in (same.first, same.second))
    assert set(given.values()) == {5}
    assert len(given) == 600


@pytest.mark.parametrize(("lat", "lon"), [(0.59, 20.0), (0.61, 20.55), (-59.9, 10.9)])
def test_towns_of_one_neighbourhood_are_compared_across_the_edge_of_a_cell(
    lat: float, lon: float
) -> None:
    here = replace(BARA, lat=lat, lon=lon)
    beside = replace(here, place_id="gn:9", lat=lat + 0.3, lon=lon + 0.1)
    (same,) = propose(Said(place=here, killed=Toll(9, 9)), Said(place=beside, killed=Toll(9, 9)))
    assert "km apart" in same.reason
