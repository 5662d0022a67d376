"""When an event was that two mentions tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import Interval, as_when

if TYPE_CHECKING:
    from dashboard.coding.drafts import Draft
    from dashboard.model import When


def join_times(event: Draft, draft: Draft, *, lasts: bool) -> When:
    """Return when an event was, of which a mention tells again; all the days of what lasts."""
    if lasts:
        return as_when(Interval(event.when.start, draft.when.end), event.when.span)
    is_of_many = draft.is_plural and not draft.is_verb and not event.is_plural
    if is_of_many and (event.when.start is not None or draft.when.start == draft.when.end):
        return event.when  # "the rallies began on 2 May" does not date the rally of today
    return _finer_time(event.when, draft.when)


def _finer_time(one: When, other: When) -> When:
    if one.start is None or one.end is None:
        return other if other.start is not None else one
    if other.start is None or other.end is None:
        return one
    return other if other.end - other.start < one.end - one.start else one
