"""Dates counted from what was told before: "two days later", "the same night", "since then"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dashboard.coding.dates.forms import within_calendar
from dashboard.coding.dates.hours import HOURS, on_day_of
from dashboard.coding.dates.intervals import (
    DAYS_OF_A_WEEK,
    LONGEST_MONTH,
    DateExpression,
    Interval,
)
from dashboard.coding.dates.moving import VAGUE, days_on, ends, moved, open_ended
from dashboard.coding.dates.reckoning import (
    HOURS_OF_A_DAY,
    SATURDAY,
    UNIT_DAYS,
    UNIT_MONTHS,
    month_of,
    months_on,
    unit_of,
    week_of,
)
from dashboard.coding.dates.that_month import OF_THAT_MONTH
from dashboard.coding.dates.words import MONTH, NUMBERS, month_number, read_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

BACK = frozenset({"before", "earlier", "previous", "preceding", "before that"})
WORDS_BEFORE_NOUN = 4
FEW_DAYS = 3
"""Of a longer time "that morning" is none."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a text has dated before a sentence, from which the sentence may count on."""

    last: Interval | None = None
    """When the event was that is told last."""
    scene: Interval | None = None
    """When the story in hand was, if the text says the year; days without one are of it."""
    is_sure: bool = True
    """Whether the sentence goes on with that story; else a day that is news needs no year."""
    is_earlier: bool = False
    """Whether the sentence goes back behind the story: "rebels had taken it in May"."""
    year: Interval | None = None
    """The year that was named last: "in March of that year"."""
    period: Interval | None = None
    """What the report or its part covers: "during the month"."""
    hour: str | None = None
    """Whether the event told last was "early" or "late" in its day."""
    events: Mapping[str, Interval] = field(default_factory=dict)
    """When the events were that a noun names ("ambush"), the last of each told."""


NOTHING_TOLD = Told()


def find_anchored(text: str, told: Told, published: date | None) -> Iterator[DateExpression]:
    """Yield the expressions of a sentence that count from what was told before."""
    yield from _after_events(text, told, published)
    if told.period is not None:
        spans = (match.span() for match in IN_PERIOD.finditer(text))
        yield from (DateExpression(*span, told.period, names_year=True) for span in spans)
    yield from _overnight(text, told)
    month_or_year = told.last or told.year
    if month_or_year is None:
        return
    for table, anchor in (
        (OF_THAT_MONTH, month_or_year),
        (MONTH_TABLE, month_or_year),
        (TABLE, told.last),
    ):
        for match, read in ((m, read) for pattern, read in table for m in pattern.finditer(text)):
            is_of_years = (match.groupdict().get("unit") or "").lower().startswith("year")
            is_of_report = told.period is not None and "nth_day" in match.groupdict()
            base = None if is_of_report else anchor or (month_or_year if is_of_years else None)
            if base is None or base.start is None or base.end is None:
                continue
            found = within_calendar(read, match, base, published)
            if found is not None:
                found = _on_its_day(found, match, told)
                yield DateExpression(match.start(), match.end(), found, names_year=True)


def _overnight(text: str, told: Told) -> Iterator[DateExpression]:
    """Yield the "overnight" of "Kolun had fallen overnight": the night before the day told last."""
    last = told.last
    if not told.is_earlier or last is None or last.start is None or last.start != last.end:
        return
    night = Interval(last.start - timedelta(days=1), last.end)
    for match in OVERNIGHT.finditer(text):
        yield DateExpression(match.start(), match.end(), night, names_year=True)


def _after_events(text: str, told: Told, published: date | None) -> Iterator[DateExpression]:
    """Yield "two days after the ambush", where an ambush was told."""
    for match in AFTER_EVENT.finditer(text) if told.events else ():
        event = _event_named(text[match.end() :], told)
        if event is not None:
            interval, end = event
            moved = within_calendar(_moved, interval, match, published)
            if moved is not None:
                yield DateExpression(match.start(), match.end() + end, moved, names_year=True)


def _on_its_day(found: Interval, match: re.Match[str], told: Told) -> Interval:
    """Return the day told last for "hours later", but not where that was late in its day."""
    if told.last is None or not (match.groupdict().get("unit") or "").lower().startswith("hour"):
        return found
    is_back = (match.groupdict().get("way") or "").lower() in BACK
    return on_day_of(told.last, found, match, hour=told.hour, is_back=is_back)


