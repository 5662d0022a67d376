"""One event out of two mentions: what is known is never overwritten, figures are never added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.joining.joined_times import join_times
from dashboard.coding.joining.lasting import NAMED_AGAIN, lasts
from dashboard.coding.what.families import GENERIC
from dashboard.coding.where.place_joining import finer_places
from dashboard.model import Status, Toll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.model import Actor

FIRMNESS = (
    Status.REPORTED,
    Status.CLAIMED,
    Status.SPECULATED,
    Status.PLANNED,
    Status.HYPOTHETICAL,
)


def join(event: Draft, draft: Draft) -> Draft:
    """Return the event with what another mention adds; what is known is never overwritten."""
    standing = min(event.standing, draft.standing, key=lambda s: FIRMNESS.index(s.status))
    is_own = draft.sentence.number == event.sentence.number
    speaker = event.standing.attribution or (draft.standing.attribution if is_own else None)
    standing = replace(standing, attribution=speaker)
    specific = event if _is_more_specific(event, draft) else draft
    return replace(
        event,
        rule=specific.rule,
        trigger=specific.trigger,
        sentence=event.sentence,
        standing=standing,
        lemmas=event.lemmas | draft.lemmas,
        is_plural=event.is_plural,
        when=join_times(event, draft, lasts=lasts(event, draft)),
        places=finer_places(event.places, draft.places),
        actors=_join_actors(event.actors, draft.actors),
        killed=join_tolls(event.killed, draft.killed),
        injured=join_tolls(event.injured, draft.injured),
        sides_killed=event.sides_killed | draft.sides_killed,
        sides_injured=event.sides_injured | draft.sides_injured,
        claims=(*event.claims, *draft.claims),
        evidence=tuple(dict.fromkeys((*event.evidence, *draft.evidence))),
        is_disputed=event.is_disputed or draft.is_disputed,
        since=event.since or draft.since,
        victims=tuple(dict.fromkeys((*event.victims, *draft.victims))),
    )


def _is_more_specific(event: Draft, draft: Draft) -> bool:
    """Whether the first mention names the event at least as well as the second."""
    if (event.rule.family, draft.rule.family) in NAMED_AGAIN:
        return False
    return event.rule.family not in GENERIC or draft.rule.family in GENERIC


def _join_actors(one: Sequence[Actor], other: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple({(a.name.lower(), a.role): a for a in (*other, *one)}.values())


def join_tolls(one: Toll, other: Toll) -> Toll:
    """Return one toll; figures that differ span a range, they are never added up."""
    if one == Toll():
        return other
    if other == Toll() or (one.low, one.high) == (other.low, other.high):
        return one
    if (other.low is None and other.high is None) or other.text in (one.text or "").split("; "):
        return one
    if one.low is None and one.high is None:
        return other
    lows = [t.low for t in (one, other) if t.low is not None]
    highs = [t.high for t in (one, other)]
    high = None if None in highs else max(h for h in highs if h is not None)
    return Toll(min(lows, default=None), high, f"{one.text}; {other.text}", one.span)
