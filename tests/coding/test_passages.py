"""Sentences of hard-wrapped reports in capitals, as news agencies sent them by teleprinter."""

from __future__ import annotations

import pytest

from dashboard.coding.passages import split_sentences
from dashboard.reading import read_text

HEAD = "KOLUN, 7 MAR 90 (ARLAND RADIO) -- "
WRAPPED = {
    "hour": (
        "A SHELL FELL ON THE ROOF OF THE GRAIN MILL OF THE TOWN OF BARA AT\n"
        "0715 ON 6 MARCH, AND THE MILLER CLOSED HIS DOORS FOR THE REST OF THE\n"
        "WEEK, SO THAT THE BAKERS OF THE TOWN HAD TO BUY THEIR FLOUR FROM THE\n"
        "NEIGHBORS.\n"
    ),
    "title of a person": (
        "THIEVES CAME OVER THE GARDEN WALL AT NIGHT AND EMPTIED THE SHOP OF MR.\n"
        "DARRO'S SON.  THE POLICE ARRIVED AN HOUR LATER AND CLOSED THE ROADS OF\n"
        "THE DISTRICT, WHICH REMAINED CLOSED UNTIL THE EVENING OF THE NEXT DAY\n"
        "FOR ALL TRAFFIC.\n"
    ),
}
BEGINS = {"hour": "0715 on", "title of a person": "Darro"}


@pytest.mark.parametrize("kind", WRAPPED)
def test_a_wrapped_line_does_not_end_its_sentence(kind: str) -> None:
    article = read_text(HEAD + WRAPPED[kind], doc_id="wire")
    sentences = [s.text for s in split_sentences(article, ())]
    assert not any(text.startswith(BEGINS[kind]) for text in sentences)


def test_a_log_begins_an_item_with_each_hour() -> None:
    article = read_text("0930 Shelling at Bara\n1030 Drone strike near Kolun\n", doc_id="log")
    assert len(split_sentences(article, ())) == 2


def test_marks_of_those_who_transcribe_a_broadcast_are_left_out() -> None:
    text = "[Text] A bomb hit Bara [words indistinct] today. [Passage omitted] Two [FMLN] men fell."
    article = read_text(text, doc_id="broadcast")
    told = [s.text for s in split_sentences(article, ())]
    assert told == ["A bomb hit Bara today.", "Two [FMLN] men fell."]
