"""An article in, events out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model import EventType, Status
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


def test_event_carries_type_place_date_toll_and_words(coder: EventCoder) -> None:
    text = "At least seven soldiers were killed when rebels ambushed a convoy near Bara in August."
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.type, event.sub_type) == (EventType.BATTLES, "Armed clash")
    assert [p.place.name for p in event.places] == ["Bara"]
    assert (event.when.edtf, event.when.words) == ("2010-08", "August 2010")
    assert (event.killed.low, event.killed.high, event.killed.text) == (
        7,
        None,
        "At least seven soldiers",
    )
    assert [span.of(text) for span in event.evidence] == [text]


def test_event_is_headed_by_whole_words_of_the_text(coder: EventCoder) -> None:
    text = "In the town of Bara a car bomb went off on Monday."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.trigger.of(text) == "car bomb went off"


def test_event_that_did_not_happen_is_not_coded(coder: EventCoder) -> None:
    text = "The rebels did not attack the village. They sought to overthrow the king."
    assert coder.code(make_article(text), resolve(text)) == ()


def test_future_event_is_planned(coder: EventCoder) -> None:
    text = "The army will withdraw its troops from Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.status is Status.PLANNED


def test_an_event_told_before_takes_no_place_that_only_stands_near(coder: EventCoder) -> None:
    text = "Troops were sent to Sedra after the bombings killed two people."
    events = coder.code(make_article(text), resolve(text))
    assert [e.places for e in events if "bombings" in e.trigger.of(text)] == [()]


def test_there_is_not_looked_for_three_sentences_back(coder: EventCoder) -> None:
    filler = "The ministry said that everything had gone well and that it would soon be over. " * 3
    text = f"Nine men broke out of a prison in Bara. {filler}The army is building a base there."
    events = coder.code(make_article(text), resolve(text))
    assert [e.places for e in events if "base" in e.trigger.of(text)] == [()]


def test_two_statements_joined_by_a_semicolon_are_two_events(coder: EventCoder) -> None:
    text = "Drones hit Sedra on Monday; jets bombed Bara the next day, killing nine."
    events = coder.code(make_article(text), resolve(text))
    assert [[p.place.name for p in e.places] for e in events] == [["Sedra"], ["Bara"]]
    assert [e.killed.low for e in events] == [None, 9]
