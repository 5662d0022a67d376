"""Several days together: "4-6 April", "over the weekend", "overnight", "the past 48 hours"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.coding.dates.forms import form, from_report
from dashboard.coding.dates.intervals import DAYS_OF_A_WEEK, Interval
from dashboard.coding.dates.reckoning import (
    HOURS_OF_A_DAY,
    SATURDAY,
    calendar_day,
    last_weekday,
    one_day,
    year_of_month,
)
from dashboard.coding.dates.words import (
    DAY,
    HOURS,
    LAST_DAY,
    MONTH,
    MONTH2,
    NO_COUNT,
    OF_YEAR,
    PART_OF_DAY,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    YEAR2,
    has,
    month_number,
    read_count,
)

if TYPE_CHECKING:
    from dashboard.coding.dates.forms import Form

TO = r"(?:-|–|/|to|and|until|through)"
BETWEEN = r"(?:(?P<between>between)\s+)?"
AND = r"\s*(?(between)and|(?:-|–|to|until|till|through|into))\s*"
WEEK = r"\bweek\s+(?P<way>of|from|beginning|starting|to|ending|until)\s+(?:the\s+)?(?:on\s+)?"
HOUR = r"(?:late|early|(?:the\s+)?(?:early|small)\s+hours\s+of|dawn|noon|midnight)"


def read_days(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "April 4-6, 2009"."""
    year = _year_in(match, "month", "day", published)
    if year is None:
        return None
    month = month_number(match["month"])
    return _between(
        calendar_day(year, month, int(match["day"])), calendar_day(year, month, int(match["last"]))
    )


def _year_in(
    match: re.Match[str], month: str, day: str | None, published: date | None
) -> int | None:
    """Return the year that is said, or that of the last such month or day up to publication."""
    if match["year"] or published is None:
        return int(match["year"]) if match["year"] else None
    number = month_number(match[month])
    is_past = day is None or (number, int(match[day])) <= (published.month, published.day)
    year = year_of_month(number, published)
    return year if is_past or year != published.year or year is None else year - 1


def _between(first: Interval | None, last: Interval | None) -> Interval | None:
    return Interval(first.start, last.end) if first and last else None


