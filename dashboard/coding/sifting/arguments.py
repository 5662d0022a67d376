"""Which of a verb and its argument tells an event better, and who has a part in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.families import FATAL, VIOLENT
from dashboard.coding.what.undergoers import HARMING
from dashboard.model import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.triggers import Trigger

# What is done about a protest or a plot says more than the protest: "broke up a rally".
ANSWERS = frozenset({"protest dispersed", "excessive force", "seizure", "shoot down"})


def share_subject(one: Trigger, other: Trigger) -> bool:
    """Whether two verbs of a sentence have the same people as their subject."""
    mine = {t.i for t in one.frame.subjects}
    return other.frame.is_verb and bool(mine & {t.i for t in other.frame.subjects})


def is_argument(noun: Token, verb: Trigger) -> bool:
    """Whether a noun is one of those of whom or of what a verb tells."""
    arguments = {t.i for t in (*verb.frame.objects, *verb.frame.subjects)}
    slots = {slot for need in verb.rule.needs if not need.is_forbidden for slot, _ in need.choices}
    # "came under attack": the rule asks for the noun behind the preposition.
    arguments |= {t.i for slot in slots for t in verb.frame.prepositions.get(slot, ())}
    return noun.i in arguments or (noun.head.i == verb.token.i and noun.dep_ in {"dobj", "nsubj"})


def names_better(noun: Trigger, verb: Trigger) -> bool:
    """Whether the noun says more than the verb: "a suicide bomber struck", "fought a duel"."""
    is_end = (noun.rule.family, verb.rule.family) == ("protest", "riot")  # "the march turned into"
    if is_end or verb.rule.family in ANSWERS or _asks_for(noun.token, verb):
        return False
    asked = {s for need in noun.rule.needs if not need.is_forbidden for s, _ in need.choices}
    is_instrument, has_kind = "gov" in asked, "mod" in asked
    is_weak = is_instrument and not has_kind and noun.rule.family != "suicide bomb"
    if is_weak and verb.rule.family not in FATAL:
        return False
    return not (noun.rule.family == verb.rule.family and noun.token.dep_ == "nsubj")


def _asks_for(noun: Token, verb: Trigger) -> bool:
    """Whether the verb's rule names the very word: "lifted the siege", "came under attack"."""
    asked = (choice for need in verb.rule.needs for choice in need.choices)
    return any(noun.lemma_.lower() == value and slot != "subj" for slot, value in asked)


def only_dates(trigger: Trigger, other: Trigger) -> bool:
    """Whether a noun only says when: "the worst attack was in May, when ten were ambushed"."""
    noun, verb = trigger.token, trigger.token.head
    is_said = noun.dep_ == "nsubj" and verb.lemma_.lower() in {"be", "come"}
    clause = next((w for w in (other.token, *other.token.ancestors) if w.dep_ == "relcl"), None)
    is_when = clause is not None and any(c.lower_ == "when" for c in clause.children)
    is_alike = {trigger.rule.family, other.rule.family} <= VIOLENT and other.frame.is_verb
    between = noun.doc[noun.i : max(noun.i, other.token.i)]
    if is_said and any(w.text == ":" for w in between):
        return {trigger.rule.family, other.rule.family} <= VIOLENT  # "... was theirs: the bombing"
    return is_said and is_alike and is_when and clause is not None and verb.is_ancestor(clause)


def is_other_name(trigger: Trigger, other: Trigger) -> bool:
    """Whether it names the same thing again: "a suicide car bomb (SVBIED)"."""
    token = trigger.token
    is_beside = token.dep_ == "appos" and token.head.i == other.token.i
    is_bracketed = token.i > 0 and token.nbor(-1).text == "("
    return is_beside and is_bracketed and trigger.rule.family == other.rule.family


def is_harm_of(trigger: Trigger, other: Trigger) -> bool:
    """Whether it only says whom a strike hit: "drones slammed into a bank, killing nine"."""
    token = trigger.token
    is_clause = token.tag_ == "VBG" and token.dep_ == "advcl" and token.head.i == other.token.i
    is_armed = EventType.EXPLOSIONS in {trigger.rule.type} & {other.rule.type}
    return is_clause and is_armed and token.lemma_ in HARMING
