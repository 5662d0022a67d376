"""The scale of the timeline: even for a short span, broken where old dates would crush new ones."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model import DatePrecision
from dashboard.screen.index import ALWAYS, EPOCH_ORDINAL, EventIndex, Facet, day_number
from dashboard.screen.wording import heading, when_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.model import Article
    from dashboard.screen.index import Mask

_LONG_SPAN_DAYS = 900
"""Beyond about two and a half years months are too narrow to read on an even scale."""
_RECENT_DAYS = 150
_AHEAD_DAYS = 130
_OLD_SHARE, _GAP_SHARE, _LATER_SHARE = 0.36, 0.06, 0.07
MOST_BARS = 400
FEWEST_BINNED = 40
BINS = 200
_FIRM = {DatePrecision.DAY, DatePrecision.DAYS, DatePrecision.WEEK, DatePrecision.MONTH}
_YEAR_STEPS = (1, 2, 4, 5, 10, 20, 25, 50, 100)
_MONTH_STEPS = (1, 2, 3, 6)
_DAYS_WITHIN = {1: (8, 15, 22), 2: (8, 15, 22), 3: (15,), 4: (15,)}
"""Days of each month that have a tick, by how many months there are."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid: where, what it says, whether it begins something."""

    day: int
    label: str
    major: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Piecewise even: between two knots a day is everywhere as wide."""

    knots: tuple[tuple[int, float], ...]
    """Day and share of the width, both rising, from 0 to 1."""
    ticks: tuple[Tick, ...]
    break_at: float | None = None
    """Share of the width where the scale breaks."""
    recent_from: int | None = None
    """First day of the wide part of a broken scale."""

    def as_json(self) -> dict[str, object]:
        """Return the values as the page's script takes them."""
        return asdict(self)


def make_scale(index: EventIndex, published: date | None) -> Scale | None:
    """Return the scale that suits a briefing's dates, or `None` when no event has one."""
    days = _known_days(index)
    if not len(days):
        return None
    anchor = day_number(published) if published else int(days.max())
    first, last = min(int(days.min()), anchor), max(int(days.max()), anchor)
    recent = days[(anchor - _RECENT_DAYS <= days) & (days <= anchor)]
    is_crowd = len(index.events) > MOST_BARS and not published
    if last - first <= _LONG_SPAN_DAYS or not len(recent) or is_crowd:
        return _even_scale(first, last)
    return _broken_scale(_Reach(first, int(recent.min()), anchor, last))


def mark_published(published: date | None) -> dict[str, object] | None:
    """Return the rule that marks the article's own date."""
    if published is None:
        return None
    return {"day": day_number(published), "label": f"article, {published.day} {published:%b}"}


def timeline_json(
    index: EventIndex, shown: Mask, scale: Scale | None, articles: Mapping[str, Article]
) -> dict[str, object]:
    """Return the events of the timeline: a bar each where they are few, and counts by interval."""
    dated = np.flatnonzero(shown & index.is_dated)
    bars = [_bar(index, n, articles) for n in dated.tolist()] if len(dated) <= MOST_BARS else None
    return {
        "bars": bars,
        "bins": count_intervals(index, dated, scale)
        if scale and len(dated) > FEWEST_BINNED
        else None,
        "undated": int(shown.sum()) - len(dated),
    }


def count_intervals(index: EventIndex, rows: NDArray[np.intp], scale: Scale) -> dict[str, object]:
    """Return how many events each of `BINS` equal parts of the width has, by type.

    An event of several parts counts in each with its share, so that all add up to the events.
    """
    first, last = (_bins_of(end[rows], scale) for end in (index.first_day, index.last_day))
    kinds = index.facets[Facet.TYPE]
    types = np.zeros(len(index.events), dtype=np.int32)
    types[kinds.rows] = kinds.codes
    row = types[rows] * (BINS + 1)
    share = 1 / (last - first + 1)
    size = len(kinds.values) * (BINS + 1)
    steps = np.bincount(row + first, share, size) - np.bincount(row + last + 1, share, size)
    by_type = steps.reshape(len(kinds.values), BINS + 1)
    counts = np.round(np.cumsum(by_type, axis=1)[:, :BINS], 3)
    return {"types": list(kinds.values), "counts": np.maximum(counts, 0).tolist()}


def _bins_of(days: NDArray[np.int32], scale: Scale) -> NDArray[np.int32]:
    """Return in which of the parts some days lie: looked up, for there are fewer days than rows."""
    knots, shares = zip(*scale.knots, strict=True)
    share_of_day = np.interp(np.arange(knots[0], knots[-1] + 1), knots, shares)
    bins = np.minimum((share_of_day * BINS).astype(np.int32), BINS - 1)
    found: NDArray[np.int32] = bins[np.clip(days, knots[0], knots[-1]) - knots[0]]
    return found


