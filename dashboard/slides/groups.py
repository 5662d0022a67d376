"""The marks of one place on a sheet: a row of them, their numbers, and the line to their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import WIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Event, Place
    from dashboard.slides.placement import Box

MARK_PX = 30
"""A mark's width; three quarters of a line of text, so that shape and fill can be told apart."""
MARK_STEP_PX = 34
MAX_MARKS_IN_ROW = 5
MAX_RUNS = 4


@dataclass(frozen=True, slots=True)
class NumberedEvent:
    """An event and the number under which slide, table and notes know it."""

    number: int
    event: Event
    heading: str
    """The text's own words for it."""


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """The events of one place: a row of marks centred on it, never spread over the ground."""

    place: Place
    x: float
    y: float
    events: tuple[NumberedEvent, ...]
    spot: tuple[float, float] | None = None
    """Where the place itself is, if the marks had to stand aside."""
    number_box: Box | None = None
    """The room of the numbers beside the marks, where it was kept for them."""
    kind: str | None = None
    """What kind of place it is, where another one on the map has the same name."""

    @property
    def name(self) -> str:
        """The place as a heading names it."""
        name = capitalised(self.place.name)
        return f"{name} ({self.kind})" if self.kind else name

    @property
    def tether(self) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """The line from the marks to their place."""
        return ((self.x, self.y), self.spot) if self.spot else None

    @property
    def marks(self) -> tuple[tuple[NumberedEvent, float, float], ...]:
        """The events that get a mark, with its middle; a whole country never gets a pin."""
        if self.place.precision in WIDE:
            return ()
        shown = self.events[:MAX_MARKS_IN_ROW]
        first = self.x - (len(shown) - 1) * MARK_STEP_PX / 2
        return tuple((e, first + i * MARK_STEP_PX, self.y) for i, e in enumerate(shown))

    @property
    def numbers(self) -> str:
        """The numbers as text, runs drawn together; after the fourth run the rest is counted."""
        return list_numbers([e.number for e in self.events], most=MAX_RUNS)

    @property
    def box(self) -> Box:
        """The room that the row of marks takes."""
        half = max(0, len(self.marks) - 1) * MARK_STEP_PX / 2 + MARK_PX / 2 + 2
        return self.x - half, self.y - MARK_PX / 2 - 2, self.x + half, self.y + MARK_PX / 2 + 2


def capitalised(name: str) -> str:
    """Return a name as it begins a line: "Southern Ayland", not "southern Ayland"."""
    return name[:1].upper() + name[1:]


def list_numbers(numbers: Sequence[int], *, most: int | None = None) -> str:
    """Return numbers in their order, runs drawn together; after `most` runs the rest is counted."""
    runs = _runs(sorted(numbers))
    if most is not None and len(runs) == most + 1:
        most += 1  # "and 1 more" would take the room of the last
    shown = [f"{a}–{b}" if b > a + 1 else f"{a}, {b}" if b > a else f"{a}" for a, b in runs]
    rest = sum(b - a + 1 for a, b in runs[most:]) if most is not None else 0
    return ", ".join(shown[:most]) + (f" and {rest} more" if rest else "")


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
