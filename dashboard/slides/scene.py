"""Everything that stands on one map slide, placed: the one value that pictures and decks draw.

All positions are sheet pixels (144 an inch, y down). Making a scene touches no disk, no clock and
no drawing library other than for measuring text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Precision

if TYPE_CHECKING:
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from dashboard.model import Event, Flow, Place
    from dashboard.slides.frame import Frame
    from dashboard.slides.lettering import Lettering
    from dashboard.slides.placement import Box

MARK_PX = 30
"""A mark's width; three quarters of a line of text, so that shape and fill can be told apart."""
MARK_STEP_PX = 34
FOOTER_LINES, FOOTER_STEP_PX = 3, 30
BAND_PX = 34
"""The height of the handling mark's black bands."""
MAX_MARKS_IN_ROW = 5
MAX_RUNS = 4
HEAD_PX = 24
"""The length of an arrow's head."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a slide and what stands where on it; a template brings its own."""

    width: int = 1920
    height: int = 1080
    title: Box = (40, 54, 1880, 112)
    map: Box = (40, 158, 1880, 944)

    @property
    def subtitle(self) -> Box:
        """The line between title and map."""
        left, top, right, _ = self.map
        return left, top - 44, right, top - 8

    @property
    def footer(self) -> Box:
        """The lines of sources under the map."""
        left, _, right, bottom = self.map
        return left, bottom + 6, right, bottom + 6 + FOOTER_LINES * FOOTER_STEP_PX


SHEET = Sheet()
MAP_BOX: Box = SHEET.map


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
        """The numbers as text, runs drawn together; after the fourth run the rest is counted."""
        runs = _runs(sorted(e.number for e in self.events))
        shown = [f"{a}–{b}" if b > a + 1 else f"{a}, {b}" if b > a else f"{a}" for a, b in runs]
        rest = sum(b - a + 1 for a, b in runs[MAX_RUNS:])
        return ", ".join(shown[:MAX_RUNS]) + (f" and {rest} more" if rest else "")

    @property
    def box(self) -> Box:
        """The room that the row of marks takes."""
        half = max(0, len(self.marks) - 1) * MARK_STEP_PX / 2 + MARK_PX / 2 + 2
        return self.x - half, self.y - MARK_PX / 2 - 2, self.x + half, self.y + MARK_PX / 2 + 2


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


@dataclass(frozen=True, slots=True)
class FlowArrow:
    """A movement between places, as a line on the sheet that ends in a head."""

    letter: str
    """What slide, notes and files call it: A, B, C …"""
    flow: Flow
    path: LineString
    """From the start to the tip of the head, cut at the map's edge."""
    is_headed: bool
    """Whether its end is on the map; a head at the edge would name a wrong place."""
    words: str
    """Who or what moves, from where to where."""


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
    is_boxed: bool = False
    """Whether it stands on paper of its own, as a note on a whole country does."""


@dataclass(frozen=True, slots=True)
class CalloutText:
    """A placed box of text about the events of one place."""

    title: str
    lines: tuple[str, ...]
    box: Box
    leader: tuple[tuple[float, float], tuple[float, float]]
    colour: str
    is_shortened: bool = False
    """Whether the notes say more of these words."""


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One line of the legend: what is drawn and what it means."""

    kind: str
    """`type`, `status`, `flow`, `area` or `border`; `head` is the legend's own heading."""
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """Where legend, locator and scale stand: in corners that cover no mark, where there are any."""

    legend: Box
    legend_columns: int
    locator: Box
    scale: Box
    """The north arrow and the scale bar beside it."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All of them."""
        return self.legend, self.locator, self.scale


@dataclass(frozen=True, slots=True)
class Shown:
    """What a map shows in a frame, before names and notes find their places."""

    frame: Frame
    events: tuple[Event, ...]
    """Those with a mark or a tint in the frame, each once."""
    focus: tuple[str, ...]
    areas: tuple[Area, ...]
    flows: tuple[FlowArrow, ...]
    groups: tuple[MarkGroup, ...]
    lines: tuple[Line, ...]
    legend: tuple[LegendRow, ...]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The room that the marks take."""
        return tuple(g.box for g in self.groups if g.marks)


@dataclass(frozen=True, slots=True)
class Scene:
    """One map slide."""

    frame: Frame
    sheet: Sheet
    title: tuple[str, ...]
    subtitle: str
    handling: str
    outlines: tuple[Outline, ...]
    lines: tuple[Line, ...]
    water: tuple[BaseGeometry, ...]
    areas: tuple[Area, ...]
    flows: tuple[FlowArrow, ...]
    groups: tuple[MarkGroup, ...]
    labels: tuple[Label, ...]
    callouts: tuple[CalloutText, ...]
    legend: tuple[LegendRow, ...]
    furniture: Furniture
    scale_km: int
    scale_px: float
    locator: tuple[BaseGeometry, ...]
    locator_frame: BaseGeometry
    footer: tuple[str, ...]
    not_shown: tuple[str, ...]
    """What found no room, in words: nothing is dropped silently."""

    @property
    def is_shortened(self) -> bool:
        """Whether a note on the map leaves words to the speaker notes."""
        return any(callout.is_shortened for callout in self.callouts)

    @property
    def scale_words(self) -> str:
        """The length of the scale bar, and where it holds."""
        about = "" if self.frame.projection.scale_is_true else " at the middle"
        return f"{self.scale_km:,} km{about}"
