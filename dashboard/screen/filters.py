"""What the reader narrowed the events to, and which events and counts that leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Event
    from dashboard.screen.index import EventIndex, Facet, Mask


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


def select(
    index: EventIndex,
    filters: Filters,
    *,
    ignoring: Facet | None = None,
    any_date: bool = False,
) -> Mask:
    """Return which events pass; a list's own ticks, or the period, may be left out of account."""
    passing = np.ones(len(index.events), dtype=np.bool_)
    for facet, values in filters.ticked.items():
        if values and facet != ignoring:
            passing &= _with_any(index, facet, values)
    if filters.words.strip():
        passing &= _with_words(index, filters.words)
    if filters.period and not any_date:
        passing &= _in_period(index, filters.period)
    return passing


def counts(index: EventIndex, filters: Filters, facet: Facet) -> dict[str, int]:
    """Return how many events each value of a list has under the other lists' ticks."""
    passing = select(index, filters, ignoring=facet)
    return {value: int((mask & passing).sum()) for value, mask in index.masks[facet].items()}


def chosen(index: EventIndex, passing: Mask) -> tuple[Event, ...]:
    """Return the events themselves, in the order of the briefing."""
    return tuple(index.events[i] for i in np.flatnonzero(passing))


def _with_any(index: EventIndex, facet: Facet, values: Sequence[str]) -> Mask:
    masks = index.masks[facet]
    found = np.zeros(len(index.events), dtype=np.bool_)
    for value in values:
        if value in masks:
            found |= masks[value]
    return found


def _with_words(index: EventIndex, words: str) -> Mask:
    wanted = words.casefold().split()
    return np.array([all(w in text for w in wanted) for text in index.words], dtype=np.bool_)


def _in_period(index: EventIndex, period: tuple[int, int]) -> Mask:
    """An event without a date stays: nothing says that it lies outside the period."""
    first, last = period
    return (index.last_day >= first) & (index.first_day <= last)
