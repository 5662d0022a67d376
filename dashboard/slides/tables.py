"""The tables of a deck: events, movements, claims side by side, sources."""

from __future__ import annotations

from itertools import chain, groupby, repeat
from typing import TYPE_CHECKING

from dashboard.slides import captions
from dashboard.slides.flows import describe_flow, is_drawn, letter_flows
from dashboard.slides.groups import list_numbers
from dashboard.slides.headings import describe_event
from dashboard.slides.marks import number_all
from dashboard.slides.notes import UNJUDGED, describe_toll, describe_where, grade_of
from dashboard.slides.table_slide import TableSlide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Article, Event
    from dashboard.slides.compose import SlideRequest

HOW_TO_READ = (
    "Numbers: an event has the same number on maps, timeline, tables and in the speaker notes.",
    "Marks: shape and colour say the type, the filling how sure the text is.",
    "Countries: one that is named without a place in it is tinted and never gets a mark.",
    "People killed or injured: only what the text states. Not stated does not mean none.",
)
"""What stands under the sources."""


def list_tables(overview: SlideRequest) -> tuple[TableSlide, ...]:
    """Return the tables of a deck in their order; one may have no rows."""
    articles = {a.article_id: a for a in overview.briefing.articles}
    return (
        _list_events(overview, articles),
        _list_flows(overview, articles),
        _list_claims(overview, articles),
        _list_sources(overview),
    )


def _list_events(overview: SlideRequest, articles: dict[str, Article]) -> TableSlide:
    numbers = number_all(overview.briefing)
    rows = tuple(
        (
            str(numbers[event.event_id]),
            describe_event(event, articles[event.article_id]),
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
        "All events, in the order of the text" if len(rows) == len(numbers) else "Events shown",
        ("", "Event", "Type", "When", "Where", "Status", "Killed"),
        rows,
        (0.04, 0.268, 0.167, 0.142, 0.205, 0.1, 0.078),
        overview.handling,
        foot=f"{shown}. {_describe_grades(overview.events, numbers)}",
    )


def _describe_grades(events: Sequence[Event], numbers: dict[str, int]) -> str:
    """Return the Admiralty grades, each with the events that have it."""
    graded = sorted((grade_of(e), numbers[e.event_id]) for e in events)
    groups = [(grade, [n for _, n in each]) for grade, each in groupby(graded, lambda x: x[0])]
    if len(groups) == 1:
        return f"Grading of all: {groups[0][0]}."
    return f"Grading: {'; '.join(f'{grade}: {list_numbers(each)}' for grade, each in groups)}."


def _list_flows(overview: SlideRequest, articles: dict[str, Article]) -> TableSlide:
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
        (0.04, 0.31, 0.15, 0.13, 0.1, 0.27),
        overview.handling,
        foot=f"Grading of all: {UNJUDGED}.",
    )


def _list_claims(overview: SlideRequest, articles: dict[str, Article]) -> TableSlide:
    numbers = number_all(overview.briefing)
    rows = []
    for event in overview.events:
        # What belongs to the event stands once, beside the first of its claims.
        words = describe_event(event, articles[event.article_id])
        tolls = describe_toll(event.killed), describe_toll(event.injured)
        heads = chain([(str(numbers[event.event_id]), words, *tolls)], repeat(("",) * 4))
        for (number, heading, killed, injured), claim in zip(heads, event.claims, strict=False):
            rows.append((number, heading, claim.claimant, claim.says, killed, injured))
    return TableSlide(
        "Who says what",
        ("", "Event", "Who says so", "What they say", "Killed", "Injured"),
        tuple(rows),
        (0.04, 0.25, 0.19, 0.35, 0.085, 0.085),
        overview.handling,
        foot="Claims stand side by side and are never added up. Killed and injured: as read for "
        "the event as a whole.",
    )


def _list_sources(overview: SlideRequest) -> TableSlide:
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
        foot="\n".join(
            (
                *_list_undrawn(overview),
                *HOW_TO_READ,
                f"Borders: {overview.border_view.value} view. {captions.DISCLAIMER}",
                captions.CREDITS,
            )
        ),
        lines_a_cell=3,
    )


def _list_undrawn(overview: SlideRequest) -> tuple[str, ...]:
    """Return which events have no mark on any map, by the reason."""
    numbers = number_all(overview.briefing)
    reasons: dict[str, list[int]] = {}
    for event in overview.events:
        if event.not_drawn_because is not None or not event.places:
            why = event.not_drawn_because or "no place is named"
            reasons.setdefault(why[:1].lower() + why[1:], []).append(numbers[event.event_id])
    said = "; ".join(f"{why}: {list_numbers(each)}" for why, each in reasons.items())
    return (f"On no map: {said}.",) if said else ()
