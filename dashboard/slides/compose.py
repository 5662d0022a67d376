"""A briefing and a frame in, a placed `Scene` out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from dashboard.geography import BorderView
from dashboard.marking import drawn_places, focus_of, story_of
from dashboard.slides import captions
from dashboard.slides.fitting import fit_bounds
from dashboard.slides.flows import draw_flows, is_drawn, letter_flows, stops_of
from dashboard.slides.frame import Bounds, Frame, scale_bar
from dashboard.slides.furniture import arrange, size_of_legend
from dashboard.slides.ground import Layers, draw_lines, draw_locator, draw_outlines, draw_water
from dashboard.slides.lettering import BODY, SUBTITLE, TITLE, shorten, text_size, wrap
from dashboard.slides.letters import Letters, Town, letter_map
from dashboard.slides.marks import draw_areas, group_marks, number_events
from dashboard.slides.placement import Box, Occupied
from dashboard.slides.scene import (
    Gap,
    LegendRow,
    NumberedEvent,
    Remedy,
    Scene,
    Tint,
    words_of_scale,
)
from dashboard.slides.sheet import SHEET, Sheet
from dashboard.slides.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.model import Briefing, Event, Flow, Place

LONGEST_SCALE_PX = 240.0
WORLD_SPAN_DEG = 180.0
"""A map as wide as this needs no smaller one of where it lies."""
SWITCHES = frozenset({"areas", "countries", "flows"})
# Which borders a frame shows is known only once they are drawn: room is kept for each kind.
EVERY_BORDER = tuple(LegendRow("border", k, v) for k, v in captions.BORDER_WORDS.items())


@dataclass(frozen=True, slots=True)
class SlideRequest:
    """What a user asks of one map slide."""

    briefing: Briefing
    events: tuple[Event, ...]
    """The events left by the filters, in the order of the briefing."""
    title: str | None = None
    filters: str | None = None
    """The filters in words; `None` when nothing is filtered."""
    bounds: Bounds | None = None
    """The frame on screen; `None` fits the marks."""
    handling: str = "UNMARKED - set handling"
    border_view: BorderView = BorderView.DE_FACTO
    flows: tuple[Flow, ...] | None = None
    """The movements left by the filters; `None` stands for all of the briefing."""
    country: str | None = None
    """The country that the slide is about: shown whole and lifted out."""
    hidden: frozenset[str] = frozenset()
    """What the reader has switched off on the map: `areas`, `countries`, `flows`."""
    tint: Tint | None = None
    selected: str | None = None
    """The event that is selected on screen, by its id: its mark is ringed."""
    most_notes: int = 12
    """How many places get a note on the map; the others are told by their numbers."""
    screen_note: str | None = None
    """What the screen shows that the slide does not, in words; stands in the footer."""
    version: str = ""
    content_hash: str = ""

    @property
    def flows_shown(self) -> tuple[Flow, ...]:
        """The movements that the slide draws where their ends are known."""
        if "flows" in self.hidden:
            return ()
        return self.briefing.flows if self.flows is None else self.flows


def hash_content(briefing: Briefing) -> str:
    """Return eight hexadecimal digits that stand for the documents of a briefing."""
    joined = "".join(a.article_id for a in briefing.articles)
    return hashlib.sha256(joined.encode()).hexdigest()[:8]


def compose_scene(
    request: SlideRequest,
    layers: Layers,
    towns_of: Callable[[Frame], Sequence[Town]],
    *,
    sheet: Sheet = SHEET,
) -> Scene:
    """Return the slide for a request.

    `towns_of` gives the towns of a frame that may be named where there is room, the largest first.
    """
    shown = _show(request, layers, sheet)
    frame, legend = shown.frame, shown.legend
    scale_km, scale_px = scale_bar(frame)
    furniture, hidden = arrange(
        sheet.map,
        legend,
        shown.boxes,
        scale_px=max(scale_px, text_size(words_of_scale(frame, scale_km), BODY)[0]),
        has_locator=frame.seen.east - frame.seen.west < WORLD_SPAN_DEG,
    )
    tints = request.tint.colours if request.tint else {}
    outlines = draw_outlines(layers, frame, shown.focus, tints=tints)
    taken = Occupied([*furniture.boxes, *shown.boxes], size=(sheet.width, sheet.height))
    letters = letter_map(
        shown, outlines, towns_of(frame), taken=taken, most_notes=request.most_notes
    )
    locator, locator_frame = draw_locator(layers, frame, furniture.locator)
    title, is_cut = _title(request, shown, width=sheet.title[2] - sheet.title[0])
    scene = Scene(
        frame=frame,
        sheet=sheet,
        title=title,
        subtitle="",
        handling=request.handling,
        outlines=outlines,
        lines=shown.lines,
        water=draw_water(layers, frame),
        areas=shown.areas,
        flows=shown.flows,
        groups=shown.groups,
        selected=request.selected,
        labels=letters.labels,
        callouts=letters.callouts,
        legend=legend,
        furniture=furniture,
        scale_km=scale_km,
        scale_px=scale_px,
        locator=locator,
        locator_frame=locator_frame,
        footer=_footer(request, frame),
        not_shown=(*_cut_title(request, is_cut=is_cut), *_gaps(request, shown, letters, hidden)),
    )
    return replace(scene, subtitle=_subtitle(request, scene, len(shown.events)))


def _show(request: SlideRequest, layers: Layers, sheet: Sheet) -> Shown:
    """Return what the map shows, in the frame in which the furniture hides the fewest marks."""
    numbered = number_events(request.events, request.briefing)
    places = _places_shown(request, numbered)
    bounds = request.bounds or fit_bounds(places, _outline_of(request.country, layers))
    tries = []
    for clear in (None, _clear_of_legend(request, sheet)):
        shown = _fill_frame(request, numbered, places, Frame(bounds, sheet.map, clear=clear))
        legend = (*shown.legend, *EVERY_BORDER)
        _, hidden = arrange(sheet.map, legend, shown.boxes, scale_px=LONGEST_SCALE_PX)
        tries.append((hidden, shown))
        if not hidden:
            break
    best = min(tries, key=lambda each: each[0])[1]
    lines = draw_lines(layers, best.frame)
    rows = captions.list_legend(
        best.events, areas=best.areas, lines=lines, flows=best.flows, tint=request.tint
    )
    return replace(best, lines=lines, legend=rows)


def _fill_frame(
    request: SlideRequest,
    numbered: Sequence[NumberedEvent],
    places: Sequence[Place],
    frame: Frame,
) -> Shown:
    articles = {a.article_id: a for a in request.briefing.articles}
    letters = letter_flows(request.briefing.flows)
    story = story_of(request.briefing.events)
    flows = draw_flows(request.flows_shown, letters, articles, frame=frame)
    areas = tuple(
        a
        for a in draw_areas(places, frame)
        if ("countries" if a.style == "country" else "areas") not in request.hidden
    )
    groups = group_marks(numbered, frame)
    events = tuple({n.number: n.event for g in groups for n in g.events}.values())
    return Shown(
        frame=frame,
        events=events,
        focus=(request.country,) if request.country else focus_of(story),
        selected=request.selected,
        areas=areas,
        flows=flows,
        groups=groups,
        lines=(),
        legend=captions.list_legend(events, areas=areas, flows=flows, tint=request.tint),
    )


def _places_shown(request: SlideRequest, numbered: Sequence[NumberedEvent]) -> list[Place]:
    places = {p.place_id: p for n in numbered for p in drawn_places(n.event)}
    ends = [at.place for f in request.flows_shown if is_drawn(f) for at in stops_of(f)]
    places |= {p.place_id: p for p in ends if p.place_id not in places}
    return list(places.values()) or list(request.briefing.places.values())


def _outline_of(country: str | None, layers: Layers) -> BaseGeometry | None:
    if country is None:
        return None
    rows = layers.countries_light[layers.countries_light["country"] == country].geometry
    return shapely.union_all(rows.to_numpy()) if len(rows) else None


def _clear_of_legend(request: SlideRequest, sheet: Sheet) -> Box:
    """The map's box less the column that the legend of these events takes."""
    left, top, right, bottom = sheet.map
    width, _ = size_of_legend(captions.list_legend(request.events), 1)
    return left, top, right - width, bottom


