"""Whether what a sentence tells is an event of its own, or only says more of one told before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.joining.gathering import last_of_paragraph
from dashboard.coding.what.families import DISPERSALS, FATAL
from dashboard.coding.what.undergoers import is_short_passive
from dashboard.coding.where.inheritance import is_by_label
from dashboard.coding.where.places import WITH_EVENT
from dashboard.coding.who.parties import FORCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.drafts import Draft
    from dashboard.coding.what.triggers import Trigger

BOTH = re.compile(
    r"\b(?:both(?: of)?(?: the| these)?|(?:the|these|those) (?:two|three|four|five)"
    r"|all (?:two|three|four|five)(?: of)?(?: the| these)?) (?:\w+ )?(?:incidents|attacks|bombings"
    r"|blasts|explosions|raids|strikes|murders|killings|shootings|massacres|clashes|abductions"
    r"|ambushes|riots|protests)\b",
    re.IGNORECASE,
)
RAIDS = frozenset({"attack", "operation", "ambush", "battle", "fire", "break-in"})
RAIDERS = frozenset(
    {"attacker", "assailant", "raider", "gunman", "bandit", "rebel", "militant", "insurgent"}
    | {"terrorist", "jihadist", "killer", "soldier", "fighter", "militiaman", "intruder"}
)
AFTERWARDS = frozenset({"also", "then", "later", "again", "earlier", "previously", "had", "have"})
APART = frozenset({"other", "separate", "different", "another"})
UNARMED = frozenset({"civilians", "protesters", "rioters"})


def is_only_a_toll(trigger: Trigger, draft: Draft, events: Sequence[Draft]) -> bool:
    """Whether "three were killed" only gives the toll of the event told before."""
    if draft.rule.family not in FATAL or not is_by_label(draft.places) or draft.when.start:
        return False
    parts = list(trigger.token.children)
    # "One killed, three injured" counts those to whom it was done.
    is_count = not any(c.dep_ == "dobj" for c in parts)
    doers = [c for c in parts if c.dep_ in {"nsubj", "agent"} if not (is_count and c.tag_ == "CD")]
    is_known = trigger.token.dep_ == "ccomp" and all(map(_is_teller, doers))
    is_known = is_known or all(c.lower_ == "it" for c in doers)
    is_known = is_known or _is_their_deed(trigger, doers, draft, events)
    if not is_known and not is_short_passive(trigger.token):
        # "It killed three": the bomb of the sentence before
        return False
    inside = trigger.frame.prepositions.get("in", ())
    if any(c.lower_ in APART for t in inside for c in t.children):
        # "and nine farmers were killed in other incidents"
        return False
    if _is_of_own_story(draft, events):
        return False
    # "killed yesterday" is dated, even where nothing says which day that was.
    verb = trigger.token.head if trigger.token.dep_ == "conj" else trigger.token
    if any(w.ent_type_ == "DATE" for each in (trigger.token, verb) for w in each.children):
        return False
    return last_of_paragraph(events, draft.sentence, is_violent=True) is not None


def _is_their_deed(
    trigger: Trigger, doers: Sequence[Token], draft: Draft, events: Sequence[Draft]
) -> bool:
    """Whether it says what the raid just told cost: "Gunmen raided Bara. They killed nine"."""
    at = last_of_paragraph(events, draft.sentence, is_violent=True)
    if at is None or not all(map(_is_raider, doers)):
        return False
    if any(c.lower_ in AFTERWARDS for c in trigger.token.children):
        return False
    raid = events[at]
    is_next = draft.sentence.number - raid.sentence.number == 1
    is_raid = raid.rule.family in RAIDS and not raid.is_plural
    return is_next and is_raid and raid.killed.text is None


def _is_raider(doer: Token) -> bool:
    is_known = any(c.lower_ in {"the", "these"} for c in doer.children)
    return doer.lower_ == "they" or (doer.lemma_.lower() in RAIDERS and is_known)


def _is_teller(doer: Token) -> bool:
    """Whether a side tells what it did: "the group said its men had killed nine"."""
    is_own = any(c.lower_ in {"its", "their"} for c in doer.children)
    return doer.lower_ in {"it", "they"} or (doer.lower_ in FORCES and is_own)


def _is_of_own_story(draft: Draft, events: Sequence[Draft]) -> bool:
    """Whether its sentence tells first of a fire or a theft on another day than what was told.

    "They killed nine on 7 March. On 16 June they set fire to a school; 42 people were killed."
    """
    last = last_of_paragraph(events, draft.sentence, is_violent=True)
    told = [e for e in events if e.sentence.number == draft.sentence.number]
    if last is None or not told or events[last] in told:
        return False
    start, end = told[-1].when.start, events[last].when.end
    return start is not None and end is not None and start > end


def is_of_both(draft: Draft) -> bool:
    """Whether it speaks of all that was told: "the mines in both incidents", "the two murders"."""
    is_bare = draft.when.start is None and not any(p.reason == WITH_EVENT for p in draft.places)
    return is_bare and BOTH.search(draft.sentence.text) is not None


def is_end_of(draft: Draft, events: Sequence[Draft]) -> bool:
    """Whether "eleven were arrested" only says how the protest just told ended."""
    if draft.rule.family != "arrest" or draft.places or draft.when.start:
        return False
    if any(a.role != "target" or a.actor_class not in UNARMED for a in draft.actors):
        return False
    last = last_of_paragraph(events, draft.sentence)
    return last is not None and events[last].rule.family in DISPERSALS
