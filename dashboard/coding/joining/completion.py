"""What only the whole document tells of an event: relative dates, and the class of states."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import open_from
from dashboard.model import MentionKind, Precision

SINCE = re.compile(
    r"\b(?:since|follow(?:s|ed|ing)?)\s+(?:[\w’'-]+ ){0,3}?[\w’'-]+"
    r"(?=[,.;:]|\s+(?:in|on|at|have|has|had)\b|$)",
    re.IGNORECASE,
)

ARMED = frozenset({"rebel group", "political militia", "identity militia"})

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.coding.drafts import Draft
    from dashboard.model import Actor, Resolution, Span, When


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
    return replace(draft, when=_since(draft, earlier[0], published)) if earlier else draft


def _since(draft: Draft, earlier: Draft, published: date | None) -> When:
    """Return the time since an event, and the words of the sentence that say so."""
    when = open_from(earlier.when, published)
    found = SINCE.search(draft.sentence.text)
    if found is None:
        return when
    here = draft.sentence.find(earlier.when.span) if earlier.when.span else None
    is_next = here is not None and 0 <= here[0] - found.end() <= 1
    end = here[1] if here is not None and is_next else found.end()
    words = draft.sentence.text[found.start() : end]
    span = draft.sentence.span(found.start(), end)
    return replace(when, span=span, words=f"{when.words}, {words[0].lower()}{words[1:]}")


def _with_state_classes(draft: Draft, resolutions: Sequence[Resolution]) -> tuple[Actor, ...]:
    """Give states that act their class: at home state forces, abroad external forces."""
    countries = {c for p in draft.places for c in p.place.countries}
    towns = _names_of_towns(resolutions)
    # "The M23" may be taken for a place that no gazetteer knows.
    people = (a for a in draft.actors if a.actor_class in ARMED or not towns.get(a.span))
    actors = (a for a in people if not _is_place(a, draft))
    return tuple(_classed(actor, countries, resolutions) for actor in actors)


def _names_of_towns(resolutions: Sequence[Resolution]) -> dict[Span | None, bool]:
    """Return the names that stand for a place smaller than a country, and only for that."""
    return {
        r.mention.span: r.mention.kind is MentionKind.TOPONYM
        for r in resolutions
        if r.place is None or r.place.precision is not Precision.COUNTRY
    }


def _is_place(actor: Actor, draft: Draft) -> bool:
    return actor.span is not None and actor.span in {p.mention.span for p in draft.places}


def _classed(actor: Actor, countries: set[str], resolutions: Sequence[Resolution]) -> Actor:
    own = _country_of(actor, resolutions)
    is_of_state = actor.actor_class in {None, "state forces"}
    if not is_of_state or own is None or (actor.actor_class is None and actor.role != "actor"):
        return actor
    is_home = own in countries or not countries
    return replace(actor, actor_class="state forces" if is_home else "external/other forces")


def _country_of(actor: Actor, resolutions: Sequence[Resolution]) -> str | None:
    """Return the country that an actor is, or that its name begins with: "Arlandic troops"."""
    for resolution in resolutions:
        place, span = resolution.place, actor.span
        if place is None or span is None or place.precision is not Precision.COUNTRY:
            continue
        if resolution.mention.span.start == span.start and resolution.mention.span.end <= span.end:
            return place.country
    return None
