"""The country in which something is done without being named as a place: "a Chadian prison"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.where.mentions import as_event_place
from dashboard.model import MentionKind, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger
    from dashboard.coding.where.mentions import PlaceMention
    from dashboard.model import EventPlace

MEASURES = frozenset({"ban", "curfew"})
OVERTHROWS = frozenset({"coup"})
# The American School is where the Americans are who send their children there.
ABROAD = frozenset({"school", "university", "college", "hospital", "embassy", "consulate", "club"})
FORCES = frozenset({"soldier", "troop", "army", "military", "officer", "force", "guard", "general"})


def place_of_facility(
    trigger: Trigger, mentions: Sequence[PlaceMention], lexicon: Lexicon
) -> tuple[EventPlace, ...]:
    """Return the country whose fixed building is struck: "a Chadian police station"."""
    for mention in mentions:
        noun = mention.head.head
        if mention.resolution.mention.kind is not MentionKind.DEMONYM:
            continue
        is_inside = any(w.i == trigger.token.i for w in noun.ancestors)
        if is_inside and noun.lemma_.lower() in lexicon.phrases["facility"] - ABROAD:
            reason = f"a {mention.resolution.mention.surface} {noun.text} stands in that country"
            return (as_event_place(mention, reason),)
    return ()


def place_of_measure(
    trigger: Trigger, mentions: Sequence[PlaceMention], lexicon: Lexicon
) -> tuple[EventPlace, ...]:
    """Return the country in which a government's ban or curfew holds."""
    if trigger.rule.family not in MEASURES:
        return ()
    above = [c for a in trigger.token.ancestors for c in a.children if c.dep_ == "nsubj"]
    rulers = lexicon.phrases["home government"]
    earlier = [t for t in trigger.token.doc[: trigger.token.i] if t.lemma_.lower() in rulers]
    for subject in (*trigger.frame.subjects, *above, *reversed(earlier)):
        for mention in mentions:
            if _rules(subject, mention, rulers):
                name = mention.resolution.place.name if mention.resolution.place else ""
                return (as_event_place(mention, f"a measure of the government holds in {name}"),)
    return ()


def place_of_overthrow(
    trigger: Trigger, mentions: Sequence[PlaceMention]
) -> tuple[EventPlace, ...]:
    """Return the country whose own soldiers overthrow somebody: "Arland's army deposed ..."."""
    if trigger.rule.family not in OVERTHROWS:
        return ()
    for mention in mentions:
        place, noun = mention.resolution.place, mention.head.head
        is_country = place is not None and place.precision is Precision.COUNTRY
        is_doer = any(noun.i == subject.i for subject in trigger.frame.subjects)
        if place and is_country and is_doer and noun.lemma_.lower() in FORCES:
            return (as_event_place(mention, f"the {noun.text} are those of {place.name}"),)
    return ()


def _rules(subject: Token, mention: PlaceMention, rulers: frozenset[str]) -> bool:
    """Whether a subject is a country, or its government."""
    place = mention.resolution.place
    if place is None or place.precision is not Precision.COUNTRY or subject.dep_ != "nsubj":
        return False
    if subject.i == mention.head.i:
        return True
    is_ruler = subject.lemma_.lower() in rulers
    return is_ruler and any(w.i == subject.i for w in mention.head.ancestors)
