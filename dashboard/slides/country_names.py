"""Where the names of countries stand, and with them the numbers of what is told of all of one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.model import Precision
from dashboard.slides.leaders import CalloutRequest, place_callouts
from dashboard.slides.lettering import BODY, COUNTRY, NEIGHBOUR, Lettering, text_size
from dashboard.slides.scene import CalloutText, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.groups import MarkGroup
    from dashboard.slides.placement import Box, Occupied
    from dashboard.slides.scene import Outline
    from dashboard.slides.shown import Shown

QUIET, NOTE_INK = "#5B534B", "#7A2E22"
PAD_PX = 10
STEP_PX = 20.0
MARK_ROOM_PX = 190.0
"""Nearer to a mark than this a name would take the room of the mark's note."""
MOST_HIDDEN = 14.0
"""More of a border than this a neighbour's name does not hide."""
MOST_SPILLED = 45.0
"""The same for a country of the story: rather a little over its border than beside it."""
SPILL = 1.25
"""How much wider than its country a neighbour's name may be."""

Point = tuple[float, float]
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class CountryNumbers:
    """The numbers of what is told of all of a country, on paper inside its border."""

    group: MarkGroup
    label: Label
    ground: Ground


@dataclass(frozen=True, slots=True)
class CountryNames:
    """The names that found room, and the countries whose note did not."""

    labels: tuple[Label, ...]
    numbers: tuple[CountryNumbers, ...]
    led_out: tuple[CalloutText, ...]
    """Names of countries too small for them, each with a line to its country."""
    unnamed: tuple[str, ...]
    """Countries whose name found no room even so."""
    unnoted: tuple[MarkGroup, ...]


def name_story(
    outlines: Sequence[Outline],
    shown: Shown,
    taken: Occupied,
) -> CountryNames:
    """Name the countries that the story is about, each inside its border; `taken` grows.

    The numbers of events that are told of no place but the country stand under its name, or
    inside its border, or are handed back, unless the legend lists them. A name always finds room:
    smaller, over its border, or led out by a line.
    """
    whole = [group for group in shown.groups if not group.marks]
    told = {code_of(group) for group in whole}
    notes: dict[str | None, MarkGroup] = {
        code_of(group): group for group in whole if group.place.place_id not in shown.listed
    }
    marks = [(group.x, group.y) for group in shown.groups if group.marks]
    labels: list[Label] = []
    numbers: list[CountryNumbers] = []
    led_out: list[CalloutText] = []
    unnamed: list[str] = []
    story = sorted(
        (o for o in _largest(outlines) if o.is_focus or o.code in told),
        key=lambda o: (not o.is_focus, o.shape.area),
    )
    for outline in story:
        note, ground = notes.get(outline.code), Ground(outline.shape, marks)
        found, paper = _name_with_note(outline, note, ground, taken)
        found = found or _name_alone(outline.name.upper(), ground, taken)
        beside = [] if found else _lead_out(outline, ground, taken)
        unnamed += [] if found or beside else [outline.name]
        led_out += beside
        labels += found
        if note is not None:
            paper = paper or _note_alone(note, ground, taken)
            if paper is not None:
                numbers.append(CountryNumbers(note, paper, ground))
                notes.pop(outline.code)
    unnoted = tuple(notes.values())
    return CountryNames(tuple(labels), tuple(numbers), tuple(led_out), tuple(unnamed), unnoted)


def name_neighbours(
    outlines: Sequence[Outline], named: Sequence[str], taken: Occupied
) -> tuple[Label, ...]:
    """Name the other countries where a name hides nothing much; `taken` grows."""
    labels: list[Label] = []
    for outline in sorted(_largest(outlines), key=lambda o: -o.shape.area):
        name = outline.name.upper()
        size = text_size(name, NEIGHBOUR)
        ground = Ground(outline.shape, ())
        left, _, right, _ = ground.main.bounds
        if name in named or size[0] > SPILL * (right - left):
            continue
        box = ground.find(size, taken, most_hidden=MOST_HIDDEN)
        if box is None:
            box = ground.find(size, taken, most_hidden=MOST_HIDDEN, is_inside=False)
        if box is not None:
            labels.append(Label(name, box, NEIGHBOUR, QUIET))
            taken.add(box)
    return tuple(labels)


def code_of(group: MarkGroup) -> str:
    """Return the code of the country that a group without a mark stands for; or its place's id."""
    is_one = group.place.precision is Precision.COUNTRY
    return (group.place.country if is_one else None) or group.place.place_id


