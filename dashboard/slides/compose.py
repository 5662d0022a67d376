"""A briefing and a frame in, a placed `Scene` out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from dashboard.geography import BorderView
from dashboard.marking import drawn_places, focus_of, story_of
from dashboard.slides import captions
from dashboard.slides.fitting import fit_bounds, is_whole
from dashboard.slides.flows import draw_flows, is_drawn, letter_flows, stops_of
from dashboard.slides.frame import Bounds, Frame, scale_bar
from dashboard.slides.furniture import arrange, size_of_legend
from dashboard.slides.ground import (
    Layers,
    draw_lines,
    draw_locator,
    draw_outlines,
    draw_provinces,
    draw_water,
)
from dashboard.slides.lettering import BODY, text_size
from dashboard.slides.letters import Letters, Town, letter_map, name_story_of
from dashboard.slides.linework import draw_linework
from dashboard.slides.margins import (
    choose_title,
    describe_subtitle,
    list_cut_title,
    list_gaps,
    write_footer,
)
from dashboard.slides.marks import draw_areas, group_marks, number_events
from dashboard.slides.placement import Box, Occupied
from dashboard.slides.scene import LegendRow, Scene, Tint, words_of_scale
from dashboard.slides.sheet import SHEET, Sheet
from dashboard.slides.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.model import Briefing, Event, Flow, Place
    from dashboard.slides.groups import NumberedEvent
    from dashboard.slides.scene import Furniture, Outline

LONGEST_SCALE_PX = 240.0
EDGE_PX = 6
"""Names and notes keep this far from the map's edge."""
WORLD_SPAN_DEG = 180.0
"""A map as wide as this needs no smaller one of where it lies."""
# Which borders a frame shows is known only once they are drawn: room is kept for each kind.
EVERY_BORDER = tuple(LegendRow("border", k, v) for k, v in captions.BORDER_WORDS.items())


@dataclass(frozen=True, slots=True)
class SlideRequest:
    """What a user asks of one map slide."""

    briefing: Briefing
    events: tuple[Event, ...]
    """The events left by the filters, in the order of the briefing."""
    title: str | None = None
    heading: str | None = None
    """What the slide is one of several of, a country or a year: suggested titles begin with it."""
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
    country_name: Callable[[str], str] | None = None
    """What the page calls a country, by its code; `None` for the name on the map."""
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
    frame, (scale_km, scale_px) = shown.frame, scale_bar(shown.frame)
    tints = request.tint.colours if request.tint else {}
    outlines = draw_outlines(layers, frame, shown.focus, tints=tints)
    shown, furniture, hidden, letters = _place_letters(
        request, shown, outlines, towns_of(frame), sheet=sheet
    )
    locator, locator_frame = draw_locator(layers, frame, furniture.locator)
    names = request.country_name or layers.country_name
    title, is_cut = choose_title(request, shown, names, width=sheet.title[2] - sheet.title[0])
    scene = Scene(
        frame=frame,
        sheet=sheet,
        title=title,
        subtitle="",
        handling=request.handling,
        outlines=outlines,
        provinces=draw_provinces(layers, frame, request.tint.provinces if request.tint else {}),
        lines=shown.lines,
        water=draw_water(layers, frame),
        areas=shown.areas,
        flows=shown.flows,
        groups=shown.groups,
        selected=request.selected,
        labels=letters.labels,
        callouts=letters.callouts,
        legend=shown.legend,
        furniture=furniture,
        scale_km=scale_km,
        scale_px=scale_px,
        locator=locator,
        locator_frame=locator_frame,
        footer=write_footer(request, frame),
        not_shown=(
            *list_cut_title(request, is_cut=is_cut),
            *list_gaps(request, shown, letters, hidden),
        ),
    )
    return replace(scene, subtitle=describe_subtitle(request, scene, len(shown.events)))


def _place_letters(
    request: SlideRequest,
    shown: Shown,
    outlines: Sequence[Outline],
    towns: Sequence[Town],
    *,
    sheet: Sheet,
) -> tuple[Shown, Furniture, int, Letters]:
    """Place furniture, names and notes; what a full country cannot hold, the legend lists."""
    frame, size = shown.frame, (sheet.width, sheet.height)
    linework = draw_linework(outlines, shown.lines, shown.areas, size=size)
    left, top, right, bottom = sheet.map
    edge = (left + EDGE_PX, top + EDGE_PX, right - EDGE_PX, bottom - EDGE_PX)
    scale_km, scale_px = scale_bar(frame)
    for last in (False, False, True):
        furniture, hidden = arrange(
            sheet.map,
            shown.legend,
            shown.rooms,
            scale_px=max(scale_px, text_size(words_of_scale(frame, scale_km), BODY)[0]),
            has_locator=frame.seen.east - frame.seen.west < WORLD_SPAN_DEG,
        )
        boxes = (*furniture.boxes, *shown.boxes, *shown.tethers)
        taken = Occupied(boxes, size=size, linework=linework, edge=edge)
        named = name_story_of(shown, outlines, taken)
        if last or not named.story.unnoted:
            break
        listed = shown.listed | {group.place.place_id for group in named.story.unnoted}
        shown = replace(
            shown, listed=listed, legend=captions.list_countries(shown.legend, shown, listed)
        )
    letters = letter_map(shown, outlines, towns, named, most_notes=request.most_notes)
    return shown, furniture, hidden, letters


def _show(request: SlideRequest, layers: Layers, sheet: Sheet) -> Shown:
    """Return what the map shows, in the frame in which the furniture hides the fewest marks."""
    numbered = number_events(request.events, request.briefing)
    places = _places_shown(request, numbered)
    bounds = request.bounds or fit_bounds(
        places,
        _outline_of(request.country, layers),
        with_countries=_is_mostly_whole(numbered),
    )
    tries = []
    for clear in (None, _clear_of_legend(request, sheet)):
        shown = _fill_frame(request, numbered, places, Frame(bounds, sheet.map, clear=clear))
        legend = (*shown.legend, *EVERY_BORDER)
        _, hidden = arrange(sheet.map, legend, shown.rooms, scale_px=LONGEST_SCALE_PX)
        tries.append((hidden, shown))
        if not hidden:
            break
    best = min(tries, key=lambda each: each[0])[1]
    lines = draw_lines(layers, best.frame)
    rows = captions.list_legend(
        best.events,
        groups=best.groups,
        areas=best.areas,
        lines=lines,
        flows=best.flows,
        tint=request.tint,
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
    told = {p.place_id for n in numbered for p in drawn_places(n.event)}
    areas = tuple(
        a
        for a in draw_areas(places, frame)
        if ("countries" if a.style == "country" else "areas") not in request.hidden
        # A country at the end of a movement is tinted only for what happened in it.
        and (a.style != "country" or a.place.place_id in told)
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
        legend=captions.list_legend(
            events, groups=groups, areas=areas, flows=flows, tint=request.tint
        ),
    )


def _places_shown(request: SlideRequest, numbered: Sequence[NumberedEvent]) -> list[Place]:
    places = {p.place_id: p for n in numbered for p in drawn_places(n.event)}
    ends = [at.place for f in request.flows_shown if is_drawn(f) for at in stops_of(f)]
    places |= {p.place_id: p for p in ends if p.place_id not in places}
    return list(places.values()) or list(request.briefing.places.values())


def _is_mostly_whole(numbered: Sequence[NumberedEvent]) -> bool:
    """Whether most events are told of no place but a country."""
    whole = sum(all(map(is_whole, drawn_places(n.event))) for n in numbered)
    return whole * 2 > len(numbered)


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
