"""Statements that sum up several events: "several attacks have followed", "raids, among them".

What the text then tells one by one is what counts; the sum is not counted beside it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.sifting.selection import list_members
from dashboard.coding.what.families import GENERIC, VIOLENT
from dashboard.coding.where.places import WITH_EVENT
from dashboard.model import POINTS, EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dashboard.coding.drafts import Draft
    from dashboard.model import EventPlace, When

FEWEST_MEMBERS = 2
NEXT_SENTENCES = 3


def list_one_by_one(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """
    Return the events, without a sum whose members the next sentences of its paragraph tell.

    The members are dated, as far as they have no date of their own, as the sum is, and rest on its
    words too: "Several attacks have followed the jailbreak. A helicopter was shot down."
    """
    told = list(drafts)
    for umbrella in drafts:
        members = [d for d in told if _is_member(d, umbrella)] if _sums_up(umbrella) else []
        follows = any(m.sentence.number == umbrella.sentence.number + 1 for m in members)
        # A sum under another sum is a member itself by now.
        if len(members) < FEWEST_MEMBERS or not follows or umbrella not in told:
            continue
        told.remove(umbrella)
        heir = _heir(umbrella, members)
        told = [_told_under(umbrella, d, heir) if d in members else d for d in told]
    return tuple(told)


def without_labels(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the events without the labels of items: "Cattle raid. Armed youths raided ..."."""
    told = list(drafts)
    for label in drafts:
        item = next((d for d in told if _is_headed_by(d, label)), None)
        if item is not None:
            words = tuple(dict.fromkeys((*item.evidence, *label.evidence)))
            told[told.index(item)] = replace(item, evidence=words)
            told.remove(label)
    return tuple(told)


def _is_headed_by(draft: Draft, label: Draft) -> bool:
    """Whether what the next sentence tells is what a sentence of a mere name announces."""
    sentence = label.sentence
    is_whole = label.trigger.end - label.trigger.start >= len(sentence.text.rstrip(" .:")) - 1
    is_bare = len(label.evidence) == 1 and not any(p.reason == WITH_EVENT for p in label.places)
    is_next = draft.sentence.number == sentence.number + 1
    if not (is_whole and is_bare and is_next) or draft.sentence.paragraph != sentence.paragraph:
        return False
    kinds = {draft.rule.family, label.rule.family}
    return draft.rule.type is label.rule.type or kinds <= VIOLENT


def _sums_up(draft: Draft) -> bool:
    """Whether a plural may stand for what is told next; of two bombs each may be told."""
    is_bare = not any(p.place.precision in POINTS for p in draft.places)
    is_sum = draft.rule.family in GENERIC and not draft.is_verb and is_bare
    is_pair = draft.rule.type is EventType.EXPLOSIONS and draft.is_verb
    is_plural = draft.is_plural and draft.killed.low is None
    return is_plural and (is_sum or is_pair) and draft.standing.status.is_incident


def _is_member(draft: Draft, umbrella: Draft) -> bool:
    gap = draft.sentence.number - umbrella.sentence.number
    is_next = 0 < gap <= NEXT_SENTENCES and draft.sentence.paragraph == umbrella.sentence.paragraph
    is_violent = draft.rule.family in VIOLENT and draft.standing.status.is_incident
    is_within = draft.since is None and _is_in_time_of(draft.when, umbrella.when)
    return is_next and is_violent and is_within and not _is_abroad(draft, umbrella)


def _is_in_time_of(when: When, whole: When) -> bool:
    """Whether a member may be of the time of the sum: "this year", then "in March"."""
    if when.start is None or (whole.start is None and whole.end is None):
        return True
    if when.end is None or whole.start is None or whole.end is None:
        return False
    return whole.start <= when.start and when.end <= whole.end


def _is_abroad(draft: Draft, umbrella: Draft) -> bool:
    own = {c for p in draft.places for c in p.place.countries}
    there = {c for p in umbrella.places for c in p.place.countries}
    return bool(own and there) and not own & there


def _heir(umbrella: Draft, members: Sequence[Draft]) -> Draft | None:
    """Return the member of which it was said later: "others dispute this"."""
    later = [s.number for s in umbrella.evidence[1:]]
    return next((m for m in reversed(members) if later and m.sentence.number < later[0]), None)


def _told_under(umbrella: Draft, member: Draft, heir: Draft | None) -> Draft:
    words = dict.fromkeys((*member.evidence, umbrella.evidence[0]))
    when = member.when if member.when.start else umbrella.when
    member = replace(member, since=umbrella.since, when=when, evidence=tuple(words))
    if member.sentence is not (heir.sentence if heir else None):
        return member
    return replace(
        member,
        evidence=tuple(dict.fromkeys((*words, *umbrella.evidence))),
        claims=(*member.claims, *umbrella.claims),
        is_disputed=member.is_disputed or umbrella.is_disputed,
    )


def drop_umbrellas(events: list[Draft], placed: dict[int, int], doc: Doc) -> None:
    """Leave out "several attacks, including X and Y" when X and Y are events of their own."""
    for index in list(placed):
        others = [doc[i] for i in placed if i != index]
        members = [placed[m.i] for m in list_members(doc[index], others)]
        number = placed[index]
        if not members or number in members or len(events[number].evidence) > 1:
            continue
        umbrella = events[number]
        for member in members:
            event = events[member]
            events[member] = replace(
                event,
                since=event.since or umbrella.since,
                when=event.when if event.when.start else umbrella.when,
                places=event.places or _own_places(umbrella),
                actors=event.actors or umbrella.actors,
            )
        del events[number]
        del placed[index]
        for trigger, position in list(placed.items()):
            placed[trigger] = position - (position > number)


def _own_places(umbrella: Draft) -> tuple[EventPlace, ...]:
    return tuple(p for p in umbrella.places if p.reason == WITH_EVENT)
