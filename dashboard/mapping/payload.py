"""The one value that the frame draws: plain lists and words, made from a `MapView`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.mapping import crowd, excerpts, flows, frame, shapes, tint, wording
from dashboard.marking import drawn_places, focus_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.mapping.view import MapView
    from dashboard.model import Article, Event, Place

# Any: JSON.
Json = dict[str, Any]

ROUGH_EDGE = "part:"
"""A part "in the south of" has no fixed edge; its outline is drawn dotted."""


def payload_of(view: MapView, *, crowd_above: int = crowd.LIMIT) -> Json:
    """Return what `Briefing.update` in `static/map/main.js` expects.

    More marks than `crowd_above` are grouped, and their cards are sent one by one.
    """
    story = frame.story_places(view.briefing)
    box = view.frame or frame.frame_of(view.briefing, story=story)
    marks = () if view.is_bare else view.marks
    is_crowd = len(marks) > crowd_above
    return {
        "briefing": view.briefing_id,
        "bare": view.is_bare,
        "presenting": view.is_presenting,
        "total": len(view.briefing.events),
        "frame": [[box.south, box.west], [box.north, box.east]] if box else None,
        "focus": list(view.focus or focus_of(story)),
        "towns": [] if is_crowd else _towns(view, story),
        "borders": view.border_view,
        "look": view.look,
        "ground": view.ground,
        "overlays": [] if view.is_bare else list(view.overlays),
        "tint": None if view.is_bare else tint.tint_of(view.shown, view.tint_by),
        "places": [] if view.is_bare else _places(view, marks, is_crowd=is_crowd),
        "flows": [] if view.is_bare else flows.flow_records(view.flows, _articles(view)),
        **(_crowd(view, marks) if is_crowd else _events(view, marks)),
    }


def _towns(view: MapView, story: Iterable[Place]) -> list[str]:
    """Return the names that the base map leaves to us: those of marked and of named towns.

    Filters do not change them, for drawing the base map anew takes longer than all else.
    """
    places = (*view.briefing.places.values(), *story)
    return sorted({place.name for place in places if place.precision in crowd.POINTS})


def _events(view: MapView, marks: Sequence[crowd.Mark]) -> Json:
    articles, numbers = _articles(view), _numbers(view)
    events = {event.event_id: event for event, _ in marks}
    cards = [event_card(e, articles[e.article_id], numbers[e.event_id]) for e in events.values()]
    return {"events": cards, "crowd": None, "card": None}


def _crowd(view: MapView, marks: Sequence[crowd.Mark]) -> Json:
    articles, numbers = _articles(view), _numbers(view)
    picked = [event for event, _ in marks if event.event_id == view.picked][:1]
    cards = [event_card(e, articles[e.article_id], numbers[e.event_id]) for e in picked]
    return {
        "events": [],
        "crowd": crowd.crowd_of(marks, articles),
        "card": cards[0] if cards else None,
    }


def _articles(view: MapView) -> dict[str, Article]:
    return {article.article_id: article for article in view.briefing.articles}


def _numbers(view: MapView) -> dict[str, int]:
    return {event.event_id: n for n, event in enumerate(view.briefing.events, start=1)}


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
            for run in excerpts.quote_runs(article.text, event)
        ],
        "facts": [list(row) for row in wording.facts(event, article)],
    }


def _places(view: MapView, marks: Sequence[crowd.Mark], *, is_crowd: bool) -> list[Json]:
    """Return the places of the marks and, quiet, those named; of a crowd only what is no point."""
    marked = {place.place_id: place for _, place in marks}
    return [
        _place(place, is_quiet=place_id not in marked)
        for place_id, place in {**view.briefing.places, **marked}.items()
        if not is_crowd or not (place.precision in crowd.POINTS or crowd.is_loose(place))
    ]


def _place(place: Place, *, is_quiet: bool) -> Json:
    is_nameless = is_quiet and place.precision in crowd.COARSE  # the base map names it already
    shape = None if is_nameless else place.geometry
    return {
        "id": place.place_id,
        "name": place.name,
        "lat": round(place.lat, 4),
        "lon": round(place.lon, 4),
        "form": place.precision,
        "lead": wording.LIST_LEADS[place.precision],
        "note": place.note,
        "countries": list(place.countries),
        "quiet": is_quiet,
        "rough": place.place_id.startswith(ROUGH_EDGE),
        "shape": None if shape is None else shapes.light_geometry(shape),
    }
