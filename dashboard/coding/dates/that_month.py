"""Days, months and seasons of what was told before: "the 26th of that month", "that spring"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import LONGEST_YEAR, Interval
from dashboard.coding.dates.moving import ends
from dashboard.coding.dates.reckoning import month_length, month_of, months_on
from dashboard.coding.dates.words import MONTH, MONTH_NAMES, WEEKDAY, month_number
from dashboard.coding.dates.years import months_of_season, season_of

if TYPE_CHECKING:
    from collections.abc import Callable

NEXT = frozenset({"next", "following"})


def _read_day(match: re.Match[str], last: Interval, _published: date | None) -> Interval | None:
    """Read "on the 26th of that month", "on the last day of that month"."""
    start, _ = ends(last)
    nth = match["nth"].lower()
    length = month_length(start.year, start.month)
    number = {"first": 1, "last": length}.get(nth) or int(nth)
    if not 1 <= number <= length:
        return None
    day = date(start.year, start.month, number)
    return Interval(day, day)


def _read_nth(match: re.Match[str], last: Interval, _published: date | None) -> Interval | None:
    """Read "on the 11th" beside a day that was told: the day of that number nearest to it."""
    start, end = ends(last)
    if start != end:
        return None
    number = int(match["nth_day"])
    months = (months_on(start.replace(day=1), step) for step in (-1, 0, 1))
    known = [m for m in months if 1 <= number <= month_length(m.year, m.month)]
    days = [date(m.year, m.month, number) for m in known]
    day = min(days, key=lambda each: abs((each - start).days), default=None)
    return Interval(day, day) if day is not None else None


def _read_weekday(match: re.Match[str], last: Interval, _published: date | None) -> Interval | None:
    """Read "on that Friday": the day that was told, if it was one."""
    start, end = ends(last)
    is_that = start == end and start.strftime("%A").lower() == match["weekday"].lower()
    return last if is_that else None


def _read_month(match: re.Match[str], last: Interval, _published: date | None) -> Interval:
    """Read "in April of the next year", "May of that year"."""
    start, end = ends(last)
    year = end.year + 1 if match["way"].lower() in NEXT else start.year
    return month_of(date(year, month_number(match["month"]), 1))


def _read_that_season(
    match: re.Match[str], last: Interval, _published: date | None
) -> Interval | None:
    """Read "that spring", "the following spring": the first that begins from then on."""
    start, end = ends(last)
    if (end - start).days > LONGEST_YEAR:
        return None
    is_next = match["way"] is not None
    first, _ = months_of_season(match["season"])
    return season_of(match["season"], end.year + (first <= end.month) if is_next else start.year)


OF_THAT_MONTH: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], Interval, date | None], Interval | None]], ...
] = tuple(
    (re.compile(words, re.IGNORECASE), read)
    for words, read in (
        (
            (
                r"\b(?:on\s+)?the\s+(?P<nth>\d{1,2}(?=st|nd|rd|th)|(?:first|last)(?=\s+day))"
                r"(?:st|nd|rd|th|\s+day)\s+of\s+(?:that|the\s+same)\s+month\b"
            ),
            _read_day,
        ),
        (
            (
                rf"(?<!\d )(?<!(?:st|nd|rd|th) )\b(?:in\s+)?{MONTH}\s+of\s+(?:the\s+)?"
                r"(?P<way>that|same|next|following)\s+year\b"
            ),
            _read_month,
        ),
        ((rf"\b(?:on\s+)?that\s+{WEEKDAY}\b"), _read_weekday),
        (
            (
                r"\b(?:on|until|till|(?<=ing\s)of|(?<=night\s)of|(?<=noon\s)of)\s+the\s+"
                r"(?P<nth_day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?-i:[A-Z]))"
                rf"(?!\s+(?:of|floor|street|avenue|day|century|{MONTH_NAMES})\b)"
            ),
            _read_nth,
        ),
        (
            (
                r"\b(?:in\s+|during\s+)?(?:that|the\s+same|the\s+(?P<way>following|next))\s+"
                r"(?P<season>spring|summer|autumn|fall|winter)\b"
            ),
            _read_that_season,
        ),
    )
)
