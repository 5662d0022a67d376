"""Movements as the map draws them: an arrow between places, with the words behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.mapping import excerpts, shapes, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.model import Article, Flow, Place

# Any: JSON.
Json = dict[str, Any]


def flow_records(flows: Iterable[Flow], articles: Mapping[str, Article]) -> list[Json]:
    """Return the flows that have two ends to draw an arrow between."""
    return [_record(flow, articles[flow.article_id]) for flow in flows if is_arrow(flow)]


def is_arrow(flow: Flow) -> bool:
    """Whether the text names both ends, and nothing speaks against drawing it."""
    return bool(flow.not_drawn_because is None and flow.origin and flow.destination)


def _record(flow: Flow, article: Article) -> Json:
    stops = [at for at in (flow.origin, *flow.through, flow.destination) if at]
    runs = excerpts.mark_runs(
        article,
        flow.evidence,
        trigger=flow.trigger,
        places=[at.mention.span for at in stops],
    )
    return {
        "id": flow.flow_id,
        "event": flow.event_id,
        "kind": flow.kind,
        "status": flow.status,
        "title": flow.trigger.of(article.text),
        "say": wording.spoken_flow(flow),
        "stops": [_stop(at.place) for at in stops],
        "quote": [[run.text, run.is_trigger, run.is_place, run.follows_gap] for run in runs],
        "facts": [list(row) for row in wording.flow_facts(flow, article)],
    }


def _stop(place: Place) -> Json:
    shape = place.geometry
    return {
        "id": place.place_id,
        "lat": round(place.lat, 4),
        "lon": round(place.lon, 4),
        "edge": None if shape is None else shapes.rough_edge(shape),
    }
