"""Which slides a deck has: overview, one a group, table, claims compared, dates, sources."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.marking import drawn_places
from dashboard.model import Precision
from dashboard.slides import captions
from dashboard.slides.deck import TableSlide
from dashboard.slides.notes import UNJUDGED, describe_toll, describe_where

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dashboard.model import Article, Event
    from dashboard.slides.compose import SlideRequest

    CountryName = Callable[[str], str]


SEVERAL = "Several countries"


class Grouping(StrEnum):
    """By what a deck is cut into one slide each."""

    COUNTRY = "country"
    TYPE = "type"
    PERIOD = "period"


def plan_deck(
    overview: SlideRequest, *, group_by: Grouping, country_name: CountryName
) -> list[SlideRequest | TableSlide]:
    """
    Return the slides of a deck, in order; a slide that would be empty is left out.

    `overview` names the events, filters, frame and handling mark; the slides of the groups take
    the same mark and find their own frames.
    """
    articles = {a.article_id: a for a in overview.briefing.articles}
    slides: list[SlideRequest | TableSlide] = [overview]
    groups = _group(overview.events, group_by, country_name)
    if len(groups) > 1:
        slides += [_group_slide(overview, name, events) for name, events in groups.items()]
    tables = (
        _event_table(overview, articles),
        _claim_table(overview, articles),
        _date_table(overview),
        _source_table(overview),
    )
    return slides + [t for t in tables if t.rows]


def _group(
    events: Sequence[Event], group_by: Grouping, country_name: CountryName
) -> dict[str, list[Event]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        if event.places and event.not_drawn_because is None:
            for key in _keys(event, group_by):
                groups.setdefault(key, []).append(event)
    if group_by is Grouping.COUNTRY:
        groups = {
            key if key == SEVERAL else country_name(key): found for key, found in groups.items()
        }
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


def _group_slide(overview: SlideRequest, name: str, events: list[Event]) -> SlideRequest:
    count = f"{len(events)} event{'s' if len(events) > 1 else ''}"
    filters = f"{overview.filters}; {name}" if overview.filters else name
    return replace(
        overview, events=tuple(events), title=f"{name}: {count}", filters=filters, bounds=None
    )


def _words(event: Event, articles: Mapping[str, Article]) -> str:
    words = " ".join(event.trigger.of(articles[event.article_id].text).split())
    return words[:1].upper() + words[1:]


def _event_table(overview: SlideRequest, articles: Mapping[str, Article]) -> TableSlide:
    numbers = {e.event_id: i for i, e in enumerate(overview.briefing.events, 1)}
    rows = tuple(
        (
            str(numbers[event.event_id]),
            _words(event, articles),
            captions.TYPE_WORDS[event.type],
            event.when.words or "not stated",
            describe_where(event) if event.places else event.not_drawn_because or "not stated",
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
        (0.04, 0.27, 0.15, 0.15, 0.19, 0.1, 0.1),
        overview.handling,
        f"{shown}. Grading: {UNJUDGED}.",
    )


def _claim_table(overview: SlideRequest, articles: Mapping[str, Article]) -> TableSlide:
    rows = tuple(
        (_words(event, articles), claim.claimant, claim.says)
        for event in overview.events
        for claim in event.claims
    )
    return TableSlide(
        "Who says what",
        ("Event", "Who says so", "What they say"),
        rows,
        (0.3, 0.25, 0.45),
        overview.handling,
        "Claims stand side by side and are never added up.",
    )


def _date_table(overview: SlideRequest) -> TableSlide:
    articles = {a.article_id: a for a in overview.briefing.articles}
    dated = [e for e in overview.events if e.when.start or e.when.end]
    dated.sort(key=lambda e: (e.when.start or e.when.end, e.when.end or e.when.start))
    rows = tuple((e.when.words or "", _words(e, articles), describe_where(e)) for e in dated)
    undated = len(overview.events) - len(dated)
    return TableSlide(
        "In order of time",
        ("When", "Event", "Where"),
        rows,
        (0.22, 0.48, 0.3),
        overview.handling,
        f"{undated} further events carry no date in the text." if undated else "",
    )


def _source_table(overview: SlideRequest) -> TableSlide:
    rows = tuple(
        (f"[{n}]", captions.cite(a), a.source_url or "no address", UNJUDGED)
        for n, a in enumerate(overview.briefing.articles, 1)
    )
    return TableSlide(
        "Sources",
        ("", "Document", "Address", "Grading"),
        rows,
        (0.05, 0.45, 0.32, 0.18),
        overview.handling,
        f"{captions.CREDITS} {captions.DISCLAIMER}",
    )
