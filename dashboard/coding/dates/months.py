"""Months, parts of them and runs of them: "late May 2003", "between March and May"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.coding.dates.forms import form, from_report
from dashboard.coding.dates.intervals import DAYS_OF_A_WEEK, Interval
from dashboard.coding.dates.reckoning import (
    calendar_day,
    month_length,
    month_of,
    months_of,
    months_on,
    year_of_month,
)
from dashboard.coding.dates.words import (
    DAY,
    MONTH,
    MONTH2,
    NUMBERS,
    OF_YEAR,
    PART,
    YEAR,
    YEAR2,
    has,
    month_number,
    read_count,
)

if TYPE_CHECKING:
    import re

    from dashboard.coding.dates.forms import Form

HALF_OF_MONTH = 15
UNITS_ON = {"last": -1, "this": 0, "the": 0, "next": 1}
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
LEAD = r"(?:(?P<lead>in|since|during|until|by)\s+)?"
OF_ANY_YEAR = rf"{OF_YEAR}(?!\s*\d)(?:\s+(?:of\s+)?(?P<which>last|this)\s+year\b)?"
ALSO_WORDS = frozenset({"May", "March", "Mar"})


def read_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in August", "late May 2003"."""
    is_bare = not (match["part"] or match["year"] or match.groupdict().get("lead"))
    if is_bare and match["month"] in ALSO_WORDS:
        return None
    first = _first_day(match, published)
    return month_of(first, match["part"]) if first else None


def _first_day(match: re.Match[str], published: date | None) -> date | None:
    """Return the first of the month that is named, of the year that is said or the last such."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else year_of_month(month, published)
    return date(year, month, 1) if year is not None else None


@from_report
def read_month_of_year(match: re.Match[str], published: date) -> Interval | None:
    """Read "in May last year", "12 August last year"."""
    year = published.year + UNITS_ON[match["which"].lower()]
    month, groups = month_number(match["month"]), match.groupdict()
    number = groups.get("day") or groups.get("day2")
    first = date(year, month, 1)
    return calendar_day(year, month, int(number)) if number else month_of(first, match["part"])


@from_report
def read_named_month(match: re.Match[str], published: date) -> Interval:
    """Read "last May", "next July", "this August"."""
    month, year = month_number(match["month"]), published.year
    if has(match, "which", "last") and month >= published.month:
        year -= 1
    if has(match, "which", "next") and month <= published.month:
        year += 1
    return month_of(date(year, month, 1))


@from_report
def read_part_of_near_month(match: re.Match[str], published: date) -> Interval:
    """Read "late last month", "the start of the month"."""
    months = UNITS_ON[match["which"].lower()]
    return month_of(months_on(published.replace(day=1), months), match["part"])


def read_half_of_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "the first half of June"."""
    first = _first_day(match, published)
    if first is None:
        return None
    if has(match, "which", "first"):
        return Interval(first, first.replace(day=HALF_OF_MONTH))
    return Interval(first.replace(day=HALF_OF_MONTH + 1), month_of(first).end)


def read_end_of_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "on the last day of January 1980"."""
    first = _first_day(match, published)
    month = month_of(first) if first else None
    if month is None:
        return None
    day = month.start if has(match, "which", "first") else month.end
    return Interval(day, day)


def read_week_of_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in the second week of May"."""
    first = _first_day(match, published)
    if first is None:
        return None
    which = match["which"].lower()
    last_week = month_length(first.year, first.month) - DAYS_OF_A_WEEK
    start = first + timedelta(
        days=ORDINALS[which] * DAYS_OF_A_WEEK if which in ORDINALS else last_week
    )
    return Interval(start, start + timedelta(days=DAYS_OF_A_WEEK - 1), is_about=True)


def read_weeks_of_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in the first three weeks of January", "the last ten days of May"."""
    first, count = _first_day(match, published), match["count"].lower()
    if first is None:
        return None
    length = month_length(first.year, first.month)
    days = read_count(count) * (DAYS_OF_A_WEEK if has(match, "unit", "week") else 1)
    if not 1 < days < length:
        return None
    start = 1 if has(match, "which", "first") else length - days + 1
    return Interval(first.replace(day=start), first.replace(day=start + days - 1))


def read_months(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "between March and May 2011", "in March and April"."""
    first, last = month_number(match["month"]), month_number(match["month2"])
    year = int(match["year"]) if match["year"] else year_of_month(last, published)
    if published is not None and match["which"]:
        year = published.year + UNITS_ON[match["which"].lower()]
    if year is None:
        return None
    return months_of(year - (first > last), first, last, last_year=year)


def read_months_of_years(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "from May 1998 to June 2000"."""
    first, last = month_number(match["month"]), month_number(match["month2"])
    year, last_year = int(match["year"]), int(match["year2"])
    is_forward = (year, first) <= (last_year, last)
    return months_of(year, first, last, last_year=last_year) if is_forward else None


FORMS: tuple[Form, ...] = (
    *form(
        read_month,
        rf"\b(?:{PART}[\s-]+)?{MONTH},?\s+(?:of\s+)?{YEAR}\b",
        rf"\b{LEAD}(?:{PART}[\s-]+)?{MONTH}(?P<year>)(?!\w)(?!\s+\d)",
    ),
    *form(
        read_month_of_year,
        rf"\b(?:{DAY}\s+(?:of\s+)?|{PART}[\s-]+)?{MONTH}(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+"
        r"(?:of\s+)?(?P<which>last|this|next)\s+year\b",
    ),
    *form(read_named_month, rf"\b(?P<which>last|next|this)\s+{MONTH}(?!\w)(?!\s+\d)"),
    *form(read_part_of_near_month, rf"\b{PART}\s+(?P<which>this|last|next|the)\s+month\b"),
    *form(read_half_of_month, rf"\bthe\s+(?P<which>first|second)\s+half\s+of\s+{MONTH}{OF_YEAR}"),
    *form(
        read_end_of_month,
        rf"\b(?:on\s+)?the\s+(?P<which>first|last)\s+day\s+of\s+{MONTH}{OF_YEAR}",
    ),
    *form(
        read_week_of_month,
        rf"\bthe\s+(?P<which>first|second|third|fourth|last)\s+week\s+of\s+{MONTH}{OF_YEAR}",
    ),
    *form(
        read_weeks_of_month,
        rf"\bthe\s+(?P<which>first|last)\s+(?P<count>{NUMBERS})\s+(?P<unit>week|day)s\s+of\s+"
        rf"{MONTH}{OF_YEAR}",
    ),
    *form(
        read_months,
        rf"\b(?:between|from)\s+{MONTH}\s+(?:and|to|until|till|through)\s+{MONTH2}{OF_ANY_YEAR}",
        rf"\b(?:in|during)\s+{MONTH}\s+and\s+{MONTH2}{OF_ANY_YEAR}",
        rf"\b{MONTH}\s+and\s+{MONTH2}\s+{YEAR}\b(?P<which>)",
        rf"\b{MONTH}\s*[-–/]\s*{MONTH2}{OF_ANY_YEAR}",
    ),
    *form(
        read_months_of_years,
        rf"\b{MONTH},?\s+{YEAR}\s*(?:-|–|/|to|and|until|through)\s*{MONTH2},?\s+{YEAR2}\b",
    ),
)
