"""The finer place of an event of which an area is known: the town, the part of the town."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.where.place_joining import holds
from dashboard.coding.where.sentence_places import place_in_sentence
from dashboard.coding.where.whereabouts import place_told_later
from dashboard.model import POINTS, WIDE

if TYPE_CHECKING:
    from dashboard.coding.drafts import Draft
    from dashboard.coding.where.story import Story
    from dashboard.model import EventPlace


def within_heading(draft: Draft, story: Story) -> Draft:
    """Return an event of an item headed by an area with the town that its sentence names."""
    found = place_in_sentence(draft, story)
    if found is None:
        return draft
    places, reason = found
    countries = {c for at in draft.places for c in at.place.countries}
    if not all(at.place.precision in POINTS and countries & {*at.place.countries} for at in places):
        return draft
    return replace(draft, places=tuple(as_told(p, reason, draft) for p in places))


def with_finer(draft: Draft, story: Story) -> Draft:
    """Return an event with the town, or the part of its town, that what is told on of it names."""
    found = place_told_later(draft, story)
    if found is None or len(draft.places) > 1:
        return draft
    places, reason = found
    outer, inner = draft.places[0].place, places[0].place
    is_town = inner.precision in POINTS and outer.precision in WIDE
    is_inside = holds(outer, inner) or (is_town and {*outer.countries} & {*inner.countries})
    if not is_inside:
        return draft
    return replace(draft, places=tuple(as_told(p, reason, draft) for p in places))


def as_told(at: EventPlace, reason: str, draft: Draft) -> EventPlace:
    """Return a place with its reason, inherited where another sentence names it."""
    is_inherited = not draft.sentence.whole.overlaps(at.mention.span)
    return replace(at, inherited=is_inherited, reason=reason)
