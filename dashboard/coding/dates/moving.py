"""An interval moved on or back: so many hours, days or years from an event told before."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import DAYS_OF_A_WEEK, Interval
from dashboard.coding.dates.reckoning import (
    HOURS_OF_A_DAY,
    UNIT_DAYS,
    UNIT_MONTHS,
    month_of,
    months_on,
    year_of,
)
from dashboard.coding.dates.words import read_count

if TYPE_CHECKING:
    from datetime import date

FEW_HOURS = 2
RECENT_DAYS = 62
"""An open end this near to the report is closed by the day of the report."""
VAGUE = re.compile(r"\b(?:a few|few|several|some|many|a number of)\b", re.IGNORECASE)


def moved(
    anchor: Interval, match: re.Match[str], published: date | None, *, is_back: bool
) -> Interval | None:
    """Return the interval so many units (`count` and `unit` of a match) from another."""
    unit = (match["unit"] or "day").lower().removesuffix("s")
    if unit == "year" and match.groupdict().get("exact"):
        return _years_on(anchor, (-1 if is_back else 1) * read_count(match["count"] or "a"))
    sign, count = -1 if is_back else 1, match["count"]
    if unit == "minute":
        return anchor
    if _is_vague(match, unit):
        return open_ended(anchor, sign, published)
    steps = read_count(count) if count else 1
    if unit == "hour":
        return _hours_on(anchor, sign, steps if count else HOURS_OF_A_DAY - 1)
    if unit in UNIT_MONTHS:
        return _months_on(anchor, sign * steps * UNIT_MONTHS[unit], unit)
    return days_on(anchor, sign * steps * UNIT_DAYS.get(unit, 1))


def _is_vague(match: re.Match[str], unit: str) -> bool:
    if unit == "hour":
        return False
    is_plural = (match.groupdict().get("unit") or "").lower().endswith("s")
    return VAGUE.search(match.group()) is not None or (is_plural and not match["count"])


def open_ended(anchor: Interval, sign: int, published: date | None) -> Interval | None:
    """Return the time after or before, whose other end nobody says."""
    if sign < 0 or anchor.end is None:
        return Interval(None, anchor.start)
    is_near = published is not None and 0 < (published - anchor.end).days <= RECENT_DAYS
    return Interval(anchor.end, published if is_near else None)


def _hours_on(anchor: Interval, sign: int, hours: int) -> Interval | None:
    start, end = ends(anchor)
    days = -(-hours // HOURS_OF_A_DAY) if hours > FEW_HOURS else 0
    if sign < 0:
        return Interval(start - timedelta(days=days), end)
    return Interval(start, end + timedelta(days=days))


def days_on(anchor: Interval, days: int) -> Interval | None:
    """Return the interval moved by days; a month is no day to count from."""
    start, end = ends(anchor)
    if (end - start).days > DAYS_OF_A_WEEK:
        return None
    return Interval(start + timedelta(days=days), end + timedelta(days=days))


def _years_on(anchor: Interval, years: int) -> Interval:
    """Return the same days of another year: "a year to the day after"."""
    start, end = (months_on(day, years * UNIT_MONTHS["year"]) for day in ends(anchor))
    return Interval(start, end)


def _months_on(anchor: Interval, months: int, unit: str) -> Interval:
    first = months_on(ends(anchor)[0].replace(day=1), months)
    found = month_of(first) if unit == "month" else year_of(first.year)
    return Interval(found.start, found.end, is_about=True)


def ends(interval: Interval) -> tuple[date, date]:
    """Return the two days of an interval that has both."""
    assert interval.start is not None
    assert interval.end is not None
    return interval.start, interval.end
