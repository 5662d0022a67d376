"""What the reader narrowed the events to, and which events and counts that leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.model import Event
    from dashboard.screen.index import EventIndex, Facet, Mask

PERIOD, WORDS = "period", "words"


@dataclass(frozen=True, slots=True)
class Filters:
    """The reader's ticks. Nothing ticked in a list means everything in it."""

    ticked: dict[Facet, tuple[str, ...]] = field(default_factory=dict)
    period: tuple[int, int] | None = None
    """First and last day, in days since 1970-01-01."""
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return not (any(self.ticked.values()) or self.period or self.words.strip())


@dataclass(frozen=True, slots=True, eq=False)
class Narrowing:
    """Which events each filter lets through, worked out once for all the lists of a page."""

    index: EventIndex
    parts: dict[str, Mask]
    """By facet, `PERIOD` or `WORDS`; a filter that is not set is not there."""

    @property
    def passing(self) -> Mask:
        """The events that pass every filter."""
        return self.without()

    def without(self, *names: str) -> Mask:
        """Return the events that pass, some filters left out of account."""
        passing = np.ones(len(self.index.events), dtype=np.bool_)
        for name, mask in self.parts.items():
            if name not in names:
                passing &= mask
        return passing

    def counts(self, facet: Facet) -> dict[str, int]:
        """Return how many events each value of a list has under the other filters."""
        return self.index.facets[facet].counts(self.without(facet))


def narrow(index: EventIndex, filters: Filters) -> Narrowing:
    """Apply every filter by itself."""
    parts: dict[str, Mask] = {
        facet: index.facets[facet].with_any(values)
        for facet, values in filters.ticked.items()
        if values
    }
    if filters.words.strip():
        parts[WORDS] = index.haystack.with_words(filters.words)
    if filters.period:
        first, last = filters.period
        # An event without a date stays: nothing says that it lies outside the period.
        parts[PERIOD] = (index.last_day >= first) & (index.first_day <= last)
    return Narrowing(index, parts)


def chosen(index: EventIndex, passing: Mask) -> tuple[Event, ...]:
    """Return the events themselves, in the order of the briefing."""
    return tuple(compress(index.events, passing.tolist()))


def select(index: EventIndex, filters: Filters) -> Mask:
    """Return which events pass."""
    return narrow(index, filters).passing
