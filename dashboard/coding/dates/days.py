"""Single days: "11 November 2010", "Nov. 9", "last Friday", "Christmas Eve"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil import parser
from dateutil.easter import EASTER_ORTHODOX, easter

from dashboard.coding.dates.forms import form, from_report
from dashboard.coding.dates.intervals import DAYS_OF_A_WEEK, Interval
from dashboard.coding.dates.reckoning import calendar_day, last_weekday, months_on, one_day
from dashboard.coding.dates.words import (
    DAY,
    MONTH,
    MONTH_NAMES,
    NO_COUNT,
    OF_YEAR,
    PART_OF_DAY,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    has,
    month_number,
)

if TYPE_CHECKING:
    from dashboard.coding.dates.forms import Form

WEEKS_ON = {"last": -1, "this": 0, "next": 1}
COMING = ("next", "coming", "this coming", "the coming")
FIRST_SHORT_YEAR = 31
"""Of two digits, from here on they are of the century past."""
LARGEST_SHORT = 99
EASTER_DAYS = {"palmsunday": -7, "maundythursday": -3, "holythursday": -3, "goodfriday": -2}
EASTER_DAYS |= {"holysaturday": -1, "eastersaturday": -1, "eastermonday": 1, "pentecost": 49}
FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "christmas": (12, 25),
}
ELEVENTH_OF_SEPTEMBER = date(2001, 9, 11)
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)")


def read_full_day(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "11 November 2010", "2010-11-09", "11.29.2010": a library knows the many orders."""
    words = match.group()
    try:
        return one_day(parser.parse(words, dayfirst=not words[:4].isdigit()).date())
    except (parser.ParserError, OverflowError):
        return None


