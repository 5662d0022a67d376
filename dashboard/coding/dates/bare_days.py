"""Days without a month where a sentence has named one: "the war of last July ... on the 28th"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import DateExpression, Interval
from dashboard.coding.dates.reckoning import month_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEADING = 4
"""Characters before it, as in "On "."""
BARE_DAY = re.compile(r"(?:(?:on|of)\s+)?the\s+(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)


def in_months_named(found: Sequence[DateExpression], text: str) -> Iterator[DateExpression]:
    """Yield the expressions of a sentence in order, bare days in the whole month named before."""
    month: Interval | None = None
    for each in found:
        match = BARE_DAY.fullmatch(text[each.start : each.end])
        day = _day_of(month, int(match.group(1))) if match and month else None
        yield replace(each, interval=day) if day else each
        if not match:
            month = each.interval if _is_month(each, text) else None


def _day_of(month: Interval, number: int) -> Interval | None:
    first = month.start
    if first is None or number > month_length(first.year, first.month):
        return None
    return Interval(first.replace(day=number), first.replace(day=number))


def _is_month(each: DateExpression, text: str) -> bool:
    """Whether it sets the time of its sentence: "In July ...", "last July", not "lost in May"."""
    leads = each.start < LEADING or "last " in text[each.start : each.end].lower()
    start, end = each.interval.start, each.interval.end
    if not leads or each.relation != "in" or start is None or end is None or start.day != 1:
        return False
    is_one = (start.year, start.month) == (end.year, end.month)
    return is_one and end.day == month_length(end.year, end.month)
