"""The one value that the frame draws: plain lists and words, made from a `MapView`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.mapping import crowd, excerpts, flows, frame, shapes, tint, wording
from dashboard.mapping.cells import look_at
from dashboard.mapping.columns import is_loose, lay_out_marks
from dashboard.mapping.group_lists import list_page
from dashboard.marking import drawn_places, focus_of, reach_km
from dashboard.model import POINTS, WIDE, Place, Precision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.mapping.view import Bounds, MapView
    from dashboard.model import Article, Event

    Mark = tuple[Event, Place]

# Any: JSON.
Json = dict[str, Any]

ROUGH_EDGE = "part:"
"""A part "in the south of" has no fixed edge; its outline is drawn dotted."""


def payload_of(view: MapView, *, crowd_above: int = crowd.LIMIT) -> Json:
    """Return what `Briefing.update` in `static/map/main.js` expects.

    More marks than `crowd_above` are grouped, and their cards are sent one by one.
    """
    many = _crowd_view(view, crowd_above)
    story = _story(view)
    # Left where the last documents put it, the map would say where a text without places is.
    nowhere = None if view.is_bare else frame.WORLD
    box = view.frame or frame.frame_of(view.briefing, story=story) or nowhere
    marks = () if view.is_bare or many else view.marks
    return {
        "briefing": view.briefing_id,
        "bare": view.is_bare,
        "presenting": view.is_presenting,
        "total": len(view.briefing.events),
        "frame": [[box.south, box.west], [box.north, box.east]] if box else None,
        "focus": list(view.focus or focus_of(story)),
        "provinces": _provinces(view),
        "borders": view.border_view,
        "look": view.look,
        "ground": view.ground,
        "overlays": [] if view.is_bare else list(view.overlays),
        "tint": None
        if view.is_bare
        else tint.tint_of(view.shown, view.tint_by, provinces=view.provinces),
        "flows": [] if view.is_bare else flows.flow_records(view.flows, _articles(view)),
        **(_crowd(view, many, box) if many else _events(view, marks)),
    }


def _crowd_view(view: MapView, crowd_above: int) -> crowd.CrowdView | None:
    """Return the crowd that is shown, `None` where the marks are few enough for cards."""
    if view.is_bare or (view.crowd is None and len(view.shown) <= crowd_above):
        return None
    given = view.crowd
    if given is None:
        marks = lay_out_marks(replace(view.briefing, events=view.shown))
        given = crowd.CrowdView(marks, np.ones(len(view.shown), dtype=np.bool_))
    return given if len(given.rows) > crowd_above else None


def _story(view: MapView) -> Counter[Place]:
    """Return the places of all events, each with its number; empty where the page has used them."""
    if view.frame and view.focus:
        return Counter()
    if view.crowd is None:
        return frame.story_places(view.briefing)
    return frame.count_places(view.crowd.marks)


def _marked(view: MapView) -> Sequence[Place]:
    """Return the places of all events, also of those that are filtered out."""
    return view.crowd.marks.places if view.crowd else tuple(frame.story_places(view.briefing))


def _named(view: MapView) -> Sequence[Place]:
    """Return the places that the texts name; of a large table they are gathered once."""
    return view.crowd.marks.named if view.crowd else tuple(view.briefing.places.values())


def _provinces(view: MapView) -> list[str]:
    """Return the provinces that the base map leaves to us to name: marked and named ones."""
    places = (*_named(view), *_marked(view))
    return sorted({place.name for place in places if place.precision is Precision.PROVINCE})


def _quiet(view: MapView) -> dict[str, Place]:
    """Return the named places that are drawn without an event; of many only those that are areas.

    Among hundreds of rings nobody finds the few events that a filter has left.
    """
    named = () if view.is_bare else _named(view)
    are_few = len(named) <= crowd.LIMIT
    return {p.place_id: p for p in named if are_few or p.precision not in POINTS}


def _events(view: MapView, marks: Sequence[Mark]) -> Json:
    articles, numbers = _articles(view), _numbers(view) if marks else {}
    events = {event.event_id: event for event, _ in marks}
    cards = [event_card(e, articles[e.article_id], numbers[e.event_id]) for e in events.values()]
    marked = {place.place_id: place for _, place in marks}
    drawn = {} if view.is_bare else _quiet(view) | marked
    places = [_place(p, is_quiet=place_id not in marked) for place_id, p in drawn.items()]
    towns = sorted({place.name for place in drawn.values() if place.precision in POINTS})
    few = {"crowd": None, "card": None, "list": None}
    return {"events": cards, "places": places, "towns": towns, **few}


def _crowd(view: MapView, many: crowd.CrowdView, box: Bounds | None) -> Json:
    """Return the columns; of the places only what is no point, for the rest is in the columns."""
    articles, marks, rows = _articles(view), many.marks, many.rows
    look = many.looked_at or look_at(box)
    numbers = np.flatnonzero(np.bincount(marks.place[rows], minlength=len(marks.places)))
    areas_at = numbers[~marks.is_grouped[numbers]].tolist()
    marked = {marks.places[n].place_id: marks.places[n] for n in areas_at}
    areas = {p.place_id: p for p in marks.named if p.precision not in POINTS and not is_loose(p)}
    return {
        "events": [],
        "towns": [],
        "places": [_place(p, is_quiet=i not in marked) for i, p in {**areas, **marked}.items()],
        "crowd": crowd.crowd_of(marks, rows, articles, look),
        "card": _picked_card(view, many, articles),
        "list": list_page(marks, rows, many.asked, articles) if many.asked else None,
    }


def _picked_card(
    view: MapView, many: crowd.CrowdView, articles: Mapping[str, Article]
) -> Json | None:
    """Return the card of the picked event and where it is marked, if it is among those shown."""
    if view.picked is None:
        return None
    events = enumerate(view.briefing.events)
    found = next(((n, e) for n, e in events if e.event_id == view.picked), None)
    if found is None or not drawn_places(found[1]) or found[1].not_drawn_because is not None:
        return None
    number, event = found
    is_shown = view.crowd is None or bool(many.passing[number])
    place = drawn_places(event)[0]
    card = event_card(event, articles[event.article_id], number + 1)
    return card | {"spot": [place.lat, place.lon]} if is_shown else None


def _articles(view: MapView) -> dict[str, Article]:
    return {article.article_id: article for article in view.briefing.articles}


def _numbers(view: MapView) -> dict[str, int]:
    """Return the number of each shown event among all."""
    if view.crowd is None:
        return {event.event_id: n for n, event in enumerate(view.briefing.events, start=1)}
    numbers = (np.flatnonzero(view.crowd.passing) + 1).tolist()
    return {e.event_id: n for e, n in zip(view.shown, numbers, strict=True)}


def event_card(event: Event, article: Article, number: int) -> Json:
    """Return everything that the card of one event says, and where and how it is marked."""
    title = event.trigger.of(article.text)
    start, end = event.when.start, event.when.end
    return {
        "id": event.event_id,
        "n": number,
        "type": event.type,
        "sub": event.sub_type,
        "status": event.status,
        "title": title,
        "say": wording.spoken_name(event, title),
        "when": event.when.words,
        "from": crowd.day_number(start or end),
        "to": crowd.day_number(end or start),
        "at": [place.place_id for place in drawn_places(event)],
        "quote": [
            [run.text, run.is_trigger, run.is_place, run.follows_gap]
            for run in excerpts.quote_runs(article, event)
        ],
        "facts": [list(row) for row in wording.facts(event, article)],
    }


def _place(place: Place, *, is_quiet: bool) -> Json:
    is_nameless = is_quiet and place.precision in WIDE  # the base map names it already
    shape = None if is_nameless else place.geometry
    return {
        "id": place.place_id,
        "name": place.name,
        "lat": round(place.lat, 4),
        "lon": round(place.lon, 4),
        "form": place.precision,
        "reach": reach_km(place),
        "lead": wording.LIST_LEADS[place.precision],
        "note": place.note,
        "countries": list(place.countries),
        "quiet": is_quiet,
        "rough": place.place_id.startswith(ROUGH_EDGE),
        "shape": None if shape is None else shapes.light_geometry(shape),
    }
