"""Which mentions in a document speak of the same event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import Interval, as_when
from dashboard.coding.what.families import DISPERSALS, GENERIC, VIOLENT
from dashboard.coding.where.place_joining import conflict, finer_places
from dashboard.model import EventType, Status, Toll, When

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.coding.drafts import Draft
    from dashboard.model import Actor

# Two of these are one only if they share a place or a time.
COMMON = frozenset(
    {"movement", "arrest", "deployment", "base", "ban", "smuggling", "withdrawal", "formation"}
    | {"talks", "crackdown", "seizure", "release", "looting", "surrender"}
)
# Attacks happen in them; "the attack" is not the whole of one.
CAMPAIGNS = frozenset({"war"})
# The first is also named by the second: "an explosion ... a suicide bomber had walked up".
NAMED_AGAIN = frozenset(
    {("blast", "suicide bomb"), ("protest", "riot"), ("blast", "grenade")}
    | {("protest", "protest dispersed"), ("protest", "excessive force")}
)
SUMMED_UP = frozenset({EventType.EXPLOSIONS, EventType.CIVILIANS})
# "An attack shook Bara. The bomb went off at noon."
BOMBINGS = frozenset({"blast", "grenade"})
KEEPING = frozenset({"hold", "keep"})
NEAR_SENTENCES = 2
NEXT_DAYS = 2
MEMORY = 400
"""How many events back a mention may refer; a book is not one story."""
FIRMNESS = (
    Status.REPORTED,
    Status.CLAIMED,
    Status.SPECULATED,
    Status.PLANNED,
    Status.HYPOTHETICAL,
)


def find_same(draft: Draft, events: Sequence[Draft]) -> int | None:
    """Return the index of the event that a mention speaks of again, the latest first."""
    if draft.is_new:
        return None
    first = max(0, len(events) - MEMORY)
    after = _earliest_day(draft, events)
    same = [
        i
        for i in range(first, len(events))
        if is_same(draft, events[i]) and not _ends_before(events[i].when, after)
    ]
    # "the operations" goes back to those that took place before those to come, not to another
    # country than its sentence speaks of, and to the one told most, not to the one told last; "the
    # attack" is the one that the last sentence told.
    return max(
        same,
        key=lambda i: (
            _are_alike_real(draft, events[i]),
            not _is_elsewhere(draft, events[i]),
            _is_near(draft, events[i]),
            _is_latter(draft, events[i]),
            draft.rule.family == events[i].rule.family,
            not draft.is_plural and _is_of_last_sentence(draft, events[i]),
            len(events[i].evidence),
            i,
        ),
        default=None,
    )


def _is_latter(draft: Draft, event: Draft) -> bool:
    """Whether "the attack" may be an ambush that the last sentence told, whatever came before."""
    is_noun = draft.is_definite and not draft.is_verb and not draft.is_plural
    is_generic = draft.rule.family in GENERIC
    return is_noun and is_generic and _is_of_last_sentence(draft, event)


def _earliest_day(draft: Draft, events: Sequence[Draft]) -> date | None:
    """Return the day of the event after which a mention says it happened: "since the jailbreak"."""
    starts = (e.when.start for e in events if draft.since and e.rule.family == draft.since)
    return next((day for day in starts if day is not None), None)


def _ends_before(when: When, day: date | None) -> bool:
    return day is not None and when.end is not None and when.end < day


def _are_alike_real(draft: Draft, event: Draft) -> bool:
    """Whether both happened, by the text, or both are to come."""
    return draft.standing.status.is_incident is event.standing.status.is_incident


def _is_elsewhere(draft: Draft, event: Draft) -> bool:
    """Whether the sentence of a mention names places, none of them in the event's country."""
    countries = {c for p in event.places for c in p.place.countries}
    return bool(draft.around and countries) and not draft.around & countries


def is_same(draft: Draft, event: Draft) -> bool:
    """Whether a mention speaks of an event named before."""
    if _are_apart(draft, event):
        return False
    one, other = draft.rule.family, event.rule.family
    if not _are_alike_real(draft, event) and not draft.is_definite:
        return False
    if draft.sentence.number == event.sentence.number and (other, one) not in NAMED_AGAIN:
        return False
    if one == other:
        return _is_same_of_family(draft, event)
    if (other, one) in NAMED_AGAIN:
        return _is_near(draft, event) and not draft.places and draft.when.start is None
    return _is_loss_of(draft, event) or _is_bomb_of(draft, event) or _is_kin(draft, event)


def _are_apart(draft: Draft, event: Draft) -> bool:
    """Whether the place or the time of a mention keeps it from being an event."""
    is_told_again = draft.is_definite and not draft.is_plural
    is_elsewhere = conflict(draft.places, event.places, is_told_again=is_told_again)
    return is_elsewhere or (not _lasts(event, draft) and _times_conflict(draft.when, event.when))


def _lasts(event: Draft, draft: Draft) -> bool:
    """Whether a mention says that the event of the last sentence lasted for days."""
    one, other = draft.when, event.when
    if not draft.goes_on or not _is_of_last_sentence(draft, event):
        return False
    if draft.rule.family != event.rule.family or one.start is None or other.end is None:
        return False
    return 0 <= (one.start - other.end).days <= NEXT_DAYS


