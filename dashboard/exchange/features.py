"""
One flat row for each mark and for each thing without a mark: what every map format is made of.

An event with several places gives one row a place, with the same `id`; an event or a mention that
is not drawn gives a row without a geometry, which says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shapely.geometry import LineString, Point

from dashboard.model import WIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from dashboard.model import (
        Actor,
        Amendment,
        Article,
        Briefing,
        Event,
        EventPlace,
        Flow,
        Place,
        Resolution,
        Toll,
        When,
    )

Value = str | int | float | bool | None
COLUMNS = (
    "kind", "id", "doc_id", "title", "published", "source", "type", "sub_type", "status",
    "trigger", "place", "place_id", "lat", "lon", "precision", "feature", "country", "countries",
    "geonameid", "place_note", "inherited", "date_words", "date_start", "date_end", "date_edtf",
    "date_precision", "killed_low", "killed_high", "killed_text", "injured_low", "injured_high",
    "injured_text", "actors", "attribution", "claims", "quote", "text_start", "text_end", "surface",
    "mention_kind", "score", "reason", "drawn", "not_drawn_because", "coded_by",
    "grading", "set_by_reader", "movement", "from", "via", "to", "carries", "event",
)  # fmt: skip
INTEGERS = frozenset(
    {"geonameid", "text_start", "text_end"}
    | {f"{toll}_{end}" for toll in ("killed", "injured") for end in ("low", "high")}
)
FLOATS = frozenset({"lat", "lon", "score"})
FLAGS = frozenset({"inherited", "drawn"})


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of `COLUMNS`, each of them there, and its geometry (EPSG:4326) if it is drawn."""

    cells: dict[str, Value]
    geometry: BaseGeometry | None


def list_features(briefing: Briefing) -> tuple[Feature, ...]:
    """Return every event, then every movement, then every mention, of a briefing."""
    return (
        *_event_features(briefing),
        *_flow_features(briefing),
        *_mention_features(briefing),
    )


def _event_features(briefing: Briefing) -> Iterator[Feature]:
    articles = {article.article_id: article for article in briefing.articles}
    for event in briefing.events:
        article = articles[event.article_id]
        for at in event.places or (None,):
            is_drawn = at is not None and event.not_drawn_because is None
            values = _document_values(article) | _event_values(event, article, at)
            place = replace(at.place, name=at.name) if at else None
            yield _feature(values, place, is_drawn=is_drawn)


def _flow_features(briefing: Briefing) -> Iterator[Feature]:
    articles = {article.article_id: article for article in briefing.articles}
    for flow in briefing.flows:
        article, way = articles[flow.article_id], _way_of(flow)
        values = _document_values(article) | _flow_values(flow, article)
        known = values | {"drawn": way is not None}
        yield Feature({column: known.get(column) for column in COLUMNS}, way)


def _way_of(flow: Flow) -> LineString | None:
    """Return the line of a movement whose ends are both known, from place to place."""
    if flow.not_drawn_because or not (flow.origin and flow.destination):
        return None
    stops = [at.place for at in (flow.origin, *flow.through, flow.destination)]
    return LineString([(place.lon, place.lat) for place in stops])


def _mention_features(briefing: Briefing) -> Iterator[Feature]:
    for article in briefing.articles:
        for resolution in briefing.resolutions.get(article.article_id, ()):
            values = _document_values(article) | _mention_values(resolution)
            yield _feature(values, resolution.place, is_drawn=resolution.is_drawn)


def _feature(values: dict[str, Value], place: Place | None, *, is_drawn: bool) -> Feature:
    known = values | _place_values(place) | {"drawn": is_drawn}
    geometry = _shape_of(place) if place and is_drawn else None
    return Feature({column: known.get(column) for column in COLUMNS}, geometry)


def _shape_of(place: Place) -> BaseGeometry | None:
    """Return what is drawn; a country without its outline is no dot in its middle."""
    if place.geometry is not None or place.precision in WIDE:
        return place.geometry
    return Point(place.lon, place.lat)


def _document_values(article: Article) -> dict[str, Value]:
    return {
        "doc_id": article.doc_id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source_url or article.outlet,
    }


def _event_values(event: Event, article: Article, at: EventPlace | None) -> dict[str, Value]:
    first = event.evidence[0] if event.evidence else event.trigger
    return {
        "kind": "event",
        "id": event.event_id,
        "type": event.type.value,
        "sub_type": event.sub_type,
        "status": event.status.value,
        "trigger": event.trigger.of(article.text),
        "inherited": at.inherited if at else None,
        **_date_values(event.when),
        **_toll_values("killed", event.killed),
        **_toll_values("injured", event.injured),
        "actors": _list_actors(event.actors),
        "attribution": event.attribution,
        "claims": _listed(f"{claim.claimant}: {claim.says}" for claim in event.claims),
        "quote": " … ".join(span.of(article.text) for span in event.evidence) or None,
        "text_start": first.start,
        "text_end": first.end,
        "not_drawn_because": event.not_drawn_because,
        "coded_by": event.coded_by,
        "grading": event.grading,
        "set_by_reader": _amended(event.amended),
    }


def _flow_values(flow: Flow, article: Article) -> dict[str, Value]:
    first = flow.evidence[0] if flow.evidence else flow.trigger
    return {
        "kind": "movement",
        "id": flow.flow_id,
        "movement": flow.kind.value,
        "from": flow.origin.place.name if flow.origin else None,
        "via": _listed(at.place.name for at in flow.through),
        "to": flow.destination.place.name if flow.destination else None,
        "carries": flow.carries.of(article.text) if flow.carries else None,
        "event": flow.event_id,
        "status": flow.status.value,
        "trigger": flow.trigger.of(article.text),
        **_date_values(flow.when),
        "actors": _list_actors(flow.actors),
        "quote": " … ".join(span.of(article.text) for span in flow.evidence) or None,
        "text_start": first.start,
        "text_end": first.end,
        "not_drawn_because": flow.not_drawn_because,
    }


def _list_actors(actors: Iterable[Actor]) -> str | None:
    return _listed(
        f"{actor.name} ({', '.join(filter(None, (actor.role, actor.actor_class)))})"
        for actor in actors
    )


def _mention_values(resolution: Resolution) -> dict[str, Value]:
    mention = resolution.mention
    return {
        "kind": "mention",
        "text_start": mention.start,
        "text_end": mention.end,
        "surface": mention.surface,
        "mention_kind": mention.kind.value,
        "score": round(resolution.score, 4),
        "reason": resolution.reason,
        "not_drawn_because": resolution.not_drawn_because,
        "set_by_reader": _amended(resolution.amended),
    }


def _place_values(place: Place | None) -> dict[str, Value]:
    if place is None:
        return {}
    return {
        "place": place.name,
        "place_id": place.place_id,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision.value,
        "feature": place.feature,
        "country": place.country,
        "countries": _listed(place.countries),
        "geonameid": place.geonameid,
        "place_note": place.note,
    }


def _date_values(when: When) -> dict[str, Value]:
    return {
        "date_words": when.words,
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
        "date_edtf": when.edtf,
        "date_precision": when.precision.value,
    }


def _toll_values(name: str, toll: Toll) -> dict[str, Value]:
    return {f"{name}_low": toll.low, f"{name}_high": toll.high, f"{name}_text": toll.text}


def _amended(amended: tuple[Amendment, ...]) -> str | None:
    return _listed(f"{each.what}: {each.now} (was: {each.was})" for each in amended)


def _listed(parts: Iterator[str] | tuple[str, ...]) -> str | None:
    return "; ".join(parts) or None
