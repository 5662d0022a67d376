"""Briefings that were made apart, such as those of event tables, as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding import propose_same
from dashboard.model import Briefing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Event, Flow


def join_briefings(briefings: Sequence[Briefing]) -> Briefing:
    """
    Return one briefing of many documents; a text that came twice is kept once.

    Events and flows get new ids if those of two briefings are the same, because each begins with
    E1 and F1.
    """
    by_text = {tuple(a.article_id for a in b.articles): b for b in briefings}
    events, flows = _numbered(tuple(by_text.values()))
    articles = tuple(article for b in by_text.values() for article in b.articles)
    return Briefing(
        articles=articles,
        resolutions={key: found for b in by_text.values() for key, found in b.resolutions.items()},
        events=events,
        notices=tuple(notice for b in by_text.values() for notice in b.notices),
        flows=flows,
        same=propose_same(articles, events),
    )


def _numbered(briefings: Sequence[Briefing]) -> tuple[tuple[Event, ...], tuple[Flow, ...]]:
    events = tuple(event for b in briefings for event in b.events)
    flows = tuple(flow for b in briefings for flow in b.flows)
    if len({event.event_id for event in events}) == len(events):
        return events, tuple(replace(f, flow_id=f"F{n}") for n, f in enumerate(flows, start=1))
    new = {(e.article_id, e.event_id): f"E{n}" for n, e in enumerate(events, start=1)}
    return (
        tuple(replace(e, event_id=new[e.article_id, e.event_id]) for e in events),
        tuple(
            replace(f, flow_id=f"F{n}", event_id=new.get((f.article_id, f.event_id or "")))
            for n, f in enumerate(flows, start=1)
        ),
    )
