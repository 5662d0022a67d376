"""What dates say that name a part of a month, of a year or of a week, or a day by its name."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.easter import easter

from dashboard.coding.date_readings import (
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    YEAR_PARTS,
    part_of_month,
    read_part,
    year_of_month,
)
from dashboard.coding.intervals import DAYS_OF_A_WEEK, LONGEST_MONTH, Interval

if TYPE_CHECKING:
    import re

MONTHS_OF_A_YEAR = 12
HALF_OF_MONTH = 15
QUARTERS = {"first": 1, "second": 4, "third": 7, "fourth": 10, "last": 10}
QUARTERS |= {"1": 1, "2": 4, "3": 7, "4": 10}
YEARS_ON = {"last": -1, "this": 0, "the": 0, "next": 1, "same": 0, "that": 0}
EASTER_DAYS = {"goodfriday": -2, "eastermonday": 1}
FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
}
ELEVENTH_OF_SEPTEMBER = date(2001, 9, 11)


def read_date_time_group(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "141530Z MAY 24", day, hour and minute, month and year."""
    return _day(2000 + int(match["short"]), _month(match["month"]), int(match["day"]))


def read_month_of_year(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in May last year", "12 August last year"."""
    if published is None:
        return None
    year, month = published.year + YEARS_ON[match["which"].lower()], _month(match["month"])
    groups = match.groupdict()
    number = groups.get("day") or groups.get("day2")
    return _day(year, month, int(number)) if number else _month_of(year, month)


def read_named_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "last May", "next July", "this August"."""
    if published is None:
        return None
    month, which = _month(match["month"]), match["which"].lower()
    year = published.year
    if which == "last" and month >= published.month:
        year -= 1
    if which == "next" and month <= published.month:
        year += 1
    return _month_of(year, month)


def read_bare_day(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "on the 3rd", "on the 3rd of last month": the last such day before publication."""
    number = int(match["day"])
    if published is None or not 1 <= number <= LONGEST_MONTH:
        return None
    year, month = published.year, published.month
    if match["which"] and match["which"].lower() == "last":
        year, month = (year, month - 1) if month > 1 else (year - 1, MONTHS_OF_A_YEAR)
        return _day(year, month, number)
    for _ in range(2):
        found = _day(year, month, number)
        if found is not None and found.start is not None and found.start <= published:
            return found
        year, month = (year, month - 1) if month > 1 else (year - 1, MONTHS_OF_A_YEAR)
    return None


def read_second_day(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "the day before yesterday", "the night before last", "the day after tomorrow"."""
    if published is None:
        return None
    day = published + timedelta(days=2 if "tomorrow" in match.group().lower() else -2)
    return Interval(day, day)


def read_part_of_year(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "early this year", "the end of last year"."""
    if published is None:
        return None
    year, part = published.year + YEARS_ON[match["which"].lower()], read_part(match["part"])
    first, last = YEAR_PARTS[part]
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Interval(date(year, first, 1), end, is_about=True, words=f"{part} {year}")


def read_part_of_near_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "late last month", "the start of the month"."""
    if published is None:
        return None
    months = published.year * 12 + published.month - 1 + YEARS_ON[match["which"].lower()]
    year, month = divmod(months, MONTHS_OF_A_YEAR)
    return part_of_month(year, month + 1, match["part"])


def read_fiscal_year(match: re.Match[str], _published: date | None) -> Interval:
    """Read "fiscal year 2009", which is no year of the calendar, and whose days nobody says."""
    return Interval(None, None, words=" ".join(match.group().split()))


def read_part_of_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "the first half of June"."""
    month = _month(match["month"])
    year = int(match["year"]) if match["year"] else year_of_month(month, published)
    if year is None:
        return None
    if match["which"].lower() == "first":
        return Interval(date(year, month, 1), date(year, month, HALF_OF_MONTH))
    end = calendar.monthrange(year, month)[1]
    return Interval(date(year, month, HALF_OF_MONTH + 1), date(year, month, end))


def read_quarter(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "the third quarter of 2019", "the first six months of the year"."""
    if not match["year"] and published is None:
        return None
    year = int(match["year"]) if match["year"] else published.year if published else 0
    first = QUARTERS[match["which"].lower()] if match["which"] else 1
    last = first + 2 if match["which"] else {"three": 3, "six": 6, "nine": 9}[match["count"]]
    return Interval(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def read_since_beginning(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "since the beginning of the year", "so far this month"."""
    if published is None:
        return None
    unit = match["unit"].lower()
    monday = published - timedelta(days=published.weekday())
    starts = {"week": monday, "month": published.replace(day=1)}
    return Interval(starts.get(unit, date(published.year, 1, 1)), published)


def read_feast(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "New Year's Eve", "Christmas Day 2009": feasts whose day of the month is fixed."""
    month, number = FEASTS[match["feast"].lower().replace("’", "'")]
    if match["year"]:
        return _day(int(match["year"]), month, number)
    if published is None:
        return None
    is_past = (month, number) <= (published.month, published.day)
    return _day(published.year - (not is_past), month, number)


def read_easter(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "Easter 2019", "Good Friday": the days that a library counts from the moon."""
    shift = timedelta(days=EASTER_DAYS.get(match["easter"].lower().replace(" ", ""), 0))
    if match["year"]:
        day = easter(int(match["year"])) + shift
    elif published is None:
        return None
    else:
        days = (easter(published.year - back) + shift for back in (0, 1))
        day = next(d for d in days if d <= published)
    return Interval(day, day)


def read_weekday_of_week(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "on Tuesday last week", "Friday next week"."""
    if published is None:
        return None
    weeks = YEARS_ON[match["which"].lower()]
    monday = published - timedelta(days=published.weekday() - weeks * DAYS_OF_A_WEEK)
    day = monday + timedelta(days=WEEKDAY_NUMBERS[match["weekday"].capitalize()])
    return Interval(day, day)


def read_months_of_years(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "from May 1998 to June 2000"."""
    last, year = _month(match["month2"]), int(match["year2"])
    start = date(int(match["year"]), _month(match["month"]), 1)
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Interval(start, end) if start <= end else None


def read_days_of_two_years(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "from 20 May 1998 to 3 June 2000"."""
    start = _day(int(match["year"]), _month(match["month"]), int(match["day"]))
    end = _day(int(match["year2"]), _month(match["month2"]), int(match["last"]))
    return Interval(start.start, end.end) if start and end else None


def read_eleventh_of_september(_match: re.Match[str], _published: date | None) -> Interval:
    """Read "9/11", "the September 11 attacks", which are always those of 2001."""
    return Interval(ELEVENTH_OF_SEPTEMBER, ELEVENTH_OF_SEPTEMBER)


def _month(name: str) -> int:
    return MONTH_NUMBERS[name[:3].lower()]


def _month_of(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _day(year: int, month: int, number: int) -> Interval | None:
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return Interval(date(year, month, number), date(year, month, number))
