"""The days that a situation report covers, as its head says: "Situation report, 3-9 May 2021"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import LONGEST_MONTH, as_when
from dashboard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dashboard.coding.dates.intervals import DateExpression, Interval
    from dashboard.coding.drafts import Draft
    from dashboard.model import Article

HEAD_LENGTH = 600
REPORT = re.compile(
    r"\b(?:situation(?:al)? (?:report|update)|sitrep"
    r"|(?:weekly|daily|monthly|security|incident|conflict) (?:\w+ )?"
    r"(?:report|update|bulletin|digest|summary|brief|overview|round-?up)"
    r"|reporting period|period covered|covers the (?:period|week))\b",
    re.IGNORECASE,
)
# Between the ends of a period: "19 May 2021, 0600 to 20 May 2021, 0600".
UP_TO = re.compile(
    r"[\s,;:.()\dA-Za-z]{0,20}(?:\b(?:to|until|till|through)\b|[-\u2013\u2014])[\s\w,:]{0,12}"
)
# These go on for years; a report of a week only mentions them.
LASTING = frozenset({"war", "revolution", "base", "ban"})


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report covers, with the words that say so."""

    interval: Interval
    span: Span


def reporting_period(article: Article) -> Period | None:
    """Return the days that the head of a document says it reports on, or `None`."""
    start = 0
    for line in article.text[:HEAD_LENGTH].splitlines(keepends=True):
        dates = find_dates(line, article.published) if REPORT.search(line) else ()
        for interval, span in (*_as_written(dates), *_from_to(dates, line)):
            first, last = interval.start, interval.end
            if first and last and 1 <= (last - first).days < LONGEST_MONTH:
                return Period(interval, Span(start + span.start, start + span.end))
        start += len(line)
    return None


def _as_written(dates: Sequence[DateExpression]) -> Iterator[tuple[Interval, Span]]:
    return ((found.interval, Span(found.start, found.end)) for found in dates)


def _from_to(dates: Sequence[DateExpression], line: str) -> Iterator[tuple[Interval, Span]]:
    """Yield the periods whose two ends are written out, an hour behind each."""
    for one, other in pairwise(dates):
        if UP_TO.fullmatch(line, one.end, other.start):
            both = replace(one.interval, end=other.interval.end)
            yield both, Span(one.start, other.end)


def day_of_report(article: Article, period: Period | None) -> date | None:
    """Return the day from which "on Monday" is counted: of publication, or the last covered."""
    if article.published is not None or period is None:
        return article.published
    return period.interval.end


def date_by_period(drafts: Sequence[Draft], period: Period | None) -> tuple[Draft, ...]:
    """Return the events, those without a date dated by the period that the report covers."""
    if period is None:
        return tuple(drafts)
    when = as_when(period.interval, period.span)
    return tuple(replace(d, when=when) if _is_undated(d) else d for d in drafts)


def _is_undated(draft: Draft) -> bool:
    is_open = draft.when.start is None and draft.when.end is None and draft.when.words is None
    is_passing = draft.standing.status.is_incident and draft.rule.family not in LASTING
    return is_open and is_passing and draft.since is None
