"""Which mentions in a document speak of the same event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.model import Precision, Status, Toll, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.model import Actor, EventPlace

GENERIC = frozenset({"attack", "operation", "killing", "battle", "fire", "massacre"})
VIOLENT = frozenset(
    [
        "battle",
        "ambush",
        "attack",
        "operation",
        "killing",
        "air-strike",
        "shelling",
        "blast",
        "suicide-bomb",
        "grenade",
        "massacre",
        "assassination",
        "fire",
        "shoot-down",
        "mob",
        "riot",
        "chemical",
        "abduction",
    ]
)
FIRMNESS = (
    Status.REPORTED, Status.CLAIMED, Status.SPECULATED, Status.PLANNED, Status.HYPOTHETICAL
)  # fmt: skip


def join_mentions(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Return the events of a document, each with all that its mentions say."""
    events: list[Draft] = []
    for draft in drafts:
        index = find_same(draft, events)
        if index is None:
            events.append(draft)
        else:
            events[index] = join(events[index], draft)
    return tuple(events)


def find_same(draft: Draft, events: Sequence[Draft]) -> int | None:
    """Return the index of the event that a mention speaks of again, the latest first."""
    if draft.is_new:
        return None
    for index in range(len(events) - 1, -1, -1):
        if is_same(draft, events[index]):
            return index
    return None


def is_same(draft: Draft, event: Draft) -> bool:
    """Whether a mention speaks of an event named before."""
    if not _has_kin_family(draft, event) or not _agree(draft, event):
        return False
    if draft.standing.status.is_incident is not event.standing.status.is_incident:
        return False
    if draft.sentence is event.sentence and not draft.is_verb:
        return False
    if draft.is_definite:
        return draft.is_plural is event.is_plural or draft.rule.family == event.rule.family
    same_family = draft.rule.family == event.rule.family
    return same_family and _share_place_or_time(draft, event)


def _has_kin_family(draft: Draft, event: Draft) -> bool:
    one, other = draft.rule.family, event.rule.family
    if one == other:
        return True
    if not draft.is_definite:
        return False
    kin = _violent(one) and _violent(other)
    return kin and (one in GENERIC or draft.lemma == event.lemma)


def _violent(family: str) -> bool:
    return family.replace(" ", "-") in VIOLENT


def _agree(draft: Draft, event: Draft) -> bool:
    return not _places_conflict(draft.places, event.places) and not _times_conflict(
        draft.when, event.when
    )


def _places_conflict(one: Sequence[EventPlace], other: Sequence[EventPlace]) -> bool:
    if not one or not other:
        return False
    ids = {p.place.place_id for p in one} & {p.place.place_id for p in other}
    if ids:
        return False
    wide = {Precision.COUNTRY, Precision.MULTI_COUNTRY}
    is_wide = any(p.place.precision in wide for p in (*one, *other))
    countries = {c for p in one for c in p.place.countries} & {
        c for p in other for c in p.place.countries
    }
    return not (is_wide and countries)


def _times_conflict(one: When, other: When) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return False
    return one.end < other.start or other.end < one.start


def _share_place_or_time(draft: Draft, event: Draft) -> bool:
    places = {p.place.place_id for p in draft.places} & {p.place.place_id for p in event.places}
    times = draft.when.start is not None and draft.when.start == event.when.start
    if draft.is_verb:
        return times or (bool(places) and draft.sentence.number - event.sentence.number <= 1)
    return bool(places) and (times or draft.lemma == event.lemma)


def join(event: Draft, draft: Draft) -> Draft:
    """Return the event with what another mention adds; what is known is never overwritten."""
    standing = min(event.standing, draft.standing, key=lambda s: FIRMNESS.index(s.status))
    specific = event if _is_more_specific(event, draft) else draft
    return replace(
        event,
        rule=specific.rule,
        trigger=specific.trigger,
        sentence=event.sentence,
        standing=standing,
        when=_finer_time(event.when, draft.when),
        places=_finer_places(event.places, draft.places),
        actors=_join_actors(event.actors, draft.actors),
        killed=join_tolls(event.killed, draft.killed),
        injured=join_tolls(event.injured, draft.injured),
        claims=(*event.claims, *draft.claims),
        evidence=tuple(dict.fromkeys((*event.evidence, *draft.evidence))),
        is_disputed=event.is_disputed or draft.is_disputed,
        since=event.since or draft.since,
    )


def _is_more_specific(event: Draft, draft: Draft) -> bool:
    """Whether the first mention names the event at least as well as the second."""
    return event.rule.family not in GENERIC or draft.rule.family in GENERIC


def _finer_time(one: When, other: When) -> When:
    if one.start is None or one.end is None:
        return other if other.start is not None else one
    if other.start is None or other.end is None:
        return one
    return other if other.end - other.start < one.end - one.start else one


def _finer_places(
    one: tuple[EventPlace, ...], other: tuple[EventPlace, ...]
) -> tuple[EventPlace, ...]:
    if not one or not other:
        return one or other
    order = list(Precision)
    finest = [min(order.index(p.place.precision) for p in places) for places in (one, other)]
    if one[0].inherited and not other[0].inherited:
        return other
    return other if finest[1] < finest[0] and not other[0].inherited else one


def _join_actors(one: Sequence[Actor], other: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple({(a.name.lower(), a.role): a for a in (*other, *one)}.values())


def join_tolls(one: Toll, other: Toll) -> Toll:
    """Return one toll; figures that differ span a range, they are never added up."""
    if one == Toll():
        return other
    if other == Toll() or (one.low, one.high) == (other.low, other.high):
        return one
    if other.low is None and other.high is None:
        return one
    if one.low is None and one.high is None:
        return other
    lows = [t.low for t in (one, other) if t.low is not None]
    highs = [t.high for t in (one, other)]
    high = None if None in highs else max(h for h in highs if h is not None)
    return Toll(min(lows, default=None), high, f"{one.text}; {other.text}", one.span)