def _read_that_month(match: re.Match[str], last: Interval, _published: date | None) -> Interval:
    """Read "that October", "the following March": the first such month from then on."""
    start, end = ends(last)
    month = month_number(match["month"])
    is_next = match["way"] is not None
    year = end.year + (month <= end.month) if is_next else start.year
    return month_of(date(year, month, 1))


def _event_named(words: str, told: Told) -> tuple[Interval, int] | None:
    """Return when the event was that the next words name, and where its noun ends."""
    for at, match in enumerate(re.finditer(r"[A-Za-z-]+", words)):
        word = match.group().lower()
        interval = told.events.get(word) or told.events.get(word.removesuffix("s"))
        if interval is not None:
            return interval, match.end()
        if at == WORDS_BEFORE_NOUN - 1:
            break
    return None


def _read_later(match: re.Match[str], last: Interval, published: date | None) -> Interval | None:
    return _moved(last, match, published)


def _moved(anchor: Interval, match: re.Match[str], published: date | None) -> Interval | None:
    is_back = (match["way"] or "").lower() in BACK
    return moved(anchor, match, published, is_back=is_back)


def _read_beside(match: re.Match[str], last: Interval, _published: date | None) -> Interval | None:
    """Read "the following morning", "the week before", "the previous weekend"."""
    unit = match["unit"].lower()
    sign = -1 if match["way"].lower() in BACK else 1
    start, _ = ends(last)
    if unit in UNIT_MONTHS:
        return unit_of(unit, months_on(start.replace(day=1), sign * UNIT_MONTHS[unit]))
    if unit in {"week", "weekend"}:
        monday, sunday = ends(week_of(start + timedelta(days=sign * DAYS_OF_A_WEEK)))
        return Interval(monday + timedelta(days=SATURDAY if unit == "weekend" else 0), sunday)
    return days_on(last, sign)


def _read_same(match: re.Match[str], last: Interval, _published: date | None) -> Interval | None:
    """Read "on the same day", "that month", "later that year"."""
    unit = (match["unit"] or match["unit2"]).lower()
    start, end = ends(last)
    is_short = unit == "week" and (end - start).days < DAYS_OF_A_WEEK
    if unit in UNIT_MONTHS or is_short:
        return unit_of(unit, start)
    longest = LONGEST_MONTH if unit in {"week", "weekend"} else FEW_DAYS
    return last if (end - start).days <= longest else None


def _read_part_of_month(match: re.Match[str], last: Interval, _published: date | None) -> Interval:
    """Read "at the end of that month", "early that month": a third of it, as of any month."""
    return month_of(ends(last)[0], match.groupdict().get("part") or "late")


def _read_since_then(_match: re.Match[str], last: Interval, published: date | None) -> Interval:
    return Interval(last.start, published, last.is_about)


