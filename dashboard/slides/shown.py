"""What a map shows in a frame, between the events and the placed scene."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.slides.placement import boxes_along

if TYPE_CHECKING:
    from dashboard.model import Event
    from dashboard.slides.frame import Frame
    from dashboard.slides.groups import MarkGroup
    from dashboard.slides.placement import Box
    from dashboard.slides.scene import Area, FlowArrow, LegendRow, Line


@dataclass(frozen=True, slots=True)
class Shown:
    """What a map shows in a frame, before names and notes find their places."""

    frame: Frame
    events: tuple[Event, ...]
    """Those with a mark or a tint in the frame, each once."""
    focus: tuple[str, ...]
    selected: str | None
    areas: tuple[Area, ...]
    flows: tuple[FlowArrow, ...]
    groups: tuple[MarkGroup, ...]
    lines: tuple[Line, ...]
    legend: tuple[LegendRow, ...]
    listed: frozenset[str] = frozenset()
    """The whole countries, by the ids of their places, whose events the legend lists."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The room that the marks take."""
        return tuple(g.box for g in self.groups if g.marks)

    @property
    def number_boxes(self) -> tuple[Box, ...]:
        """The room of the numbers beside the marks, where it was kept for them."""
        return tuple(g.number_box for g in self.groups if g.number_box)

    @property
    def rooms(self) -> tuple[Box, ...]:
        """The room of each place with its numbers."""
        each = [(g.box, g.number_box or g.box) for g in self.groups if g.marks]
        return tuple(
            (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])) for a, b in each
        )

    @property
    def tethers(self) -> tuple[Box, ...]:
        """The room of the lines that tie marks to their places."""
        return tuple(box for g in self.groups if g.tether for box in boxes_along(*g.tether))
