"""The timeline of a deck as values: one row an event, bars for spans, what has no date counted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import DatePrecision
from dashboard.slides.timescale import TimeScale, make_scale

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.model import Event, EventType, Status, When

ROWS_A_SLIDE = 12
ROUGH = frozenset({DatePrecision.LONGER})


@dataclass(frozen=True, slots=True)
class Bar:
    """One event on the timeline."""

    number: int
    words: str
    when: str
    """The date in words, for the row and the screen reader."""
    type: EventType
    status: Status
    start: date | None
    end: date | None
    """`None` on one side: it goes on, or began, nobody says when."""
    is_rough: bool
    """Whether the text itself says "about"."""

    @property
    def is_day(self) -> bool:
        """Whether it stands on one day."""
        return self.start is not None and self.start == self.end


@dataclass(frozen=True, slots=True)
class TimelineSlide:
    """A page of the timeline; all pages share one scale."""

    title: str
    bars: tuple[Bar, ...]
    scale: TimeScale
    as_of: date | None
    """The date of the latest document."""
    undated: str
    """How many events stand nowhere on the line, and which."""
    handling: str
    notes: str


def make_bar(number: int, event: Event, words: str) -> Bar:
    """Return an event as a row of the timeline; it has at least one end."""
    when = event.when
    return Bar(
        number,
        words,
        when.words or "",
        event.type,
        event.status,
        when.start,
        when.end,
        is_rough=_is_rough(when),
    )


def lay_out(
    bars: Sequence[Bar], *, when: str, as_of: date | None, undated: str, handling: str
) -> list[TimelineSlide]:
    """Return the bars in the order of time, over as many slides as they need, evenly filled."""
    if not bars:
        return []
    ordered = sorted(bars, key=lambda b: (b.start or b.end, b.end or b.start, b.number))
    days = [d for b in ordered for d in (b.start, b.end) if d]
    scale = make_scale(days + ([as_of] if as_of else []))
    many = math.ceil(len(ordered) / ROWS_A_SLIDE)
    deep = math.ceil(len(ordered) / many)
    pages = [ordered[i : i + deep] for i in range(0, len(ordered), deep)]
    title = f"Timeline, {when}" if when else "Timeline"
    return [
        TimelineSlide(
            title if len(pages) == 1 else f"{title} ({n} of {len(pages)})",
            tuple(page),
            scale,
            as_of,
            undated,
            handling,
            "\n".join([*(f"{b.number}. {b.words} ({b.when})" for b in page), undated]).strip(),
        )
        for n, page in enumerate(pages, 1)
    ]


def _is_rough(when: When) -> bool:
    return when.precision in ROUGH or any(sign in (when.edtf or "") for sign in "~?%")
