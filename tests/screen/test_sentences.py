"""What the page says in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.screen.filters import Filters, select
from dashboard.screen.index import Facet, day_number, index_events
from dashboard.screen.sentences import (
    Tally,
    byline,
    exact_period_words,
    filter_words,
    headline,
    nothing_words,
    period_words,
    source_line,
    tally,
)
from tests.samples import sample_article, sample_briefing


def test_the_tally_counts_marks_places_and_the_rest() -> None:
    index = index_events(sample_briefing())
    assert tally(index, select(index, Filters())) == Tally(14, 15, 12, 1)


def test_a_document_without_an_event_says_what_is_on_the_map() -> None:
    without = replace(sample_briefing(), events=(), resolutions={})
    assert nothing_words(without) == "No event was found in the text, and no place for the map."
    named = nothing_words(replace(sample_briefing(), events=()))
    assert named.startswith("No event was found in the text; it names ")


def test_filters_are_said_in_words() -> None:
    index = index_events(sample_briefing())
    filters = Filters(
        {Facet.COUNTRY: ("TJ", "KG"), Facet.STATUS: ("reported",)},
        period=(day_number(date(2024, 4, 1)), day_number(date(2024, 5, 31))),
    )
    names = {"TJ": "Tajikistan", "KG": "Kyrgyzstan"}
    said = filter_words(filters, index, names.__getitem__)
    assert said == "Only Tajikistan or Kyrgyzstan; reported; April 2024 to May 2024."


def test_nothing_filtered_says_nothing() -> None:
    assert filter_words(Filters(), index_events(sample_briefing()), str) is None


def test_over_many_years_a_period_is_said_in_years() -> None:
    days = day_number(date(1992, 3, 1)), day_number(date(1997, 6, 27))
    assert period_words(*days) == "1992 to 1997"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2016, 7, 1), date(2016, 7, 7), "1 to 7 July 2016"),
        (date(2016, 7, 1), date(2016, 7, 31), "July 2016"),
        (date(2016, 7, 4), date(2016, 7, 4), "4 July 2016"),
        (date(2016, 6, 28), date(2016, 7, 3), "28 June 2016 to 3 July 2016"),
    ],
)
def test_filter_names_the_very_days_that_it_lets_through(
    first: date, last: date, said: str
) -> None:
    assert exact_period_words(day_number(first), day_number(last)) == said


def test_title_and_byline_say_what_was_read() -> None:
    briefing = sample_briefing()
    assert headline(briefing) == "A made-up week in the hills"
    assert byline(briefing).startswith("Sample Wire, 9 May 2024 · 15 events, 14 places, ")


def test_a_document_without_source_or_date_says_so() -> None:
    bare = replace(sample_article(), outlet=None, published=None)
    assert source_line(bare) == "No source or date in the document"
