"""The JSON of the command line, schema 1: one record for each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import (
        Actor,
        Alternative,
        Amendment,
        Article,
        Briefing,
        Event,
        EventPlace,
        Flow,
        Mention,
        Notice,
        Place,
        Resolution,
        Span,
        Toll,
        When,
    )

SCHEMA = 1
# What `json` takes; the contract in docs/architecture.md says which keys hold what.
Json = dict[str, object]


def document_record(briefing: Briefing, article_id: str) -> Json:
    """Return all that was read out of one document of a briefing, ready for `json.dumps`."""
    article = next(each for each in briefing.articles if each.article_id == article_id)
    resolutions = briefing.resolutions.get(article_id, ())
    positions = {each.mention: at for at, each in enumerate(resolutions)}
    events = (event for event in briefing.events if event.article_id == article_id)
    general = (n for n in briefing.notices if n.article_id in {None, article_id})
    notices = dict.fromkeys((*article.notices, *general))  # the same one may stand in both
    return {
        "schema": SCHEMA,
        "doc_id": article.doc_id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source_url or article.outlet,
        "mentions": [_mention_record(resolution) for resolution in resolutions],
        "events": [_event_record(event, article, positions) for event in events],
        "flows": [
            _flow_record(flow, article, positions)
            for flow in briefing.flows
            if flow.article_id == article_id
        ],
        "notices": [_notice_record(notice) for notice in notices],
    }


def _mention_record(resolution: Resolution) -> Json:
    mention, place = resolution.mention, resolution.place
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "kind": mention.kind.value,
        "drawn": resolution.is_drawn,
        "not_drawn_because": resolution.not_drawn_because,
        **_place_record(place),
        "countries": list(place.countries) if place else [],
        "geonameid": place.geonameid if place else None,
        "feature": place.feature if place else None,
        "precision": place.precision.value if place else None,
        "score": round(resolution.score, 4),
        "reason": resolution.reason,
        "alternatives": [_alternative_record(each) for each in resolution.alternatives],
        **_amended(resolution.amended),
    }


def _place_record(place: Place | None) -> Json:
    if place is None:
        return {"name": None, "lat": None, "lon": None, "country": None}
    return {"name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country}


def _alternative_record(alternative: Alternative) -> Json:
    return {
        **_place_record(alternative.place),
        "geonameid": alternative.place.geonameid,
        "score": round(alternative.score, 4),
    }


def _event_record(event: Event, article: Article, positions: dict[Mention, int]) -> Json:
    return {
        "id": event.event_id,
        "type": event.type.value,
        "sub_type": event.sub_type,
        "date": _date_record(event.when, article),
        "places": [_event_place_record(place, positions) for place in event.places],
        "actors": _actor_records(event.actors),
        "killed": _toll_record(event.killed),
        "injured": _toll_record(event.injured),
        "status": event.status.value,
        "drawn": event.not_drawn_because is None,
        "not_drawn_because": event.not_drawn_because,
        "attribution": event.attribution,
        "claims": [
            {
                "claimant": claim.claimant,
                "says": claim.says,
                "start": claim.span.start,
                "end": claim.span.end,
            }
            for claim in event.claims
        ],
        "evidence": _span_records(event.evidence),
        **({"grading": event.grading} if event.grading else {}),
        **_amended(event.amended),
    }


def _amended(amended: tuple[Amendment, ...]) -> Json:
    """Return what a person put right, nothing where nobody did."""
    rows = [{"what": each.what, "was": each.was, "now": each.now} for each in amended]
    return {"set_by_reader": rows} if rows else {}


def _flow_record(flow: Flow, article: Article, positions: dict[Mention, int]) -> Json:
    start, goal = flow.origin, flow.destination
    return {
        "id": flow.flow_id,
        "kind": flow.kind.value,
        "carries": flow.carries.of(article.text) if flow.carries else None,
        "from": _event_place_record(start, positions) if start else None,
        "through": [_event_place_record(place, positions) for place in flow.through],
        "to": _event_place_record(goal, positions) if goal else None,
        "date": _date_record(flow.when, article),
        "actors": _actor_records(flow.actors),
        "status": flow.status.value,
        "event": flow.event_id,
        "drawn": flow.not_drawn_because is None,
        "not_drawn_because": flow.not_drawn_because,
        "evidence": _span_records(flow.evidence),
    }


def _actor_records(actors: Sequence[Actor]) -> list[Json]:
    return [{"name": each.name, "role": each.role, "class": each.actor_class} for each in actors]


def _span_records(spans: Sequence[Span]) -> list[Json]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _date_record(when: When, article: Article) -> Json:
    return {
        "text": when.span.of(article.text) if when.span else None,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "edtf": when.edtf,
        "precision": when.precision.value,
        "inherited": when.inherited,
    }


def _event_place_record(at: EventPlace, positions: dict[Mention, int]) -> Json:
    return {
        **_place_record(at.place),
        "precision": at.place.precision.value,
        "mention": positions.get(at.mention),
        "unknown": at.unknown,
    }


def _toll_record(toll: Toll) -> Json:
    return {"low": toll.low, "high": toll.high, "text": toll.text}


def _notice_record(notice: Notice) -> Json:
    return {
        "level": notice.level.value,
        "text": notice.text,
        "start": notice.span.start if notice.span else None,
        "end": notice.span.end if notice.span else None,
    }
