"""What each form of date says, counted from the day the document was published."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil import parser

from dashboard.coding.intervals import DAYS_OF_A_WEEK, LONGEST_MONTH, Interval
from dashboard.coding.quantities import read_number

if TYPE_CHECKING:
    import re


MONTH_NUMBERS = {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name}
WEEKDAY_NUMBERS = {name: i for i, name in enumerate(calendar.day_name)}
UNIT_DAYS = {
    "day": 1,
    "night": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30,
    "year": 365,
    "decade": 3652,
}
NAMED_TENS = {"thirt": 3, "fort": 4, "fift": 5, "sixt": 6, "sevent": 7, "eight": 8, "ninet": 9}
DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def read_full_day(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "11 November 2010", "2010-11-09", "11.29.2010": a library knows the many orders."""
    words = match.group()
    try:
        day = parser.parse(words, dayfirst=not words[:4].isdigit()).date()
    except (parser.ParserError, OverflowError):
        return None
    return Interval(day, day)


def read_short_year_day(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "3 JAN 90"."""
    year = 1900 + int(match["short"]) if int(match["short"]) > 30 else 2000 + int(match["short"])
    return _calendar_day(year, _month_number(match["month"]), int(match["day"]))


def read_day_of_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "Nov. 9": the last such day before publication."""
    if published is None:
        return None
    month, day = _month_number(match["month"]), int(match["day"])
    year = (
        published.year if (month, day) <= (published.month, published.day) else published.year - 1
    )
    return _calendar_day(year, month, day)


def _calendar_day(year: int, month: int, day: int) -> Interval | None:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Interval(date(year, month, day), date(year, month, day))


def read_day_range(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "April 4-6, 2009"."""
    first = read_day_of_month(match, published) if not match["year"] else None
    year = (
        int(match["year"])
        if match["year"]
        else (first.start.year if first and first.start else None)
    )
    if year is None:
        return None
    month = _month_number(match["month"])
    start, end = (
        _calendar_day(year, month, int(match["day"])),
        _calendar_day(year, month, int(match["last"])),
    )
    return Interval(start.start, end.end) if start and end else None


def read_decade_by_name(match: re.Match[str], _published: date | None) -> Interval:
    """Read "the late '90s", "the seventies", of the century past."""
    tens = int(match["tens"] or NAMED_TENS[match["name"].lower()])
    start = 1900 + 10 * tens
    first, last = DECADE_PARTS.get(read_part(match["part"]), (0, 9))
    words = " ".join(filter(None, [read_part(match["part"]), f"{start}s"]))
    ends = date(start + first, 1, 1), date(start + last, 12, 31)
    return Interval(*ends, is_about=True, words=words)


def read_month(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in August", "late May 2003"."""
    number = _month_number(match["month"])
    is_bare = not (match["part"] or match["year"] or match.groupdict().get("lead"))
    if is_bare and match["month"] in {"May", "March", "Mar"}:
        return None
    year = int(match["year"]) if match["year"] else year_of_month(number, published)
    if year is None:
        return None
    return part_of_month(year, number, match["part"])


def year_of_month(month: int, published: date | None) -> int | None:
    """Return the year of the last such month that had begun before publication."""
    if published is None:
        return None
    return published.year if month <= published.month else published.year - 1


def part_of_month(year: int, month: int, part: str | None = None) -> Interval:
    """Return a month, or its first, middle or last ten days."""
    first, last = MONTH_PARTS.get(read_part(part), (1, LONGEST_MONTH))
    last = min(last, calendar.monthrange(year, month)[1])
    words = f"{read_part(part)} {calendar.month_name[month]} {year}" if part else None
    return Interval(date(year, month, first), date(year, month, last), part is not None, words)


def read_year(match: re.Match[str], _published: date | None) -> Interval:
    """Read "2009", "late 2001"."""
    year, part = int(match["year"]), read_part(match["part"])
    first, last = YEAR_PARTS.get(part, (1, 12))
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Interval(date(year, first, 1), end, bool(part), f"{part} {year}" if part else None)


def read_years(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "from 1992 to 1997"."""
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else int(match["first"][:2] + last)
    return Interval(date(first, 1, 1), date(end, 12, 31)) if end >= first else None


def read_decade(match: re.Match[str], _published: date | None) -> Interval:
    """Read "the late 1990s and early 2000s"."""
    start = int(match["decade"])
    first, last = DECADE_PARTS.get(read_part(match["part"]), (0, 9))
    words = " ".join(filter(None, [read_part(match["part"]), f"{start}s"]))
    if not match["decade2"]:
        return Interval(
            date(start + first, 1, 1), date(start + last, 12, 31), is_about=True, words=words
        )
    second = int(match["decade2"])
    _, last = DECADE_PARTS.get(read_part(match["part2"]), (0, 9))
    words = f"{words} and {' '.join(filter(None, [read_part(match['part2']), f'{second}s']))}"
    return Interval(
        date(start + first, 1, 1), date(second + last, 12, 31), is_about=True, words=words
    )


def read_this_unit(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "this week", "later this year"."""
    if published is None:
        return None
    unit = match["unit"].lower()
    if (match["when"] or "").lower() == "later":
        return Interval(published, _end_of_unit(unit, published))
    if unit == "week":
        return Interval(published - timedelta(days=published.weekday()), published)
    if unit == "month":
        return Interval(published.replace(day=1), published)
    return Interval(date(published.year, 1, 1), published) if unit == "year" else None


def _end_of_unit(unit: str, day: date) -> date:
    if unit == "week":
        return day + timedelta(days=DAYS_OF_A_WEEK - 1 - day.weekday())
    month = day.month if unit == "month" else 12
    return date(day.year, month, calendar.monthrange(day.year, month)[1])


def read_next_unit(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "next month"."""
    if published is None:
        return None
    unit = match["unit"].lower()
    if unit == "week":
        monday = published + timedelta(days=DAYS_OF_A_WEEK - published.weekday())
        return Interval(monday, monday + timedelta(days=6))
    if unit == "month":
        year, month = divmod(published.year * 12 + published.month, 12)
        return part_of_month(year, month + 1, None)
    return Interval(date(published.year + 1, 1, 1), date(published.year + 1, 12, 31))


def read_near_day(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "today", "yesterday", "last night"."""
    if published is None:
        return None
    words = match.group().lower()
    back = 1 if ("yesterday" in words or words.startswith("last")) else 0
    day = published - timedelta(days=back if "tomorrow" not in words else -1)
    return Interval(day, day)


def read_weekday(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "last Friday": the last such day before publication."""
    if published is None:
        return None
    number = WEEKDAY_NUMBERS[match["weekday"].capitalize()]
    back = (published.weekday() - number) % DAYS_OF_A_WEEK
    if match["which"] and match["which"].lower() in {"next", "coming", "this coming", "the coming"}:
        day = published + timedelta(days=(number - published.weekday() - 1) % DAYS_OF_A_WEEK + 1)
        return Interval(day, day)
    if match["which"] and match["which"].lower() in {"last", "this past"} and back == 0:
        back = DAYS_OF_A_WEEK
    return Interval(published - timedelta(days=back), published - timedelta(days=back))


def _month_number(name: str) -> int:
    return MONTH_NUMBERS[name[:3].lower()]


def read_part(words: str | None) -> str:
    """Return "early", "mid" or "late" for the words that mean it."""
    plain = {"start": "early", "beginning": "early", "middle": "mid", "end": "late"}
    plain |= {"first": "early", "last": "late"}
    return next((v for k, v in plain.items() if words and k in words), (words or "").lower())


def read_count(words: str) -> int:
    """Return the number of "a couple of", "two", "12"."""
    return {"a couple of": 2, "a dozen": 12}.get(words.lower()) or read_number(words)
