"""What a slide calls an event: words of the text that say who did what."""

from __future__ import annotations

import pytest

from dashboard.model import Article, Event, EventType, Span, Status, Zone, ZoneKind
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
    "footnotes are no words": ("The band |took [3] the pass|.", "The band took the pass"),
}


@pytest.mark.parametrize(("marked", "heading"), HEADINGS.values(), ids=HEADINGS)
def test_the_words_say_who_did_what(marked: str, heading: str) -> None:
    before, words, after = marked.split("|")
    text = before + words + after
    article = Article("a" * 16, "made-up.txt", text, (Zone(0, len(text), ZoneKind.BODY),))
    trigger = Span(len(before), len(before) + len(words))
    event = Event(
        "E1", article.article_id, EventType.BATTLES, "Armed clash", trigger, Status.REPORTED,
        (Span(0, len(text)),),
    )  # fmt: skip
    assert describe_event(event, article) == heading
