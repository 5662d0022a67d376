"""Notes and numbers of marks: which of them come first where room is short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.slides.callouts import choose_noted, worth_of, write_callouts
from dashboard.slides.marks import number_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.groups import MarkGroup
    from dashboard.slides.placement import Occupied
    from dashboard.slides.scene import CalloutText

LOST_NUMBER = 2.0
"""What it costs that a mark has neither note nor number; a note left out costs its worth."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Marks with their notes and numbers, as far as these found room."""

    callouts: tuple[CalloutText, ...]
    groups: tuple[MarkGroup, ...]
    """The marks, each with the room of its numbers if it has any."""
    taken: Occupied
    cost: float

    @property
    def names(self) -> set[str]:
        """The places that have a note."""
        return {callout.title for callout in self.callouts}


def note_marks(pinned: Sequence[MarkGroup], taken: Occupied, *, most: int) -> Noted:
    """
    Return the notes on at most so many places, and the numbers beside the marks.

    The numbers, whose room is `taken`, stay where they are. Where a note is left out for one, the
    notes are placed first and the numbers take what is left, if more is told so.
    """
    ground = taken.without(())
    callouts = write_callouts(pinned, ground, most=most)
    kept = Noted(callouts, tuple(pinned), ground, _weigh(pinned, pinned, callouts, most=most))
    boxes = [g.number_box for g in pinned if g.number_box]
    if not kept.cost or not boxes:
        return kept
    ground = taken.without(boxes)
    callouts = write_callouts(pinned, ground, most=most)
    groups = _seat_numbers(pinned, callouts, ground)
    moved = Noted(callouts, groups, ground, _weigh(pinned, groups, callouts, most=most))
    return min(kept, moved, key=lambda noted: noted.cost)


def _seat_numbers(
    pinned: Sequence[MarkGroup], callouts: Sequence[CalloutText], ground: Occupied
) -> tuple[MarkGroup, ...]:
    """Return the marks with their numbers where they are free now; first those without a note."""
    noted = {callout.title for callout in callouts}
    seated: dict[str, MarkGroup] = {}
    for group in sorted(pinned, key=lambda g: g.name in noted):
        moved = number_beside(group, ground) if group.number_box else group
        seated[group.place.place_id] = moved
        ground.add(*([moved.number_box] if moved.number_box else []))
    return tuple(seated[g.place.place_id] for g in pinned)


def _weigh(
    before: Sequence[MarkGroup],
    groups: Sequence[MarkGroup],
    callouts: Sequence[CalloutText],
    *,
    most: int,
) -> float:
    """Return the cost of what found no room."""
    noted = {callout.title for callout in callouts}
    unnoted = (worth_of(g) for g in choose_noted(groups, most=most) if g.name not in noted)
    lost = sum(
        old.number_box is not None and new.number_box is None and new.name not in noted
        for old, new in zip(before, groups, strict=True)
    )
    return sum(unnoted) + LOST_NUMBER * lost
