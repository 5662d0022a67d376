"""The place of an event that its own words do not place: that of its item or of what is before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.where.attachment import LOCATIVE
from dashboard.coding.where.labels import places_of_label
from dashboard.coding.where.mentions import standing_within
from dashboard.coding.where.place_joining import holds
from dashboard.model import POINTS, WIDE, EventPlace

HEADS_IT = "heads it"
CONTROL = frozenset({"territory taken", "territory regained"})

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.mentions import PlaceMention
    from dashboard.model import Resolution


def places_by_label(
    places: tuple[EventPlace, ...], sentence: Sentence, resolutions: Sequence[Resolution]
) -> tuple[EventPlace, ...]:
    """Return the place that heads the item of a sentence, where its words name none as exact."""
    if sentence.label is None or any(p.place.precision not in WIDE for p in places):
        return places
    found = places_of_label(sentence.label, standing_within(sentence.label, resolutions))
    countries = {c for p in places for c in p.place.countries}
    fitting = [r for r in found if r.place and (not places or countries & {*r.place.countries})]
    return (
        tuple(
            EventPlace(
                r.place, r.mention, inherited=True, reason=f"“{r.mention.surface}” {HEADS_IT}"
            )
            for r in fitting
            if r.place
        )
        or places
    )


def _heads_it(resolution: Resolution) -> str:
    return f"“{resolution.mention.surface}” {HEADS_IT}"


def is_by_label(places: Sequence[EventPlace]) -> bool:
    """Whether no words of an event say where it was, but at most the head of its item."""
    return all(p.inherited and (p.reason or "").endswith(HEADS_IT) for p in places)


def is_only_headed(draft: Draft) -> bool:
    """Whether all that is known of where it was is the area that heads its item."""
    return bool(draft.places) and all(
        p.inherited and (p.reason or "").endswith(HEADS_IT) and p.place.precision not in POINTS
        for p in draft.places
    )


def with_place_before(
    draft: Draft, events: Sequence[Draft], mentions: Sequence[PlaceMention]
) -> Draft:
    """Put an event without a place where the sentence before it, in its paragraph, is.

    Not where its own sentence names a town, or says that it was in another area.
    """
    if draft.places or not draft.standing.status.is_incident or not events:
        return draft
    named = [m for m in mentions if m.is_eligible and m.stands_for is None]
    if any(map(_is_town, named)):
        return draft
    last = _what_was_taken(draft, events) or events[-1]
    distance = draft.sentence.number - last.sentence.number
    is_near = last.sentence.paragraph == draft.sentence.paragraph and distance == 1
    if not is_near or not last.places or draft.is_plural:
        return draft
    if any(_puts_elsewhere(m, last.places) for m in named):
        return draft
    is_retaken = {draft.rule.family, last.rule.family} <= CONTROL
    is_kin = draft.rule.family == last.rule.family or last.is_plural or is_retaken
    if not is_kin or draft.rule.type is not last.rule.type:
        return draft
    reason = f"the sentence before names {last.places[0].place.name}"
    return replace(draft, places=inherit_places(last.places, reason))


def _puts_elsewhere(mention: PlaceMention, places: Sequence[EventPlace]) -> bool:
    """Whether it is the area of "In Kolun Province, officials said ...", and the places are not."""
    area = mention.resolution.place
    if area is None or mention.head.head.lower_ not in LOCATIVE:
        return False
    if area.precision in WIDE:
        return not any({*area.countries} & {*p.place.countries} for p in places)
    return not any(p.place.place_id == area.place_id or holds(area, p.place) for p in places)


def _is_town(mention: PlaceMention) -> bool:
    place = mention.resolution.place
    return place is not None and place.precision in POINTS


def _what_was_taken(draft: Draft, events: Sequence[Draft]) -> Draft | None:
    """Return the capture told before "the army won it back", whatever was told beside it."""
    if draft.rule.family not in CONTROL:
        return None
    before = (e for e in reversed(events) if e.sentence.number == draft.sentence.number - 1)
    return next((e for e in before if e.rule.family in CONTROL and e.places), None)


def inherit_places(earlier: Sequence[EventPlace], reason: str) -> tuple[EventPlace, ...]:
    """Return places that another sentence names, marked as inherited."""
    return tuple(EventPlace(p.place, p.mention, inherited=True, reason=reason) for p in earlier)
