"""What a slide calls an event: words of the text that say who did what."""

from __future__ import annotations

from dataclasses import replace

import pytest

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
    Span,
    Status,
    Toll,
    Zone,
    ZoneKind,
)
from dashboard.slides.headings import describe_event

HEADINGS = {
    "who stands before it": (
        "Gunmen in uniform |raided a depot|.",
        "Gunmen in uniform raided a depot",
    ),
    "of its clause alone": ("In Ayland, the army |shelled a ridge|.", "The army shelled a ridge"),
    "what is feared stays so": (
        "Villagers fear an |attack on Beeton|.",
        "Villagers fear an attack on Beeton",
    ),
    "a name says enough": ("A day after the |attack on Beeton|.", "Attack on Beeton"),
    "a long way to its subject": (
        "The men who left the town in the spring with their families have |struck a post|.",
        "Struck a post",
    ),
    "no mere auxiliary": ("But it has |closed the border|.", "Closed the border"),
    "a pronoun needs the sub-type": ("And, later, |chased them|.", "Armed clash (“chased them”)"),
    "no other time": ("Hours after |gunmen raided a depot|.", "Gunmen raided a depot"),
    "only what follows the turn": (
        "A year after the troops had |left the valley|.",
        "The troops had left the valley",
    ),
    "no clause ends inside a number": (
        "At dawn some 4,000 inmates |broke out of a jail|.",
        "At dawn some 4,000 inmates broke out of a jail",
    ),
    "footnotes are no words": ("The band |took [3] the pass|.", "The band took the pass"),
}


@pytest.mark.parametrize(("marked", "heading"), HEADINGS.values(), ids=HEADINGS)
def test_the_words_say_who_did_what(marked: str, heading: str) -> None:
    before, words, after = marked.split("|")
    assert describe_event(*told(before, words, after)) == heading


def told(
    before: str, words: str, after: str, status: Status = Status.REPORTED
) -> tuple[Event, Article]:
    """Return the event that the words in the middle name."""
    text = before + words + after
    article = Article("a" * 16, "made-up.txt", text, (Zone(0, len(text), ZoneKind.BODY),))
    trigger = Span(len(before), len(before) + len(words))
    event = Event(
        "E1", article.article_id, EventType.BATTLES, "Armed clash", trigger, status,
        (Span(0, len(text)),),
    )  # fmt: skip
    return event, article


def test_who_did_it_is_named_where_a_long_way_lies_between() -> None:
    before = "The army, which had been pushed out of the town ten years ago, "
    event, article = told(before, "marched into Beeton", ".")
    who = Actor("army", "actor", span=Span(4, 8))
    heading = describe_event(replace(event, actors=(who,)), article)
    assert heading == "Army: marched into Beeton"


def test_whom_it_killed_is_added_where_it_follows() -> None:
    event, article = told("Gunmen ", "murdered", " at least 115 people at Beeton.")
    killed = Toll(115, None, "at least 115", Span(16, 28))
    heading = describe_event(replace(event, killed=killed), article)
    assert heading == "Gunmen murdered at least 115 people"


def test_what_is_planned_is_not_told_as_done() -> None:
    event, article = told("", "attacks on Beeton", " were planned.", Status.PLANNED)
    assert describe_event(event, article) == "Attacks on Beeton (planned)"


def test_a_place_in_a_script_without_a_typeface_has_its_name_from_the_gazetteer() -> None:
    name = "\U0010fffd\U0010fffd"
    event, article = told("Gunmen ", f"raided {name} at dawn", ".")
    place = Place("gn:1", "Nippur", 32.1, 45.2, Precision.CITY_AREA, "PPL", ("IQ",))
    at = EventPlace(place, Mention(14, 16, name, MentionKind.TOPONYM))
    heading = describe_event(replace(event, places=(at,)), article)
    assert heading == "Gunmen raided Nippur at dawn"