def _read_span(match: re.Match[str], last: Interval, published: date | None) -> Interval | None:
    """Read "over the next five days", "in the weeks that followed", "five months of fighting"."""
    unit, count = match["unit"].lower().removesuffix("s"), match.groupdict().get("count")
    if count is None or VAGUE.search(count):
        return open_ended(last, 1, published)
    start, end = ends(last)
    steps = read_count(count)
    if unit in UNIT_MONTHS:
        return Interval(start, months_on(end, steps * UNIT_MONTHS[unit]), is_about=True)
    days = steps * UNIT_DAYS[unit] if unit in UNIT_DAYS else -(-steps // HOURS_OF_A_DAY)
    return Interval(start, end + timedelta(days=days))


_COUNT = rf"(?P<count>{NUMBERS}|an?|a couple of|a dozen)"
_VAGUE = r"(?:a few|few|several|some|many|a number of)"
_UNIT = r"(?P<unit>(?:minute|hour|day|night|week|month|year|decade)s?)"
_PART = r"(?:day|night|morning|afternoon|evening)"
_BESIDE = rf"(?P<unit>{_PART}|weekend|week|month|year)"
_MANY = rf"(?:(?:{_COUNT}|{_VAGUE})\s+)?"
# "One year and eleven months after": what is counted in two units is not read.
_ALONE = "".join(
    rf"(?<!{unit}{end} and )" for unit in ("year", "month", "week") for end in ("", "s")
)
COUNTED = (
    rf"{_ALONE}(?:{_COUNT}\s+|{_VAGUE}\s+|the\s+)?"
    rf"(?P<unit>(?:minute|hour|{_PART}|week|month|year)s?)"
)
AFTER_EVENT = re.compile(
    rf"\b{COUNTED}\s+"
    r"(?P<way>after|before|following)\s+(?=(?:the|his|her|their|its|this|that)\s)",
    re.IGNORECASE,
)
_TABLE: tuple[
    tuple[str, Callable[[re.Match[str], Interval, date | None], Interval | None]], ...
] = (
    (
        (
            rf"\b{_MANY}{_UNIT}\s+(?P<way>later|afterwards?|after\s+that|earlier|before\s+that"
            r"|before\b(?!\s+(?!(?:had|was|were)\b)[A-Za-z])|on(?=,))"
        ),
        _read_later,
    ),
    (
        (
            # "Next week" without "the" is that after the report.
            r"(?<!of )(?<!of the )\b(?:the\s+)?(?P<way>(?:(?<=the )|(?<=The )|(?!next\s+(?:week"
            r"|month|year)))next|following|previous|preceding)\s+"
            rf"{_BESIDE}\b(?!\s+of)"
        ),
        _read_beside,
    ),
    (rf"\bthe\s+{_BESIDE}\s+(?P<way>before|after)\b(?=\s*(?:[,.;]|$))", _read_beside),
    (
        (
            rf"\b(?<!of )(?:on\s+|in\s+|later\s+|earlier\s+)*(?:the|that)\s+(?:very\s+)?same\s+"
            rf"{_BESIDE}\b|\b(?<!of )(?:on\s+|later\s+|earlier\s+)*that\s+"
            rf"(?P<unit2>{_PART}|weekend|week|month|year)\b"
        ),
        _read_same,
    ),
    *HOURS,
    (r"\b(?:at|by|towards?|near)\s+the\s+end\s+of\s+that\s+month\b", _read_part_of_month),
    (
        (
            r"\b(?P<part>early|late|mid|the\s+(?:first|last)\s+days\s+of)[\s-]+(?:in\s+)?that\s+"
            r"(?:same\s+)?month\b"
        ),
        _read_part_of_month,
    ),
    (rf"\b(?:later|earlier|late|early)\s+in\s+the\s+(?P<unit>{_PART})(?P<unit2>)\b", _read_same),
    (rf"\b(?:in|during|from)\s+the\s+(?P<unit>{_PART})['’]s\b(?P<unit2>)", _read_same),
    (r"\bwithin\s+(?P<unit>hour|minute)s\b(?P<unit2>)", _read_same),
    (r"\bsince\s+then\b|\bever\s+since\b", _read_since_then),
    (
        (
            rf"\b(?:over|in|during|within|for)\s+the\s+(?:next|following|ensuing|subsequent)\s+{_MANY}"
            r"(?P<unit>hours|days|weeks|months|years)\b"
        ),
        _read_span,
    ),
    (
        (
            r"\b(?:in|over|during)\s+the\s+(?P<unit>hours|days|weeks|months|years)\s+"
            r"(?:that\s+followed|which\s+followed|afterwards?|thereafter)\b"
        ),
        _read_span,
    ),
    (
        rf"\bwithin\s+{_COUNT}\s+{_UNIT}\b(?!\s+(?:of|after|before|from|walk|drive|s\b))",
        _read_span,
    ),
    (
        rf"\b{_COUNT}[\s-]+{_UNIT}(?=\s+of\s+(?:[\w-]+\s+){{1,4}}(?:followed|ensued)\b)",
        _read_span,
    ),
)
TABLE = tuple((re.compile(text, re.IGNORECASE), read) for text, read in _TABLE)
MONTH_TABLE = (
    (
        re.compile(rf"\b(?:that|the\s+same|the\s+(?P<way>following|next))\s+{MONTH}(?!\s+\d)\b"),
        _read_that_month,
    ),
)
OVERNIGHT = re.compile(r"\bovernight\b(?! (?:into|to|on|from)\b)", re.IGNORECASE)
IN_PERIOD = re.compile(
    r"\b(?:(?:during|in|over|within|throughout|for)\s+)?(?:the|this)\s+(?:whole\s+)?"
    r"(?:reporting\s+period|period\s+(?:under\s+review|covered))\b"
    r"|\b(?:during|in|over|within|throughout)\s+(?:the|this)\s+(?:period|month|week)\b(?!\s+(?:of|from|that|before|after|since|to))"
    r"|\ball\s+(?:week|month)\b",
    re.IGNORECASE,
)