def _subtitle(request: SlideRequest, scene: Scene, shown: int) -> str:
    words = captions.describe_subtitle(request.filters, shown, len(request.briefing.events))
    if scene.is_shortened:
        words += " · … full text in the notes"
    width = scene.sheet.map[2] - scene.sheet.map[0]
    return " ".join(wrap(words, SUBTITLE, width=width, lines=1))


def _footer(request: SlideRequest, frame: Frame) -> tuple[str, ...]:
    sources = "; ".join(
        f"[{i}] {captions.cite_briefly(a)}" for i, a in enumerate(request.briefing.articles, 1)
    )
    dates = [a.published for a in request.briefing.articles if a.published]
    as_of = f"Information as of {max(dates).day} {max(dates):%B %Y}. " if dates else ""
    off = ", ".join(sorted(request.hidden & SWITCHES))
    note = f" Switched off on screen: {off}." if off else ""
    note += f" {request.screen_note}" if request.screen_note else ""
    made = (
        f"Briefing map {request.version}, content {request.content_hash}. "
        if request.version
        else ""
    )
    return (
        f"{as_of}Sources: {sources}",
        (
            f"Borders: {request.border_view.value} view. {captions.DISCLAIMER} "
            f"Projection: {frame.projection.name}.{note}"
        ),
        f"{made}{captions.CREDITS}",
    )


