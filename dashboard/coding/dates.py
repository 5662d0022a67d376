"""Date expressions of a sentence, resolved against the day the document was published."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import dateparser

from dashboard.coding.intervals import DAYS_OF_A_WEEK, LONGEST_MONTH, Interval
from dashboard.coding.quantities import read_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
MONTH_NUMBERS = {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name}
WEEKDAY_NUMBERS = {name: i for i, name in enumerate(calendar.day_name)}
UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}
DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


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
        day = anchor + timedelta(days=days * (_count(match["count"]) if match["count"] else 1))
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


def _parse_day(words: str, published: date | None) -> date | None:
    """Return a written day; a day without a year is the last such day before publication."""
    base = datetime.combine(published or date(2000, 1, 1), datetime.min.time())
    parsed = dateparser.parse(
        words.replace(".", "") if not words[0].isdigit() else words,
        languages=["en"],
        settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"},
    )
    return parsed.date() if parsed else None


def _full_day(match: re.Match[str], published: date | None) -> Interval | None:
    day = _parse_day(match.group(), published)
    return Interval(day, day) if day else None


def _short_year_day(match: re.Match[str], _published: date | None) -> Interval | None:
    year = 1900 + int(match["short"]) if int(match["short"]) > 30 else 2000 + int(match["short"])
    return _calendar_day(year, _month_number(match["month"]), int(match["day"]))


def _day_of_month(match: re.Match[str], published: date | None) -> Interval | None:
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


def _day_range(match: re.Match[str], published: date | None) -> Interval | None:
    first = _day_of_month(match, published) if not match["year"] else None
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


def _month(match: re.Match[str], published: date | None) -> Interval | None:
    number = _month_number(match["month"])
    is_bare = not (match["part"] or match["year"] or match.groupdict().get("lead"))
    if is_bare and match["month"] in {"May", "March", "Mar"}:
        return None
    if match["year"]:
        year = int(match["year"])
    elif published is None:
        return None
    else:
        year = published.year if number <= published.month else published.year - 1
    return _part_of_month(year, number, match["part"])


def _part_of_month(year: int, month: int, part: str | None) -> Interval:
    first, last = MONTH_PARTS.get(_part(part), (1, LONGEST_MONTH))
    last = min(last, calendar.monthrange(year, month)[1])
    words = f"{_part(part)} {calendar.month_name[month]} {year}" if part else None
    return Interval(date(year, month, first), date(year, month, last), part is not None, words)


def _year(match: re.Match[str], _published: date | None) -> Interval:
    year, part = int(match["year"]), _part(match["part"])
    first, last = YEAR_PARTS.get(part, (1, 12))
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Interval(date(year, first, 1), end, bool(part), f"{part} {year}" if part else None)


def _years(match: re.Match[str], _published: date | None) -> Interval | None:
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else int(match["first"][:2] + last)
    return Interval(date(first, 1, 1), date(end, 12, 31)) if end >= first else None


def _decade(match: re.Match[str], _published: date | None) -> Interval:
    start = int(match["decade"])
    first, last = DECADE_PARTS.get(_part(match["part"]), (0, 9))
    words = " ".join(filter(None, [_part(match["part"]), f"{start}s"]))
    if not match["decade2"]:
        return Interval(
            date(start + first, 1, 1), date(start + last, 12, 31), is_about=True, words=words
        )
    second = int(match["decade2"])
    _, last = DECADE_PARTS.get(_part(match["part2"]), (0, 9))
    words = f"{words} and {' '.join(filter(None, [_part(match['part2']), f'{second}s']))}"
    return Interval(
        date(start + first, 1, 1), date(second + last, 12, 31), is_about=True, words=words
    )


def _ago(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    unit, count = match["unit"].lower(), _count(match["count"])
    then = _steps_back(published, count, unit)
    if unit == "day":
        return Interval(then, then, is_about=bool(match["about"]))
    if unit == "week":
        return Interval(then - timedelta(days=3), then + timedelta(days=3), is_about=True)
    if unit == "month":
        return replace_words(_part_of_month(then.year, then.month, None))
    return Interval(date(then.year, 1, 1), date(then.year, 12, 31), is_about=True)


def replace_words(interval: Interval) -> Interval:
    """Return the interval marked as approximate."""
    return Interval(interval.start, interval.end, is_about=True, words=interval.words)


def _steps_back(day: date, count: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return day - timedelta(days=count * UNIT_DAYS[unit])
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _past_span(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    count = _count(match["count"]) if match["count"] else 1
    if match["unit"].lower() == "day" or count > 1 or match["unit"].lower() == "decade":
        return Interval(
            _steps_back(published, count, match["unit"].lower()), published, is_about=True
        )
    return _last_unit(match["unit"].lower(), published)


def _last_unit(unit: str, published: date) -> Interval:
    if unit == "week":
        monday = published - timedelta(days=published.weekday() + DAYS_OF_A_WEEK)
        return Interval(monday, monday + timedelta(days=6))
    if unit == "month":
        then = _steps_back(published, 1, "month")
        return _part_of_month(then.year, then.month, None)
    year = published.year - 1
    return Interval(date(year, 1, 1), date(year, 12, 31))


def _this_unit(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    unit = match["unit"].lower()
    if unit == "week":
        return Interval(published - timedelta(days=published.weekday()), published)
    if unit == "month":
        return Interval(published.replace(day=1), published)
    return Interval(date(published.year, 1, 1), published) if unit == "year" else None


def _next_unit(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    unit = match["unit"].lower()
    if unit == "week":
        monday = published + timedelta(days=DAYS_OF_A_WEEK - published.weekday())
        return Interval(monday, monday + timedelta(days=6))
    if unit == "month":
        year, month = divmod(published.year * 12 + published.month, 12)
        return _part_of_month(year, month + 1, None)
    return Interval(date(published.year + 1, 1, 1), date(published.year + 1, 12, 31))


def _recent(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    words = f"{match.group().removeprefix('in ')} before {published:%B %Y}"
    return Interval(None, published, is_about=True, words=words)


def _near_day(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    words = match.group().lower()
    back = 1 if ("yesterday" in words or words.startswith("last")) else 0
    day = published - timedelta(days=back if "tomorrow" not in words else -1)
    return Interval(day, day)


def _weekday(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    number = WEEKDAY_NUMBERS[match["weekday"].capitalize()]
    back = (published.weekday() - number) % DAYS_OF_A_WEEK
    if match["which"] and match["which"].lower() == "next":
        day = published + timedelta(days=(number - published.weekday() - 1) % DAYS_OF_A_WEEK + 1)
        return Interval(day, day)
    if match["which"] and match["which"].lower() in {"last", "this past"} and back == 0:
        back = DAYS_OF_A_WEEK
    return Interval(published - timedelta(days=back), published - timedelta(days=back))


def _month_number(name: str) -> int:
    return MONTH_NUMBERS[name[:3].lower()]


def _part(words: str | None) -> str:
    plain = {"start": "early", "beginning": "early", "middle": "mid", "end": "late"}
    return next((v for k, v in plain.items() if words and k in words), (words or "").lower())


def _count(words: str) -> int:
    return {"a couple of": 2, "a dozen": 12}.get(words.lower()) or read_number(words)


LATER = re.compile(
    rf"\b(?:{COUNT}\s+{UNIT}\s+later|the\s+(?:next|following)\s+(?P<unit2>day|week))\b",
    re.IGNORECASE,
)
_YEARS = r"(?:1[5-9]|20)\d\d"
_DECADE = r"(?:(?P<part{n}>early|mid|late)[\s-]+)?(?P<decade{n}>(?:1[5-9]|20)\d0)s"
_LEAD = r"(?:(?P<lead>(?i:in|since|last|during|until|by))\s+)?"
_NO_COUNT = r"(?!\s*(?:people|soldiers|troops|men|civilians))"
_TABLE: tuple[tuple[str, Callable[[re.Match[str], date | None], Interval | None]], ...] = (
    (rf"\b{DAY}\s*(?:-|–|to)\s*(?P<last>\d{{1,2}})\s+{MONTH}(?:,?\s+{YEAR})?", _day_range),
    (rf"\b{MONTH}\s+{DAY}\s*(?:-|–|to)\s*(?P<last>\d{{1,2}})\b(?:,?\s+{YEAR})?", _day_range),
    (rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", _full_day),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", _full_day),
    (r"\b(?:19|20)\d\d-\d\d-\d\d\b", _full_day),
    (r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b", _full_day),
    (rf"\b{DAY}\s+{MONTH}\s+(?P<short>\d\d)\b", _short_year_day),
    (rf"\b{MONTH}\s+{DAY}\b{_NO_COUNT}", _day_of_month),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?!\w)", _day_of_month),
    (
        rf"\b(?:from|between)\s+(?P<first>{_YEARS})\s+(?:to|until|and)\s+(?P<last>{_YEARS})\b",
        _years,
    ),
    (rf"\b(?P<first>{_YEARS})\s*[-–]\s*(?P<last>{_YEARS}|\d\d)\b(?!-)", _years),
    (
        rf"\b(?:the\s+)?{_DECADE.format(n='')}(?:\s+(?:and|to|or)\s+(?:the\s+)?{_DECADE.format(n=2)})?",
        _decade,
    ),
    (rf"\b(?:{PART}[\s-]+)?{MONTH},?\s+(?:of\s+)?{YEAR}\b", _month),
    (rf"\b{ABOUT}{COUNT}\s+{UNIT}\s+(?:ago|earlier)\b", _ago),
    (
        rf"\b(?:over|during|in|for|within)\s+the\s+(?:last|past)\s+(?:{COUNT}\s+)?{UNIT}\b",
        _past_span,
    ),
    (r"\b(?:last|previous)\s+(?P<count>)(?P<unit>week|month|year)\b", _past_span),
    (r"\b(?:this|current)\s+(?P<unit>week|month|year)\b", _this_unit),
    (r"\b(?:next|coming)\s+(?P<unit>week|month|year)\b", _next_unit),
    (r"\bin\s+recent\s+(?:days|weeks|months|years|decades)\b", _recent),
    (
        r"\b(?:yesterday|last night|today|tonight|tomorrow|this (?:morning|afternoon|evening))\b",
        _near_day,
    ),
    (rf"\b(?:(?P<which>last|next|this past|this)\s+)?{WEEKDAY}\b", _weekday),
    (rf"\b{_LEAD}(?:{PART}[\s-]+)?{MONTH}(?P<year>)(?!\w)(?!\s+\d)", _month),
    (rf"\b(?:{PART}[\s-]+)?(?<![\d,.$/-]){YEAR}\b(?!-){_NO_COUNT}", _year),
)
PATTERNS = tuple(
    (re.compile(text, 0 if "<month>" in text else re.IGNORECASE), resolve)
    for text, resolve in _TABLE
)
