"""The items of the log of a day, each under an hour: "0630hrs - Bara: gunmen ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import Interval
from dashboard.coding.dating.parts import Section
from dashboard.coding.where.labels import CLOCK
from dashboard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dashboard.model import Article

HEAD_LENGTH = 600
LOG = re.compile(r"\b(?:log|diary|timeline|war\s?diary)\b", re.IGNORECASE)
ITEM = re.compile(
    rf"(?m)^[ \t]*(?:(?:[-*•‣▪·–—]|\(?[A-Z]?\d{{1,3}}[.)])[ \t]+)?[\[(]?(?P<hour>{CLOCK})[\])]?"
    r"(?=\s*[-–—:|,]\s|\s+[A-Z])[^\n]*",
    re.IGNORECASE,
)
FEWEST_ITEMS = 2


def find_hours(article: Article) -> Iterator[Section]:
    """
    Yield the items of a log, dated by the day that its head writes.

    Only where it is called a log and its hours rise: a report of the morning tells of yesterday.
    """
    items = list(ITEM.finditer(article.text))
    hours = [re.sub(r"\D", "", item["hour"]).zfill(4) for item in items]
    if len(items) < FEWEST_ITEMS or hours != sorted(hours):
        return
    day = _day_of_log(article)
    if day is not None:
        for item in items:
            yield Section(*day, Span(*item.span()))


def _day_of_log(article: Article) -> tuple[Interval, Span] | None:
    head = article.text[:HEAD_LENGTH]
    day: date | None = article.published
    if day is None or not LOG.search(f"{article.title or ''} {head[:100]}"):
        return None
    found = (f for f in find_dates(head, None) if f.interval.start == f.interval.end == day)
    return next(((Interval(day, day), Span(f.start, f.end)) for f in found), None)
