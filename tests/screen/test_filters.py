"""What a tick leaves, and what each list counts under the other lists' ticks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.model import Actor
from dashboard.screen.filters import Filters, chosen, narrow, select
from dashboard.screen.index import EventIndex, Facet, day_number, index_events
from tests.samples import sample_briefing


@pytest.fixture(scope="module")
def index() -> EventIndex:
    return index_events(sample_briefing())


def ids(index: EventIndex, filters: Filters) -> list[str]:
    return [event.event_id for event in chosen(index, select(index, filters))]


def test_nothing_ticked_is_everything(index: EventIndex) -> None:
    assert select(index, Filters()).all()


def test_ticks_of_one_list_add_up_and_lists_narrow_each_other(index: EventIndex) -> None:
    two_types = {Facet.TYPE: ("Riots", "Protests")}
    assert ids(index, Filters(two_types)) == ["E7", "E8"]
    assert ids(index, Filters(two_types | {Facet.COUNTRY: ("KG",)})) == ["E8"]


@pytest.mark.parametrize("code", ["UZ", "KG", "TJ"])
def test_a_valley_in_three_countries_answers_to_each(index: EventIndex, code: str) -> None:
    assert "E9" in ids(index, Filters({Facet.COUNTRY: (code,)}))


def test_an_actor_at_the_start_of_a_sentence_is_no_other_actor() -> None:
    events = sample_briefing().events[:2]
    named = [
        replace(event, actors=(Actor(name, "actor"),))
        for event, name in zip(events, ("Police", "police"), strict=True)
    ]
    index = index_events(replace(sample_briefing(), events=tuple(named)))
    (key,) = index.facets[Facet.ACTOR].values
    assert index.labels[key] == "Police"
    assert len(ids(index, Filters({Facet.ACTOR: (key,)}))) == 2


def test_a_list_does_not_count_its_own_ticks(index: EventIndex) -> None:
    only_riots = Filters({Facet.TYPE: ("Riots",)})
    assert narrow(index, only_riots).counts(Facet.TYPE)["Battles"] == 2
    assert narrow(index, only_riots).counts(Facet.COUNTRY) == {
        "TJ": 0, "UZ": 0, "KG": 1, "AF": 0, "KZ": 0, "TM": 0
    }  # fmt: skip


def test_a_value_that_the_briefing_lacks_matches_nothing(index: EventIndex) -> None:
    assert ids(index, Filters({Facet.COUNTRY: ("FR",)})) == []


def test_an_event_without_a_date_stays_in_every_period(index: EventIndex) -> None:
    april = (day_number(date(2024, 4, 1)), day_number(date(2024, 4, 30)))
    found = ids(index, Filters(period=april))
    assert "E8" in found, "the riot of April"
    assert "E15" in found, "the looting has no date"
    assert "E7" not in found, "the march was in May"


@pytest.mark.parametrize(
    ("words", "found"),
    [("grenade", ["E4"]), ("GRENADE market", ["E4"]), ("khorugh", ["E7"]), ("zebra", [])],
)
def test_free_text_looks_for_every_word(index: EventIndex, words: str, found: list[str]) -> None:
    assert ids(index, Filters(words=words)) == found
