"""Everything that stands on one map slide, placed: the one value that pictures and decks draw.

All positions are sheet pixels (1920 by 1080, y down). Making a scene touches no disk, no clock and
no drawing library other than for measuring text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Precision

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from dashboard.model import Event, Place
    from dashboard.slides.frame import Frame
    from dashboard.slides.lettering import Lettering
    from dashboard.slides.placement import Box

MAP_BOX: Box = (40, 158, 1880, 944)
INNER: Box = (46, 164, 1874, 938)
"""Where names may stand: the map less a small margin."""
NORTH = (336, 218)
"""The foot of the north arrow."""
MARK_PX = 30
"""A mark's width; three quarters of a line of text, so that shape and fill can be told apart."""
MARK_STEP_PX = 34
MAX_MARKS_IN_ROW = 5


@dataclass(frozen=True, slots=True)
class Outline:
    """A country on the sheet."""

    code: str | None
    name: str
    shape: BaseGeometry
    is_focus: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A border, province line or river on the sheet; `kind` is its class."""

    kind: str
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Area:
    """A place that is drawn as a shape: region, province, border line or tinted country."""

    place: Place
    shape: BaseGeometry
    style: str
    """`region`, `vague`, `province`, `line` or `country`."""


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

    @property
    def marks(self) -> tuple[tuple[NumberedEvent, float, float], ...]:
        """The events that get a mark, with its middle; a whole country never gets a pin."""
        if self.place.precision in {Precision.COUNTRY, Precision.MULTI_COUNTRY}:
            return ()
        shown = self.events[:MAX_MARKS_IN_ROW]
        first = self.x - (len(shown) - 1) * MARK_STEP_PX / 2
        return tuple((e, first + i * MARK_STEP_PX, self.y) for i, e in enumerate(shown))

    @property
    def numbers(self) -> str:
        """The numbers as text: `3`, `3-6` or `3, 5, 9`."""
        numbers = [e.number for e in self.events]
        if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
            return f"{numbers[0]}–{numbers[-1]}"
        if len(numbers) > 4:
            return f"{numbers[0]} … {numbers[-1]}"
        return ", ".join(map(str, numbers))

    @property
    def box(self) -> Box:
        """The room that the row of marks takes."""
        half = max(0, len(self.marks) - 1) * MARK_STEP_PX / 2 + MARK_PX / 2 + 2
        return self.x - half, self.y - MARK_PX / 2 - 2, self.x + half, self.y + MARK_PX / 2 + 2


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, in its box."""

    text: str
    box: Box
    lettering: Lettering
    colour: str
    point: tuple[float, float] | None = None
    """The town's dot, if it has one."""
    is_capital: bool = False


@dataclass(frozen=True, slots=True)
class CalloutText:
    """A placed box of text about the events of one place."""

    title: str
    lines: tuple[str, ...]
    box: Box
    leader: tuple[tuple[float, float], tuple[float, float]]
    colour: str


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One line of the legend: what is drawn and what it means."""

    kind: str
    """`type`, `status`, `area` or `border`."""
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One map slide."""

    frame: Frame
    title: tuple[str, ...]
    subtitle: str
    handling: str
    outlines: tuple[Outline, ...]
    lines: tuple[Line, ...]
    water: tuple[BaseGeometry, ...]
    areas: tuple[Area, ...]
    groups: tuple[MarkGroup, ...]
    labels: tuple[Label, ...]
    callouts: tuple[CalloutText, ...]
    legend: tuple[LegendRow, ...]
    legend_box: Box
    scale_km: int
    scale_px: float
    locator: tuple[BaseGeometry, ...]
    locator_frame: BaseGeometry
    locator_box: Box
    footer: tuple[str, ...]
    not_shown: tuple[str, ...]
    """What found no room, in words: nothing is dropped silently."""
