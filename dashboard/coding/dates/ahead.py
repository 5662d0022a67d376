"""Days of what is yet to come: "in February" is then the next February."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import DAYS_OF_A_WEEK, LONGEST_MONTH, Interval
from dashboard.coding.dates.reckoning import MONTHS_OF_A_YEAR, month_length, months_on

if TYPE_CHECKING:
    from datetime import date

    from dashboard.coding.dates.intervals import DateExpression


def shift_ahead(expression: DateExpression, words: str, published: date | None) -> Interval:
    """Return the interval of a planned event: "in February" is then the next February."""
    interval = expression.interval
    start, end = interval.start, interval.end
    if published is None or end is None or end >= published or expression.names_year:
        return interval
    if re.search(r"\b(?:last|ago|past|yesterday)\b", words):
        return interval
    if re.search(r"[A-Z]", words) and re.search(r"\d", words) and _is_just_past(end, published):
        return interval  # "announced a strike on 5 July", a week later: it is not next year's
    is_weekday = re.search(r"day\b", words) and not re.search(r"\d", words)
    is_number = re.fullmatch(r"on\s+the\s+\d+\w\w", words, re.IGNORECASE)
    move = _week_on if is_weekday else _month_on if is_number else _year_on
    return Interval(move(start) if start else None, move(end), interval.is_about)


def _week_on(day: date) -> date:
    return day + timedelta(days=DAYS_OF_A_WEEK)


def _month_on(day: date) -> date:
    return months_on(day, 1)


def _year_on(day: date) -> date:
    year_on = months_on(day, MONTHS_OF_A_YEAR)
    is_end = day.day == month_length(day.year, day.month)
    return year_on.replace(day=month_length(year_on.year, year_on.month)) if is_end else year_on


def _is_just_past(day: date, published: date) -> bool:
    return (published - day).days <= LONGEST_MONTH
