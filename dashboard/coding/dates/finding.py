"""Date expressions of a sentence, resolved against the day the document was published."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.dates import counted, days, months, spans, years
from dashboard.coding.dates.anchored import NOTHING_TOLD, find_anchored
from dashboard.coding.dates.forms import within_calendar
from dashboard.coding.dates.intervals import (
    DAYS_OF_A_WEEK,
    LONGEST_MONTH,
    DateExpression,
    Interval,
    precision_of,
)
from dashboard.coding.dates.reckoning import MONTHS_OF_A_YEAR, month_length, months_on
from dashboard.coding.dates.words import NUMBERS, PART, YEARS, month_number
from dashboard.model import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dashboard.coding.dates.anchored import Told
    from dashboard.coding.dates.forms import Form

FORMS: tuple[Form, ...] = (
    *spans.FORMS,
    *days.FORMS,
    *months.FORMS,
    *years.FORMS,
    *counted.FORMS,
)
YEAR_DAYS = 365
YEAR_ALONE = re.compile(rf"(?:{PART}[\s-]+)?{YEARS}", re.IGNORECASE)
HAS_YEAR = re.compile(rf"\b{YEARS}\b")
# "The March 23 Movement", "the 19 April Brigade", "6 October Bridge": names, not days.
NAMED_AFTER = re.compile(
    r"\s+(?:(?:Youth|Popular|Revolutionary|Islamic|Armed|National)\s+)?(?:Movements?|Brigades?"
    r"|Front|Army|Revolution|Organi[sz]ation|Group|Battalion|Division|Coalition|Alliance|Accords?"
    r"|Square|Street|Avenue|Boulevard|Bridge|Stadium|Hospital|University|Camp|Prison)\b"
)
NAMED_IN_LOWER_CASE = re.compile(r"\s+(?:movement|revolution|brigade|organi[sz]ation)\b")
BEFORE_MAY = re.compile(r"\b(?:on|of|since|until|from|by|to|and|between|the|before|after)\s+$")
AFTER_MAY = re.compile(r"\s*(?:[,.;:)]|$|(?:19|20)\d\d)")
RELATION = re.compile(r"\b(since|until|before|after|by)\s+(?:the\s+)?$", re.IGNORECASE)
OF_THAT_YEAR = re.compile(r",?\s+(?:of|in)\s+(?:that|the same|the following)\s+year\b")
SAME_DAY = re.compile(
    r"\b(?:the|that)\s+(?:very\s+)?same\s+(?:day|night|evening)\b"
    r"|\bthe\s+(?:day|night|evening|week)\s+before\b(?=\s*(?:[,.;]|$))",
    re.IGNORECASE,
)
# "They took it on 8 May; two days later they left", "and left a day later".
LATER_HERE = re.compile(
    r"(?:;|,? (?:and|but|then))\s[^;]*?(?P<later>\b(?:the\s+(?:next|following)\s+"
    rf"(?:day|night|morning|afternoon|evening|week)\b"
    r"|the\s+(?:day|night|morning)\s+after(?=[,.;]|$)"
    rf"|(?:{NUMBERS}|an?)\s+(?:day|night|week|month)s?\s+(?:later|after(?:wards?)?\b(?!\s+\w))))",
    re.IGNORECASE,
)
THAT_MONTH = re.compile(r"\bthe\s+end\s+of\s+that\s+month\b", re.IGNORECASE)
TOLD_OF = re.compile(r"\b(?:said|says|say|announced|reported|told|that|had)\b", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
TO = re.compile(r",?\s+(?:to|until|till|through|and)\s+(?:the\s+)?", re.IGNORECASE)
# "Monday, 4 August", and "Friday prayers on 21 March", which are held on any Friday.
APPOSED = re.compile(
    r",?\s*(?:the\s+|a\s+)?\(?|\s+(?:prayers?|mass|services?|sermon|worship)\s+(?:on|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def find_dates(
    text: str, published: date | None, *, told: Told = NOTHING_TOLD
) -> tuple[DateExpression, ...]:
    """
    Return the date expressions of a sentence.

    `told` is what was dated before, for "a day later" and for days of a year named before.
    """
    found = list(find_anchored(text, _with_day_before(text, told, published), published))
    named: list[DateExpression] = []
    for form, match in _longest_first(text):
        if any(f.start < match.end() and match.start() < f.end for f in found):
            continue
        base = _day_to_count_from(match, published, told, named)
        interval = within_calendar(form.read, match, base)
        if interval is not None:
            is_known = _names_year(match) or base != published
            expression = _related(text, match, interval, published)
            found.append(replace(expression, names_year=is_known))
            named += [found[-1]] if _sets_year(match, text) else []
    plain = list(_without_apposed(sorted(found, key=lambda f: f.start), text))
    return tuple(_joined(plain, text))


def _longest_first(text: str) -> list[tuple[Form, re.Match[str]]]:
    """Return what may be a date, first what names its year; what is longer says more."""
    matches = ((form, match) for form in FORMS for match in form.pattern.finditer(text))
    dates = (found for found in matches if _is_date(found[1], text))
    return sorted(dates, key=lambda f: (not _names_year(f[1]), f[1].start() - f[1].end()))


def _with_day_before(text: str, told: Told, published: date | None) -> Told:
    """Return what was told, the day named first for "on 18 May, the same day the mayor died".

    "Rescuers said on Sunday that jets had bombed it the night before": before that Sunday.
    """
    same = SAME_DAY.search(text)
    before = find_dates(text[: same.start()], published) if same else ()
    later = _day_counted_on(text, told, published)
    days = [d.interval for d in before if _is_one_day(d)] or ([later] if later else [])
    return replace(told, last=days[-1]) if days else told


def _is_one_day(found: DateExpression) -> bool:
    return found.interval.start is not None and found.interval.start == found.interval.end


def _day_counted_on(text: str, told: Told, published: date | None) -> Interval | None:
    """Return the day of the first half of "seized it on 8 May; two days later they left"."""
    is_month = THAT_MONTH.search(text) is not None
    match = THAT_MONTH.search(text) or LATER_HERE.search(text)
    if match is None:
        return None
    before = find_dates(text[: match.start()], published, told=told)
    days = [d for d in before if _is_one_day(d) or is_month]
    is_of_report = days and TOLD_OF.search(text, 0, match.start()) is not None
    return days[-1].interval if days and not is_of_report else None


def _is_date(match: re.Match[str], text: str) -> bool:
    """Whether the words date something: "may" is a month only as such, and names are names."""
    after = text[match.end() :]
    if NAMED_AFTER.match(after) or NAMED_IN_LOWER_CASE.match(after):
        return False
    names = [match.groupdict().get(group) for group in ("month", "month2")]
    if all(name is None or name[0].isupper() for name in names):
        return True
    is_numbered = any(match.groupdict().get(group) for group in ("day", "last"))
    is_clear = bool(BEFORE_MAY.search(text[: match.start()]) or AFTER_MAY.match(after))
    return is_numbered and is_clear


def _names_year(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    has_year = any(groups.get(g) for g in ("year", "short", "year2", "first", "decade"))
    return has_year or HAS_YEAR.search(match.group()) is not None


def _sets_year(match: re.Match[str], text: str) -> bool:
    """Whether days told next are of its year: "in 2009" alone only if it leads the sentence."""
    is_alone = YEAR_ALONE.fullmatch(match.group()) is not None
    return _names_year(match) and (not is_alone or leads(text, match.start()))


def leads(text: str, start: int) -> bool:
    """Whether nothing but "In" stands before some words of a sentence."""
    return not text[:start].strip(" In(")


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
    if "month" not in groups or _names_year(match) or groups.get("which"):
        return published
    before = [y for y in years if y.end <= match.start()]
    scene = before[-1].interval if before else told.scene
    is_said = OF_THAT_YEAR.match(match.string[match.end() :]) is not None
    if is_said and scene is None:
        scene = told.year
    if scene is None or scene.start is None or scene.end is None:
        return published
    if is_said:
        return scene.start.replace(month=12, day=31)
    is_news = (before or not told.is_sure) and _is_fresh(match, published)
    if is_news or (scene.end - scene.start).days > YEAR_DAYS + 1:
        return published
    if told.is_earlier:
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


def _without_apposed(found: list[DateExpression], text: str) -> Iterator[DateExpression]:
    """Yield the expressions, "Monday" and "4 August" of "Monday, 4 August" as one."""
    for at, expression in enumerate(found):
        beside = found[at + 1] if at + 1 < len(found) else None
        if beside is not None and _is_weekday_of(expression, beside, text):
            found[at + 1] = replace(beside, start=expression.start, relation=expression.relation)
            continue
        yield expression


def _joined(found: list[DateExpression], text: str) -> Iterator[DateExpression]:
    """Yield the expressions, "from mid-June until the end of July" as one."""
    skipped = False
    for one, other in pairwise((*found, None)):
        if one is not None and not skipped:
            both = _from_to(one, other, text) if other is not None else None
            skipped = both is not None
            yield both or one
        else:
            skipped = False


def _from_to(one: DateExpression, other: DateExpression, text: str) -> DateExpression | None:
    """Return what lies from one date to another, if the words say so."""
    lead = FROM.search(text[: one.start])
    to = TO.fullmatch(text[one.end : other.start])
    is_until = other.relation == "until" and not text[one.end : other.start].strip()
    first, last = one.named or one.interval, other.named or other.interval
    if lead is None or not (to or is_until) or first.start is None or last.end is None:
        return None
    if first.start > last.end:
        return None
    interval = Interval(first.start, last.end, first.is_about or last.is_about)
    return DateExpression(lead.start(), other.end, interval, names_year=one.names_year)


def _is_weekday_of(day: DateExpression, other: DateExpression, text: str) -> bool:
    if not re.search(r"day(?: \w+)?$", text[day.start : day.end], re.IGNORECASE):
        return False
    between = APPOSED.fullmatch(text[day.end : other.start])
    is_day = precision_of(other.interval.start, other.interval.end) is DatePrecision.DAY
    return between is not None and is_day and bool(re.search(r"\d", text[other.start : other.end]))


def shift_ahead(expression: DateExpression, words: str, published: date | None) -> Interval:
    """Return the interval of a planned event: "in February" is then the next February."""
    interval = expression.interval
    start, end = interval.start, interval.end
    if published is None or end is None or end >= published or expression.names_year:
        return interval
    if re.search(r"\b(?:last|ago|past|yesterday)\b", words):
        return interval
    is_weekday = re.search(r"day\b", words) and not re.search(r"\d", words)
    is_number = re.fullmatch(r"on\s+the\s+\d+\w\w", words, re.IGNORECASE)
    move = _week_on if is_weekday else _month_on if is_number else _year_on
    return Interval(move(start) if start else None, move(end), interval.is_about)


def _week_on(day: date) -> date:
    return day + timedelta(days=DAYS_OF_A_WEEK)


def _month_on(day: date) -> date:
    return months_on(day, 1)


def _year_on(day: date) -> date:
    year_on = months_on(day, MONTHS_OF_A_YEAR)
    is_end = day.day == month_length(day.year, day.month)
    return year_on.replace(day=month_length(year_on.year, year_on.month)) if is_end else year_on


def _related(
    text: str, match: re.Match[str], interval: Interval, published: date | None
) -> DateExpression:
    before, named = RELATION.search(text[: match.start()]), interval
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
