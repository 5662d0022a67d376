"""The speaker notes of a map slide: each event's words, claims, grade and caveats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model import Article, Event, Toll
    from dashboard.slides.groups import NumberedEvent
    from dashboard.slides.scene import FlowArrow, Scene

UNJUDGED = "F6, not yet judged"
"""Admiralty grade of a machine-read source: only a person changes it."""
MEANT = {
    Precision.PROVINCE: "province or district",
    Precision.REGION: "area",
    Precision.COUNTRY: "country only",
    Precision.MULTI_COUNTRY: "several countries",
}
"""How a place is meant that is wider than a town; a border says so itself."""


def speaker_notes(scene: Scene, articles: Mapping[str, Article]) -> str:
    """The notes as plain text, one block an event, then what the slide leaves out."""
    each = {e.number: e for g in scene.groups for e in g.events}
    numbered = [each[number] for number in sorted(each)]
    blocks = [_event_block(e, articles[e.event.article_id]) for e in numbered]
    blocks += [_flow_block(a, articles[a.flow.article_id]) for a in scene.flows]
    caveats = [*(f"Not on the map: {gap.words}." for gap in scene.not_shown), *scene.footer]
    return "\n\n".join([*blocks, "On this slide:\n" + "\n".join(caveats)])


def describe_toll(toll: Toll) -> str:
    """A number of people in words; "not stated" when the text gives none."""
    if toll.low is None and toll.high is None:
        return toll.text or "not stated"
    if toll.high is None:
        return f"at least {toll.low}"
    if toll.low is None:
        return f"up to {toll.high}"
    return str(toll.low) if toll.low == toll.high else f"{toll.low} to {toll.high}"


def describe_where(event: Event) -> str:
    """Return all of the event's places, with how they are meant if not as points; else why not."""
    if not event.places:
        return event.not_drawn_because or "not stated"
    places = {at.name: at.place for at in event.places}
    said = "; ".join(
        f"{name} ({MEANT[place.precision]})" if place.precision in MEANT else name
        for name, place in places.items()
    )
    return said[:1].upper() + said[1:]


def grade_of(event: Event) -> str:
    """Return the Admiralty grade that a person gave, or that none has."""
    return event.grading or UNJUDGED


def _event_block(numbered: NumberedEvent, article: Article) -> str:
    event = numbered.event
    quote = article.words(event.evidence[0]) if event.evidence else ""
    lines = [
        f"{numbered.number}. {numbered.heading}",
        f"“{quote}”",
        f"Type: {event.type.value}, {event.sub_type}. Status in the text: {event.status.value}."
        + (f" According to {event.attribution}." if event.attribution else ""),
        f"When: {event.when.words or 'no date in the text'}. Where: {describe_where(event)}.",
        f"Killed: {describe_toll(event.killed)}. Injured: {describe_toll(event.injured)}.",
        *_place_notes(event),
        *(f"Claim: {c.claimant}: {c.says}" for c in event.claims),
        f"Source: {article.title or article.doc_id}. Grading: {grade_of(event)}.",
    ]
    return "\n".join(lines)


def _place_notes(event: Event) -> list[str]:
    """What is to be known of each place: how exact its shape is, and whether it is inherited."""
    notes = [f"{at.place.name}: {at.place.note}." for at in event.places if at.place.note]
    for at in event.places:
        if at.unknown:
            notes.append(f"{at.own_name}: {at.reason}.")
        if at.inherited:
            why = f" ({at.reason})" if at.reason else ""
            notes.append(f"{at.place.name}: another sentence names the place{why}.")
    return list(dict.fromkeys(notes))


def _flow_block(arrow: FlowArrow, article: Article) -> str:
    flow = arrow.flow
    quote = article.words(flow.evidence[0]) if flow.evidence else ""
    when = flow.when.words or "no date in the text"
    lines = (
        f"{arrow.letter}. {arrow.words}",
        f"“{quote}”",
        f"Movement: {flow.kind.value}. Status in the text: {flow.status.value}. When: {when}.",
        f"Source: {article.title or article.doc_id}. Grading: {UNJUDGED}.",
    )
    return "\n".join(lines)
