"""Everything on one map slide, placed, in sheet pixels: the one value that all forms draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from dashboard.slides.lettering import BODY, printable, wrap
from dashboard.slides.towns import draw_towns

if TYPE_CHECKING:
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from dashboard.model import Flow, Place
    from dashboard.slides.frame import Frame
    from dashboard.slides.groups import MarkGroup
    from dashboard.slides.lettering import Lettering
    from dashboard.slides.placement import Box
    from dashboard.slides.sheet import Sheet

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
class NoteLine:
    """A line of a note; the first of an event bears its number."""

    words: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class CalloutText:
    """A placed box of text about the events of one place."""

    title: str
    lines: tuple[NoteLine, ...]
    box: Box
    leader: tuple[tuple[float, float], tuple[float, float]] | None
    """From the mark to the note; `None` for one that stands inside the country it is about."""
    colour: str
    is_shortened: bool = False
    """Whether the notes say more of these words."""
    indent_px: float = 0
    """How far the words hang in from the numbers."""

    @property
    def words(self) -> str:
        """All of it on one line."""
        return " ".join(filter(None, (w for x in self.lines for w in (x.number, x.words))))


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One line of the legend: what is drawn and what it means."""

    kind: str
    """`type`, `status`, `flow`, `area`, `border` or `tint`; `head` and `list` have no symbol."""
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
    """Countries or provinces coloured by a count, as on screen."""

    title: str
    colours: dict[str, str]
    """Of countries, by alpha-2 code."""
    rows: tuple[tuple[str, str], ...]
    """Colour and words of each class, for the legend."""
    left_out: str | None = None
    provinces: dict[str, str] = field(default_factory=dict)
    """Colours of provinces, by `province_id`."""


@dataclass(frozen=True, slots=True)
class TintedProvince:
    """A province on the sheet, coloured by its class."""

    name: str
    shape: BaseGeometry
    colour: str


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
    provinces: tuple[TintedProvince, ...]
    """Only those that are tinted."""
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
    def towns(self) -> BaseGeometry:
        """The ground of the marks that are somewhere in or near a town."""
        return draw_towns(self.groups, self.frame)

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
        return printable(". ".join(words.rstrip(".") for words in said if words) + ".")

    @property
    def scale_words(self) -> str:
        """The length of the scale bar, and where it holds."""
        return words_of_scale(self.frame, self.scale_km)


def words_of_scale(frame: Frame, km: int) -> str:
    """The length of a scale bar, and where it holds."""
    return f"{km:,} km{'' if frame.projection.scale_is_true else ' at the middle'}"