def _bar(index: EventIndex, number: int, articles: Mapping[str, Article]) -> dict[str, object]:
    event = index.events[number]
    return {
        "id": event.event_id,
        "title": heading(event, articles.get(event.article_id)),
        "type": event.type.value,
        "when": when_words(event.when),
        "days": [int(index.first_day[number]), int(index.last_day[number])],
        "firm": event.when.precision in _FIRM,
    }


@dataclass(frozen=True, slots=True)
class _Reach:
    first: int
    recent: int
    anchor: int
    last: int


def _known_days(index: EventIndex) -> NDArray[np.int32]:
    both = np.concatenate([index.first_day, index.last_day])
    known: NDArray[np.int32] = both[np.abs(both) < ALWAYS]
    return known


def _even_scale(first: int, last: int) -> Scale:
    start, end = _date(first), _date(last)
    if last - first > _LONG_SPAN_DAYS:
        low, high = date(start.year, 1, 1), date(end.year + 1, 1, 1)
        ticks = _year_ticks(low, high, 8)
    else:
        low, high = start.replace(day=1), _next_month(end)
        ticks = tuple(_day_ticks(_months(low, high)) or _month_ticks(low, high, most=8))
    return Scale(((day_number(low), 0.0), (day_number(high), 1.0)), ticks)


def _broken_scale(reach: _Reach) -> Scale:
    old = date(_date(reach.first).year, 1, 1)
    recent = _date(reach.recent).replace(day=1)
    year = date(recent.year, 1, 1)
    later = _next_month(_date(reach.anchor))
    has_later = reach.last >= day_number(later)
    end = _date(reach.anchor) + timedelta(days=_AHEAD_DAYS)
    knots = [(day_number(old), 0.0), (day_number(year), _OLD_SHARE)]
    if recent > year:
        knots.append((day_number(recent), _OLD_SHARE + _GAP_SHARE))
    break_at = knots[-1][1]
    knots.append((day_number(later), 1 - _LATER_SHARE if has_later else 1.0))
    ticks = (*_year_ticks(old, year, 5), *_month_ticks(recent, later, most=6))
    if has_later:
        knots.append((max(day_number(end), reach.last), 1.0))
        ticks = (*ticks, Tick(day_number(later), "later", major=True))
    rising = tuple(a for a, b in pairwise([*knots, (ALWAYS, 2.0)]) if a[0] < b[0])
    return Scale(rising, ticks, break_at=break_at, recent_from=day_number(recent))


def _year_ticks(low: date, high: date, most: int) -> tuple[Tick, ...]:
    """`high` itself carries no tick: there the next part begins."""
    step = next((s for s in _YEAR_STEPS if (high.year - low.year) / s <= most), _YEAR_STEPS[-1])
    years = [y for y in range(low.year, high.year) if y % step == 0]
    return tuple(Tick(day_number(date(y, 1, 1)), str(y)) for y in years)


def _month_ticks(low: date, high: date, *, most: int) -> Iterator[Tick]:
    months = list(_months(low, high))
    step = next((s for s in _MONTH_STEPS if len(months) / s <= most), _MONTH_STEPS[-1])
    shown = [m for n, m in enumerate(months) if n % step == 0]
    for number, month in enumerate(shown):
        opens = number == 0 or month.year != shown[number - 1].year
        label = f"{month:%b %Y}" if opens else f"{month:%b}"
        yield Tick(day_number(month), label, major=opens)


def _day_ticks(months: Sequence[date]) -> list[Tick]:
    """Return months with days between them where there is room to write these, else nothing."""
    within = _DAYS_WITHIN.get(len(months), ())
    ticks: list[Tick] = []
    for number, month in enumerate(months):
        label = f"{month:%b %Y}" if number == 0 or month.month == 1 else f"{month:%b}"
        ticks.append(Tick(day_number(month), label, major=number == 0 or month.month == 1))
        days = (month.replace(day=day) for day in within)
        ticks += (Tick(day_number(day), f"{day.day} {day:%b}") for day in days)
    return ticks if within else []


def _months(low: date, high: date) -> Sequence[date]:
    months = [low]
    while (following := _next_month(months[-1])) < high:
        months.append(following)
    return months


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _date(number: int) -> date:
    return date.fromordinal(number + EPOCH_ORDINAL)
