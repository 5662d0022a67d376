"""Days, weeks, months and years of the calendar, counted on and back."""

from __future__ import annotations

from calendar import month_name, monthrange
from datetime import date, timedelta

from dashboard.coding.dates.intervals import DAYS_OF_A_WEEK, LONGEST_MONTH, Interval
from dashboard.coding.dates.words import WEEKDAY_NUMBERS, read_part

MONTHS_OF_A_YEAR = 12
HOURS_OF_A_DAY = 24
SATURDAY = 5
UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
UNIT_MONTHS = {"month": 1, "year": 12, "decade": 120}
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def one_day(day: date) -> Interval:
    """Return a day as an interval."""
    return Interval(day, day)


def calendar_day(year: int, month: int, number: int) -> Interval | None:
    """Return the 9th of a month; `None` if the month has no such day."""
    if not 1 <= month <= MONTHS_OF_A_YEAR or not 1 <= number <= month_length(year, month):
        return None
    return one_day(date(year, month, number))


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    return monthrange(year, month)[1]


def week_of(day: date) -> Interval:
    """Return the week of a day, from its Monday."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=DAYS_OF_A_WEEK - 1))


def month_of(day: date, part: str | None = None) -> Interval:
    """Return the month of a day, or its first, middle or last ten days."""
    first, last = MONTH_PARTS.get(read_part(part), (1, LONGEST_MONTH))
    last = min(last, month_length(day.year, day.month))
    words = f"{read_part(part)} {month_name[day.month]} {day.year}" if part else None
    return Interval(day.replace(day=first), day.replace(day=last), part is not None, words)


def months_of(year: int, first: int, last: int, *, last_year: int | None = None) -> Interval:
    """Return the first of a month to the end of another."""
    end = year if last_year is None else last_year
    return Interval(date(year, first, 1), date(end, last, month_length(end, last)))


def year_of(year: int, part: str | None = None) -> Interval:
    """Return a year, or its first, middle or last four months."""
    name = read_part(part)
    found = months_of(year, *YEAR_PARTS.get(name, (1, MONTHS_OF_A_YEAR)))
    return (
        Interval(found.start, found.end, is_about=True, words=f"{name} {year}") if name else found
    )


def unit_of(unit: str, day: date) -> Interval:
    """Return the week, the month or the year that a day is in."""
    if unit == "year":
        return year_of(day.year)
    return week_of(day) if unit == "week" else month_of(day)


def year_of_month(month: int, published: date | None) -> int | None:
    """Return the year of the last such month that had begun before publication."""
    if published is None:
        return None
    return published.year if month <= published.month else published.year - 1


def last_weekday(name: str, day: date) -> date:
    """Return the last Tuesday up to a day."""
    back = (day.weekday() - WEEKDAY_NUMBERS[name.lower()]) % DAYS_OF_A_WEEK
    return day - timedelta(days=back)


def months_on(day: date, months: int) -> date:
    """Return the same day of a month so many on, or its last."""
    year, month = divmod(day.year * MONTHS_OF_A_YEAR + day.month - 1 + months, MONTHS_OF_A_YEAR)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def steps_back(day: date, count: int, unit: str) -> date:
    """Return the day so many days, weeks, months or years before another."""
    if unit in UNIT_MONTHS:
        return months_on(day, -count * UNIT_MONTHS[unit])
    return day - timedelta(days=count * UNIT_DAYS[unit])
