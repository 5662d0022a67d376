"""What counts from the day of the report: "two weeks ago", "last year", "the past month"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.coding.dates.forms import form, from_report
from dashboard.coding.dates.intervals import DAYS_OF_A_WEEK, Interval
from dashboard.coding.dates.reckoning import (
    month_of,
    months_on,
    steps_back,
    unit_of,
    week_of,
    year_of,
)
from dashboard.coding.dates.words import ABOUT, COUNT, FEW, UNIT, has, read_count

if TYPE_CHECKING:
    import re

    from dashboard.coding.dates.forms import Form

HALF_A_YEAR = 6
AROUND_A_WEEK = 3
FEWEST = 2
FROM_TODAY = {"yesterday": -1, "tomorrow": 1}
MOST = {"day": 6, "night": 6, "week": 8, "fortnight": 4, "month": 11, "year": 9, "decade": 9}
"""More of them would be told in the next longer unit."""


@from_report
def read_ago(match: re.Match[str], published: date) -> Interval | None:
    """Read "just over two months ago", "a year ago today"."""
    unit, count = match["unit"].lower(), read_count(match["count"])
    published += timedelta(days=FROM_TODAY.get((match["day"] or "").lower(), 0))
    if has(match, "count", "half a", "half an"):
        if unit != "year":
            return None
        unit, count = "month", HALF_A_YEAR
    then = steps_back(published, count, unit)
    if match["exact"] or match["today"] or unit in {"day", "night"}:
        return Interval(then, then, is_about=bool(match["about"]))
    if match["near"]:
        return month_of(then)
    return week_of(then) if match["week"] else _about(then, unit)


def _about(then: date, unit: str) -> Interval:
    """Return the days that "three weeks ago", counted to a day, may mean."""
    if unit in {"week", "fortnight"}:
        near = timedelta(days=AROUND_A_WEEK)
        return Interval(then - near, then + near, is_about=True)
    found = month_of(then) if unit == "month" else year_of(then.year)
    return Interval(found.start, found.end, is_about=True)


@from_report
def read_few_ago(match: re.Match[str], published: date) -> Interval:
    """Read "a few days ago": two at least, and fewer than make the next longer unit."""
    unit = match["unit"].lower()
    start, end = (steps_back(published, n, unit) for n in (MOST[unit], FEWEST))
    words = f"{match['few'].lower()} {unit}s before {published.day} {published:%B %Y}"
    return Interval(start, end, is_about=True, words=words)


@from_report
def read_past_few(match: re.Match[str], published: date) -> Interval:
    """Read "in the past few days", which ends with the day of the report."""
    unit = match["unit"].lower()
    words = f"{match['few'].lower()} {unit}s up to {published.day} {published:%B %Y}"
    return Interval(steps_back(published, MOST[unit], unit), published, is_about=True, words=words)


@from_report
def read_past(match: re.Match[str], published: date) -> Interval:
    """Read "over the past month", which ends with the day of the report."""
    count, unit = match["count"] or "a", match["unit"].lower()
    if count.lower() in {"half a", "half an"} and unit == "year":
        return Interval(months_on(published, -HALF_A_YEAR), published, is_about=True)
    return Interval(steps_back(published, read_count(count), unit), published, is_about=True)


@from_report
def read_recent(match: re.Match[str], published: date) -> Interval:
    """Read "in recent years", which has no beginning."""
    words = f"{match.group().lower().removeprefix('in ')} before {published:%B %Y}"
    return Interval(None, published, is_about=True, words=words)


@from_report
def read_last_unit(match: re.Match[str], published: date) -> Interval:
    """Read "last week", "the year before last": those of the calendar."""
    unit = match["unit"].lower()
    back = 2 if match["second"] else 1
    first = published if unit == "week" else published.replace(day=1)
    return unit_of(unit, steps_back(first, back, unit))


@from_report
def read_end_of_unit(match: re.Match[str], published: date) -> Interval | None:
    """Read "on the first day of this year", "the last day of last month"."""
    unit, back = match["unit"].lower(), int(has(match, "which", "last"))
    whole = unit_of(unit, steps_back(published.replace(day=1), back, unit))
    day = whole.start if has(match, "end", "first") else whole.end
    return Interval(day, day)


@from_report
def read_this_unit(match: re.Match[str], published: date) -> Interval:
    """Read "this week", "later this year", "so far this month"."""
    whole = unit_of(match["unit"].lower(), published)
    is_ahead = has(match, "when", "later")
    return Interval(published, whole.end) if is_ahead else Interval(whole.start, published)


@from_report
def read_next_unit(match: re.Match[str], published: date) -> Interval:
    """Read "next month"."""
    unit = match["unit"].lower()
    if unit == "week":
        return week_of(published + timedelta(days=DAYS_OF_A_WEEK))
    return unit_of(unit, steps_back(published.replace(day=1), -1, unit))


FORMS: tuple[Form, ...] = (
    *form(
        read_ago,
        rf"\b(?:(?P<exact>exactly|precisely)\s+)?{ABOUT}{COUNT}\s+{UNIT}\s+(?:ago|earlier)\b"
        r"(?:\s+(?:(?P<today>today|to\s+the\s+day|this\s+day|(?P<day>yesterday|tomorrow))|(?P<week>this\s+week)"
        r"|(?P<near>this\s+month)))?",
    ),
    *form(read_few_ago, rf"\b{FEW}\s+{UNIT}\s+ago\b"),
    *form(
        read_past_few,
        rf"\b(?:(?:over|during|in|for|within)\s+)?the\s+(?:last|past)\s+{FEW}\s+{UNIT}\b",
    ),
    *form(
        read_past,
        r"\b(?:(?:over|during|in|for|within)\s+the\s+(?:last|past)|the\s+past)\s+"
        rf"(?:{COUNT}\s+)?{UNIT}\b(?!\s+of)",
    ),
    *form(read_recent, r"\bin\s+recent\s+(?:days|weeks|months|years|decades)\b"),
    *form(
        read_last_unit,
        r"\bthe\s+(?P<unit>week|month|year)\s+before\s+(?P<second>last)\b",
        r"\b(?:last|previous)(?P<second>)\s+(?P<unit>week|month|year)\b",
    ),
    *form(
        read_end_of_unit,
        r"\b(?:on\s+)?the\s+(?P<end>first|last)\s+day\s+of\s+(?P<which>this|last)\s+"
        r"(?P<unit>month|year)\b",
    ),
    *form(
        read_this_unit,
        r"\b(?:so\s+far\s+this|since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this))\s+"
        r"(?P<unit>year|month|week)\b",
        r"\b(?:(?P<when>later|earlier)\s+)?(?:this|(?:the\s+)?current)\s+"
        r"(?P<unit>week|month|year)\b",
        r"\b(?P<when>earlier)\s+in\s+the\s+(?P<unit>week|month|year)\b",
    ),
    *form(read_next_unit, r"\b(?:next|coming)\s+(?P<unit>week|month|year)\b"),
)
