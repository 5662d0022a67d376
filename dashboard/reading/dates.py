"""Dates as newspapers, web pages and agencies write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[89]|20)\d\d|(?<=[ '’])\d\d)(?!\d)"
# A two-digit year reads as POSIX's strptime reads it: 69 to 99 are 19xx, 00 to 68 are 20xx.
CENTURY_TURN = 69
YEARS_PER_CENTURY = 100
MONTHS_PER_YEAR = 12

FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>(?:1[89]|20)\d\d)[-/.](?P<number>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        rf"\b{MONTH}\s{{1,2}}{DAY},?\s+{YEAR}",
        rf"(?<!\d){DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
        rf"(?<!\d){DAY}[-/]{MONTH}[-/](?P<year>(?:(?:1[89]|20)\d\d)|\d\d)(?!\d)",
        # A date-time group: "031800C MAR 25".
        rf"\b(?P<day>[0-3]\d)[0-2]\d[0-5]\d[A-Z]?\s{MONTH}\s(?P<year>(?:20)?\d\d)\b",
        r"(?<!\d)(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.(?P<year>(?:1[89]|20)\d\d)(?!\d)",
    )
)
SLASHED = re.compile(r"(?<!\d)([0-3]?\d)/([0-3]?\d)/((?:1[89]|20)\d\d)(?!\d)")
NO_YEAR = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"\b{MONTH}\s{{1,2}}{DAY}(?!\d)", rf"(?<!\d){DAY}\s+{MONTH}")
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A written date and where it stands in the text that was searched."""

    day: date
    start: int
    end: int


def find_date(text: str) -> FoundDate | None:
    """Return the first full date in `text`, or `None`; a date that reads two ways is not one."""
    return next(iter(find_all_dates(text)), None)


def find_all_dates(text: str) -> list[FoundDate]:
    """Return the full dates in `text` in their order."""
    found = [f for form in FORMS for match in form.finditer(text) if (f := _from_match(match))]
    found += [f for match in SLASHED.finditer(text) if (f := _from_slashed(match))]
    return sorted(found, key=lambda each: each.start)


def find_ambiguous_date(text: str) -> str | None:
    """Return a date such as 09/11/2010 that is one day here and another there, or `None`."""
    for match in SLASHED.finditer(text):
        first, second = int(match[1]), int(match[2])
        if first != second and max(first, second) <= MONTHS_PER_YEAR:
            return match[0]
    return None


def find_yearless_date(text: str, *, year: int) -> date | None:
    """Return the first date without a year ("Nov. 9") as a day of `year`."""
    for form in NO_YEAR:
        if match := form.search(text):
            return _day(year, month_number(match["month"]), int(match["day"]))
    return None


def _from_match(match: re.Match[str]) -> FoundDate | None:
    groups = match.groupdict()
    number = groups.get("number")
    month = int(number) if number else month_number(groups["month"])
    day = _day(_full_year(groups["year"]), month, int(groups["day"]))
    return FoundDate(day, match.start(), match.end()) if day else None


def _from_slashed(match: re.Match[str]) -> FoundDate | None:
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if first != second and max(first, second) <= MONTHS_PER_YEAR:
        return None
    month, number = (first, second) if second > MONTHS_PER_YEAR else (second, first)
    day = _day(year, month, number)
    return FoundDate(day, match.start(), match.end()) if day else None


def month_number(word: str) -> int:
    """Return the number of a month by its name or the beginning of it."""
    return MONTHS.index(word[:3].lower()) + 1


def _full_year(digits: str) -> int:
    year = int(digits)
    if year >= YEARS_PER_CENTURY:
        return year
    return 1900 + year if year >= CENTURY_TURN else 2000 + year


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
