"""What can be undone: each step is the filters and the corrections as they were."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dashboard.screen.filters import Filters

if TYPE_CHECKING:
    from dashboard.review import Correction

MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Step:
    """A state of the page that can be gone back to."""

    filters: Filters = field(default_factory=Filters)
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Trail:
    """The steps so far, and at which of them the page stands."""

    steps: tuple[Step, ...] = ()
    at: int = -1

    @property
    def can_undo(self) -> bool:
        """Whether there is a step before."""
        return self.at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone."""
        return self.at < len(self.steps) - 1

    @property
    def step(self) -> Step:
        """Where the page stands."""
        return self.steps[self.at]

    def take(self, step: Step) -> Trail:
        """Return the trail one step further; the same state again is no step."""
        if self.steps and step == self.step:
            return self
        steps = (*self.steps[: self.at + 1], step)[-MOST_STEPS:]
        return Trail(steps, len(steps) - 1)

    def back(self) -> Trail:
        """Return the trail one step back, or as it is at its beginning."""
        return replace(self, at=self.at - 1) if self.can_undo else self

    def forth(self) -> Trail:
        """Return the trail with an undone step done again."""
        return replace(self, at=self.at + 1) if self.can_redo else self
