"""The scale of the drawn timeline: even, or broken where old dates would crush the new ones."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

YEARS_ABOVE_DAYS, MONTHS_ABOVE_DAYS = 900, 50
MOST_TICKS = 7
RECENT_SHARE, CRUSHED_SHARE = 0.35, 0.15
"""The scale breaks where this share of the dates would stand on that share of it."""
EARLY_SHARE = 0.8
"""It breaks before the few late dates where so many of all stand as crowded before them."""
OLD_WIDTH = 0.38
GAP_WIDTH = 0.05
TICK_WIDTH = 0.11
"""The room of the words at a line of the grid."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the scale on which a day is everywhere as wide."""

    first: date
    last: date
    start: float
    end: float
    """Shares of the width."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """One part, or two with a break between them."""

    parts: tuple[Part, ...]

    def share_of(self, day: date) -> float:
        """Where a day stands, from 0 to 1; a day in the break stands in its middle."""
        for part in self.parts:
            if day <= part.last:
                along = max(0, (day - part.first).days) / max(1, (part.last - part.first).days)
                inside = part.start + along * (part.end - part.start)
                return (
                    inside if day >= part.first else part.start - GAP_WIDTH / 2 * (part.start > 0)
                )
        return 1.0

    @property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Where lines of the grid stand, and what they say."""
        every = [
            (self.share_of(day), words)
            for part in self.parts
            for day, words in _ticks(part, room=part.end - part.start)
        ]
        # Beside a break the first line of the next part says more than the last before it.
        after = [share for share, _ in every[1:]] + [math.inf]
        return tuple(t for t, nxt in zip(every, after, strict=True) if nxt - t[0] > TICK_WIDTH)


def make_scale(days: Sequence[date]) -> TimeScale:
    """Return the scale that suits these dates, of which there is at least one."""
    known = sorted(days)
    first, last = known[0], max(known[-1], known[0] + timedelta(days=6))
    split = _split(known)
    if split is None:
        return _make_early_scale(known) or TimeScale((Part(*_rounded(first, last), 0.0, 1.0),))
    old = [d for d in known if d < split]
    return TimeScale(
        (
            Part(*_rounded(first, old[-1]), 0.0, OLD_WIDTH),
            Part(*_rounded(split, last), OLD_WIDTH + GAP_WIDTH, 1.0),
        )
    )


def _make_early_scale(known: Sequence[date]) -> TimeScale | None:
    """Return a scale with a break before the few late dates, if they would crush all others."""
    span = (known[-1] - known[0]).days
    few = min(range(len(known)), key=lambda i: (known[i] - known[0]).days <= CRUSHED_SHARE * span)
    early, late = known[:few], known[few:]
    if span <= MONTHS_ABOVE_DAYS or len(early) < EARLY_SHARE * len(known):
        return None
    first, last = _rounded(early[0], max(early[-1], early[0] + timedelta(days=6)))
    after, end = _rounded(late[0], late[-1])
    return TimeScale(
        (
            Part(first, last, 0.0, 1 - OLD_WIDTH / 2 - GAP_WIDTH),
            Part(max(after, last + timedelta(days=1)), end, 1 - OLD_WIDTH / 2, 1.0),
        )
    )


def _split(known: Sequence[date]) -> date | None:
    """The day from which the late dates stand crowded, if they do."""
    span = (known[-1] - known[0]).days
    for i in range(1, len(known)):
        is_many = len(known) - i >= RECENT_SHARE * len(known)
        is_crushed = (known[-1] - known[i]).days < CRUSHED_SHARE * span
        has_gap = known[i].year > known[i - 1].year
        if span > YEARS_ABOVE_DAYS and is_many and is_crushed and has_gap:
            return known[i]
    return None


def _rounded(first: date, last: date) -> tuple[date, date]:
    """Whole years for a long stretch, whole months for a shorter one, else the days themselves."""
    days = (last - first).days
    if days > YEARS_ABOVE_DAYS:
        return date(first.year, 1, 1), date(last.year, 12, 31)
    if days > MONTHS_ABOVE_DAYS:
        return first.replace(day=1), _next_month(last) - timedelta(days=1)
    return first - timedelta(days=1), last + timedelta(days=1)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _ticks(part: Part, *, room: float) -> Iterator[tuple[date, str]]:
    most = max(2, round(MOST_TICKS * room))
    days = (part.last - part.first).days
    if days > YEARS_ABOVE_DAYS:
        step = _step(part.last.year - part.first.year + 1, most, (1, 2, 5, 10, 20, 50, 100))
        for year in range(part.first.year, part.last.year + 1):
            if year % step == 0:
                yield date(year, 1, 1), str(year)
    elif days > MONTHS_ABOVE_DAYS:
        yield from _month_ticks(part, most)
    else:
        for n in range(0, days + 1, _step(days + 1, most, (1, 2, 7, 14))):
            day = part.first + timedelta(days=n)
            yield day, f"{day.day} {day:%b}" + (f" {day.year}" if n == 0 else "")


def _month_ticks(part: Part, most: int) -> Iterator[tuple[date, str]]:
    months = (part.last.year - part.first.year) * 12 + part.last.month - part.first.month + 1
    step, day = _step(months, most, (1, 2, 3, 6, 12)), part.first
    for n in range(months):
        if n % step == 0:
            yield day, f"{day:%b %Y}" if n == 0 or day.month <= step else f"{day:%b}"
        day = _next_month(day)


def _step(count: int, most: int, steps: Sequence[int]) -> int:
    return next((s for s in steps if count / s <= most), steps[-1])