def _title(request: SlideRequest, shown: Shown, *, width: float) -> tuple[tuple[str, ...], bool]:
    """Return the title in one line, and whether the reader's own had to be cut for it."""
    if request.title:
        return shorten(request.title, TITLE, width=width, lines=1)
    suggested = [
        shorten(title, TITLE, width=width, lines=1)
        for title in captions.suggest_titles(shown.events)
    ]
    title, _ = next((each for each in suggested if not each[1]), suggested[-1])
    return title, False


def _cut_title(request: SlideRequest, *, is_cut: bool) -> Iterator[Gap]:
    if is_cut:
        yield Gap(f"the title is cut on the slide; in full: {request.title}", Remedy.TITLE)


def _gaps(request: SlideRequest, shown: Shown, letters: Letters, hidden: int) -> Iterator[Gap]:
    placed = sum(bool(e.places) and e.not_drawn_because is None for e in request.events)
    if len(request.events) > placed:
        count = captions.count_events(len(request.events) - placed)
        yield Gap(f"{count} without a place that can be drawn", Remedy.PLACE)
    if placed > len(shown.events):
        count = captions.count_events(placed - len(shown.events))
        yield Gap(f"{count} outside the frame", Remedy.FRAME)
    flows = sum(is_drawn(f) for f in request.flows_shown) - len(shown.flows)
    if flows:
        yield Gap(f"{flows} movement{'s' if flows > 1 else ''} outside the frame", Remedy.FRAME)
    if letters.unnumbered:
        marks = "1 place" if letters.unnumbered == 1 else f"{letters.unnumbered:,} places"
        yield Gap(f"no room for the numbers of {marks}", Remedy.FRAME)
    if letters.unnoted:
        names = ", ".join(letters.unnoted)
        yield Gap(f"no room for a note on {names} as a whole", Remedy.NOTES)
    if hidden:
        places = "1 place" if hidden == 1 else f"{hidden} places"
        yield Gap(f"{places} under the legend, the locator or the scale", Remedy.FRAME)
    if request.tint and request.tint.left_out:
        yield Gap(f"{request.tint.title}: {request.tint.left_out}", Remedy.PLACE)
