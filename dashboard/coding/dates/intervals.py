"""Intervals of days: how exact they are, and how to write them in EDTF and in plain English."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import DatePrecision, When

if TYPE_CHECKING:
    from datetime import date

    from dashboard.model import Span

DAYS_OF_A_WEEK = 7
LONGEST_MONTH = 31
LONGEST_YEAR = 366


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; an end that is `None` is open."""

    start: date | None
    end: date | None
    is_about: bool = False
    words: str | None = None
    """Plain words that say it better than the two days do ("late 1990s")."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of a sentence that date something; `since` and `until` leave one end open."""

    start: int
    end: int
    interval: Interval
    relation: str = "in"
    names_year: bool = False
    """Whether it says in which year it was, itself or by what is told with it."""
    named: Interval | None = None
    """What its words name, where "since" or "until" leaves one end open."""


def precision_of(start: date | None, end: date | None) -> DatePrecision:
    """Return how exact an interval is (UCDP date_prec)."""
    if start is None and end is None:
        return DatePrecision.UNKNOWN
    if start is None or end is None:
        return DatePrecision.LONGER
    days = (end - start).days + 1
    for limit, precision in (
        (1, DatePrecision.DAY),
        (DAYS_OF_A_WEEK - 1, DatePrecision.DAYS),
        (DAYS_OF_A_WEEK, DatePrecision.WEEK),
        (LONGEST_MONTH, DatePrecision.MONTH),
        (LONGEST_YEAR, DatePrecision.YEAR),
    ):
        if days <= limit:
            return precision
    return DatePrecision.LONGER


def as_when(interval: Interval, span: Span | None = None) -> When:
    """Return an interval as the value that travels."""
    return When(
        precision=precision_of(interval.start, interval.end),
        start=interval.start,
        end=interval.end,
        edtf=write_edtf(interval),
        span=span,
        words=describe_interval(interval),
    )


def open_from(when: When, published: date | None) -> When:
    """Return the span from the beginning of an interval to the day of publication."""
    is_about = bool(when.edtf and "~" in when.edtf)
    return as_when(Interval(when.start, published, is_about), when.span)


def write_edtf(interval: Interval) -> str | None:
    """Return an interval in EDTF (ISO 8601-2), with `~` where it is approximate."""
    if interval.start is None and interval.end is None:
        return None
    mark = "~" if interval.is_about else ""
    single = _single_unit(interval.start, interval.end)
    if single:
        return single + mark
    start, end = interval.start, interval.end
    ends = [_end_of_range(start, first=True), _end_of_range(end, first=False)]
    if start is not None and end is not None and (start.year, start.month) == (end.year, end.month):
        # "2010-11/2010-11-07" would say that it began some day of November.
        ends = [start.isoformat(), end.isoformat()]
    if not all(len(end) in {2, 4} for end in ends):
        ends = [_month_of_year(ends[0], "01"), _month_of_year(ends[1], "12")]
    return "/".join(f"{end}{mark}" if end != ".." else end for end in ends)


def _month_of_year(edtf: str, month: str) -> str:
    """Return `2001` as `2001-12`, so that both ends of a range are equally exact."""
    return f"{edtf}-{month}" if len(edtf) == len("2001") else edtf


def _single_unit(start: date | None, end: date | None) -> str | None:
    if start is None or end is None:
        return None
    if start == end:
        return start.isoformat()
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year}"
    if start.day == 1 and _is_month_end(end) and (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    return None


def _end_of_range(day: date | None, *, first: bool) -> str:
    if day is None:
        return ".."
    if (day.month, day.day) == ((1, 1) if first else (12, 31)):
        return f"{day.year}"
    if (day.day == 1) if first else _is_month_end(day):
        return f"{day:%Y-%m}"
    return day.isoformat()


def _is_month_end(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def describe_interval(interval: Interval) -> str | None:
    """Return an interval in plain English: "August 2010", "1992 to 1997", "about May 2003"."""
    if interval.words:
        return interval.words
    start, end = interval.start, interval.end
    if start is None and end is None:
        return None
    if start is None or end is None:
        return f"before {_plain(end)}" if end else f"after {_plain(start)}"
    single = _single_unit(start, end)
    about = "about " if interval.is_about else ""
    if single:
        return about + _plain_unit(single, start)
    return f"{about}{_range_words(start, end)}"


def _range_words(start: date, end: date) -> str:
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        return f"{start.year} to {end.year}"
    if (end - start).days <= LONGEST_MONTH:
        return f"{start.day} {start:%B %Y} to {_plain(end)}"
    if start.year == end.year:
        return f"{start:%B} to {end:%B %Y}"
    return f"{start:%B %Y} to {end:%B %Y}"


def _plain(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _plain_unit(edtf: str, start: date) -> str:
    if len(edtf) == len("2010"):
        return edtf
    return f"{start:%B %Y}" if len(edtf) == len("2010-08") else _plain(start)
