"""Date expressions, counted from Thursday 11 November 2010."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dashboard.coding.dates.ahead import shift_ahead
from dashboard.coding.dates.anchored import Told
from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import Interval, describe_interval, precision_of, write_edtf
from dashboard.model import DatePrecision
from tests.coding.making import PUBLISHED, make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

DAY_OF_STORY = Interval(date(2010, 3, 1), date(2010, 3, 1))
CASES = {
    "They fled in August.": ("2010-08", "August 2010", DatePrecision.MONTH),
    "He said on Nov. 9 that": ("2010-11-09", "9 November 2010", DatePrecision.DAY),
    "It began just over two months ago": ("2010-09~", "about September 2010", DatePrecision.MONTH),
    "a war from 1988 to 1991": ("1988/1991", "1988 to 1991", DatePrecision.LONGER),
    "in the late 1980s": ("1987~/1989~", "late 1980s", DatePrecision.LONGER),
    "in late 2001": ("2001-09~/2001-12~", "late 2001", DatePrecision.YEAR),
    "in 2007 they": ("2007", "2007", DatePrecision.YEAR),
    "last Friday": ("2010-11-05", "5 November 2010", DatePrecision.DAY),
    "on 30 December": ("2009-12-30", "30 December 2009", DatePrecision.DAY),
    "on 2010-11-09 they": ("2010-11-09", "9 November 2010", DatePrecision.DAY),
    "dated 9.11.2010": ("2010-11-09", "9 November 2010", DatePrecision.DAY),
    "dated 11.29.2009": ("2009-11-29", "29 November 2009", DatePrecision.DAY),
    "the 2nd of Sept., 1996": ("1996-09-02", "2 September 1996", DatePrecision.DAY),
    "SAN RAFAEL, 3 Jan 90": ("1990-01-03", "3 January 1990", DatePrecision.DAY),
    "April 4-6, 2009": (
        "2009-04-04/2009-04-06",
        "4 April 2009 to 6 April 2009",
        DatePrecision.DAYS,
    ),
    "in recent years": (
        "../2010-11-11~",
        "recent years before November 2010",
        DatePrecision.LONGER,
    ),
}


@pytest.mark.parametrize("text", CASES)
def test_expression_becomes_interval_edtf_and_words(text: str) -> None:
    (found,) = find_dates(text, PUBLISHED)
    interval = found.interval
    assert (
        write_edtf(interval),
        describe_interval(interval),
        precision_of(interval.start, interval.end),
    ) == CASES[text]


@pytest.mark.parametrize(
    "text",
    [
        "more than 10 years",
        "they may march",
        "2010 people came",
        "at 1710 GMT",
        "the Good Friday Agreement",
        "the Easter Rising",
        "in eastern Bara",
        "from 1710 to 2250",
    ],
)
def test_words_that_date_nothing_are_left_alone(text: str) -> None:
    assert find_dates(text, PUBLISHED) == ()


def test_relative_day_without_a_dateline_stays_unknown() -> None:
    assert find_dates("They left yesterday.", None) == ()


def test_day_later_counts_from_the_event_before() -> None:
    (found,) = find_dates("two days later", PUBLISHED, told=Told(last=DAY_OF_STORY))
    assert found.interval.start == date(2010, 3, 3)


def test_planned_month_is_the_next_one() -> None:
    (found,) = find_dates("in February", PUBLISHED)
    assert shift_ahead(found, "in February", PUBLISHED).start == date(2011, 2, 1)


DATED_BY_THE_SENTENCE = {
    "Four children died on 3 March in Bara, when a mortar shell exploded.": "2010-03-03",
    "No account of May 2009, when bombers walked into the fort of Bara and killed 60 people.": (
        "2009-05"
    ),
    "Guards of Arland and Borland exchanged fire for 20 minutes near Bara in Kolun on Tuesday.": (
        "2010-11-09"
    ),
}


@pytest.mark.parametrize("text", DATED_BY_THE_SENTENCE)
def test_date_of_another_clause_that_dates_the_event(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.when.edtf == DATED_BY_THE_SENTENCE[text]


def test_years_spent_somewhere_do_not_date_the_way_there(coder: EventCoder) -> None:
    text = "The rebels then marched into Bara and have spent the last several years in its hills."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.when.edtf is None


def test_bare_day_is_of_the_month_that_the_sentence_names(coder: EventCoder) -> None:
    text = "The war of last July was halted by a ceasefire reached in Bara on the 28th."
    days = [e.when.edtf for e in coder.code(make_article(text), resolve(text))]
    assert days[-1] == "2010-07-28"


def test_day_that_is_denied_is_no_date() -> None:
    found = find_dates("On 14 May 2009 (not 13 May as first told)", date(2010, 11, 11))
    assert [f.interval.start for f in found] == [date(2009, 5, 14)]
