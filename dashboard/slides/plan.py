"""Which slides a deck has: overview, one a group, timeline, tables, claims compared, sources."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from itertools import chain, repeat
from typing import TYPE_CHECKING

from dashboard.marking import drawn_places
from dashboard.model import Precision
from dashboard.slides import captions
from dashboard.slides.flows import describe_flow, is_drawn, letter_flows, stops_of
from dashboard.slides.notes import UNJUDGED, describe_toll, describe_where
from dashboard.slides.table_slide import TableSlide
from dashboard.slides.timeline import TimelineSlide, lay_out, make_bar
from dashboard.slides.titles import describe_what, title_of_country

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dashboard.model import Article, Event, Flow
    from dashboard.slides.compose import SlideRequest

    CountryName = Callable[[str], str]
    Slide = SlideRequest | TableSlide | TimelineSlide


SEVERAL = "Several countries"
LEAST_DATED = 2
"""One event alone is no order of time."""


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
    slides: list[Slide] = [overview]
    groups = _group(overview.events, group_by)
    if len(groups) > 1:
        slides += [
            _group_slide(overview, key, events, group_by, country_name)
            for key, events in groups.items()
        ]
    tables = (
        _event_table(overview, articles),
        _flow_table(overview, articles),
        _claim_table(overview, articles),
        _source_table(overview),
    )
    slides += _timeline(overview, articles)
    return slides + [t for t in tables if t.rows]


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
        title=_group_title(name, events, group_by),
        bounds=None,
        flows=flows,
        country=key if is_country else None,
    )


def _group_title(name: str, events: Sequence[Event], group_by: Grouping) -> str | None:
    """Return the title of a group's slide; that of one type suggests itself."""
    if group_by is Grouping.TYPE:
        return None
    if group_by is Grouping.COUNTRY:
        return title_of_country(events, name)
    return f"{name}: {describe_what(events)}"


def _countries_of(flow: Flow) -> set[str]:
    return {c for at in stops_of(flow) for c in at.place.countries}


def _words(event: Event, articles: Mapping[str, Article]) -> str:
    words = " ".join(event.trigger.of(articles[event.article_id].text).split())
    return words[:1].upper() + words[1:]


def _event_table(overview: SlideRequest, articles: Mapping[str, Article]) -> TableSlide:
    numbers = _numbers(overview)
    rows = tuple(
        (
            str(numbers[event.event_id]),
            _words(event, articles),
            captions.TYPE_WORDS[event.type],
            event.when.words or "not stated",
            describe_where(event),
            captions.STATUS_WORDS[event.status],
            describe_toll(event.killed),
        )
        for event in overview.events
    )
    shown = captions.describe_subtitle(overview.filters, len(rows), len(numbers))
    return TableSlide(
        "All events, in the order of the text",
        ("", "Event", "Type", "When", "Where", "Status", "Killed"),
        rows,
        (0.04, 0.27, 0.13, 0.15, 0.22, 0.1, 0.09),
        overview.handling,
        foot=f"{shown}. Grading: {UNJUDGED}.",
    )


def _flow_table(overview: SlideRequest, articles: Mapping[str, Article]) -> TableSlide:
    letters = letter_flows(overview.briefing.flows)
    rows = tuple(
        (
            letters[flow.flow_id],
            describe_flow(flow, articles[flow.article_id]),
            captions.FLOW_WORDS[flow.kind],
            flow.when.words or "not stated",
            captions.STATUS_WORDS[flow.status],
            "yes" if is_drawn(flow) else flow.not_drawn_because or "an end is not named",
        )
        for flow in overview.flows_shown
    )
    return TableSlide(
        "Movements",
        ("", "Who or what, from where to where", "Kind", "When", "Status", "Arrow on the map"),
        rows,
        (0.04, 0.38, 0.15, 0.15, 0.1, 0.18),
        overview.handling,
        foot=f"Grading: {UNJUDGED}.",
    )


def _claim_table(overview: SlideRequest, articles: Mapping[str, Article]) -> TableSlide:
    numbers = _numbers(overview)
    rows = []
    for event in overview.events:
        # What belongs to the event stands once, beside the first of its claims.
        first = str(numbers[event.event_id]), _words(event, articles), _toll_words(event)
        heads = chain([first], repeat(("", "", "")))
        for (number, words, toll), claim in zip(heads, event.claims, strict=False):
            rows.append((number, words, claim.claimant, claim.says, toll))
    return TableSlide(
        "Who says what",
        ("", "Event", "Who says so", "What they say", "Coded: killed; injured"),
        tuple(rows),
        (0.04, 0.25, 0.2, 0.33, 0.18),
        overview.handling,
        foot="Claims stand side by side and are never added up.",
    )


def _toll_words(event: Event) -> str:
    return f"{describe_toll(event.killed)}; {describe_toll(event.injured)}"


def _numbers(overview: SlideRequest) -> dict[str, int]:
    return {e.event_id: i for i, e in enumerate(overview.briefing.events, 1)}


def _timeline(overview: SlideRequest, articles: Mapping[str, Article]) -> list[TimelineSlide]:
    numbers = _numbers(overview)
    dated = [e for e in overview.events if e.when.start or e.when.end]
    if len(dated) < LEAST_DATED:
        return []
    bars = [make_bar(numbers[e.event_id], e, _words(e, articles)) for e in dated]
    without = len(overview.events) - len(dated)
    verb = "carries" if without == 1 else "carry"
    undated = f"{captions.count_events(without)} {verb} no date in the text." if without else ""
    published = [a.published for a in articles.values() if a.published]
    as_of = max(published, default=None)
    return lay_out(bars, as_of=as_of, undated=undated, handling=overview.handling)


def _source_table(overview: SlideRequest) -> TableSlide:
    rows = tuple(
        (f"[{n}]", captions.cite(a), a.source_url or "no address", UNJUDGED)
        for n, a in enumerate(overview.briefing.articles, 1)
    )
    return TableSlide(
        "Sources",
        ("", "Document", "Address", "Grading"),
        rows,
        (0.05, 0.41, 0.37, 0.17),
        overview.handling,
        foot=f"{captions.CREDITS} {captions.DISCLAIMER}",
        lines_a_cell=3,
    )
