"""Everything on one map slide, placed, in sheet pixels: the one value that all forms draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model import Precision
from dashboard.slides.lettering import BODY, wrap

if TYPE_CHECKING:
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from dashboard.model import Event, Flow, Place
    from dashboard.slides.frame import Frame
    from dashboard.slides.lettering import Lettering
    from dashboard.slides.placement import Box
    from dashboard.slides.sheet import Sheet

MARK_PX = 30
"""A mark's width; three quarters of a line of text, so that shape and fill can be told apart."""
MARK_STEP_PX = 34
MAX_MARKS_IN_ROW = 5
MAX_RUNS = 4
RING_PX = 23
"""The radius of the ring around the selected event's mark."""
HEAD_PX = 24
"""The length of an arrow's head."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A country on the sheet."""

    code: str | None
    name: str
    shape: BaseGeometry
    is_focus: bool
    tint: str | None = None
    """The colour of its class where countries are tinted by a count."""


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
    """`type`, `status`, `flow`, `area`, `border` or `tint`; `head` is a heading."""
    key: str
    label: str


class Remedy(StrEnum):
    """What brings back what is left out."""

    TITLE = "a shorter title"
    PLACE = "a place"
    FRAME = "another frame"
    NOTES = "fewer notes"


@dataclass(frozen=True, slots=True)
class Gap:
    """What a slide leaves out, in words, and what would bring it back."""

    words: str
    remedy: Remedy


@dataclass(frozen=True, slots=True)
class Tint:
    """Countries coloured by a count, as on screen."""

    title: str
    colours: dict[str, str]
    """By alpha-2 code."""
    rows: tuple[tuple[str, str], ...]
    """Colour and words of each class, for the legend."""
    left_out: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Where legend, locator and scale stand: in corners that cover no mark, where there are any."""

    legend: Box
    legend_columns: int
    locator: Box
    scale: Box
    """The north arrow and the scale bar beside it."""

    @property
    def boxes(self) -> tuple[Box, Box, Box]:
        """All of them."""
        return self.legend, self.locator, self.scale


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
    selected: str | None
    """The event that is selected, by its id."""
    labels: tuple[Label, ...]
    callouts: tuple[CalloutText, ...]
    legend: tuple[LegendRow, ...]
    furniture: Furniture
    scale_km: int
    scale_px: float
    locator: tuple[BaseGeometry, ...]
    locator_frame: BaseGeometry
    footer: tuple[str, ...]
    not_shown: tuple[Gap, ...]
    """What found no room: nothing is dropped silently."""

    @property
    def is_shortened(self) -> bool:
        """Whether a note on the map leaves words to the speaker notes."""
        return any(callout.is_shortened for callout in self.callouts)

    @property
    def ringed(self) -> tuple[tuple[float, float], ...]:
        """Where the marks of the selected event stand."""
        return tuple(
            (x, y)
            for group in self.groups
            for numbered, x, y in group.marks
            if numbered.event.event_id == self.selected
        )

    @property
    def crowded(self) -> int:
        """How many places have marks that touch those of another place."""
        boxes = np.array([g.box for g in self.groups if g.marks]).reshape(-1, 4)
        boxes = boxes[:2000]  # so many touch on any sheet
        a, b = boxes[:, None], boxes[None]
        hit = (a[..., 0] < b[..., 2]) & (b[..., 0] < a[..., 2])
        hit &= (a[..., 1] < b[..., 3]) & (b[..., 1] < a[..., 3])
        return int((hit.sum(axis=1) > 1).sum())

    @property
    def footer_lines(self) -> tuple[str, ...]:
        """The footer as the sheet has room for it; in full it stands in the speaker notes."""
        left, _, right, _ = self.sheet.map
        spare = self.sheet.footer_lines - len(self.footer)
        lines: list[str] = []
        for words in self.footer:
            broken = wrap(words, BODY, width=right - left, lines=1 + min(1, spare))
            spare -= len(broken) - 1
            lines += broken
        return tuple(lines)

    @property
    def description(self) -> str:
        """What the picture shows, in words: for a screen reader, and for who finds the file."""
        b = self.frame.bounds
        frame = f"Map from {b.west:.3f}, {b.south:.3f} to {b.east:.3f}, {b.north:.3f} (lon, lat)"
        said = (self.title[0], self.subtitle, f"Handling: {self.handling}", frame, *self.footer)
        return ". ".join(words.rstrip(".") for words in said if words) + "."

    @property
    def scale_words(self) -> str:
        """The length of the scale bar, and where it holds."""
        return words_of_scale(self.frame, self.scale_km)


def words_of_scale(frame: Frame, km: int) -> str:
    """The length of a scale bar, and where it holds."""
    return f"{km:,} km{'' if frame.projection.scale_is_true else ' at the middle'}"
