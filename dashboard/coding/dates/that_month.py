"""Days and months of a month or a year told before: "the 26th of that month"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import Interval
from dashboard.coding.dates.moving import ends
from dashboard.coding.dates.reckoning import month_length, month_of
from dashboard.coding.dates.words import MONTH, month_number

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


def _read_month(match: re.Match[str], last: Interval, _published: date | None) -> Interval:
    """Read "in April of the next year", "May of that year"."""
    start, end = ends(last)
    year = end.year + 1 if match["way"].lower() in NEXT else start.year
    return month_of(date(year, month_number(match["month"]), 1))


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
    )
)
