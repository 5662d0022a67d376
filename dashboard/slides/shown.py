"""What a map shows in a frame, between the events and the placed scene."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.model import Event
    from dashboard.slides.frame import Frame
    from dashboard.slides.placement import Box
    from dashboard.slides.scene import Area, FlowArrow, LegendRow, Line, MarkGroup


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

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The room that the marks take."""
        return tuple(g.box for g in self.groups if g.marks)
