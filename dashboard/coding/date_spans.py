"""What dates of several days say: ranges, pairs, weekends, seasons, the past hours."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from dashboard.coding.date_readings import (
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    read_count,
    year_of_month,
)
from dashboard.coding.intervals import DAYS_OF_A_WEEK, Interval

# The northern seasons of the meteorologist, marked "about"; the words say which was meant.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
WINTER = (12, 2)
HOURS_OF_A_DAY = 24
SATURDAY, SUNDAY = 5, 6
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
MONTHS_PER_YEAR = 12
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def read_weekend(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "over the weekend": the last one that had begun, or for "last weekend" was over."""
    if published is None:
        return None
    back = (published.weekday() - SATURDAY) % DAYS_OF_A_WEEK
    saturday = published - timedelta(days=back)
    is_in_it = published.weekday() in {SATURDAY, SUNDAY}
    if is_in_it and match["which"] and match["which"].lower() == "last":
        saturday -= timedelta(days=DAYS_OF_A_WEEK)
    return Interval(saturday, saturday + timedelta(days=1))


def read_weekday_pair(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "on Sunday and Monday", "between Friday and Sunday": the last such days."""
    if published is None:
        return None
    last = _last_weekday(match["last"], published)
    first = _last_weekday(match["weekday"], last)
    return Interval(first, last)


def _last_weekday(name: str, day: date) -> date:
    back = (day.weekday() - WEEKDAY_NUMBERS[name.capitalize()]) % DAYS_OF_A_WEEK
    return day - timedelta(days=back)


def read_night_into(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "overnight into Wednesday", "in the night to Wednesday": that day and the one before."""
    if published is None:
        return None
    day = _last_weekday(match["weekday"] or match["weekday2"], published)
    return Interval(day - timedelta(days=1), day)


def read_days_and_nights(_match: re.Match[str], published: date | None) -> Interval | None:
    """Read "late last night and early this morning"."""
    return Interval(published - timedelta(days=1), published) if published else None


def read_week_before_weekday(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "a week ago on Friday": not the last such day, the one before."""
    if published is None:
        return None
    day = _last_weekday(match["weekday"] or match["weekday2"], published)
    day -= timedelta(days=DAYS_OF_A_WEEK if day != published else 0)
    return Interval(day, day)


def read_overnight(_match: re.Match[str], published: date | None) -> Interval | None:
    """Read "overnight": from the evening before to the day of the report."""
    return Interval(published - timedelta(days=1), published) if published else None


def read_hours(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in the past 48 hours", "a few minutes ago"."""
    if published is None:
        return None
    count, unit = match["count"], match["unit"].lower()
    if unit == "minute" or count is None or not (count[0].isdigit() or read_count(count)):
        return Interval(published, published)
    hours = int(count) if count.isdigit() else read_count(count)
    days = -(-hours // HOURS_OF_A_DAY) if hours >= HOURS_OF_A_DAY else 0
    return Interval(published - timedelta(days=days), published)


def read_season(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in the spring of 2011", "last summer": the last such season, as an estimate."""
    name = match["season"].lower()
    year = int(match["year"]) if match["year"] else None
    first, last = SEASONS.get(name, WINTER)
    if year is None:
        if published is None:
            return None
        is_begun = published.month >= first
        year = published.year if is_begun else published.year - 1
        is_last = (match["which"] or "").lower() == "last"
        if is_last and is_begun and (published.month <= last or first > last):
            year -= 1
    end_year = year + (first > last)
    end = date(end_year, last, calendar.monthrange(end_year, last)[1])
    words = f"{'autumn' if name == 'fall' else name} {year}"
    return Interval(date(year, first, 1), end, is_about=True, words=words)


def read_month_range(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "between March and May 2011", "in March and April"."""
    first, last = (MONTH_NUMBERS[match[name][:3].lower()] for name in ("month", "month2"))
    year = int(match["year"]) if match["year"] else year_of_month(last, published)
    if year is None:
        return None
    start_year = year - (first > last)
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Interval(date(start_year, first, 1), end)


def read_days_of_two_months(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "28 April to 4 May 2021"."""
    month = MONTH_NUMBERS[match["month2"][:3].lower()]
    year = int(match["year"]) if match["year"] else year_of_month(month, published)
    if year is None:
        return None
    first = MONTH_NUMBERS[match["month"][:3].lower()]
    try:
        start = date(year - (first > month), first, int(match["day"]))
        return Interval(start, date(year, month, int(match["last"])))
    except ValueError:
        return None


def read_week_of_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in the second week of May"."""
    month = MONTH_NUMBERS[match["month"][:3].lower()]
    year = int(match["year"]) if match["year"] else year_of_month(month, published)
    if year is None:
        return None
    length = calendar.monthrange(year, month)[1]
    which = match["which"].lower()
    first = ORDINALS[which] * DAYS_OF_A_WEEK + 1 if which in ORDINALS else length - 6
    start = date(year, month, first)
    return Interval(start, start + timedelta(days=6), is_about=True)


def read_week_at_day(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "the week of 1 November", "the week ending 9 November"."""
    month = MONTH_NUMBERS[match["month"][:3].lower()]
    year = int(match["year"]) if match["year"] else year_of_month(month, published)
    day = _day(year, month, int(match["day"])) if year is not None else None
    if day is None:
        return None
    is_end = match["way"].lower() in {"to", "ending", "until"}
    start = day - timedelta(days=DAYS_OF_A_WEEK - 1) if is_end else day
    return Interval(start, start + timedelta(days=DAYS_OF_A_WEEK - 1))


def read_half_of_year(match: re.Match[str], _published: date | None) -> Interval:
    """Read "the first half of 2012"."""
    year = int(match["year"])
    if match["which"].lower() == "first":
        return Interval(date(year, 1, 1), date(year, 6, 30))
    return Interval(date(year, 7, 1), date(year, 12, 31))


def read_slashed(match: re.Match[str], published: date | None) -> Interval | None:
    """
    Read "9/11/2010", whose day and month may stand in either order.

    Where both orders give a day, and neither is after the report, both are named and none is
    chosen.
    """
    found = SLASHED.search(match.group())
    if found is None:
        return None
    first, second, year = (int(group) for group in found.groups())
    days = {d for d in (_day(year, second, first), _day(year, first, second)) if d is not None}
    if published is not None and any(d <= published for d in days):
        days = {d for d in days if d <= published}
    if len(days) == 1:
        (day,) = days
        return Interval(day, day)
    words = " or ".join(f"{d.day} {d:%B %Y}" for d in sorted(days))
    return Interval(None, None, words=f"{words}, as {match.group()} is read") if days else None


def _day(year: int, month: int, number: int) -> date | None:
    if not 1 <= month <= MONTHS_PER_YEAR:
        return None
    return date(year, month, number) if number <= calendar.monthrange(year, month)[1] else None
