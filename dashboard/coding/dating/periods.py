"""The days that the head of a document says it reports on."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import LONGEST_MONTH, LONGEST_YEAR
from dashboard.coding.dating.parts import Section, Under
from dashboard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dashboard.coding.dates.intervals import DateExpression, Interval
    from dashboard.model import Article

HEAD_LENGTH = 600
LINE = re.compile(r"[^\n]+")
REPORT = re.compile(
    r"\b(?:situation(?:al)? (?:report|update)|sitrep"
    r"|(?:weekly|daily|monthly|security|incident|conflict|protection|humanitarian|access)"
    r" (?:\w+ )?(?:report|update|bulletin|digest|summary|brief|briefing|overview|round-?up)"
    r"|reporting period|period covered|covers (?:the (?:period|week)|(?:\w+ ){1,3}from))\b"
    r"|^\W*(?:period|dates|(?:reporting )?week(?: (?:no\.? ?)?\d{1,2}(?![\d-]))?)\b(?=:| of| \d)",
    re.IGNORECASE,
)
# "AFGHANISTAN AND ITS EASTERN BORDER, 13-19 October": days that end the first line cover the rest.
ENDS_HEAD = re.compile(r"\s*(?:\([^()]{0,60}\)\s*)?[.:*_]*\s*")
STARTS_HEAD = re.compile(r".{0,110}[,:(–—|-]\s*(?:from\s+|for\s+)?", re.DOTALL)
FIRST_SENTENCE = re.compile(r".*?(?<=[a-z)\d][a-z)\d])\.(?=\s+[A-Z])")
# Between the ends of a period: "19 May 2021, 0600 to 20 May 2021, 0600".
UP_TO = re.compile(
    r"[\s,;:.()\dA-Za-z]{0,20}(?:\b(?:to|until|till|through)\b|[-\u2013\u2014])[\s\w,:]{0,12}"
)


def find_period(article: Article) -> Section | None:
    """Return the days that the head of a document says it reports on, or `None`."""
    whole, is_first = Span(0, len(article.text)), True
    for line in LINE.finditer(article.text[:HEAD_LENGTH]):
        sentence = FIRST_SENTENCE.match(line.group())
        head = sentence.group() if sentence else line.group()
        is_report = REPORT.search(head) is not None
        dates = _find_dates(head, article.published) if is_report or is_first else ()
        for interval, span in (*_as_written(dates), *_from_to(dates, head)):
            if is_report or _is_end_of_head(head, span):
                words = Span(line.start() + span.start, line.start() + span.end)
                if _lasts(interval, LONGEST_MONTH):
                    return Section(interval, words, whole, Under.REPORT)
                if article.published is None and _lasts(interval, LONGEST_YEAR):
                    return Section(interval, words, whole, Under.MESSAGE)
        is_first = is_first and not line.group().strip()
    return None


def _find_dates(head: str, published: date | None) -> tuple[DateExpression, ...]:
    """Return the dates of a head; "3 Oct - 4 Oct 2024" says its year once."""
    dates = find_dates(head, published)
    last = dates[-1].interval.end if dates and published is None else None
    return find_dates(head, last) if last else dates


def _lasts(interval: Interval, days: int) -> bool:
    first, last = interval.start, interval.end
    return first is not None and last is not None and 1 <= (last - first).days < days


def _is_end_of_head(head: str, span: Span) -> bool:
    """Whether days end a first line as its title ends: "Central desk, 13-19 October"."""
    is_last = ENDS_HEAD.fullmatch(head[span.end :]) is not None
    return is_last and STARTS_HEAD.fullmatch(head[: span.start]) is not None


def _as_written(dates: Sequence[DateExpression]) -> Iterator[tuple[Interval, Span]]:
    return ((found.interval, Span(found.start, found.end)) for found in dates)


def _from_to(dates: Sequence[DateExpression], line: str) -> Iterator[tuple[Interval, Span]]:
    """Yield the periods whose two ends are written out, an hour behind each."""
    for one, other in pairwise(dates):
        if UP_TO.fullmatch(line, one.end, other.start):
            both = replace(one.interval, end=other.interval.end)
            yield both, Span(one.start, other.end)