class Ground:
    """The largest part of a country that is seen, and the places in it where a text may stand."""

    def __init__(self, shape: BaseGeometry, marks: Sequence[Point]) -> None:
        self.main = max(shapely.get_parts(shape), key=shapely.area).simplify(3)
        shapely.prepare(self.main)
        middle = shapely.maximum_inscribed_circle(self.main, tolerance=20).coords[0]
        self.middle: Point = (float(middle[0]), float(middle[1]))
        left, top, right, bottom = self.main.bounds
        xs, ys = np.meshgrid(np.arange(left, right, STEP_PX), np.arange(top, bottom, STEP_PX * 0.6))
        inside = shapely.contains_xy(self.main, xs.ravel(), ys.ravel())
        spots = np.column_stack([xs.ravel()[inside], ys.ravel()[inside]])
        self._spots = np.vstack([np.array([self.middle]), spots])
        self._costs = self._cost(marks)

    def _cost(self, marks: Sequence[Point]) -> np.ndarray:
        """Return what speaks against each spot: far from the middle, near to a mark."""
        cost: np.ndarray = np.hypot(*(self._spots - np.array(self.middle)).T) * 0.4
        for mark in marks:
            away = np.hypot(*(self._spots - np.array(mark)).T)
            cost += np.maximum(0, MARK_ROOM_PX - away)
        return cost

    def find(
        self,
        size: Size,
        taken: Occupied,
        *,
        most_hidden: float = math.inf,
        is_inside: bool = True,
    ) -> Box | None:
        """Return the best free box of a size; with `is_inside` no corner of it leaves the land."""
        best: tuple[float, Box | None] = math.inf, None
        for cost, box in self._boxes(size, taken.edge, is_inside=is_inside):
            if cost >= best[0]:
                break
            if taken.is_free(box, margin=3):
                hidden = taken.hidden_by(box)
                if hidden <= most_hidden and cost + 4 * hidden < best[0]:
                    best = cost + 4 * hidden, box
        return best[1]

    def _boxes(self, size: Size, edge: Box, *, is_inside: bool) -> Iterator[tuple[float, Box]]:
        w, h = size[0] / 2, size[1] / 2
        x, y = self._spots[:, 0], self._spots[:, 1]
        good = (x - w >= edge[0]) & (x + w <= edge[2]) & (y - h >= edge[1]) & (y + h <= edge[3])
        at, costs = self._spots[good], self._costs[good]
        if is_inside and len(at):
            x, y = at[:, 0], at[:, 1]
            fits = shapely.contains(self.main, shapely.box(x - w, y - h, x + w, y + h))
            at, costs = at[fits], costs[fits]
        for i in np.argsort(costs, kind="stable"):
            mx, my = float(at[i, 0]), float(at[i, 1])
            yield float(costs[i]), (mx - w, my - h, mx + w, my + h)


def _largest(outlines: Sequence[Outline]) -> list[Outline]:
    """Of the parts of one country that are rows of their own the largest."""
    by_code: dict[str, Outline] = {}
    for outline in outlines:
        key = outline.code or outline.name
        if key not in by_code or outline.shape.area > by_code[key].shape.area:
            by_code[key] = outline
    return list(by_code.values())


def _note_words(group: MarkGroup, *, is_named: bool) -> str:
    only = "country only: " if group.place.precision is Precision.COUNTRY else ""
    name = "" if is_named else f"{group.place.name}{', ' if only else ': '}"
    return f"{name}{only}{group.numbers}"


def _name_with_note(
    outline: Outline, note: MarkGroup | None, ground: Ground, taken: Occupied
) -> tuple[list[Label], Label | None]:
    """Return the name and under it the numbers, or nothing."""
    if note is None:
        return [], None
    name, words = outline.name.upper(), _note_words(note, is_named=True)
    wide, high = text_size(words, BODY)
    wide += 2 * PAD_PX
    for face in (COUNTRY, NEIGHBOUR):
        name_wide, name_high = text_size(name, face)
        box = ground.find((max(wide, name_wide), high + name_high), taken)
        if box is not None:
            middle, cut = (box[0] + box[2]) / 2, box[1] + name_high
            over = middle - name_wide / 2, box[1], middle + name_wide / 2, cut
            under = middle - wide / 2, cut, middle + wide / 2, box[3]
            taken.add(over, under)
            return [Label(name, over, face, QUIET)], _note_label(words, under)
    return [], None


def _note_alone(group: MarkGroup, ground: Ground, taken: Occupied) -> Label | None:
    for is_named in (False, True):
        words = _note_words(group, is_named=is_named)
        wide, high = text_size(words, BODY)
        box = ground.find((wide + 2 * PAD_PX, high), taken)
        if box is not None:
            taken.add(box)
            return _note_label(words, box)
    return None


def _note_label(words: str, box: Box) -> Label:
    return Label(words, box, BODY, NOTE_INK, is_boxed=True)


def _name_alone(name: str, ground: Ground, taken: Occupied) -> list[Label]:
    tries: tuple[tuple[Lettering, bool], ...] = (
        (COUNTRY, True),
        (NEIGHBOUR, True),
        (NEIGHBOUR, False),
    )
    for face, is_inside in tries:
        most = math.inf if is_inside else MOST_SPILLED
        box = ground.find(text_size(name, face), taken, is_inside=is_inside, most_hidden=most)
        if box is not None:
            taken.add(box)
            return [Label(name, box, face, QUIET)]
    return []


def _lead_out(outline: Outline, ground: Ground, taken: Occupied) -> list[CalloutText]:
    """Return the name in a box beside its country, with a line that leads to it."""
    name = outline.name.upper()
    wide, high = text_size(name, NEIGHBOUR)
    request = CalloutRequest(name, *ground.middle, wide + 2 * PAD_PX + 10, high + 4)
    placed = place_callouts([request], taken, taken.edge)
    return [CalloutText(name, (), c.box, c.leader, QUIET) for c in placed.values()]
