"""Dates of several days, counted from Thursday 11 November 2010."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.coding.dates.anchored import Told
from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import Interval, describe_interval, write_edtf
from tests.coding.making import PUBLISHED

DAY_OF_STORY = Interval(date(2010, 3, 1), date(2010, 3, 1))
SPANS = {
    "over the weekend": "2010-11-06/2010-11-07",
    "last weekend": "2010-11-06/2010-11-07",
    "in the first three weeks of January": "2010-01-01/2010-01-21",
    "in the last ten days of May": "2010-05-22/2010-05-31",
    "two years ago this month": "2008-11",
    "since Christmas": "2009-12-25/2010-11-11",
    "since the beginning of Ramadan last year": "2009-01/2010-11-11",
    "since the weekend": "2010-11-06/2010-11-11",
    "throughout the past summer": "2010-06~/2010-08~",
    "on Sunday and Monday": "2010-11-07/2010-11-08",
    "between Friday and Sunday": "2010-11-05/2010-11-07",
    "overnight": "2010-11-10/2010-11-11",
    "in the past 24 hours": "2010-11-10/2010-11-11",
    "in the past few hours": "2010-11-11",
    "just a few minutes ago": "2010-11-11",
    "48 hours ago": "2010-11-09/2010-11-11",
    "12-14 March": "2010-03-12/2010-03-14",
    "between 3 and 9 May 2009": "2009-05-03/2009-05-09",
    "on May 3 and 4": "2010-05-03/2010-05-04",
    "28 April to 4 May 2010": "2010-04-28/2010-05-04",
    "Dec. 30 to Jan. 2, 2010": "2009-12-30/2010-01-02",
    "between March and May 2009": "2009-03/2009-05",
    "in March and April": "2010-03/2010-04",
    "in the second week of May": "2010-05-08~/2010-05-14~",
    "in the last week of October 2009": "2009-10-25~/2009-10-31~",
    "in the first half of 2009": "2009-01/2009-06",
    "in the spring": "2010-03~/2010-05~",
    "last summer": "2010-06~/2010-08~",
    "in the winter of 2008": "2008-12~/2009-02~",
    "late August": "2010-08-21~/2010-08-31~",
    "earlier this month": "2010-11-01/2010-11-11",
    "last week": "2010-11-01/2010-11-07",
    "a year ago": "2009~",
    "on 3.11.2010": "2010-11-03",
    "on 25/10/2010": "2010-10-25",
    "on 10/25/2010": "2010-10-25",
    "at 141530Z MAY 10": "2010-05-14",
    "on 14.05.2010": "2010-05-14",
    "from May 2008 to June 2009": "2008-05/2009-06",
    "from 20 May 2008 to 3 June 2009": "2008-05-20/2009-06-03",
    "in the first half of June": "2010-06-01/2010-06-15",
    "in the third quarter of 2009": "2009-07/2009-09",
    "in May last year": "2009-05",
    "on 12 August last year": "2009-08-12",
    "last May": "2010-05",
    "next July": "2011-07",
    "in the last days of April": "2010-04-21~/2010-04-30~",
    "late last year": "2009-09~/2009-12~",
    "later this month": "2010-11-11/2010-11-30",
    "since the start of the month": "2010-11-01/2010-11-11",
    "on the 3rd": "2010-11-03",
    "on New Year's Eve": "2009-12-31",
    "the day before yesterday": "2010-11-09",
    "on Tuesday last week": "2010-11-02",
    "this coming Sunday": "2010-11-14",
    "on Monday, 8 November": "2010-11-08",
    "the September 11 attacks": "2001-09-11",
    "Easter 2019": "2019-04-21",
    "on Good Friday": "2010-04-02",
    "on Palm Sunday": "2010-03-28",
    "on Orthodox Easter 2013": "2013-05-05",
    "on Boxing Day": "2009-12-26",
    "on the first day of this year": "2010-01-01",
    "in the small hours of Tuesday": "2010-11-09",
    "on the night of Tuesday to Wednesday": "2010-11-09/2010-11-10",
    "for most of Friday and Saturday": "2010-11-05/2010-11-06",
    "in the week of 8 March 2010": "2010-03-08/2010-03-14",
    "half a year ago": "2010-05~",
    "a few days ago": "2010-11-05~/2010-11-09~",
    "a year ago today": "2009-11-11",
    "three nights ago": "2010-11-08",
    "the week before last": "2010-10-25/2010-10-31",
    "in the mid-'90s": "1994~/1996~",
    "on 2010/10/25": "2010-10-25",
    "on 25-Oct-2010": "2010-10-25",
    "between 3 May and 2 June": "2010-05-03/2010-06-02",
    "on May 3, 4 and 5": "2010-05-03/2010-05-05",
    "in 2008 and 2009": "2008/2009",
    "in November and December of 2007": "2007-11/2007-12",
    "in September and December last year": "2009-09/2009-12",
    "at the end of October this year": "2010-10-21~/2010-10-31~",
    "on the 27th April": "2010-04-27",
    "on 25/10/10": "2010-10-25",
    "during Friday prayers on 15 October": "2010-10-15",
    "from mid-June until the end of July": "2010-06-11~/2010-07~",
    "from late 2008 to May 2009": "2008-09~/2009-05~",
    "fifteen years ago yesterday": "1995-11-10",
    "AT THE END OF LAST YEAR": "2009-09~/2009-12~",
}


@pytest.mark.parametrize("text", SPANS)
def test_expression_becomes_an_interval(text: str) -> None:
    (found,) = find_dates(text, PUBLISHED)
    assert write_edtf(found.interval) == SPANS[text]


ANCHORED = {
    "two days later": "2010-03-03",
    "a day earlier": "2010-02-28",
    "on the same day": "2010-03-01",
    "that same night": "2010-03-01",
    "that evening": "2010-03-01",
    "that March": "2010-03",
    "within a week": "2010-03-01/2010-03-08",
    "the following January": "2011-01",
}


@pytest.mark.parametrize("text", ANCHORED)
def test_some_days_are_counted_from_the_event_told_before(text: str) -> None:
    (found,) = find_dates(text, PUBLISHED, told=Told(last=DAY_OF_STORY))
    assert write_edtf(found.interval) == ANCHORED[text]


def test_day_and_month_that_may_be_swapped_are_both_named_and_none_is_chosen() -> None:
    (found,) = find_dates("on 3/5/2010", PUBLISHED)
    assert (found.interval.start, found.interval.end) == (None, None)
    assert describe_interval(found.interval) == "5 March 2010 or 3 May 2010, as 3/5/2010 is read"


def test_order_of_day_and_month_is_clear_where_the_other_is_yet_to_come() -> None:
    (found,) = find_dates("on 9/12/2010", PUBLISHED)
    assert write_edtf(found.interval) == "2010-09-12"


def test_span_of_several_is_told_in_its_own_words() -> None:
    (found,) = find_dates("over the past several years", PUBLISHED)
    assert describe_interval(found.interval) == "several years up to 11 November 2010"


def test_year_that_leads_a_sentence_is_that_of_its_days() -> None:
    found = find_dates("In 2003 rebels seized Bara, and on 4 July the army came.", PUBLISHED)
    assert [write_edtf(f.interval) for f in found] == ["2003", "2003-07-04"]


UNDATED = (
    "during Ramadan",
    "the Arab Spring",
    "he fell down",
    "Summer Palace",
    "at dawn",
    "a spring",
    "6000 years ago",
)
NAMES = (
    "on the last night of the siege",
    "the March 23 Movement",
    "Bloody Sunday",
    "every Friday",
    "the eve of the vote",
)


@pytest.mark.parametrize("text", UNDATED + NAMES)
def test_words_without_a_known_date_stay_without_one(text: str) -> None:
    assert find_dates(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("a week after the bombing of 2 March", date(2010, 3, 9)),
        ("two days before the raid on 9 May", date(2010, 5, 7)),
        ("eight days before Christmas 2009", date(2009, 12, 17)),
        ("two days after Monday's vote", date(2010, 11, 10)),
    ],
)
def test_days_are_counted_from_what_is_dated_in_the_same_words(words: str, day: date) -> None:
    counted, _named = find_dates(f"Soldiers came {words}.", PUBLISHED)
    assert (counted.interval.start, counted.interval.end) == (day, day)
