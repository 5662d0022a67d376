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
from dashboard.coding.date_spans import (
    read_days_of_two_months,
    read_half_of_year,
    read_hours,
    read_month_range,
    read_overnight,
    read_season,
    read_slashed,
    read_week_of_month,
    read_weekday_pair,
    read_weekend,
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
MONTH2 = rf"(?P<month2>{MONTH_NAMES})"
TO = r"(?:-|–|to|and|until|through)"
WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY = rf"(?P<weekday>{WEEKDAYS})"
HOURS = r"(?P<count>\d+|an?|a few|few|several|two|three|four|five|six|eight|ten|twelve)"
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
    found = list(_find_from_anchor(text, anchor))
    for pattern, resolve in PATTERNS:
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            interval = resolve(match, published)
            if interval is not None:
                found.append(_related(text, match, interval, published))
    return tuple(sorted(found, key=lambda f: f.start))


def _find_from_anchor(text: str, anchor: date | None) -> Iterator[DateExpression]:
    """Yield what is counted from the event told before: "a day later", "that same night"."""
    for match in LATER.finditer(text) if anchor is not None else ():
        assert anchor is not None
        unit, sign = match["unit"] or match["unit2"], -1 if match["before"] else 1
        steps = read_count(match["count"]) if match["count"] else 1 if unit else 0
        day = anchor + timedelta(days=sign * steps * UNIT_DAYS[(unit or "day").lower()])
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
    rf"\b(?:{COUNT}\s+{UNIT}\s+(?:later|(?P<before>earlier|before\b(?!\s+[A-Za-z])))"
    r"|the\s+(?:next|following)\s+(?P<unit2>day|week)"
    r"|(?:on\s+)?(?:the|that)\s+same\s+(?:day|night|evening|morning|afternoon)"
    r"|(?:on\s+)?that\s+(?:day|night|evening|afternoon))\b",
    re.IGNORECASE,
)
_YEARS = r"(?:1[5-9]|20)\d\d"
_DECADE = r"(?:(?P<part{n}>early|mid|late)[\s-]+)?(?P<decade{n}>(?:1[5-9]|20)\d0)s"
_LEAD = r"(?:(?P<lead>(?i:in|since|last|during|until|by))\s+)?"
_NO_COUNT = r"(?!\s*(?:people|soldiers|troops|men|civilians))"
_TABLE: tuple[tuple[str, Callable[[re.Match[str], date | None], Interval | None]], ...] = (
    (
        (
            rf"\b{DAY}\s+{MONTH}\s*(?:-|–|to|until|through)\s*(?P<last>\d{{1,2}})\s+{MONTH2}"
            rf"(?:,?\s+{YEAR})?"
        ),
        read_days_of_two_months,
    ),
    (
        (
            rf"\b{MONTH}\s+{DAY}\s*(?:-|–|to|until|through)\s*{MONTH2}\s+(?P<last>\d{{1,2}})"
            rf"(?:,?\s+{YEAR})?"
        ),
        read_days_of_two_months,
    ),
    (rf"\b{DAY}\s*{TO}\s*(?P<last>\d{{1,2}})\s+{MONTH}(?:,?\s+{YEAR})?", read_day_range),
    (
        rf"\b{MONTH}\s+{DAY}\s*{TO}\s*(?P<last>\d{{1,2}})\b(?:,?\s+{YEAR})?{_NO_COUNT}",
        read_day_range,
    ),
    (rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", read_full_day),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", read_full_day),
    (r"\b(?:19|20)\d\d-\d\d-\d\d\b", read_full_day),
    (r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b", read_slashed),
    (r"\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b", read_full_day),
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
    (
        rf"\b(?:between|from)\s+{MONTH}\s+(?:and|to|until|through)\s+{MONTH2}(?:,?\s+{YEAR})?",
        read_month_range,
    ),
    (rf"\b(?:in|during)\s+{MONTH}\s+and\s+{MONTH2}(?:,?\s+{YEAR})?(?!\s*\d)", read_month_range),
    (
        rf"\bthe\s+(?P<which>first|second|third|fourth|last)\s+week\s+of\s+{MONTH}(?:,?\s+{YEAR})?",
        read_week_of_month,
    ),
    (rf"\bthe\s+(?P<which>first|second)\s+half\s+of\s+{YEAR}\b", read_half_of_year),
    (
        (
            rf"\b(?:(?P<which>last|this)|(?:in|during)\s+(?:the\s+)?(?:early\s+|late\s+)?)\s*"
            rf"(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?{YEAR})?\b"
        ),
        read_season,
    ),
    (rf"\b(?:{PART}[\s-]+)?{MONTH},?\s+(?:of\s+)?{YEAR}\b", read_month),
    (
        (
            rf"\b(?:in|over|during|within)\s+the\s+(?:last|past|previous)\s+"
            rf"(?:{HOURS}\s+)?(?P<unit>hour|minute)s?\b"
        ),
        read_hours,
    ),
    (rf"\b(?:just\s+)?{HOURS}\s+(?P<unit>hour|minute)s?\s+ago\b", read_hours),
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
    (
        r"\b(?:over|at|on|during|this|(?P<which>last))\s+(?:the\s+)?(?:past\s+)?weekend\b",
        read_weekend,
    ),
    (r"\bovernight\b(?!\s+(?:on|into|to|from)\s)", read_overnight),
    (
        (
            rf"\b{WEEKDAY}(?:\s+(?:night|morning|evening|afternoon))?\s+(?:and|to|until|through)\s+"
            rf"(?P<last>{WEEKDAYS})\b"
        ),
        read_weekday_pair,
    ),
    (rf"\b(?:(?P<which>last|next|this past|this)\s+)?{WEEKDAY}\b", read_weekday),
    (rf"\b{_LEAD}(?:{PART}[\s-]+)?{MONTH}(?P<year>)(?!\w)(?!\s+\d)", read_month),
    (rf"\b(?:{PART}[\s-]+)?(?<![\d,.$/-]){YEAR}\b(?!-){_NO_COUNT}", read_year),
)
PATTERNS = tuple(
    (re.compile(text, 0 if "<month>" in text else re.IGNORECASE), resolve)
    for text, resolve in _TABLE
)
