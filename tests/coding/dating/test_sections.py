"""What is told under a time: the head of a report, a heading, the head of an item."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dashboard.coding.dating.sections import find_sections
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

BOMB = "A bomb wounded six people in Bara{}."
SHOT = "Gunmen shot dead a teacher in Kolun."
HEADS = {
    "Situation report, 3-9 May 2021\n\n": "2021-05-03/2021-05-09",
    "WEEKLY SECURITY UPDATE\nReporting period: 28 April to 4 May 2021\n\n": "2021-04-28/2021-05-04",
    "Period covered: 3 May 2021, 0600 to 4 May 2021, 0600\n\n": "2021-05-03/2021-05-04",
    "Situation report, May 2021\n\n": "2021-05",
    "CENTRAL DESK, 3-9 May 2021\n": "2021-05-03/2021-05-09",
    "Arland: protection brief, Kolun, May 2021 (issued 5 June). ": "2021-05",
}


@pytest.mark.parametrize("head", HEADS)
def test_event_without_a_date_was_in_the_period_of_the_report(head: str, coder: EventCoder) -> None:
    text = head + BOMB.format("")
    (event,) = coder.code(make_article(text, published=None), resolve(text))
    assert event.when.edtf == HEADS[head]
    assert event.when.span is not None
    assert event.when.span.of(text) in head


def test_days_of_the_week_are_counted_from_the_end_of_the_period(coder: EventCoder) -> None:
    text = "Situation report, 3-9 May 2021\n\n" + BOMB.format(" on Wednesday")
    (event,) = coder.code(make_article(text, published=None), resolve(text))
    assert event.when.edtf == "2021-05-05"


NO_HEADS = [
    "Holidays are 3-9 May 2021 and then over\n\n",
    "Situation report 12\n\n",
    "Weekly update. Prices rose between 3 and 9 May 2021. ",
]


@pytest.mark.parametrize("head", NO_HEADS)
def test_other_heads_date_nothing(head: str, coder: EventCoder) -> None:
    text = head + BOMB.format("")
    (event,) = coder.code(make_article(text, published=None), resolve(text))
    assert event.when.start is None


def test_day_of_the_week_is_one_of_the_period_though_the_report_is_later(coder: EventCoder) -> None:
    text = "CENTRAL DESK, 3-9 May 2021\n" + BOMB.format(" on Monday")
    (event,) = coder.code(make_article(text, published=date(2021, 5, 10)), resolve(text))
    assert event.when.edtf == "2021-05-03"


def test_during_the_period_is_all_of_it(coder: EventCoder) -> None:
    text = "Protection brief, May 2021\n\n" + BOMB.format(" during the month")
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.when.edtf == "2021-05"


def _dates(coder: EventCoder, text: str) -> list[str | None]:
    return [e.when.edtf for e in coder.code(make_article(text), resolve(text))]


UNDER = {
    f"8 November\n{BOMB}\n\n9 November\n{SHOT}": ["2010-11-08", "2010-11-09"],
    f"## Monday\n\n{BOMB}\n\n## Tuesday\n\n{SHOT}": ["2010-11-08", "2010-11-09"],
    f"- 3 May: {BOMB}\n- Kolun, 5 May: {SHOT}": ["2010-05-03", "2010-05-05"],
    f"1998\n\nMarch: {BOMB}\n\n1999\n\nMay: {SHOT}": ["1998-03", "1999-05"],
    f"**3 November** – {BOMB}\n\n**4 November** – {SHOT}": ["2010-11-03", "2010-11-04"],
}


@pytest.mark.parametrize("text", UNDER)
def test_day_that_heads_a_part_dates_what_it_tells(text: str, coder: EventCoder) -> None:
    assert _dates(coder, text.format("", "")) == UNDER[text]


def test_days_are_counted_from_that_of_the_heading(coder: EventCoder) -> None:
    text = "1 November\n" + BOMB.format("") + "\n\n3 November\n" + SHOT
    day_before = "The previous day rebels had ambushed a convoy near Bara."
    dates = ["2010-11-01", "2010-11-03", "2010-11-02"]
    assert _dates(coder, f"{text} {day_before}") == dates


NOT_UNDER = {
    "dateline": f"BARA, Nov. 10 - {BOMB}",
    "dateline with a colon": f"BARA, Nov. 10: {BOMB}",
    "date of an article": f"The Kolun Post\n8 November 2010\n\n{BOMB}",
    "dates of two articles": f"Bomb\n8 November 2010\n\n{BOMB}\n\nRaid\n9 November 2010\n\n{SHOT}",
}


@pytest.mark.parametrize("text", NOT_UNDER.values(), ids=NOT_UNDER)
def test_day_on_which_a_text_was_written_dates_nothing(text: str) -> None:
    assert find_sections(make_article(text.format("")), resolve(text)) == ()