def read_days_of_two_months(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "28 April to 4 May 2021"."""
    year = _year_in(match, "month2", None, published)
    if year is None:
        return None
    first, last = month_number(match["month"]), month_number(match["month2"])
    start = calendar_day(year - (first > last), first, int(match["day"]))
    return _between(start, calendar_day(year, last, int(match["last"])))


def read_days_of_two_years(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "from 20 May 1998 to 3 June 2000"."""
    return _between(
        calendar_day(int(match["year"]), month_number(match["month"]), int(match["day"])),
        calendar_day(int(match["year2"]), month_number(match["month2"]), int(match["last"])),
    )


def read_week_at_day(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "the week of 1 November", "the week ending 9 November"."""
    year = _year_in(match, "month", None, published)
    day = calendar_day(year, month_number(match["month"]), int(match["day"])) if year else None
    if day is None or day.start is None:
        return None
    is_end = has(match, "way", "to", "ending", "until")
    start = day.start - timedelta(days=DAYS_OF_A_WEEK - 1 if is_end else 0)
    return Interval(start, start + timedelta(days=DAYS_OF_A_WEEK - 1))


SAID_ON = re.compile(
    r"\b(?:said|reported|announced|claimed|told [\w ]{2,20}?)\s+(?:(?:early|late)\s+)?on\s+"
    rf"{WEEKDAY}\b(?=[^.;]*\Z)"
)


@from_report
def read_weekend(match: re.Match[str], published: date) -> Interval:
    """Read "over the weekend": the last one that had begun, or for "last weekend" was over."""
    saturday = last_weekday("Saturday", published)
    if published.weekday() >= SATURDAY and has(match, "which", "last"):
        saturday -= timedelta(days=DAYS_OF_A_WEEK)
    return Interval(saturday, saturday + timedelta(days=1))


@from_report
def read_weekdays(match: re.Match[str], published: date) -> Interval:
    """Read "on Sunday and Monday", "between Friday and Sunday": the last such days."""
    last = last_weekday(match["last"], published)
    return Interval(last_weekday(match["weekday"], last), last)


@from_report
def read_night_to(match: re.Match[str], published: date) -> Interval:
    """Read "overnight into Wednesday", "in the night to Wednesday": that day and the one before."""
    day = last_weekday(match["weekday"] or match["weekday2"], published)
    return Interval(day - timedelta(days=1), day)


@from_report
def read_overnight(match: re.Match[str], published: date) -> Interval:
    """Read "overnight", "late last night and early this morning".

    What somebody "said on Tuesday" was overnight was in the night to that Tuesday.
    """
    said = list(SAID_ON.finditer(match.string, 0, match.start()))
    day = last_weekday(said[-1]["weekday"], published) if said else published
    return Interval(day - timedelta(days=1), day)


@from_report
def read_hours(match: re.Match[str], published: date) -> Interval:
    """Read "in the past 48 hours", "a few minutes ago"."""
    count = match["count"]
    if has(match, "unit", "minute") or count is None or not read_count(count):
        return one_day(published)
    hours = read_count(count)
    days = -(-hours // HOURS_OF_A_DAY) if hours >= HOURS_OF_A_DAY else 0
    return Interval(published - timedelta(days=days), published)


FORMS: tuple[Form, ...] = (
    *form(
        read_days,
        rf"\b{DAY}(?:,\s*\d{{1,2}})*,?\s*{TO}\s*{LAST_DAY}\s+(?:of\s+)?{MONTH}{OF_YEAR}",
        rf"\b{MONTH}\s+{DAY}(?:,\s*\d{{1,2}})*,?\s*{TO}\s*{LAST_DAY}\b{OF_YEAR}{NO_COUNT}",
    ),
    *form(
        read_days_of_two_months,
        rf"\b{BETWEEN}(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}{AND}(?:the\s+)?{LAST_DAY}\s+(?:of\s+)?{MONTH2}{OF_YEAR}",
        rf"\b{BETWEEN}{MONTH}\s+{DAY}{AND}{MONTH2}\s+{LAST_DAY}{OF_YEAR}",
    ),
    *form(
        read_days_of_two_years,
        rf"\b{DAY}\s+{MONTH},?\s+{YEAR}\s*{TO}\s*{LAST_DAY}\s+{MONTH2},?\s+{YEAR2}\b",
    ),
    *form(
        read_week_at_day,
        rf"{WEEK}{MONTH}\s+{DAY}\b{OF_YEAR}",
        rf"{WEEK}{DAY}\s+(?:of\s+)?{MONTH}{OF_YEAR}",
    ),
    *form(
        read_weekend,
        r"\b(?:over|at|on|during|this|(?P<which>last))\s+(?:the\s+)?(?:past\s+)?weekend\b",
        r"(?:(?<=\bsince )|(?<=\bafter )|(?<=\bbefore )|(?<=\buntil ))"
        r"(?:the\s+)?(?:(?P<which>last)\s+)?weekend\b",
    ),
    *form(
        read_weekdays,
        rf"\b{WEEKDAY}(?:\s+{PART_OF_DAY})?(?:,\s+(?:{WEEKDAYS}))*,?\s+"
        rf"(?:and(?:\s+again\s+on)?|(?:to|until|till|through|into)(?:\s+{HOUR})?(?:\s+on)?)\s+"
        rf"(?P<last>{WEEKDAYS})\b",
    ),
    *form(
        read_night_to,
        rf"\bovernight\s+(?:in)?to\s+{WEEKDAY}\b|\bnight\s+to\s+(?P<weekday2>{WEEKDAYS})\b",
    ),
    *form(
        read_overnight,
        r"\bovernight\b(?!\s+(?:on|from)\s)",
        r"\b(?:late\s+)?(?:last\s+night|yesterday(?:\s+(?:night|evening|afternoon))?)\s+"
        r"(?:and|to|until|into)\s+(?:early\s+)?(?:today|this\s+morning)\b",
    ),
    *form(
        read_hours,
        r"\b(?:in|over|during|within)\s+the\s+(?:last|past|previous)\s+"
        rf"(?:{HOURS}\s+)?(?P<unit>hour|minute)s?\b",
        rf"\b(?:just\s+)?{HOURS}\s+(?P<unit>hour|minute)s?\s+ago\b",
    ),
)
