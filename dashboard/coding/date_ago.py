"""What dates say that count back from the day of the report: "two weeks ago", "the past month"."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.coding.date_readings import UNIT_DAYS, part_of_month, read_count
from dashboard.coding.intervals import DAYS_OF_A_WEEK, Interval

if TYPE_CHECKING:
    import re

MONTHS = {"month": 1, "year": 12, "decade": 120}
HALF_A_YEAR = 6
AROUND_A_WEEK = 3
FEWEST = 2
MOST = {"day": 6, "night": 6, "week": 8, "fortnight": 4, "month": 11, "year": 9, "decade": 9}
"""More of them would be told in the next longer unit."""


def read_ago(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "just over two months ago", "a year ago today"."""
    if published is None:
        return None
    unit, count = match["unit"].lower(), read_count(match["count"])
    if match["count"].lower() == "half a":
        if unit != "year":
            return None
        unit, count = "month", HALF_A_YEAR
    then = steps_back(published, count, unit)
    if match["exact"] or match["today"] or unit in {"day", "night"}:
        return Interval(then, then, is_about=bool(match["about"]))
    if match["week"]:
        monday = then - timedelta(days=then.weekday())
        return Interval(monday, monday + timedelta(days=DAYS_OF_A_WEEK - 1))
    return _about(then, unit)


def _about(then: date, unit: str) -> Interval:
    """Return the days that "three weeks ago", counted to a day, may mean."""
    if unit in {"week", "fortnight"}:
        near = timedelta(days=AROUND_A_WEEK)
        return Interval(then - near, then + near, is_about=True)
    if unit == "month":
        month = part_of_month(then.year, then.month)
        return Interval(month.start, month.end, is_about=True)
    return Interval(date(then.year, 1, 1), date(then.year, 12, 31), is_about=True)


def read_few_ago(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "a few days ago": two at least, and fewer than make the next longer unit."""
    if published is None:
        return None
    unit = match["unit"].lower()
    start, end = (steps_back(published, n, unit) for n in (MOST[unit], FEWEST))
    words = f"{match['few']} {unit}s before {published.day} {published:%B %Y}".lower()
    return Interval(start, end, is_about=True, words=_with_month(words, published))


def _with_month(words: str, published: date) -> str:
    return words.replace(f"{published:%B}".lower(), f"{published:%B}")


def read_past_few(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in the past few days", which ends with the day of the report."""
    if published is None:
        return None
    unit = match["unit"].lower()
    words = f"{match['few'].lower()} {unit}s up to {published.day} {published:%B %Y}"
    return Interval(steps_back(published, MOST[unit], unit), published, is_about=True, words=words)


def read_rolling_span(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "over the past month", which ends with the day of the report."""
    if published is None:
        return None
    count, unit = match["count"] or "a", match["unit"].lower()
    if count.lower() == "half a" and unit == "year":
        return Interval(steps_back(published, HALF_A_YEAR, "month"), published, is_about=True)
    start = steps_back(published, read_count(count), unit)
    return Interval(start, published, is_about=True)


def read_past_span(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "last week", "last year": those of the calendar."""
    if published is None:
        return None
    unit = match["unit"].lower()
    if unit == "week":
        monday = published - timedelta(days=published.weekday() + DAYS_OF_A_WEEK)
        return Interval(monday, monday + timedelta(days=DAYS_OF_A_WEEK - 1))
    return last_unit(published, unit, back=1)


def read_second_unit(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "the week before last"."""
    if published is None:
        return None
    unit = match["unit"].lower()
    if unit == "week":
        monday = published - timedelta(days=published.weekday() + 2 * DAYS_OF_A_WEEK)
        return Interval(monday, monday + timedelta(days=DAYS_OF_A_WEEK - 1))
    return last_unit(published, unit, back=2)


def last_unit(published: date, unit: str, *, back: int) -> Interval:
    """Return the month or the year so many before that of the report."""
    then = steps_back(published.replace(day=1), back, unit)
    if unit == "month":
        return part_of_month(then.year, then.month)
    return Interval(date(then.year, 1, 1), date(then.year, 12, 31))


def read_recent(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in recent years", which has no beginning."""
    if published is None:
        return None
    words = f"{match.group().lower().removeprefix('in ')} before {published:%B %Y}"
    return Interval(None, published, is_about=True, words=words)


def steps_back(day: date, count: int, unit: str) -> date:
    """Return the day so many days, weeks, months or years before another."""
    if unit not in MONTHS:
        return day - timedelta(days=count * UNIT_DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 - count * MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
