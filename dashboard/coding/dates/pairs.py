"""Two dates of a sentence that make one: "Monday, 4 August", "from mid-June until July"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import DateExpression, Interval, precision_of
from dashboard.model import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
TO = re.compile(r",?\s+(?:to|until|till|through|and)\s+(?:the\s+)?", re.IGNORECASE)
# "As of 24 March, 46 people had been killed": a count, and when it was taken.
AS_OF = re.compile(r"\bas\s+(?:of|at)\s+(?:the\s+)?\Z", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
# "Monday, 4 August", and "Friday prayers on 21 March", which are held on any Friday.
APPOSED = re.compile(
    r",?\s*(?:the\s+|a\s+)?\(?|\s+(?:prayers?|mass|services?|sermon|worship)\s+(?:on|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def without_apposed(found: list[DateExpression], text: str) -> Iterator[DateExpression]:
    """Yield the expressions, "Monday" and "4 August" of "Monday, 4 August" as one."""
    for at, expression in enumerate(found):
        beside = found[at + 1] if at + 1 < len(found) else None
        if beside is not None and _is_weekday_of(expression, beside, text):
            found[at + 1] = replace(beside, start=expression.start, relation=expression.relation)
            continue
        yield expression


def joined(found: list[DateExpression], text: str) -> Iterator[DateExpression]:
    """Yield the expressions, "from mid-June until the end of July" as one."""
    skipped = False
    for one, other in pairwise((*found, None)):
        if one is not None and not skipped:
            both = _from_to(one, other, text) if other is not None else None
            skipped = both is not None
            yield both or one
        else:
            skipped = False


def up_to_now(found: Iterable[DateExpression], text: str) -> Iterator[DateExpression]:
    """Yield the expressions, "as of 24 March ... have died since 4 March" as the days between."""
    dates = list(found)
    counts = PERFECT.search(text) is not None
    now = next((d for d in dates if counts and AS_OF.search(text, 0, d.start)), None)
    since = next((d for d in dates if d.relation == "since" and d.named is not None), None)
    for each in dates:
        if now is None or now.interval.end is None or each not in (now, since):
            yield each
        elif since is None:
            yield replace(each, interval=replace(each.interval, start=None), relation="until")
        elif each is since and each.interval.start and each.interval.start <= now.interval.end:
            yield replace(each, interval=replace(each.interval, end=now.interval.end))


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
