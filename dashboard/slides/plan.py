"""Which slides a deck has: overview, one a group, timeline, and the tables."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.marking import drawn_places
from dashboard.model import Precision
from dashboard.slides import captions
from dashboard.slides.flows import is_drawn, stops_of
from dashboard.slides.groups import list_numbers
from dashboard.slides.headings import describe_event
from dashboard.slides.marks import number_all
from dashboard.slides.tables import list_tables
from dashboard.slides.timeline import TimelineSlide, lay_out, make_bar
from dashboard.slides.titles import describe_when

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dashboard.model import Article, Event, Flow
    from dashboard.slides.compose import SlideRequest
    from dashboard.slides.table_slide import TableSlide

    CountryName = Callable[[str], str]
    Slide = SlideRequest | TableSlide | TimelineSlide


SEVERAL = "Several countries"
LEAST_DATES = 2
"""What has all one date is in no order of time."""


class Grouping(StrEnum):
    """By what a deck is cut into one slide each."""

    COUNTRY = "country"
    TYPE = "type"
    PERIOD = "period"


def plan_deck(
    overview: SlideRequest, *, group_by: Grouping, country_name: CountryName
) -> list[Slide]:
    """
    Return the slides of a deck, in order; a slide that would be empty is left out.

    `overview` names the events, filters, frame and handling mark; the slides of the groups take
    the same mark and find their own frames.
    """
    articles = {a.article_id: a for a in overview.briefing.articles}
    slides = _overview(overview)
    groups = _group(overview.events, group_by)
    if len(groups) > 1:
        slides += [
            _group_slide(overview, key, events, group_by, country_name)
            for key, events in groups.items()
        ]
    slides += _timeline(overview, articles)
    return slides + [table for table in list_tables(overview) if table.rows]


def _overview(overview: SlideRequest) -> list[Slide]:
    """Return the map of all; a map on which nothing is marked would say nothing."""
    is_marked = any(e.places and e.not_drawn_because is None for e in overview.events)
    is_empty = not is_marked and not any(map(is_drawn, overview.flows_shown))
    return [] if is_empty and overview.events else [overview]


def _group(events: Sequence[Event], group_by: Grouping) -> dict[str, list[Event]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        if event.places and event.not_drawn_because is None:
            for key in _keys(event, group_by):
                groups.setdefault(key, []).append(event)
    if group_by is Grouping.PERIOD:
        return dict(sorted(groups.items()))
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def _keys(event: Event, group_by: Grouping) -> list[str]:
    if group_by is Grouping.COUNTRY:
        places = drawn_places(event)
        codes = (
            c for p in places if p.precision is not Precision.MULTI_COUNTRY for c in p.countries
        )
        return list(dict.fromkeys(codes)) or [SEVERAL]
    if group_by is Grouping.TYPE:
        return [captions.TYPE_WORDS[event.type]]
    known = event.when.start or event.when.end
    return [str(known.year)] if known else ["No date in the text"]


def _group_slide(
    overview: SlideRequest,
    key: str,
    events: list[Event],
    group_by: Grouping,
    country_name: CountryName,
) -> SlideRequest:
    is_country = group_by is Grouping.COUNTRY and key != SEVERAL
    name = country_name(key) if is_country else key
    kept = {e.event_id for e in events}
    flows = tuple(
        f
        for f in overview.flows_shown
        if f.event_id in kept or (is_country and key in _countries_of(f))
    )
    return replace(
        overview,
        events=tuple(events),
        title=None,
        heading=None if group_by is Grouping.TYPE else name,
        bounds=None,
        flows=flows,
        country=key if is_country else None,
    )


def _countries_of(flow: Flow) -> set[str]:
    return {c for at in stops_of(flow) for c in at.place.countries}


def _timeline(overview: SlideRequest, articles: Mapping[str, Article]) -> list[TimelineSlide]:
    """Return the pages of the timeline; where all have one date there is no order of time."""
    numbers = number_all(overview.briefing)
    dated = [e for e in overview.events if e.when.start or e.when.end]
    if len({(e.when.start, e.when.end) for e in dated}) < LEAST_DATES:
        return []
    bars = [
        make_bar(numbers[e.event_id], e, describe_event(e, articles[e.article_id])) for e in dated
    ]
    undated = [numbers[e.event_id] for e in overview.events if e not in dated]
    published = [a.published for a in articles.values() if a.published]
    return lay_out(
        bars,
        when=describe_when(dated),
        as_of=max(published, default=None),
        undated=f"No date in the text: {list_numbers(undated)}." if undated else "",
        handling=overview.handling,
    )
