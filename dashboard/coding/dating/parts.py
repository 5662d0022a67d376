"""A part of a text that is told under a time, and from which day its own days are counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import DAYS_OF_A_WEEK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.coding.dates.intervals import Interval
    from dashboard.model import Span


class Under(StrEnum):
    """What gives a part of a text its time."""

    REPORT = "the head of a report of some days"
    DAY = "a heading, or the head of an item"
    MESSAGE = "when it was written: a mail inside another, a report of months"


@dataclass(frozen=True, slots=True)
class Section:
    """A run of an article and the days under which it is told, with the words that say so."""

    interval: Interval
    words: Span
    run: Span
    under: Under = Under.DAY

    @property
    def is_day(self) -> bool:
        """Whether a heading or the head of an item dates it, not the head of the whole report."""
        return self.under is Under.DAY

    @property
    def dates_events(self) -> bool:
        """Whether what has no other date was then; the day of a message is only counted from."""
        return self.under is not Under.MESSAGE

    def day(self, published: date | None) -> date | None:
        """Return the day from which "on Monday" is counted: the last, if the report is near."""
        start, end = self.interval.start, self.interval.end
        if start is None or end is None:
            return published
        if self.under is Under.MESSAGE:
            return end
        length = (end - start).days
        if self.is_day and length > DAYS_OF_A_WEEK:
            # Under "March 1999", 14 June is still of that year.
            end = end.replace(month=12, day=31)
        if self.is_day or published is None:
            return min(end, published or end)
        is_near = 0 < (published - end).days <= DAYS_OF_A_WEEK
        return end if is_near and length <= 2 * DAYS_OF_A_WEEK else published


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """Return the innermost section at a place of the text."""
    return next((s for s in reversed(sections) if s.run.start <= offset < s.run.end), None)
