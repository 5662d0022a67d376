"""Where an event happened, chosen among the places of its sentence and then of its paragraph."""

from __future__ import annotations

import re
from itertools import pairwise, product, takewhile
from typing import TYPE_CHECKING

from dashboard.coding.what.undergoers import LOSSES
from dashboard.coding.where.attachment import FAR
from dashboard.coding.where.clauses import (
    is_place_word,
    is_said_to_have_been,
)
from dashboard.coding.where.fineness import fineness_of, named_inside, town_of
from dashboard.coding.where.home_places import (
    place_of_facility,
    place_of_measure,
    place_of_overthrow,
)
from dashboard.coding.where.mentions import as_event_place
from dashboard.coding.where.roles import WAY_FEATURE, has_other_role
from dashboard.model import POINTS, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger
    from dashboard.coding.where.attachment import Attachment
    from dashboard.coding.where.mentions import PlaceMention
    from dashboard.model import EventPlace

NEXT_TO = 4
LINKS = frozenset({",", "and", ", and"})
ONES = frozenset({"first", "second", "third", "fourth", "other", "one"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
IN_SENTENCE = "named in the same sentence"
WITH_EVENT = "named with the event"
MADE_AT_TABLES = frozenset({"agreement"})
VENUE = re.compile(
    r"\b(?:meeting|meetings|met|talks|summit|conference|signed|initialled|negotiated|hosted|gathered"
    r"|concluded)\s+(?:\w+\s+){0,3}?(?:in|at)\s+(?:the\s+(?:\w+\s+)?)?$",
    re.IGNORECASE,
)
MOVES = frozenset({"movement", "deployment", "smuggling"})
# What a fight is for or over is where it is.
FIGHTS = frozenset({"battle", "attack", "operation", "territory taken", "territory regained"})
ABOUT_ELSEWHERE = MOVES | frozenset(
    {"protest", "protest dispersed", "excessive force", "riot", "arrest", "talks", "agreement"}
    | {"ban", "curfew", "stoppage", "release", "war", "revolution"}
)


def choose_places(
    trigger: Trigger, mentions: Sequence[PlaceMention], attachment: Attachment, lexicon: Lexicon
) -> tuple[EventPlace, ...]:
    """Return the places of an event among those of its own sentence, or none."""
    venue = _venue(trigger, mentions)
    near = _ranked(trigger, mentions, attachment, lexicon)
    # "Reached in Bara and followed by a pact signed in Kolun": that is the venue of the pact.
    is_of_other = venue is not None and any(
        w.i in attachment.others for w in (venue.head, *venue.head.ancestors)
    )
    if venue is not None and not (near and is_of_other):
        return (as_event_place(venue, "the venue"),)
    if not near:
        return (
            place_of_facility(trigger, mentions, lexicon)
            or place_of_measure(trigger, mentions, lexicon)
            or place_of_overthrow(trigger, mentions)
            or _place_of_shared_subject(trigger, mentions, attachment, lexicon)
            or _place_beside(trigger, mentions, attachment, lexicon)
        )
    best = min(rank for rank, _ in near)
    if best and _is_known_event(trigger) and not is_said_to_have_been(trigger):
        return ()
    return _best_of(near, trigger, mentions)


def _venue(trigger: Trigger, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return where an agreement was made rather than what it is for: "met in Bara, agreed on"."""
    if trigger.rule.family not in MADE_AT_TABLES:
        return None
    return next((m for m in mentions if m.is_eligible and VENUE.search(m.before)), None)


def _ranked(
    trigger: Trigger, mentions: Sequence[PlaceMention], attachment: Attachment, lexicon: Lexicon
) -> list[tuple[int, PlaceMention]]:
    """Return the places that the parse ties to the event, with how far they stand from it."""
    ranked = [
        (attachment.place_distance(m.head), m)
        for m in mentions
        if m.is_eligible and not has_other_role(trigger, m, lexicon)
    ]
    # A continent or a grouping is a place only where the text puts the event in it outright.
    near = [(rank, m) for rank, m in ranked if rank < FAR and (rank == 0 or not _is_grouping(m))]
    if trigger.rule.family in MOVES:
        near = [(rank, m) for rank, m in near if _is_destination(m, trigger)]
    return near


def _place_of_shared_subject(
    trigger: Trigger, mentions: Sequence[PlaceMention], attachment: Attachment, lexicon: Lexicon
) -> tuple[EventPlace, ...]:
    """Return the place of the verb before: "stormed a hotel in Bara and took guests hostage"."""
    shared = attachment.of_shared_subject()
    if shared is None or trigger.rule.family in MOVES:
        return ()
    near = _ranked(trigger, mentions, shared, lexicon)
    return _best_of(near, trigger, mentions, is_shared=True) if near else ()


def _place_beside(
    trigger: Trigger, mentions: Sequence[PlaceMention], attachment: Attachment, lexicon: Lexicon
) -> tuple[EventPlace, ...]:
    """Return the place that the parse hangs on a word beside the event.

    "Fought for the road at Bara", "blew up a car with a charge in Bara": what was there was done
    there. A crowd's cause ("marched for the dead of Bara") and a court's are not.
    """
    if trigger.rule.family in ABOUT_ELSEWHERE:
        return ()
    is_fight = trigger.rule.family in FIGHTS
    beside = [
        (attachment.distance_beside(m.head, is_fight=is_fight), m)
        for m in mentions
        if m.is_eligible and not has_other_role(trigger, m, lexicon) and not _is_grouping(m)
    ]
    near = [(rank, m) for rank, m in beside if rank < FAR]
    if not near and not attachment.others:
        # "A convoy of the army and its allies between Bara and Kolun": nothing else is there.
        near = [(0, m) for m in mentions if m.is_eligible and _is_way(m)]
    return _best_of(near, trigger, mentions, is_shared=True) if near else ()


def _is_way(mention: PlaceMention) -> bool:
    place = mention.resolution.place
    return place is not None and place.feature == WAY_FEATURE


def _best_of(
    near: Sequence[tuple[int, PlaceMention]],
    trigger: Trigger,
    mentions: Sequence[PlaceMention],
    *,
    is_shared: bool = False,
) -> tuple[EventPlace, ...]:
    others = _of_another([m for _, m in near], trigger)
    near = [(rank, m) for rank, m in near if m.head.i not in others]
    mentions = [m for m in mentions if m.head.i not in others]
    best = min(rank for rank, _ in near)
    reason = WITH_EVENT if best == 0 and not is_shared else IN_SENTENCE
    chosen = [m for rank, m in near if rank == best]
    finest = min(chosen, key=lambda m: (fineness_of(m), abs(m.head.i - trigger.token.i)))
    finest = town_of(finest, [m for rank, m in near if rank <= best + NEXT_TO], mentions)
    finest = named_inside(finest, trigger, mentions)
    joined = [
        m for _, m in near if m is not finest and _is_joined(m, finest) and not _holds(m, finest)
    ]
    joined += [m for m in _listed_with(finest, mentions) if m not in joined]
    return tuple(as_event_place(m, reason) for m in (finest, *joined))


def _of_another(near: Sequence[PlaceMention], trigger: Trigger) -> frozenset[int]:
    """
    Return the words for places of the other of two things that a headline tells in one breath.

    "Homes burned in Bara and clashes in Arland": what stands before the "and" is the other's, as
    is "jets hit Arland and more casualties in Bara".
    """
    token, doc = trigger.token, trigger.token.doc
    first = token.left_edge.i
    is_second = not trigger.frame.is_verb and first > 0 and doc[first - 1].lower_ == "and"
    inside = {w.i for w in token.subtree if w.i > token.i}
    if is_second and any(m.head.i in inside for m in near):
        return frozenset(m.head.i for m in near if m.head.i < first)
    lost = frozenset(m.head.i for m in near if _is_of_losses(m.head, token))
    return lost if len(lost) < len(near) else frozenset()


def _is_of_losses(place: Token, event: Token) -> bool:
    """Whether a place hangs on "and more casualties", told beside an event."""
    below = takewhile(lambda w: w.i != event.i, place.ancestors)
    return any(w.dep_ == "conj" and w.lemma_.lower() in LOSSES for w in below)


def _is_known_event(trigger: Trigger) -> bool:
    """
    Whether the words speak of an event that was told before: "the jailbreak", "these attacks".

    Where it happened was said there; a place that only stands near in this sentence is another's.
    """
    token = trigger.token
    is_definite = any(c.lower_ in DEFINITE for c in token.children) and token.lower_ not in ONES
    # "The downing of a helicopter" is new: it is "of" that calls for the article.
    # So is "the treaty that both sides signed in Bara".
    is_told_here = any(word.lower_ == "of" for word in token.subtree) or any(
        child.dep_ in {"relcl", "acl"} for child in token.children
    )
    # "The war broke out in Bara": there is but the one.
    is_war = trigger.rule.family == "war"
    return token.pos_ == "NOUN" and is_definite and not is_told_here and not is_war


def _is_grouping(mention: PlaceMention) -> bool:
    place = mention.resolution.place
    return place is not None and place.precision is Precision.MULTI_COUNTRY


def _is_joined(mention: PlaceMention, other: PlaceMention) -> bool:
    """Whether it is "Bara and Kolun", or "in Bara and in Kolun"."""
    pairs = product(_heads(mention.head), _heads(other.head))
    return any(_are_joined(one, two) for one, two in pairs)


def _listed_with(mention: PlaceMention, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return the other towns of "Bara, Kolun and Sedra", which the parse often takes apart."""
    towns = [m for m in mentions if m.is_eligible and m.stands_for is None and _is_town(m)]
    runs: list[list[PlaceMention]] = []
    for one in sorted(towns, key=lambda m: len(m.before)):
        last = runs[-1][-1] if runs else None
        gap = one.before[_end(last) :].strip() if last is not None else ""
        if gap in LINKS:
            runs[-1].append(one)
        else:
            runs.append([one])
    run = next(r for r in runs if mention in r) if mention in towns else []
    gaps = [two.before[_end(one) :].strip() for one, two in pairwise(run)]
    is_list = len(gaps) > 1 and gaps[-1] != "," and set(gaps[:-1]) == {","}
    return [m for m in run if m is not mention] if is_list else []


def _end(mention: PlaceMention) -> int:
    return len(mention.before) + len(mention.resolution.mention.surface)


def _is_town(mention: PlaceMention) -> bool:
    place = mention.resolution.place
    return place is not None and place.precision in POINTS


def _holds(area: PlaceMention, town: PlaceMention) -> bool:
    """Whether it is the province of "Bara, Kolun department", which the parse takes for a list."""
    if not area.is_eligible or area.stands_for is not None or town.stands_for is not None:
        return False
    gap = area.before[_end(town) :]
    return gap == ", " and not _is_town(area) and _is_town(town)


def _are_joined(one: Token, two: Token) -> bool:
    is_phrase = one.dep_ == two.dep_ == "pobj" and two.head in one.head.conjuncts
    return two in one.conjuncts or is_phrase


def _heads(name: Token) -> tuple[Token, ...]:
    """Return a name and the "outskirts" of "the outskirts of Bara"."""
    noun = name.head.head
    is_of = name.dep_ == "pobj" and name.head.lower_ == "of" and is_place_word(noun)
    return (name, noun) if is_of else (name,)


def _is_destination(mention: PlaceMention, trigger: Trigger) -> bool:
    """Whether a movement goes to the place, or into, in or across it."""
    word = mention.head
    for _ in range(4):
        if word.dep_ in {"pobj", "dobj", "advmod"} and word.head.lower_ in {
            "to", "into", "in", "across", "through", "towards", "toward", "over", "at", "around",
        }:  # fmt: skip
            return True
        if word.head.i == trigger.token.i:
            return word.dep_ in {"dobj", "advmod"}
        word = word.head
    return False
