"""Which movements pass the filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.screen.index import Facet, actor_key, day_number

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from dashboard.model import Article, Flow
    from dashboard.screen.filters import Filters


def select_flows(
    flows: Iterable[Flow],
    filters: Filters,
    *,
    event_ids: Container[str],
    articles: Iterable[Article],
) -> tuple[Flow, ...]:
    """
    Return the movements that the filters leave.

    One that was coded as an event too goes with its event (`event_ids` are those that pass). The
    others answer to country, status, actor, document, period and words; a tick for what only
    events have (type, sub-type, precision) leaves them out.
    """
    texts = {article.article_id: article.text for article in articles}
    return tuple(
        flow
        for flow in flows
        if (flow.event_id in event_ids if flow.event_id else _passes(flow, filters, texts))
    )


def _passes(flow: Flow, filters: Filters, texts: dict[str, str]) -> bool:
    values = _values(flow)
    is_ticked = all(
        set(wanted) & values.get(facet, set()) for facet, wanted in filters.ticked.items() if wanted
    )
    return is_ticked and _is_in(flow, filters.period) and _has(flow, filters.words, texts)


def _values(flow: Flow) -> dict[Facet, set[str]]:
    stops = [at.place for at in (flow.origin, *flow.through, flow.destination) if at]
    return {
        Facet.COUNTRY: {code for place in stops for code in place.countries},
        Facet.STATUS: {flow.status.value},
        Facet.ACTOR: {actor_key(actor.name) for actor in flow.actors},
        Facet.SOURCE: {flow.article_id},
    }


def _is_in(flow: Flow, period: tuple[int, int] | None) -> bool:
    """One without a date stays, as events do."""
    start, end = flow.when.start or flow.when.end, flow.when.end or flow.when.start
    if period is None or start is None or end is None:
        return True
    return day_number(end) >= period[0] and day_number(start) <= period[1]


def _has(flow: Flow, words: str, texts: dict[str, str]) -> bool:
    said = " ".join(span.of(texts[flow.article_id]) for span in flow.evidence).casefold()
    return all(word in said for word in words.casefold().split())