def _is_bomb_of(draft: Draft, event: Draft) -> bool:
    """Whether it unfolds an attack that the last sentences named by no more than the word."""
    is_attack = event.rule.family == "attack" and not event.is_verb
    is_bomb = draft.rule.family in BOMBINGS and draft.is_definite
    return is_attack and is_bomb and _is_near(draft, event, paragraphs=0)


def _is_loss_of(draft: Draft, event: Draft) -> bool:
    """Whether a capture is told again as a loss: "soldiers took Bara ... before the town fell"."""
    told = (event.rule.family, draft.rule.family)
    is_nameless = not draft.actors and draft.when.start is None
    return (
        told == ("territory regained", "territory taken") and is_nameless and _is_near(draft, event)
    )


def _is_kin(draft: Draft, event: Draft) -> bool:
    """Whether "the attack", "the bombing" or "several firefights" sums up what was just told."""
    one, other = draft.rule.family, event.rule.family
    # "Since the jailbreak there have been ...": that is how new ones are introduced.
    is_kin = (
        draft.since is None and one in GENERIC and one in VIOLENT and other in VIOLENT - CAMPAIGNS
    )
    if draft.is_verb and "abduction" in {one, other}:
        # "He was kidnapped ... he was shot": two deeds
        return False
    is_meant = is_kin and (draft.is_definite or _is_vague(draft))
    return _is_near(draft, event, paragraphs=0) and (is_meant or _is_named_after(draft, event))


def _is_named_after(draft: Draft, event: Draft) -> bool:
    """Whether a noun sums up what a verb told: "jets bombed ...", then "the bombing"."""
    is_noun = draft.is_definite and not draft.is_verb and not draft.is_plural
    told = {draft.rule.family, event.rule.family}
    is_kind = draft.rule.type is event.rule.type and draft.rule.type in SUMMED_UP
    if event.rule.family in DISPERSALS and draft.rule.family in GENERIC:
        # "Soldiers opened fire on a march ... the shooting", "those shot in Bara"
        return draft.is_definite and not draft.is_plural
    return is_noun and is_kind and told <= VIOLENT - CAMPAIGNS


def _is_same_of_family(draft: Draft, event: Draft) -> bool:
    if _lasts(event, draft):
        return True
    if draft.lemmas & KEEPING and not draft.places and draft.when.start is None:
        # "Took 800 people hostage. They held them for three days."
        return _is_near(draft, event)
    if draft.rule.family in COMMON:
        return _share_place_or_time(draft, event)
    if draft.is_definite:
        is_distinct = draft.rule.family not in GENERIC and not draft.is_verb
        return is_distinct or bool(draft.lemmas & event.lemmas) or _is_near(draft, event)
    return _share_place_or_time(draft, event) or (_is_vague(draft) and _is_near(draft, event))


def _is_vague(draft: Draft) -> bool:
    """Whether a plural says neither where nor when, nor after what: "various firefights"."""
    is_timeless = draft.when.start is None and draft.since is None
    return draft.is_plural and not draft.is_verb and not draft.places and is_timeless


def _is_near(draft: Draft, event: Draft, *, paragraphs: int = 1) -> bool:
    """Whether an event was told just before; "the sweeps" may be those of the last paragraph."""
    back = paragraphs * draft.is_definite
    return any(
        0 <= draft.sentence.paragraph - s.paragraph <= back
        or 0 <= draft.sentence.number - s.number <= NEAR_SENTENCES
        for s in event.evidence
    )


def _is_of_last_sentence(draft: Draft, event: Draft) -> bool:
    return any(0 <= draft.sentence.number - s.number <= 1 for s in event.evidence)


def _times_conflict(one: When, other: When) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return False
    return one.end < other.start or other.end < one.start


def _share_place_or_time(draft: Draft, event: Draft) -> bool:
    places = {p.place.place_id for p in draft.places} & {p.place.place_id for p in event.places}
    times = draft.when.start is not None and draft.when.start == event.when.start
    if draft.is_verb:
        return times or (bool(places) and _is_of_last_sentence(draft, event))
    is_known = draft.is_definite or draft.is_owned
    same_words = bool(draft.lemmas & event.lemmas) and is_known
    return bool(places) and (times or same_words)


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
        when=_both(event.when, draft.when)
        if _lasts(event, draft)
        else _finer_time(event.when, draft.when),
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
    )


def _is_more_specific(event: Draft, draft: Draft) -> bool:
    """Whether the first mention names the event at least as well as the second."""
    if (event.rule.family, draft.rule.family) in NAMED_AGAIN:
        return False
    return event.rule.family not in GENERIC or draft.rule.family in GENERIC


def _both(one: When, other: When) -> When:
    """Return the days from the first to the last on which something went on."""
    return as_when(Interval(one.start, other.end), one.span)


def _finer_time(one: When, other: When) -> When:
    if one.start is None or one.end is None:
        return other if other.start is not None else one
    if other.start is None or other.end is None:
        return one
    return other if other.end - other.start < one.end - one.start else one


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
