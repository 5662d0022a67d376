"""Date expressions of a sentence, resolved against the day the document was published."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from dashboard.coding.date_readings import (
    UNIT_DAYS,
    read_ago,
    read_count,
    read_day_of_month,
    read_day_range,
    read_decade,
    read_full_day,
    read_month,
    read_near_day,
    read_next_unit,
    read_past_span,
    read_recent,
    read_short_year_day,
    read_this_unit,
    read_weekday,
    read_year,
    read_years,
)
from dashboard.coding.intervals import DAYS_OF_A_WEEK, Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

MONTH_NAMES = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
MONTH = rf"(?P<month>{MONTH_NAMES})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
PART = r"(?P<part>(?i:early|mid|late|the start of|the beginning of|the middle of|the end of))"
COUNT = (
    r"(?P<count>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|a couple of|a dozen)"
)
UNIT = r"(?P<unit>day|week|month|year|decade)s?"
ABOUT = r"(?:(?P<about>just over|just under|about|around|almost|nearly|more than|over|some)\s+)?"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of a sentence that date something; `since` and `until` leave one end open."""

    start: int
    end: int
    interval: Interval
    relation: str = "in"


def find_dates(
    text: str, published: date | None, *, anchor: date | None = None
) -> tuple[DateExpression, ...]:
    """
    Return the date expressions of a sentence.

    `anchor` is the day of the event told before, for "a day later".
    """
    found = list(_find_later(text, anchor))
    for pattern, resolve in PATTERNS:
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            interval = resolve(match, published)
            if interval is not None:
                found.append(_related(text, match, interval, published))
    return tuple(sorted(found, key=lambda f: f.start))


def _find_later(text: str, anchor: date | None) -> Iterator[DateExpression]:
    for match in LATER.finditer(text):
        if anchor is None:
            continue
        days = UNIT_DAYS[(match["unit"] or match["unit2"]).lower()]
        day = anchor + timedelta(days=days * (read_count(match["count"]) if match["count"] else 1))
        yield DateExpression(match.start(), match.end(), Interval(day, day))


def shift_ahead(expression: DateExpression, words: str, published: date | None) -> Interval:
    """Return the interval of a planned event: "in February" is then the next February."""
    interval = expression.interval
    start, end = interval.start, interval.end
    if published is None or start is None or end is None or end >= published:
        return interval
    if re.search(r"\d{4}", words):
        return interval
    if re.search(r"day\b", words):
        return Interval(
            start + timedelta(days=DAYS_OF_A_WEEK), end + timedelta(days=DAYS_OF_A_WEEK)
        )
    last = calendar.monthrange(end.year + 1, end.month)[1]
    return Interval(
        start.replace(year=start.year + 1),
        end.replace(year=end.year + 1, day=last if end.day > 27 else end.day),
        interval.is_about,
    )


def _related(
    text: str, match: re.Match[str], interval: Interval, published: date | None
) -> DateExpression:
    before = re.search(r"\b(since|until|before|after|by)\s+(?:the\s+)?$", text[: match.start()])
    lead = (match.groupdict().get("lead") or "in").lower()
    relation = before.group(1) if before else lead
    if relation == "since":
        interval = Interval(interval.start, published, interval.is_about)
    elif relation in {"until", "before"}:
        interval = Interval(None, interval.start, interval.is_about)
    elif relation == "after":
        interval = Interval(interval.end, None, interval.is_about)
    start = before.start() if before else match.start()
    return DateExpression(start, match.end(), interval, relation)


LATER = re.compile(
    rf"\b(?:{COUNT}\s+{UNIT}\s+later|the\s+(?:next|following)\s+(?P<unit2>day|week))\b",
    re.IGNORECASE,
)
_YEARS = r"(?:1[5-9]|20)\d\d"
_DECADE = r"(?:(?P<part{n}>early|mid|late)[\s-]+)?(?P<decade{n}>(?:1[5-9]|20)\d0)s"
_LEAD = r"(?:(?P<lead>(?i:in|since|last|during|until|by))\s+)?"
_NO_COUNT = r"(?!\s*(?:people|soldiers|troops|men|civilians))"
_TABLE: tuple[tuple[str, Callable[[re.Match[str], date | None], Interval | None]], ...] = (
    (rf"\b{DAY}\s*(?:-|–|to)\s*(?P<last>\d{{1,2}})\s+{MONTH}(?:,?\s+{YEAR})?", read_day_range),
    (rf"\b{MONTH}\s+{DAY}\s*(?:-|–|to)\s*(?P<last>\d{{1,2}})\b(?:,?\s+{YEAR})?", read_day_range),
    (rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", read_full_day),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", read_full_day),
    (r"\b(?:19|20)\d\d-\d\d-\d\d\b", read_full_day),
    (r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b", read_full_day),
    (rf"\b{DAY}\s+{MONTH}\s+(?P<short>\d\d)\b", read_short_year_day),
    (rf"\b{MONTH}\s+{DAY}\b{_NO_COUNT}", read_day_of_month),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?!\w)", read_day_of_month),
    (
        rf"\b(?:from|between)\s+(?P<first>{_YEARS})\s+(?:to|until|and)\s+(?P<last>{_YEARS})\b",
        read_years,
    ),
    (rf"\b(?P<first>{_YEARS})\s*[-–]\s*(?P<last>{_YEARS}|\d\d)\b(?!-)", read_years),
    (
        rf"\b(?:the\s+)?{_DECADE.format(n='')}(?:\s+(?:and|to|or)\s+(?:the\s+)?{_DECADE.format(n=2)})?",
        read_decade,
    ),
    (rf"\b(?:{PART}[\s-]+)?{MONTH},?\s+(?:of\s+)?{YEAR}\b", read_month),
    (rf"\b{ABOUT}{COUNT}\s+{UNIT}\s+(?:ago|earlier)\b", read_ago),
    (
        rf"\b(?:over|during|in|for|within)\s+the\s+(?:last|past)\s+(?:{COUNT}\s+)?{UNIT}\b",
        read_past_span,
    ),
    (r"\b(?:last|previous)\s+(?P<count>)(?P<unit>week|month|year)\b", read_past_span),
    (r"\b(?:this|current)\s+(?P<unit>week|month|year)\b", read_this_unit),
    (r"\b(?:next|coming)\s+(?P<unit>week|month|year)\b", read_next_unit),
    (r"\bin\s+recent\s+(?:days|weeks|months|years|decades)\b", read_recent),
    (
        r"\b(?:yesterday|last night|today|tonight|tomorrow|this (?:morning|afternoon|evening))\b",
        read_near_day,
    ),
    (rf"\b(?:(?P<which>last|next|this past|this)\s+)?{WEEKDAY}\b", read_weekday),
    (rf"\b{_LEAD}(?:{PART}[\s-]+)?{MONTH}(?P<year>)(?!\w)(?!\s+\d)", read_month),
    (rf"\b(?:{PART}[\s-]+)?(?<![\d,.$/-]){YEAR}\b(?!-){_NO_COUNT}", read_year),
)
PATTERNS = tuple(
    (re.compile(text, 0 if "<month>" in text else re.IGNORECASE), resolve)
    for text, resolve in _TABLE
)
