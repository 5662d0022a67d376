"""What only the whole document tells of an event: relative dates, and the class of states."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.timing import open_from
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.coding.drafts import Draft
    from dashboard.model import Actor, Resolution


def complete(
    draft: Draft,
    events: Sequence[Draft],
    *,
    resolutions: Sequence[Resolution],
    published: date | None,
) -> Draft:
    """Return an event with its date "since the jailbreak" and the classes of states that act."""
    draft = replace(draft, actors=_with_state_classes(draft, resolutions))
    if draft.when.start is not None or draft.since is None:
        return draft
    earlier = [e for e in events if e.rule.family == draft.since and e.when.start is not None]
    return replace(draft, when=open_from(earlier[0].when, published)) if earlier else draft


def _with_state_classes(draft: Draft, resolutions: Sequence[Resolution]) -> tuple[Actor, ...]:
    """Give states that act their class: at home state forces, abroad external forces."""
    countries = {c for p in draft.places for c in p.place.countries}
    spots = {p.mention.span for p in draft.places}
    actors = (a for a in draft.actors if a.span is None or a.span not in spots)
    return tuple(_classed(actor, countries, resolutions) for actor in actors)


def _classed(actor: Actor, countries: set[str], resolutions: Sequence[Resolution]) -> Actor:
    own = _country_of(actor, resolutions)
    if actor.actor_class is not None or actor.role != "actor" or own is None:
        return actor
    is_home = own in countries or not countries
    return replace(actor, actor_class="state forces" if is_home else "external/other forces")


def _country_of(actor: Actor, resolutions: Sequence[Resolution]) -> str | None:
    for resolution in resolutions:
        place = resolution.place
        if place is None or place.precision is not Precision.COUNTRY:
            continue
        if resolution.mention.span == actor.span:
            return place.country
    return None
