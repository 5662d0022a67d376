"""Forces that act outside their own country: ACLED counts them as external forces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.model import Actor, Resolution

REGAINED = "Government regains territory"
OVERTAKEN = "Non-state actor overtakes territory"
TAKING_BACK = frozenset(
    {"retake", "recapture", "regain", "reclaim", "recover", "liberate", "liberation"}
)
OWN, FOREIGN = "state forces", "external/other forces"


def mark_foreign(draft: Draft, resolutions: Sequence[Resolution], lexicon: Lexicon) -> Draft:
    """Return an event whose foreign forces are classed as such: "French troops" in Mali."""
    at = frozenset(c for p in draft.places for c in p.place.countries)
    actors = tuple(
        replace(a, actor_class=FOREIGN)
        if a.actor_class == OWN and _is_foreign(a, at, resolutions, lexicon)
        else a
        for a in draft.actors
    )
    return _conquered(replace(draft, actors=actors))


def _conquered(draft: Draft) -> Draft:
    """
    Return an event in which a foreign army takes ground as what ACLED calls it, no regaining.

    Unless it takes back, or takes from rebels, as an ally of the government would.
    """
    rule, actors = draft.rule, draft.actors
    doers = {a.actor_class for a in actors if a.role == "actor"}
    is_for_state = any(a.actor_class == "rebel group" for a in actors if a.role == "target")
    is_back = rule.lemma in TAKING_BACK or any(("prt", "back") in n.choices for n in rule.needs)
    if rule.sub_type != REGAINED or doers != {FOREIGN} or is_for_state or is_back:
        return draft
    return replace(draft, rule=replace(rule, sub_type=OVERTAKEN))


def _is_foreign(
    actor: Actor, at: frozenset[str], resolutions: Sequence[Resolution], lexicon: Lexicon
) -> bool:
    """Whether a name holds a country other than the event's, or "coalition", "peacekeepers"."""
    words = (w.removesuffix("'s").removesuffix("’s") for w in actor.name.lower().split())
    if any(lexicon.actors.get(w) == FOREIGN for w in words):
        return True
    homes = {
        c
        for r in resolutions
        if actor.span is not None and r.mention.span.overlaps(actor.span)
        if r.place is not None and r.place.precision is Precision.COUNTRY
        for c in r.place.countries
    }
    return bool(homes and at) and not homes & at
