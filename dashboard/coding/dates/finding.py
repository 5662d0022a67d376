"""Date expressions of a sentence, resolved against the day the document was published."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dashboard.coding.dates.anchored import COUNTED, NOTHING_TOLD, find_anchored
from dashboard.coding.dates.bare_days import in_months_named
from dashboard.coding.dates.candidates import (
    TIME_WORD,
    find_candidates,
    leads,
    names_year,
    tells_year,
)
from dashboard.coding.dates.forms import within_calendar
from dashboard.coding.dates.intervals import (
    LONGEST_MONTH,
    DateExpression,
    Interval,
)
from dashboard.coding.dates.moving import moved
from dashboard.coding.dates.pairs import joined, up_to_now, without_apposed
from dashboard.coding.dates.reckoning import month_length
from dashboard.coding.dates.words import MONTH_NAMES, NUMBERS, PART, WEEKDAYS, YEARS, month_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from dashboard.coding.dates.anchored import Told

YEAR_DAYS = 365
SEASON = r"(?:spring|summer|autumn|fall|winter)"
YEAR_ALONE = re.compile(rf"(?:{PART}[\s-]+)?{YEARS}", re.IGNORECASE)
RELATION = re.compile(
    r"\b(since|until|before|after|by)\s+(?:the\s+)?"
    r"(?:(?:(?:start|beginning|end)\s+of\s+)?(?:Ramadan|Eid)\s+(?:of\s+|in\s+)?)?$",
    re.IGNORECASE,
)
NEAR = re.compile(r"\b(?:around|circa|approximately|on or about)\s+(?:the\s+)?$", re.IGNORECASE)
OF_THAT_YEAR = re.compile(
    r",?\s+(?:(?:of|in)\s+)?(?:that|the same)\s+year\b|,?\s+(?:of|in)\s+the following\s+year\b"
)
SAME_DAY = re.compile(
    r"\b(?:the|that)\s+(?:very\s+)?same\s+(?:day|night|evening)\b"
    r"|\bthe\s+(?:day|night|evening|week)\s+before\b(?=\s*(?:[,.;]|$))",
    re.IGNORECASE,
)
# "They took it on 8 May; two days later they left", "and left a day later".
LATER_HERE = re.compile(
    r"(?:;|,? (?:and|but|then),?)\s[^;]*?(?P<later>\b(?:the\s+(?:next|following)\s+"
    rf"(?:day|night|morning|afternoon|evening|week|month)\b"
    r"|the\s+(?:day|night|morning)\s+after(?=[,.;]|$)"
    rf"|(?:{NUMBERS}|an?)\s+(?:day|night|week|month)s?\s+(?:later|after(?:wards?)?\b(?!\s+\w))))",
    re.IGNORECASE,
)
# "In 1956, and that June", "took it on 3 May, only to lose it later that month"
THAT_TIME = re.compile(
    r"\bthe\s+end\s+of\s+that\s+month\b"
    rf"|\bthat\s+{WEEKDAYS}\b"
    rf"|(?<!\bof )\b(?:that|the\s+same)\s+(?:month|year|{SEASON}|{MONTH_NAMES})\b"
    rf"|(?<!\bof )\bthe\s+(?:following|next)\s+(?:year|{SEASON})\b"
    rf"|\b(?:{NUMBERS}|an?)\s+years?\s+(?:later|afterwards?)\b",
    re.IGNORECASE,
)
# "Police said on Sunday that ...": the day of the saying is not the one that is counted from.
TOLD_ON = re.compile(
    r"\b(?:said|says|say|announced|reported|told)(?:\s+\w+){0,2}?(?:\s+(?:on|in|late|early))*\s*$",
    re.IGNORECASE,
)
AFTER_DATED = re.compile(
    rf"\b{COUNTED}\s+(?P<way>after|before)\s+(?!yesterday|tomorrow|last\b(?!\s+\w))", re.IGNORECASE
)
OF_EVENT = re.compile(
    r"(?:(?:the|an?)\s+(?:[\w'’-]+\s+){1,6}(?:of|on|in)\s+)?(?:the\s+)?", re.IGNORECASE
)


def find_dates(
    text: str, published: date | None, *, told: Told = NOTHING_TOLD
) -> tuple[DateExpression, ...]:
    """
    Return the date expressions of a sentence.

    `told` is what was dated before, for "a day later" and for days of a year named before.
    """
    if TIME_WORD.search(text) is None:
        return ()
    counted = find_anchored(text, _with_day_before(text, told, published), published)
    found = list(_longest((*counted, *_after_what_is_dated(text, published, told))))
    named: list[DateExpression] = []
    for form, match in find_candidates(text):
        if any(f.start < match.end() and match.start() < f.end for f in found):
            continue
        base = _day_to_count_from(match, published, told, named)
        interval = within_calendar(form.read, match, base)
        if interval is not None:
            is_known = names_year(match) or base != published
            expression = _related(text, match, interval, published)
            found.append(replace(expression, names_year=is_known))
            named += [found[-1]] if _sets_year(match, text, told) else []
    # "That year" says nothing beside "6 May that year".
    found = [f for f in found if not any(o.start < f.start and f.end == o.end for o in found)]
    dated = in_months_named(sorted(found, key=lambda f: f.start), text)
    plain = list(without_apposed(list(dated), text))
    return tuple(up_to_now(joined(plain, text), text))


def _longest(found: Iterable[DateExpression]) -> Iterator[DateExpression]:
    """Yield the expressions, the longest of those that overlap."""
    kept: list[DateExpression] = []
    for expression in sorted(found, key=lambda f: f.start - f.end):
        if not any(k.start < expression.end and expression.start < k.end for k in kept):
            kept.append(expression)
            yield expression


def _after_what_is_dated(text: str, published: date | None, told: Told) -> Iterator[DateExpression]:
    """Yield "a week after the bombing of 2 March", counted from the date that is said."""
    for match in AFTER_DATED.finditer(text):
        dates = find_dates(text[match.end() :], published, told=told)
        first = dates[0] if dates else None
        if first is None or not OF_EVENT.fullmatch(text, match.end(), match.end() + first.start):
            continue
        base, is_back = first.named or first.interval, match["way"].lower() == "before"
        if base.start is not None and base.end is not None:
            counted = within_calendar(moved, base, match, published, is_back=is_back)
            if counted is not None:
                yield DateExpression(match.start(), match.end(), counted, names_year=True)


def _with_day_before(text: str, told: Told, published: date | None) -> Told:
    """Return what was told, the day named first for "on 18 May, the same day the mayor died".

    "Rescuers said on Sunday that jets had bombed it the night before": before that Sunday.
    """
    same = SAME_DAY.search(text)
    before = find_dates(text[: same.start()], published) if same else ()
    later = _day_counted_on(text, told, published)
    days = [d.interval for d in before if _is_one_day(d)] or ([later] if later else [])
    if not days and _counts_on_from_month(text, published):
        return replace(told, last=None)
    return replace(told, last=days[-1]) if days else told


def _counts_on_from_month(text: str, published: date | None) -> bool:
    """Whether it is "in August they killed five, and one the next day": of a day not told."""
    match = LATER_HERE.search(text)
    return match is not None and bool(find_dates(text[: match.start()], published))


def _is_one_day(found: DateExpression) -> bool:
    return found.interval.start is not None and found.interval.start == found.interval.end


def _day_counted_on(text: str, told: Told, published: date | None) -> Interval | None:
    """Return the day of the first half of "seized it on 8 May; two days later they left"."""
    that, later = THAT_TIME.search(text), LATER_HERE.search(text)
    match = that or later
    is_long = that is not None or (later is not None and later["later"].endswith("month"))
    before = find_dates(text[: match.start()], published, told=told) if match else ()
    days = [d for d in before if d.interval.start and d.interval.end]
    days = [d for d in days if is_long or _is_one_day(d)]
    is_of_report = days and TOLD_ON.search(text, 0, days[-1].start) is not None
    return days[-1].interval if days and not is_of_report else None


def _sets_year(match: re.Match[str], text: str, told: Told) -> bool:
    """
    Whether days told next are of its year: "in 2009" alone only if it leads the sentence.

    "Last year rebels took it in March"; and amid the tale of 2006 "the rebels of 2012" will do.
    """
    is_alone = YEAR_ALONE.fullmatch(match.group()) is not None
    if not names_year(match):
        return tells_year(match)
    is_amid = told.scene is not None and told.scene.start is not None
    return not is_alone or is_amid or leads(text, match.start())


def _day_to_count_from(
    match: re.Match[str],
    published: date | None,
    told: Told,
    years: Sequence[DateExpression],
) -> date | None:
    """
    Return the day before which a day or month without a year is looked for.

    "In 2003 rebels seized it. In July the army came back" is the July after the one told before.
    """
    groups = match.groupdict()
    if "month" not in groups or names_year(match) or groups.get("which"):
        return published
    before = [y for y in years if y.end <= match.start()]
    scene = before[-1].interval if before else told.scene
    is_said = OF_THAT_YEAR.match(match.string[match.end() :]) is not None
    if is_said and not before:
        scene = told.year or scene
    if scene is None or scene.start is None or scene.end is None:
        return published
    if is_said:
        return scene.start.replace(month=12, day=31)
    is_news = (before or not told.is_sure) and _is_fresh(match, published)
    if is_news or (scene.end - scene.start).days > YEAR_DAYS + 1:
        return published
    if told.is_earlier and not before:
        return scene.start
    year_on = scene.start + timedelta(days=YEAR_DAYS - 1)
    return min(year_on, published) if published and scene.start <= published else year_on


def _is_fresh(match: re.Match[str], published: date | None) -> bool:
    """Whether the last such day before publication is news: then it needs no year."""
    if published is None:
        return False
    number = month_number(match["month"])
    day = match.groupdict().get("day") or "28"
    year = published.year - (number > published.month)
    last = month_length(year, number)
    then = published.replace(year=year, month=number, day=min(max(int(day), 1), last))
    return 0 <= (published - then).days <= LONGEST_MONTH


def _related(
    text: str, match: re.Match[str], interval: Interval, published: date | None
) -> DateExpression:
    before, named = RELATION.search(text[: match.start()]), interval
    if NEAR.search(text[: match.start()]):
        interval = replace(interval, is_about=True)
    lead = (match.groupdict().get("lead") or "in").lower()
    relation = before.group(1).lower() if before else lead
    if relation == "since":
        interval = Interval(interval.start, published, interval.is_about)
    elif relation in {"until", "before"}:
        is_end = "end of" in match.group().lower()
        interval = Interval(None, interval.end if is_end else interval.start, interval.is_about)
    elif relation == "after":
        interval = Interval(interval.end, None, interval.is_about)
    start = before.start() if before else match.start()
    year = OF_THAT_YEAR.match(text[match.end() :])
    end = year.end() + match.end() if year else match.end()
    return DateExpression(start, end, interval, relation, named=named)
