"""A sentence that says its verb once for several events, the events out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

UNFOLDED = {
    "Rebels took Bara on 27 January 2009 and Kolun on 16 February 2009.": [
        (["Bara"], "2009-01-27", None),
        (["Kolun"], "2009-02-16", None),
    ],
    "The army retook Bara in March and Kolun in June 2009.": [
        (["Bara"], "2009-03", None),
        (["Kolun"], "2009-06", None),
    ],
    "Bara was attacked in March 2009, Kolun in April.": [
        (["Bara"], "2009-03", None),
        (["Kolun"], "2009-04", None),
    ],
    "Kolun fell on 8 August 2009 and Bara four days later.": [
        (["Kolun"], "2009-08-08", None),
        (["Bara"], "2009-08-12", None),
    ],
    "Bandits raided two villages on 3 May 2009, killing ten people in Bara and four in Kolun.": [
        (["Bara"], "2009-05-03", 10),
        (["Kolun"], "2009-05-03", 4),
    ],
    "Two soldiers were killed in Bara on 3 May 2009 and three in Kolun on 4 May 2009.": [
        (["Bara"], "2009-05-03", 2),
        (["Kolun"], "2009-05-04", 3),
    ],
    "A bomb exploded in Bara on 3 May 2009, another in Kolun on 4 May and one in Sedra on 5 May.": [
        (["Bara"], "2009-05-03", None),
        (["Kolun"], "2009-05-04", None),
        (["Sedra"], "2009-05-05", None),
    ],
    "The town of Bara was shelled in March 2009 and again in June.": [
        (["Bara"], "2009-03", None),
        (["Bara"], "2009-06", None),
    ],
    "In March 2009 rebels attacked Bara and in April Kolun.": [
        (["Bara"], "2009-03", None),
        (["Kolun"], "2009-04", None),
    ],
}
WHOLE = {
    "Rebels took Bara and Kolun in February 2009.": [(["Bara", "Kolun"], "2009-02", None)],
    "An attack on 3 May 2009 killed 12 people, including two in Bara and three in Kolun.": [
        (["Bara"], "2009-05-03", 12)
    ],
    "The president visited Bara on 27 January 2009 and Kolun on 16 February.": [],
}


@pytest.mark.parametrize("text", UNFOLDED)
def test_each_event_that_shares_a_verb_is_told(coder: EventCoder, text: str) -> None:
    assert told(coder, text) == UNFOLDED[text]


@pytest.mark.parametrize("text", WHOLE)
def test_a_list_without_times_of_its_own_is_not_unfolded(coder: EventCoder, text: str) -> None:
    assert [event[1:] for event in told(coder, text)] == [event[1:] for event in WHOLE[text]]


def test_what_the_sentence_tells_besides_is_told_once(coder: EventCoder) -> None:
    text = "Rebels killed nine guards and took Bara on 3 May 2009 and Kolun on 9 May 2009."
    assert told(coder, text) == [(["Bara"], "2009-05-03", 9), (["Kolun"], "2009-05-09", None)]


def test_every_event_rests_on_the_whole_sentence(coder: EventCoder) -> None:
    text = "Bara was attacked in March 2009, Kolun in April, residents said."
    events = coder.code(make_article(text), resolve(text))
    assert [span.of(text) for event in events for span in event.evidence] == [text, text]
    assert [event.attribution for event in events] == ["residents", "residents"]
    assert [place.mention.surface for event in events for place in event.places] == [
        "Bara",
        "Kolun",
    ]


def told(coder: EventCoder, text: str) -> list[tuple[list[str], str | None, int | None]]:
    events = coder.code(make_article(text), resolve(text))
    return [([p.place.name for p in e.places], e.when.edtf, e.killed.low) for e in events]
