"""A mail inside a mail counts its days from when it was sent itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dashboard.reading import read_text
from tests.coding.making import resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

OUTER = """From: Desk
Date: Thu, 18 Sep 2025 09:12:00 +0300
Subject: FW: Week

An ambush yesterday near Bara killed two soldiers.
{}"""
FORWARDED = """
-----Original Message-----
From: Field office
Sent: Friday, 12 September 2025 17:40
Subject: Week

Yesterday a bomb wounded six people in Kolun.
"""
ANSWERED = """
On 12 September 2025, the field office wrote:

> Yesterday a bomb wounded six people in Kolun.

Yesterday gunmen shot dead a teacher in Bara.
"""


def _dates(coder: EventCoder, inner: str) -> list[str | None]:
    article = read_text(OUTER.format(inner), doc_id="mail")
    return [e.when.edtf for e in coder.code(article, resolve(article.text))]


def test_days_of_a_forwarded_mail_are_counted_from_its_own_date(coder: EventCoder) -> None:
    assert _dates(coder, FORWARDED) == ["2025-09-17", "2025-09-11"]


def test_a_quotation_ends_where_its_marks_end(coder: EventCoder) -> None:
    assert _dates(coder, ANSWERED) == ["2025-09-17", "2025-09-11", "2025-09-17"]


def test_the_day_of_a_mail_dates_nothing(coder: EventCoder) -> None:
    undated = FORWARDED.replace("Yesterday a", "A")
    assert _dates(coder, undated) == ["2025-09-17", None]


def test_a_report_of_months_tells_the_year_of_its_days(coder: EventCoder) -> None:
    text = (
        "This report covers the period from 16 April to 15 October 2024.\n\n"
        "On 27 May a bomb wounded six people in Bara.\n\nGunmen shot dead a teacher in Kolun."
    )
    article = read_text(text, doc_id="report")
    assert article.published is None
    dates = [e.when.edtf for e in coder.code(article, resolve(text))]
    assert dates == [date(2024, 5, 27).isoformat(), None]