def read_short_year_day(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "3 JAN 90", "141530Z MAY 24"."""
    year = _full_year(int(match["short"]))
    return calendar_day(year, month_number(match["month"]), int(match["day"]))


def _full_year(short: int) -> int:
    return short + (1900 if short >= FIRST_SHORT_YEAR else 2000)


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
    year = year if year > LARGEST_SHORT else _full_year(year)
    either = (calendar_day(year, second, first), calendar_day(year, first, second))
    days = {found.start for found in either if found is not None and found.start is not None}
    if published is not None and any(d <= published for d in days):
        days = {d for d in days if d <= published}
    if len(days) == 1:
        return one_day(*days)
    words = " or ".join(f"{d.day} {d:%B %Y}" for d in sorted(days))
    return Interval(None, None, words=f"{words}, as {match.group()} is read") if days else None


@from_report
def read_day_of_month(match: re.Match[str], published: date) -> Interval | None:
    """Read "Nov. 9": the last such day before publication."""
    month, day = month_number(match["month"]), int(match["day"])
    is_past = (month, day) <= (published.month, published.day)
    return calendar_day(published.year - (not is_past), month, day)


@from_report
def read_bare_day(match: re.Match[str], published: date) -> Interval | None:
    """Read "on the 3rd", "on the 3rd of last month": the last such day before publication."""
    number = int(match["day"])
    months = (-1,) if has(match, "which", "last") else (0, -1)
    for month in (months_on(published.replace(day=1), step) for step in months):
        found = calendar_day(month.year, month.month, number)
        if found is not None and found.end is not None and found.end <= published:
            return found
    return None


@from_report
def read_near_day(match: re.Match[str], published: date) -> Interval:
    """Read "today", "yesterday", "last night"."""
    words = match.group().lower()
    back = 1 if ("yesterday" in words or words.startswith("last")) else 0
    return one_day(published - timedelta(days=back if "tomorrow" not in words else -1))


@from_report
def read_second_day(match: re.Match[str], published: date) -> Interval:
    """Read "the day before yesterday", "the night before last", "the day after tomorrow"."""
    return one_day(published + timedelta(days=2 if "tomorrow" in match.group().lower() else -2))


@from_report
def read_weekday(match: re.Match[str], published: date) -> Interval:
    """Read "last Friday": the last such day before publication."""
    day = last_weekday(match["weekday"], published)
    if has(match, "which", *COMING):
        return one_day(day + timedelta(days=DAYS_OF_A_WEEK))
    is_before = has(match, "which", "last", "this past") and day == published
    return one_day(day - timedelta(days=DAYS_OF_A_WEEK if is_before else 0))


@from_report
def read_weekday_of_week(match: re.Match[str], published: date) -> Interval:
    """Read "on Tuesday last week", "Friday next week"."""
    sunday = published + timedelta(days=DAYS_OF_A_WEEK - 1 - published.weekday())
    weeks = WEEKS_ON[match["which"].lower()]
    return one_day(last_weekday(match["weekday"], sunday + timedelta(days=weeks * DAYS_OF_A_WEEK)))


@from_report
def read_week_before_weekday(match: re.Match[str], published: date) -> Interval:
    """Read "a week ago on Friday": not the last such day, the one before."""
    day = last_weekday(match["weekday"] or match["weekday2"], published)
    return one_day(day - timedelta(days=DAYS_OF_A_WEEK if day != published else 0))


def read_feast(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "New Year's Eve", "Christmas Day 2009": feasts whose day of the month is fixed."""
    month, number = FEASTS[" ".join(match["feast"].lower().replace("’", "'").split())]
    if match["year"]:
        return calendar_day(int(match["year"]), month, number)
    if published is None:
        return None
    is_past = (month, number) <= (published.month, published.day)
    return calendar_day(published.year - (not is_past), month, number)


def read_easter(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "Easter 2019", "Good Friday": the days that a library counts from the moon."""
    shift = timedelta(days=EASTER_DAYS.get("".join(match["easter"].lower().split()), 0))
    if match["year"]:
        return one_day(_easter_of(int(match["year"]), match["church"]) + shift)
    if published is None:
        return None
    days = (_easter_of(published.year - back, match["church"]) + shift for back in (0, 1))
    return one_day(next(d for d in days if d <= published))


def _easter_of(year: int, church: str | None) -> date:
    return easter(year, EASTER_ORTHODOX) if church else easter(year)


def read_eleventh_of_september(_match: re.Match[str], _published: date | None) -> Interval:
    """Read "9/11", "the September 11 attacks", which are always those of 2001."""
    return one_day(ELEVENTH_OF_SEPTEMBER)


FORMS: tuple[Form, ...] = (
    *form(
        read_full_day,
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b",
        rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b",
        rf"\b{DAY}[-/]{MONTH}[-/]{YEAR}\b",
        r"\b(?:19|20)\d\d([-/.])\d\d\1\d\d(?!\d)",
        r"\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b",
    ),
    *form(read_slashed, r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b", r"(?<![\d/])\d\d/\d\d/\d\d(?![\d/])"),
    *form(
        read_short_year_day,
        rf"\b(?P<day>\d\d)\d{{4}}(?:[A-Z]|hrs)?\s?{MONTH}\s?(?P<short>\d\d)\b",
        # "On 20 May 15 lorries were looted" counts lorries.
        rf"\b{DAY}[\s-]?{MONTH}[\s-]?(?P<short>\d\d)\b(?!:)(?!\s+[a-z]{{3,}}s\b)",
    ),
    *form(
        read_eleventh_of_september,
        r"\b9/11\b(?!/)|\bSeptember 11(?:th)?,? (?:terror\w* )?attacks?\b",
    ),
    *form(
        read_day_of_month,
        rf"(?<!\b\d )(?<!\b\d\d )\b{MONTH}\s+{DAY}\b{NO_COUNT}",
        rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?!\w)",
    ),
    *form(
        read_bare_day,
        r"\b(?:on|(?:(?<=ing\s)|(?<=night\s)|(?<=noon\s))of)\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
        r"(?:\s+of\s+(?P<which>this|last)\s+month\b)?"
        rf"(?!\s+(?:of|floor|street|avenue|day|{MONTH_NAMES})\b)",
    ),
    *form(
        read_near_day,
        r"\b(?:yesterday|(?<!the )last night(?! of\b)|(?<!\bof )today|tonight|tomorrow"
        r"|this (?:morning|afternoon|evening))\b",
    ),
    *form(
        read_second_day,
        r"\bthe\s+(?:day\s+before\s+yesterday|night\s+before\s+last|day\s+after\s+tomorrow)\b",
    ),
    *form(
        read_weekday,
        rf"\b{WEEKDAY}\s+(?P<which>last)\b(?!\s+\w)",
        rf"\b(?<!every )(?<!each )(?<!that )(?<!Bloody )(?<!Black )(?<!Good )(?<!Easter )(?<!Palm )"
        r"(?<!Holy )(?<!Maundy )"
        rf"(?:(?P<which>last|next|this past|this coming|the coming|coming|this)\s+)?{WEEKDAY}\b"
        rf"(?:\s+{PART_OF_DAY}\b)?"
        r"(?!\s(?:Times|Telegraph|Mirror|Mail|Express)\b)"
        r"(?!\s+(?:of|in)\s+(?:the\s+)?(?:Ramadan|Lent|Advent|month|year)\b)",
    ),
    *form(
        read_weekday_of_week,
        rf"\b{WEEKDAY}(?:\s+of)?\s+(?P<which>last|next|this)\s+week\b",
        rf"\b(?P<which>last|next|this)\s+week['’]s\s+{WEEKDAY}\b",
    ),
    *form(
        read_week_before_weekday,
        rf"\ba\s+week\s+(?:ago\s+)?(?:on\s+|last\s+)?{WEEKDAY}\b"
        rf"|\b(?P<weekday2>{WEEKDAYS})\s+a\s+week\s+ago\b",
    ),
    *form(
        read_feast,
        rf"\b(?P<feast>New\s+Year['’]s\s+(?:Eve|Day)|Christmas\s+(?:Eve|Day)|Boxing\s+Day"
        r"|Valentine['’]s\s+Day|(?<=on )May\s+Day"
        r"|(?:^|(?<=since )|(?<=before )|(?<=after ))Christmas(?!\s+[a-z]))"
        rf"{OF_YEAR}",
    ),
    *form(
        read_easter,
        r"\b(?:(?P<church>Orthodox|Coptic)\s+)?(?P<easter>Palm\s+Sunday|(?:Maundy|Holy)\s+Thursday"
        r"|Good\s+Friday|Holy\s+Saturday|Easter(?:\s+(?:Saturday|Sunday|Monday))?|Pentecost)\b"
        r"(?!\s+(?:Rising|[Aa]greement|[Aa]ccords?|[Rr]ebellion|[Oo]ffensive))"
        rf"{OF_YEAR}",
    ),
)
